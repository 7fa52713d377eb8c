import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatPages } from "../../pipeline/briefing/compose/evidence-list.ts";
import { EvidenceRegister } from "../../pipeline/briefing/evidence.ts";
import { piece } from "../../pipeline/briefing/ink.ts";
import { flow } from "../../pipeline/briefing/layout/flow.ts";
import { layOnSheets } from "../../pipeline/briefing/layout/share.ts";
import { breakLines, breakTitle, tie, widthOf } from "../../pipeline/briefing/layout/lines.ts";
import { shortened } from "../../pipeline/briefing/layout/shorten.ts";
import { layTable } from "../../pipeline/briefing/layout/table.ts";
import { setText } from "../../pipeline/briefing/layout/text.ts";
import { printedOn } from "../../pipeline/briefing/printed.ts";
import { type as roles } from "../../pipeline/briefing/style.ts";

const words = (text: string, width: number): string[] =>
  breakLines([{ text }], width, roles.body).map((line) => line.words.map((word) => word.map((part) => part.text).join("")).join(" "));

describe("lines", () => {
  it("are one text for the evidence, however the column wraps them", () => {
    const cell = [{ key: "td", tag: "TD" as const }];
    const { marks } = setText([{ text: "Education or work, 19 to 21 year olds" }], { x: 0, y: 0, width: 120 }, roles.cell, cell);
    expect(marks.flatMap((mark) => mark.inks)).not.toHaveLength(1);
    expect(printedOn([marks]).map(({ text }) => text.replaceAll("\u00a0", " "))).toEqual(["Education or work, 19 to 21 year olds"]);
  });

  it("fit their width and lose no word", () => {
    fc.assert(
      fc.property(
        fc.array(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 60 }),
        fc.integer({ min: 120, max: 493 }),
        (list, width) => {
          const lines = words(list.join(" "), width);
          expect(lines.join(" ").replaceAll("\u00a0", " ")).toBe(list.join(" "));
          for (const line of lines) expect(widthOf(line, roles.body)).toBeLessThanOrEqual(width + 0.1);
        },
      ),
      { seed: 7, numRuns: 60 },
    );
  });

  it("leave no single word on the last line where another break avoids it", () => {
    const lines = words("Children often come into care with vaccinations missed, and catching up protects them", 420);
    expect(lines).toHaveLength(2);
    expect(lines[1]?.split(" ").length).toBeGreaterThan(1);
  });

  it("end where the last sentence begins, when two lines hold both", () => {
    expect(words("Better than neighbours (mean 77.3%) and England (84%). No clear change in a year.", 387)).toEqual([
      "Better than neighbours (mean 77.3%) and England (84%).",
      "No clear change in a year.",
    ]);
  });

  it("keep a day with its month, a page with its number and counts together", () => {
    expect(tie("on 16 March 2026, page 5, 215 of 249")).toBe("on 16\u00a0March 2026, page\u00a05, 215\u00a0of\u00a0249");
  });

  it("break a title after its semicolon when both halves fit", () => {
    const lines = breakTitle(
      [{ text: "Care leavers and health compare well; dental checks fell and posts are vacant" }],
      493,
      roles.pageTitle,
    );
    expect(lines.map((line) => line.words.at(-1)?.at(-1)?.text)).toEqual(["well;", "vacant"]);
  });

  it("are cut at a word with an ellipsis", () => {
    const cut = shortened("Planning in hand for this to be delivered by the end of the year at the latest", 120, roles.cell, 2);
    expect(cut).toMatch(/ …$/);
    expect(breakLines([{ text: cut }], 120, roles.cell).length).toBe(2);
  });
});

describe("flow", () => {
  const row = (height: number, keepWithNext = false, head: { height: number; marks: [] } | null = null) =>
    piece({ height, marks: [], keepWithNext, head });

  it("never parts a piece from one that it stays with", () => {
    const sheets = flow({ section: "S", top: 60, pieces: [row(700), row(20, true), row(20, true), row(20)], notes: [] });
    expect(sheets.map((sheet) => sheet.filledTo)).toEqual([760, 62 + 60]);
  });

  it("repeats the head of a table and leaves room for the notes", () => {
    const head = { height: 30, marks: [] as [] };
    const sheets = flow({ section: "S", top: 60, pieces: [row(600), row(100, false, head), row(100, false, head)], notes: [row(40)] });
    expect(sheets).toHaveLength(2);
    expect(sheets[1]?.filledTo).toBe(62 + 30 + 100);
  });

  it("reports what is taller than a page", () => {
    expect(flow({ section: "Long", top: 60, pieces: [row(900)], notes: [] })[0]?.problems).toEqual([
      '"Long": a block that must not split is taller than the page',
    ]);
  });
});

describe("sections on sheets", () => {
  const row = (height: number) => piece({ height, marks: [] });
  const section = (name: string, heights: readonly number[], more: Partial<{ alone: boolean; whole: boolean; notes: number }> = {}) => ({
    section: name,
    top: 60,
    pieces: heights.map(row),
    notes: more.notes === undefined ? [] : [row(more.notes)],
    label: row(30),
    alone: more.alone ?? false,
    whole: more.whole ?? false,
  });
  const begun = (sheets: ReturnType<typeof layOnSheets>): string[] =>
    sheets.map(({ starts }) => starts.map(({ page: { section: name } }) => name).join("+"));

  it("begin below the one before where a good part of them fits, their notes above the next", () => {
    const sheets = layOnSheets([section("A", [200], { notes: 20 }), section("B", [300, 300])]);
    expect(begun(sheets)).toEqual(["A+B", ""]);
    expect(sheets[0]?.starts[1]?.y).toBe(60 + 200 + 10 + 20 + 24);
    expect(sheets[0]?.page.section).toBe("A");
    expect(sheets[1]?.page.section).toBe("B");
  });

  it("begin a sheet of their own where little of them would fit", () => {
    expect(begun(layOnSheets([section("A", [560]), section("B", [100, 100])]))).toEqual(["A", "B"]);
    expect(begun(layOnSheets([section("A", [300]), section("B", [60, 500])]))).toEqual(["A", "B"]);
  });

  it("do not straggle on to a last sheet for nothing, but leave no third of a sheet empty", () => {
    expect(begun(layOnSheets([section("A", [460]), section("B", [100, 100, 150])]))).toEqual(["A", "B"]);
    expect(begun(layOnSheets([section("A", [460]), section("B", [100, 100, 150]), section("C", [400])]))).toEqual(["A+B", "C"]);
    expect(begun(layOnSheets([section("A", [300]), section("B", [100, 100, 100, 100])]))).toEqual(["A+B", ""]);
  });

  it("are never parted when they are to stay whole, and never join a cover", () => {
    expect(begun(layOnSheets([section("A", [300]), section("B", [300, 300], { whole: true })]))).toEqual(["A", "B"]);
    expect(begun(layOnSheets([section("A", [300]), section("B", [100, 100], { whole: true })]))).toEqual(["A+B"]);
    expect(begun(layOnSheets([section("Cover", [100], { alone: true }), section("B", [300])]))).toEqual(["Cover", "B"]);
  });
});

describe("a table", () => {
  const columns = [
    { head: "Name", width: 100, align: "left" as const, names: true },
    { head: "Value", width: 60, align: "right" as const },
  ];
  const cells = (name: string, value: string) => [
    [{ spans: [{ text: name }], style: roles.cell }],
    [{ spans: [{ text: value }], style: roles.cell }],
  ];

  it("aligns figures at their right edge and tags heads with their scope", () => {
    const pieces = layTable(
      {
        key: "t",
        columns,
        rows: [
          { kind: "row", cells: cells("A", "9%") },
          { kind: "row", cells: cells("B", "100%") },
        ],
      },
      [],
    );
    const rights = pieces.flatMap((one) =>
      one.marks.flatMap((mark) =>
        mark.inks.flatMap((ink) => (ink.kind === "text" && ink.text.endsWith("%") ? [Math.round(ink.x + ink.width)] : [])),
      ),
    );
    expect(rights).toEqual([211, 211]);
    const scopes = new Set(
      pieces.flatMap((one) => one.marks.flatMap((mark) => mark.path.flatMap((tag) => (tag.tag === "TH" ? [tag.scope] : [])))),
    );
    expect([...scopes].sort()).toEqual(["Column", "Row"]);
  });

  it("keeps a group's title with its first two rows, and the last two rows of a group together", () => {
    const group = [
      { kind: "group" as const, title: "G", remark: "", rests: [] },
      ...["1", "2", "3", "4"].map((n) => ({ kind: "row" as const, cells: cells(n, n) })),
    ];
    const pieces = layTable({ key: "t", columns, rows: [...group, ...group] }, []);
    expect(pieces.map((one) => one.keepWithNext)).toEqual([true, true, true, false, true, false, true, true, false, true, false]);
  });
});

describe("evidence", () => {
  const source = { source: "a", title: "A", publisher: "P", release: "2025", licence: "L" };
  const quote = (words: string) => ({ document: "d.txt", quote: words, place: "page 1", rests: [] });

  it("is numbered in the order of first use, the same words once", () => {
    const register = new EvidenceRegister([source, { ...source, source: "b" }], true);
    expect([
      register.quotation(quote("x")),
      register.source("b"),
      register.quotation(quote("y")),
      register.quotation(quote("x")),
      register.source("a"),
      register.source("none"),
    ]).toEqual(["E1", "S1", "E2", "E1", "S2", ""]);
  });

  it("is forgotten again when a page is composed anew", () => {
    const register = new EvidenceRegister([source], true);
    register.quotation(quote("x"));
    const mark = register.mark();
    register.quotation(quote("y"));
    register.rollBack(mark);
    expect(register.quotation(quote("z"))).toBe("E2");
  });

  it("has no numbers in a pack without a list of evidence", () => {
    expect(new EvidenceRegister([source], false).source("a")).toBe("");
  });

  it("names pages in short", () => {
    expect(formatPages([5, 2, 3, 4, 7, 7])).toBe("2 to 5, 7");
    expect(formatPages([3, 4])).toBe("3, 4");
  });
});
