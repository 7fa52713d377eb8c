import { appendFileSync, existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseCsv } from "../../pipeline/core/csv.ts";
import { newPlace, runPipeline, snapshot, type Place, type Ran } from "./run-pipeline.ts";

/** The contract: columns that each table has at least. */
const contract: Record<string, string> = {
  documents: "document title kind publisher authority_code authority published event_start event_end pages sha256",
  observations:
    "observation_id document authority_code authority indicator breakdown subject value value_high unit qualifier numerator denominator period period_start period_end method page paragraph table row column quote",
  actions: "document recommendation_no recommendation action_id action outcome timescale due lead progress rag",
  findings: "finding_id kind severity document authority indicator message stated expected quote place",
  series: "authority_code authority indicator breakdown period period_end value numerator denominator symbol origin source",
  comparisons:
    "authority_code authority indicator breakdown polarity period period_end value numerator denominator ci_low ci_high previous_period previous_value change change_verdict neighbour_model neighbour_mean neighbour_median neighbours_with_value neighbour_min neighbour_max neighbour_verdict region region_value england_value england_verdict rank rank_of england_rank england_rank_of england_quartile trend_verdict children_to_neighbour_mean children_to_england source",
  charts: "chart_id authority indicator kind title subtitle alt source svg png csv",
};
const about = ["bedford", "central-bedfordshire", "south-gloucestershire"];

describe("the pipeline on the seeds", () => {
  let place: Place;
  let first: Ran;
  beforeAll(() => {
    place = newPlace();
    first = runPipeline(place);
  });
  afterAll(() => rmSync(place.folder, { recursive: true, force: true }));
  const table = (name: string): Record<string, string>[] => {
    const { header, rows } = parseCsv(readFileSync(join(place.data, "tidy", `${name}.csv`), "utf8"));
    return rows.map(({ cells }) => Object.fromEntries(header.map((column, at) => [column, cells[at] ?? ""])));
  };

  it("ends well, with plain progress and no stack trace", () => {
    expect(first.err).not.toMatch(/\bat .*\.ts:\d+/);
    expect({ code: first.code, err: first.code === 0 ? "" : first.err }).toEqual({ code: 0, err: "" });
  });

  it.each(Object.entries(contract))("leaves %s.csv with the columns of the contract", (name, columns) => {
    const rows = table(name);
    expect(rows.length).toBeGreaterThan(0);
    expect(Object.keys(rows[0] ?? {})).toEqual(expect.arrayContaining(columns.split(" ")));
  });

  it("describes every table and column in a data package", () => {
    const described = JSON.parse(readFileSync(join(place.data, "tidy", "datapackage.json"), "utf8"));
    const files = readdirSync(join(place.data, "tidy")).filter((name) => name.endsWith(".csv"));
    expect(described.resources.map((resource: { path: string }) => resource.path).sort()).toEqual(files.sort());
    for (const resource of described.resources) {
      const { header, rows } = parseCsv(readFileSync(join(place.data, "tidy", resource.path), "utf8"));
      expect(resource.schema.fields.map((field: { name: string }) => field.name)).toEqual(header);
      expect(resource.rows).toBe(rows.length);
      expect(resource.schema.fields.filter((field: { description: string }) => !field.description)).toEqual([]);
    }
  });

  it("makes packs and charts in three forms for each authority the documents are about", () => {
    const folders = readdirSync(place.out, { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map((entry) => entry.name);
    expect(folders.sort()).toEqual(about);
    for (const slug of about) {
      expect(
        readdirSync(join(place.out, slug)).filter((name) => name.startsWith(`${slug}-panel-briefing`) && name.endsWith(".pdf")),
      ).toHaveLength(1);
    }
    for (const chart of table("charts")) {
      for (const form of ["svg", "png", "csv"])
        expect(existsSync(join(place.out, chart[form] ?? "")), `${chart["chart_id"]} ${form}`).toBe(true);
      expect(chart["alt"]?.length).toBeGreaterThan(60);
    }
  });

  it("joins an indicator from the inspection of 2012 to the newest release in one table, each point with its origin", () => {
    const rows = table("series").filter(
      (row) => row["indicator"] === "health.immunisations" && row["authority"] === "Central Bedfordshire",
    );
    const found = rows.map((row) => [row["period_end"], row["origin"], row["value"]].join(" "));
    expect(found).toEqual(
      expect.arrayContaining([
        "2011-11-30 document 52",
        "2016-03-31 document 93.5",
        "2017-03-31 document 90.7",
        "2018-03-31 official 93",
        "2025-03-31 official 86",
      ]),
    );
  });

  it("takes the 27 actions of the plan", () => {
    expect(table("actions")).toHaveLength(27);
  });

  it("lists in the manifest exactly what it made, with hashes", () => {
    const manifest = JSON.parse(readFileSync(join(place.out, "manifest.json"), "utf8"));
    const made: Record<string, string> = {};
    for (const output of manifest.outputs) made[output.path.replace(/^data:/, "")] = output.sha256;
    const { "manifest.json": _, ...found } = snapshot(place.out);
    const tidy = Object.fromEntries(Object.entries(snapshot(join(place.data, "tidy"))).map(([name, hash]) => [`tidy/${name}`, hash]));
    expect(made).toEqual({ ...found, ...tidy });
    expect(manifest.inputs.filter((input: { kind: string }) => input.kind === "document")).toHaveLength(5);
    expect(JSON.stringify(manifest)).not.toContain(place.folder);
  });

  it("builds nothing again when nothing has changed", () => {
    const before = snapshot(place.out, place.data);
    const again = runPipeline(place);
    expect(again.code).toBe(0);
    expect(snapshot(place.out, place.data)).toEqual(before);
    const [, fresh, all] = /(\d+) of (\d+) steps were fresh/.exec(again.out) ?? [];
    expect(fresh).toBe(all);
  });

  it("gives the same bytes elsewhere, in another time zone and locale, with one worker", () => {
    const other = newPlace();
    const ran = runPipeline(other, ["--jobs", "1"], { TZ: "Pacific/Auckland", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" });
    expect(ran.code).toBe(0);
    expect(snapshot(other.out, join(other.data, "tidy"))).toEqual(snapshot(place.out, join(place.data, "tidy")));
    rmSync(other.folder, { recursive: true, force: true });
  });

  it("rebuilds only what depends on a document that changed, and --why says so beforehand", () => {
    const others = Object.keys(snapshot(place.out)).filter((name) => !name.startsWith("bedford/") && name !== "manifest.json");
    const before = snapshot(place.out);
    appendFileSync(join(place.documents, "001_81dbbae810bb59e5.txt"), "\n\nSocial workers have manageable caseloads.\n");
    const why = runPipeline(place, ["--why"]);
    expect(why.out).toContain("ingest 001_81dbbae810bb59e5.txt: document 001_81dbbae810bb59e5.txt has changed");
    expect(why.out).toContain("reconcile 001_81dbbae810bb59e5.txt: it waits for ingest 001_81dbbae810bb59e5.txt");
    for (const stage of ["ingest", "extract", "reconcile"]) expect(why.out).not.toContain(`${stage} 002_2bd92043d0a643b7.txt:`);
    expect(snapshot(place.out)).toEqual(before);
    const ran = runPipeline(place);
    expect(ran.code).toBe(0);
    const after = snapshot(place.out);
    for (const name of others) expect(after[name], name).toBe(before[name]);
    // Three steps of each of the four documents that stayed as they were.
    expect(Number(/(\d+) of \d+ steps were fresh/.exec(ran.out)?.[1])).toBeGreaterThanOrEqual(12);
  });

  it("removes what a narrower run no longer makes, and nothing that it did not make", () => {
    writeFileSync(join(place.out, "bedford", "my notes.txt"), "kept");
    const ran = runPipeline(place, ["--authority", "Central Bedfordshire", "--template", "one-page-summary"]);
    expect(ran.code).toBe(0);
    expect(readdirSync(join(place.out, "bedford"))).toEqual(["my notes.txt"]);
    expect(readdirSync(join(place.out, "central-bedfordshire")).filter((name) => name.endsWith(".pdf"))).toHaveLength(1);
  });
});

describe("the command line", () => {
  it("refuses an unknown authority and template with a suggestion, and builds nothing", () => {
    const place = newPlace(["004_684dbd756b96d099.txt"]);
    const authority = runPipeline(place, ["--authority", "Bedfrod"]);
    expect(authority).toMatchObject({ code: 2, err: expect.stringContaining('Did you mean "Bedford"') });
    const template = runPipeline(place, ["--template", "panel-breifing"]);
    expect(template).toMatchObject({ code: 2, err: expect.stringContaining('Did you mean "panel-briefing"') });
    expect(existsSync(place.out) ? Object.keys(snapshot(place.out)) : []).toEqual([]);
    rmSync(place.folder, { recursive: true, force: true });
  });
});
