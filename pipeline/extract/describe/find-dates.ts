import { lastDayOfMonth, monthNames } from "../../model/period.ts";
import { monthNumber, monthSource, pad } from "../grammar/calendar.ts";

const dayPart = "(\\d{1,2})(?:st|nd|rd|th)?";
const yearPart = "((?:19|20)\\d{2})";
const oneDay = `${dayPart}\\s+(${monthSource})\\b\\.?,?\\s+${yearPart}`;
const between = "\\s*(?:to|and|until|[-–—−])\\s*";

const single = new RegExp(`(?<!\\d)${oneDay}(?!\\d)`, "i");
const fullRange = new RegExp(`(?<!\\d)${oneDay}${between}${oneDay}(?!\\d)`, "i");
const monthRange = new RegExp(`(?<!\\d)${dayPart}\\s+(${monthSource})${between}${oneDay}(?!\\d)`, "i");
const dayRange = new RegExp(`(?<!\\d)${dayPart}${between}${oneDay}(?!\\d)`, "i");

const numbers = /(?<![\d/.])(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d{2})(?![\d/.])/;

export type DaySpan = { start: string; end: string };

/** ISO date, or "" when the calendar has no such day. */
function isoDate(day: string | undefined, name: string | undefined, year: string | undefined): string {
  const number = monthNumber(name ?? "");
  if (!name || Number(day) < 1) return "";
  const iso = `${year}-${pad(number)}-${pad(Number(day))}`;
  return iso <= lastDayOfMonth(Number(year), number) ? iso : "";
}

/** First day in a text, such as "18 December 2019", "18th Dec 2019" or "18/12/2019", as ISO date; "" when none. */
export function findDay(text: string): string {
  const found = single.exec(text);
  if (found) return isoDate(found[1], found[2], found[3]);
  const numeric = numbers.exec(text);
  return numeric ? isoDate(numeric[1], monthNames[Number(numeric[2]) - 1], numeric[3]) : "";
}

/**
 * First run of days in a text: "20 February to 2 March 2012", "23 and 24 October 2019",
 * "25 June 2012 to 6 July 2012" or a single day; null when none.
 */
export function findDays(text: string): DaySpan | null {
  const full = fullRange.exec(text);
  if (full) return span(isoDate(full[1], full[2], full[3]), isoDate(full[4], full[5], full[6]));
  const months = monthRange.exec(text);
  if (months) {
    const end = isoDate(months[3], months[4], months[5]);
    const start = isoDate(months[1], months[2], months[5]);
    return span(start <= end ? start : isoDate(months[1], months[2], String(Number(months[5]) - 1)), end);
  }
  const days = dayRange.exec(text);
  if (days) return span(isoDate(days[1], days[3], days[4]), isoDate(days[2], days[3], days[4]));
  const day = findDay(text);
  return day === "" ? null : { start: day, end: day };
}

const span = (start: string, end: string): DaySpan | null => (start !== "" && end !== "" && start <= end ? { start, end } : null);
