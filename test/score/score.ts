/**
 * npm run score: reads the seeds, and the longer reports where they are at hand, and prints recall,
 * precision and period accuracy against the labelled facts, per family of indicators and per format.
 * `npm run score -- --misses 20` lists what was missed and what was not labelled.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { formatTable } from "../../pipeline/core/csv.ts";
import { describeDocument } from "../../pipeline/extract/describe/describe-document.ts";
import { extractDocument } from "../../pipeline/extract/extract-document.ts";
import { observations, type Observation } from "../../pipeline/model/observation.ts";
import { readDocument } from "../../pipeline/readers/read-document.ts";
import { parseAuthorities } from "../../pipeline/readers/reference/parse-reference.ts";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const seeds = here("../../seeds/");
const shared = here("../../../shared/");
const scorer = join(shared, "score/score.mjs");

const authorities = parseAuthorities("authorities.csv", readFileSync(here("../../data/reference/authorities.csv"), "utf8")).rows;

async function readFolder(folder: string): Promise<Observation[]> {
  const found: Observation[] = [];
  const names = existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => [".txt", ".pdf", ".md", ".html", ".docx"].includes(extname(name)))
        .sort()
    : [];
  for (const name of names) {
    const source = await readDocument(name, new Uint8Array(readFileSync(join(folder, name))));
    found.push(...extractDocument(source, describeDocument(source, null, authorities)));
  }
  return found;
}

function score(title: string, rows: readonly Observation[], gold: string, extra: readonly string[]): void {
  if (!existsSync(scorer) || !existsSync(gold)) {
    console.log(`${title}: not scored, since the labelled facts are not at hand (expected ${gold}).`);
    return;
  }
  const csv = join(mkdtempSync(join(tmpdir(), "score-")), "observations.csv");
  writeFileSync(csv, formatTable(observations, rows));
  console.log(`\n${title}: ${rows.length} observations read, in ${csv}`);
  console.log(
    execFileSync(process.execPath, [scorer, "--observations", csv, "--gold", gold, ...extra, ...process.argv.slice(2)], {
      encoding: "utf8",
    }),
  );
}

/** The labelled reports hold some indicators only; these are the ones scored. */
function scopeOf(gold: string): string[] {
  if (!existsSync(gold)) return [];
  const ids = readFileSync(gold, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => (JSON.parse(line) as { indicator: string }).indicator);
  return ["--scope", [...new Set(ids)].sort().join(",")];
}

const reports = join(shared, "gold/reports.jsonl");
score("Seeds (.txt)", await readFolder(seeds), join(shared, "gold/seeds.jsonl"), ["--documents", seeds]);
const corpus = await readFolder(join(shared, "corpus"));
if (corpus.length === 0) console.log("Reports (.pdf): not read, since the corpus is not at hand.");
else score("Reports (.pdf)", corpus, reports, [...scopeOf(reports), "--recall-only", "judgement", "--whole-only", "cp.count,cla.count"]);
