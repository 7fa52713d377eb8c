import type { Block } from "../../model/document.ts";
import { mayGrade } from "./grades.ts";
import { runsOf } from "./grid-runs.ts";
import { nameAreas, scanWords, wordsIn, type NamedArea, type Word } from "./grid-words.ts";
import { judgedIn, type Judged } from "./judged.ts";
import { followingGrades, matchGrades, parseGrades, spanOf } from "./pair-grades.ts";

/**
 * Reads the judgements box of a front page in whatever order the page gives its words. A PDF that sets
 * the name of an area over two lines beside its grade reads "Children looked after and achieving
 * Requires improvement to permanence be good"; another gives all names first, then all grades. In each,
 * the words of the names keep their order among themselves, and so do the words of the grades: apart
 * from each other they are two clean lists, and the first grade belongs to the first name.
 */
export type Grid = { first: number; last: number; judged: Judged[] };

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
  const beside = [blocks[at - 1], blocks[at + 1]].some(
    (block) =>
      block?.table && mayGrade(block.text) && nameAreas(wordsIn(block.text, block.index).filter((word) => word.kind === "name")).length > 0,
  );
  return beside && [...scanWords(blocks[at]!.text, at)].every((word) => word !== null);
};

function readRun(blocks: readonly Block[], run: readonly Word[]): Grid | null {
  const all = nameAreas(run.filter((word) => word.kind === "name"));
  if (new Set(all.map((area) => area.id)).size < 2 && !isStrayRow(blocks, run, all)) return null;
  const unnamed = countNames(run, all) - all.reduce((sum, area) => sum + area.words.length, 0);
  // "The judgements that contribute to overall effectiveness:" names an area that has no grade here.
  const shorter = [all[0]?.id === "overall" ? all.slice(1) : [], all.at(-1)?.id === "overall" ? all.slice(0, -1) : []].filter(
    (areas) => areas.length > 1,
  );
  const paired =
    unnamed > 2
      ? undefined
      : [all, ...shorter].map((areas) => ({ named: areas, graded: matchGrades(run, areas) })).find((pair) => pair.graded !== null);
  const named = paired?.named ?? all;
  const graded = paired?.graded ?? followingGrades(run, all);
  const judged = named.flatMap((area, k): Judged[] => {
    const grade = graded[k];
    if (!grade) return [];
    const words = [...area.words, ...grade.words];
    const block = blocks[area.words[0]!.block]!;
    return [
      judgedIn(block, {
        area: printedName(blocks, area),
        grade: grade.value,
        quote: quoteOf(blocks, run, words),
        row: block.table ? area.words.map((word) => blocks[word.block]!.text.slice(word.start, word.end)).join(" ") : "",
      }),
    ];
  });
  if (judged.length === 0) return null;
  return {
    first: judged.reduce((first, one) => Math.min(first, one.block), Number.MAX_SAFE_INTEGER),
    last: blocks[run[run.length - 1]!.block]!.index,
    judged,
  };
}

function countNames(run: readonly Word[], areas: readonly NamedArea[]): number {
  const { first, last } = spanOf(run, areas);
  return run.slice(first, last + 1).filter((word) => word.kind === "name").length;
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
