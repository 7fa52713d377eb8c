import { sharesIn } from "./prose-shares.ts";
import type { Reading, Sentence } from "./reading.ts";
import { oddOfSeries, ofEachOne, ofWholeGroup } from "./shares-of-all.ts";
import { ofNamedBefore } from "./shares-of-named.ts";
import { ofListed, ofTwoParts, ofTwoPartsBefore } from "./shares-of-parts.ts";
import { isLevel, type ToldBefore } from "./told-before.ts";

const read = new WeakMap<readonly Sentence[], ToldBefore[]>();

/** The percentages of a passage that the numbers told before them leave no choice of: two parts of one, the whole group, a list, the other shares of a series. */
export function sharesBefore(reading: Reading, passage: readonly Sentence[]): ToldBefore[] {
  const known = read.get(passage) ?? readShares(reading, passage);
  read.set(passage, known);
  return known;
}

function readShares(reading: Reading, passage: readonly Sentence[]): ToldBefore[] {
  if (!passage.some(({ figures }) => figures.some(({ measure }) => measure === "percent"))) return [];
  const stated = new Set(sharesIn(passage).stated.flatMap(({ certain, percent }) => (certain ? [percent] : [])));
  return passage.flatMap((sentence) => {
    const named = ofNamedBefore(reading, passage, sentence).filter(({ percent }) => !stated.has(percent));
    if (named.length > 0) return named;
    const levels = sentence.figures.filter((figure) => isLevel(figure) && !stated.has(figure));
    if (levels.length === 0) return [];
    const series = [
      ...oddOfSeries(reading, passage, sentence),
      ...ofWholeGroup(reading, passage, sentence),
      ...ofEachOne(reading, passage, sentence),
    ];
    return series.length > 0
      ? series
      : levels
          .flatMap((percent) => [
            ...ofTwoParts(sentence, percent),
            ...ofTwoPartsBefore(passage, sentence, percent),
            ...ofListed(passage, sentence, percent),
          ])
          .slice(0, 1);
  });
}
