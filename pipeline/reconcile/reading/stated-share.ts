import type { TextFigure } from "./figure.ts";
import type { Sentence } from "./reading.ts";

/** A percentage that a passage ties to counts. `certain`: the wording leaves no other reading. */
export type StatedShare = { count: number; of: number; percent: TextFigure; sentence: Sentence; certain: boolean; words: string };
/** A count with its percentage whose base the sentence does not say. */
export type LoosePair = { count: TextFigure; percent: TextFigure; sentence: Sentence };

/** What a sentence says of a percentage in its own words. */
export const within = (sentence: Sentence, share: { count: number; of: number }, percent: TextFigure, certain: boolean): StatedShare => ({
  ...share,
  percent,
  sentence,
  certain,
  words: sentence.text,
});
