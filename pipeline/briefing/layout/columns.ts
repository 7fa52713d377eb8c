import { piece, rule, type Mark, type Piece, type Tag } from "../ink.ts";
import type { Span } from "../span.ts";
import { ink, page, type as roles, type TextStyle } from "../style.ts";
import { setText } from "./text.ts";

export type TextColumn = {
  readonly x: number;
  readonly width: number;
  readonly head: string;
  readonly paragraphs: readonly (readonly Span[])[];
};

/** Side headings over short texts, each under its own rule: "What happened" beside "Why it matters", or the three of the foot. */
export function layColumns(
  columns: readonly TextColumn[],
  style: { head: TextStyle; body: TextStyle },
  options: { key: string; before: number; path: readonly Tag[] },
): Piece {
  const marks: Mark[] = [];
  let tallest = 0;
  columns.forEach((column, at) => {
    marks.push(rule(column.x, column.x + column.width, 0.5, 1, ink.text));
    let y = 4;
    const head = setText([{ text: column.head }], { x: column.x, y, width: column.width }, style.head, [
      ...options.path,
      { key: `${options.key}/${at}/head`, tag: "H3" },
    ]);
    marks.push(...head.marks);
    y += head.height;
    column.paragraphs.forEach((spans, paragraph) => {
      const set = setText(spans, { x: column.x, y, width: column.width }, style.body, [
        ...options.path,
        { key: `${options.key}/${at}/${paragraph}`, tag: "P" },
      ]);
      marks.push(...set.marks);
      y += set.height + (paragraph < column.paragraphs.length - 1 ? 4 : 0);
    });
    tallest = Math.max(tallest, y);
  });
  return piece({ height: tallest, marks, before: options.before });
}

/** Eight columns and four: the story and why it matters. */
export const storyColumns = [
  { x: page.left, width: 324 },
  { x: page.left + 336, width: 157 },
] as const;

/** Three of equal width for the foot of a page. */
export const footColumns = [0, 1, 2].map((n) => ({ x: page.left + n * 170.5, width: 152 }));

/** Two halves. */
export const halves = [
  { x: page.left, width: 240 },
  { x: page.left + 264, width: 229 },
] as const;

/** Rows of a grey label and a value between rules: the four facts of the meeting. */
export function layFacts(
  facts: readonly { label: string; spans: readonly Span[] }[],
  options: { key: string; before: number; path: readonly Tag[] },
): Piece {
  const marks: Mark[] = [rule(page.left, page.right, 0.5, 1, ink.text)];
  const body: readonly Tag[] = [...options.path, { key: options.key, tag: "Table" }, { key: `${options.key}/body`, tag: "TBody" }];
  let y = 0;
  facts.forEach((fact, at) => {
    const row: readonly Tag[] = [...body, { key: `${options.key}/${at}`, tag: "TR" }];
    const label = setText([{ text: fact.label }], { x: page.left, y: y + 1, width: 88 }, roles.label, [
      ...row,
      { key: `${options.key}/${at}/label`, tag: "TH", scope: "Row" },
    ]);
    const value = setText(fact.spans, { x: page.left + 92, y: y + 1, width: page.content - 92 }, roles.body, [
      ...row,
      { key: `${options.key}/${at}/value`, tag: "TD" },
    ]);
    marks.push(...label.marks, ...value.marks);
    y += Math.max(label.height, value.height) + 4.25;
    marks.push(rule(page.left, page.right, y, 0.5, ink.rule));
  });
  return piece({ height: y, marks, before: options.before });
}
