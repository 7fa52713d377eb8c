import type { Action } from "../../../model/action.ts";
import type { Block } from "../../../model/document.ts";
import type { Finding } from "../../../model/finding.ts";
import { monthNumber, monthSource } from "../../../extract/grammar/calendar.ts";
import { findPeriods, parsePeriodText } from "../../../extract/grammar/periods.ts";
import { formatPeriod, lastDayOfMonth, parsePeriod } from "../../../model/period.ts";
import { perDocument } from "../../check.ts";
import { findingRow } from "../../finding-row.ts";
import { placeOfRow, type Grid } from "../../reading/grid.ts";
import { placeOf, type Reading } from "../../reading/reading.ts";
import { datedParts, documentDate } from "../../reading/report-dates.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";

const dueHead = /\b(?:timescales?|due|deadline|by when|target date|completion date|complete by|to be completed by|when)\b|^by$/iu;
const actionHead = wordings`
  actions?|recommendations?|objectives?|tasks?|milestones?|what (?:we |needs? to |will |is to )+(?:do|be done|happen)`;
/** Its day under this heading says that an action is done. */
const doneHead = /^(?:date )?(?:actual(?:ly)?|completed?|done|closed|achieved|finished|delivered)(?: (?:on|date))?$|^date of completion$/iu;
const done = /\b(?:complete[d]?|done|closed|achieved|delivered|implemented|finished)\b/iu;

/** "March 17", "Mar-2018", "30/06/2019", "by the end of June 2019": its last day; null when it names no time. */
function dueDay(text: string): { day: string; printed: string } | null {
  const short = new RegExp(`\\b(${monthSource})\\.?[ '’-]+(\\d{2})\\b(?!\\d|st|nd|rd|th)`, "iu").exec(text);
  if (short) return { day: lastDayOfMonth(2000 + Number(short[2]), monthNumber(short[1] ?? "")), printed: short[0] };
  const period = parsePeriodText(text);
  const span = period === null ? null : parsePeriod(period);
  return span ? { day: span.end, printed: text } : null;
}

/** Words of a title whose date is that of a look back at the plan. */
const planLater = wordings`
  updat\w+|revis\w+|refresh\w*|progress|position (?:at|as at|on)|status|monitoring|carried (?:over|forward)|previous`;

/** When the plan was made or begins: from its title above the table, or from a sentence that says so. */
function planStart(reading: Reading, grid: Grid): string {
  const before = reading.source.blocks.filter((block) => block.index < grid.block.index && block.table === null);
  const spans = (text: string): string[] =>
    findPeriods(text, reading.dates).flatMap((mention) => {
      const span = mention.relative ? null : parsePeriod(mention.period);
      return span ? [span.start] : [];
    });
  const titled = [...before, grid.block].reverse().slice(0, 120);
  for (const [index, block] of titled.entries()) {
    const text = block === grid.block ? grid.caption : block.text;
    if (text.length > 120 || (planLater.test(text) && !/\b(?:agreed|approved|adopted|signed off)\b/iu.test(text))) continue;
    const own =
      /\bplan\b/iu.test(text) ||
      (/\bplan\b/iu.test(titled[index + 1]?.text.slice(0, 120) ?? "") &&
        !planLater.test(titled[index + 1]?.text.slice(0, 120) ?? "") &&
        spans(text).length > 0 &&
        (text.length < 60 || /^(?:agreed|approved|adopted|signed off)\b/iu.test(text)));
    const [start] = own ? spans(text) : [];
    if (start) return start;
  }
  const said = reading.sentences.find(
    (sentence) =>
      /\bplan\b[^.]{0,60}\b(?:agreed|approved|dated|adopted|signed off|produced|developed|drawn up|launched|published|finalised|written)\b|\b(?:agreed|approved|adopted|produced|developed|drew up|launched|published|finalised)\b[^.]{0,40}\bplan\b/iu.test(
        sentence.text,
      ) && sentence.periods.some((p) => !p.relative && parsePeriod(p.period)),
  );
  return said ? (spans(said.text)[0] ?? "") : "";
}

/** The last day that extraction read for the action of a row, whatever way its timescale is written. */
const readDue = (actions: readonly Action[], cells: readonly string[]): { day: string; printed: string } | null => {
  const action = actions.find((one) => one.due !== "" && cells.includes(one.action) && cells.includes(one.timescale));
  return action ? { day: action.due, printed: action.timescale } : null;
};

function inTable(reading: Reading, grid: Grid, whole: string, actions: readonly Action[]): Finding[] {
  const head = grid.columns.findIndex((name) => dueHead.test(name));
  if (head < 0 || !grid.columns.some((name) => actionHead.test(name))) return [];
  const raws = grid.block.table?.rows ?? [];
  const rows = raws.flatMap((raw) => {
    const due = dueDay((raw.cells[head] ?? "").trim()) ?? readDue(actions, raw.cells);
    return due
      ? [
          {
            due,
            raw,
            finished: raw.cells.some(
              (cell, at) =>
                at !== head &&
                cell.length < 200 &&
                ((done.test(cell) && !/will|be completed|to be/iu.test(cell)) ||
                  (doneHead.test(grid.columns[at] ?? "") && dueDay(cell) !== null)),
            ),
          },
        ]
      : [];
  });
  const stated = planStart(reading, grid);
  // Without a date of the plan, only the one date that stands alone before the papers can be called wrong.
  const agreed = stated === "" ? dayMade(reading) : "";
  const few = 3 * rows.filter(({ due }) => due.day < agreed.slice(0, 7)).length <= rows.length;
  const start = stated || (few ? agreed : "") || (rows.length > 3 && rows.filter(({ due }) => due.day < whole).length === 1 ? whole : "");
  if (start === "") return [];
  return rows
    .filter(({ due, finished }) => due.day < start.slice(0, 7) && !finished)
    .map(({ due, raw }) =>
      early(
        reading,
        due,
        start,
        raw.raw.slice(0, 400),
        placeOfRow(grid, { label: "", cells: [], raw: raw.raw, line: raw.line, page: raw.page }, grid.columns[head]),
      ),
    );
}

function early(reading: Reading, due: { day: string; printed: string }, start: string, quote: string, place: string): Finding {
  const started = formatPeriod(start.slice(0, 7));
  const next = `${Number(due.day.slice(0, 4)) + 1}${due.day.slice(4, 7)}`;
  return findingRow(reading, {
    kind: "label",
    severity: "warning",
    stated: due.printed,
    expected: next >= start.slice(0, 7) ? formatPeriod(next) : "",
    quote,
    place,
    heading: `Due ${due.printed}, before the plan of ${started}`,
    message: `The action is due ${due.printed}, but the plan is of ${started}.${next >= start.slice(0, 7) ? ` Probably ${formatPeriod(next)} is meant.` : ""}`,
  });
}

const planMade = /\bplan (?:was |is )?(?:agreed|approved|adopted|signed off)\b|\bperiod of (?:the )?plan\b|\bplan period\b/iu;
/** "Agreed by the Board on 7 November 2016" under the title of a plan. */
const madeBy = /\b(?:agreed|approved|adopted|signed off) (?:by|at) [^.;]{3,60}\bon (?:\w+day,? )?\d/iu;
const dueWords = pattern`
  \b(?:(?:due(?: date)?|timescale|deadline|by when|complete by|target date): ?|(?:to be )?completed by |due (?:by|on) )
  ([^.;|]{4,40})(?=[.;|]|$)`;
/** The lines over the text say when a plan was made. */
const head = 8;

/** The day on which the lines over the text say that the plan was made; "" when they say none or that it has been gone over since. */
function dayMade(reading: Reading): string {
  const top = reading.source.blocks
    .slice(0, head)
    .flatMap((block) => (block.table === null ? [block.text] : block.table.rows.map(({ cells }) => cells.join(" "))))
    .filter((text) => text.length < 160)
    .map((text) => ({ text }));
  if (top.some((block) => planLater.test(block.text))) return "";
  const titled = top.some((block) => /\bplan\b/iu.test(block.text));
  const [start = ""] = top
    .filter((block) => planMade.test(block.text) || (titled && madeBy.test(block.text)))
    .flatMap((block) =>
      findPeriods(block.text, reading.dates).flatMap((mention) => {
        const span = mention.relative ? null : parsePeriod(mention.period);
        return span ? [span.start] : [];
      }),
    )
    .sort();
  return start;
}

/** "Action 3. … Due: 30 June 2018." in a plan agreed in September 2018, when most of its actions are due later. */
function inProse(reading: Reading): Finding[] {
  const start = dayMade(reading);
  if (start === "") return [];
  const actions = reading.source.blocks
    .filter((block) => block.table === null)
    .flatMap((block) => {
      const words = dueWords.exec(block.text)?.[1];
      const due = words === undefined ? null : dueDay(words.trim());
      return due ? [{ due, block }] : [];
    });
  const late = actions.filter(({ due }) => due.day < start.slice(0, 7));
  if (late.length === 0 || 3 * late.length > actions.length) return [];
  return late
    .filter(({ block }) => !done.test(block.text.replace(/\bto be (?:completed|done|delivered|implemented|achieved)\b/giu, "")))
    .map(({ due, block }) => early(reading, due, start, block.text.slice(0, 400), placeOf(block)));
}

/** "Actions carried forward from the plan of March 2019:", "Actions agreed in the September 2023 plan:" over a list. */
const planOf = pattern`
  \b(?:action |improvement |delivery |development )?plan\b(?: that was| which was)?(?: (?:agreed|approved|adopted|dated|signed off|made|launched|published))?
  (?: by (?:the )?(?:\w+ ){1,4})? ?(?:of|in|on|from)?(?: the)? $|\b(?:actions?|plan)\b[^.]{0,40}\b(?:agreed|approved|adopted|set|made) (?:in|on)? ?$`;
/** "… due June 2018, on track": the day, and what may follow it. */
const dueIn = pattern`\b(?:due|deadline|timescale|target date|for completion|(?:complete|completed|done|in place) by)\b:? (?:by |in |on )?(?:the end of )?((?:\d{1,2} )?(?:${monthSource})\.? \d{4})\b`;

/** The day of the plan that a line over a list names, before the first thing that is listed; "" for none. */
function dayOver(reading: Reading, block: Block): string {
  if (!block.text.trim().endsWith(":") || /\b(?:update|progress|revised|since)\b/iu.test(block.text)) return "";
  const [mention, ...more] = findPeriods(block.text, reading.dates).filter(({ relative }) => !relative);
  if (!mention || more.length > 0) return "";
  const [before, after] = [block.text.slice(0, mention.start), block.text.slice(mention.end)];
  const lead = `${before}${/^(?:of|in|on|from) /iu.exec(block.text.slice(mention.start))?.[0] ?? ""}`;
  const isPlan = planOf.test(lead) || (/\b(?:the|our) $/iu.test(before) && /^ (?:\w+ )?plan\b/iu.test(after));
  return isPlan ? (parsePeriod(mention.period)?.start ?? "") : "";
}

/** An action of a list that was due before the plan above the list was made. */
function inLists(reading: Reading): Finding[] {
  const { blocks } = reading.source;
  return blocks.flatMap((over, index): Finding[] => {
    const start = over.table === null && over.kind !== "list_item" ? dayOver(reading, over) : "";
    if (start === "") return [];
    const end = blocks.findIndex((block, at) => at > index && block.kind !== "list_item");
    const items = blocks.slice(index + 1, end === -1 ? blocks.length : end).flatMap((block) => {
      const words = dueIn.exec(block.text)?.[1];
      const due = words === undefined ? null : dueDay(words);
      return due ? [{ due, block }] : [];
    });
    const late = items.filter(({ due, block }) => due.day < start.slice(0, 7) && !done.test(block.text));
    // Where most were due before it, the plan took over an older one.
    return 2 * late.length > items.length
      ? []
      : late.map(({ due, block }) => early(reading, due, start, block.text.slice(0, 400), placeOf(block)));
  });
}

export const actionDates = perDocument("label", "Actions due before their plan", (reading, { actions }) => {
  const whole = documentDate(reading, datedParts(reading));
  const own = actions.filter((action) => action.document === reading.source.document);
  return [...reading.grids.flatMap((grid) => inTable(reading, grid, whole, own)), ...inProse(reading), ...inLists(reading)];
});
