import { describe, expect, it } from "vitest";
import { composePage } from "../../pipeline/briefing/compose/page.ts";
import type { KnownBefore, Pack } from "../../pipeline/briefing/compose/pack.ts";
import { openComposer } from "../../pipeline/briefing/compose/remember.ts";
import { EvidenceRegister } from "../../pipeline/briefing/evidence.ts";
import { chartData } from "../../pipeline/charts/data.ts";
import { shippedInput, shippedTemplate } from "./shipped.ts";

const known: KnownBefore = {
  pageOf: () => "3",
  pagesCiting: () => [4],
  wordsBefore: "statistical neighbours",
  mostRoom: 2,
  absences: [],
  untold: [],
  sections: [{ anchor: "health", title: "Health" }],
};

describe("pages composed round after round", async () => {
  const template = shippedTemplate("panel-briefing");
  const input = await shippedInput("Bedford");
  const data = chartData({ ...input, internal: false, reportDate: input.options.date });
  const round = (compose: ReturnType<typeof openComposer>, changes: Partial<KnownBefore> = {}) => {
    const pack: Pack = { input, template, data, evidence: new EvidenceRegister(input.sources, true), ...known, ...changes };
    const pages = template.pages.map((page, at) => compose(page, at, pack));
    return { pages, evidence: [pack.evidence.documents(), pack.evidence.sources()] };
  };
  const anew = (changes: Partial<KnownBefore> = {}) => round(composePage, changes);

  it("stay as they are where nothing that they looked up differs, and cite the same evidence", () => {
    const compose = openComposer();
    const first = round(compose);
    const second = round(compose);
    expect(first).toEqual(anew());
    expect(second.evidence).toEqual(first.evidence);
    for (const [at, page] of second.pages.entries()) expect(page).toBe(first.pages[at]);
  });

  it.each<[string, Partial<KnownBefore>]>([
    ["a page number", { pageOf: () => "12" }],
    ["the pages that cite a piece of evidence", { pagesCiting: () => [2, 5, 6] }],
    ["the words of the round before", { wordsBefore: "" }],
    ["what was not found", { absences: ["No figure was found for dental checks."] }],
    ["a doubt without room", { untold: [[{ text: "Counts are small." }]] }],
    ["the sections", { sections: [{ anchor: "cover", title: "Cover" }] }],
    ["the room that pages may take", { mostRoom: 0 }],
  ])("are composed anew where %s differs, as if for the first time", (_, changes) => {
    const compose = openComposer();
    const first = round(compose);
    const second = round(compose, changes);
    expect(second).toEqual(anew(changes));
    expect(second.pages.some((page, at) => page === first.pages[at])).toBe(true);
    expect(second.pages.some((page, at) => page !== first.pages[at])).toBe(true);
  });
});
