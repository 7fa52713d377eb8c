import { describe, expect, it } from "vitest";
import type { DrawItem, DrawList } from "../../pipeline/charts/render/draw-list.ts";
import { renderPng } from "../../pipeline/charts/render/png.ts";
import { decodePng } from "../core/decode-png.ts";

const box = (top: number, height: number): DrawItem => ({
  kind: "path",
  d: `M10,${top}L60,${top}L60,${top + height}L10,${top + height}Z`,
  fill: "#12436d",
  stroke: "none",
  strokeWidth: 0,
  dash: [],
  cap: "butt",
  join: "miter",
});
const words = (y: number): DrawItem => ({
  kind: "text",
  x: 100,
  y,
  text: "Dental checks",
  size: 40,
  weight: 600,
  fill: "#0b0c0c",
  anchor: "start",
});

/** How dark each row is, in pixels of black, between two columns. */
function darkness(items: readonly DrawItem[], from: number, to: number): number[] {
  const list: DrawList = { width: 400, height: 1000, items };
  const { width, height, palette, pixels } = decodePng(renderPng(list));
  return Array.from({ length: height }, (_, row) =>
    pixels.slice(row * width + from, row * width + to).reduce((sum, place) => sum + (255 - (palette[place]?.[0] ?? 0)) / 255, 0),
  );
}
const sum = (rows: readonly number[]): number => rows.reduce((all, one) => all + one, 0);

describe("a picture painted in strips", () => {
  it("holds a box that goes through several of them, row by row", () => {
    const rows = darkness([box(100, 800)], 0, 80);
    const full = 50 * ((255 - 0x12) / 255);
    for (const [row, dark] of rows.entries()) expect(dark).toBeCloseTo(row >= 100 && row < 900 ? full : 0, 6);
  });

  it.each([270, 540, 810])("holds words that stand across the edge of two at row %i, as it holds them elsewhere", (edge) => {
    const across = darkness([words(edge + 12)], 90, 400);
    const within = darkness([words(edge + 112)], 90, 400);
    expect(sum(across.slice(0, edge))).toBeGreaterThan(100);
    expect(sum(across.slice(edge))).toBeGreaterThan(100);
    for (let row = 0; row < 900; row++) expect(Math.abs((across[row] ?? 0) - (within[row + 100] ?? 0))).toBeLessThan(1.5);
    expect(Math.abs(sum(across) / sum(within) - 1)).toBeLessThan(0.005);
  });

  it("holds a line whose pen alone reaches into the next", () => {
    const line: DrawItem = { ...box(0, 0), kind: "path", d: "M10,268L60,268", fill: "none", stroke: "#12436d", strokeWidth: 8 } as DrawItem;
    const rows = darkness([line], 0, 80);
    expect(rows.flatMap((dark, row) => (dark > 1 ? [row] : []))).toEqual([264, 265, 266, 267, 268, 269, 270, 271]);
  });
});
