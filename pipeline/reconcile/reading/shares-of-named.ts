import { fitsShare, judgeShare } from "../numbers/shares.ts";
import { pattern } from "../vocabulary/patterns.ts";
import { perChild } from "../vocabulary/telling-words.ts";
import type { TextFigure } from "./figure.ts";
import { knownCounts } from "./known-counts.ts";
import { figureAt, type Reading, type Sentence } from "./reading.ts";
import { rootsOf } from "./told-average.ts";
import { elsewhere, isLevel, isPlain, type ToldBefore } from "./told-before.ts";

// A percentage with its count in brackets, whose base the words name or the sentence has just counted.

/** "46.6% of the offers (101)": what the percentage is of, by its name alone. */
const ofNamed = /\{P(\d+)\} of (?:the|these|those|all|all the|such) ([\p{L}’'-]+) \(\{C(\d+)\}\)/giu;
/** "The hubs closed 368 cases and recorded that needs had been met in 59.2% (245)": the one number before it. */
const ofOnly = pattern`
  ^[^{}.;]*\{C(?<of>\d+)\} [^{}.;]*(?:,|\band\b|\bwhich\b) (?:(?:it|they|has|have|had|then) )*(?:recorded|found|noted|judged|reported|considered|concluded|saw)(?: that)? [^{}.;]*\b(?:in|for|among|on) \{P(?<percent>\d+)\} \(\{C(?<count>\d+)\}\)(?=[.;,]|$)`;
/** What is taken up has not gone up. */
const takenUp = /\b(?:tak\w+|took|follow\w+|sign\w+|set|turn\w+|pick\w+|written|wrote) up\b/giu;
/** A base further off than this is of something else. */
const farthest = 1.6;

type Named = { count: TextFigure; percent: TextFigure; base: TextFigure; told: Sentence };

const isNear = ({ count, percent, base }: Named): boolean => {
  const meant = percent.value > 0 ? (100 * count.value) / percent.value : 0;
  return base.value >= count.value && meant <= farthest * base.value && base.value <= farthest * meant;
};

/** Numbers of a sentence, up to a place, that count what has such a name; "193 were followed by the offer" counts offers too. */
const countedAs = (sentence: Sentence, root: string, until = Infinity): TextFigure[] =>
  sentence.figures.filter((figure, at) => {
    const next = sentence.figures[at + 1]?.start ?? sentence.text.length;
    const words = sentence.text.slice(figure.end, Math.min(next, until)).split(/[.;:]/u)[0] ?? "";
    return figure.end <= until && isPlain(sentence, figure) && rootsOf(words).includes(root);
  });

function byName(passage: readonly Sentence[], sentence: Sentence): Named[] {
  return [...sentence.skeleton.matchAll(ofNamed)].flatMap(([, share = "", noun = "", number = ""]): Named[] => {
    const [percent, count] = [figureAt(sentence, share), figureAt(sentence, number)];
    const [root] = rootsOf(noun);
    const before = passage[sentence.number - 1];
    if (root === undefined) return [];
    const own = countedAs(sentence, root, percent.start);
    // Children are of many groups: only those whom the sentence itself counts are meant.
    const told = own.length > 0 ? sentence : perChild.test(noun) ? undefined : before;
    const bases = own.length > 0 ? own : told ? countedAs(told, root) : [];
    const [base] = bases;
    return base && told && bases.length === 1 ? [{ count, percent, base, told }] : [];
  });
}

function byPlace(sentence: Sentence): Named[] {
  const groups = ofOnly.exec(sentence.skeleton)?.groups;
  if (!groups || sentence.figures.length !== 3) return [];
  const [base, percent, count] = ["of", "percent", "count"].map((name) => figureAt(sentence, groups[name] ?? "")) as [
    TextFigure,
    TextFigure,
    TextFigure,
  ];
  return [{ count, percent, base, told: sentence }];
}

/** "93.2% of the episodes (193) were followed by an offer, and 46.6% of the offers (101) were taken up": no other number of the document makes the share. */
export function ofNamedBefore(reading: Reading, passage: readonly Sentence[], sentence: Sentence): ToldBefore[] {
  return [...byName(passage, sentence), ...byPlace(sentence)]
    .filter(
      (named) =>
        named.percent.measure === "percent" &&
        named.percent.qualifier === "exact" &&
        (isLevel(named.percent) || /\bhad been\b/iu.test(sentence.text)) &&
        isPlain(sentence, named.count) &&
        isPlain(named.told, named.base) &&
        isNear(named) &&
        !elsewhere.test(sentence.text.replace(takenUp, "")),
    )
    .filter(
      ({ count, percent, base }) =>
        !fitsShare(count.value, base.value, percent) &&
        !knownCounts(reading).some((value) => value >= count.value && judgeShare(count.value, value, percent) === "rounded"),
    )
    .map(({ count, percent, base, told }) => ({
      count: count.value,
      of: base.value,
      percent,
      sentence,
      quote: told === sentence ? sentence.text : `${told.text} ${sentence.text}`,
      why: `The ${base.text} are told just before`,
    }));
}
