import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { misprintedShare } from "../../finding-row.ts";
import { judgeShare, printShare } from "../../numbers/shares.ts";
import { placeOfRow, type Grid } from "../../reading/grid.ts";
import { isTotal } from "../../reading/lines.ts";
import { figureAt, isNear, type Reading, type Sentence } from "../../reading/reading.ts";

/** "26.2% of the 515". */
const ofNumber = /\{P(\d+)\} of (?:the |all |our |all the )?\{C(\d+)\}/gu;
/** How far from its table the sentence may stand, in blocks. */
const reach = 3;

/** The words of a label as they stand in a sentence, whatever is in capitals. */
const names = (text: string, label: string): boolean => {
  const plain = label
    .toLowerCase()
    .replace(/[^\p{L}\d ]/gu, "")
    .trim();
  return plain.length > 3 && ` ${text.toLowerCase().replace(/[^\p{L}\d ]/gu, "")} `.includes(` ${plain} `);
};

/** "Those aged 16 and 17 make up 26.2% of the 515" beside a table with 129 of them under a total of 515. */
function report(reading: Reading, sentence: Sentence, grid: Grid): Finding[] {
  const named = grid.rows.filter((row) => !isTotal(row.label) && names(sentence.text, row.label));
  const [row, ...rows] = named;
  if (!row || rows.length > 0) return [];
  return [...sentence.skeleton.matchAll(ofNumber)].flatMap((match): Finding[] => {
    const [percent, base] = [figureAt(sentence, match[1]!), figureAt(sentence, match[2]!)];
    const columns = grid.columns
      .map((_, at) => at)
      .filter((at) =>
        grid.rows.some(({ label, cells }) => isTotal(label) && cells[at]?.value === base.value && cells[at]?.unit === "count"),
      );
    const [column, ...more] = columns;
    const count = column === undefined ? null : row.cells[column];
    if (column === undefined || more.length > 0 || count?.value == null || count.unit !== "count" || count.value > base.value) return [];
    if (percent.qualifier !== "exact" || percent.role !== "level" || judgeShare(count.value, base.value, percent) !== "wrong") return [];
    // A share that another row makes may be told of that one.
    const isOther = grid.rows.some((other) => {
      const value = other.cells[column]?.value ?? 0;
      // "Boys were 60% of the 83" is told of the column that counts them.
      const beside = isTotal(other.label) ? other.cells.flatMap((cell) => (cell.unit === "count" ? (cell.value ?? []) : [])) : [];
      return [value, base.value - value, ...beside].some((part) => judgeShare(part, base.value, percent) !== "wrong");
    });
    if (isOther) return [];
    const expected = printShare(count.value, base.value, percent);
    return misprintedShare(reading, {
      stated: percent.text,
      expected,
      quote: `${sentence.text} / ${row.raw}`,
      place: `${sentence.place}; ${placeOfRow(grid, row, grid.columns[column])}`,
      count: count.text,
      of: base.text,
      message: `The table has ${count.text} of ${base.text} under "${row.label}", ${expected}, but ${percent.text} is printed.`,
    });
  });
}

export const sharesOfNamedRows = perDocument(
  "arithmetic",
  "A share of a table's total told in the text against the row it names",
  (reading) =>
    reading.sentences.flatMap((sentence) => {
      const near = reading.grids.filter((grid) => isNear(grid, sentence, reach));
      return near.flatMap((grid) => report(reading, sentence, grid)).slice(0, 1);
    }),
);
