/** Decimals with which a number is printed: "92.5%" has one. */
export function decimalsOf(printed: string): number {
  return /\.(\d+)/.exec(printed)?.[1]?.length ?? 0;
}

/** How a printed number stands to the exact one. `slip`: the last printed digit is one out. */
export type Agreement = "rounded" | "truncated" | "slip" | "wrong";

const noise = 1e-7;

/** "43.7" for 43.75: a half goes up, or to the even digit, and never down to an odd one. Halves that binary numbers hold to the digit only. */
function isHalfCut(exact: number, printed: number, decimals: number): boolean {
  const scale = 10 ** decimals;
  const isHalf = Math.abs(exact * scale - Math.floor(exact * scale) - 0.5) < noise;
  return isHalf && Number.isInteger(exact * 4) && printed < exact && Math.round(printed * scale) % 2 === 1;
}

/** Half a unit either way counts as rounded, since reports round 0.5 up and to even, but for a half cut off to an odd digit. */
export function agreement(exact: number, printed: number, decimals: number): Agreement {
  const unit = 10 ** -decimals;
  const gap = Math.abs(exact - printed);
  if (decimals > 0 && gap <= unit / 2 + noise && isHalfCut(exact, printed, decimals)) return "truncated";
  if (gap <= unit / 2 + noise) return "rounded";
  if (exact > printed && gap < unit - noise) return "truncated";
  return gap <= unit + noise ? "slip" : "wrong";
}

/** Levels that are rounded lie a unit of their last digit further apart, or nearer, than they do unrounded. */
export const isRoundingGap = (gap: number, printed: number, decimals: number): boolean =>
  Math.abs(gap - printed) <= 10 ** -decimals + noise;

/** The exact number as it should have been printed; away from zero at the half. */
export function roundTo(exact: number, decimals: number): string {
  const scale = 10 ** decimals;
  return ((Math.sign(exact) * Math.round(Math.abs(exact) * scale + noise)) / scale).toFixed(decimals);
}

/** Two printed numbers that can be one: each is the other rounded, at the coarser precision. */
export function agreePrinted(a: string, b: string): boolean {
  const [x, y] = [Number(a), Number(b)];
  const decimals = Math.min(decimalsOf(a), decimalsOf(b));
  return Math.abs(x - y) <= (decimalsOf(a) === decimalsOf(b) ? noise : 10 ** -decimals / 2 + noise);
}
