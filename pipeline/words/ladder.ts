import type { Comparison } from "../model/comparison.ts";

/**
 * Distance from the neighbours' median in median absolute deviations, plus on the good side (on the
 * high side without polarity). Null where it cannot be said: no value, or a deviation of zero.
 */
export function ladderDistance(row: Comparison): number | null {
  const { value, neighbour_median: median, neighbour_mad: mad } = row;
  if (value === null || median === null || mad === null || mad <= 0) return null;
  return ((row.polarity === "low" ? -1 : 1) * (value - median)) / mad;
}

type LadderStep = "in_line" | "slightly" | "plain" | "much" | "check";

function ladderStep(distance: number): LadderStep {
  const size = Math.abs(distance);
  if (size < 0.5) return "in_line";
  if (size < 1.5) return "slightly";
  if (size < 3) return "plain";
  return size <= 7.5 ? "much" : "check";
}

/**
 * "slightly", "much" or "" before the verdict against the neighbours. Only a tested difference takes
 * one, only where the median lies on the same side as the mean, and never one that hangs on a single
 * neighbour.
 */
export function ladderAdverb(row: Comparison): string {
  const side = { better: 1, higher: 1, worse: -1, lower: -1 }[row.neighbour_verdict as string];
  const distance = ladderDistance(row);
  if (side === undefined || distance === null || row.sensitivity !== "" || Math.sign(distance) !== side) return "";
  const step = ladderStep(distance);
  return step === "slightly" || step === "much" ? step : "";
}

/** Beyond 7.5 deviations a figure is more likely wrong, or differently counted, than extraordinary. */
export function needsChecking(row: Comparison): boolean {
  const distance = ladderDistance(row);
  return distance !== null && ladderStep(distance) === "check";
}
