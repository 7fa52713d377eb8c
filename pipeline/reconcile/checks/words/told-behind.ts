import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { isOf } from "../../reading/claimed-of.ts";
import { saysNotAlike } from "../../reading/disclosed.ts";
import { isSingle, type TextFigure } from "../../reading/figure.ts";
import { sideOf } from "../../reading/good-side.ts";
import { figureAt, type Reading, type Sentence } from "../../reading/reading.ts";
import { mayBeOfOneAge } from "../../vocabulary/ages.ts";
import { contentWords, root, wordSet } from "../../vocabulary/names.ts";
import { whoIn } from "../../vocabulary/others.ts";
import { wordings } from "../../vocabulary/patterns.ts";
import { ofThem, someOf } from "../../vocabulary/restrictions.ts";
import { likely, standings } from "../../vocabulary/standings.ts";
import { stands } from "../../reading/stands.ts";
import { yearsIn } from "../../vocabulary/stretches.ts";

// "Fewer are out of work here than in the region: 7.1%, when the regional figure was 5.1%", "Pupils did better than others in the
// region. 33.6% reached the standard, and the regional figure was 37.9%": words first, and both figures behind them.

const comparisons = [
  ...likely,
  ...standings.filter(({ standing, leaning }) => leaning === "behind" && ["above", "below", "better", "worse"].includes(standing)),
];
/** What is claimed of some, of another time, or of what may be. */
const isElse = wordings`
  ${someOf}|${ofThem}|once|when|after|until|unless|if|not|no|never|neither|although|though|except|apart from|would|should|aims?|will|expected(?! (?:standard|level|progress))|used to|
  last|previous|gap|closer|reading|writing|mathematics|maths|boys|girls|primary|secondary`;
/** "The regional figure was", "in the region it was", "against 5.1% regionally": the second of the two is theirs. */
const isTheirs = (between: string, after: string): boolean =>
  whoIn(between).length === 1
    ? /\b(?:figure|rate|share|average|proportion|percentage|it|that|one|against|had|did|were|was|is|are)\b/iu.test(between)
    : whoIn(after).length === 1 || pointsToThem.test(after) || /\b(?:they|theirs)\b/iu.test(between);
/** "Against 66% for them": those whom the claim has named. */
const pointsToThem = /^ ?(?:(?:for|of|by|among) (?:them|theirs|others)|theirs|there|elsewhere)\b/iu;
/** How much may stand behind the second figure and still be told of it. */
const longestTail = 60;

/** The two shares or lengths of a text, the authority's own first and then theirs. */
function sidesIn({ text, figures }: Sentence, from: number): readonly [TextFigure, TextFigure] | null {
  const measures = ["percent", "days", "weeks", "months"] as const;
  const [measure, ...more] = measures.filter((one) => figures.some((figure) => figure.start >= from && figure.measure === one));
  const levels = figures.filter((figure) => figure.start >= from && figure.measure === measure);
  const [own, theirs, ...rest] = levels;
  if (measure === undefined || more.length > 0 || !own || !theirs || rest.length > 0) return null;
  if (
    levels.some(
      (figure) => !isSingle(figure) || figure.qualifier !== "exact" || figure.isLimit || ["change", "target"].includes(figure.role),
    )
  )
    return null;
  const [before, between, after] = [text.slice(from, own.start), text.slice(own.end, theirs.start), text.slice(theirs.end)];
  if (whoIn(before).length > 0 || after.length > longestTail || !isTheirs(between, after)) return null;
  return [own, theirs];
}

/** Words of a figure that say no more than whose and when it is. */
const neutral = wordSet(
  `the and for with that this these those there are was were is had has have them they our its when where which while here same date time day year years
   period months twelve january february march april may june july august september october november december quarter end
   figure figures rate rates share shares average proportion percentage level number per cent percent council authority county borough
   england english national nationally region regional regionally neighbours similar councils authorities comparators whole did were been went gone
   locally elsewhere others among both cohort academic school`,
);

/** "More likely to be in work (49%) than in similar areas (55%)": each share in brackets behind those it is of, the authority's own first. */
function bracketed(reading: Reading, sentence: Sentence): Finding[] {
  const match = inBrackets.exec(sentence.skeleton);
  const [own, theirs] = [match?.groups?.["own"], match?.groups?.["theirs"]].map((name) =>
    name === undefined ? undefined : figureAt(sentence, name),
  );
  const shares = sentence.figures.filter(({ measure }) => measure === "percent");
  const claimed = sentence.skeleton.replaceAll(/ ?\(\{P\d+\}\)|, \{P\d+\}(?=[,.;]|$)/gu, "");
  if (
    !own ||
    !theirs ||
    shares.length !== 2 ||
    ![own, theirs].every(isSingle) ||
    isElse.test(claimed) ||
    saysNotAlike(reading, sentence.block)
  )
    return [];
  const claim = [...likely, ...comparisons].find(({ words }) => words.test(claimed));
  const word = claim?.words.exec(claimed)?.[0] ?? "";
  const [before, behind] = [claimed.slice(0, claimed.indexOf(word)), claimed.slice(claimed.indexOf(word) + word.length)];
  if (!claim || whoIn(behind).length !== 1 || whoIn(before).length > 0) return [];
  const good = sideOf(reading, sentence, sentence.text, own.value);
  return stands(claim.standing, own.value, theirs.value, good) === false
    ? finding(reading, { word, own, theirs, who: whoIn(behind)[0] ?? "", quote: sentence.text, place: sentence.place })
    : [];
}
const bracket = (name: string): string => String.raw`(?: ?\(|, )\{P(?<${name}>\d+)\}(?:\)|,|(?=[.;]|$))`;
const inBrackets = new RegExp(`${bracket("own")}[^{}.;]{0,60}?\\bthan\\b[^{}.;]{2,60}?${bracket("theirs")}`, "iu");

function report(reading: Reading, sentence: Sentence, next: Sentence | undefined): Finding[] {
  const inOne = bracketed(reading, sentence);
  if (inOne.length > 0) return inOne;
  const { text } = sentence;
  const colon = /: (?=\D{0,30}\d)/u.exec(text);
  const claimed = colon ? text.slice(0, colon.index) : text;
  const told = colon ? sentence : next;
  if (
    !told ||
    whoIn(claimed).length !== 1 ||
    isElse.test(claimed) ||
    sentence.figures.some((figure) => figure.end <= claimed.length && figure.measure !== "number")
  )
    return [];
  const claim = comparisons.find(({ words }) => words.test(claimed));
  const match = claim?.words.exec(claimed);
  // The others stand behind the comparison: "than in the region as a whole".
  if (
    !claim ||
    !match ||
    whoIn(claimed.slice(match.index + match[0].length)).length !== 1 ||
    whoIn(claimed.slice(0, match.index + match[0].length)).length > 0
  )
    return [];
  const sides = sidesIn(told, colon ? colon.index : 0);
  if (!sides || saysNotAlike(reading, sentence.block)) return [];
  const [own, theirs] = sides;
  const tail = colon ? text.slice(colon.index) : told.text;
  const [one, other] = [yearsIn(claimed), yearsIn(tail)];
  if (
    !isOf(claimed, tail) ||
    !mayBeOfOneAge(claimed, tail) ||
    (one.length > 0 && other.length > 0 && !one.some((year) => other.includes(year)))
  )
    return [];
  if (!colon && (isElse.test(tail) || !whoIn(tail).every((who) => whoIn(claimed).includes(who)))) return [];
  // "Fewer come into care than in the region: 7.1% were babies": what the figures tell has to be what is claimed, unless that is how good it is.
  const said = new Set(contentWords(claimed, neutral).map(root));
  if (!["better", "worse"].includes(claim.standing) && !contentWords(tail, neutral).every((word) => said.has(root(word)))) return [];
  const good = sideOf(reading, told, `${claimed} ${tail}`, own.measure === "percent" ? own.value : null);
  const side = own.measure === "percent" ? good : "low";
  if (stands(claim.standing, own.value, theirs.value, side) !== false) return [];
  return finding(reading, {
    word: match[0],
    own,
    theirs,
    who: whoIn(claimed)[0] ?? "",
    quote: colon ? text : `${text} ${told.text}`,
    place: sentence.place,
  });
}

type Told = { word: string; own: TextFigure; theirs: TextFigure; who: string; quote: string; place: string };

const finding = (reading: Reading, { word, own, theirs, who, quote, place }: Told): Finding[] =>
  oneFinding(reading, {
    kind: "conflict",
    severity: "warning",
    stated: `"${word}": ${own.text} beside ${theirs.text}`,
    quote,
    place,
    heading: `"${word.split(" ").slice(0, 5).join(" ")}", then ${own.text} against ${theirs.text}`,
    message: `The text says "${word}", but ${own.text} is ${own.value > theirs.value ? "above" : "below"} the ${theirs.text} of ${who === "" ? "others" : who} told behind it.`,
  });

export const toldBehind = perSentence(
  "conflict",
  "A comparison with others in words, with both figures told behind it",
  (reading, sentence, passage) => report(reading, sentence, passage[sentence.number + 1]),
);
