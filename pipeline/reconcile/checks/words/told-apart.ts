import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { claimIn, clausesOf, isTrue, namesAny } from "../../reading/clause-claims.ts";
import { saysNotAlike } from "../../reading/disclosed.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import type { Beside, Level } from "../../reading/rows-beside.ts";
import { goodSide, isAlike, ownLevelsIn, referencesIn, type Placed } from "../../reading/standing.ts";
import { mayBeOfOneAge } from "../../vocabulary/ages.ts";
import { contentWords, root, stem, wordSet } from "../../vocabulary/names.ts";
import { whoIn } from "../../vocabulary/others.ts";
import { wordings } from "../../vocabulary/patterns.ts";
import { before, ofThem, someOf } from "../../vocabulary/restrictions.ts";
import { topicOf } from "../../vocabulary/topics.ts";

// "Attendance is better than the regional average" at the head of a report, and both figures in a section behind it.

/** Two levels that one passage tells beside each other, and what they are of. */
type Told = Beside & { who: string; topic: string; text: string; sentence: Sentence };

/** What is claimed of some, of another time, or of a part of what the topic names. */
const narrower = wordings`
  ${someOf}|${ofThem}|${before}|quarters?|months?|half|terms?|previous\w*|since|still|again|first|initial|new|late|repeat|older|younger|primary|secondary|
  persistent|short[- ]term|long[- ]term|quality|satisf\w+|who|whose|all|both|every|each|measures|most|number`;
/** Topics too wide for two statements under them to be of one measure. */
const wide: ReadonlySet<string> = new Set(["completion on time", "waiting", "assessments", "visits", "adoption", "reviews", "allocation"]);

/** Words of whoever claims, of whom it is claimed beside, and of the verdict. */
const neutral = wordSet(
  `the and for with that this our its are was were has have had been does did done council authority county borough city year figure figures average
   rate share level performance national nationally england english region regional similar authorities councils neighbours statistical comparators target targets
   standard goal limit note report reports shows good still well remains remain stands compared than now overall`,
);
const rootsOf = (text: string): string[] => contentWords(text, neutral).map((word) => root(stem(word)));

const level = ({ value, measure, figure }: Placed): Level => ({
  value,
  text: figure.text,
  unit: measure === "percent" ? "percent" : measure === "gbp" ? "gbp" : "count",
});

/** Shares beside one goal or one figure of others, with the own level in the sentence or in the one before. */
function toldIn(reading: Reading, passage: readonly Sentence[]): Told[] {
  return passage.flatMap((sentence, at): Told[] => {
    const references = referencesIn(sentence).filter(({ measure }) => measure === "percent");
    const [other, ...more] = references;
    if (!other || more.length > 0) return [];
    const here = ownLevelsIn(sentence).filter((one) => isAlike(one, other));
    const previous = here.length === 0 ? passage[at - 1] : undefined;
    const levels = previous ? ownLevelsIn(previous).filter((one) => isAlike(one, other)) : here;
    const [own] = levels;
    const text = previous ? `${previous.text} ${sentence.text}` : sentence.text;
    const topic = topicOf(text) ?? topicOf(sentence.block.headings.at(-1) ?? "");
    const named = whoIn(sentence.text);
    const who = other.kind === "goal" ? "goal" : named.length === 1 ? named[0] : undefined;
    if (!own || levels.length > 1 || !topic || wide.has(topic.name) || who === undefined || narrower.test(text)) return [];
    const beside = { own: level(own), other: level(other), isGoal: who === "goal", good: goodSide(reading, own, other) };
    return [{ name: "", raw: text, place: sentence.place, ...beside, who, topic: topic.name, text, sentence }];
  });
}

function report(reading: Reading, told: readonly Told[], sentence: Sentence): Finding[] {
  const topic = topicOf(sentence.text);
  const isPlain = sentence.figures.length === 0 && sentence.times.length < 2 && namesAny(sentence.text);
  if (!topic || wide.has(topic.name) || !isPlain || saysNotAlike(reading, sentence.block)) return [];
  return clausesOf(sentence.text)
    .flatMap((clause): Finding[] => {
      const claim = topicOf(clause)?.name === topic.name && !/\d/u.test(clause) ? claimIn(clause) : null;
      if (!claim || claim.isOfOthers || narrower.test(clause.replace(claim.word, " "))) return [];
      const found = told.filter((one) => one.topic === topic.name && one.who === claim.who);
      const [one, ...more] = found;
      if (!one || more.length > 0 || one.sentence.block === sentence.block || !mayBeOfOneAge(sentence.text, one.text)) return [];
      if (sentence.times.length > 0 && one.sentence.times.length > 0 && sentence.times.join() !== one.sentence.times.join()) return [];
      // "Attendance at panel meetings", "turnover among newly qualified staff": of something that the figures are not told of.
      const words = new Set(rootsOf(`${one.text} ${one.sentence.block.headings.at(-1) ?? ""}`));
      if (!rootsOf(clause.replace(claim.word, " ")).every((word) => words.has(word))) return [];
      if (isTrue(claim.standing, one) !== false) return [];
      return oneFinding(reading, {
        kind: "conflict",
        severity: "warning",
        stated: `"${claim.word}": ${one.own.text} beside ${one.other.text}`,
        quote: `${sentence.text} / ${one.raw}`,
        place: `${sentence.place}; ${one.place}`,
        heading: `"${claim.word}" in one place; ${one.own.text} against ${one.other.text} in another`,
        message: `${sentence.place} says "${claim.word}" of ${topic.name}, but ${one.place} gives ${one.own.text} against ${one.other.text}.`,
      });
    })
    .slice(0, 1);
}

export const toldApart = perDocument("conflict", "A comparison in words against the two figures told elsewhere", (reading) => {
  const told = reading.passages.flatMap((passage) => toldIn(reading, passage));
  return told.length === 0 ? [] : reading.sentences.flatMap((sentence) => report(reading, told, sentence));
});
