import { fitsShare, judgeShare } from "../numbers/shares.ts";
import { pattern, wordings } from "../vocabulary/patterns.ts";
import { isSingle, type TextFigure } from "./figure.ts";
import { knownCounts } from "./known-counts.ts";
import { orderedPairs } from "./ordered-shares.ts";
import { pairsIn } from "./prose-shares.ts";
import type { Reading, Sentence } from "./reading.ts";
import { rootsOf } from "./told-average.ts";
import { elsewhere, fewestParts, isLevel, isPlain, numbersIn, type ToldBefore } from "./told-before.ts";

// Percentages of all that the sentence before has counted: the whole group, each one, and a series of shares.

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
export function ofWholeGroup(reading: Reading, passage: readonly Sentence[], sentence: Sentence): ToldBefore[] {
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

const ofThese = wordings`of (?:these|those|them|whom|which)|among (?:these|those|them)`;
/** How far back the number may stand that several shares are of. */
const reach = 2;

/** "… covers the 256 children. 186 had a dental check, 210 … and 233 …, or 73%, 90% and 91% respectively": all but one are shares of the number before. */
export function oddOfSeries(reading: Reading, passage: readonly Sentence[], sentence: Sentence): ToldBefore[] {
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
export function ofEachOne(reading: Reading, passage: readonly Sentence[], sentence: Sentence): ToldBefore[] {
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
