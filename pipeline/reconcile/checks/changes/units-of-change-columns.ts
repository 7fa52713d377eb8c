import type { Finding } from "../../../model/finding.ts";
import { perTable } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { placeOfRow, type Cell, type Grid, type GridRow } from "../../reading/grid.ts";
import { isNear, type Reading } from "../../reading/reading.ts";
import { agreement, roundTo } from "../../numbers/rounding.ts";
import { isOwnLevel } from "../../vocabulary/headings.ts";

const changeHead = /\b(?:change|difference|variance|movement|increase|decrease|rise|fall|growth|\+\/-)/iu;
const points = /\bpoints?\b|\bpps?\b|\bppts?\b|%[- ]?pts?\b|\bpts\b/iu;
const percent = /%|\bper ?cent(?:age)?\b/iu;
/** "Changes are in percentage points": a remark beside the table sets its heading right. */
const remark =
  /\b(?:changes?|differences?|columns?|movements?)\b[^.]*\b(?:are|is|shown|given|expressed) (?:as |in )?(?:percentage )?points\b/iu;
const noteReach = 3;

type Point = { row: GridRow; from: Cell; to: Cell; change: Cell; gap: number; relative: number };

/** The two levels to the left of a change: those of the authority itself, of which the change is the gap or the relative change. */
function pointsOf(grid: Grid, column: number): Point[] {
  // The year before is the authority's own as well: here it is one of the two levels.
  const isLevel = (name: string): boolean => isOwnLevel(name.replace(/previous|last year/iu, "")) && !changeHead.test(name);
  const levels = grid.columns
    .map((_, at) => at)
    .slice(1, column)
    .filter((at) => isLevel(grid.columns[at] ?? ""));
  const [to, from] = levels.slice(-2).reverse();
  if (to === undefined || from === undefined) return [];
  return grid.rows.flatMap((row) => {
    const [a, b, change] = [row.cells[from], row.cells[to], row.cells[column]];
    if (a?.value == null || b?.value == null || change?.value == null || a.unit !== b.unit || a.value === 0 || a.value === b.value)
      return [];
    return [
      { row, from: a, to: b, change, gap: Math.abs(b.value - a.value), relative: (100 * Math.abs(b.value - a.value)) / Math.abs(a.value) },
    ];
  });
}

const isGap = ({ gap, change }: Point): boolean => agreement(gap, Math.abs(change.value ?? 0), change.decimals) === "rounded";
const isRelative = ({ relative, change }: Point): boolean =>
  agreement(relative, Math.abs(change.value ?? 0), change.decimals) === "rounded";

/** A column headed per cent that gives the gaps, or headed points that gives relative changes. */
function report(reading: Reading, grid: Grid, column: number): Finding[] {
  const name = grid.columns[column] ?? "";
  const all = pointsOf(grid, column);
  const saysPoints = points.test(name);
  const saysPercent =
    !saysPoints && (percent.test(name) || (all.length > 0 && all.every(({ change }) => /%|per ?cent/iu.test(change.text))));
  if (!saysPoints && !saysPercent) return [];
  const [asPrinted, other] = saysPoints ? [isGap, isRelative] : [isRelative, isGap];
  const wrong = all.filter((point) => !asPrinted(point) && other(point));
  const [first] = wrong;
  // One row alone may be a slip; as many rows as differ at all are a habit.
  if (!first || wrong.length < Math.min(2, grid.rows.length) || all.some((point) => !other(point))) return [];
  if (reading.sentences.some((sentence) => isNear(sentence, grid, noteReach) && remark.test(sentence.text))) return [];
  const unit = saysPoints ? "per cent" : first.from.unit === "percent" ? "percentage points" : "numbers";
  const right = saysPoints ? `${roundTo(first.gap, Math.max(first.from.decimals, first.to.decimals))}` : `${roundTo(first.relative, 1)}%`;
  return oneFinding(reading, {
    kind: "unit",
    severity: "warning",
    stated: name,
    expected: unit,
    place: placeOfRow(grid, first.row, name),
    quote: [grid.columns.join(" | "), ...wrong.map(({ row }) => row.raw)].join(" / "),
    heading: `The column "${name}" gives ${unit}`,
    message: `The column "${name}" gives ${unit}: from ${first.from.text} to ${first.to.text} it prints ${first.change.text}, which ${saysPoints ? "is the change in per cent" : "is the difference"}. As headed it would be ${right}.`,
  });
}

export const unitsOfChangeColumns = perTable("unit", "Columns of changes headed with another unit than theirs", (reading, grid) =>
  grid.columns.flatMap((name, column) => (column > 2 && changeHead.test(name) ? report(reading, grid, column) : [])),
);
