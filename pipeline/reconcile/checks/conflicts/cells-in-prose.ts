import type { Finding } from "../../../model/finding.ts";
import { parsePeriodText } from "../../../extract/grammar/periods.ts";
import { perSentence } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { placeOfRow, type Cell, type Grid, type GridRow } from "../../reading/grid.ts";
import { isTotal } from "../../reading/lines.ts";
import { digitsOf, type TextFigure } from "../../reading/figure.ts";
import { readSentence, type Reading, type Sentence } from "../../reading/reading.ts";
import { wordsOf } from "../../reading/tellings.ts";
import { isNamedIn, stem, stemsOf, wordSet } from "../../vocabulary/names.ts";
import { partOrQuarter } from "../../vocabulary/part-years.ts";
import { agreePrinted } from "../../numbers/rounding.ts";
import { isOwnLevel } from "../../vocabulary/headings.ts";
import { wordings } from "../../vocabulary/patterns.ts";
import { before, gradesTogether, notAll, notYet, ofThem, someOf } from "../../vocabulary/restrictions.ts";

/** How many blocks away a table can be and still be what a paragraph speaks of. */
const reach = 6;
/** A figure further from the cell than this is of something else. */
const farthest = 0.3;
const narrower = wordings`
  ${someOf}|new|${ofThem}|${notAll}|${notYet}|${before}|among\w*|placed|offered|latest|now|since|who|under|over|
  in (?:january|february|april|may|june|july|august|september|october|november|december)|more than|at least|about|around|
  nearly|almost|plan|each|per|both|other|another|further|additional`;

const ordinary = wordSet(
  `the and for with who were was had have from that per cent number total rate all percentage proportion their our are
   not`,
);
const named = (text: string): Set<string> => stemsOf(text, ordinary);

/** The column a sentence speaks of: that of the one period it names, or the only one with values of the unit. */
function columnOf(grid: Grid, sentence: Sentence, unit: Cell["unit"]): number | null {
  const columns = grid.columns
    .map((name, at) => ({ name, at }))
    .filter(
      ({ name, at }) => at > 0 && isOwnLevel(name) && grid.rows.some((row) => row.cells[at]?.value != null && row.cells[at]?.unit === unit),
    );
  const times = sentence.times;
  const dated = columns.map(({ name, at }) => ({ at, period: parsePeriodText(name) })).filter(({ period }) => period !== null);
  if (dated.length > 0) {
    const own = dated.filter(({ period }) => times.length === 1 && times[0] === period);
    return dated.length === columns.length && own.length === 1 ? own[0]!.at : null;
  }
  const caption = parsePeriodText(grid.caption);
  if (columns.length !== 1 || (times.length > 0 && (caption === null || times.length > 1 || times[0] !== caption))) return null;
  return columns[0]!.at;
}

/** Told of all rows together by the words of the caption and the headings: "over the three terms together 91.5% of PEPs were completed". */
function isOfAll(grid: Grid, { text }: Sentence, words: ReadonlySet<string>): boolean {
  const parts = grid.rows.filter(({ label }) => !isTotal(label)).flatMap(({ label }) => [...named(label)]);
  // A table without a title has the paragraph above it for a caption.
  const heads = named([grid.caption.includes(text) ? "" : grid.caption, ...grid.columns].join(" "));
  return [...heads].filter((word) => words.has(word)).length >= fewestShared && !parts.some((word) => words.has(word) && !heads.has(word));
}
/** Fewer words of its headings in a sentence leave open whether it speaks of the table. */
const fewestShared = 3;

function cellFor(grid: Grid, sentence: Sentence, unit: Cell["unit"]): { row: GridRow; cell: Cell; column: number } | null {
  const column = columnOf(grid, sentence, unit);
  if (column === null) return null;
  const words = named(sentence.text);
  const total = grid.rows.find(({ label }) => isTotal(label));
  const all = total?.cells[column];
  if (unit === "percent" && total && all?.value != null && all.value !== 100 && all.unit === unit && isOfAll(grid, sentence, words))
    return { row: total, cell: all, column };
  const rows = grid.rows
    .filter((row) => !isTotal(row.label) && isNamedIn(row.label, words, ordinary))
    .sort((a, b) => named(b.label).size - named(a.label).size);
  const [row, next] = rows;
  const cell = row?.cells[column];
  // Two rows that the sentence names with as many words leave open which of them is meant.
  if (!row || (next && named(next.label).size === named(row.label).size) || cell?.value == null || cell.unit !== unit) return null;
  return { row, cell, column };
}

const lastQuarter = wordings`quarter (?:4|four)|q4|(?:last|fourth|final) quarter`;
const overTime = /\bover the (?:\w+ ){0,2}(?:terms|year|quarters?|period|months)\b/iu;
/** The one figure of a sentence that states a level of its own. */
function levelOf(sentence: Sentence): TextFigure | null {
  const [figure, ...more] = sentence.figures.filter(
    (one) =>
      ["percent", "number"].includes(one.measure) &&
      one.denominator === null &&
      // "The three terms", "all four quarters": how many rows the table has.
      !(one.form === "word" && /^ (?:terms|quarters|months|phases|areas)\b/iu.test(sentence.text.slice(one.end))),
  );
  if (!figure || more.length > 0 || sentence.subjects.length > 0 || narrower.test(sentence.text.replace(overTime, ""))) return null;
  return figure.form === "digits" && figure.valueHigh === null && figure.qualifier === "exact" && figure.role === "level" ? figure : null;
}

/** How many words of its own a sentence may have beside those of the row: more of them speak of some, or of something else. */
const mostOwn = 3;
const saying = wordSet(
  `stood stand reach year end result figure number period march overall perfor achiev comple quarter report cent there
   this these table show shows children childre young people`,
  stem,
);
const ownWords = (sentence: Sentence, label: string, grid: Grid): number => {
  const known = named([label, grid.caption, ...grid.columns].join(" "));
  return [...named(sentence.text.replace(/\d[\d/]*/g, " "))].filter((word) => !known.has(word) && !saying.has(word)).length;
};

/** What a count counts is named by the row, or is children in general: "36 beds in children's homes" are no children. */
function countsThem(sentence: Sentence, figure: TextFigure, label: string, column: string): boolean {
  const noun = /^ ([a-z]{3,})/iu.exec(sentence.text.slice(figure.end))?.[1]?.toLowerCase() ?? "";
  return noun === "" || /^(?:children|young|pupils|people)$/u.test(noun) || named(`${label} ${column}`).has(stem(noun));
}

/** "Dental checks stood at 84%" beside a table whose row of dental checks reads 78%. */
function report(reading: Reading, sentence: Sentence, isClause = false): Finding[] {
  const figure = levelOf(sentence);
  if (!figure) return [];
  const unit = figure.measure === "percent" ? "percent" : "count";
  for (const grid of reading.grids) {
    const apart = grid.block.index - sentence.block.index;
    const one = Math.abs(apart) <= reach ? cellFor(grid, sentence, unit) : null;
    // One word may stand in many clauses: a row is known by two at least.
    if (
      !one ||
      (isClause && named(one.row.label).size < 2) ||
      one.cell.value === null ||
      (gradesTogether.test(sentence.text) && !gradesTogether.test(one.row.label)) ||
      // The percentage of a row that says what it is of, at one time, is judged with those of the text.
      (unit === "percent" && !isTotal(one.row.label) && sentence.times.length === 1 && wordsOf(one.row.label).size > 1) ||
      one.cell.value === figure.value ||
      [partOrQuarter, lastQuarter].some((part) => part.test(sentence.text) && !part.test([grid.caption, ...grid.columns].join(" "))) ||
      ownWords(sentence, one.row.label, grid) > mostOwn ||
      (unit === "count" && !countsThem(sentence, figure, one.row.label, grid.columns[one.column] ?? ""))
    )
      continue;
    const printed = digitsOf(figure);
    if (agreePrinted(printed, one.cell.text.replace(/[^\d.]/g, "") || String(one.cell.value))) continue;
    const gap = Math.abs(one.cell.value - figure.value);
    const elsewhere = grid.rows.some((row) =>
      row.cells.some((cell) => cell.value === figure.value && (row === one.row || isTotal(row.label))),
    );
    if (gap > farthest * one.cell.value || elsewhere || (unit === "count" && one.cell.value < 10)) continue;
    return oneFinding(reading, {
      kind: "conflict",
      severity: "warning",
      stated: `${figure.text}; ${one.cell.text}`,
      place: `${sentence.place}; ${placeOfRow(grid, one.row, grid.columns[one.column])}`,
      quote: `${sentence.text} / ${one.row.raw}`,
      heading: `${figure.text} in the text, ${one.cell.text} in the table`,
      message: `${sentence.place} gives ${figure.text} where the row "${one.row.label}" of the table has ${one.cell.text}.`,
    });
  }
  return [];
}

/** The clauses of a sentence that hold one figure each, with the one time that the sentence names. */
function clausesOf(reading: Reading, sentence: Sentence): Sentence[] {
  if (sentence.figures.length < 2 || sentence.figures.length > 4) return [];
  const inside = [...sentence.figures, ...sentence.periods];
  const breaks = [...sentence.text.matchAll(/[,;] | and | while | but /gu)].filter(
    (match) => !inside.some((one) => match.index >= one.start && match.index < one.end),
  );
  const ends = [0, ...breaks.map((match) => match.index + match[0].length), sentence.text.length];
  return ends.slice(1).flatMap((end, at) => {
    const clause = readSentence(sentence.text.slice(ends[at], end), sentence.block, sentence.number, reading.dates);
    if (clause.figures.length !== 1 || clause.figures[0]?.measure !== "number") return [];
    const { periods, times } = clause.periods.length > 0 ? clause : sentence;
    return [{ ...clause, periods, times, subjects: sentence.subjects }];
  });
}

export const cellsInProse = perSentence("conflict", "A figure of the text against the cell it repeats", (reading, sentence) => [
  ...report(reading, sentence),
  ...clausesOf(reading, sentence).flatMap((clause) => report(reading, clause, true)),
]);
