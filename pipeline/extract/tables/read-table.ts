import type { Block, DocumentRow, SourceTable } from "../../model/document.ts";
import type { Indicator } from "../../model/indicator.ts";
import type { Observation } from "../../model/observation.ts";
import { parsePeriod } from "../../model/period.ts";
import type { DocumentDates } from "../grammar/periods.ts";
import { readCell } from "./cells.ts";
import { layOut, type TablePart } from "./layout.ts";
import { bandKind, nameCell, placed } from "./name-cell.ts";
import { findNames, isBand, nameIndicators } from "./name-indicator.ts";
import { joinCounts, readFact, traitsOf, type Fact, type Surroundings } from "./read-fact.ts";
import { datedToDate, readColumn, readHeading, readLabels, type Column, type HeadingContext, type HeadingMeaning } from "./read-heading.ts";
import { countColumns } from "./unit-of.ts";

type TableContext = {
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

/** Headings of agendas and action plans; two of them make a table of such. */
const notFigures =
  /^(?:actions?|action required|timescales?|lead(?: officer)?|progress(?: update)?|owner|by when|outcomes?|item|page(?: nos?\.?)?|agenda)$/i;

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
    if (part.heads.flat().filter((text) => notFigures.test(text)).length > 1) continue;
    const columns = datedToDate(part.heads.map((head) => readColumn(head, headings)));
    for (const { meaning } of columns) if (meaning.period && !meaning.subject) periods.push(meaning.period);
    for (const observation of readPart(block, table, part, columns, { ...context, whole, headings })) observations.push(observation);
  }
  const latest = periods.sort((a, b) => endOf(a) - endOf(b)).at(-1) ?? "";
  return { observations, latest: latest || whole, heads };
}

const endOf = (period: string): number => Number((parsePeriod(period)?.end ?? "").replaceAll("-", "")) || 0;

type PartContext = TableContext & Surroundings;

function readPart(block: Block, table: SourceTable, part: TablePart, columns: readonly Column[], context: PartContext): Observation[] {
  const corner = part.heads.slice(0, part.firstValue).flat().join(" ");
  const around = [table.caption, corner, ...block.headings.slice(-2)].join(" ");
  const bands = part.rows.filter((row) => isBand(row.head)).length >= 2 ? bandKind(part, around) : undefined;
  const values = columns.slice(part.firstValue).filter((column) => !column.meaning.skip);
  const traits = traitsOf(part, table.caption, values);
  const isNamed = (heading: string): boolean => nameIndicators(heading, around, context.indicators).length > 0;
  const across = values.filter((column) => isNamed(column.printed)).length * 2 >= Math.max(2, values.length);
  const rowsNamed = part.rows.some((row) => isNamed(row.head));
  const counts = countColumns(part);
  const hasPlaces = !rowsNamed && part.rows.some((row) => readHeading(row.head, context.headings).subject !== null);
  const observations: Observation[] = [];
  for (const row of part.rows) {
    const labelled = readLabels(row.labels, context.headings);
    const meaning = placed(labelled.meaning, row.head, hasPlaces);
    if (meaning.skip) continue;
    const spoken = { ...row, head: labelled.spoken };
    const names = findNames(spoken.head, context.indicators);
    // Where each column is a measure of its own, a sign in one says nothing of the others.
    const rowHasPercents = !across && row.cells.some((cell) => cell.includes("%"));
    const facts: Fact[] = [];
    for (let column = part.firstValue; column < row.cells.length; column++) {
      const head = columns[column] ?? unheaded;
      const reading = readCell(row.cells[column] ?? "");
      if (reading.kind !== "figures" || head.meaning.skip) continue;
      const named = nameCell(spoken, meaning, head, names, {
        around,
        corner,
        caption: rowsNamed ? "" : table.caption,
        bands,
        across,
        indicators: context.indicators,
      });
      const isInCounts = head.meaning.unit === null && meaning.unit === null && !rowHasPercents && counts.has(column);
      const isBesidePercent = reading.figures.some((figure) => figure.measure === "percent");
      for (const figure of reading.figures) {
        const isCount = figure.measure === "number" && (isBesidePercent || isInCounts);
        const fact = readFact(figure, named, { row, meaning, head, rowHasPercents, isCount }, traits, context);
        if (fact) facts.push(fact);
      }
    }
    joinCounts(facts);
    for (const fact of facts) observations.push(observe(fact, block, table, context));
  }
  return observations;
}

const unheaded: Column = { printed: "", meaning: { period: null, subject: null, unit: null, skip: false, rest: "" } };

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
