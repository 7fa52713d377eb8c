import type { Polarity } from "../../model/comparison.ts";
import type { Standing } from "../vocabulary/standings.ts";

/** How far from its target a figure may lie and still be praised, in its own unit. */
const allowance = 5;

/** What a figure stands beside: a goal that it should reach, or a figure of others; and whether both are percentages. */
export type Beside = { isGoal: boolean; isShare: boolean };
const withinOthers = (other: number, isShare: boolean): number => Math.max(allowance, (isShare && other > 50 ? 0.1 : 0.25) * other);

/** Whether a figure stands as the words have it; null where nobody can say. */
export function stands(
  standing: Standing,
  own: number,
  other: number,
  good: Polarity,
  { isGoal, isShare }: Beside = { isGoal: false, isShare: false },
): boolean | null {
  if (standing === "above") return own >= other;
  if (standing === "below") return own <= other;
  // What is in line with a goal has reached it, or nearly.
  if (standing === "alike" && isGoal && isShare && good !== "none") return (good === "high" ? own - other : other - own) >= -allowance;
  if (standing === "alike") return Math.abs(own - other) <= withinOthers(other, isShare);
  if (standing === "short") return good === "low" ? own > other : own < other;
  if (good === "none") return null;
  const ahead = good === "high" ? own - other : other - own;
  if (standing === "praised") return ahead >= -allowance;
  return ahead === 0 ? null : ahead > 0 === (standing === "better" || standing === "met");
}
