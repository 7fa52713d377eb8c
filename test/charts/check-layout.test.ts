import { describe, expect, it } from "vitest";
import { checkLayout } from "./check-layout.ts";
import { contrastRatio } from "./contrast.ts";
import type { DrawItem, DrawText } from "../../pipeline/charts/render/draw-list.ts";
import { ink, markInk, packInk, packLineOf, parts, wordInk, lineOf, shapeOf } from "../../pipeline/charts/theme.ts";

const word = (rest: Partial<DrawText>): DrawText => ({
  kind: "text",
  x: 100,
  y: 100,
  text: "Harrow 86%",
  size: 24,
  weight: 400,
  fill: "#0B0C0C",
  anchor: "start",
  ...rest,
});
const faults = (...items: DrawItem[]): string[] => checkLayout({ width: 400, height: 200, items }, 24).map(({ kind }) => kind);

describe("checkLayout", () => {
  it("passes words that keep apart", () => expect(faults(word({}), word({ y: 140 }))).toEqual([]));
  it("finds words over words", () => expect(faults(word({}), word({ x: 150 }))).toEqual(["overlap"]));
  it("finds words over a mark, unless the mark holds them", () => {
    const mark = (x: number, half: number): DrawItem => ({
      kind: "path",
      d: `M${x - half},80L${x + half},80L${x + half},104L${x - half},104Z`,
      fill: "#12436D",
      stroke: "none",
      strokeWidth: 0,
      dash: [],
      cap: "butt",
      join: "miter",
    });
    expect(faults(mark(150, 10), word({}))).toEqual(["mark"]);
    expect(faults(mark(80, 10), word({}))).toEqual([]);
    expect(faults(mark(100, 20), word({ text: "R", anchor: "middle", fill: "#FFFFFF" }))).toEqual([]);
  });
  it("finds words outside the frame, whatever their anchor", () => {
    expect(faults(word({ x: 395 }))).toEqual(["frame"]);
    expect(faults(word({ x: 20, anchor: "end" }))).toEqual(["frame"]);
    expect(faults(word({ y: 8 }))).toEqual(["frame"]);
  });
  it("finds words that are too small", () => expect(faults(word({ size: 23 }))).toEqual(["size"]));
  it("finds faint words, on white and on what lies behind them", () => {
    expect(faults(word({ fill: "#28A197" }))).toEqual(["contrast"]);
    const box: DrawItem = {
      kind: "path",
      d: "M0,0L400,0L400,200L0,200Z",
      fill: "#12436D",
      stroke: "none",
      strokeWidth: 0,
      dash: [],
      cap: "butt",
      join: "miter",
    };
    expect(faults(box, word({}))).toEqual(["contrast"]);
    expect(faults(box, word({ fill: "#FFFFFF" }))).toEqual([]);
  });
});

describe("theme", () => {
  it("has marks of at least 3:1 on white, but for the two whose shape and dash carry them", () => {
    const marks = [ink.subject, ink.mean, ink.region, ink.neighbour, ink.other, ink.rule, ...parts.family, parts.rest, packInk.bar];
    for (const colour of marks) expect(contrastRatio(colour, ink.white), colour).toBeGreaterThanOrEqual(3);
    expect(contrastRatio(ink.england, ink.white)).toBeGreaterThan(2.9);
  });
  it("has words of at least 4.5:1 on white and on every tint", () => {
    for (const colour of [...Object.values(wordInk), ink.text, ink.strong, ink.quiet]) {
      expect(contrastRatio(colour, ink.white), colour).toBeGreaterThanOrEqual(4.5);
      expect(contrastRatio(colour, ink.tint), colour).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrastRatio(ink.meanText, ink.range)).toBeGreaterThanOrEqual(4.5);
    expect(contrastRatio(ink.subject, ink.range)).toBeGreaterThanOrEqual(4.5);
  });
  it("tells places apart without colour: by shape, and by dash or width", () => {
    expect(new Set(Object.values(shapeOf)).size).toBe(4);
    expect(
      new Set([lineOf.subject, lineOf.mean, lineOf.region, lineOf.england].map(({ width, dash }) => `${width} ${dash.join(" ")}`)).size,
    ).toBe(4);
    expect(new Set(Object.values(packLineOf).map(({ dash }) => dash.join(" "))).size).toBe(4);
  });
  it("gives a place one colour", () => expect(new Set(Object.values(markInk)).size).toBe(4));
});
