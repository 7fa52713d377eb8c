import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { formatCsv, formatTable } from "../../pipeline/core/csv.ts";
import { extractActions } from "../../pipeline/extract/actions/extract-actions.ts";
import { describeDocument } from "../../pipeline/extract/describe/describe-document.ts";
import { extractDocument } from "../../pipeline/extract/extract-document.ts";
import { actions } from "../../pipeline/model/action.ts";
import { documents } from "../../pipeline/model/document.ts";
import { readDocument } from "../../pipeline/readers/read-document.ts";
import { parseAuthorities } from "../../pipeline/readers/reference/parse-reference.ts";

/**
 * A folder is a case: it is named like a document of seeds/ and holds what is read from it without the
 * manifest. A missing or an extra file fails. After a change that is right, `UPDATE_GOLDEN=1 npm test`
 * writes the folders anew: read the difference before keeping it.
 */
const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const seeds = here("../../seeds/");
const cases = here("./cases/");
const authorities = parseAuthorities("authorities.csv", readFileSync(here("../../data/reference/authorities.csv"), "utf8")).rows;
const names = readdirSync(seeds).filter((name) => name.endsWith(".txt"));
const columns = [
  "indicator",
  "breakdown",
  "subject",
  "value",
  "value_high",
  "unit",
  "qualifier",
  "numerator",
  "denominator",
  "period",
  "method",
  "paragraph",
  "table",
  "row",
  "column",
  "confidence",
] as const;

async function filesOf(name: string): Promise<Record<string, string>> {
  const source = await readDocument(name, readFileSync(join(seeds, name)));
  const row = describeDocument(source, null, authorities);
  const plan = extractActions(source, row);
  return {
    "document.csv": formatTable(documents, [row]),
    "observations.csv": formatCsv(columns, extractDocument(source, row)),
    ...(plan.length > 0 ? { "actions.csv": formatTable(actions, plan) } : {}),
  };
}

describe("golden folders of the seeds", () => {
  it("has a folder for each document and no other", () => {
    if (process.env["UPDATE_GOLDEN"]) mkdirSync(cases, { recursive: true });
    if (process.env["UPDATE_GOLDEN"])
      for (const name of readdirSync(cases)) if (!names.includes(name)) rmSync(join(cases, name), { recursive: true });
    if (!process.env["UPDATE_GOLDEN"]) expect(readdirSync(cases).sort()).toEqual([...names].sort());
  });

  it.each(names)("%s gives what its folder holds", async (name) => {
    const folder = join(cases, name);
    const made = await filesOf(name);
    if (process.env["UPDATE_GOLDEN"]) {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      for (const [file, content] of Object.entries(made)) writeFileSync(join(folder, file), content);
    }
    expect(existsSync(folder) ? readdirSync(folder).sort() : []).toEqual(Object.keys(made).sort());
    for (const [file, content] of Object.entries(made)) expect(content, file).toBe(readFileSync(join(folder, file), "utf8"));
  });
});
