import type { Comparison } from "../../model/comparison.ts";
import { symbolNote } from "../../words/notes.ts";
import { standing, standingRef } from "../../words/standing.ts";
import { citation } from "../evidence.ts";
import { layTally, type Tally } from "../layout/tally.ts";
import { composeMissing } from "./missing.ts";
import type { Composer, Pack, Sheetwork } from "./pack.ts";
import { layScorecard, type Targets } from "./scorecard-table.ts";
import { scoredGroups, unfilled, type ScoredGroup, type ScoredMeasure } from "./scored-groups.ts";
import { neighbourModelNumber, sourceNumbers } from "./sources.ts";
import { targetOf } from "./targets.ts";

/** How many measures have each verdict; null where none could be tested, since eight noughts say nothing. */
function tallyOf(all: readonly ScoredMeasure[]): Tally[] | null {
  const judged = all.filter(({ row }) => row.polarity !== "none");
  const untested = ["not_tested", "not_compared"];
  if (judged.every(({ row }) => untested.includes(row.neighbour_verdict) && untested.includes(row.change_verdict))) return null;
  /** A count rests on the rows that it counts; none rests on all of them. */
  const count = (test: (row: Comparison) => boolean): { count: number; rests: readonly string[] } => {
    const counted = judged.filter(({ row }) => test(row));
    return { count: counted.length, rests: (counted.length === 0 ? all : counted).map(({ row }) => row.comparison_id) };
  };
  const against = (...verdicts: string[]) => count((row) => verdicts.includes(row.neighbour_verdict));
  const since = (...verdicts: string[]) => count((row) => verdicts.includes(row.change_verdict));
  return [
    {
      label: "Against neighbours",
      counts: [
        { mark: "good", ...against("better"), word: "better" },
        { mark: "ring", ...against("similar"), word: "similar" },
        { mark: "bad", ...against("worse"), word: "worse" },
        { mark: "dash", ...against(...untested), word: "not tested" },
      ],
    },
    {
      label: "Since last year",
      counts: [
        { mark: "good", ...since("improved"), word: "improved" },
        { mark: "ring", ...since("no_clear_change"), word: "no clear change" },
        { mark: "bad", ...since("worsened"), word: "worsened" },
        { mark: "dash", ...since(...untested), word: "not tested" },
      ],
    },
  ];
}

function targetsOf(pack: Pack, all: readonly ScoredMeasure[]): Targets {
  const found = new Map(
    all.flatMap(({ row }) => {
      const target = targetOf(pack, row);
      return target ? [[row.comparison_id, target] as const] : [];
    }),
  );
  return found.size > 0 ? found : null;
}

function composeScorecard(sheet: Sheetwork, groups: readonly ScoredGroup[]): void {
  const { pack, path } = sheet;
  sheet.oneSheet = true;
  sheet.whole = true;
  const all = groups.flatMap((group) => group.rows);
  const tallies = tallyOf(all);
  if (tallies) sheet.pieces.push(layTally(tallies, { key: sheet.key(), path, before: 8 }));
  const targets = targetsOf(pack, all);
  sheet.pieces.push(...layScorecard(sheet, groups, targets));
  const symbols = symbolNote(all.map(({ row }) => row.symbol));
  const numbers = [
    ...sourceNumbers(
      pack,
      all.map(({ row }) => row),
    ),
    neighbourModelNumber(pack),
  ];
  sheet.notes.push([
    ...(symbols === "" ? [] : [{ text: `${symbols} ` }]),
    { text: standing.scorecard, rests: [standingRef("scorecard")] },
    ...(tallies ? [{ text: ` ${standing.tests}`, rests: [standingRef("tests")] }] : []),
    {
      text: ` ${sheet.trim >= 1 ? "" : "Not tested: no counts in the source, or an average. Each small line has its own scale. "}Source: Department for Education`,
    },
    ...citation([...numbers, ...[...(targets?.values() ?? [])].map(({ evidence }) => evidence)]),
    { text: targets ? ". Targets are the authority’s own." : "." },
  ]);
}

export const scorecard: Composer = {
  settings: {},
  words: "none",
  items: "groups",
  compose(sheet, directive) {
    const groups = scoredGroups(sheet.pack, directive.items);
    const left = unfilled(groups);
    const shown = groups
      .map((group) => ({ ...group, rows: group.rows.filter((row) => !left.includes(row)) }))
      .filter(({ rows }) => rows.length > 0);
    if (shown.length > 0) composeScorecard(sheet, shown);
    composeMissing(
      sheet,
      left.map(({ row }) => row),
    );
  },
};
