import { actionRef, type Action } from "../../model/action.ts";
import { monthNames } from "../../model/period.ts";
import { standingOf } from "../../words/action-words.ts";
import { actionWords } from "../../words/chart-words-documents.ts";
import type { ChartWords } from "../../words/chart-words.ts";
import type { ChartData } from "../data.ts";
import { defineKind } from "../kind.ts";
import { byCodeUnit } from "../layout/order.ts";
import { sourceLine } from "../source-line.ts";
import { abreastIn, slidesOf } from "./action-plan-rows.ts";
import { actionPlanSlide } from "./action-plan-slide.ts";
import { documentTitles } from "./document-titles.ts";

export type Rating = "red" | "amber" | "green" | "other" | "none";
export type PlanAction = { id: string; rating: Rating; overdue: boolean; rests: string };
/** A month, a quarter, or the last column for actions without a date. */
export type PlanColumn = { key: string; heads: [string, string]; past: boolean; skipBefore: boolean; count: number };
export type PlanRow = { number: string; text: string; cells: PlanAction[][] };
export type PlanModel = {
  document: string;
  part: string;
  actions: readonly Action[];
  asOf: string;
  /** "Panel met 15 January 2018"; "" when the day is not known. */
  metOn: string;
  columns: PlanColumn[];
  rows: PlanRow[];
  /** Actions side by side in a cell. */
  abreast: number;
  key: { rating: Rating; word: string; count: number }[];
  words: ChartWords;
  source: string;
};

const months = monthNames.map((name) => name.slice(0, 3));
const mostColumns = 9;

export function ratingOf(rag: string): Rating {
  const word = rag.trim().toLowerCase();
  if (word === "") return "none";
  if (/^r(ed)?\b/.test(word)) return "red";
  if (/^(a(mber)?|y(ellow)?)\b/.test(word)) return "amber";
  return /^g(reen)?\b/.test(word) ? "green" : "other";
}

/** Month of a due date, or its quarter as the first month of it. */
const columnKey = (due: string, quarters: boolean): string => {
  if (due === "") return "";
  const [year = "", month = "01"] = due.split("-");
  return quarters ? `${year}-${String(3 * Math.floor((Number(month) - 1) / 3) + 1).padStart(2, "0")}` : `${year}-${month}`;
};

const monthNumber = (key: string): number => Number(key.slice(0, 4)) * 12 + Number(key.slice(5, 7));

function columnsOf(actions: readonly Action[], asOf: string): { columns: PlanColumn[]; quarters: boolean } {
  const monthly = new Set(actions.map(({ due }) => columnKey(due, false)));
  const quarters = monthly.size > mostColumns;
  const keys = [...new Set(actions.map(({ due }) => columnKey(due, quarters)))].sort((a, b) =>
    a === "" ? 1 : b === "" ? -1 : byCodeUnit(a, b),
  );
  const step = quarters ? 3 : 1;
  let year = "";
  const columns = keys.map((key, i): PlanColumn => {
    const before = keys[i - 1];
    const count = actions.filter(({ due }) => columnKey(due, quarters) === key).length;
    if (key === "") return { key, heads: ["No", "date"], past: false, skipBefore: false, count };
    const first = Number(key.slice(5, 7)) - 1;
    const name = quarters ? `${months[first]}–${months[first + 2]}` : (months[first] ?? "");
    const skipBefore = before !== undefined && before !== "" && monthNumber(key) - monthNumber(before) > step;
    // A year stands over its first column, and again where months are skipped.
    const named = skipBefore || key.slice(0, 4) !== year;
    year = key.slice(0, 4);
    const end = columnKey(asOf, quarters);
    return { key, heads: [name, named ? year : ""], past: end !== "" && key < end, skipBefore, count };
  });
  return { columns, quarters };
}

/** First words, without the "Ensure that" that many recommendations share. */
const opening = (text: string): string => {
  const bare = text.trim().replace(/^(?:to )?(?:ensure|make sure) (?:that )?/i, "");
  return bare.slice(0, 1).toUpperCase() + bare.slice(1);
};

const ratingWords: Record<Rating, string> = { red: "Red", amber: "Amber", green: "Green", other: "Other rating", none: "No rating" };

/** A long plan goes on several slides, each with the words of the whole and a note of what it shows. */
function planModels(data: ChartData, document: string, actions: readonly Action[], several: boolean): PlanModel[] {
  const whole = planModel(data, document, actions, several);
  const slides = slidesOf(whole.rows, whole.abreast);
  if (slides.length < 2) return [whole];
  return slides.map((rows, i) => ({
    ...whole,
    rows,
    part: [whole.part, String(i + 1)].filter((part) => part !== "").join(" "),
    columns: whole.columns.map((column, k) => ({ ...column, count: rows.reduce((sum, row) => sum + (row.cells[k]?.length ?? 0), 0) })),
    words: { ...whole.words, notes: [`${numbersOf(rows)}slide ${i + 1} of ${slides.length}.`, ...whole.words.notes] },
  }));
}

/** "Recommendations 1 to 4, " or "Recommendation 4, "; "Actions, " where the plan numbers none. */
function numbersOf(rows: readonly PlanRow[]): string {
  const [first, last] = [rows[0]?.number ?? "", rows.at(-1)?.number ?? ""];
  if (first === "" || last === "") return "Actions, ";
  return first === last ? `Recommendation ${first}, ` : `Recommendations ${first} to ${last}, `;
}

function planModel(data: ChartData, document: string, actions: readonly Action[], several: boolean): PlanModel {
  const row = data.documents.find((one) => one.document === document);
  const asOf = row?.published ?? "";
  const { columns, quarters } = columnsOf(actions, asOf);
  const numbers = [...new Set(actions.map(({ recommendation_no: n }) => n ?? 0))].sort((a, b) => a - b);
  const printedAmber = actions.some(({ rag }) => /^y/i.test(rag.trim())) ? "Yellow" : "Amber";
  const ratings: Rating[] = [
    "red",
    "amber",
    "green",
    ...(actions.some(({ rag }) => ratingOf(rag) === "other") ? ["other" as const] : []),
    "none",
  ];
  const words = actionWords(actions, asOf, data.authority.authority);
  return {
    document,
    actions,
    asOf,
    columns,
    abreast: abreastIn(columns, actions),
    part: several ? document.replace(/\.[a-z]+$/i, "") : "",
    metOn: asOf === "" ? "" : `Paper of ${Number(asOf.slice(8))} ${months[Number(asOf.slice(5, 7)) - 1]} ${asOf.slice(0, 4)}`,
    rows: numbers.map((number) => {
      const mine = actions.filter(({ recommendation_no: n }) => (n ?? 0) === number);
      return {
        number: number === 0 ? "" : String(number),
        text: opening(mine[0]?.recommendation ?? ""),
        cells: columns.map(({ key }) =>
          mine
            .filter(({ due }) => columnKey(due, quarters) === key)
            .map((action) => ({
              id: action.action_id,
              rests: actionRef(action),
              rating: ratingOf(action.rag),
              overdue: asOf !== "" && standingOf(action, asOf) === "overdue",
            })),
        ),
      };
    }),
    key: ratings.map((rating) => ({
      rating,
      word: rating === "amber" ? printedAmber : ratingWords[rating],
      count: actions.filter(({ rag }) => ratingOf(rag) === rating).length,
    })),
    words,
    source: sourceLine(
      [],
      data.sources,
      documentTitles([{ document }], data.documents).map((title) =>
        [title, actions[0]?.plan ?? ""].filter((part) => part !== "").join(", "),
      ),
    ),
  };
}

export const actionPlan = defineKind<PlanModel>({
  id: "action-plan",
  models: (data) => {
    const own = data.actions.filter((action) => action.authority_code === data.authority.authority_code);
    const documents = [...new Set(own.map(({ document }) => document))].sort(byCodeUnit);
    return documents.flatMap((document) =>
      planModels(
        data,
        document,
        own.filter((action) => action.document === document),
        documents.length > 1,
      ),
    );
  },
  measure: () => null,
  part: ({ part }) => part,
  words: ({ words }) => words,
  source: ({ source }) => source,
  table: ({ actions }) => ({
    columns: ["recommendation_no", "recommendation", "action_id", "action", "timescale", "due", "lead", "rag", "progress"],
    rows: actions.map((row) => {
      const { recommendation_no, recommendation, action_id, action, timescale, due, lead, rag, progress } = row;
      return {
        cells: { recommendation_no, recommendation, action_id, action, timescale, due, lead, rag, progress },
        rests: [actionRef(row)],
        of: { recommendation_no: { figure: "the number of its recommendation" } },
      };
    }),
  }),
  slide: actionPlanSlide,
});
