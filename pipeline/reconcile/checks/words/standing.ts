import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { saysNotAlike } from "../../reading/disclosed.ts";
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
import {
  denied,
  ofElse,
  ofTime,
  some,
  ofOther,
  scoped,
  appliesTo,
  ofTimeOnly,
  lead,
  restricts,
  recalls,
  tellsOf,
  ofOneTime,
} from "../../vocabulary/claim-limits.ts";
import { goals, isPraise, standings, stands, type StandingWords } from "../../vocabulary/standings.ts";
import { whoIn } from "../../vocabulary/others.ts";
import { wordings } from "../../vocabulary/patterns.ts";
import { topicOf } from "../../vocabulary/topics.ts";

/** How many sentences before a claim its figures may stand. */
const reach = 2;
/** "Missed in the quarter but met for the year": two verdicts of one sentence are on two things. */
const saysBoth = ({ text }: Sentence): boolean =>
  /\b(?:met|achieved|reached|hit)\b/iu.test(text.replace(/\bnot (?:been |be )?(?:met|achieved|reached|hit)\b/giu, "missed")) &&
  /\b(?:missed|not (?:been |be )?(?:met|achieved|reached|hit)|failed|but not)\b/iu.test(text);
/** "Timeliness exceeds our target. In 2012/13 it was 88.6%, against a target of 95%": both figures follow a claim that has none. */
function isBorneOut(sentence: Sentence, next: Sentence): boolean {
  const [topic, told] = [topicOf(sentence.text), topicOf(next.text)];
  return (
    sentence.figures.length === 0 &&
    sentence.periods.length === 0 &&
    !ofOneTime.test(sentence.text) &&
    (goals.test(sentence.text) || isPraise.test(sentence.text)) &&
    topic !== null &&
    (told === null || told.name === topic.name || told.name === "completion on time") &&
    next.figures.filter(({ measure, role }) => measure === "percent" && role !== "target").length === 1 &&
    referencesIn(next).filter(({ kind }) => kind === "goal").length === 1
  );
}

type Claim = StandingWords & { word: string; at: number; end: number };

function claimsIn(sentence: Sentence): Claim[] {
  return standings
    .flatMap((each): Claim[] => {
      const match = each.words.exec(sentence.text);
      if (!match || denied.test(sentence.text.slice(0, match.index))) return [];
      if (!/^(?:the|ours?|we)\b/iu.test(match[0].trim()) && restricts.test(sentence.text.slice(0, match.index))) return [];
      return [{ ...each, word: match[0].trim(), at: match.index, end: match.index + match[0].length }];
    })
    .filter((claim, index, all) => !all.some((one, earlier) => earlier < index && one.at <= claim.at && one.end >= claim.at));
}

const only = <T>(list: readonly T[]): T | null => (list.length === 1 ? (list[0] ?? null) : null);
/** The one of a list, though it may be told twice. */
const onlyValue = <T extends { value: number }>(list: readonly T[]): T | null =>
  new Set(list.map(({ value }) => value)).size === 1 ? (list[0] ?? null) : null;

/** What the words set their figure beside: the number right behind them, or the only one near that can be meant. */
function referenceOf(claim: Claim, sentence: Sentence, window: readonly Sentence[]): Reference | null {
  const here = referencesIn(sentence);
  const next = sentence.figures.find(
    (figure) => figure.start >= claim.end && !figure.isLimit && !isOursAfter(sentence, figure) && !isPronoun(sentence, figure),
  );
  const between = sentence.text.slice(claim.end, next?.start ?? sentence.text.length);
  if (claim.leaning === "behind") {
    const level = next && ["above", "below", "alike"].includes(claim.standing) ? namedAfter(sentence, next, between) : null;
    if (level || ofTime.test(between)) return level;
    const behind =
      next && between.length < 90 && !/[;.]|, | (?:and|but|who|which|while|than) /u.test(between)
        ? here.find(({ figure }) => figure === next)
        : undefined;
    if (behind) return behind;
    const words = between.split(/[,;.]| and | but | who | which | while /u)[0] ?? "";
    const kind = goals.test(words)
      ? "goal"
      : whoIn(words).length === 1 || /^ ?(?:theirs|those|them|this|that)\b/iu.test(words)
        ? "other"
        : null;
    return kind === null ? null : nearest(window, kind);
  }
  return nearest(window, claim.beside ?? (["better", "worse"].includes(claim.standing) ? "other" : "goal"));
}

/** The only reference of its kind in the sentence, or in those around it. */
function nearest(window: readonly Sentence[], kind: Reference["kind"]): Reference | null {
  for (const sentence of window) {
    const found = referencesIn(sentence).filter((one) => one.kind === kind);
    if (found.length > 0) return onlyValue(found);
  }
  return null;
}

/** The figure that the words speak of: the last before them, the only one of the sentence, or of the nearest sentence that has any. */
function ownOf(claim: Claim, sentence: Sentence, window: readonly Sentence[], other: Reference): Placed | null {
  for (const one of window) {
    const own = ownLevelsIn(one).filter(
      (placed) =>
        placed.figure !== other.figure &&
        isAlike(placed, other) &&
        placed.figure.qualifier === "exact" &&
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

/** "Better than neighbours (11.4%) and better than our own 12.2% of last year": a second one that the claim is made of. */
const isSetBeside = (figure: Placed["figure"], claim: Claim, { text }: Sentence): boolean =>
  figure.start >= claim.end &&
  /\b(?:than|as|against|compared (?:with|to)) (?:[\p{L}’']+ ){0,4}$/iu.test(text.slice(claim.end, figure.start));

/** The words between a number and the claim leave it the subject of nothing else: "seven workers hold more than the 15 cases". */
const isTold = (figure: Placed["figure"], claim: Claim, { text }: Sentence): boolean => {
  const between = text.slice(figure.end, claim.at);
  return between.trim() === "" || tellsOf.test(between);
};

const isOf = (claim: string, own: string): boolean => {
  const [said, told] = [topicOf(claim), topicOf(own)];
  return said === null || told === null || said.name === told.name || [said.name, told.name].includes("completion on time");
};

/** "Better than neighbours (82% against 86%)", "than that of neighbours, at 82% compared with 86%": behind a stop, the authority's own comes first. */
const pair =
  /^[^{}()]{0,60}(?:\(|[,:] (?:at |with |by )?|[–-] )\{[PRCD](\d+)\}(?: here)?,? (?:against|compared (?:with|to)|versus|vs\.?|to|beside) (?:their |theirs at )?\{[PRCD](\d+)\}(?! (?:last|the previous|a year|the year|in the previous))/u;

/** What a claim sets beside what: "better than neighbours (82% against 86%)" tells its own two. */
function sidesOf(claim: Claim, sentence: Sentence, window: readonly Sentence[]): { own: Placed; other: Reference } | null {
  const [, mine, theirs] = pair.exec(sentence.skeleton.slice(sentence.skeleton.indexOf(claim.word) + claim.word.length)) ?? [];
  const [a, b] = [mine, theirs].map((name) => (name === undefined ? undefined : sentence.figures[Number(name)]));
  if (a && b && a.measure === b.measure && sentence.skeleton.includes(claim.word))
    return {
      own: { figure: a, sentence, value: a.value, measure: a.measure },
      other: { figure: b, sentence, value: b.value, measure: b.measure, kind: "other" },
    };
  const other = referenceOf(claim, sentence, window);
  const own = other && ownOf(claim, sentence, window, other);
  return other && own ? { own, other } : null;
}

function report(reading: Reading, sentence: Sentence, passage: readonly Sentence[]): Finding[] {
  const claims = claimsIn(sentence);
  if (claims.length === 0 || /\brespectively\b/iu.test(sentence.text)) return [];
  const next = passage[sentence.number + 1];
  const follows = next !== undefined && isBorneOut(sentence, next);
  const window = follows
    ? [sentence, next]
    : [
        sentence,
        ...passage.slice(Math.max(0, sentence.number - reach), sentence.number).reverse(),
        ...(next && lead.test(next.text) ? [next] : []),
      ];
  return claims
    .flatMap((claim): Finding[] => {
      if (claim.leaning !== "behind" && (scoped.test(sentence.text.slice(claim.end)) || saysBoth(sentence))) return [];
      const sides = sidesOf(claim, sentence, window);
      if (!sides) return [];
      const { own, other } = sides;
      // A goal is of its own measure, whatever else the text does not compare.
      if (other.kind !== "goal" && saysNotAlike(reading, sentence.block)) return [];
      if (ofTimeOnly.test(claim.word) && own.measure === "number") return [];
      if (own.sentence !== other.sentence && appliesTo.test(other.sentence.text)) return [];
      if (own.figure === other.figure || !isOf(sentence.text, own.sentence.text) || !isOf(own.sentence.text, other.sentence.text))
        return [];
      const before = sentence.text.slice(0, claim.at);
      if (own.sentence !== sentence && (ofOther.test(claim.beside ? clauseBefore(before) : before) || saysOfSome(claim, sentence, other)))
        return [];
      if (["above", "below"].includes(claim.standing) && isPastClause(claim, own, sentence) && isAttribute(before)) return [];
      if (claim.beside && /\b(?:for|in|among|of|at)\b/iu.test(clauseBefore(before))) return [];
      if (claim.standing === "praised" && !isPraised(claim, sentence, own)) return [];
      if (stands(claim.standing, own.value, other.value, goodSide(reading, own, other)) !== false) return [];
      const word = claim.word.split(" ").slice(0, 5).join(" ");
      const quoted = window
        .filter((one) => one === sentence || one === own.sentence || one === other.sentence)
        .sort((a, b) => a.number - b.number);
      return oneFinding(reading, {
        kind: "conflict",
        severity: "warning",
        stated: `"${claim.word}": ${own.figure.text} beside ${other.figure.text}`,
        place: sentence.place,
        quote: quoted.map(({ text }) => text).join(" "),
        heading: `"${word}" beside ${own.figure.text} against ${other.figure.text}`,
        message: `The text says "${claim.word}", but ${own.figure.text} is ${own.value > other.value ? "above" : own.value < other.value ? "below" : "equal to"} the ${other.figure.text} it is set against.`,
      });
    })
    .slice(0, 1);
}

/** The last clause of what stands before a claim. */
const clauseBefore = (before: string): string => before.split(/[;:,]|\b(?:and|but|so|while)\b/u).at(-1) ?? "";

/** "Only the two longest were above the limit of 40 days": the claim counts some. */
function saysOfSome(claim: Claim, sentence: Sentence, other: Reference): boolean {
  const clause = clauseBefore(sentence.text.slice(0, claim.at));
  const counts = sentence.figures.some(
    (figure) =>
      figure !== other.figure && figure.measure === "number" && figure.start >= claim.at - clause.length && figure.end <= claim.at,
  );
  return counts || some.test(clause);
}

/** "Assessments above the limit were match funded": which ones are meant, in a clause behind that of the figure. */
const isAttribute = (before: string): boolean =>
  /^\W*(?:(?:and|but|so|where|while|any|some|all|the|those|these|other|only) )*(?:[a-z-]+ ){0,3}[a-z-]+s $/iu.test(clauseBefore(before)) &&
  !/\b(?:is|are|was|were|has|have|had|stands?|remains?|stood|rises?|costs|lies|takes|lasts)\b/iu.test(clauseBefore(before));
const isPastClause = (claim: Claim, own: Placed, sentence: Sentence): boolean =>
  own.sentence === sentence && own.figure.end <= claim.at - clauseBefore(sentence.text.slice(0, claim.at)).length;

const results = wordings`timeliness|promptness|performance|completion|coverage|take-?up|compliance|results?|(?:rate|figure|outcome|this|these|it|which)(?=\s*$)`;

/** Praise is of the figure when it stands in the same clause, names its topic or points back. */
function isPraised(claim: Claim, sentence: Sentence, own: Placed): boolean {
  const clause = clauseBefore(sentence.text.slice(0, claim.at));
  if (ofElse.test(clause) || ofElse.test(sentence.text.slice(claim.end, claim.end + 25))) return false;
  const topic = topicOf(own.sentence.text);
  return (
    (own.sentence === sentence && (own.figure.end > claim.at - clause.length || clause.trim() === "")) ||
    (topic !== null && isOf(sentence.text, own.sentence.text) && topicOf(sentence.text) !== null && !/\bof\b/iu.test(clause)) ||
    results.test(clause) ||
    /performance$/iu.test(claim.word)
  );
}

export const standing = perSentence("conflict", "Words for how a figure stands to a target or to others", report);
