import { describe, expect, it } from "vitest";
import { checkLayout } from "./check-layout.ts";
import { chartData } from "../../pipeline/charts/data.ts";
import { actionPlan, ratingOf } from "../../pipeline/charts/kinds/action-plan.ts";
import { cutLines } from "../../pipeline/charts/kinds/action-plan-slide.ts";
import { trend } from "../../pipeline/charts/kinds/trend.ts";
import { pointsToLabel } from "../../pipeline/charts/kinds/trend-points.ts";
import { noteOfPeriod } from "../../pipeline/charts/kinds/trend-quoted.ts";
import { healthAssessmentBands, parseBand } from "../../pipeline/charts/kinds/health-assessment-bands.ts";
import { placementMix } from "../../pipeline/charts/kinds/placement-mix.ts";
import type { Action } from "../../pipeline/model/action.ts";
import type { Observation } from "../../pipeline/model/observation.ts";
import { action, base, code, mixRow, observed, paper } from "./document-cases.ts";

const withObservations = (observations: Observation[]): ReturnType<typeof chartData> =>
  chartData({ ...base, observations, documents: [paper] });

describe("health assessment bands", () => {
  it.each([
    ["0-20 days", { from: 0, to: 20, inTime: true, short: "0 to 20" }],
    ["21 to 30 days", { from: 21, to: 30, inTime: false, short: "21 to 30" }],
    ["More than 71 days", { from: 71, to: null, inTime: false, short: "over 71" }],
    ["No Initial Health Assessment", { from: null, to: null, inTime: null }],
  ])("reads %s", (text, expected) => expect(parseBand(text, 3)).toMatchObject(expected));
  it("takes no total for a band", () => expect(parseBand("Total", 116)).toBeNull());

  const bands = [
    ["0-20 days", 90],
    ["21 to 30 days", 14],
    ["31 to 40 days", 2],
    ["More than 41 days", 3],
    ["No Initial Health Assessment", 7],
    ["Total", 116],
  ] as const;
  const rows = bands.map(([band, count]) => observed("health.initial_assessment_band", band, count));
  it("answers a printed percentage that the counts do not give", async () => {
    const [model] = healthAssessmentBands.kind.models(
      withObservations([...rows, observed("health.initial_assessment_timely", "", 89.7, { unit: "percent" })]),
    );
    if (!model) throw new Error("no chart was drawn");
    expect(model.total).toBe(116);
    expect(model.contradicted).toEqual({ printed: 89.7, numerator: 104 });
    const { list } = await healthAssessmentBands.kind.slide(model);
    expect(checkLayout(list, 24)).toEqual([]);
    expect(list.items.filter((item) => item.kind === "path" && item.fill === "#12436D")).toHaveLength(90);
    const pack = healthAssessmentBands.kind.pack?.(model);
    expect(pack && checkLayout(pack.list, 12)).toEqual([]);
  });
  it("waits for a person where a reading is not sure, and takes it once it is accepted", () => {
    const unsure = observed("health.initial_assessment_timely", "", 89.7, { unit: "percent", confidence: 0.4 });
    expect(healthAssessmentBands.kind.models(withObservations([...rows, unsure]))[0]?.contradicted).toBeNull();
    expect(healthAssessmentBands.kind.models(withObservations([...rows, { ...unsure, review: "accepted" }]))[0]?.contradicted).toEqual({
      printed: 89.7,
      numerator: 104,
    });
  });
  it("says nothing of a printed percentage that agrees", () => {
    const [model] = healthAssessmentBands.kind.models(
      withObservations([...rows, observed("health.initial_assessment_timely", "", 77.6, { unit: "percent" })]),
    );
    expect(model?.contradicted).toBeNull();
  });
});

describe("placement mix", () => {
  const row = (indicator: string, ...values: number[]): Observation[] => mixRow(indicator, ["2015", "2015", "2016"], values);
  const rows = [
    ...row("cla.foster_care", 197, 199, 211),
    ...row("cla.ifa", 91, 86, 82),
    ...row("cla.residential", 25, 31, 34),
    ...row("cla.independent_living", 26, 30, 40),
    ...row("cla.with_parents", 26, 27, 19),
  ];
  it("keeps the order of columns that a paper heads alike, and says so", () => {
    const [model] = placementMix.kind.models(withObservations(rows));
    expect(model?.years.map(({ label, total }) => [label, total])).toEqual([
      ["2015 (1)", 274],
      ["2015 (2)", 287],
      ["2016", 304],
    ]);
    expect(model?.years.map(({ counts }) => counts[0])).toEqual([106, 113, 129]);
    expect(model?.words.notes.join(" ")).toContain("heads two columns with one year");
    expect(model && checkLayout((placementMix.kind.slide(model) as { list: Parameters<typeof checkLayout>[0] }).list, 24)).toEqual([]);
  });
  it("draws columns headed alike although their readings wait for a person", () => {
    expect(placementMix.kind.models(withObservations(rows.map((one) => ({ ...one, confidence: 0.45 }))))).toHaveLength(1);
  });
  it("draws nothing when a part is larger than its whole", () => {
    expect(
      placementMix.kind.models(
        withObservations([
          ...row("cla.foster_care", 80, 81, 82),
          ...row("cla.ifa", 91, 86, 83),
          ...row("cla.residential", 2, 3, 4),
          ...row("cla.independent_living", 2, 3, 5),
        ]),
      ),
    ).toEqual([]);
  });
});

describe("figures of documents beside official ones", () => {
  it.each([
    ["2010-12..2011-11", "2011-11-30", "12 months to November 2011"],
    ["2017-04..2017-09", "2017-09-30", "April to September 2017"],
    ["at inspection", "2012-03-02", "inspection, March 2012"],
    ["2016/17", "2017-03-31", ""],
    ["2011", "2011-12-31", "2011"],
  ])("names a period that is no year of the statistics: %s", (period, end, expected) =>
    expect(noteOfPeriod(period, end, "2024/25")).toBe(expected),
  );
  it("sets the period under the figure, and says in the subtitle that documents are drawn", async () => {
    const printed = base.series.flatMap((row) =>
      row.authority_code === code && row.period === "2020/21"
        ? [
            {
              ...row,
              series_id: "s-doc",
              period: "2015-12..2016-11",
              period_end: "2016-11-30",
              value: 52,
              numerator: null,
              denominator: null,
              origin: "document" as const,
              source: "paper.txt",
            },
          ]
        : [],
    );
    const [model] = trend.kind.models(chartData({ ...base, series: [...base.series, ...printed], documents: [paper] }));
    if (!model) throw new Error("no chart was drawn");
    const { list } = await trend.kind.slide(model);
    const words = list.items.flatMap((item) => (item.kind === "text" ? [item] : []));
    const [figure, period] = [words.find(({ text }) => text === "52%"), words.find(({ text }) => text === "12 months to November 2016")];
    expect(figure?.anchor === period?.anchor && figure?.x === period?.x && (period?.y ?? 0) > (figure?.y ?? 0)).toBe(true);
    expect(model.words.subtitle).toMatch(/and earlier figures in documents$/);
    expect(checkLayout(list, 24)).toEqual([]);
  });
  it("prints the figures that the headline speaks of", () => {
    const point = (period: string, value: number, when: number) => ({
      when,
      period,
      value,
      shown: `${value}%`,
      part: 0,
      numerator: null,
      denominator: null,
      rests: "",
    });
    const points = [
      point("2020/21", 88, 2021),
      point("2021/22", 73, 2022),
      point("2022/23", 76, 2023),
      point("2023/24", 91, 2024),
      point("2024/25", 77, 2025),
    ];
    const axis = { low: 70, high: 100, step: 5, ticks: [] };
    expect(pointsToLabel(points, axis, ["2023/24"]).map(({ value }) => value)).toEqual([88, 91, 73]);
    expect(pointsToLabel(points, axis).map(({ value }) => value)).toEqual([88, 73]);
  });
});

describe("action plan", () => {
  const models = (actions: Action[]): ReturnType<typeof actionPlan.kind.models> =>
    actionPlan.kind.models(chartData({ ...base, actions, documents: [paper] }));
  it("reads ratings by their first letter, colour and word", () =>
    expect(["Red", "amber", "Yellow", "G", "", "Complete"].map(ratingOf)).toEqual(["red", "amber", "amber", "green", "none", "other"]));
  it("skips months with nothing, marks the past and keeps the undated", async () => {
    const [model] = models([
      action(1, "1.1", "2017-03-31"),
      action(1, "1.2", "2017-12-31", "Yellow"),
      action(2, "2.1", "2018-01-31", "Green"),
      action(2, "2.2", ""),
    ]);
    if (!model) throw new Error("no chart was drawn");
    expect(model.columns.map(({ heads, past, skipBefore }) => [heads.join(" ").trim(), past, skipBefore])).toEqual([
      ["Mar 2017", true, false],
      ["Dec 2017", true, true],
      ["Jan 2018", false, false],
      ["No date", false, false],
    ]);
    expect(model.rows[0]?.text).toMatch(/^The quality of personal/);
    expect(checkLayout((await actionPlan.kind.slide(model)).list, 24)).toEqual([]);
  });
  it("goes over to quarters when there are more than nine months", () => {
    const [model] = models(
      Array.from({ length: 14 }, (_, i) => action(1, `1.${i}`, `${2018 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}-28`)),
    );
    expect(model?.columns.map(({ heads }) => heads[0])).toEqual(["Jan–Mar", "Apr–Jun", "Jul–Sep", "Oct–Dec", "Jan–Mar"]);
  });
  it("sets many actions of one month side by side, or on several slides, with nothing lost or overlapping", async () => {
    for (const [count, due] of [
      [24, "2018-03-31"],
      [70, "2018-03-31"],
      [30, ""],
    ] as const) {
      const plan = models([
        ...Array.from({ length: count }, (_, i) => action(1, `1.${i + 1}`, due, i % 3 === 0 ? "Amber" : i % 3 === 1 ? "Red" : "")),
        action(2, "2.1", "2018-04-30"),
      ]);
      expect(plan.flatMap(({ rows }) => rows).flatMap(({ cells }) => cells.flat())).toHaveLength(count + 1);
      for (const model of plan) {
        const { list } = await actionPlan.kind.slide(model);
        expect(checkLayout(list, 24)).toEqual([]);
        // Marks of one column stand a line apart.
        const numbers = list.items.flatMap((item) => (item.kind === "text" && /^1\.\d+$/.test(item.text) ? [item] : []));
        for (const [i, one] of numbers.entries())
          for (const other of numbers.slice(i + 1)) {
            expect(Math.abs(one.x - other.x) > 60 || Math.abs(one.y - other.y) >= 33, `${one.text} and ${other.text}`).toBe(true);
          }
      }
    }
  });
  it("says of a recommendation as much as its row has lines for", () => {
    const text = "The quality of personal education plans improves in every school and setting";
    expect(cutLines(text, 500, 2).join(" ")).toBe(text);
    expect(cutLines(text, 420, 1)).toEqual(["The quality of personal education…"]);
    expect(cutLines(text, 300, 2).at(-1)).toMatch(/…$/);
  });
  it("spreads nine columns of stacked actions", async () => {
    const months = Array.from({ length: 9 }, (_, i) => `2018-0${i + 1}-28`);
    const plan = models(
      months.flatMap((due, i) => Array.from({ length: 22 }, (_, n) => action(1 + (n % 2), `${1 + (n % 2)}.${i * 22 + n}`, due, "Yellow"))),
    );
    expect(plan.flatMap(({ rows }) => rows).flatMap(({ cells }) => cells.flat())).toHaveLength(198);
    for (const model of plan) expect(checkLayout((await actionPlan.kind.slide(model)).list, 24)).toEqual([]);
  });
  it("puts a plan of many actions on several slides, with nothing lost", async () => {
    const plan = models(Array.from({ length: 60 }, (_, i) => action(1 + (i % 12), `${1 + (i % 12)}.${i}`, `2018-0${1 + (i % 8)}-28`)));
    expect(plan.length).toBeGreaterThan(1);
    expect(plan.flatMap(({ rows }) => rows).flatMap(({ cells }) => cells.flat())).toHaveLength(60);
    expect(plan.flatMap(({ columns }) => columns).reduce((sum, { count }) => sum + count, 0)).toBe(60);
    for (const model of plan) expect(checkLayout((await actionPlan.kind.slide(model)).list, 24)).toEqual([]);
  });
});
