import { gradeValue } from "./grades.ts";
import { headWords, type NamedArea, type Word } from "./grid-words.ts";
import type { Judged } from "./judged.ts";

/** A whole grade with its words. */
type Graded = { value: Judged["grade"]; words: Word[] };

/** Places of the first and the last word of the names in a run. */
export const spanOf = (run: readonly Word[], areas: readonly NamedArea[]): { first: number; last: number } => ({
  first: run.indexOf(areas[0]!.words[0]!),
  last: run.indexOf(areas.at(-1)!.words.at(-1)!),
});

/**
 * One grade for each area. A sentence ahead of the box may end in the overall grade and a paragraph
 * after it may begin with "Good": words before the first name are taken only when the box is short of
 * them, and words after the last one only as far as there are areas. Null when the counts do not meet.
 */
export function matchGrades(run: readonly Word[], areas: readonly NamedArea[]): readonly Graded[] | null {
  const { first, last } = spanOf(run, areas);
  const before = edge(run, first, -1).slice(-mostBefore);
  const within = run.slice(first, last + 1).filter((word) => word.kind === "grade");
  const after = edge(run, last, 1);
  for (let taken = 0; taken <= before.length; taken++) {
    // A grade cut in two, "Requires improvement to be" above the name and "good" beside it, is taken whole.
    if (unfinished.has(before[before.length - taken - 1]?.lower ?? "")) continue;
    for (let more = after.length; more >= 0; more--) {
      const grades = parseGrades([...before.slice(before.length - taken), ...within, ...after.slice(0, more)]);
      if (grades?.length === areas.length) return grades;
    }
  }
  return null;
}

/** "Requires improvement to be" is the most that can stand above the name it belongs to. */
const mostBefore = 5;

/** Words that are whole grades one after another; null when any is left over ("to be good" without its beginning). */
export function parseGrades(all: readonly Word[]): Graded[] | null {
  // "to" without "be" after it comes from a name ("provided to children").
  const words = all.filter((word, k) => word.lower !== "to" || ["be", "become"].includes(all[k + 1]?.lower ?? ""));
  const grades: Graded[] = [];
  for (let at = 0; at < words.length;) {
    const long = words[at]?.lower === "requires" && words[at + 1]?.lower === "improvement";
    const tail =
      long && words[at + 2]?.lower === "to" && ["be", "become"].includes(words[at + 3]?.lower ?? "") && words[at + 4]?.lower === "good";
    const length = tail ? 5 : long ? 2 : 1;
    const value = long ? 3 : gradeValue(words[at]?.lower ?? "");
    if (value === null || (!long && !wholeGrades.has(words[at]?.lower ?? ""))) return null;
    grades.push({ value, words: words.slice(at, at + length) });
    at += length;
  }
  return grades;
}

const unfinished = new Set(["requires", "require", "to", "be", "become"]);
const wholeGrades = new Set(["outstanding", "good", "adequate", "inadequate"]);

/** The grade that follows each area before the next one; undefined for an area without one ("not judged"). */
export function followingGrades(run: readonly Word[], named: readonly NamedArea[]): (Graded | undefined)[] {
  return named.map((area, k) => {
    const from = run.indexOf(area.words.at(-1)!) + 1;
    const next = named[k + 1];
    const to = next ? run.indexOf(next.words[0]!) : run.length;
    const grades = parseGrades(run.slice(from, to).filter((word) => word.kind === "grade"));
    return grades?.length === 1 ? grades[0] : undefined;
  });
}

/** Grade words that touch the box on one side, up to the first word of a name; "Judgement" may head the names. */
function edge(run: readonly Word[], from: number, step: 1 | -1): Word[] {
  const found: Word[] = [];
  for (let k = from + step; k >= 0 && k < run.length; k += step) {
    const word = run[k]!;
    if (word.kind === "name" && !headWords.has(word.lower)) break;
    if (word.kind === "grade") found.push(word);
  }
  return step === 1 ? found : found.reverse();
}
