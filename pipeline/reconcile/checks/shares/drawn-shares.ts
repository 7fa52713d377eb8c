import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { misprintedShare } from "../../finding-row.ts";
import { isCount, isOfOthers } from "../../reading/counts.ts";
import { knownCounts } from "../../reading/known-counts.ts";
import { pairsIn, sharesIn } from "../../reading/prose-shares.ts";
import { sharesBefore } from "../../reading/shares-before.ts";
import type { TextFigure } from "../../reading/figure.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { rootsOf } from "../../reading/told-average.ts";
import { commonBases, fitsShareOrRest, judgeShare, printShare, type PrintedShare } from "../../numbers/shares.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";
import { before, ofOthers } from "../../vocabulary/restrictions.ts";
import { baseOfNeighbour, hasOwnShare, ofThese } from "./base-of-neighbour.ts";
import { cutShare } from "./cut-share.ts";

/** Words right before a percentage that draw it from what was counted just before. */
const drawn = pattern`
  (?:\b(?:this|that|which|these) (?:is|was|gives|gave|makes|made|means|represents?|equates? to|comes to|amounts? to|
  works out (?:at|as))|\b(?:giving|making|representing|equating to|equivalent to|(?:that|this|which) is to say)|\b
  (?:therefore|thus|hence)(?: (?:at|is|was|stands? at))?|, so|[,;–-] (?:or|i\.e\.,?|that is,?)|\bis therefore|[,;:–-]
  (?= an? )|,? equal to)(?: (?:just|only|exactly))?(?: (?:an?|our|the|its) (?:[\w-]+ ){0,4}?(?:rate|proportion|percentage|share|
  take-up|figure|coverage|level|score|result|completion|compliance)(?: (?:of|at))?)? ?$`;
/** "…, 91.4% of the total", "so 88% were on time": the words after say that it is a share of what was counted. */
const ofAll = /^ (?:in all|in total|overall)\b|^ of (?:the (?:total|whole|cohort|group|number)|them|those|these|all of them)\b/iu;
const soShare = pattern`
  \b(?:so(?: that)?|therefore|thus|hence|meaning(?: that)?|which means(?: that)?),? (?:the (?:rate|proportion|share|
  percentage) (?:is|was) )?$`;
/** "Coverage was 81.0%", "the vacancy rate is 12.1%", "; conversion rate: 33.1%": the name of a share alone, of what was counted just before. */
const rateNames = "rate|proportion|percentage|share|take-up|coverage|performance|conversion|completion|compliance|timeliness";
const byName = pattern`
  (?:^|[,;:.] )(?:(?:so|thus|and|hence|leaving|giving|with) )?(?:(?:an?|the|our|its|this) )?(?<of>(?:[\p{L}-]+ ){0,2}?)(?:${rateNames})(?: rate)?
  (?::| (?:is|was|of|at|being|stood at|stands at|came to|comes to|works out (?:at|as))(?: (?:therefore|thus|then|just|only))?) $`;
const anyShare = wordings`overall|resulting|corresponding|conversion|completion|success|response|compliance|coverage`;
/** "201 had and 47 had not": two parts of a whole that neither gives. */
const areParts = wordings`not|no|without|late|missed|others?|rest|remaining`;
/** How far a share that is known by its name alone may be out, in points. */
const nearName = 12;

/** "62 of them. At 84.9% this is the figure to beat": the level that "this" has, when some of a number were counted. */
const opensThis = (before: string, after: string): boolean => /(?:^|; )at $/iu.test(before) && /^,? (?:this|that|it)\b/iu.test(after);
const someOfAll = /\bof (?:them|these|those|whom|which)\b|\{C\d+\} (?:out )?of (?:the |our )?\{C|\{S\d+\}/iu;
/** "18 (45%) were late": right behind the count it is a share of. */
const inBrackets = /\{C\d+\}(?:[^{}.;(),]|\{[DZ]\d+\}){0,80} ?\($/u;
/** "81 took place inside six months: 84.4%." closes the statement of the count before it. */
const behindCount = /\{[CS]\d+\}(?:[^{}.;:(),]|\{[DZ]\d+\}){0,80}(?::| [–-]) ?$/u;
/** What stands between is told of another year, of others or of a wish. */
const elsewhere = wordings`
  ${before}|${ofOthers}|target|compared|increase|decrease|rise|fall|risen|fallen|rose|fell(?! (?:due|inside|within|outside|into|short))|up from|down from|change|if|
  would|weighted|average|mean`;
/** How far back the counts may stand, in sentences, and how many numbers leave no doubt which are meant. */
const reach = 2;
const fewest = 2;
const most = 4;
/** How far off, in percentage points, a share of a number in another sentence may be. */
const farthest = 30;

const countsOf = (sentence: Sentence): TextFigure[] =>
  sentence.figures.filter(
    (figure) =>
      isCount(sentence, figure) &&
      figure.form !== "fraction" &&
      figure.valueHigh === null &&
      figure.qualifier === "exact" &&
      Number.isInteger(figure.value) &&
      figure.value > 1 &&
      figure.role === "level" &&
      !ofThings.test(sentence.text.slice(0, figure.start)),
  );
/** "All three were noted in 54 assessments", "each of the four questions": how many things there are, and none of those they are counted of. */
const ofThings =
  /\b(?:(?<!\bin )all|both|every|each(?: one)? of (?:the|these|those|our)|every one of (?:the|these|those|our)|any of the) $/iu;

/** Any two of the numbers, or the sum of any two over a third, or a part beside a base from elsewhere in the document, make the percentage. */
function explained(values: readonly number[], known: readonly number[], percent: TextFigure, fits = fitsShareOrRest): boolean {
  const parts = [
    ...values,
    ...values.flatMap((a, at) => values.slice(at + 1).map((b) => a + b)),
    values.reduce((sum, value) => sum + value, 0),
  ];
  return parts.some((part) => [...parts, ...known].some((whole) => part > 0 && whole >= part && fits(part, whole, percent)));
}

/** "Foster care 160 (66.7%), homes 50 (20.8%), relatives 30 (12.5%)": shares of one whole, and not of each other. */
const series = 3;
function isSeries(sentence: Sentence): boolean {
  const shares = pairsIn(sentence).map(({ count, percent }) => ({ count: count.value, percent }));
  return shares.length >= series && commonBases(shares, 2 * shares.reduce((sum, { count }) => sum + count, 0)).length > 0;
}

const closesClause = /^(?:[.;]|$)/u;
const isRounded = (part: number, whole: number, percent: PrintedShare): boolean => judgeShare(part, whole, percent) === "rounded";

function report(
  reading: Reading,
  passage: readonly Sentence[],
  sentence: Sentence,
  percent: TextFigure,
  known: () => readonly number[],
): Finding[] {
  const before = sentence.text.slice(0, percent.start);
  const after = sentence.text.slice(percent.end);
  const at = sentence.figures.indexOf(percent);
  const behind = sentence.figures.findLast((figure) => figure.end <= percent.start && isCount(sentence, figure));
  const skeleton = sentence.skeleton.slice(0, sentence.skeleton.indexOf(`{P${at}}`));
  const bracketed =
    behind !== undefined &&
    behind.role === "level" &&
    inBrackets.test(skeleton) &&
    /^\)(?! of (?!(?:them|those|these|all)\b))/u.test(after);
  const closes = behind?.role === "level" && behindCount.test(skeleton) && /^(?:[.;]|$)/u.test(after);
  const link =
    bracketed ||
    closes ||
    (opensThis(before, after) && [skeleton, passage[sentence.number - 1]?.skeleton ?? ""].some((one) => someOfAll.test(one))) ||
    drawn.test(before) ||
    soShare.test(before) ||
    (ofAll.test(after) && /[,(–-] ?(?:or )?$/u.test(before));
  const name = !link && closesClause.test(after) ? byName.exec(before) : null;
  if (
    (!link && name === null) ||
    elsewhere.test(sentence.text) ||
    percent.qualifier !== "exact" ||
    percent.form !== "digits" ||
    percent.valueHigh !== null ||
    // More than all is a figure against what was planned; "all but two of those" leaves the count open.
    percent.value > 100 ||
    sentence.figures.some((figure) => figure.form === "quantifier" && figure.end <= percent.start) ||
    percent.role !== "level"
  )
    return [];
  const here = countsOf(sentence).filter((figure) => figure.end <= percent.start);
  const items = listBefore(reading, passage, name === null ? 1 : 2);
  if (isSeries(sentence)) return [];
  const window: { figure: TextFigure; sentence: Sentence }[] = here.map((figure) => ({ figure, sentence }));
  for (let at = sentence.number - 1; at >= 0 && at >= sentence.number - reach && window.flatMap(valuesOf).length < fewest; at--) {
    const one = passage[at];
    if (!one || elsewhere.test(one.text)) break;
    window.unshift(...countsOf(one).map((figure) => ({ figure, sentence: one })));
  }
  if (window.flatMap(valuesOf).length < fewest)
    window.unshift(...items.flatMap((one) => countsOf(one).map((figure) => ({ figure, sentence: one }))));
  const values = [...new Set(window.flatMap(valuesOf))];
  if (values.length < fewest || values.length > most) return [];
  const last = here.at(-1)?.value ?? Math.min(...values);
  // "201 are up to date. With 248 in care, that makes 81.0%": the whole may come last.
  const inOrder: readonly [number, number] =
    values.some((value) => value > last) || ofAll.test(after)
      ? [last, values.findLast((value) => value > last) ?? last]
      : [values.findLast((value) => value < last) ?? last, last];
  const pair = name ? shareByName(values, percent, window, name.groups?.["of"] ?? "") : inOrder;
  if (!pair) return [];
  const base = bracketed ? baseOfNeighbour(sentence, behind, percent, known) : null;
  if (
    base === "right" ||
    (bracketed && window.some((one) => one.sentence !== sentence && hasOwnShare(one) && !ofThese.test(sentence.text)))
  )
    return [];
  const [part, whole] = base === null ? pair : [behind?.value ?? pair[0], base];
  const draft = {
    stated: percent.text,
    expected: printShare(part, whole, percent),
    place: sentence.place,
    quote: [...new Set([...window.map((one) => one.sentence), sentence])].map((one) => one.text).join(" "),
    count: part,
    of: whole,
  };
  if (explained(values, known(), percent)) {
    const isCut = values.length === fewest && whole > part && judgeShare(part, whole, percent) === "truncated";
    return isCut && !explained(values, known(), percent, isRounded) ? cutShare(reading, draft) : [];
  }
  // Counts that another percentage beside them is the share of are spent: this one is of something else.
  const others = [...new Set([...window.map((one) => one.sentence), sentence])].flatMap((one) =>
    one.figures.filter((figure) => figure.measure === "percent" && figure !== percent),
  );
  if (!bracketed && others.some((other) => explained(values, [], other))) return [];
  const counted = here.at(-1);
  // So far from the share of a number in another sentence, it is of something that is not told.
  const isFar = Math.abs((100 * part) / whole - percent.value) > farthest;
  if (isFar && !here.some((figure) => valuesOf({ figure }).includes(whole))) return [];
  if (whole <= part || whole < 8 || (counted && isOfOthers(sentence, counted, window))) return [];
  const message = `${part} of ${whole} is ${draft.expected}, but ${percent.text} is printed, which no two of the numbers before it make.`;
  return misprintedShare(reading, { ...draft, message });
}

/** Part and whole of a share that only its name ties to the two numbers before it; null where it may be of something else. */
function shareByName(
  values: readonly number[],
  percent: TextFigure,
  window: readonly { figure: TextFigure; sentence: Sentence }[],
  name: string,
): readonly [number, number] | null {
  const text = [...new Set(window.map(({ sentence }) => sentence.text))].join(" ");
  const [a, b] = [Math.min(...values), Math.max(...values)];
  const told = rootsOf(text);
  // "The re-referral rate" is none of the referrals.
  const isNamed =
    rootsOf(name).every((word) => told.includes(word)) && (name.match(/[\p{L}]+-[\p{L}]+/gu) ?? []).every((word) => text.includes(word));
  if (values.length !== fewest || !(isNamed || anyShare.test(name))) return null;
  const whole = areParts.test(text) && window.every(({ figure }) => figure.denominator === null) ? a + b : b;
  // "17 of 140 posts are vacant. The vacancy rate …": what is left is only meant where the name says of what it is.
  const parts =
    whole > b || (isNamed && name.trim() !== "") || window.some(({ figure }) => figure.denominator !== null) ? [a, whole - a] : [a];
  const near = parts.filter((part) => Math.abs((100 * part) / whole - percent.value) <= nearName);
  return near.length === 1 ? [near[0]!, whole] : null;
}

/** "Reviews held: 344", and in the next item of the list "Held in time: 301 (87.5%)". */
function listBefore({ passages }: Reading, passage: readonly Sentence[], reach: number): readonly Sentence[] {
  const block = passage[0]?.block;
  if (block?.kind !== "list_item") return [];
  const isBefore = (first: Sentence | undefined): boolean =>
    first?.block.kind === "list_item" && block.index > first.block.index && block.index - first.block.index <= reach;
  const before = passages.filter(([first]) => isBefore(first)).flat();
  // "90 British (75.0%)", and in the next item "20 Asian (16.7%)": each is a share of a whole that neither gives.
  return before.some(({ figures }) => figures.some(({ measure }) => measure === "percent")) ? [] : before;
}

const valuesOf = ({ figure }: { figure: TextFigure }): number[] =>
  figure.denominator === null ? [figure.value] : [figure.numerator ?? figure.value, figure.denominator];

export const drawnShares = perDocument("arithmetic", "A percentage drawn from the counts before it", (reading) => {
  let counts: readonly number[] | null = null;
  const known = (): readonly number[] => (counts ??= knownCounts(reading));
  return reading.passages.flatMap((passage) => {
    if (!passage.some((sentence) => sentence.figures.some((figure) => figure.measure === "percent"))) return [];
    const stated = new Set(
      [...sharesIn(passage).stated.filter(({ certain }) => certain), ...sharesBefore(reading, passage)].map(({ percent }) => percent),
    );
    return passage.flatMap((sentence) =>
      sentence.figures
        .filter((figure) => figure.measure === "percent" && !stated.has(figure))
        .flatMap((percent) => report(reading, passage, sentence, percent, known)),
    );
  });
});
