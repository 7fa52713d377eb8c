import { cutPoints, type CutPoints } from "../../measures/quartile-band.ts";
import { fewestInEngland } from "../../model/authority.ts";
import type { PeriodGroup } from "./measure-groups.ts";

export type EnglandPosition = { values: readonly number[]; cuts: CutPoints };

/** Values of all authorities with their LAIT cut points; null unless all of England is loaded for the period. */
export function englandPosition(group: PeriodGroup): EnglandPosition | null {
  if (group.authorities.size < fewestInEngland) return null;
  const values = [...group.authorities.values()].map((row) => row.value).filter((value) => value !== null);
  const cuts = cutPoints(values);
  return cuts && { values, cuts };
}
