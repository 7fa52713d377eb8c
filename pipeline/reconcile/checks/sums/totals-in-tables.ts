import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { saysLeftOut, saysNotAddable, saysNotAddableBySex } from "../../reading/disclosed.ts";
import { oneFinding } from "../../finding-row.ts";
import { isNoSum, isSubtotal, isTotal, isWithin, numberAt, placeAt, quoteAt, turn, type Line, type Turned } from "../../reading/lines.ts";
import { isCalledTotal, isMeantAsTotal, type Column } from "./called-totals.ts";
import { formatMoney } from "../../numbers/money.ts";
import type { Reading } from "../../reading/reading.ts";
import { isTime, type CellUnit } from "../../reading/grid.ts";
import { wordings } from "../../vocabulary/patterns.ts";
import { female, male } from "../../reading/parts/groups.ts";

const units: readonly CellUnit[] = ["count", "gbp"];
const add = (values: readonly (number | null)[]): number | null =>
  values.some((value) => value === null) ? null : values.reduce<number>((total, value) => total + (value ?? 0), 0);
const same = (a: number | null, b: number): boolean => a !== null && Math.abs(a - b) < 0.006;

/** Which lines may make up the one that is called a total: those above it, or, for a total on top, those below. */
function candidates(lines: readonly Line[], at: number): Line[][] {
  const above = lines.slice(0, at).filter((line) => line.cells.some((cell) => cell.value !== null));
  const since = lines.slice(0, at).findLastIndex((line) => isTotal(line.name) || line.cells.every((cell) => cell.text === ""));
  const run = lines.slice(since + 1, at);
  const subtotals = lines.slice(0, at).filter((line) => isSubtotal(line.name) || isTotal(line.name));
  const loose = above.filter((line) => !isTotal(line.name) && !isNoSum(line.name));
  const tail = lines.slice(since + 1, at).filter((line) => !isNoSum(line.name));
  const sets = [run, loose, tail, [...subtotals, ...tail], subtotals];
  if (above.length === 0) sets.push(lines.slice(at + 1).filter((line) => !isTotal(line.name)));
  return [...sets.map((set) => set.filter((line) => !isWithin(line.name))), ...sets].filter((set) => set.length > 1);
}

function columnsOf(turned: Turned, line: Line): Column[] {
  return turned.names.flatMap((name, at) =>
    units.flatMap((unit) => {
      const total = numberAt(line, at, unit);
      return total === null || isNoSum(name) || isNoSum(line.name) ? [] : [{ at, unit, total }];
    }),
  );
}

/** With `isProven`, a total is only wrong where the same lines make it in another column. */
function report(reading: Reading, turned: Turned, line: Line, index: number, isProven: boolean): Finding[] {
  const columns = columnsOf(turned, line);
  if (columns.length === 0) return [];
  const sets = candidates(turned.lines, index);
  const sumOf = (set: readonly Line[], column: Column): number | null => add(set.map((part) => numberAt(part, column.at, column.unit)));
  // The parts that fit most columns are the parts meant; the first set wins a tie.
  const best = sets
    .map((set) => ({ set, fits: columns.filter((column) => same(sumOf(set, column), column.total)) }))
    .sort((a, b) => b.fits.length - a.fits.length)[0];
  if (!best || (isProven && best.fits.length === 0)) return [];
  return columns
    .filter((column) => !sets.some((set) => same(sumOf(set, column), column.total)))
    .flatMap((column) => {
      const made = sumOf(best.set, column);
      const values = best.set.map((part) => numberAt(part, column.at, column.unit) ?? 0);
      // A stock has no sum over time: its year is one of its quarters, or between them.
      const isBetween = column.total <= Math.max(...values) && column.total >= Math.min(...values);
      // The mean of two teams is no more than half of what they make.
      const isProvenSum = best.fits.length > 1 && !best.set.some(({ name }) => isTime(name)) && column.total >= fewestOfSum * (made ?? 0);
      if (made === null || (isBetween && !isProvenSum)) return [];
      // With no other column to show which lines are the parts, only a near miss is a total gone wrong.
      const near = Math.abs(made - column.total) <= Math.max(0.25 * column.total, 2);
      if (best.fits.length === 0 && !(near && isMeantAsTotal(turned, line, index, column, Math.abs(made - column.total)))) return [];
      if (best.fits.length < columns.length - best.fits.length && best.fits.length > 0) return [];
      const cell = line.cells[column.at];
      const printed = cell?.text ?? "";
      const money = (value: number): string => (column.unit === "gbp" ? formatMoney(value) : String(value));
      const name = turned.byRow ? turned.names[column.at] : (turned.grid.rows[column.at]?.label ?? "");
      return oneFinding(reading, {
        kind: "total",
        severity: "error",
        stated: printed,
        expected: money(made),
        heading: `${line.name === "" ? "The total" : line.name}: ${printed} printed, the parts make ${money(made)}`,
        message: `The parts ${name ? `under "${name}" ` : ""}make ${money(made)}, but ${printed} is printed as "${line.name}".`,
        quote: quoteAt(turned, line, column.at),
        place: placeAt(turned, line, column.at),
      });
    });
}

/** How far off one sum may be when two others show which lines are the parts, and when more of them do. */
const far = 0.3;
/** A total that lies between its parts is at least so much of what they make. */
const fewestOfSum = 0.75;
const farWhenProven = 0.6;

/** Lines above a sum that it meets by no chance. */
const fewestAbove = 3;

const leftOver = wordings`
  short(?:fall|age)?s?|gaps?|deficits?|unmet|unfilled|vacan(?:t|cy|cies)|left|remain\w*|outstanding|still|yet|missing|overdue|
  over|under|excess|surplus|spare|(?:over|under)[- ]?(?:spends?|spent)|waiting|backlog|balance|to (?:find|recruit|do|go|come)|needed|required|
  unplaced|unallocated|unused|free|available|arrears|owed|due|difference`;
/** "Needed 12, available 15, shortfall 0": where there is more than was asked for, nothing is left over, and nothing less is printed. */
function isFloored(parts: readonly Line[], { at, unit, total }: Column): boolean {
  const nought = parts.find((part) => numberAt(part, at, unit) === 0);
  return nought !== undefined && leftOver.test(nought.name) && parts.some((part) => (numberAt(part, at, unit) ?? 0) > total);
}

/** A line without the word total whose number is the sum of the lines after it in most columns, but not in one. */
function reportImplied(reading: Reading, turned: Turned): Finding[] {
  return turned.lines.flatMap((line, index) => {
    const columns = columnsOf(turned, line);
    if (columns.length < 2 || (index > 0 && isTotal(line.name) && !/number/i.test(line.name))) return [];
    // The last line under several others proves to be their sum by one column, others by two.
    const isFoot = index === turned.lines.length - 1 && index >= fewestAbove;
    const sets = [...new Set([2, 3, 4, 5, 6, ...(isFoot ? [index] : [])])].flatMap((size) =>
      [index + 1, index - size].flatMap((start) => {
        const parts = start < 0 ? [] : turned.lines.slice(start, start + size);
        if (parts.length < size || parts.some((part) => isNoSum(part.name))) return [];
        const sums = columns
          .map((column) => ({ column, made: add(parts.map((part) => numberAt(part, column.at, column.unit))) }))
          .filter(({ made }) => made !== null);
        return [
          {
            parts,
            proof: isFoot && size === index ? 1 : 2,
            wrong: sums.filter(({ column, made }) => !same(made, column.total)),
            right: sums.filter(({ column, made }) => same(made, column.total) && column.total > 0),
          },
        ];
      }),
    );
    // Lines that fit in every column are the parts, whatever fewer of them do.
    if (sets.some(({ wrong, right, proof }) => wrong.length === 0 && right.length >= proof)) return [];
    for (const { parts, wrong, right, proof } of sets) {
      const odd = wrong[0];
      if (
        wrong.length !== 1 ||
        right.length < proof ||
        !odd ||
        odd.made === null ||
        isFloored(parts, odd.column) ||
        Math.abs(odd.made - odd.column.total) > (right.length > 2 ? farWhenProven : far) * odd.column.total
      )
        continue;
      const names = parts.map((part) => `"${part.name}"`).join(" and ");
      const values = parts.map((part) => part.cells[odd.column.at]?.text ?? "").join(" and ");
      const name = turned.names[odd.column.at] ?? "";
      return oneFinding(reading, {
        kind: "total",
        severity: "error",
        stated: String(odd.column.total),
        expected: String(odd.made),
        heading: `${line.name}: ${odd.column.total} printed, the parts make ${odd.made}`,
        message: `${names} make up "${line.name}" in the other columns, but under "${name}" ${values} make ${odd.made}, not ${odd.column.total}.`,
        quote: [line, ...parts]
          .map((part) => quoteAt(turned, part, odd.column.at))
          .filter((quote, i, all) => all.indexOf(quote) === i)
          .join(" / "),
        place: placeAt(turned, line, odd.column.at),
      });
    }
    return [];
  });
}

/** How much too much is printed, where both are plain numbers. */
const excess = ({ stated, expected }: Finding): number => Number(stated.replaceAll(",", "")) - Number(expected);

/** One wrong cell puts out the sum in the other direction by as much, or its own total by the opposite: the cell that both go through is the wrong one. */
const withoutEchoes = (rows: readonly Finding[], columns: readonly Finding[]): Finding[] => {
  const echoes = (finding: Finding, others: readonly Finding[]): boolean =>
    others.some((other) => excess(other) !== 0 && Math.abs(excess(other)) === Math.abs(excess(finding)));
  return [...rows, ...columns.filter((finding) => !echoes(finding, rows))];
};

const firstOfYear = /^(?:apr(?:il)?|q(?:uarter|tr)? ?(?:1|one))\b/iu;
/** "July, August, September, year to date": the year began before the times that the table lists. */
const beginsBefore = ({ lines }: Turned, { name }: Line): boolean =>
  /^(?:ytd|year to date)$/iu.test(name.trim()) &&
  lines.some((line) => isTime(line.name)) &&
  !lines.some((line) => firstOfYear.test(line.name.trim()));

/** "Boys", "Girls", "All": nobody is counted in two of the lines. */
function areSexes({ lines }: Turned): boolean {
  const parts = lines.filter(({ name }) => !isTotal(name));
  return parts.length === 2 && [male, female].every((words) => parts.filter(({ name }) => words.test(name)).length === 1);
}

/** Findings of the lines of one direction: those called totals, then those that prove to be. */
function inDirection(reading: Reading, turned: Turned, isProven: boolean): Finding[] {
  const named = turned.lines.flatMap((line, index) =>
    isCalledTotal(turned, line, index, columnsOf(turned, line)) && !beginsBefore(turned, line)
      ? report(reading, turned, line, index, isProven)
      : [],
  );
  if (isProven) return named;
  const stated = new Set(named.map((finding) => finding.place));
  return [...named, ...reportImplied(reading, turned).filter((finding) => !stated.has(finding.place))];
}

export const totalsInTables = perDocument("total", "Totals of tables against their rows and columns", (reading) =>
  reading.grids.flatMap((grid) => {
    if (saysNotAddable(reading, grid.block))
      return saysNotAddableBySex(reading, grid.block)
        ? []
        : [true, false].flatMap((byRow) => (areSexes(turn(grid, byRow)) ? inDirection(reading, turn(grid, byRow), false) : []));
    // What is left out of the whole table does not part its rows from its total: a column that adds up shows which it is.
    const isProven = saysLeftOut(reading, grid.block);
    const [columns, rows] = [inDirection(reading, turn(grid, true), isProven), inDirection(reading, turn(grid, false), isProven)];
    return withoutEchoes(rows, columns);
  }),
);
