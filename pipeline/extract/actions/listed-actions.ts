import { patternOf } from "../../core/patterns.ts";
import type { Action } from "../../model/action.ts";
import type { DocumentRow, SourceDocument } from "../../model/document.ts";
import { dueDate } from "./due-date.ts";
import { planTitle } from "./plan-title.ts";
import { parseRecommendation, type Recommendation } from "./recommendation.ts";

const field = patternOf("i")`
  ^(Recommendation|Action|Outcomes?|Time ?scale|Deadline|Due|By when|Lead(?: officer)?|Owner|Responsible|Progress(?: update)?|
  RAG(?: rating)?)\s*(\d{1,2}(?:\.\d{1,2})?)?\s*[:–-]\s*(.*)$`;

type Field = "outcome" | "timescale" | "lead" | "progress" | "rag";

function fieldNamed(name: string): Field {
  if (/^outcome/i.test(name)) return "outcome";
  if (/^(?:time|deadline|due|by)/i.test(name)) return "timescale";
  if (/^progress/i.test(name)) return "progress";
  return /^rag/i.test(name) ? "rag" : "lead";
}

/**
 * Actions of a plan that was flattened to lines, each with the name of its column: "Action 1.1: …",
 * "Timescale: …", "Lead: …". An action without timescale and lead is no action of a plan.
 */
export function readListedActions(source: SourceDocument, document: DocumentRow): Action[] {
  const actions: Action[] = [];
  let recommendation: Recommendation = { no: null, text: "" };
  let current: Action | undefined;
  for (const [index, block] of source.blocks.entries()) {
    const found = block.table ? null : field.exec(block.text.slice(0, 5000));
    const [, name = "", number = "", text = ""] = found ?? [];
    if (!found) continue;
    if (/^recommendation/i.test(name)) {
      recommendation = parseRecommendation(text, number);
      current = undefined;
    } else if (/^action/i.test(name)) {
      current = {
        document: source.document,
        authority_code: document.authority_code,
        plan: planTitle(source.blocks, index),
        recommendation_no: recommendation.no,
        recommendation: recommendation.text,
        action_id: number || block.label,
        action: text,
        outcome: "",
        timescale: "",
        due: "",
        lead: "",
        progress: "",
        rag: "",
        page: block.page,
        place: block.page === null ? `line ${block.line ?? 0}` : `page ${block.page}`,
      };
      actions.push(current);
    } else if (current) {
      current[fieldNamed(name)] = text;
      current.due = dueDate(current.timescale);
    }
  }
  return actions.filter((action) => action.timescale !== "" || action.lead !== "");
}
