import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
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
  (await listInputs(workspaceOf(options(...argv), join(folder, "project"), folder), nodeEffects({ write: () => true }))).map(({ kind, name }) => `${kind} ${name}`);

describe("listInputs", () => {
  it("takes documents of any name and CSV where figures are, and nothing hidden", async () => {
    put("docs/b.pdf", "docs/a b.txt", "docs/manifest.json", "docs/.DS_Store", "off/x.CSV", "off/readme.md", "data/local/own.csv", "data/review/r.csv", "project/templates/one.md", "project/data/reference/authorities.csv");
    expect(await inputs("--documents", "docs", "--official", "off", "--data", "data")).toEqual([
      "document a b.txt", "document b.pdf", "manifest manifest.json", "official x.CSV", "reference authorities.csv", "local own.csv", "review r.csv", "template one.md",
    ]);
  });

  it("never reads what an earlier run made, wherever that lies", async () => {
    put("docs/a.txt", "docs/out/leeds/leeds-panel-briefing.pdf", "docs/data/tidy/series.csv", "docs/data/.cache/state.json");
    expect(await inputs("--documents", "docs", "--out", "docs/out", "--data", "docs/data")).toEqual(["document a.txt"]);
  });

  it("refuses to write into the folder that it reads", () => {
    expect(() => workspaceOf(options("--documents", "docs", "--out", "docs"), folder, folder)).toThrow(/--out docs is .*docs, which is read from/);
  });
});
