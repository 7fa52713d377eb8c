import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";

const pipeline = fileURLToPath(new URL("../pipeline/", import.meta.url));
const files = readdirSync(pipeline, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
const source = (name: string): string => readFileSync(join(pipeline, name), "utf8");

/** The rooms in the order in which they may import: a room may use itself and those named for it. */
const mayImport: Record<string, readonly string[]> = {
  core: [],
  model: ["core"],
  indicators: ["core", "model"],
  measures: ["core", "model"],
  readers: ["core", "model", "indicators"],
  extract: ["core", "model", "indicators"],
  words: ["core", "model", "indicators", "measures"],
  reconcile: ["core", "model", "indicators", "measures", "extract", "words"],
  evidence: ["core", "model", "indicators", "measures", "words", "extract"],
  charts: ["core", "model", "indicators", "measures", "words"],
  briefing: ["core", "model", "indicators", "measures", "words", "charts"],
  stages: ["core", "model", "indicators", "measures", "readers", "extract", "words", "reconcile", "evidence", "charts", "briefing"],
  "pipeline.ts": ["stages"],
  run: [
    "core",
    "model",
    "indicators",
    "measures",
    "readers",
    "extract",
    "words",
    "reconcile",
    "evidence",
    "charts",
    "briefing",
    "stages",
    "pipeline.ts",
  ],
  "main.ts": ["core", "run", "pipeline.ts"],
};

const roomOf = (path: string): string => path.split("/")[0] ?? "";
const importsOf = (name: string): string[] => {
  const text = source(name);
  const found = [...text.matchAll(/(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+|new URL\(\s*)"(\.{1,2}\/[^"]+\.ts)"/g)];
  return found.map((match) => relative(pipeline, resolve(dirname(join(pipeline, name)), match[1] ?? "")));
};
/** The same without imports of types, which are gone when the code runs. */
const runtimeImportsOf = (name: string): string[] => {
  const code = source(name).replace(/^\s*(?:import|export) type [^;]*;/gm, "");
  const found = [...code.matchAll(/(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+)"(\.{1,2}\/[^"]+\.ts)"/g)];
  return found.map((match) => relative(pipeline, resolve(dirname(join(pipeline, name)), match[1] ?? "")));
};
const packagesOf = (name: string): string[] =>
  [
    ...source(name).matchAll(
      /^\s*(?:import|export)(?!\s+type\b)[^;]*?\bfrom\s*"([^."][^"]*)"|\bimport\s*\(\s*"([^."][^"]*)"|^\s*import\s+"([^."][^"]*)"/gm,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? "");

describe("rooms", () => {
  it("has a rule for every room", () => {
    const rooms = new Set(files.map(roomOf));
    expect([...rooms].filter((room) => !(room in mayImport))).toEqual([]);
  });

  it("imports one way only", () => {
    const wrong = files.flatMap((name) =>
      importsOf(name)
        .filter((target) => roomOf(target) !== roomOf(name) && !(mayImport[roomOf(name)] ?? []).includes(roomOf(target)))
        .map((target) => `${name} imports ${target}`),
    );
    expect(wrong).toEqual([]);
  });

  it("has no circular import between files that run", () => {
    const done = new Set<string>();
    const cycles: string[] = [];
    const walk = (name: string, above: readonly string[]): void => {
      if (above.includes(name)) cycles.push([...above.slice(above.indexOf(name)), name].join(" → "));
      if (done.has(name) || above.includes(name)) return;
      for (const target of runtimeImportsOf(name)) walk(target, [...above, name]);
      done.add(name);
    };
    for (const name of files) walk(name, []);
    expect(cycles).toEqual([]);
  });

  it.each([
    ["pdfkit", /^pdfkit$/],
    ["jsdom", /^jsdom$/],
    ["vega", /^vega$/],
    ["vega-lite", /^vega-lite$/],
    ["@observablehq/plot", /^@observablehq\/plot$/],
    ["pdfjs-dist", /^pdfjs-dist/],
    ["mammoth", /^mammoth$/],
    ["@napi-rs/canvas", /^@napi-rs\/canvas$/],
    ["commander", /^commander$/],
    ["csv-parse", /^csv-parse/],
    ["csv-stringify", /^csv-stringify/],
    ["node:crypto", /^node:crypto$/],
    ["node:worker_threads", /^node:worker_threads$/],
  ])("%s has one importing file", (_, wanted) => {
    const importers = files.filter((name) => packagesOf(name).some((found) => wanted.test(found)));
    expect(importers.length, importers.join(", ")).toBeLessThanOrEqual(1);
  });

  it("keeps the file system, the clock and chance at the edge", () => {
    const edge = ["core/node-effects.ts", "core/fonts.ts"];
    expect(files.filter((name) => packagesOf(name).some((found) => /^node:fs/.test(found)) && !edge.includes(name))).toEqual([]);
    const clock = /\bnew Date\(\s*\)|\bDate\.now\b|\bperformance\.now\b|\bMath\.random\b|\brandomUUID\b/;
    expect(files.filter((name) => clock.test(source(name)))).toEqual([]);
  });

  it("depends on no locale or time zone", () => {
    const local =
      /\.localeCompare\(|\.toLocale(?:Date|Time)?(?:String|UpperCase|LowerCase)\(\s*\)|\bIntl\.\w+\(\s*\)|\.get(?:FullYear|Month|Date|Hours|Day)\(\)/;
    expect(files.filter((name) => local.test(source(name)))).toEqual([]);
  });

  it("exports no value that no other file imports", () => {
    const tests = fileURLToPath(new URL("./", import.meta.url));
    const others = readdirSync(tests, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => join(tests, name));
    const paths = [...files.map((name) => join(pipeline, name)), ...others];
    const named = new Set<string>();
    const whole = new Set<string>();
    for (const path of paths) {
      const text = readFileSync(path, "utf8");
      const from = (target = ""): string => relative(pipeline, resolve(dirname(path), target));
      for (const [, names = "", target] of text.matchAll(/^import (?!type )[^{;]*\{([^{}]*)\}\s*from\s*"(\.[^"]+\.ts)"/gm)) {
        for (const name of names.split(",")) named.add(`${from(target)} ${name.replace(/\bas\b.*/, "").trim()}`);
      }
      for (const [, target] of text.matchAll(/\bimport(?: \* as \w+ from |\s*\(\s*)"(\.[^"]+\.ts)"/g)) whole.add(from(target));
    }
    const unused = files.flatMap((name) =>
      [...source(name).matchAll(/^export (?:async )?(?:const|function\*?|class) ([\w$]+)/gm)]
        .map((match) => match[1] ?? "")
        .filter((value) => !whole.has(name) && !named.has(`${name} ${value}`))
        .map((value) => `${name}: ${value}`),
    );
    expect(unused).toEqual([]);
  });

  it("names no council and no document in its rules", () => {
    const named = /bedford|gloucestershire|[0-9a-f]{16}\.txt/i;
    expect(files.filter((name) => named.test(source(name)))).toEqual([]);
  });
});
