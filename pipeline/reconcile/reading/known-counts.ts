import type { Reading } from "./reading.ts";

/** Every count of a document, in its sentences and tables, any of which could be the base that a sentence leaves out. */
export function knownCounts(reading: Reading): number[] {
  const prose = reading.sentences.flatMap((sentence) =>
    sentence.figures
      .filter((figure) => figure.measure === "number")
      .flatMap((figure) => [figure.value, figure.denominator ?? figure.value]),
  );
  const tables = reading.grids.flatMap((grid) =>
    grid.rows.flatMap((row) => row.cells.flatMap((cell) => [cell.value ?? 0, cell.share?.of ?? 0])),
  );
  return [...new Set([...prose, ...tables])].filter((value) => value > 1);
}
