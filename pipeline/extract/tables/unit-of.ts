import type { Unit } from "../../model/indicator.ts";
import type { Figure } from "../grammar/figure.ts";
import type { TablePart } from "./layout.ts";
import type { Naming } from "./name-cell.ts";
import type { HeadingMeaning } from "./read-heading.ts";

/** The unit of a figure: its own sign, then its column, then its row, then what the indicator is measured in. */
export function unitOf(
  figure: Figure,
  naming: Naming,
  column: HeadingMeaning,
  row: HeadingMeaning,
  { percents, rowPercents }: { percents: boolean; rowPercents: boolean },
): { unit: Unit; sure: boolean } {
  if (figure.measure !== "number" && figure.measure !== "points" && figure.measure !== "times" && figure.measure !== "years")
    return { unit: figure.measure, sure: true };
  if (figure.denominator !== null) return { unit: "count", sure: true };
  const declared = naming.named[0]?.units[0];
  // A score, a rate or a number of days is one whatever the column says of the rows around it.
  if (declared !== undefined && declared !== "percent" && declared !== "count" && declared !== "gbp") return { unit: declared, sure: true };
  if (column.unit) return { unit: column.unit, sure: true };
  if (row.unit && row.unit !== "count") return { unit: row.unit, sure: true };
  if (naming.by === "band" || row.unit === "count") return { unit: "count", sure: true };
  const whole = Number.isInteger(figure.value);
  if (declared === undefined) return { unit: rowPercents && !whole ? "percent" : "count", sure: whole };
  if (declared !== "percent") return { unit: declared, sure: true };
  // A bare number for a share: its neighbours carry the sign, or it has decimals; where only others carry it, it is a count.
  if (figure.value > 100) return { unit: "count", sure: !rowPercents };
  if (percents && !rowPercents && whole) return { unit: "count", sure: true };
  return { unit: "percent", sure: rowPercents || !whole };
}

/** Columns without a percentage sign in which a bare number is too large for one: all their numbers are counts. */
export function countColumns(part: TablePart): Set<number> {
  const counts = new Set<number>();
  for (let column = part.firstValue; column < part.heads.length; column++) {
    const cells = part.rows.map((row) => row.cells[column] ?? "");
    if (
      !cells.some((cell) => cell.includes("%")) &&
      cells.some((cell) => /^\d[\d,]*$/.test(cell) && Number(cell.replaceAll(",", "")) > 100)
    )
      counts.add(column);
  }
  return counts;
}
