import { cutPoints, type CutPoints } from "../../measures/quartile-band.ts";
import type { PeriodGroup } from "./measure-groups.ts";

/**
 * England has had 150 to 153 authorities with children's services since 2009. A release lists them all,
 * with symbols where it has no value; fewer rows than this mean that a part of England was loaded.
 */
const fewestAuthorities = 145;

export type EnglandPosition = { values: readonly number[]; cuts: CutPoints };

/** Values of all authorities with their LAIT cut points; null unless all of England is loaded for the period. */
export function englandPosition(group: PeriodGroup): EnglandPosition | null {
  if (group.authorities.size < fewestAuthorities) return null;
  const values = [...group.authorities.values()].map((row) => row.value).filter((value) => value !== null);
  const cuts = cutPoints(values);
  return cuts && { values, cuts };
}
