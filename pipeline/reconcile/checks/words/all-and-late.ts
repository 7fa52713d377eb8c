import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { figureAt, type Reading, type Sentence } from "../../reading/reading.ts";
import { contentWords, stem, wordSet } from "../../vocabulary/names.ts";
import { everyOne, holds, isOpen } from "./all-and-some.ts";

/** "499 reviews, of which 455 were on time and 44 were late": how many there were, and how many of them were not as they should be. */
const parted =
  /\{C(\d+)\} ((?:[\p{L}-]+ ){0,3}?[\p{L}-]+)(?: (?:in|during|over|for|that|held|due)\b[^{}.;]{0,50}?)?,? (?:of|among) (?:which|whom|these|them),? \{C(\d+)\} (?:\([^()]*\) )?(?:(?:were|was|had|took|came|did) )?((?:[^{}.;]|\{D\d+\}){3,60}?),? and (?:the other )?\{C(\d+)\} (?:\([^()]*\) )?(?:were|was|had|did|came|took place|fell) (?:not|late|later|overdue|outside|missed|delayed|after|too late|beyond)\b/iu;
const ofTime = /\b(?:on time|in time|within|inside|by the (?:due )?date|promptly|when (?:they were )?due)\b/iu;

/** "Every review was held on time. Officers chaired 499 reviews, of which 455 were on time and 44 were late". */
function report(reading: Reading, sentence: Sentence, next: Sentence | undefined): Finding[] {
  const { text } = sentence;
  if (!next || !everyOne.test(text) || !holds.test(text) || isOpen.test(text) || !ofTime.test(text)) return [];
  const match = parted.exec(next.skeleton);
  if (!match) return [];
  const [, of = "", noun = "", inTime = "", told = "", late = ""] = match;
  const [all, some, rest] = [figureAt(next, of), figureAt(next, inTime), figureAt(next, late)];
  if (!all || !some || !rest || some.value + rest.value !== all.value || rest.value === 0) return [];
  // All of the claim has to be what is counted: "every first review", "499 later reviews" are of others.
  const [, claimed = ""] =
    /^\P{L}*(?:[^.;:,]{2,80}, )?(?:all|every|each)(?: of)?(?: the| our| its)? (.*?) (?:is|are|was|were|has|have|had|took)\b/iu.exec(text) ??
    [];
  const [named = "", ...about] = claimed.split(/\b(?=(?:of|for|in|with|who|that|on|due)\b)/iu);
  const [said, counted] = [named, noun].map((words) => words.trim().toLowerCase().split(" "));
  const isSame = stem(said?.at(-1) ?? "") === stem(counted?.at(-1) ?? "");
  const [heard, whole] = [new Set(contentWords(next.text, anybody)), contentWords(about.join(""), anybody)];
  const isOfSome =
    [...(said ?? []), ...(counted ?? [])].some((word) => narrower.test(word) && !(said?.includes(word) && counted?.includes(word))) ||
    !whole.every((word) => heard.has(word));
  if (!isSame || isOfSome || !ofTime.test(told) || next.times.some((time) => sentence.times.length > 0 && !sentence.times.includes(time)))
    return [];
  return oneFinding(reading, {
    kind: "conflict",
    severity: "warning",
    stated: `"${text}"; ${rest.text}`,
    quote: `${text} ${next.text}`,
    place: sentence.place,
    heading: `"${text.split(" ").slice(0, 4).join(" ")} …", then ${rest.text} late`,
    message: `The text says "${text}", and then counts ${rest.text} of ${all.text} that were not: "${next.text}"`,
  });
}
/** Words of those who are counted in every report. */
const anybody = wordSet(
  `the and for with that their our its child children young person people pupils leavers care looked after council authority year who was were`,
);
/** Those that are some of their kind. */
const narrower = /^(?:first|initial|second|final|later|new|old|other|annual|yearly|older|younger|statutory|planned|urgent)$/iu;

export const allAndLate = perSentence(
  "conflict",
  "What is said to be in time for all beside a number who were late",
  (reading, sentence, passage) => report(reading, sentence, passage[sentence.number + 1]),
);
