import { saysNotAdditive } from "./disclosed.ts";
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
