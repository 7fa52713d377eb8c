/**
 * The group of equal size that a value falls into, as the Office for Health Improvement and Disparities
 * counts deprivation deciles: 1 to `groups`, from the highest value or from the lowest; ties share the
 * better rank. Null when the value is missing.
 */
export function quantileGroup(value: number | null, among: readonly number[], groups: number, from: "highest" | "lowest"): number | null {
  if (value === null || among.length === 0) return null;
  const ahead = among.filter((other) => (from === "highest" ? other > value : other < value)).length;
  return Math.floor((groups * ahead) / among.length) + 1;
}
