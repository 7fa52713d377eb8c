import type { Action } from "../../model/action.ts";
import { changeVerdicts, verdicts, type Comparison } from "../../model/comparison.ts";
import type { DocumentRow } from "../../model/document.ts";
import { severities, type Finding } from "../../model/finding.ts";
import type { Observation } from "../../model/observation.ts";
import type { SeriesRow } from "../../model/series.ts";
import { planTally, ratingWord } from "../../words/action-words.ts";
import { origin, type Figure, type Origin, type Pair } from "./figure.ts";
import { wholes } from "./wholes.ts";
import { kindRoles, mostRanked, ratingRoles, ratingsOf, tested } from "./tally-roles.ts";

/** Rows that one text rests on, for what is counted over them. */
export type RestedRows = {
  readonly comparisons: readonly Comparison[];
  readonly observations: readonly Observation[];
  readonly findings: readonly Finding[];
  readonly actions: readonly Action[];
  readonly series: readonly SeriesRow[];
  readonly documents: readonly DocumentRow[];
  /** The day of the papers that print the plan, as the pack judges it. */
  readonly planDate: string;
};

/** Rows of one kind that words count. */
type Kind<Row> = { readonly kind: string; readonly keep: (row: Row) => boolean };

/** How many rows there are, and how many of each kind that words speak of. */
function count<Row>(rows: readonly Row[], kinds: readonly Kind<Row>[], name: string): Figure[] {
  if (rows.length === 0) return [];
  return [
    { name, value: rows.length, measure: "number" },
    ...kinds.map(({ kind, keep }): Figure => ({ name: `${name}: ${kind}`, value: rows.filter(keep).length, measure: "number" })),
  ];
}

const byValue = <Row>(values: Iterable<string>, column: string, read: (row: Row) => string): Kind<Row>[] =>
  [...new Set(values)].map((value) => ({ kind: `${column} ${value}`, keep: (row: Row) => read(row) === value }));

/** What is counted over measures that can be better or worse. */
const judgedKinds: readonly Kind<Comparison>[] = [
  { kind: "tested against neighbours", keep: (row) => tested.has(row.neighbour_verdict) },
  { kind: "not tested, with a value", keep: (row) => row.value !== null && !tested.has(row.neighbour_verdict) },
  { kind: "not tested", keep: (row) => !tested.has(row.neighbour_verdict) },
  { kind: "change not tested", keep: (row) => row.change_verdict === "not_tested" || row.change_verdict === "not_compared" },
  { kind: "without a value", keep: (row) => row.value === null },
  ...byValue(verdicts, "neighbours", (row: Comparison) => row.neighbour_verdict),
  ...byValue(changeVerdicts, "change", (row: Comparison) => row.change_verdict),
  ...byValue(verdicts, "England", (row: Comparison) => row.england_verdict),
  ...byValue(
    Array.from({ length: mostRanked }, (_, at) => String(at + 1)),
    "rank",
    (row: Comparison) => String(row.rank),
  ),
];
const findingKinds = byValue(severities, "severity", ({ severity }: Finding) => severity);

const comparisonCounts = (rows: readonly Comparison[]): Figure[] => [
  ...count(rows, [], "measures"),
  ...count(
    rows.filter((row) => row.polarity !== "none"),
    judgedKinds,
    "judged measures",
  ),
];

function actionCounts(rows: readonly Action[], planDate: string): Figure[] {
  const tally = planTally(rows, planDate);
  return [
    ...count(
      rows,
      byValue(ratingsOf(rows), "rating", (row: Action) => ratingWord(row.rag)),
      "actions",
    ),
    ...(rows.length === 0
      ? []
      : Object.entries(tally).map(([name, value]) => ({ name: `actions: ${name}`, value, measure: "number" as const }))),
    ...(rows.length === 0
      ? []
      : [{ name: "recommendations", value: new Set(rows.map((row) => row.recommendation_no)).size, measure: "number" as const }]),
  ];
}

const longestRun = 16;

/** Where a band such as "21 to 30 days" starts; a band in words comes last. */
const bandStart = (row: Observation): number => Number(/\d+/.exec(row.breakdown)?.[0] ?? Infinity);

/** Counts of bands that stand side by side, added up: "90 of 116 within 20 days" from the bands of a table. */
function sums(rows: readonly Observation[]): { figures: Figure[]; shares: Pair[] } {
  const groups = new Map<string, number[]>();
  for (const row of [...rows].sort((a, b) => bandStart(a) - bandStart(b))) {
    // A total is no band: it is the sum that the bands should have.
    if (row.value === null || row.unit !== "count" || /^total\b/i.test(row.breakdown)) continue;
    const key = [row.document, row.indicator, row.subject, row.period].join("|");
    groups.set(key, [...(groups.get(key) ?? []), row.value]);
  }
  const figures: Figure[] = [];
  const shares: Pair[] = [];
  for (const values of groups.values()) {
    if (values.length < 2 || values.length > longestRun) continue;
    const total = values.reduce((sum, value) => sum + value, 0);
    // What a percentage printed beside the bands would count.
    for (const { value } of rows.filter(({ unit }) => unit === "percent")) {
      if (value !== null)
        shares.push({
          name: "what the printed percentage counts",
          first: Math.round((value / 100) * total),
          second: total,
          measure: "number",
        });
    }
    for (let from = 0; from < values.length; from++) {
      let sum = 0;
      for (let to = from; to < values.length; to++) {
        sum += values[to] ?? 0;
        figures.push({ name: "counts added up", value: sum, measure: "number" });
        shares.push({ name: "counts added up", first: sum, second: total, measure: "number" });
        if (total > 0) figures.push({ name: "share of the counts added up", value: (100 * sum) / total, measure: "percent" });
      }
    }
  }
  return { figures, shares };
}

const wholeCounts = (figures: readonly Figure[]): number[] =>
  [...new Set(figures.map(({ value }) => value))].filter((value) => Number.isInteger(value));

/** What is counted over the rows that a text rests on: how many of them are worse, overdue or errors, and sums of bands. */
export function tallyOrigin(rows: RestedRows): Origin {
  const measures = comparisonCounts(rows.comparisons);
  const actions = actionCounts(rows.actions, rows.planDate);
  const added = sums(rows.observations);
  const whole = wholes(rows.observations);
  const findings = count(rows.findings, findingKinds, "findings");
  const others = [
    ...count(rows.observations, [], "statements"),
    ...count(rows.series, [], "values"),
    ...count(rows.documents, [], "documents"),
  ];
  // "Two of 27": both counts are of the same rows.
  const pairs = [measures, actions, findings].flatMap((figures) => {
    const values = wholeCounts(figures);
    return values.flatMap((denominator) =>
      values
        .filter((numerator) => numerator <= denominator)
        .map((numerator) => ({ name: "counted over its rows", first: numerator, second: denominator, measure: "number" as const })),
    );
  });
  const none =
    rows.comparisons.length + rows.actions.length + rows.findings.length > 0
      ? [{ name: "none of its rows", value: 0, measure: "number" as const }]
      : [];
  const roles = [
    ...(rows.comparisons.length + rows.findings.length === 0 ? [] : kindRoles),
    ...(rows.actions.length === 0 ? [] : ratingRoles(rows.actions)),
  ];
  return origin("rows counted", {
    roles,
    figures: [...measures, ...actions, ...findings, ...others, ...added.figures, ...whole.figures, ...none],
    shares: [...pairs, ...added.shares, ...whole.shares],
  });
}
