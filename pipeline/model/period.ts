/**
 * Periods are strings; this is their parser. Forms:
 *   2016/17                 reporting year, 1 April 2016 to 31 March 2017
 *   2016/17 Q1              its first quarter, April to June 2016
 *   2017                    calendar year
 *   2017-01..2017-12        months, both included; days likewise: 2017-06-12..2017-07-06
 *   2017-06                 month
 *   at 2017-03-31           a day; "at 2017-03" the last day of a month
 *   2018/19..2019/20        several reporting years
 *   at inspection           the days of the inspection, which only the document knows
 */
type PeriodSpan = { start: string; end: string };

const pad = (n: number): string => String(n).padStart(2, "0");

export function lastDayOfMonth(year: number, month: number): string {
  const day = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${year}-${pad(month)}-${pad(day)}`;
}

/** The first and last day of a period, or null when the text is not one or depends on the document. */
export function parsePeriod(period: string): PeriodSpan | null {
  const p = period.trim();
  const range = p.split("..");
  if (range.length === 2) {
    const from = parsePeriod(range[0] ?? "");
    const to = parsePeriod(range[1] ?? "");
    return from && to && from.start <= to.end ? { start: from.start, end: to.end } : null;
  }
  const at = p.startsWith("at ");
  const body = at ? p.slice(3) : p;
  let m = /^(\d{4})\/(\d{2})(?: Q([1-4]))?$/.exec(body);
  if (m && !at) {
    const year = Number(m[1]);
    if ((year + 1) % 100 !== Number(m[2])) return null;
    if (!m[3]) return { start: `${year}-04-01`, end: `${year + 1}-03-31` };
    const q = Number(m[3]);
    const y = q === 4 ? year + 1 : year;
    const first = q === 4 ? 1 : q * 3 + 1;
    return { start: `${y}-${pad(first)}-01`, end: lastDayOfMonth(y, first + 2) };
  }
  m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(body);
  if (m) {
    const ok = Number(m[2]) >= 1 && Number(m[2]) <= 12 && body <= lastDayOfMonth(Number(m[1]), Number(m[2])) && m[3] !== "00";
    return ok ? { start: body, end: body } : null;
  }
  m = /^(\d{4})-(\d{2})$/.exec(body);
  if (m) {
    const month = Number(m[2]);
    if (month < 1 || month > 12) return null;
    const end = lastDayOfMonth(Number(m[1]), month);
    return { start: at ? end : `${body}-01`, end };
  }
  m = /^(\d{4})$/.exec(body);
  if (m) return at ? { start: `${body}-12-31`, end: `${body}-12-31` } : { start: `${body}-01-01`, end: `${body}-12-31` };
  return null;
}

/** The reporting year that ends on 31 March of `endYear`: 2025 gives 2024/25. */
export function reportingYear(endYear: number): string {
  return `${endYear - 1}/${pad(endYear % 100)}`;
}

export const monthNames: readonly string[] = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** 2025-03-31 as "31 March 2025"; other text unchanged. */
export function formatDate(iso: string): string {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  return m ? `${Number(m[3])} ${monthNames[Number(m[2]) - 1]} ${m[1]}` : iso;
}

/** A period as words in a sentence: "at 31 March 2017", "2016/17", "January to December 2017". */
export function formatPeriod(period: string): string {
  if (period.startsWith("at ") && period !== "at inspection") {
    const day = formatDate(period.slice(3));
    const m = /^at (\d{4})-(\d{2})$/.exec(period);
    return m ? `at the end of ${monthNames[Number(m[2]) - 1]} ${m[1]}` : `at ${day}`;
  }
  const months = /^(\d{4})-(\d{2})\.\.(\d{4})-(\d{2})$/.exec(period);
  if (months) {
    const from = monthNames[Number(months[2]) - 1];
    const to = monthNames[Number(months[4]) - 1];
    return months[1] === months[3] ? `${from} to ${to} ${months[3]}` : `${from} ${months[1]} to ${to} ${months[3]}`;
  }
  const days = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(period);
  if (days) return `${formatDate(days[1] ?? "")} to ${formatDate(days[2] ?? "")}`;
  const month = /^(\d{4})-(\d{2})$/.exec(period);
  if (month) return `${monthNames[Number(month[2]) - 1]} ${month[1]}`;
  return period.replace("..", " to ");
}
