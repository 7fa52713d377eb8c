import type { Indicator } from "../../model/indicator.ts";
import { measureOf, periodName } from "../../words/terms.ts";
import type { WorkbookCell, WorkbookColumn, WorkbookRow } from "./render-xlsx.ts";

/** What the sheets of a workbook say alike: the lines over a table, rows of measures, and cells with a symbol where there is no figure. */

export type FindIndicator = (id: string) => Indicator | undefined;

/** The lines over the table of a worksheet. */
export const overTable = (more = ""): string[] => [
  ["This worksheet contains one table.", more].join(" ").trimEnd(),
  "#Contents!A1|Back to the contents",
];

/** "percentage_points" as "percentage points". */
export const spaced = (text: string): string => text.replaceAll("_", " ");

export const orNone = (value: number | null): WorkbookCell => value ?? "[x]";

/** A row for each of `rows` whose indicator is known; the others have no name to stand under. */
export const measuredRows = <Row extends { readonly indicator: string }>(
  rows: readonly Row[],
  findIndicator: FindIndicator,
  toRow: (row: Row, indicator: Indicator) => WorkbookRow,
): WorkbookRow[] =>
  rows.flatMap((row) => {
    const indicator = findIndicator(row.indicator);
    return indicator ? [toRow(row, indicator)] : [];
  });

/** What is measured, in which unit and when. */
export const measureCells = (
  { breakdown, unit, period }: { breakdown: string; unit: string; period: string },
  indicator: Indicator,
): WorkbookCell[] => [measureOf(indicator, breakdown), spaced(unit), periodName(period)];

export const figureColumns: readonly WorkbookColumn[] = [
  { head: "Value", width: 11, figure: "its value" },
  { head: "Numerator", width: 12, figure: "its count" },
  { head: "Denominator", width: 14, figure: "its base" },
];

type Counted = {
  readonly value: number | null;
  readonly symbol: string;
  readonly numerator: number | null;
  readonly denominator: number | null;
};

/** The cells under `figureColumns`: a figure, or the symbol that says why there is none, and its two counts, or what `absent` writes for one. */
export const figureCells = <Row extends Counted>(row: Row, absent: (row: Row) => WorkbookCell): WorkbookCell[] => [
  row.value ?? (row.symbol === "" ? "[x]" : `[${row.symbol}]`),
  row.numerator ?? absent(row),
  row.denominator ?? absent(row),
];
