import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extractActions } from "../../../pipeline/extract/actions/extract-actions.ts";
import { describeDocument } from "../../../pipeline/extract/describe/describe-document.ts";
import type { Authority } from "../../../pipeline/model/authority.ts";
import { readText } from "../../../pipeline/readers/text.ts";

const kent: Authority = {
  authority_code: "E10000016",
  dfe_code: "886",
  authority: "Kent",
  region_code: "E12000008",
  region: "South East",
  last_year: 2025,
};
const piece = fc.constantFrom(
  "\n",
  "\n\n",
  "\t",
  "| Recommendation | Action | Timescale | Lead | RAG |\n",
  "| 1. Improve | 1.1 Action Do it. Outcome Better. | April 18 | Director | Red |\n",
  "| | | | | |\n",
  "| and so on | | | | |\n",
  "Action\tBy when\tWho\tProgress\n",
  "Recommendation 2: ",
  "Action 1.1: ",
  "Timescale: ",
  "Lead: ",
  "Kent County Council",
  "Inspection of ",
  "Published: ",
  "31 April 2019",
  "1 to 5 May 2020",
  "Corporate Parenting Panel",
  "Outcome",
  "Kent",
  "# Action plan\n",
  "ME14 1XQ",
);
const text = fc.array(fc.oneof(piece, fc.string({ maxLength: 15 })), { maxLength: 50 }).map((parts) => parts.join(""));

describe("descriptions and actions of any text (seeded and bounded)", () => {
  it("are well formed, and no text makes them throw", () => {
    fc.assert(
      fc.property(text, fc.string({ maxLength: 30 }), (content, document) => {
        const source = { ...readText(content, false), document, format: "txt" as const, sha256: "", title: "" };
        const row = describeDocument(source, null, [kent]);
        for (const date of [row.published, row.event_start, row.event_end]) expect(date).toMatch(/^(?:\d{4}-\d{2}-\d{2})?$/);
        expect(["", "Kent"]).toContain(row.authority);
        const actions = extractActions(source, row);
        for (const action of actions) {
          expect(action.action).not.toBe("");
          expect(action.action_id).not.toBe("");
          expect(action.due).toMatch(/^(?:\d{4}-\d{2}-\d{2})?$/);
        }
      }),
      { seed: 20_180_115, numRuns: 1500 },
    );
  });

  it("a plan of a hundred thousand rows is read", () => {
    const head = "| Recommendation | Action | Timescale | Lead |\n|---|---|---|---|\n| 1. Improve | 1.1 Do it | May 2024 | Director |\n";
    const source = {
      ...readText(head + "| | and so on | | |\n".repeat(100_000), false),
      document: "a.txt",
      format: "txt" as const,
      sha256: "",
      title: "",
    };
    expect(extractActions(source, describeDocument(source, null, [kent]))).toHaveLength(1);
  });
});
