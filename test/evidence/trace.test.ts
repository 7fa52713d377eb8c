import { describe, expect, it } from "vitest";
import { standingWords, templateWords } from "../../pipeline/evidence/declared.ts";
import { originsOf } from "../../pipeline/evidence/origins.ts";
import { indexTables, withDeclared } from "../../pipeline/evidence/tables.ts";
import { traceNumbers, unsourcedNumbers } from "../../pipeline/evidence/trace.ts";
import { indicators } from "../../pipeline/indicators/all.ts";
import { actionRef, type Action } from "../../pipeline/model/action.ts";
import { cellRef } from "../../pipeline/model/comparison.ts";
import { standing } from "../../pipeline/words/standing.ts";
import { comparison, observation, tables } from "./rows.ts";

const actions: Action[] = ["2017-01-31", "2017-03-31", ""].map((due, at) => ({
  document: "panel papers.pdf",
  authority_code: "E1",
  plan: "Plan",
  recommendation_no: 1 + at,
  recommendation: "",
  action_id: `${1 + at}.1`,
  action: "",
  outcome: "",
  timescale: "",
  due,
  lead: "",
  progress: "",
  rag: at === 0 ? "Amber" : "",
  page: null,
  place: "",
}));
const base = indexTables({
  ...tables,
  indicators,
  declared: standingWords,
  actions,
  documents: [...tables.documents, { ...tables.documents[0]!, document: "panel papers.pdf", published: "2017-03-15" }],
});
const index = withDeclared(base, [
  templateWords("own pack", "templates/own pack.md", "# Health\n\nThe council visits **12 homes** a year."),
]);
const whole = [comparison.comparison_id];
const cell = (...columns: Parameters<typeof cellRef>[1]): string[] => [cellRef(comparison.comparison_id, columns)];
const loose = (text: string, restsOn: readonly string[]): string[] =>
  unsourcedNumbers([{ text, page: 1, restsOn }], index).map(({ number }) => number);

describe("a printed number is walked back to a figure of its rows", () => {
  it.each<[string, readonly string[]]>([
    ["160 of 200 children (80%) had their teeth checked in 2024/25", whole],
    ["1 worse", whole],
    ["82% in the East; with 95% intervals", whole],
    ["Northvale and its ten statistical neighbours", whole],
    ["“Some 85% of children have regular dental checks”", [observation.observation_id]],
    ["Better than neighbours (mean 85.3%) and England (84%)", whole],
    ["79% to 90%", cell("neighbour_min", "neighbour_max")],
    ["It fell by 5 percentage points", whole],
    ["−5", cell("change")],
    ["40 of 200 children had no dental check", whole],
    ["11 more children would reach the mean", whole],
    ["The lowest of eleven", whole],
    ["85% in 2023/24, then 80% in 2024/25", whole],
    ["Northvale 80%; England’s rate 84%", whole],
    ["Ninth of eleven on dental checks", whole],
    ["Four in five children", whole],
    ["with 200 children, one child moves the figure by 1 percentage points", whole],
    ["Two of three actions were undated or overdue", actions.map(actionRef)],
    ["85% (some 85% of children), paragraph 65, papers of 15 January 2018", [observation.observation_id]],
    [standing.grades, ["words:grades"]],
    ["12 homes", ["template:own%20pack"]],
    ["joint third lowest of eleven", whole],
    ["ninth highest of eleven", whole],
    ["The neighbours run from 79% to 90%", whole],
    ["Neighbours of the 2025 model", whole],
    ["paragraph 65, page 4", [observation.observation_id]],
    ["from 2016/17 to 2024/25", [...whole, observation.observation_id]],
  ])("%s", (text, restsOn) => {
    expect(loose(text, restsOn)).toEqual([]);
  });

  it.each<[string, readonly string[], string]>([
    ["81% of children", whole, "81%"],
    ["161 of 200 children", whole, "161 of 200"],
    ["160 of 201 children", whole, "160 of 201"],
    ["in 2023/24", [observation.observation_id], "2023/24"],
    ["Better than England (85%)", whole, "85%"],
    ["neighbours (mean 84%)", whole, "84%"],
    ["84%", cell("neighbour_mean"), "84%"],
    ["+5", cell("change"), "5"],
    ["78% to 90%", cell("neighbour_min", "neighbour_max"), "78% to 90%"],
    ["Eighth of eleven", whole, "Eighth"],
    ["The lowest of ten", whole, "ten"],
    ["80% in 2023/24", whole, "80%"],
    ["Northvale 84%", whole, "84%"],
    ["1", cell("rank"), "1"],
    ["13 homes", ["template:own%20pack"], "13"],
    ["80%", [], "80%"],
    ["80%", ["c-gone"], "80%"],
    ["17 or more", ["words:grades"], "17"],
    // Figures of the same row, told apart by the words round them.
    ["with 84% intervals", whole, "84%"],
    ["160 of 200 children (84%)", whole, "84%"],
    ["160 of 200 children (80%) had their teeth checked; a year before, 84%", whole, "84%"],
    ["11 neighbours", whole, "11"],
    ["The latest figure is 85.3%", whole, "85.3%"],
    ["82% had their teeth checked", whole, "82%"],
    ["8 more children would reach the neighbours’ mean", whole, "8"],
    ["It fell from 85% in 2023/24 to 85% in 2024/25", whole, "85%"],
    ["2 worse", whole, "2"],
    // Each of these is a figure of the row, but not that one.
    ["ninth lowest of eleven", whole, "ninth"],
    ["The neighbours run from 80% to 90%", whole, "80%"],
    ["79% to 79%", cell("neighbour_min", "neighbour_max"), "79% to 79%"],
    ["Neighbours of the 2024 model", whole, "2024"],
    ["Nine or more placements", whole, "Nine"],
    ["In 2024/25, 85% of children had their teeth checked", whole, "85%"],
    ["line 80", whole, "80"],
    ["“Some 4% of children have regular dental checks”", [observation.observation_id], "4%"],
    ["Some 85% of children in 65 places", [observation.observation_id], "65"],
  ])("%s has no source", (text, restsOn, number) => {
    expect(loose(text, restsOn)).toEqual([number]);
  });

  it("of the place that the words name last, where a chart draws several", () => {
    const other = {
      ...comparison,
      comparison_id: "c-2",
      authority_code: "E2",
      authority: "Southdale",
      value: 70,
      numerator: 140,
      ci_low: 63,
      ci_high: 76,
    };
    const chart = {
      chart_id: "northvale/dots",
      authority: "Northvale",
      indicator: "",
      breakdown: "",
      kind: "neighbour-comparison",
      title: "",
      subtitle: "",
      notes: "",
      alt: "",
      source: "",
      svg: "",
      png: "",
      csv: "",
      spec: "",
      rests_on: "c-1 c-2",
    };
    const drawn = indexTables({ ...tables, comparisons: [comparison, other], charts: [chart] });
    const said = (text: string): string[] =>
      unsourcedNumbers([{ text, page: 1, restsOn: [chart.chart_id] }], drawn).map(({ number }) => number);
    expect(said("Figures: Northvale 80% (160 of 200, 74% to 85%); Southdale 70% (140 of 200, 63% to 76%).")).toEqual([]);
    expect(said("Figures: Northvale 80% (140 of 200, 63% to 76%); Southdale 70% (160 of 200, 74% to 85%).")).toEqual([
      "140 of 200",
      "63% to 76%",
      "160 of 200",
      "74% to 85%",
    ]);
  });

  it("says which figure each number is", () => {
    const traced = traceNumbers("160 of 200 (80%), below the mean of 85.3%", originsOf(index, whole));
    expect(traced.map(({ number, figure }) => `${number}: ${figure}`)).toEqual([
      "160 of 200: its counts",
      "80%: its value",
      "85.3%: the neighbours’ mean",
    ]);
  });

  it("takes standing words only as they stand", () => {
    expect(loose("Rank: 1 is best, = is tied.", ["words:scorecard"])).toEqual([]);
    expect(loose("Rank: 2 is best, = is tied.", ["words:scorecard"])).toEqual(["2"]);
  });
});
