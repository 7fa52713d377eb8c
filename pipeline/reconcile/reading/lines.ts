import type { Cell, CellUnit, Grid, GridRow } from "./grid.ts";
import { placeOfRow } from "./grid.ts";
import { areSame, stemsOf, wordSet } from "../vocabulary/names.ts";
import { numberOf } from "../vocabulary/number-words.ts";
import { wordings } from "../vocabulary/patterns.ts";

/** A row or a column of a table as a run of cells, so that one rule serves both directions. */
export type Line = { name: string; cells: readonly Cell[]; row: GridRow | null; column: number | null };

/** A table turned so that `lines` add up or divide cell by cell; `names` label the cells. */
export type Turned = { grid: Grid; lines: readonly Line[]; names: readonly string[]; byRow: boolean };

export function turn(grid: Grid, byRow: boolean): Turned {
  const columns = grid.columns.map((name, column) => ({ name, column })).slice(1);
  if (byRow) {
    return {
      grid,
      byRow,
      names: columns.map((c) => c.name),
      lines: grid.rows.map((row) => ({ name: row.label, cells: row.cells.slice(1), row, column: null })),
    };
  }
  return {
    grid,
    byRow,
    names: grid.rows.map((row) => row.label),
    lines: columns.map(({ name, column }) => ({ name, column, row: null, cells: grid.rows.map((row) => row.cells[column]!) })),
  };
}

/** The number of a line at a position, when it is of the unit asked for. */
export function numberAt(line: Line | undefined, at: number, unit: CellUnit): number | null {
  const cell = line?.cells[at];
  return cell && cell.unit === unit ? cell.value : null;
}

export const isTotal = (name: string): boolean =>
  /^(?:grand |overall |sub-?|combined )?totals?\b|\btotals?$|^all(?! other)(?: [a-z-]+){0,3}(?: aged \d+(?: (?:to|and|or) (?:\d+|over|under|older|more))?)?$|^overall$|^whole [a-z-]+$|^(?:all together|altogether|in all|both sexes)$|, (?:all|total)\b[^,]*$|^sum of [a-z -]+$|^ytd$|^year to date$|^full year$|^sum$|^year$|^annual total$/iu.test(
    name.trim(),
  );
/** Headings over what parts a number without overlap: each thing counted has one category, one source, one age. */
const parts = wordings`
  categor(?:y|ies)|sources?|types?|kinds?|outcomes?|results?|districts?|areas?|localit(?:y|ies)|teams?|age|ages|length|status|sex|gender|
  ethnicity|ethnic group|reason|placement|stage|grade|band|rating|decision|year group|school phase`;
const someOnly = wordings`main|largest|biggest|most|top|selected|principal|leading|common|more than one`;
const notEach = wordings`${someOnly.source}|some|may`;

/**
 * "All children looked after" may be more than the kinds a table lists; "all" beside the heading "Source" is all of
 * them, and so is "all plans" under "Category" over a column of plans.
 */
export function isSureTotal(name: string, heading: string, column: string, caption = ""): boolean {
  const label = name.trim().toLowerCase();
  if (!isTotal(name)) return false;
  if (!/^all \S/u.test(label) || /^all (?:ages|categories|teams|types)$/u.test(label)) return true;
  if (label.startsWith(`all ${heading.trim().toLowerCase() || "?"}`) || everybody.test(heading.trim())) return true;
  if (!parts.test(heading) || notEach.test(heading) || someOnly.test(caption)) return false;
  return areSame(stemsOf(label, quantity), stemsOf(column, quantity)) || isCountedBy(label, heading, caption);
}
/** Everybody has one of these; teams, areas and sources may not all be listed. */
const closed = wordings`categor(?:y|ies)|status|types?|outcomes?|length|stage`;
/** "Child protection plans by category" over "Category" and "All plans": the caption says what is counted, and by what. */
function isCountedBy(label: string, heading: string, caption: string): boolean {
  const by = /\bby (?:the |their )?([\p{L}-]+(?: [\p{L}-]+){0,2})[^\p{L}]*$/iu.exec(caption);
  const [what, counted] = [stemsOf(label, quantity), stemsOf(caption, quantity)];
  return (
    by !== null &&
    closed.test(heading) &&
    areSame(stemsOf(by[1] ?? "", quantity), stemsOf(heading, quantity)) &&
    what.size > 0 &&
    [...what].every((word) => counted.has(word))
  );
}
const quantity = wordSet("all the number numbers count total");
/** Everybody has one age and one sex. */
const everybody = /^(?:age(?: ?(?:group|band|range))?s?|ages? in years|sex|gender)$/iu;

/** What may be told of one of them twice, or of some of them alone. */
const manyEach = wordings`
  needs?|languages?|groups?|abilit(?:y|ies)|disabilit(?:y|ies)|conditions?|diagnos[ei]s|services?|help|support|worry|worries|concerns?|risks?|factors?`;
const places = wordings`areas?|districts?|localit(?:y|ies)|teams?|hubs?|offices?|patch(?:es)?|homes?|schools?|wards?|towns?|divisions?|quadrants?|units?|sites?`;
const wholePlace =
  /^(?:the )?(?:(?:whole |entire )?(?:council|county|borough|city|authority|service|district|department)(?:[- ]wide)?|everywhere|combined|all (?:areas|districts|teams|homes|schools))$/iu;
/**
 * "All complaints" under "Subject" over a column of complaints, "Council" under its areas, "The three homes" under three:
 * no more than likely, since the rows may leave some out, so that only what comes near them is a sum gone wrong.
 */
export function isLikelyTotal(name: string, heading: string, column: string, around: string, above: number): boolean {
  const label = name.trim();
  if (heading.trim() === "" || [heading, around].some((text) => someOnly.test(text))) return false;
  const [, count = ""] = /^(?:all |the |all the )?([a-z]+|\d+) [a-z-]+(?: together| combined)?$/iu.exec(label) ?? [];
  if (numberOf(count) === above) return true;
  if (wholePlace.test(label)) return places.test(heading);
  const isAll = /^all \S/iu.test(label) && isTotal(label) && !manyEach.test(heading);
  return isAll && areSame(stemsOf(label.toLowerCase(), quantity), stemsOf(column, quantity));
}
/** "Of which: agency" counts again some of the line above it. */
export const isWithin = (name: string): boolean => /^\W*(?:of (?:which|whom|these|those)|includ(?:ing|es)|incl\b|thereof)\b/iu.test(name);
export const isSubtotal = (name: string): boolean => /\bsub-?totals?\b/iu.test(name);
/** "4 to 7 weeks", "Under 4 weeks", "41 days or more": those who waited so long are counted. */
const ofLength =
  /^\W*(?:(?:waited |waiting |open |took |within |in )?(?:under|over|up to|less than|more than|fewer than|between|from|within|at least|the first|first) )?\d+(?: ?(?:to|and|or|[-–−]) ?\d+)? (?:(?:working|calendar|school) )?(?:days|weeks)(?: (?:or|and) (?:more|over|longer|less|under|fewer|above))?\W*$/iu;
/** Measures that do not add up over rows or quarters, whatever their unit looks like. */
export const isNoSum = (name: string): boolean =>
  !ofLength.test(name) &&
  /%|per ?cent|\brate\b|average|mean\b|median|ratio|score|target|proportion|caseload|as at|\bat (?:the )?end\b|in place|snapshot|at 3[01]|open (?:at|cases)|change|difference|variance|share|cumulative|days|weeks/iu.test(
    name,
  );

export const placeAt = (turned: Turned, line: Line, at: number): string =>
  turned.byRow ? placeOfRow(turned.grid, line.row, turned.names[at]) : placeOfRow(turned.grid, turned.grid.rows[at] ?? null, line.name);
export const quoteAt = (turned: Turned, line: Line, at: number): string =>
  turned.byRow ? (line.row?.raw ?? "") : (turned.grid.rows[at]?.raw ?? "");
