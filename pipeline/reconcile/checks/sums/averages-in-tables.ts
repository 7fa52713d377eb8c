import type { Finding } from "../../../model/finding.ts";
import { perTable } from "../../check.ts";
import { misprintedAverage, oneFinding, printAverage } from "../../finding-row.ts";
import { placeOfRow, type Cell, type Grid } from "../../reading/grid.ts";
import { isTotal, isWithin } from "../../reading/lines.ts";
import type { Reading } from "../../reading/reading.ts";
import { agreement, roundTo } from "../../numbers/rounding.ts";

const averageHead = /\b(?:average|mean|caseload|per (?:worker|child|case|family|application|social worker|fte|post|placement))\b/iu;

/** A column of averages that is one column over another in every row but one. */
function report(reading: Reading, grid: Grid, column: number): Finding[] {
  const others = grid.columns.map((_, index) => index).filter((index) => index > 0 && index !== column);
  for (const sum of others) {
    for (const count of others) {
      const rows = grid.rows.flatMap((row) => {
        const [s, n, average] = [row.cells[sum], row.cells[count], row.cells[column]];
        return sum !== count &&
          s?.value != null &&
          n?.value != null &&
          n.value > 0 &&
          average?.value != null &&
          n.unit === "count" &&
          s.unit === average.unit
          ? [{ row, s, n, average, exact: s.value / n.value }]
          : [];
      });
      const wrong = rows.filter(({ exact, average }) => agreement(exact, average.value ?? 0, average.decimals) === "wrong");
      if (rows.length < 3 || wrong.length !== 1) continue;
      return wrong.flatMap(({ row, s, n, average, exact }) =>
        misprintedAverage(reading, {
          stated: average.text,
          expected: printAverage(exact, average),
          of: `${s.text} over ${n.text}`,
          note: `"${row.label}", where the other rows fit`,
          quote: row.raw,
          place: placeOfRow(grid, row, grid.columns[column]),
        }),
      );
    }
  }
  return [];
}

/** From here on an average without decimals may be rounded: £55,200 for 14 are £3,943 each. */
const rounded = 100;
/** 591 children over 46 workers are 12.8 each: an average that is rounded does not give its sum back to the unit. */
const isQuotient = (sum: Cell, count: Cell, average: Cell): boolean =>
  (average.decimals > 0 || (average.value ?? 0) >= rounded) &&
  agreement((sum.value ?? 0) / (count.value ?? 1), average.value ?? 0, average.decimals) !== "wrong";

const isSumOfRow = ({ cells }: Grid["rows"][number], at: number): boolean => {
  const others = cells.flatMap((cell, column) => (column > 0 && column !== at && cell.value !== null ? [cell.value] : []));
  return others.length > 2 && Math.abs(others.reduce((sum, value) => sum + value, 0) - (cells[at]?.value ?? NaN)) < 0.005;
};

/** "Weekly cost", "Children", "Spend in a week": a column that is one column times another in every row but one. */
function products(reading: Reading, grid: Grid): Finding[] {
  const columns = grid.columns.map((_, index) => index).filter((index) => index > 0);
  const rows = grid.rows.filter((row) => !isTotal(row.label));
  for (const result of columns)
    for (const one of columns)
      for (const two of columns) {
        if (one >= two || result === one || result === two) continue;
        const points = rows.flatMap((row) => {
          const [a, b, c] = [row.cells[one], row.cells[two], row.cells[result]];
          return a?.value != null &&
            b?.value != null &&
            c?.value != null &&
            a.unit !== "percent" &&
            b.unit !== "percent" &&
            c.unit !== "percent" &&
            a.value > 1 &&
            b.value > 1
            ? [{ row, a, b, c, exact: a.value * b.value }]
            : [];
        });
        const wrong = points.filter(
          ({ a, b, c, exact }) => agreement(exact, c.value ?? 0, c.decimals) === "wrong" && !isQuotient(c, b, a) && !isQuotient(c, a, b),
        );
        const [odd] = wrong;
        // "5, 5, 4, 4, 18": what all of its row adds up to is a sum, whatever two of them make by chance.
        if (odd && isSumOfRow(odd.row, result)) continue;
        if (points.length < 3 || points.length !== rows.length || wrong.length !== 1 || !odd) continue;
        const expected = roundTo(odd.exact, odd.c.decimals);
        return oneFinding(reading, {
          kind: "arithmetic",
          severity: "error",
          stated: odd.c.text,
          expected,
          quote: odd.row.raw,
          place: placeOfRow(grid, odd.row, grid.columns[result]),
          heading: `${odd.c.text} printed; ${odd.a.text} times ${odd.b.text} is ${expected}`,
          message: `"${odd.row.label}": ${odd.a.text} times ${odd.b.text} is ${expected}, but ${odd.c.text} is printed. The other rows fit.`,
        });
      }
  return [];
}

/** "All | 96 | 41.6" under 15.1 and 14.0: an average of parts that another column adds up lies between theirs. */
function outsideItsParts(reading: Reading, grid: Grid): Finding[] {
  const parts = grid.rows.filter((row) => !isTotal(row.label));
  const [total, ...totals] = grid.rows.filter((row) => isTotal(row.label));
  if (!total || totals.length > 0 || parts.length < 2 || parts.some((row) => isWithin(row.label))) return [];
  const addsUp = grid.columns.some((_, at) => {
    const values = parts.flatMap((row) => (row.cells[at]?.unit === "count" && row.cells[at]?.value != null ? [row.cells[at].value] : []));
    return at > 0 && values.length === parts.length && values.reduce((sum, value) => sum + value, 0) === total.cells[at]?.value;
  });
  if (!addsUp) return [];
  return grid.columns.flatMap((name, at) => {
    const whole = total.cells[at];
    const cells = parts.flatMap((row) => (row.cells[at]?.value != null ? [row.cells[at]] : []));
    const values = cells.map((cell) => cell.value ?? 0);
    const isMean = /\b(?:average|mean)\b/iu.test(name) && !/change|difference|variance|number|total/iu.test(name);
    if (!isMean || whole?.value == null || values.length !== parts.length || whole.decimals === 0) return [];
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const unit = 10 ** -whole.decimals;
    // "Average children living there": the average of the whole is the sum of those of its parts.
    const sum = values.reduce((made, value) => made + value, 0);
    const isSum = Math.abs(sum - whole.value) <= unit * values.length;
    if (isSum || (whole.value >= low - unit && whole.value <= high + unit)) return [];
    return oneFinding(reading, {
      kind: "arithmetic",
      severity: "error",
      stated: whole.text,
      expected: `${low} to ${high}`,
      quote: total.raw,
      place: placeOfRow(grid, total, name),
      heading: `${total.label}: ${whole.text} lies outside its parts, ${low} to ${high}`,
      message: `"${name}" of "${total.label}" is printed as ${whole.text}, but that of its parts lies between ${low} and ${high}, so that the whole's does too.`,
    });
  });
}

const averageRow = /^(?:the )?(?:(?:quarterly|monthly|yearly|annual|overall) )?(?:average|mean)(?: (?:of|per|over|for|a) .*)?$/iu;
const [fewestRows, nearness] = [3, 0.15];

/** "Average | 243" under 210, 230, 250 and 242: the mean of the counts above it. */
function rowOfMeans(reading: Reading, grid: Grid): Finding[] {
  const mean = grid.rows.find((row) => averageRow.test(row.label.trim()));
  const parts = grid.rows.filter((row) => row !== mean && !isTotal(row.label));
  if (!mean || parts.length < fewestRows || grid.rows.filter((row) => averageRow.test(row.label.trim())).length > 1) return [];
  return grid.columns.flatMap((name, at) => {
    const cell = mean.cells[at];
    const values = parts.flatMap((row) => (row.cells[at]?.unit === "count" && row.cells[at]?.value != null ? [row.cells[at].value] : []));
    if (at === 0 || cell?.value == null || values.length !== parts.length || values.some((value) => !Number.isInteger(value))) return [];
    const exact = values.reduce((sum, value) => sum + value, 0) / values.length;
    if (agreement(exact, cell.value, cell.decimals) !== "wrong" || Math.abs(exact - cell.value) > nearness * exact) return [];
    return misprintedAverage(reading, {
      stated: cell.text,
      expected: printAverage(exact, cell),
      of: `${values.reduce((sum, value) => sum + value, 0)} over ${values.length}`,
      note: `"${mean.label}" under the ${values.length} rows above it`,
      quote: mean.raw,
      place: placeOfRow(grid, mean, name),
    });
  });
}

export const averagesInTables = perTable(
  "arithmetic",
  "Columns of averages and products against the columns they are made of",
  (reading, grid) => [
    ...grid.columns.flatMap((name, column) => (column > 0 && averageHead.test(name) ? report(reading, grid, column) : [])),
    ...products(reading, grid),
    ...outsideItsParts(reading, grid),
    ...rowOfMeans(reading, grid),
  ],
);
