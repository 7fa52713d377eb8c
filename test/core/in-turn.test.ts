import { describe, expect, it } from "vitest";
import { inTurn } from "../../pipeline/core/in-turn.ts";

describe("inTurn", () => {
  it("gives the answers in order and never does more at once than it may", async () => {
    let [now, most] = [0, 0];
    const answers = await inTurn([30, 1, 20, 2, 10], 2, async (pause) => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setTimeout(resolve, pause));
      now--;
      return pause * 2;
    });
    expect(answers).toEqual([60, 2, 40, 4, 20]);
    expect(most).toBe(2);
  });

  it("passes on the first fault, and does nothing for nothing", async () => {
    await expect(inTurn([1, 2], 1, async (n) => (n === 2 ? Promise.reject(new Error("two")) : n))).rejects.toThrow("two");
    expect(await inTurn([], 4, async (n: number) => n)).toEqual([]);
  });
});
