import { areaWords, gradeWords, type AreaId, type AreaWords } from "./areas.ts";

/** A word of a judgements box, with its place. */
export type Word = { lower: string; block: number; start: number; end: number; kind: "name" | "grade" | "number" | "head" };
/** An area of judgement with the words that name it. */
export type NamedArea = { id: AreaId; known: AreaWords; words: Word[] };

export const headWords = new Set(["judgement", "judgements", "judgment", "judgments", "grade", "grades", "key", "area", "areas"]);
const nameWords = new Set(areaWords.flatMap((area) => area.words));
const wordPattern = /(\p{L}+(?:['’]\p{L}+)?)|(\d+(?:\.\d+)*)/gu;

/** Compatibility form: some fonts print "ff" and "fi" as one letter. Plain letters, as most words have, need none. */
const plainWord = (printed: string): string =>
  /^[A-Za-z]+$/.test(printed) ? printed.toLowerCase() : printed.normalize("NFKC").toLowerCase().replace(/['’]/g, "");

/** The words of a text that could stand in a box; null in the place of each that could not. */
export function* scanWords(text: string, block: number): Generator<Word | null> {
  for (const match of text.matchAll(wordPattern)) {
    const lower = plainWord(match[0]);
    const kind =
      match[2] !== undefined
        ? "number"
        : gradeWords.has(lower)
          ? "grade"
          : nameWords.has(lower)
            ? "name"
            : headWords.has(lower)
              ? "head"
              : null;
    yield kind && { lower, block, start: match.index, end: match.index + match[0].length, kind };
  }
}

export const wordsIn = (text: string, block: number): Word[] => [...scanWords(text, block)].filter((word) => word !== null);

/** The names of areas that the words spell, in order. Words that spell none are passed over. */
export function nameAreas(words: readonly Word[]): NamedArea[] {
  const named: NamedArea[] = [];
  for (let at = 0; at < words.length;) {
    const found = areaWords.find((area) => area.words.every((word, k) => word === words[at + k]?.lower));
    if (found) named.push({ id: found.id, known: found, words: words.slice(at, at + found.words.length) });
    at += found?.words.length ?? 1;
  }
  return named;
}
