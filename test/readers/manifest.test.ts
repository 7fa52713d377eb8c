import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { sha256 } from "../../pipeline/core/hash.ts";
import { parseManifest } from "../../pipeline/readers/manifest.ts";

describe("the manifest of documents", () => {
  it("of the seeds is right and holds their hashes", () => {
    const folder = new URL("../../seeds/", import.meta.url);
    const { entries, errors } = parseManifest(readFileSync(new URL("manifest.json", folder), "utf8"));
    expect(errors).toEqual([]);
    expect(entries).toHaveLength(5);
    for (const entry of entries) expect(sha256(readFileSync(new URL(entry.document, folder)))).toBe(entry.sha256);
  });

  it("keeps the right entries and names the faults of the others", () => {
    const { entries, errors } = parseManifest(
      JSON.stringify([
        { document: "a.pdf", authority: "Kent" },
        { document: "b.pdf", published: "10 April 2012" },
        { document: "a.pdf" },
        { title: "x" },
        { document: "c.pdf", colour: "red" },
      ]),
    );
    expect(entries.map((entry) => [entry.document, entry.authority, entry.published])).toEqual([["a.pdf", "Kent", ""]]);
    expect(errors).toHaveLength(4);
    expect(errors[0]).toMatch(/^manifest\.json entry 2, published: /);
    expect(errors.join("\n")).toMatch(/entry 3 describes a\.pdf a second time/);
  });

  it("says that it is no JSON, or no list", () => {
    expect(parseManifest("{").errors[0]).toMatch(/does not parse/);
    expect(parseManifest("{}").errors[0]).toMatch(/list of documents/);
  });
});
