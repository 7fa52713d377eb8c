import { describe, expect, it } from "vitest";
import { checkLayout } from "../../pipeline/charts/check-layout.ts";
import { drawCharts } from "../../pipeline/charts/draw-charts.ts";
import type { DrawList } from "../../pipeline/charts/render/draw-list.ts";
import { edgeCases } from "./cases.ts";

/** A drawing as a reader meets it: its words in order but for those of the frame, and how many shapes of each colour. */
function summary({ items }: DrawList, frame: string): string {
  const paths = new Map<string, number>();
  for (const item of items) if (item.kind === "path") {
    const paint = item.fill === "none" ? `line ${item.stroke}` : `shape ${item.fill}`;
    paths.set(paint, (paths.get(paint) ?? 0) + 1);
  }
  const words = items.flatMap((item) => (item.kind === "text" && !frame.includes(item.text) ? [`${item.text} @${Math.round(item.x)},${Math.round(item.y)}`] : []));
  return [...words, ...[...paths].map(([paint, n]) => `${n} × ${paint}`).sort()].join("\n");
}

describe.each(Object.entries(edgeCases))("%s", (name, input) => {
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
      expect(words.filter((word) => /\b(?:NaN|null|undefined|Infinity)\b/.test(word)), row.chart_id).toEqual([]);
      expect(list.items.filter((item) => item.kind === "path" && /NaN|Infinity/.test(item.d)), row.chart_id).toEqual([]);
      expect(csv, row.chart_id).not.toMatch(/NaN|null|undefined/);
    }
  });

  it("keeps its pictures as they were looked at", async () => {
    const charts = (await drawCharts(input())).filter(({ row }) => name === "the usual" || row.kind === "neighbour-comparison" || row.kind === "trend");
    const file = (kind: string): string => `./snapshots/${kind}-${name.replace(/ /g, "-")}.txt`;
    for (const { row, list } of charts) await expect(`${summary(list, [row.title, row.subtitle, row.notes, row.source].join(" "))}\n`).toMatchFileSnapshot(file(row.kind));
  });
});

it("leaves a gap where years have no figure", async () => {
  const charts = await drawCharts((edgeCases["years without a figure"] ?? (() => { throw new Error("the case is gone"); }))());
  const trend = charts.find(({ row }) => row.kind === "trend");
  const lines = trend?.list.items.filter((item) => item.kind === "path" && item.stroke === "#12436D" && item.fill === "none" && item.strokeWidth === 7) ?? [];
  const segments = lines.flatMap((item) => (item.kind === "path" ? item.d.match(/L/g) ?? [] : []));
  expect(segments).toHaveLength(1);
});
