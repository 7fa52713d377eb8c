import { cellRef } from "../../model/comparison.ts";
import { circle } from "../circle.ts";
import { piece, rule, type Ink, type Mark, type Piece, type Tag } from "../ink.ts";
import { baselineIn, ink, page, type as roles } from "../style.ts";
import { setText } from "./text.ts";

export type StripRow = {
  readonly name: string;
  /** Places from 0, the weakest of the group, to 1, the strongest. */
  readonly own: number;
  readonly neighbours: readonly number[];
  readonly mean: number | null;
  readonly rank: string;
  /** What a listener is told in place of the dots. */
  readonly alt: string;
  readonly rests: readonly string[];
};

const axis = { from: page.left + 196, to: page.left + 424 } as const;

const ring = (x: number, y: number): Ink => ({ kind: "path", commands: circle(x, y, 3.6), fill: ink.white, stroke: ink.grey, width: 1 });
const dot = (x: number, y: number): Ink => ({ kind: "path", commands: circle(x, y, 5), fill: ink.blue });
const bar = (x: number, y: number): Ink => ({
  kind: "path",
  commands: [
    ["M", x, y - 6.5],
    ["L", x, y + 6.5],
  ],
  stroke: ink.turquoise,
  width: 3.2,
});

/**
 * All measures on one strip each, from the weakest of the group at the left to the strongest at the
 * right, so that it does not matter whether high or low is good. Read as a table of measure and rank.
 */
export function layStrip(
  words: { title: string; subtitle: string; authority: string; weakest: string },
  rows: readonly StripRow[],
  options: { key: string; path: readonly Tag[]; before: number; rowHeight: number },
): Piece {
  const { key, path, rowHeight } = options;
  const marks: Mark[] = [];
  marks.push(
    ...setText(
      [{ text: words.title, rests: rows.flatMap((row) => row.rests) }],
      { x: page.left, y: 0, width: page.content },
      roles.section,
      [...path, { key: `${key}/title`, tag: "H2" }],
    ).marks,
  );
  marks.push(
    ...setText(
      [{ text: words.subtitle, rests: rows.flatMap((row) => row.rests) }],
      { x: page.left, y: 18, width: page.content },
      roles.chartSubtitle,
      [...path, { key: `${key}/subtitle`, tag: "P" }],
    ).marks,
  );
  const legend: readonly Tag[] = [...path, { key: `${key}/legend`, tag: "P" }];
  const middle = (y: number): number => y + baselineIn(roles.body) - 4;
  let x: number = page.left;
  const entry = (draw: (x: number, y: number) => Ink, text: string, own: boolean): void => {
    marks.push({ path: [], inks: [draw(x + 6, middle(40))] });
    const set = setText(
      [{ text, ...(own && { weight: "Semibold" as const, colour: ink.blue }) }],
      { x: x + 16, y: 40, width: 220 },
      roles.body,
      legend,
    );
    marks.push(...set.marks);
    x += 16 + set.widest + 18;
  };
  entry(dot, words.authority, true);
  entry(ring, "a statistical neighbour", false);
  entry(bar, "neighbours’ mean", false);
  const table: readonly Tag[] = [...path, { key, tag: "Table" }];
  const head: readonly Tag[] = [...table, { key: `${key}/head`, tag: "THead" }, { key: `${key}/head/row`, tag: "TR" }];
  const th = (name: string): readonly Tag[] => [...head, { key: `${key}/head/${name}`, tag: "TH", scope: "Column" }];
  marks.push({ path: th("name"), inks: [] });
  marks.push(...setText([{ text: words.weakest }], { x: axis.from, y: 62, width: 120 }, roles.label, th("place")).marks);
  marks.push(...setText([{ text: "strongest" }], { x: axis.to - 100, y: 62, width: 100, align: "right" }, roles.label, th("place")).marks);
  marks.push(...setText([{ text: "rank" }], { x: page.right - 60, y: 62, width: 60, align: "right" }, roles.label, th("rank")).marks);
  const body: readonly Tag[] = [...table, { key: `${key}/body`, tag: "TBody" }];
  let y = 82;
  rows.forEach((row, at) => {
    const tr: readonly Tag[] = [...body, { key: `${key}/${at}`, tag: "TR" }];
    const centre = y + baselineIn(roles.body) - 3.8;
    const place = (share: number): number => axis.from + share * (axis.to - axis.from);
    const picture: Tag = {
      key: `${key}/${at}/figure`,
      tag: "Figure",
      alt: row.alt,
      rests: row.rests,
      box: { x: axis.from - 6, y: centre - 7, width: axis.to - axis.from + 12, height: 14 },
    };
    marks.push(
      ...setText([{ text: row.name }], { x: page.left, y, width: 190 }, roles.body, [
        ...tr,
        { key: `${key}/${at}/name`, tag: "TH", scope: "Row" },
      ]).marks,
    );
    marks.push(rule(axis.from, axis.to, centre, 0.75, ink.row));
    marks.push({
      path: [...tr, { key: `${key}/${at}/place`, tag: "TD" }, picture],
      inks: [
        ...(row.mean === null ? [] : [bar(place(row.mean), centre)]),
        ...row.neighbours.map((share) => ring(place(share), centre)),
        dot(place(row.own), centre),
      ],
    });
    const rank = { ...roles.body, weight: "Semibold" as const, colour: ink.blue };
    marks.push(
      ...setText(
        [{ text: row.rank, rests: row.rests.map((id) => cellRef(id, ["rank"])) }],
        { x: page.right - 80, y, width: 80, align: "right" },
        rank,
        [...tr, { key: `${key}/${at}/rank`, tag: "TD" }],
      ).marks,
    );
    y += rowHeight;
  });
  return piece({ height: y + 1, marks, before: options.before });
}
