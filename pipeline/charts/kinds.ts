import type { DrawableKind } from "./kind.ts";
import { actionPlan } from "./kinds/action-plan.ts";
import { controlChart } from "./kinds/control-chart.ts";
import { funnel } from "./kinds/funnel.ts";
import { gapInChildren } from "./kinds/gap-in-children.ts";
import { healthAssessmentBands } from "./kinds/health-assessment-bands.ts";
import { neighbourComparison } from "./kinds/neighbour-comparison.ts";
import { placementMix } from "./kinds/placement-mix.ts";
import { positionInEngland } from "./kinds/position-in-england.ts";
import { scorecard } from "./kinds/scorecard.ts";
import { sdqAverage } from "./kinds/sdq-average.ts";
import { smallMultiples } from "./kinds/small-multiples.ts";
import { trend } from "./kinds/trend.ts";

/** Every kind of chart. A kind is added by its file and one line here. */
export const chartKinds: readonly DrawableKind[] = [
  scorecard,
  gapInChildren,
  neighbourComparison,
  trend,
  sdqAverage,
  smallMultiples,
  positionInEngland,
  funnel,
  healthAssessmentBands,
  placementMix,
  actionPlan,
  controlChart,
];
