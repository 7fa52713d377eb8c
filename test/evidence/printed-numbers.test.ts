import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { timesOf } from "../../pipeline/evidence/figures/times.ts";
import { plainWords, printedNumbers } from "../../pipeline/evidence/printed-numbers.ts";

const kinds = (text: string): string[] => printedNumbers(plainWords(text)).map((one) => `${one.kind} ${one.text}`);

describe("numbers that a page prints", () => {
  it.each<[string, string[]]>([
    ["215 of 249 children (86%)", ["share 215 of 249", "amount 86%"]],
    ["Improved from 194\u00a0of\u00a0266 (73%)", ["share 194 of 266", "amount 73%"]],
    ["In 2024/25, as at 31 March 2025", ["time 2024/25", "time 31 March 2025"]],
    ["December 2010 to November 2011", ["time December 2010", "time November 2011"]],
    ["Mar 17", ["time Mar 17"]],
    ["2023/24 Q1: 82.7%", ["time 2023/24 Q1", "amount 82.7%"]],
    ["82% to 90%", ["range 82% to 90%"]],
    ["Nearly three in four care leavers", ["part three in four"]],
    ["joint 6th", ["place 6"]],
    ["Second highest of eleven", ["place Second", "amount eleven"]],
    ["First health assessments", []],
    ["One to watch", []],
    ["Without any one of six neighbours", ["amount one of six"]],
    ["two-proportion z test", []],
    ["The five-year trend", ["amount five-year"]],
    ["1,046 of 1,176", ["share 1,046 of 1,176"]],
    ["[E1, S12]", ["name E1", "name S12"]],
    ["line 2359", ["amount 2359"]],
  ])("%s", (text, expected) => {
    expect(kinds(text)).toEqual(expected);
  });

  it("carry their sign, their decimals and their measure", () => {
    const [change] = printedNumbers("−6 points");
    expect(change).toMatchObject({ value: 6, sign: -1, decimals: 0 });
    const [mean] = printedNumbers("81.0%");
    expect(mean).toMatchObject({ value: 81, decimals: 1, measure: "percent" });
  });

  it("name their times in one way", () => {
    expect(printedNumbers("31 March 2025; March 2025; 2024/25 Q4; 2024/25; 2025").map(({ time }) => time)).toEqual([
      "2025-03-31",
      "2025-03",
      "2024/25 Q4",
      "2024/25",
      "2025",
    ]);
    expect([...timesOf("2024/25 Q4")]).toEqual(["2024/25", "2024/25 Q4", "2025-01-01", "2025-01", "2025", "2025-03-31", "2025-03"]);
  });

  it("leave no digit out, whatever stands round it", () => {
    const words = fc.constantFrom(
      "of",
      "to",
      "per cent",
      "%",
      "points",
      "in",
      "(",
      ")",
      "–",
      "/",
      "£",
      "E",
      "March",
      "th",
      ",",
      ".",
      "children",
      "-",
    );
    const piece = fc.oneof(fc.nat({ max: 99_999 }).map(String), words, fc.constant(" "));
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => {
        const text = plainWords(pieces.join(""));
        const covered = new Set(
          printedNumbers(text).flatMap(({ start, end }) => Array.from({ length: end - start }, (_, at) => start + at)),
        );
        expect([...text].flatMap((sign, at) => (/\d/.test(sign) && !covered.has(at) ? [at] : []))).toEqual([]);
      }),
      { seed: 7, numRuns: 500 },
    );
  });
});
