import { patternOf } from "../../core/patterns.ts";
import { actionRef, type Action } from "../../model/action.ts";
import type { Standing } from "../../words/action-words.ts";
import { drawMark, markRise, type MarkName } from "../marks.ts";
import { piece, rule, type Mark, type Piece, type Tag } from "../ink.ts";
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

/**
 * Recommendations down, months across, one mark and number for each action. The heavy line stands
 * after what is overdue. Read as a table: group heads, months, then a row for each recommendation.
 */
export function layActionGrid(
  actions: readonly Action[],
  columns: readonly GridColumn[],
  markOf: (rag: string) => MarkName,
  options: { key: string; path: readonly Tag[]; before: number; rests: readonly string[]; nameLines: number },
): Piece[] {
  const each = Math.min(46, Math.max(34, (page.content - 172) / Math.max(1, columns.length)));
  const names = page.content - each * columns.length;
  const grid = page.right - each * columns.length;
  const left = (at: number): number => grid + at * each;
  const table: readonly Tag[] = [...options.path, { key: options.key, tag: "Table" }];
  const head: readonly Tag[] = [...table, { key: `${options.key}/head`, tag: "THead" }];
  const marks: Mark[] = [];
  const firstRow: readonly Tag[] = [...head, { key: `${options.key}/head/groups`, tag: "TR" }];
  marks.push({ path: [...firstRow, { key: `${options.key}/head/groups/name`, tag: "TH", scope: "Column" }], inks: [] });
  const runs: { group: string; standing: Standing; from: number; to: number }[] = [];
  columns.forEach((column, at) => {
    const last = runs.at(-1);
    if (last && last.group === column.group) last.to = at;
    else runs.push({ group: column.group, standing: column.standing, from: at, to: at });
  });
  for (const run of runs) {
    const [from, to] = [left(run.from), left(run.to + 1)];
    const tag: Tag = { key: `${options.key}/head/groups/${run.from}`, tag: "TH", scope: "Column", columnSpan: run.to - run.from + 1 };
    // A head wider than its months stands over their middle, but never beyond the frame.
    const wide = widthOf(run.group, roles.strong) + 1;
    const x = Math.min((from + to - wide) / 2, page.right - wide);
    marks.push(...setText([{ text: run.group, rests: options.rests }], { x, y: 0, width: wide }, roles.strong, [...firstRow, tag]).marks);
    marks.push(rule(from + 2, to - 2, 17, run.standing === "overdue" ? 3 : 1, ink.text));
  }
  const monthRow: readonly Tag[] = [...head, { key: `${options.key}/head/months`, tag: "TR" }];
  marks.push(
    ...setText([{ text: "Recommendation" }], { x: page.left, y: 21, width: names }, roles.head, [
      ...monthRow,
      { key: `${options.key}/head/months/name`, tag: "TH", scope: "Column" },
    ]).marks,
  );
  columns.forEach((column, at) => {
    const path: readonly Tag[] = [...monthRow, { key: `${options.key}/head/months/${at}`, tag: "TH", scope: "Column" }];
    const set = setText(
      [{ text: column.head, rests: column.actions.map(actionRef) }],
      { x: left(at), y: 21, width: each, align: "centre" },
      roles.head,
      path,
    ).marks;
    marks.push(...(set.length > 0 ? set : [{ path, inks: [] }]));
  });
  const headHeight = 39;
  marks.push(rule(page.left, page.right, headHeight - 0.5, 1, ink.text));
  const pieces: Piece[] = [piece({ height: headHeight, marks, before: options.before, keepWithNext: true })];
  const overdueEnd = columns.findIndex(
    (column) => column.standing === "now" || column.standing === "to_come" || column.standing === "undated",
  );
  const numbers = [...new Set(actions.map((action) => action.recommendation_no))];
  const body: readonly Tag[] = [...table, { key: `${options.key}/body`, tag: "TBody" }];
  numbers.forEach((number, index) => {
    const own = actions.filter((action) => action.recommendation_no === number);
    const key = `${options.key}/${index}`;
    const row: readonly Tag[] = [...body, { key, tag: "TR" }];
    const indent = number === null ? 0 : 16;
    const namePath: readonly Tag[] = [...row, { key: `${key}/name`, tag: "TH", scope: "Row" }];
    const name = shortened(shortName(own[0]?.recommendation ?? ""), names - indent - 8, nameStyle, options.nameLines);
    const label = setText([{ text: number === null ? "" : String(number) }], { x: page.left, y: 3.5, width: 16 }, roles.cellOwn, namePath);
    const words = setText([{ text: name }], { x: page.left + indent, y: 3.5, width: names - indent - 8 }, nameStyle, namePath);
    const rowMarks: Mark[] = [...label.marks, ...words.marks];
    let deepest = 1;
    columns.forEach((column, at) => {
      const here = own.filter((action) => column.actions.includes(action));
      deepest = Math.max(deepest, here.length);
      const path: readonly Tag[] = [...row, { key: `${key}/${at}`, tag: "TD" }];
      if (here.length === 0) rowMarks.push({ path, inks: [] });
      here.forEach((action, line) => {
        const y = 3 + line * cellLine;
        const style = column.standing === "overdue" ? { ...roles.body, weight: "Bold" as const } : roles.body;
        const x = left(at) + Math.max(2, each / 2 - 17);
        rowMarks.push({ path: [], inks: drawMark(markOf(action.rag), x + 5, y + baselineIn(roles.body) - markRise) });
        rowMarks.push(
          ...setText([{ text: action.action_id, rests: [actionRef(action)] }], { x: x + 13, y, width: each }, style, path).marks,
        );
      });
    });
    const height = Math.max(7 + deepest * cellLine, 6 + words.height);
    const last = index === numbers.length - 1;
    rowMarks.push(rule(page.left, page.right, height, last ? 1 : 0.5, last ? ink.text : ink.row));
    if (overdueEnd > 0)
      rowMarks.push({
        path: [],
        inks: [
          {
            kind: "path",
            commands: [
              ["M", left(overdueEnd), 0],
              ["L", left(overdueEnd), height],
            ],
            stroke: ink.text,
            width: 2,
          },
        ],
      });
    pieces.push(piece({ height, marks: rowMarks, keepWithNext: index === 0 || index === numbers.length - 2 }));
  });
  pieces.push(layKey(actions, markOf, options));
  return pieces;
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
