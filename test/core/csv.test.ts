import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatPlainNumber, formatTable, parseCsv, parseTable } from "../../pipeline/core/csv.ts";
import { defineTable, integer, number, oneOf, text } from "../../pipeline/core/table-schema.ts";

const figures = defineTable({
  name: "figures",
  description: "A table for tests",
  key: ["place", "year"],
  fields: {
    place: text("Name"),
    year: integer("Year"),
    value: number("Value"),
    kind: oneOf(["", "official", "local"], "Where from"),
  },
});

describe("parseCsv", () => {
  it("accepts a byte-order mark, CRLF, blank lines and quoted cells, and counts lines from 1", () => {
    const { header, rows, problems } = parseCsv('\ufeffplace,value\r\n"Bournemouth, Christchurch and Poole",1\r\n\r\nKent , 2 \r\n');
    expect(header).toEqual(["place", "value"]);
    expect(rows).toEqual([
      { line: 2, cells: ["Bournemouth, Christchurch and Poole", "1"] },
      { line: 4, cells: ["Kent", "2"] },
    ]);
    expect(problems).toEqual([]);
  });

  it("names the line that has too few or too many cells and keeps the others", () => {
    const { rows, problems } = parseCsv("a,b,c\n1,2,3\n4,5\n6,7,8,9\n");
    expect(rows).toEqual([{ line: 2, cells: ["1", "2", "3"] }]);
    expect(problems).toEqual([
      { line: 3, column: "", message: "expected 3 cells, found 2" },
      { line: 4, column: "", message: "expected 3 cells, found 4" },
    ]);
  });

  it("says that a quotation mark is never closed, and that a file is empty", () => {
    expect(parseCsv('a,b\n1,"2\n3,4\n').problems[0]?.message).toBe("a quotation mark is opened and never closed: the file may be cut off");
    expect(parseCsv("").problems).toEqual([{ line: 1, column: "", message: "the file is empty; expected a header line" }]);
  });
});

describe("parseTable", () => {
  it("reads cells by type, in any order of columns, ignoring columns that the schema does not have", () => {
    const { rows, lines, problems } = parseTable(figures, "kind,extra,value,year,place\nofficial,?,86.5,2025,Kent\n,?,,2024,Kent\n");
    expect(problems).toEqual([]);
    expect(lines).toEqual([2, 3]);
    expect(rows).toEqual([
      { place: "Kent", year: 2025, value: 86.5, kind: "official" },
      { place: "Kent", year: 2024, value: null, kind: "" },
    ]);
  });

  it("leaves out rows with a bad cell and names line and column", () => {
    const { rows, problems } = parseTable(
      figures,
      "place,year,value,kind\nKent,2025.5,1,\nKent,2025,eighty,\nKent,2025,1,guess\nKent,2025,1,local\n",
    );
    expect(rows).toHaveLength(1);
    expect(problems).toEqual([
      { line: 2, column: "year", message: 'expected a whole number, found "2025.5"' },
      { line: 3, column: "value", message: 'expected a number, found "eighty"' },
      { line: 4, column: "kind", message: 'expected one of (empty), official, local, found "guess"' },
    ]);
  });

  it("names every missing column unless it is optional", () => {
    expect(parseTable(figures, "place,year\nKent,2025\n", ["kind"]).problems).toEqual([
      { line: 1, column: "value", message: "the column is missing" },
    ]);
  });
});

describe("formatTable", () => {
  it("writes a header, LF, rows sorted by key by code unit and numbers in their shortest form", () => {
    const written = formatTable(figures, [
      { place: "kent", year: 2025, value: 0.1 + 0.2, kind: "" },
      { place: "Kent", year: 2025, value: -0, kind: "local" },
      { place: "Kent", year: 1000, value: null, kind: "" },
      { place: "Éire", year: 2025, value: 1e-7, kind: "" },
    ]);
    expect(written).toBe("place,year,value,kind\nKent,1000,,\nKent,2025,0,local\nkent,2025,0.30000000000000004,\nÉire,2025,0.0000001,\n");
  });

  it("makes text that a spreadsheet would run as a formula plain again, and leaves numbers alone", () => {
    const cell = (place: string): string => formatTable(figures, [{ place, year: null, value: -1, kind: "" }]).split("\n")[1] ?? "";
    expect(cell("=HYPERLINK(1)")).toBe("'=HYPERLINK(1),,-1,");
    expect(cell("@SUM")).toBe("'@SUM,,-1,");
    expect(cell("- a bullet")).toBe("'- a bullet,,-1,");
    expect(cell("+44 1234")).toBe("'+44 1234,,-1,");
    expect(cell("-12.5")).toBe("-12.5,,-1,");
  });

  it("reads back what it wrote", () => {
    const row = fc.record({
      place: fc.stringMatching(/^[A-Za-z0-9"',\n ]*$/).map((s) => s.trim()),
      year: fc.option(fc.integer(), { nil: null }),
      value: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: null }),
      kind: fc.constantFrom("" as const, "official" as const, "local" as const),
    });
    fc.assert(
      fc.property(fc.uniqueArray(row, { minLength: 1, selector: (r) => `${r.place}|${r.year}` }), (rows) => {
        const { rows: read, problems } = parseTable(figures, formatTable(figures, rows));
        expect(problems).toEqual([]);
        const plain = (list: readonly { place: string; year: number | null; value: number | null; kind: string }[]): string[] =>
          list.map((r) => [r.place, r.year, r.value === 0 ? 0 : r.value, r.kind].join("|")).sort();
        expect(plain(read)).toEqual(plain(rows));
      }),
      { seed: 7 },
    );
  });
});

describe("formatPlainNumber", () => {
  it("never writes an exponent and reads back to the same number", () => {
    expect([1e21, -1.5e-9, 12345678901234567890].map(formatPlainNumber)).toEqual([
      "1000000000000000000000",
      "-0.0000000015",
      "12345678901234567000",
    ]);
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const written = formatPlainNumber(value);
        expect(written).not.toMatch(/e/i);
        expect(Number(written)).toBe(value === 0 ? 0 : value);
      }),
      { seed: 11 },
    );
  });
});
