import type { SourceTableRow } from "../../model/document.ts";

export type Role = "number" | "recommendation" | "action" | "outcome" | "timescale" | "lead" | "progress" | "rag";
/** Which column of a plan holds what; an absent role has no column. */
export type PlanColumns = Partial<Record<Role, number>>;

/** The first pattern that fits names the column: "Action lead" is a lead, "Progress of actions" progress. */
const patterns: readonly (readonly [Role, RegExp])[] = [
  ["rag", /\bB?RAGB?\b|\brating\b|^status$/i],
  ["lead", /\b(?:lead|leads|owner|owners|responsible|responsibility|accountable|by whom|who)\b/i],
  ["timescale", /\b(?:time ?-?scales?|time ?-?frames?|deadline|due|target date|completion date|by when|when|date)\b/i],
  ["progress", /\b(?:progress|update|updates|current position|comments?)\b/i],
  ["action", /\b(?:actions?|tasks?|activity|activities|what we will do|what will we do|what will be done)\b/i],
  ["outcome", /\b(?:outcomes?|impact|success|difference|measures?|evidence)\b/i],
  ["recommendation", /\b(?:recommendations?|areas? for (?:improvement|development)|priority|findings?|objective|issue)\b/i],
  ["number", /^(?:no\.?|nos\.?|ref\.?|reference|number|item|#)?$/i],
];

const roleOf = (heading: string): Role | null => patterns.find(([, pattern]) => pattern.test(heading))?.[0] ?? null;

/** Columns of a plan when a row is the heading of one: an action and two more roles; null otherwise. */
export function planColumns(row: SourceTableRow): PlanColumns | null {
  const columns: PlanColumns = {};
  for (const [index, cell] of row.cells.entries()) {
    if (cell.length > 80) return null;
    const role = roleOf(cell);
    if (role && columns[role] === undefined) columns[role] = index;
  }
  const named = Object.keys(columns).filter((role) => role !== "number").length;
  return columns.action !== undefined && named >= 3 ? columns : null;
}
