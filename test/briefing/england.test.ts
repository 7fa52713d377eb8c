import { expect, it } from "vitest";
import type { PackChart, PackInput } from "../../pipeline/briefing/compose/pack.ts";
import { layPack, wrongLength } from "../../pipeline/briefing/render-pack.ts";
import { page } from "../../pipeline/briefing/style.ts";
import { chartData, type ChartInput } from "../../pipeline/charts/data.ts";
import type { ChartKind } from "../../pipeline/charts/kind.ts";
import { chartKinds } from "../../pipeline/charts/kinds.ts";
import { indicators } from "../../pipeline/indicators/all.ts";
import { buildSeries, compare, newestModel } from "../../pipeline/stages/compare.ts";
import { indexTables, sliceFor } from "../../pipeline/stages/slice.ts";
import { hasOfficial, ingestEngland } from "../stages/published-files.ts";
import { shippedTemplate } from "./shipped.ts";

/** Charts as a page sets them, each drawn when a page asks for it; slides are not needed. */
function pageCharts(input: ChartInput): PackChart[] {
  const data = chartData(input);
  const one = <Model>(kind: ChartKind<Model>, model: Model): PackChart => {
    const words = kind.words(model);
    const measure = kind.measure(model);
    const drawn: { pack?: PackChart["pack"]; supporting?: PackChart["pack"] } = {};
    const id = [kind.id, measure?.indicator.id, measure?.breakdown, kind.part?.(model)].join("-");
    return {
      row: {
        chart_id: id,
        authority: input.authority.authority,
        indicator: measure?.indicator.id ?? "",
        breakdown: measure?.breakdown ?? "",
        kind: kind.id,
        title: words.headlines.at(-1) ?? "",
        subtitle: words.subtitle,
        notes: words.notes.join(" "),
        alt: words.alt,
        source: "",
        svg: "",
        png: "",
        csv: "",
        spec: "",
        rests_on: words.restsOn.join(" "),
      },
      get pack() {
        return (drawn.pack ??= kind.pack?.(model) ?? null);
      },
      get supporting() {
        return (drawn.supporting ??= kind.supporting?.(model) ?? null);
      },
    };
  };
  return chartKinds.flatMap((kind) => kind.draw(data, one));
}

const templates = ["panel-briefing", "health-report", "one-page-summary", "evidence-book"].map(shippedTemplate);
const [briefing, health] = templates;

// Each authority is met with one long pack, the next with the other; those about which little is published with all four.
it.skipIf(!hasOfficial)(
  `leaves no half-empty page, and runs nothing over its page, for any authority${hasOfficial ? "" : " (skipped: the releases as published are absent)"}`,
  { timeout: 600_000 },
  () => {
    const figures = ingestEngland();
    const series = buildSeries({ official: figures.official, observations: [], local: [], authorities: figures.authorities });
    const comparisons = compare({
      series,
      neighbours: figures.neighbours,
      authorities: figures.authorities,
      model: newestModel(figures.neighbours),
      allEngland: true,
    });
    const index = indexTables({ ...figures, documents: [], observations: [], actions: [], findings: [], targets: [], series, comparisons });
    const places = figures.authorities.filter(
      ({ authority_code: code, region_code }) => region_code !== "" && index.comparisons.codes.includes(code),
    );
    expect(places.length).toBeGreaterThan(155);
    const faults: string[] = [];
    places.forEach((authority, turn) => {
      const slice = sliceFor(authority, index);
      const drawn = { ...slice, indicators, internal: false, reportDate: "2026-03-01" };
      const data = chartData(drawn);
      const latest = data.measures.flatMap((measure) => data.latest(measure) ?? []);
      const isSparse = slice.group.length === 0 || latest.filter(({ value }) => value === null).length * 3 > latest.length;
      const input: PackInput = {
        ...slice,
        charts: pageCharts(drawn),
        indicators,
        options: { meetingDate: "2026-03-16", agendaItem: "5", date: "2026-03-01", internal: false },
      };
      for (const template of isSparse ? templates : [turn % 2 === 0 ? briefing : health]) {
        if (!template) continue;
        const laid = layPack(template, input);
        const { sheets } = laid;
        const say = (text: string): void => void faults.push(`${authority.authority}, ${template.id}: ${text}`);
        sheets.forEach(({ sheet, starts, page: { section } }, at) => {
          for (const problem of sheet.problems) say(problem);
          const isInner = at > 0 && at < sheets.length - 1;
          if (isInner && sheet.filledTo < page.bottom * 0.5)
            say(`page ${at + 1} (${section}) is filled to ${Math.round((100 * sheet.filledTo) / page.bottom)}%`);
          const mayRunOn =
            template.id === "evidence-book" || ["Evidence", "Method and glossary", "Data quality and questions"].includes(section);
          if (starts.length === 0 && !mayRunOn) say(`page ${at + 1} goes on with ${section}`);
        });
        const length = wrongLength(template, laid);
        if (length !== null) say(length);
      }
    });
    expect(faults).toEqual([]);
  },
);
