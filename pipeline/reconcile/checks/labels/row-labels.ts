import type { Finding } from "../../../model/finding.ts";
import { perTable } from "../../check.ts";
import { findingRow } from "../../finding-row.ts";
import { placeOfRow, type Grid, type GridRow } from "../../reading/grid.ts";
import { isTotal, isWithin } from "../../reading/lines.ts";
import type { Reading } from "../../reading/reading.ts";
import { inOrder, stepOf, type Step } from "../../reading/time-labels.ts";
import { isOwnLevel } from "../../vocabulary/headings.ts";

/** Labels that stand under several others: a part, a sex, a unit, whoever is compared. */
const underMany =
  /^(?:\W*|other\b.*|others?|(?:no|number|count|rate|value|%|per ?cent(?:age)?|percentage|proportion|share|average|mean|median|boys|girls|males?|females?|yes|none|unknown|not known|total|actual|result|score|cost|internal|external|in[- ]house|agency|(?:in|out of|within|outside) .*))$/iu;

const isFigures = (row: GridRow): boolean => row.cells.slice(1).some((cell) => cell.value !== null || cell.share !== null);
/** A second column in words ("North, Q1", "North, Q2") names the row together with the first. */
const isKeyed = (row: GridRow): boolean =>
  row.cells.slice(1).some((cell) => /\p{L}{2}/u.test(cell.text) && cell.value === null && cell.share === null) ||
  /^(?:19|20)\d\d/u.test(row.cells[1]?.text ?? "");
const nameOf = (row: GridRow): string =>
  row.label
    .toLowerCase()
    .replace(/[^\p{L}\d%£]+/gu, " ")
    .trim();
/** "Missed" in appointments and "Missed" in percent are two measures. */
const unitsOf = (row: GridRow): string =>
  row.cells
    .slice(1)
    .map((cell) => cell.unit)
    .join("|");
const valuesOf = (row: GridRow): string =>
  row.cells
    .slice(1)
    .map((cell) => cell.text)
    .join("|");

/** Rows are parts of one thing when a column adds up to its total. */
function isFlat(grid: Grid): boolean {
  const total = grid.rows.find((row) => isTotal(row.label));
  const parts = grid.rows.filter((row) => row !== total);
  return (
    total !== undefined &&
    total.cells.some(
      (cell, column) =>
        column > 0 &&
        cell.value !== null &&
        cell.value > 0 &&
        cell.unit === "count" &&
        parts.reduce((sum, row) => sum + (row.cells[column]?.value ?? 0), 0) === cell.value,
    )
  );
}

/** "Autumn, Autumn, Summer": one label before two rows that hold different figures. */
function repeated(reading: Reading, grid: Grid): Finding[] {
  const rows = grid.rows.filter((row) => nameOf(row) !== "");
  // Headings among the rows, or keys of two columns, let a label come again.
  if (rows.length < 3 || rows.length < grid.rows.length || rows.some((row) => !isFigures(row) || isKeyed(row))) return [];
  const twice = [...Map.groupBy(rows, nameOf).values()].filter((group) => group.length > 1);
  const [group] = twice;
  const [first, second] = group ?? [];
  if (
    twice.length !== 1 ||
    group?.length !== 2 ||
    !first ||
    !second ||
    valuesOf(first) === valuesOf(second) ||
    unitsOf(first) !== unitsOf(second)
  )
    return [];
  const isTime = stepOf(first.label) !== null && rows.filter((row) => stepOf(row.label) !== null).length > 2;
  const isNamed = !underMany.test(first.label.trim()) && !isTotal(first.label) && !isWithin(first.label) && isOwnLevel(first.label);
  const isNext = rows.indexOf(second) - rows.indexOf(first) === 1;
  if (!isTime && (!isNamed || (!isNext && !isFlat(grid)))) return [];
  return [
    findingRow(reading, {
      kind: "label",
      severity: "warning",
      stated: first.label,
      quote: `${first.raw} / ${second.raw}`,
      place: placeOfRow(grid, second),
      heading: `Two rows are both labelled ${first.label}`,
      message: `"${first.label}" stands before two rows that hold different figures, so one of them is labelled wrongly.`,
    }),
  ];
}

/** "Quarter 1, Quarter 3, Quarter 2": times that run neither forwards nor backwards down the side of a table. */
function disordered(reading: Reading, grid: Grid): Finding[] {
  const rows = grid.rows.filter((row) => !isTotal(row.label));
  const steps = rows.map((row) => stepOf(row.label));
  if (
    rows.length < 3 ||
    rows.some((row) => isKeyed(row) || !isFigures(row)) ||
    !steps.every((step): step is Step => step !== null) ||
    inOrder(steps) !== false
  )
    return [];
  const printed = rows.map((row) => row.label).join(", ");
  return [
    findingRow(reading, {
      kind: "label",
      severity: "warning",
      stated: printed,
      quote: rows.map((row) => row.raw).join(" / "),
      place: placeOfRow(grid, null),
      heading: `The rows are out of order: ${printed}`.slice(0, 70),
      message: `The rows read ${printed}, neither forwards nor backwards: two of them are probably labelled wrongly.`,
    }),
  ];
}

export const rowLabels = perTable("label", "Labels of rows: repeated, or out of order", (reading, grid) => [
  ...repeated(reading, grid),
  ...disordered(reading, grid),
]);
