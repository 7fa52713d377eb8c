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
    .filter(
      (one) =>
        one.indicator === measure.indicator.id &&
        one.subject === "local" &&
        one.value !== null &&
        one.period_end !== "" &&
        one.unit === measure.indicator.unit &&
        (one.breakdown === "" || one.breakdown === measure.breakdown) &&
        isUsable(one),
    )
    .sort((a, b) => (a.period_end < b.period_end ? -1 : a.period_end > b.period_end ? 1 : a.observation_id < b.observation_id ? -1 : 1))
    .filter((one) => {
      const key = `${one.document}|${one.period}|${one.value}`;
      return !seen.has(key) && seen.add(key);
    });
}

const words: Readonly<Record<string, string>> = {
  approx: "about ",
  almost: "almost ",
  over: "over ",
  under: "under ",
  at_least: "at least ",
  at_most: "at most ",
};

/** Shares that documents say in words; a percentage with a decimal would claim more than they do. */
const shares: readonly (readonly [RegExp, number, string])[] = [
  [/\btwo[ -]thirds\b/i, 200 / 3, "two thirds"],
  [/\b(?:a|one)[ -]third\b/i, 100 / 3, "a third"],
  [/\bthree[ -]quarters\b/i, 75, "three quarters"],
  [/\b(?:a|one)[ -]quarter\b/i, 25, "a quarter"],
  [/\bhalf\b/i, 50, "half"],
];
const shareInWords = ({ unit, value, value_high, quote }: Observation): string | null =>
  unit !== "percent" || value === null || value_high !== null || /\d%/.test(quote)
    ? null
    : (shares.find(([said, share]) => Math.abs(share - value) < 0.1 && said.test(quote))?.[2] ?? null);

/** "about 86%", "70% to 75%", "almost two thirds": a value as its document put it. */
export function observedValue(one: Observation, decimals: number): string {
  const said = shareInWords(one);
  if (said !== null) return `${words[one.qualifier] ?? ""}${said}`;
  const carried = (value: number): number => Math.max(decimals, Math.min(2, String(value).split(".")[1]?.length ?? 0));
  const unit = one.unit as Measure["indicator"]["unit"];
  const value = one.value === null ? "" : formatInUnit(one.value, unit, carried(one.value));
  const high = one.value_high === null ? "" : ` to ${formatInUnit(one.value_high, unit, carried(one.value_high))}`;
  return `${words[one.qualifier] ?? ""}${value}${high}`;
}

/** The period as a document gives it; the days of an inspection by its month. */
const quotedPeriod = (one: Observation): string =>
  one.period === "at inspection" ? `inspection of ${formatPeriod(one.period_end.slice(0, 7))}` : formatPeriod(one.period);

/** "2010 52% [E1]; 2014/15 94%, 2015/16 93.5% [E2]": each run of figures from the same words with its evidence. */
export function quotedSpans(pack: Pack, observations: readonly Observation[]): Span[] {
  const spans: Span[] = [];
  observations.forEach((one, at) => {
    const number = pack.evidence.observation(one);
    const next = observations[at + 1];
    const together = next !== undefined && pack.evidence.observation(next) === number;
    spans.push({ text: `${quotedPeriod(one)} ${observedValue(one, 0)}`, rests: [one.observation_id] });
    if (together) spans.push({ text: ", " });
    else spans.push(...citation([number]), ...(next ? [{ text: "; " }] : []));
  });
  return spans;
}

/** E numbers of the words that a theme's measures are quoted from. */
export function documentNumbers(pack: Pack, measures: readonly Measure[]): string[] {
  return [...new Set(measures.flatMap((measure) => quotedFigures(pack, measure).map((one) => pack.evidence.observation(one))))];
}
