import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { indicators } from "../pipeline/indicators/all.ts";
import { checkTemplate } from "../pipeline/briefing/compose/check-template.ts";
import { directives } from "../pipeline/briefing/compose/directives.ts";
import { gaps } from "../pipeline/briefing/compose/gaps.ts";
import { parseTemplate } from "../pipeline/briefing/template/parse-template.ts";

const project = fileURLToPath(new URL("../", import.meta.url));
const pages = [
  "README.md",
  ...readdirSync(join(project, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];
const read = (name: string): string => readFileSync(join(project, name), "utf8");

describe.each(pages)("%s", (name) => {
  it("links and points to what exists", () => {
    const text = read(name);
    const links = [...text.matchAll(/\]\((?!https?:)([^)#]+)/g)].map((match) => join(dirname(name), match[1] ?? ""));
    const paths = [...text.matchAll(/`((?:pipeline|test|docs|templates|seeds|data\/reference)\/[\w./-]*)`/g)].map(
      (match) => match[1] ?? "",
    );
    expect([...links, ...paths].filter((path) => !existsSync(join(project, path)))).toEqual([]);
  });

  it("names scripts that there are", () => {
    const scripts = Object.keys((JSON.parse(read("package.json")) as { scripts: Record<string, string> }).scripts);
    const asked = [...read(name).matchAll(/npm run ([\w:-]+)/g)].map((match) => match[1] ?? "");
    expect(asked.filter((script) => !scripts.includes(script))).toEqual([]);
  });
});

describe("docs/templates.md", () => {
  const text = read("docs/templates.md");
  const rows = text
    .split("\n")
    .filter((line) => line.startsWith("| `::"))
    .map((line) => line.split("|").map((cell) => cell.trim()));
  const quoted = (cell: string | undefined): string[] => [...(cell ?? "").matchAll(/`([^`]+)`/g)].map((match) => match[1] ?? "");

  it("lists every line that a page can hold, with its settings", () => {
    const said = rows.flatMap(([, names, , settings]) =>
      quoted(names).map((one) => [one.replace("::", ""), quoted(settings).sort()] as const),
    );
    const known = Object.entries(directives).map(([directive, { settings }]) => [directive, Object.keys(settings).sort()] as const);
    expect(Object.fromEntries(said)).toEqual(Object.fromEntries(known));
  });

  it("lists every gap", () => {
    expect(Object.keys(gaps).filter((gap) => !text.includes(`{{${gap}}}`))).toEqual([]);
  });

  it("shows a template that is sound", () => {
    const example = /```markdown\n([\s\S]*?)```/.exec(text)?.[1] ?? "";
    expect(() => checkTemplate(parseTemplate("stable-homes", "docs/templates.md", example), indicators)).not.toThrow();
  });
});
