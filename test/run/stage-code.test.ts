import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { stages, type StageName } from "../../pipeline/pipeline.ts";

const pipeline = fileURLToPath(new URL("../../pipeline/", import.meta.url));
const modules = readdirSync(pipeline, { recursive: true, encoding: "utf8" }).filter(
  (name) => name.endsWith(".ts") && !name.endsWith(".d.ts"),
);

/** Every module that runs for a stage: what its `code` names and all that these import. */
function modulesOf(stage: StageName): Set<string> {
  const seen = new Set<string>();
  const walk = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const code = readFileSync(join(pipeline, name), "utf8").replace(/^\s*(?:import|export) type [^;]*;/gm, "");
    for (const [, path] of code.matchAll(/(?:\bfrom\s*|\bimport\s*\(\s*)"(\.{1,2}\/[^"]+)"/g))
      walk(relative(pipeline, resolve(dirname(join(pipeline, name)), path ?? "")));
  };
  for (const name of stages.find(({ name: of }) => of === stage)?.code ?? []) walk(name);
  return seen;
}

/** Run after every build from what it left, or only when asked: nothing kept depends on them. */
const notKept = [
  /^briefing\/check\//,
  /^evidence\/(?:explain|find-ids|chain-(?:words|rows|comparisons))\.ts$/,
  /^measures\/quantile-group\.ts$/,
];
/** What stages are made of; core, run and main carry them out. */
const rooms = ["model", "indicators", "readers", "extract", "measures", "words", "reconcile", "evidence", "charts", "briefing", "stages"];

describe("the code of a stage", () => {
  it("holds every module that decides what a run keeps, in some stage", () => {
    const all = new Set(stages.flatMap(({ name }) => [...modulesOf(name)]));
    const runs = (name: string): boolean =>
      /^(?:export )?(?:async )?(?:const|function|class)\b/m.test(readFileSync(join(pipeline, name), "utf8"));
    const left = modules.filter(
      (name) => rooms.includes(name.split("/")[0] ?? "") && runs(name) && !all.has(name) && !notKept.some((path) => path.test(name)),
    );
    expect(left).toEqual([]);
  });

  it.each<[StageName, string]>([
    ["ingest", "core/csv.ts"],
    ["extract", "extract/personal-data.ts"],
    ["reconcile", "extract/review/apply-review.ts"],
    ["reconcile", "extract/personal-data.ts"],
    ["compare", "readers/manifest.ts"],
    ["compare", "extract/review/acknowledge.ts"],
    ["compare", "extract/review/to-review.ts"],
    ["compare", "stages/slice.ts"],
    ["charts", "core/png.ts"],
    ["charts", "stages/slice.ts"],
    ["charts", "evidence/match-number.ts"],
    ["briefings", "charts/draw-charts.ts"],
    ["briefings", "core/fonts.ts"],
  ])("of %s holds %s", (stage, module) => {
    expect(modules).toContain(module);
    expect([...modulesOf(stage)]).toContain(module);
  });

  it("is no more than a stage runs: a chart is not drawn again for a change to a check or a reader", () => {
    const charts = [...modulesOf("charts")];
    expect(charts.filter((name) => /^(?:reconcile|extract\/prose|readers)\//.test(name))).toEqual([]);
    expect([...modulesOf("extract")].filter((name) => /^(?:reconcile|charts|briefing)\//.test(name))).toEqual([]);
  });
});
