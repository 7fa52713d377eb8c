import { drawMark, markAdvance, type MarkName } from "../marks.ts";
import { piece, rule, type Mark, type Piece, type Tag } from "../ink.ts";
import { ink, page, type as roles } from "../style.ts";
import { setText } from "./text.ts";

export type Tally = {
  readonly label: string;
  readonly counts: readonly { mark: MarkName; count: number; word: string; rests: readonly string[] }[];
};

const starts = [page.left + 120, page.left + 207, page.left + 322, page.left + 408] as const;

/** How many measures have each verdict: at once the summary and the key to the marks. */
export function layTally(tallies: readonly Tally[], options: { key: string; path: readonly Tag[]; before: number }): Piece {
  const body: readonly Tag[] = [...options.path, { key: options.key, tag: "Table" }, { key: `${options.key}/body`, tag: "TBody" }];
  const marks: Mark[] = [rule(page.left, page.right, 0.5, 1, ink.text)];
  tallies.forEach((tally, at) => {
    const y = 2 + at * 20;
    const row: readonly Tag[] = [...body, { key: `${options.key}/${at}`, tag: "TR" }];
    marks.push(
      ...setText([{ text: tally.label }], { x: page.left, y, width: 115 }, roles.body, [
        ...row,
        { key: `${options.key}/${at}/name`, tag: "TH", scope: "Row" },
      ]).marks,
    );
    tally.counts.forEach(({ mark, count, word, rests }, position) => {
      const x = starts[position] ?? page.left;
      marks.push({ path: [], inks: drawMark(mark, x + 5.5, y + 8.5) });
      const spans = [
        { text: String(count), weight: "Semibold" as const, rests },
        { text: ` ${word}`, rests },
      ];
      marks.push(
        ...setText(spans, { x: x + markAdvance - 2, y, width: 110 }, roles.body, [
          ...row,
          { key: `${options.key}/${at}/${position}`, tag: "TD" },
        ]).marks,
      );
    });
  });
  const height = 2 + tallies.length * 20;
  marks.push(rule(page.left, page.right, height, 0.5, ink.rule));
  return piece({ height, marks, before: options.before, keepWithNext: true });
}
