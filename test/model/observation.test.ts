import { describe, expect, it } from "vitest";
import { isUsable } from "../../pipeline/model/observation.ts";

describe("isUsable", () => {
  it.each([
    ["nobody has looked and the reading is sure", "", 0.5, true],
    ["nobody has looked and the reading is not sure", "", 0.49, false],
    ["nobody has looked and no confidence is known", "", null, false],
    ["a person accepted what was not sure", "accepted", 0.2, true],
    ["a person corrected it", "corrected", null, true],
    ["a person rejected what was sure", "rejected", 0.9, false],
  ] as const)("where %s", (_, review, confidence, expected) => expect(isUsable({ review, confidence })).toBe(expected));
});
