import type { Indicator } from "../model/indicator.ts";
import { camhs } from "./camhs.ts";
import { careLeaversOutcomes } from "./care-leavers-outcomes.ts";
import { careLeaversSupport } from "./care-leavers-support.ts";
import { education } from "./education.ts";
import { healthAssessments } from "./health-assessments.ts";
import { healthChecks } from "./health-checks.ts";
import { healthWellbeing } from "./health-wellbeing.ts";
import { judgements } from "./judgements.ts";
import { lookedAfterGroups } from "./looked-after-groups.ts";
import { lookedAfterHomes } from "./looked-after-homes.ts";
import { lookedAfterNumbers } from "./looked-after-numbers.ts";
import { permanence } from "./permanence.ts";
import { placements } from "./placements.ts";
import { safeguarding } from "./safeguarding.ts";
import { workforceCaseloads } from "./workforce-caseloads.ts";
import { workforcePosts } from "./workforce-posts.ts";

/** Every indicator, in the order in which packs show them. An indicator is added in the file of its family that says what it is about. */
export const indicators: readonly Indicator[] = [
  ...healthAssessments,
  ...healthChecks,
  ...healthWellbeing,
  ...careLeaversOutcomes,
  ...careLeaversSupport,
  ...workforceCaseloads,
  ...workforcePosts,
  ...lookedAfterNumbers,
  ...lookedAfterHomes,
  ...lookedAfterGroups,
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
