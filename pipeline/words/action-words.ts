import type { Action } from "../model/action.ts";
import { capitalise, numberWord } from "./grammar.ts";

/** Counts of an action plan on a day. Where an action stands is read from its due date and rating; progress is only quoted. */
export type PlanTally = {
  readonly total: number;
  readonly done: number;
  readonly overdue: number;
  readonly now: number;
  readonly toCome: number;
  readonly undated: number;
  readonly unrated: number;
};

export type Standing = "done" | "overdue" | "now" | "to_come" | "undated";

/** Due in the month of the meeting is "now", before it overdue, unless it is rated green, blue or complete: a plan means by that that nobody is waiting. */
export function standingOf(action: Pick<Action, "due" | "rag">, asOf: string): Standing {
  if (action.due === "") return "undated";
  if (action.due < asOf && /^(?:g(?:reen)?|b(?:lue)?|completed?|done)$/i.test(action.rag.trim())) return "done";
  if (action.due.slice(0, 7) === asOf.slice(0, 7)) return "now";
  return action.due < asOf ? "overdue" : "to_come";
}

export function planTally(actions: readonly Action[], asOf: string): PlanTally {
  const count = (standing: Standing): number => actions.filter((action) => standingOf(action, asOf) === standing).length;
  return {
    total: actions.length,
    done: count("done"),
    overdue: count("overdue"),
    now: count("now"),
    toCome: count("to_come"),
    undated: count("undated"),
    unrated: actions.filter((action) => action.rag === "").length,
  };
}

/**
 * "Two of 27 actions were overdue and 26 had no RAG rating". Nothing is said of what was overdue where no
 * action has a date, or the day of the meeting is not known.
 */
export function planTitle(actions: readonly Action[], asOf: string): string {
  const { total, overdue, unrated, undated } = planTally(actions, asOf);
  if (total === 0) return "No action plan was found";
  const dated = asOf !== "" && undated < total;
  if (total === 1)
    return `The one action ${undated === 1 ? "had no date" : dated ? `was ${overdue === 1 ? "" : "not "}overdue` : "had a date"} and ${unrated === 1 ? "no" : "a"} RAG rating`.replace(
      /(overdue) and (no|a) /,
      "$1 and had $2 ",
    );
  const late =
    undated === total
      ? `None of ${numberWord(total)} actions had a date`
      : !dated
        ? `${capitalise(numberWord(total - undated))} of ${numberWord(total)} actions had a date`
        : overdue === 0
          ? `None of ${numberWord(total)} actions was overdue`
          : overdue === total
            ? `All ${numberWord(total)} actions were overdue`
            : `${capitalise(numberWord(overdue))} of ${numberWord(total)} actions ${overdue === 1 ? "was" : "were"} overdue`;
  const rated =
    unrated === 0 ? "all had a RAG rating" : unrated === total ? "none had a RAG rating" : `${numberWord(unrated)} had no RAG rating`;
  return `${late} and ${rated}`;
}

/** The rating as a word: as printed, lower case; "not rated" when empty. */
export function ratingWord(rag: string): string {
  return rag === "" ? "not rated" : rag.toLowerCase();
}
