/** Decimals with which a number is printed: "92.5%" has one. */
export function decimalsOf(printed: string): number {
  return /\.(\d+)/.exec(printed)?.[1]?.length ?? 0;
}

/** How a printed number stands to the exact one. `slip`: the last printed digit is one out. */
export type Agreement = "rounded" | "truncated" | "slip" | "wrong";

const noise = 1e-7;

/** Half a unit either way counts as rounded, since reports round 0.5 up, down and to even. */
export function agreement(exact: number, printed: number, decimals: number): Agreement {
  const unit = 10 ** -decimals;
  const gap = Math.abs(exact - printed);
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
