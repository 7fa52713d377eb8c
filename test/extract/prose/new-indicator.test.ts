import { describe, expect, it } from "vitest";
import { extractProse } from "../../../pipeline/extract/prose/extract-prose.ts";
import { defineIndicator } from "../../../pipeline/model/indicator.ts";
import { line, paragraph } from "./read.ts";

/** What an analyst writes to have one more thing read; nothing else changes. */
const visits = defineIndicator({
  id: "cla.visited_in_time",
  theme: "placements",
  name: "Visited on time",
  measure: "Looked-after children visited within timescale",
  unit: "percent",
  polarity: "high",
  phrases: [
    {
      any: ["(?:statutory )?visits? (?:to {cla} )?", "visited"],
      beside: ["{ontime}|timescale"],
      complement: ["not (?:been )?visited", "{late}"],
    },
    { any: [], frames: ["# (?:of )?{child} (?:\\(#\\) )?(?:{are} )?not (?:been )?visited"], units: ["count"] },
  ],
});

describe("one declaration", () => {
  const read = (text: string): string[] =>
    extractProse([paragraph(text)], [visits], {
      dates: { published: "", event_start: "", event_end: "" },
      region: "",
      present: "at inspection",
      authority: "Anyshire",
    }).map(({ fact }) => line(fact));

  it("is enough for a new indicator to be read, compared and turned round", () => {
    expect(read("In 2015–16, 92% of children were visited within timescales, compared with 88% nationally.")).toEqual([
      "cla.visited_in_time local 92 percent [2015/16]",
      "cla.visited_in_time england 88 percent [2015/16]",
    ]);
    expect(read("The share of children visited within timescales has risen by 5%.")).toEqual([]);
    expect(read("At the time of the inspection 14 children were not visited.")).toEqual([
      "cla.visited_in_time local 14 count [at inspection]",
    ]);
  });

  it("says what is wrong with a declaration", () => {
    const faulty = defineIndicator({ ...visits, phrases: [{ any: [], frames: ["children visited"] }] });
    expect(() =>
      extractProse([paragraph("5 children visited")], [faulty], {
        dates: { published: "", event_start: "", event_end: "" },
        region: "",
        present: "",
        authority: "",
      }),
    ).toThrow('has no "#"');
    const unknown = defineIndicator({ ...visits, phrases: [{ any: ["{nobody} visited"] }] });
    expect(() =>
      extractProse([paragraph("5 visited")], [unknown], {
        dates: { published: "", event_start: "", event_end: "" },
        region: "",
        present: "",
        authority: "",
      }),
    ).toThrow("{nobody}");
  });
});
