import { spawnSync } from "node:child_process";
import { appendFileSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { cpus, tmpdir, totalmem } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** Measures whole runs, as a user meets them, and prints medians and ratios. Nothing here passes or fails. */
const project = fileURLToPath(new URL("../../", import.meta.url));
const official = fileURLToPath(new URL("../../../shared/official/", import.meta.url));
const corpus = fileURLToPath(new URL("../../../shared/corpus/", import.meta.url));
const work = mkdtempSync(join(tmpdir(), "panelpack-bench-"));
/** What matplotlib takes for a chart of the same kind in the same three formats, measured beside this once. */
const matplotlibMilliseconds = 390;

type Measured = { seconds: number; megabytes: number; out: string };

function run(name: string, args: readonly string[], documents = join(project, "seeds")): Measured {
  const usage = join(work, "usage");
  const folders = ["--documents", documents, "--out", join(work, name, "out"), "--data", join(work, name, "data")];
  const started = process.hrtime.bigint();
  const ran = spawnSync(
    process.execPath,
    ["--import", "./test/bench/print-usage.mjs", "--import", "./pipeline/check-node.mjs", "pipeline/main.ts", ...folders, ...args],
    {
      cwd: project,
      encoding: "utf8",
      env: { ...process.env, PANELPACK_BENCH_USAGE: usage },
      maxBuffer: 1 << 28,
    },
  );
  const seconds = Number(process.hrtime.bigint() - started) / 1e9;
  if (ran.status !== 0) console.log(`  ${name} ended with ${ran.status}: ${ran.stderr.split("\n").slice(-4).join(" ")}`);
  return { seconds, megabytes: Number(readFileSync(usage, "utf8")) / 1024, out: ran.stdout };
}

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
const say = (what: string, runs: readonly Measured[], more = ""): void => {
  const seconds = runs.map((one) => one.seconds);
  const spread = runs.length > 1 ? ` (${Math.min(...seconds).toFixed(2)} to ${Math.max(...seconds).toFixed(2)})` : "";
  console.log(
    `${what.padEnd(44)} ${median(seconds).toFixed(2).padStart(8)} s${spread}, ${Math.max(...runs.map((one) => one.megabytes)).toFixed(0)} MB${more}`,
  );
};
const fresh = (name: string): void => rmSync(join(work, name), { recursive: true, force: true });
const count = (folder: string, ending: string): number =>
  existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(ending)).length : 0;
/** The exponent of growth between two sizes: 1 is linear. */
const exponent = (sizes: [number, number], values: [number, number]): string =>
  (Math.log(values[1] / values[0]) / Math.log(sizes[1] / sizes[0])).toFixed(2);

console.log(
  `${cpus().length} processors (${cpus()[0]?.model.trim()}), ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.versions.node}\n`,
);
const runs = Number(process.argv[2] ?? 3);
const repeat = (measure: () => Measured): Measured[] => Array.from({ length: runs }, measure);

say(
  "start-up to --help",
  repeat(() => run("help", ["--help"])),
);
say(
  "seeds, cold",
  repeat(() => (fresh("seeds"), run("seeds", []))),
  `; ${count(join(work, "seeds", "out"), ".svg")} charts, ${count(join(work, "seeds", "out"), ".pdf")} packs`,
);
say(
  "seeds, unchanged",
  repeat(() => run("seeds", [])),
);
cpSync(join(project, "seeds"), join(work, "documents"), { recursive: true });
const changed = readdirSync(join(work, "documents")).find((name) => name.endsWith(".txt")) ?? "";
run("changed", [], join(work, "documents"));
say(
  "seeds, one document changed",
  repeat(() => {
    appendFileSync(join(work, "documents", changed), "\n\nAll care leavers have a pathway plan.\n");
    return run("changed", [], join(work, "documents"));
  }),
);

if (!existsSync(official)) console.log("\nThe releases for all of England are not here: England was not measured.");
else {
  const arguments_ = ["--official", official];
  const cold = run("england", [...arguments_, "--all-authorities"]);
  const charts = count(join(work, "england", "out"), ".svg");
  const perChart = (cold.seconds / charts) * 1000;
  console.log();
  say("England, cold", [cold], `; ${charts} charts, ${count(join(work, "england", "out"), ".pdf")} packs`);
  console.log(
    `  ${perChart.toFixed(1)} ms a chart in three formats, packs included: ${(matplotlibMilliseconds / perChart).toFixed(1)} times as fast as matplotlib's ${matplotlibMilliseconds} ms`,
  );
  const unchanged = run("england", [...arguments_, "--all-authorities"]);
  say("England, unchanged", [unchanged], `; ${((100 * unchanged.seconds) / cold.seconds).toFixed(1)}% of the cold time`);
  const names = readdirSync(join(work, "england", "out"), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name.replaceAll("-", " "));
  const few = [10, 50].map((size) => {
    const one = run(`england-${size}`, [...arguments_, ...names.slice(0, size).flatMap((name) => ["--authority", name])]);
    say(`England's figures, ${size} authorities, cold`, [one]);
    return one;
  });
  const [ten, fifty] = few;
  if (ten && fifty)
    console.log(
      `  growth from 10 to 50 authorities: time n^${exponent([10, 50], [ten.seconds, fifty.seconds])}, memory n^${exponent([10, 50], [ten.megabytes, fifty.megabytes])}; from 50 to ${names.length}: time n^${exponent([50, names.length], [fifty.seconds, cold.seconds])}, memory n^${exponent([50, names.length], [fifty.megabytes, cold.megabytes])}`,
    );
}

const documents = [join(project, "seeds"), corpus]
  .filter((folder) => existsSync(folder))
  .flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.(?:txt|pdf)$/.test(name))
      .map((name) => join(folder, name)),
  );
console.log();
const byDocuments = [10, 100].map((size) => {
  const folder = join(work, `documents-${size}`);
  mkdirSync(folder);
  for (let at = 0; at < size; at++) {
    const from = documents[at % documents.length] ?? "";
    cpSync(from, join(folder, `${String(at).padStart(3, "0")} ${from.split("/").at(-1)}`));
  }
  const bytes = readdirSync(folder).reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  const one = run(`many-${size}`, ["--only", "reconcile"], folder);
  say(`${size} documents (${(bytes / 1e6).toFixed(0)} MB), to findings, cold`, [one]);
  return one;
});
const [tenDocuments, hundred] = byDocuments;
if (tenDocuments && hundred)
  console.log(
    `  growth from 10 to 100 documents: time n^${exponent([10, 100], [tenDocuments.seconds, hundred.seconds])}, memory n^${exponent([10, 100], [tenDocuments.megabytes, hundred.megabytes])}`,
  );
rmSync(work, { recursive: true, force: true });
