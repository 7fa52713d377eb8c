import type { Action } from "../../model/action.ts";
import type { Block, DocumentRow, SourceDocument, SourceTableRow } from "../../model/document.ts";
import { opensMidSentence, splitActionCell } from "./action-cell.ts";
import { dueDate } from "./due-date.ts";
import { planColumns, type PlanColumns, type Role } from "./plan-columns.ts";
import { planTitle } from "./plan-title.ts";
import { looksLikeRecommendation, parseRecommendation, type Recommendation } from "./recommendation.ts";
import { readListedActions } from "./listed-actions.ts";

/** What is carried from row to row and from table to table of one plan. */
type Plan = { columns: PlanColumns; width: number; recommendation: Recommendation; title: string; numbered: boolean };

const cellOf = (row: SourceTableRow, columns: PlanColumns, role: Role): string => row.cells[columns[role] ?? -1]?.trim() ?? "";

function partsOf(row: SourceTableRow, columns: PlanColumns, role: Role): string[] {
  const index = columns[role] ?? -1;
  const parts = row.parts?.[index]?.filter((part) => part !== "");
  return parts && parts.length > 0 ? parts : [cellOf(row, columns, role)].filter((cell) => cell !== "");
}

const append = (text: string, more: string): string => (text === "" ? more : more === "" ? text : `${text} ${more}`);

/** A recommendation printed across the table, or over it as heading or caption. */
function setRecommendation(plan: Plan, row: SourceTableRow): void {
  const cell = cellOf(row, plan.columns, "recommendation");
  const number = cellOf(row, plan.columns, "number");
  if (cell === "") return;
  const goesOn = /^[a-z]/.test(cell) && number === "" && plan.recommendation.text !== "";
  plan.recommendation = goesOn
    ? { ...plan.recommendation, text: `${plan.recommendation.text} ${cell}` }
    : parseRecommendation(cell, number);
}

/** The one text of a row that spans the table; null when several cells are filled. */
function spanning(row: SourceTableRow): { text: string; column: number } | null {
  const filled = row.cells.flatMap((cell, column) => (cell === "" ? [] : [{ text: cell, column }]));
  return filled.length === 1 ? (filled[0] ?? null) : null;
}

function newAction(source: SourceDocument, document: DocumentRow, plan: Plan, row: SourceTableRow, place: string): Action {
  const timescale = cellOf(row, plan.columns, "timescale");
  return {
    document: source.document,
    authority_code: document.authority_code,
    plan: plan.title,
    recommendation_no: plan.recommendation.no,
    recommendation: plan.recommendation.text,
    action_id: "",
    action: "",
    outcome: cellOf(row, plan.columns, "outcome"),
    timescale,
    due: dueDate(timescale),
    lead: cellOf(row, plan.columns, "lead"),
    progress: cellOf(row, plan.columns, "progress"),
    rag: cellOf(row, plan.columns, "rag"),
    page: row.page,
    place,
  };
}

/** Adds what a row broken across pages goes on with to the action before it. */
function goOn(action: Action, row: SourceTableRow, plan: Plan): void {
  for (const role of ["outcome", "timescale", "lead", "progress", "rag"] as const)
    action[role] = append(action[role], cellOf(row, plan.columns, role));
  if (cellOf(row, plan.columns, "timescale") !== "") action.due = dueDate(action.timescale);
}

function readRow(row: SourceTableRow, plan: Plan, actions: Action[], start: () => Action): void {
  const span = spanning(row);
  if (span && span.column !== plan.columns.action && (looksLikeRecommendation(span.text) || (span.column === 0 && span.text.length > 30))) {
    plan.recommendation = parseRecommendation(span.text, "");
    return;
  }
  setRecommendation(plan, row);
  const parts = partsOf(row, plan.columns, "action");
  const number = cellOf(row, plan.columns, "number");
  const numberId = /^\d{1,2}(?:\.\d{1,2})+[a-z]?$/.test(number) ? number : "";
  const stretches = splitActionCell(parts);
  const hasOwn = (["timescale", "lead", "recommendation"] as const).some((role) => cellOf(row, plan.columns, role) !== "");
  const ids = stretches.some((stretch) => stretch.id !== "");
  if (ids) plan.numbered = true;
  const before = actions.at(-1);
  const continues =
    before && !ids && numberId === "" && (!hasOwn || (plan.numbered && opensMidSentence(parts) && /^[a-z]/.test(parts[0] ?? "")));
  let current: Action | undefined;
  if (continues) {
    goOn(before, row, plan);
    current = before;
  }
  for (const [index, stretch] of stretches.entries()) {
    if (stretch.id !== "" || !current) {
      current = start();
      current.action_id = stretch.id || numberId;
      actions.push(current);
    }
    // A cell that goes on from the page before goes on with what that page broke off: outcome, if it had come to that.
    const midOutcome = continues && index === 0 && current.outcome !== "" && opensMidSentence(parts) && plan.columns.outcome === undefined;
    const section = midOutcome ? "outcome" : stretch.section;
    current[section] = append(current[section], stretch.text);
  }
}

/** The plan of a table with a heading row: the one before it, when its columns are the same and its title too. */
function nextPlan(before: Plan | null, columns: PlanColumns, width: number, title: string): Plan {
  const same = before !== null && JSON.stringify(before.columns) === JSON.stringify(columns) && (title === before.title || title === "");
  return same ? { ...before, width } : { columns, width, recommendation: { no: null, text: "" }, title, numbered: false };
}

/** Actions without a printed number are numbered within their recommendation, so that each has a name. */
function numberActions(actions: readonly Action[]): void {
  const counts = new Map<string, number>();
  const taken = new Set(actions.map((action) => action.action_id));
  for (const action of actions) {
    if (action.action_id !== "") continue;
    const prefix = String(action.recommendation_no ?? 0);
    let count = counts.get(prefix) ?? 0;
    do count++;
    while (taken.has(`${prefix}.${count}`));
    counts.set(prefix, count);
    action.action_id = `${prefix}.${count}`;
  }
}

/** The recommendation that stands over a table as its caption or its nearest heading. */
function recommendationAbove(block: Block): Recommendation | null {
  const above = [block.table?.caption ?? "", ...block.headings.toReversed()].find(looksLikeRecommendation);
  return above ? parseRecommendation(above, "") : null;
}

/**
 * Actions of the action plans printed in a document, in their order. A plan is a table whose heading
 * row names an action and two more of recommendation, outcome, timescale, lead, progress and rating,
 * in any order; tables broken across pages, with their heading repeated or not, are one plan. Plans
 * flattened to lines ("Lead: …") are read too. Cells that are empty give "". Never throws.
 */
export function extractActions(source: SourceDocument, document: DocumentRow): Action[] {
  const actions: Action[] = [];
  let plan: Plan | null = null;
  let open = false;
  for (const [index, block] of source.blocks.entries()) {
    if (!block.table) {
      if (block.kind === "heading" && !looksLikeRecommendation(block.text)) open = false;
      continue;
    }
    const { rows, number } = block.table;
    const head = rows.slice(0, 4).findIndex((row) => planColumns(row) !== null);
    const headRow = rows[head];
    const columns = headRow ? planColumns(headRow) : null;
    const width = rows.reduce((most, row) => Math.max(most, row.cells.length), 0);
    if (columns) plan = nextPlan(plan, columns, width, planTitle(source.blocks, index));
    else if (!open || plan?.width !== width) continue;
    if (!plan) continue;
    open = true;
    const current = plan;
    const above = recommendationAbove(block);
    if (above && current.columns.recommendation === undefined) current.recommendation = above;
    for (const [at, row] of rows.entries()) {
      if (planColumns(row) || (columns && at < head)) continue;
      const place = `table ${number}, row ${at + 1}`;
      readRow(row, current, actions, () => newAction(source, document, current, row, place));
    }
  }
  const found = actions.length > 0 ? actions : readListedActions(source, document);
  const kept = found.filter((action) => action.action !== "");
  numberActions(kept);
  return kept;
}
