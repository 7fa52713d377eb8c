import type { ReadSentence } from "./read-sentence.ts";

/** "compared with 88%, 79% and 85%": the list that a figure stands in, opened by a comparison; [] when it stands in none. */
export function comparedList(sentence: ReadSentence, index: number): number[] {
  const { figures, lower } = sentence;
  const joined = (k: number): boolean =>
    k > 0 && k < figures.length && /^\)?(?:,| and|, and) $/.test(lower.slice(figures[k - 1]!.end, figures[k]!.markStart));
  let first = index;
  while (joined(first)) first--;
  if (!/\b(?:compared (?:with|to)|against|up from|down from|from) $/.test(lower.slice(0, figures[first]!.markStart))) return [];
  const list = [first];
  while (joined(list[list.length - 1]! + 1)) list.push(list[list.length - 1]! + 1);
  return list;
}

/**
 * "close to the national figures of 48% and 7%": a row of figures for one other subject, which stand in the
 * order of the things named before; [] when the words do not announce more than one.
 */
export function announcedList(sentence: ReadSentence, index: number, subjects: readonly string[]): number[] {
  const { figures, lower } = sentence;
  const subject = subjects[index] ?? "local";
  if (subject === "local") return [];
  const joined = (k: number): boolean =>
    k > 0 &&
    k < figures.length &&
    subjects[k] === subject &&
    subjects[k - 1] === subject &&
    /^\)?(?:,| and|, and) $/.test(lower.slice(figures[k - 1]!.end, figures[k]!.markStart));
  let first = index;
  while (joined(first)) first--;
  if (!/\b(?:averages|figures|rates|levels|equivalents)\b[^.;]{0,40}$/.test(lower.slice(0, figures[first]!.markStart))) return [];
  const list = [first];
  while (joined(list[list.length - 1]! + 1)) list.push(list[list.length - 1]! + 1);
  return list.length > 1 ? list : [];
}
