import { mayMatch, stemsOf } from "../../core/pattern-stems.ts";
import { reportingYearOf } from "./calendar.ts";
import { dashSource, periodRules } from "./period-rules.ts";
import { monthSpan } from "./period-spans.ts";
import { resolveRelative } from "./relative-periods.ts";

/** What a document says of its own dates, ISO or "" when unknown. */
export type DocumentDates = { published: string; event_start: string; event_end: string };

/**
 * A stretch of text that names a time. `period` is in the form of model/period.ts, or "" when the words
 * name a time that cannot be placed ("three years ago"). `relative` marks words that lean on another date.
 */
export type PeriodMention = { start: number; end: number; period: string; relative: boolean };

const stemmed = periodRules.map((rule) => ({ ...rule, stems: stemsOf(rule.pattern.source) }));

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
  const folded = text.replace(/\s+/g, " ").replace(new RegExp(`(\\d{4}) ?(${dashSource}|/) (\\d{2})`, "g"), "$1$2$3");
  return findPeriods(folded, dates)[0]?.period ?? null;
}
