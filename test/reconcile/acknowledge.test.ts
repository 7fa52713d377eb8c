import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { agreement, roundTo } from "../../pipeline/reconcile/numbers/rounding.ts";
import { checkText } from "./check-text.ts";

const wrong = "Corporate Parenting Panel\n\nIn the year 96 of the 120 reviews (85%) were held on time.\n";

describe("an acknowledged finding", () => {
  it("stays in the list with its note", async () => {
    const [found] = await checkText(wrong);
    const [again] = await checkText(wrong, "report.txt", [
      { finding_id: found?.finding_id ?? "", note: "The base left out children on short breaks.", when: "2026-03-01" },
    ]);
    expect(found?.acknowledged).toBe("");
    expect(again).toEqual({ ...found, acknowledged: "The base left out children on short breaks." });
  });

  it("comes back as new when the figures change", async () => {
    const [found] = await checkText(wrong);
    const known = [{ finding_id: found?.finding_id ?? "", note: "Known.", when: "2026-03-01" }];
    const [changed] = await checkText(wrong.replace("85%", "84%"), "report.txt", known);
    expect(changed?.stated).toBe("84%");
    expect(changed?.acknowledged).toBe("");
    expect(changed?.finding_id).not.toBe(found?.finding_id);
  });
});

describe("rounding is told apart from error", () => {
  it.each([
    [92.553, 92.6, 1, "rounded"],
    [92.553, 92.5, 1, "truncated"],
    [71.897, 71.8, 1, "truncated"],
    [77.586, 89.7, 1, "wrong"],
    [0.25, 0.3, 1, "rounded"],
    [0.25, 0.2, 1, "rounded"],
    [33.33, 34, 0, "slip"],
    [80, 80, 0, "rounded"],
  ] as const)("%d printed %d with %d decimals is %s", (exact, printed, decimals, verdict) => {
    expect(agreement(exact, printed, decimals)).toBe(verdict);
  });

  it("accepts every share as it is rounded, and no share two units out", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 2 }), (of, n, decimals) => {
        const exact = (100 * Math.min(n, of)) / of;
        const printed = Number(roundTo(exact, decimals));
        expect(agreement(exact, printed, decimals)).toBe("rounded");
        expect(agreement(exact, printed + 2 * 10 ** -decimals, decimals)).toBe("wrong");
      }),
      { seed: 20250930 },
    );
  });
});

describe("a document of any shape", () => {
  it("is read to the end without a throw", async () => {
    const shapes = [
      "",
      "%",
      "(((((",
      "{C0} of {C1}",
      "| | |\n|---|\n| 1 |",
      "\t\t\t\n1\t2\t3",
      "Table 1:",
      "£",
      "from to from to 5 6",
      "96 of 0 (5%)",
      "0 of 0 (0%)",
      "31 February 0000",
    ];
    for (const shape of shapes) expect(Array.isArray(await checkText(`Report\n\n${shape}\n`)), shape).toBe(true);
  });

  it("takes time in proportion to its length", async () => {
    const sentence = "In 2018/19, 96 of the 120 children (80.0%) had a review, compared with 75% in 2017/18. ";
    const time = async (times: number): Promise<number> => {
      const text = Array.from({ length: times }, () => `${sentence.repeat(4)}\n`).join("\n");
      const start = performance.now();
      await checkText(text);
      return performance.now() - start;
    };
    await time(20);
    expect(await time(400)).toBeLessThan(60 * Math.max(20, await time(40)));
  }, 60_000);
});

describe("a message", () => {
  it("starts with a capital and names a numbered paragraph without its line", async () => {
    const [found] = await checkText(
      "Westmoor Council\n\nCorporate Parenting Panel\n\n70. Reviews are timely and well attended by professionals.\n\n94. In 2022/23, 83.1% of reviews were held on time, against a target of 95%.\n",
    );
    expect(found?.place).toContain("line");
    expect(found?.message).toMatch(/^Paragraph 70 calls reviews "timely"; paragraph 94 gives 83\.1%/);
  });
});
