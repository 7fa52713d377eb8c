/** Percentages as fractions that people say, for headings: "Nearly three in four". */

type Named = { readonly value: number; readonly words: string };

const count = ["", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const tenths: Named[] = [1, 2, 3, 4, 6, 7, 8, 9].map((n) => ({ value: 10 * n, words: `${count[n]} in ten` }));
const named: readonly Named[] = [
  ...tenths.filter(({ value }) => value !== 20 && value !== 40 && value !== 60 && value !== 80),
  { value: 20, words: "one in five" },
  { value: 40, words: "two in five" },
  { value: 60, words: "three in five" },
  { value: 80, words: "four in five" },
  { value: 25, words: "one in four" },
  { value: 75, words: "three in four" },
  { value: 100 / 3, words: "one in three" },
  { value: 200 / 3, words: "two in three" },
  { value: 50, words: "half" },
];

/**
 * The share in words, small first letter, as goes before "of" or a noun; null where no common fraction
 * lies within one and a half points. "half" takes a plain noun like the rest: "half children" is avoided
 * by the caller, who writes fractionOf.
 */
function fraction(percent: number): string | null {
  let nearest: Named | null = null;
  for (const candidate of named) {
    if (nearest === null || Math.abs(percent - candidate.value) < Math.abs(percent - nearest.value)) nearest = candidate;
  }
  if (nearest === null) return null;
  const off = percent - nearest.value;
  if (Math.abs(off) > 1.5) return null;
  if (Math.abs(off) <= 0.5) return Number.isInteger(nearest.value) && off === 0 ? nearest.words : `about ${nearest.words}`;
  return `${off < 0 ? "nearly" : "just over"} ${nearest.words}`;
}

/** "nearly three in four care leavers", "half of the children", "almost all children", "all 123 children"; null where no fraction is near. */
export function fractionOf(percent: number, people: string): string | null {
  if (percent === 100) return `all ${people}`;
  if (percent === 0) return `no ${people}`;
  if (percent >= 95.5) return `almost all ${people}`;
  const words = fraction(percent);
  if (words === null) return null;
  return words.endsWith("half") ? `${words} of ${people}` : `${words} ${people}`;
}
