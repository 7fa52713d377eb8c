import { patternOf } from "../../core/patterns.ts";
import { mayMatch, stemsOf } from "../../core/pattern-stems.ts";
import { lastDayOfMonth } from "../../model/period.ts";
import {
  formatReportingYear,
  monthNumber,
  monthSource,
  pad,
  quarterNumber,
  quarterSource,
  reportingYearOf,
  shiftDay,
  shiftMonth,
} from "./calendar.ts";
import type { DocumentDates, PeriodMention } from "./periods.ts";

type Anchor = { period: string; start: number };
type Rule = { pattern: RegExp; read: (anchor: string, dates: DocumentDates, parts: readonly string[]) => string | null };

/** The day before which "last year" counts back: the latest one the document states of itself. */
const today = (dates: DocumentDates): string => dates.event_end || dates.published;
const dayOf = (period: string): string => /^at (\d{4}-\d{2}-\d{2})$/.exec(period)?.[1] ?? "";

/** One year before a period, in the same form; "" when there is nothing to count from. */
function yearBefore(period: string): string {
  const reporting = /^(\d{4})\/\d{2}( Q[1-4])?$/.exec(period);
  if (reporting) return formatReportingYear(Number(reporting[1]) - 1) + (reporting[2] ?? "");
  const day = dayOf(period);
  if (day) return `at ${shiftDay(day, -12)}`;
  const month = /^(at )?(\d{4}-\d{2})$/.exec(period);
  if (month) return `${month[1] ?? ""}${shiftMonth(month[2]!, -12)}`;
  return /^\d{4}$/.test(period) ? String(Number(period) - 1) : "";
}

/** The quarter before one; "" when there is none to count from. */
function quarterBefore(period: string): string {
  const [, year, quarter] = /^(\d{4})\/\d{2} Q([1-4])$/.exec(period) ?? [];
  if (year === undefined) return "";
  return quarter === "1" ? `${formatReportingYear(Number(year) - 1)} Q4` : `${formatReportingYear(Number(year))} Q${Number(quarter) - 1}`;
}

/** The quarter that a report says it is of; "" for any other. */
function ownQuarter({ event_start, event_end }: DocumentDates): string {
  const quarter = ["04-01", "07-01", "10-01", "01-01"].indexOf(event_start.slice(5)) + 1;
  return quarter > 0 && event_end === shiftDay(lastDayOfMonth(Number(event_start.slice(0, 4)), Number(event_start.slice(5, 7))), 2)
    ? `${formatReportingYear(reportingYearOf(event_start))} Q${quarter}`
    : "";
}

const rules: readonly Rule[] = [
  {
    pattern: /\b(?:at|by) the end of the (?:previous|last|preceding) quarter\b/giu,
    read: (anchor, dates) => (dayOf(anchor) ? `at ${shiftDay(dayOf(anchor), -3)}` : quarterBefore(anchor || ownQuarter(dates))),
  },
  {
    pattern: /\b(?:in|during|for|than|on|from) the (?:previous|last|preceding) quarter\b|\b(?:the )?previous quarter\b/giu,
    read: (anchor, dates) => quarterBefore(anchor || ownQuarter(dates)),
  },
  {
    pattern:
      /\b(?:at|on|by) (?:the same (?:date|time|point)|this (?:time|point)) (?:last year|(?:in )?the previous year|a year (?:ago|earlier|before))\b/giu,
    read: (anchor) => yearBefore(anchor),
  },
  {
    pattern: patternOf("giu")`
    \b(?:in |during |for |from |on |than )?(?:the )?(?:same period (?:of|in|for) )?(?:the )?(?:previous|preceding|
    prior) (?:financial |reporting |academic )?year\b|\b(?:the |a )?year (?:before|earlier)\b|\bthe same period last year\b`,
    read: (anchor) => yearBefore(anchor),
  },
  { pattern: /\b(?:in|during|over|within) the last year\b/giu, read: () => "at inspection" },
  {
    pattern: /\b(?:in|during|for|from|than) (?:the )?last (?:financial |reporting |academic )?year\b|\blast year\b/giu,
    read: (anchor, dates) => yearBefore(anchor) || lastYear(dates),
  },
  {
    pattern: /\b(?:this|the current|current) (?:financial|reporting) year\b|\b(?:this|the current) year\b/giu,
    read: (_anchor, dates) => (today(dates) ? formatReportingYear(reportingYearOf(today(dates))) : ""),
  },
  {
    pattern: new RegExp(`\\b(?:in |during |for |(?:at|by) (?:the end of )?)?(?:q|quarter )(${quarterSource})\\b`, "giu"),
    read: (anchor, dates, [quarter]) => ofYear(quarterNumber(quarter ?? ""), anchor, dates),
  },
  {
    pattern: /\b(?:in|during|for|at|by) (?:the end of )?the (first|second|third|fourth|final) quarter\b(?! (?:of|in) (?:19|20))/giu,
    read: (anchor, dates, [quarter]) => ofYear(quarterNumber(quarter ?? ""), anchor, dates),
  },
  { pattern: /\bthe next two financial years\b/giu, read: (_anchor, dates) => (today(dates) ? nextYears(dates) : "") },
  // Counted from a beginning that is not told.
  {
    pattern: patternOf("giu")`
    \bsince (?:it|they|the (?:\w+ )?(?:fund|service|scheme|programme|project|team|panel)) (?:began|started|opened|launched|
    (?:was|were) (?:set up|launched|introduced|established|created))\b(?! (?:in|on|at) )`,
    read: () => "",
  },
  { pattern: /(?<!up[ -]|year |(?:19|20)\d\d(?:[-/]\d\d)? )\bto date\b/giu, read: () => "" },
  {
    pattern: patternOf("giu")`
    \b(?:in|during|over|within|for) (?:the )?(?:last|past|previous|preceding) (?:three|six|nine|3|6|9) months\b|
    \b(?:in|during|over|within|for) the (?:three|six|nine|3|6|9) months (?:prior to|before|preceding|leading up to) (?:the |
    this |our )?(?:inspection|visit)\b`,
    read: () => "",
  },
  { pattern: /\b(?:(?:a|one) year|twelve months|12 months) (?:ago|previously|earlier|before)\b/giu, read: (anchor) => yearBefore(anchor) },
  {
    pattern: patternOf("giu")`
    \b(?:a|one|two|three|four|five|six|ten|\d{1,2}|several|some) (?:years?|months?|weeks?) (?:ago|previously|earlier|before)\b|
    \bpreviously\b|(?<!\bthere )\bhad (?:previously )?been(?= (?:\(?(?:at|just|only|around|about|nearly|almost|over|under|as|
    high|higher|low|lower|better|worse|a|an|the|rate|total|figure|average|of|some|up|to) ){0,4}\(?(?:(?!(?:19|20)\d\d)\d|
    a (?:half|third|quarter|fifth)|half))|\bhistorically\b|\bin the past year\b`,
    read: () => "",
  },
  {
    pattern: /\b(?:in|during|over|within|for) (?:the )?(?:last|past|previous|preceding) (?:twelve|12) months\b/giu,
    read: () => "at inspection",
  },
  {
    pattern: new RegExp(`\\b(?:(?:at|by) )?the end of (${monthSource})\\b(?![ ,]+(?:\\d|of))`, "giu"),
    read: (_anchor, dates, [name]) => lastDay(monthBefore(name ?? "", dates)),
  },
  {
    pattern: new RegExp(`\\b(?:in|by|since) (${monthSource})\\b(?![ ,]+(?:\\d|of))`, "giu"),
    read: (_anchor, dates, [name]) => monthBefore(name ?? "", dates),
  },
  // The end of the year that the sentence or the report is of; of no year known, it says nothing.
  {
    pattern: /\b(?:at|by) (?:the )?(?:end of the (?:financial |reporting )?year|(?:financial )?year[- ]end)\b(?! (?:19|20)\d\d)/giu,
    read: (anchor, dates) =>
      yearEnd(anchor) ??
      (dates.event_start.slice(5) === "04-01" ? yearEnd(formatReportingYear(reportingYearOf(dates.event_start)), dates.event_end) : null),
  },
  {
    pattern: /\byear to date\b/giu,
    read: (_anchor, dates) =>
      ownQuarter(dates) === "" ? "at inspection" : `${reportingYearOf(dates.event_end)}-04..${dates.event_end.slice(0, 7)}`,
  },
  {
    pattern: patternOf("giu")`
    \b(?:at|during|by|since) (?:the )?(?:time of )?(?:this|the) inspection\b|
    \bat (?:the )?time of (?:this |the |our )?(?:inspection|visit|review)\b|
    \b(?:now|currently|at present|at the present time|at the moment)\b`,
    read: () => "at inspection",
  },
];

/** 2016/17 as its last day; null for any other period, or one that does not end on `known`. */
function yearEnd(period: string, known?: string): string | null {
  const year = /^(\d{4})\/\d{2}$/.exec(period)?.[1];
  const day = year && `${Number(year) + 1}-03-31`;
  return day && (known === undefined || known === day) ? `at ${day}` : null;
}

/** A quarter of the year that the sentence speaks of, or of the last one. */
const ofYear = (quarter: number, anchor: string, dates: DocumentDates): string =>
  /^\d{4}\/\d{2}(?= Q|$)/.test(anchor) ? `${anchor.slice(0, 7)} Q${quarter}` : lastQuarter(quarter, dates);

/** A quarter without its year: the last one that was over by the day the document knows of. */
function lastQuarter(quarter: number, dates: DocumentDates): string {
  const known = today(dates);
  if (!known) return "";
  const ends = ["06-30", "09-30", "12-31", "03-31"][quarter - 1] ?? "";
  const year = Number(known.slice(0, 4)) - (known.slice(5) >= ends ? 0 : 1);
  return `${formatReportingYear(quarter === 4 ? year - 1 : year)} Q${quarter}`;
}

/** A month without its year: the last one that the document can know of. */
function monthBefore(name: string, dates: DocumentDates): string {
  const known = today(dates).slice(0, 7);
  if (!known) return "";
  const month = pad(monthNumber(name));
  const same = `${known.slice(0, 4)}-${month}`;
  return same <= known ? same : shiftMonth(same, -12);
}

const lastDay = (month: string): string =>
  month === "" ? "" : `at ${lastDayOfMonth(Number(month.slice(0, 4)), Number(month.slice(5, 7)))}`;
const lastYear = (dates: DocumentDates): string => (today(dates) ? formatReportingYear(reportingYearOf(today(dates)) - 1) : "");
function nextYears(dates: DocumentDates): string {
  const now = reportingYearOf(today(dates));
  return `${formatReportingYear(now + 1)}..${formatReportingYear(now + 2)}`;
}

const stemmed = rules.map((rule) => ({ ...rule, stems: stemsOf(rule.pattern.source) }));

/** Times that lean on the nearest date before them, or on the document's own dates. */
export function resolveRelative(text: string, dates: DocumentDates, absolute: readonly PeriodMention[]): PeriodMention[] {
  const anchors: Anchor[] = absolute
    .filter((m) => m.period !== "")
    .map((m) => ({ period: m.period, start: m.start }))
    .sort((a, b) => a.start - b.start);
  const found: PeriodMention[] = [];
  const lower = text.toLowerCase();
  for (const rule of stemmed) {
    if (!mayMatch(rule.stems, lower)) continue;
    for (const match of text.matchAll(rule.pattern)) {
      const start = match.index;
      const anchor = lastBefore(anchors, start);
      const period = rule.read(anchor, dates, match.slice(1));
      if (period !== null) found.push({ start, end: start + match[0].length, period, relative: true });
    }
  }
  return found;
}

function lastBefore(anchors: readonly Anchor[], at: number): string {
  let [low, high] = [0, anchors.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (anchors[middle]!.start < at) low = middle + 1;
    else high = middle;
  }
  return anchors[low - 1]?.period ?? "";
}
