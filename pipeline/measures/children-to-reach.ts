/**
 * How many more children (fewer, where low is good) would bring a percentage to a target, on the same
 * base: the smallest whole number that reaches it; 0 when it is reached already. `target` in per cent.
 * Null when the base is not above 0, or when no number of children can reach it.
 */
export function childrenToReach(numerator: number, denominator: number, target: number, polarity: "high" | "low"): number | null {
  if (!(denominator > 0) || !(target >= 0) || !(target <= 100)) return null;
  const needed = (target / 100) * denominator;
  // A target such as 86 of 250 is 215 children; binary arithmetic may say 215.00000000000003.
  const slack = 1e-9 * Math.max(1, needed);
  const gap = polarity === "high" ? needed - numerator : numerator - needed;
  return gap <= slack ? 0 : Math.ceil(gap - slack);
}
