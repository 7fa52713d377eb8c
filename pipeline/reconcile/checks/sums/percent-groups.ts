import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { saysNotAddable, saysNotAdditive } from "../../reading/disclosed.ts";
import { isTime, type Grid } from "../../reading/grid.ts";
import { isTotal, isWithin, placeAt, quoteAt, turn, type Turned } from "../../reading/lines.ts";
import { leavesSomeOut, partedRuns, type PartedRun } from "../../reading/parts/partitions.ts";
import type { Reading } from "../../reading/reading.ts";
import { roundTo } from "../../numbers/rounding.ts";

type Printed = { text: string; value: number; decimals: number };

const whole = 100;
/** Further from 100 than this, the shares were never meant to be a whole. */
const reach = 15;
const fewest = 3;

/** What all of them make, where that is not 100 to the last digit. */
function wrongSum(shares: readonly Printed[]): number | null {
  const sum = shares.reduce((made, { value }) => made + value, 0);
  const slack = shares.reduce((made, { decimals }) => made + 0.5 * 10 ** -decimals, 0) + 0.05;
  return Math.abs(sum - whole) > slack && Math.abs(sum - whole) <= reach ? sum : null;
}

const finding = (reading: Reading, shares: readonly Printed[], sum: number, at: { quote: string; place: string }): Finding[] => {
  const list = shares.map(({ text }) => text).join(", ");
  const made = roundTo(sum, Math.max(...shares.map(({ decimals }) => decimals)));
  return oneFinding(reading, {
    ...at,
    kind: "total",
    severity: "error",
    stated: list,
    expected: "100%",
    heading: `${list} make ${made}%, not 100%`,
    message: `${list} are the parts of one whole, but make ${made}%.`,
  });
};

/** "Shares were 18.0% aged 5 to 7, 35.3% aged 8 to 10 …", "58.7% were boys and 46.3% girls". */
function inRun(reading: Reading, { sentences, first, shares }: PartedRun): Finding[] {
  if (leavesSomeOut(sentences, shares) || saysNotAdditive(reading, first.block)) return [];
  return shares.flatMap((partition) => {
    const printed = partition.parts.map(({ figure }) => figure);
    const sum = wrongSum(printed);
    const isShort = sum !== null && sum < whole && !partition.isAll;
    return sum === null || isShort || printed.some(({ measure }) => measure !== "percent")
      ? []
      : finding(reading, printed, sum, { quote: partition.words, place: partition.sentence.place });
  });
}

/** "All: 100%" under shares that do not make it. */
function inLines(reading: Reading, turned: Turned): Finding[] {
  const { lines, names } = turned;
  return lines.flatMap((line) => {
    const at = names.findIndex(isTotal);
    const cells = line.cells.flatMap(({ text, value, decimals, unit, percent }) =>
      percent ? [{ text, ...percent }] : unit === "percent" && value !== null ? [{ text, value, decimals }] : [],
    );
    const isWhole = at >= 0 && cells.length === line.cells.length && cells[at]?.value === whole;
    if (!isWhole || names.some((name) => isTime(name) || isWithin(name)) || names.filter(isTotal).length > 1) return [];
    const parts = cells.filter((_, index) => index !== at);
    const sum = parts.length < fewest ? null : wrongSum(parts);
    return sum === null ? [] : finding(reading, parts, sum, { quote: quoteAt(turned, line, at), place: placeAt(turned, line, at) });
  });
}

const inGrid = (reading: Reading, grid: Grid): Finding[] =>
  saysNotAddable(reading, grid.block) ? [] : [true, false].flatMap((byRow) => inLines(reading, turn(grid, byRow)));

export const percentGroups = perDocument("total", "Shares of all that do not make 100%", (reading) => [
  ...partedRuns(reading).flatMap((run) => inRun(reading, run)),
  ...reading.grids.flatMap((grid) => inGrid(reading, grid)),
]);
