import type { Finding } from "../../../model/finding.ts";
import { perTable } from "../../check.ts";
import { misprintedAverage, printAverage } from "../../finding-row.ts";
import { formatMoney, slackOf } from "../../numbers/money.ts";
import type { Cell, Grid } from "../../reading/grid.ts";
import { isTotal, placeAt, quoteAt, turn, type Line, type Turned } from "../../reading/lines.ts";
import type { Reading } from "../../reading/reading.ts";
import { isOwnLevel, isReckoned } from "../../vocabulary/headings.ts";
import { wordings } from "../../vocabulary/patterns.ts";

/** "Average weekly cost per child", "Mean allowance", "Cases per social worker". */
const average = /\b(?:average|mean)\b|[a-z] (?:per|for each) (?!cent\b|\d)[a-z]/iu;
/** Averages of what no sum is told of, and of those counted in another way. */
const ofElse = wordings`
  age|ages|score|scores|days|weeks|months|hours|wait|length|stay|distance|rate|time|points|median|target|per cent|full[- ]time equivalent|fte|
  weighted|in post|at start|largest|highest|lowest|smallest`;
/** Whom an average is of, where it says so; of persons, anybody. */
const each = /\b(?:per|for each|for every) (?:[a-z-]+ )?([a-z]{4})[a-z]*(?: \([^)]*\))?$/iu;
const anybody = /^(?:pers|head)/iu;
/** How many there are on one day are not those that the cost of a year is spread over. */
const onOneDay = wordings`at|end of|year[- ]end|in place|open|currently|now|snapshot`;
const overTime = wordings`(?:in|over|during|for) the (?:year|quarter)|annual|yearly|a year|per year|(?:19|20)\d\d[/–-]\d\d`;
/** An average further from the quotient than this is of something else. */
const farthest = 0.25;

type Point = { line: Line; at: number; cell: Cell; sum: Cell; count: Cell; exact: number; fits: boolean };

/** Whether these may be the sum and the number that an average is of, by their names. */
function mayMake(line: Line, sum: Line, count: Line): boolean {
  const noun = each.exec(line.name)?.[1] ?? "";
  const isNamed = noun === "" || anybody.test(noun) || count.name.toLowerCase().includes(noun.toLowerCase());
  const isUneven = onOneDay.test(count.name) && (overTime.test(sum.name) || overTime.test(line.name));
  return isNamed && !isUneven && !ofElse.test(`${sum.name} ${count.name}`);
}

const asAmount = ({ text, value, decimals }: Cell): { text: string; value: number; decimals: number } => ({
  text,
  value: value ?? 0,
  decimals,
});

/** An average with every sum and number of its place in the table that come near to making it. */
function pointsAt({ lines }: Turned, line: Line, at: number): Point[] {
  const cell = line.cells[at];
  const others = lines.filter(({ name }) => name !== line.name && !average.test(name) && isOwnLevel(name) && !isTotal(name));
  if (cell?.value == null || cell.value <= 0 || cell.unit === "percent") return [];
  return [...others, ...lines.filter(({ name }) => name !== line.name && isTotal(name))].flatMap((sumLine) =>
    others.flatMap((countLine): Point[] => {
      const [sum, count] = [sumLine.cells[at], countLine.cells[at]];
      if (sumLine === countLine || sum?.value == null || count?.value == null || sum.unit !== cell.unit || count.unit !== "count")
        return [];
      if (count.value < 2 || !Number.isInteger(count.value) || !mayMake(line, sumLine, countLine)) return [];
      const exact = sum.value / count.value;
      const slack = slackOf(asAmount(cell)) + slackOf(asAmount(sum)) / count.value;
      const isNear = Math.abs(exact - (cell.value ?? 0)) <= farthest * exact;
      return isNear ? [{ line, at, cell, sum, count, exact, fits: Math.abs(exact - (cell.value ?? 0)) <= slack + 1e-9 }] : [];
    }),
  );
}

function report(reading: Reading, turned: Turned): Finding[] {
  return turned.lines
    .filter(({ name }) => average.test(name) && isOwnLevel(name) && !isReckoned(name) && !ofElse.test(name))
    .flatMap((line) => line.cells.map((_, at) => pointsAt(turned, line, at)))
    .flatMap((points): Finding[] => {
      const [point, ...more] = points;
      // Two that come near leave open which is meant; one that makes it is.
      if (!point || more.length > 0 || point.fits) return [];
      const { line, at, cell, sum, count, exact } = point;
      const printed = printAverage(exact, cell);
      return misprintedAverage(reading, {
        stated: cell.text,
        expected: cell.unit === "gbp" ? formatMoney(Number(printed)) : printed,
        of: `${sum.text} over ${count.text}`,
        note: `"${line.name}"`,
        quote: turned.byRow
          ? turned.lines
              .filter((one) => [sum, count, cell].includes(one.cells[at]!))
              .map((one) => one.row?.raw ?? "")
              .join(" / ")
          : quoteAt(turned, line, at),
        place: placeAt(turned, line, at),
      });
    });
}

/** Rows from which a column of averages is judged by the others. */
const fewestRows = 3;

export const averagesBesideSums = perTable(
  "arithmetic",
  "An average of a table against the sum and the number beside it",
  (reading, grid: Grid) => [
    ...report(reading, turn(grid, true)),
    ...(grid.rows.length < fewestRows ? report(reading, turn(grid, false)) : []),
  ],
);
