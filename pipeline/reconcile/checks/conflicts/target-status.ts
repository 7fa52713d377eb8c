import type { Polarity } from "../../../model/comparison.ts";
import type { Finding } from "../../../model/finding.ts";
import { parsePeriodText } from "../../../extract/grammar/periods.ts";
import { perTable } from "../../check.ts";
import { findingRow } from "../../finding-row.ts";
import { placeOfRow, type Cell, type Grid, type GridRow } from "../../reading/grid.ts";
import { isReckoned } from "../../vocabulary/headings.ts";
import { whoIn } from "../../vocabulary/others.ts";
import { wordings } from "../../vocabulary/patterns.ts";
import { goalNoun } from "../../vocabulary/goals.ts";
import { isAdverse, polarityOf } from "../../vocabulary/word-claims.ts";

type Verdict = "met" | "missed" | "above" | "below";
const goal = "(?:targets?|goals?|standards?|thresholds?|milestones?|ceilings?|limits?|it)";
const theirs = "(?:others|them|average|england|region(?:al)?(?: average)?|national(?: average)?|neighbours)";
const verdict = (words: string): RegExp => new RegExp(`^(?:${words})\\.?$`, "iu");
/** What a cell says of the two figures beside it, in so many words. */
const verdicts: readonly (readonly [RegExp, Verdict])[] = [
  [
    verdict(
      `no|not (?:yet )?(?:met|achieved|reached)|missed|red|(?:off|not on) ${goal}|${goal} (?:missed|not (?:yet )?(?:met|achieved|reached))|(?:short of|outside|misses|missed) (?:the )?${goal}|breached`,
    ),
    "missed",
  ],
  [
    verdict(
      `yes|met|achieved|reached|green|exceeded|(?:fully )?met in full|(?:on|within|inside|meets|exceeds|achieved|met) (?:the )?${goal}|${goal} (?:met|achieved|reached|exceeded|beaten)`,
    ),
    "met",
  ],
  [verdict(`(?:above|over|higher)(?: than)?(?: (?:the )?(?:${goal}|${theirs}))?`), "above"],
  [verdict(`(?:below|under|lower)(?: than)?(?: (?:the )?(?:${goal}|${theirs}))?`), "below"],
  [verdict(`(?:better|ahead)(?: than| of)?(?: (?:the )?${theirs})?`), "met"],
  [verdict(`(?:worse|behind)(?: than)?(?: (?:the )?${theirs})?`), "missed"],
];
const verdictOf = (cell: Cell | undefined): Verdict | null => verdicts.find(([words]) => words.test(cell?.text ?? ""))?.[1] ?? null;

/** A rating may allow a point or two either way: green this far short of a target is no slip. */
const allowance = 2;
const isRating = /^(?:red|green)$/iu;
/** Goals this high, in percent, are set for what is wanted. */
const high = 60;
const goalHead = new RegExp(`\\b${goalNoun}\\b`, "iu");
const goalMet = /\b(?:met|achieved|hit|reached)\b|\?$/iu;
const actualHead = /\b(?:actual|result|performance|outturn|achieved|out-turn|score|20\d\d(?:\/\d\d)?|q[1-4]|quarter)\b/iu;
/** "Half-year profile": a verdict may be on what was expected by now. */
const expectedHead = wordings`profiled?|trajectory|expected|planned|forecast`;
/** A heading over verdicts. */
const verdictHead = wordings`status|compar\w+|(?:council|we|ours?|authority) (?:is|are|was|were)|better or worse|higher or lower|met|achieved|position|outcome|verdict|assessment|rating|rag|on target|reached`;
const sideHead = /^(?:good (?:is|performance)|polarity|better (?:is|if|when)|aim(?: is)?(?: to be)?)\b/iu;
const ceiling = wordings`ceiling|limit|maximum|cap|or (?:less|fewer|under|below|lower)|at most|no more than|under|below`;
const floor = wordings`minimum|at least|or (?:more|over|above|higher)|no less than|over|above`;

const otherHead = /^(?:the )?(?:others|theirs|average|peers|comparators?|group)(?: average| mean)?$/iu;

type Columns = { goal: number; actual: number; verdict: number; side: number; isOfOthers: boolean };

/** Where a table has its goals, what was reached and the verdict on both; null where that is open. */
function columnsOf(grid: Grid): Columns | null {
  const all = grid.columns.map((name, at) => ({ name: name.trim(), at })).slice(1);
  const areVerdicts = (at: number): number => grid.rows.filter((row) => verdictOf(row.cells[at]) !== null).length;
  const said = all.filter(
    ({ name, at }) => !sideHead.test(name) && areVerdicts(at) >= (verdictHead.test(name) ? 1 : Math.max(2, grid.rows.length / 3)),
  );
  const numbers = all.filter(({ at }) => grid.rows.some((row) => row.cells[at]?.value != null));
  const isSet = ({ name }: { name: string }): boolean => goalHead.test(name) && !goalMet.test(name);
  const set = numbers.filter(isSet);
  // Where no goal is set, the verdict is on how the authority stands to others.
  const goals = all.some(isSet) ? set : numbers.filter(({ name }) => whoIn(name).length === 1 || otherHead.test(name));
  const [verdict] = said;
  const [goal] = goals;
  if (!verdict || !goal || said.length > 1 || goals.length > 1) return null;
  const others = numbers.filter(({ name, at }) => at !== goal.at && at !== verdict.at && !isReckoned(name));
  const period = parsePeriodText(verdict.name.replace(verdictHead, "").replace(/^[\s:,-]*(?:at|in|for)? ?/iu, ""));
  if (others.some(({ name }) => expectedHead.test(name))) return null;
  const heads = others.filter(({ name }) => actualHead.test(name));
  const actual = period !== null ? undefined : others.length === 1 ? others[0] : heads.at(-1);
  const side = grid.columns.findIndex((name) => sideHead.test(name.trim()));
  // "Status at Q1" is not of the newest column.
  const isOfAnother = /\b(?:at|in|for) (?:q[1-4]|\w+ (?:19|20)\d\d)\b/iu.test(verdict.name);
  return actual && !isOfAnother ? { goal: goal.at, actual: actual.at, verdict: verdict.at, side, isOfOthers: set.length === 0 } : null;
}

/** A number is on target in the middle of a year without having reached it. */
const ofWholeYear = /\b(?:annual|full[- ]year|year[- ]end|yearly|for the year)\b/iu;
type Judged = { row: GridRow; goal: Cell; made: Cell; word: Verdict; above: boolean };

function rowsOf(grid: Grid, at: Columns): Judged[] {
  return grid.rows.flatMap((row): Judged[] => {
    const [goal, made, word] = [row.cells[at.goal], row.cells[at.actual], verdictOf(row.cells[at.verdict])];
    const isOpen =
      goal?.unit !== "percent" && (ofWholeYear.test(grid.columns[at.goal] ?? "") || /^on /iu.test(row.cells[at.verdict]?.text ?? ""));
    return goal?.value == null || made?.value == null || word === null || goal.value === made.value || isOpen
      ? []
      : [{ row, goal, made, word, above: made.value > goal.value }];
  });
}

/** On which side of its goal a row is good: as a column or the goal says, by its name, or as every other row has it. */
function goodSide(grid: Grid, at: Columns, { row, goal, made }: Judged, others: readonly Judged[]): Polarity {
  const printed = row.cells[at.side]?.text ?? "";
  if (at.side > 0 && /^(?:high|up|more|▲|↑)/iu.test(printed)) return "high";
  if (at.side > 0 && /^(?:low|down|less|fewer|▼|↓)/iu.test(printed)) return "low";
  const told = `${grid.columns[at.goal] ?? ""} ${goal.text}`;
  if (ceiling.test(told) || floor.test(told)) return ceiling.test(told) ? "low" : "high";
  const named = polarityOf(row.label, made.unit === "percent" ? made.value : null);
  if (named !== "none") return named;
  if (goal.unit === "percent" && (goal.value ?? 0) >= high && !isAdverse(row.label)) return "high";
  return others.length > 1 && others.every(({ word, above }) => (word === "met") === above) ? "high" : "none";
}

/** Whether a verdict can follow from its two figures. */
function holds({ row, goal, made, word, above }: Judged, good: Polarity, at: Columns): boolean {
  if (at.isOfOthers && (word === "above" || word === "below")) return (word === "above") === above;
  if (good === "none") return true;
  const isGood = above === (good === "high");
  if (isRating.test(row.cells[at.verdict]?.text ?? "") && word === "met" && Math.abs((made.value ?? 0) - (goal.value ?? 0)) <= allowance)
    return true;
  if (word === "above" || word === "below") return (word === "above") === above || (good === "low" && (word === "above") === isGood);
  return (word === "met") === isGood;
}

/** A row marked "Target met" beside figures that do not meet it, and the other way round. */
function report(grid: Grid, reading: Parameters<typeof findingRow>[0]): Finding[] {
  const at = columnsOf(grid);
  if (!at) return [];
  const rows = rowsOf(grid, at);
  return rows
    .filter(
      (one) =>
        !holds(
          one,
          goodSide(
            grid,
            at,
            one,
            rows.filter((other) => other !== one),
          ),
          at,
        ),
    )
    .slice(0, rows.length > 2 ? 2 : 1)
    .map(({ row, goal, made, above }) => {
      const word = row.cells[at.verdict]?.text ?? "";
      return findingRow(reading, {
        kind: "conflict",
        severity: "error",
        stated: `${word}; ${made.text}; ${at.isOfOthers ? "others" : "target"} ${goal.text}`,
        quote: row.raw,
        place: placeOfRow(grid, row, grid.columns[at.verdict]),
        heading: `"${word}" beside ${made.text} against ${at.isOfOthers ? "" : "a target of "}${goal.text}`,
        message: `"${row.label}" is marked "${word}", but ${made.text} is ${above ? "above" : "below"} the ${at.isOfOthers ? "" : "target of "}${goal.text}${at.isOfOthers ? ` of "${grid.columns[at.goal] ?? ""}"` : ""}.`,
      });
    });
}

export const targetStatus = perTable(
  "conflict",
  "Rows marked as having met or missed their target against their figures",
  (reading, grid) => report(grid, reading),
);
