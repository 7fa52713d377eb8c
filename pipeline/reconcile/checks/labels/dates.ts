import type { Finding } from "../../../model/finding.ts";
import { monthNumber, monthSource, pad } from "../../../extract/grammar/calendar.ts";
import { formatDate, lastDayOfMonth } from "../../../model/period.ts";
import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { placeOf, type Reading } from "../../reading/reading.ts";
import type { Block } from "../../../model/document.ts";

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
// "The 34 of March" counts things; "the 4th of March" is a day.
const day = `(\\d{1,2})(?:(?:st|nd|rd|th)(?: of)?)? (${monthSource})\\b\\.?,?`;
const dayYear = `${day} ((?:19|20)\\d{2})`;
const isoOf = (d: string, month: string, year: string): string => `${year}-${pad(monthNumber(month))}-${pad(Number(d))}`;

function impossible(reading: Reading, block: Block): Finding[] {
  return [...block.text.matchAll(new RegExp(`\\b${day}(?: ((?:19|20)\\d{2}))?`, "giu"))].flatMap((match) => {
    const [printed, d = "", month = "", year] = match;
    // Without a year, 29 February is given the benefit of the doubt.
    const last = Number(lastDayOfMonth(Number(year ?? 2000), monthNumber(month)).slice(8));
    if ((Number(d) >= 1 && Number(d) <= last) || Number(d) > 39) return [];
    return oneFinding(reading, {
      kind: "label",
      severity: "warning",
      stated: printed.trim(),
      expected: `a day up to ${last}`,
      quote: excerpt(block, match.index),
      place: placeOf(block),
      heading: `There is no ${printed.trim()}`,
      message: `There is no ${printed.trim()}: the month ends on the ${last}${last === 31 ? "st" : "th"}.`,
    });
  });
}

function weekday(reading: Reading, block: Block): Finding[] {
  return [...block.text.matchAll(new RegExp(`\\b(${weekdays.join("|")}),? (?:the )?${dayYear}`, "giu"))].flatMap((match) => {
    const [printed, name = "", d = "", month = "", year = ""] = match;
    const date = isoOf(d, month, year);
    if (date > lastDayOfMonth(Number(year), monthNumber(month))) return [];
    const real = weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? "";
    if (real.toLowerCase() === name.toLowerCase()) return [];
    return oneFinding(reading, {
      kind: "label",
      severity: "warning",
      stated: printed,
      expected: real,
      quote: excerpt(block, match.index),
      place: placeOf(block),
      heading: `${formatDate(date)} was a ${real}, not a ${name}`,
      message: `${formatDate(date)} was a ${real}, but "${printed}" is printed: the day or the date is wrong.`,
    });
  });
}

function backwards(reading: Reading, block: Block): Finding[] {
  const pattern = new RegExp(`\\b(?:from|between|period)?\\s*${dayYear}\\s*(?:to|until|and|-|–|−)\\s*${dayYear}`, "giu");
  return [...block.text.matchAll(pattern)].flatMap((match) => {
    const [printed, d = "", m = "", y = "", d2 = "", m2 = "", y2 = ""] = match;
    const [from, to] = [isoOf(d, m, y), isoOf(d2, m2, y2)];
    // "and" also joins two dates that are no period; only a period runs backwards.
    if (from <= to || (/\band\b/i.test(printed) && !/^between/i.test(printed.trim()))) return [];
    return oneFinding(reading, {
      kind: "label",
      severity: "warning",
      stated: printed.trim(),
      quote: excerpt(block, match.index),
      place: placeOf(block),
      heading: "A period that ends before it begins",
      message: `"${printed.trim()}" ends before it begins: one of the two years is probably wrong.`,
    });
  });
}

/** "The financial year 2022/24", "in 2022/21": a reporting year that is none. */
function impossibleYear(reading: Reading, block: Block): Finding[] {
  return [
    ...block.text.matchAll(
      /\b(?:(?:financial |academic |school |reporting )year|(?:in|for|during|since)) ((?:19|20)(\d{2}) ?[/–-] ?(\d{2}))(?![\d/–-])/giu,
    ),
  ].flatMap((match) => {
    const [printed, year = "", first = "", last = ""] = match;
    const next = (Number(first) + 1) % 100;
    const single = /year/iu.test(printed);
    // A span of several years may follow "in" and "for"; a year of its own cannot, and no span runs backwards.
    if (Number(last) === next || (!single && (Number(last) > next || Number(last) <= 12))) return [];
    return oneFinding(reading, {
      kind: "label",
      severity: "warning",
      stated: year,
      expected: `20${first}/${String(next).padStart(2, "0")}`,
      quote: excerpt(block, match.index),
      place: placeOf(block),
      heading: `${year} is no year`,
      message: `"${printed}" is printed, but a reporting year ends in the calendar year after the one in which it begins.`,
    });
  });
}

/** "In 2022/23 (year ended 31 March 2022)": a reporting year and the day on which it ends. */
function yearAndEnd(reading: Reading, block: Block): Finding[] {
  return [
    ...block.text.matchAll(/\b(20\d{2})\/(\d{2}),? \((?:the )?(?:financial )?(?:year )?(?:ended|ending|to) 31 March (20\d{2})\)/giu),
  ].flatMap((match) => {
    const [printed, first = "", , end = ""] = match;
    if (Number(end) === Number(first) + 1) return [];
    return oneFinding(reading, {
      kind: "label",
      severity: "warning",
      stated: printed,
      expected: `31 March ${Number(first) + 1}`,
      quote: excerpt(block, match.index),
      place: placeOf(block),
      heading: `${first}/${match[2]} did not end on 31 March ${end}`,
      message: `"${printed}" is printed, but ${first}/${match[2]} ended on 31 March ${Number(first) + 1}.`,
    });
  });
}

function publishedBefore(reading: Reading): Finding[] {
  const { row } = reading;
  if (!row || row.published === "" || row.event_end === "" || row.published >= row.event_start) return [];
  return oneFinding(reading, {
    kind: "label",
    severity: "warning",
    stated: formatDate(row.published),
    quote: "",
    place: "",
    heading: `Published ${formatDate(row.published)}, before it took place`,
    message: `The document is dated ${formatDate(row.published)}, before the inspection or period of ${formatDate(row.event_start)} to ${formatDate(row.event_end)} that it reports on.`,
  });
}

const excerpt = (block: Block, at: number): string => block.text.slice(Math.max(0, at - 80), at + 160).trim();

export const dates = perDocument("label", "Dates that cannot be", (reading) => [
  ...reading.source.blocks.flatMap((block) => [
    ...impossible(reading, block),
    ...weekday(reading, block),
    ...(block.table === null ? [...impossibleYear(reading, block), ...yearAndEnd(reading, block)] : []),
    ...backwards(reading, block),
  ]),
  ...publishedBefore(reading),
]);
