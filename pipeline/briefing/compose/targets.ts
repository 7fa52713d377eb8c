import type { Comparison } from "../../model/comparison.ts";
import { formatInUnit } from "../../words/format.ts";
import type { Span } from "../span.ts";
import { measureKey, parseMeasure } from "./measures.ts";
import { templateRef, type Pack } from "./pack.ts";
import { indicatorLookup } from "./resolve.ts";

/** What an authority set itself for a figure, and the evidence where a document states it. */
export type Target = { readonly span: Span; readonly evidence: string };

/**
 * The target of a figure for the same period: the template's own, else the authority's own file's, else one that a document states.
 * A target of another period is not set beside it. Null when there is none.
 */
export function targetOf(pack: Pack, row: Comparison): Target | null {
  const indicator = indicatorLookup(pack)(row.indicator);
  const show = (value: number): string => formatInUnit(value, indicator.unit, Number.isInteger(value) ? 0 : 1);
  for (const [text, value] of Object.entries(pack.template.front.targets)) {
    const measure = parseMeasure(text, pack.input.indicators);
    if (typeof measure !== "string" && measureKey(measure) === `${row.indicator}|${row.breakdown}`)
      return { span: { text: show(value), rests: [templateRef(pack.template)] }, evidence: "" };
  }
  const set = pack.input.targets.filter(
    (one) =>
      one.indicator === row.indicator &&
      (one.breakdown === "" || one.breakdown === row.breakdown) &&
      one.period_end === row.period_end &&
      one.target !== null &&
      one.unit === row.unit,
  );
  const chosen = set.find((one) => one.origin === "local") ?? set[0];
  if (!chosen || chosen.target === null) return null;
  const stated = pack.input.observations.find((one) => chosen.origin === "document" && one.observation_id === chosen.source_line);
  return { span: { text: show(chosen.target), rests: [chosen.target_id] }, evidence: stated ? pack.evidence.observation(stated) : "" };
}
