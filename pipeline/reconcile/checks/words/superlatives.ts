import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { clauseOf, isSingle, type TextFigure } from "../../reading/figure.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { polarityOf } from "../../vocabulary/word-claims.ts";
import { wordSet } from "../../vocabulary/names.ts";
import { upToTwelve } from "../../vocabulary/number-words.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";

const word = pattern`
  \b(?<most>highest|largest|greatest|biggest|longest|oldest|busiest)\b|\b
  (?<least>lowest|smallest|fewest|shortest|quietest|youngest)\b|\b(?<best>best|strongest)\b|\b
  (?<worst>worst|weakest|poorest)\b`;
const ranked = wordings`
  second|third|next|joint|among the|one of|except|apart from|but for|rise|fall|increase|decrease|change|growth|gain|drop|
  at least|at most|ever|on record|nationally|of the (?:last|past)|since 20\d\d|in the (?:region|country)|possible|
  practice|interests?|for the best`;

type Named = { figure: TextFigure; name: string };

const together = wordings`together|altogether|in all|in total|between them|combined|a total of`;
const mostToChoose = 20;
/** "82% in the north", "April had 44", "North 82%": each figure with the words that stand for it, as far as the next comma. */
function namedFigures(sentence: Sentence): Named[] {
  // "Five were late, of which three …": parts are told beside no whole.
  const within = /\b(?:of (?:which|whom|these|those|them)|including)\b/iu.exec(sentence.text)?.index ?? Infinity;
  const own = sentence.figures.filter((figure) => isSingle(figure) && figure.role === "level" && figure.start < within);
  // "The highest figure of the five was in 2023 (372)": how many there are to choose from.
  const isChoice = ({ start, end, value, measure }: TextFigure): boolean =>
    measure === "number" &&
    value <= mostToChoose &&
    /\b(?:of|among|amongst|out of) (?:all )?(?:the|these|those|our) $/iu.test(sentence.text.slice(0, start)) &&
    !/^ ?\(/u.test(sentence.text.slice(end));
  // "The largest has seven beds; together they have 39": the sum of all is not one of them.
  const isSum = (figure: TextFigure): boolean => together.test(clauseOf(sentence, figure));
  return own
    .filter((figure) => !isChoice(figure) && !isSum(figure))
    .map((figure) => ({ figure, name: clauseOf(sentence, figure).toLowerCase() }));
}

const words = (text: string): string[] => text.toLowerCase().match(/[a-z]{3,}/g) ?? [];
const ordinary = wordSet(
  `the and was were had has have with for per cent team performance performed result results figure rate number that this
   its are all from than area quarter month year home school`,
);

/** "The 12 longest involved five": a number of them, not the one figure that is the longest. */
const several = new RegExp(`\\b(?:\\d+|${upToTwelve}) $`, "iu");
/** Numbers of two kinds, counts and averages, are in no one order. */
const kindOf = ({ figure }: Named): string =>
  `${figure.measure}${figure.measure === "number" && figure.decimals > 0 ? " with a part" : ""}`;

/** Which of the figures the claim is made of: the one that its clause names in words, or that stands right behind it. */
function claimed(claim: string, at: number, list: readonly Named[], own: boolean): Named | null {
  const after = own
    ? list.find(({ figure }) => figure.start >= at && figure.start - at < 45 && !/[;.]/u.test(claim.slice(at, figure.start)))
    : undefined;
  // "64%, the highest of the four".
  const apposed = own
    ? list.find(({ figure }) => figure.end < at && /^,? (?:which (?:is|was) )?(?:the|our|its) $/iu.test(claim.slice(figure.end, at)))
    : undefined;
  if (apposed ?? after) return apposed ?? after ?? null;
  const told = new Set(words(own ? claim.slice(Math.max(0, at - 40), at + 40) : claim));
  const unique = list.filter(({ name }) =>
    words(name).some((one) => !ordinary.has(one) && told.has(one) && list.filter((other) => words(other.name).includes(one)).length === 1),
  );
  return unique.length === 1 ? unique[0]! : null;
}

/** "82% in the north, 88% in the south and 79% in the west. The north performed best". */
function report(reading: Reading, sentence: Sentence, of: Sentence): Finding[] {
  const match = word.exec(sentence.text);
  if (!match || ranked.test(sentence.text) || (sentence !== of && sentence.figures.length > 0)) return [];
  if (several.test(sentence.text.slice(0, match.index))) return [];
  const all = namedFigures(of);
  const [list, ...more] = [...Map.groupBy(all, kindOf).values()].filter((group) => group.length > 2);
  if (!list || more.length > 0) return [];
  const good = polarityOf(of.text);
  const top =
    match.groups?.["most"] !== undefined
      ? true
      : match.groups?.["least"] !== undefined
        ? false
        : good === "none"
          ? null
          : (match.groups?.["best"] !== undefined) === (good === "high");
  // "Six were late; the longest delay was 31 days": the figure behind the word is the one meant, of whatever measure.
  const behind = sentence.figures.find(({ start }) => start >= match.index);
  const between = behind && sentence.text.slice(match.index + match[0].length, behind.start);
  const isOfIt = between !== undefined && between.length < 40 && !/[;.(]|^ of\b/u.test(between);
  if (isOfIt && behind?.measure !== list[0]?.figure.measure) return [];
  const one = claimed(sentence.text, match.index, list, sentence === of);
  if (!one || top === null) return [];
  // "Of the 18 homes the largest has eight beds and the smallest two": behind the word begins what is ranked, unless its figure was told before it.
  const isNew =
    sentence === of &&
    one.figure.start > match.index &&
    !all.some(({ figure }) => figure.end < match.index && figure.value === one.figure.value);
  const beside = isNew ? list.filter(({ figure }) => figure.start > match.index) : list;
  const extreme = top ? Math.max(...beside.map(({ figure }) => figure.value)) : Math.min(...beside.map(({ figure }) => figure.value));
  const other = beside.find(({ figure }) => figure.value === extreme);
  if (!other || one.figure.value === extreme) return [];
  // "£2,150 in three cases, the largest £1,000 and the others £750 and £400": what the rest make up is their sum.
  const rest = list.filter((each) => each !== other).reduce((sum, { figure }) => sum + figure.value, 0);
  if (top && Math.abs(rest - extreme) < 0.005 * extreme) return [];
  return oneFinding(reading, {
    kind: "conflict",
    severity: "warning",
    stated: `"${match[0]}"; ${one.figure.text}`,
    expected: other.figure.text,
    place: sentence.place,
    quote: sentence === of ? sentence.text : `${of.text} ${sentence.text}`,
    heading: `"${match[0]}" is said of ${one.figure.text}, beside ${other.figure.text}`,
    message: `The text says "${match[0]}" of ${one.figure.text}, but ${other.figure.text} is ${top ? "higher" : "lower"}.`,
  });
}

/** "The largest group was those listed for neglect. The numbers were: 74 listed for …": words first, and all figures behind them. */
const listed = /^(?:the|these|they|numbers|figures|shares|counts|in (?:numbers|all)|there (?:were|are))\b[^:;.\d]{0,60}: ?\D{0,40}\d/iu;

export const superlatives = perSentence(
  "conflict",
  "Highest, lowest, best and worst against the figures of the sentence",
  (reading, sentence, passage) => {
    const before = passage[sentence.number - 1];
    const own = report(reading, sentence, sentence);
    if (own.length > 0) return own;
    const next = passage[sentence.number + 1];
    const told = before ? report(reading, sentence, before) : [];
    return told.length > 0 || !next || !listed.test(next.text) ? told : report(reading, sentence, next);
  },
);
