import type { Polarity } from "../../model/comparison.ts";
import { others } from "../vocabulary/others.ts";
import { goalNoun, set, verdictBefore, wishedAfter, wishes } from "../vocabulary/goals.ts";
import { isAdverse, polarityOf } from "../vocabulary/word-claims.ts";
import { clauseOf, isSingle, type TextFigure } from "./figure.ts";
import { isOfEarlier } from "./earlier.ts";
import { sideOf } from "./good-side.ts";
import type { Reading, Sentence } from "./reading.ts";
import { isElliptic } from "./two-levels.ts";

/** A figure with the sentence that tells it, and its value: that of a share is its percentage. */
export type Placed = { figure: TextFigure; sentence: Sentence; value: number; measure: TextFigure["measure"] };
/** What a figure may be set beside: a goal, the figure of others, or that of a time before. */
export type Reference = Placed & { kind: "goal" | "other" | "earlier" };

/** Up to the first figure that is no length of a task. */
const clause = "(?:[^.;{}\\d]|\\d+ (?:seconds|minutes|hours|(?:working |calendar )?days|weeks|months)\\b)";
const goalBefore = new RegExp(
  `\\b${goalNoun}\\b[^.;{}]{0,45}$|\\b${goalNoun} (?:is|was) (?:that|to|for)\\b${clause}{0,90}$|\\b(?:we|(?:the|our) [a-z]+) ${wishes} (?:that|for|to)\\b${clause}{0,60}$`,
  "iu",
);
const link =
  "against|below|above|and|or|but|compared|versus|to|with|while|when|so|in|on|at|is|was|are|were|of|for|remains?|stays?|within|inside|outside|short|exceed\\w*|met|missed|misses|meets";
const goalAfter = new RegExp(
  `^ (?:(?!(?:${link}|the|this|that|our|its)\\b)[a-z-]+ ){0,2}${goalNoun}\\b|^ (?:[a-z]+ ){2,4}aims? for\\b`,
  "iu",
);
/** "Nine in ten calls should be answered in a minute", "70% were to have a mentor". */
const shouldAfter =
  /^ [^.;:,{}\d]{0,60}\b(?:should|must|(?:were|was|are|is) (?:meant |supposed )?to) (?:be|have|get|take|receive|see|go|live|reach)\b(?! (?:been|had)\b)/iu;
/** "Short of the 95% expected". */
const askedAfter = /^ (?:expected|required|promised|aimed for|hoped for|asked for|called for|wanted)\b/iu;
/** "(About 122 days) expected", "the 28 days allowed". */
const setAfter = new RegExp(`^\\)? ${set}\\b`, "iu");
const lengths = ["days", "weeks", "months"];
/** Those whose figure is told beside the authority's own, and in whose area its children do not live. */
const beside: ReadonlySet<string> = new Set(["England", "the region", "neighbours", "other councils"]);
const otherNoun = `(?:${[
  ...others.filter(({ name }) => beside.has(name)).map(({ words }) => words.source),
  "peers|corporate|the country|other (?:councils|authorities|services|areas)|all (?:services|pupils)",
].join("|")})`;
const otherBefore = new RegExp(`\\b${otherNoun}\\b[^.;{}]{0,90}$`, "iu");
const otherAfter = new RegExp(
  `^ (?:(?:which is|that is) )?(?:for|of|in|across|among|amongst|by|seen|found|shown|known|(?:record|report|achiev|manag|reach|publish|post|attain|observ|measur)ed)\\b[^.;,{}]{0,30}\\b${otherNoun}\\b`,
  "iu",
);
/** "82.0% here and 75.8% there", "71% locally, 80% nationally": whose a figure is, told right behind it. */
const ownAfter = /^ (?:here|locally|for us|of ours|in (?:this|the|our) (?:council|authority|county|borough|city|area))\b/iu;
const theirsAfter = /^ (?:there|theirs|elsewhere|nationally|regionally|for them)\b/iu;
/** Whether a figure is told to be the authority's own by the word behind it. */
export const isOursAfter = ({ text }: Sentence, { end }: TextFigure): boolean => ownAfter.test(text.slice(end));
const parted = /\b(?:while|whereas|but|who|against|compared)\b|, (?:with|at)\b/iu;

/** "The same 10-day standard", "within 20 working days": a part of what is measured. */
const isTerm = (figure: TextFigure, { text }: Sentence): boolean =>
  figure.isLimit || isCompound(figure) || /^ (?:seconds|minutes|hours|miles)\b/iu.test(text.slice(figure.end));
const isCompound = (figure: TextFigure): boolean => /-(?:day|week|month|year)$/iu.test(figure.text);
/** "Well inside the 26-week limit": a goal that a length of time is held to. */
const holds =
  /\b(?:inside|within|under|below|above|over|beyond|outside|exceed\w*|met|meets|missed|against|longer than|shorter than) (?:the|our|its) (?:[a-z]+ ){0,2}$/iu;
const isHeldTo = (figure: TextFigure, before: string, after: string): boolean =>
  isCompound(figure) && holds.test(before) && goalAfter.test(after);
/** "In the six months to 30 September": when it was, not how long it took. */
const isStretch = ({ text }: Sentence, { start }: TextFigure): boolean =>
  /\b(?:in|over|during|for|of|within|across) (?:the|these|those)(?: \w+)? $/iu.test(text.slice(0, start));
/** Of "45 weeks, against a limit of 26" the second is of weeks too. */
const unitBefore = (sentence: Sentence, figure: TextFigure): TextFigure["measure"] | undefined =>
  figure.measure === "number" && goalBefore.test(sentence.text.slice(0, figure.start))
    ? sentence.figures.findLast((one) => one.end <= figure.start && isElliptic(sentence, figure, one.measure) && !isStretch(sentence, one))
        ?.measure
    : undefined;
const measureOf = (sentence: Sentence, figure: TextFigure): TextFigure["measure"] =>
  figure.denominator !== null && figure.form !== "fraction" ? "percent" : (unitBefore(sentence, figure) ?? figure.measure);
const percentOf = (figure: TextFigure): number => (100 * (figure.numerator ?? 0)) / (figure.denominator ?? 1);
const place = (sentence: Sentence, figure: TextFigure): Placed => ({
  sentence,
  figure,
  value: figure.denominator === null || figure.form === "fraction" ? figure.value : percentOf(figure),
  measure: measureOf(sentence, figure),
});

/** "The target was missed: 93%", "the 95% target: 91.7%": the goal that is named is none of the number. */
const judged = /\b(?:met|missed|achieved|exceeded|reached|breached|kept|hit|respected)\b/iu;
const levelWord = /\b(?:rates?|averages?|figures?|proportion|percentage|share|mean|median)\b/iu;

/** The words on either side of a figure, as far as the next of its measure; a goal that follows the number before is not among them. */
function gapsOf(sentence: Sentence, figure: TextFigure): { before: string; after: string } {
  const alike = sentence.figures.filter((one) => measureOf(sentence, one) === measureOf(sentence, figure) && !isTerm(one, sentence));
  const start = alike.findLast((one) => one.end <= figure.start)?.end ?? 0;
  const end = alike.find((one) => one.start >= figure.end)?.start ?? sentence.text.length;
  const before = sentence.text.slice(start, figure.start);
  const taken = start > 0 ? (goalAfter.exec(before)?.[0].length ?? 0) : 0;
  return { before: before.slice(taken), after: sentence.text.slice(figure.end, end) };
}

const isGoal = (figure: TextFigure, before: string, after: string): boolean => {
  if (verdictBefore.test(before)) return false;
  const named = goalBefore.exec(before)?.[0];
  return (
    (figure.role === "target" && !judged.test(before)) ||
    (named !== undefined && !parted.test(named) && !judged.test(named)) ||
    goalAfter.test(after) ||
    wishedAfter.test(after) ||
    shouldAfter.test(after) ||
    (/\bthe $/iu.test(before) && askedAfter.test(after)) ||
    (lengths.includes(figure.measure) && setAfter.test(after))
  );
};
const isOfOthers = (figure: TextFigure, before: string, after: string): boolean => {
  const named = otherBefore.exec(before)?.[0];
  if (ownAfter.test(after)) return false;
  return (
    theirsAfter.test(after) ||
    figure.role === "comparator" ||
    (named !== undefined && !parted.test(named) && (levelWord.test(named) || !goalBefore.test(before))) ||
    otherAfter.test(after)
  );
};

/** "Stronger than the regional one": no number. */
export const isPronoun = ({ text }: Sentence, { start, text: printed }: TextFigure): boolean =>
  /^one$/iu.test(printed) &&
  /\b(?:regional|national|local|english|neighbouring|other|last|the|this|that|same) $/iu.test(text.slice(0, start));

/** Goals and figures of others that a sentence gives. */
export function referencesIn(sentence: Sentence): Reference[] {
  return sentence.figures
    .filter(({ valueHigh, role, isLimit }) => valueHigh === null && role !== "change" && !isLimit)
    .flatMap((figure): Reference[] => {
      const { before, after } = gapsOf(sentence, figure);
      if (isHeldTo(figure, before, after)) return [{ ...place(sentence, figure), kind: "goal" }];
      if (isTerm(figure, sentence) || isPronoun(sentence, figure)) return [];
      const kind = isOfOthers(figure, before, after) ? "other" : isGoal(figure, before, after) ? "goal" : null;
      // "Nine in ten" may be promised; "a third of the region" is a part of something.
      return kind === null || (figure.form === "fraction" && kind !== "goal") ? [] : [{ ...place(sentence, figure), kind }];
    });
}

const earlier =
  "(?:(?:last|previous|preceding|prior) (?:year|quarter|month|term|period)|(?:year|quarter|month|term) (?:before|earlier|ago))";
const earlierBefore = new RegExp(
  `^ (?:that of )?(?:the |our |its )?${earlier}(?:['’]s)?(?: (?:figure|rate|total|number|average|level))?(?: of)? ?$`,
  "iu",
);
const earlierAfter = new RegExp(`^ (?:[a-z]+ ){0,3}?(?:of |in |for |at )?(?:the |a )?${earlier}\\b`, "iu");

/** The level that words set a figure beside by name ("the 71% of last year") or by count ("fewer than the seven who left"). */
export function namedAfter(sentence: Sentence, figure: TextFigure, between: string): Reference | null {
  const { after } = gapsOf(sentence, figure);
  const isEarlier = earlierBefore.test(between) || (/^ (?:the|our|its)? ?$/u.test(between) && earlierAfter.test(after));
  const isCounted = /^ (?:the|our) $/u.test(between) && figure.measure === "number";
  return (isEarlier || isCounted) && isSingle(figure) ? { ...place(sentence, figure), kind: isEarlier ? "earlier" : "other" } : null;
}

/** "90 would have been 95.7%": no level that there was. */
const supposed = /\b(?:would|could|if|forecast|projected|planned|expected(?! (?:progress|standards?|levels?|outcomes?))|budget)\b/iu;

function isSupposed(sentence: Sentence, figure: TextFigure): boolean {
  const { before, after } = gapsOf(sentence, figure);
  return supposed.test(before.slice(-60)) || /^(?: \w+){0,2} (?:would|could)\b/iu.test(after);
}

/** Levels of the authority of the time that a sentence speaks of; of a share and its percentage, the percentage. */
export function ownLevelsIn(sentence: Sentence): Placed[] {
  const references = new Set(referencesIn(sentence).map(({ figure }) => figure));
  const all = sentence.figures.filter(
    (figure) =>
      !references.has(figure) &&
      (["level", "target"].includes(figure.role) || isOursAfter(sentence, figure)) &&
      !isTerm(figure, sentence) &&
      !isSupposed(sentence, figure) &&
      !/^ short of\b/iu.test(sentence.text.slice(figure.end)) &&
      figure.valueHigh === null &&
      (isSingle(figure) || figure.form !== "fraction"),
  );
  const now = all.filter((figure) => figure.when !== "then" && !isOfEarlier(sentence, figure));
  const levels = now.length > 0 ? now : all;
  const percents = levels.filter((figure) => figure.measure === "percent" && figure.denominator === null);
  return levels.filter((figure) => figure.denominator === null || percents.length === 0).map((figure) => place(sentence, figure));
}

/** "61 per 10,000 … the 58 of our neighbours": the unit stands once. */
export const isAlike = (a: Placed, b: Placed): boolean =>
  (a.measure === b.measure && a.measure !== "number") ||
  ([a, b].every(({ measure }) => ["rate_per_10k", "number"].includes(measure)) &&
    Math.max(a.value, b.value) <= 3 * Math.min(a.value, b.value));
/** "An average caseload of 20.3", "19 on average". */
export const isAverage = ({ figure, sentence }: Placed): boolean =>
  /\b(?:average|averag\w+|mean)\b[^{};.]{0,30}$/iu.test(sentence.text.slice(0, figure.start)) ||
  /^ (?:\w+ )?on average\b/iu.test(sentence.text.slice(figure.end));

const ceilingBefore = new RegExp(
  `\\b(?:no (?:more|longer|higher) than|at most|maximum|ceiling|limit|cap|not (?:to )?exceed|${goalNoun} (?:of|is|was|set at|to be) (?:under|below|less than|fewer than))\\b[^{};.]{0,45}$`,
  "iu",
);
const ceilingAfter = /^ (?:\w+ )?(?:or (?:fewer|less|under|below)|ceiling|limit|maximum|cap)\b/iu;
const floorBefore = /\b(?:at least|minimum|no (?:less|fewer|lower) than)\b[^{};.]{0,30}$/iu;
const floorAfter = /^ (?:\w+ )?(?:or (?:more|above|over|better|higher)|minimum)\b/iu;
const stays = /\b(?:last(?:ed|s)|stay(?:ed|s)?|lived|remained)\b/iu;
const adverse =
  /\b(?:not|late|overdue|outside|missed|waiting|without|absen\w+|missing|vacan\w+|agency|turnover|moves?|breakdowns?|disrupt\w*|repeat|re-?\w+rals?|exclu\w+|suspen\w+|offend\w*|conviction\w*)\b/iu;
/** Words of a verdict, which are none of what is measured. */
const verdict =
  /\b(?:not (?:been |be )?(?:met|meet|achieved?|reach(?:ed)?|hit|kept|keep)|missed|misses|miss(?= it\b)|(?:do|does|did) not compare)\b/giu;
/** Those who are to be won, and what is to be opened, there cannot be too many of. */
const recruits =
  /\b(?:(?:new|more|extra|additional) (?:\w+ )?(?:carers|adopters|households|families|homes|places|mentors|visitors|volunteers|apprentices\w*)|recruit\w*|approv\w*|adopters|apprenticeships)\b/iu;
/** Goals this high, in percent, are set for what is wanted. */
const high = 60;
/** What more than half have, here and elsewhere, and what can be better or worse, is what they should have, unless its words say that it went wrong. */
const most = 50;

/** The side on which the one row of a table that prints both figures is good; "none" without it. */
function ofTheirRow({ grids }: Reading, ...placed: readonly Placed[]): Polarity {
  const [row, ...more] = grids
    .flatMap(({ rows }) => rows)
    .filter(({ cells }) => placed.every(({ value }) => cells.some((cell) => cell.value === value)));
  return row && more.length === 0 ? polarityOf(row.label) : "none";
}

/** Whether a figure is good above or below what it is set beside. */
export function goodSide(reading: Reading, own: Placed, other: Reference): Polarity {
  const printed = ofTheirRow(reading, own, other);
  if (printed !== "none") return printed;
  const { text } = other.sentence;
  const [before, after] = [text.slice(0, other.figure.start), text.slice(other.figure.end)];
  if (other.kind === "goal" && (ceilingBefore.test(before) || ceilingAfter.test(after))) return "low";
  if (other.kind === "goal" && (floorBefore.test(before) || floorAfter.test(after))) return "high";
  if (lengths.includes(own.measure)) return stays.test(own.sentence.text) ? "none" : "low";
  const [mine, theirs] = [own.sentence.text, text].map((each) => each.replace(verdict, ""));
  const percent = own.measure === "percent" ? own.value : null;
  const told =
    [sideOf(reading, own.sentence, mine ?? "", percent), polarityOf(theirs ?? "", percent)].find((side) => side !== "none") ?? "none";
  if (told === "none" && other.kind === "goal" && own.measure === "number" && recruits.test(clauseOf(own.sentence, own.figure)))
    return "high";
  if (told !== "none" || own.measure !== "percent") return told;
  if (other.kind === "goal") return other.value < high || adverse.test(`${mine} ${theirs}`) ? "none" : "high";
  return Math.min(own.value, other.value) < most || isAdverse(`${mine} ${theirs}`) ? "none" : "high";
}
