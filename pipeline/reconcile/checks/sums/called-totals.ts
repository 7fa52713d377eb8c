import type { CellUnit } from "../../reading/grid.ts";
import { isLikelyTotal, isSureTotal, isTotal, numberAt, type Line, type Turned } from "../../reading/lines.ts";
import { female, male } from "../../reading/parts/groups.ts";
import { stepOf } from "../../reading/time-labels.ts";

// Which lines of a table are called the total of those above them.

export type Column = { at: number; unit: CellUnit; total: number };

/** "Both" under girls and boys. */
const isBothSexes = ({ lines }: Turned, { name }: Line): boolean =>
  /^(?:both|both of them|everyone|everybody)$/iu.test(name.trim()) &&
  lines.length === 3 &&
  [male, female].every((words) => lines.filter((line) => words.test(line.name)).length === 1);

const stretch =
  /^(?:the )?(?:whole |full )?(?:q(?:uarter|tr)?\.? ?[1-4]|(?:first |second |third |fourth )?quarter|half[- ]year|year|(?:19|20)\d\d ?[/–-] ?\d\d(?:\d\d)?)$/iu;
/** "Quarter 1" under April, May and June; "2019/20" under four quarters. */
function isSumOfTimes({ lines }: Turned, line: Line): boolean {
  const kinds = lines.slice(0, -1).map(({ name }) => stepOf(name)?.kind);
  const isRound = (kinds[0] === "month" && [3, 6, 12].includes(kinds.length)) || (kinds[0] === "quarter" && kinds.length === 4);
  return lines.at(-1) === line && isRound && kinds.every((kind) => kind === kinds[0]) && stretch.test(line.name.trim());
}

/** How near a sum has to come to what is only likely its total, and of how many lines. */
const [nearness, fewestOfLikely] = [0.1, 3];

function isLikely(turned: Turned, line: Line, index: number, column: Column, gap: number): boolean {
  const { caption, block, columns } = turned.grid;
  const isNear = turned.byRow && index >= fewestOfLikely && index === turned.lines.length - 1 && gap <= nearness * column.total;
  return (
    isNear && isLikelyTotal(line.name, columns[0] ?? "", turned.names[column.at] ?? "", `${caption} ${block.headings.at(-1) ?? ""}`, index)
  );
}

/** "All foster care" above "Homes" and a total that all the other lines make: the sum of the lines above it. */
function isSubtotalOf({ lines }: Turned, line: Line, index: number, { at, unit }: Column): boolean {
  const last = lines.at(-1);
  const sum = lines.reduce((made, one) => made + (isTotal(one.name) ? 0 : (numberAt(one, at, unit) ?? 0)), 0);
  return last !== undefined && last !== line && isTotal(line.name) && isTotal(last.name) && index > 1 && numberAt(last, at, unit) === sum;
}

/** With no other column to show it, whether a line is called the total of those above it. */
export function isMeantAsTotal(turned: Turned, line: Line, index: number, column: Column, gap: number): boolean {
  const above = turned.lines.slice(0, index);
  const named = turned.byRow ? (turned.names[column.at] ?? "") : "";
  const [heading, caption] = [turned.grid.columns[0] ?? "", turned.byRow ? turned.grid.caption : ""];
  if (above.length < 2) return false;
  return (
    isSureTotal(line.name, heading, named, caption) ||
    isBothSexes(turned, line) ||
    isSumOfTimes(turned, line) ||
    isSubtotalOf(turned, line, index, column) ||
    isLikely(turned, line, index, column, gap)
  );
}

/** By its name alone, or by what stands above it. */
export const isCalledTotal = (turned: Turned, line: Line, index: number, columns: readonly Column[]): boolean =>
  isTotal(line.name) ||
  isBothSexes(turned, line) ||
  isSumOfTimes(turned, line) ||
  columns.some((column) => isLikely(turned, line, index, column, 0));
