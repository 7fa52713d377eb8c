import type { Comparison } from "../../model/comparison.ts";
import type { Indicator } from "../../model/indicator.ts";
import { formatInUnit } from "../../words/format.ts";
import type { Span } from "../span.ts";
import type { Template } from "../template/template.ts";
import { findMeasure, measureKey } from "./measures.ts";
import { templateTargetRef, type Pack } from "./pack.ts";
import { indicatorLookup } from "./resolve.ts";

/** What an authority set itself for a figure, and the evidence where a document states it. */
export type Target = { readonly span: Span; readonly evidence: string };

const show = (value: number, { unit }: Indicator): string => formatInUnit(value, unit, Number.isInteger(value) ? 0 : 1);

/** The targets that a template sets, as packs print them. */
export const templateTargets = (template: Template, indicators: readonly Indicator[]): { id: string; measure: string; text: string }[] =>
  Object.entries(template.front.targets).flatMap(([name, value]) => {
    const measure = findMeasure(name, indicators);
    return measure ? [{ id: templateTargetRef(template, name), measure: measureKey(measure), text: show(value, measure.indicator) }] : [];
  });

/**
 * The target of a figure for the same period: the template's own, else the authority's own file's, else one that a document states.
 * A target of another period is not set beside it. Null when there is none.
 */
export function targetOf(pack: Pack, row: Comparison): Target | null {
  const indicator = indicatorLookup(pack)(row.indicator);
  const own = templateTargets(pack.template, pack.input.indicators).find(({ measure }) => measure === `${row.indicator}|${row.breakdown}`);
  if (own) return { span: { text: own.text, rests: [own.id] }, evidence: "" };
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
  return {
    span: { text: show(chosen.target, indicator), rests: [chosen.target_id] },
    evidence: stated ? pack.evidence.observation(stated) : "",
  };
}
