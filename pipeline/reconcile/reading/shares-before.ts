import { fitsShare, fitsShareOrRest, judgeShare } from "../numbers/shares.ts";
import { pattern, wordings } from "../vocabulary/patterns.ts";
import { before, notYet, ofOthers } from "../vocabulary/restrictions.ts";
import { isCount } from "./counts.ts";
import { isSingle, type TextFigure } from "./figure.ts";
import { knownCounts } from "./known-counts.ts";
import { orderedPairs } from "./ordered-shares.ts";
import { pairsIn, sharesIn } from "./prose-shares.ts";
import type { Reading, Sentence } from "./reading.ts";
import { rootsOf } from "./told-average.ts";

/** A percentage with its count and the number it is of, which the words before tell; `why` says by what. */
export type ToldBefore = { count: number; of: number; percent: TextFigure; sentence: Sentence; quote: string; why: string };

const isPlain = (sentence: Sentence, figure: TextFigure): boolean =>
  isCount(sentence, figure) &&
  isSingle(figure) &&
  figure.qualifier === "exact" &&
  figure.role === "level" &&
  figure.when !== "then" &&
  Number.isInteger(figure.value);
/** A percentage of the authority itself, as printed. */
export const isLevel = (figure: TextFigure): boolean =>
  figure.measure === "percent" && figure.form === "digits" && isSingle(figure) && figure.qualifier === "exact" && figure.role === "level";

/** The numbers of a sentence; of "74 of the 110" both. */
const numbersIn = (sentence: Sentence, until = Infinity): number[] =>
  sentence.figures
    .filter(({ end }) => end <= until)
    .flatMap((figure) => {
      const isShare = figure.denominator !== null && figure.form !== "fraction" && figure.qualifier === "exact";
      return isShare ? [figure.numerator ?? 0, figure.denominator ?? 0] : isPlain(sentence, figure) ? [figure.value] : [];
    });

const drawsOn = pattern`
  \b(?:so|or|giving|gives|making|makes|meaning|means|therefore|thus|hence|that is|which|i\.e\.|leaving|(?:an?|the) (?:[\w-]+ ){0,3}(?:rate|proportion|
  percentage|share|figure))\b|[(:–-] ?$`;
const elsewhere = wordings`${before}|${ofOthers}|${notYet}|from|than|against|compared|average|(?<!\bma(?:de|kes?|king) )up|down|rose|fell|risen|fallen|increase|decrease|sample`;

/** "76% of parents", "55% of the 40 residents", "81% of those who answered": of others than the words before have told of. */
function isOfElse(text: string, { end }: TextFigure): boolean {
  const match = /^ of (?:(?:the|all|our|its|their|these|those|both) )*(\{?[\p{L}\d’'-]+)(?: (who|that|with|whose|aged|in))?/iu.exec(
    text.slice(end),
  );
  if (!match) return false;
  const [, noun = "", limit] = match;
  if (/^(?:them|these|those|all|whom|total|whole|group|cohort|number|time)$/iu.test(noun)) return limit !== undefined;
  return /^\d/u.test(noun) || !rootsOf(text.slice(0, end)).some((word) => rootsOf(noun).includes(word));
}

/** "Of the 110, 74 were in time and 36 late, so that 76% were in time": two numbers that make a third leave no other share than theirs. */
function ofTwoParts(sentence: Sentence, percent: TextFigure): ToldBefore[] {
  const last = sentence.figures.findLast((figure) => figure.end <= percent.start);
  const lead = sentence.text.slice(0, percent.start);
  const numbers = numbersIn(sentence, percent.start);
  const whole = Math.max(...numbers);
  const parts = numbers.filter((number) => number !== whole);
  const isPair = numbers.length === 3 && parts.length === 2 && parts[0]! + parts[1]! === whole;
  if (
    !last ||
    !isPair ||
    isOfElse(sentence.text, percent) ||
    last.measure === "percent" ||
    elsewhere.test(lead) ||
    !drawsOn.test(lead.slice(last.end))
  )
    return [];
  if (sentence.figures.some((one) => one.end <= percent.start && one.measure === "percent")) return [];
  return [{ ...nearer(parts, whole, percent), percent, sentence, quote: sentence.text }];
}

/** Of two parts the one whose share the percentage can sooner be. */
function nearer(parts: readonly number[], of: number, percent: TextFigure): { count: number; of: number; why: string } {
  const gap = (part: number): number => Math.abs((100 * part) / of - percent.value);
  const [count = 0] = [...parts].sort((a, b) => gap(a) - gap(b));
  return { count, of, why: `${parts.join(" and ")} make ${of}` };
}

/** "That is 88%", "On-time rate: 88%": nothing but the share of what was counted before. */
const onlyShare = pattern`
  ^\W*(?:(?:so )?(?:that|this|which|it) (?:is|was|makes?|gives?|means?|comes to|represents)|(?:the |our |an? )?(?:[\p{L}-]+ ){0,3}?(?:rate|proportion|percentage|share|timeliness|
  performance|in time|on time)(?: (?:is|was|stood at|comes to|came to|therefore|thus|then|of))*:?) \{P\d+\}[^{}]{0,40}$`;
const farthestBack = 3;
/** "Visits due: 320. Made on time: 281; late: 39. On-time rate: 91.3%": the same over sentences or items. */
function ofTwoPartsBefore(passage: readonly Sentence[], sentence: Sentence, percent: TextFigure): ToldBefore[] {
  if (sentence.figures.length !== 1 || !onlyShare.test(sentence.skeleton) || elsewhere.test(sentence.text)) return [];
  for (let back = 1; back <= farthestBack; back++) {
    const near = passage.filter(({ number }) => number < sentence.number && number >= sentence.number - back);
    const numbers = near.flatMap((one) => numbersIn(one));
    const whole = Math.max(...numbers);
    const parts = numbers.filter((number) => number !== whole);
    if (
      near.some(({ text, figures }) => elsewhere.test(text) || figures.some(({ measure }) => measure === "percent")) ||
      numbers.length > 3
    )
      return [];
    if (numbers.length === 3 && parts.length === 2 && parts[0]! + parts[1]! === whole)
      return [{ ...nearer(parts, whole, percent), percent, sentence, quote: [...near, sentence].map(({ text }) => text).join(" ") }];
  }
  return [];
}

/** "Of the whole group", "of all of them": those told of before, all of them. */
const ofAll = pattern`
  of (?:(?:the|this|that) (?:whole|entire|full|total|same) (?:group|cohort|number|total|population|year group|caseload)|(?:all|every one) of (?:them|these|those)|
  (?:them|these|those) all|the (?:group|cohort|total|whole))(?: of (?:children|young people|care leavers))?`;
const shareOfAll = pattern`
  \{P(?<first>\d+)\} ${ofAll.source}(?:,? or|,? that is|,? i\.e\.|,| [–-]| \(| \((?:that is|or))? ?\{C(?<after>\d+)\}|
  \{C(?<before>\d+)\}(?: [^{}.;,()]{0,40})?(?:,? or|,? that is|,? i\.e\.|,| [–-]| \(|,? (?:which|that|this) is) ?\{P(?<last>\d+)\} ${ofAll.source}`;

/** "Taking the cohort as a whole", "counting everyone", "as a share of all leavers": whom the one percentage of a sentence is of. */
const asWhole = pattern`
  \b(?:taking|counting|including|across|over|among|for|of|in) (?:the |all (?:of )?)?(?:cohort|group|year|lot|number)s? (?:as a whole|all together|taken together)|\b(?:taking|counting|including) (?:everyone|everybody|all of them|them all|both)\b|
  \b(?:as|is) a (?:share|proportion|percentage) of (?:the (?:whole|entire|total|full) \p{L}+|all (?:of them|[\p{L}’ -]+?(?=[,.;])|\p{L}+))|\b(?:of|among|across) (?:everyone|everybody|the (?:whole|entire|full) (?:group|cohort|\p{L}+))\b`;
/** The only count and percentage of such a sentence. */
function asWholeIn(sentence: Sentence): readonly (TextFigure | undefined)[] {
  const counts = sentence.figures.filter(({ measure }) => measure === "number");
  const percents = sentence.figures.filter(({ measure }) => measure === "percent");
  // "As a share of all social workers in post (178.0 FTE)": the number they are, not a part of them.
  const isBase = counts.some(({ start, decimals }) => decimals > 0 || /\ball [\p{L}’ -]*\($/iu.test(sentence.text.slice(0, start)));
  return !isBase &&
    asWhole.test(sentence.text) &&
    counts.length === 1 &&
    percents.length === 1 &&
    !elsewhere.test(sentence.text.replace(asWhole, ""))
    ? [percents[0], counts[0]]
    : [];
}

/** "188 out of 213 were in touch. 52.7% of the whole group, or 126, were in work". */
function ofWholeGroup(reading: Reading, passage: readonly Sentence[], sentence: Sentence): ToldBefore[] {
  const groups = shareOfAll.exec(sentence.skeleton)?.groups;
  const last = passage[sentence.number - 1];
  const [percent, count] = groups
    ? [groups["first"] ?? groups["last"], groups["after"] ?? groups["before"]].map((name) => sentence.figures[Number(name)])
    : asWholeIn(sentence);
  if (!last || !percent || !count) return [];
  const bases = [...last.figures.flatMap(({ denominator, form }) => (denominator !== null && form !== "fraction" ? [denominator] : []))];
  const told = bases.length > 0 ? bases : last.figures.filter((figure) => isPlain(last, figure)).map(({ value }) => value);
  const of = Math.max(...told);
  if (told.length === 0 || !isLevel(percent) || !isPlain(sentence, count) || count.value > of) return [];
  if (knownCounts(reading).some((base) => base >= count.value && judgeShare(count.value, base, percent) === "rounded")) return [];
  return [{ count: count.value, of, percent, sentence, quote: `${last.text} ${sentence.text}`, why: `The ${of} are told just before` }];
}

/** Whether some of the parts of a list make a number. */
function areSome(parts: readonly number[], sum: number): boolean {
  if (parts.length > 10) return false;
  return Array.from({ length: 2 ** parts.length - 1 }, (_, mask) =>
    parts.reduce((made, part, at) => made + (((mask + 1) >> at) % 2 === 1 ? part : 0), 0),
  ).includes(sum);
}
const fewestParts = 3;

const ofSome = wordings`answered|replied|responded|asked|surveyed|said`;
/** "Of the 350, 131 are …, 85 … and 46 …. The 262 in foster care make up 74.8%": a share of the number that the list before parts. */
function ofListed(passage: readonly Sentence[], sentence: Sentence, percent: TextFigure): ToldBefore[] {
  const list = passage[sentence.number - 1];
  const [whole = 0, ...parts] = list ? numbersIn(list) : [];
  const counts = sentence.figures.filter((figure) => isPlain(sentence, figure) && figure.form === "digits").map(({ value }) => value);
  const [count] = counts;
  if (!list || count === undefined || counts.length > 1 || sentence.figures.filter(({ measure }) => measure === "percent").length > 1)
    return [];
  const isList = parts.length >= fewestParts && parts.reduce((sum, part) => sum + part, 0) === whole;
  if (!isList || count >= whole || !areSome(parts, count) || elsewhere.test(sentence.text)) return [];
  if (isOfElse(sentence.text, percent) || ofSome.test(sentence.text)) return [];
  if (parts.some((base) => base > count && fitsShareOrRest(count, base, percent))) return [];
  return [{ count, of: whole, percent, sentence, quote: `${list.text} ${sentence.text}`, why: `The list before makes ${whole}` }];
}

const ofThese = wordings`of (?:these|those|them|whom|which)|among (?:these|those|them)`;
/** How far back the number may stand that several shares are of. */
const reach = 2;

/** "… covers the 256 children. 186 had a dental check, 210 … and 233 …, or 73%, 90% and 91% respectively": all but one are shares of the number before. */
function oddOfSeries(reading: Reading, passage: readonly Sentence[], sentence: Sentence): ToldBefore[] {
  const ordered = orderedPairs(sentence, Infinity);
  const pairs = ordered.length > 0 ? ordered : pairsIn(sentence);
  const own = pairs.map(({ count }) => count.value);
  if (pairs.length < fewestParts || !pairs.every(({ count, percent }) => isPlain(sentence, count) && isLevel(percent))) return [];
  const first = Math.min(...pairs.map(({ count, percent }) => Math.min(count.start, percent.start)));
  const near = passage.filter(({ number }) => number < sentence.number && number >= sentence.number - reach);
  const bases = new Set(
    [...near.flatMap((one) => numbersIn(one)), ...numbersIn(sentence, first)].filter((base) => base > Math.max(...own)),
  );
  const fit = (base: number): typeof pairs => pairs.filter(({ count, percent }) => fitsShare(count.value, base, percent));
  const meant = [...bases].filter((base) => fit(base).length === pairs.length - 1);
  const [of] = meant;
  if (of === undefined || meant.length > 1 || [...bases].some((base) => fit(base).length === pairs.length)) return [];
  const odd = pairs.find((pair) => !fit(of).includes(pair));
  if (
    !odd ||
    ofThese.test(
      sentence.text
        .slice(0, Math.min(odd.count.start, odd.percent.start))
        .split(/[,;:]| and /u)
        .at(-1) ?? "",
    )
  )
    return [];
  const known = knownCounts(reading).filter((value) => !own.includes(value));
  if (known.some((base) => base >= odd.count.value && judgeShare(odd.count.value, base, odd.percent) === "rounded")) return [];
  const quote = [...near.filter((one) => numbersIn(one).includes(of)), sentence].map(({ text }) => text).join(" ");
  return [{ count: odd.count.value, of, percent: odd.percent, sentence, quote, why: `The other percentages are shares of ${of}` }];
}

/** "After each return", "every time", "to each of them": of all that the sentence before has counted. */
const eachOne = pattern`
  \b(?:(?:each|every) (?:time|one|case|occasion|of (?:them|these|those))|all of (?:them|these|those)|
  (?:(?:after|before|for|following|to|in|at|on|with|about|follows?) )?(?:each|every) (?<noun>[\p{L}-]+)(?= |[.,;]))
  (?! (?:where|that|who|with|about|which|under|over|aged|of|in|from)\b)`;
const people =
  /^(?:child|person|pupil|carer|worker|famil|parent|adviser|boy|girl|leaver|school|home|team|week|month|day|year|quarter|term|plan)/iu;
const fewestOfEach = 20;
/** Further off than this, a share is of something else. */
const farthest = 30;

/** "402 times": as many of them. */
const isTimes = (figure: TextFigure): boolean =>
  / times$/u.test(figure.text) && isSingle(figure) && figure.qualifier === "exact" && Number.isInteger(figure.value);

/** "Children were reported missing 402 times. An interview was offered after each return and took place on 226 occasions (56.2%)". */
function ofEachOne(reading: Reading, passage: readonly Sentence[], sentence: Sentence): ToldBefore[] {
  const last = passage[sentence.number - 1];
  const each = eachOne.exec(sentence.text);
  const [pair, ...pairs] = pairsIn(sentence);
  const [base, ...bases] = last?.figures.filter((figure) => figure.measure !== "days" && figure.role === "level") ?? [];
  if (!last || !each || !pair || !base || pairs.length > 0 || bases.length > 0 || !(isPlain(last, base) || isTimes(base))) return [];
  const { count, percent } = pair;
  const noun = each.groups?.["noun"] ?? "";
  const isNamed = rootsOf(noun).some((word) => rootsOf(last.text.slice(base.end).split(" ").slice(0, 3).join(" ")).includes(word));
  const isWhole =
    isPlain(sentence, count) && isLevel(percent) && each.index < count.start && base.value >= Math.max(fewestOfEach, count.value);
  const isOther = elsewhere.test(sentence.text) || notThose.test(sentence.text.slice(0, count.start)) || (people.test(noun) && !isNamed);
  const others = sentence.figures.filter((figure) => figure !== count && figure !== percent);
  if (!isWhole || isOther || others.length > 0 || Math.abs((100 * count.value) / base.value - percent.value) > farthest) return [];
  const known = knownCounts(reading).filter((value) => value !== base.value && value >= count.value);
  if (known.some((value) => judgeShare(count.value, value, percent) === "rounded")) return [];
  return [
    {
      count: count.value,
      of: base.value,
      percent,
      sentence,
      quote: `${last.text} ${sentence.text}`,
      why: `The ${base.text} are told just before`,
    },
  ];
}
const notThose = wordings`planned|new|some|only|those|others?|where|which (?:was|were|had) (?:missed|late)|that (?:was|were|had)|who`;

const read = new WeakMap<readonly Sentence[], ToldBefore[]>();

/** The percentages of a passage that the numbers told before them leave no choice of: two parts of one, the whole group, a list, the other shares of a series. */
export function sharesBefore(reading: Reading, passage: readonly Sentence[]): ToldBefore[] {
  const known = read.get(passage) ?? readShares(reading, passage);
  read.set(passage, known);
  return known;
}

function readShares(reading: Reading, passage: readonly Sentence[]): ToldBefore[] {
  if (!passage.some(({ figures }) => figures.some(isLevel))) return [];
  const stated = new Set(sharesIn(passage).stated.flatMap(({ certain, percent }) => (certain ? [percent] : [])));
  return passage.flatMap((sentence) => {
    const levels = sentence.figures.filter((figure) => isLevel(figure) && !stated.has(figure));
    if (levels.length === 0) return [];
    const series = [
      ...oddOfSeries(reading, passage, sentence),
      ...ofWholeGroup(reading, passage, sentence),
      ...ofEachOne(reading, passage, sentence),
    ];
    return series.length > 0
      ? series
      : levels
          .flatMap((percent) => [
            ...ofTwoParts(sentence, percent),
            ...ofTwoPartsBefore(passage, sentence, percent),
            ...ofListed(passage, sentence, percent),
          ])
          .slice(0, 1);
  });
}
