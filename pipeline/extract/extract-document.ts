import { shortId } from "../core/hash.ts";
import { indicators } from "../indicators/all.ts";
import type { DocumentRow, SourceDocument } from "../model/document.ts";
import type { Observation } from "../model/observation.ts";
import { parsePeriod } from "../model/period.ts";
import { extractJudgements } from "./judgements/extract-judgements.ts";
import { placesOf } from "./place.ts";
import { extractProse } from "./prose/extract-prose.ts";
import { extractTables } from "./tables/extract-tables.ts";

/**
 * Every figure and judgement that a document states, sorted by page and indicator, in reading order within them. Ids are made
 * from what is stated and where, so that reading the document again gives the same ones.
 * Never throws: what cannot be understood is left out.
 */
export function extractDocument(source: SourceDocument, row: DocumentRow): Observation[] {
  const found = [...readProse(source, row), ...extractTables(source, row), ...extractJudgements(source, row)];
  const ordered = found.map((observation) => withSpan(observation, row));
  const seen = new Map<string, number>();
  return ordered
    .map((observation) => {
      const o = observation;
      const stated = [
        o.document,
        o.page,
        o.paragraph,
        o.table,
        o.row,
        o.column,
        o.indicator,
        o.subject,
        o.period,
        o.breakdown,
        o.value,
        o.value_high,
        o.unit,
        o.method,
      ];
      const base = shortId("obs", ...stated);
      const repeat = seen.get(base) ?? 0;
      seen.set(base, repeat + 1);
      // The same words twice in one place, as a heading repeated on every page: numbered in reading order.
      return { ...o, observation_id: repeat === 0 ? base : shortId("obs", ...stated, repeat) };
    })
    .sort((a, b) => (a.page ?? 0) - (b.page ?? 0) || byCodeUnit(a.indicator, b.indicator));
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function readProse(source: SourceDocument, row: DocumentRow): Observation[] {
  const places = placesOf(source.blocks);
  const inspected = /inspection|visit/.test(row.kind);
  const found = extractProse(source.blocks, indicators, {
    dates: { published: row.published, event_start: row.event_start, event_end: row.event_end },
    region: row.region,
    authority: row.authority,
    present: inspected ? "at inspection" : "",
  });
  return found.map(({ block, fact }) => ({
    ...fact,
    observation_id: "",
    document: source.document,
    authority_code: row.authority_code,
    authority: row.authority,
    period_start: "",
    period_end: "",
    page: block.page,
    paragraph: places.get(block.index) ?? "",
    table: "",
    row: "",
    column: "",
    review: "",
  }));
}

/** First and last day of the period; "at inspection" is the days of the inspection. */
function withSpan(observation: Observation, row: DocumentRow): Observation {
  if (observation.period_start && observation.period_end) return observation;
  const span =
    observation.period === "at inspection"
      ? { start: row.event_start, end: row.event_end || row.event_start }
      : parsePeriod(observation.period);
  return { ...observation, period_start: span?.start ?? "", period_end: span?.end ?? "" };
}
