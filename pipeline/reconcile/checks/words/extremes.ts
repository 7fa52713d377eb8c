import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { placeOfRow, type Grid, type GridRow } from "../../reading/grid.ts";
import { isTotal } from "../../reading/lines.ts";
import type { TextFigure } from "../../reading/figure.ts";
import { figureAt, isNear, type Reading, type Sentence } from "../../reading/reading.ts";
import { polarityOf } from "../../vocabulary/word-claims.ts";
import { isOwnLevel } from "../../vocabulary/headings.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";

type Bound = { value: number; measure: string; figure: TextFigure; sentence: Sentence; words: string };

const number = "\\{[CDMP](\\d+)\\}";
const most = new RegExp(
  `\\b(?:nobody|no[- ]one|none|no (?:child|young person|case|award|assessment|worker|visit|family|carer|placement)s?|not one)\\b[^{}.;]{0,50}?\\b(?:more than|longer than|over|above|beyond|in excess of|exceeded)(?: \\w+)? ${number}`,
  "giu",
);
const extreme = new RegExp(
  `\\b(?:the )?(?:longest|highest|largest|greatest|most|oldest|maximum|dearest|biggest)(?: [\\w’'-]+){0,4} (?:was|is|were|took|stood at|came to|had|waited|being|at)(?: at| for)? ${number}`,
  "giu",
);

const bounds = (reading: Reading, pattern: RegExp): Bound[] =>
  reading.sentences.flatMap((sentence) =>
    [...sentence.skeleton.matchAll(pattern)].map((match) => {
      const figure = figureAt(sentence, match[1]!);
      return { value: figure.value, measure: figure.measure, figure, sentence, words: match[0].replace(/\{\w+\}/u, figure.text) };
    }),
  );

/** "For an assessment", "for therapy": what the two are about, where both or the larger one says it. */
function sameThing(limit: Bound, over: Bound): boolean {
  const [a, b] = [limit, over].map(
    ({ sentence }) => /\b(?:for|of|in) (?:an? |the |their )?([a-z]{4,})/iu.exec(sentence.text)?.[1]?.toLowerCase() ?? "",
  );
  return b === "" || a === b;
}

/** "Nobody waited longer than 20 days" beside "the longest wait was 34 days". */
function beyond(reading: Reading): Finding[] {
  const largest = bounds(reading, extreme);
  return bounds(reading, most).flatMap((limit): Finding[] => {
    const over = largest.find(
      (one) =>
        one.measure === limit.measure &&
        one.value > limit.value &&
        one.sentence.block === limit.sentence.block &&
        Math.abs(one.sentence.number - limit.sentence.number) <= 1,
    );
    if (!over || !sameThing(limit, over)) return [];
    return oneFinding(reading, {
      kind: "conflict",
      severity: "warning",
      stated: `${limit.figure.text}; ${over.figure.text}`,
      place: over.sentence.place,
      quote: limit.sentence === over.sentence ? limit.sentence.text : `${limit.sentence.text} ${over.sentence.text}`,
      heading: `"${limit.words}", then ${over.figure.text}`,
      message: `The text says "${limit.words}", and then gives ${over.figure.text} as the largest.`,
    });
  });
}

const average = new RegExp(`\\b(?:average|mean|median)\\b[^{}.;]{0,40}?${number}`, "giu");
const longest = new RegExp(
  `\\b(?:the )?(?:longest|highest|largest|oldest|maximum(?! (?:set|allowed|agreed|permitted))|biggest)(?: [\\w’'-]+){0,4}? (?:(?:was|is|were|being|at|of) )?${number}`,
  "giu",
);

/** "The average wait was 22 days. The longest was 19": no average lies above the largest. */
function aboveLargest(reading: Reading): Finding[] {
  const largest = bounds(reading, longest);
  return bounds(reading, average)
    .flatMap((mean): Finding[] => {
      const over = largest.find(
        (one) =>
          one.measure === mean.measure &&
          one.figure !== mean.figure &&
          one.value < mean.value &&
          one.sentence.block === mean.sentence.block &&
          Math.abs(one.sentence.number - mean.sentence.number) <= 1,
      );
      if (
        !over ||
        mean.figure.qualifier !== "exact" ||
        over.sentence.subjects.length + mean.sentence.subjects.length > 0 ||
        /\b(?:total|change|rise|fall|increase|decrease|team|age)\b/iu.test(`${mean.words} ${over.words}`)
      )
        return [];
      return oneFinding(reading, {
        kind: "arithmetic",
        severity: "error",
        stated: `${mean.figure.text}; ${over.figure.text}`,
        place: over.sentence.place,
        quote:
          mean.sentence === over.sentence
            ? mean.sentence.text
            : [mean.sentence, over.sentence]
                .sort((a, b) => a.number - b.number)
                .map(({ text }) => text)
                .join(" "),
        heading: `An average of ${mean.figure.text}, but ${over.figure.text} as the largest`,
        message: `The average is given as ${mean.figure.text} and the largest as ${over.figure.text}: no average lies above the largest.`,
      });
    })
    .slice(0, 1);
}

const superlative = pattern`
  \b(highest|largest|greatest|heaviest|most|commonest|peaked|busiest|lowest|lightest|smallest|fewest|least|best|worst|weakest|
  strongest)\b(?! (?:of (?:the )?(?:these|those|them|\w+ (?:two|three))|children|part|recent|often|common|likely|
  improve\w*|increase|rise|fall|change|growth|gain|drop|reduction|decrease))`;
const ranked = wordings`
  second|third|next|joint|one of|among|after|but|except|rise|fall|increase|decrease|change|growth|improve\w*|gain|
  drop|at least|at most|than`;

const ofQuality = /^(?:best|worst|weakest|strongest)$/u;
const ofShare = /^ (?:share|proportion|percentage|rate|average)\b/iu;
const isShareHead = /%|per ?cent|\b(?:rate|share|proportion|percentage|average|per)\b/iu;

/**
 * Columns in which the row named can be the largest or smallest: the one that prints a figure of the sentence, in
 * this row or as the extreme of another; any when the sentence has no figure.
 */
function columnsFor(
  grid: Grid,
  row: GridRow,
  rows: readonly GridRow[],
  sentence: Sentence,
  [said, after]: readonly [string, string],
  top: boolean,
): number[] {
  const columns = grid.columns.flatMap((name, at) => (at > 0 && isOwnLevel(name) && row.cells[at]?.value != null ? [at] : []));
  const { figures } = sentence;
  if (figures.length === 0)
    return ofShare.test(after)
      ? columns.filter((at) => row.cells[at]?.unit === "percent" || isShareHead.test(grid.columns[at] ?? ""))
      : columns;
  // "Strongest in the north, where 17 of 24 were good": by its share, and not by how many those are.
  if (ofQuality.test(said) && figures.some(({ denominator }) => denominator !== null))
    return columns.filter((at) => row.cells[at]?.unit === "percent");
  const told = new Set(figures.map((figure) => (figure.denominator === null ? figure.value : figure.numerator)));
  const own = columns.filter((at) => told.has(row.cells[at]?.value ?? null));
  // Where the row's own figure stands among several, what the words are said of is open.
  if (own.length > 0) return figures.length === 1 ? own : [];
  return columns.filter((at) => {
    const values = rows.flatMap((one) => one.cells[at]?.value ?? []);
    return told.has(top ? Math.max(...values) : Math.min(...values));
  });
}

const joint = /,? (?:and|while|whereas|but) |; /u;

/** "Neglect is the most frequent category and sexual abuse the least": each part of a sentence without figures that has a superlative, where all have. */
function partsOf(sentence: Sentence): string[] {
  const parts = sentence.text.split(joint);
  const isSplit =
    parts.length > 1 &&
    sentence.figures.length === 0 &&
    parts.every((part) => superlative.test(part)) &&
    !/\b(?:are|were)\b/iu.test(sentence.text);
  return isSplit ? parts : [sentence.text];
}

/** "Contacts were highest in May": of one row over its own columns, beside no other row. */
const ofOneRow =
  /\b(?:was|were|is|are|peaked|being|reached)(?: (?:(?:at )?(?:its|their)|also|again|both))* (?:highest|heaviest|lightest|lowest|greatest|largest|busiest|fewest) (?:in|during|on|at)\b/iu;
/** The words of a name; a hyphen keeps "re-referrals" apart from "referrals". */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^a-z0-9-]+/g, " ")
    .trim();

/** "West had the highest rate" beside a table in which North has, in every column that can be meant. */
function inTables(reading: Reading, sentence: Sentence, part: string): Finding[] {
  const match = superlative.exec(part);
  const said = match?.[1]?.toLowerCase();
  if (!match || said === undefined || ranked.test(part)) return [];
  // "Caseloads are heaviest in the south" beside a table of one column is of its rows.
  const isOfRow = ofOneRow.test(part.slice(Math.max(0, match.index - 30)));
  const text = ` ${plain(part)} `;
  return reading.grids
    .flatMap((grid): Finding[] => {
      if (!isNear(grid, sentence, 2) || (isOfRow && grid.columns.length > 2)) return [];
      const rows = grid.rows.filter((row) => !isTotal(row.label));
      const named = rows.filter((row) => row.label !== "" && text.includes(` ${plain(row.label)} `));
      const [row] = named;
      if (!row || named.length !== 1 || rows.length < 3) return [];
      const top = topOf(said, `${sentence.text} ${grid.caption} ${grid.columns.join(" ")}`);
      if (top === null) return [];
      const points = columnsFor(grid, row, rows, sentence, [said, part.slice(match.index + match[0].length)], top).map((at) => {
        const values = rows.flatMap((one) => one.cells[at]?.value ?? []);
        const best = top ? Math.max(...values) : Math.min(...values);
        return { at, best, holds: row.cells[at]?.value === best, other: rows.find((one) => one.cells[at]?.value === best) };
      });
      const [point] = points;
      const cell = point && row.cells[point.at];
      if (!point || !cell || points.some(({ holds }) => holds) || points.some(({ at }) => rows.some((one) => one.cells[at]?.value == null)))
        return [];
      return oneFinding(reading, {
        kind: "conflict",
        severity: "warning",
        stated: `"${said}"; ${cell.text}`,
        expected: point.other?.label ?? "",
        quote: `${sentence.text} / ${row.raw}`,
        place: `${sentence.place}; ${placeOfRow(grid, row)}`,
        heading: `"${said}" is said of ${cell.text}; the table has ${point.other?.cells[point.at]?.text ?? ""}`,
        message: `The text calls "${row.label}" the ${said}, with ${cell.text}, but in the table "${point.other?.label ?? ""}" has ${point.other?.cells[point.at]?.text ?? ""}.`,
      });
    })
    .slice(0, 1);
}

/** Whether a superlative names the upper end; best and worst lean on which side is good. */
function topOf(said: string, about: string): boolean | null {
  if (/^(?:highest|largest|greatest|heaviest|most|commonest|peaked|busiest)$/u.test(said)) return true;
  if (!ofQuality.test(said)) return false;
  const good = polarityOf(about);
  return good === "none" ? null : (good === "high") === /^(?:best|strongest)$/u.test(said);
}

export const extremes = perDocument("conflict", "Largest and smallest values against the words for them", (reading) => [
  ...beyond(reading),
  ...aboveLargest(reading),
  ...reading.sentences.flatMap((sentence) =>
    partsOf(sentence)
      .flatMap((part) => inTables(reading, sentence, part))
      .slice(0, 1),
  ),
]);
