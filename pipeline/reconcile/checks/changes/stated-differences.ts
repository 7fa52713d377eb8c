import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { findingRow } from "../../finding-row.ts";
import type { TextFigure } from "../../reading/figure.ts";
import { figureAt, type Reading, type Sentence } from "../../reading/reading.ts";
import { roundTo } from "../../numbers/rounding.ts";
import { byTheirTimes } from "../../reading/pairs.ts";
import { fitsShare, printShare } from "../../numbers/shares.ts";

const up = "increase|rise|gain|growth|net gain|net increase|uplift";
const down = "decrease|fall|reduction|drop|decline|net loss|net reduction";
const stated = new RegExp(`\\b(?:(?:an?|the) (?:\\w+ )?(?<noun>${up}|${down}) of|(?<word>up|down) by|(?<short>up|down)) \\{(?<code>[CM])(?<at>\\d+)\\}(?! ?to\\b)(?:(?: or |[^{}();,.]{0,25}\\()\\{P(?<share>\\d+)\\})?`, "iu");
const setBeside = /\b(?:compar\w+|against|from|previous(?:ly)?|earlier|was|were|had been|last year|year before|a year ago)\b/iu;
const refersBack = /^(?:this|that|it|these|they|the (?:figure|number|total)|compared|up|down|last year|a year (?:ago|earlier|before)|the year before|in the (?:previous|year before))\b/iu;

/** Figures of the same kind as the change that can be the levels it lies between. */
function levelsOf(sentence: Sentence, change: TextFigure): TextFigure[] {
  return sentence.figures.filter((figure) => figure !== change && figure.measure === change.measure && figure.valueHigh === null && figure.denominator === null && !["target", "comparator", "change"].includes(figure.role));
}

const same = (a: number, b: number): boolean => Math.abs(a - b) < 0.005;

/** "161 at 30 September. This compares with 152 at 31 March, a rise of 19": the later level, the earlier, the change. */
function report(reading: Reading, sentence: Sentence, before: Sentence | undefined): Finding[] {
  const match = stated.exec(sentence.skeleton);
  const groups = match?.groups;
  if (!match || !groups || !setBeside.test(sentence.text)) return [];
  const change = figureAt(sentence, groups["at"] ?? "");
  if (change.qualifier !== "exact") return [];
  const here = levelsOf(sentence, change).filter((figure) => figure.end <= change.start);
  const back = here.length === 1 && before && refersBack.test(sentence.text) ? levelsOf(before, change) : [];
  const levels = here.length === 2 ? here : back.length === 1 ? [...back, ...here] : [];
  const [now, then] = levels;
  if (!now || !then || now.qualifier !== "exact" || then.qualifier !== "exact") return [];
  const gap = Math.abs(now.value - then.value);
  // "13.7 … 14.0 and, before that, 14.4: a drop of 0.3": the change may be that from the sentence before.
  const all = [...(before ? levelsOf(before, change) : []), ...here].map((figure) => figure.value);
  if (all.some((a) => all.some((b) => same(Math.abs(a - b), change.value) && a !== b)) && !same(gap, change.value)) return [];
  const draft = { quote: before && back.length > 0 ? `${before.text} ${sentence.text}` : sentence.text, place: sentence.place };
  if (!same(gap, change.value)) {
    // A change of another thing that happens to stand between is far from the gap of the two.
    if (gap === 0 || change.value > Math.max(now.value, then.value)) return [];
    const expected = roundTo(gap, Math.max(now.decimals, then.decimals));
    return [findingRow(reading, {
      ...draft, kind: "arithmetic", severity: "error", stated: change.text, expected,
      heading: `A change of ${change.text} printed; ${then.text} and ${now.text} are ${expected} apart`,
      message: `${then.text} and ${now.text} are ${expected} apart, but a change of ${change.text} is printed.`,
    })];
  }
  const pair = byTheirTimes(sentence);
  const order = pair && { from: pair.then.value, to: pair.now.value };
  const rises = new RegExp(`^(?:${up}|up)$`, "iu").test(groups["noun"] ?? groups["word"] ?? groups["short"] ?? "");
  if (order && order.from !== order.to && here.length === 2 && rises !== order.to > order.from) {
    return [findingRow(reading, {
      ...draft, kind: "conflict", severity: "error", stated: `${match[0].replace(/\{\w+\}/gu, change.text)}; ${order.from} to ${order.to}`,
      heading: `"${rises ? "a rise" : "a fall"}" beside ${order.from} and then ${order.to}`,
      message: `The sentence tells of ${rises ? "a rise" : "a fall"}, but its figures go ${rises ? "down" : "up"}, from ${order.from} to ${order.to}.`,
    })];
  }
  const share = groups["share"] === undefined ? null : figureAt(sentence, groups["share"]);
  if (!share || [now.value, then.value].some((base) => fitsShare(gap, base, share))) return [];
  const expected = printShare(gap, then.value, share);
  return [findingRow(reading, {
    ...draft, kind: "arithmetic", severity: "error", stated: share.text, expected,
    heading: `${share.text} printed; a change of ${change.text} from ${then.text} is ${expected}`,
    message: `A change of ${change.text} from ${then.text} is ${expected}, but ${share.text} is printed.`,
  })];
}

const apart = /\{([CM])(\d+)\}(?![^{},.;()]*\b(?:of whom|of which|including|who)\b)[^{}.;()]{0,60}, (?:which is |that is |or |just |only )?\{\1(\d+)\} (fewer|more|less|higher|lower) than (?:the )?(?:(?:figure|number|total) of )?\{\1(\d+)\}(?! (?:out )?of (?!the (?:year|month|quarter|previous|last)\b))/iu;

/** "367 children had plans, 14 fewer than the 391 in October": two numbers of one clause and how far apart they are. */
function fewerThan(reading: Reading, sentence: Sentence): Finding[] {
  const match = apart.exec(sentence.skeleton);
  if (!match) return [];
  const [now, gap, then] = [figureAt(sentence, match[2]!), figureAt(sentence, match[3]!), figureAt(sentence, match[5]!)];
  if ([now, gap, then].some((figure) => figure.qualifier !== "exact" || figure.valueHigh !== null || figure.denominator !== null)) return [];
  const more = /more|higher/iu.test(match[4] ?? "");
  const exact = now.value - then.value;
  // Numbers of two things lie further apart than any change between them.
  if (same(more ? exact : -exact, gap.value) || gap.value > Math.min(now.value, then.value) || Math.abs(exact) > Math.min(now.value, then.value)) return [];
  const decimals = Math.max(now.decimals, then.decimals);
  const expected = exact === 0 ? "no difference" : `${roundTo(Math.abs(exact), decimals)} ${exact > 0 ? "more" : "fewer"}`;
  return [findingRow(reading, {
    kind: "arithmetic", severity: "error", stated: `${gap.text} ${match[4]}`, expected, quote: sentence.text, place: sentence.place,
    heading: `"${gap.text} ${match[4]}" printed; ${now.text} beside ${then.text} is ${expected}`,
    message: `${now.text} beside ${then.text} is ${expected}, but "${gap.text} ${match[4]}" is printed.`,
  })];
}

export const statedDifferences = perSentence("arithmetic", "A stated difference against the two numbers beside it", (reading, sentence, passage) => {
  const found = report(reading, sentence, passage[sentence.number - 1]);
  return found.length > 0 ? found : fewerThan(reading, sentence);
});
