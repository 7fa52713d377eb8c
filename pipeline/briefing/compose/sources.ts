import type { Comparison } from "../../model/comparison.ts";
import type { Pack } from "./pack.ts";

/** S numbers of the publications behind comparison rows, in order of first use. */
export function sourceNumbers(pack: Pack, rows: readonly Comparison[]): string[] {
  const ids = rows.flatMap((row) =>
    row.source
      .split(";")
      .map((id) => id.trim())
      .filter((id) => id !== ""),
  );
  return [...new Set(ids)].map((id) => pack.evidence.source(id)).filter((number) => number !== "");
}

/** S number of the neighbour model that the comparisons use; "" when the table of sources does not have it. */
export function neighbourModelNumber(pack: Pack): string {
  const { sources, neighbourModel } = pack.input;
  const found = sources.find((source) => /neighbour/i.test(source.title) && source.release === neighbourModel);
  return found ? pack.evidence.source(found.source) : "";
}
