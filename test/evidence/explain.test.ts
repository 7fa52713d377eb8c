import { describe, expect, it } from "vitest";
import { standingWords } from "../../pipeline/evidence/declared.ts";
import { explain } from "../../pipeline/evidence/explain.ts";
import { nearIds, saying } from "../../pipeline/evidence/find-ids.ts";
import type { EvidenceTables } from "../../pipeline/evidence/tables.ts";
import { indicators } from "../../pipeline/indicators/all.ts";
import type { Comparison } from "../../pipeline/model/comparison.ts";
import type { Observation } from "../../pipeline/model/observation.ts";
import type { SeriesRow } from "../../pipeline/model/series.ts";

const series = (id: string, code: string, authority: string, level: SeriesRow["level"], value: number | null, line: string): SeriesRow => ({
  series_id: id,
  authority_code: code,
  authority,
  level,
  indicator: "health.dental_checks",
  breakdown: "",
  period: "2024/25",
  period_end: "2025-03-31",
  value,
  numerator: value === null ? null : value * 2,
  denominator: value === null ? null : 200,
  symbol: value === null ? "c" : "",
  unit: "percent",
  qualifier: "exact",
  origin: "official",
  source: "dfe-cla-2025",
  source_line: line,
});

const observation: Observation = {
  observation_id: "obs-1",
  document: "papers.pdf",
  authority_code: "E1",
  authority: "Northvale",
  indicator: "health.dental_checks",
  breakdown: "",
  subject: "local",
  value: 85,
  value_high: null,
  unit: "percent",
  qualifier: "approx",
  numerator: null,
  denominator: null,
  period: "2016/17",
  period_start: "2016-04-01",
  period_end: "2017-03-31",
  method: "prose",
  page: 4,
  paragraph: "65",
  table: "",
  row: "",
  column: "",
  quote: "Some 85% of children have regular dental checks",
  confidence: 0.9,
  review: "",
};

const comparison: Comparison = {
  comparison_id: "c-1",
  authority_code: "E1",
  authority: "Northvale",
  indicator: "health.dental_checks",
  breakdown: "",
  polarity: "high",
  unit: "percent",
  period: "2024/25",
  period_end: "2025-03-31",
  value: 80,
  symbol: "",
  numerator: 160,
  denominator: 200,
  ci_low: 74,
  ci_high: 85,
  previous_period: "",
  previous_value: null,
  previous_numerator: null,
  previous_denominator: null,
  change: null,
  change_verdict: "not_compared",
  neighbour_model: "2025",
  neighbour_mean: 85.25,
  neighbour_median: 85.25,
  neighbour_mad: 1,
  neighbours_with_value: 1,
  neighbour_min: 85,
  neighbour_max: 85,
  neighbour_verdict: "worse",
  neighbour_change: null,
  sensitivity: "",
  closeness_note: "",
  region: "East",
  region_value: 82,
  region_verdict: "similar",
  england_value: 84,
  england_verdict: "similar",
  rank: 2,
  rank_of: 2,
  rank_tied: 0,
  england_rank: null,
  england_rank_of: null,
  england_quartile: "",
  trend_verdict: "not_tested",
  trend_start: "",
  children_to_neighbour_mean: 11,
  children_to_england: 8,
  source: "dfe-cla-2025",
};

const tables: EvidenceTables = {
  statements: [
    {
      statement_id: "p-1",
      authority: "Northvale",
      pack: "northvale/briefing.pdf",
      page: 2,
      text: "Dental checks are worse than neighbours",
      rests_on: "c-1 s-doc papers.pdf#1.1 gone-1",
    },
  ],
  charts: [
    {
      chart_id: "northvale/trend",
      authority: "Northvale",
      indicator: "health.dental_checks",
      breakdown: "",
      kind: "trend",
      title: "Dental checks",
      subtitle: "",
      notes: "",
      alt: "",
      source: "",
      svg: "a.svg",
      png: "a.png",
      csv: "a.csv",
      spec: "",
      rests_on: "s-own",
    },
  ],
  comparisons: [comparison],
  series: [
    series("s-own", "E1", "Northvale", "local_authority", 80, "12"),
    series("s-n1", "E2", "Southvale", "local_authority", 85, "40"),
    series("s-n2", "E3", "Westvale", "local_authority", null, "41"),
    series("s-east", "R1", "East", "region", 82, "3"),
    series("s-eng", "K1", "England", "country", 84, "2"),
    {
      ...series("s-doc", "E1", "Northvale", "local_authority", 85, "obs-1"),
      origin: "document",
      source: "papers.pdf",
      period: "2016/17",
      period_end: "2017-03-31",
    },
  ],
  observations: [observation],
  findings: [
    {
      finding_id: "finding-1",
      kind: "official_difference",
      severity: "warning",
      document: "papers.pdf",
      authority: "Northvale",
      indicator: "health.dental_checks",
      message: "85% here, 84% published.",
      stated: "85%",
      expected: "84%",
      quote: "Some 85% of children",
      place: "page 4",
      heading: "85% here",
      observations: "obs-1",
      acknowledged: "",
    },
  ],
  actions: [
    {
      document: "papers.pdf",
      authority_code: "E1",
      plan: "Plan",
      recommendation_no: 1,
      recommendation: "",
      action_id: "1.1",
      action: "Recruit a dentist",
      outcome: "",
      timescale: "March 2026",
      due: "2026-03-31",
      lead: "",
      progress: "",
      rag: "",
      page: 7,
      place: "table 2, row 1",
    },
  ],
  documents: [
    {
      document: "papers.pdf",
      title: "Panel papers",
      kind: "panel papers",
      publisher: "",
      authority_code: "E1",
      authority: "Northvale",
      region: "",
      published: "2018-01-15",
      event_start: "",
      event_end: "",
      pages: 9,
      sha256: "ab12",
    },
  ],
  neighbours: [
    {
      model: "2025",
      authority_code: "E1",
      authority: "Northvale",
      rank: 2,
      neighbour_code: "E3",
      neighbour: "Westvale",
      closeness: "Close",
    },
    {
      model: "2025",
      authority_code: "E1",
      authority: "Northvale",
      rank: 1,
      neighbour_code: "E2",
      neighbour: "Southvale",
      closeness: "Close",
    },
  ],
  sources: [
    {
      source: "dfe-cla-2025",
      title: "Children looked after in England",
      publisher: "Department for Education",
      release: "2025",
      licence: "",
    },
  ],
  targets: [],
  indicators: [],
  declared: [],
};

describe("explain", () => {
  it("walks a sentence to the release lines and to the words of the document", () => {
    const text = explain("p-1", tables) ?? "";
    expect(text.split("\n")).toEqual([
      "sentence p-1: “Dental checks are worse than neighbours” (northvale/briefing.pdf, page 2)",
      "  ← comparison c-1: Northvale, health.dental_checks, 2024/25: 80% (160 of 200); neighbours worse, England similar, change not compared",
      "    ← its own value",
      "      ← Northvale, 2024/25: 80% (160 of 200) (s-own)",
      "        ← line 12 of Children looked after in England, Department for Education, 2025 (dfe-cla-2025)",
      "    ← statistical neighbours, 2025 model: mean 85.25%, median 85.25%, 1 of 2 with a value",
      "      ← Southvale, 2024/25: 85% (170 of 200) (s-n1)",
      "        ← line 40 of Children looked after in England, Department for Education, 2025 (dfe-cla-2025)",
      "      ← Westvale, 2024/25: [c] (s-n2)",
      "        ← line 41 of Children looked after in England, Department for Education, 2025 (dfe-cla-2025)",
      "    ← region: East",
      "      ← East, 2024/25: 82% (164 of 200) (s-east)",
      "        ← line 3 of Children looked after in England, Department for Education, 2025 (dfe-cla-2025)",
      "    ← England",
      "      ← England, 2024/25: 84% (168 of 200) (s-eng)",
      "        ← line 2 of Children looked after in England, Department for Education, 2025 (dfe-cla-2025)",
      "  ← Northvale, 2016/17: 85% (170 of 200), from a document (s-doc)",
      "    ← observation obs-1: health.dental_checks, Northvale, 2016/17: 85% (approx), read from prose",
      "      ← page 4, paragraph 65: “Some 85% of children have regular dental checks”",
      "        ← document papers.pdf: Panel papers, 15 January 2018",
      "          ← SHA-256 ab12",
      "  ← action 1.1: “Recruit a dentist” due March 2026",
      "    ← table 2, row 1",
      "      ← document papers.pdf: Panel papers, 15 January 2018",
      "        ← SHA-256 ab12",
      "  ← gone-1: no row has this id",
      "",
    ]);
  });

  it("explains charts, findings, values and observations by their own ids", () => {
    expect(explain("northvale/trend", tables)).toContain("  ← Northvale, 2024/25: 80%");
    expect(explain("finding-1", tables)).toContain("  ← observation obs-1");
    expect(explain("finding-1", tables)).toContain("SHA-256 ab12");
    expect(explain("s-own", tables)).toContain("line 12 of");
    expect(explain(" obs-1 ", tables)).toContain("paragraph 65");
  });

  it("tells of a cell only what its columns come from", () => {
    expect(explain("c-1@england_value", tables)?.split("\n")).toEqual([
      "England’s value, in",
      "  ← comparison c-1: Northvale, health.dental_checks, 2024/25: 80% (160 of 200); neighbours worse, England similar, change not compared",
      "    ← England",
      "      ← England, 2024/25: 84% (168 of 200) (s-eng)",
      "        ← line 2 of Children looked after in England, Department for Education, 2025 (dfe-cla-2025)",
      "",
    ]);
    expect(explain("c-1@value", tables)).not.toContain("Southvale");
    expect(explain("c-1@rank", tables)).toContain("Southvale");
  });

  it("explains targets, documents, publications, standing words and numbers of the pack itself", () => {
    const more = {
      ...tables,
      targets: [
        {
          target_id: "s-target",
          authority_code: "E1",
          authority: "Northvale",
          indicator: "health.dental_checks",
          breakdown: "",
          period: "2024/25",
          period_end: "2025-03-31",
          target: 90,
          unit: "percent",
          origin: "document" as const,
          source: "papers.pdf",
          source_line: "obs-1",
        },
      ],
      declared: standingWords,
    };
    expect(explain("s-target", more)).toContain("paragraph 65");
    expect(explain("document:papers.pdf", more)).toContain("SHA-256 ab12");
    expect(explain("source:dfe-cla-2025", more)).toBe("Children looked after in England, Department for Education, 2025 (dfe-cla-2025)\n");
    expect(explain("words:method", more)).toContain("the method, standing words of the program");
    expect(explain("page:scorecard", more)).toContain("counted in the pack");
    expect(explain("scale:northvale/trend", more)).toContain("← chart northvale/trend");
  });

  it("finds an action by its document's name as it is, spaces and all", () => {
    const action = tables.actions[0];
    if (!action) throw new Error("there is no action");
    const spaced = { ...tables, actions: [{ ...action, document: "panel papers.pdf" }] };
    expect(explain("panel papers.pdf#1.1", spaced)).toContain("action 1.1: “Recruit a dentist”");
    expect(explain("panel%20papers.pdf#1.1", spaced)).toContain("action 1.1: “Recruit a dentist”");
  });

  it("names measures in plain words, beside their ids, and the file of a release with its hash", () => {
    const files = [{ name: "official_statistics.csv", sha256: "cd34" }];
    const named = {
      ...tables,
      indicators,
      files,
      series: tables.series.map((row) => (row.series_id === "s-own" ? { ...row, source_line: "official_statistics.csv:12" } : row)),
    };
    expect(explain("obs-1", named)).toContain(
      "observation obs-1: Teeth checked by a dentist (health.dental_checks), Northvale, 2016/17: 85% (approx)",
    );
    expect(explain("c-1@value", named)?.split("\n").slice(0, 6)).toEqual([
      "its value, in",
      "  ← comparison c-1: Northvale, Teeth checked by a dentist (health.dental_checks), 2024/25: 80% (160 of 200); neighbours worse, England similar, change not compared",
      "    ← its own value",
      "      ← Northvale, 2024/25: 80% (160 of 200) (s-own)",
      "        ← line 12 of official_statistics.csv: Children looked after in England, Department for Education, 2025 (dfe-cla-2025)",
      "          ← SHA-256 cd34",
    ]);
  });

  it("takes no column that rows do not have", () => {
    expect(explain("c-1@bogus", tables)).toBeNull();
  });

  it("knows a chart by its file, a document by its name, and evidence by the number that packs print", () => {
    expect(explain("a.svg", tables)).toContain("chart northvale/trend: Dental checks");
    // Two charts of that name: neither is meant more than the other.
    const twice = {
      ...tables,
      charts: ["north", "south"].flatMap((place) =>
        tables.charts.map((row) => ({ ...row, chart_id: `${place}/trend`, svg: `${place}/charts/trend.svg` })),
      ),
    };
    expect(explain("trend.svg", twice)).toBeNull();
    expect(nearIds("trend.svg", twice)).toEqual(["north/trend", "south/trend"]);
    expect(explain("south/charts/trend.svg", twice)).toContain("chart south/trend");
    expect(explain("papers.pdf", tables)).toContain("SHA-256 ab12");
    const cited = (id: string, pack: string, text: string, rests: string) => ({
      statement_id: id,
      authority: "Northvale",
      pack,
      page: 3,
      text,
      rests_on: rests,
    });
    const listed = {
      ...tables,
      statements: [
        cited("p-cite", "northvale/a.pdf", "E1", "evidence:E1"),
        cited("p-list", "northvale/a.pdf", "E1", "evidence:E1 obs-1"),
        cited("p-other", "northvale/b.pdf", "E1", "evidence:E1 s-own"),
      ],
    };
    // The number stands for another entry in another pack: asked for alone, both are told; from a pack, its own.
    expect(explain("E1", listed)).toMatch(/northvale\/a\.pdf, page 3\n.*observation obs-1[^]*northvale\/b\.pdf, page 3\n.*\(s-own\)/);
    expect(explain("p-cite", listed)).toContain("← observation obs-1");
    expect(explain("p-cite", listed)).not.toContain("s-own");
  });

  it("finds printed words, shortest text first, for readers who know no id", () => {
    const printed = {
      ...tables,
      statements: [
        ...tables.statements,
        {
          statement_id: "p-2",
          authority: "Northvale",
          pack: "northvale/briefing.pdf",
          page: 4,
          text: "Dental\u00a0checks",
          rests_on: "c-1",
        },
      ],
    };
    expect(saying("dental checks", printed)).toEqual([
      "p-2: “Dental checks” (northvale/briefing.pdf, page 4)",
      "p-1: “Dental checks are worse than neighbours” (northvale/briefing.pdf, page 2)",
    ]);
    expect(saying("no such words", printed)).toEqual([]);
    expect(saying(" ", printed)).toEqual([]);
  });

  it("walks a finding without a quotation to its document, and tells of an acknowledgement", () => {
    const [finding] = tables.findings;
    if (!finding) throw new Error("there is no finding");
    const known = explain("finding-1", {
      ...tables,
      findings: [{ ...finding, quote: "", observations: "", acknowledged: "Known, see minutes" }],
    });
    expect(known).toMatch(/Acknowledged: Known, see minutes\n {2}← page 4\n {4}← document papers\.pdf.*\n {6}← SHA-256 ab12\n$/);
  });

  it("knows nothing of an unknown id, and suggests the nearest", () => {
    expect(explain("obs-9", tables)).toBeNull();
    expect(nearIds("obs-9", tables)).toContain("obs-1");
    expect(nearIds("nothing-like-it-at-all", tables)).toEqual([]);
  });
});
