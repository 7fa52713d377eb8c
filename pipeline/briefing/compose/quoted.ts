import type { Measure } from "../../charts/data.ts";
import { isUsable, type Observation } from "../../model/observation.ts";
import { formatPeriod } from "../../model/period.ts";
import { formatInUnit } from "../../words/format.ts";
import { citation } from "../evidence.ts";
import type { Span } from "../span.ts";
import type { Pack } from "./pack.ts";

/** Figures that the authority's documents state of itself for a measure, oldest first, one for each period and value. */
export function quotedFigures(pack: Pack, measure: Measure): Observation[] {
  const seen = new Set<string>();
  return pack.input.observations
    .filter((one) =>
      one.indicator === measure.indicator.id && one.subject === "local" && one.value !== null && one.period_end !== ""
      && one.unit === measure.indicator.unit && (one.breakdown === "" || one.breakdown === measure.breakdown)
      && isUsable(one))
    .sort((a, b) => (a.period_end < b.period_end ? -1 : a.period_end > b.period_end ? 1 : a.observation_id < b.observation_id ? -1 : 1))
    .filter((one) => {
      const key = `${one.document}|${one.period}|${one.value}`;
      return !seen.has(key) && seen.add(key);
    });
}

const words: Readonly<Record<string, string>> = { approx: "about ", almost: "almost ", over: "over ", under: "under ", at_least: "at least ", at_most: "at most " };

/** "about 86%", "70% to 75%": a value as its document qualified it. */
export function observedValue(one: Observation, decimals: number): string {
  const carried = (value: number): number => Math.max(decimals, Math.min(2, String(value).split(".")[1]?.length ?? 0));
  const unit = one.unit as Measure["indicator"]["unit"];
  const value = one.value === null ? "" : formatInUnit(one.value, unit, carried(one.value));
  const high = one.value_high === null ? "" : ` to ${formatInUnit(one.value_high, unit, carried(one.value_high))}`;
  return `${words[one.qualifier] ?? ""}${value}${high}`;
}

/** "2010 52% [E1]; 2014/15 94%, 2015/16 93.5% [E2]": each run of figures from the same words with its evidence. */
export function quotedSpans(pack: Pack, observations: readonly Observation[]): Span[] {
  const spans: Span[] = [];
  observations.forEach((one, at) => {
    const number = pack.evidence.observation(one);
    const next = observations[at + 1];
    const together = next !== undefined && pack.evidence.observation(next) === number;
    spans.push({ text: `${formatPeriod(one.period)} ${observedValue(one, 0)}`, rests: [one.observation_id] });
    if (together) spans.push({ text: ", " });
    else spans.push(...citation([number]), ...(next ? [{ text: "; " }] : []));
  });
  return spans;
}

/** E numbers of the words that a theme's measures are quoted from. */
export function documentNumbers(pack: Pack, measures: readonly Measure[]): string[] {
  return [...new Set(measures.flatMap((measure) => quotedFigures(pack, measure).map((one) => pack.evidence.observation(one))))];
}
