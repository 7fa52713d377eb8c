import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nodeEffects } from "../../pipeline/core/node-effects.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "panelpack effects é "));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lines: string[] = [];
const effects = nodeEffects({ write: (text) => lines.push(text) });

describe("nodeEffects", () => {
  it("writes whole files and leaves nothing beside them", async () => {
    await effects.writeFile(join(folder, "a/b/c.txt"), "one");
    await effects.writeFile(join(folder, "a/b/c.txt"), "two");
    expect(readFileSync(join(folder, "a/b/c.txt"), "utf8")).toBe("two");
    expect(readdirSync(join(folder, "a/b"))).toEqual(["c.txt"]);
  });

  it("says what to do when a file stands where a folder is needed, and keeps it", async () => {
    writeFileSync(join(folder, "a"), "kept");
    await expect(effects.writeFile(join(folder, "a/b.txt"), "x")).rejects.toThrow(/a file stands where a folder is needed/);
    expect(readFileSync(join(folder, "a"), "utf8")).toBe("kept");
  });

  it("lists files in one order, follows links to files and no links to folders", async () => {
    for (const name of ["b.txt", "A.txt", "z/ä b.txt"]) await effects.writeFile(join(folder, name), name);
    symlinkSync(join(folder, "b.txt"), join(folder, "link.txt"));
    symlinkSync(folder, join(folder, "z/loop"));
    expect(await effects.listFiles(folder)).toEqual(["A.txt", "b.txt", "link.txt", "z/ä b.txt"]);
    expect(await effects.listFiles(join(folder, "none"))).toBeNull();
    await expect(effects.listFiles(join(folder, "b.txt"))).rejects.toThrow(/a folder was expected/);
  });

  it("removes a file and the folders that this empties, and nothing else", async () => {
    await effects.writeFile(join(folder, "a/b/c.txt"), "c");
    await effects.writeFile(join(folder, "a/d.txt"), "d");
    await effects.removeFile(join(folder, "a/b/c.txt"), folder);
    await effects.removeFile(join(folder, "a/b/none.txt"), folder);
    expect(readdirSync(join(folder, "a"))).toEqual(["d.txt"]);
  });

  it("holds a lock against a living process and takes it over from a dead one", async () => {
    const path = join(folder, "lock");
    const dead = spawnSync(process.execPath, ["-e", "process.stdout.write(String(process.pid))"], { encoding: "utf8" }).stdout;
    writeFileSync(path, dead);
    const release = await effects.lock(path);
    expect(readFileSync(path, "utf8").split("\n")[0]).toBe(String(process.pid));
    await release();
    expect(existsSync(path)).toBe(false);
    writeFileSync(path, String(process.ppid));
    await expect(effects.lock(path)).rejects.toThrow(/Another run \(process \d+\) is writing here/);
  });

  it.each([
    ["nothing", ""],
    ["no number", "what\n"],
    ["a number that no process has", "4000000\n"],
  ])("takes over a lock that holds %s", async (_, content) => {
    const path = join(folder, "lock");
    writeFileSync(path, content);
    const release = await effects.lock(path);
    await release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it.skipIf(process.platform !== "linux")(
    "takes over the lock of a process whose number another has now, as after a restart (Linux only)",
    async () => {
      const path = join(folder, "lock");
      writeFileSync(path, `${process.ppid}\nanother-start 1\n`);
      await (
        await effects.lock(path)
      )();
      expect(readdirSync(folder)).toEqual([]);
    },
  );

  it.skipIf(process.platform !== "linux")("gives a lock to one of many that ask at the same moment (Linux only)", async () => {
    const path = join(folder, "lock");
    writeFileSync(path, "0");
    const asked = await Promise.allSettled(Array.from({ length: 8 }, () => effects.lock(path)));
    const taken = asked.filter((one) => one.status === "fulfilled");
    expect(taken.length).toBe(1);
  });

  it("removes no folder but those below the one that it is told", async () => {
    await effects.writeFile(join(folder, "out/a/b.txt"), "b");
    await effects.removeFile(join(folder, "out/a/b.txt"), join(folder, "out"));
    expect(readdirSync(folder)).toEqual(["out"]);
    expect(readdirSync(join(folder, "out"))).toEqual([]);
  });

  it("names what is no file: links to folders, links to nothing", async () => {
    writeFileSync(join(folder, "a.txt"), "a");
    symlinkSync(folder, join(folder, "loop"));
    symlinkSync(join(folder, "round"), join(folder, "round"));
    const refused: string[] = [];
    expect(await effects.listFiles(folder, (name, reason) => refused.push(`${name}: ${reason}`))).toEqual(["a.txt"]);
    expect(refused.sort()).toEqual([
      "loop: it is a link to a folder, and such links are not followed; copy the folder itself",
      "round: it is a link that leads to no file; copy the file itself",
    ]);
  });

  it("adds lines to a file and says how large one is", async () => {
    const path = join(folder, "a/list");
    await Promise.all(["one", "two", "three"].map((line) => effects.appendLine(path, line)));
    expect(readFileSync(path, "utf8").split("\n").sort()).toEqual(["", "one", "three", "two"]);
    expect(await effects.fileSize(path)).toBe(14);
    await expect(effects.fileSize(join(folder, "none"))).rejects.toThrow(/there is no such file/);
  });

  it("lets no sign of a file's name move the cursor", () => {
    lines.length = 0;
    effects.progress("ingest \u001b[2J\u202etxt.\nx");
    expect(lines).toEqual(["ingest \\u001b[2J\\u202etxt.\\u000ax\n"]);
  });

  it("prints progress as plain lines where there is no terminal", () => {
    lines.length = 0;
    effects.progress("one");
    effects.progress("");
    expect(lines).toEqual(["one\n"]);
  });

  it("moves progress on one line of a terminal, cut to its width", () => {
    const shown: string[] = [];
    const terminal = nodeEffects({ isTTY: true, columns: 10, write: (text) => shown.push(text) });
    terminal.progress("a long message");
    terminal.progress("");
    terminal.progress("");
    expect(shown).toEqual(["\r\u001b[2Ka long me", "\r\u001b[2K"]);
  });
});
