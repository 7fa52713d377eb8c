import type { Finding } from "../../../model/finding.ts";
import { oneFinding, type FindingDraft } from "../../finding-row.ts";
import { saysRounded } from "../../reading/disclosed.ts";
import type { Reading } from "../../reading/reading.ts";

/** A percentage whose last digit is cut off and not rounded: worth a note, and a warning where the document says that it rounds. */
export const cutShare = (
  reading: Reading,
  {
    count,
    of,
    ...draft
  }: Pick<FindingDraft, "stated" | "quote" | "place"> & { count: number | string; of: number | string; expected: string },
): Finding[] =>
  oneFinding(reading, {
    ...draft,
    kind: "arithmetic",
    severity: saysRounded(reading) ? "warning" : "note",
    heading: `${draft.stated} is not rounded: ${count} of ${of} is ${draft.expected}`,
    message: `${count} of ${of} is ${draft.expected}, but ${draft.stated} is printed. The last digit is cut off, not rounded.`,
  });
