import type { Finding } from "../../../model/finding.ts";
import { parsePeriod } from "../../../model/period.ts";
import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { heardIn, isMade } from "../../reading/heard.ts";
import { figureAt, type Reading, type Sentence } from "../../reading/reading.ts";
import { pattern } from "../../vocabulary/patterns.ts";

type Mention = { value: number; phrase: string; definite: boolean; sentence: Sentence; words: string };

/** Counts further apart than this are of different things, not one thing misprinted. */
const farthest = 1.35;
const stop = pattern`
  ^(?:and|or|had|have|has|were|are|was|is|be|been|in|on|at|with|to|for|from|by|who|whom|which|that|of|this|last|during|
  since|when|where|while|whose|will|would|can|could|may|took|made|need|needed|received|live|lived|as|but|than|a|an|the|
  each|every|per|over|under|aged|read|seen|sampled|audited|reviewed|inspected|visited|held|completed|due|chaired|recorded|
  carried|undertaken|handled|holds?|works?|covers?|shares?|serves?|meets?|supports?|manages?|managed|spends?|spent|gives?|
  gave|uses?|used|says?|said|sees|saw|gets?|got|goes|went|comes?|came|attends?|attended|leaves?|left|joined|stayed|
  replied|responded|answered)$`;
const narrower = pattern`
  ^\s*(?:who|whom|with|that|which|whose|aged|for|from|to|placed|taken|received|made|during|in (?:the )?
  (?:year|quarter|period|sample|audit)|(?:was|were|are|is|had|have|has) )`;
const only = pattern`
  ^\s*(?:who|whom|with|that|which|whose|aged|for|from|placed|taken|received|made|during|since|in (?:the )?
  (?:year|quarter|period|sample|audit)|over|under)\b`;
const definiteBefore = /\b(?:all (?:the|our)|each of (?:the|our)|the|our|its|these|those|out of)\s+$/iu;
const whole = pattern`
  \b(?:there (?:are|were)|with|has|had|have|total of|now|stood at|stands at|employs?|runs?|cares? for|supports?|supported|
  comprises?|read|sampled|audited|looked at|reviewed|completed|held|chaired|received|recorded|handled|undertook|
  carried out|dealt with)\s+(?:a total of )?$`;

/** "Was looking after 69 unaccompanied children": on one day there is one number of them. */
const counted = pattern`
  \b(?:looking after|caring for|supporting|looked after|cared for|employing|working with|responsible for|in care|
  there (?:were|are))\s+$`;
const dayOf = (sentence: Sentence): string => {
  const days = sentence.times.filter((period) => /^at \d{4}-\d{2}-\d{2}$/u.test(period));
  return days.length === 1 ? (days[0] ?? "") : "";
};
const sameDay = (a: Sentence, b: Sentence): boolean => dayOf(a) !== "" && dayOf(a) === dayOf(b);

/** Things that a document counts once for a period, so that their plain name is enough. */
const events = pattern`
  ^(?:reviews|referrals|contacts|assessments|visits|complaints|conferences|enquiries|interviews|episodes|adoptions|
  admissions|discharges)$`;

/** "104 approved fostering households": two words at least after a count, up to the first that belongs to no name. */
function mentionsOf(sentence: Sentence): Mention[] {
  return sentence.figures.flatMap((figure): Mention[] => {
    const value = figure.denominator !== null && figure.form !== "fraction" ? figure.denominator : figure.value;
    if (
      figure.measure !== "number" ||
      figure.valueHigh !== null ||
      figure.form === "fraction" ||
      value < 10 ||
      figure.qualifier !== "exact"
    )
      return [];
    const after = sentence.text.slice(figure.end);
    const words: string[] = [];
    for (const word of (/^ ([a-z’'-]+(?: [a-z’'-]+)*)/iu.exec(after)?.[1] ?? "").split(" ")) {
      if (word === "" || stop.test(word)) break;
      words.push(word.toLowerCase());
    }
    if (words.length < (events.test(words[0] ?? "") ? 1 : 2) || words.length > 5) return [];
    const phrase = words.join(" ");
    const rest = after.slice(phrase.length + 1);
    const before = sentence.text.slice(0, figure.start);
    const share = figure.denominator !== null;
    const definite = share ? /\bof (?:the|our|its|all)\b/iu.test(figure.text) : definiteBefore.test(before);
    if (definite && only.test(rest)) return [];
    if (
      !definite &&
      (!(whole.test(before) || (dayOf(sentence) !== "" && counted.test(before))) || narrower.test(rest) || figure.role !== "level")
    )
      return [];
    return [{ value, phrase, definite, sentence, words: `${value} ${phrase}` }];
  });
}

const lastMonth = (sentences: readonly Sentence[]): string =>
  sentences
    .flatMap((sentence) => sentence.times)
    .map((period) => parsePeriod(period)?.end.slice(0, 7) ?? "")
    .sort()
    .at(-1) ?? "";
const months = (month: string): number => 12 * Number(month.slice(0, 4)) + Number(month.slice(5, 7));
/** A sentence of a time well before the newest of its document tells of another year. */
const apart = 9;

/** "We ended the year with 104 approved fostering households", then "75 of our 114 approved fostering households". */
function report(reading: Reading): Finding[] {
  const groups = Map.groupBy(reading.sentences.flatMap(mentionsOf), (mention) => mention.phrase);
  return [...groups.values()].flatMap((mentions) => {
    const values = [...new Set(mentions.map(({ value }) => value))];
    const [one, other] = [mentions[0], mentions.find(({ value }) => value !== mentions[0]?.value)];
    if (
      values.length !== 2 ||
      !one ||
      !other ||
      one.sentence === other.sentence ||
      !(one.definite || other.definite || sameDay(one.sentence, other.sentence))
    )
      return [];
    const [a, b] = [one.sentence.times, other.sentence.times];
    if (!one.phrase.includes(" ") && (a.length !== 1 || a[0] !== b[0] || b.length !== 1)) return [];
    if (a.length > 0 && b.length > 0 && !a.some((period) => b.includes(period))) return [];
    const newest = lastMonth(reading.sentences);
    if (
      !a.some((period) => b.includes(period)) &&
      [one, other].some(({ sentence }) => sentence.times.length > 0 && months(newest) - months(lastMonth([sentence])) >= apart)
    )
      return [];
    // A number that stands elsewhere too, or that others make, is no misprint but one of something else.
    const isKnown = ({ value, sentence }: Mention): boolean =>
      heardIn(reading, sentence).has(value) || isMade(reading, value, sentence, sentence);
    if (isKnown(one) && isKnown(other)) return [];
    if (Math.max(...values) > farthest * Math.min(...values)) return [];
    return oneFinding(reading, {
      kind: "conflict",
      severity: "warning",
      stated: `${one.value}; ${other.value}`,
      place: `${one.sentence.place}; ${other.sentence.place}`,
      heading: `"${one.words}", then "${other.words}"`,
      message: `${one.sentence.place} has "${one.words}", ${other.sentence.place} "${other.words}": one of the two is probably misprinted.`,
      quote: `${one.sentence.text} / ${other.sentence.text}`,
    });
  });
}

const opens = pattern`
  ^(?:of|out of) (?:the|these|those|all(?: the)?) \{C(\d+)\} ([a-z]+)
  (?=,| (?:received|made|held|closed|completed)(?:,| in))`;

/** "Thirty-four complaints were received. Of the 43 complaints, 12 were upheld". */
function inTurn(reading: Reading, sentence: Sentence, before: Sentence | undefined): Finding[] {
  const match = opens.exec(sentence.skeleton);
  const counts = before ? [...before.skeleton.matchAll(/\{C(\d+)\} ([a-z]+)/giu)] : [];
  const [first] = counts;
  if (
    !match ||
    !before ||
    !first ||
    counts.length !== 1 ||
    before.figures.length !== 1 ||
    first[2]?.toLowerCase() !== match[2]?.toLowerCase()
  )
    return [];
  const [a, b] = [figureAt(before, first[1]!), figureAt(sentence, match[1]!)];
  if (
    a.value === b.value ||
    Math.min(a.value, b.value) < 10 ||
    Math.max(a.value, b.value) > farthest * Math.min(a.value, b.value) ||
    a.qualifier !== "exact" ||
    !["level"].includes(a.role)
  )
    return [];
  return oneFinding(reading, {
    kind: "conflict",
    severity: "warning",
    stated: `${a.text}; ${b.text}`,
    place: sentence.place,
    quote: `${before.text} ${sentence.text}`,
    heading: `"${a.text} ${first[2]}", then "the ${b.text} ${match[2]}"`,
    message: `One sentence has "${a.text} ${first[2]}", the next speaks of "the ${b.text} ${match[2]}".`,
  });
}

export const repeatedCounts = perDocument("conflict", "Two numbers before the same words", (reading) => [
  ...reading.passages.flatMap((passage) => passage.flatMap((sentence) => inTurn(reading, sentence, passage[sentence.number - 1]))),
  ...report(reading),
]);
