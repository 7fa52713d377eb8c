import { everyPattern, wordings } from "../../vocabulary/patterns.ts";
import { commonBases, fitsShare } from "../../numbers/shares.ts";
import { figureAt, type Sentence } from "../../reading/reading.ts";
import type { TextFigure } from "../../reading/figure.ts";

/** "186 lived outside the county (35.7%) and": a count with a share of its own, as the last before another. */
const withOwn = everyPattern`\{C(\d+)\}(?:[^{}.;()]|\{[DZ]\d+\}){0,100} ?\(\{P(\d+)\}\)`;
/** What follows is of those just counted. */
export const ofThese = wordings`of (?:which|whom|these|them|those)|including|among (?:which|whom|these|them|those)|between them|the (?:other|rest)`;
/** How many times a count its base may be, where no base is told. */
const widest = 200;

/**
 * The base that a count shares with the one told before it with a percentage of its own: "186 lived outside (35.7%) and 86
 * far away (16.5%)" are shares of one whole, and not of each other. Null where no count stands before it so; "right" where
 * one base fits both or none is told; else the told base that the first is a share of, with `known` those of the document.
 */
export function baseOfNeighbour(
  sentence: Sentence,
  count: TextFigure,
  percent: TextFigure,
  known: () => readonly number[],
): number | "right" | null {
  const before = sentence.skeleton.slice(0, sentence.skeleton.indexOf(`{C${sentence.figures.indexOf(count)}}`));
  const told = [...before.matchAll(withOwn)].map((match) => ({
    other: figureAt(sentence, match[1]!),
    share: figureAt(sentence, match[2]!),
    isLast: !/[{}()]/u.test(before.slice(match.index + match[0].length)),
  }));
  const last = told.find(({ isLast }) => isLast);
  if (!last) return null;
  const isAlike = ({ other, share }: { other: TextFigure; share: TextFigure }): boolean =>
    commonBases(
      [
        { count: other.value, percent: share },
        { count: count.value, percent },
      ],
      widest * Math.max(other.value, count.value),
    ).length > 0;
  if (told.some(isAlike)) return "right";
  const { other, share } = last;
  if (ofThese.test(sentence.text.slice(share.end, count.start))) return null;
  if (ofThese.test(sentence.text.slice(count.end, percent.start)) || share.valueHigh !== null) return "right";
  return known().find((base) => base > count.value && fitsShare(other.value, base, share)) ?? "right";
}

/** "204 lived with our own carers (52%). A year later it was 214 (56%)": the count has a share of its own, and the next sentence tells another beside it. */
export const hasOwnShare = ({ figure, sentence }: { figure: TextFigure; sentence: Sentence }): boolean =>
  [...sentence.skeleton.matchAll(withOwn)].some(([, name]) => figureAt(sentence, name!) === figure);
