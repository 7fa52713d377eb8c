import type { Action } from "../../../model/action.ts";
import type { Finding } from "../../../model/finding.ts";
import { formatPeriod } from "../../../model/period.ts";
import { perDocument } from "../../check.ts";
import { findingRow } from "../../finding-row.ts";
import { placeOfRow, type Grid } from "../../reading/grid.ts";
import type { Reading } from "../../reading/reading.ts";
import { datedParts, documentDate } from "../../reading/report-dates.ts";
import { wordings } from "../../vocabulary/patterns.ts";
import { actionsOfLists, actionsOfProse, isDone, type Dated } from "./dated-actions.ts";
import { dayMade, dueDay, planStart, type Due } from "./plan-days.ts";
import { resolvedActions } from "./resolved-actions.ts";

const dueHead =
  /\b(?:timescales?|due|deadline|by when|target date|completion date|end date|complete by|to be completed by|when)\b|\bby$|^finish$/iu;
/** The last day for an action, whenever it was done. */
const isDue = /\b(?:due|deadline|by when|target date|complete by|to be completed by)\b|\bby$/iu;
const actionHead = wordings`
  actions?|recommendations?|objectives?|tasks?|milestones?|steps?|commitments?|what (?:we |needs? to |will |is to )+(?:do|be done|happen)`;
/** Its day under this heading says that an action is done. */
const doneHead = /^(?:date )?(?:actual(?:ly)?|completed?|done|closed|achieved|finished|delivered)(?: (?:on|date))?$|^date of completion$/iu;

/** "Actions agreed at this meeting" over a table of them: they are as new as the minutes. */
const agreedHere = wordings`
  actions?(?: points?)? (?:agreed|set|decided|taken|noted|arising)(?: (?:at|from|by|in|during))? (?:this|today['’]s|the) (?:\w+ )?meeting|(?:agreed|new) actions?|
  actions? agreed(?: today| by (?:the )?(?:panel|board|committee|members|forum|group))?`;
const ofOlder = wordings`last|previous|earlier|outstanding|minutes of|log|tracker|progress|updat\w+|carried|brought forward|review(?:ed)?|so far|to date`;

/** The day of the papers whose table this is of actions that they agreed; "" for any other table. */
function agreedOn({ source }: Reading, { block, caption, rows }: Grid, whole: string): string {
  const over = source.blocks.find(({ index }) => index === block.index - 1);
  const titles = [caption, block.headings.at(-1) ?? "", over && over.table === null && over.text.length < titleLength ? over.text : ""];
  return rows.length > 1 && titles.some((title) => agreedHere.test(title)) && !titles.some((title) => ofOlder.test(title)) ? whole : "";
}
const titleLength = 80;

/** "Done" under the status of an action. */
const isStatus = /^(?:done|completed?|closed|achieved|delivered|green)$/iu;

/** Columns that say how far an action has come. */
const howFar = wordings`status|position|progress|update|rag|comments?|outcome|where we are|what (?:has|we have) (?:happened|done)|so far|result`;

/** "Late; expected next month" under the position of an action: it is an older one, carried on. */
const isLate =
  /^(?:late|overdue|slipped|delayed|missed|outstanding|carried (?:over|forward)|brought forward|still (?:open|outstanding|awaited)|behind|not met)\b/iu;

/** The last day that extraction read for the action of a row, whatever way its timescale is written. */
const readDue = (actions: readonly Action[], cells: readonly string[]): Due | null => {
  const action = actions.find((one) => one.due !== "" && cells.includes(one.action) && cells.includes(one.timescale));
  return action ? { day: action.due, printed: action.timescale } : null;
};

function inTable(reading: Reading, grid: Grid, whole: string, actions: readonly Action[]): Finding[] {
  const head = grid.columns.findIndex((name) => dueHead.test(name) && !doneHead.test(name));
  if (head < 0 || !(grid.columns.some((name) => actionHead.test(name)) || /\bplan\b/iu.test(grid.caption))) return [];
  const raws = grid.block.table?.rows ?? [];
  const rows = raws.flatMap((raw) => {
    const due = dueDay((raw.cells[head] ?? "").trim()) ?? readDue(actions, raw.cells);
    const finished = raw.cells.some(
      (cell, at) => at !== head && cell.length < 200 && (isDone(cell) || (doneHead.test(grid.columns[at] ?? "") && dueDay(cell) !== null)),
    );
    const marked = raw.cells.some((cell) => isStatus.test(cell.trim()));
    const late = raw.cells.some((cell, at) => at !== head && isLate.test(cell.trim()));
    return due ? [{ due, raw, finished: finished || late, marked }] : [];
  });
  const here = agreedOn(reading, grid, whole);
  const isOld = 2 * rows.filter(({ due }) => isBefore(due, here)).length > rows.length;
  const stated = here === "" ? planStart(reading, grid) : isOld ? "" : here;
  // A table that says how far each action has come is of older ones, some of which may be late.
  const isTracker = grid.columns.some((name, at) => at > 0 && howFar.test(name));
  // Without a date of the plan, only the one date that stands alone before the papers can be called wrong.
  const agreed = stated === "" ? dayMade(reading) : "";
  const few = 3 * rows.filter(({ due }) => isBefore(due, agreed)).length <= rows.length;
  const start =
    stated || (few ? agreed : "") || (rows.length > 3 && !isTracker && rows.filter(({ due }) => due.day < whole).length === 1 ? whole : "");
  if (start === "") return [];
  // Whatever has become of it, the one action of a plan that was due before it was agreed cannot have been.
  const isOnly = stated !== "" && rows.length > 2 && rows.filter(({ due }) => isBefore(due, start)).length === 1;
  return rows
    .filter(
      ({ due, finished, marked }) => isBefore(due, start) && (!finished || (isOnly && marked && isDue.test(grid.columns[head] ?? ""))),
    )
    .map(({ due, raw }) =>
      early(reading, {
        due,
        start,
        quote: raw.raw.slice(0, 400),
        place: placeOfRow(grid, { label: "", cells: [], raw: raw.raw, line: raw.line, page: raw.page }, grid.columns[head]),
      }),
    );
}

/** Due in a month before that of the plan. */
const isBefore = (due: Due, start: string): boolean => due.day < start.slice(0, 7);

function early(reading: Reading, { due, start, quote, place, setBy = "plan" }: Dated): Finding {
  const started = formatPeriod(start.slice(0, 7));
  const next = `${Number(due.day.slice(0, 4)) + 1}${due.day.slice(4, 7)}`;
  return findingRow(reading, {
    kind: "label",
    severity: "warning",
    stated: due.printed,
    expected: next >= start.slice(0, 7) ? formatPeriod(next) : "",
    quote,
    place,
    heading: `Due ${due.printed}, before the ${setBy} of ${started}`,
    message: `The action is due ${due.printed}, but the ${setBy} is of ${started}.${next >= start.slice(0, 7) ? ` Probably ${formatPeriod(next)} is meant.` : ""}`,
  });
}

/** Actions of one plan: where most were due before it was made, it took over an older one. */
function amongOthers(reading: Reading, actions: readonly Dated[]): Finding[] {
  const late = actions.filter(({ due, start }) => isBefore(due, start));
  return actions.length > 1 && 2 * late.length > actions.length
    ? []
    : late.filter(({ quote }) => !isDone(quote)).map((action) => early(reading, action));
}

export const actionDates = perDocument("label", "Actions due before their plan", (reading, { actions }) => {
  const whole = documentDate(reading, datedParts(reading));
  const own = actions.filter((action) => action.document === reading.source.document);
  const ofPlans = actionsOfProse(reading);
  const inProse = [...ofPlans, ...resolvedActions(reading, whole).filter(({ place }) => !ofPlans.some((one) => one.place === place))];
  return [
    ...reading.grids.flatMap((grid) => inTable(reading, grid, whole, own)),
    ...actionsOfLists(reading, whole).flatMap((list) => amongOthers(reading, list)),
    ...inProse.flatMap((action) => amongOthers(reading, [action])),
  ];
});
