import type { Reading, Sentence } from "./reading.ts";

/** Every number that a document prints, with what its neighbours and the rows of its tables make together. */
export function heardIn(reading: Reading, except: Sentence): Set<number> {
  const heard = new Set<number>();
  const add = (value: number | null | undefined): void => void (value != null && heard.add(value));
  for (const { figures } of reading.sentences.filter((sentence) => sentence !== except)) {
    for (const figure of figures) [figure.value, figure.numerator, figure.denominator, figure.valueHigh].forEach(add);
  }
  for (const grid of reading.grids) {
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

/** More counts than this make every number in some way. */
const most = 40;

/** A number that two or three of the counts around it make, by sum or by what is left. */
export function isMade(reading: Reading, number: number, later: Sentence, earlier: Sentence): boolean {
  const { sentences } = reading;
  const [from, to] = [sentences.indexOf(earlier), sentences.indexOf(later)];
  const isIn = (one: Sentence, of: Sentence): boolean => one.block.headings.join() === of.block.headings.join();
  const around = sentences.filter(
    (one, at) => (at >= from - 3 && at <= from + 4 && isIn(one, earlier)) || (at >= to - 4 && at <= to + 2 && isIn(one, later)),
  );
  const levels = around.flatMap(({ figures }) => figures.filter(({ measure, role }) => measure === "number" && role === "level"));
  const values = levels.flatMap(({ value, numerator, denominator }) => [value, numerator ?? 0, denominator ?? 0]);
  const counts = [...new Set(values)].filter((value) => value > 0 && value !== number).slice(0, most);
  return counts.some((a, i) =>
    counts
      .slice(i + 1)
      .some((b, j) => a + b === number || Math.abs(a - b) === number || counts.slice(i + j + 2).some((c) => a + b + c === number)),
  );
}
