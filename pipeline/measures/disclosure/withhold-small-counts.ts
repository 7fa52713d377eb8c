import { compareCells } from "../../core/sort.ts";
import type { Indicator } from "../../model/indicator.ts";
import type { SeriesRow } from "../../model/series.ts";
import { cellsOf, isSmallCount, shows, type Cell } from "./cells.ts";
import { isUnknown, leavesOpen, type Unknown } from "./other-worlds.ts";
import { relationsOf, type Relation } from "./relations.ts";

/**
 * Figures as a public agenda may show them. Authorities' own counts of 1 to 5, those whose others are 1 to
 * 5, and percentages on them lose value and numerator (and their base, where it is small or would give them
 * away) and carry the symbol c; so does a second one, the next smallest, wherever what is shown would give
 * the first away. Published figures (official, quoted from documents) stay. Row count and order stay.
 */
export function withholdSmallCounts(rows: readonly SeriesRow[], indicators: readonly Indicator[]): SeriesRow[] {
  const cells = cellsOf(rows, indicators);
  const published = Map.groupBy(
    cells.filter((cell) => !cell.own),
    samePoint,
  );
  for (const cell of cells) if (cell.own) withholdOwn(cell, published.get(samePoint(cell)) ?? []);
  const touched = new Set(cells.filter((cell) => cell.withheld).map((cell) => cell.authority));
  const relations = new Map<Cell, Relation[]>();
  for (const relation of relationsOf(
    cells.filter((cell) => touched.has(cell.authority)),
    indicators,
  )) {
    for (const cell of new Set(relation.map((term) => term.cell))) relations.set(cell, [...(relations.get(cell) ?? []), relation]);
  }
  protect(cells, relations);
  const withheld = new Map(
    cells.filter((cell) => cell.withheld).flatMap((cell) => cell.rows.map((row) => [row, cell.baseWithheld] as const)),
  );
  return rows.map((row) => {
    const baseToo = withheld.get(row);
    return baseToo === undefined
      ? row
      : { ...row, value: null, numerator: null, denominator: baseToo ? null : row.denominator, symbol: "c" };
  });
}

const othersOf = ({ count, base }: Cell): number | null => (count === null || base === null ? null : base - count);

const samePoint = ({ authority, indicator, breakdown, end }: Cell): string => [authority, indicator, breakdown, end].join("|");

/** First of all, what is small itself. `published` are its owners' figures for the same point. */
function withholdOwn(cell: Cell, published: readonly Cell[]): void {
  const { count, base } = cell;
  cell.baseWithheld = isSmallCount(base) || (isSmallCount(count) && count === base);
  cell.withheld = cell.baseWithheld || isSmallCount(count) || isSmallCount(othersOf(cell));
  if (!cell.withheld || count === null || base === null) return;
  // A percentage that its owner published tells the count to anyone who has the base.
  cell.baseWithheld ||= published.some((other) =>
    other.rows.some((row) => row.unit === "percent" && row.value !== null && shows(row.value, count, base)),
  );
}

/**
 * Then, until every small count is left open, one more: the smallest that stands in a sum with it. Once
 * open a count stays so, since withholding more tells less. With nothing left to withhold, its owner has
 * published what gives it away.
 */
function protect(cells: readonly Cell[], relations: ReadonlyMap<Cell, readonly Relation[]>): void {
  for (const cell of cells) {
    if (!cell.own || !cell.withheld) continue;
    while (!isProtected(cell, relations)) {
      const next = nextToWithhold(cell, relations);
      if (!next) break;
      next.cell.withheld = true;
      if (next.part === "base") next.cell.baseWithheld = true;
    }
  }
}

function isProtected(cell: Cell, relations: ReadonlyMap<Cell, readonly Relation[]>): boolean {
  return (
    (!isSmallCount(cell.count) || leavesOpen("count", cell, relations)) &&
    (!isSmallCount(cell.base) || leavesOpen("base", cell, relations)) &&
    (!isSmallCount(othersOf(cell)) || leavesOpen("others", cell, relations))
  );
}

/** The smallest figure shown in the sums that a cell stands in; failing that, in the sums that those lead to. */
function nextToWithhold(given: Cell, relations: ReadonlyMap<Cell, readonly Relation[]>): Unknown | null {
  const met = new Set<Cell>([given]);
  for (let ring: readonly Cell[] = [given]; ring.length > 0;) {
    const terms = ring.flatMap((cell) => relations.get(cell) ?? []).flat();
    const shown = terms.filter((term) => term.cell.own && !isUnknown(term) && (term.cell[term.part] ?? 0) > 0);
    const [next] = shown.sort(
      (a, b) =>
        (a.cell[a.part] ?? 0) - (b.cell[b.part] ?? 0) ||
        compareCells(a.cell.breakdown, b.cell.breakdown) ||
        compareCells(a.cell.end, b.cell.end),
    );
    if (next) return next;
    ring = [...new Set(terms.map((term) => term.cell))].filter((cell) => !met.has(cell));
    for (const cell of ring) met.add(cell);
  }
  return null;
}
