import type { TextFigure } from "./figure.ts";
import { figureAt, type Sentence } from "./reading.ts";

/** A figure with the sentence that tells it. */
export type Placed = { figure: TextFigure; sentence: Sentence };

/** "Spread over 128 staff": all of them, and not more. */
const isSpread = ({ figure, sentence }: Placed): boolean =>
  figure.qualifier === "over" &&
  /\b(?:spread|shared?|divided|averaged|split|worked out) (?:over )?$|\d (?:(?!(?:and|or|with|in|for|of|than)\b)[\p{L}-]+ ){1,2}(?:over )?$/iu.test(
    sentence.text.slice(0, figure.start),
  );

/** The figures of some sentences with a code, plain ones or those that something is spread over. */
export const others = (sentences: readonly Sentence[], code: string, not: TextFigure): Placed[] =>
  sentences.flatMap((sentence) =>
    [...sentence.skeleton.matchAll(new RegExp(`\\{${code}(\\d+)\\}`, "g"))]
      .map((match) => ({ figure: figureAt(sentence, match[1]!), sentence }))
      .filter(
        ({ figure, sentence }) =>
          figure !== not && figure.valueHigh === null && (figure.qualifier === "exact" || isSpread({ figure, sentence })),
      ),
  );

/** "Returned for 81 of the 95 children": how many they are, of whom a sum may be told next; or how many they are of. */
export const sharedOut = (sentences: readonly Sentence[], which: "numerator" | "denominator"): Placed[] =>
  sentences.flatMap((sentence) =>
    sentence.figures.flatMap((figure) => {
      const value = figure[which];
      if (figure.denominator === null || value === null || figure.form === "fraction" || figure.qualifier !== "exact") return [];
      return [{ figure: { ...figure, measure: "number" as const, value, text: String(value) }, sentence }];
    }),
  );
