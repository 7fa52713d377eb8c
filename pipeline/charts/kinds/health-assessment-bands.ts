import { isUsable, type Observation } from "../../model/observation.ts";
import { bandsWords, type Band } from "../../words/chart-words-documents.ts";
import type { ChartWords } from "../../words/chart-words.ts";
import type { ChartData, Measure } from "../data.ts";
import { defineKind } from "../kind.ts";
import { byCodeUnit } from "../layout/order.ts";
import { sourceLine } from "../source-line.ts";
import { bandsPack } from "./health-assessment-bands-pack.ts";
import { bandsSlide } from "./health-assessment-bands-slide.ts";
import { statutoryDays } from "./statutory-days.ts";
import { documentTitles } from "./document-titles.ts";

/** A band of working days with the observation that counts it; `to` is null for the open last one, both are null for "no assessment". */
export type DayBand = Band & { from: number | null; to: number | null; short: string; rests: string };

export type BandsModel = {
  measure: Measure;
  period: string;
  bands: DayBand[];
  none: DayBand | null;
  total: number;
  /** Percentage that the document prints as in time, where its own counts give another; else null. */
  contradicted: { printed: number; numerator: number } | null;
  perMark: number;
  words: ChartWords;
  source: string;
};

/** "0-20 days", "21 to 30 days", "More than 71 days", "No Initial Health Assessment". Null for a total or anything else. */
export function parseBand(text: string, count: number, rests = ""): DayBand | null {
  const label = text.trim();
  const range = /(\d+)\s*(?:-|–|to)\s*(\d+)/.exec(label);
  if (range) {
    const [from, to] = [Number(range[1]), Number(range[2])];
    return { label: `${from} to ${to} days`, short: `${from} to ${to}`, count, from, to, inTime: to <= statutoryDays, rests };
  }
  const over = /(?:over|more than|above)\s*(\d+)/i.exec(label) ?? /(\d+)\s*(?:\+|or more|and over|days? or more)/i.exec(label);
  if (over)
    return { label: `over ${over[1]} days`, short: `over ${over[1]}`, count, from: Number(over[1]), to: null, inTime: false, rests };
  const under = /(?:within|under|up to|less than)\s*(\d+)/i.exec(label);
  if (under)
    return {
      label: `within ${under[1]} days`,
      short: `0 to ${under[1]}`,
      count,
      from: 0,
      to: Number(under[1]),
      inTime: Number(under[1]) <= statutoryDays,
      rests,
    };
  return /^(?:no|none|not)\b/i.test(label)
    ? { label: "no assessment", short: "no assessment recorded", count, from: null, to: null, inTime: null, rests }
    : null;
}

const bandIndicator = "health.initial_assessment_band";
const timelyIndicator = "health.initial_assessment_timely";

function modelOf(data: ChartData, measure: Measure, rows: readonly Observation[]): BandsModel | null {
  const first = rows[0];
  const bands = rows.flatMap((row) => (row.value === null ? [] : (parseBand(row.breakdown, row.value, row.observation_id) ?? [])));
  const timed = bands.filter((band) => band.from !== null).sort((a, b) => (a.from ?? 0) - (b.from ?? 0));
  if (!first || timed.length < 3 || !timed.some((band) => band.inTime) || new Set(timed.map((band) => band.from)).size < timed.length)
    return null;
  const none = bands.find((band) => band.from === null) ?? null;
  const all = [...timed, ...(none ? [none] : [])];
  const total = all.reduce((sum, band) => sum + band.count, 0);
  const inTime = timed.filter((band) => band.inTime).reduce((sum, band) => sum + band.count, 0);
  const timely = data.observations.find(
    (row) =>
      row.indicator === timelyIndicator &&
      row.document === first.document &&
      row.period === first.period &&
      row.subject === "local" &&
      row.unit === "percent" &&
      isUsable(row),
  );
  const printed = timely?.value ?? null;
  const share = (100 * inTime) / total;
  const perMark = total > 200 ? 5 : 1;
  return {
    measure,
    period: first.period,
    bands: timed,
    none,
    total,
    perMark,
    contradicted: printed !== null && Math.abs(printed - share) >= 0.1 ? { printed, numerator: Math.round((printed / 100) * total) } : null,
    words: bandsWords({
      authority: data.authority.authority,
      period: first.period,
      bands: all,
      printed,
      perMark,
      restsOn: [...rows, ...(timely ? [timely] : [])].map((row) => row.observation_id),
    }),
    source: sourceLine([], data.sources, documentTitles([first], data.documents)),
  };
}

/** First health assessments by working days taken, as a paper's own table counts them. */
export const healthAssessmentBands = defineKind<BandsModel>({
  id: "health-assessment-bands",
  models: (data) => {
    const measure = data.measures.find(({ indicator }) => indicator.id === bandIndicator);
    if (!measure) return [];
    const rows = data.observations.filter(
      (row) =>
        row.indicator === bandIndicator &&
        row.subject === "local" &&
        row.authority_code === data.authority.authority_code &&
        row.unit === "count" &&
        isUsable(row),
    );
    const groups = Map.groupBy(
      [...rows].sort((a, b) => byCodeUnit(a.observation_id, b.observation_id)),
      (row) => `${row.document}|${row.period}`,
    );
    const models = [...groups]
      .sort(([a], [b]) => byCodeUnit(a, b))
      .map(([, group]) => modelOf(data, measure, group))
      .filter((model) => model !== null);
    // The newest table only: two of the same year would be the same picture twice.
    return models.sort((a, b) => byCodeUnit(b.period, a.period)).slice(0, 1);
  },
  measure: ({ measure }) => measure,
  words: ({ words }) => words,
  source: ({ source }) => source,
  table: ({ bands, none, period }) => ({
    columns: ["period", "band", "count", "in_time"],
    rows: [...bands, ...(none ? [none] : [])].map(({ label, count, inTime, rests }) => ({
      cells: { period, band: label, count, in_time: inTime === null ? "" : inTime ? "yes" : "no" },
      rests: [rests],
      of: { count: { figure: "its value" } },
    })),
  }),
  standing: [`${statutoryDays} working days`, "each circle is five children"],
  slide: bandsSlide,
  pack: bandsPack,
});
