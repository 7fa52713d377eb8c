import { describe, expect, it } from "vitest";
import { renderTablesWorkbook } from "../../pipeline/briefing/workbook/tables-workbook.ts";
import { drawCharts, type DrawnChart } from "../../pipeline/charts/draw-charts.ts";
import { restsAt } from "../../pipeline/charts/rested.ts";
import { rowsOf, unsourcedCells } from "../../pipeline/evidence/cells.ts";
import type { EvidenceIndex } from "../../pipeline/evidence/tables.ts";
import { explain } from "../../pipeline/evidence/explain.ts";
import { indicators } from "../../pipeline/indicators/all.ts";
import type { Slice } from "../../pipeline/model/tables.ts";
import { unsourcedFigures } from "../../pipeline/stages/chart-figures.ts";
import { renderTables, requireSources } from "../../pipeline/stages/charts.ts";
import { evidenceOf, SourceError } from "../../pipeline/stages/sources.ts";
import { shippedAuthorities, shippedInput } from "../briefing/shipped.ts";
import { edgeCases, englandCases, scoreCases } from "../charts/cases.ts";
import { documentCases } from "../charts/document-cases.ts";

const options = { date: "2026-03-01", internal: false };

/** The same charts, one text of one drawing changed. */
function withText(
  charts: readonly DrawnChart[],
  id: string,
  change: (text: string) => string,
): Pick<DrawnChart, "row" | "list" | "labels" | "standing" | "figures">[] {
  return charts.map(({ row, list, labels, standing, figures }) => ({
    row,
    labels,
    standing,
    figures,
    list:
      row.chart_id !== id
        ? list
        : { ...list, items: list.items.map((item) => (item.kind === "text" ? { ...item, text: change(item.text) } : item)) },
  }));
}

const sortOf = (text: string): string => text.replace(/\d/g, "9");

/** A chart with the words of two labels changed for each other: the first two that print different figures of different rows. Null without such a pair. */
function swapped({
  row,
  list,
  labels,
  standing,
  figures: table,
}: DrawnChart): Pick<DrawnChart, "row" | "list" | "labels" | "standing" | "figures"> | null {
  const figures = list.items
    .flatMap((item) => (item.kind === "text" && /\d/.test(item.text) ? [{ item, rests: restsAt(labels, item)?.join(" ") ?? "" }] : []))
    // Words of an action may name another year than its column.
    .filter(({ item, rests }) => rests !== "" && !/^(?:19|20)\d\d/.test(item.text));
  for (const one of figures) {
    // Of the same sort: a year over a column and the count below it are both figures of its rows.
    const other = figures.find(
      ({ item, rests }) => rests !== one.rests && item.text !== one.item.text && sortOf(item.text) === sortOf(one.item.text),
    );
    if (other)
      return {
        row,
        labels,
        standing,
        figures: table,
        list: {
          ...list,
          items: list.items.map((item) =>
            item === one.item
              ? { ...one.item, text: other.item.text }
              : item === other.item
                ? { ...other.item, text: one.item.text }
                : item,
          ),
        },
      };
  }
  return null;
}

const knownTo = (id: string, index: EvidenceIndex): boolean => rowsOf(index, [id]).length > 0 || index.actions.has(id);

function refused(make: () => void): SourceError {
  try {
    make();
  } catch (error) {
    if (error instanceof SourceError) return error;
    throw error;
  }
  throw new Error("nothing was refused");
}

describe("every number of a slide has a source", () => {
  it.each(shippedAuthorities)("on every chart of %s", async (name) => {
    const { charts, options: _, ...slice } = await shippedInput(name);
    expect(charts.length).toBeGreaterThan(50);
    expect(() => requireSources(slice, charts as DrawnChart[], indicators)).not.toThrow();
  });

  it.each(
    Object.entries({
      ...documentCases,
      "measures of a share": edgeCases,
      "averages of a score": scoreCases,
      "all of England": englandCases,
    }),
  )("on %s, in the usual case and in every odd one", async (_, cases) => {
    for (const [name, input] of Object.entries(cases)) {
      const given = input();
      const { authority_code, authority } = given.authority;
      const neighbours = given.group.map((one, at) => ({
        model: "2025",
        authority_code,
        authority,
        rank: at + 1,
        neighbour_code: one.authority_code,
        neighbour: one.authority,
        closeness: "Close",
      }));
      const slice: Slice = { authorities: [], neighbours, targets: [], findings: [], neighbourModel: "2025", ...given };
      const charts = await drawCharts(given);
      expect(charts.length, name).toBeGreaterThan(0);
      expect(() => requireSources(slice, charts, indicators), name).not.toThrow();
    }
  });

  it.each(shippedAuthorities)("and labels of two rows of one chart of %s are not taken for each other", async (name) => {
    const { charts, options: _, ...slice } = await shippedInput(name);
    const drawn = charts as DrawnChart[];
    for (const { row, list, labels } of drawn)
      expect(
        labels.filter((label) => !list.items.some((item) => item.kind === "text" && restsAt([label], item))),
        `${row.chart_id} names labels where none stands`,
      ).toEqual([]);
    const swaps = drawn.flatMap((chart) => swapped(chart) ?? []);
    expect(new Set(swaps.map(({ row }) => row.kind))).toEqual(new Set(drawn.map(({ row }) => row.kind)));
    const found = new Set(refused(() => requireSources(slice, swaps, indicators)).numbers.map(({ where }) => where));
    expect(swaps.map(({ row }) => `chart ${row.chart_id}`).filter((where) => !found.has(where))).toEqual([]);
  });

  it("or the charts are not made, and the error names chart and number", async () => {
    const { charts, options: _, ...slice } = await shippedInput("Bedford");
    const drawn = charts as DrawnChart[];
    const id = "bedford/neighbour-comparison-health-dental-checks";
    expect(
      drawn.find(({ row }) => row.chart_id === id)?.list.items.some((item) => item.kind === "text" && item.text === "166 of 174"),
    ).toBe(true);
    const label = refused(() =>
      requireSources(
        slice,
        withText(drawn, id, (text) => text.replace("166 of 174", "166 of 175")),
        indicators,
      ),
    );
    expect(label.message).toContain(`chart ${id} prints 166 of 175`);
    // The value of one place in the row of another: Bedford's 95% beside a neighbour's name.
    const swapped = refused(() =>
      requireSources(
        slice,
        withText(drawn, id, (text) => text.replace(/^97%$/, "95%")),
        indicators,
      ),
    );
    expect(swapped.numbers.map(({ text }) => text)).toEqual(["Swindon 95%"]);
    const years = refused(() =>
      requireSources(
        slice,
        withText(drawn, "bedford/trend-health-dental-checks", (text) => text.replace("2021/22", "2021/32")),
        indicators,
      ),
    );
    expect(years.message).toContain("chart bedford/trend-health-dental-checks prints");
    // A tick that does not stand in even steps with the others.
    const tick = refused(() =>
      requireSources(
        slice,
        withText(drawn, id, (text) => text.replace(/^70%$/, "71%")),
        indicators,
      ),
    );
    expect(tick.numbers.map(({ number }) => number)).toContain("71%");
    const title = refused(() =>
      requireSources(
        slice,
        drawn.map((chart) => ({ ...chart, row: { ...chart.row, alt: `${chart.row.alt} One is at 63.7%.` } })),
        indicators,
      ),
    );
    expect(title.numbers).toHaveLength(drawn.length);
  });
});

describe("every cell of a chart's CSV has a source", () => {
  it.each(shippedAuthorities)("and one that is changed is found, for charts of %s", async (name) => {
    const { charts, options: _, ...slice } = await shippedInput(name);
    const index = evidenceOf(slice, charts, indicators);
    let cells = 0;
    for (const { row, figures, csv } of charts as DrawnChart[]) {
      expect(csv.split("\n")[0]).toMatch(/,rests_on$/);
      for (const id of new Set(figures.rows.flatMap(({ rests }) => rests))) expect(knownTo(id, index), `${row.chart_id}: ${id}`).toBe(true);
      const changed = figures.rows.map((line) => ({
        ...line,
        cells: Object.fromEntries(
          Object.entries(line.cells).map(([column, value]) => [column, typeof value === "number" ? value + 0.5 : value]),
        ),
      }));
      const numbers = figures.rows.flatMap((line) =>
        Object.entries(line.cells).filter(([column, value]) => typeof value === "number" && line.of?.[column] !== null),
      ).length;
      expect(unsourcedFigures({ row, figures: { ...figures, rows: changed } }, index), row.chart_id).toHaveLength(numbers);
      cells += numbers;
    }
    expect(cells).toBeGreaterThan(2000);
  });

  it("and so are the figures of two rows that change places", async () => {
    const { charts, options: _, ...slice } = await shippedInput("Bedford");
    const index = evidenceOf(slice, charts, indicators);
    for (const { row, figures } of charts as DrawnChart[]) {
      const values = figures.rows.map(({ cells }) => cells["value"] ?? null);
      const other = values.findIndex((value) => value !== values[0]);
      if (other < 0) continue;
      const moved = figures.rows.map((line, at) => ({
        ...line,
        cells: { ...line.cells, value: (at === 0 ? values[other] : at === other ? values[0] : values[at]) ?? null },
      }));
      expect(
        unsourcedFigures({ row, figures: { ...figures, rows: moved } }, index).map(({ where }) => where),
        row.chart_id,
      ).toContain(`${row.csv}, row ${other + 1}, value`);
    }
  });
});

describe("every cell of tables.xlsx has a source", () => {
  it.each(shippedAuthorities)("in the workbook of %s, and every row an id that can be explained", async (name) => {
    const { charts, options: _, ...slice } = await shippedInput(name);
    const index = evidenceOf(slice, charts, indicators);
    const { cells } = await renderTablesWorkbook(slice, indicators, options);
    expect(cells.length).toBeGreaterThan(2000);
    await expect(renderTables(slice, charts as DrawnChart[], options, indicators)).resolves.toBeDefined();
    for (const id of new Set(cells.map(({ restsOn }) => restsOn[0] ?? ""))) expect(explain(id, index.tables), id).not.toBeNull();
  });

  it("and a cell that is another figure of its row is found", async () => {
    const { charts, options: _, ...slice } = await shippedInput("Bedford");
    const index = evidenceOf(slice, charts, indicators);
    const { cells } = await renderTablesWorkbook(slice, indicators, options);
    const row = cells.findIndex(({ where }) => /^1_Latest, row 1, Value/.test(where));
    const [value, count] = [cells[row], cells.slice(row).find(({ where }) => where.endsWith("Numerator"))];
    if (!value || !count) throw new Error("there is no such row");
    expect(unsourcedCells([value, count], index)).toEqual([]);
    expect(unsourcedCells([{ ...value, value: count.value }], index)).toMatchObject([{ number: String(count.value) }]);
    expect(unsourcedCells([{ ...value, value: Number(value.value) + 0.1 }], index)).toHaveLength(1);
    const numbers = cells.filter((cell) => typeof cell.value === "number");
    expect(
      unsourcedCells(
        numbers.map((cell) => ({ ...cell, value: Number(cell.value) + 1.5 })),
        index,
      ).length / numbers.length,
    ).toBe(1);
  });
});
