import { withholdSmallCounts } from "../measures/disclosure.ts";
import type { Slice } from "../model/tables.ts";

/**
 * The slice as its readers may see it. Public: the authority's own small counts are withheld, with the
 * second ones that would give them away. Internal: everything, and each page says so. Charts, their
 * CSVs and packs are all made from what this leaves.
 */
export function disclose(slice: Slice, internal: boolean): Slice {
  return internal ? slice : { ...slice, series: withholdSmallCounts(slice.series) };
}
