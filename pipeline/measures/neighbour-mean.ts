import { mean } from "./exact-sum.ts";

/**
 * The statistical neighbour mean of the DfE's Local Authority Interactive Tool: unweighted, over the
 * neighbours that have a value; the authority itself is not among them. Null when none has a value.
 */
export function neighbourMean(values: readonly (number | null)[]): { mean: number | null; withValue: number } {
  const present = values.filter((value) => value !== null);
  return { mean: mean(present), withValue: present.length };
}
