import { z } from "zod";
import type { ManifestEntry } from "../model/manifest-entry.ts";

const day = z.union([z.literal(""), z.iso.date()]);
const entrySchema: z.ZodType<ManifestEntry> = z.strictObject({
  document: z.string().min(1),
  title: z.string().default(""),
  publisher: z.string().default(""),
  kind: z.enum(["", "inspection report", "focused visit", "panel papers", "council report", "other"]).default(""),
  authority: z.string().default(""),
  published: day.default(""),
  event_start: day.default(""),
  event_end: day.default(""),
  licence: z.string().default(""),
  source: z.string().default(""),
  sha256: z.union([z.literal(""), z.string().regex(/^[0-9a-f]{64}$/, "expected 64 lower-case hexadecimal digits")]).default(""),
});

/**
 * Entries of a manifest of documents, a JSON array of objects. Entries that are not right are left
 * out, each with one sentence in `errors` that gives its place; never throws.
 */
export function parseManifest(text: string): { entries: ManifestEntry[]; errors: string[] } {
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    const reason = error instanceof Error ? error.message : "unknown fault";
    return { entries: [], errors: [`manifest.json is expected to be JSON but does not parse (${reason}); correct it.`] };
  }
  if (!Array.isArray(json))
    return { entries: [], errors: ["manifest.json is expected to be a list of documents; put its entries between [ and ]."] };
  const entries = new Map<string, ManifestEntry>();
  const errors: string[] = [];
  for (const [index, item] of json.entries()) {
    const parsed = entrySchema.safeParse(item);
    if (!parsed.success) {
      errors.push(
        ...parsed.error.issues.map(
          (issue) => `manifest.json entry ${index + 1}, ${issue.path.join(".") || "whole"}: ${issue.message}; correct the entry.`,
        ),
      );
    } else if (entries.has(parsed.data.document)) {
      errors.push(`manifest.json entry ${index + 1} describes ${parsed.data.document} a second time; keep one of the two.`);
    } else entries.set(parsed.data.document, parsed.data);
  }
  return { entries: [...entries.values()], errors };
}
