import type { Signal } from "../model/control-point.ts";
import type { XmrLimits } from "./xmr.ts";

/** Side of the mean: 1 above, -1 below, 0 on it. */
export type Side = -1 | 0 | 1;
export type XmrPoint = { signal: Signal | null; side: Side };

const sideOf = (value: number): Side => (value > 0 ? 1 : value < 0 ? -1 : 0);

/** Points that end seven in a row on one side of the mean: 1, else 0. */
export function sevenOneSide(sides: readonly Side[]): (0 | 1)[] {
  return sides.map((side, i) => (side !== 0 && i >= 6 && sides.slice(i - 6, i + 1).every((other) => other === side) ? 1 : 0));
}

/** Points that end seven rising (1) or falling (-1) in a row, each unlike the one before; 0 otherwise. */
export function sevenPointTrend(values: readonly number[]): Side[] {
  return values.map((_, i) => {
    if (i < 6) return 0;
    const steps = values.slice(i - 5, i + 1).map((value, k) => sideOf(value - (values[i - 6 + k] ?? value)));
    const first = steps[0] ?? 0;
    return steps.every((step) => step === first) ? first : 0;
  });
}

/** For each point the flag of the first run of seven that it belongs to, given flags at the ends of runs. */
export function spreadBack(flags: readonly Side[]): Side[] {
  return flags.map((_, i) => flags.slice(i, i + 7).find((flag) => flag !== 0) ?? 0);
}

/** Points in some three that lie on one side of the mean with two or more of them close to a limit. */
export function twoInThreeWindow(close: readonly boolean[], sides: readonly Side[]): boolean[] {
  const starts = close.map((_, start) => {
    const window = sides.slice(start, start + 3);
    const oneSide = window.length === 3 && window[0] !== 0 && window.every((side) => side === window[0]);
    return oneSide && close.slice(start, start + 3).filter(Boolean).length >= 2;
  });
  return close.map((_, i) => starts.slice(Math.max(0, i - 2), i + 1).some(Boolean));
}

/** Of those, the points that are close to a limit themselves. */
export function twoInThree(close: readonly boolean[], sides: readonly Side[]): boolean[] {
  return twoInThreeWindow(close, sides).map((inWindow, i) => inWindow && close[i] === true);
}

/**
 * The signal at each point of a series and its side: outside the limits, a run of seven up or down (its
 * side is its direction), two of three in the outer third, seven on one side. Null is common variation.
 * Rules and their order as in the NHS "Making data count" method.
 */
export function xmrSignals(values: readonly number[], limits: Pick<XmrLimits, "mean" | "low" | "high">): XmrPoint[] {
  const sides = values.map((value) => sideOf(value - limits.mean));
  const outside = values.map((value) => value > limits.high || value < limits.low);
  const nearHigh = limits.mean + ((limits.high - limits.mean) * 2) / 3;
  const nearLow = limits.mean + ((limits.low - limits.mean) * 2) / 3;
  const close = values.map((value, i) => outside[i] !== true && (value > nearHigh || value < nearLow));
  const trend = spreadBack(sevenPointTrend(values));
  const outer = twoInThree(close, sides);
  const run = spreadBack(sevenOneSide(sides));
  return values.map((_, i): XmrPoint => {
    const side = sides[i] ?? 0;
    if (outside[i]) return { signal: "outside_limits", side };
    if (trend[i]) return { signal: "trend_of_seven", side: trend[i] ?? 0 };
    if (outer[i]) return { signal: "two_in_three", side };
    return run[i] ? { signal: "seven_one_side", side } : { signal: null, side: 0 };
  });
}
