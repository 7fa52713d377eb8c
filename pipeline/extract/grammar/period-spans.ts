import { lastDayOfMonth } from "../../model/period.ts";
import { formatReportingYear, monthNumber, pad, reportingYearOf, shiftMonth } from "./calendar.ts";
import type { DocumentDates } from "./periods.ts";

/** Words of days, months and years to periods in the form of model/period.ts; null where they make none, such as a 32nd. */

/** "2017-03" of "March" and "2017". */
export const monthOf = (name: string, y: string): string => `${y}-${pad(monthNumber(name))}`;

/** "2017-03-31" of "31", "March" and "2017"; null for a day that no month has. */
export const dayOf = (d: string, name: string, y: string): string | null => {
  const iso = `${monthOf(name, y)}-${pad(Number(d))}`;
  return Number(d) >= 1 && Number(d) <= 31 ? iso : null;
};

/** The form of a single day. */
export const at = (date: string | null): string | null => date && `at ${date}`;

/** So many months up to and with the last one. */
export const monthsTo = (end: string, length: number): string => (length > 1 ? `${shiftMonth(end, 1 - length)}..${end}` : end);

/** "2016" and "17" as "2016/17"; null where the second does not follow the first. */
export const reporting = (first: string, second: string): string | null => {
  const last = Number(second.slice(-2));
  return (Number(first) + 1) % 100 === last ? formatReportingYear(Number(first)) : null;
};

const longestSpan = 5;
/** "2016-17" is a reporting year; "2011-14" and "2011-2014" are several years. */
export function years(first: string, second: string): string | null {
  const last = second.length === 4 ? Number(second) : Number(first.slice(0, 2) + second);
  const length = last - Number(first);
  return length > 1 && (second.length === 4 || length <= longestSpan) ? `${first}..${last}` : reporting(first, second);
}

/** The last such day that the document can know of; null where it says nothing of its own date. */
export function dayBefore(d: number, m: number, dates: DocumentDates): string | null {
  const known = dates.event_end || dates.published;
  if (!known || d < 1 || d > 31) return null;
  const same = `${known.slice(0, 4)}-${pad(m)}-${pad(d)}`;
  return same <= known ? same : `${Number(known.slice(0, 4)) - 1}${same.slice(4)}`;
}

/** From a day to a day, as months or a year where these are whole; null where a day is none or they are the wrong way round. */
export function daySpan(from: string | null, to: string | null): string | null {
  if (!from || !to || from > to) return null;
  const whole = from.endsWith("-01") && endsMonth(to);
  return whole ? monthSpan(from.slice(0, 7), to.slice(0, 7)) : `${from}..${to}`;
}

const endsMonth = (day: string): boolean => day === lastDayOfMonth(Number(day.slice(0, 4)), Number(day.slice(5, 7)));

/** Twelve months from April are the reporting year; from January the calendar year. */
export function monthSpan(from: string, to: string): string | null {
  if (from > to) return null;
  if (from.endsWith("-04") && to === shiftMonth(from, 11)) return formatReportingYear(Number(from.slice(0, 4)));
  if (from.endsWith("-01") && to === shiftMonth(from, 11)) return from.slice(0, 4);
  return from === to ? from : `${from}..${to}`;
}

export const twelveMonthsTo = (end: string): string | null => monthSpan(shiftMonth(end, -11), end);

/** Whole years up to a month: reporting years when they end in March. */
export function yearsTo(end: string, length: number): string {
  if (!end.endsWith("-03")) return monthsTo(end, 12 * length);
  const last = reportingYearOf(`${end}-31`);
  return `${formatReportingYear(last - length + 1)}..${formatReportingYear(last)}`;
}

/** The year of a first month named without one: that of the last month, or the year before. */
export const yearBefore = (from: string, to: string, endYear: string): string =>
  monthNumber(from) <= monthNumber(to) ? endYear : String(Number(endYear) - 1);

export const withQuarter = (base: string | null, quarter: number): string | null => base && `${base} Q${quarter}`;

export const span = (from: string | null, to: string | null): string | null => (from && to ? `${from}..${to}` : null);

/** "Since April 2017": to the last month that the document can know of. */
export function sinceMonth(from: string, dates: DocumentDates): string | null {
  const known = (dates.event_end || dates.published).slice(0, 7);
  return known >= from ? monthSpan(from, known) : from;
}
