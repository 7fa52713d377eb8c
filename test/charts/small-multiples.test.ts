import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chartData } from "../../pipeline/charts/data.ts";
import { drawCharts } from "../../pipeline/charts/draw-charts.ts";
import { smallMultiples } from "../../pipeline/charts/kinds/small-multiples.ts";
import { labelSubject } from "../../pipeline/charts/kinds/small-multiples-label.ts";
import { sampleLine, type Point } from "../../pipeline/charts/layout/labels.ts";
import type { DrawList } from "../../pipeline/charts/render/draw-list.ts";
import type { Word } from "../../pipeline/charts/render/layers.ts";
import { ink, lineOf } from "../../pipeline/charts/theme.ts";
import { textWidth } from "../../pipeline/core/fonts.ts";
import { edgeCases, inputOf, type Figure, type Place } from "./cases.ts";

const seed = 20250331;
const isLabel = (text: string): boolean => / in \d{4}\/\d{2}$/.test(text);

/** Points close together along the subject's own line of a drawing. */
function ownLine({ items }: DrawList): Point[] {
  return items.flatMap((item) => {
    if (item.kind !== "path" || item.stroke !== ink.subject || item.strokeWidth !== lineOf.subject.width) return [];
    const parts = item.d.split("M").filter((part) => part !== "");
    return parts.flatMap((part) =>
      sampleLine(
        part.split("L").map((pair) => {
          const [x = NaN, y = NaN] = pair.split(",").map(Number);
          return { x, y };
        }),
        1,
      ),
    );
  });
}

/** How far the letters of a label stand from the nearest point of a line. */
function distance({ x, y, text, size }: Pick<Word, "x" | "y" | "text" | "size">, line: readonly Point[]): number {
  const half = textWidth(text, size, "Bold") / 2;
  return Math.min(
    ...line.map((p) => Math.hypot(Math.max(Math.abs(p.x - x) - half, 0), Math.max(y - 0.66 * size - p.y, p.y - y - 0.1 * size, 0))),
  );
}

const england: Place = { name: "England", figures: [70, 71, 72, 73, 74, 75, 76] };
const neighbours = Array.from({ length: 10 }, (_, i): Place => ({ name: `Place ${i}`, figures: [60, 62, 64, 66, 64, 62, 60 + i] }));
const drawn = async (figures: readonly Figure[]): Promise<DrawList[]> =>
  (
    await drawCharts(inputOf([{ name: "Harrow", figures }, ...neighbours], { ...england, name: "South West" }, england), [smallMultiples])
  ).map(({ list }) => list);

describe("the year that stands out in small multiples", () => {
  it.each<[string, readonly Figure[]]>([
    ["a peak at the top of its panel", [62, 70, 100, 98, 88, 80, 79]],
    ["a shallow peak at the top", [98, 98, 100, 99, 98, 97, 96]],
    ["a peak between two that are nearly as high", [99, 60, 100, 60, 99, 60, 98]],
    ["a trough at the foot of its panel", [20, 12, 0, 2, 12, 20, 21]],
    ["a trough in the first years", [30, 0, 40, 60, 80, 90, 95]],
  ])("crosses no line: %s", async (_, figures) => {
    const [list, ...more] = await drawn(figures);
    expect(more).toEqual([]);
    const labels = list?.items.flatMap((item) => (item.kind === "text" && isLabel(item.text) ? [item] : [])) ?? [];
    expect(labels).toHaveLength(1);
    for (const label of labels) expect(distance(label, list ? ownLine(list) : [])).toBeGreaterThan(lineOf.subject.width / 2 + 1);
  });

  it("crosses no line whatever the years are", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 7, maxLength: 7 }), async (figures) => {
        for (const list of await drawn(figures))
          for (const item of list.items)
            if (item.kind === "text" && isLabel(item.text))
              expect(distance(item, ownLine(list))).toBeGreaterThan(lineOf.subject.width / 2 + 1);
      }),
      { seed, numRuns: 25 },
    );
  });

  it("is left out, with its dot, where no place near it is free", () => {
    const input = edgeCases["the usual"]?.();
    const [model] = input ? smallMultiples.kind.models(chartData(input)) : [];
    if (!model?.labelled) throw new Error("the case has no year that stands out");
    const at = { left: 100, right: 280, title: 100, bottom: 240 };
    const to = { x: () => 190, y: () => 190 };
    const place = (line: readonly Point[]): number[] => {
      const [words, dots]: [Word[], Parameters<typeof labelSubject>[5]] = [[], []];
      labelSubject(model, at, to, line, words, dots);
      return [words.length, dots.length];
    };
    const thicket = Array.from({ length: 60 }, (_, i) =>
      sampleLine(
        [
          { x: 40, y: 60 + 4 * i },
          { x: 400, y: 60 + 4 * i },
        ],
        4,
      ),
    ).flat();
    expect(place([{ x: 190, y: 190 }])).toEqual([1, 1]);
    expect(place(thicket)).toEqual([0, 0]);
  });
});
