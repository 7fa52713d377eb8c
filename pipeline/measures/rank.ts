/**
 * LAIT rank of a value among all that have one (itself included): 1 is best, ties share the lowest
 * number (1, 2, 2, 4). Null when the value is missing.
 */
export function rank(value: number | null, among: readonly (number | null)[], polarity: "high" | "low"): number | null {
  if (value === null) return null;
  let ahead = 0;
  for (const other of among) {
    if (other !== null && (polarity === "high" ? other > value : other < value)) ahead++;
  }
  return ahead + 1;
}
