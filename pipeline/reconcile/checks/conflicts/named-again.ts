import type { Block } from "../../../model/document.ts";
import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { isSingle, type TextFigure } from "../../reading/figure.ts";
import { heardIn } from "../../reading/heard.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { countedIn, timesIn, wordsOf } from "../../reading/tellings.ts";
import { actsIn, type Act } from "../../vocabulary/acts.ts";
import { root, wordSet } from "../../vocabulary/names.ts";
import { nameBeside } from "../../reading/told-names.ts";
import { ofOthers } from "../../vocabulary/restrictions.ts";
import { wordings } from "../../vocabulary/patterns.ts";
import { isPost, moved } from "../../vocabulary/telling-words.ts";

/** Further apart than this in proportion, two numbers are of two things. */
const farthest = 1.6;
/** Smaller numbers are too often of something else. */
const fewest = 4;
/** Fewer words leave open whether a mention far away is of the same. */
const fewestWords = 2;
/** How many blocks after the first mention they are still those, where one word alone names them. */
const near = 3;

/** "Every one of the 23", "of the seven", "these 34": those of whom something has been said before. */
const takesAgain =
  /\b(?:all(?: of)?(?: the| our| these| those)?|each of (?:the|these|those|our)|every one of (?:the|these|those|our)|of (?:the|these|those|our)|both|these|those|the) $/iu;
/** Where the words that name them end: at the verb, or at the next clause. */
const ends =
  /[,.;:()]|\b(?:is|are|was|were|be|been|has|have|had|did|do|does|will|would|can|could|may|might|must|should|we|they|it|there|but|also|now|so|than|while|until|once|when|because|if|before (?:the|it|they))\b|(?<!\b(?:with|without|in|on|of|to|for|from|by|under|at|into|as|after|before|having|holding) )\b(?:a|an)\b/iu;
const relative = wordings`who|whom|whose|that|which|where`;
/** Everybody whom a stretch of time saw, and not those of a day. */
const inAStretch = wordings`(?:in|during|over|across|throughout|within) (?:the|that) (?:whole )?(?:year|quarter|period|half[- ]year|month|term)|at (?:some|any) (?:time|point)`;
/** Who they are, whatever else is said of them. */
const anybody = wordSet("worker staff post practi offic advis social people perso young membe full time", root);

type Mention = {
  figure: TextFigure;
  /** How many they are: the base where some of them are told of, "31 of the 46 children". */
  value: number;
  sentence: Sentence;
  words: ReadonlySet<string>;
  phrase: string;
  times: readonly string[];
  act: Act | null;
};

const isWhole = ({ measure, decimals, qualifier }: TextFigure): boolean => measure === "number" && decimals === 0 && qualifier === "exact";
/** "31 of the 46". */
const someOfThem = /\bof (?:the|these|those|our|all) \P{L}*$/iu;

const rootsOf = (text: string): Set<string> => new Set([...wordsOf(text)].map(root));

/** The mentions of a sentence that take again a group told of before, with the words that name it. */
function mentionsIn(sentence: Sentence): Mention[] {
  return sentence.figures
    .filter((figure) =>
      // What is to be done with those who are there is no number that is aimed at.
      isWhole(figure) && ["level", "target"].includes(figure.role) && isSingle(figure)
        ? takesAgain.test(sentence.text.slice(0, figure.start))
        : figure.denominator !== null && someOfThem.test(figure.text),
    )
    .flatMap((figure) => {
      const value = figure.denominator ?? figure.value;
      const name = nameBeside(sentence.text, figure, figure.denominator !== null);
      if (!name || name.core === "" || value < fewest) return [];
      const short = sentence.text.slice(figure.end).split(ends)[0] ?? "";
      const phrase = relative.test(short) ? (sentence.text.slice(figure.end).split(/[,.;:(]/u)[0] ?? "") : short;
      const words = new Set([...rootsOf(phrase)].filter((word) => !anybody.has(word)));
      const times = timesIn(sentence, figure.end, figure.end + phrase.length + 1);
      return [{ figure, value, sentence, words, phrase, times, act: name.act }];
    });
}

/** Every word of the mention is one of the sentence, of the heading over it, or the noun of an act that it tells of. */
function namesThem(sentence: Sentence, { words, phrase }: Mention): boolean {
  const around = rootsOf(`${sentence.block.headings.at(-1) ?? ""} ${sentence.text}`);
  const acts = actsIn(sentence.text).filter((act) => actsIn(phrase).includes(act));
  return [...words].every(
    (word) => around.has(word) || acts.some((act) => act.words.test(phrase) && root(wordOf(phrase, act.words)) === word),
  );
}
const wordOf = (phrase: string, words: RegExp): string => words.exec(phrase)?.[0].toLowerCase() ?? "";

/** The one number that a sentence tells of; null where it tells of several, of others or of what is to come. */
function toldIn(sentence: Sentence): TextFigure | null {
  const numbers = sentence.figures.filter(({ measure }) => measure === "number");
  const [only] = numbers;
  return numbers.length === 1 &&
    only &&
    isWhole(only) &&
    isSingle(only) &&
    only.role === "level" &&
    only.when !== "then" &&
    !others.test(sentence.text)
    ? only
    : null;
}
const hasNumber = ({ figures }: Sentence): boolean => figures.some(({ measure }) => measure === "number");
const others = wordings`${ofOthers}|at least(?! on(?:e|ce)\b)|up to|at most|capacity|maximum|minimum|others?|the rest|remaining|another|further|extra`;

/** "40 inspections of settings", then "the 36 settings inspected": what can be done twice to one is more than those whom it is done to. */
const isSameKind = (one: Act | null, other: Act | null): boolean => one === other || (one ?? other)!.isOnce;

const isFar = (a: number, b: number): boolean => Math.max(a, b) > farthest * Math.min(a, b) || Math.min(a, b) < fewest;

/** "33 complaints were received. A reply was sent in all 41 cases": a name that says nothing is of those alone that the paragraph has told of. */
function rightBefore(before: readonly Sentence[], { sentence, phrase }: Mention): readonly Sentence[] {
  const noun = phrase.trim().toLowerCase();
  const own = before.filter(({ block }) => block === sentence.block);
  const isOfThem = noun === "cases" || own.some((one) => countedIn(one).some((count) => count.noun === "post" && isPost.test(noun)));
  return own.length === 1 && isOfThem ? own : [];
}

/** The first number told of those whom a mention takes again. */
function toldBefore(reading: Reading, mention: Mention): { figure: TextFigure; sentence: Sentence } | null {
  const at = reading.sentences.indexOf(mention.sentence);
  const before = reading.sentences.slice(0, at).filter(hasNumber);
  const named = mention.words.size > 0 ? before.filter((sentence) => namesThem(sentence, mention)) : rightBefore(before, mention);
  const figures = named.map(toldIn);
  const [only, figure] = [named[0], figures[0]];
  if (!only || !figure || figures.some((one) => one?.value !== figure.value) || isFar(figure.value, mention.value)) return null;
  if (mention.words.size > 0 && !isSameKind(nameBeside(only.text, figure, false)?.act ?? null, mention.act)) return null;
  if (inAStretch.test(mention.phrase) && !inAStretch.test(only.text)) return null;
  const isNear =
    mention.sentence.block.index - only.block.index <= near && only.block.headings.join() === mention.sentence.block.headings.join();
  if (!isNear && mention.words.size < fewestWords) return null;
  if (mention.times.some((time) => !only.times.includes(time))) return null;
  const between = reading.sentences.slice(reading.sentences.indexOf(only) + 1, at).filter((one) => !isFarAway(one, mention));
  const words = [...between.map(({ text }) => text), mention.sentence.text.slice(0, mention.figure.start)].join(" ");
  return moved.test(words) ? null : { figure, sentence: only };
}
const isFarAway = (one: Sentence, { sentence }: Mention): boolean => one.block.headings.join() !== sentence.block.headings.join();

function report(reading: Reading): Finding[] {
  return reading.sentences.flatMap(mentionsIn).flatMap((mention): Finding[] => {
    const before = toldBefore(reading, mention);
    if (!before || before.figure.value === mention.value) return [];
    // Right behind those told of, the numbers of other sections are of others.
    const isOfSection = ({ block }: { block: Block }): boolean => block.headings.join() === mention.sentence.block.headings.join();
    const isBehind = before.sentence.block === mention.sentence.block;
    if (heardIn(reading, mention.sentence, isBehind ? isOfSection : undefined).has(mention.value)) return [];
    const [first, again] = [before.figure.text, mention.figure.text];
    return oneFinding(reading, {
      kind: "conflict",
      severity: "warning",
      stated: `${first}; ${again}`,
      place:
        before.sentence.place === mention.sentence.place ? before.sentence.place : `${before.sentence.place}; ${mention.sentence.place}`,
      quote: `${before.sentence.text} / ${mention.sentence.text}`,
      heading: `${first} in one place, "${again}" in another`,
      message: `${before.sentence.place} gives ${first}, ${mention.sentence.place} speaks of ${again} by the same words, and no figure of the document makes that number.`,
    });
  });
}

export const namedAgain = perDocument("conflict", "A number of those told of before, by the words that told of them", report);
