import { describe, expect, it } from "vitest";
import { checkLayout } from "./check-layout.ts";
import { drawCharts } from "../../pipeline/charts/draw-charts.ts";
import { edgeCases } from "./cases.ts";

describe.each(Object.entries(edgeCases))("%s", (_, input) => {
  it("is drawn without a word over another, outside the frame, too small or too faint", async () => {
    const charts = await drawCharts(input());
    expect(charts.length).toBeGreaterThan(0);
    const faults = charts.flatMap(({ row, list, pack }) => [
      ...checkLayout(list, 24).map((fault) => `${row.chart_id}: ${fault.message}`),
      ...(pack ? checkLayout(pack.list, 12).map((fault) => `${row.chart_id} (pack): ${fault.message}`) : []),
    ]);
    expect(faults).toEqual([]);
  });

  it("never draws a missing figure as a number", async () => {
    for (const { row, list, csv } of await drawCharts(input())) {
      const words = list.items.flatMap((item) => (item.kind === "text" ? [item.text] : []));
      expect(
        words.filter((word) => /\b(?:NaN|null|undefined|Infinity)\b/.test(word)),
        row.chart_id,
      ).toEqual([]);
      expect(
        list.items.filter((item) => item.kind === "path" && /NaN|Infinity/.test(item.d)),
        row.chart_id,
      ).toEqual([]);
      expect(csv, row.chart_id).not.toMatch(/NaN|null|undefined/);
    }
  });
});

it("leaves a gap where years have no figure", async () => {
  const charts = await drawCharts(
    (
      edgeCases["years without a figure"] ??
      (() => {
        throw new Error("the case is gone");
      })
    )(),
  );
  const trend = charts.find(({ row }) => row.kind === "trend");
  const lines =
    trend?.list.items.filter(
      (item) => item.kind === "path" && item.stroke === "#12436D" && item.fill === "none" && item.strokeWidth === 7,
    ) ?? [];
  const segments = lines.flatMap((item) => (item.kind === "path" ? (item.d.match(/L/g) ?? []) : []));
  expect(segments).toHaveLength(1);
});
