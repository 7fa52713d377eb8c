import type { Finding } from "../../../model/finding.ts";
import { findPeriods } from "../../../extract/grammar/periods.ts";
import { perSentence } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { agreePrinted } from "../../numbers/rounding.ts";
import { fitsShare } from "../../numbers/shares.ts";
import { bandsIn, parseBand } from "../../reading/band.ts";
import { digitsOf, type TextFigure } from "../../reading/figure.ts";
import { placeOfRow, type Grid, type GridRow } from "../../reading/grid.ts";
import { isNoSum, isTotal } from "../../reading/lines.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { isNamedIn, stemsOf } from "../../vocabulary/names.ts";
import { isOwnLevel } from "../../vocabulary/headings.ts";
import { wordings } from "../../vocabulary/patterns.ts";
import { before, gradesTogether, notAll, notYet, ofOthers } from "../../vocabulary/restrictions.ts";
import { topicOf, type Topic } from "../../vocabulary/topics.ts";

/** How many blocks away a table can be and still be what a sentence speaks of. */
const reach = 6;
const narrower = wordings`
  ${notAll}|${notYet}|${ofOthers}|${before}|had been|began|starting|started in|more than|at least|about|around|nearly|almost|who have|among|newly|
  only those|together|either|both|up from|down from|bas(?:e|is)|left out|leaving out|known|stated`;
/** In points: as far as a percentage with one decimal may be from the exact one, either way. */
const rounding = 0.1;
const denies = /\b(?:not|no|without|never|un\w+|late|overdue)\b/iu;
/** "15.9% of the total", "account for 12% of children": a share of all whom the table counts. */
const ofTotal = /^ (?:per cent )?of (?:the (?:total|whole|cohort)|all|them all)\b/iu;
const makesUp =
  /\b(?:make|makes|made|making) up (?:\w+ ){0,2}$|\baccount(?:s|ed|ing)? for (?:\w+ ){0,2}$|\brepresent(?:s|ed|ing)? (?:\w+ ){0,2}$/iu;

/** Several rows told of as one. */
const isOfSeveral = /\b(?:and|or|all|other than|except)\b/iu;

type Table = { grid: Grid; column: number; total: number; parts: readonly GridRow[] };

/** The one column of a table that counts the parts of a printed total; null when there is none, or several. */
function partsOf(grid: Grid): Table | null {
  const columns = grid.columns.flatMap((name, at) =>
    at > 0 && isOwnLevel(name) && !isNoSum(name) && grid.rows.some((row) => row.cells[at]?.value != null && row.cells[at]?.unit === "count")
      ? [at]
      : [],
  );
  const [column] = columns;
  const row = grid.rows.find(({ label }) => isTotal(label));
  const total = column === undefined ? undefined : row?.cells[column]?.value;
  if (column === undefined || columns.length > 1 || total == null || total < 10) return null;
  const parts = grid.rows.filter((one) => one !== row);
  const sum = parts.reduce((made, one) => made + (one.cells[column]?.value ?? 0), 0);
  return sum === total && parts.length > 1 ? { grid, column, total, parts } : null;
}

/** "Specialist assessment" is one kind of what its topic names, not all of it. */
const isWholly = (topic: Topic, label: string): boolean => stemsOf(label.replace(topic.words, " ")).size === 0;

/** The row that the words around a figure name: by its band, its own words or its topic. */
function rowIn(parts: readonly GridRow[], words: string): GridRow | null {
  const bands = bandsIn(words);
  const byBand = parts.filter(({ label }) => {
    const band = parseBand(label);
    return band !== null && bands.some(({ low, high }) => low === band.low && high === band.high);
  });
  if (byBand.length > 0 || parts.some(({ label }) => parseBand(label)))
    return byBand.length === 1 && bands.length === 1 ? byBand[0]! : null;
  const text = stemsOf(words);
  const named = parts.filter(({ label }) => isNamedIn(label, text)).sort((a, b) => stemsOf(b.label).size - stemsOf(a.label).size);
  const [first, second] = named;
  if (first)
    return second && stemsOf(second.label).size === stemsOf(first.label).size
      ? null
      : denies.test(words) === denies.test(first.label)
        ? first
        : null;
  const topic = topicOf(words);
  const byTopic =
    topic === null
      ? []
      : parts.filter(
          ({ label }) => topicOf(label)?.name === topic.name && isWholly(topic, label) && denies.test(label) === denies.test(words),
        );
  return byTopic.length === 1 ? byTopic[0]! : null;
}

/** Every number that rows of the column that stand together make. */
function sumsOf({ parts, column, total }: Table): Set<number> {
  const made = new Set<number>();
  parts.forEach((_, from) => {
    let sum = 0;
    for (const row of parts.slice(from)) made.add((sum += row.cells[column]?.value ?? 0)).add(total - sum);
  });
  return made;
}

/** A count of those whom the table counts, or a share of them, beside what its row has; null for any other figure. */
function statedOf(sentence: Sentence, figure: TextFigure, { total }: Table): { count: number | null; percent: number | null } | null {
  const { text, figures } = sentence;
  if (figure.role !== "level" || figure.qualifier !== "exact" || figure.valueHigh !== null || figure.form === "fraction") return null;
  if (figure.denominator !== null)
    return figure.denominator === total && figure.numerator !== null ? { count: figure.numerator, percent: null } : null;
  const after = text.slice(figure.end);
  if (figure.measure === "percent")
    return ofTotal.test(after) || makesUp.test(text.slice(0, figure.start)) ? { count: null, percent: figure.value } : null;
  if (figure.measure !== "number" || figure.decimals > 0 || figure.value === total) return null;
  // "Of the 395 episodes, 39 lasted …", "76 of them (58.5%)": the base stands before, or follows from the share.
  const opened =
    /^of (?:the |these |those |our |all )*$/iu.test(text.slice(0, figures[0]?.start ?? 0)) &&
    figures[0]?.value === total &&
    figures[1] === figure;
  const next = figures[figures.indexOf(figure) + 1];
  const shared =
    next?.measure === "percent" && /^[^.;,()]{0,30} \($/u.test(text.slice(figure.end, next.start)) && fitsShare(figure.value, total, next);
  return opened || shared ? { count: figure.value, percent: null } : null;
}

const timesOf = (text: string): string[] =>
  findPeriods(text, { published: "", event_start: "", event_end: "" }).flatMap(({ period, relative }) => (relative ? [] : [period]));

type Row = { table: Table; exact: number; count: number; sums: ReadonlySet<number> };

/** The figure is that of the row, or of several rows where the words may mean several. */
function holds(
  { text }: Sentence,
  figure: TextFigure,
  { count, percent }: { count: number | null; percent: number | null },
  row: Row,
): boolean {
  if (count !== null) return count === row.count || (isOfSeveral.test(text) && row.sums.has(count));
  const { grid, total } = row.table;
  return (
    agreePrinted(digitsOf(figure), row.exact.toFixed(2)) ||
    [...row.sums].some((sum) => Math.abs((100 * sum) / total - (percent ?? 0)) < rounding) ||
    grid.rows.some(({ cells }) => cells.some(({ value }) => value === percent))
  );
}

/** "Those taking 46 working days or more, 21.2% of the total", below a table whose row "46 or more" has 15.9. */
function report(reading: Reading, sentence: Sentence): Finding[] {
  if (sentence.figures.length === 0 || sentence.subjects.length > 0 || narrower.test(sentence.text)) return [];
  for (const grid of reading.grids.filter(({ block }) => Math.abs(block.index - sentence.block.index) <= reach)) {
    const table = partsOf(grid);
    const dated = [grid.caption, ...grid.columns].flatMap(timesOf);
    if (!table || (dated.length > 0 && sentence.times.length > 0 && !sentence.times.some((time) => dated.includes(time)))) continue;
    const sums = sumsOf(table);
    for (const figure of sentence.figures) {
      const stated = statedOf(sentence, figure, table);
      if (!stated) continue;
      const others = sentence.figures.filter(
        (one) =>
          one !== figure &&
          !bandsIn(sentence.text).some((band) => one.start < band.end && one.end > band.start) &&
          one.value !== table.total &&
          one.measure === figure.measure,
      );
      const start = others.findLast((one) => one.end <= figure.start)?.end ?? 0;
      const end = others.find((one) => one.start >= figure.end)?.start ?? sentence.text.length;
      const row = rowIn(table.parts, `${sentence.text.slice(start, figure.start)} ${sentence.text.slice(figure.end, end)}`);
      const cell = row?.cells[table.column];
      if (!row || cell?.value == null || (gradesTogether.test(sentence.text) && !gradesTogether.test(row.label))) continue;
      const exact = (100 * cell.value) / table.total;
      if (holds(sentence, figure, stated, { table, exact, count: cell.value, sums })) continue;
      return oneFinding(reading, {
        kind: "conflict",
        severity: "warning",
        stated: `${figure.text}; ${cell.text}`,
        place: `${sentence.place}; ${placeOfRow(grid, row, grid.columns[table.column])}`,
        quote: `${sentence.text} / ${row.raw}`,
        heading: `${figure.text} in the text, ${stated.count === null ? `${exact.toFixed(1)}%` : cell.text} in the table`,
        message: `${sentence.place} gives ${figure.text} where the row "${row.label}" of the table has ${cell.text} of ${table.total}${stated.count === null ? `, which is ${exact.toFixed(1)}%` : ""}.`,
      });
    }
  }
  return [];
}

export const rowsInProse = perSentence("conflict", "A part of a total in the text against the row that counts it", report);
