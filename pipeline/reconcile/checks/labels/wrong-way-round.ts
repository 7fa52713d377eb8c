import type { Finding } from "../../../model/finding.ts";
import { oneFinding } from "../../finding-row.ts";
import { placeOfRow, type Grid } from "../../reading/grid.ts";
import type { Reading } from "../../reading/reading.ts";

/** Two headings of a table, each over what the other names; `why` says how that is known. */
export const wrongWayRound = (reading: Reading, grid: Grid, one: string, other: string, why: string): Finding[] =>
  oneFinding(reading, {
    kind: "label",
    severity: "error",
    quote: grid.block.table?.rows[0]?.raw ?? one,
    place: placeOfRow(grid, null, one),
    stated: `${one}; ${other}`,
    expected: `${other}; ${one}`,
    heading: `"${one}" and "${other}" are the wrong way round`,
    message: why,
  });
