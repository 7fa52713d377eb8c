import { judges } from "../vocabulary/comparison-words.ts";
import { stemsOf } from "../vocabulary/names.ts";
import { pattern } from "../vocabulary/patterns.ts";
import { acrossSentences, inSentence } from "./compared.ts";
import { kinds, levelsOf } from "./compared-levels.ts";
import type { Compared } from "./compared-sides.ts";
import { turnsTo } from "./led-by.ts";
import type { Reading, Sentence } from "./reading.ts";
import { othersIn } from "./whom.ts";

// A paragraph that begins by setting others beside what the paragraphs before it told: "We compare well with our neighbours,
// for whom 31.5% …".

/** What such a paragraph begins with: nothing that would be told of for the first time. */
const takesUp = pattern`
  ^\W*(?:\d+\.? )?(?:(?:this|that|these|it|both|here|we|our|ours|by comparison|in comparison|compared|nationally|locally)\b|
  (?:(?:the|our|this) )?(?:(?:county|council|city|borough|district|area|town|service|authority|department|team|trust|board|local|overall|year['’]s|quarter['’]s|council['’]s|county['’]s|borough['’]s|service['’]s) )?
  (?:county|council|city|borough|district|area|town|service|authority|department|team|trust|performance|timeliness|result|results|figure|rate|share|proportion|percentage|average|position|picture|record)
  (?= (?:is|was|are|were|has|had|does|did|do|compares?|stands?|stood|remains?|remained|fell|falls|rose|lags?|trails?|outperform\w*|exceed\w*|beats?|here|locally|in the year|this year)\b)|
  (?:the )?(?:england|national|regional|(?:statistical )?neighbours?|similar|comparable|equivalent|corresponding|region)\b)`;
/** "Below last year's 70.8%": what the authority itself had. */
const ownEarlier = /\b(?:below|above|than|from|on) (?:the )?(?:last|previous|prior|preceding) year['’]s\b/iu;

/** "Caseloads are lower than …": it begins with what the other tells of. */
const subject = /^\W*((?:[\p{L}’'-]+ ){1,3}?)(?:is|was|are|were|has|have|compares?|stands?|stood)\b/u;
function isOfSame(lead: Sentence, { text }: Sentence): boolean {
  const told = stemsOf(lead.text);
  return [...stemsOf(subject.exec(text)?.[1] ?? "")].some((word) => told.has(word));
}

/** How many paragraphs and how many sentences back the figure may stand. */
const paragraphs = 3;
const sentences = 6;

/** What stands before a paragraph under its heading, nearest last. */
function before(reading: Reading, at: number): Sentence[] {
  const index = reading.passages[at]?.[0]?.block.index ?? 0;
  const heading = reading.source.blocks.findLast((block) => block.index < index && block.kind === "heading")?.index ?? -1;
  return reading.passages
    .slice(Math.max(0, at - paragraphs), at)
    .filter(([first]) => first !== undefined && first.block.index > heading && first.block.kind === "paragraph")
    .flat()
    .slice(-sentences);
}

/** The first sentence of each paragraph, where it judges by a figure that of the paragraphs before it. */
export const comparedAcross = (reading: Reading): Compared[] =>
  reading.passages.flatMap((passage, at): Compared[] => {
    const [sentence, next] = passage;
    if (!sentence || sentence.block.kind !== "paragraph" || !judges.test(sentence.text)) return [];
    if (othersIn(sentence.text).length === 0 && !ownEarlier.test(sentence.text)) return [];
    const kind = kinds.find((one) => one !== "count" && levelsOf(sentence, one).length > 0);
    if (kind === undefined || inSentence(sentence, []).length > 0) return [];
    const told = before(reading, at);
    const turned = told.findLastIndex(({ text }) => turnsTo.test(text));
    const lead = told.slice(Math.max(0, turned)).findLast((one) => levelsOf(one, kind).length > 0);
    if (!lead || othersIn(lead.text).length > 0 || !(takesUp.test(sentence.text) || isOfSame(lead, sentence))) return [];
    // "The average was nine weeks. The median was seven": either may be meant.
    if (kind !== "percent" && kind !== "rate" && told.flatMap((one) => levelsOf(one, kind)).length > 1) return [];
    return acrossSentences(
      lead,
      sentence,
      next,
      told
        .slice(0, told.indexOf(lead))
        .slice(-1)
        .map(({ text }) => text),
    );
  });
