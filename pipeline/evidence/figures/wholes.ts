import type { Observation } from "../../model/observation.ts";
import type { Figure, Pair } from "./figure.ts";

const fewestParts = 3;

/**
 * Rows of one table as parts of a whole, column by column in the order in which the text rests on them: wholes are
 * their sums, without one where that is counted inside another, and what one leaves of another is a part too.
 */
export function wholes(rows: readonly Observation[]): { figures: Figure[]; shares: Pair[] } {
  const figures: Figure[] = [];
  const shares: Pair[] = [];
  const counted = rows.filter((row) => row.method === "table" && row.unit === "count" && row.value !== null);
  for (const table of Map.groupBy(counted, (row) => `${row.document}|${row.table}|${row.subject}`).values()) {
    const series = [...Map.groupBy(table, (row) => row.indicator).values()].map((one) => one.map(({ value }) => value ?? 0));
    const columns = series[0]?.length ?? 0;
    if (series.length < fewestParts || series.some((one) => one.length !== columns)) continue;
    for (let at = 0; at < columns; at++) {
      const values = series.map((one) => one[at] ?? 0);
      const sum = values.reduce((total, value) => total + value, 0);
      const totals = [sum, ...values.map((value) => sum - value)];
      const left = values.flatMap((value, i) => values.flatMap((other, j) => (i !== j && value > other ? [value - other] : [])));
      figures.push(
        ...totals.map((value): Figure => ({ name: "parts added up", value, measure: "number" })),
        ...left.map((value): Figure => ({ name: "what a part leaves of another", value, measure: "number" })),
      );
      figures.push({ name: "which column of its year", value: at + 1, measure: "number", near: /\b(?:19|20)\d\d \(#\)/, isNamed: true });
      for (const total of totals) {
        for (const value of [...values, ...left]) {
          shares.push({ name: "of the parts added up", first: value, second: total, measure: "number" });
          if (total > 0) figures.push({ name: "share of the parts added up", value: (100 * value) / total, measure: "percent" });
        }
      }
    }
  }
  return { figures, shares };
}
