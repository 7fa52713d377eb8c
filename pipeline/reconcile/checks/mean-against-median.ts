import type { Finding } from "../../model/finding.ts";
import { perDocument } from "../check.ts";
import { againstWords, carriesOn, comparator } from "../comparison-words.ts";
import { saysNotAlike } from "../disclosed.ts";
import { isLimit, roleOf } from "../figure-role.ts";
import { findingRow } from "../finding-row.ts";
import { joinSentences, type Reading, type Sentence, type TextFigure } from "../reading.ts";

/** "A median of 36 weeks … the national average of 46 weeks": two figures of one measure, averaged in two ways. */
function report(reading: Reading, sentence: Sentence): Finding[] {
  if (!/\bmedian\b/iu.test(sentence.text) || !/\b(?:mean|average)\b/iu.test(sentence.text) || /\bmean and (?:the )?median\b|\bmedian and (?:the )?mean\b/iu.test(sentence.text)) return [];
  if (!comparator.test(sentence.text) || !againstWords.test(sentence.text)) return [];
  const levels = sentence.figures.filter((figure) => (["percent", "rate_per_10k", "weeks", "days", "months"].includes(figure.measure) || (figure.measure === "number" && figure.decimals > 0))
    && !isLimit(sentence, figure) && !isLegal(sentence, figure) && roleOf(sentence, figure) !== "change");
  const [own, other] = levels;
  if (levels.length !== 2 || !own || !other || own.measure !== other.measure) return [];
  return [findingRow(reading, {
    kind: "definition", severity: "warning", stated: `${own.text}; ${other.text}`, quote: sentence.text, place: sentence.place,
    heading: "A mean is set against a median",
    message: `One of ${own.text} and ${other.text} is an average, the other a median: long cases raise the one and not the other.`,
  })];
}

/** "The legal limit is 26 weeks" is no figure of anybody. */
const isLegal = (sentence: Sentence, figure: TextFigure): boolean => /\b(?:limit|statutory|guideline|standard|target)\b[^.;]{0,40}$/iu.test(sentence.text.slice(0, figure.start));

export const meanAgainstMedian = perDocument("definition", "A mean set against a median", (reading) =>
  reading.passages.flatMap((passage) => passage.flatMap((sentence) => {
    if (saysNotAlike(reading, sentence.block)) return [];
    const next = passage[sentence.number + 1];
    const found = report(reading, sentence);
    if (found.length > 0 || !next || sentence.figures.length + next.figures.length < 2 || !carriesOn.test(next.text)) return found;
    return report(reading, joinSentences(reading, sentence, next));
  })));
