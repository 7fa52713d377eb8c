import type { Block } from "../../../model/document.ts";
import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { unlikeSorts, unlikeSpans } from "./unlike-sorts.ts";
import { oneFinding } from "../../finding-row.ts";
import { comparedIn } from "../../reading/compared.ts";
import { comparedAcross } from "../../reading/compared-across.ts";
import type { Compared, Side } from "../../reading/compared-sides.ts";
import { headOf, withoutEarlier } from "../../reading/head-of.ts";
import { isRateBy } from "../../reading/compared-levels.ts";
import { saysNotAlike } from "../../reading/disclosed.ts";
import { areOfOneThing } from "../../reading/one-thing.ts";
import { itemRuns } from "../../reading/runs.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { carriesOn, draws, judges } from "../../vocabulary/comparison-words.ts";
import { allowsForRest, partOrQuarter } from "../../vocabulary/part-years.ts";
import { formatLength } from "../../vocabulary/lengths.ts";
import { wordings } from "../../vocabulary/patterns.ts";
import { lastDaysIn, monthsIn, yearsIn } from "../../vocabulary/stretches.ts";
import { growsInTime } from "../../vocabulary/topics.ts";
import { traits, type Kind, type Trait } from "../../vocabulary/traits.ts";
import { countsAndRates } from "./counts-and-rates.ts";
import { setAgainst } from "./set-against.ts";

/** The one value of a trait that the words nearest to a figure tell; null when they tell none, or several. */
function valueOf(trait: Trait, { words, after, figure }: Side): string | null {
  const told =
    words
      .map((text, at) => (at === 0 ? trait.read(text, after, figure.text) : trait.read(text, "", "")))
      .find((values) => values.length > 0) ?? [];
  return told.length === 1 ? (told[0] ?? null) : null;
}

/** A time told by its distance from that of the other figure. */
const earlier = wordings`(?:last|previous|prior|preceding) (?:year|quarter|term)|(?:a|one|the) year (?:before|earlier|ago)`;
const thanEarlier =
  /\b(?:than|from|on|over) (?:in )?(?:the |a |one )?(?:last|previous|prior|preceding|year) (?:year|quarter|term|before|earlier|ago)(?=[.;]|, and\b)/giu;
/** The years told nearest to a figure. */
const yearsOf = ({ words }: Side): number[] => words.map((text) => yearsIn(text)).find((years) => years.length > 0) ?? [];
/**
 * Whether the two are of different people or times, so that they should differ in nothing else: groups of one place and
 * time are set against each other for their own sake.
 */
function isApart({ first, second, inOne }: Compared): boolean {
  if ([first, second].some(({ figure }) => figure.role === "target")) return true;
  if (first.others.join() !== second.others.join()) return true;
  // "62.5% of fostered children, more than last year" is set beside no figure told before.
  if ([first, second].some(({ words: [text = ""] }) => earlier.test(inOne ? text : text.replace(thanEarlier, "")))) return true;
  const [one, other] = [yearsOf(first), yearsIn(second.words[0] ?? "")];
  return other.length > 0 && !other.some((year) => one.includes(year));
}
/** "Already more than in all of last year" holds all the more for the shorter stretch. */
const allTheMore = wordings`already|even|only half`;

/** "Of the 96 last year, 40 came in the first quarter", "£1.2m in half of the year, out of £2.6m": the one is part of the other. */
const isPartOf = ({ first, second, inOne }: Compared): boolean =>
  isOf(second) || (inOne && (isOf(first) || /\bout of\b/iu.test(headBefore(second))));
const isOf = (side: Side): boolean => /(?:^|[,;:.] )(?:and |but )?of (?:the |our |its |all |these |those )*$/iu.test(headBefore(side));
/** "At the end of the first quarter 410, more than the 398 at the end of 2021/22": how many there were on two days. */
const areDays = ({ first, second }: Compared): boolean => [first, second].every(({ words: [text = ""] }) => onEnd.test(text));
const onEnd = /\b(?:at|on) (?:the )?(?:end|start|close|beginning) of\b/iu;
const headBefore = ({ words: [text = ""], after, figure }: Side): string =>
  text.slice(0, Math.max(0, text.length - after.length - figure.text.length));

/** What a figure is: "38 per 1,000" is a rate. */
const kindOf = ({ figure, after }: Side): Kind => ({
  measure: isRateBy(after) ? "rate_per_10k" : figure.measure,
  decimals: figure.decimals,
});

/** Words that say which of the two is good. */
const verdict = wordings`better|worse|ahead of|behind|outperform\w*|overt(?:aken?|ook)`;

/** "Ours counts visits made every six weeks; theirs, visits made every four weeks", told beside two figures that are judged. */
function unlikeCounting(reading: Reading, pair: Compared): Finding[] {
  const { first, second, concluded } = pair;
  if (!concluded || !first.counted || !second.counted || !["percent", "number"].includes(first.figure.measure)) return [];
  const [a, b] = [formatLength(first.counted), formatLength(second.counted)];
  return setAgainst(reading, pair, { kind: "definition", a, b, why: "they are not counted alike" });
}

function unlikeTraits(reading: Reading, pair: Compared): Finding[] {
  const { first, second, quote, concluded, drawn } = pair;
  const told = `${quote} ${drawn}`;
  // Side by side the shares of two limits are read as one comparison, when those of others follow.
  const follows = first.others.length === 0 && second.others.length > 0;
  for (const trait of traits) {
    if (!concluded && !(trait.name === "limit" && follows)) continue;
    const [a, b] = trait.isOf(kindOf(first)) ? [valueOf(trait, first), valueOf(trait, second)] : [null, null];
    if (a === null || b === null || a === b || trait.isOne?.(a, b)) continue;
    const isTime = trait.name === "stretch" || trait.name === "day";
    // Only limits are so plainly unlike that a judgement of one by the other is enough.
    if (!isApart(pair) && !(trait.name === "stretch" && pair.inOne) && !(trait.name === "limit" && verdict.test(quote))) continue;
    // Two counts in two sentences are of two things, unless the second says whom it is set beside.
    if (trait.name === "counted" && !pair.inOne && second.others.length === 0 && !carriesOn.test(second.words[0] ?? "")) continue;
    if (trait.name === "narrowed" && !areOfOneThing(pair)) continue;
    if (trait.name === "stretch" && (isPartOf(pair) || areDays(pair) || !areOfOneThing(pair))) continue;
    // What part of a year is against all of it has a rule of its own.
    if (isTime && [first, second].some(({ figure }) => figure.role === "target")) continue;
    if (isTime && first.figure.measure === "percent" && !growsInTime(quote)) continue;
    if (isTime && (!draws.test(told) || allowsForRest.test(told) || allTheMore.test(quote))) continue;
    // Last year's number that is below that of part of this one may be of the same part.
    const whole = monthsIn(a) > monthsIn(b) ? first : second;
    const isNamed = yearsIn(whole.words[0] ?? "").length > 0;
    if (trait.name === "stretch" && !isNamed && whole.figure.value <= (whole === first ? second : first).figure.value) continue;
    return setAgainst(reading, pair, { kind: isTime ? "period" : "definition", a, b, why: trait.why });
  }
  return [];
}

/** A report that says why the years differ leaves no reader to think them one. */
const explained = wordings`
  provisional|(?:is|are|but|and|now|rather|very|quite|so) old|out of date|before the pandemic|same (?:year|period|date|time|day)|(?:a|one|two|three) years? (?:before|earlier|later|older|behind|ago)`;
/** Others have no newer figure: a reason for a year or two between, and for no more. */
const isNewest = wordings`latest|most recent(?:ly)?|published|available`;
const longestBehind = 2;

const isChange =
  /\b(?:fell|fallen|rose|risen|grew|grown|went|gone|came|come|increased|decreased|dropped|reduced|up|down|moved|cut)\b[^.;]{0,40}\bfrom\b[^.;]{0,50}\bto [£\d]/iu;

/** "The benchmark of 14.7%, which dates from 2016": what others have, without their name. */
const benchmark = wordings`(?:benchmark|comparator|comparison) (?:figure )?of`;

/** "In the year to September 2015": a whole year, whatever month it ends in. */
const toMonth = /\b(?:year|(?:twelve|12) months) (?:to|ending|ended)(?: in)? /giu;

/** The years that the head of a report tells; that before the day it is of, when it tells no other. */
function yearsOfReport(reading: Reading, block: Block): number[] {
  const told = yearsIn(headOf(reading, block));
  return told.length > 0 ? told : yearsIn(reading.dates.published).map((year) => year - 1);
}

/** A figure of others of another year than that of the authority. */
function unlikeYears(reading: Reading, { first, second, quote, place, block, inOne, concluded }: Compared): Finding[] {
  const [own, theirs] = first.others.length > 0 ? [second, first] : [first, second];
  const isOfOthers = theirs.others.length > 0 || benchmark.test(theirs.words[0] ?? "");
  if (own.others.length > 0 || !isOfOthers || explained.test(quote)) return [];
  const [year, ...more] =
    theirs.words
      .slice(0, inOne ? 1 : 2)
      .map((text) => yearsIn(text))
      .find((years) => years.length > 0) ?? [];
  // "18%, down from 21% in 2014/15": the year told is that of the other.
  const ownYears = own.words
    .map((text) => yearsIn(own.figure.role === "level" ? withoutEarlier(text) : text))
    .find((years) => years.length > 0);
  const years = ownYears ?? yearsOfReport(reading, block);
  if (year === undefined || more.length > 0 || years.length === 0) return [];
  // Side by side alone the two are read as one comparison only when the others follow.
  if (!concluded && own !== first) return [];
  const gap = Math.min(...years.map((one) => Math.abs(one - year)));
  // National figures come out a year late: a gap of one is worth a word when both years are told, and the two judged or told at once.
  const told = ownYears?.length === 1 && (judges.test(quote) || (inOne && yearsIn(own.words[0] ?? "").length === 1));
  // Others have no figure of part of a year, or of a year that is not over: theirs of the year before is the one to take.
  // "Plans reviewed in six months stood at 77% in 2013/14": the six months are of the measure.
  if (isNewest.test(quote) && gap <= longestBehind) return [];
  const timed = yearsIn(own.after).length > 0 ? own.after : own.words.join(" ");
  const isLatest = partOrQuarter.test(timed.replace(toMonth, "")) && years.every((one) => one >= year);
  // The year to a month and the count of that month are told together.
  if (lastDaysIn(own.words.join(" ")).some((day) => lastDaysIn(theirs.words[0] ?? "").includes(day))) return [];
  // "Fell from £960 in 2009/10 to £888 in 2010/11 as a result of a regional contract": one thing in two years.
  if (isChange.test(quote)) return [];
  if (gap < 1 || (gap < 2 && (!told || isLatest))) return [];
  return oneFinding(reading, {
    kind: "period",
    severity: "warning",
    stated: `${own.figure.text}; ${theirs.figure.text}`,
    quote,
    place,
    heading: `${own.figure.text} set against ${theirs.figure.text} of another year`,
    message: `The ${theirs.figure.text} of ${theirs.others[0] ?? "others"} and the ${own.figure.text} are of different years, so the gap between them may be one of time.`,
  });
}

/** "We are therefore well ahead of the region": the first sentence of the paragraph behind a list, when it has no figure. */
const conclusionOf = (reading: Reading, run: readonly Sentence[]): Sentence[] =>
  reading.sentences.filter(
    ({ block, number, figures }) => block.index === (run.at(-1)?.block.index ?? NaN) + 1 && number === 0 && figures.length === 0,
  );

/** How long the items of a list may be that tell one thing together. */
const longest = 160;
/** Two short items of a list, one of others: "Regional average: 88% (2019/20)"; or longer ones, of which that of others is judged. */
const inItems = (reading: Reading): Compared[] =>
  itemRuns(reading)
    .flatMap((run) => comparedIn([...run, ...conclusionOf(reading, run)]))
    .filter(({ inOne, first, second }) => !inOne && first.others.length > 0 !== second.others.length > 0)
    .filter(({ quote, second }) => quote.length < longest || (second.others.length > 0 && judges.test(second.words[0] ?? "")));

export const unlikeComparisons = perDocument("definition", "Figures of unlike definitions or times set against each other", (reading) =>
  [...reading.passages.flatMap((passage) => comparedIn(passage)), ...inItems(reading), ...comparedAcross(reading)]
    .flatMap((pair) => {
      if (pair.first.figure.value === pair.second.figure.value || saysNotAlike(reading, pair.block)) return [];
      const [found = []] = [unlikeTraits, unlikeSorts, unlikeSpans, unlikeCounting, unlikeYears]
        .map((each) => each(reading, pair))
        .filter((each) => each.length > 0);
      return found;
    })
    .concat(reading.passages.flatMap((passage) => passage.flatMap((sentence) => countsAndRates(reading, passage, sentence)))),
);
