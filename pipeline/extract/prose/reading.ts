import type { Indicator, Unit } from "../../model/indicator.ts";
import type { Figure } from "../grammar/figure.ts";
import type { CompiledPhrases } from "./compile-phrases.ts";

/** What one figure of a sentence was taken to count, and on what ground. */
export type Reading = {
  figure: number;
  indicator: Indicator;
  unit: Unit;
  phrases: CompiledPhrases | null;
  breakdown: string;
  /**
   * frame: a whole statement matched; near: a name stands beside it; twin: in brackets after another
   * figure; chain: compared with, or changed from, another figure; carry: from the sentence before.
   */
  ground: "frame" | "near" | "twin" | "chain" | "carry";
  /** The figure that it leans on, for twin and chain; -1 otherwise. */
  host: number;
  confidence: number;
};

const durations: readonly Unit[] = ["days", "weeks", "months"];

/** The unit in which a figure can count for an indicator that takes `units`; null when it cannot. */
export function unitOf(figure: Figure, units: readonly Unit[]): Unit | null {
  const { measure } = figure;
  if (measure === "number") return units.find((unit) => unit === "count" || unit === "cases" || unit === "score") ?? null;
  if (measure === "days" || measure === "weeks" || measure === "months") {
    return units.some((unit) => durations.includes(unit)) ? measure : null;
  }
  return measure === "percent" || measure === "gbp" || measure === "rate_per_10k" ? (units.includes(measure) ? measure : null) : null;
}

/** Units of every way in which an indicator is declared to be stated. */
export const allUnits = (indicator: Indicator): readonly Unit[] => [
  ...new Set([indicator.unit, ...indicator.phrases.flatMap((p) => p.units ?? [])]),
];
