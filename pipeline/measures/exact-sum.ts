/** A sum as a whole number of `scale`-ths, so that it can be divided once, without rounding in between. */
type ScaledSum = { sum: number; scale: number };

function scaledSum(values: readonly number[]): ScaledSum {
  for (let decimals = 0; decimals <= 6; decimals++) {
    const scale = 10 ** decimals;
    let sum = 0;
    let exact = true;
    for (const value of values) {
      const scaled = Math.round(value * scale);
      if (scaled / scale !== value || Math.abs(scaled) > 1e12) {
        exact = false;
        break;
      }
      sum += scaled;
    }
    if (exact) return { sum, scale };
  }
  // Sorted, so that the order of the neighbours cannot change the last digit.
  return { sum: [...values].sort((a, b) => a - b).reduce((sum, value) => sum + value, 0), scale: 1 };
}

/**
 * The sum of published figures as decimal arithmetic would give it, whatever their order: 0.1 + 0.2 is
 * 0.3. Figures with more than six decimals are added as they come.
 */
export function exactSum(values: readonly number[]): number {
  const { sum, scale } = scaledSum(values);
  return sum / scale;
}

/** Unweighted mean, nearest to the true one; null when there are no values. */
export function mean(values: readonly number[]): number | null {
  const { sum, scale } = scaledSum(values);
  return values.length === 0 ? null : sum / (scale * values.length);
}
