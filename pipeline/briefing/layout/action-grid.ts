import { patternOf } from "../../core/patterns.ts";
import { actionRef, type Action } from "../../model/action.ts";
import type { Standing } from "../../words/action-words.ts";
import { drawMark, markRise, type MarkName } from "../marks.ts";
import { piece, rule, type Mark, type PathCommand, type Piece, type Tag } from "../ink.ts";
import { baselineIn, ink, page, type as roles } from "../style.ts";
import { widthOf } from "./lines.ts";
import { shortened } from "./shorten.ts";
import { setText } from "./text.ts";

/** A month, or the actions without a date; neighbours of one group share its head. */
export type GridColumn = {
  readonly group: string;
  readonly standing: Standing;
  readonly head: string;
  readonly actions: readonly Action[];
};

const cellLine = 14.5;
const nameStyle = { ...roles.cell, line: 12.5 };
/** "Ensure that …" and "Improve the quality of …" say little: the words after them tell recommendations apart. */
const opening = patternOf("i")`
  ^(?:the (?:council|local authority|authority) should )?(?:(?:ensure|make sure)(?: that)? |
  (?:improve|strengthen|increase|provide|develop|accelerate|review) )?(?:(?:the |a |an )?(?:effectiveness|quality|timeliness|
  consistency) of )?(?:the |a |an )?`;
const shortName = (text: string): string => {
  const rest = text.replace(opening, "");
  return rest.slice(0, 1).toUpperCase() + rest.slice(1);
};

type Options = { key: string; path: readonly Tag[]; before: number; rests: readonly string[]; nameLines: number };
type MarkOf = (rag: string) => MarkName;

/**
 * Recommendations down, months across, one mark and number for each action. The heavy line stands
 * after what is overdue. Read as a table: group heads, months, then a row for each recommendation.
 */
export function layActionGrid(actions: readonly Action[], columns: readonly GridColumn[], markOf: MarkOf, options: Options): Piece[] {
  const grid = gridOf(columns, options);
  const numbers = [...new Set(actions.map((action) => action.recommendation_no))];
  return [
    layHead(columns, grid, options),
    ...numbers.map((number, index) => {
      const own = actions.filter((action) => action.recommendation_no === number);
      const { marks, height } = layRow(number, own, columns, markOf, grid, {
        key: `${options.key}/${index}`,
        body: `${options.key}/body`,
        nameLines: options.nameLines,
      });
      const last = index === numbers.length - 1;
      const edge = rule(page.left, page.right, height, last ? 1 : 0.5, last ? ink.text : ink.row);
      return piece({
        height,
        marks: [...marks, edge, ...overdueLine(columns, grid, height)],
        keepWithNext: index === 0 || index === numbers.length - 2,
      });
    }),
    layKey(actions, markOf, options),
  ];
}

type Grid = { readonly each: number; readonly names: number; readonly left: (at: number) => number; readonly table: readonly Tag[] };

function gridOf(columns: readonly GridColumn[], { key, path }: Options): Grid {
  const each = Math.min(46, Math.max(34, (page.content - 172) / Math.max(1, columns.length)));
  const from = page.right - each * columns.length;
  return {
    each,
    names: page.content - each * columns.length,
    left: (at) => from + at * each,
    table: [...path, { key, tag: "Table" }],
  };
}

function layHead(columns: readonly GridColumn[], grid: Grid, options: Options): Piece {
  const head: readonly Tag[] = [...grid.table, { key: `${options.key}/head`, tag: "THead" }];
  const height = 39;
  const marks = [
    ...groupHeads(columns, grid, head, options),
    ...monthHeads(columns, grid, head, options),
    rule(page.left, page.right, height - 0.5, 1, ink.text),
  ];
  return piece({ height, marks, before: options.before, keepWithNext: true });
}

/** "Overdue", "Now" and the like over the months that they hold. */
function groupHeads(columns: readonly GridColumn[], { left }: Grid, head: readonly Tag[], { key, rests }: Options): Mark[] {
  const row: readonly Tag[] = [...head, { key: `${key}/head/groups`, tag: "TR" }];
  const runs: { group: string; standing: Standing; from: number; to: number }[] = [];
  columns.forEach((column, at) => {
    const last = runs.at(-1);
    if (last && last.group === column.group) last.to = at;
    else runs.push({ group: column.group, standing: column.standing, from: at, to: at });
  });
  return [
    { path: [...row, { key: `${key}/head/groups/name`, tag: "TH", scope: "Column" }], inks: [] },
    ...runs.flatMap((run) => {
      const [from, to] = [left(run.from), left(run.to + 1)];
      const tag: Tag = { key: `${key}/head/groups/${run.from}`, tag: "TH", scope: "Column", columnSpan: run.to - run.from + 1 };
      // A head wider than its months stands over their middle, but never beyond the frame.
      const wide = widthOf(run.group, roles.strong) + 1;
      const x = Math.min((from + to - wide) / 2, page.right - wide);
      return [
        ...setText([{ text: run.group, rests }], { x, y: 0, width: wide }, roles.strong, [...row, tag]).marks,
        rule(from + 2, to - 2, 17, run.standing === "overdue" ? 3 : 1, ink.text),
      ];
    }),
  ];
}

function monthHeads(columns: readonly GridColumn[], { left, each, names }: Grid, head: readonly Tag[], { key }: Options): Mark[] {
  const row: readonly Tag[] = [...head, { key: `${key}/head/months`, tag: "TR" }];
  return [
    ...setText([{ text: "Recommendation" }], { x: page.left, y: 21, width: names }, roles.head, [
      ...row,
      { key: `${key}/head/months/name`, tag: "TH", scope: "Column" },
    ]).marks,
    ...columns.flatMap((column, at) => {
      const path: readonly Tag[] = [...row, { key: `${key}/head/months/${at}`, tag: "TH", scope: "Column" }];
      const set = setText(
        [{ text: column.head, rests: column.actions.map(actionRef) }],
        { x: left(at), y: 21, width: each, align: "centre" },
        roles.head,
        path,
      ).marks;
      return set.length > 0 ? set : [{ path, inks: [] }];
    }),
  ];
}

/** One recommendation with its actions, those of a month below each other. `key` is the row's own, `body` that of all rows. */
function layRow(
  number: Action["recommendation_no"],
  own: readonly Action[],
  columns: readonly GridColumn[],
  markOf: MarkOf,
  { left, each, names, table }: Grid,
  { key, body, nameLines }: { key: string; body: string; nameLines: number },
): { marks: Mark[]; height: number } {
  const row: readonly Tag[] = [...table, { key: body, tag: "TBody" }, { key, tag: "TR" }];
  const indent = number === null ? 0 : 16;
  const namePath: readonly Tag[] = [...row, { key: `${key}/name`, tag: "TH", scope: "Row" }];
  const name = shortened(shortName(own[0]?.recommendation ?? ""), names - indent - 8, nameStyle, nameLines);
  const label = setText([{ text: number === null ? "" : String(number) }], { x: page.left, y: 3.5, width: 16 }, roles.cellOwn, namePath);
  const words = setText([{ text: name }], { x: page.left + indent, y: 3.5, width: names - indent - 8 }, nameStyle, namePath);
  const cells = columns.map((column) => own.filter((action) => column.actions.includes(action)));
  const marks = cells.flatMap((here, at): Mark[] => {
    const path: readonly Tag[] = [...row, { key: `${key}/${at}`, tag: "TD" }];
    if (here.length === 0) return [{ path, inks: [] }];
    const style = columns[at]?.standing === "overdue" ? { ...roles.body, weight: "Bold" as const } : roles.body;
    const x = left(at) + Math.max(2, each / 2 - 17);
    return here.flatMap((action, line): Mark[] => {
      const y = 3 + line * cellLine;
      return [
        { path: [], inks: drawMark(markOf(action.rag), x + 5, y + baselineIn(roles.body) - markRise) },
        ...setText([{ text: action.action_id, rests: [actionRef(action)] }], { x: x + 13, y, width: each }, style, path).marks,
      ];
    });
  });
  const deepest = Math.max(1, ...cells.map((here) => here.length));
  return { marks: [...label.marks, ...words.marks, ...marks], height: Math.max(7 + deepest * cellLine, 6 + words.height) };
}

/** The heavy line after what is overdue; none where nothing is, or all of it. */
function overdueLine(columns: readonly GridColumn[], { left }: Grid, height: number): Mark[] {
  const end = columns.findIndex(({ standing }) => standing === "now" || standing === "to_come" || standing === "undated");
  if (end <= 0) return [];
  const commands: PathCommand[] = [
    ["M", left(end), 0],
    ["L", left(end), height],
  ];
  return [{ path: [], inks: [{ kind: "path", commands, stroke: ink.text, width: 2 }] }];
}

function layKey(
  actions: readonly Action[],
  markOf: (rag: string) => MarkName,
  options: { key: string; path: readonly Tag[]; rests: readonly string[] },
): Piece {
  const kinds: { mark: MarkName; word: string }[] = [
    { mark: "red", word: "Red" },
    { mark: "amber", word: actions.some((action) => /yellow/i.test(action.rag)) ? "Yellow" : "Amber" },
    { mark: "green", word: "Green" },
    { mark: "unrated", word: "Not rated" },
  ];
  const path: readonly Tag[] = [...options.path, { key: `${options.key}/key`, tag: "P" }];
  const marks: Mark[] = [...setText([{ text: "RAG as printed:" }], { x: page.left, y: 4, width: 90 }, roles.body, path).marks];
  let x = page.left + 86;
  for (const { mark, word } of kinds) {
    const count = actions.filter((action) => markOf(action.rag) === mark).length;
    marks.push({ path: [], inks: drawMark(mark, x + 5, 4 + baselineIn(roles.body) - markRise) });
    const set = setText([{ text: `${word} (${count})`, rests: options.rests }], { x: x + 15, y: 4, width: 130 }, roles.body, path);
    marks.push(...set.marks);
    x += 15 + set.widest + 16;
  }
  marks.push(...setText([{ text: "Bold", weight: "Bold" }, { text: " overdue" }], { x, y: 4, width: 80 }, roles.body, path).marks);
  return piece({ height: 22, marks });
}
