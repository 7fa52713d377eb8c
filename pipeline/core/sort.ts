/** Order by code unit, the same on every machine; numbers by size; null before everything. */
export function compareCells(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (a === null || a === undefined) return -1;
  if (b === null || b === undefined) return 1;
  if (typeof a === "number" && typeof b === "number") return a - b;
  const x = String(a);
  const y = String(b);
  return x < y ? -1 : x > y ? 1 : 0;
}

/** A sorted copy, by the columns given; rows that tie keep their order. */
export function byKey<R extends object>(rows: readonly R[], key: readonly (keyof R)[]): R[] {
  return [...rows].sort((a, b) => {
    for (const column of key) {
      const order = compareCells(a[column], b[column]);
      if (order !== 0) return order;
    }
    return 0;
  });
}
