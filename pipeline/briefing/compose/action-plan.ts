import { actionRef, type Action } from "../../model/action.ts";
import { documentRef, type DocumentRow } from "../../model/document.ts";
import { formatDate } from "../../model/period.ts";
import { numberWord } from "../../words/grammar.ts";
import { standingOf, type Standing } from "../../words/action-words.ts";
import { citation } from "../evidence.ts";
import type { MarkName } from "../marks.ts";
import { layActionGrid, type GridColumn } from "../layout/action-grid.ts";
import type { Row } from "../layout/table.ts";
import { shortened } from "../layout/shorten.ts";
import { type as roles } from "../style.ts";
import type { Composer, Pack } from "./pack.ts";
import { line, setHeading, setParagraph, setTable } from "./set.ts";

export type Plan = { readonly title: string; readonly document: DocumentRow; readonly actions: readonly Action[]; readonly asOf: string };

/** The newest plan among the documents, judged on the day of the papers that print it: what happened since is not known. */
export function latestPlan(pack: Pack): Plan | null {
  const documents = pack.input.documents
    .filter((document) => pack.input.actions.some((action) => action.document === document.document))
    .sort((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1));
  const [document] = documents;
  if (!document) return null;
  const actions = pack.input.actions.filter((action) => action.document === document.document);
  return { title: actions[0]?.plan ?? "", document, actions, asOf: dayOf(document) || pack.input.options.date };
}

const dayOf = (document: DocumentRow): string => document.published || document.event_end;

const ratingMarks: readonly (readonly [RegExp, MarkName, string])[] = [
  [/^r(?:ed)?$/i, "red", "Red"],
  [/^(?:a(?:mber)?|y(?:ellow)?)$/i, "amber", "Amber"],
  [/^g(?:reen)?|^(?:b(?:lue)?|completed?|done)$/i, "green", "Green"],
];
const ratingMark = (rag: string): MarkName => ratingMarks.find(([pattern]) => pattern.test(rag.trim()))?.[1] ?? "unrated";

const monthNames = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
/** "Mar 2017" from a day. */
const monthOf = (day: string): string => `${monthNames[Number(day.slice(5, 7)) - 1] ?? ""} ${day.slice(0, 4)}`;

const groups: readonly { standing: Standing; title: (n: number) => string }[] = [
  { standing: "done", title: (n) => `${n} done` },
  { standing: "overdue", title: (n) => `${n} overdue` },
  { standing: "now", title: (n) => `${n} now` },
  { standing: "to_come", title: (n) => `${n} still to come` },
  { standing: "undated", title: (n) => `${n} no date` },
];

function columnsOf(plan: Plan): GridColumn[] {
  const columns: GridColumn[] = [];
  for (const { standing, title } of groups) {
    const inGroup = plan.actions.filter((action) => standingOf(action, plan.asOf) === standing);
    if (inGroup.length === 0) continue;
    const group = title(inGroup.length);
    if (standing === "undated") {
      columns.push({ group, standing, head: "", actions: inGroup });
      continue;
    }
    const months = [...new Set(inGroup.map((action) => action.due.slice(0, 7)))].sort();
    for (const month of months) {
      const year = month.slice(0, 4) === plan.asOf.slice(0, 4) ? "" : ` ${month.slice(2, 4)}`;
      columns.push({
        group,
        standing,
        head: `${monthNames[Number(month.slice(5, 7)) - 1] ?? ""}${year}`,
        actions: inGroup.filter((action) => action.due.startsWith(month)),
      });
    }
  }
  return columns;
}

/** Recommendations by month due, one mark an action, and in full those that need asking about. */
export const actionPlan: Composer = {
  settings: { most: "number" },
  words: "none",
  items: "none",
  compose(sheet, directive) {
    const { pack, path } = sheet;
    const plan = latestPlan(pack);
    if (!plan) {
      if (pack.input.documents.length > 0)
        sheet.absent.push(
          "No action plan is among the documents that were read. The panel may ask for one, with a rating and a date for every action.",
        );
      return;
    }
    const number = pack.evidence.quotation({
      document: plan.document.document,
      quote: plan.title,
      place: "Action plan",
      rests: plan.actions.map(actionRef),
    });
    const rests = plan.actions.map(actionRef);
    setParagraph(
      sheet,
      [
        { text: `The plan as printed in the papers of ${formatDate(plan.asOf)}`, rests: [documentRef(plan.document.document)] },
        ...citation([number]),
        { text: ". No later plan is among the documents read, so nothing here says what has happened since." },
      ],
      5,
    );
    sheet.pieces.push(
      ...layActionGrid(plan.actions, columnsOf(plan), ratingMark, {
        key: sheet.key(),
        path,
        before: 12,
        rests,
        nameLines: sheet.trim >= 2 ? 1 : 2,
      }),
    );
    sheet.oneSheet = true;
    sheet.whole = true;
    composeToAsk(plan, Number(directive.settings["most"] ?? "6") - Math.max(0, sheet.trim - 2), sheet);
  },
};

const quoteOf = (text: string): string => (text === "" ? "None given" : `“${text}”`);

function composeToAsk(plan: Plan, most: number, sheet: Parameters<Composer["compose"]>[0]): void {
  const wanted: readonly Standing[] = ["overdue", "now", "undated"];
  const asked = wanted.flatMap((standing) => plan.actions.filter((action) => standingOf(action, plan.asOf) === standing)).slice(0, most);
  if (asked.length === 0) return;
  setHeading(sheet, asked.length === 1 ? "The one to ask about" : `The ${numberWord(asked.length)} to ask about`, 14, asked.map(actionRef));
  const rows = asked.map((action): Row => {
    const standing = standingOf(action, plan.asOf);
    const rating = ratingMark(action.rag);
    const rests = [actionRef(action)];
    return {
      kind: "row",
      cells: [
        [line(action.action_id, rests, roles.cellOwn)],
        [
          line(shortened(action.action, 196, roles.cell, sheet.trim >= 1 ? 1 : 2), rests),
          ...(action.lead === "" ? [] : [line(shortened(action.lead, 196, roles.note, 1), rests, roles.note)]),
        ],
        [
          {
            spans: [{ text: action.due === "" ? "No date" : monthOf(action.due), rests }],
            style: standing === "overdue" ? roles.cellStrong : roles.cell,
          },
          ...(standing === "overdue" ? [line("overdue")] : []),
        ],
        [
          line(
            action.progress === "" ? "None given" : quoteOf(shortened(action.progress, 128, roles.cell, sheet.trim >= 1 ? 2 : 3)),
            rests,
          ),
        ],
        [{ spans: [{ text: action.rag === "" ? "Not rated" : action.rag, rests }], style: roles.cell, mark: rating }],
      ],
    };
  });
  setTable(sheet, {
    columns: [
      { head: "No.", width: 28, align: "left", names: true },
      { head: "Action and lead", width: 204, align: "left" },
      { head: "Due", width: 58, align: "left" },
      { head: "Progress as reported", width: 141, align: "left" },
      { head: "RAG", width: 62, align: "left" },
    ],
    rows,
    padding: 3,
    before: 2,
  });
}
