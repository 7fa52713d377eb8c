import type { Finding } from "../../../model/finding.ts";
import { parsePeriodText } from "../../../extract/grammar/periods.ts";
import { perTable } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { placeOfRow, type Grid } from "../../reading/grid.ts";
import type { Reading } from "../../reading/reading.ts";
import { isOwnLevel } from "../../vocabulary/headings.ts";

const draftOf = (grid: Grid, quote: string) => ({ kind: "label", severity: "warning", quote, place: placeOfRow(grid, null) }) as const;

/** "2015, 2015, 2016": one heading over two columns that hold different figures. */
function repeatedHeaders(reading: Reading, grid: Grid): Finding[] {
  const labels = grid.columns.slice(1);
  const seen = labels.filter(
    (label, at) => label !== "" && labels.indexOf(label) !== at && sameName(labels, label) && differs(grid, labels, label),
  );
  const periods = [...new Set(seen.map((label) => parsePeriodText(label)).filter((period) => period !== null))];
  // Without a period, a repeated heading ("Number", "%") is how paired columns are headed.
  const plain =
    periods.length > 0
      ? []
      : [...new Set(seen)].filter(
          (label) =>
            !/^(?:number|no\.?|%|per ?cent|count|n|value|rate|score|\W*)$/iu.test(label) &&
            grid.headers.length === 1 &&
            !isOfOneBefore(labels, label),
        );
  if (periods.length === 0 && plain.length === 0) return [];
  const header = (grid.headers[0] ?? []).filter((cell) => cell !== "").join(", ");
  const name = grid.headers.flat().find((cell) => cell !== "" && seen.some((label) => label.startsWith(cell))) ?? seen[0] ?? "";
  return oneFinding(reading, {
    ...draftOf(grid, grid.block.table?.rows[0]?.raw ?? header),
    stated: header,
    expected: "a heading of its own for each column",
    heading: `Two columns are both headed ${name}`,
    message: `The columns read ${header}: ${name} stands over two that hold different figures, so one of them is headed wrongly.`,
  });
}

/** "Children adopted, % of agency, adopters approved, % of agency": a share of each column before it. */
function isOfOneBefore(labels: readonly string[], label: string): boolean {
  const before = labels.flatMap((other, at) => (other === label ? [labels[at - 1] ?? ""] : []));
  return (
    /^(?:%|per ?cent|percentage|share|proportion|rate)|%\)?$/iu.test(label) &&
    !before.includes("") &&
    new Set(before).size === before.length
  );
}

const sameName = (labels: readonly string[], label: string): boolean => labels.filter((other) => other === label).length > 1;
const differs = (grid: Grid, labels: readonly string[], label: string): boolean => {
  const columns = labels.flatMap((other, at) => (other === label ? [at + 1] : []));
  return grid.rows.some((row) => new Set(columns.map((column) => row.cells[column]?.text ?? "").filter((text) => text !== "")).size > 1);
};

/** Periods that neither rise nor fall from left to right. */
function disorder(reading: Reading, grid: Grid): Finding[] {
  const header = (grid.headers[0] ?? []).slice(1).filter((cell) => cell !== "");
  const periods = header
    .filter((cell) => isOwnLevel(cell) && cell.length <= 12)
    .map((cell) => parsePeriodText(cell))
    .filter((period): period is string => period !== null && /^\d{4}(?:\/\d{2})?(?: Q\d)?$/.test(period));
  if (periods.length < 3 || new Set(periods).size !== periods.length) return [];
  const rising = [...periods].sort();
  const falling = [...rising].reverse();
  if ([rising, falling].some((order) => order.every((period, at) => period === periods[at]))) return [];
  const printed = periods.join(", ");
  return oneFinding(reading, {
    ...draftOf(grid, grid.block.table?.rows[0]?.raw ?? header.join(", ")),
    stated: printed,
    expected: rising.join(", "),
    heading: `The columns are out of order: ${printed}`,
    message: `The columns read ${printed}, neither forwards nor backwards: one of them is probably headed wrongly.`,
  });
}

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Quarters or months that neither rise nor fall from left to right, wherever they begin in the year. */
function quarterOrder(reading: Reading, grid: Grid): Finding[] {
  const cells = (grid.headers.at(-1) ?? [])
    .slice(1)
    .map((cell) => cell.trim())
    .filter((cell) => cell !== "");
  const quarters = cells.flatMap((cell) => /^q(?:uarter|tr)? ?([1-4])$/iu.exec(cell)?.[1] ?? []).map(Number);
  const named = cells
    .flatMap((cell) => (/^[a-z]{3,9}$/iu.test(cell) ? [months.indexOf(cell.slice(0, 3).toLowerCase())] : []))
    .filter((at) => at >= 0);
  for (const [order, size] of [
    [quarters, 4],
    [named, 12],
  ] as const) {
    const steps = order.slice(1).map((at, index) => (at - order[index]! + size) % size);
    if (
      order.length < 3 ||
      new Set(order).size !== order.length ||
      new Set(steps).size === 1 ||
      steps.reduce((sum, step) => sum + step, 0) < size ||
      steps.every((step) => step > size / 2)
    )
      continue;
    const printed = cells.join(", ");
    return oneFinding(reading, {
      ...draftOf(grid, grid.block.table?.rows[0]?.raw ?? printed),
      stated: printed,
      heading: `The columns are out of order: ${printed}`.slice(0, 70),
      message: `The columns read ${printed}, neither forwards nor backwards: two of them are probably headed wrongly.`,
    });
  }
  return [];
}

/** "Health of children, 2020/21" over columns of 2021/22 and 2022/23. */
function captionYear(reading: Reading, grid: Grid): Finding[] {
  const years = [...grid.caption.matchAll(/\b((?:19|20)\d{2})\/(\d{2})\b/gu)].map((match) => match[0]);
  const columns = grid.columns
    .slice(1)
    .map((name) => parsePeriodText(name))
    .filter((period): period is string => period !== null && /^\d{4}\/\d{2}$/.test(period));
  const [year] = years;
  if (
    years.length !== 1 ||
    !year ||
    new Set(columns).size < 2 ||
    columns.includes(year) ||
    columns.some((column) => column > year) === columns.some((column) => column < year) ||
    /\b(?:since|from|before|after|baseline|plan|strategy|compar\w+|report|change|years to|shows?|was|were|had)\b/iu.test(grid.caption)
  )
    return [];
  return oneFinding(reading, {
    ...draftOf(grid, grid.block.table?.rows[0]?.raw ?? grid.caption),
    stated: `${year}; ${columns.join(", ")}`,
    heading: `The caption says ${year}, the columns ${columns.join(", ")}`.slice(0, 70),
    message: `The caption "${grid.caption}" is of ${year}, but the columns are of ${columns.join(", ")}.`,
  });
}

/** A year that ends before it begins ("2018/17"), or more than a year later in a row of single years. */
function impossibleYears(reading: Reading, grid: Grid): Finding[] {
  const cells = [...grid.headers.flat(), ...grid.rows.map((row) => row.label)];
  return [...new Set(cells)].flatMap((cell) => {
    const match = /^(?:\D*\s)?((?:19|20)\d{2}) ?[/-] ?(\d{2})(?!\d|\/)(?:\s\D*)?$/u.exec(cell);
    if (!match) return [];
    const [first, last] = [Number(match[1]!.slice(2)), Number(match[2])];
    if (last === (first + 1) % 100 || (last > first + 1 && Number(match[2]) > 12) || (cell.includes("-") && last <= 12)) return [];
    return oneFinding(reading, {
      ...draftOf(grid, cell),
      stated: `${match[1]}/${match[2]}`,
      heading: `${match[1]}/${match[2]} is no year`,
      message: `A heading reads "${cell}": a reporting year ends in the calendar year after the one in which it begins.`,
    });
  });
}

export const tableLabels = perTable("label", "Headings of columns: repeated, out of order, or no years", (reading, grid) => [
  ...repeatedHeaders(reading, grid),
  ...disorder(reading, grid),
  ...quarterOrder(reading, grid),
  ...captionYear(reading, grid),
  ...impossibleYears(reading, grid),
]);
