import { textWidth } from "../../core/fonts.ts";
import type { Action } from "../../model/action.ts";
import type { PlanColumn, PlanRow } from "./action-plan.ts";

/** How the rows of a plan go on slides: actions side by side where columns are wide, long rows over several slides. */

/** Lines of actions that a slide holds, each recommendation adding a little air. */
const mostLines = 18;
/** Room across that all columns share, and what a mark needs beside its number. */
const [across, besideNumber] = [1180, 62];

/** How many actions stand beside each other in a cell: as many as their numbers leave room for. */
export function abreastIn(columns: readonly PlanColumn[], actions: readonly Action[]): number {
  const widest = Math.max(...actions.map(({ action_id: id }) => textWidth(id, 26, "Bold")));
  return Math.max(1, Math.min(4, Math.floor(across / columns.length / (widest + besideNumber))));
}

/** Lines that a row takes. */
export const linesOf = ({ cells }: PlanRow, abreast: number): number =>
  Math.max(1, ...cells.map((cell) => Math.ceil(cell.length / abreast)));

/** A recommendation with more actions in a month than a slide has lines, on as many rows as it needs. */
function rowsOf(row: PlanRow, abreast: number): PlanRow[] {
  const most = Math.floor(mostLines - 0.4) * abreast;
  const parts = Math.ceil((linesOf(row, abreast) * abreast) / most);
  return Array.from({ length: parts }, (_, i) => ({ ...row, cells: row.cells.map((cell) => cell.slice(i * most, (i + 1) * most)) }));
}

/** Recommendations that go on one slide each: whole where they can be, in order, as many as leave every number legible. */
export function slidesOf(rows: readonly PlanRow[], abreast: number): PlanRow[][] {
  const slides: PlanRow[][] = [[]];
  let lines = 0;
  for (const row of rows.flatMap((one) => rowsOf(one, abreast))) {
    const height = linesOf(row, abreast) + 0.4;
    if (lines > 0 && lines + height > mostLines) {
      slides.push([]);
      lines = 0;
    }
    slides.at(-1)?.push(row);
    lines += height;
  }
  return slides;
}
