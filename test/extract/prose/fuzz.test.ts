import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paragraph, readBlocks } from "./read.ts";

const pieces = [
  "care leavers",
  "caseloads",
  "31 March 2015",
  "2014–15",
  "45%",
  "1,204",
  "per 10,000",
  "England average",
  "respectively",
  "(",
  ")",
  "from",
  "to",
  "between",
  "and",
  ",",
  ".",
  ";",
  "one",
  "half",
  "all but",
  "£",
  "k",
  "initial health assessments",
  "reviews",
  "not in touch with",
  "at",
  "of",
  "the",
  "aged",
  "5",
  "to 16",
  "’",
  "–",
  "\u0130",
  "\n",
  "#",
  "@",
  "$",
  "~",
  "0",
  "-",
  "in",
];

describe("any text at all", () => {
  it("neither throws nor hangs", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
        readBlocks([paragraph(text)]);
      }),
      { numRuns: 300, seed: 7 },
    );
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 120 }), (words) => {
        readBlocks([paragraph(words.join(" "))]);
      }),
      { numRuns: 300, seed: 7 },
    );
  });

  it("keeps every quote verbatim and every value within its text", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 80 }), (words) => {
        const text = words.join(" ");
        for (const fact of readBlocks([paragraph(text)])) expect(text).toContain(fact.quote);
      }),
      { numRuns: 200, seed: 11 },
    );
  });

  it.each([
    "a ",
    "1 ",
    "(",
    "of the ",
    "looked after children ",
    "from 5% to ",
    "31 March 2015 ",
    "aged 5 to ",
    "England ",
    "caseloads of ",
    "between 1 and ",
    ", ",
    "year ",
    "--",
    "x",
  ])("takes time in proportion to the length of %j repeated", (piece) => {
    const time = (length: number): number => {
      const text = piece.repeat(Math.ceil(length / piece.length));
      const start = performance.now();
      readBlocks([paragraph(text)]);
      return performance.now() - start;
    };
    time(5_000);
    expect(time(60_000)).toBeLessThan(6_000);
  });
});
