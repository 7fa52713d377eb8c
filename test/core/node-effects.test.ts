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
    await effects.removeFile(join(folder, "a/b/c.txt"));
    await effects.removeFile(join(folder, "a/b/none.txt"));
    expect(readdirSync(join(folder, "a"))).toEqual(["d.txt"]);
  });

  it("holds a lock against a living process and takes it over from a dead one", async () => {
    const path = join(folder, "lock");
    const dead = spawnSync(process.execPath, ["-e", "process.stdout.write(String(process.pid))"], { encoding: "utf8" }).stdout;
    writeFileSync(path, dead);
    const release = await effects.lock(path);
    expect(readFileSync(path, "utf8").trim()).toBe(String(process.pid));
    await release();
    expect(existsSync(path)).toBe(false);
    writeFileSync(path, String(process.ppid));
    await expect(effects.lock(path)).rejects.toThrow(/Another run \(process \d+\) is writing here/);
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
