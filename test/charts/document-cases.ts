import type { ChartInput } from "../../pipeline/charts/data.ts";
import type { Action } from "../../pipeline/model/action.ts";
import type { Observation } from "../../pipeline/model/observation.ts";
import type { SeriesRow } from "../../pipeline/model/series.ts";
import { controlLimits } from "../../pipeline/stages/control-limits.ts";
import { edgeCases } from "./cases.ts";

/** What the kinds that draw documents and local files have to survive. */

const usual = edgeCases["the usual"] as () => ChartInput;
export const base = usual();
export const code = base.authority.authority_code;
export const paper = {
  document: "paper.txt",
  title: "Panel paper",
  kind: "panel papers",
  publisher: "Harrow Council",
  authority_code: code,
  authority: "Harrow",
  region: "",
  published: "2018-01-15",
  event_start: "",
  event_end: "",
  pages: null,
  sha256: "",
};

export const observed = (indicator: string, breakdown: string, value: number, rest: Partial<Observation> = {}): Observation => ({
  observation_id: `obs-${indicator}-${breakdown}-${value}`.replaceAll(" ", "_"),
  document: "paper.txt",
  authority_code: code,
  authority: "Harrow",
  indicator,
  breakdown,
  subject: "local",
  value,
  value_high: null,
  unit: "count",
  qualifier: "exact",
  numerator: null,
  denominator: null,
  period: "2016/17",
  period_start: "2016-04-01",
  period_end: "2017-03-31",
  method: "table",
  page: null,
  paragraph: "",
  table: "",
  row: "",
  column: "",
  quote: `${breakdown} ${value}`,
  confidence: 0.95,
  review: "",
  ...rest,
});

export const action = (recommendation_no: number, action_id: string, due: string, rag = ""): Action => ({
  document: "paper.txt",
  authority_code: code,
  plan: "Plan",
  recommendation_no,
  recommendation: "Ensure that the quality of personal education plans improves in every school and setting",
  action_id,
  action: "Do it",
  outcome: "",
  timescale: "",
  due,
  lead: "",
  progress: "",
  rag,
  page: null,
  place: "",
});

/** Rows of a placement table: one count a year and part, quoted as the paper prints the row. */
export const mixRow = (indicator: string, years: readonly string[], values: readonly number[]): Observation[] =>
  values.map((value, i) =>
    observed(indicator, "", value, {
      observation_id: `${indicator}-${i}`,
      period: years[i] ?? "",
      quote: `${indicator} ${values.map((n) => `${n} 12.3%`).join(" ")}`,
    }),
  );

type Bands = readonly (readonly [band: string, count: number])[];
const bandsCase =
  (bands: Bands, name = "Harrow") =>
  (): ChartInput =>
    named(name, { observations: bands.map(([band, count]) => observed("health.initial_assessment_band", band, count)) });

type Mix = {
  years: readonly string[];
  foster: readonly number[];
  agency: readonly number[];
  residential: readonly number[];
  independent: readonly number[];
  parents: readonly number[];
};
const mixCase =
  ({ years, foster, agency, residential, independent, parents }: Mix, name = "Harrow") =>
  (): ChartInput =>
    named(name, {
      observations: [
        ["cla.foster_care", foster],
        ["cla.ifa", agency],
        ["cla.residential", residential],
        ["cla.independent_living", independent],
        ["cla.with_parents", parents],
      ].flatMap(([id, values]) => mixRow(id as string, years, values as readonly number[])),
    });

const planCase =
  (actions: readonly Action[], name = "Harrow") =>
  (): ChartInput =>
    named(name, { actions: [...actions] });

const controlCase =
  (values: readonly (number | null)[], name = "Harrow") =>
  (): ChartInput => {
    const series = values.flatMap((value, i): SeriesRow[] => {
      const month = `${2016 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`;
      return value === null
        ? []
        : [
            {
              series_id: `own-${i}`,
              authority_code: code,
              authority: name,
              level: "local_authority",
              indicator: "health.initial_assessment_timely",
              breakdown: "",
              period: month,
              period_end: `${month}-28`,
              value,
              numerator: null,
              denominator: null,
              symbol: "",
              unit: "percent",
              qualifier: "exact",
              origin: "local",
              source: "own.csv",
              source_line: `own.csv:${i + 2}`,
            },
          ];
    });
    return named(name, { series, controlPoints: controlLimits(series) });
  };

const named = (name: string, rest: Partial<ChartInput>): ChartInput => ({
  ...base,
  comparisons: [],
  series: [],
  documents: [paper],
  authority: { ...base.authority, authority: name },
  ...rest,
});

const longest = "Bournemouth, Christchurch and Poole";
const bands: Bands = [
  ["0-20 days", 90],
  ["21 to 30 days", 14],
  ["31 to 40 days", 2],
  ["More than 41 days", 3],
  ["No Initial Health Assessment", 7],
  ["Total", 116],
];
const mix: Mix = {
  years: ["2014/15", "2015/16", "2016/17"],
  foster: [197, 199, 211],
  agency: [91, 86, 82],
  residential: [25, 31, 34],
  independent: [26, 30, 40],
  parents: [26, 27, 19],
};
const plan = [
  action(1, "1.1", "2017-03-31"),
  action(1, "1.2", "2017-12-31", "Yellow"),
  action(2, "2.1", "2018-01-31", "Green"),
  action(2, "2.2", ""),
  action(3, "3.1", "2018-02-28", "Red"),
];
const months = [78, 80, 74, 79, 81, 77, 76, 82, 80, 79, 75, 78, 60, 79, 80];

export const documentCases: Readonly<Record<string, Readonly<Record<string, () => ChartInput>>>> = {
  "health-assessment-bands": {
    "the usual": bandsCase(bands),
    "a band without children": bandsCase(bands.map(([band, count]) => [band, band.startsWith("31") ? 0 : count])),
    "all equal": bandsCase(bands.map(([band, count]) => [band, band === "Total" ? count : 20])),
    "nobody without an assessment, and more than 200": bandsCase([
      ["0-20 days", 301],
      ["21 to 30 days", 44],
      ["More than 31 days", 9],
    ]),
    "the longest name": bandsCase(bands, longest),
  },
  "placement-mix": {
    "the usual": mixCase(mix),
    "a part without children": mixCase({ ...mix, parents: [26, 0, 19] }),
    "parts too narrow for their figures": mixCase({ ...mix, residential: [3, 2, 1], parents: [2, 3, 2] }),
    "all equal": mixCase({
      ...mix,
      foster: [80, 80, 80],
      agency: [40, 40, 40],
      residential: [40, 40, 40],
      independent: [40, 40, 40],
      parents: [40, 40, 40],
    }),
    "the longest name": mixCase(mix, longest),
  },
  "action-plan": {
    "the usual": planCase(plan),
    "no action has a date": planCase(plan.map((one) => ({ ...one, due: "" }))),
    "one action": planCase(plan.slice(0, 1)),
    "twenty-four actions of one month": planCase(
      Array.from({ length: 24 }, (_, i) => action(1, `1.${i + 1}`, "2018-03-31", ["Red", "Amber", "Green", ""][i % 4])),
    ),
    "the longest name": planCase(plan, longest),
  },
  "control-chart": {
    "the usual": controlCase(months),
    "a month without a figure": controlCase(months.map((value, i) => (i === 5 ? null : value))),
    "too few for firm limits": controlCase(months.slice(0, 9)),
    "all equal": controlCase(months.map(() => 80)),
    "the longest name": controlCase(months, longest),
  },
};
