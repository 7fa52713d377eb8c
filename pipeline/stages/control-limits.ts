import { byKey } from "../core/sort.ts";
import { indicators as declared } from "../indicators/all.ts";
import { xmrSignals, type XmrPoint } from "../measures/xmr-rules.ts";
import { xmrLimits } from "../measures/xmr.ts";
import { cadenceOf, controlPoints, type ControlPoint } from "../model/control-point.ts";
import type { Polarity } from "../model/comparison.ts";
import type { Indicator } from "../model/indicator.ts";
import type { SeriesRow } from "../model/series.ts";

/**
 * Control limits of authorities' own monthly and quarterly series, one row for each point. The limits are
 * those of the points since the last gap: a missing month breaks the chain of moving ranges. Series of
 * one point have none; annual figures and those of releases and documents never have.
 */
export function controlLimits(series: readonly SeriesRow[], indicators: readonly Indicator[] = declared): ControlPoint[] {
  const byId = new Map(indicators.map((indicator) => [indicator.id, indicator]));
  const own = series.filter((row) => row.origin === "local" && row.value !== null && cadenceOf(row.period) !== null);
  const groups = Map.groupBy(byKey(own, ["period_end"]), (row) =>
    [row.authority_code, row.indicator, row.breakdown, cadenceOf(row.period)].join("|"),
  );
  const points = [...groups.values()].flatMap((rows) => {
    const indicator = byId.get(rows[0]?.indicator ?? "");
    return indicator ? limitsOf(sinceLastGap(rows), indicator) : [];
  });
  return byKey(points, controlPoints.key);
}

const monthOf = (row: SeriesRow): number => Number(row.period_end.slice(0, 4)) * 12 + Number(row.period_end.slice(5, 7));

/** The newest rows that follow one another without a gap, oldest first. */
function sinceLastGap(rows: readonly SeriesRow[]): SeriesRow[] {
  const step = cadenceOf(rows[0]?.period ?? "") === "quarterly" ? 3 : 1;
  const start = rows.findLastIndex((row, i) => {
    const before = rows[i - 1];
    return before === undefined || monthOf(row) - monthOf(before) !== step;
  });
  return rows.slice(Math.max(0, start));
}

function limitsOf(rows: readonly SeriesRow[], { range, polarity }: Indicator): ControlPoint[] {
  const values = rows.flatMap((row) => row.value ?? []);
  const limits = xmrLimits(values);
  if (!limits) return [];
  const [least, most] = range;
  const found = xmrSignals(values, limits);
  return rows.map(({ series_id, authority_code, authority, indicator, breakdown, period, period_end, value }, i): ControlPoint => {
    const point = found[i] ?? { signal: null, side: 0 };
    return {
      series_id,
      authority_code,
      authority,
      indicator,
      breakdown,
      cadence: cadenceOf(period) ?? "monthly",
      period,
      period_end,
      value,
      mean: limits.mean,
      low: Math.max(least, limits.low),
      high: Math.min(most, limits.high),
      points: rows.length,
      limits: limits.trial ? "trial" : "set",
      signal: point.signal ?? "",
      meaning: meaningOf(point, polarity),
    };
  });
}

function meaningOf({ signal, side }: XmrPoint, polarity: Polarity): ControlPoint["meaning"] {
  if (signal === null || side === 0) return "";
  if (polarity === "none") return side > 0 ? "higher" : "lower";
  return side > 0 === (polarity === "high") ? "improving" : "worsening";
}
