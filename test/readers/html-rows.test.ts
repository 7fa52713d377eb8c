import { describe, expect, it } from "vitest";
import { readDocument } from "../../pipeline/readers/read-document.ts";

async function rowsOf(table: string): Promise<{ cells: string[]; raw: string }[]> {
  const source = await readDocument("page.html", new TextEncoder().encode(`<html><body><table>${table}</table></body></html>`));
  return (source.blocks[0]?.table?.rows ?? []).map(({ cells, raw }) => ({ cells, raw }));
}

describe("cells over several rows", () => {
  it("say in each row what they say in the first, and are quoted where they are printed", async () => {
    expect(
      await rowsOf(
        "<tr><td rowspan=2>Dental checks</td><td>Barset</td><td>88%</td></tr><tr><td>England</td><td>85%</td></tr><tr><td>Other</td><td>Barset</td><td>1</td></tr>",
      ),
    ).toEqual([
      { cells: ["Dental checks", "Barset", "88%"], raw: "Dental checks Barset 88%" },
      { cells: ["Dental checks", "England", "85%"], raw: "England 85%" },
      { cells: ["Other", "Barset", "1"], raw: "Other Barset 1" },
    ]);
  });

  it("in a header keep the cells of the second row under their own span", async () => {
    const rows = await rowsOf(
      "<tr><th rowspan=2>Quarter</th><th colspan=2>Assessments</th><th rowspan=2>% in time</th></tr><tr><th>Done</th><th>In time</th></tr><tr><td>Q1</td><td>49</td><td>36</td><td>73%</td></tr>",
    );
    expect(rows.map((row) => row.cells)).toEqual([
      ["Quarter", "Assessments", "", "% in time"],
      ["Quarter", "Done", "In time", "% in time"],
      ["Q1", "49", "36", "73%"],
    ]);
  });

  it("state a figure once, and a year for every row", async () => {
    const rows = await rowsOf("<tr><td rowspan=2>2017</td><td>Boys</td><td rowspan=2>95%</td></tr><tr><td>Girls</td></tr>");
    expect(rows.map((row) => row.cells)).toEqual([
      ["2017", "Boys", "95%"],
      ["2017", "Girls", ""],
    ]);
  });

  it("end with the table, whatever number of rows they claim", async () => {
    expect(await rowsOf("<tr><td rowspan=99999999>A</td><td>1</td></tr><tr><td>2</td></tr>")).toHaveLength(2);
    expect(await rowsOf("<tr><td rowspan=0>A</td><td>1</td></tr><tr><td>B</td><td>2</td></tr>")).toEqual([
      { cells: ["A", "1"], raw: "A 1" },
      { cells: ["B", "2"], raw: "B 2" },
    ]);
  });
});
