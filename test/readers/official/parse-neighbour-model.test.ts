import { describe, expect, it } from "vitest";
import { createRegister } from "../../../pipeline/model/authority-register.ts";
import { parseNeighbourModel } from "../../../pipeline/readers/official/parse-neighbour-model.ts";

const register = createRegister(
  Array.from({ length: 11 }, (_, i) => ({
    authority_code: `E060000${10 + i}`,
    dfe_code: String(800 + i),
    authority: `Place ${i}`,
    region_code: "E12000006",
    region: "East of England",
    last_year: 2025,
  })),
);
const ten = Array.from({ length: 10 }, (_, i) => 801 + i);
const header2025 = `old_la_code,la_name,region_ind,region_name,${ten.map((_, i) => `SN_${i + 1},SN_${i + 1}P`).join()}`;
const header2021 = `\ufeffLA num,LA Name,LA number,GOInd,GOReg,${ten.map((_, i) => `SN${i + 1},SNP`).join()},`;

describe("parseNeighbourModel", () => {
  it("reads the form of 2025, with its trailing spaces", () => {
    const { rows, findings } = parseNeighbourModel(
      "any.csv",
      `${header2025}\n800,Place 0,6,East,${ten.map((n) => `${n},Close `).join()}\n`,
      register,
    );
    expect(findings).toEqual([]);
    expect(rows).toHaveLength(10);
    expect(rows[9]).toEqual({
      model: "2025",
      authority_code: "E06000010",
      authority: "Place 0",
      rank: 10,
      neighbour_code: "E06000020",
      neighbour: "Place 10",
      closeness: "Close",
    });
  });

  it("reads the form of 2021, with its repeated column names, capitals, blank lines and caption", () => {
    const lines = [
      header2021,
      `800,Place 0,800,3,East,${ten.map((n) => `${n},Very Close`).join()},`,
      `${",".repeat(25)}`,
      `,Old SNs:${",".repeat(24)}`,
    ];
    const { rows, findings } = parseNeighbourModel("any.csv", `${lines.join("\n")}\n`, register);
    expect(findings).toEqual([]);
    expect(rows.map(({ model, rank, closeness }) => [model, rank, closeness])[0]).toEqual(["2021", 1, "Very close"]);
    expect(rows).toHaveLength(10);
  });

  it("refuses a list with an unknown number, a repetition, the authority itself or an unknown closeness", () => {
    const cells = ten.map((n) => `${n},Close`);
    const text = `${header2025}\n800,Place 0,6,East,${["999,Close", "800,Close", ...cells.slice(2, 9), "803,Near"].join()}\n`;
    const { rows, findings } = parseNeighbourModel("model.csv", text, register);
    expect(rows).toEqual([]);
    expect(findings.map((finding) => finding.message)).toEqual([
      'model.csv, line 2, column SN_1: expected the DfE number of a neighbour, found "999". The whole file was refused.',
      "model.csv, line 2, column SN_2: Place 0 is named twice, or is the authority itself. The whole file was refused.",
      "model.csv, line 2, column SN_10: Place 3 is named twice, or is the authority itself. The whole file was refused.",
      'model.csv, line 2, column SN_10P: expected one of Extremely close, Very close, Close, Somewhat close, Not close, found "Near". The whole file was refused.',
    ]);
  });

  it("refuses a model without its tenth neighbour, and leaves other files to others", () => {
    const nine = `${header2025.replace(",SN_10,SN_10P", "")}\n800,Place 0,6,East,${ten
      .slice(0, 9)
      .map((n) => `${n},Close`)
      .join()}\n`;
    expect(parseNeighbourModel("m.csv", nine, register).findings.map((f) => f.place)).toEqual(["line 1, column SN_10"]);
    expect(parseNeighbourModel("m.csv", "a,b\n1,2\n", register).recognised).toBe(false);
  });
});
