import { describe, expect, it } from "vitest";
import { remembered } from "../../pipeline/core/remembered.ts";

describe("remembered", () => {
  it("reads a text once, whatever it answers", () => {
    const asked: string[] = [];
    const read = remembered((text) => (asked.push(text), text === "none" ? undefined : text.length));
    expect(["four", "none", "four", "none", "six"].map(read)).toEqual([4, undefined, 4, undefined, 3]);
    expect(asked).toEqual(["four", "none", "six"]);
  });

  it("lets go of what it kept when it becomes too much, and reads again", () => {
    let asked = 0;
    const read = remembered((text) => (asked++, Number(text)));
    for (let n = 0; n <= 20_000; n++) read(String(n));
    expect([read("20000"), asked]).toEqual([20_000, 20_001]);
    expect([read("1"), asked]).toEqual([1, 20_002]);
  });
});
