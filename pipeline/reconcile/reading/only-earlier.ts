import { parsePeriodText } from "../../extract/grammar/periods.ts";
import { parsePeriod } from "../../model/period.ts";
import { isOfEarlier } from "./earlier.ts";
import type { TextFigure } from "./figure.ts";
import type { Cell, Grid } from "./grid.ts";
import type { Reading, Sentence } from "./reading.ts";
import { pattern } from "../vocabulary/patterns.ts";

// The number of an earlier time: that of last year, which is no base of this year's shares.

type Told = { figure: TextFigure; sentence: Sentence };
const dayOf = (label: string): string => parsePeriod(parsePeriodText(label) ?? "")?.end ?? "";

const mentions = ({ sentences }: Reading, value: number): Told[] =>
  sentences.flatMap((sentence) =>
    sentence.figures.flatMap((figure) =>
      figure.measure === "number" && figure.valueHigh === null && (figure.denominator ?? figure.value) === value
        ? [{ figure, sentence }]
        : [],
    ),
  );

/** The last day that the figures of the sentences are told of. */
const latestIn = ({ sentences }: Reading): string =>
  sentences
    .flatMap(({ figures }) => figures.flatMap(({ role, day }) => (role === "level" ? [day] : [])))
    .reduce((last, day) => (day > last ? day : last), "");

type Place = { cell: Cell; grid: Grid; column: number; label: string };
const cellsWith = ({ grids }: Reading, value: number): Place[] =>
  grids.flatMap((grid) =>
    grid.rows.flatMap(({ label, cells }) => cells.flatMap((cell, column) => (cell.value === value ? [{ cell, grid, column, label }] : []))),
  );
/** In a column or a row of a year after which the table has another. */
function isOfYearBefore({ grid, column, label }: Place): boolean {
  const isBefore = (own: string, all: readonly string[]): boolean => own !== "" && all.some((day) => day > own);
  return (
    isBefore(dayOf(grid.columns[column] ?? ""), grid.columns.map(dayOf)) ||
    isBefore(
      dayOf(label),
      grid.rows.map((row) => dayOf(row.label)),
    )
  );
}

/** Whether a document gives a number, and wherever it does as that of an earlier time: "a year earlier there had been 149", "145" under "2019/20". */
function isOnlyOfEarlier(reading: Reading, value: number): boolean {
  const [told, cells, latest] = [mentions(reading, value), cellsWith(reading, value), latestIn(reading)];
  return (
    told.length + cells.length > 0 &&
    told.every(({ figure, sentence }) => isOfEarlier(sentence, figure) || (figure.day !== "" && figure.day < latest)) &&
    cells.every(isOfYearBefore)
  );
}

/** Those still heard of out of a larger group of then: their shares may be of all of it. */
const ofThose = pattern`
  \b(?:of|among|from|out of) (?:the|these|those|them|whom|which|all|our)(?: [\p{L}-]+){0,3} \{C|\{[CS]\d+\} (?:[\p{L}-]+ ){0,2}?(?:of|among) (?:the|these|those|them|whom|which|all)\b|
  \b(?:repl(?:y|ies|ied)|respon\w+|traced|returned|answered|still|remain\w*|followed up|seen again|since)\b`;
/** Whether a number is told as one of its own, beside that of an earlier time, and not as some of those. */
const isToldOfNow = (reading: Reading, value: number): boolean =>
  mentions(reading, value).every(({ sentence }) => !ofThose.test(sentence.skeleton));

/** "As a share of last year's number", "compared with the number of 2017/18": they are meant to be of then. */
const saysOfThen = pattern`
  \b(?:shares?|percentages?|proportions?|per ?cent)\b(?: [\p{L}-]+){0,3} (?:of|with|to|on|against) (?:the )?
  (?:last (?:year|quarter|term|round)|(?:previous|earlier|preceding|prior) \w+|year before)\b|
  \b(?:shares?|percentages?|proportions?|per ?cent|compared|relative|set against)\b(?: [\p{L}-]+){0,3} (?:of|with|to|on|against) the[ ]
  (?:number|total|figure)s? (?:of|for|in|at) (?:last|the (?:previous|earlier|year before)|(?:19|20)\d\d)`;

/** A base that is the number of then while the counts make that of now, which is not some of those of then. */
export const isBaseOfThen = (reading: Reading, base: number, whole: number): boolean =>
  base !== whole &&
  !reading.sentences.some(({ text }) => saysOfThen.test(text)) &&
  isOnlyOfEarlier(reading, base) &&
  !isOnlyOfEarlier(reading, whole) &&
  (base < whole || isToldOfNow(reading, whole));
