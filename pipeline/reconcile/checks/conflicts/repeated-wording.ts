import type { Finding } from "../../../model/finding.ts";
import { agreePrinted } from "../../numbers/rounding.ts";
import { perDocument } from "../../check.ts";
import { twoValues } from "../../finding-row.ts";
import { digitsOf, type TextFigure } from "../../reading/figure.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { wordings } from "../../vocabulary/patterns.ts";
import { notYet, ofOthers, someOf } from "../../vocabulary/restrictions.ts";

/** Fewer words behind a figure may be those of many statements. */
const fewestWords = 6;
/** What stands before a figure, or over its section, when it is of some of them or of others. */
const ofElse = wordings`${someOf}|${ofOthers}|${notYet}|last year|previous|earlier|before|was to|aims?|similar|other|comparators?|schools?|homes?`;

type Told = { figure: TextFigure; sentence: Sentence; behind: string };

/** Percentages with all that stands behind them up to the end of their statement, where that names whom they are of and its time. */
function toldIn(sentence: Sentence): Told[] {
  const levels = sentence.figures.filter(({ measure }) => measure === "percent");
  return levels.flatMap((figure): Told[] => {
    const behind = sentence.text
      .slice(figure.end)
      .split(/[.;:()]|, /u)[0]!
      .trim()
      .toLowerCase();
    const time = sentence.periods.find(
      ({ start, end, relative }) => !relative && start >= figure.end && end <= figure.end + behind.length + 2,
    );
    const over = `${sentence.text.slice(0, figure.start)} ${sentence.block.headings.at(-1) ?? ""}`;
    const isPlain = figure.role === "level" && figure.form === "digits" && figure.valueHigh === null && figure.qualifier === "exact";
    return isPlain &&
      time &&
      behind.startsWith("of ") &&
      behind.split(" ").length >= fewestWords &&
      !ofElse.test(over.replace(/\btargets? of\b/giu, " "))
      ? [{ figure, sentence, behind }]
      : [];
  });
}

/** "83.2% of workers had had supervision at 30 September 2015", and at the end 78.0% by the very same words. */
function report(reading: Reading): Finding[] {
  const groups = Map.groupBy(reading.sentences.flatMap(toldIn), ({ behind }) => behind);
  return [...groups.values()].flatMap((told): Finding[] => {
    const [first, again, ...more] = told;
    if (!first || !again || more.length > 0 || first.sentence === again.sentence) return [];
    if (agreePrinted(digitsOf(first.figure), digitsOf(again.figure))) return [];
    return twoValues(
      reading,
      first,
      again,
      `${first.sentence.place} and ${again.sentence.place} say the same in the same words with two values, ${first.figure.text} and ${again.figure.text}.`,
    );
  });
}

export const repeatedWording = perDocument("conflict", "One statement made twice in the same words with two values", report);
