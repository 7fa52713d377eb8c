import type { Indicator } from "../../model/indicator.ts";
import type { Cell } from "./cells.ts";

export type Part = "count" | "base";
export type Term = { readonly cell: Cell; readonly part: Part; readonly times: 1 | -1 };
/** Terms that add up to nothing: what any reader knows must hold, such as a total less its parts. */
export type Relation = readonly Term[];

/** Parts of one total beyond which only all of them together are tried. */
const mostParts = 14;
const mostTilings = 64;

const sizeOf = (cell: Cell, part: Part): number => cell[part] ?? 0;
const term = (cell: Cell, part: Part, times: 1 | -1): Term => ({ cell, part, times });

/**
 * Every way in which the figures of one indicator and authority hang together: totals and their parts (in
 * each breakdown that adds up), parts that make up their base, longer periods and the shorter ones in them,
 * the same figure under two names, a measure and its mirror, and numbers at two days with those who came and went between. Only sums that hold are taken, since a
 * reader learns nothing from those that do not.
 */
export function relationsOf(cells: readonly Cell[], indicators: readonly Indicator[]): Relation[] {
  const mirrors = new Map(indicators.filter(({ mirrors: other }) => other !== "").map(({ id, mirrors: other }) => [id, other]));
  const at = Map.groupBy(cells, (cell) => [cell.authority, cell.indicator, cell.end].join("|"));
  const over = Map.groupBy(cells, (cell) => [cell.authority, cell.indicator, cell.breakdown].join("|"));
  const relations: Relation[] = [];
  for (const group of at.values()) {
    relations.push(...equalFigures(group), ...totals(group, "count"), ...totals(group, "base"), ...wholes(group));
    const mirror = mirrors.get(group[0]?.indicator ?? "");
    const others = mirror ? (at.get([group[0]?.authority, mirror, group[0]?.end].join("|")) ?? []) : [];
    for (const one of group) {
      const other = others.find((cell) => cell.breakdown === one.breakdown && cell.count !== null);
      if (other && one.base !== null && one.base === sizeOf(one, "count") + sizeOf(other, "count"))
        relations.push([term(one, "base", 1), term(one, "count", -1), term(other, "count", -1)]);
    }
  }
  for (const group of over.values()) relations.push(...periods(group, "count"), ...periods(group, "base"));
  relations.push(...flows(cells), ...chains(cells));
  return relations;
}

/** A count that is the base of another measure of its family: forms returned, of which some are a concern. */
function chains(cells: readonly Cell[]): Relation[] {
  const familyOf = ({ authority, indicator, breakdown, end }: Cell): string =>
    [authority, indicator.split(".")[0], breakdown, end].join("|");
  return [
    ...Map.groupBy(
      cells.filter(({ count, base }) => count !== null || base !== null),
      familyOf,
    ).values(),
  ].flatMap((family) =>
    family.flatMap((one) =>
      family.flatMap((other): Relation[] =>
        one.indicator !== other.indicator && one.base !== null && one.base === other.count
          ? [[term(one, "base", 1), term(other, "count", -1)]]
          : [],
      ),
    ),
  );
}

const dayBefore = (day: string): string => new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);

/** Numbers at the two ends of a period with those who came in it and went: 300 and 8, less 303, leave 5. */
function flows(cells: readonly Cell[]): Relation[] {
  const placeOf = ({ authority, breakdown }: Cell, family: string): string => [authority, breakdown, family].join("|");
  const of = (ending: string): Map<string, Cell[]> =>
    Map.groupBy(
      cells.filter((cell) => cell.indicator.endsWith(ending) && cell.count !== null),
      (cell) => placeOf(cell, cell.indicator.slice(0, -ending.length)),
    );
  const [stocks, came, went] = [of(".count"), of(".started"), of(".ceased")];
  return [...came].flatMap(([place, all]) =>
    all.flatMap((start) => {
      const before = (stocks.get(place) ?? []).filter(({ end }) => end === dayBefore(start.start));
      const after = (stocks.get(place) ?? []).filter(({ end }) => end === start.end);
      const left = (went.get(place) ?? []).filter((cell) => sameSpan(cell, start));
      return before.flatMap((one) =>
        after.flatMap((two) =>
          left.flatMap((end): Relation[] =>
            sizeOf(one, "count") + sizeOf(start, "count") === sizeOf(two, "count") + sizeOf(end, "count")
              ? [[term(one, "count", 1), term(start, "count", 1), term(two, "count", -1), term(end, "count", -1)]]
              : [],
          ),
        ),
      );
    }),
  );
}

/** Figures that are one: the same part under two periods that end together, published and own, or one base of many. */
function equalFigures(group: readonly Cell[]): Relation[] {
  return group.flatMap((one, i) =>
    group
      .slice(i + 1)
      .flatMap((other): Relation[] => [
        ...(one.breakdown === other.breakdown && one.count !== null && one.count === other.count
          ? [[term(one, "count", 1), term(other, "count", -1)]]
          : []),
        ...(one.base !== null && one.base === other.base ? [[term(one, "base", 1), term(other, "base", -1)]] : []),
      ]),
  );
}

/** A total with every set of parts that adds up to it; a part is a total of those that its name covers. */
function totals(group: readonly Cell[], part: Part): Relation[] {
  return group
    .filter((cell) => sizeOf(cell, part) > 0)
    .flatMap((total) =>
      setsOf(
        partsFor(group, part, (cell) => covers(total.breakdown, cell.breakdown)),
        part,
        sizeOf(total, part),
      ).map((parts) => [term(total, part, 1), ...parts.map((cell) => term(cell, part, -1))]),
    );
}

/** Shares of one base, such as kinds of placement, that make up the whole of it. */
function wholes(group: readonly Cell[]): Relation[] {
  const bases = Map.groupBy(
    group.filter((cell) => cell.base !== null),
    (cell) => cell.base ?? 0,
  );
  return [...bases].flatMap(([base, sharing]) => {
    const holder = sharing[0];
    if (!holder) return [];
    return setsOf(
      partsFor(sharing, "count", ({ breakdown }) => breakdown !== ""),
      "count",
      base,
    ).map((parts): Relation => [term(holder, "base", 1), ...parts.map((cell) => term(cell, "count", -1))]);
  });
}

/** One cell for each part that fits, the authority's own before the published. */
function partsFor(group: readonly Cell[], part: Part, fits: (cell: Cell) => boolean): Cell[] {
  const parts = new Map<string, Cell>();
  for (const cell of group)
    if (fits(cell) && sizeOf(cell, part) > 0 && (cell.own || !parts.has(cell.breakdown))) parts.set(cell.breakdown, cell);
  return [...parts.values()];
}

const wordsOf = (breakdown: string): string[] =>
  breakdown
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

function covers(total: string, part: string): boolean {
  if (total === part) return false;
  if (total === "") return true;
  const [wide, narrow] = [agesOf(total), agesOf(part)];
  if (wide && narrow) return wide[0] <= narrow[0] && narrow[1] <= wide[1];
  const words = wordsOf(part);
  return wordsOf(total).every((word) => words.includes(word));
}

function agesOf(breakdown: string): readonly [number, number] | null {
  const ages = (breakdown.match(/\d+/g) ?? []).map(Number);
  const [first, second] = ages;
  if (first === undefined || ages.length > 2) return null;
  if (second !== undefined) return [first, second];
  if (/under|below|less/i.test(breakdown)) return [0, first - 1];
  return /over|plus|\+|older/i.test(breakdown) ? [first, 99] : [first, first];
}

/** The sets of at least one part that add up to `sum`. */
function setsOf(parts: readonly Cell[], part: Part, sum: number): Cell[][] {
  if (parts.length > mostParts) return parts.reduce((all, cell) => all + sizeOf(cell, part), 0) === sum ? [[...parts]] : [];
  const found: Cell[][] = [];
  const take = (from: number, left: number, chosen: readonly Cell[]): void => {
    if (left === 0) found.push([...chosen]);
    if (left <= 0) return;
    for (let at = from; at < parts.length; at++) {
      const cell = parts[at];
      if (cell) take(at + 1, left - sizeOf(cell, part), [...chosen, cell]);
    }
  };
  take(0, sum, []);
  return found;
}

/**
 * Longer periods with the shorter ones that make them up: quarters of a year, a year to date and its next
 * month. Nothing is stated for a gap between them, so nobody may have been counted then.
 */
function periods(group: readonly Cell[], part: Part): Relation[] {
  const spans = group.filter((cell) => cell[part] !== null && cell.start < cell.end);
  return spans.flatMap((whole) => {
    const inside = spans.filter((cell) => whole.start <= cell.start && cell.end <= whole.end && !sameSpan(cell, whole));
    const found: Relation[] = [];
    const tile = (after: string, left: number, chosen: readonly Cell[]): void => {
      if (found.length >= mostTilings || left < 0) return;
      const later = inside.filter((cell) => cell.start > after);
      if (later.length === 0 && left === 0 && chosen.length > 0)
        found.push([term(whole, part, 1), ...chosen.map((cell) => term(cell, part, -1))]);
      const soonest = later.reduce((end, cell) => (cell.end < end ? cell.end : end), whole.end);
      for (const cell of later) if (cell.start <= soonest) tile(cell.end, left - sizeOf(cell, part), [...chosen, cell]);
    };
    tile("", sizeOf(whole, part), []);
    return found;
  });
}

const sameSpan = (a: Cell, b: Cell): boolean => a.start === b.start && a.end === b.end;
