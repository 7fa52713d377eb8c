import { describe, expect, it } from "vitest";
import { contrastRatio } from "./contrast.ts";
import type { ChartInput } from "../../pipeline/charts/data.ts";
import { drawCharts } from "../../pipeline/charts/draw-charts.ts";
import { chartKinds } from "../../pipeline/charts/kinds.ts";
import type { DrawPath } from "../../pipeline/charts/render/draw-list.ts";
import { ink, markInk, parts, ratings } from "../../pipeline/charts/theme.ts";
import { edgeCases, englandCases, scoreCases } from "./cases.ts";
import { documentCases } from "./document-cases.ts";
import { alikeIn, apart, distance, visions } from "./vision.ts";

const usual = (cases: Readonly<Record<string, () => ChartInput>> | undefined): ChartInput => (cases?.["the usual"] as () => ChartInput)();
const inputOf = (kind: string): ChartInput =>
  usual(
    kind === "sdq-average"
      ? scoreCases
      : kind === "position-in-england" || kind === "funnel"
        ? englandCases
        : (documentCases[kind] ?? edgeCases),
  );

describe("how colours look to others", () => {
  it("leaves white, black and greys as they are", () => {
    for (const vision of Object.keys(visions))
      for (const grey of ["#FFFFFF", "#000000", "#6B6B6B"])
        expect(distance(grey, "#000000", vision), `${grey}, ${vision}`).toBeCloseTo(distance(grey, "#000000", "full colour"), 0);
  });
  it("takes red and green from those who have no red-green sense, blue and green from those without blue", () => {
    expect(distance("#D4351C", "#00703C", "deuteranopia")).toBeLessThan(distance("#D4351C", "#00703C", "full colour") / 2);
    expect(distance("#2073BC", "#28A197", "tritanopia")).toBeLessThan(distance("#2073BC", "#28A197", "full colour") / 2);
    expect(distance(ink.mean, ink.england, "greyscale")).toBeLessThan(3);
  });
});

describe("marks that look alike", () => {
  const mark = (fill: string, d: string, rest: Partial<DrawPath> = {}): DrawPath => ({
    kind: "path",
    d,
    fill,
    stroke: "none",
    strokeWidth: 0,
    dash: [],
    cap: "butt",
    join: "miter",
    ...rest,
  });
  const square = "M0,0L20,0L20,20L0,20Z";
  const diamond = "M10,0L20,10L10,20L0,10Z";
  const alike = (...items: DrawPath[]): string[] => alikeIn({ width: 400, height: 200, items }, 2.5);
  it("are found where they share a shape, and pass with another shape, hollow, or another dash", () => {
    expect(alike(mark(ink.mean, square), mark(ink.england, square))).toEqual([
      expect.stringMatching(/#28A197 and #F46A25 .* in greyscale$/),
    ]);
    expect(alike(mark(ink.mean, square), mark(ink.england, diamond))).toEqual([]);
    expect(alike(mark(ink.mean, square), mark(ink.white, square, { stroke: ink.england, strokeWidth: 3 }))).toEqual([]);
    const line = (stroke: string, dash: number[]): DrawPath => mark("none", "M0,0L20,0L40,9", { stroke, strokeWidth: 4, dash });
    expect(alike(line(ink.mean, []), line(ink.england, []))).toHaveLength(1);
    expect(alike(line(ink.mean, []), line(ink.england, [2, 9]))).toEqual([]);
  });
});

// Colour may help, but it is never alone: what looks alike to anybody has another shape, dash or width.
describe.each(chartKinds.filter(({ id }) => id !== "placement-mix").map((kind) => [kind.id, kind] as const))("%s", (id, kind) => {
  it("tells its marks apart without colour, or in every kind of colour vision", async () => {
    const charts = await drawCharts(inputOf(id), [kind]);
    expect(charts.length).toBeGreaterThan(0);
    for (const { row, list, pack, supporting } of charts) {
      expect(alikeIn(list, 2.5), row.chart_id).toEqual([]);
      for (const page of [pack, supporting]) if (page) expect(alikeIn(page.list, 1), `${row.chart_id} in a pack`).toEqual([]);
    }
  });
});

describe("parts of a whole", () => {
  it("stand between white gaps, each named over the first bar and with its count, since two of three fills look alike in grey", async () => {
    expect(distance(parts.family[1], parts.rest, "greyscale")).toBeLessThan(apart);
    const [chart] = await drawCharts(
      inputOf("placement-mix"),
      chartKinds.filter(({ id }) => id === "placement-mix"),
    );
    const items = chart?.list.items ?? [];
    const bars = items.filter(
      (item) => item.kind === "path" && [...parts.family, parts.rest].some((fill) => fill.toUpperCase() === item.fill.toUpperCase()),
    );
    expect(bars).toHaveLength(15);
    for (const bar of bars) expect(bar.kind === "path" && bar.stroke.toUpperCase() === ink.white && bar.strokeWidth >= 4).toBe(true);
    const words = items.flatMap((item) => (item.kind === "text" ? [item.text] : []));
    for (const name of ["not agency", "agency", "Residential", "Independent", "Other"]) expect(words).toContain(name);
    expect(words.filter((text) => /^\d+$/.test(text))).toHaveLength(15);
  });
});

it("keeps the four places of a pack apart for those without red-green or blue sense, but for what shape and dash tell", () => {
  const places = Object.entries(markInk);
  const alike = places.flatMap(([a, one], i) =>
    places.slice(i + 1).flatMap(([b, other]) =>
      Object.keys(visions)
        .filter((vision) => distance(one, other, vision) < apart)
        .map((vision) => `${a} and ${b}, ${vision}`),
    ),
  );
  // Shape and dash carry these pairs, as the test of each kind shows.
  expect(alike).toEqual(["subject and region, protanopia", "subject and region, greyscale", "mean and england, greyscale"]);
});

it("has ratings that letters and shapes tell apart where colours do not", () => {
  expect(distance(ratings.red, ratings.green, "greyscale")).toBeLessThan(apart);
  for (const fill of [ratings.red, ratings.green]) expect(contrastRatio(fill, ink.white)).toBeGreaterThanOrEqual(4.5);
  expect(contrastRatio(ratings.amber, ink.text)).toBeGreaterThanOrEqual(4.5);
});
