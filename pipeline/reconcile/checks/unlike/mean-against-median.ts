import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { againstWords, carriesOn, comparator } from "../../vocabulary/comparison-words.ts";
import { saysNotAlike } from "../../reading/disclosed.ts";
import { findingRow, oneFinding } from "../../finding-row.ts";
import { placeOfRow, type Grid } from "../../reading/grid.ts";
import type { TextFigure } from "../../reading/figure.ts";
import { isNear, joinSentences, type Reading, type Sentence } from "../../reading/reading.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";

/** "Half of our cases ended within 29 weeks" is a median by another name. */
const halfWithin = /\bhalf of (?:our|the|all|its|these|all our) [^.;]{0,40}\b(?:within|in (?:under|less than)|inside)\b/iu;
const isMedian = (text: string): boolean => /\bmedian\b/iu.test(text) || halfWithin.test(text);
const isMean = (text: string): boolean => /\b(?:mean|average)\b/iu.test(text);
/** "A mean of 88 days and a median of 61": the one that is alike stands there too. */
const bothTold = pattern`
  \b(?:mean|average)\b[^.;]{0,40}\band (?:(?:its|our|the|their|a) )?median\b|\bmedian\b[^.;]{0,40}\band (?:(?:its|
  our|the|their|a|an) )?(?:mean|average)\b`;
/** A conclusion drawn from two figures. */
const concluded = wordings`
  better|worse|ahead|behind|above|below|than|compar(?:es?|ed|ing)|against|quicker|slower|faster|sooner|later|
  longer|shorter|higher|lower|less|fewer|exceed\w*|outperform\w*|beats?|in line with|similar to`;

/** "For the same five months" is when, not how long. */
const stretch = /\b(?:same|last|first|past|these|those|next|previous|following) $/iu;

const levelsOf = (sentence: Sentence): TextFigure[] =>
  sentence.figures.filter(
    (figure) =>
      (["percent", "rate_per_10k", "weeks", "days", "months"].includes(figure.measure) ||
        (figure.measure === "number" && figure.decimals > 0)) &&
      figure.form !== "fraction" &&
      !stretch.test(sentence.text.slice(0, figure.start)) &&
      (!figure.isLimit || halfWithin.test(sentence.text.slice(0, figure.start))) &&
      !isLegal(sentence, figure) &&
      figure.role !== "change",
  );

/** "The legal limit is 26 weeks" is no figure of anybody. */
const isLegal = (sentence: Sentence, figure: TextFigure): boolean =>
  /\b(?:limit|statutory|guideline|standard|target)\b[^.;]{0,40}$/iu.test(sentence.text.slice(0, figure.start));

function unlike(reading: Reading, sentence: Sentence, own: TextFigure, other: TextFigure): Finding {
  return findingRow(reading, {
    kind: "definition",
    severity: "warning",
    stated: `${own.text}; ${other.text}`,
    quote: sentence.text,
    place: sentence.place,
    heading: "A mean is set against a median",
    message: `One of ${own.text} and ${other.text} is an average, the other a median: long cases raise the one and not the other.`,
  });
}

/** "A median of 36 weeks … the national average of 46 weeks": two figures of one measure, averaged in two ways. */
function report(reading: Reading, sentence: Sentence): Finding[] {
  if (!isMedian(sentence.text) || !isMean(sentence.text) || bothTold.test(sentence.text)) return [];
  if (!comparator.test(sentence.text) || !againstWords.test(sentence.text)) return [];
  const levels = levelsOf(sentence);
  const [own, other] = levels;
  if (levels.length !== 2 || !own || !other || own.measure !== other.measure) return [];
  return [unlike(reading, sentence, own, other)];
}

/** What a sentence with one level is about: its measure, its kind of average and whether it is of others; null when any is unclear. */
type Told = { figure: TextFigure; median: boolean; ofOthers: boolean };
function toldIn(sentence: Sentence): Told | null {
  const [figure, ...more] = levelsOf(sentence);
  if (!figure || more.length > 0 || isMedian(sentence.text) === isMean(sentence.text)) return null;
  // "A median of 26 weeks is quicker than the region": whom it is compared with comes after the figure.
  return {
    figure,
    median: isMedian(sentence.text),
    ofOthers:
      comparator.test(sentence.text.slice(0, figure.end)) ||
      (/^ (?:in|across|for|among|amongst) (?:the |our |all )?/iu.test(sentence.text.slice(figure.end)) &&
        comparator.test(sentence.text.slice(figure.end, figure.end + 40))),
  };
}

/** "The regional mean is 41 weeks. With a median of 26 we are quicker": one average a sentence, and a conclusion in the second or after it. */
function inTurn(reading: Reading, first: Sentence, second: Sentence, third: Sentence | undefined): Finding[] {
  const [one, two] = [toldIn(first), toldIn(second)];
  if (!one || !two || one.median === two.median || one.ofOthers === two.ofOthers || one.figure.measure !== two.figure.measure) return [];
  const after = third && third.figures.every((figure) => figure.role === "change") ? third.text : "";
  return concluded.test(second.text) || concluded.test(after)
    ? [unlike(reading, joinSentences(reading, first, second), one.figure, two.figure)]
    : [];
}

/** "Westmoor (median)" beside "England (mean)" with a difference taken or a conclusion drawn next to the table. */
function inTable(reading: Reading, grid: Grid): Finding[] {
  const drawn =
    grid.columns.some((name) => /\b(?:difference|gap|variance|compar(?:ed|ison)|better|worse)\b/iu.test(name)) ||
    reading.sentences.some((sentence) => isNear(sentence, grid, 2) && comparator.test(sentence.text) && concluded.test(sentence.text));
  if (!drawn) return [];
  return [grid.columns.slice(1), grid.rows.map((row) => row.label)].flatMap((names) => {
    const tagged = names.filter((name) => isMedian(name) !== isMean(name));
    const [own, theirs] = [tagged.filter((name) => !comparator.test(name)), tagged.filter((name) => comparator.test(name))];
    const [mine, other] = [own[0], theirs[0]];
    if (mine === undefined || other === undefined || own.some((name) => theirs.some((their) => isMedian(name) === isMedian(their))))
      return [];
    return oneFinding(reading, {
      kind: "definition",
      severity: "warning",
      stated: `${mine}; ${other}`,
      quote: grid.block.table?.rows.map((row) => row.raw).find((raw) => raw.includes(other)) ?? other,
      place: placeOfRow(grid, null, mine),
      heading: "A mean is set against a median",
      message: `"${mine}" stands beside "${other}", and a conclusion is drawn: long cases raise a mean and not a median.`,
    });
  });
}

export const meanAgainstMedian = perDocument("definition", "A mean set against a median", (reading) => [
  ...reading.grids.filter((grid) => !saysNotAlike(reading, grid.block)).flatMap((grid) => inTable(reading, grid)),
  ...reading.passages.flatMap((passage) =>
    passage.flatMap((sentence) => {
      if (saysNotAlike(reading, sentence.block)) return [];
      const next = passage[sentence.number + 1];
      const found = report(reading, sentence);
      if (found.length > 0 || !next || sentence.figures.length + next.figures.length < 2) return found;
      const turned = inTurn(reading, sentence, next, passage[sentence.number + 2]);
      return turned.length > 0 || !carriesOn.test(next.text) ? turned : report(reading, joinSentences(reading, sentence, next));
    }),
  ),
]);
