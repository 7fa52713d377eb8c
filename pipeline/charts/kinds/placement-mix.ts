import type { Observation } from "../../model/observation.ts";
import { partsWords, type PartsYear } from "../../words/chart-words-documents.ts";
import type { ChartWords } from "../../words/chart-words.ts";
import type { ChartData } from "../data.ts";
import { defineKind } from "../kind.ts";
import { byCodeUnit } from "../layout/order.ts";
import { sourceLine } from "../source-line.ts";
import { placementMixSlide } from "./placement-mix-slide.ts";
import { documentTitles } from "./document-titles.ts";

export type Part = { name: string; head: [string, string]; family: boolean };
export type MixYear = PartsYear & {
  label: string;
  counts: number[];
  /** The observations of its column, and for each part those that count it alone. */ rests: string[];
  restsOfPart: string[][];
};
export type MixModel = { document: string; parts: Part[]; years: MixYear[]; words: ChartWords; source: string; people: string };

const own: Part = { name: "foster carers, not agency", head: ["Foster carers,", "not agency"], family: true };
const agency: Part = { name: "foster carers, agency", head: ["Foster carers,", "agency"], family: true };
/** The rest of the whole, by the indicators that count it. */
const others: readonly { id: string; part: Part }[] = [
  { id: "cla.residential", part: { name: "residential", head: ["", "Residential"], family: false } },
  { id: "cla.independent_living", part: { name: "living independently", head: ["", "Independent"], family: false } },
  { id: "cla.with_parents", part: { name: "other", head: ["", "Other"], family: false } },
];
const total = "cla.foster_care";
const agencyId = "cla.ifa";

const headedAlike = "The paper heads two columns with one year; they are shown in its order.";

type Reading = { period: string; value: number; id: string };

/**
 * Counts of one row of a paper's table in the order in which the row prints them, since a paper may head
 * two columns alike. Null when the words do not tell the order.
 */
function inPrintedOrder(rows: readonly Observation[]): Reading[] | null {
  let from = 0;
  const quote = rows[0]?.quote ?? "";
  const rest = [...rows];
  const ordered: Reading[] = [];
  while (rest.length > 0) {
    const next = rest
      .map((row) => ({ row, at: indexOfNumber(quote, row.value ?? NaN, from) }))
      .filter(({ at }) => at >= 0)
      .sort((a, b) => a.at - b.at || byCodeUnit(a.row.period, b.row.period))[0];
    if (!next) return null;
    ordered.push({ period: next.row.period, value: next.row.value ?? 0, id: next.row.observation_id });
    from = next.at + String(next.row.value).length;
    rest.splice(rest.indexOf(next.row), 1);
  }
  return ordered;
}

function indexOfNumber(text: string, value: number, from: number): number {
  const found = new RegExp(`(?<![\\d.,])${value}(?![\\d.,]*\\d|\\s*%)`).exec(text.slice(from));
  return found ? from + found.index : -1;
}

function mixOf(data: ChartData, document: string, rows: readonly Observation[]): MixModel | null {
  const readings = (id: string): Reading[] | null => {
    const mine = rows.filter((row) => row.indicator === id);
    const quotes = new Set(mine.map((row) => row.quote));
    return mine.length === 0 || quotes.size > 1 ? null : inPrintedOrder(mine);
  };
  const [fostered, byAgency] = [readings(total), readings(agencyId)];
  const rest = others.flatMap(({ id, part }) => {
    const found = readings(id);
    return found ? [{ part, found }] : [];
  });
  if (!fostered || !byAgency || rest.length < 2) return null;
  const all = [fostered, byAgency, ...rest.map(({ found }) => found)];
  if (all.some((one) => one.length !== fostered.length || one.some((r, i) => r.period !== fostered[i]?.period))) return null;
  const parts = [own, agency, ...rest.map(({ part }) => part)];
  const labels = labelsOf(fostered.map(({ period }) => period));
  const years = fostered.map((reading, i): MixYear => {
    const counts = [reading.value - (byAgency[i]?.value ?? 0), byAgency[i]?.value ?? 0, ...rest.map(({ found }) => found[i]?.value ?? 0)];
    const column = all.flatMap((one) => one[i]?.id ?? []);
    return {
      rests: column,
      // Foster carers of the council are all foster carers without those of agencies: what the table leaves.
      restsOfPart: [column, ...[byAgency, ...rest.map(({ found }) => found)].map((one) => (one[i] ? [one[i].id] : []))],
      period: labels[i] ?? reading.period,
      label: labels[i] ?? reading.period,
      counts,
      total: counts.reduce((sum, n) => sum + n, 0),
      parts: parts.map((part, k) => ({ name: part.name, count: counts[k] ?? 0 })),
    };
  });
  if (years.some(({ counts, total: n }) => n === 0 || counts.some((count) => count < 0))) return null;
  const repeated = new Set(fostered.map(({ period }) => period)).size < fostered.length;
  const words = partsWords({
    authority: data.authority.authority,
    measure: "Looked-after children by placement",
    people: "children",
    family: [own.name, agency.name],
    did: "lived with foster carers",
    years,
    restsOn: all.flat().map(({ id }) => id),
  });
  return {
    document,
    parts,
    years,
    people: "children",
    words: { ...words, notes: [...(repeated ? [headedAlike] : []), ...words.notes] },
    source: sourceLine([], data.sources, documentTitles([{ document }], data.documents)),
  };
}

/** The years as headed; a heading that is used twice says which column it is. */
function labelsOf(periods: readonly string[]): string[] {
  return periods.map((period, i) => {
    const same = periods.filter((other) => other === period).length;
    const nth = periods.slice(0, i + 1).filter((other) => other === period).length;
    return same > 1 ? `${period} (${nth})` : period;
  });
}

/** Where children live, as parts of a whole, over the years that one paper prints. */
export const placementMix = defineKind<MixModel>({
  id: "placement-mix",
  models: (data) => {
    const ids = new Set([total, agencyId, ...others.map(({ id }) => id)]);
    // Two columns that a paper heads with one year are unsure for a person to settle, but here they stand as the paper has them.
    const rows = data.observations.filter(
      (row) =>
        ids.has(row.indicator) &&
        row.method === "table" &&
        row.subject === "local" &&
        row.unit === "count" &&
        row.value !== null &&
        row.authority_code === data.authority.authority_code &&
        row.review !== "rejected",
    );
    const documents = [...new Set(rows.map(({ document }) => document))].sort(byCodeUnit).reverse();
    return documents
      .map((document) =>
        mixOf(
          data,
          document,
          rows.filter((row) => row.document === document),
        ),
      )
      .filter((model) => model !== null)
      .slice(0, 1);
  },
  measure: () => null,
  words: ({ words }) => words,
  source: ({ source }) => source,
  table: ({ years }) => ({
    columns: ["year", "part", "count", "total"],
    rows: years.flatMap(({ label, parts, total: n, rests, restsOfPart }) =>
      parts.map(({ name, count }, at) => ({
        cells: { year: label, part: name, count, total: n },
        rests: restsOfPart[at] ?? [],
        of: {
          year: { figure: "", rests },
          count: { figure: name === own.name ? "what a part leaves of another" : "its value" },
          total: { figure: "parts added up", rests },
        },
      })),
    ),
  }),
  standing: [headedAlike],
  slide: placementMixSlide,
});
