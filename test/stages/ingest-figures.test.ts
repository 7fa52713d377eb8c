import { describe, expect, it } from "vitest";
import { indicators } from "../../pipeline/indicators/all.ts";
import { healthOutcome } from "../../pipeline/indicators/official-files.ts";
import { defineIndicator } from "../../pipeline/model/indicator.ts";
import { buildSeries, compare } from "../../pipeline/stages/compare.ts";
import { ingestFigures, type FigureFiles, type NamedText } from "../../pipeline/stages/ingest-figures.ts";
import { health, immunisations } from "../readers/official/release-text.ts";

const reference: NamedText[] = [
  {
    name: "authorities.csv",
    text: "authority_code,dfe_code,authority,region_code,region,last_year\nE06000055,822,Bedford,E12000006,East of England,2025\nE06000056,823,Central Bedfordshire,E12000006,East of England,2025\n",
  },
  { name: "sources.csv", text: "source,title,publisher,release,licence\ndfe-cla-2025,Children looked after,DfE,2025,OGL\n" },
  {
    name: "statistical_neighbours.csv",
    text: "model,authority_code,authority,rank,neighbour_code,neighbour,closeness\n2025,E06000055,Bedford,1,E06000056,Central Bedfordshire,Close\n",
  },
  {
    name: "official_statistics.csv",
    text:
      "indicator,breakdown,authority_code,authority,level,period,period_end,value,numerator,denominator,symbol,source\n" +
      "health.immunisations,,E06000055,Bedford,local_authority,2024/25,2025-03-31,81,80,98,,dfe-cla-2025\n" +
      "health.immunisations,,E06000056,Central Bedfordshire,local_authority,2024/25,2025-03-31,86,215,249,,dfe-cla-2025\n",
  },
];
const ingest = (files: Partial<FigureFiles>) => ingestFigures({ reference, official: [], local: [], indicators, ...files });
const release = (name: string, year: string, percent: string): NamedText => ({
  name,
  text: health(...immunisations(year, "822", "Bedford", "E06000055", "80", percent, "98")),
});
const bedford = (figures: ReturnType<typeof ingest>): (number | null)[] =>
  figures.official.filter((row) => row.authority === "Bedford" && row.period === "2024/25").map((row) => row.value);

describe("ingestFigures", () => {
  it("reads the shipped tables as official figures", () => {
    const figures = ingest({});
    expect(figures.findings).toEqual([]);
    expect(figures.official.map(({ authority, value, origin, source_line }) => [authority, value, origin, source_line])).toEqual([
      ["Bedford", 81, "official", "official_statistics.csv:2"],
      ["Central Bedfordshire", 86, "official", "official_statistics.csv:3"],
    ]);
    expect(figures.neighbours).toHaveLength(1);
  });

  it("lets a release win over a shipped figure, with a note where they differ, and none where they agree", () => {
    const figures = ingest({ official: [release("cla.csv", "2025", "82")] });
    expect(bedford(figures)).toEqual([82]);
    expect(figures.official).toHaveLength(2);
    expect(figures.findings).toMatchObject([
      {
        severity: "note",
        kind: "data",
        stated: "82",
        expected: "81",
        message: "cla.csv gives 82 for Bedford, health.immunisations, 2024/25, where dfe-cla-2025 has 81. The figure of cla.csv is used.",
      },
    ]);
    expect(ingest({ official: [release("cla.csv", "2025", "81")] }).findings).toEqual([]);
  });

  it("lets the newer of two releases win, whatever the files are called", () => {
    const newer: NamedText = {
      name: "a.csv",
      text: health(
        ...immunisations("2026", "822", "Bedford", "E06000055", "1", "90", "2"),
        ...immunisations("2025", "822", "Bedford", "E06000055", "1", "83", "2"),
      ),
    };
    const figures = ingest({ official: [newer, release("b.csv", "2025", "82")] });
    expect(bedford(figures)).toEqual([83]);
    expect(figures.sources.map((source) => source.source)).toEqual(["dfe-cla-2025", "dfe-cla-2026"]);
  });

  it("says once for each indicator how many figures differ, and shows a symbol as one", () => {
    const withheld = release("cla.csv", "2025", "c");
    expect(ingest({ official: [{ ...withheld, text: withheld.text.replace(",80,c", ",c,c") }] }).findings[0]?.message).toContain(
      "gives [c] for Bedford",
    );
  });

  it("uses the other files where one is refused or not known", () => {
    const figures = ingest({
      official: [{ name: "rubbish.csv", text: "a,b\n1,2\n" }, release("bad.csv", "2025", "lots"), release("good.csv", "2024", "70")],
    });
    expect(figures.official).toHaveLength(3);
    expect(figures.findings.map(({ severity, document }) => [severity, document])).toEqual([
      ["error", "rubbish.csv"],
      ["error", "bad.csv"],
    ]);
  });

  it("says that a reference table is missing, or has a bad line, and goes on", () => {
    expect(ingest({ reference: reference.slice(1) }).findings[0]?.message).toBe(
      "authorities.csv is missing from the reference folder: restore it from the project.",
    );
    const broken = reference.map((file) => ({ ...file, text: file.text.replace(",86,215,249,,", ",86,215,249,c,") }));
    const figures = ingest({ reference: broken });
    expect(figures.official).toHaveLength(1);
    expect(figures.findings.map((finding) => finding.message)).toEqual([
      "official_statistics.csv, line 3, column value: expected either a value or a symbol. The line was left out.",
    ]);
  });

  it("joins local figures and warns where two files differ", () => {
    const own = (name: string, value: number): NamedText => ({
      name,
      text: `indicator,period,value,target\nhealth.immunisations,2025-06,${value},95\n`,
    });
    const figures = ingest({ local: [own("bedford a.csv", 80), own("bedford b.csv", 81)] });
    expect(figures.local.map((row) => row.value)).toEqual([80]);
    expect(figures.targets.map((row) => row.value)).toEqual([95]);
    expect(figures.findings).toMatchObject([
      {
        severity: "warning",
        message: "bedford b.csv:2 gives 81 where bedford a.csv:2 gives 80 for the same figure. The first is used; keep one.",
      },
    ]);
  });

  it("takes a new indicator from its declaration alone, through to its comparison", () => {
    const added = defineIndicator({
      id: "outcomes.convictions",
      theme: "other",
      name: "Convictions",
      measure: "Looked-after children convicted or cautioned in the year",
      unit: "percent",
      polarity: "low",
      official: [
        healthOutcome("Convictions: Children looked after Ages 10 to 17 years", "Convicted during the year", "Total ages 10 to 17 years"),
      ],
    });
    const rows = ["822,Bedford,E06000055", "823,Central Bedfordshire,E06000056"].flatMap((place, i) => {
      const start = `2025,Reporting year,Local authority,E92000001,England,E12000006,East of England,${place},Convictions: Children looked after Ages 10 to 17 years`;
      return [`${start},Convicted during the year,${2 + i},${4 + 2 * i}`, `${start},Total ages 10 to 17 years,50,100`];
    });
    const all = [...indicators, added];
    const figures = ingest({ official: [{ name: "any.csv", text: health(...rows) }], indicators: all });
    const series = buildSeries({ ...figures, observations: [], indicators: all });
    const row = compare({ ...figures, series, model: "2025", allEngland: false, indicators: all }).find(
      (one) => one.indicator === added.id && one.authority === "Bedford",
    );
    expect(row).toMatchObject({
      value: 4,
      numerator: 2,
      denominator: 50,
      neighbour_mean: 6,
      neighbour_verdict: "similar",
      rank: 1,
      rank_of: 2,
      source: "dfe-cla-2025",
    });
  });
});
