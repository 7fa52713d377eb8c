import { describe, expect, it } from "vitest";
import { checkLayout } from "./check-layout.ts";
import type { ChartInput } from "../../pipeline/charts/data.ts";
import { drawCharts } from "../../pipeline/charts/draw-charts.ts";
import { chartKinds } from "../../pipeline/charts/kinds.ts";
import { funnel } from "../../pipeline/charts/kinds/funnel.ts";
import { edgeCases, englandCases, scoreCases } from "./cases.ts";
import { documentCases } from "./document-cases.ts";
import { summary } from "./summary.ts";

/** The cases of kinds that need other figures than a percentage of eleven authorities, which a new kind is drawn with. */
const casesOf: Readonly<Record<string, Readonly<Record<string, () => ChartInput>>>> = {
  "sdq-average": scoreCases,
  "position-in-england": englandCases,
  funnel: englandCases,
  ...documentCases,
};

describe.each(chartKinds.map((kind) => [kind.id, kind] as const))("%s", (id, kind) => {
  const cases = Object.entries(casesOf[id] ?? edgeCases);

  it("keeps its pictures as they were looked at, with no word over another, outside the frame, too small or too faint", async () => {
    const drawn: string[] = [];
    let count = 0;
    for (const [name, input] of cases) {
      const charts = await drawCharts(input(), [kind]);
      for (const { row, list, pack, supporting } of charts) {
        expect(checkLayout(list, 24), `${name}: ${row.chart_id}`).toEqual([]);
        for (const page of [pack, supporting])
          if (page) expect(checkLayout(page.list, 12), `${name}, in a pack: ${row.chart_id}`).toEqual([]);
        drawn.push(`## ${name}\n${row.title}\n${summary(list, [row.title, row.subtitle, row.notes, row.source].join(" "))}`);
      }
      count += charts.length;
      if (charts.length === 0) drawn.push(`## ${name}\nno chart`);
    }
    expect(count, `No case draws "${id}": name cases that do in casesOf`).toBeGreaterThan(0);
    expect(cases.length).toBeGreaterThanOrEqual(5);
    await expect(`${drawn.join("\n\n")}\n`).toMatchFileSnapshot(`./snapshots/${id}.txt`);
  });
});

it("names the subject in a funnel, however crowded", async () => {
  for (const [name, input] of Object.entries(englandCases))
    for (const { row, list } of await drawCharts(input(), [funnel])) {
      expect(
        list.items.some((item) => item.kind === "text" && new RegExp(`^${row.authority} \\d+%$`).test(item.text)),
        name,
      ).toBe(true);
    }
});
