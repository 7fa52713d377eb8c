import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { placeOfRow, type Grid, type GridRow } from "../../reading/grid.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { isNamedIn, stemsOf } from "../../vocabulary/names.ts";
import { isOwnLevel } from "../../vocabulary/headings.ts";
import { pattern } from "../../vocabulary/patterns.ts";

const praised = pattern`
  ^(?:(?:the |all |almost all |most |our |their )?)(?<thing>[a-z][a-z’' -]{3,50}?) (?:are|is|were|was|have been|has been|
  take place|takes place|took place) (?:(?:now|consistently|generally|always|usually|mostly|routinely|very|held|completed|
  done|carried out|undertaken|almost always) )*(?<word>timely|on time|in time|prompt|promptly|regular|regularly|
  within timescales?|in good time|up to date|strong|good|well attended)\b`;
const denied = pattern`
  \b(?:not|no longer|although|but|except|should|will|must|ensure|whether|unless|too|more)\b[^.;]{0,40}\b(?:timely|time|
  prompt|regular|timescale|up to date)`;
/** How far below its target a figure has to be before praise is wrong, in percentage points. */
const shortfall = 5;

type Missed = { grid: Grid; row: GridRow; own: string; target: string };

/** Rows of percentages that fall well short of the target in their own row. */
function missed(reading: Reading): Missed[] {
  return reading.grids.flatMap((grid) => {
    const targets = grid.columns.flatMap((name, at) => (at > 0 && /\btarget\b/iu.test(name) ? [at] : []));
    const [target] = targets;
    if (target === undefined || targets.length > 1) return [];
    return grid.rows.flatMap((row): Missed[] => {
      const goal = row.cells[target];
      const shares = row.cells.flatMap((cell, at) =>
        at !== target && at > 0 && cell.unit === "percent" && cell.value !== null && isOwnLevel(grid.columns[at] ?? "") ? [cell] : [],
      );
      const own = shares.at(-1);
      if (
        goal?.value == null ||
        own?.value == null ||
        !(goal.unit === "percent" || goal.value <= 100) ||
        own.value > goal.value - shortfall
      )
        return [];
      return [{ grid, row, own: `${own.value}%`, target: `${goal.value}%` }];
    });
  });
}

/** "Initial conferences are timely" in the text, 78.2% against a target of 95% in the table. */
function report(reading: Reading, rows: readonly Missed[], clause: string, sentence: Sentence): Finding[] {
  const match = praised.exec(clause.trim());
  if (!match || denied.test(clause) || sentence.figures.some((figure) => figure.measure === "percent")) return [];
  const thing = match.groups?.["thing"] ?? "";
  const found = rows.filter(({ row }) => isNamedIn(thing, stemsOf(row.label)));
  const [one] = found;
  const alike = reading.grids.flatMap((grid) => grid.rows).filter((row) => isNamedIn(thing, stemsOf(row.label)));
  if (!one || found.length > 1 || alike.length > 1) return [];
  const word = match.groups?.["word"] ?? "";
  return oneFinding(reading, {
    kind: "conflict",
    severity: "warning",
    stated: `"${word}"; ${one.own}; target ${one.target}`,
    quote: `${sentence.text} / ${one.row.raw}`,
    place: `${sentence.place}; ${placeOfRow(one.grid, one.row)}`,
    heading: `"${word}" in the text, ${one.own} against ${one.target} in the table`,
    message: `The text calls ${thing} "${word}"; the table has ${one.own} against a target of ${one.target}.`,
  });
}

export const timelyRows = perDocument("conflict", "Praise in the text against a row that misses its target", (reading) => {
  const rows = missed(reading);
  return rows.length === 0
    ? []
    : reading.sentences.flatMap((sentence) =>
        sentence.text
          .split(/[,;] (?:and |but |while )?/u)
          .flatMap((clause) => report(reading, rows, clause, sentence))
          .slice(0, 1),
      );
});
