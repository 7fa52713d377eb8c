import { drawMark, type MarkName } from "../marks.ts";
import { piece, rule, type Mark, type Piece, type Tag } from "../ink.ts";
import type { Span } from "../span.ts";
import { ink, page, type as roles, type TextStyle } from "../style.ts";
import { widthOf } from "./lines.ts";
import { setText } from "./text.ts";

export type Message = {
  /** Null for a figure that is neither good nor bad. */
  readonly mark: MarkName | null;
  /** The number that the message is about, such as 86%. */
  readonly number: Span;
  /** The counts below it, such as "215 of 249". */
  readonly counts: Span;
  readonly heading: readonly Span[];
  readonly text: readonly Span[];
};

const left = { number: page.left + 24, text: page.left + 106 } as const;
const textWidth = page.right - left.text;

/** The key number's size, smaller for the few numbers that would touch the text beside them. */
function numberStyle(number: Span): TextStyle {
  const width = widthOf(number.text, roles.keyNumber);
  return width <= 72 ? roles.keyNumber : { ...roles.keyNumber, size: Math.max(16, (roles.keyNumber.size * 72) / width) };
}

/** Rows of mark, number with counts, and text; each row is a list item, read number first. */
export function layMessages(messages: readonly Message[], options: { key: string; path: readonly Tag[] }): Piece[] {
  const list: readonly Tag[] = [...options.path, { key: options.key, tag: "L" }];
  return messages.map((message, at) => {
    const key = `${options.key}/${at}`;
    const body: readonly Tag[] = [...list, { key, tag: "LI" }, { key: `${key}/body`, tag: "LBody" }];
    const marks: Mark[] = message.mark === null ? [] : [{ path: [], inks: drawMark(message.mark, page.left + 7, 19.5, 1.3) }];
    const number = setText([message.number], { x: left.number, y: 8, width: 80 }, numberStyle(message.number), [
      ...body,
      { key: `${key}/number`, tag: "P" },
    ]);
    const counts = setText(
      [message.counts],
      { x: left.number, y: 32, width: 80 },
      { ...roles.note, size: 11, line: 14, colour: ink.text },
      [...body, { key: `${key}/counts`, tag: "P" }],
    );
    const heading = setText(message.heading, { x: left.text, y: 7, width: textWidth }, roles.strong, [
      ...body,
      { key: `${key}/heading`, tag: "P" },
    ]);
    const text = setText(message.text, { x: left.text, y: 7 + heading.height, width: textWidth }, roles.body, [
      ...body,
      { key: `${key}/text`, tag: "P" },
    ]);
    const height = Math.max(32 + counts.height, 7 + heading.height + text.height) + 7;
    marks.push(...number.marks, ...counts.marks, ...heading.marks, ...text.marks, rule(page.left, page.right, height, 0.5, ink.rule));
    return piece({ height, marks, keepWithNext: at < messages.length - 1 && at === 0 });
  });
}

export type Remark = {
  readonly mark: MarkName;
  readonly label: string;
  readonly heading: readonly Span[];
  readonly text: readonly Span[];
};

const remarkLeft = page.left + 82.5;
/** Width of a remark's heading and text. */
export const remarkWidth = page.right - remarkLeft;

/** Rows of mark with its word, and heading with text: findings. */
export function layRemarks(remarks: readonly Remark[], options: { key: string; path: readonly Tag[]; before: number }): Piece[] {
  const list: readonly Tag[] = [...options.path, { key: options.key, tag: "L" }];
  const x = remarkLeft;
  return remarks.map((remark, at) => {
    const key = `${options.key}/${at}`;
    const item: readonly Tag[] = [...list, { key, tag: "LI" }];
    const top = 6;
    const label = setText([{ text: remark.label }], { x: page.left + 18, y: top, width: 62 }, roles.body, [
      ...item,
      { key: `${key}/label`, tag: "Lbl" },
    ]);
    const body: readonly Tag[] = [...item, { key: `${key}/body`, tag: "LBody" }];
    const heading = setText(remark.heading, { x, y: top, width: remarkWidth }, roles.strong, [
      ...body,
      { key: `${key}/heading`, tag: "P" },
    ]);
    const text = setText(remark.text, { x, y: top + heading.height, width: remarkWidth }, roles.body, [
      ...body,
      { key: `${key}/text`, tag: "P" },
    ]);
    const height = top + heading.height + text.height + 8;
    const marks: Mark[] = [
      ...(at === 0 ? [rule(page.left, page.right, 0.5, 1, ink.text)] : []),
      { path: [], inks: drawMark(remark.mark, page.left + 7, top + 8.5) },
      ...label.marks,
      ...heading.marks,
      ...text.marks,
      rule(page.left, page.right, height, 0.5, ink.rule),
    ];
    return piece({ height, marks, before: at === 0 ? options.before : 0 });
  });
}
