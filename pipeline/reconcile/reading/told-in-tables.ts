import { parsePeriodText } from "../../extract/grammar/periods.ts";
import { saysNotAdditive } from "./disclosed.ts";
import { isTotal } from "./lines.ts";
import { isOwnLevel } from "../vocabulary/headings.ts";
import { placeOfRow, type Grid } from "./grid.ts";
import { readSentence, type Reading } from "./reading.ts";
import { totalOf } from "./table-total.ts";
import { countedIn, type Counted } from "./tellings.ts";
import { stemsOf } from "../vocabulary/names.ts";

/** "Table 1: Children in care at 31 March by age" without its number and the way it parts them. */
const wholeOf = (caption: string): string =>
  caption.replace(/^\W*(?:table|figure) \d+(?:\.\d+)?[a-z]?\W*(?:number of )?/iu, "").replace(/,? by [a-z ]+?(?=$|,| at | on | \d)/iu, "");

/** "Meetings" under "The 12 panel members met as follows": a column of something else than the sentence counts. */
const isOf = (column: string, text: string): boolean => {
  const words = stemsOf(column.replace(/\b(?:numbers?|count|no|total|value)\b/giu, ""));
  const told = stemsOf(text);
  return words.size === 0 || [...words].some((word) => told.has(word));
};

/** The total of a table, as its caption or the heading over it tells it. */
export function countedInTable(reading: Reading, grid: Grid): Counted[] {
  const total = totalOf(grid);
  if (!total || total.value < 10 || (!total.printed && saysNotAdditive(reading, grid.block))) return [];
  const column = grid.columns[total.column] ?? "";
  // The sentence over a table may stand for its caption: the table is of whom that counts.
  const over = reading.sentences.filter(({ text }) => text === grid.caption && isOf(column, text)).flatMap(countedIn);
  const told = [wholeOf(grid.caption), column].map((text) => {
    const sentence = readSentence(`${total.value} ${text.slice(0, 1).toLowerCase()}${text.slice(1)}`, grid.block, 0, reading.dates);
    return countedIn(sentence).find(({ figure }) => figure.start === 0);
  });
  const place = placeOfRow(grid, total.row, column);
  const [one] = over.length === 1 ? over : told.filter((each) => each !== undefined);
  return one
    ? [
        {
          ...one,
          value: total.value,
          printed: String(total.value),
          definite: true,
          place,
          quote: total.row?.raw ?? "",
          grid,
          sentence: { ...one.sentence, block: grid.block },
        },
      ]
    : [];
}

/** A column that says no more than that its rows are counted. */
const isPlainColumn = (name: string): boolean =>
  /^\W*(?:(?:the )?(?:number|count|total|value|result|outturn|actual|figure|no)\.?s?(?: (?:of|in).*)?)?\W*$/iu.test(name);

/** Rows that are each a count of their own, as "Adopters approved" and "Notifications received" are and the parts of a whole are not. */
export function countedInRows(reading: Reading, grid: Grid): Counted[] {
  if (/ by /iu.test(grid.caption) || grid.rows.some(({ label }) => isTotal(label))) return [];
  const columns = grid.columns.flatMap((name, at) => {
    const time = parsePeriodText(name);
    const isCounted = at > 0 && isOwnLevel(name) && grid.rows.some(({ cells }) => cells[at]?.value != null && cells[at].unit === "count");
    return isCounted ? [{ name, at, time, isPlain: time !== null || isPlainColumn(name) }] : [];
  });
  if (columns.some(({ isPlain }) => !isPlain) || (columns.length > 1 && columns.some(({ time }) => time === null))) return [];
  return columns.flatMap(({ name, at, time }) =>
    grid.rows.flatMap((row): Counted[] => {
      const value = row.cells[at]?.value;
      if (value == null || row.cells[at]?.unit !== "count") return [];
      const text = `${value} ${row.label.slice(0, 1).toLowerCase()}${row.label.slice(1)}`;
      const one = countedIn(readSentence(text, grid.block, 0, reading.dates)).find(({ figure }) => figure.start === 0);
      if (!one || one.acts.length + one.states.size === 0) return [];
      const day = time ?? parsePeriodText(grid.caption);
      return [
        {
          ...one,
          value,
          printed: String(value),
          times: one.times.length > 0 ? one.times : day === null ? [] : [day],
          place: placeOfRow(grid, row, name),
          quote: row.raw,
          grid,
          isRow: true,
        },
      ];
    }),
  );
}
