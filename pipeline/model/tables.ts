import type { Action } from "./action.ts";
import type { Authority } from "./authority.ts";
import type { Comparison } from "./comparison.ts";
import type { DocumentRow } from "./document.ts";
import type { Finding } from "./finding.ts";
import type { Neighbour } from "./neighbour.ts";
import type { Observation } from "./observation.ts";
import type { SeriesRow } from "./series.ts";
import type { Source } from "./source.ts";
import type { Target } from "./target.ts";

/** Everything that charts and packs are made from. */
export type Tables = {
  authorities: readonly Authority[];
  neighbours: readonly Neighbour[];
  sources: readonly Source[];
  documents: readonly DocumentRow[];
  observations: readonly Observation[];
  actions: readonly Action[];
  findings: readonly Finding[];
  series: readonly SeriesRow[];
  comparisons: readonly Comparison[];
  /** What authorities set themselves, from their own files and from documents. */
  targets: readonly Target[];
};

/** The part of the tables that one authority's charts and packs may see. */
export type Slice = Tables & {
  authority: Authority;
  /** The authority's statistical neighbours in the model that is shown, closest first. */
  group: readonly Authority[];
  neighbourModel: string;
  /** Whether figures of all English authorities are loaded. */
  allEngland: boolean;
};
