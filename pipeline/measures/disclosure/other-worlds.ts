import { largestSmallCount, type Cell } from "./cells.ts";
import type { Part, Relation } from "./relations.ts";

/** A figure that a reader does not see. */
export type Unknown = { readonly cell: Cell; readonly part: Part };
/** What is changed in another world: cell to the change of its count and of its base. */
type Changes = ReadonlyMap<Cell, Readonly<Record<Part, number>>>;

/** Longest chain of figures changed to make room for one. */
const mostChanges = 8;
/** Changes tried before a count is taken to be given away: more would take long and prove little. */
const mostTries = 400;

export const isUnknown = ({ cell, part }: Unknown): boolean => (part === "count" ? cell.withheld : cell.baseWithheld);

/**
 * Whether a reader must leave open what a withheld small count is: true where another world shows exactly
 * the same figures, holds to every relation and gives this count another value of 1 to 5. Such a world is
 * found, not argued, so true is proof; false may only mean that none was found near by.
 */
export function leavesOpen(about: "count" | "base" | "others", cell: Cell, relations: ReadonlyMap<Cell, readonly Relation[]>): boolean {
  const part: Part = about === "base" ? "base" : "count";
  const small = about === "others" ? (cell.base ?? 0) - (cell.count ?? 0) : (cell[part] ?? 0);
  const tries = { left: mostTries };
  for (let other = 1; other <= largestSmallCount; other++) {
    const change = about === "others" ? small - other : other - small;
    if (change !== 0 && changed(new Map(), { cell, part }, change, about).some((changes) => settles(changes, relations, tries)))
      return true;
  }
  return false;
}

/** The possible ways to change a figure: alone, or the count and the base together, which leaves the others as they are. */
function changed(changes: Changes, { cell, part }: Unknown, by: number, about: "count" | "base" | "others" = part): Changes[] {
  const before = changes.get(cell) ?? { count: 0, base: 0 };
  const alone = new Map(changes).set(cell, { ...before, [part]: before[part] + by });
  const together = new Map(changes).set(cell, { count: before.count + by, base: before.base + by });
  const both = cell.withheld && cell.baseWithheld && about !== "others" && before.count === 0 && before.base === 0;
  return (both ? [alone, together] : [alone]).filter((next) => isPossible(next, cell));
}

/** Withheld figures are known to be at least 1 (0 is shown), and no count is larger than its base. */
function isPossible(changes: Changes, cell: Cell): boolean {
  const by = changes.get(cell) ?? { count: 0, base: 0 };
  const count = cell.count === null ? null : cell.count + by.count;
  const base = cell.base === null ? null : cell.base + by.base;
  if (count !== null && count < Math.min(1, cell.count ?? 0)) return false;
  if (base !== null && base < Math.min(1, cell.base ?? 0)) return false;
  return count === null || base === null || count <= base;
}

/** Mends one broken relation after another by changing a figure that is withheld too. */
function settles(changes: Changes, relations: ReadonlyMap<Cell, readonly Relation[]>, tries: { left: number }): boolean {
  for (const cell of changes.keys()) {
    for (const relation of relations.get(cell) ?? []) {
      const off = relation.reduce((sum, term) => sum + term.times * (changes.get(term.cell)?.[term.part] ?? 0), 0);
      if (off === 0) continue;
      if (changes.size >= mostChanges || tries.left-- <= 0) return false;
      return relation.some((term) => {
        if (!isUnknown(term) || (changes.get(term.cell)?.[term.part] ?? 0) !== 0) return false;
        return changed(changes, term, -off * term.times).some((next) => settles(next, relations, tries));
      });
    }
  }
  return true;
}
