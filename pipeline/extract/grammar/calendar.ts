import { lastDayOfMonth, monthNames, reportingYear } from "../../model/period.ts";

const names = monthNames.map((name) => name.toLowerCase());

/** Regular expression source for a month, whole or cut to three letters. */
export const monthSource =
  "(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";

/** A quarter of the reporting year after "quarter" or "Q". */
export const quarterSource = "[1-4]|one|two|three|four";
/** A quarter of the reporting year before the word: "the third quarter". */
export const ordinalSource = "first|second|third|fourth|last|final";

/** 1 to 4 for "3", "three", "third" or "last"; 0 when the word names no quarter. */
export function quarterNumber(word: string): number {
  const lower = word.toLowerCase();
  const place = ["one", "two", "three", "four"].indexOf(lower) + 1 || ["first", "second", "third", "fourth"].indexOf(lower) + 1;
  return place || (lower === "last" || lower === "final" ? 4 : Number(lower) || 0);
}

export const pad = (n: number): string => String(n).padStart(2, "0");

/** 1 to 12, or 0 when the word is no month. */
export function monthNumber(word: string): number {
  const start = word.toLowerCase().slice(0, 3);
  return names.findIndex((name) => name.startsWith(start)) + 1;
}

/** The month `months` away from yyyy-mm, as yyyy-mm. */
export function shiftMonth(month: string, months: number): string {
  const [year, number] = month.split("-").map(Number);
  const index = (year ?? 0) * 12 + (number ?? 1) - 1 + months;
  return `${Math.floor(index / 12)}-${pad((index % 12) + 1)}`;
}

/** yyyy-mm-dd moved by whole months; the last day of a month stays the last day. */
export function shiftDay(day: string, months: number): string {
  const month = shiftMonth(day.slice(0, 7), months);
  const last = (of: string): string => lastDayOfMonth(Number(of.slice(0, 4)), Number(of.slice(5, 7)));
  const end = last(month);
  if (day === last(day.slice(0, 7))) return end;
  const same = `${month}-${day.slice(8, 10)}`;
  return same > end ? end : same;
}

/** The reporting year (from April) in which a day or month falls, as its first calendar year. */
export function reportingYearOf(date: string): number {
  const [year, month] = date.split("-").map(Number);
  return (month ?? 1) >= 4 ? (year ?? 0) : (year ?? 0) - 1;
}

/** 2016 as "2016/17". */
export const formatReportingYear = (first: number): string => reportingYear(first + 1);
