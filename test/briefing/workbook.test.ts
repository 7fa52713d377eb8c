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
    expect(book.sheets.map((sheet) => sheet.name)).toEqual(["Cover", "Contents", "Notes", "1_Latest", "2_All_years", "3_Documents"]);
    for (const sheet of book.sheets) {
      expect(sheet.merges ?? []).toEqual([]);
      expect(String(sheet.rows[0]?.[0]).length).toBeGreaterThan(4);
    }
    const latest = book.sheets[3];
    const head = latest?.rows.findIndex((row) => row[0] === "Measure") ?? -1;
    expect(head).toBe(3);
    const body = latest?.rows.slice(head + 1) ?? [];
    expect(body.length).toBeGreaterThan(10);
    const blank = body.flatMap((row) => row.slice(0, 20).filter((value) => value === null || value === ""));
    expect(blank).toEqual([]);
    const immunised = body.find((row) => String(row[0]).includes("immunisations"));
    const row = input.comparisons.filter((one) => one.authority === "South Gloucestershire" && one.indicator === "health.immunisations").at(-1);
    expect(immunised?.slice(3, 6)).toEqual([row?.value, row?.numerator, row?.denominator]);
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
