import { circle } from "../circle.ts";
import { drawMark, type MarkName } from "../marks.ts";
import { piece, rule, type Mark, type PathInk, type Piece, type Tag } from "../ink.ts";
import type { Span } from "../span.ts";
import { ink, page, type as roles } from "../style.ts";
import { scaleRef } from "../drawing.ts";
import { widthOf } from "./lines.ts";
import { setText } from "./text.ts";

export type ChangeRow = {
  readonly mark: MarkName;
  readonly name: string;
  readonly from: Span & { readonly value: number };
  readonly to: Span & { readonly value: number };
  readonly change: Span;
  readonly rests: readonly string[];
};

const axis = { from: page.left + 208, to: page.left + 412 } as const;
const rowHeight = 24;

function arrow(from: number, to: number, y: number): PathInk[] {
  const way = to >= from ? 1 : -1;
  const shaft = to - way * 7;
  return [
    {
      kind: "path",
      commands: [
        ["M", from + way * 4, y],
        ["L", way * (shaft - from) > 4 ? shaft : from + way * 4, y],
      ],
      stroke: ink.blue,
      width: 2.2,
    },
    { kind: "path", commands: [["M", to, y], ["L", to - way * 8, y - 4.5], ["L", to - way * 8, y + 4.5], ["Z"]], fill: ink.blue },
    { kind: "path", commands: circle(from, y, 4), fill: ink.white, stroke: ink.blue, width: 1.8 },
  ];
}

/** One arrow a row on a shared scale of percentages, read as a table: measure, before and after, change. */
export function layChanges(rows: readonly ChangeRow[], options: { key: string; path: readonly Tag[] }): Piece[] {
  const values = rows.flatMap((row) => [row.from.value, row.to.value]);
  const low = Math.max(0, Math.floor(Math.min(...values) / 10) * 10);
  const high = Math.min(100, Math.ceil(Math.max(...values) / 10) * 10) || 10;
  const span = Math.max(10, high - low);
  const x = (value: number): number => axis.from + ((value - low) / span) * (axis.to - axis.from);
  const table: readonly Tag[] = [...options.path, { key: options.key, tag: "Table" }];
  const scale = [scaleRef(options.key)];
  const heads: readonly Tag[] = [...table, { key: `${options.key}/head`, tag: "THead" }, { key: `${options.key}/head/row`, tag: "TR" }];
  const head = (name: string): readonly Tag[] => [...heads, { key: `${options.key}/head/${name}`, tag: "TH", scope: "Column" }];
  const label = (text: string, at: number): Mark[] =>
    setText([{ text, rests: scale }], { x: at - 30, y: 0, width: 60, align: "centre" }, roles.label, head("scale")).marks;
  const pieces: Piece[] = [
    piece({
      height: 20,
      // The scale heads the middle column; the first and last heads are for those who hear the table.
      marks: [
        { path: head("name"), inks: [] },
        ...label(`${low}%`, axis.from),
        ...label(`${low + span}%`, axis.to),
        { path: head("change"), inks: [] },
      ],
      before: 2,
      keepWithNext: true,
    }),
  ];
  const body: readonly Tag[] = [...table, { key: `${options.key}/body`, tag: "TBody" }];
  rows.forEach((row, at) => {
    const key = `${options.key}/${at}`;
    const tr: readonly Tag[] = [...body, { key, tag: "TR" }];
    const y = 12;
    const top = y - 8.5;
    const cell = (name: string, scoped: boolean): readonly Tag[] => [
      ...tr,
      scoped ? { key: `${key}/${name}`, tag: "TH", scope: "Row" } : { key: `${key}/${name}`, tag: "TD" },
    ];
    const [from, to] = [x(row.from.value), x(row.to.value)];
    const right = to >= from;
    const fromWidth = widthOf(row.from.text, roles.body);
    const toStyle = { ...roles.body, weight: "Semibold" as const, colour: ink.blue };
    const toWidth = widthOf(row.to.text, toStyle);
    const ticks: Mark[] = [axis.from, axis.to].map((tick) => ({
      path: [],
      inks: [
        {
          kind: "path",
          commands: [
            ["M", tick, y - 4],
            ["L", tick, y + 4],
          ],
          stroke: ink.rule,
          width: 0.75,
        },
      ],
    }));
    pieces.push(
      piece({
        height: rowHeight,
        keepWithNext: at < rows.length - 1,
        marks: [
          { path: [], inks: drawMark(row.mark, page.left + 6.5, y) },
          ...setText([{ text: row.name, rests: row.rests }], { x: page.left + 18, y: top, width: 172 }, roles.body, cell("name", true))
            .marks,
          rule(axis.from, axis.to, y, 0.75, ink.row),
          ...ticks,
          { path: [], inks: arrow(from, to, y) },
          ...setText(
            [row.from],
            { x: right ? from - 8 - fromWidth : from + 8, y: top, width: fromWidth + 1 },
            roles.body,
            cell("values", false),
          ).marks,
          ...setText([row.to], { x: right ? to + 7 : to - 7 - toWidth, y: top, width: toWidth + 1 }, toStyle, cell("values", false)).marks,
          ...setText([row.change], { x: page.right - 90, y: top, width: 90, align: "right" }, roles.body, cell("change", false)).marks,
        ],
      }),
    );
  });
  return pieces;
}
