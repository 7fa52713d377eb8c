import type { Finding } from "../../../model/finding.ts";
import { findPeriods, parsePeriodText } from "../../../extract/grammar/periods.ts";
import { formatPeriod, parsePeriod } from "../../../model/period.ts";
import { perTable } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { clauseOf } from "../../reading/figure.ts";
import { placeOfRow, type Grid } from "../../reading/grid.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { isOwnLevel } from "../../vocabulary/headings.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";

type Column = { name: string; at: number; period: string };

const yearOf = (period: string): number => Number((parsePeriod(period)?.end ?? "").slice(0, 4));
/** "2015/16", "2015", "2015-09": years of one kind lie apart by whole years. */
const shapeOf = (period: string): string => period.replace(/\d/gu, "0");
/** "April to September 2020" and "2019": the same part of a year, whatever year it is of. */
const partOf = (period: string): string => {
  const span = parsePeriod(period);
  return span ? `${span.start.slice(5)} ${span.end.slice(5)}` : shapeOf(period);
};

/** The columns of a table that are headed for times of one kind, one after another. */
function columnsOf(grid: Grid): Column[] {
  const dated = grid.columns.flatMap((name, at) => {
    const period = at > 0 && isOwnLevel(name) ? parsePeriodText(name) : null;
    return period === null ? [] : [{ name, at, period }];
  });
  const years = dated.map(({ period }) => yearOf(period));
  const areAlike = new Set(dated.map(({ period }) => partOf(period))).size === 1;
  return dated.length > 1 && areAlike && new Set(years).size === years.length ? dated : [];
}

/** Smaller numbers stand in many places. */
const fewest = 10;

/** What is planned or told of others is no figure of the table. */
const ofOthers = wordings`budget\w*|plan(?:s|ned)?|forecast|target|expected|projected|england|national\w*|region\w*|neighbours?|similar|elsewhere`;
/** "143 households in", "45 at": the time that comes next is that of the figure. */
const leadsToTime = /^(?: (?!(?:and|but|while|whereas|than|against|compared|when|from|to|up|down)\b)[\p{L}’'-]+){0,5}$/iu;

/** The one time that a sentence tells a figure of: right behind it, or the only one of its clause. */
function timeOf(reading: Reading, sentence: Sentence, figure: Sentence["figures"][number]): string | null {
  const times = findPeriods(sentence.text, reading.dates).filter(({ relative }) => !relative);
  const next = times.find(({ start }) => start >= figure.end);
  if (next && leadsToTime.test(sentence.text.slice(figure.end, next.start).trimEnd())) return next.period;
  const own = findPeriods(clauseOf(sentence, figure), reading.dates).filter(({ relative }) => !relative);
  return own.length === 1 ? own[0]!.period : null;
}

/** How many years later the text tells the figures of a table than its columns do: that of two or more figures, and none against it. */
function shiftOf(reading: Reading, grid: Grid, columns: readonly Column[]): { years: number; sentence: Sentence } | null {
  const found = reading.sentences.flatMap((sentence) =>
    sentence.figures.flatMap((figure) => {
      if (
        !["number", "percent"].includes(figure.measure) ||
        ["target", "change", "comparator"].includes(figure.role) ||
        figure.value < fewest ||
        figure.denominator !== null
      )
        return [];
      const time = ofOthers.test(clauseOf(sentence, figure)) ? null : timeOf(reading, sentence, figure);
      if (time === null) return [];
      const rows = grid.rows.filter(({ cells }) => columns.some(({ at }) => cells[at]?.value === figure.value));
      const held = columns.filter(({ at }) => rows[0]?.cells[at]?.value === figure.value);
      const [column] = held;
      if (rows.length !== 1 || !column || held.length > 1 || partOf(column.period) !== partOf(time)) return [];
      return [{ value: figure.value, row: rows[0], years: yearOf(time) - yearOf(column.period), sentence }];
    }),
  );
  const [first] = found;
  const isOne = first !== undefined && found.every(({ years, row }) => years === first.years && row === first.row);
  return isOne && first.years !== 0 && new Set(found.map(({ value }) => value)).size > 1 ? first : null;
}

/** "The table sets out the three years up to": as many as there are columns. */
const upTo = pattern`
  \b(?:table|below|columns?)\b[^.;]* (two|three|four|five|six) (?:financial |academic |school |full )?years (?:up )?(?:to|ending(?: in| with)?|ended)(?: and including)?(?: the end of)?$`;
const lastColumn = "(?:last|final|right-hand|latest|rightmost) column";
/** "Figures for the half year stand in the last column", "the right-hand column gives the position at". */
const inLast = pattern`^[^.;,]{0,60}\b(?:stand|stands|is|are|appear|appears|given|shown|found) in the ${lastColumn}\b`;
const ofLast = pattern`
  \bthe ${lastColumn} (?:is|gives|shows|holds|has|contains|sets out) (?:the )?(?:(?:figures?|numbers?|position|results?|values?|data|counts?) )?
  (?:(?:for|of|at|in|on) )?(?:the (?:year|end of|half[- ]year|quarter) )?$`;
const counts = ["", "", "two", "three", "four", "five", "six"];

/** The time that a sentence beside a table says its last column is of. */
function toldLast(reading: Reading, grid: Grid, many: number): { period: string; sentence: Sentence } | null {
  const section = grid.block.headings.at(-1) ?? "";
  const beside = reading.sentences.filter(
    ({ block }) => Math.abs(block.index - grid.block.index) < 3 && (block.headings.at(-1) ?? "") === section,
  );
  for (const sentence of beside) {
    const times = findPeriods(sentence.text, reading.dates).filter(({ relative }) => !relative);
    const [time] = times.filter(({ start, end }) => {
      const [before, after] = [sentence.text.slice(0, start), sentence.text.slice(end)];
      const lead = `${before.trimEnd()} ${/^(?:for|at|in|on|to) /iu.exec(sentence.text.slice(start))?.[0] ?? ""}`;
      return (
        counts.indexOf(upTo.exec(before.trimEnd())?.[1]?.toLowerCase() ?? "-") === many ||
        (/\b(?:for|at|in|of)(?: the (?:year|half[- ]year|quarter))?$/iu.test(lead.trimEnd()) && inLast.test(after)) ||
        ofLast.test(`${lead.trimEnd()} `)
      );
    });
    if (time && times.length === 1) return { period: time.period, sentence };
  }
  return null;
}

function report(reading: Reading, grid: Grid): Finding[] {
  const columns = columnsOf(grid);
  const last = columns.toSorted((a, b) => yearOf(a.period) - yearOf(b.period)).at(-1);
  if (!last) return [];
  const told = last.at === grid.columns.length - 1 ? toldLast(reading, grid, columns.length) : null;
  const isOther = told !== null && partOf(told.period) === partOf(last.period) && yearOf(told.period) !== yearOf(last.period);
  const shift = shiftOf(reading, grid, columns);
  const sentence = shift?.sentence ?? (isOther ? told.sentence : null);
  const years = shift?.years ?? (told ? yearOf(told.period) - yearOf(last.period) : 0);
  // Columns further off are of another round of figures.
  if (!sentence || years === 0 || Math.abs(years) > 3) return [];
  const printed = columns.map(({ name }) => name).join(", ");
  const meant =
    told && isOther
      ? formatPeriod(told.period)
      : `${Math.abs(years)} year${Math.abs(years) > 1 ? "s" : ""} ${years > 0 ? "later" : "earlier"}`;
  return oneFinding(reading, {
    kind: "label",
    severity: "warning",
    stated: printed,
    expected: meant,
    quote: `${grid.block.table?.rows[0]?.raw ?? printed} / ${sentence.text}`,
    place: `${placeOfRow(grid, null)}; ${sentence.place}`,
    heading: `The columns are headed ${printed}; the text has other years`.slice(0, 70),
    message: shift
      ? `The text tells figures of the table for times ${Math.abs(years)} year${Math.abs(years) > 1 ? "s" : ""} ${years > 0 ? "after" : "before"} those that their columns are headed for (${printed}).`
      : `The text says that the last column is of ${meant}, but the columns are headed ${printed}.`,
  });
}

export const yearsTold = perTable("label", "Columns headed for other years than the text tells their figures of", report);
