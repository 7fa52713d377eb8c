import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { axisOver, position } from "../../pipeline/charts/layout/axis.ts";
import { placeLabel } from "../../pipeline/charts/layout/labels.ts";
import { spreadLabels } from "../../pipeline/charts/layout/spread.ts";
import { swarm } from "../../pipeline/charts/layout/swarm.ts";
import { wrapEvenly, wrapFully, wrapText } from "../../pipeline/charts/layout/wrap.ts";
import { textWidth } from "../../pipeline/core/fonts.ts";

const seed = 20250331;

describe("spreadLabels", () => {
  it("moves only what collides, and keeps a held label at its height", () => {
    expect(spreadLabels([100, 200], 30, 0, 400)).toEqual([100, 200]);
    expect(spreadLabels([100, 110], 30, 0, 400)).toEqual([90, 120]);
    expect(spreadLabels([100, 110], 30, 0, 400, [true, false])).toEqual([100, 130]);
  });
  it("never lets two touch, keeps their order and stays inside while there is room", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 500, noNaN: true }), { minLength: 1, maxLength: 10 }), (wanted) => {
        const placed = spreadLabels(wanted, 40, 0, 500);
        const sorted = [...placed].sort((a, b) => a - b);
        expect(Math.min(...placed)).toBeGreaterThanOrEqual(20 - 1e-6);
        expect(Math.max(...placed)).toBeLessThanOrEqual(480 + 1e-6);
        sorted.slice(1).forEach((y, i) => expect(y - (sorted[i] ?? 0)).toBeGreaterThanOrEqual(40 - 1e-6));
      }),
      { seed },
    );
  });
});

describe("axisOver", () => {
  it("rounds out to the step and stays inside the range", () => {
    expect(axisOver([57, 91], { range: [0, 100] })).toMatchObject({ low: 50, high: 100, step: 10 });
    expect(axisOver([0, 24], { range: [0, 100] })).toMatchObject({ low: 0, high: 25, step: 5 });
  });
  it("gives values that are all equal two steps on each side", () => {
    const { low, high, step } = axisOver([50, 50], { range: [0, 100], smallest: 1 });
    expect([low, high]).toEqual([50 - 2 * step, 50 + 2 * step]);
  });
  it("holds every value, on ticks that rise by one step", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 20 }), (values) => {
        const axis = axisOver(values, { range: [0, 100], smallest: 1 });
        for (const value of values) expect(position(axis, value, 0, 1)).toBeGreaterThanOrEqual(-1e-9);
        for (const value of values) expect(position(axis, value, 0, 1)).toBeLessThanOrEqual(1 + 1e-9);
        expect(axis.ticks.length).toBeLessThanOrEqual(10);
      }),
      { seed },
    );
  });
});

describe("swarm", () => {
  it("sets the first on the line and lets no two touch", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 200 }), { minLength: 1, maxLength: 60 }), (xs) => {
        const ys = swarm(xs, 5) ?? [];
        expect(ys[0]).toBe(0);
        xs.forEach((x, i) =>
          xs.slice(i + 1).forEach((other, k) => {
            expect(Math.hypot(x - other, (ys[i] ?? 0) - (ys[i + 1 + k] ?? 0))).toBeGreaterThanOrEqual(10 - 1e-3);
          }),
        );
      }),
      { seed, numRuns: 30 },
    );
  });

  it("gives up where a dot would leave the lane, and only there", () => {
    const xs = [50, 50, 50, 50];
    expect(swarm(xs, 5)?.map(Math.round)).toEqual([0, -10, 10, -20]);
    expect(swarm(xs, 5, 20.1)).toEqual(swarm(xs, 5));
    expect(swarm(xs, 5, 19)).toBeNull();
  });
});

describe("wrapping", () => {
  const text =
    "Looked-after children with immunisations up to date, Bournemouth, Christchurch and Poole and its ten statistical neighbours";
  it("keeps every word and the width", () => {
    for (const wrap of [wrapText, wrapEvenly]) {
      const lines = wrap(text, 30, "Regular", 900);
      expect(lines.join(" ")).toBe(text);
      for (const line of lines) expect(textWidth(line, 30)).toBeLessThanOrEqual(900);
    }
  });
  it("leaves no word alone on the last line of a note", () => {
    const source =
      "Source: Department for Education, Children looked after in England including adoptions, 2025 release; Local Authority Interactive Tool, 2026 release; statistical neighbour model, May 2025.";
    expect(wrapText(source, 24, "Regular", 1776).at(-1)).toBe("May 2025.");
    const lines = wrapFully(source, 24, "Regular", 1776);
    expect(lines).toHaveLength(2);
    expect(lines.join(" ")).toBe(source);
    expect(textWidth(lines.at(-1) ?? "", 24)).toBeGreaterThan(500);
    expect(wrapFully("Axis starts at 40%.", 24, "Regular", 1776)).toEqual(["Axis starts at 40%."]);
  });
  it("parts no name", () => {
    const name = "Bournemouth, Christchurch and Poole";
    const parted = `Looked-after children with teeth checked by a dentist in the year, ${name} and its ten statistical neighbours, year ending 31 March 2025`;
    expect(wrapEvenly(parted, 30, "Regular", 1776).some((line) => line.includes(name))).toBe(false);
    const lines = wrapEvenly(parted, 30, "Regular", 1776, name);
    expect(lines.some((line) => line.includes(name))).toBe(true);
    expect(lines.join(" ")).toBe(parted);
    for (const line of lines) expect(textWidth(line, 30)).toBeLessThanOrEqual(1776);
  });
  it("evens out lines without needing one more", () => {
    const [first = "", second = ""] = wrapEvenly(text, 30, "Regular", 1500);
    expect(Math.abs(textWidth(first, 30) - textWidth(second, 30))).toBeLessThan(300);
  });
});

describe("placeLabel", () => {
  const frame = { x0: 0, y0: 0, x1: 400, y1: 300 };
  it("takes the preferred side when it is free, and another when words stand there", () => {
    const free = placeLabel({ x: 200, y: 150 }, 60, 20, 10, { frame, boxes: [], points: [] }, "above");
    expect(free?.y).toBe(130);
    const taken = placeLabel(
      { x: 200, y: 150 },
      60,
      20,
      10,
      { frame, boxes: [{ x0: 150, x1: 250, y0: 100, y1: 145 }], points: [] },
      "above",
    );
    expect(taken?.y).toBe(170);
  });
  it("gives up rather than leave the frame", () => {
    expect(placeLabel({ x: 5, y: 5 }, 500, 20, 10, { frame, boxes: [], points: [] }, "above")).toBeNull();
  });
});
