import type { SeriesRow } from "../model/series.ts";

/** Counts of children from 1 to this are not shown in public; 0 and higher counts are. */
export const largestSmallCount = 5;
export const isSmallCount = (count: number | null): boolean => count !== null && count >= 1 && count <= largestSmallCount;

/** A row's own count: the value of a count, else the numerator behind a percentage or rate. */
const countOf = (row: SeriesRow): number | null => (row.unit === "count" ? row.value : row.numerator);

function isAtRisk(row: SeriesRow): boolean {
  if (isSmallCount(countOf(row)) || isSmallCount(row.denominator)) return true;
  // The others are as few as the children themselves may be: 97 of 100 tells of three.
  return row.numerator !== null && row.denominator !== null && isSmallCount(row.denominator - row.numerator);
}

/** The row without its figures; its symbol says that they are withheld. */
function withhold(row: SeriesRow): SeriesRow {
  return { ...row, value: null, numerator: null, denominator: isSmallCount(row.denominator) ? null : row.denominator, symbol: "c" };
}

/**
 * An authority's own figures as a public pack may show them: counts of 1 to 5 and what is made from
 * them are withheld, and so is a second part wherever a total would give the first away. Official
 * figures and those quoted from documents stay, since their owners published them. Row count and
 * order stay too.
 */
export function withholdSmallCounts(rows: readonly SeriesRow[]): SeriesRow[] {
  const withheld = new Set(rows.filter((row) => row.origin === "local" && isAtRisk(row)));
  const groups = new Map<string, SeriesRow[]>();
  for (const row of rows) {
    if (row.origin !== "local") continue;
    const key = [row.authority_code, row.indicator, row.period, row.unit].join("|");
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  for (const group of groups.values()) protectParts(group, withheld);
  return rows.map((row) => (withheld.has(row) ? withhold(row) : row));
}

/** Withholds further parts of one whole until what is left no longer tells any of them. */
function protectParts(group: readonly SeriesRow[], withheld: Set<SeriesRow>): void {
  const total = group.find((row) => row.breakdown === "");
  const parts = group.filter((row) => row.breakdown !== "" && countOf(row) !== null);
  if (!total || countOf(total) === null || parts.length === 0) return;
  // A total that is withheld itself can be added up again from parts that are all shown.
  if (withheld.has(total) && !parts.some((row) => withheld.has(row))) {
    const smallest = smallestShown(parts, withheld);
    if (smallest) withheld.add(smallest);
    return;
  }
  const sizes = (): number[] => parts.filter((row) => withheld.has(row)).map((row) => countOf(row) ?? 0);
  // One part follows from the total; several do when each must be 1.
  const given = (): boolean => !withheld.has(total) && sizes().length > 0 && (sizes().length === 1 || sizes().every((size) => size === 1));
  while (given()) {
    const next = smallestShown(parts, withheld);
    withheld.add(next ?? total);
  }
}

function smallestShown(parts: readonly SeriesRow[], withheld: ReadonlySet<SeriesRow>): SeriesRow | undefined {
  return parts
    .filter((row) => !withheld.has(row) && (countOf(row) ?? 0) > 0)
    .sort((a, b) => (countOf(a) ?? 0) - (countOf(b) ?? 0) || (a.breakdown < b.breakdown ? -1 : 1))[0];
}
