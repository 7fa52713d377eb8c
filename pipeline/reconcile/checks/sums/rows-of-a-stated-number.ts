import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { parseBand } from "../../reading/band.ts";
import { saysNotAdditive } from "../../reading/disclosed.ts";
import { isSingle } from "../../reading/figure.ts";
import { placeOfRow, type Grid } from "../../reading/grid.ts";
import { leavesOut } from "../../reading/parts/parts-list.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { totalOf } from "../../reading/table-total.ts";
import { wordings } from "../../vocabulary/patterns.ts";

/** The sentence over a table stands right before it or before its caption. */
const reach = 2;
/** A sum further from the number than this is of something else. */
const farthest = 0.15;
const fewest = 10;

/** What follows is all of them. */
const announced = wordings`
  as follows|of the following|in the following|(?:breaks?|broke|broken) down|breakdown|made up of|compris\w+|consist\w*|
  divided?|split|the following`;
const some = wordings`
  of (?:whom|which|these|those|them)|includ\w+|at least|about|around|nearly|almost|over|more than|fewer than|capacity|average|
  some of|whose|not all|excluding|rose|fell|from|against|target`;

/** Bands from birth or from nothing to an open end or the end of childhood, each where the one before ends. */
function holdsAll(grid: Grid): boolean {
  const bands = grid.rows.map(({ label }) => parseBand(label));
  const [first, last] = [bands[0], bands.at(-1)];
  return (
    bands.length > 2 &&
    first != null &&
    last != null &&
    (first.low ?? 0) <= 1 &&
    (last.high === null || last.high === 17 || last.high === 18) &&
    bands.slice(1).every((band, at) => band?.low != null && bands[at]?.high != null && band.low === bands[at]!.high! + 1)
  );
}

/** The one number of the sentence over a table. */
function numberOver(
  { passages, sentences }: Reading,
  { block, caption }: Grid,
): { sentence: Sentence; value: number; printed: string } | null {
  const over = passages
    .filter((passage) => {
      const gap = block.index - (passage[0]?.block.index ?? block.index);
      return gap > 0 && gap <= reach && passage.map(({ text }) => text).join(" ") !== caption;
    })
    .at(-1)
    ?.at(-1);
  const sentence = over ?? sentences.find(({ text }) => text === caption);
  const [figure, ...more] = sentence?.figures ?? [];
  return sentence &&
    figure?.measure === "number" &&
    more.length === 0 &&
    isSingle(figure) &&
    figure.qualifier === "exact" &&
    figure.role === "level"
    ? { sentence, value: figure.value, printed: figure.text }
    : null;
}

/** "The 201 children with a plan were of the following ages", over a table by age without a total whose rows make 208. */
export function rowsAgainstNumber(reading: Reading, grid: Grid): Finding[] {
  const [total, stated] = [totalOf(grid), numberOver(reading, grid)];
  if (!total || total.printed || !stated || stated.value < fewest || total.value === stated.value) return [];
  const { sentence, value, printed } = stated;
  const gap = Math.abs(total.value - value);
  if (
    gap > farthest * value ||
    !(announced.test(sentence.text) || holdsAll(grid)) ||
    some.test(sentence.text) ||
    leavesOut(sentence) ||
    saysNotAdditive(reading, grid.block) ||
    saysNotAdditive(reading, sentence.block)
  )
    return [];
  // The text may name those whom the table leaves out, or give the sum itself.
  const near = reading.sentences.filter(({ block }) => Math.abs(block.index - grid.block.index) <= reach);
  if (near.some(({ figures }) => figures.some((figure) => figure.value === gap || figure.value === total.value))) return [];
  const rows = grid.rows.map((row) => row.cells[total.column]?.text ?? "").join(", ");
  return oneFinding(reading, {
    kind: "total",
    severity: "error",
    stated: printed,
    expected: String(total.value),
    quote: [sentence.text, ...grid.rows.map(({ raw }) => raw)].join(" / "),
    place: `${sentence.place}; ${placeOfRow(grid, null, grid.columns[total.column])}`,
    heading: `${printed} in the text, but the rows of the table make ${total.value}`,
    message: `The sentence over the table gives ${printed}, but its rows (${rows}) make ${total.value}.`,
  });
}

export const rowsOfAStatedNumber = perDocument(
  "total",
  "The rows of a table against the number that the sentence over it gives",
  (reading) => reading.grids.flatMap((grid) => rowsAgainstNumber(reading, grid)),
);
