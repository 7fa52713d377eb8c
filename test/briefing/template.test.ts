import { describe, expect, it } from "vitest";
import { checkTemplate } from "../../pipeline/briefing/compose/check-template.ts";
import { parseTemplate } from "../../pipeline/briefing/template/parse-template.ts";
import { indicators } from "../../pipeline/indicators/all.ts";
import { shippedTemplate, templateIds } from "./shipped.ts";

/** What an analyst is told about a template; "" when nothing is wrong. */
function told(text: string): string {
  try {
    checkTemplate(parseTemplate("mine", "templates/mine.md", text), indicators);
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
const page = (body: string): string => `---\ntitle: A pack\n---\n\n# Page\n\n${body}\n`;

describe("a template", () => {
  it.each(templateIds)("%s that ships is in order", (id) => {
    expect(shippedTemplate(id).pages.length).toBeGreaterThan(1);
  });

  it("reads headings, paragraphs, lists, notes and directives with their settings and lists", () => {
    const template = parseTemplate(
      "mine",
      "mine.md",
      page(
        "Two lines\nof one paragraph.\n\n## Section\n\n- one\n- two\n\n::scorecard\n- Health: health.immunisations\n\n::trend lead size=supporting\n\n> A note.",
      ),
    );
    expect(template.pages[0]?.parts.map((part) => part.kind)).toEqual(["paragraph", "heading", "list", "directive", "directive", "note"]);
    expect(template.pages[0]?.parts[0]).toMatchObject({ text: "Two lines of one paragraph." });
    expect(template.pages[0]?.parts[3]).toMatchObject({
      directive: { name: "scorecard", items: [{ text: "Health: health.immunisations", line: 16 }] },
    });
    expect(template.pages[0]?.parts[4]).toMatchObject({ directive: { words: ["lead"], settings: { size: "supporting" } } });
  });

  it("names the line of an unknown directive, indicator, part, chart, setting, gap and page, and what was probably meant", () => {
    expect(told(page("::scorcard"))).toBe('templates/mine.md:7: there is no "::scorcard". Did you mean "scorecard"?');
    expect(told(page("::trend health.imunisations"))).toContain(
      'templates/mine.md:7: there is no indicator "health.imunisations". Did you mean "health.immunisations"',
    );
    expect(told(page('::trend "care_leavers.eet/age 18 to 21"'))).toContain(
      '"care_leavers.eet" has no part "age 18 to 21"; its parts are "age 17 to 18", "age 19 to 21".',
    );
    expect(told(page("::chart trends"))).toContain('templates/mine.md:7: there is no chart "trends" for packs');
    expect(told(page("::chart funnel"))).toContain("for packs; there are neighbour-comparison, trend");
    expect(told(page("::findings moast=3"))).toContain(
      '"::findings" has no setting "moast"; its settings are most, severity. Did you mean "most"?',
    );
    expect(told(page("About {{authorty}}."))).toBe('templates/mine.md:7: there is no gap "{{authorty}}". Did you mean "authority"?');
    expect(told(page("See {{page:scorecards}}."))).toContain('there is no page "scorecards"');
  });

  it("names the line of a setting, a title or a word for a measure that means nothing", () => {
    expect(told(page("::findings most=many"))).toBe(
      'templates/mine.md:7: "most" of "::findings" is a whole number of one or more, not "many"',
    );
    expect(told(page("::findings severity=eror"))).toContain('is "error" or "warning" or "note", not "eror". Did you mean "error"?');
    expect(told(page("::trend health.immunisations size=suporting"))).toContain('Did you mean "supporting"?');
    expect(told(page("::title scorcard"))).toContain(
      'templates/mine.md:7: there is no title "scorcard" made from figures; there are key-messages, scorecard',
    );
    expect(told(page('::title "Our own words"\n\nText.'))).toBe("");
    expect(told(page("::comparison"))).toContain('"::comparison" needs a measure');
    expect(told(page("::trend leed"))).toBe('templates/mine.md:7: there is no indicator "leed". Did you mean "lead"?');
    expect(told(page("::trend lead\n\n::focus health.immunisations"))).toBe(
      'templates/mine.md:7: "lead" stands for nothing here; "::focus" above it on the page says for what',
    );
  });

  it("reports every problem at once, in the order of the lines", () => {
    const lines = told(page("::one\n\n::two\n\n::trend nothing"))
      .split("\n")
      .map((line) => line.slice(0, 20));
    expect(lines).toEqual(["templates/mine.md:7:", "templates/mine.md:9:", "templates/mine.md:11"]);
  });

  it("asks for a title, a page and known settings in the front matter", () => {
    expect(told("# Page\n")).toContain('a block between two lines of "---"');
    expect(told("---\ntitle: A pack\n---\n")).toContain("there is no page");
    expect(told("---\ntitle: A pack\npannel: X\n---\n\n# Page\n")).toBe(
      'templates/mine.md:3: there is no setting "pannel". Did you mean "panel"?',
    );
    expect(told("---\ntitle: A pack\npages: [a, b]\n---\n\n# Page\n")).toContain("templates/mine.md:3:");
    expect(told("---\ntitle: A pack\ntargets:\n  health.immunisatons: 95\n---\n\n# Page\n")).toMatch(
      /^templates\/mine\.md:4: .*Did you mean "health\.immunisations"/,
    );
    expect(told("---\ntitle: A pack\nthresholds:\n  gapp: 2\n---\n\n# Page\n")).toBe(
      'templates/mine.md:4: there is no setting "gapp". Did you mean "gap"?',
    );
    expect(told("---\ntitle: A pack\nthresholds:\n  gap: much\n---\n\n# Page\n")).toMatch(/^templates\/mine\.md:4: "thresholds\.gap"/);
  });

  it("asks for groups where a scorecard has none, and for a closed quotation mark", () => {
    expect(told(page("::scorecard"))).toContain("needs a list below it");
    expect(told(page("::scorecard\n- health.immunisations"))).toContain("a group is a title, a colon and measures");
    expect(told(page('::title "Half'))).toContain("a quotation mark is missing");
  });
});
