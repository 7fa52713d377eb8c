import { mayMatch, stemsOf } from "../../core/pattern-stems.ts";
import { lastDayOfMonth } from "../../model/period.ts";
import {
  formatReportingYear,
  monthNumber,
  monthSource,
  ordinalSource,
  pad,
  quarterNumber,
  quarterSource,
  reportingYearOf,
  shiftMonth,
} from "./calendar.ts";
import { resolveRelative } from "./relative-periods.ts";

/** What a document says of its own dates, ISO or "" when unknown. */
export type DocumentDates = { published: string; event_start: string; event_end: string };

/**
 * A stretch of text that names a time. `period` is in the form of model/period.ts, or "" when the words
 * name a time that cannot be placed ("three years ago"). `relative` marks words that lean on another date.
 */
export type PeriodMention = { start: number; end: number; period: string; relative: boolean };

type Rule = { pattern: RegExp; yearless?: true; read: (parts: readonly string[], dates: DocumentDates) => string | null };

const dash = "[-‐‑‒–—−]";
const month = `(${monthSource})\\.?`;
const day = "(\\d{1,2})(?:st|nd|rd|th)?";
const year = "((?:19|20)\\d{2})";
const number: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  nine: 9,
  twelve: 12,
  eighteen: 18,
  "24": 24,
};
const count = (word: string): number => number[word.toLowerCase()] ?? Number(word);

const monthOf = (name: string, y: string): string => `${y}-${pad(monthNumber(name))}`;
const dayOf = (d: string, name: string, y: string): string | null => {
  const iso = `${monthOf(name, y)}-${pad(Number(d))}`;
  return Number(d) >= 1 && Number(d) <= 31 ? iso : null;
};
const at = (date: string | null): string | null => date && `at ${date}`;
const monthsTo = (end: string, length: number): string => (length === 12 || length > 1 ? `${shiftMonth(end, 1 - length)}..${end}` : end);
const reporting = (first: string, second: string): string | null => {
  const last = Number(second.slice(-2));
  return (Number(first) + 1) % 100 === last ? formatReportingYear(Number(first)) : null;
};
const longestSpan = 5;
/** "2016-17" is a reporting year; "2011-14" and "2011-2014" are several years. */
function years(first: string, second: string): string | null {
  const last = second.length === 4 ? Number(second) : Number(first.slice(0, 2) + second);
  const length = last - Number(first);
  return length > 1 && (second.length === 4 || length <= longestSpan) ? `${first}..${last}` : reporting(first, second);
}

// In order of trust: a longer form is tried before the shorter ones that it contains.
const rules: readonly Rule[] = [
  {
    // 1 April 2016 to 31 March 2017
    pattern: new RegExp(`\\b${day} ${month} ${year} ?(?:to|until|and|${dash}) ?${day} ${month} ${year}`, "giu"),
    read: ([d, m, y, d2, m2, y2]) => daySpan(dayOf(d!, m!, y!), dayOf(d2!, m2!, y2!)),
  },
  {
    // April 1st 2016 - March 31st 2017
    pattern: new RegExp(`\\b${month} ${day},? ${year} ?(?:to|until|and|${dash}) ?${month} ${day},? ${year}`, "giu"),
    read: ([m, d, y, m2, d2, y2]) => daySpan(dayOf(d!, m!, y!), dayOf(d2!, m2!, y2!)),
  },
  {
    // between 12 June and 6 July 2017, 24 February – 18 March 2015
    pattern: new RegExp(
      `\\b(?:between ${day} ${month} and|(?:from )?${day} ${month} ?(?:to|until|${dash})) ?${day} ${month} ${year}`,
      "giu",
    ),
    read: ([d, m, d1, m1, d2, m2, y2]) => {
      const from = dayOf(d ?? d1!, m ?? m1!, yearBefore(m ?? m1!, m2!, y2!));
      return daySpan(from, dayOf(d2!, m2!, y2!));
    },
  },
  {
    // 15 to 26 November 2021, between 23 and 24 October 2019
    pattern: new RegExp(`\\b(?:between ${day} and|(?:from )?${day} ?(?:to|until|${dash})) ?${day} ${month} ${year}`, "giu"),
    read: ([d, d1, d2, m, y]) => daySpan(dayOf(d ?? d1!, m!, y!), dayOf(d2!, m!, y!)),
  },
  {
    // year ending 31 March 2015
    pattern: new RegExp(
      `\\b(?:year|12 months|twelve months) (?:ending|ended|end|to|up to)(?: the)?(?: end of)? (?:${day} )?${month} ${year}`,
      "giu",
    ),
    read: ([, m, y]) => twelveMonthsTo(monthOf(m!, y!)),
  },
  {
    // the three years ending March 2023
    pattern: new RegExp(
      `\\b(two|three|four|five) (?:financial |reporting )?years? (?:ending|ended|to|up to)(?: the)?(?: end of)? (?:${day} )?${month} ${year}`,
      "giu",
    ),
    read: ([n, , m, y]) => yearsTo(monthOf(m!, y!), count(n!)),
  },
  {
    // in the six months to November 2011
    pattern: new RegExp(`\\b(\\w+) months (?:ending|ended|to|up to|until)(?: the)?(?: end of)? (?:${day} )?${month} ${year}`, "giu"),
    read: ([n, , m, y]) => (count(n!) ? monthsTo(monthOf(m!, y!), count(n!)) : null),
  },
  {
    // the 12 months preceding December 2011
    pattern: new RegExp(`\\b(\\w+) months (?:preceding|before|prior to) (?:${day} )?${month} ${year}`, "giu"),
    read: ([n, , m, y]) => (count(n!) ? monthsTo(shiftMonth(monthOf(m!, y!), -1), count(n!)) : null),
  },
  {
    // January to March 2017, April 2016 to March 2017
    pattern: new RegExp(`\\b${month}(?: ${year})? ?(?:to|until|and|${dash}) ?(?:the end of )?${month} ${year}\\b`, "giu"),
    read: ([m, y, m2, y2]) => monthSpan(monthOf(m!, y ?? yearBefore(m!, m2!, y2!)), monthOf(m2!, y2!)),
  },
  {
    // quarter 1 of 2016/17, Q1 2016-17
    pattern: new RegExp(`\\b(?:q|quarter )(${quarterSource})(?: of| in|,)? (?:the )?${year} ?(?:/|${dash}|to) ?(\\d{4}|\\d{2})\\b`, "giu"),
    read: ([q, y, y2]) => withQuarter(reporting(y!, y2!), quarterNumber(q!)),
  },
  {
    // 2016/17 Q1
    pattern: new RegExp(`\\b${year} ?(?:/|${dash}) ?(\\d{4}|\\d{2}),? (?:q|quarter )([1-4])\\b`, "giu"),
    read: ([y, y2, q]) => withQuarter(reporting(y!, y2!), Number(q)),
  },
  {
    // the first quarter of 2016/17
    pattern: new RegExp(`\\b(${ordinalSource}) quarter of ${year} ?(?:/|${dash}) ?(\\d{4}|\\d{2})\\b`, "giu"),
    read: ([q, y, y2]) => withQuarter(reporting(y!, y2!), quarterNumber(q!)),
  },
  {
    // the first half of 2016/17
    pattern: new RegExp(`\\b(first|second) (?:half|six months) of ${year} ?(?:/|${dash}) ?(\\d{4}|\\d{2})\\b`, "giu"),
    read: ([half, y, y2]) =>
      reporting(y!, y2!) ? (half!.toLowerCase() === "first" ? `${y}-04..${y}-09` : `${y}-10..${Number(y) + 1}-03`) : null,
  },
  {
    // 2016/17 to 2018/19
    pattern: new RegExp(`\\b${year} ?/ ?(\\d{2}) (?:to|and) ${year} ?/ ?(\\d{2})\\b`, "giu"),
    read: ([y, y2, z, z2]) => span(reporting(y!, y2!), reporting(z!, z2!)),
  },
  {
    pattern: new RegExp(`\\b${year} ?(?:/|${dash}) ?((?:19|20)\\d{2}|\\d{2})\\b(?! ?(?:${monthSource}))`, "giu"),
    read: ([y, y2]) => years(y!, y2!),
  },
  { pattern: new RegExp(`\\b${year} to ((?:19|20)\\d{2})\\b`, "giu"), read: ([y, y2]) => years(y!, y2!) },
  // "since 31 March 2012, when there were 282": the day itself.
  { pattern: new RegExp(`\\bsince (?:the )?${day} ${month},? ${year}(?=,? when)`, "giu"), read: ([d, m, y]) => at(dayOf(d!, m!, y!)) },
  {
    pattern: new RegExp(`\\bsince (?:the start of |the beginning of )?(?:${day} )?${month} ${year}`, "giu"),
    read: ([, m, y], dates) => sinceMonth(monthOf(m!, y!), dates),
  },
  {
    // since its launch in May 2015
    pattern: new RegExp(
      `\\bsince (?:its|the|their) (?:launch|introduction|start|inception|beginning)(?: of (?:\\w+ ){0,4}?\\w+)? in ${month} ${year}`,
      "giu",
    ),
    read: ([m, y], dates) => sinceMonth(monthOf(m!, y!), dates),
  },
  {
    // at 31 March 2017, 31st March 2017, on 31/03/2017
    pattern: new RegExp(`\\b(?:(?:as )?(?:at|of|on|by) )?(?:the )?${day}(?: of)? ${month},? ${year}`, "giu"),
    read: ([d, m, y]) => at(dayOf(d!, m!, y!)),
  },
  { pattern: new RegExp(`\\b(?:(?:as )?(?:at|of|on|by) )?${month} ${day},? ${year}`, "giu"), read: ([m, d, y]) => at(dayOf(d!, m!, y!)) },
  {
    // "at the 30 September": the last one that the document can know of
    pattern: new RegExp(`\\b(?:as )?(?:at|of|on|by)(?: of)? (?:the )?${day}(?: of)? ${month}(?!,? (?:19|20)\\d{2})`, "giu"),
    yearless: true,
    read: ([d, m], dates) => at(dayBefore(Number(d), monthNumber(m!), dates)),
  },
  {
    yearless: true,
    pattern: /\b(?:(?:as )?(?:at|of|on|by) )?(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d{2}|\d{2})\b/giu,
    read: ([d, m, y]) =>
      Number(m) >= 1 && Number(m) <= 12 && Number(d) <= 31
        ? `at ${y!.length === 2 ? `20${y}` : y}-${pad(Number(m))}-${pad(Number(d))}`
        : null,
  },
  // "The end of March 2017" is its last day; "at March 2017" leaves the day open.
  {
    pattern: new RegExp(`\\b(?:(?:as )?(?:at|by) )?(?:the )?end of ${month},? ${year}`, "giu"),
    read: ([m, y]) => at(lastDayOfMonth(Number(y), monthNumber(m!))),
  },
  { pattern: new RegExp(`\\b(?:as )?(?:at|by) ${month},? ${year}`, "giu"), read: ([m, y]) => `at ${monthOf(m!, y!)}` },
  { pattern: new RegExp(`\\b${month},? ${year}`, "giu"), read: ([m, y]) => monthOf(m!, y!) },
  // "the February performance report 2015"
  {
    pattern: new RegExp(`\\b${month} (?:[a-z'’-]+ ){1,6}?(?:report|return|dashboard|scorecard|dataset|bulletin) ${year}`, "giu"),
    read: ([m, y]) => monthOf(m!, y!),
  },
  {
    pattern: new RegExp(
      `\\b(?:(?:in|during|for|since|by|of|the|calendar|year|until|from|at|end) ){0,3}${year}\\b(?!\\.\\d|,\\d{3}| children| looked| young)`,
      "giu",
    ),
    read: ([y]) => y!,
  },
];

const stemmed = rules.map((rule) => ({ ...rule, stems: stemsOf(rule.pattern.source) }));

function dayBefore(d: number, m: number, dates: DocumentDates): string | null {
  const known = dates.event_end || dates.published;
  if (!known || d < 1 || d > 31) return null;
  const same = `${known.slice(0, 4)}-${pad(m)}-${pad(d)}`;
  return same <= known ? same : `${Number(known.slice(0, 4)) - 1}${same.slice(4)}`;
}
function daySpan(from: string | null, to: string | null): string | null {
  if (!from || !to || from > to) return null;
  const whole = from.endsWith("-01") && endsMonth(to);
  return whole ? monthSpan(from.slice(0, 7), to.slice(0, 7)) : `${from}..${to}`;
}
const endsMonth = (day: string): boolean => day === lastDayOfMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)));
/** Twelve months from April are the reporting year; from January the calendar year. */
function monthSpan(from: string, to: string): string | null {
  if (from > to) return null;
  if (from.endsWith("-04") && to === shiftMonth(from, 11)) return formatReportingYear(Number(from.slice(0, 4)));
  if (from.endsWith("-01") && to === shiftMonth(from, 11)) return from.slice(0, 4);
  return from === to ? from : `${from}..${to}`;
}
const twelveMonthsTo = (end: string): string | null => monthSpan(shiftMonth(end, -11), end);
/** Whole years up to a month: reporting years when they end in March. */
function yearsTo(end: string, length: number): string {
  if (!end.endsWith("-03")) return monthsTo(end, 12 * length);
  const last = reportingYearOf(`${end}-31`);
  return `${formatReportingYear(last - length + 1)}..${formatReportingYear(last)}`;
}
const yearBefore = (from: string, to: string, endYear: string): string =>
  monthNumber(from) <= monthNumber(to) ? endYear : String(Number(endYear) - 1);
const withQuarter = (base: string | null, quarter: number): string | null => base && `${base} Q${quarter}`;
const span = (from: string | null, to: string | null): string | null => (from && to ? `${from}..${to}` : null);
/** "Since April 2017": to the last month that the document can know of. */
function sinceMonth(from: string, dates: DocumentDates): string | null {
  const known = (dates.event_end || dates.published).slice(0, 7);
  return known >= from ? monthSpan(from, known) : from;
}

/**
 * Every time that a text names, in order of place, longest reading first where readings overlap.
 * White space of the text must be folded (one space), since years are often broken over lines.
 */
export function findPeriods(text: string, dates: DocumentDates): PeriodMention[] {
  const found: PeriodMention[] = [];
  const taken = new Uint8Array(text.length);
  const add = (start: number, end: number, period: string, relative: boolean): void => {
    for (let i = start; i < end; i++) if (taken[i]) return;
    taken.fill(1, start, end);
    found.push({ start, end, period, relative });
  };
  const hasYear = /(?:19|20)\d{2}/.test(text);
  const lower = text.toLowerCase();
  for (const rule of stemmed) {
    if ((!hasYear && !rule.yearless) || !mayMatch(rule.stems, lower)) continue;
    for (const match of text.matchAll(rule.pattern)) {
      const period = rule.read(match.slice(1), dates);
      if (period !== null) add(match.index, match.index + match[0].length, period, false);
    }
  }
  for (const mention of resolveRelative(text, dates, found)) add(mention.start, mention.end, mention.period, true);
  found.sort((a, b) => a.start - b.start);
  const dated = /\bsame (?:date|time|point) in\b/i.test(text) ? found.map((mention, k) => sameDay(text, mention, found[k - 1])) : found;
  return /\byear to date\b/i.test(text) ? dated.map(fromApril) : dated;
}

/** "At 31 March 2019 there were 642, compared with 627 on the same date in 2018": the day of the one before it. */
function sameDay(text: string, mention: PeriodMention, before: PeriodMention | undefined): PeriodMention {
  const day = /^at \d{4}(-\d{2}(?:-\d{2})?)$/.exec(before?.period ?? "")?.[1];
  return day && /^\d{4}$/.test(mention.period) && /\bsame (?:date|time|point) (?:in )?$/i.test(text.slice(0, mention.start))
    ? { ...mention, period: `at ${mention.period}${day}` }
    : mention;
}

/** "Year to date … at the end of September 2017": from April to that month. */
function fromApril(mention: PeriodMention): PeriodMention {
  const month = /^at (\d{4}-\d{2})(?:-\d{2})?$/.exec(mention.period)?.[1];
  const period = month && monthSpan(`${reportingYearOf(month)}-04`, month);
  return period ? { ...mention, period } : mention;
}

/** A whole heading or cell as one period ("2016-17", "31 March 2017", "Q2 2016/17"); null when it names none. */
export function parsePeriodText(text: string, dates: DocumentDates = { published: "", event_start: "", event_end: "" }): string | null {
  const folded = text.replace(/\s+/g, " ").replace(new RegExp(`(\\d{4}) ?(${dash}|/) (\\d{2})`, "g"), "$1$2$3");
  return findPeriods(folded, dates)[0]?.period ?? null;
}
