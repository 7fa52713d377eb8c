import { describe, expect, it } from "vitest";
import type { Mark } from "../../pipeline/briefing/ink.ts";
import { printedOn } from "../../pipeline/briefing/printed.ts";
import { layPack } from "../../pipeline/briefing/render-pack.ts";
import { originsOf } from "../../pipeline/evidence/origins.ts";
import { indexTables } from "../../pipeline/evidence/tables.ts";
import { traceNumbers } from "../../pipeline/evidence/trace.ts";
import { shippedAuthorities, shippedInput, shippedTemplate, templateIds, templateText } from "../briefing/shipped.ts";

const withList = templateIds.filter((id) => /^::evidence$/m.test(templateText(id)));
const figures = new Set(["its value", "its counts", "its count", "its base", "the upper end of its range"]);
const entryOf = (rests: readonly string[]): string => /^evidence:(E\d+)$/.exec(rests[0] ?? "")?.[1] ?? "";

type Entry = { entry: string; page: number; ids: Set<string>; words: string };

/** The entries of the list of evidence: the observations that each row rests on, and the words that it prints. */
function entriesOf(pages: readonly (readonly Mark[])[]): Map<string, Entry> {
  const rows = new Map<string, Entry>();
  for (const [at, mark] of pages.flatMap((marks, index) => marks.map((one) => [index, one] as const))) {
    const row = mark.path.find((tag) => tag.tag === "TR");
    if (!row || mark.path.some((tag) => tag.tag === "Link")) continue;
    const known = rows.get(row.key) ?? { entry: "", page: at + 1, ids: new Set<string>(), words: "" };
    rows.set(row.key, known);
    for (const ink of mark.inks) {
      if (ink.kind !== "text") continue;
      known.entry ||= entryOf(ink.rests);
      known.words += ink.text;
      for (const id of ink.rests) known.ids.add(id);
    }
  }
  return new Map([...rows.values()].filter(({ entry }) => entry !== "").map((row) => [row.entry, row]));
}

/** Entries that links of a page lead to. */
const citedOn = (marks: readonly Mark[]): string[] =>
  marks.flatMap((mark) => mark.path.flatMap((tag) => /^evidence-(E\d+)$/.exec(tag.link?.to ?? "")?.[1] ?? []));

describe("figures from documents", () => {
  it.each(withList.flatMap((id) => shippedAuthorities.map((name) => [id, name] as const)))(
    "of %s for %s lead to the list of evidence, which quotes them",
    async (id, name) => {
      const input = await shippedInput(name);
      const index = indexTables({ ...input, statements: [], charts: input.charts.map(({ row }) => row), declared: [] });
      const pages = layPack(shippedTemplate(id), input).sheets.map(({ sheet }) => sheet.marks);
      const entries = entriesOf(pages);
      const listed = new Set([...entries.values()].map(({ page }) => page));
      const fromDocuments = printedOn(pages)
        .filter(({ page }) => !listed.has(page))
        .flatMap(({ text, page, restsOn }) => {
          const cited = new Set(citedOn(pages[page - 1] ?? []).flatMap((entry) => [...(entries.get(entry)?.ids ?? [])]));
          return traceNumbers(text, originsOf(index, restsOn))
            .filter(({ id: from, figure }) => from.startsWith("obs-") && figures.has(figure ?? ""))
            .map(({ number, id: from }) => ({ where: `page ${page}: ${number} in "${text}" (${from})`, isCited: cited.has(from) }));
        });
      expect(fromDocuments.filter(({ isCited }) => !isCited).map(({ where }) => where)).toEqual([]);
      expect(fromDocuments.length > 0 || name === "Bedford").toBe(true);
      expect([...new Set(pages.flatMap(citedOn))].filter((entry) => !entries.has(entry))).toEqual([]);
      for (const { words } of entries.values()) expect(words).toMatch(/“.+”/);
    },
  );
});
