import type { Finding } from "../../../model/finding.ts";
import { monthSource } from "../../../extract/grammar/calendar.ts";
import { findPeriods } from "../../../extract/grammar/periods.ts";
import { parsePeriod } from "../../../model/period.ts";
import { perDocument } from "../../check.ts";
import { saysNotAdditive } from "../../reading/disclosed.ts";
import { oneFinding } from "../../finding-row.ts";
import { placeOfRow, type Grid } from "../../reading/grid.ts";
import type { TextFigure } from "../../reading/figure.ts";
import { isNear, type Reading, type Sentence } from "../../reading/reading.ts";
import { totalOf } from "../../reading/table-total.ts";
import { wordings } from "../../vocabulary/patterns.ts";
import { before, notYet, ofThem } from "../../vocabulary/restrictions.ts";

/** A table stands right after the sentence that gives its total, or right before it. */
const reach = 2;
/** A number further from the total than this counts something else. */
const farthest = 0.12;
const narrower = wordings`
  ${ofThem}|${notYet}|${before}|excluding|including|more than|at least|about|around|nearly|almost|capacity|since|
  not (?:shown|included)|some of|of the \d+`;
const kinds: readonly RegExp[] = [
  /\bchild(?:ren)?\b|\byoung people\b/iu,
  /\bhouseholds?\b|\bcarers?\b|\bfamilies\b/iu,
  /\bcare leavers?\b/iu,
  /\breferrals?\b|\bcontacts?\b/iu,
  /\bcomplaints?\b|\bcompliments?\b/iu,
  /\bstaff\b|\bworkers?\b|\bposts?\b/iu,
  /\bschools?\b|\bhomes?\b|\bplacements?\b|\bplans?\b|\bvisits?\b|\breviews?\b|\bassessments?\b|\bepisodes?\b|\bincidents?\b/iu,
];

const stems = (text: string): string[] =>
  (text.toLowerCase().match(/[a-z]{4,}/g) ?? []).map((word) => word.replace(/(?:ren|ies|es|s)$/u, "").slice(0, 7));
/** Where no total is printed, the text has to say that it speaks of the table or of what its column is headed for. */
const speaksOf = (grid: Grid, column: number, sentence: Sentence, count: TextFigure): boolean =>
  /\b(?:the |this )?(?:table|chart)\b|\bbelow\b|\bas follows\b/iu.test(sentence.text) ||
  stems(grid.columns[column] ?? "").some(
    (word) => !["number", "total", "count"].includes(word) && stems(sentence.text.slice(count.end, count.end + 40)).includes(word),
  );

const partial = /\b(?:those (?:who|that|which|whose)|only|some of|excluding|left out|led to|of (?:these|whom|which)|whose|not all)\b/iu;

/** Every day or year that the table and the sentences beside it name. */
function timesOf(reading: Reading, grid: Grid, near: readonly Sentence[]): Set<string> {
  const heads = [grid.caption, ...grid.headers.flat()].flatMap((text) => findPeriods(text, reading.dates));
  const days = [grid.caption, ...grid.headers.flat(), ...near.map((sentence) => sentence.text)]
    .flatMap((text) => text.match(new RegExp(`\\b\\d{1,2} (?:${monthSource})\\b`, "giu")) ?? [])
    .map((day) => day.toLowerCase());
  if (new Set(days).size > 1) return new Set(days);
  return new Set(
    [...heads, ...near.flatMap((sentence) => sentence.periods)]
      .filter((mention) => !mention.relative)
      .map((mention) => parsePeriod(mention.period)?.end ?? mention.period),
  );
}

const countsKind = (text: string): RegExp | undefined => kinds.find((kind) => kind.test(text));

/** "At 31 March there were 318 children in care", above a table by placement whose parts and total make 308. */
function report(reading: Reading, grid: Grid): Finding[] {
  const total = totalOf(grid);
  if (!total || total.value < 10 || saysNotAdditive(reading, grid.block)) return [];
  const near = reading.sentences.filter((sentence) => isNear(sentence, grid, reach));
  const said = near.flatMap((sentence) => {
    const counts = sentence.figures.filter((figure) => figure.measure === "number" && figure.denominator === null && figure.value >= 10);
    const [count] = counts;
    const whole =
      count &&
      counts.length === 1 &&
      sentence.figures.length === 1 &&
      count.qualifier === "exact" &&
      count.valueHigh === null &&
      count.role === "level" &&
      countsKind(sentence.text.slice(count.end, count.end + 60)) &&
      /\b(?:there (?:were|are)|had|have|has|received|total of|following|below|table|made|recorded|held|cared? for|looks? after)\b/iu.test(
        sentence.text,
      );
    return whole && !narrower.test(sentence.text) && (total.printed || speaksOf(grid, total.column, sentence, count))
      ? [{ sentence, count }]
      : [];
  });
  // The text may say that the table holds some of them, or another day's.
  if (near.some((sentence) => partial.test(sentence.text)) || timesOf(reading, grid, near).size > 1) return [];
  const numbers = new Set(near.flatMap((sentence) => sentence.figures.map((figure) => figure.value)));
  const [one] = said;
  if (
    !one ||
    said.length > 1 ||
    numbers.has(total.value) ||
    one.count.value === total.value ||
    Math.abs(one.count.value - total.value) > farthest * total.value
  )
    return [];
  // The text may name those whom the table leaves out.
  if (numbers.has(Math.abs(one.count.value - total.value))) return [];
  return oneFinding(reading, {
    kind: "conflict",
    severity: "warning",
    stated: `${one.count.text}; ${total.value}`,
    quote: `${one.sentence.text} / ${total.row?.raw ?? ""}`,
    place: `${one.sentence.place}; ${placeOfRow(grid, total.row, grid.columns[total.column])}`,
    heading: `${one.count.text} in the text, ${total.value} in the table`,
    message: `${one.sentence.place} speaks of ${one.count.text}, but ${total.printed ? "the parts and the total" : "the rows"} of the table beside it make ${total.value}.`,
  });
}

/** "Table 1: Children in care at 31 March by age" without its number and the way it parts them. */
const groupOf = (caption: string): string => {
  const plain = caption.replace(/^\W*(?:table|figure) \d+(?:\.\d+)?[a-z]?\W*/iu, "");
  const by = /^(.+?),? by [a-z ]+(?=$|,)/iu.exec(plain);
  return by
    ? plain
        .replace(/,? by [a-z ]+(?=$|,)/iu, "")
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, " ")
        .trim()
    : "";
};

/** Two tables that part one group in two ways, with two totals. */
function twoTables(reading: Reading): Finding[] {
  const totals = reading.grids.flatMap((grid) => {
    const [total, group] = [totalOf(grid), groupOf(grid.caption)];
    return total && group !== "" && !saysNotAdditive(reading, grid.block) ? [{ grid, total, group }] : [];
  });
  return [...Map.groupBy(totals, ({ group }) => group).values()].flatMap(([one, ...more]): Finding[] => {
    const other = more.find(({ total }) => one && total.value !== one.total.value);
    if (!one || !other || Math.abs(one.total.value - other.total.value) > farthest * one.total.value) return [];
    return oneFinding(reading, {
      kind: "conflict",
      severity: "warning",
      stated: `${one.total.value}; ${other.total.value}`,
      quote: `${one.total.row?.raw ?? ""} / ${other.total.row?.raw ?? ""}`,
      place: `${placeOfRow(one.grid, one.total.row)}; ${placeOfRow(other.grid, other.total.row)}`,
      heading: `${one.total.value} in one table, ${other.total.value} in another`,
      message: `"${one.grid.caption}" has ${one.total.value} in all, "${other.grid.caption}" ${other.total.value}.`,
    });
  });
}

export const totalsInProse = perDocument("conflict", "The total of a table against the text and the tables beside it", (reading) => [
  ...reading.grids.flatMap((grid) => report(reading, grid)),
  ...twoTables(reading),
]);
