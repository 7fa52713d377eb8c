import type { Finding } from "../../../model/finding.ts";
import { parsePeriod } from "../../../model/period.ts";
import { perSentence } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { aroundClaim, type Around } from "../../reading/around-claim.ts";
import { saysNotAlike } from "../../reading/disclosed.ts";
import { isAttribute, isOf, isPastClause, isPraised, isSetBeside, isTold, saysOfSome } from "../../reading/claimed-of.ts";
import { claimsIn, clauseBefore, type Claim } from "../../reading/claims.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import {
  goodSide,
  isAlike,
  isAverage,
  isOursAfter,
  isPronoun,
  namedAfter,
  ownLevelsIn,
  referencesIn,
  type Placed,
  type Reference,
} from "../../reading/standing.ts";
import { ofEach, ofTime, ofOther, scoped, appliesTo, ofShareOnly, ofTimeOnly, ofPart, recalls } from "../../vocabulary/claim-limits.ts";
import { mayBeOfOneAge } from "../../vocabulary/ages.ts";
import { goals } from "../../vocabulary/goals.ts";
import { stands } from "../../reading/stands.ts";
import { whoIn } from "../../vocabulary/others.ts";

/** "Missed in the quarter but met for the year": two verdicts of one sentence are on two things. */
const saysBoth = ({ text }: Sentence): boolean =>
  /\b(?:met|achieved|reached|hit)\b/iu.test(text.replace(/\bnot (?:been |be )?(?:met|achieved|reached|hit)\b/giu, "missed")) &&
  /\b(?:missed|not (?:been |be )?(?:met|achieved|reached|hit)|failed|but not)\b/iu.test(text);

const only = <T>(list: readonly T[]): T | null => (list.length === 1 ? (list[0] ?? null) : null);
/** The one of a list, though it may be told twice. */
const onlyValue = <T extends { value: number }>(list: readonly T[]): T | null =>
  new Set(list.map(({ value }) => value)).size === 1 ? (list[0] ?? null) : null;

const ofItsOwn = /^ ?(?:on|for|among|about) (?!(?:this|that|these|those|both|all|average|balance|the (?:whole|same))\b)/iu;
const isComparison = ({ standing }: Claim): boolean => ["better", "worse"].includes(standing);

/** What the words set their figure beside: the number right behind them, or the only one near that can be meant. */
function referenceOf(claim: Claim, sentence: Sentence, window: readonly Sentence[]): Reference | null {
  const here = referencesIn(sentence);
  const next = sentence.figures.find(
    (figure) => figure.start >= claim.end && !figure.isLimit && !isOursAfter(sentence, figure) && !isPronoun(sentence, figure),
  );
  const between = sentence.text.slice(claim.end, next?.start ?? sentence.text.length);
  if (claim.leaning === "behind") {
    const named = next ? namedAfter(sentence, next, between) : null;
    const level = isComparison(claim) && named?.kind !== "earlier" ? null : named;
    if (level || ofTime.test(between)) return level;
    const behind =
      next && between.length < 90 && !/[;.]|, | (?:and|but|who|which|while|than) /u.test(between)
        ? here.find(({ figure }) => figure === next)
        : undefined;
    if (behind) return behind;
    const words = between.split(/[,;.]| and | but | who | which | while /u)[0] ?? "";
    if (/^ ?(?:it|this|that)$/iu.test(words)) return pointedAt(claim, sentence, window);
    // "A lower rate than ours": that of others is told before.
    if (claim.isOfOthers) return nearest(window, "other");
    const kind = goals.test(words)
      ? "goal"
      : whoIn(words).length === 1 || /^ ?(?:theirs|those|them|this|that)\b/iu.test(words)
        ? "other"
        : null;
    return kind === null ? null : nearest(window, kind);
  }
  const beside = nearest(window, claim.beside ?? (isComparison(claim) ? "other" : "goal"));
  return beside ?? (claim.isOfOthers ? onlyLevel(sentence) : null);
}

/** "England performed better at 21.9%": the one number of a sentence that speaks of others. */
function onlyLevel(sentence: Sentence): Reference | null {
  const one = only(ownLevelsIn(sentence));
  return one && one.measure !== "number" ? { ...one, kind: "other" } : null;
}

/** "England's figure was 56%, so the borough is above it": the one that was told last. */
function pointedAt(claim: Claim, sentence: Sentence, window: readonly Sentence[]): Reference | null {
  // "It was then slightly above it", "to seven points above it": of another time, or by how much.
  if (ofThatTime.test(sentence.text) || /\bpoints? $/iu.test(sentence.text.slice(0, claim.at))) return null;
  for (const one of window) {
    const found = referencesIn(one).filter(({ figure }) => one !== sentence || figure.end <= claim.at);
    // Above so many are some of those who are counted, and not their number.
    const isTold = sentence.figures.some(
      ({ start, measure }) => start >= claim.end && found.some(({ figure }) => figure.measure === measure),
    );
    // "By the end of the year it was above it, at 96%" tells its own.
    if (isTold) return null;
    if (found.length > 0) return onlyValue(found.filter(({ measure, figure }) => measure !== "number" || figure.decimals > 0));
  }
  return null;
}

const ofThatTime = /\b(?:then|at (?:the|that) (?:time|date|point)|(?:in )?that year|that day)\b/iu;

/** The only reference of its kind in the sentence, or in those around it. */
function nearest(window: readonly Sentence[], kind: Reference["kind"]): Reference | null {
  for (const sentence of window) {
    const found = referencesIn(sentence).filter((one) => one.kind === kind);
    if (found.length > 0) return onlyValue(found);
  }
  return null;
}

/** How many sentences before the level of a time before that of now may stand. */
const farthestNow = 3;

/** "The figure in 2023/24 was 85.4%", "a year earlier it was 77%", behind or before the level of now: a claim of now is not of it. */
function isPassed({ figure, sentence, measure }: Placed, passage: readonly Sentence[]): boolean {
  if (opensEarlier.test(sentence.text.slice(0, figure.start)) || isStartOfChange(sentence, figure)) return true;
  const isLater = (one: Placed): boolean =>
    one.measure === measure &&
    ((figure.day !== "" && one.figure.day > figure.day) || (figure.when === "then" && one.figure.when !== "then"));
  return passage.slice(Math.max(0, sentence.number - farthestNow)).some((one) => one !== sentence && ownLevelsIn(one).some(isLater));
}
/** "In 2015/16 the figure was 71.7%, so there has been a rise of 11.3 points": what was moved on from. */
function isStartOfChange({ text, figures, periods }: Sentence, figure: Placed["figure"]): boolean {
  const change = figures.find(({ role, start }) => role === "change" && start >= figure.end);
  return (
    change !== undefined &&
    periods.some(({ end }) => end <= figure.start) &&
    /\b(?:was|were|had been|stood at) (?:only |just )?$/iu.test(text.slice(0, figure.start)) &&
    /[,;] (?:so|which means|that means|meaning)\b/iu.test(text.slice(figure.end, change.start))
  );
}
const opensEarlier =
  /^(?:the (?:figure|rate|result|level|share|number|percentage) )?(?:in |for |at )?(?:an? |the |one )?(?:last year|(?:previous|prior|preceding) (?:year|quarter|month)|(?:year|quarter|month) (?:before|earlier|ago|previously)),? (?:it |the (?:figure|rate|result|level) |this )?(?:was|were|stood at|had been) $/iu;

/** The figure that the words speak of: the last before them, the only one of the sentence, or of the nearest sentence that has any. */
function ownOf(claim: Claim, sentence: Sentence, { window, farther, passage }: Around, other: Reference): Placed | null {
  for (const one of other.sentence === sentence ? [...window, ...farther] : window) {
    const own = ownLevelsIn(one).filter(
      (placed) =>
        placed.figure !== other.figure &&
        isAlike(placed, other) &&
        placed.figure.qualifier === "exact" &&
        (one === sentence || !isPassed(placed, passage)) &&
        (one !== sentence || (placed.figure.when !== "then" && !isSetBeside(placed.figure, claim, sentence))),
    );
    if (one === sentence) {
      const before = own.filter(
        ({ figure }) => figure.end <= claim.at && (other.kind !== "other" || other.measure !== "number" || isTold(figure, claim, sentence)),
      );
      if (claim.leaning === "behind" && before.length > 0) return before.at(-1) ?? null;
      // A number of its own that is no level of now leaves open what the words speak of.
      const rest = one.figures.filter((figure) => figure.measure === other.measure && figure !== other.figure && figure.role === "earlier");
      if (own.length === 0 && rest.length > 0) return null;
    }
    if (one !== sentence && recalls.test(one.text)) return null;
    if (own.length > 1 && other.measure === "number") return only(own.filter(isAverage));
    if (own.length > 0) return only(own);
  }
  return null;
}

/** "Better than neighbours (82% against 86%)", "than that of neighbours, at 82% compared with 86%": behind a stop, the authority's own comes first. */
const pair =
  /^[^{}()]{0,60}(?:\(|[,:] (?:at |with |by )?|[–-] )\{[PRCD](\d+)\}(?: here)?,? (?:against|compared (?:with|to)|versus|vs\.?|to|beside) (?:their |theirs at )?\{[PRCD](\d+)\}(?! (?:last|the previous|a year|the year|in the previous))/u;

/** What a claim sets beside what: "better than neighbours (82% against 86%)" tells its own two. */
function sidesOf(claim: Claim, sentence: Sentence, around: Around): { own: Placed; other: Reference } | null {
  const [, mine, theirs] = pair.exec(sentence.skeleton.slice(sentence.skeleton.indexOf(claim.word) + claim.word.length)) ?? [];
  const [a, b] = [mine, theirs].map((name) => (name === undefined ? undefined : sentence.figures[Number(name)]));
  if (a && b && a.measure === b.measure && sentence.skeleton.includes(claim.word))
    return {
      own: { figure: a, sentence, value: a.value, measure: a.measure },
      other: { figure: b, sentence, value: b.value, measure: b.measure, kind: "other" },
    };
  const other = referenceOf(claim, sentence, around.window);
  const own = other && ownOf(claim, sentence, around, other);
  return other && own ? { own, other } : null;
}

/** "6 points", whether it says percentage points or not. */
const isGap = ({ figure, sentence, measure }: Placed): boolean =>
  measure === "points" || /^ points?\b/iu.test(sentence.text.slice(figure.end));
/** "In 2020-21 we were below them", behind a figure of the year after. */
function isOfAnotherTime(own: Placed, claim: Claim, { text, periods }: Sentence): boolean {
  const time = periods.findLast(({ end, relative }) => end <= claim.at && !relative && !text.slice(end, claim.at).includes(";"));
  const day = parsePeriod(time?.period ?? "")?.end;
  return own.sentence.text !== text && own.figure.day !== "" && day !== undefined && day !== own.figure.day;
}

function report(reading: Reading, sentence: Sentence, passage: readonly Sentence[]): Finding[] {
  const claims = claimsIn(sentence);
  if (claims.length === 0 || /\brespectively\b/iu.test(sentence.text)) return [];
  const around = aroundClaim(reading, sentence, passage);
  return claims
    .flatMap((claim): Finding[] => {
      if (claim.leaning !== "behind" && (scoped.test(sentence.text.slice(claim.end)) || saysBoth(sentence))) return [];
      const sides = sidesOf(claim, sentence, around);
      if (!sides) return [];
      const { own, other } = sides;
      // A goal is of its own measure, whatever else the text does not compare.
      if (other.kind !== "goal" && saysNotAlike(reading, sentence.block)) return [];
      // "6 points short of the target, though two points better": by how much, and no levels.
      if (isGap(own) || isGap(other) || isOfAnotherTime(own, claim, sentence)) return [];
      if (ofTimeOnly.test(claim.word) && own.measure === "number") return [];
      if (ofShareOnly.test(claim.word) && own.measure !== "percent") return [];
      if (claim.of === "time" && ofPart.test(clauseBefore(sentence.text.slice(0, claim.at)))) return [];
      if (claim.of === "time" && !["days", "weeks", "months", "years"].includes(own.measure)) return [];
      if (
        own.sentence !== other.sentence &&
        (appliesTo.test(other.sentence.text) || !mayBeOfOneAge(own.sentence.text, other.sentence.text))
      )
        return [];
      if (own.figure === other.figure || !isOf(sentence.text, own.sentence.text) || !isOf(own.sentence.text, other.sentence.text))
        return [];
      const before = sentence.text.slice(0, claim.at);
      const isElse = !claim.isOfOthers && ofOther.test(claim.beside ? clauseBefore(before) : before);
      if (own.sentence !== sentence && (isElse || saysOfSome(claim, sentence, other))) return [];
      // "On the speed of replies we lag behind": of something that the figures before do not tell.
      if (own.sentence !== sentence && claim.leaning === "near" && isComparison(claim) && ofItsOwn.test(clauseBefore(before))) return [];
      if (claim.standing === "missed" && own.measure !== "percent" && ofEach.test(other.sentence.text)) return [];
      if (["above", "below"].includes(claim.standing) && isPastClause(claim, own, sentence) && isAttribute(before)) return [];
      if (claim.beside && claim.by !== "others" && /\b(?:for|in|among|of|at)\b/iu.test(clauseBefore(before))) return [];
      if (claim.standing === "praised" && !isPraised(claim, sentence, own)) return [];
      // "England did better" claims of the figure of England what is otherwise claimed of the authority's own.
      const [said, beside] = claim.isOfOthers && other.kind === "other" ? [other, own] : [own, other];
      if (
        stands(claim.standing, said.value, beside.value, goodSide(reading, own, other), {
          isGoal: other.kind === "goal",
          isShare: own.measure === "percent",
        }) !== false
      )
        return [];
      const word = claim.word.split(" ").slice(0, 5).join(" ");
      const quoted = [...around.window, ...around.farther]
        .filter((one) => one === sentence || one === own.sentence || one === other.sentence)
        .sort((a, b) => a.block.index - b.block.index || a.number - b.number);
      return oneFinding(reading, {
        kind: "conflict",
        severity: "warning",
        stated: `"${claim.word}": ${said.figure.text} beside ${beside.figure.text}`,
        place: sentence.place,
        quote: quoted.map(({ text }) => text).join(" "),
        heading: `"${word}" beside ${said.figure.text} against ${beside.figure.text}`,
        message: `The text says "${claim.word}", but ${said.figure.text} is ${said.value > beside.value ? "above" : said.value < beside.value ? "below" : "equal to"} the ${beside.figure.text} it is set against.`,
      });
    })
    .slice(0, 1);
}

export const standing = perSentence("conflict", "Words for how a figure stands to a target or to others", report);
