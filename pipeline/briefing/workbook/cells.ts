import type { Indicator } from "../../model/indicator.ts";
import type { WorkbookCell } from "./render-xlsx.ts";

/** What the sheets of a workbook say alike: the lines over a table, and cells with a symbol where there is no figure. */

export type IndicatorOf = (id: string) => Indicator | undefined;

/** The lines over the table of a worksheet. */
export const overTable = (more = ""): string[] => [
  ["This worksheet contains one table.", more].join(" ").trimEnd(),
  "#Contents!A1|Back to the contents",
];

/** "percentage_points" as "percentage points". */
export const spaced = (text: string): string => text.replaceAll("_", " ");

export const orNone = (value: number | null): WorkbookCell => value ?? "[x]";

/** A figure, or the symbol that says why there is none. */
export const figureCell = ({ value, symbol }: { value: number | null; symbol: string }): WorkbookCell =>
  value ?? (symbol === "" ? "[x]" : `[${symbol}]`);
