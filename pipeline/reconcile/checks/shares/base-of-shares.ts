import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import type { TextFigure } from "../../reading/figure.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { judgeShare } from "../../numbers/shares.ts";

/** How far from the stated number another base is looked for. */
const reach = 6;
/** Fewer than this are no whole that shares of one decimal are of. */
const fewest = 20;

const countsOn = (base: number, shares: readonly TextFigure[]): number[] | null => {
  const counts = shares.map((share) => {
    const n = Math.round((share.value * base) / 100);
    return [n, n - 1, n + 1].find((count) => count >= 0 && ["rounded", "truncated"].includes(judgeShare(count, base, share)));
  });
  return counts.every((count) => count !== undefined) ? counts : null;
};
const fitsExactly = (base: number, shares: readonly TextFigure[]): boolean => {
  const counts = countsOn(base, shares);
  return (
    counts !== null &&
    counts.reduce((sum, count) => sum + count, 0) === base &&
    shares.every((share, i) => judgeShare(counts[i] ?? 0, base, share) === "rounded")
  );
};

/** Shares of one sentence that make a whole, and the number of children that the passage says it is of. */
function report(reading: Reading, sentence: Sentence, passage: readonly Sentence[]): Finding[] {
  const shares = sentence.figures.filter((figure) => figure.measure === "percent" && figure.form === "digits" && figure.valueHigh === null);
  if (shares.length < 3 || shares.filter((share) => share.decimals === 1).length < shares.length - 1) return [];
  const sum = shares.reduce((total, share) => total + share.value, 0);
  const base = baseBefore(passage, sentence);
  if (Math.abs(sum - 100) > 0.05 * shares.length + 0.06 || base === null || base > 700) return [];
  // The sentence may give what they are of itself.
  const own = sentence.figures.filter((figure) => figure.measure === "number" && figure.value >= fewest).map(({ value }) => value);
  if ([base, ...own].some((of) => countsOn(of, shares) !== null)) return [];
  const others = Array.from({ length: 2 * reach + 1 }, (_, i) => base - reach + i).filter(
    (other) => other > fewest && other !== base && fitsExactly(other, shares),
  );
  const [other] = others.sort((a, b) => Math.abs(a - base) - Math.abs(b - base));
  if (other === undefined) return [];
  const counts = countsOn(other, shares) ?? [];
  const list = shares.map((share) => share.text).join(", ");
  return oneFinding(reading, {
    kind: "arithmetic",
    severity: "note",
    stated: `${list} of ${base}`,
    expected: `${counts.join(", ")} of ${other}`,
    quote: sentence.text,
    place: sentence.place,
    heading: `${list} are shares of ${other}, not of ${base}`,
    message: `No whole numbers of ${base} give ${list}; ${counts.join(", ")} of ${other} do. The percentages are on another base than the ${base} stated.`,
  });
}

/** The number of people that "of these children" means: the one count that opens the passage before it. */
function baseBefore(passage: readonly Sentence[], sentence: Sentence): number | null {
  if (!/\bof (?:these|those|the|them)\b/iu.test(sentence.text)) return null;
  const earlier = passage.filter((other) => other.number < sentence.number).reverse();
  for (const other of earlier) {
    const counts = [...other.skeleton.matchAll(/\{C(\d+)\}/g)].map((match) => other.figures[Number(match[1])]);
    const [count] = counts;
    if (count && /\b(?:there (?:were|are)|children|young people)\b/iu.test(other.text) && counts.length === 1) return count.value;
  }
  return null;
}

export const baseOfShares = perSentence("arithmetic", "A series of percentages on another base than the one stated", report);
