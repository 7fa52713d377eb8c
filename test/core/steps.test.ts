import { describe, expect, it } from "vitest";
import type { Effects } from "../../pipeline/core/effects.ts";
import { sha256 } from "../../pipeline/core/hash.ts";
import { openSteps, type Steps } from "../../pipeline/core/steps.ts";

const bytes = (text: string): Uint8Array => Buffer.from(text);

function memoryEffects(files: Map<string, Uint8Array>): Effects {
  return {
    readFile: async (path) => files.get(path) ?? Promise.reject(new Error(`no ${path}`)),
    readFileIfAny: async (path) => files.get(path) ?? null,
    writeFile: async (path, content) => void files.set(path, typeof content === "string" ? bytes(content) : content),
    fileSize: async (path) => files.get(path)?.length ?? 0,
    appendLine: async (path, line) => void files.set(path, Buffer.concat([files.get(path) ?? bytes(""), bytes(`${line}\n`)])),
    removeFile: async (path) => void files.delete(path),
    listFiles: async (folder) =>
      [...files.keys()]
        .filter((path) => path.startsWith(`${folder}/`))
        .map((path) => path.slice(folder.length + 1))
        .sort(),
    lock: async () => async () => undefined,
    progress: () => undefined,
  };
}

const open = (files: Map<string, Uint8Array>, more: { force?: boolean; dry?: boolean } = {}): Promise<Steps> =>
  openSteps({ effects: memoryEffects(files), folder: "/cache", roots: { out: "/out", data: "/data" }, force: false, dry: false, ...more });

/** Two steps in a row; `parity` is what the first one makes of the number, `ran` says which ran. */
async function build(steps: Steps, number: number, code = "1"): Promise<{ ran: string[]; answer: string }> {
  const ran: string[] = [];
  const parity = await steps.run({ id: "parity", code, inputs: { number: sha256(String(number)) } }, async () => {
    ran.push("parity");
    return { value: number % 2 === 0 ? "even" : "odd", files: [] };
  });
  const shout = await steps.run({ id: "shout", code, inputs: { parity: parity.hash } }, async () => {
    ran.push("shout");
    return { value: (await parity.value()).toUpperCase(), files: [] };
  });
  return { ran, answer: await shout.value() };
}

describe("steps", () => {
  it("runs once, then answers from the store", async () => {
    const files = new Map<string, Uint8Array>();
    const first = await open(files);
    expect(await build(first, 2)).toEqual({ ran: ["parity", "shout"], answer: "EVEN" });
    await first.save(true);
    const second = await open(files);
    expect(await build(second, 2)).toEqual({ ran: [], answer: "EVEN" });
    expect(second.report()).toEqual([
      { id: "parity", reasons: [] },
      { id: "shout", reasons: [] },
    ]);
  });

  it("stops the wave where the answer is the same", async () => {
    const files = new Map<string, Uint8Array>();
    const first = await open(files);
    await build(first, 2);
    await first.save(true);
    expect((await build(await open(files), 4)).ran).toEqual(["parity"]);
    expect((await build(await open(files), 3)).ran).toEqual(["parity", "shout"]);
  });

  it("runs again when the code changes, and when forced", async () => {
    const files = new Map<string, Uint8Array>();
    const first = await open(files);
    await build(first, 2);
    await first.save(true);
    expect((await build(await open(files), 2, "2")).ran).toEqual(["parity", "shout"]);
    expect((await build(await open(files, { force: true }), 2)).ran).toEqual(["parity", "shout"]);
  });

  it("tries again after an answer that held for one run only, and rebuilds what rested on it", async () => {
    const files = new Map<string, Uint8Array>();
    const once = async (steps: Steps, answer: string, passing: boolean): Promise<string[]> => {
      const ran: string[] = [];
      const first = await steps.run(
        { id: "first", code: "1", inputs: {} },
        async () => (ran.push("first"), { value: answer, files: [], passing }),
      );
      await steps.run(
        { id: "second", code: "1", inputs: { first: first.hash } },
        async () => (ran.push("second"), { value: await first.value(), files: [] }),
      );
      await steps.save(true);
      return ran;
    };
    expect(await once(await open(files), "it took too long", true)).toEqual(["first", "second"]);
    expect(await once(await open(files), "read", false)).toEqual(["first", "second"]);
    expect(await once(await open(files), "read", false)).toEqual([]);
  });

  it("builds again what is damaged in its store", async () => {
    const files = new Map<string, Uint8Array>();
    const first = await open(files);
    await build(first, 2);
    await first.save(true);
    for (const path of files.keys()) if (path.includes("/objects/")) files.set(path, bytes(""));
    const second = await open(files);
    expect(await build(second, 2)).toEqual({ ran: ["parity", "shout"], answer: "EVEN" });
    expect(second.report()[0]?.reasons).toEqual(["its stored result is damaged"]);
  });

  it("says why without running anything", async () => {
    const files = new Map<string, Uint8Array>();
    const first = await open(files);
    await build(first, 2);
    await first.save(true);
    const before = new Map(files);
    const dry = await open(files, { dry: true });
    const parity = await dry.run({ id: "parity", code: "1", inputs: { number: sha256("4") } }, () =>
      Promise.reject(new Error("must not run")),
    );
    await dry.run({ id: "shout", code: "1", inputs: { parity: parity.hash } }, () => Promise.reject(new Error("must not run")));
    await dry.save(true);
    expect(dry.report()).toEqual([
      { id: "parity", reasons: ["number has changed"] },
      { id: "shout", reasons: ["it waits for parity"] },
    ]);
    expect(files).toEqual(before);
  });

  it("notices files that are missing or were changed by hand", async () => {
    const files = new Map<string, Uint8Array>();
    const write = async (steps: Steps): Promise<void> => {
      await steps.run({ id: "file", code: "1", inputs: {} }, async () => {
        files.set("/out/a.txt", bytes("a"));
        return { value: null, files: [{ root: "out", path: "a.txt", sha256: sha256("a") }] };
      });
    };
    const first = await open(files);
    await write(first);
    await first.save(true);
    files.set("/out/a.txt", bytes("b"));
    const second = await open(files);
    await write(second);
    expect(second.report()).toEqual([{ id: "file", reasons: ["a.txt was changed by hand"] }]);
    expect(files.get("/out/a.txt")).toEqual(bytes("a"));
    files.delete("/out/a.txt");
    const third = await open(files);
    await write(third);
    expect(third.report()).toEqual([{ id: "file", reasons: ["a.txt is missing"] }]);
  });

  it("builds again over a damaged state or store instead of trusting it", async () => {
    const files = new Map<string, Uint8Array>();
    const first = await open(files);
    await build(first, 2);
    await first.save(true);
    files.set("/cache/state.json", bytes("{ half"));
    expect((await build(await open(files), 2)).ran).toEqual(["parity", "shout"]);
  });

  it("forgets what a later run no longer has, with what it stored", async () => {
    const files = new Map<string, Uint8Array>();
    const first = await open(files);
    await build(first, 2);
    await first.save(true);
    const second = await open(files);
    await second.run({ id: "other", code: "1", inputs: {} }, async () => ({ value: 1, files: [] }));
    await second.save(true);
    expect((await open(files)).known("")).toEqual(["other"]);
    expect([...files.keys()].filter((path) => path.includes("/objects/")).length).toBe(1);
  });
});
