import type { Indicator } from "../../model/indicator.ts";

/** The rate per 10,000 that goes with a count ("cp.rate_per_10k" with "cp.count"); null when none is declared. */
export function rateOf(indicator: Indicator, declared: readonly Indicator[]): Indicator | null {
  if (indicator.unit === "rate_per_10k") return indicator;
  const family = indicator.id.split(".")[0];
  return declared.find((other) => other.id === `${family}.rate_per_10k`) ?? null;
}
