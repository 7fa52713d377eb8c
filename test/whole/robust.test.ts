import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { newPlace, project, runPipeline, snapshot, type Place } from "./run-pipeline.ts";

const letter = "004_684dbd756b96d099.txt";
let place: Place;
beforeEach(() => {
  place = newPlace([letter]);
});
afterEach(() => rmSync(place.folder, { recursive: true, force: true }));

const whole = (at: Place): Record<string, string> => snapshot(at.out, join(at.data, "tidy"));
const start = (at: Place, ...args: string[]): ReturnType<typeof spawn> =>
  spawn(
    process.execPath,
    ["--import", "./pipeline/check-node.mjs", "pipeline/main.ts", "--documents", at.documents, "--out", at.out, "--data", at.data, ...args],
    { cwd: project },
  );
const ended = (child: ReturnType<typeof spawn>): Promise<number | null> =>
  new Promise((resolve) => child.once("exit", (code) => resolve(code)));
const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe("documents that cannot be read", () => {
  it("are each named with what to do, and the others are built", () => {
    const bad: Record<string, Uint8Array | string> = {
      "empty.txt": "",
      "binary.txt": Uint8Array.from({ length: 4096 }, (_, n) => (n * 7919) % 256),
      "cut off.pdf": "%PDF-1.7\n1 0 obj\n<< /Type /Catalog",
      "not really.docx": "This is only text with the wrong extension.",
      "table.xlsx": "PK\u0003\u0004 nothing of use",
      "a 'quoted' 🙂 <b>name & more.pdf": "%PDF-1.4\n%%EOF",
      "one line.txt": "82% of children were seen. ".repeat(20_000),
      "deep.html": `<html><body>${"<div>".repeat(100_000)}82%`,
      "$(touch x) `x` %s.txt": "",
    };
    for (const [name, content] of Object.entries(bad)) writeFileSync(join(place.documents, name), content);
    mkdirSync(join(place.documents, "folder.txt"));
    symlinkSync(place.documents, join(place.documents, "loop"));
    symlinkSync("round.txt", join(place.documents, "round.txt"));
    const readable = { "it's a \u001b[2J\u202e \nname.txt": "latin", "16.txt": "utf16le" } as const;
    const words = "Central Bedfordshire Council, 4 March 2019. In 2017/18, 82% of looked after children had a dental check.";
    for (const [name, encoding] of Object.entries(readable))
      writeFileSync(join(place.documents, name), Buffer.from(words, encoding === "latin" ? "latin1" : "utf16le"));
    const ran = runPipeline(place);
    expect(ran.code).toBe(1);
    for (const link of ["loop", "round.txt"])
      expect(ran.out).toMatch(new RegExp(`error: ${link} was not read because it is a link .*; copy the `));
    expect(ran.out + ran.err).not.toMatch(/[\u001b\u202e]/);
    expect(
      readFileSync(join(place.data, "tidy", "observations.csv"), "utf8").match(/82% of looked after children/g)?.length,
    ).toBeGreaterThanOrEqual(Object.keys(readable).length);
    const findings = readFileSync(join(place.data, "tidy", "findings.csv"), "utf8");
    for (const name of Object.keys(bad)) {
      expect(ran.out, name).toContain(name);
      expect(findings, name).toContain(name.replaceAll('"', '""'));
    }
    expect(ran.out + ran.err).not.toMatch(/\n\s+at .*:\d+/);
    expect(readdirSync(join(place.out, "central-bedfordshire")).some((name) => name.endsWith(".pdf"))).toBe(true);
  });

  it("leave the packs of the others as they would be without them", () => {
    const clean = runPipeline(place);
    expect(clean.code).toBe(0);
    const before = snapshot(join(place.out, "central-bedfordshire"));
    writeFileSync(join(place.documents, "empty.txt"), "");
    expect(runPipeline(place).code).toBe(1);
    expect(snapshot(join(place.out, "central-bedfordshire"))).toEqual(before);
  });
});

describe("a folder that is not there", () => {
  it("is said plainly", () => {
    rmSync(place.documents, { recursive: true });
    const ran = runPipeline(place);
    expect(ran).toMatchObject({
      code: 1,
      err: expect.stringMatching(/^error: --documents names .*, and there is no such folder: check the path\.\n$/),
    });
    expect(existsSync(place.out)).toBe(false);
  });
});

describe("a run that is killed", () => {
  it("leaves earlier files whole, and the next run ends as if nothing had happened", async () => {
    expect(runPipeline(place).code).toBe(0);
    const complete = whole(place);
    writeFileSync(join(place.documents, "second.txt"), readFileSync(join(project, "seeds", "001_81dbbae810bb59e5.txt")));
    const reference = newPlace([letter]);
    writeFileSync(join(reference.documents, "second.txt"), readFileSync(join(place.documents, "second.txt")));
    expect(runPipeline(reference).code).toBe(0);
    for (const delay of [40, 150, 400, 700, 1100, 1600, 2300, 3200, 4400, 6000]) {
      const child = start(place);
      await pause(delay);
      child.kill("SIGKILL");
      await ended(child);
      const now = whole(place);
      const after = whole(reference);
      for (const [name, hash] of Object.entries(now)) {
        if (!/\.tmp$|\.lock$/.test(name)) expect([complete[name], after[name]], name).toContain(hash);
      }
    }
    expect(runPipeline(place).code).toBe(0);
    expect(whole(place)).toEqual(whole(reference));
    rmSync(reference.folder, { recursive: true, force: true });
  }, 480_000);
});

describe("files of a run that was killed", () => {
  it("go with the next run, for whomever it is; those of others stay", async () => {
    const killed = start(place, "--authority", "Bedford", "--template", "one-page-summary");
    const charts = join(place.out, "bedford", "charts");
    for (let tries = 0; tries < 600 && !(existsSync(charts) && readdirSync(charts).length > 3); tries++) await pause(50);
    killed.kill("SIGKILL");
    await ended(killed);
    expect(readdirSync(charts).length).toBeGreaterThan(3);
    writeFileSync(join(place.out, "bedford", "minutes.docx"), "not made by this program");
    const ran = runPipeline(place, ["--template", "one-page-summary"]);
    expect(ran.code, ran.out + ran.err).toBe(0);
    expect(readdirSync(join(place.out, "bedford"), { recursive: true })).toEqual(["minutes.docx"]);
    // Without the store of answers, which somebody may empty, the manifest still tells.
    rmSync(join(place.data, ".cache"), { recursive: true });
    expect(runPipeline(place, ["--template", "one-page-summary", "--authority", "Bedford"]).code).toBe(0);
    expect(existsSync(join(place.out, "central-bedfordshire"))).toBe(false);
  });
});

describe("a disk without room", () => {
  it.skipIf(process.platform === "win32")("is said, every earlier file stays, and a run with room ends well", () => {
    expect(runPipeline(place).code).toBe(0);
    const before = snapshot(join(place.out, "central-bedfordshire"));
    writeFileSync(join(place.documents, "second.txt"), readFileSync(join(project, "seeds", "001_81dbbae810bb59e5.txt")));
    // A limit on the size of a file fails as a full disk does: at some write, in the middle of the run.
    const command = `ulimit -f 128; exec "${process.execPath}" --import ./pipeline/check-node.mjs pipeline/main.ts --documents "${place.documents}" --out "${place.out}" --data "${place.data}"`;
    const ran = spawnSync("bash", ["-c", command], { cwd: project, encoding: "utf8" });
    expect(ran.status).toBe(1);
    expect(ran.stderr + ran.stdout).toMatch(/Writing .* failed: there is no room for a file of its size; free some space and run again/);
    expect(ran.stderr + ran.stdout).not.toMatch(/\n\s+at .*:\d+/);
    expect(snapshot(join(place.out, "central-bedfordshire"))).toEqual(before);
    expect(runPipeline(place).code).toBe(0);
    expect(readdirSync(join(place.out, "bedford")).some((name) => name.endsWith(".pdf"))).toBe(true);
  });
});

describe("two runs at once", () => {
  it("do not mix: one builds, the other says that it waits for nobody", async () => {
    const first = start(place);
    await pause(400);
    const second = runPipeline(place);
    expect(second.code).toBe(1);
    expect(second.err).toMatch(/Another run \(process \d+\) is writing here/);
    expect(await ended(first)).toBe(0);
    expect(runPipeline(place).code).toBe(0);
  });
});
