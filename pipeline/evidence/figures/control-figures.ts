import { xmrLimits } from "../../measures/xmr.ts";
import { cadenceOf } from "../../model/control-point.ts";
import type { SeriesRow } from "../../model/series.ts";
import { measureOfUnit, origin, pair, type Origin, type Role } from "./figure.ts";

const [mean, low, high] = ["the mean of its points", "the lower control limit", "the upper control limit"];
const roles: readonly Role[] = [
  { near: /\bupper limit #/i, names: [high] },
  { near: /\blower limit #/i, names: [low] },
  { near: /\bmean(?: of)? #/i, names: [mean] },
];

/**
 * What a control chart prints of an authority's own months or quarters besides their values: mean, limits, and how
 * many points lie outside them. `range` is what values of the measure may be. None for other rows.
 */
export function controlOrigin(rows: readonly SeriesRow[], [least, most]: readonly [number, number]): Origin[] {
  const points = rows
    .filter(({ origin: from, period }) => from === "local" && cadenceOf(period) !== null)
    .sort((a, b) => (a.period_end < b.period_end ? -1 : 1));
  const values = points.flatMap(({ value }) => value ?? []);
  const limits = xmrLimits(values);
  if (!limits) return [];
  const measure = measureOfUnit(points[0]?.unit ?? "");
  const ends = [Math.max(least, limits.low), Math.min(most, limits.high)] as const;
  const outside = values.filter((value) => value < ends[0] || value > ends[1]).length;
  return [
    origin("control limits", {
      roles,
      figures: [
        { name: mean, value: limits.mean, measure },
        { name: low, value: ends[0], measure },
        { name: high, value: ends[1], measure },
        { name: "points outside the limits", value: outside, measure: "number" },
      ],
      shares: pair("points outside the limits", outside, values.length),
      ranges: pair("its control limits", ...ends, measure),
    }),
  ];
}
