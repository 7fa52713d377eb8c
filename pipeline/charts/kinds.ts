import type { DrawableKind } from "./kind.ts";
import { neighbourComparison } from "./kinds/neighbour-comparison.ts";
import { trend } from "./kinds/trend.ts";

/** Every kind of chart. A kind is added by its file and one line here. */
export const chartKinds: readonly DrawableKind[] = [neighbourComparison, trend];
