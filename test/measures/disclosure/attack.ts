import type { SeriesRow } from "../../../pipeline/model/series.ts";

/** What a reader knows of one number: between two bounds. */
export type Bounds = Map<string, { low: number; high: number }>;
/** Numbers that make up another: total, then its parts. */
export type Sum = { total: string; parts: readonly string[] };

const most = 400;

/** What the rows of a public table say of the count and the base of each, by name. Withheld ones are at least 1. */
export function readerBounds(rows: readonly SeriesRow[], nameOf: (row: SeriesRow) => string): Bounds {
  const bounds: Bounds = new Map();
  for (const row of rows) {
    const [count, base] = [`${nameOf(row)} count`, `${nameOf(row)} base`];
    bounds.set(
      base,
      row.denominator === null ? { low: row.value === null ? 1 : 0, high: most } : { low: row.denominator, high: row.denominator },
    );
    if (row.value === null) bounds.set(count, { low: row.symbol === "c" ? 1 : 0, high: most });
    else if (row.unit === "count") bounds.set(count, { low: row.value, high: row.value });
    else if (row.numerator !== null) bounds.set(count, { low: row.numerator, high: row.numerator });
    else if (row.denominator !== null) {
      const half = 0.5 * 10 ** -(String(row.value).split(".")[1] ?? "").length + 1e-9;
      bounds.set(count, {
        low: Math.ceil(((row.value - half) * row.denominator) / 100),
        high: Math.floor(((row.value + half) * row.denominator) / 100),
      });
    }
  }
  return bounds;
}

/** Narrows the bounds by the sums and by counts that are parts of their bases, until nothing moves; false when nothing fits. */
function narrow(bounds: Bounds, sums: readonly Sum[]): boolean {
  const set = (name: string, low: number, high: number): boolean => {
    const old = bounds.get(name);
    if (!old) return false;
    const next = { low: Math.max(old.low, low), high: Math.min(old.high, high) };
    if (next.low === old.low && next.high === old.high) return false;
    bounds.set(name, next);
    return true;
  };
  const at = (name: string): { low: number; high: number } => bounds.get(name) ?? { low: 0, high: most };
  for (let moved = true; moved;) {
    moved = false;
    for (const { total, parts } of sums) {
      const low = parts.reduce((sum, part) => sum + at(part).low, 0);
      const high = parts.reduce((sum, part) => sum + at(part).high, 0);
      moved = set(total, low, high) || moved;
      for (const part of parts) moved = set(part, at(total).low - (high - at(part).high), at(total).high - (low - at(part).low)) || moved;
    }
    for (const name of bounds.keys()) {
      if (!name.endsWith(" count")) continue;
      const base = name.replace(/ count$/, " base");
      moved = set(name, 0, at(base).high) || moved;
      moved = set(base, at(name).low, most) || moved;
    }
    for (const { low, high } of bounds.values()) if (low > high) return false;
  }
  return true;
}

/** Whether every number can be given a value: bounds narrowed, then the narrowest open number tried value by value. True when the tries run out: nothing was ruled out. */
function fits(bounds: Bounds, sums: readonly Sum[], tries: { left: number }): boolean {
  const known: Bounds = new Map([...bounds].map(([name, range]) => [name, { ...range }]));
  if (!narrow(known, sums)) return false;
  const tied = new Set(sums.flatMap(({ total, parts }) => [total, ...parts]));
  const open = [...known]
    .filter(([name, { low, high }]) => low < high && tied.has(name))
    .sort(([, a], [, b]) => a.high - a.low - (b.high - b.low))[0];
  if (!open) return true;
  for (let value = open[1].low; value <= open[1].high; value++) {
    if (tries.left-- <= 0) return true;
    if (fits(new Map(known).set(open[0], { low: value, high: value }), sums, tries)) return true;
  }
  return false;
}

/** Those of the values that a reader cannot rule out for a number. */
export function possible(name: string, values: readonly number[], bounds: Bounds, sums: readonly Sum[]): number[] {
  return values.filter((value) => {
    const known = bounds.get(name);
    return (
      known &&
      known.low <= value &&
      value <= known.high &&
      fits(new Map(bounds).set(name, { low: value, high: value }), sums, { left: 300 })
    );
  });
}
