import { patternOf } from "../../core/patterns.ts";
import type { Unit } from "../../model/indicator.ts";
import { parsePeriod } from "../../model/period.ts";
import { formatReportingYear, monthNumber, monthSource, pad, reportingYearOf } from "../grammar/calendar.ts";
import { parsePeriodText, type DocumentDates } from "../grammar/periods.ts";
import { parseSubject } from "../grammar/subjects.ts";
import { isPeriodCell } from "./cells.ts";

/** What a row or column heading says of the figures under it. Each is null when it says nothing. */
export type HeadingMeaning = {
  period: string | null;
  subject: string | null;
  unit: Unit | null;
  /** Figures under it are no levels: changes, page numbers, ranks, ratings. */
  skip: boolean;
  /** What is left when period, subject and unit are taken out. */
  rest: string;
};

export type HeadingContext = {
  dates: DocumentDates;
  region: string;
  authority: string;
  /** Reporting year that quarters and months lean on; "" when none. */ base: string;
  /** Headings already read in this document: tables print the same ones again and again. */ seen: Map<string, HeadingMeaning>;
};

const skipped = patternOf("iu")`
  ^(?:pages?(?: nos?\.?| numbers?)?|item|ref|rank(?:ing)?|quartile|rag(?: rating)?|status|trend|dot|direction(?: of travel)?|
  change|variance|variation|difference|diff|gap|\+\/-|[%pp]* ?(?:point )?(?:change|difference)|
  .*\b(?:change|difference|variance|increase|decrease)\b.*\b(?:from|since|on|between|over|against|to)\b.*)$`;

const unitRules: readonly (readonly [RegExp, Unit])[] = [
  [/\bper 10,?000\b|\/ ?10,?000\b|\brate per 10k\b/iu, "rate_per_10k"],
  [/%|\bper ?cent(?:age)?\b|\bproportion\b/iu, "percent"],
  [/£|\b(?:cost|spend|expenditure|amount paid)\b/iu, "gbp"],
  [/\b(?:in|average|mean|number of|total) (?:working )?days\b|\bdays (?:between|from|to)\b|^\(?days\)?$/iu, "days"],
  [/\b(?:in|average|mean|number of) weeks\b|^\(?weeks\)?$/iu, "weeks"],
  [/\b(?:in|average|mean|number of) months\b|^\(?months\)?$/iu, "months"],
  // Whole posts are counted, whatever share the same words may name elsewhere.
  [/\b(?:fte|wte)s?\b/iu, "count"],
  [/\b(?:no\.?|nos\.?|number|numbers|count|total no\.?|volume|actual number)\b(?: of)?|^(?:no|n|#|total)$/iu, "count"],
];

export function readHeading(text: string, context: HeadingContext): HeadingMeaning {
  const key = `${context.base}|${text}`;
  const known = context.seen.get(key);
  if (known) return known;
  const meaning = interpret(text.replace(/\s+/g, " ").trim(), context);
  context.seen.set(key, meaning);
  return meaning;
}

// Words without which a heading names nobody else and no time: most row headings have none of them.
const maybeSubject = patternOf("iu")`
  \b(?:eng|nat|tgt|sns?\b|stat|neigh|compar|similar|like|target|goal|ambition|popul|peers|region|all |other |not |non|north|
  south|east|west|midlands|london|humber|yorkshire|uk\b)`;
const maybePeriod = new RegExp(
  String.raw`\d|\b(?:${monthSource}|q|qtr|quarter|year|ytd|annual|outturn|total|previous|last|prior|this|current)\b`,
  "iu",
);

function interpret(plain: string, context: HeadingContext): HeadingMeaning {
  const period = readPeriod(plain, context);
  const withoutPeriod =
    period !== null && isPeriodCell(plain) ? "" : plain.replace(periodWords, " ").replace(shortYears, " ").replace(/\s+/g, " ").trim();
  const local = context.authority !== "" && sameName(withoutPeriod, context.authority);
  const who = withoutPeriod
    .replace(/%|\((?:%|no\.?|number)\)|\b(?:average|mean|figure|rate|number|no\.)(?=\s|$)/giu, " ")
    .replace(/\s+/g, " ")
    .trim();
  const subject = local
    ? "local"
    : who === "" || !maybeSubject.test(who)
      ? null
      : (shortSubject(who) ?? parseSubject(who, context.region) ?? parseSubject(withoutPeriod, context.region));
  const unit = unitRules.find(([pattern]) => pattern.test(withoutPeriod))?.[1] ?? null;
  const rest = withoutPeriod
    .replace(
      /%|£|\b(?:per ?cent(?:age)?|no\.?(?: of)?|numbers?(?: of)?|count|rate|actual|outturn|result|performance|value|figure|ytd|year to date|year end|full year|q[1-4]|quarter [1-4]|total|average)\b/giu,
      " ",
    )
    .replace(/[()[\]:*,;]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return { period, subject, unit, skip: skipped.test(withoutPeriod), rest: subject ? "" : rest };
}

/** A column: what is printed over it, and what that says. */
export type Column = { printed: string; meaning: HeadingMeaning };

/** All headings over a column as one: a year over "Number" and "%" says the period in one and the unit in the other. */
export function readColumn(head: readonly string[], headings: HeadingContext): Column {
  const meanings = head.map((text) => readHeading(text, headings));
  const last = <K extends "period" | "subject" | "unit">(key: K): HeadingMeaning[K] | null =>
    [...meanings]
      .reverse()
      .map((one) => one[key])
      .find((value) => value !== null) ?? null;
  return {
    printed: head.join(" "),
    meaning: {
      period: last("period"),
      subject: last("subject"),
      unit: last("unit"),
      skip: meanings.some((one) => one.skip),
      rest: meanings
        .map((one) => one.rest)
        .filter((rest) => rest !== "")
        .join(" "),
    },
  };
}

/**
 * A column headed "YTD" alone, beside quarters or months, runs from the April before the latest of them to its end.
 * Columns that name a time of their own stay as they are.
 */
export function datedToDate(columns: readonly Column[]): Column[] {
  const ends = columns
    .filter(({ meaning }) => meaning.subject === null && !meaning.skip && /^\d{4}\/\d{2} Q|^\d{4}-\d{2}/.test(meaning.period ?? ""))
    .map(({ meaning }) => parsePeriod(meaning.period ?? "")?.end ?? "")
    .sort();
  const last = ends.at(-1) ?? "";
  if (last === "") return [...columns];
  const period = `${reportingYearOf(last)}-04..${last.slice(0, 7)}`;
  return columns.map((column) =>
    column.meaning.period === null && /^(?:ytd|year to date)(?: %| \(%\))?$/i.test(column.printed)
      ? { ...column, meaning: { ...column.meaning, period } }
      : column,
  );
}

/**
 * The cells of a row heading together. Beside a measure, a cell that names a place or a time says whose
 * figures these are, or when: "Immunisations" and "England". `spoken` is the heading without such cells.
 */
export function readLabels(labels: readonly string[], headings: HeadingContext): { meaning: HeadingMeaning; spoken: string } {
  const whole = labels.join(" ");
  const meaning = readHeading(whole, headings);
  if (labels.length < 2) return { meaning, spoken: whole };
  const read = labels.map((label) => readHeading(label, headings));
  const aside = (one: HeadingMeaning): boolean => one.rest === "" && (one.subject !== null || one.period !== null);
  if (read.every(aside)) return { meaning, spoken: whole };
  const subject = read.findLast((one) => one.subject !== null)?.subject ?? meaning.subject;
  const period = read.findLast((one) => aside(one) && one.period !== null)?.period ?? meaning.period;
  return {
    meaning: { ...meaning, subject, period, skip: meaning.skip || read.some((one) => one.skip) },
    spoken: labels.filter((_label, k) => !aside(read[k]!)).join(" "),
  };
}

const regionNames = patternOf("iu")`
  ^(?:the )?(north east|north west|yorkshire and (?:the )?humber|east midlands|west midlands|east of england|eastern|south east|
  south west|(?:inner |outer )?london)(?: region)?$`;

/** Subjects as only headings shorten them. */
function shortSubject(text: string): string | null {
  const region = regionNames.exec(text)?.[1];
  if (region) return `region:${region.toLowerCase().replace(/\b(?!(?:and|of|the)\b)[a-z]/g, (letter) => letter.toUpperCase())}`;
  if (/^(?:sns?|stat\w*\.? neigh\w*\.?)(?: av(?:g|erage|e)?\.?)?$/iu.test(text)) return "statistical_neighbours";
  if (/^(?:(?:all )?eng(?:land)?|nat(?:ional)?)\.?(?: av(?:g|erage|e)?\.?)?$/iu.test(text)) return "england";
  if (/^(?:(?!outside|in|of|from)\w+ )?england(?: (?!and)\w+)?$/iu.test(text)) return "england";
  return /^(?:tgt|target|goal)s?(?: \S+){0,2}$/iu.test(text) ? "target" : null;
}

const sameName = (text: string, authority: string): boolean => {
  const key = (name: string): string =>
    name
      .toLowerCase()
      .replace(/\b(?:council|county|borough|city|the|of|local authority|average)\b/g, " ")
      .replace(/[^a-z]+/g, " ")
      .trim();
  return key(text) !== "" && key(text) === key(authority);
};

/** "22/23"; two numbers that do not follow on are a ratio. */
const shortYears = /(?<![\d/])(\d{2}) ?\/ ?(\d{2})(?![\d/])/;
const periodWords = new RegExp(
  `\\b(?:(?:as )?at |year ending |end of |q[1-4] |quarter [1-4] )?(?:\\d{1,2}(?:st|nd|rd|th)? )?(?:${monthSource}\\b[-’' ]*)?(?:(?:19|20)\\d\\d(?: ?[/–-] ?(?:19|20)?\\d\\d)?)(?: q[1-4]\\b)?`,
  "giu",
);

/** The period that a heading names, alone or together with the year of its table. */
function readPeriod(text: string, { dates, base }: Pick<HeadingContext, "dates" | "base">): string | null {
  if (!maybePeriod.test(text)) return null;
  const year = /^(\d{4})\/\d{2}/.exec(base);
  const quarter = /\b(?:q|qtr|quarter) ?([1-4])\b/iu.exec(text)?.[1];
  // A quarter over a column is of the table's own year; without one, four quarters side by side may be of any.
  if (quarter && !/\d{2}/.test(text)) return year ? `${base.slice(0, 7)} Q${quarter}` : null;
  const years = shortYears.exec(text);
  if (quarter && years && (Number(years[1]) + 1) % 100 === Number(years[2])) return `20${years[1]}/${years[2]} Q${quarter}`;
  const named = parsePeriodText(text, dates);
  // "Year to date" over a column runs to wherever the columns beside it end, not to the present.
  const stated = named === "at inspection" && /\byear to date\b/iu.test(text) ? null : named;
  if (stated) return quarter && /^\d{4}\/\d{2}$/.test(stated) ? `${stated} Q${quarter}` : stated;
  const short = new RegExp(`^(${monthSource})[ '’-]*(\\d{2})$`, "iu").exec(text);
  if (short) return `20${short[2]}-${pad(monthNumber(short[1]!))}`;
  if (years && (Number(years[1]) + 1) % 100 === Number(years[2])) return `20${years[1]}/${years[2]}`;
  const before = /^(?:the )?(?:previous|last|prior) (?:financial |reporting )?(year|quarter|month|period)\b/iu
    .exec(text)?.[1]
    ?.toLowerCase();
  // Another period than this table's; which one is known only for years counted from a whole year.
  if (before) return before === "year" && year && !/ Q/.test(base) ? formatReportingYear(Number(year[1]) - 1) : "";
  if (!year) return null;
  const month = new RegExp(`^(${monthSource})\\.?$`, "iu").exec(text)?.[1];
  if (month) return `${monthNumber(month) >= 4 ? Number(year[1]) : Number(year[1]) + 1}-${pad(monthNumber(month))}`;
  return /^(?:ytd|year to date|year end|full year|annual|outturn|year|year total|total)$/iu.test(text.trim()) ? base.slice(0, 7) : null;
}
