export type Interval = { low: number; high: number };

/** Two-sided 95% of the normal distribution, to the precision of a double. */
export const z95 = 1.959963984540054;
/** The same for 99.8%, the outer limits of a funnel. */
export const z998 = 3.090232306167813;

/**
 * Wilson score interval of a proportion, 0 to 1. Null when a count is missing, the denominator is
 * not above 0 or the numerator is outside it. An infinite z, full confidence, gives the whole range. Wilson (1927);
 * continuity is not corrected.
 */
export function wilson(numerator: number | null, denominator: number | null, z: number = z95): Interval | null {
  if (numerator === null || denominator === null || !(denominator > 0) || !(numerator >= 0) || numerator > denominator) return null;
  if (z === Infinity) return { low: 0, high: 1 };
  const p = numerator / denominator;
  const z2 = z * z;
  const middle = 2 * numerator + z2;
  const half = z * Math.sqrt(z2 + 4 * numerator * (1 - p));
  const base = 2 * (denominator + z2);
  // At the ends the formula is exactly 0 or 1; arithmetic leaves a residue such as -1e-17.
  return { low: numerator === 0 ? 0 : (middle - half) / base, high: numerator === denominator ? 1 : (middle + half) / base };
}
