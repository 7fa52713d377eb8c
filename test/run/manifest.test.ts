import { describe, expect, it } from "vitest";
import { mergeManifests, runManifest, type RunManifest } from "../../pipeline/run/manifest.ts";

const inputs = [{ kind: "document", name: "a.txt", path: "/somewhere/a.txt", sha256: "1" }] as const;
const slice = (authority: string, files: Record<string, string>, version = "1"): RunManifest =>
  runManifest(version, { authorities: [authority] }, inputs, [
    {
      step: `charts ${authority}`,
      inputs: { "b input": "2", "a input": "1" },
      files: Object.entries(files).map(([path, sha256]) => ({ root: "out", path, sha256 })),
    },
    { step: "tidy", inputs: {}, files: [{ root: "data", path: "tidy/charts.csv", sha256: authority }] },
  ]);

describe("runManifest", () => {
  it("lists inputs without their folders and outputs with what they were made from", () => {
    expect(slice("Leeds", { "leeds/b.svg": "x", "leeds/a.svg": "y" })).toEqual({
      panelpack: "1",
      options: { authorities: ["Leeds"] },
      inputs: [{ kind: "document", name: "a.txt", sha256: "1" }],
      outputs: [
        { path: "data:tidy/charts.csv", sha256: "Leeds", made_by: "tidy", made_from: [] },
        { path: "leeds/a.svg", sha256: "y", made_by: "charts Leeds", made_from: ["a input", "b input"] },
        { path: "leeds/b.svg", sha256: "x", made_by: "charts Leeds", made_from: ["a input", "b input"] },
      ],
    });
  });
});

describe("mergeManifests", () => {
  it("puts slices of one build together, whatever their order", () => {
    const [leeds, york] = [slice("Leeds", { "leeds/a.svg": "x" }), slice("York", { "york/a.svg": "y" })];
    const merged = mergeManifests([york, leeds]);
    expect(merged.options).toEqual({ authorities: ["Leeds", "York"] });
    expect(merged.outputs.map((output) => output.path)).toEqual([
      "data:tidy/charts.csv",
      "data:tidy/charts.csv",
      "leeds/a.svg",
      "york/a.svg",
    ]);
    expect(mergeManifests([leeds, york]).outputs.map(({ path }) => path)).toEqual(merged.outputs.map(({ path }) => path));
  });

  it.each([
    ["versions", slice("York", {}, "2"), /versions 1 and 2/],
    ["inputs", { ...slice("York", {}), inputs: [] }, /different inputs/],
    ["answers for one path", slice("York", { "leeds/a.svg": "other" }), /made leeds\/a\.svg differently/],
  ])("refuses slices of different %s", (_, other, message) => {
    expect(() => mergeManifests([slice("Leeds", { "leeds/a.svg": "x" }), other])).toThrow(message);
  });
});
