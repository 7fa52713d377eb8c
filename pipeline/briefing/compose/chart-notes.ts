import type { Measure } from "../../charts/data.ts";
import type { Comparison } from "../../model/comparison.ts";
import * as notes from "../../words/notes.ts";
import { scaleRef } from "../drawing.ts";
import { breakLines } from "../layout/lines.ts";
import type { Span } from "../span.ts";
import { page, type as roles } from "../style.ts";
import { spanOf } from "./pack.ts";

/** A chart's note as its sentences, what it says of its axis first. */
function sentencesOf(note: string): { axis: string[]; symbols: string[]; rest: string[] } {
  const all = note.split(/(?<=[.”]) (?=[A-Z[\d“])/).filter((text) => text !== "");
  const isAxis = (text: string): boolean => /^(?:The )?axis starts/i.test(text);
  const isSymbol = (text: string): boolean => text.startsWith("[");
  return { axis: all.filter(isAxis), symbols: all.filter(isSymbol), rest: all.filter((text) => !isAxis(text) && !isSymbol(text)) };
}

/** What is said of the axis rests on the scale that is drawn. */
const axisSpans = (axis: readonly string[], chartId: string): Span[][] => axis.map((text) => [{ text, rests: [scaleRef(chartId)] }]);

/** As many of the parts, in order of weight, as fit the lines; one that does not fit is passed over. */
function fitNote(parts: readonly (readonly Span[])[], lines: number): Span[] {
  let kept: Span[] = [];
  for (const part of parts) {
    const tried = kept.length === 0 ? [...part] : [...kept, { text: " " }, ...part];
    if (breakLines(tried, page.content, roles.note).length <= lines) kept = tried;
  }
  return kept;
}

/** What a reader of a comparison must know first: axis, symbols, what the verdict hangs on, then how it was tested. */
export function comparisonNote(note: string, row: Comparison, measure: Measure, chartId: string, lines: number): Span[] {
  const { axis, symbols } = sentencesOf(note);
  const said = [
    notes.smallNumbersNote(row, measure.indicator),
    notes.neighboursNote(row),
    notes.sensitivityNote(row),
    notes.testNote(row, measure.indicator),
    notes.medianNote(row, measure.indicator),
    notes.closenessNote(row),
  ].flatMap((one) => (one ? [[spanOf(one)]] : []));
  return fitNote([...axisSpans(axis, chartId), ...symbols.map((text) => [{ text }]), ...said], lines);
}

/** A chart's axis and symbols, then the figures that documents quoted, then the rest of what it says. */
export function quotingNote(note: string, quoted: readonly (readonly Span[])[], chartId: string, lines: number): Span[] {
  const { axis, symbols, rest: all } = sentencesOf(note);
  // "73%: 12 months to November 2011." is said again where the figures are quoted with their periods.
  const rest = quoted.length === 0 ? all : all.filter((text) => !/^[\d.,]+%?: /.test(text));
  const rests = [chartId];
  return fitNote(
    [
      ...axisSpans(axis, chartId),
      ...symbols.map((text) => [{ text, rests }]),
      ...quoted.slice(0, 1),
      ...rest.map((text) => [{ text, rests }]),
      ...quoted.slice(1),
    ],
    lines,
  );
}
