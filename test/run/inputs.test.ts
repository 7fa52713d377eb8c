import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { nodeEffects } from "../../pipeline/core/node-effects.ts";
import { parseArguments, type Options } from "../../pipeline/run/arguments.ts";
import { listInputs } from "../../pipeline/run/inputs.ts";
import { workspaceOf } from "../../pipeline/run/workspace.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "panelpack-inputs-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const options = (...argv: string[]): Options => {
  const parsed = parseArguments(argv);
  if (parsed.kind !== "run") throw new Error(parsed.text);
  return parsed.options;
};
const put = (...names: string[]): void => {
  for (const name of names) {
    mkdirSync(join(folder, name, ".."), { recursive: true });
    writeFileSync(join(folder, name), name);
  }
};
const inputs = async (...argv: string[]): Promise<string[]> =>
  (await listInputs(workspaceOf(options(...argv), join(folder, "project"), folder), nodeEffects({ write: () => true }))).inputs.map(
    ({ kind, name }) => `${kind} ${name}`,
  );

describe("listInputs", () => {
  it("takes documents of any name and CSV where figures are, and nothing hidden", async () => {
    put(
      "docs/b.pdf",
      "docs/a b.txt",
      "docs/manifest.json",
      "docs/.DS_Store",
      "off/x.CSV",
      "off/readme.md",
      "data/local/own.csv",
      "data/review/r.csv",
      "project/templates/one.md",
      "project/data/reference/authorities.csv",
    );
    expect(await inputs("--documents", "docs", "--official", "off", "--data", "data")).toEqual([
      "document a b.txt",
      "document b.pdf",
      "manifest manifest.json",
      "official x.CSV",
      "reference authorities.csv",
      "local own.csv",
      "review r.csv",
      "template one.md",
    ]);
  });

  it("names a file that is far too large and a link that leads nowhere, and takes the others", async () => {
    put("docs/b.txt", "docs/huge.txt");
    truncateSync(join(folder, "docs/huge.txt"), 65 * 1_048_576);
    symlinkSync(join(folder, "docs"), join(folder, "docs/loop"));
    symlinkSync("none.txt", join(folder, "docs/gone.txt"));
    const found = await listInputs(
      workspaceOf(options("--documents", "docs"), join(folder, "project"), folder),
      nodeEffects({ write: () => true }),
    );
    expect(found.inputs.map(({ name }) => name)).toEqual(["b.txt"]);
    expect(found.findings.map(({ severity, message }) => `${severity}: ${message}`).sort()).toEqual([
      "error: gone.txt was not read because it is a link that leads to no file; copy the file itself. The other files were.",
      "error: huge.txt was not read because it is larger than 64 MB; split it, or take the part that is needed out of it first. The other files were.",
      "error: loop was not read because it is a link to a folder, and such links are not followed; copy the folder itself. The other files were.",
    ]);
    expect(found.findings.filter(({ message }) => message.includes(folder))).toEqual([]);
  });

  it("never reads what an earlier run made, wherever that lies", async () => {
    put("docs/a.txt", "docs/out/leeds/leeds-panel-briefing.pdf", "docs/data/tidy/series.csv", "docs/data/.cache/state.json");
    expect(await inputs("--documents", "docs", "--out", "docs/out", "--data", "docs/data")).toEqual(["document a.txt"]);
  });

  it("refuses to write into the folder that it reads", () => {
    expect(() => workspaceOf(options("--documents", "docs", "--out", "docs"), folder, folder)).toThrow(
      /--out docs is .*docs, which is read from/,
    );
  });
});
