import type { Block } from "../../model/document.ts";
import type { Reading, Sentence } from "./reading.ts";

/** Every number that a document prints, with what its neighbours and the rows of its tables make together; of those blocks alone that `isNear` takes. */
export function heardIn(reading: Reading, except: Sentence, isNear: (one: { block: Block }) => boolean = () => true): Set<number> {
  const heard = new Set<number>();
  const add = (value: number | null | undefined): void => void (value != null && heard.add(value));
  for (const { figures } of reading.sentences.filter((sentence) => sentence !== except && isNear(sentence))) {
    for (const figure of figures) [figure.value, figure.numerator, figure.denominator, figure.valueHigh].forEach(add);
  }
  for (const grid of reading.grids.filter(isNear)) {
    for (const column of grid.columns.keys()) {
      const cells = grid.rows.map((row) => row.cells[column]);
      cells.forEach((cell) => [cell?.value, cell?.share?.of, cell?.share?.count].forEach(add));
      cells.forEach((_, from) => {
        let sum = 0;
        for (const cell of cells.slice(from, from + 8)) add((sum += cell?.unit === "count" ? (cell.value ?? 0) : 0));
      });
    }
    for (const row of grid.rows) add(row.cells.reduce((sum, cell) => sum + (cell.unit === "count" ? (cell.value ?? 0) : 0), 0));
  }
  return heard;
}
