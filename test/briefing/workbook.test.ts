import { readXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { renderTablesWorkbook } from "../../pipeline/briefing/workbook/tables-workbook.ts";
import { indicators } from "../../pipeline/indicators/all.ts";
import { shippedInput } from "./shipped.ts";

const options = { date: "2026-03-01", internal: false };

describe("tables.xlsx", () => {
  it("has a cover, contents and notes, then one table a sheet that starts below its title, without merged or empty cells", async () => {
    const input = await shippedInput("South Gloucestershire");
    const { bytes, fileName } = await renderTablesWorkbook(input, indicators, options);
    expect(fileName).toBe("south-gloucestershire-tables-2026-03-01.xlsx");
    const book = await readXlsx(bytes);
    expect(book.sheets.map((sheet) => sheet.name)).toEqual([
      "Cover",
      "Contents",
      "Notes",
      "1_Latest",
      "2_All_years",
      "3_Neighbours",
      "4_Documents",
    ]);
    for (const sheet of book.sheets) {
      expect(sheet.merges ?? []).toEqual([]);
      expect(String(sheet.rows[0]?.[0]).length).toBeGreaterThan(4);
    }
    const latest = book.sheets[3];
    const head = latest?.rows.findIndex((row) => row[0] === "Measure") ?? -1;
    expect(head).toBe(3);
    const body = latest?.rows.slice(head + 1) ?? [];
    expect(body.length).toBeGreaterThan(10);
    const blank = body.flatMap((row) => row.slice(0, 21).filter((value) => value === null || value === ""));
    expect(blank).toEqual([]);
    const immunised = body.find((row) => String(row[0]).includes("immunisations"));
    const row = input.comparisons
      .filter((one) => one.authority === "South Gloucestershire" && one.indicator === "health.immunisations")
      .at(-1);
    expect(immunised?.slice(3, 6)).toEqual([row?.value, row?.numerator, row?.denominator]);
    expect(latest?.rows[head]).toContain("Region: South West");
    const sources = new Set(body.map((cells) => cells[20]));
    expect(sources.size).toBeGreaterThan(1);
    const notes = new Set(book.sheets[2]?.rows.map((cells) => cells[0]));
    expect([...sources].filter((source) => !notes.has(source ?? null))).toEqual([]);
  });

  it("has no blank row or column, numbers as numbers, and symbols in brackets", async () => {
    const input = await shippedInput("South Gloucestershire");
    const own = input.series.find((row) => row.authority_code === input.authority.authority_code);
    const local = own && {
      ...own,
      origin: "local" as const,
      value: null,
      numerator: null,
      denominator: 40,
      symbol: "c" as const,
      source_line: "own.csv:2",
    };
    const action = {
      document: "=1+1.txt",
      authority_code: input.authority.authority_code,
      plan: "=HYPERLINK(1)",
      recommendation_no: 1,
      recommendation: "@SUM",
      action_id: "1.1",
      action: "Do <b>it</b> & \u0007more",
      outcome: "",
      timescale: "",
      due: "2026-05-01",
      lead: "Head of Service",
      progress: "-",
      rag: "Green",
      page: null,
      place: "",
    };
    const { bytes } = await renderTablesWorkbook(
      { ...input, series: [...input.series, ...(local ? [local] : [])], actions: [action] },
      indicators,
      options,
    );
    const book = await readXlsx(bytes);
    expect(book.sheets.map((sheet) => sheet.name)).toEqual([
      "Cover",
      "Contents",
      "Notes",
      "1_Latest",
      "2_All_years",
      "3_Neighbours",
      "4_Own_figures",
      "5_Documents",
      "6_Actions",
    ]);
    expect(book.sheets[0]?.rows.flat().join(" ")).toContain("This workbook contains 7 tables");
    for (const sheet of book.sheets.slice(3)) {
      const at = sheet.rows.findIndex((row) => row.filter((cell) => cell !== null && cell !== "").length > 1);
      const [head, ...body] = sheet.rows.slice(at);
      expect(
        head?.filter((cell) => cell === null || cell === ""),
        sheet.name,
      ).toEqual([]);
      expect(body.length, sheet.name).toBeGreaterThan(0);
      for (const row of body)
        expect(
          row.slice(0, head?.length).filter((cell) => cell === null || cell === ""),
          sheet.name,
        ).toEqual([]);
      expect(sheet.rows.slice(0, at).flat().join(" "), sheet.name).toContain("This worksheet contains one table");
      // A period may be a year, which is a name and no number.
      for (const row of body)
        expect(
          row.filter(
            (cell, column) =>
              head?.[column] !== "Period" && typeof cell === "string" && /^-?[\d,]+(?:\.\d+)?%?$/.test(cell) && cell !== "1.1",
          ),
          sheet.name,
        ).toEqual([]);
      expect(
        [...(sheet.cells?.values() ?? [])].filter((cell) => cell.formula !== undefined),
        sheet.name,
      ).toEqual([]);
    }
    expect(book.sheets[6]?.rows.at(-1)?.slice(3, 6)).toEqual(["[c]", "[c]", 40]);
    expect(book.sheets[8]?.rows.at(-1)?.slice(0, 3)).toEqual(["=HYPERLINK(1)", "1.1", "@SUM"]);
  });

  it("gives the same bytes twice", async () => {
    const input = await shippedInput("Bedford");
    const [a, b] = [await renderTablesWorkbook(input, indicators, options), await renderTablesWorkbook(input, indicators, options)];
    expect(Buffer.from(a.bytes).equals(Buffer.from(b.bytes))).toBe(true);
  });

  it("says on its cover when it is internal", async () => {
    const { bytes } = await renderTablesWorkbook(await shippedInput("Bedford"), indicators, { ...options, internal: true });
    const book = await readXlsx(bytes);
    expect(book.sheets[0]?.rows.flat()).toContain("Internal: contains small counts. Not for publication.");
  });
});
