import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const project = fileURLToPath(new URL("../../", import.meta.url));

export type Place = { folder: string; documents: string; out: string; data: string };

/** An empty folder with copies of some documents (of the seeds unless others are named). */
export function newPlace(documents: readonly string[] = readdirSync(join(project, "seeds")), from = join(project, "seeds")): Place {
  const folder = mkdtempSync(join(tmpdir(), "panelpack-"));
  const place = { folder, documents: join(folder, "documents"), out: join(folder, "output"), data: join(folder, "data") };
  for (const name of documents) cpSync(join(from, name), join(place.documents, name), { recursive: true });
  return place;
}

export type Ran = { code: number | null; out: string; err: string };

/** Runs the program as the npm script does. */
export function runPipeline(place: Place, args: readonly string[] = [], environment: Record<string, string> = {}): Ran {
  const folders = ["--documents", place.documents, "--out", place.out, "--data", place.data];
  const ran = spawnSync(process.execPath, ["--import", "./pipeline/check-node.mjs", "pipeline/main.ts", ...folders, ...args], {
    cwd: project,
    encoding: "utf8",
    env: { ...process.env, ...environment },
    timeout: 300_000,
  });
  return { code: ran.status, out: ran.stdout, err: ran.stderr };
}

/** Every file below a folder with its hash, by relative path; "" where there is none. */
export function snapshot(...folders: string[]): Record<string, string> {
  const files: Record<string, string> = {};
  for (const folder of folders) {
    if (!existsSync(folder)) continue;
    for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
      const path = join(folder, name);
      if (statSync(path).isFile() && !name.includes(".cache")) files[name] = createHash("sha256").update(readFileSync(path)).digest("hex");
    }
  }
  return files;
}
