import type { Measure } from "./data.ts";

/** Without measures that are nearly the complement of another shown, which a chart of several would count twice. */
export function withoutMirrored<T extends { measure: Measure }>(items: readonly T[]): T[] {
  const shown = new Set(items.map(({ measure: { indicator, breakdown } }) => `${indicator.id}|${breakdown}`));
  return items.filter(({ measure: { indicator, breakdown } }) => !shown.has(`${indicator.mirrors}|${breakdown}`));
}
