import { describe, expect, it } from "vitest";
import { collect, join, tableOf } from "../../pipeline/core/table.ts";

const neighbours = tableOf(
  [
    { authority: "Kent", neighbour: "Essex" },
    { authority: "Kent", neighbour: "Swindon" },
    { authority: "Derby", neighbour: "Kent" },
  ],
  ["authority", "neighbour"],
);
const figures = tableOf(
  [
    { place: "Swindon", year: 2025, value: 3 },
    { place: "Essex", year: 2025, value: 1 },
    { place: "Essex", year: 2024, value: 2 },
  ],
  ["place", "year", "value"],
);

describe("join", () => {
  it("meets every match in left order, and leaves out rows that meet none", () => {
    const met = join(
      neighbours,
      figures,
      ["neighbour", "place"],
      [
        ["authority", "neighbour"],
        ["year", "value"],
      ],
    );
    expect(met.columns.objects()).toEqual([
      { authority: "Kent", neighbour: "Essex", year: 2025, value: 1 },
      { authority: "Kent", neighbour: "Essex", year: 2024, value: 2 },
      { authority: "Kent", neighbour: "Swindon", year: 2025, value: 3 },
    ]);
  });
});

describe("collect", () => {
  it("gathers cells in the order of the table, one row for each group", () => {
    const met = join(
      neighbours,
      figures,
      ["neighbour", "place"],
      [
        ["authority", "neighbour"],
        ["year", "value"],
      ],
    );
    expect(collect(met, ["authority", "year"], ["neighbour", "value"])).toEqual([
      { authority: "Kent", year: 2025, neighbour: ["Essex", "Swindon"], value: [1, 3] },
      { authority: "Kent", year: 2024, neighbour: ["Essex"], value: [2] },
    ]);
  });

  it("gives no rows for an empty table", () => {
    expect(collect(tableOf<{ a: string; b: number }, "a" | "b">([], ["a", "b"]), ["a"], ["b"])).toEqual([]);
  });
});
