import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { misprintedShare } from "../../finding-row.ts";
import { itemRuns } from "../../reading/runs.ts";
import type { Reading } from "../../reading/reading.ts";
import { sharesBefore } from "../../reading/shares-before.ts";
import type { ToldBefore } from "../../reading/told-before.ts";
import { judgeShare, printShare } from "../../numbers/shares.ts";
import { cutShare } from "./cut-share.ts";

function report(reading: Reading, { count, of, percent, sentence, quote, why }: ToldBefore): Finding[] {
  const verdict = judgeShare(count, of, percent);
  const expected = printShare(count, of, percent);
  const draft = { stated: percent.text, expected, place: sentence.place, quote, count, of };
  if (verdict === "rounded" || expected === percent.text) return [];
  return verdict === "truncated"
    ? cutShare(reading, draft)
    : misprintedShare(reading, { ...draft, message: `${why}: ${count} of ${of} is ${expected}, but ${percent.text} is printed.` });
}

export const sharesOfThoseBefore = perDocument("arithmetic", "Percentages of numbers told just before", (reading) =>
  [...reading.passages, ...itemRuns(reading)].flatMap((passage) =>
    sharesBefore(reading, passage).flatMap((share) => report(reading, share)),
  ),
);
