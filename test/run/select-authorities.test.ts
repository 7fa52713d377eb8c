import { describe, expect, it } from "vitest";
import type { Authority } from "../../pipeline/model/authority.ts";
import type { DocumentRow } from "../../pipeline/model/document.ts";
import type { SeriesRow } from "../../pipeline/model/series.ts";
import { selectAuthorities } from "../../pipeline/run/select-authorities.ts";

const authority = (authority_code: string, dfe_code: string, name: string, last_year: number): Authority => ({
  authority_code,
  dfe_code,
  authority: name,
  region_code: "E12",
  region: "South West",
  last_year,
});
const authorities = [
  authority("E1", "383", "Leeds", 2025),
  authority("E2", "835", "Dorset", 2018),
  authority("E3", "838", "Dorset", 2025),
  authority("E4", "893", "St. Helens", 2025),
];
const figure = (authority_code: string, period_end: string, symbol: SeriesRow["symbol"] = ""): SeriesRow => ({
  series_id: "",
  authority_code,
  authority: "",
  level: "local_authority",
  indicator: "cla.count",
  breakdown: "",
  period: "",
  period_end,
  value: 1,
  numerator: null,
  denominator: null,
  symbol,
  unit: "count",
  qualifier: "exact",
  origin: "official",
  source: "",
  source_line: "",
});
const about = (authority_code: string): DocumentRow => ({
  document: "a.txt",
  title: "",
  kind: "",
  publisher: "",
  authority_code,
  authority: "",
  region: "",
  published: "",
  event_start: "",
  event_end: "",
  pages: null,
  sha256: "",
});
const tables = {
  authorities,
  documents: [about("E1"), about("")],
  series: [figure("E1", "2025-03-31"), figure("E2", "2018-03-31"), figure("E2", "2025-03-31", "z"), figure("E3", "2025-03-31", "c")],
};
const select = (names: string[], allAuthorities = false): string[] =>
  selectAuthorities({ authorities: names, allAuthorities }, tables).authorities.map((row) => row.authority_code);

describe("selectAuthorities", () => {
  it("takes those the documents are about when none is named", () => {
    expect(select([])).toEqual(["E1"]);
  });

  it("knows names, ONS codes and DfE numbers, however typed, and each authority once", () => {
    expect(select(["leeds", "e1", "383", "St Helens"])).toEqual(["E1", "E4"]);
  });

  it("takes the successor where an abolished authority had the same name", () => {
    expect(select(["Dorset"])).toEqual(["E3"]);
    expect(select(["835"])).toEqual(["E2"]);
  });

  it("takes all with newest figures, withheld ones too, and none that is abolished", () => {
    expect(select([], true)).toEqual(["E3", "E1"]);
  });

  it("suggests the nearest name for one that it does not know", () => {
    const { errors } = selectAuthorities({ authorities: ["Leedes", "Atlantis"], allAuthorities: false }, tables);
    expect(errors).toEqual(['No authority is called "Leedes". Did you mean "Leeds"?', 'No authority is called "Atlantis".']);
  });
});
