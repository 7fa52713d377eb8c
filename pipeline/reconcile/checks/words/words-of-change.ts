import type { Finding } from "../../../model/finding.ts";
import { parsePeriod } from "../../../model/period.ts";
import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { isOwn } from "../../reading/figure.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { sideOf } from "../../reading/good-side.ts";
import { saidIn, type Said } from "../../reading/said.ts";
import { topicOf } from "../../vocabulary/topics.ts";
import { changes, changesOfTime, steady, unchanged } from "../../vocabulary/word-claims.ts";
import { falls, ofHolder, ofNumbers, ofShares, rises } from "../../vocabulary/change.ts";
import { whoIn } from "../../vocabulary/others.ts";
import { pairIn } from "../../reading/pairs.ts";
import { pattern } from "../../vocabulary/patterns.ts";

const negated = /\b(?:not|no longer|rather than|despite|target|expected|although|aim|will|should|if)\b/iu;
/** What is measured may have a "not" in its own name. */
const namedByNot = /\bnot (?:in (?:education|employment|training|work|suitable|touch|school)|on (?:a plan|time)|allocated|known|seen)\b/giu;
const nearly = /\b(?:almost|nearly|largely|broadly|virtually|statistically)\s+$/iu;
/** Figures this close may be called the same. */
const close = 1;
/** Figures may differ by this part of the earlier one and still be called steady. */
const roomOfSteady = 0.2;

const lengths = ["days", "weeks", "months"];
/** "Rose from 125 in the same months of last year to 103": the word that both figures hang on. */
const governing = new RegExp(
  `\\b(?:(?<up>${rises})|(?<down>${falls}))\\b[^{}.;]{0,30}?\\bfrom [^{}.;]{0,25}?\\{[PCMRD](?<at>\\d+)\\}(?:[^{}.;]|\\{D\\d+\\}){0,70}?\\bto `,
  "iu",
);

/** Where a sentence turns from one thing to another. */
const turns = /[;.] |,? \b(?:but|while|whilst|whereas|though|although|even though|yet)\b/giu;
/** A count of children and the like, as "more" and "fewer" have it where they open a sentence. */
const ofCounts = /^(?:more|fewer)$/iu;
const ofItsOwn = /\b(?:shares?|proportions?|percentages?|rates?|numbers?|figures?|average|costs?)\b/iu;

/** "Sickness has fallen, but 17.8% of posts were empty": a share of its own. */
const ofSomebody = /^\s*\{[PS]\d+\} of \p{L}/u;

type Two = { from: number; to: number; measure: string };

/** Two levels in one sentence: as a change, or each with its time. */
function levelsOf(sentence: Sentence): Two | null {
  const pair = pairIn(sentence);
  return pair && { from: pair.then.value, to: pair.now.value, measure: pair.now.measure };
}

/** One percentage and one time in each of two sentences ("78.9% in 2015/16 … . In 2014/15 the result was 86.2%"). */
function acrossSentences(sources: readonly Sentence[]): Two | null {
  const dated = sources.map((sentence) => {
    const percents = sentence.figures.filter(
      (figure) => figure.measure === "percent" && figure.valueHigh === null && figure.denominator === null && isOwn(figure),
    );
    const ends = sentence.periods.map((period) => (period.relative ? null : (parsePeriod(period.period)?.end ?? null)));
    return percents.length === 1 && ends.length === 1 && ends[0] ? { value: percents[0]!.value, end: ends[0] } : null;
  });
  const [a, b] = dated;
  if (dated.length !== 2 || !a || !b || a.end === b.end) return null;
  return { ...(a.end < b.end ? { from: a.value, to: b.value } : { from: b.value, to: a.value }), measure: "percent" };
}

/** The words near the figures, where a long sentence says more than one thing. */
function nearFigures({ claim, figures }: Said): string {
  if (claim !== figures.text) return claim;
  const first = figures.skeleton.indexOf("{");
  return figures.skeleton.slice(first < 130 ? 0 : first - 120, figures.skeleton.lastIndexOf("}") + 60);
}

/** The parts of a text between its turns, and where each begins. */
function partsOf(text: string): { at: number; text: string }[] {
  const starts = [0, ...[...text.matchAll(turns)].map((turn) => turn.index + turn[0].length)];
  return starts.map((at, index) => ({ at, text: text.slice(at, starts[index + 1] ?? text.length) }));
}

/** "Repeat demand has therefore fallen": drawn from the shares of its topic that were told before. */
const isDrawn = ({ claim, figures }: Said): boolean =>
  /\b(?:therefore|thus|hence|accordingly|consequently)\b/iu.test(claim) &&
  topicOf(claim) !== null &&
  topicOf(claim)?.name === topicOf(figures.text)?.name;

/** "More children …, but as a share the figure slipped": a word told of a number says nothing of a share, nor one of others anything of the authority. */
function isOfAnother(near: string, word: string, levels: Two, said: Said): boolean {
  const isApart = said.claim !== said.figures.text;
  if (isApart && isDrawn(said)) return false;
  const place = near.indexOf(word);
  const parts = partsOf(near);
  const part = parts.findLast(({ at }) => at <= place);
  const subject = part ? part.text.slice(0, place - part.at) : "";
  // "This is worse than we hoped, but morale has improved": behind a turn, of what is named there.
  if (isApart && part && part.at > 0 && subject.trim() !== "" && !ofTheFigures.test(subject)) return true;
  const holds = (text: string): boolean =>
    [...text.matchAll(/\{\w(\d+)\}/gu)].some((token) => said.figures.figures[Number(token[1])]?.measure === levels.measure);
  // "From 36 to 44, of a caseload that fell by 12": its levels are told before it.
  const end = place + word.length;
  if (
    !isApart &&
    holds(near.slice(0, place)) &&
    ofHolder.test(near.slice(0, end)) &&
    !/^ (?:steadily )?(?:from|to)\b/u.test(near.slice(end))
  )
    return true;
  if (part && !isApart && holds(part.text)) return false;
  const isOfShares = ofShares.test(subject);
  const isOfNumbers = ofCounts.test(word) || (ofNumbers.test(subject) && !isOfShares);
  if (levels.measure === "percent" ? isOfNumbers : levels.measure === "number" && isOfShares && !ofNumbers.test(subject)) return true;
  return !isApart && (whoIn(subject).length > 0 || parts.some(({ text }) => holds(text) && (ofItsOwn.test(text) || ofSomebody.test(text))));
}

const ofTheFigures = pattern`^(?:it|this|that|they|these|we|performance|(?:the|our|this) (?:figure|rate|share|number|position|picture|result|measure|level|average|trend)s?|has|have|is|was)\b`;
type Change = { kind: string; word: string };
const isVerdict = (kind: string): boolean => kind === "improving" || kind === "worsening";

/** "Improved, falling from 82% to 70%": a verdict right before the word that the figures hang on. */
const judgedBy = (near: string, at: number): Change[] => {
  const before = near.slice(Math.max(0, at - 20), at);
  return (["improving", "worsening"] as const).flatMap((kind) => {
    const said = changes[kind].exec(before);
    return said && /^[,:;]? ?(?:having |by )?$/u.test(before.slice(said.index + said[0].length)) ? [{ kind, word: said[0] }] : [];
  });
};

/** What the words say of the two figures: the one word that these hang on, or else all that stand near them. */
function changesIn(near: string, measure: string): Change[] {
  const governed = governing.exec(near);
  const word = governed?.groups?.["up"] ?? governed?.groups?.["down"];
  if (governed && word !== undefined)
    return [{ kind: governed.groups?.["up"] === undefined ? "falling" : "rising", word }, ...judgedBy(near, governed.index)];
  const all = [...Object.entries(changes), ...(lengths.includes(measure) ? Object.entries(changesOfTime) : [])].flatMap(
    ([kind, pattern]) => {
      const said = pattern.exec(near)?.[0];
      return said === undefined ? [] : [{ kind, word: said }];
    },
  );
  return all.length === 1 ? all : concludedFrom(near, all);
}
/** "Vacancies went up from 14% to 18%, so the position has improved": which way they went, and behind it what that is worth. */
function concludedFrom(near: string, all: readonly Change[]): Change[] {
  const [way, ...ways] = all.filter(({ kind }) => !isVerdict(kind));
  const [verdict, ...verdicts] = all.filter(({ kind }) => isVerdict(kind));
  if (!way || !verdict || ways.length + verdicts.length > 0) return [];
  const [from, to] = [near.indexOf(way.word) + way.word.length, near.indexOf(verdict.word)];
  return to > from && draws.test(near.slice(from, to)) ? [verdict] : [];
}
const draws =
  /[,;.] (?:and )?(?:so|thus|therefore|hence|which (?:means|shows|is)|this (?:is|means|shows)|meaning)\b(?! (?:some|others?|boys|girls)\b)[^,;.{}]{0,40}$/iu;

/** "Worse than 94.0% a year earlier, but better than in 2019/20": the year that the word names is not that of the earlier figure. */
const otherTime = /^ ?(?:\(|,)? ?(?:in |at |of |for )?(?:(?:a|one|the|last|the same) (?:year|quarter|month|time)|(?<year>(?:19|20)\d\d))/iu;
function namesAnotherYear(word: string, { figures }: Said, from: number): boolean {
  const year = /\b(?:19|20)\d\d/u.exec(word)?.[0];
  const earlier = figures.figures.find(({ value }) => value === from);
  const told = year === undefined || !earlier ? null : otherTime.exec(figures.text.slice(earlier.end));
  return told !== null && told.groups?.["year"] !== year;
}

/** "Increased from 80% to 72%", "improved from 90 to 84", "unchanged at 21%, compared with 25% last year". */
function report(reading: Reading, said: Said): Finding[] {
  const levels = levelsOf(said.figures) ?? acrossSentences(said.sources);
  if (!levels || levels.from === levels.to || negated.test(said.claim.replace(namedByNot, ""))) return [];
  // "78% in 2022, 81% in 2021. The number of children grew": what is told of a number is told of no share.
  // So is what is told of others where the figures are the authority's own.
  const isApart = said.claim !== said.figures.text;
  if (isApart && levels.measure === "percent" && ofNumbers.test(said.claim) && !isDrawn(said)) return [];
  if (isApart && whoIn(said.claim).some((one) => !whoIn(said.figures.text).includes(one))) return [];
  const near = nearFigures(said);
  const draft = { kind: "conflict", severity: "error", quote: said.quote, place: said.place } as const;
  const still = steady.exec(near);
  const unmoved = unchanged.exec(near) ?? still;
  const room = unmoved === still ? Math.max(roomOfSteady * levels.from, 5 * close) : Math.max(close, 0.02 * levels.from);
  const same = unmoved && !isOfAnother(near, unmoved[0], levels, said) ? unmoved : null;
  if (same && Math.abs(levels.to - levels.from) > room && !nearly.test(near.slice(0, same.index))) {
    return oneFinding(reading, {
      ...draft,
      stated: `${same[0]}; ${levels.from} and ${levels.to}`,
      heading: `"${same[0]}" beside ${levels.from} and ${levels.to}`,
      message: `The text says "${same[0]}", but its figures are ${levels.from} and then ${levels.to}.`,
    });
  }
  // "Checks from 74% to 81%; scores fell from 14.9 to 14.2": the word of another pair is none of this one.
  const governed = isApart ? undefined : governing.exec(near)?.groups?.["at"];
  if (governed !== undefined && said.figures.figures[Number(governed)]?.value !== levels.from) return [];
  const words = changesIn(near, levels.measure);
  if (words.some(({ word }) => isOfAnother(near, word, levels, said))) return [];
  const up = levels.to > levels.from;
  const source = said.sources[0] ?? said.figures;
  const good = sideOf(reading, source, `${said.figures.text} ${said.claim}`, levels.measure === "percent" ? levels.to : null);
  const better = good === "none" ? null : (good === "high") === up;
  const one = words.find(({ kind }) =>
    isVerdict(kind) ? better !== null && better !== (kind === "improving") : (kind === "rising") !== up,
  );
  if (!one || namesAnotherYear(one.word, said, levels.from)) return [];
  const valued = isVerdict(one.kind);
  return oneFinding(reading, {
    ...draft,
    stated: `${one.word} from ${levels.from} to ${levels.to}`,
    heading: `"${one.word}" beside a ${up ? "rise" : "fall"} from ${levels.from} to ${levels.to}`,
    message: `The text says "${one.word}", but its figures go ${up ? "up" : "down"}, from ${levels.from} to ${levels.to}${valued ? `, which is ${better ? "better" : "worse"} here` : ""}.`,
  });
}

export const wordsOfChange = perDocument("conflict", "Words for a change against the two figures", (reading) =>
  reading.passages.flatMap((passage) => saidIn(reading, passage).flatMap((said) => report(reading, said))),
);
