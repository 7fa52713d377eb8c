import { lastDayOfMonth } from "../../model/period.ts";
import { monthNumber, monthSource } from "../grammar/calendar.ts";

const forms = new RegExp(
  [
    `\\b(\\d{1,2})(?:st|nd|rd|th)?\\s+(?:of\\s+)?(${monthSource})\\.?,?\\s+['’]?(\\d{4}|\\d{2})\\b`,
    `\\b(${monthSource})\\.?,?\\s*['’]?(\\d{4}|\\d{2})\\b`,
    "\\b(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4}|\\d{2})\\b",
    "\\b(\\d{4})-(\\d{2})-(\\d{2})\\b",
    "\\b(?:Q(?:uarter)?\\s?([1-4])\\s+(\\d{4})[/-]\\d{2})\\b",
  ].join("|"),
  "gi",
);

const fullYear = (year: string): number => (year.length === 2 ? 2000 + Number(year) : Number(year));

function day(year: number, month: number, date: number | null): string {
  if (month < 1 || month > 12) return "";
  const last = lastDayOfMonth(year, month);
  if (date === null) return last;
  const iso = `${last.slice(0, 8)}${String(date).padStart(2, "0")}`;
  return date >= 1 && iso <= last ? iso : "";
}

/**
 * Last day by which a timescale asks for something: the latest date that it prints, the last day of
 * the month for a month ("April 18" is April 2018), of the quarter of the reporting year for a
 * quarter. "" when it prints none ("ongoing").
 */
export function dueDate(timescale: string): string {
  let latest = "";
  for (const m of timescale.slice(0, 500).matchAll(forms)) {
    let found = "";
    if (m[1] && m[2] && m[3]) found = day(fullYear(m[3]), monthNumber(m[2]), Number(m[1]));
    else if (m[4] && m[5]) found = day(fullYear(m[5]), monthNumber(m[4]), null);
    else if (m[6] && m[7] && m[8]) found = day(fullYear(m[8]), Number(m[7]), Number(m[6]));
    else if (m[9] && m[10] && m[11]) found = day(Number(m[9]), Number(m[10]), Number(m[11]));
    else if (m[12] && m[13]) {
      const quarter = Number(m[12]);
      found = quarter === 4 ? day(Number(m[13]) + 1, 3, null) : day(Number(m[13]), quarter * 3 + 3, null);
    }
    if (found > latest) latest = found;
  }
  return latest;
}
