import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { findingRow } from "../../finding-row.ts";
import { bearsOut } from "../../numbers/fraction-span.ts";
import { figureAt, type Reading, type Sentence } from "../../reading/reading.ts";
import { roundTo } from "../../numbers/rounding.ts";
import { gap, quantities } from "../../vocabulary/quantities.ts";

const noun = "(?: [a-z]+){0,2}?";
const link = "(?:,|;| –| or|, or|,? that is,?|, which is|, i\\.e\\.|, making|, equal to)";
const opened = `${gap}(?:\\(|,|:) ?(?:that is,? |i\\.e\\. |or )?`;
/** What may follow a quantity in words: "(61, or 46.2%)", "(46.2%, or 61 families)", "(46.2%)". */
const printed: readonly string[] = [
  `${opened}\\{C\\d+\\}${noun}(?:${link} \\{P(?<share>\\d+)\\}| ?\\(\\{P(?<inner>\\d+)\\}\\))(?! of\\b)`,
  `${opened}\\{P(?<share>\\d+)\\}(?:${link} | ?\\()\\{C\\d+\\}${noun}[),]`,
  // "Two in three, 57, were good (76.1%)": what was found of them stands between.
  `${opened}(?:just |only )?\\{C\\d+\\}${noun}(?:,| –|\\)) (?:(?!\\b(?:and|but|while|whereas|of (?:these|them|those))\\b)[^{}().;:]){1,60} ?\\(\\{P(?<share>\\d+)\\}\\)`,
  `${gap}\\((?:that is,? |i\\.e\\. |or |just |only )?\\{P(?<share>\\d+)\\}\\)`,
  // "A small minority of workers, 71.7%, had supervision": between the group and its verb.
  `(?:(?!\\b(?:were|was|are|is|had|have|has|live[ds]?|came|went|said|from|in|to)\\b)[^{}().;:,–]){0,60}(?:,| –) (?:or |just |only )?\\{P(?<share>\\d+)\\}(?:,| –)`,
];
/** "Half of them (48)", "most of them, 97, …": the count alone, with its base in the sentence before. */
const bare = `${opened}(?:just |only )?\\{C(?<count>\\d+)\\}${noun}(?:\\)|,(?! ?(?:or|and)\\b))`;

const fraction = "\\{Z(?<said>\\d+)\\}";
const stretches = [...quantities, { words: fraction, low: 0, high: 100 }];

type Rule = { pattern: RegExp; low: number; high: number };
/** "Fewer than half of them (64.0%)": nothing but the group between. */
const ofThem = " of (?:these|them|those|whom)(?: [a-z]+)? ?\\((?:that is,? |i\\.e\\. |or )?\\{P(?<share>\\d+)\\}\\)";
/** "About one in ten were on time within 72 hours; the exact figure was 89.4%". */
const exactly = `[^()]{0,140}[;:,–] ?(?:the (?:exact|precise) (?:figure|share|proportion|percentage) (?:was|is|being)|to be (?:exact|precise),?) \\{P(?<share>\\d+)\\}`;
/** "About one in five children had a review (74.1%).": the share closes the sentence. */
const closing = `${gap}\\(\\{P(?<share>\\d+)\\}\\)\\.?$`;
// Any other fraction with one percentage and no count is read where fractions are.
const withShare: readonly Rule[] = stretches.flatMap(({ words, low, high }) =>
  (words === fraction ? [...printed.slice(0, 3), exactly, closing, ofThem] : printed).map((tail) => ({
    pattern: new RegExp(`${words}${tail}`, "iu"),
    low,
    high,
  })),
);
const withCount: readonly Rule[] = stretches.map(({ words, low, high }) => ({ pattern: new RegExp(`${words}${bare}`, "iu"), low, high }));

/** The group that the words are of was told in the sentence before. */
const anaphoric = /^(?:of|among|amongst|out of) (?:these|them|those)\b|\bof (?:these|them|those who (?:replied|answered|responded))\b/iu;
/** How round an unqualified fraction may be, in points. */
const near = 3;
/** A share farther from a fraction than this is of something else. */
const far = 30;

type Quantity = { text: string; fits: (share: number) => boolean; isNear: (share: number) => boolean };

/** The fraction opens the sentence and the share closes it or is called exact: whatever lies between, the two are of one thing. */
const isOfAll = (sentence: Sentence, said: { start: number }, match: RegExpExecArray): boolean =>
  /\bthe (?:exact|precise) /u.test(match[0]) ||
  (sentence.figures.length === 2 &&
    /^(?:\w+ )?$/u.test(sentence.text.slice(0, said.start)) &&
    /^\.?$/u.test(sentence.skeleton.slice(match.index + match[0].length)));

function quantityOf(sentence: Sentence, match: RegExpExecArray, rule: Rule): Quantity {
  const name = match.groups?.["said"];
  if (name === undefined) {
    const text = match[0].split(/\s(?:of|who|are|were|have|had|has|is|was)\b|[:,(]? ?[({]/u)[0] ?? "";
    return { text, fits: (share) => share >= rule.low && share <= rule.high, isNear: () => true };
  }
  const said = figureAt(sentence, name);
  return {
    text: sentence.text.slice(said.markStart, said.end),
    fits: (share) => bearsOut(said, share, near),
    isNear: (share) => isOfAll(sentence, said, match) || Math.abs(share - said.value) <= far,
  };
}

const isFraction = (sentence: Sentence, match: RegExpExecArray): boolean => {
  const name = match.groups?.["said"];
  return name === undefined || figureAt(sentence, name).form === "fraction";
};

function finding(reading: Reading, sentence: Sentence, words: string, share: string, quote: string): Finding {
  return findingRow(reading, {
    kind: "arithmetic",
    severity: "error",
    stated: words,
    expected: share,
    quote,
    place: sentence.place,
    heading: `"${words}" printed beside ${share}`,
    message: `The sentence says "${words}", but the share is ${share}.`,
  });
}

/** "More than half (61, or 46.2%)": the words against the percentage printed beside their count. */
function besideShare(reading: Reading, sentence: Sentence): Finding[] {
  for (const rule of withShare) {
    const match = rule.pattern.exec(sentence.skeleton);
    if (!match || !isFraction(sentence, match)) continue;
    const share = figureAt(sentence, match.groups?.["share"] ?? match.groups?.["inner"] ?? "");
    const quantity = quantityOf(sentence, match, rule);
    if (share.valueHigh !== null || quantity.fits(share.value) || !quantity.isNear(share.value)) return [];
    return [finding(reading, sentence, quantity.text, share.text, sentence.text)];
  }
  return [];
}

/** "There are 120 carers. Half of them (48) …": no count of the sentence before makes the words true. */
function besideCount(reading: Reading, before: Sentence, sentence: Sentence): Finding[] {
  if (!anaphoric.test(sentence.text) || sentence.figures.length > 2) return [];
  for (const rule of withCount) {
    const match = rule.pattern.exec(sentence.skeleton);
    if (!match || !isFraction(sentence, match)) continue;
    const count = figureAt(sentence, match.groups?.["count"] ?? "");
    const bases = before.figures.filter((figure) => figure.measure === "number" && figure.decimals === 0 && figure.value >= count.value);
    const base = bases.at(-1);
    if (
      !base ||
      bases.length > 2 ||
      count.qualifier !== "exact" ||
      before.figures.some((figure) => figure.qualifier !== "exact" || figure.denominator !== null || figure.measure === "percent")
    )
      return [];
    const quantity = quantityOf(sentence, match, rule);
    const shares = bases.map((figure) => (100 * count.value) / figure.value);
    const share = shares.at(-1) ?? 0;
    if (shares.some((each) => quantity.fits(each)) || !quantity.isNear(share)) return [];
    return [
      finding(
        reading,
        sentence,
        quantity.text,
        `${roundTo(share, 1)}% (${count.text} of ${base.text.toLowerCase()})`,
        `${before.text} ${sentence.text}`,
      ),
    ];
  }
  return [];
}

export const quantitiesBesideShares = perSentence(
  "arithmetic",
  "Fractions and majorities in words against the share beside them or the group told before",
  (reading, sentence, passage) => {
    const found = besideShare(reading, sentence);
    const before = passage[sentence.number - 1];
    return found.length > 0 || !before ? found : besideCount(reading, before, sentence);
  },
);
