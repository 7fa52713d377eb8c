import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseTable } from "../../pipeline/core/csv.ts";
import type { Fields, RowOf, TableSchema } from "../../pipeline/core/table-schema.ts";
import { nameOfOwn, standingWords, templateWords } from "../../pipeline/evidence/declared.ts";
import { plainWords } from "../../pipeline/evidence/printed-numbers.ts";
import { explain } from "../../pipeline/evidence/explain.ts";
import { indexTables, knownIds, type EvidenceTables } from "../../pipeline/evidence/tables.ts";
import { unsourcedNumbers } from "../../pipeline/evidence/trace.ts";
import { indicators } from "../../pipeline/indicators/all.ts";
import { actionRef, actions } from "../../pipeline/model/action.ts";
import { charts } from "../../pipeline/model/chart.ts";
import { comparisons, parseCellRef } from "../../pipeline/model/comparison.ts";
import { documents } from "../../pipeline/model/document.ts";
import { findings } from "../../pipeline/model/finding.ts";
import { neighbours } from "../../pipeline/model/neighbour.ts";
import { observations } from "../../pipeline/model/observation.ts";
import { series } from "../../pipeline/model/series.ts";
import { sources } from "../../pipeline/model/source.ts";
import { statements, type Statement } from "../../pipeline/model/statement.ts";
import { targets } from "../../pipeline/model/target.ts";
import { readDocument } from "../../pipeline/readers/read-document.ts";
import { newPlace, project, runPipeline, type Place, type Ran } from "./run-pipeline.ts";

/** The tables of a run, read from its CSV files and nothing else. */
function tablesOf(place: Place): EvidenceTables {
  const load = <F extends Fields>(schema: TableSchema<F>): RowOf<TableSchema<F>>[] =>
    parseTable(schema, readFileSync(join(place.data, "tidy", `${schema.name}.csv`), "utf8")).rows;
  const templates = readdirSync(join(project, "templates")).map((name) =>
    templateWords(name.replace(".md", ""), `templates/${name}`, readFileSync(join(project, "templates", name), "utf8")),
  );
  return {
    statements: load(statements),
    charts: load(charts),
    comparisons: load(comparisons),
    series: load(series),
    observations: load(observations),
    findings: load(findings),
    actions: load(actions),
    targets: load(targets),
    documents: load(documents),
    neighbours: load(neighbours),
    sources: load(sources),
    indicators,
    declared: [...standingWords, ...templates],
  };
}

const packsOf = (place: Place): string[] =>
  readdirSync(place.out, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".pdf"))
    .sort();
const idsOf = (row: { rests_on: string }): string[] => row.rests_on.split(" ").filter((id) => id !== "");
const digits = (text: string): string[] => text.replaceAll("\u00a0", " ").match(/\d+(?:[.,]\d+)*/g) ?? [];

/** Numbers that a pack gives to its own parts and scales: page, evidence, row, what the run was given. They are held to their form. */
const ownForms: Readonly<Record<string, RegExp>> = {
  page: /^(?:[Pp]age )?\d+$/,
  evidence: /^(?:[ESR]\d+|\d+(?: to \d+)?(?:, \d+(?: to \d+)?)*)$/,
  row: /^[A-Z]?\d+$/,
  given: /^(?:5|.*16 March 2026)$|^\D*$/,
  scale: /^(?:[−£]?[\d.,]+%?|(?:[A-Z][a-z]{2,8} )?\d{4}(?:\/\d{2})?|Axis starts at £?[\d.,]+%?\.)$/,
};
const ownKind = (row: Statement): string | null => {
  const kinds = new Set(idsOf(row).map((id) => /^([a-z]+):/.exec(id)?.[1] ?? ""));
  const [kind = ""] = kinds;
  // The number of an entry of the list stands on what the entry quotes.
  if (kind === "evidence" && /^[ES]\d+$/.test(row.text)) return kind;
  return kinds.size === 1 && kind in ownForms ? kind : null;
};

/** Numbers in the text of a PDF, as its reader gives it, that no text of the tables for that page holds. */
async function unlisted(place: Place, pack: string, rows: readonly Statement[]): Promise<string[]> {
  const read = await readDocument("pack.pdf", new Uint8Array(readFileSync(join(place.out, pack))));
  const own = rows.filter((row) => row.pack === pack);
  expect(own.length).toBeGreaterThan(0);
  return read.blocks.flatMap((block) => {
    const known = new Set(own.filter((row) => row.page === block.page).flatMap(({ text }) => digits(text)));
    return digits(block.text)
      .filter((number) => !known.has(number))
      .map((number) => `${pack}, page ${block.page}: ${number} in "${block.text.slice(0, 100)}"`);
  });
}

function untraced(tables: EvidenceTables): string[] {
  const rows = tables.statements
    .filter((row) => ownKind(row) === null)
    .map((row) => ({ text: row.text, page: row.page ?? 0, restsOn: idsOf(row) }));
  return unsourcedNumbers(rows, indexTables(tables)).map(
    ({ number, text, restsOn }) => `${number} in "${text}" (${restsOn.slice(0, 3).join(" ")})`,
  );
}

/** Ids that lead nowhere. */
function dangling(tables: EvidenceTables): string[] {
  const index = indexTables(tables);
  const known = new Set(knownIds(index));
  const leads = (id: string): boolean => known.has(parseCellRef(id)?.id ?? id) || nameOfOwn(id) !== null || index.everyone(id).length > 0;
  return [...new Set([...tables.statements, ...tables.charts].flatMap(idsOf))].filter((id) => !leads(id));
}

describe("evidence of a whole run on the seeds", () => {
  let place: Place;
  let ran: Ran;
  let tables: EvidenceTables;
  beforeAll(() => {
    const seeds = readdirSync(join(project, "seeds")).filter((name) => name.endsWith(".txt"));
    const [papers = ""] = seeds.filter((name) => name.startsWith("003_"));
    place = newPlace(seeds.filter((name) => name !== papers));
    cpSync(join(project, "seeds", papers), join(place.documents, "panel papers, 15 January 2018.txt"));
    mkdirSync(join(place.data, "local"), { recursive: true });
    writeFileSync(
      join(place.data, "local", "bedford.csv"),
      "authority,indicator,period,target\nBedford,health.immunisations,2024/25,97.5\n",
    );
    ran = runPipeline(place, ["--meeting-date", "2026-03-16", "--agenda-item", "5"]);
    tables = tablesOf(place);
  });
  afterAll(() => rmSync(place.folder, { recursive: true, force: true }));

  it("makes every pack of every template", () => {
    expect(tables.findings.filter((row) => row.heading === "A chart or pack could not be made").map((row) => row.message)).toEqual([]);
    expect(ran.code).toBe(0);
    expect(packsOf(place)).toHaveLength(3 * readdirSync(join(project, "templates")).length);
  });

  it("lists every number in the text of every PDF", async () => {
    for (const pack of packsOf(place)) expect(await unlisted(place, pack, tables.statements)).toEqual([]);
  });

  it("walks each of them back to a row of a CSV or to standing words", () => {
    expect(untraced(tables)).toEqual([]);
    const own = tables.statements.flatMap((row) => ownKind(row) ?? []);
    expect([...new Set(own)].sort()).toEqual(Object.keys(ownForms).sort());
    for (const row of tables.statements) {
      const kind = ownKind(row);
      if (kind !== null && /\d/.test(row.text)) expect(plainWords(row.text), row.rests_on).toMatch(ownForms[kind] ?? /$^/);
    }
  });

  it("finds most numbers that are changed by a little", () => {
    const index = indexTables(tables);
    const rows = tables.statements.filter((row) => ownKind(row) === null && /\d/.test(row.text)).filter((_, at) => at % 3 === 0);
    const changed = rows.map((row) => ({
      text: row.text.replace(/\d(?!.*\d)/, (last) => String((Number(last) + 1) % 10)),
      page: row.page ?? 0,
      restsOn: idsOf(row),
    }));
    const found = changed.filter((one) => unsourcedNumbers([one], index).length > 0).length;
    expect(found / changed.length).toBeGreaterThan(0.8);
  });

  it("rests on no id that leads nowhere, though a document's name holds spaces", () => {
    expect(dangling(tables)).toEqual([]);
    expect(tables.actions.some((row) => row.document.includes(" "))).toBe(true);
  });

  it("prints a target of the authority's own file with its row", () => {
    const [target] = tables.targets.filter((row) => row.origin === "local");
    const printed = tables.statements.filter((row) => row.rests_on === target?.target_id);
    expect(printed.map(({ text }) => text)).toContain("97.5%");
    expect(explain(printed[0]?.statement_id ?? "", tables)).toContain("line 2 of bedford.csv: the authority's own file");
  });

  it("explains every kind of id down to the hash of a file or the line of a release", () => {
    const few = <Row>(rows: readonly Row[], id: (row: Row) => string): string[] =>
      rows.filter((_, at) => at % Math.ceil(rows.length / 4) === 0).map(id);
    const restingOn = (test: (id: string) => boolean) =>
      few(
        tables.statements.filter((row) => idsOf(row).length > 0 && idsOf(row).every(test)),
        (row) => row.statement_id,
      );
    const ofDocuments = new Set(tables.documents.map(({ document }) => document));
    const toDocument = [
      ...few(tables.observations, (row) => row.observation_id),
      ...few(
        tables.findings.filter((row) => ofDocuments.has(row.document)),
        (row) => row.finding_id,
      ),
      ...few(tables.actions, actionRef),
      ...few(tables.actions, (row) => `${row.document}#${row.action_id}`),
      ...few(
        tables.series.filter((row) => row.origin === "document"),
        (row) => row.series_id,
      ),
      ...few(
        tables.targets.filter((row) => row.origin === "document"),
        (row) => row.target_id,
      ),
      ...restingOn((id) => id.startsWith("obs-")),
      ...restingOn((id) => id.includes("#")),
      ...restingOn((id) => id.startsWith("document:")),
    ];
    const toRelease = [
      ...few(
        tables.comparisons.filter((row) => row.value !== null),
        (row) => row.comparison_id,
      ),
      ...few(
        tables.series.filter((row) => row.origin === "official"),
        (row) => row.series_id,
      ),
      ...few(
        tables.charts.filter((row) => row.kind === "trend"),
        (row) => row.chart_id,
      ),
      ...few(
        tables.charts.filter((row) => row.kind === "neighbour-comparison"),
        (row) => row.chart_id,
      ),
      ...restingOn((id) => /^c-[^@]+$/.test(id)),
      ...restingOn((id) => id.includes("@england_value")),
      ...restingOn((id) => tables.charts.some((row) => row.chart_id === id)),
    ];
    expect(toDocument.length).toBeGreaterThan(30);
    expect(toRelease.length).toBeGreaterThan(24);
    for (const id of toDocument) expect(explain(id, tables), id).toMatch(/← SHA-256 [0-9a-f]{64}\n/);
    for (const id of toRelease) expect(explain(id, tables), id).toMatch(/← (?:line )?\S+ of .*\(dfe-[a-z0-9-]+\)\n/);
    for (const id of [...toDocument, ...toRelease]) expect(explain(id, tables)).not.toContain("no row has this id");
  });

  it("answers --explain for a number of a pack's evidence with the words that its list quotes, down to the file", () => {
    const { out, code } = runPipeline(place, ["--explain", "E1"]);
    expect(code).toBe(0);
    expect(out).toMatch(/panel-briefing.*\.pdf, page \d+\n(?: .*\n)*? +← .*“.+”\n +← document .*\n +← SHA-256 [0-9a-f]{64}/);
  });

  it("names the file of a release with its hash, and printed words that hold what was asked", () => {
    const [official] = tables.series.filter((row) => row.origin === "official");
    const { inputs } = JSON.parse(readFileSync(join(place.out, "manifest.json"), "utf8")) as { inputs: { name: string; sha256: string }[] };
    const hash = inputs.find(({ name }) => name === "official_statistics.csv")?.sha256 ?? "none";
    expect(runPipeline(place, ["--explain", official?.series_id ?? ""]).out).toContain(`← SHA-256 ${hash}`);
    const asked = runPipeline(place, ["--explain", "209 of 249"]);
    expect(asked.code).toBe(2);
    expect(asked.err).toMatch(/These texts of packs hold it.*\np-[0-9a-f]{12}: “209 of 249” \(central-bedfordshire\//);
    expect(runPipeline(place, ["--explain", ""]).code).toBe(2);
  });

  it("answers --explain for a cell of a pack with the figure that it is", () => {
    const cell = tables.statements.find((row) => /@england_value$/.test(row.rests_on));
    const out = runPipeline(place, ["--explain", cell?.statement_id ?? ""]);
    expect(out.code).toBe(0);
    expect(out.out).toContain(`; ${cell?.text}: England’s value`);
  });
});

const shared = fileURLToPath(new URL("../../../shared/", import.meta.url));
const corpus = [
  "80461_devon__children's services inspection - 12 may 2015.pdf",
  "80555_somerset__children's services inspection - 27 march 2015.pdf",
];
const isThere = existsSync(join(shared, "official")) && corpus.every((name) => existsSync(join(shared, "corpus", name)));

describe("evidence of authorities with other documents and all of England's figures", () => {
  it.skipIf(!isThere)("holds for every pack (needs ../shared/official and ../shared/corpus)", async () => {
    const place = newPlace(corpus, dirname(join(shared, "corpus", "-")));
    const ran = runPipeline(place, [
      "--official",
      join(shared, "official"),
      "--authority",
      "Devon",
      "--authority",
      "Somerset",
      "--authority",
      "City of London",
      "--meeting-date",
      "2026-03-16",
    ]);
    const tables = tablesOf(place);
    expect(tables.findings.filter((row) => row.heading === "A chart or pack could not be made").map((row) => row.message)).toEqual([]);
    expect(ran.err).not.toMatch(/\bat .*\.ts:\d+/);
    expect(packsOf(place)).toHaveLength(3 * readdirSync(join(project, "templates")).length);
    for (const pack of packsOf(place)) expect(await unlisted(place, pack, tables.statements)).toEqual([]);
    expect(untraced(tables)).toEqual([]);
    expect(dangling(tables)).toEqual([]);
    rmSync(place.folder, { recursive: true, force: true });
  });
});
