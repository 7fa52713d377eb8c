import { describe, expect, it } from "vitest";
import type { PackInput } from "../../pipeline/briefing/compose/pack.ts";
import { indicators } from "../../pipeline/indicators/all.ts";
import { renderPacks } from "../../pipeline/stages/briefings.ts";
import { SourceError } from "../../pipeline/stages/sources.ts";
import { shippedAuthorities, shippedInput, templateIds, templateText } from "../briefing/shipped.ts";

const template = (id: string, change: (text: string) => string = (text) => text) => ({
  id,
  file: `templates/${id}.md`,
  text: change(templateText(id)),
});
const made = (id: string, { charts, options, ...slice }: PackInput, change?: (text: string) => string) =>
  renderPacks(template(id, change), slice, charts, options, indicators);

describe("every number of a pack has a source", () => {
  it.each(templateIds.flatMap((id) => shippedAuthorities.map((name) => [id, name] as const)))("%s of %s", async (id, name) => {
    const { statements } = await made(id, await shippedInput(name));
    expect(statements.length).toBeGreaterThan(40);
    expect(new Set(statements.map((one) => one.statement_id)).size).toBe(statements.length);
  });

  it("or the pack is not made, and the error names page, sentence and number", async () => {
    const input = await shippedInput("Bedford");
    const charts = input.charts.map((chart) => ({
      row: { ...chart.row, title: `${chart.row.title}, up by 63.7%` },
      pack: chart.pack,
      supporting: chart.supporting,
    }));
    const failed = await made("panel-briefing", { ...input, charts }).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(SourceError);
    expect(String(failed)).toMatch(/page \d+ prints 63\.7% in “.*up by 63\.7%”, which none of its sources holds \(bedford\/trend-/);
  });

  it("among them those that an analyst writes into a template", async () => {
    const input = await shippedInput("Bedford");
    const { statements } = await made("panel-briefing", input, (text) =>
      text.replace("# Scorecard\n", "# Scorecard\n\nOur plan promises 14 new homes by March 2027.\n"),
    );
    expect(statements.find(({ text }) => text.includes("14 new homes"))).toMatchObject({ rests_on: "template:panel-briefing" });
  });

  it("and a figure that a row no longer holds is found, wherever it is printed", async () => {
    const input = await shippedInput("Central Bedfordshire");
    const row = input.comparisons.find(
      (one) => one.authority === "Central Bedfordshire" && one.indicator === "health.dental_checks" && one.period === "2024/25",
    );
    if (!row) throw new Error("there is no row of dental checks");
    // The charts were drawn before the row changed: their labels now stand without a source.
    const comparisons = input.comparisons.map((one) =>
      one === row ? { ...one, value: 37.4, numerator: 91, denominator: 243, ci_low: 31, ci_high: 43 } : one,
    );
    const failed = await made("panel-briefing", { ...input, comparisons }).catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(SourceError);
    expect(failed instanceof SourceError ? failed.numbers.map(({ number }) => number) : []).toEqual(
      expect.arrayContaining(["84%", "209 of 249"]),
    );
  });
});
