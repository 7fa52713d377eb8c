import { byCodeUnit } from "./layout/order.ts";
import type { Comparison } from "../model/comparison.ts";
import type { ChartData, Measure } from "./data.ts";

/** One of the eleven on a measure; without a value, `symbol` says why ("" when nothing was published). */
export type Member = {
  /** Id of its comparison; "" where there is none. */
  comparison: string;
  code: string;
  name: string;
  subject: boolean;
  value: number | null;
  symbol: string;
  numerator: number | null;
  denominator: number | null;
  low: number | null;
  high: number | null;
};

/** The authority and its neighbours at the end of a period, best first; those without a value last, by name. */
export function groupOf(data: ChartData, measure: Measure, row: Comparison): Member[] {
  const members = [data.authority, ...data.group].map((authority): Member => {
    const own = data.comparisonOf(authority.authority_code, measure, row.period_end);
    return {
      comparison: own?.comparison_id ?? "",
      code: authority.authority_code,
      name: authority.authority,
      subject: authority.authority_code === data.authority.authority_code,
      value: own?.value ?? null,
      symbol: own?.symbol ?? "",
      numerator: own?.numerator ?? null,
      denominator: own?.denominator ?? null,
      low: own?.ci_low ?? null,
      high: own?.ci_high ?? null,
    };
  });
  const sign = row.polarity === "low" ? 1 : -1;
  return members.sort((a, b) => {
    if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null) || byCodeUnit(a.name, b.name);
    return sign * (a.value - b.value) || Number(b.subject) - Number(a.subject) || byCodeUnit(a.name, b.name);
  });
}
