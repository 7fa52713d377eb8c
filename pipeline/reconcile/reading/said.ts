import { byTheirTimes, pairIn } from "./pairs.ts";
import { joinSentences, type Reading, type Sentence } from "./reading.ts";
import { shortTerm, topicOf } from "../vocabulary/topics.ts";
import { wordSet } from "../vocabulary/names.ts";
import { pattern } from "../vocabulary/patterns.ts";

/** Words that claim something of figures, and the sentences that hold those: the same one, or the one or two before. */
export type Said = {
  claim: string;
  figures: Sentence;
  /** The sentences that `figures` was joined from. */
  sources: readonly Sentence[];
  quote: string;
  place: string;
};

const levels = (sentence: Sentence): number =>
  sentence.figures.filter(
    (figure) => ["percent", "rate_per_10k"].includes(figure.measure) || (figure.measure === "number" && figure.decimals > 0),
  ).length;
const back = pattern`
  ^(?:at (?=\d)|this|that|it|they|performance|we|our (?:figure|rate|performance|result)|
  the (?:council|authority|county|borough|city|figure|rate|result|measure))\b`;
const tells = pattern`
  ^(?:there (?:are|were)|it (?:is|was)|(?:the|our|this|these|average|[a-z]+) (?:[a-z’-]+ ){0,6}?(?:was|were|is|are|stood|
  number|figure|rate|proportion|percentage|total)|at (?:31|30|the end)|in (?:19|20)\d\d)\b`;
const thenWas = pattern`
  ^(?:(?:a|one|the) (?:year|quarter) (?:ago|before|earlier)|last year|in the previous year|
  the (?:year before|previous year)|it (?:was|had been)|this compares)\b`;
/** What follows these words is about other things ("in spite of a rise in demand"). */
const aside = pattern`
  ,(?: as|:) \p{Ll}|,? (?:in spite of|despite|although|though|even though|notwithstanding|because|owing to|due to|
  following|after|while|whereas|when)\b|, since\b`;

/** "There were 214 at 31 March": no noun of its own, so that of the sentence before. */
const bare =
  /^(?:there (?:are|were)|it (?:is|was)|they (?:are|were|took|lasted)|the (?:number|figure|rate) (?:is|was)) \{[CDPR]\d+\}(?: (?:at|in|on|for|per|a)\b|,)/iu;
const ordinary = wordSet(`number year over have fallen risen increased slightly there were this that with than rate figure from`);
const stem = (word: string): string => word.replace(/(?:ing|es|ed|s)$/u, "").slice(0, 6);
/** The subject of the claim, before its verb, is named again beside the figures. */
function sharesWord(claim: string, told: string): boolean {
  const subject = claim.split(/\b(?:has|have|had|is|are|was|were|rose|fell|improved|increased|decreased|declined|dropped)\b/iu)[0] ?? "";
  const words = told.toLowerCase();
  return (subject.toLowerCase().match(/[a-z]{4,}/g) ?? []).some((word) => !ordinary.has(word) && words.includes(stem(word)));
}

const percents = (sentence: Sentence): number => sentence.figures.filter((figure) => figure.measure === "percent").length;
/** "Short-term stability is better": told of those with three or more placements. */
const ofMoves = (claim: string, told: string): boolean => shortTerm.test(claim) && topicOf(told)?.name === "placement moves";
const sameTopic = (claim: string, told: string): boolean =>
  ofMoves(claim, told) || (topicOf(claim) !== null && topicOf(claim)?.name === topicOf(told)?.name);

/** Words that name another measure than the figures do claim nothing of them. */
const ofOther = (claim: string, figures: string): boolean => {
  const [said, told] = [topicOf(claim), topicOf(figures)];
  return said !== null && told !== null && !ofMoves(claim, figures) && said.name !== told.name && said.name !== "completion on time";
};

/** Everything in a passage that may speak of two figures, with these figures in the order in which they are printed. */
export function saidIn(reading: Reading, passage: readonly Sentence[]): Said[] {
  const said =
    told.get(passage) ??
    claimsIn(reading, passage).filter(({ claim, figures }) => figures.text.includes(claim) || !ofOther(claim, figures.text));
  told.set(passage, said);
  return said;
}

/** Passages read already: more than one check asks what they say. */
const told = new WeakMap<readonly Sentence[], Said[]>();

function claimsIn(reading: Reading, passage: readonly Sentence[]): Said[] {
  return passage.flatMap((sentence, at): Said[] => {
    const own: Said = { claim: sentence.text, figures: sentence, sources: [sentence], quote: sentence.text, place: sentence.place };
    const next = passage[at + 1];
    // "The number has fallen. There were 214 at 31 March 2022 and 238 a year later": the claim comes first.
    if (
      next &&
      sentence.figures.length === 0 &&
      (tells.test(next.text) || pairIn(next) !== null) &&
      (next.figures.length === 2 || percents(next) === 2) &&
      (bare.test(next.skeleton) || sharesWord(sentence.text, next.text) || sameTopic(sentence.text, next.text))
    ) {
      return [own, { claim: sentence.text, figures: next, sources: [next], quote: `${sentence.text} ${next.text}`, place: sentence.place }];
    }
    // "The rate has fallen to 38. A year ago it was 35": the claim stands with the later of the two.
    if (
      next &&
      levels(sentence) === 1 &&
      levels(next) === 1 &&
      sentence.figures.length === 1 &&
      next.figures.length === 1 &&
      thenWas.test(next.text)
    ) {
      return [
        own,
        {
          claim: sentence.text,
          figures: joinSentences(reading, sentence, next),
          sources: [sentence, next],
          quote: `${sentence.text} ${next.text}`,
          place: sentence.place,
        },
      ];
    }
    const [before, earlier] = [passage[at - 1], passage[at - 2]];
    if (!before) return [own];
    const quote = `${before.text} ${sentence.text}`;
    if (levels(sentence) === 1 && levels(before) === 1 && back.test(sentence.text))
      return [
        own,
        {
          claim: sentence.text,
          figures: joinSentences(reading, before, sentence),
          sources: [before, sentence],
          quote,
          place: sentence.place,
        },
      ];
    // "31 a week on average. Use has decreased from 24 in 2021": the level now stands in the sentence before.
    const [then, now] = [sentence.figures[0], before.figures[0]];
    if (
      then?.role === "earlier" &&
      now?.role === "level" &&
      then.measure === now.measure &&
      sentence.figures.length + before.figures.length === 2
    ) {
      return [
        own,
        {
          claim: sentence.text,
          figures: joinSentences(reading, before, sentence),
          sources: [before, sentence],
          quote,
          place: sentence.place,
        },
      ];
    }
    if (sentence.figures.length > 0) return [own];
    const claim = sentence.text.slice(0, aside.exec(sentence.text)?.index ?? sentence.text.length);
    const quoted = { claim, place: sentence.place };
    const refers = back.test(sentence.text) || sharesWord(sentence.text, before.text);
    if (levels(before) === 2 || (refers && byTheirTimes(before))) return [own, { ...quoted, figures: before, sources: [before], quote }];
    if (!earlier || levels(before) !== 1 || levels(earlier) !== 1) return [own];
    const both = joinSentences(reading, earlier, before);
    return [own, { ...quoted, figures: both, sources: [earlier, before], quote: `${both.text} ${sentence.text}` }];
  });
}
