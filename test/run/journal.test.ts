import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { sha256 } from "../../pipeline/core/hash.ts";
import { nodeEffects } from "../../pipeline/core/node-effects.ts";
import { parseArguments } from "../../pipeline/run/arguments.ts";
import { filesOfEarlierRuns, journalLine, journalPath } from "../../pipeline/run/journal.ts";
import { removeStale } from "../../pipeline/run/leftovers.ts";
import { workspaceOf, type Workspace } from "../../pipeline/run/workspace.ts";

let folder = "";
let workspace: Workspace;
const effects = nodeEffects({ write: () => true });
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "panelpack-journal-"));
  const parsed = parseArguments(["--out", "out", "--data", "data"]);
  if (parsed.kind !== "run") throw new Error(parsed.text);
  workspace = workspaceOf(parsed.options, join(folder, "project"), folder);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const put = (name: string, text: string): void => {
  mkdirSync(join(folder, name, ".."), { recursive: true });
  writeFileSync(join(folder, name), text);
};

describe("files of earlier runs", () => {
  it("are known by the manifest and by the list of a run that was cut short, however damaged", async () => {
    put(
      "out/manifest.json",
      JSON.stringify({
        outputs: [{ path: "a/one.pdf", sha256: sha256("1") }, { path: "data:tidy/t.csv", sha256: sha256("t") }, { path: 3 }, null],
      }),
    );
    await effects.appendLine(journalPath(workspace), journalLine({ root: "out", path: "b/two words.pdf", sha256: sha256("2") }));
    await effects.appendLine(journalPath(workspace), "cut sho");
    expect(await filesOfEarlierRuns(workspace, effects)).toEqual([
      { root: "out", path: "a/one.pdf", sha256: sha256("1") },
      { root: "data", path: "tidy/t.csv", sha256: sha256("t") },
      { root: "out", path: "b/two words.pdf", sha256: sha256("2") },
    ]);
    for (const damaged of ["", "{", "[]", "null", '{"outputs":7}']) {
      put("out/manifest.json", damaged);
      expect((await filesOfEarlierRuns(workspace, effects)).length).toBe(1);
    }
  });

  it("go when they are as they were made, and stay when somebody changed them or they lie elsewhere", async () => {
    put("out/a/old.pdf", "old");
    put("out/a/mine.pdf", "changed by hand");
    put("out/a/now.pdf", "now");
    put("out/b/half.svg", "made by the run that was killed");
    put("elsewhere.txt", "foreign");
    const known = (path: string, text: string) => ({ root: "out" as const, path, sha256: sha256(text) });
    const before = [
      known("a/old.pdf", "old"),
      known("a/mine.pdf", "as made"),
      known("a/now.pdf", "now"),
      known("b/half.svg", "older"),
      known("b/half.svg", "made by the run that was killed"),
      known("../elsewhere.txt", "foreign"),
    ];
    expect(await removeStale(before, new Set(["out a/now.pdf"]), workspace, effects)).toEqual(["a/mine.pdf"]);
    expect(readdirSync(join(folder, "out"), { recursive: true }).sort()).toEqual(["a", join("a", "mine.pdf"), join("a", "now.pdf")]);
    expect(readFileSync(join(folder, "elsewhere.txt"), "utf8")).toBe("foreign");
  });
});
