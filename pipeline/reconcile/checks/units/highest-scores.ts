import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { isSingle } from "../../reading/figure.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { numberOf } from "../../vocabulary/number-words.ts";
import { pattern } from "../../vocabulary/patterns.ts";

const number = String.raw`(\d+|zero|nought|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|forty)`;
/** "The maximum being 40", "out of a possible 40": the upper end of any scale, where scores are told. */
const upperEnd = pattern`
  \b(?:(?:the |a |its |with a )?(?:maximum|highest|top)(?: (?:possible|score|mark|total|points?|that can be (?:reached|scored)))*
  (?:,? (?:of|is|was|being|would be|on (?:this|the) (?:scale|questionnaire|test|measure)|for (?:this|the) (?:scale|questionnaire|test|measure)))* ?[(:]?|
  out of a (?:possible|maximum|total)(?: (?:of|score of))?|(?:scales?|questionnaires?|scores?|totals?|tests?|it) (?:that |which |can |may |could )?(?:ends?|stops?|tops? out|runs?|goes|go|run)
  (?: only)?(?: from (?:0|nought|zero|1|one))? (?:at|up to|to|no further than)|(?:cannot|can ?not|never|may not) (?:exceed|go (?:above|beyond)|be (?:more|higher|greater) than|be above)) ${number}\b(?!\.\d| ?%| (?:children|young|famil|year|per|days|weeks|months))`;
/** Scores told as a stretch, or by the word for their end: "individual scores ran from three to 52", "the highest was 47". */
const scoresRan = pattern`
  \b(?:scores?|results?|totals?|answers?|marks?|they|individuals?)(?: (?:[a-z]+ ){0,3}?)?(?:ran|run|ranged?|varied|var(?:y|ies)|went|go|lay|were|spread|stretched|extended|fell) (?:anywhere |all the way )?(?:from|between) ${number} (?:to|and) (\d+)\b|
  \b(?:highest|top|worst|maximum) (?:individual |single |recorded |child['’]s )*(?:scores?|marks?|result)(?: (?:recorded|given|seen|of all))? (?:was|is|being|at|of|stood at|reached) (\d+)\b|
  \b(?:scored|a score of|scores? (?:of|as high as|up to)) (\d+)(?=[.,;)]|$| (?:and|or|on|in)\b)`;
/** "An average of 45.4", "a mean score of 41.2". */
const averaged = /\b(?:averaged|average|mean|median)(?: (?:\w+ )?scores?)?(?: (?:of|was|is|stood at|came to|being))? $/iu;

const valueOf = (word: string): number => numberOf(word) ?? Number(word);

/** The first score of a sentence that is higher than can be. */
function beyond(sentence: Sentence, most: number): string | undefined {
  const ran = scoresRan
    .exec(sentence.text)
    ?.slice(1)
    .filter((word) => word !== undefined)
    .at(-1);
  if (ran !== undefined && valueOf(ran) > most) return ran;
  return sentence.figures.find(
    (figure) =>
      figure.measure === "number" &&
      figure.decimals > 0 &&
      isSingle(figure) &&
      figure.role !== "change" &&
      figure.value > most &&
      averaged.test(sentence.text.slice(0, figure.start)),
  )?.text;
}

/** A limit is one of scores where the words as far as it speak of them. */
const ofScores = /\bscor|\bquestionnaires?\b|\bscales?\b|\bmarks?\b/iu;

/** Scores above the highest that is possible, told in the sentence that says so or in those beside it. */
function report(reading: Reading, passage: readonly Sentence[]): Finding[] {
  return passage.flatMap((sentence, at): Finding[] => {
    const match = upperEnd.exec(sentence.text);
    const told = match && ofScores.test(sentence.text.slice(0, match.index + match[0].length)) ? match[1] : undefined;
    const most = told === undefined ? 0 : valueOf(told);
    if (told === undefined || most < 2) return [];
    const near = [passage[at - 1], sentence, passage[at + 1]].filter((one) => one !== undefined && /\bscor/iu.test(one.text));
    const [found] = near.flatMap((one) => {
      const value = one && beyond(one, most);
      return one && value !== undefined ? [{ one, value }] : [];
    });
    if (!found) return [];
    return oneFinding(reading, {
      kind: "plausibility",
      severity: "error",
      stated: found.value,
      expected: `at most ${told}`,
      quote: [...new Set([sentence, found.one])].map(({ text }) => text).join(" "),
      place: found.one.place,
      heading: `${found.value} is beyond the scale, which ends at ${told}`,
      message: `The highest possible score is said to be ${told}, but ${found.value} is printed.`,
    });
  });
}

export const highestScores = perDocument("plausibility", "Scores above the highest that is said to be possible", (reading) =>
  reading.passages.flatMap((passage) => report(reading, passage)),
);
