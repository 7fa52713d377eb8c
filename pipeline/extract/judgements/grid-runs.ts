import type { Block, SourceTable } from "../../model/document.ts";
import { areaWords, gradeWords } from "./areas.ts";
import { mayGrade, parseGrade } from "./grades.ts";
import { nameAreas, scanWords, wordsIn, type Word } from "./grid-words.ts";

/** Several times the words of any box: what is longer is something else, and is cut so that reading stays linear. */
const longestRun = 500;

/** Lines that the names of one box may take up before its grades begin. */
const columnOfNames = 16;

/** Longest stretches of words that could all stand in a box: names, grades, numbers and column heads. */
export function runsOf(blocks: readonly Block[]): Word[][] {
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
  const part = (cell: string): boolean =>
    cell
      .toLowerCase()
      .split(" ")
      .every((word) => gradeWords.has(word)) && parseGrade(cell) === null;
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
  words.length > 0 &&
  nameAreas(words).length === 0 &&
  areaWords.some(
    (area) => area.words.length > words.length && words.every((word, k) => word.lower === area.words[area.words.length - words.length + k]),
  );
