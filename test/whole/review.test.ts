import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseTable } from "../../pipeline/core/csv.ts";
import { findings, type Finding } from "../../pipeline/model/finding.ts";
import { statements } from "../../pipeline/model/statement.ts";
import { newPlace, project, runPipeline, type Place, type Ran } from "./run-pipeline.ts";

const papers = readdirSync(join(project, "seeds")).find((name) => name.startsWith("003_")) ?? "";

/** As an analyst would: run, look a finding up, write why it may stand, run again; then the paper changes. */
describe("a finding that a person knows of", () => {
  let place: Place;
  let before: Finding[];
  let known: Finding;
  let second: Ran;
  let after: Finding[];
  const found = (): Finding[] => parseTable(findings, readFileSync(join(place.data, "tidy", "findings.csv"), "utf8")).rows;
  const printed = (pack: string, text: RegExp): string[] =>
    parseTable(statements, readFileSync(join(place.data, "tidy", "statements.csv"), "utf8"))
      .rows.filter((row) => row.pack.includes(pack) && text.test(row.text))
      .map((row) => row.text);
  const run = (...args: string[]): Ran => runPipeline(place, ["--template", "panel-briefing", "--template", "evidence-book", ...args]);

  beforeAll(() => {
    place = newPlace([papers]);
    run("--only", "reconcile");
    before = found();
    const first = before.find((row) => row.severity === "error" && row.stated.includes("89.7"));
    if (!first) throw new Error("no error states 89.7%");
    known = first;
    mkdirSync(join(place.data, "review"), { recursive: true });
    writeFileSync(
      join(place.data, "review", "known.csv"),
      `finding_id,document,decision,note,who,when\n${known.finding_id},${papers},acknowledge,The bands overlap; agreed with the provider,A Analyst,2026-03-01\n`,
    );
    writeFileSync(join(place.data, "review", "other.yaml"), "finding: x\n");
    second = run();
    after = found();
  });
  afterAll(() => rmSync(place.folder, { recursive: true, force: true }));

  it("stays in findings.csv with the reason, the others as they were", () => {
    expect(after.find((row) => row.finding_id === known.finding_id)).toEqual({
      ...known,
      acknowledged: "The bands overlap; agreed with the provider",
    });
    const rest = (rows: readonly Finding[]): Finding[] =>
      rows.filter((row) => row.finding_id !== known.finding_id && row.document === papers);
    expect(rest(after)).toEqual(rest(before));
  });

  it("is counted apart in the summary, and a file that is no CSV is named", () => {
    const errors = before.filter((row) => row.severity === "error").length;
    expect(second.out).toContain(`Findings: ${errors - 1} errors, `);
    expect(second.out).toContain("; 1 more acknowledged (findings.csv).");
    expect(second.out).toContain("warning: other.yaml was not read: decisions are read from files that end in .csv. Save it as CSV.");
  });

  it("stands in the packs as known, with its reason in the evidence book", () => {
    expect(printed("evidence-book", /^Acknowledged:/)).not.toEqual([]);
    expect(printed("panel-briefing", /1 more is known and explained: the evidence book lists it with its reason/)).toHaveLength(1);
    expect(printed("panel-briefing", /89\.7% is 104 of 116/)).toEqual([]);
  });

  it("comes back when its figures change, and the note that no longer applies is told by file and line", () => {
    const path = join(place.documents, papers);
    writeFileSync(path, readFileSync(path, "utf8").replaceAll("89.7%", "88.7%"));
    const third = run("--only", "reconcile");
    const back = found().filter((row) => row.severity === "error" && row.stated.includes("88.7"));
    expect(back.map((row) => row.acknowledged)).toEqual(back.map(() => ""));
    expect(back.length).toBeGreaterThan(0);
    expect(third.out).toContain(`warning: known.csv, line 2: no finding has the id ${known.finding_id} any more.`);
  });
});
