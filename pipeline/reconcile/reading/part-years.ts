import { parsePeriodText } from "../../extract/grammar/periods.ts";
import {
  isStock,
  partOrQuarter,
  partYear,
  until,
  wantedAfter,
  wholeYear,
  wholeYearTarget,
  yearlyBefore,
} from "../vocabulary/part-years.ts";
import { pattern } from "../vocabulary/patterns.ts";
import type { TextFigure } from "./figure.ts";
import type { Reading, Sentence } from "./reading.ts";

/** What a figure may be held to, by the word for it. */
export const isHeld =
  /\b(?:targets?|goal|aim(?:s|ed|ing)?|ambition|commitment|promised?|pledged?|plan(?:ned)?|budget(?:ed)?|expected|required|ceiling|limit|allowance)\b/iu;

/** Two to ten months, such as April to September. */
function isPart(period: string): boolean {
  const [from, to] = period.split("..").map((month) => /^(\d{4})-(\d{2})$/.exec(month));
  if (!from || !to) return false;
  const months = 12 * (Number(to[1]) - Number(from[1])) + Number(to[2]) - Number(from[2]) + 1;
  return months > 1 && months < 11;
}
/** Words, or a period that they name, for all of a year. */
export const isWhole = (text: string): boolean => wholeYear.test(text) || /^\d{4}\/\d{2}$/.test(parsePeriodText(text) ?? "");
/** Words, or periods that they name, for part of a year. */
export const tellsPart = (text: string, periods: readonly string[] = [parsePeriodText(text) ?? ""]): boolean =>
  partYear.test(text) || periods.some(isPart);

/** A sentence whose figures, save its target, are of part of a year. */
function saysPart(sentence: Sentence): boolean {
  const text = sentence.text.replace(/\btarget\b[^.;]*/iu, "");
  return (
    tellsPart(
      text,
      sentence.periods.map(({ period }) => period),
    ) ||
    (until.test(text) && !isStock.test(text))
  );
}
const ofWholeYear = ({ periods }: Sentence): boolean =>
  periods.some(({ period, relative }) => !relative && /^\d{4}(?:\/\d{2})?$/.test(period));

/** Reports whose head, or whose row "Period covered", says that all of them is of part of a year; each read once. */
const known = new WeakMap<Reading, boolean>();
export function isPartReport(reading: Reading): boolean {
  const isPart =
    known.get(reading) ??
    (reading.source.blocks
      .slice(0, 6)
      .some(
        ({ table, text }) =>
          table === null && text.length < 160 && (tellsPart(text) || /\bquarter(?:ly)? (?:report )?[123]\b/iu.test(text)),
      ) ||
      reading.source.blocks.some(({ table }) =>
        table?.rows.some(({ cells }) => /^(?:reporting |the )?period\b/iu.test(cells[0] ?? "") && tellsPart(cells[1] ?? "")),
      ));
  known.set(reading, isPart);
  return isPart;
}
/** Whether the figures of a sentence are of part of a year, by its own words or by those at the head of the report. */
export const isOfPart = (reading: Reading, sentence: Sentence): boolean =>
  saysPart(sentence) || (isPartReport(reading) && !ofWholeYear(sentence));
/** The same where any word for a quarter or a day in the year will do. */
export const isOfPartOrQuarter = (reading: Reading, { text }: Sentence): boolean => partOrQuarter.test(text) || isPartReport(reading);

/** A number of people or things, no share of others. */
const isCount = (figure: TextFigure): boolean =>
  figure.measure === "number" &&
  figure.decimals === 0 &&
  figure.form !== "fraction" &&
  figure.valueHigh === null &&
  figure.denominator === null;

/** Such a number, or an amount of money. */
export const isAmount = (figure: TextFigure): boolean =>
  isCount(figure) || (figure.measure === "gbp" && figure.valueHigh === null && figure.denominator === null);

/** "The annual ceiling of 44", "the 612 planned for the year", or what else is called a target. */
export function goalIn({ text, figures }: Sentence): TextFigure | undefined {
  // "The 18 required over twelve months": how long it is for is no figure of its own.
  const isYearly = (figure: TextFigure, at: number): boolean =>
    yearlyBefore.test(text.slice(figures[at - 1]?.end ?? 0, figure.start)) ||
    wantedAfter.test(text.slice(figure.end, figures.slice(at + 1).find(({ measure }) => measure !== "months")?.start ?? text.length));
  // "The twelve-month target of 96": the same.
  const isLength = ({ measure, text: printed }: TextFigure): boolean => measure === "months" && printed.includes("-");
  return (
    figures.find((figure, at) => !isLength(figure) && isYearly(figure, at)) ??
    figures.find((figure) => figure.role === "target" && !isLength(figure))
  );
}

/** "Well within the budget of £7,617,000", "inside the ceiling of 40 for the year": what half a year brought is bound to be. */
export const budgetKept = ({ text, figures }: Sentence): TextFigure | undefined =>
  figures.find(
    ({ measure, start, end }) =>
      keptWithin.test(text.slice(0, start)) && (measure === "gbp" || (measure === "number" && wholeYear.test(text.slice(end)))),
  );
const keptWithin = pattern`
  \b(?:within|inside|under|below|less than|lower than|(?:kept|keeping|keeps|stuck|held) to) (?:the|its|our|this|that|an?) (?:[a-z-]+ ){0,2}(?:budget|allocation|allowance|assumption|ceiling|limit|
  cap|maximum|quota|forecast|estimate|plan)(?: set)? (?:of|at) $`;

/** Numbers that a sentence or a table says are to be reached in a whole year. */
export function yearlyGoals(reading: Reading): Set<number> {
  const told = reading.sentences
    .filter(
      ({ text, periods }) =>
        isTarget.test(text) && (wholeYear.test(text) || periods.some(({ period, relative }) => !relative && /^\d{4}\/\d{2}$/.test(period))),
    )
    .flatMap((sentence) =>
      sentence.figures
        .filter(isAmount)
        .filter((figure) => isTarget.test(sentence.text.slice(Math.max(0, figure.start - 60), figure.end + 30)))
        .map(({ value }) => value),
    );
  const listed = reading.source.blocks
    .flatMap((block) => block.table?.rows ?? [])
    .filter(({ cells }) => /^(?:annual )?target\b/iu.test(cells[0] ?? "") && isWhole(cells.slice(0, 2).join(" ")))
    .flatMap(({ cells }) => /^(\d+)(?![\d.%]| ?per ?cent)/u.exec(cells[1] ?? "")?.[1] ?? [])
    .map(Number);
  return new Set([...told, ...listed]);
}
const isTarget = /\b(?:targets?|goal|aim(?:s|ed|ing)?|ambition|commitment|promised?|pledged?|plan (?:is|was) (?:for|to))\b/iu;
/** Whether a sentence speaks of a target. */
export const namesTarget = ({ text }: Sentence): boolean => isTarget.test(text);

/** A target that a table or another sentence says is for the whole year. */
export const isForYear = (reading: Reading, target: TextFigure): boolean =>
  reading.grids.some(({ rows, columns }) =>
    rows.some(({ cells }) =>
      cells.some(
        ({ text, value }, at) =>
          (new RegExp(`^${target.text.replace(/[^\d.]/g, "")}\\b`).test(text) || value === target.value) &&
          ofFullYear.test(`${text} ${columns[at] ?? ""}`),
      ),
    ),
  ) ||
  reading.sentences.some(
    (sentence) =>
      wholeYearTarget.test(sentence.text) && sentence.figures.some((figure) => figure.value === target.value && figure.role === "target"),
  );
const ofFullYear = pattern`\b(?:full|whole)[- ]year|\bannual|\b12[- ]month`;
