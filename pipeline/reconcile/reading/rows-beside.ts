import { findFigures } from "../../extract/grammar/numbers.ts";
import { parsePeriodText } from "../../extract/grammar/periods.ts";
import type { Polarity } from "../../model/comparison.ts";
import { isOwnLevel, isReckoned } from "../vocabulary/headings.ts";
import { others } from "../vocabulary/others.ts";
import { wordings } from "../vocabulary/patterns.ts";
import { goalNoun } from "../vocabulary/goals.ts";
import { isAdverse, polarityOf } from "../vocabulary/word-claims.ts";
import { placeOfRow, type Cell, type Grid, type GridRow } from "./grid.ts";
import { isTotal } from "./lines.ts";
import type { Sentence } from "./reading.ts";

// Rows of a table that print the authority's own level beside a goal, or beside that of others.

export type Level = { value: number; text: string; unit: Cell["unit"] };
export type Beside = { name: string; raw: string; place: string; own: Level; other: Level; isGoal: boolean; good: Polarity };
export type RowBeside = Beside & { grid: Grid; row: GridRow };

const goalHead = new RegExp(`\\b${goalNoun}\\b`, "iu");
/** "Target met" heads a verdict, and no goal. */
const isVerdict = /\b(?:met|achieved|hit|reached|status|position)\b|\?$/iu;
const isGoalColumn = (name: string): boolean => goalHead.test(name) && !isVerdict.test(name) && !isReckoned(name);
/** Whom a heading names, where it names one of them alone. */
const whoseColumn = (name: string): string | null => {
  const [one, ...more] = others.filter(({ words }) => words.test(name) || words.test(`the ${name}`));
  return one && more.length === 0 ? one.name : null;
};

const ceiling = wordings`ceiling|limit|maximum|cap|or (?:less|fewer|under|below|lower)|at most|no (?:more|higher|longer) than|under|below|less than`;
const floor = wordings`minimum|at least|or (?:more|over|above|higher)|no (?:less|fewer|lower) than|over|above`;
/** On which side of a goal its words say that a figure is good; "none" where they leave it open. */
function sideOfGoal(told: string): Polarity {
  if (ceiling.test(told) || /[≤<]/u.test(told)) return "low";
  return floor.test(told) || /[≥>]|\d%?\+/u.test(told) ? "high" : "none";
}
/** Goals this high, in percent, are set for what is wanted. */
const high = 60;
/** What more than half have, here and elsewhere, and what can be better or worse, is what they should have. */
const most = 50;

/** "10% or less", "at least 90%": the number of a goal that is told with its side. */
function levelOf(cell: Cell | undefined): Level | null {
  if (!cell) return null;
  if (cell.value !== null) return { value: cell.value, text: cell.text, unit: cell.unit };
  const [figure, ...more] = findFigures(cell.text.replace(/[≤≥<>]/gu, " "));
  if (!figure || more.length > 0 || figure.valueHigh !== null || figure.denominator !== null) return null;
  const units: Partial<Record<typeof figure.measure, Cell["unit"]>> = { percent: "percent", number: "count", gbp: "gbp" };
  const unit = units[figure.measure];
  return unit ? { value: figure.value, text: cell.text, unit } : null;
}

/** "In the first quarter", "the year before": which column is meant, its heading does not say. */
const ofOneTime = wordings`
  quarters?|half|months?|terms?|(?<!\bthan (?:in )?(?:the )?)(?:last|previous|prior|that|first|second|third) year|(?<!\bthan (?:an? |the |one )?)year (?:before|earlier|ago)|then|had been`;

/** The authority's own level of a row: in the one column of the unit that is nobody else's, or that of the time that the sentence names, or the newest. */
function ownLevel(grid: Grid, row: GridRow, unit: Cell["unit"], sentence: Sentence): Level | null {
  const columns = grid.columns
    .map((name, at) => ({ name, at, level: levelOf(row.cells[at]) }))
    .filter(
      ({ name, at, level }) => at > 0 && level?.unit === unit && isOwnLevel(name) && !isGoalColumn(name) && whoseColumn(name) === null,
    );
  const [only, ...more] = columns;
  if (!only || more.length === 0) return only?.level ?? null;
  const printed = columns.filter(({ level }) => sentence.figures.some(({ value }) => value === level?.value));
  if (printed.length > 0) return printed.length === 1 ? (printed[0]?.level ?? null) : null;
  const dated = columns.map((one) => ({ ...one, period: parsePeriodText(one.name) }));
  const named = dated.filter(({ period }) => period !== null && sentence.times.includes(period));
  if (named.length === 1) return named[0]?.level ?? null;
  if (dated.some(({ period }) => period === null) || sentence.times.length > 0 || ofOneTime.test(sentence.text)) return null;
  return dated.sort((a, b) => ((a.period ?? "") < (b.period ?? "") ? -1 : 1)).at(-1)?.level ?? null;
}

/** The side on which a row is good: as its goal says, by its name or that of its table, or because so high a goal is set for what is wanted. */
function goodSide(grid: Grid, row: GridRow, own: Level, other: Level, head: string, isGoal: boolean): Polarity {
  const told = isGoal ? sideOfGoal(`${head} ${other.text} ${/\([^()]*\)/u.exec(row.label)?.[0] ?? ""}`) : "none";
  if (told !== "none") return told;
  const percent = own.unit === "percent" ? own.value : null;
  const named = polarityOf(row.label, percent);
  if (named !== "none") return named;
  if (isGoal && percent !== null) return other.value >= high && !isAdverse(row.label) ? "high" : "none";
  const captioned = parsePeriodText(row.label) === null ? "none" : polarityOf(grid.caption, percent);
  const isMost = percent !== null && Math.min(percent, other.value) >= most && !isAdverse(`${row.label} ${grid.caption}`);
  return captioned === "none" && isMost ? "high" : captioned;
}

/** The rows of a table whose own level stands beside one goal, or beside that of the named others. */
export function rowsBeside(grid: Grid, who: "goal" | string, sentence: Sentence): RowBeside[] {
  const isGoal = who === "goal";
  const columns = grid.columns
    .map((name, at) => ({ name, at }))
    .filter(({ name, at }) => at > 0 && (isGoal ? isGoalColumn(name) : whoseColumn(name) === who));
  const [column, ...more] = columns;
  if (!column || more.length > 0) return [];
  return grid.rows.flatMap((row): RowBeside[] => {
    const other = levelOf(row.cells[column.at]);
    const own = other && ownLevel(grid, row, other.unit, sentence);
    return !own || isTotal(row.label)
      ? []
      : [
          {
            grid,
            row,
            name: row.label,
            raw: row.raw,
            place: placeOfRow(grid, row),
            own,
            other,
            isGoal,
            good: goodSide(grid, row, own, other, column.name, isGoal),
          },
        ];
  });
}
