import type { Comparison } from "../../model/comparison.ts";
import { formatInUnit } from "../../words/format.ts";
import type { Span } from "../span.ts";
import { measureKey, parseMeasure } from "./measures.ts";
import type { Pack } from "./pack.ts";
import { indicatorLookup } from "./resolve.ts";

/** What an authority set itself for a figure, and the evidence where a document states it. */
export type Target = { readonly span: Span; readonly evidence: string };

/**
 * The target of a figure: the template's own, else one that a document states for the same period.
 * A target of another period is not set beside it. Null when there is none.
 */
export function targetOf(pack: Pack, row: Comparison): Target | null {
  const indicator = indicatorLookup(pack)(row.indicator);
  const show = (value: number): string => formatInUnit(value, indicator.unit, Number.isInteger(value) ? 0 : 1);
  for (const [text, value] of Object.entries(pack.template.front.targets)) {
    const measure = parseMeasure(text, pack.input.indicators);
    if (typeof measure !== "string" && measureKey(measure) === `${row.indicator}|${row.breakdown}`) return { span: { text: show(value) }, evidence: "" };
  }
  const stated = pack.input.observations.find((one) =>
    one.subject === "target" && one.indicator === row.indicator && (one.breakdown === "" || one.breakdown === row.breakdown) && one.period_end === row.period_end
    && one.value !== null && one.unit === row.unit && one.review !== "rejected" && (one.review !== "" || (one.confidence ?? 0) >= 0.5));
  return stated && stated.value !== null ? { span: { text: show(stated.value), rests: [stated.observation_id] }, evidence: pack.evidence.observation(stated) } : null;
}
