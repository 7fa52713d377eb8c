import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import type { TextFigure } from "../../reading/figure.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { topicOf, type Topic } from "../../vocabulary/topics.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";

const timely = wordings`
  timely|on time|in time|promptly|regularly|within (?:\w+ )?timescales?|without delay|at (?:the )?required intervals`;
const praised = pattern`
  \b(?:are|is|were|was|remains?|take place|takes place|took place|completed|held|carried out|undertaken)\b
  (?: (?:consistently|generally|always|all|routinely|now|very|mostly|held|completed|carried out|undertaken|
  almost always))* (?:timely|on time|in time|promptly|regularly|within (?:\w+ )?timescales?)\b`;
const denied = pattern`
  \b(?:not|no|never|too|insufficiently|rarely|few|some|ensure|should|will|need|must|improve|improving|failed?|declined|
  target|aim|whether|how|more)\b[^.]{0,60}\b(?:timely|on time|in time|promptly|regularly|within)`;
const every = /\b(?:all|every|each)\b(?! of (?:the )?(?:their|its))/iu;
const part = /\b(?:most|the majority of|many|some|not all|almost all|nearly all|the vast majority of|few)\b/iu;
/** How far below its target a figure has to be before "timely" is wrong, in percentage points. */
const shortfall = 5;

type Measured = { sentence: Sentence; topic: Topic; own: TextFigure; target: TextFigure };

/** Sentences with a local percentage on time and the target it is set against. */
function againstTarget(reading: Reading): Measured[] {
  return reading.passages.flatMap((passage) =>
    passage.flatMap((sentence): Measured[] => {
      const topic = topicOf(sentence.text);
      const next = passage[sentence.number + 1];
      const own = sentence.figures.find((figure) => figure.measure === "percent" && figure.role === "level");
      const targets = [sentence, ...(next ? [next] : [])].flatMap((one) =>
        one.figures.filter((figure) => figure.measure === "percent" && figure.role === "target"),
      );
      const [target] = targets;
      return topic && own && target && timely.test(sentence.text) ? [{ sentence, topic, own, target }] : [];
    }),
  );
}

/** "Reviews are timely" in one place, 83.1% against a target of 95% in another. */
function timelyAgainst(reading: Reading): Finding[] {
  return againstTarget(reading)
    .flatMap(({ sentence, topic, own, target }) => {
      if (topic.polarity !== "high" || own.value > target.value - shortfall) return [];
      const claim = reading.sentences.find(
        (other) =>
          other !== sentence &&
          topicOf(other.text)?.name === topic.name &&
          praised.test(other.text) &&
          !denied.test(other.text) &&
          !other.figures.some((figure) => figure.measure === "percent"),
      );
      if (!claim) return [];
      const third = reading.sentences.find(
        (other) =>
          other !== sentence &&
          other !== claim &&
          topicOf(other.text)?.name === topic.name &&
          /\btimeliness\b/iu.test(other.text) &&
          /\bdeclin|\bworse|\bin line\b/iu.test(other.text),
      );
      const word = timely.exec(claim.text)?.[0] ?? "";
      return oneFinding(reading, {
        kind: "conflict",
        severity: "warning",
        stated: `"${word}"; ${own.text}; target ${target.text}`,
        place: `${claim.place}; ${sentence.place}`,
        heading: `"${word}" in one place, ${own.text} against ${target.text} in another`,
        message: `${claim.place} calls ${topic.name} "${word}"; ${sentence.place} gives ${own.text} on time against a target of ${target.text}.${third ? ` ${third.place} says that timeliness has changed: "${third.text}"` : ""}`,
        quote: [claim, ...(third ? [third] : []), sentence].map((one) => one.text).join(" / "),
      });
    })
    .slice(0, 1);
}

/** "All reviews are held regularly" and "most reviews take place within timescales"; "all children have …" and "most children have …". */
function allAgainstMost(reading: Reading): Finding[] {
  const said = reading.sentences.flatMap((sentence) => {
    const match =
      /\b(all|every|most|the majority of|not all|almost all|nearly all|the vast majority of) (?:[\w’']+ ){0,3}?(reviews|visits|assessments|plans|peps|conferences|meetings|checks|immunisations|appointments|children|young people|care leavers|carers|social workers|staff|schools|homes)\b([^.;]{0,110})/iu.exec(
        sentence.text,
      );
    if (!match || denied.test(match[0]) || sentence.figures.length > 0 || aims.test(sentence.text)) return [];
    return [{ sentence, quantity: (match[1] ?? "").toLowerCase(), noun: (match[2] ?? "").toLowerCase(), words: match[0].trim() }];
  });
  return said
    .filter(({ quantity }) => every.test(quantity) && !part.test(quantity))
    .flatMap((whole) => {
      const less = said.find(
        (other) =>
          other.noun === whole.noun &&
          part.test(other.quantity) &&
          other.sentence !== whole.sentence &&
          (timely.test(whole.words) ? timely.test(other.words) : sameState(whole.words, other.words)) &&
          topicOf(other.sentence.text)?.name === topicOf(whole.sentence.text)?.name,
      );
      if (!less) return [];
      return oneFinding(reading, {
        kind: "conflict",
        severity: "warning",
        stated: `"${whole.words}"; "${less.words}"`,
        place: `${whole.sentence.place}; ${less.sentence.place}`,
        heading: `"${whole.quantity} ${whole.noun}" in one place, "${less.quantity} ${less.noun}" in another`,
        message: `${whole.sentence.place} says "${whole.words}", ${less.sentence.place} "${less.words}": both cannot hold.`,
        quote: `${whole.sentence.text} / ${less.sentence.text}`,
      });
    })
    .slice(0, 1);
}

const aims = /\b(?:should|will|must|ensure|aim|expected|required|if|when|unless|new|aged|those|who (?:are|have|were))\b/iu;

/** "Every child has an education plan" and "96% have one". */
function allAgainstShare(reading: Reading): Finding[] {
  const wholes = reading.sentences.flatMap((sentence) => {
    const match =
      /(?:^|\b(?:and|that|where|while) )(all|every|each)\b[^.,;{}]{0,70}?\b(?:has|have|had|is|are|was|were|receives?d?)\b/iu.exec(
        sentence.skeleton,
      );
    const topic = (match ?? always.exec(sentence.text)) && topicOf(sentence.text);
    return topic &&
      topic.polarity === "high" &&
      sentence.figures.length === 0 &&
      !/\b(?:should|will|must|ensure|not|aim|expected|required|if|when|those|who (?:are|have|were))\b/iu.test(sentence.text)
      ? [{ sentence, topic }]
      : [];
  });
  return wholes
    .flatMap(({ sentence, topic }) => {
      const noun = /\b(care leavers|young people|children|looked[- ]after|social workers)\b/iu.exec(sentence.text)?.[1]?.toLowerCase();
      const counted = reading.sentences.find(
        (other) =>
          other !== sentence &&
          topicOf(other.text)?.name === topic.name &&
          (always.test(sentence.text) || (noun && other.text.toLowerCase().includes(noun))) &&
          shareOf(other) !== null &&
          sameState(sentence.text, other.text),
      );
      const figure = counted ? shareOf(counted) : null;
      if (!counted || !figure) return [];
      return oneFinding(reading, {
        kind: "conflict",
        severity: "warning",
        stated: `"all"; ${figure.text}`,
        place: `${sentence.place}; ${counted.place}`,
        heading: `"All" in one place, ${figure.text} in another`,
        message: `${sentence.place} says that all have it, ${counted.place} gives ${figure.text} for ${topic.name}.`,
        quote: `${sentence.text} / ${counted.text}`,
      });
    })
    .slice(0, 1);
}

/** The one share of a sentence that leaves some out: "96%" or "97 of 103"; null when there is none or more. */
function shareOf(sentence: Sentence): TextFigure | null {
  const shares = sentence.figures.filter((figure) => figure.measure === "percent" || figure.denominator !== null);
  const [figure] = shares;
  if (!figure || shares.length > 1 || figure.role !== "level") return null;
  const share = figure.denominator === null ? figure.value : (100 * (figure.numerator ?? 0)) / figure.denominator;
  return share < 98 ? figure : null;
}

const always = /\b(?:always|without exception|invariably)\b/iu;

/** Both sentences speak of the same state: up to date, on time, allocated, completed … */
function sameState(a: string, b: string): boolean {
  const states = [
    /\ballocated\b/iu,
    /up[- ]to[- ]date|current/iu,
    new RegExp(`${timely.source}|\\btimeliness\\b`, "iu"),
    /\bcomplet/iu,
    /\ballocated\b/iu,
    /\bsuitable\b/iu,
    /\bin (?:touch|contact)\b/iu,
    /\bha(?:s|ve|d) (?:a|an|their)\b/iu,
  ];
  const of = (text: string): boolean[] => states.map((state) => state.test(text));
  const [x, y] = [of(a), of(b)];
  return x.some((has, at) => has && y[at]) && x.slice(0, 4).every((has, at) => has === y[at]);
}

export const wordsAcross = perDocument("conflict", "Statements in words against figures and words elsewhere", (reading) => [
  ...timelyAgainst(reading),
  ...allAgainstMost(reading),
  ...allAgainstShare(reading),
]);
