import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { readXlsx } from "hucre/xlsx";
import { JSDOM } from "jsdom";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { internalLabel } from "../../pipeline/briefing/furniture.ts";
import { parseCsv, parseNumber } from "../../pipeline/core/csv.ts";
import { authoritySlug } from "../../pipeline/model/authority.ts";
import { newPlace, runPipeline, type Place, type Ran } from "./run-pipeline.ts";

/** 4 girls, so 7,773 boys of 7,777; 4 of 6,131 had a check; 6,128 of 6,133, so 5 were not; and a line whose counts disagree. */
const ownFigures = [
  "indicator,breakdown,period,value,numerator,denominator,note",
  "cla.count,,at 2025-06-30,7777,,,",
  "cla.count,girls,at 2025-06-30,4,,,",
  "cla.count,boys,at 2025-06-30,7773,,,",
  "health.dental_checks,,2025/26 Q1,,4,6131,",
  "cla.placed_20_miles,,2025/26 Q1,,6128,6133,",
  "health.immunisations,,2025/26 Q1,3.377,4,6137,",
].join("\n");
const withheld = /\b7,?773\b|\b6,?128\b|0\.0652|99\.918|3\.377|\b4 of 6,?13[17]\b|\b5 of 6,?133\b|\b9?9\.9%/;

const oddName = `=cmd|' calc'!A1 <b>&"o" @SUM(1).txt`;
const oddText = [
  `=HYPERLINK("x") <script>alert(1)</script> report on Bedford Borough Council`,
  "",
  "Bedford Borough Council: services for looked after children, report of 4 March 2019",
  "",
  `@SUM(A1:A9) ]]> </text><script>alert(1)</script> & "In 2017/18, 82% of looked after children in Bedford had their dental checks", said Cllr Jane Quigley (jane.quigley@bedford.gov.uk, 01234 567890).`,
  "",
  "In 2017/18, 64% of looked after children in Bedford were up to date with immunisations, Priya Sharma told members; Xola Dube asked why.",
  "",
  "Report author: Xola Dube, Head of Service, +44 (0)1234 567 890",
  "",
  "=1+1 In 2017/18, 71% of care leavers in Bedford were in suitable accommodation.",
].join("\n");

async function textOf(file: string): Promise<string[]> {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let page = 1; page <= pdf.numPages; page++) {
    const { items } = await (await pdf.getPage(page)).getTextContent();
    pages.push(items.map((item) => ("str" in item ? item.str : "")).join(" "));
  }
  return pages;
}

const filesBelow = (folder: string, ending: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending) && !name.includes(".cache"))
    .sort()
    .map((name) => join(folder, name));

describe("what a public run may show", () => {
  let place: Place;
  let ran: Ran;
  const args = ["--authority", "Bedford", "--template", "one-page-summary"];
  beforeAll(() => {
    place = newPlace([]);
    mkdirSync(place.documents, { recursive: true });
    mkdirSync(join(place.data, "local"), { recursive: true });
    writeFileSync(join(place.documents, oddName), oddText);
    writeFileSync(join(place.data, "local", "Bedford.csv"), ownFigures);
    ran = runPipeline(place, args);
  });
  afterAll(() => rmSync(place.folder, { recursive: true, force: true }));
  const tables = (): string[] => [...filesBelow(place.out, ".csv"), ...filesBelow(join(place.data, "tidy"), ".csv")];
  const pack = (): string => filesBelow(place.out, ".pdf")[0] ?? "";

  it("is made without an error", () => {
    expect(ran.err).not.toMatch(/\.ts:\d+/);
    expect(ran.code, ran.err + ran.out).toBe(0);
  });

  it("holds no small count of its own, nor what gives one away, in any table, chart, workbook, pack or line", async () => {
    const own = parseCsv(readFileSync(join(place.data, "tidy", "series.csv"), "utf8"));
    const at = (column: string): number => own.header.indexOf(column);
    const local = own.rows.filter(({ cells }) => cells[at("origin")] === "local");
    expect(local.map(({ cells }) => [cells[at("breakdown")], cells[at("value")], cells[at("symbol")]]).sort()).toEqual([
      ["", "", "c"],
      ["", "", "c"],
      ["", "", "c"],
      ["", "7777", ""],
      ["boys", "", "c"],
      ["girls", "", "c"],
    ]);
    const texts = new Map(
      [...tables(), ...filesBelow(place.out, ".svg"), ...filesBelow(place.out, ".json")].map((file) => [
        file,
        readFileSync(file, "utf8").replace(/[0-9a-f]{8,}/g, ""),
      ]),
    );
    texts.set("pack", (await textOf(pack())).join("\n"));
    texts.set("console", ran.out + ran.err);
    for (const file of filesBelow(place.out, ".xlsx"))
      texts.set(file, JSON.stringify((await readXlsx(readFileSync(file))).sheets.map((sheet) => sheet.rows)));
    expect(
      [...texts].filter(([name, text]) => withheld.test(text) && name !== "").map(([name, text]) => `${name}: ${withheld.exec(text)?.[0]}`),
    ).toEqual([]);
    expect(texts.get("console")).not.toContain(internalLabel);
  });

  it("holds no name, e-mail address or telephone number of a person", async () => {
    const all = [...tables(), ...filesBelow(place.out, ".svg"), ...filesBelow(place.out, ".json")].map((file) =>
      readFileSync(file, "utf8"),
    );
    for (const file of filesBelow(place.out, ".xlsx"))
      all.push(JSON.stringify((await readXlsx(readFileSync(file))).sheets.map((sheet) => sheet.rows)));
    expect([...all, ...(await textOf(pack()))].join("\n")).not.toMatch(/Quigley|Sharma|Dube|1234 ?567 ?890/i);
    const quotes = readFileSync(join(place.data, "tidy", "observations.csv"), "utf8");
    for (const clean of ["Cllr [name removed]", "[name removed] told members; [name removed] asked why."]) expect(quotes).toContain(clean);
  });

  it("holds no cell that a spreadsheet would run", async () => {
    const run = tables().flatMap((file) => {
      const { header, rows } = parseCsv(readFileSync(file, "utf8"));
      return [header, ...rows.map(({ cells }) => cells)]
        .flat()
        .filter((cell) => /^[=+\-@\t\r]/.test(cell) && parseNumber(cell) === null)
        .map((cell) => `${file}: ${cell}`);
    });
    expect(run).toEqual([]);
    for (const file of filesBelow(place.out, ".xlsx")) {
      const book = await readXlsx(readFileSync(file));
      expect(book.sheets.flatMap((sheet) => [...(sheet.cells?.values() ?? [])].filter((cell) => cell.formula !== undefined))).toEqual([]);
    }
  });

  it("holds no markup of a document in its drawings", () => {
    const drawings = filesBelow(place.out, ".svg");
    expect(drawings.length).toBeGreaterThan(3);
    for (const file of drawings) {
      const { document } = new JSDOM(readFileSync(file, "utf8"), { contentType: "image/svg+xml" }).window;
      expect(document.querySelectorAll("script, foreignObject, parsererror, [onload], [onclick]").length, file).toBe(0);
    }
  });

  it("stays in its folders whatever names hold", () => {
    for (const name of ["../../etc/passwd", "..", "a/b\\c", "Ünïted & <b>Kingdom</b>", "=cmd|x", "\u0000\u202e.exe", "CON"])
      expect(authoritySlug(name), name).toMatch(/^[a-z0-9-]*$/);
    const escape = runPipeline(place, ["--authority", "Bedford", "--template", "../../../etc/passwd"]);
    expect(escape.code).toBe(2);
    expect(escape.err).not.toMatch(/\.ts:\d+/);
    expect(readdirSync(place.folder).sort()).toEqual(["data", "documents", "output"]);
  });

  it("shows everything with --internal, says so on every page, and goes back to nothing without it", async () => {
    expect(runPipeline(place, [...args, "--internal"]).code).toBe(0);
    expect(readFileSync(join(place.data, "tidy", "series.csv"), "utf8")).toContain("7773");
    const pages = await textOf(pack());
    expect(pages.length).toBeGreaterThan(0);
    expect(pages.filter((text) => !text.includes(internalLabel))).toEqual([]);
    expect(runPipeline(place, args).code).toBe(0);
    expect(readFileSync(join(place.data, "tidy", "series.csv"), "utf8")).not.toContain("7773");
    expect((await textOf(pack())).join("")).not.toContain(internalLabel);
  });
});
