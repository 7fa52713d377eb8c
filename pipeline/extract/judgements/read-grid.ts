import type { Block, SourceTable } from "../../model/document.ts";
import { areaWords, gradeWords, type AreaId } from "./areas.ts";
import { findGrades, parseGrade } from "./grades.ts";
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
type NamedArea = { id: AreaId; words: Word[] };

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

/** Longest stretches of words that could all stand in a box: names, grades, numbers and column heads. */
function runsOf(blocks: readonly Block[]): Word[][] {
  const runs: Word[][] = [];
  let run: Word[] = [];
  const close = (): void => {
    if (run.some((word) => word.kind === "name") && run.some((word) => word.kind === "grade")) runs.push(run);
    run = [];
  };
  for (const [at, block] of blocks.entries()) {
    if (block.table && rowsAreWhole(block.table)) {
      close();
      continue;
    }
    for (const match of block.text.matchAll(wordPattern)) {
      const lower = match[0].toLowerCase().replace(/['’]/g, "");
      const kind = match[2] !== undefined ? "number"
        : gradeWords.has(lower) ? "grade"
        : nameWords.has(lower) ? "name"
        : headWords.has(lower) ? "head" : null;
      if (kind) run.push({ lower, block: at, start: match.index, end: match.index + match[0].length, kind });
      else close();
    }
  }
  close();
  return runs;
}

/** A table whose grades are whole cells beside a name is read row by row, which needs no list of names. */
function rowsAreWhole(table: SourceTable): boolean {
  const part = /^(?:requires|improvement|to be good|be good|good)$/i;
  return table.rows.every((row) => {
    const cells = row.cells.map((cell) => cell.trim()).filter((cell) => cell !== "");
    const grade = cells.findIndex((cell) => parseGrade(cell) !== null);
    return grade < 0 ? !cells.some((cell) => part.test(cell)) : grade > 0;
  });
}

function readRun(blocks: readonly Block[], run: readonly Word[]): Grid | null {
  const named = nameAreas(run.filter((word) => word.kind === "name"));
  const distinct = new Set(named.map((area) => area.id));
  const [firstArea, lastArea] = [named[0], named.at(-1)];
  if (!firstArea || !lastArea || distinct.size < 2) return null;
  const first = run.indexOf(firstArea.words[0]!);
  const last = run.indexOf(lastArea.words.at(-1)!);
  const within = run.slice(first, last + 1).filter((word) => word.kind === "grade");
  const inside = gradesOf([...within, ...edge(run, last, 1)]);
  const unnamed = run.slice(first, last + 1).filter((word) => word.kind === "name").length - named.reduce((sum, area) => sum + area.words.length, 0);
  const matched = unnamed > 2 || gradesOf(within).length > named.length ? null
    : match(named, inside, gradesOf([...edge(run, first, -1), ...within, ...edge(run, last, 1)]));
  const graded = matched ?? follow(run, named);
  const judged = named.flatMap((area, k): Judged[] => {
    const grade = graded[k];
    if (!grade) return [];
    const words = [...area.words, ...grade.words];
    const block = blocks[area.words[0]!.block]!;
    return [judgedIn(block, {
      area: area.words.map((word) => blocks[word.block]!.text.slice(word.start, word.end + trailingComma(blocks[word.block]!.text, word.end))).join(" ").replace(/,$/, ""),
      grade: grade.value,
      quote: quoteOf(blocks, run, words),
      row: block.table ? area.words.map((word) => blocks[word.block]!.text.slice(word.start, word.end)).join(" ") : "",
    })];
  });
  if (judged.length === 0) return null;
  const indexes = judged.map((one) => one.block);
  return { first: Math.min(...indexes), last: blocks[run[run.length - 1]!.block]!.index, judged };
}

/**
 * One grade for each area. A sentence ahead of the box may end in the overall grade and a paragraph
 * after it may begin with "Good": words before the first name are taken only when the box is short of
 * them, and words after the last one only as far as there are areas. Null when the counts do not meet.
 */
function match(named: readonly NamedArea[], inside: readonly Graded[], withBefore: readonly Graded[]): readonly Graded[] | null {
  if (inside.length >= named.length) return inside.slice(0, named.length);
  return withBefore.length >= named.length ? withBefore.slice(withBefore.length - named.length) : null;
}

/** The grade that follows each area before the next one; undefined for an area without one ("not judged"). */
function follow(run: readonly Word[], named: readonly NamedArea[]): (Graded | undefined)[] {
  return named.map((area, k) => {
    const from = run.indexOf(area.words.at(-1)!) + 1;
    const next = named[k + 1];
    const to = next ? run.indexOf(next.words[0]!) : run.length;
    const grades = gradesOf(run.slice(from, to).filter((word) => word.kind === "grade"));
    return grades.length === 1 ? grades[0] : undefined;
  });
}

const trailingComma = (text: string, at: number): number => (text[at] === "," ? 1 : 0);

/** Grade words that touch the box on one side, up to the first word of another kind. */
function edge(run: readonly Word[], from: number, step: 1 | -1): Word[] {
  const found: Word[] = [];
  for (let k = from + step; k >= 0 && k < run.length; k += step) {
    const word = run[k]!;
    if (word.kind === "name") break;
    if (word.kind === "grade") found.push(word);
  }
  return step === 1 ? found : found.reverse();
}

/** The names of areas that the words spell, in order. Words that spell none are passed over. */
function nameAreas(words: readonly Word[]): NamedArea[] {
  const named: NamedArea[] = [];
  for (let at = 0; at < words.length;) {
    const found = areaWords.find((area) => area.words.every((word, k) => word === words[at + k]?.lower));
    if (found) named.push({ id: found.id, words: words.slice(at, at + found.words.length) });
    at += found?.words.length ?? 1;
  }
  return named;
}

type Graded = { value: Judged["grade"]; words: Word[] };

function gradesOf(words: readonly Word[]): Graded[] {
  // Joined with single spaces, so that a place in the text leads back to the word.
  const text = words.map((word) => word.lower).join(" ");
  const starts: number[] = [];
  let offset = 0;
  for (const word of words) {
    starts.push(offset);
    offset += word.lower.length + 1;
  }
  return findGrades(text).map(({ value, start, end }) => ({
    value,
    words: words.filter((_, k) => starts[k]! >= start && starts[k]! < end),
  }));
}

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
