import { afterEach, describe, expect, it } from "vitest";
import { LimitError, openPool, type Pool } from "../../pipeline/core/worker-pool.ts";

let pool: Pool | null = null;
const script = new URL("../fixtures/workers/tasks.ts", import.meta.url);
const open = (size: number, seconds = 60, megabytes = 64): Pool => (pool = openPool({ script, size, seconds, megabytes, buffers: 64 }));
const openApart = (seconds = 60, megabytes = 64, buffers = 400): Pool =>
  (pool = openPool({ script, size: 1, seconds, megabytes, buffers, apart: true }));
afterEach(() => pool?.close());

describe("openPool", () => {
  it.each([1, 3])("gives the same answers in their order with %i workers", async (size) => {
    const answers = await Promise.all([1, 2, 3, 4, 5].map((n) => open(size).run<number, number>("double", n)));
    expect(answers).toEqual([2, 4, 6, 8, 10]);
  });

  it("passes on what a task throws, and goes on", async () => {
    const own = open(1);
    await expect(own.run("fail", null)).rejects.toThrow("it failed as asked");
    await expect(own.run("unknown", null)).rejects.toThrow('No task is called "unknown"');
    expect(await own.run("double", 4)).toBe(8);
  });

  it("refuses a task once it is closed, rather than let it wait for ever", async () => {
    const own = open(1);
    expect(await own.run("double", 4)).toBe(8);
    await own.close();
    await expect(own.run("double", 4)).rejects.toThrow('The pool is closed: "double" came too late');
  });

  it("stops a task that hangs, and goes on", async () => {
    const own = open(1, 1);
    const hung = own.run("hang", null);
    const after = own.run("double", 4);
    await expect(hung).rejects.toThrow(LimitError);
    expect(await after).toBe(8);
  });

  it("stops a task that takes too much memory, and goes on", async () => {
    const own = open(1, 60, 32);
    await expect(own.run("swell", null)).rejects.toThrow(/more than 32 MB/);
    expect(await own.run("double", 4)).toBe(8);
  });

  it("stops a task that fills buffers, which the limit of its values does not count, and goes on", async () => {
    const own = open(1);
    await expect(own.run("unpack", null)).rejects.toThrow(/more than 64 MB of memory for bytes/);
    expect(await own.run("double", 4)).toBe(8);
  });

  it("blames no task for what an earlier one left behind", async () => {
    const own = open(1);
    expect(await own.run("leave", null)).toBe("left");
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await own.run("double", 4)).toBe(8);
  });
});

describe("openPool apart", () => {
  it("gives the same answers from processes, of values that JSON has none for", async () => {
    const own = openApart();
    expect(await Promise.all([1, 2, 3].map((n) => own.run<number, number>("double", n)))).toEqual([2, 4, 6]);
    expect(await own.run("echo", { a: new Map([[1, undefined]]), b: new Uint8Array([1, 2]) })).toEqual({
      a: new Map([[1, undefined]]),
      b: new Uint8Array([1, 2]),
    });
  });

  it("passes on what a task throws, blames none for what an earlier one left, and goes on", async () => {
    const own = openApart();
    await expect(own.run("fail", null)).rejects.toThrow("it failed as asked");
    expect(await own.run("leave", null)).toBe("left");
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(await own.run("double", 4)).toBe(8);
  });

  it.each([
    ["hangs", "hang", [1], /longer than 1 seconds/],
    ["hears nothing", "spin", [1], /longer than 1 seconds/],
    ["fills its values", "swell", [60, 32], /more than 32 MB of memory/],
    ["fills its values in one go, which would end the process of a thread", "burst", [60, 64], /more than 64 MB of memory/],
    ["fills buffers", "unpack", [60, 64, 200], /264 MB with its bytes/],
    ["ends", "end", [60], /was stopped/],
  ])("stops a task that %s, and goes on", async (_, task, limits, message) => {
    const own = openApart(...limits);
    const stopped = own.run(task, null);
    const after = own.run("double", 4);
    await expect(stopped).rejects.toThrow(message);
    await expect(stopped).rejects.toThrow(LimitError);
    expect(await after).toBe(8);
  });
});
