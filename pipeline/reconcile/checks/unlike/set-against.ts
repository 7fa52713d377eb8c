import type { Finding, FindingKind } from "../../../model/finding.ts";
import { oneFinding } from "../../finding-row.ts";
import type { Compared } from "../../reading/compared-sides.ts";
import type { Reading } from "../../reading/reading.ts";

/** Two figures that are unlike in something that the words tell of each: `a` of the first, `b` of the second, and why that matters. */
export const setAgainst = (
  reading: Reading,
  { first, second, quote, place }: Compared,
  { kind, a, b, why }: { kind: FindingKind; a: string; b: string; why: string },
): Finding[] =>
  oneFinding(reading, {
    kind,
    severity: "warning",
    stated: `${first.figure.text} (${a}); ${second.figure.text} (${b})`,
    quote,
    place,
    heading: `${first.figure.text} (${a}) set against ${second.figure.text} (${b})`,
    message: `${first.figure.text} (${a}) is set against ${second.figure.text} (${b}) as if they were alike, but ${why}.`,
  });
