import type { Comparison } from "../../model/comparison.ts";
import { missingSentences } from "../../words/other-measures.ts";
import { layHeading } from "../layout/headings.ts";
import { layList } from "../layout/list.ts";
import { spanOf, type Sheetwork } from "./pack.ts";
import { indicatorLookup } from "./resolve.ts";

/** A heading and a line for each reason why measures have no figure; nothing where all have one. */
export function composeMissing(sheet: Sheetwork, rows: readonly Comparison[]): void {
  const missing = missingSentences(rows, indicatorLookup(sheet.pack));
  if (missing.length === 0) return;
  sheet.pieces.push(layHeading([{ text: "What has no figure, and why" }], { key: sheet.key(), path: sheet.path, before: 16, ruled: true }));
  sheet.pieces.push(
    ...layList(
      "bullets",
      missing.map((said) => [spanOf(said)]),
      { key: sheet.key(), path: sheet.path, before: 6 },
    ),
  );
}
