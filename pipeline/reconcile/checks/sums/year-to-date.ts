import { perTable } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { placeOfRow } from "../../reading/grid.ts";
import { agreement, roundTo } from "../../numbers/rounding.ts";

const quarter = /^(?:q(?:uarter)? ?[1-4]|[1-4](?:st|nd|rd|th) quarter|(?:first|second|third|fourth) quarter)\b/iu;
const whole = /^(?:ytd|year to date|full year|year|total|annual|outturn|overall|all year)\b/iu;
/** Error that rounding of the quarters leaves in a weighted mean: twice its standard deviation. */
const roundingError = (weights: readonly number[], units: readonly number[]): number => {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return 2 * Math.sqrt(weights.reduce((sum, weight, i) => sum + ((weight / total) * (units[i] ?? 0)) ** 2 / 12, 0));
};

/** A percentage for the year against its quarters, weighted by the counts above it in the table. */
export const yearToDate = perTable("arithmetic", "A year's percentage against its quarters", (reading, grid) => {
  const quarters = grid.columns.flatMap((name, column) => (quarter.test(name) ? [column] : []));
  const year = grid.columns.findIndex((name, column) => column > (quarters.at(-1) ?? Infinity) && whole.test(name));
  if (quarters.length < 2 || year < 0) return [];
  return grid.rows.flatMap((row, index) => {
    const stated = row.cells[year];
    const cells = quarters.map((column) => row.cells[column]);
    if (stated?.value == null || stated.unit !== "percent" || cells.some((cell) => cell?.value == null || cell.unit !== "percent"))
      return [];
    const values = cells.map((cell) => cell?.value ?? 0);
    const units = cells.map((cell) => 10 ** -(cell?.decimals ?? 0));
    const above = grid.rows
      .slice(0, index)
      .filter((other) => quarters.every((column) => other.cells[column]?.value != null && other.cells[column]?.unit === "count"));
    const weighted = above
      .map((other) => {
        const weights = quarters.map((column) => other.cells[column]?.value ?? 0);
        const total = weights.reduce((sum, weight) => sum + weight, 0);
        const mean = total === 0 ? NaN : values.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0) / total;
        const close =
          agreement(mean, stated.value ?? 0, stated.decimals) === "rounded" ||
          Math.abs(mean - (stated.value ?? 0)) <= 0.5 * 10 ** -stated.decimals + roundingError(weights, units);
        return { label: other.label, mean, close };
      })
      .filter(({ mean }) => Number.isFinite(mean));
    const outside = stated.value > Math.max(...values) + 0.5 || stated.value < Math.min(...values) - 0.5;
    const [first] = weighted;
    if (!outside && (!first || weighted.some(({ close }) => close))) return [];
    const expected = first ? `${roundTo(first.mean, 1)}%` : `${Math.min(...values)}% to ${Math.max(...values)}%`;
    return oneFinding(reading, {
      kind: "arithmetic",
      severity: outside ? "error" : "note",
      stated: stated.text,
      expected,
      heading: outside
        ? `${stated.text} for the year lies outside its quarters`
        : `${stated.text} for the year; the quarters make ${expected}`,
      message: outside
        ? `"${row.label}" is ${stated.text} for the year, but no quarter is ${stated.value > Math.max(...values) ? "as high" : "as low"}.`
        : `"${row.label}" is ${stated.text} for the year; the quarters, weighted by "${first?.label ?? ""}", make ${expected}.`,
      quote: row.raw,
      place: placeOfRow(grid, row, grid.columns[year]),
    });
  });
});
