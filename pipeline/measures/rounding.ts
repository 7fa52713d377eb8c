/**
 * Rounds half away from zero, as the DfE does, to a number of decimals (negative: tens, hundreds).
 * Works on the decimal digits, because 1.005 is stored a little below itself; fifteen digits are kept
 * first, so that 81.24999999999999 from a mean counts as the 81.25 that it is.
 */
export function roundHalfAwayFromZero(value: number, decimals: number): number {
  if (!Number.isFinite(value)) return value;
  const [digits = "0", exponent = "0"] = Math.abs(value).toPrecision(15).split("e");
  const scaled = Math.round(Number(`${digits}e${Number(exponent) + decimals}`));
  const rounded = Number(`${scaled}e${-decimals}`);
  return value < 0 && rounded !== 0 ? -rounded : rounded;
}
