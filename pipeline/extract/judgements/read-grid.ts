import type { Block, SourceTable } from "../../model/document.ts";
import { areaWords, gradeWords, type AreaId, type AreaWords } from "./areas.ts";
import { gradeValue, mayGrade, parseGrade } from "./grades.ts";
import { judgedIn, type Judged } from "./judged.ts";

/**
 * Reads the judgements box of a front page in whatever order the page gives its words. A PDF that sets
 * the name of an area over two lines beside its grade reads "Children looked after and achieving
 * Requires improvement to permanence be good"; another gives all names first, then all grades. In each,
 * the words of the names keep their order among themselves, and so do the words of the grades: apart
 * from each other they are two clean lists, and the first grade belongs to the first name.
 */
export type Grid = { first: number; last: number; judged: Judged[] };

type Word = { lower: string; block: number; start: number; end: number; kind: "name" | "grade" | "number" | "head" };
type NamedArea = { id: AreaId; known: AreaWords; words: Word[] };

const headWords = new Set(["judgement", "judgements", "judgment", "judgments", "grade", "grades", "key", "area", "areas"]);
const nameWords = new Set(areaWords.flatMap((area) => area.words));
const wordPattern = /(\p{L}+(?:['’]\p{L}+)?)|(\d+(?:\.\d+)*)/gu;

export function readGrids(blocks: readonly Block[]): Grid[] {
  const grids: Grid[] = [];
  for (const run of runsOf(blocks)) {
    const grid = readRun(blocks, run);
    if (grid) grids.push(grid);
  }
  return grids;
}

/** A paragraph that is one row of a box whose other rows were read as a table: name, grade and nothing else. */
const isStrayRow = (blocks: readonly Block[], run: readonly Word[], areas: readonly NamedArea[]): boolean => {
  const at = areas[0]?.words[0]?.block;
  if (at === undefined || areas.length !== 1 || blocks[at]!.table || areas[0]!.words.some((word) => word.block !== at)) return false;
  if (parseGrades(run.filter((word) => word.block === at && word.kind === "grade"))?.length !== 1) return false;
  const beside = [blocks[at - 1], blocks[at + 1]].some((block) => block?.table && mayGrade(block.text) && nameAreas(wordsIn(block.text, block.index).filter((word) => word.kind === "name")).length > 0);
  return beside && [...scanWords(blocks[at]!.text, at)].every((word) => word !== null);
};

/** Several times the words of any box: what is longer is something else, and is cut so that reading stays linear. */
const longestRun = 500;

/** Lines that the names of one box may take up before its grades begin. */
const columnOfNames = 16;

/** Longest stretches of words that could all stand in a box: names, grades, numbers and column heads. */
function runsOf(blocks: readonly Block[]): Word[][] {
  const runs: Word[][] = [];
  let run: Word[] = [];
  const close = (): void => {
    if (run.some((word) => word.kind === "name") && run.some((word) => word.kind === "grade")) runs.push(run);
    run = [];
  };
  const graded = blocks.map((block) => mayGrade(block.text));
  for (const [at, block] of blocks.entries()) {
    // A box has its grades in the block itself or, set in columns, a few blocks away.
    const near = graded.slice(Math.max(0, at - columnOfNames), at + columnOfNames + 1).includes(true);
    if (!near || (block.table && (!graded[at] || rowsAreWhole(block.table)))) {
      close();
      continue;
    }
    for (const word of scanWords(block.text, at)) {
      if (word) run.push(word);
      if (!word || run.length >= longestRun) close();
    }
  }
  close();
  return runs;
}

/**
 * A table whose grades are whole cells beside a whole name is read row by row, which needs no list of
 * names. One whose rows are the lines of the page, so that a name runs over several, is not.
 */
function rowsAreWhole(table: SourceTable): boolean {
  const part = (cell: string): boolean => cell.toLowerCase().split(" ").every((word) => gradeWords.has(word)) && parseGrade(cell) === null;
  const whole = table.rows.every((row) => {
    const cells = row.cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
    const grade = cells.findIndex((cell) => parseGrade(cell) !== null);
    return !cells.some(part) && grade !== 0;
  });
  if (!whole) return false;
  const rows = table.rows.map((row, at) => row.cells.flatMap((cell) => wordsIn(cell, at)).filter((word) => word.kind === "name"));
  // All names in one cell beside a column of grades, or a row that begins in the middle of a name.
  if (rows.some((words) => nameAreas(words).length > 1 || isTail(words))) return false;
  return nameAreas(rows.flat()).every((area) => area.words[0]?.block === area.words.at(-1)?.block);
}

/** "permanence" or "leavers": the end of a name whose beginning stands on the line above. */
const isTail = (words: readonly Word[]): boolean =>
  words.length > 0 && nameAreas(words).length === 0 && areaWords.some((area) => area.words.length > words.length && words.every((word, k) => word.lower === area.words[area.words.length - words.length + k]));

/** Compatibility form: some fonts print "ff" and "fi" as one letter. Plain letters, as most words have, need none. */
const plainWord = (printed: string): string => (/^[A-Za-z]+$/.test(printed) ? printed.toLowerCase() : printed.normalize("NFKC").toLowerCase().replace(/['’]/g, ""));

/** The words of a text that could stand in a box; null in the place of each that could not. */
function* scanWords(text: string, block: number): Generator<Word | null> {
  for (const match of text.matchAll(wordPattern)) {
    const lower = plainWord(match[0]);
    const kind = match[2] !== undefined ? "number"
      : gradeWords.has(lower) ? "grade"
      : nameWords.has(lower) ? "name"
      : headWords.has(lower) ? "head" : null;
    yield kind && { lower, block, start: match.index, end: match.index + match[0].length, kind };
  }
}

const wordsIn = (text: string, block: number): Word[] => [...scanWords(text, block)].filter((word) => word !== null);

function readRun(blocks: readonly Block[], run: readonly Word[]): Grid | null {
  const all = nameAreas(run.filter((word) => word.kind === "name"));
  if (new Set(all.map((area) => area.id)).size < 2 && !isStrayRow(blocks, run, all)) return null;
  const unnamed = countNames(run, all) - all.reduce((sum, area) => sum + area.words.length, 0);
  // "The judgements that contribute to overall effectiveness:" names an area that has no grade here.
  const shorter = [all[0]?.id === "overall" ? all.slice(1) : [], all.at(-1)?.id === "overall" ? all.slice(0, -1) : []].filter((areas) => areas.length > 1);
  const paired = unnamed > 2 ? undefined : [all, ...shorter].map((areas) => ({ named: areas, graded: match(run, areas) })).find((pair) => pair.graded !== null);
  const named = paired?.named ?? all;
  const graded = paired?.graded ?? follow(run, all);
  const judged = named.flatMap((area, k): Judged[] => {
    const grade = graded[k];
    if (!grade) return [];
    const words = [...area.words, ...grade.words];
    const block = blocks[area.words[0]!.block]!;
    return [judgedIn(block, {
      area: printedName(blocks, area),
      grade: grade.value,
      quote: quoteOf(blocks, run, words),
      row: block.table ? area.words.map((word) => blocks[word.block]!.text.slice(word.start, word.end)).join(" ") : "",
    })];
  });
  if (judged.length === 0) return null;
  return { first: judged.reduce((first, one) => Math.min(first, one.block), Number.MAX_SAFE_INTEGER), last: blocks[run[run.length - 1]!.block]!.index, judged };
}

const place = (run: readonly Word[], areas: readonly NamedArea[]): { first: number; last: number } =>
  ({ first: run.indexOf(areas[0]!.words[0]!), last: run.indexOf(areas.at(-1)!.words.at(-1)!) });

function countNames(run: readonly Word[], areas: readonly NamedArea[]): number {
  const { first, last } = place(run, areas);
  return run.slice(first, last + 1).filter((word) => word.kind === "name").length;
}

/**
 * One grade for each area. A sentence ahead of the box may end in the overall grade and a paragraph
 * after it may begin with "Good": words before the first name are taken only when the box is short of
 * them, and words after the last one only as far as there are areas. Null when the counts do not meet.
 */
function match(run: readonly Word[], areas: readonly NamedArea[]): readonly Graded[] | null {
  const { first, last } = place(run, areas);
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
function parseGrades(all: readonly Word[]): Graded[] | null {
  // "to" without "be" after it comes from a name ("provided to children").
  const words = all.filter((word, k) => word.lower !== "to" || ["be", "become"].includes(all[k + 1]?.lower ?? ""));
  const grades: Graded[] = [];
  for (let at = 0; at < words.length;) {
    const long = words[at]?.lower === "requires" && words[at + 1]?.lower === "improvement";
    const tail = long && words[at + 2]?.lower === "to" && ["be", "become"].includes(words[at + 3]?.lower ?? "") && words[at + 4]?.lower === "good";
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
function follow(run: readonly Word[], named: readonly NamedArea[]): (Graded | undefined)[] {
  return named.map((area, k) => {
    const from = run.indexOf(area.words.at(-1)!) + 1;
    const next = named[k + 1];
    const to = next ? run.indexOf(next.words[0]!) : run.length;
    const grades = parseGrades(run.slice(from, to).filter((word) => word.kind === "grade"));
    return grades?.length === 1 ? grades[0] : undefined;
  });
}

/** The name as printed, commas included; as the framework has it where some of its words were taken for grades. */
function printedName(blocks: readonly Block[], { known, words }: NamedArea): string {
  if (known.name.split(" ").length > words.length) return known.name.charAt(0).toUpperCase() + known.name.slice(1);
  const printed = words.map(({ block, start, end }) => {
    const text = blocks[block]?.text ?? "";
    return text.slice(start, text[end] === "," ? end + 1 : end);
  });
  return printed.join(" ").replace(/,$/, "");
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

/** The names of areas that the words spell, in order. Words that spell none are passed over. */
function nameAreas(words: readonly Word[]): NamedArea[] {
  const named: NamedArea[] = [];
  for (let at = 0; at < words.length;) {
    const found = areaWords.find((area) => area.words.every((word, k) => word === words[at + k]?.lower));
    if (found) named.push({ id: found.id, known: found, words: words.slice(at, at + found.words.length) });
    at += found?.words.length ?? 1;
  }
  return named;
}

type Graded = { value: Judged["grade"]; words: Word[] };

/** The stretch of the document from the first to the last of the words; in a table, whole rows. */
function quoteOf(blocks: readonly Block[], run: readonly Word[], words: readonly Word[]): string {
  const order = words.map((word) => run.indexOf(word)).sort((a, b) => a - b);
  const from = run[startOf(run, order[0]!)]!;
  const to = run[order.at(-1)!]!;
  const parts: string[] = [];
  for (let k = from.block; k <= to.block; k++) {
    const text = blocks[k]!.text;
    const start = k === from.block ? (blocks[k]!.table ? text.lastIndexOf("\n", from.start) + 1 : from.start) : 0;
    const lineEnd = text.indexOf("\n", to.end);
    const end = k < to.block ? text.length : blocks[k]!.table && lineEnd >= 0 ? lineEnd : blocks[k]!.table ? text.length : to.end;
    parts.push(text.slice(start, end));
  }
  return parts.join(" ").trim();
}

/** The number printed before an area ("2.1") belongs to its quote. */
const startOf = (run: readonly Word[], at: number): number => {
  const before = run[at - 1];
  return before?.kind === "number" && before.block === run[at]!.block ? at - 1 : at;
};
