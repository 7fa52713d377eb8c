import { patternOf } from "../../core/patterns.ts";
import type { Block, DocumentRow, SourceTable } from "../../model/document.ts";
import type { Indicator, Unit } from "../../model/indicator.ts";
import type { Observation } from "../../model/observation.ts";
import { parsePeriod } from "../../model/period.ts";
import type { Figure } from "../grammar/figure.ts";
import type { DocumentDates } from "../grammar/periods.ts";
import { readCell } from "./cells.ts";
import { layOut, type PartRow, type TablePart } from "./layout.ts";
import { agesOf, bandKind, nameCell, placed, population, wholes, type Naming } from "./name-cell.ts";
import { findNames, isBand, nameIndicators, withUnit } from "./name-indicator.ts";
import { datedToDate, readColumn, readHeading, readLabels, type Column, type HeadingContext, type HeadingMeaning } from "./read-heading.ts";
import { countColumns, unitOf } from "./unit-of.ts";

export type TableContext = {
  indicators: readonly Indicator[];
  row: DocumentRow;
  /** Whose figures these are when no heading says: "local" or "other:NAME". */
  scope: () => string;
  /** Latest period of a table above with the same caption, of which this one is a further part. */
  inherited: string;
  /** Headings of this document that were read before. */
  seen: Map<string, HeadingMeaning>;
  /** Column headings of the table directly above, for one that goes on without a header. */
  heads: string[][];
};
export type TableReading = {
  observations: Observation[];
  /** Latest period that a local column names; "" when none does. */
  latest: string;
  /** Column headings of its last part. */
  heads: string[][];
};

const notFigures =
  /^(?:actions?|action required|timescales?|lead(?: officer)?|progress(?: update)?|owner|by when|outcomes?|item|page(?: nos?\.?)?|agenda)$/i;
const aboutChildren = patternOf("i")`
  \b(?:child(?:ren)?|young (?:people|person)|lac|cla|looked[- ]after|in care|care[- ]leav\w+|foster\w*|adopt\w+|social work\w*|
  caseloads?|placements?|referrals?|pupils?|carers?|families|sgos?|uasc|permanence|safeguarding|strateg\w+ discussions?|
  assessments?|staff|workforce|youth|early help|families)\b`;

export function readTable(block: Block, table: SourceTable, context: TableContext): TableReading {
  const dates: DocumentDates = { published: context.row.published, event_start: context.row.event_start, event_end: context.row.event_end };
  const said: HeadingContext = { dates, region: context.row.region, authority: context.row.authority, base: "", seen: context.seen };
  const captionPeriod = readHeading(table.caption, said).period ?? "";
  const headingPeriod =
    [...block.headings]
      .reverse()
      .map((heading) => readHeading(heading, said).period)
      .find((period) => period) ?? "";
  const whole = captionPeriod || context.inherited || headingPeriod;
  const headings: HeadingContext = { ...said, base: /^\d{4}\/\d{2}/.test(whole) ? whole : "" };
  const observations: Observation[] = [];
  const periods: string[] = [];
  let heads: string[][] = [];
  for (const printed of layOut(table)) {
    const goesOn = printed.heads.every((head) => head.length === 0) && printed.heads.length === context.heads.length;
    const part = goesOn ? { ...printed, heads: context.heads } : printed;
    heads = part.heads;
    if (
      part.heads.some((head) => head.some((text) => notFigures.test(text))) &&
      part.heads.flat().filter((text) => notFigures.test(text)).length > 1
    )
      continue;
    const columns = datedToDate(part.heads.map((head) => readColumn(head, headings)));
    for (const { meaning } of columns) if (meaning.period && !meaning.subject) periods.push(meaning.period);
    for (const observation of readPart(block, table, part, columns, { ...context, whole, headings })) observations.push(observation);
  }
  const latest = periods.sort((a, b) => endOf(a) - endOf(b)).at(-1) ?? "";
  return { observations, latest: latest || whole, heads };
}

const endOf = (period: string): number => Number((parsePeriod(period)?.end ?? "").replaceAll("-", "")) || 0;

type PartContext = TableContext & { whole: string; headings: HeadingContext };

function readPart(block: Block, table: SourceTable, part: TablePart, columns: readonly Column[], context: PartContext): Observation[] {
  const corner = part.heads.slice(0, part.firstValue).flat().join(" ");
  const around = [table.caption, corner, ...block.headings.slice(-2)].join(" ");
  const bands = part.rows.filter((row) => isBand(row.head)).length >= 2 ? bandKind(part, around) : undefined;
  const about = aboutChildren.test(table.caption) || part.rows.some((row) => aboutChildren.test(row.source.cells.join(" ")));
  const percents = part.rows.some((row) => row.cells.some((cell) => cell.includes("%")));
  const repeated = repeatsPeriods(columns, part.firstValue);
  const values = columns.slice(part.firstValue).filter((column) => !column.meaning.skip);
  const across =
    values.filter((column) => nameIndicators(column.printed, around, context.indicators).length > 0).length * 2 >=
    Math.max(2, values.length);
  const rowsNamed = part.rows.some((row) => nameIndicators(row.head, around, context.indicators).length > 0);
  const counts = countColumns(part);
  const several = new Set(values.map((column) => column.meaning.period).filter((period) => period !== null)).size > 1;
  const places = !rowsNamed && part.rows.some((row) => readHeading(row.head, context.headings).subject !== null);
  const observations: Observation[] = [];
  for (const row of part.rows) {
    const labelled = readLabels(row.labels, context.headings);
    const meaning = placed(labelled.meaning, row.head, places);
    const spoken = { ...row, head: labelled.spoken };
    const names = findNames(spoken.head, context.indicators);
    // Where each column is a measure of its own, a sign in one says nothing of the others.
    const rowPercents = !across && row.cells.some((cell) => cell.includes("%"));
    const facts: Fact[] = [];
    for (let column = part.firstValue; column < row.cells.length; column++) {
      const head = columns[column] ?? { printed: "", meaning: { period: null, subject: null, unit: null, skip: false, rest: "" } };
      const reading = readCell(row.cells[column] ?? "");
      if (reading.kind !== "figures" || head.meaning.skip || meaning.skip) continue;
      const named = nameCell(spoken, meaning, head, names, {
        around,
        corner,
        caption: rowsNamed ? "" : table.caption,
        bands,
        across,
        indicators: context.indicators,
      });
      const inCounts = head.meaning.unit === null && meaning.unit === null && !rowPercents;
      const beside = reading.figures.some((figure) => figure.measure === "percent");
      for (const figure of reading.figures) {
        const place = { row, meaning, head, percents, rowPercents, repeated, about, context, several };
        const counted = figure.measure === "number" && (beside || (inCounts && counts.has(column)));
        facts.push(...readFact(figure, named, { ...place, counted }));
      }
    }
    joinCounts(facts);
    for (const fact of facts) observations.push(observe(fact, block, table, context));
  }
  return observations;
}

/** Two columns under one printed heading cannot both be of that period, and which of the others is right nobody can say. */
function repeatsPeriods(columns: readonly Column[], from: number): boolean {
  const dated = columns
    .slice(from)
    .filter((column) => column.meaning.period !== null && !column.meaning.skip)
    .map((column) => column.printed);
  return new Set(dated).size < dated.length;
}

type Fact = {
  indicator: string;
  breakdown: string;
  subject: string;
  unit: Unit;
  figure: Figure;
  numerator: number | null;
  denominator: number | null;
  period: string;
  row: PartRow;
  column: string;
  confidence: number;
};

type FactContext = {
  row: PartRow;
  meaning: HeadingMeaning;
  head: Column;
  percents: boolean;
  rowPercents: boolean;
  repeated: boolean;
  context: PartContext;
  /** Whether the columns are of more than one period. */
  several: boolean;
  /** Whether the table is about children, services or workforce at all. */
  about: boolean;
  /** A bare number in one cell with a percentage, "22 (57%)", or in a column of counts. */
  counted: boolean;
};

function readFact(
  figure: Figure,
  naming: Naming,
  { row, meaning, head, percents, rowPercents, repeated, about, context, counted, several }: FactContext,
): Fact[] {
  if (figure.measure === "points" || figure.measure === "times" || figure.measure === "years") return [];
  const bare = counted && (naming.named[0] === undefined || naming.named[0].units.includes("count"));
  const { unit, sure } = bare
    ? { unit: "count" as const, sure: true }
    : unitOf(figure, naming, head.meaning, meaning, { percents, rowPercents });
  const named = withUnit(naming.named, unit);
  const subject = head.meaning.subject ?? meaning.subject ?? context.scope();
  const period = head.meaning.period ?? meaning.period ?? sectionPeriod(row, context) ?? withoutOwn(subject, several, context.whole);
  const shared = { subject, unit, figure, numerator: figure.numerator, denominator: figure.denominator, period, row, column: head.printed };
  let confidence =
    0.95 - (sure ? 0 : 0.2) - (period === "" ? 0.2 : 0) - (naming.by === "caption" ? 0.2 : 0) - (head.printed === "" ? 0.1 : 0);
  // A bare number that could be a share or a count: a person must say which.
  if (!sure && naming.named[0]?.indicator.unit === "percent") confidence = Math.min(confidence, 0.45);
  if (repeated && head.meaning.period !== null) confidence = Math.min(confidence, 0.45);
  const [low, high] = named?.indicator.range ?? [0, Number.MAX_SAFE_INTEGER];
  if (named && unit === named.indicator.unit && (figure.value < low || figure.value > high)) confidence = Math.min(confidence, 0.3);
  if (unit === "percent" && figure.value > 100) confidence = Math.min(confidence, 0.3);
  if (named)
    return [
      {
        ...shared,
        indicator: named.indicator.id,
        breakdown: agesOf(named.indicator, naming.breakdown, row, head) || naming.breakdown,
        confidence: Math.round(confidence * 100) / 100,
      },
    ];
  const understood = head.meaning.period !== null || head.meaning.unit !== null || head.meaning.subject !== null || meaning.unit !== null;
  if (!understood || row.head === "" || wholes.test(row.head) || !about) return [];
  const breakdown = row.head.replace(population, "").trim() || row.head;
  return [
    {
      ...shared,
      indicator: "other",
      breakdown: row.section && !breakdown.includes(row.section) ? `${row.section}: ${breakdown}` : breakdown,
      confidence: Math.round(Math.min(confidence, 0.7) * 100) / 100,
    },
  ];
}

/** Beside columns of several periods, a comparator without one may be of any; a target is for the year. */
function withoutOwn(subject: string, several: boolean, whole: string): string {
  if (!several || subject === "local") return whole;
  return subject === "target" ? whole.replace(/^(\d{4}\/\d{2}) Q[1-4]$/, "$1") : "";
}

const sectionPeriod = (row: PartRow, context: PartContext): string | null =>
  row.section ? readHeading(row.section, context.headings).period : null;

/** A count "174 out of 188" beside the percentage it makes gives that percentage its numerator and base. */
function joinCounts(facts: readonly Fact[]): void {
  for (const fact of facts) {
    if (fact.unit !== "percent" || fact.denominator !== null) continue;
    const pair = facts.find(
      (other) =>
        other.unit === "count" &&
        other.numerator !== null &&
        other.denominator !== null &&
        other.indicator === fact.indicator &&
        other.subject === fact.subject &&
        other.period === fact.period &&
        Math.abs((100 * other.numerator) / other.denominator - fact.figure.value) < 0.6,
    );
    if (pair) Object.assign(fact, { numerator: pair.numerator, denominator: pair.denominator });
  }
}

function observe(fact: Fact, block: Block, table: SourceTable, context: TableContext): Observation {
  return {
    observation_id: "",
    document: context.row.document,
    authority_code: context.row.authority_code,
    authority: context.row.authority,
    indicator: fact.indicator,
    breakdown: fact.breakdown,
    subject: fact.subject,
    value: fact.figure.value,
    value_high: fact.figure.valueHigh,
    unit: fact.unit,
    qualifier: fact.figure.qualifier,
    numerator: fact.numerator,
    denominator: fact.denominator,
    period: fact.period,
    period_start: "",
    period_end: "",
    method: "table",
    page: fact.row.source.page ?? block.page,
    paragraph: "",
    table: table.caption || `Table ${table.number}`,
    row: fact.row.head,
    column: fact.column,
    quote: fact.row.source.raw,
    confidence: fact.confidence,
    review: "",
  };
}
