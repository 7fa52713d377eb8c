import type { Block, DocumentRow, SourceTable } from "../../model/document.ts";
import type { Indicator, Unit } from "../../model/indicator.ts";
import type { Observation } from "../../model/observation.ts";
import { parsePeriod } from "../../model/period.ts";
import type { Figure } from "../grammar/figure.ts";
import { parsePeriodText, type DocumentDates } from "../grammar/periods.ts";
import { readCell } from "./cells.ts";
import { layOut, type PartRow, type TablePart } from "./layout.ts";
import { findNames, inContext, isBand, nameIndicators, plainHeading, withUnit, type NameFound, type Named } from "./name-indicator.ts";
import { readHeading, type HeadingContext, type HeadingMeaning } from "./read-heading.ts";

export type TableContext = {
  indicators: readonly Indicator[];
  row: DocumentRow;
  /** Whose figures these are when no heading says: "local" or "other:NAME". */
  scope: () => string;
  /** Latest period of a table above with the same caption, of which this one is a further part. */
  inherited: string;
};
export type TableReading = { observations: Observation[]; /** Latest period that a local column names; "" when none does. */ latest: string };

const notFigures = /^(?:actions?|action required|timescales?|lead(?: officer)?|progress(?: update)?|owner|by when|outcomes?|item|page(?: nos?\.?)?|agenda)$/i;
const aboutChildren = /\b(?:child(?:ren)?|young (?:people|person)|lac|cla|looked[- ]after|in care|care[- ]leav\w+|foster\w*|adopt\w+|social work\w*|caseloads?|placements?|referrals?|pupils?|carers?|families|sgos?|uasc|permanence|safeguarding|strateg\w+ discussions?|assessments?|staff|workforce|youth|early help|families)\b/i;

export function readTable(block: Block, table: SourceTable, context: TableContext): TableReading {
  const dates: DocumentDates = { published: context.row.published, event_start: context.row.event_start, event_end: context.row.event_end };
  const captionPeriod = parsePeriodText(table.caption, dates) ?? "";
  const headingPeriod = [...block.headings].reverse().map((heading) => parsePeriodText(heading, dates)).find((period) => period) ?? "";
  const whole = captionPeriod || context.inherited || headingPeriod;
  const headings: HeadingContext = { dates, region: "", authority: context.row.authority, base: /^\d{4}\/\d{2}/.test(whole) ? whole : "" };
  const observations: Observation[] = [];
  const periods: string[] = [];
  for (const part of layOut(table)) {
    if (part.heads.some((head) => head.some((text) => notFigures.test(text))) && part.heads.flat().filter((text) => notFigures.test(text)).length > 1) continue;
    const columns = part.heads.map((head) => readColumn(head, headings));
    for (const { meaning } of columns) if (meaning.period && !meaning.subject) periods.push(meaning.period);
    for (const observation of readPart(block, table, part, columns, { ...context, whole, headings })) observations.push(observation);
  }
  const latest = periods.sort((a, b) => endOf(a) - endOf(b)).at(-1) ?? "";
  return { observations, latest: latest || whole };
}

const endOf = (period: string): number => Number((parsePeriod(period)?.end ?? "").replaceAll("-", "")) || 0;

type Column = { printed: string; meaning: HeadingMeaning };

/** All headings over a column as one: a year over "Number" and "%" says the period in one and the unit in the other. */
function readColumn(head: readonly string[], headings: HeadingContext): Column {
  const meanings = head.map((text) => readHeading(text, headings));
  const last = <K extends "period" | "subject" | "unit">(key: K): HeadingMeaning[K] | null => [...meanings].reverse().map((one) => one[key]).find((value) => value !== null) ?? null;
  return {
    printed: head.join(" "),
    meaning: { period: last("period"), subject: last("subject"), unit: last("unit"), skip: meanings.some((one) => one.skip), rest: meanings.map((one) => one.rest).filter((rest) => rest !== "").join(" ") },
  };
}

type PartContext = TableContext & { whole: string; headings: HeadingContext };

function readPart(block: Block, table: SourceTable, part: TablePart, columns: readonly Column[], context: PartContext): Observation[] {
  const corner = part.heads.slice(0, part.firstValue).flat().join(" ");
  const around = [table.caption, corner, ...block.headings.slice(-2)].join(" ");
  const bands = part.rows.filter((row) => isBand(row.head)).length >= 2 ? bandKind(part, around) : undefined;
  const about = aboutChildren.test(table.caption) || part.rows.some((row) => aboutChildren.test(row.source.cells.join(" ")));
  const percents = part.rows.some((row) => row.cells.some((cell) => cell.includes("%")));
  const repeated = repeatsPeriods(columns, part.firstValue);
  const values = columns.slice(part.firstValue).filter((column) => !column.meaning.skip);
  const across = values.filter((column) => nameIndicators(column.printed, around, context.indicators).length > 0).length * 2 >= Math.max(2, values.length);
  const rowsNamed = part.rows.some((row) => nameIndicators(row.head, around, context.indicators).length > 0);
  const counts = countColumns(part);
  const places = !rowsNamed && part.rows.some((row) => readHeading(row.head, context.headings).subject !== null);
  const observations: Observation[] = [];
  for (const row of part.rows) {
    const meaning = placed(readHeading(row.head, context.headings), row.head, places);
    const names = findNames(row.head, context.indicators);
    // Where each column is a measure of its own, a sign in one says nothing of the others.
    const rowPercents = !across && row.cells.some((cell) => cell.includes("%"));
    const facts: Fact[] = [];
    for (let column = part.firstValue; column < row.cells.length; column++) {
      const head = columns[column] ?? { printed: "", meaning: { period: null, subject: null, unit: null, skip: false, rest: "" } };
      const reading = readCell(row.cells[column] ?? "");
      if (reading.kind !== "figures" || head.meaning.skip || meaning.skip) continue;
      const named = nameCell(row, meaning, head, names, { around, corner, caption: rowsNamed ? "" : table.caption, bands, across, indicators: context.indicators });
      const inCounts = head.meaning.unit === null && meaning.unit === null && !rowPercents;
      const beside = reading.figures.some((figure) => figure.measure === "percent");
      for (const figure of reading.figures) {
        const place = { row, meaning, head, percents, rowPercents, repeated, about, context };
        const counted = figure.measure === "number" && (beside || (inCounts && counts.has(column)));
        facts.push(...readFact(figure, named, { ...place, counted }));
      }
    }
    joinCounts(facts);
    for (const fact of facts) observations.push(observe(fact, block, table, context));
  }
  return observations;
}

/** In a table of places, a name that is neither the authority nor a comparator is another authority. */
function placed(meaning: HeadingMeaning, head: string, places: boolean): HeadingMeaning {
  const isName = /^\p{Lu}[\p{L}'’.&-]+(?: (?:\p{Lu}[\p{L}'’.&-]*|and|of|on|upon|with|the|&))*$/u.test(head) && !groups.test(head);
  return places && isName && meaning.subject === null && meaning.period === null ? { ...meaning, subject: `other:${head}`, rest: "" } : meaning;
}

/** What rows of bands are bands of: the header, the caption or the bands themselves say days or years. */
function bandKind(part: TablePart, around: string): "days" | "age" {
  const text = plainHeading(`${around} ${part.rows.map((row) => row.head).join(" ")}`);
  return /\bdays?\b/.test(text) ? "days" : "age";
}

/** Columns without a percentage sign in which a bare number is too large for one: all their numbers are counts. */
function countColumns(part: TablePart): Set<number> {
  const counts = new Set<number>();
  for (let column = part.firstValue; column < part.heads.length; column++) {
    const cells = part.rows.map((row) => row.cells[column] ?? "");
    if (!cells.some((cell) => cell.includes("%")) && cells.some((cell) => /^\d[\d,]*$/.test(cell) && Number(cell.replaceAll(",", "")) > 100)) counts.add(column);
  }
  return counts;
}

/** Two columns under one printed heading cannot both be of that period, and which of the others is right nobody can say. */
function repeatsPeriods(columns: readonly Column[], from: number): boolean {
  const dated = columns.slice(from).filter((column) => column.meaning.period !== null && !column.meaning.skip).map((column) => column.printed);
  return new Set(dated).size < dated.length;
}

type Naming = { named: Named[]; /** Which heading named it: a caption speaks less surely for a row than its own heading. */ by: "row" | "band" | "column" | "caption" | "none"; breakdown: string };

const groups = /^(?:total|all|overall|average|mean|boys?|girls?|males?|females?|aged? .*|\d+ ?(?:-|–|to) ?\d+.*|under \d+.*|over \d+.*|.* team|q[1-4]|quarter \d|white.*|asian.*|black.*|mixed.*|other ethnic.*)$/i;

function nameCell(
  row: PartRow, meaning: HeadingMeaning, head: Column, names: readonly NameFound[],
  { around, corner, caption, bands, across, indicators }: { around: string; corner: string; caption: string; bands: "days" | "age" | undefined; across: boolean; indicators: readonly Indicator[] },
): Naming {
  const context = `${around} ${row.section} ${head.printed}`;
  const own = inContext(names, row.head, context);
  if (bands && meaning.unit !== "percent") {
    const banded = nameIndicators(`${row.section} ${corner} ${caption} ${head.printed}`, around, indicators, bands);
    if (banded.length > 0) return { named: banded, by: "band", breakdown: row.head };
  }
  const inSection = row.section ? nameIndicators(`${row.section} ${row.head}`, context, indicators) : [];
  if (own.length > 0 && !(across && meaning.period !== null)) {
    const part = groups.test(head.meaning.rest) && !wholes.test(head.meaning.rest) ? head.meaning.rest : "";
    return { named: own, by: "row", breakdown: [breakdownOf(row.head, own), part].filter((text) => text !== "").join(", ") };
  }
  if (inSection.length > 0 && groups.test(row.head)) return { named: inSection, by: "row", breakdown: row.head };
  // Periods, subjects or groups down the rows: a column or the caption names what is counted.
  const aside = across || row.head === "" || meaning.subject !== null || groups.test(row.head) || (meaning.period !== null && meaning.rest === "") || isBand(row.head);
  if (!aside) return { named: [], by: "none", breakdown: row.head };
  const breakdown = meaning.subject !== null || meaning.period !== null || wholes.test(row.head) ? "" : row.head;
  const byColumn = nameIndicators(head.printed, `${around} ${row.section}`, indicators);
  if (byColumn.length > 0) return { named: byColumn, by: "column", breakdown: breakdown || breakdownOf(head.meaning.rest || head.printed, byColumn) };
  const byCaption = nameIndicators(`${caption} ${corner}`, context, indicators);
  return { named: byCaption, by: byCaption.length > 0 ? "caption" : "none", breakdown };
}

const wholes = /^(?:total|all|overall)$/i;

const population = /^(?:(?:number|no\.?|total|percentage|%|proportion|rate|average)(?: number)?(?: of)? )*(?:(?:all )?(?:lac|cla|looked[- ]after children|children looked[- ]after|children in care|children and young people|children|young people|care[- ]leavers)\b(?: (?:who (?:are|were|have|had)|that are))? ?)?/i;
const fillers = new Set(["of", "the", "in", "by", "to", "for", "with", "within", "and", "a", "an", "at", "their", "who", "had", "have", "has", "were", "are", "is", "was", "placed", "number", "no", "total", "percentage", "per", "cent", "rate", "performance", "statutory", "completed", "completion", "up", "date", "children", "child", "young", "people", "lac", "cla", "looked", "after", "care", "leavers", "check", "checks", "score", "average", "year", "during", "new", "orders", "order", "or"]);

/**
 * The part of the whole that a row heading adds to its indicator: words in brackets that are no
 * abbreviation, or the whole heading when it names more than the indicator does ("children's homes,
 * hostels and other residential settings").
 */
function breakdownOf(heading: string, named: readonly Named[]): string {
  const text = heading.replace(/\s+/g, " ").trim();
  const bracket = /\(([^)]*)\)/.exec(text)?.[1]?.trim() ?? "";
  const abbreviation = /^[A-Z][A-Za-z]{0,6}(?:['’]s?)?$/.test(bracket) && /[A-Z]{2}/.test(bracket);
  const outside = plainHeading(text.replace(/\([^)]*\)/g, " "));
  const spoken = new Set(named.flatMap((one) => one.words.split(/[^a-z0-9']+/)));
  const left = outside.split(/[^a-z0-9']+/).filter((word) => word.length > 1 && !fillers.has(word) && !spoken.has(word));
  const joins = /, |\band\b|\bor\b|\/|\bincluding\b/.test(outside);
  if (left.length >= 2 && joins) return text.replace(population, "").replace(/^[\s:–-]+/, "");
  const ages = /\b(?:aged? |under |over )\d+(?: ?(?:-|to|and) ?\d+)?|\b\d+ ?(?:-|to) ?\d+ year/.exec(outside)?.[0];
  if (ages) return ages.replace(/ year$/, " years");
  // A definition in brackets ("2+ years", "within 20 days") is part of the measure, not of the children.
  const definition = /^(?:%|number|no\.?|\d{4}.*)$|\+|\bor more\b|\bwithin\b|\btime|\bstatutory\b|\btarget\b|\bytd\b|\baverage\b|\bper\b|\blow(?:er)? is\b|\bhigh(?:er)? is\b/i.test(bracket);
  return bracket !== "" && !abbreviation && !definition ? bracket : "";
}

type Fact = {
  indicator: string; breakdown: string; subject: string; unit: Unit; figure: Figure; numerator: number | null; denominator: number | null;
  period: string; row: PartRow; column: string; confidence: number;
};

type FactContext = {
  row: PartRow; meaning: HeadingMeaning; head: Column; percents: boolean; rowPercents: boolean; repeated: boolean; context: PartContext;
  /** Whether the table is about children, services or workforce at all. */
  about: boolean;
  /** A bare number in one cell with a percentage, "22 (57%)", or in a column of counts. */
  counted: boolean;
};

function readFact(figure: Figure, naming: Naming, { row, meaning, head, percents, rowPercents, repeated, about, context, counted }: FactContext): Fact[] {
  if (figure.measure === "points" || figure.measure === "times" || figure.measure === "years") return [];
  const bare = counted && (naming.named[0] === undefined || naming.named[0].units.includes("count"));
  const { unit, sure } = bare ? { unit: "count" as const, sure: true } : unitOf(figure, naming, head.meaning, meaning, { percents, rowPercents });
  const named = withUnit(naming.named, unit);
  const subject = head.meaning.subject ?? meaning.subject ?? context.scope();
  const period = head.meaning.period ?? meaning.period ?? sectionPeriod(row, context) ?? context.whole;
  const shared = { subject, unit, figure, numerator: figure.numerator, denominator: figure.denominator, period, row, column: head.printed };
  let confidence = 0.95 - (sure ? 0 : 0.2) - (period === "" ? 0.2 : 0) - (naming.by === "caption" ? 0.2 : 0) - (head.printed === "" ? 0.1 : 0);
  // A bare number that could be a share or a count: a person must say which.
  if (!sure && naming.named[0]?.indicator.unit === "percent") confidence = Math.min(confidence, 0.45);
  if (repeated && head.meaning.period !== null) confidence = Math.min(confidence, 0.45);
  const [low, high] = named?.indicator.range ?? [0, Number.MAX_SAFE_INTEGER];
  if (named && unit === named.indicator.unit && (figure.value < low || figure.value > high)) confidence = Math.min(confidence, 0.3);
  if (unit === "percent" && figure.value > 100) confidence = Math.min(confidence, 0.3);
  if (named) return [{ ...shared, indicator: named.indicator.id, breakdown: agesOf(named.indicator, naming.breakdown, row, head) || naming.breakdown, confidence: Math.round(confidence * 100) / 100 }];
  const understood = head.meaning.period !== null || head.meaning.unit !== null || head.meaning.subject !== null || meaning.unit !== null;
  if (!understood || row.head === "" || wholes.test(row.head) || !about) return [];
  const breakdown = row.head.replace(population, "").trim() || row.head;
  return [{ ...shared, indicator: "other", breakdown: row.section && !breakdown.includes(row.section) ? `${row.section}: ${breakdown}` : breakdown, confidence: Math.round(Math.min(confidence, 0.7) * 100) / 100 }];
}

/** Ages that the indicator is published for, wherever the headings give them: "Care leavers aged 19-21". */
function agesOf(indicator: Indicator, breakdown: string, row: PartRow, head: Column): string {
  const text = plainHeading([breakdown, row.head, row.section, head.printed].join(" | "));
  return indicator.breakdowns.find((known) => {
    const [from, to] = known.match(/\d+/g) ?? [];
    return from !== undefined && to !== undefined && new RegExp(`(?<![\\d/.])${from} ?(?:to|-|and) ?${to}(?![\\d/%])`).test(text);
  }) ?? "";
}

const sectionPeriod = (row: PartRow, context: PartContext): string | null => (row.section ? readHeading(row.section, context.headings).period : null);

/** The unit of a figure: its own sign, then its column, then its row, then what the indicator is measured in. */
function unitOf(
  figure: Figure, naming: Naming, column: HeadingMeaning, row: HeadingMeaning, { percents, rowPercents }: { percents: boolean; rowPercents: boolean },
): { unit: Unit; sure: boolean } {
  if (figure.measure !== "number" && figure.measure !== "points" && figure.measure !== "times" && figure.measure !== "years") return { unit: figure.measure, sure: true };
  if (figure.denominator !== null) return { unit: "count", sure: true };
  const declared = naming.named[0]?.units[0];
  // A score, a rate or a number of days is one whatever the column says of the rows around it.
  if (declared !== undefined && declared !== "percent" && declared !== "count" && declared !== "gbp") return { unit: declared, sure: true };
  if (column.unit) return { unit: column.unit, sure: true };
  if (row.unit && row.unit !== "count") return { unit: row.unit, sure: true };
  if (naming.by === "band" || row.unit === "count") return { unit: "count", sure: true };
  const whole = Number.isInteger(figure.value);
  if (declared === undefined) return { unit: rowPercents && !whole ? "percent" : "count", sure: whole };
  if (declared !== "percent") return { unit: declared, sure: true };
  // A bare number for a share: its neighbours carry the sign, or it has decimals; where only others carry it, it is a count.
  if (figure.value > 100) return { unit: "count", sure: !rowPercents };
  if (percents && !rowPercents && whole) return { unit: "count", sure: true };
  return { unit: "percent", sure: rowPercents || !whole };
}

/** A count "174 out of 188" beside the percentage it makes gives that percentage its numerator and base. */
function joinCounts(facts: readonly Fact[]): void {
  for (const fact of facts) {
    if (fact.unit !== "percent" || fact.denominator !== null) continue;
    const pair = facts.find((other) =>
      other.unit === "count" && other.numerator !== null && other.denominator !== null && other.indicator === fact.indicator && other.subject === fact.subject &&
      other.period === fact.period && Math.abs((100 * other.numerator) / other.denominator - fact.figure.value) < 0.6);
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
