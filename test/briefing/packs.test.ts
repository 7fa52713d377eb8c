import { describe, expect, it } from "vitest";
import { checkPdf } from "../../pipeline/briefing/check/check-pdf.ts";
import type { Ink, TextInk } from "../../pipeline/briefing/ink.ts";
import { layPack, renderPack } from "../../pipeline/briefing/render-pack.ts";
import { renderPacks } from "../../pipeline/stages/briefings.ts";
import { page } from "../../pipeline/briefing/style.ts";
import { shippedAuthorities, shippedInput, shippedTemplate, templateIds, templateText } from "./shipped.ts";

const isText = (ink: Ink): ink is TextInk => ink.kind === "text";

describe.each(templateIds)("%s", (id) => {
  it.each(shippedAuthorities)("of %s keeps every rule, its frame and its length", async (name) => {
    const template = shippedTemplate(id);
    const input = await shippedInput(name);
    const pack = await renderPack(template, input);
    expect(checkPdf(pack.bytes)).toEqual([]);
    expect(pack.problems).toEqual([]);
    expect(pack.bytes.length).toBeLessThan(5_000_000);
    expect(pack.fileName).toMatch(new RegExp(`^[a-z-]+-${id}-2026-03-16\\.pdf$`));
    layPack(template, input).sheets.forEach(({ sheet }, at) => {
      const texts = sheet.marks.flatMap((mark) => mark.inks.filter(isText));
      const outside = texts.filter(
        (ink) =>
          ink.text.trim() !== "" &&
          (ink.x < page.left - 1 || ink.x + ink.width > page.right + 4 || ink.y > page.bottom + 0.5 || ink.y < 30),
      );
      expect(outside.map((ink) => `page ${at + 1}: ${ink.text}`)).toEqual([]);
    });
  });
});

describe("panel-briefing", () => {
  it("never sets one text over another", async () => {
    for (const name of shippedAuthorities) {
      const { sheets } = layPack(shippedTemplate("panel-briefing"), await shippedInput(name));
      sheets.forEach(({ sheet }, at) => {
        const texts = sheet.marks.flatMap((mark) => mark.inks.filter(isText)).filter((ink) => ink.text.trim() !== "");
        const collisions = texts.flatMap((a, index) =>
          texts
            .slice(index + 1)
            .filter(
              (b) =>
                Math.abs(a.y - b.y) < Math.min(a.size, b.size) * 0.6 &&
                a.x + 0.5 < b.x + b.width &&
                b.x + 0.5 < a.x + a.width - widthOfEnd(a),
            )
            .map((b) => `${name}, page ${at + 1}: "${a.text}" and "${b.text}"`),
        );
        expect(collisions).toEqual([]);
      });
    }
  });

  it("gives the same bytes twice", async () => {
    const [first, second] = [await shippedInput("Bedford"), await shippedInput("Bedford")];
    const template = shippedTemplate("panel-briefing");
    const a = await renderPack(template, first);
    const b = await renderPack(template, second);
    expect(Buffer.from(a.bytes).equals(Buffer.from(b.bytes))).toBe(true);
  });

  it("says what was not found where the documents say little, without an empty page", async () => {
    const laid = layPack(shippedTemplate("panel-briefing"), await shippedInput("Bedford"));
    expect(laid.words).toContain("No action plan is among the documents that were read.");
    expect(laid.pages.map(({ section }) => section)).not.toContain("Post-inspection action plan");
  });

  it("makes an honest pack for an authority without official figures or documents", async () => {
    const input = await shippedInput("Bedford", () => ({
      series: [],
      comparisons: [],
      documents: [],
      observations: [],
      actions: [],
      findings: [],
    }));
    const pack = await renderPack(shippedTemplate("panel-briefing"), input);
    expect(checkPdf(pack.bytes)).toEqual([]);
    const { words } = layPack(shippedTemplate("panel-briefing"), input);
    expect(words).toContain("No official statistics for Bedford were loaded");
    expect(words).toContain("No document about Bedford was read So no printed figure was checked, and none is quoted.");
  });

  it("marks every page of an internal pack", async () => {
    const input = await shippedInput("Bedford", ({ options }) => ({ options: { ...options, internal: true } }));
    const pack = await renderPack(shippedTemplate("one-page-summary"), input);
    expect(checkPdf(pack.bytes)).toEqual([]);
    expect(pack.pages).toBe(2);
  });
});

/** Text that a line ends in holds a space that nobody sees. */
const widthOfEnd = (ink: TextInk): number => (ink.text.endsWith(" ") ? ink.size * 0.25 : 0);

describe("targets", () => {
  it("have a column of the scorecard of their own where a template sets one", async () => {
    const plain = shippedTemplate("one-page-summary");
    const input = await shippedInput("Bedford");
    const withTarget = { ...plain, front: { ...plain.front, targets: { "health.immunisations": 97 } } };
    expect(layPack(plain, input).words).not.toContain("Target");
    const { words, sheets } = layPack(withTarget, input);
    expect(words).toContain("Targets are the authority’s own.");
    const cells = sheets.flatMap(({ sheet }) => sheet.marks.flatMap((mark) => mark.inks.filter(isText))).map((ink) => ink.text.trim());
    expect(cells.filter((text) => text === "97%")).toHaveLength(1);
    expect(cells).toEqual(expect.arrayContaining(["East of", "England", "Target"]));
    expect((await renderPack(withTarget, input)).problems).toEqual([]);
  });

  it("come from the authority's own files, for the same period only", async () => {
    const input = await shippedInput("Bedford");
    const own = input.comparisons
      .filter((one) => one.authority === "Bedford" && one.indicator === "health.immunisations")
      .sort((a, b) => (a.period_end < b.period_end ? 1 : -1));
    const [latest, before] = own;
    if (!latest || !before) throw new Error("Bedford has no two years of immunisations");
    const target = (row: typeof latest) => ({
      target_id: "t-1",
      authority_code: row.authority_code,
      authority: row.authority,
      indicator: row.indicator,
      breakdown: "",
      period: row.period,
      period_end: row.period_end,
      target: 98,
      unit: row.unit,
      origin: "local" as const,
      source: "own.csv",
      source_line: "2",
    });
    const words = (row: typeof latest) => layPack(shippedTemplate("one-page-summary"), { ...input, targets: [target(row)] }).words;
    expect(words(latest)).toContain("Targets are the authority’s own.");
    expect(words(before)).not.toContain("Targets are the authority’s own.");
  });
});

describe("a copied template", () => {
  it("makes a pack with other headings, order, measures, thresholds, targets, charts and words, each number with its source", async () => {
    const text = templateText("panel-briefing")
      .replace("title: Children in our care and care leavers", "title: Looked after in {{authority}}")
      .replace(
        "pages: [8, 16]",
        'pages: [4, 16]\ntargets:\n  "care_leavers.eet/age 19 to 21": 70\nthresholds:\n  gap: 5\n  change: 5\n  last_places: 1',
      )
      .replace("::messages\n", '::messages well="What is good"\n')
      .replace(/# Placements\n[^#]*/, "")
      .replace(
        "# Method and glossary",
        "# Our plan\n\nWe will immunise 95% of children in the {{region}}, see page {{page:scorecard}}.\n\n1. Visit every six weeks\n\n::chart neighbour-comparison health.immunisations\n\n# Method and glossary",
      );
    const { charts, options, indicators: _, ...slice } = await shippedInput("Bedford");
    const pack = await renderPacks({ id: "mine", file: "templates/mine.md", text }, slice, charts, options);
    expect(pack.problems).toEqual([]);
    expect(checkPdf(pack.bytes)).toEqual([]);
    expect(pack.fileName).toBe("bedford-mine-2026-03-16.pdf");
    const said = pack.statements.map((one) => one.text).join(" ");
    for (const words of [
      "Gaps of less than 5 and changes of less than 5",
      "We will immunise 95% of children in the East of England",
      "70%",
    ])
      expect(said.replace(/\s+/g, " ")).toContain(words);
  });
});

describe("thresholds", () => {
  it("of a template decide what becomes a message, and are told; verdicts stay", async () => {
    const plain = shippedTemplate("panel-briefing");
    const input = await shippedInput("Central Bedfordshire");
    const [before, after] = [plain, { ...plain, front: { ...plain.front, thresholds: { gap: 15, change: 15, lastPlaces: 0 } } }].map(
      (template) => layPack(template, input).words,
    );
    expect(before).toContain("Fewer children had a dental check");
    expect(after).not.toContain("Fewer children had a dental check");
    expect(before).not.toContain("have no message or question here");
    expect(after?.replace(/\s+/g, " ")).toContain(
      "Gaps of less than 15 and changes of less than 15 percentage points have no message or question here.",
    );
    for (const words of [before, after]) expect(words).toContain("worsened");
  });
});

describe("a pack", () => {
  it("too short takes its spare pages, one that is not leaves them out", async () => {
    const plain = shippedTemplate("panel-briefing");
    const input = await shippedInput("Bedford");
    const plainPages = layPack(plain, input).sheets.length;
    const longer = { ...plain, front: { ...plain.front, pages: [plainPages + 1, 40] as const } };
    expect(layPack(longer, input).sheets.length).toBe(plainPages + 1);
  });

  it("tells every doubt on a figure that it quotes: below the chart, on the page of findings, or where there is none at the foot", async () => {
    const bare = await shippedInput("Central Bedfordshire");
    const doubted = bare.observations.filter((one) => one.subject === "local" && one.indicator.startsWith("health.") && one.value !== null);
    const findings = doubted.map((one) => ({
      finding_id: `finding-${one.observation_id}`,
      kind: "conflict" as const,
      severity: "warning" as const,
      document: one.document,
      authority: "Central Bedfordshire",
      indicator: one.indicator,
      message: "Another figure is printed elsewhere.",
      stated: String(one.value),
      expected: "",
      quote: one.quote,
      place: "",
      heading: "Two figures for one thing",
      observations: one.observation_id,
      acknowledged: "",
    }));
    const plain = shippedTemplate("panel-briefing");
    const without = {
      ...plain,
      pages: plain.pages.map((page) => ({
        ...page,
        parts: page.parts.filter((part) => part.kind !== "directive" || part.directive.name !== "findings"),
      })),
    };
    for (const template of [plain, without]) {
      const words = layPack(template, { ...bare, findings }).words.replace(/\s+/g, " ");
      const told = [...words.matchAll(/[\d.]+%? are in doubt|In doubt: [^,]+/g)].map(([text]) => text);
      expect(told.filter((text) => text.startsWith("In doubt: SDQ average score 14.2"))).toHaveLength(1);
      expect(told.length, told.join("; ")).toBe(3);
    }
  });

  it("leads to the page that its words name, with each link, and asks about a measure where its chart stands", async () => {
    for (const name of shippedAuthorities) {
      const { sheets } = layPack(shippedTemplate("panel-briefing"), await shippedInput(name));
      const pageOf = new Map<string, number>();
      sheets.forEach(({ sheet }, at) =>
        sheet.anchors.forEach((anchor) => {
          expect(pageOf.has(anchor.name), anchor.name).toBe(false);
          pageOf.set(anchor.name, at + 1);
        }),
      );
      const links = sheets.flatMap(({ sheet }) =>
        sheet.marks.flatMap(({ path, inks }) => {
          const to = path.at(-1)?.link?.to;
          const [, page] =
            /^(?:page )?(\d+)$/.exec(
              inks
                .filter(isText)
                .map(({ text }) => text)
                .join("")
                .trim()
                .replace("\u00a0", " "),
            ) ?? [];
          return to === undefined || page === undefined ? [] : [{ to, page: Number(page) }];
        }),
      );
      expect(links.length).toBeGreaterThan(12);
      expect(links.filter(({ to, page }) => pageOf.get(to) !== page)).toEqual([]);
      expect(links.some(({ to }) => to.startsWith("measure-"))).toBe(name !== "South Gloucestershire");
    }
  });

  it("leaves no page half empty but its cover and its last", async () => {
    for (const name of shippedAuthorities) {
      const { sheets } = layPack(shippedTemplate("panel-briefing"), await shippedInput(name));
      const empty = sheets
        .slice(1, -1)
        .flatMap(({ sheet, page: { section } }, at) =>
          sheet.filledTo < page.bottom * 0.55 ? [`${name}, page ${at + 2}: ${section}`] : [],
        );
      expect(empty).toEqual([]);
    }
  });
});

describe("findings", () => {
  it("say of which measure and in which document, those about a measure first", async () => {
    const bare = await shippedInput("Central Bedfordshire");
    const read = bare.observations.find(
      (one) => one.indicator === "health.initial_assessment_timely" && one.subject === "local" && one.value !== null,
    );
    if (!read) throw new Error("no figure of first health assessments was read");
    const finding = {
      finding_id: "finding-1",
      kind: "arithmetic" as const,
      severity: "error" as const,
      document: read.document,
      authority: "Central Bedfordshire",
      indicator: "",
      message: "The parts give another figure.",
      stated: `${read.value}%`,
      expected: "",
      quote: read.quote,
      place: "",
      heading: "Printed, but the counts differ",
      observations: "",
      acknowledged: "",
    };
    const other = { ...finding, finding_id: "finding-0", quote: "", heading: "Something else is wrong" };
    const { words } = layPack(shippedTemplate("panel-briefing"), { ...bare, findings: [other, finding] });
    const about = words.indexOf("First health assessments: Printed, but the counts differ");
    expect(about).toBeGreaterThan(0);
    expect(about).toBeLessThan(words.indexOf("Something else is wrong"));
    expect(words).toContain("Panel papers, ");
  });
});
