import { parsePeriod } from "../../model/period.ts";
import { inTime, isOwn, isSingle, type TextFigure } from "./figure.ts";
import { figureAt, type Sentence } from "./reading.ts";

/** Two levels of one measure, the earlier told from the later. */
export type Pair = { then: TextFigure; now: TextFigure };

const number = String.raw`\{([PCMRD])(\d+)\}`;
/** A few words before a number: "from last year's 21%". */
const few = String.raw`(?:[\w£’'-]+ ){0,3}?`;
/** The "to" of a change: not that of "due to" or "access to". */
const to = String.raw`(?<!\b(?:relating|related|relates|due|according|subject|access|respond|up|close|compared|belonging) )\bto `;
const between = "[^{}.;]{0,70}?";
/** "From 125 in the same six months of 2023 to 103": a length of time may stand between. */
const orTime = "(?:[^{}.;]|\\{D\\d+\\}){0,70}?";

/** Wordings of a change with both of its levels, and which of the two comes first. */
const wordings: readonly { pattern: RegExp; first: "then" | "now" }[] = [
  { pattern: new RegExp(`\\bfrom ${few}${number}${orTime}${to}${few}${number}`, "iu"), first: "then" },
  { pattern: new RegExp(`${to}${few}${number}${between}\\bfrom ${few}${number}`, "iu"), first: "now" },
  // "84%, compared with 81% the previous year"; "a peak of 642 in April, come down to 633 by June 2016" tells the newer last.
  {
    pattern: new RegExp(
      `${number}${between}\\b(?:(?:up|down)(?! (?:to|towards|by)\\b)|compared (?:with|to)|against|rather than) (?:from |on |with )?${between}${number}${between}(?:previous|last|prior|earlier|before|\\d{4})`,
      "iu",
    ),
    first: "now",
  },
  // "119 episodes in the quarter, down from 131 in quarter 3"
  {
    pattern: new RegExp(
      `${number}${between}, (?:up|down|(?:an? )?(?:increase|decrease|rise|fall|reduction|drop)) (?:from|on) (?:the )?${few}${number}`,
      "iu",
    ),
    first: "now",
  },
  // "fewer complaints this year (41) than last year (36)"
  { pattern: new RegExp(`\\(${number}\\) than (?:in )?(?:the )?(?:last|previous|prior)[^{}()]{0,20}\\(${number}\\)`, "iu"), first: "now" },
  // "£4,550 a week, has fallen by £200 from £4,750"
  { pattern: new RegExp(`${number}${between}\\bby \\{[CPMX]\\d+\\} from ${few}${number}`, "iu"), first: "now" },
];

/** Counts this far apart are of two things: "23 came and 19 left, so the total went up by four from 216". */
const farthest = 4;
const isFar = (a: TextFigure, b: TextFigure): boolean => Math.max(a.value, b.value) > farthest * Math.min(a.value, b.value);

/** Two levels that the words of one sentence make a change of: "from 80% to 72%", "41, up from 36". */
export function toldAsChange(sentence: Sentence): Pair | null {
  for (const { pattern, first } of wordings) {
    const match = pattern.exec(sentence.skeleton);
    if (!match || match[1] !== match[3]) continue;
    const [a, b] = [figureAt(sentence, match[2]!), figureAt(sentence, match[4]!)];
    const pair = first === "then" ? { then: a, now: b } : { then: b, now: a };
    if (match[1] === "C" && first === "now" && isFar(a, b)) continue;
    if ([a, b].some(({ role }) => role === "comparator" || role === "change") || pair.then.role === "target") continue;
    return pair;
  }
  return null;
}

/** "48 in the year to March 2022; 24 in the year to March 2021": the two levels of a sentence that names two times. */
export function byTheirTimes(sentence: Sentence): Pair | null {
  const [a, b, ...more] = [...sentence.skeleton.matchAll(/\{[CPMR](\d+)\}/g)]
    .map((match) => figureAt(sentence, match[1]!))
    .filter(({ role }) => role !== "change");
  const [first, second, ...others] = sentence.periods.filter((period) => !period.relative).map((period) => parsePeriod(period.period)?.end);
  if (!a || !b || more.length > 0 || others.length > 0 || !first || !second || first === second) return null;
  if (a.measure !== b.measure || [a, b].some((figure) => !isOwn(figure) || figure.valueHigh !== null)) return null;
  // "22.0 starters and 13.0 leavers" are two things, not two levels of one.
  const nouns = [a, b].map((figure) =>
    figure.measure === "number" ? (/^ ([a-z]{4,})/iu.exec(sentence.text.slice(figure.end))?.[1]?.toLowerCase() ?? "") : "",
  );
  if (/\bdifference between\b/iu.test(sentence.text) || (nouns[0] !== "" && nouns[1] !== "" && nouns[0] !== nouns[1])) return null;
  return first < second ? { then: a, now: b } : { then: b, now: a };
}

/** What is said of "44 of 181 (24.3%)" is said of the percentage too. */
function isEarlier(sentence: Sentence, figure: TextFigure): boolean {
  const before = sentence.figures[sentence.figures.indexOf(figure) - 1];
  const isTold = before !== undefined && before.denominator !== null && /^ ?\($/u.test(sentence.text.slice(before.end, figure.start));
  return (isTold ? before : figure).role === "earlier";
}

/** "11.4% of children had three or more placements, compared with 9.8% last year": the percentages, whatever is counted between. */
function thanEarlier(sentence: Sentence): Pair | null {
  const [now, then, ...more] = sentence.figures.filter((figure) => figure.measure === "percent" && figure.valueHigh === null);
  return now && then && more.length === 0 && now.role === "level" && isEarlier(sentence, then) && now.start < then.start
    ? { then, now }
    : null;
}

/** "38 per 10,000. A year ago it was 35": the only two levels of one measure, told apart by words of time. */
function thenAndNow(sentence: Sentence): Pair | null {
  const [a, b, ...more] = sentence.figures.filter((figure) => isSingle(figure) && !figure.isLimit);
  if (!a || !b || more.length > 0 || a.measure !== b.measure || a.value > 2 * b.value || b.value > 2 * a.value || !isOwn(a) || !isOwn(b))
    return null;
  const order = inTime({ figure: a }, { figure: b });
  return order ? { then: order.then.figure, now: order.now.figure } : null;
}

/** The two levels of a sentence, however it tells the earlier from the later; null when it holds more, or leaves it open. */
export const pairIn = (sentence: Sentence): Pair | null =>
  toldAsChange(sentence) ?? thanEarlier(sentence) ?? byTheirTimes(sentence) ?? thenAndNow(sentence);
