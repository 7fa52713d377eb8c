import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { isSingle, type TextFigure } from "../../reading/figure.ts";
import type { Sentence } from "../../reading/reading.ts";
import { numberOf } from "../../vocabulary/number-words.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";

const end = String.raw`(\d+|zero|nought|one|two|three|four|five|six|seven|ten|twenty)`;
/** "(Very poor)" or ", for never,": what an end of the scale stands for. */
const meaning = String.raw`(?: ?\([^()]*\)|,? (?:for|meaning|being|is|=) [\w ]{1,30}?,?)?`;
const scored = wordings`scor\w+|rat(?:e|ed|es|ing|ings)|marks?|marked|grad(?:e|ed|es|ing)|put|gave|given|averag\w+|mean|median|answers?`;
/** Ways to state the ends of a scale: both, or the upper alone. */
const scales: readonly { words: RegExp; ends: "both" | "upper" }[] = [
  { words: pattern`\bscale(?: \w+){0,3} (?:of|from|between) ${end}${meaning},? ?(?:to|and|-|–) ?${end}\b`, ends: "both" },
  { words: pattern`\b(?:from|between) ${end}${meaning},? (?:to|and) ${end}(?! (?:children|young|famil|year|per|%))\b`, ends: "both" },
  { words: pattern`\(${end} ?(?:=|is|being|for|meaning) [^()]{2,40}?\b${end} ?(?:=|is|being|for|meaning) [^()]+\)`, ends: "both" },
  { words: pattern`\b${end}[- ]point scale\b`, ends: "upper" },
  {
    words: pattern`(?<=\d|\b(?:scores?|marks?|average|mean)\b[^.;]{0,40}) out of ${end}(?=[.,;)]|$| (?:for|on|by|from|in)\b)`,
    ends: "upper",
  },
];
/** A scale of people's opinions is short; longer ones are ages, ranges of children or percentages. */
const longest = 20;
/** Scores with a scale of their own, told in the same words. */
const otherScores = wordings`sdq|strengths? and difficulties|difficulties|attainment|progress|gcses?|aged?|ages|days|weeks|months|years|per ?cent`;

type Scale = { least: number; most: number; from: number; to: number };

/** The scale that a sentence states, where nothing else in it has an end. */
function scaleIn({ text }: Sentence): Scale | null {
  for (const { words, ends } of scales) {
    const match = words.exec(text);
    const [first, second] = [match?.[1], match?.[2]].map((word) =>
      word === undefined ? null : /^(?:zero|nought)$/iu.test(word) ? 0 : numberOf(word),
    );
    const most = ends === "both" ? second : first;
    const least = ends === "both" ? first : 0;
    if (!match || most == null || least == null) continue;
    if (least > 1 || most <= least || most > longest) continue;
    return { least, most, from: match.index, to: match.index + match[0].length };
  }
  return null;
}

/** "An average score of 7": a whole number is a score only where the words right before it say so. */
const scoreBefore = pattern`\b(?:scores?|scored|ratings?|rated(?: [\w ]{1,40})?|average|averaged|mean|median|mark)(?: (?:of|at|was|is|came to|stood at))? $`;
const isScore = (sentence: Sentence, figure: TextFigure): boolean =>
  figure.measure === "number" &&
  figure.form === "digits" &&
  isSingle(figure) &&
  figure.role !== "change" &&
  (figure.decimals > 0 ||
    (scoreBefore.test(sentence.text.slice(0, figure.start)) && /^(?:[.,;)]|$| (?:out|on)\b)/u.test(sentence.text.slice(figure.end)))) &&
  /^(?:[.,;)]|$| (?!(?:children|young|famil|parent|carer|staff|hours|points?)))/iu.test(sentence.text.slice(figure.end));

/** "7.7 on average, on a scale of 1 to 5": beyond the scale that the sentence, or the one before it, states. */
export const statedScales = perDocument("plausibility", "Scores beyond the scale that is stated beside them", (reading) =>
  reading.passages.flatMap((passage) =>
    passage.flatMap((sentence, at) => {
      const own = scaleIn(sentence);
      const before = passage[at - 1];
      const told = own ?? (before && scored.test(before.text) && !otherScores.test(before.text) ? scaleIn(before) : null);
      if (!told || !scored.test(sentence.text) || otherScores.test(sentence.text)) return [];
      const wrong = sentence.figures.find(
        (figure) =>
          isScore(sentence, figure) &&
          !(own && figure.start >= told.from && figure.end <= told.to) &&
          (figure.value > told.most || figure.value < told.least),
      );
      if (!wrong) return [];
      return oneFinding(reading, {
        kind: "plausibility",
        severity: "error",
        stated: wrong.text,
        expected: `${told.least} to ${told.most}`,
        quote: own ? sentence.text : `${before?.text ?? ""} ${sentence.text}`,
        place: sentence.place,
        heading: `${wrong.text} is beyond the scale, which ends at ${told.most}`,
        message: `The scale is said to run from ${told.least} to ${told.most}, but ${wrong.text} is printed.`,
      });
    }),
  ),
);
