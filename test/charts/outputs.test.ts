import { readFileSync } from "node:fs";
import * as fontkit from "fontkit";
import { JSDOM } from "jsdom";
import { beforeAll, describe, expect, it } from "vitest";
import { drawCharts, type DrawnChart } from "../../pipeline/charts/draw-charts.ts";
import { drawVegaLite } from "../../pipeline/charts/render/vega.ts";
import { renderPng } from "../../pipeline/charts/render/png.ts";
import { webFont } from "../../pipeline/charts/render/web-font.ts";
import { parseCsv } from "../../pipeline/core/csv.ts";
import { textWidth } from "../../pipeline/core/fonts.ts";
import { edgeCases, inputOf } from "./cases.ts";

const usual = edgeCases["the usual"] as () => ReturnType<typeof inputOf>;
let charts: DrawnChart[] = [];
const chart = (kind: string): DrawnChart => {
  const found = charts.find(({ row }) => row.kind === kind);
  if (!found) throw new Error(`No chart of kind ${kind} was drawn`);
  return found;
};
beforeAll(async () => {
  charts = await drawCharts(usual());
});

const textOf = (file: Uint8Array): string => Buffer.from(file).toString("utf8");

describe("SVG", () => {
  it("stands alone: title, description, one image role, no reference outside itself", () => {
    for (const { row, slideSvg } of charts) {
      const text = textOf(slideSvg);
      const svg = new JSDOM(text, { contentType: "image/svg+xml" }).window.document.documentElement;
      expect(svg.getAttribute("role")).toBe("img");
      const ids = (svg.getAttribute("aria-labelledby") ?? "").split(" ");
      expect(ids.map((id) => svg.querySelector(`#${id}`)?.tagName)).toEqual(["title", "desc"]);
      expect(svg.querySelector("title")?.textContent).toContain(row.title);
      expect(svg.querySelector("desc")?.textContent).toBe(row.alt);
      expect(text.match(/https?:\/\/(?!www\.w3\.org\/2000\/svg)/g), row.chart_id).toBeNull();
      expect(text).toContain("forced-color-adjust:none");
    }
  });
  it("keeps words as words, with names of fonts and ids that no other chart shares", () => {
    const svg = textOf(chart("trend").slideSvg);
    expect(svg).toContain(">Harrow 86%</text>");
    const families = charts.map(({ slideSvg }) => /font-family:"([^"]+)"/.exec(textOf(slideSvg))?.[1]);
    expect(new Set(families).size).toBe(charts.length);
  });
});

describe("embedded fonts", () => {
  it.each(["Regular", "Semibold", "Bold"] as const)(
    "%s holds the characters of charts and rarer ones where they stand, kerned as measured",
    async (face) => {
      const texts = ["Bournemouth, Christchurch and Poole 86%", "AVAT To 1,348 – −5 ’ii;: ŵ"];
      const font = fontkit.create(Buffer.from(await webFont(texts, face), "base64"));
      if (!("layout" in font)) throw new Error("one font was expected");
      for (const text of texts) expect(font.layout(text).advanceWidth).toBeCloseTo(textWidth(text, font.unitsPerEm, face), 0);
      expect(font.hasGlyphForCodePoint("ŵ".charCodeAt(0))).toBe(true);
      expect(font.hasGlyphForCodePoint("ж".charCodeAt(0))).toBe(false);
      expect(await webFont(["86%"], face)).toBe(await webFont(["Leeds"], face));
      expect(font.glyphForCodePoint("i".charCodeAt(0)).path.commands.length).toBeGreaterThan(5);
    },
  );
});

describe("PNG", () => {
  it("is 1920 by 1080 and the same bytes each time", () => {
    const { list } = chart("neighbour-comparison");
    const png = Buffer.from(renderPng(list));
    expect(png.subarray(1, 4).toString("latin1")).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1920, 1080]);
    expect(Buffer.from(renderPng(list)).equals(png)).toBe(true);
  });
});

describe("CSV and specification", () => {
  it("holds every figure of the eleven and the comparators, under a header", () => {
    const { rows, header } = parseCsv(chart("neighbour-comparison").csv);
    expect(header.slice(0, 4)).toEqual(["place", "role", "period", "value"]);
    expect(rows.map(({ cells }) => cells[0])).toEqual(
      expect.arrayContaining(["Harrow", "Kent", "Neighbour mean", "South West", "England"]),
    );
    expect(rows.find(({ cells }) => cells[0] === "Harrow")?.cells.slice(3, 7)).toEqual(["86", "", "215", "249"]);
  });
  it("redraws the same picture from the Vega-Lite specification as written", () => {
    for (const kind of ["neighbour-comparison", "trend"]) {
      const { spec, list } = chart(kind);
      expect(drawVegaLite(JSON.parse(textOf(spec)) as Parameters<typeof drawVegaLite>[0])).toEqual(list);
    }
  });
  it("names library and rows of a Plot chart", () => {
    const spec = JSON.parse(textOf(chart("scorecard").spec)) as { library: string; marks: { mark: string; data: unknown[] }[] };
    expect(spec.library).toBe("@observablehq/plot");
    expect(spec.marks.every(({ data }) => Array.isArray(data) && data.length > 0)).toBe(true);
  });
});

describe("drawCharts", () => {
  it("gives the same bytes for the same rows, in a process that has drawn others", async () => {
    await drawCharts((edgeCases["the longest name"] as () => ReturnType<typeof inputOf>)());
    const again = await drawCharts(usual());
    expect(again.map(({ slideSvg }) => slideSvg)).toEqual(charts.map(({ slideSvg }) => slideSvg));
    expect(again.map(({ spec }) => spec)).toEqual(charts.map(({ spec }) => spec));
  });
  it("names every chart once and says what it rests on", () => {
    const ids = charts.map(({ row }) => row.chart_id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { row } of charts) {
      expect(row.rests_on).not.toBe("");
      expect(row.alt.split(/[.?!] /).length, row.alt).toBeGreaterThanOrEqual(2);
      expect(row.source).toMatch(/^Sources?: /);
    }
  });
  it("prints no figure in a headline that its rows do not hold", () => {
    const held = new Set(
      charts.flatMap(({ csv }) => csv.match(/\d+(?:\.\d+)?/g) ?? []).map((n) => String(Math.round(Number(n) * 10) / 10)),
    );
    for (const { row } of charts) {
      for (const figure of row.title.match(/\d+(?:\.\d+)?(?=%)/g) ?? [])
        expect(held.has(String(Number(figure))), `${figure} in ${row.title}`).toBe(true);
    }
  });
});

it("imports each drawing library in one file only", () => {
  const own = (name: string): string => readFileSync(new URL(`../../pipeline/charts/render/${name}.ts`, import.meta.url), "utf8");
  expect(own("vega")).toContain('from "vega-lite"');
  expect(own("plot")).toContain('import("jsdom")');
});
