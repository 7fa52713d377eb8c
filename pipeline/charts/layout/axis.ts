/** A value axis: limits and the ticks between them, both included. */
export type Axis = { low: number; high: number; step: number; ticks: number[] };

const steps = [1, 2, 2.5, 5, 10];

/** The smallest step of 1, 2 or 5 times a power of ten, or 25 and the like, that needs at most `most` intervals. */
function niceStep(span: number, most: number, smallest: number): number {
  const raw = Math.max(span / most, smallest);
  const power = 10 ** Math.floor(Math.log10(raw) + 1e-9);
  // Nobody counts in steps of 2.5: 72.5%, 75%, 77.5%.
  for (const factor of steps) if (factor * power >= raw - 1e-9 && (factor !== 2.5 || power >= 10)) return factor * power;
  return 10 * power;
}

/**
 * An axis that holds every value, its limits rounded out to the step and kept inside `range`.
 * Values that are all equal get two steps on each side.
 */
export function axisOver(
  values: readonly number[],
  options: { range: readonly [number, number]; most?: number; smallest?: number; zero?: boolean },
): Axis {
  const { range, most = 6, smallest = 0.1, zero = false } = options;
  const present = values.length === 0 ? [range[0]] : values;
  let low = Math.min(...present, ...(zero ? [0] : []));
  let high = Math.max(...present, ...(zero ? [0] : []));
  const level = high - low < smallest;
  const step = level ? niceStep(Math.max(Math.abs(high) / 10, smallest), 1, smallest) : niceStep(high - low, most, smallest);
  if (level) {
    low -= 2 * step;
    high += 2 * step;
  }
  const first = Math.max(Math.floor(low / step + 1e-9), Math.ceil(range[0] / step - 1e-9));
  const last = Math.min(Math.ceil(high / step - 1e-9), Math.floor(range[1] / step + 1e-9));
  const ticks = Array.from({ length: Math.max(last - first, 1) + 1 }, (_, i) => Math.round((first + i) * step * 1e6) / 1e6);
  return { low: ticks[0] ?? low, high: ticks.at(-1) ?? high, step, ticks };
}

/** Pixel of a value on an axis laid from `from` to `to`. */
export function position(axis: Axis, value: number, from: number, to: number): number {
  return axis.high === axis.low ? (from + to) / 2 : from + ((value - axis.low) / (axis.high - axis.low)) * (to - from);
}
