import type { Indicator } from "../model/indicator.ts";
import { camhs } from "./camhs.ts";
import { careLeavers } from "./care-leavers.ts";
import { education } from "./education.ts";
import { health } from "./health.ts";
import { judgements } from "./judgements.ts";
import { lookedAfter } from "./looked-after.ts";
import { permanence } from "./permanence.ts";
import { placements } from "./placements.ts";
import { safeguarding } from "./safeguarding.ts";
import { workforce } from "./workforce.ts";

/** Every indicator, in the order in which packs show them. An indicator is added in its family's file. */
export const indicators: readonly Indicator[] = [
  ...health,
  ...careLeavers,
  ...workforce,
  ...lookedAfter,
  ...placements,
  ...safeguarding,
  ...education,
  ...permanence,
  ...camhs,
  ...judgements,
];

const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));

/** The declaration of an id; throws on an id that nothing declares, since only code can name one. */
export function indicator(id: string): Indicator {
  const found = byId.get(id);
  if (!found) throw new Error(`No indicator is declared as "${id}": add it to a file in pipeline/indicators`);
  return found;
}
