import { describe, expect, it } from "vitest";
import { ownSources } from "../../pipeline/briefing/own-sources.ts";
import { printedOn, type Printed } from "../../pipeline/briefing/printed.ts";
import { layPack } from "../../pipeline/briefing/render-pack.ts";
import type { DrawnChart } from "../../pipeline/charts/draw-charts.ts";
import { standingWords, templateWords } from "../../pipeline/evidence/declared.ts";
import { plainWords, printedNumbers, type PrintedNumber } from "../../pipeline/evidence/printed-numbers.ts";
import { indexTables, withDeclared, type EvidenceIndex } from "../../pipeline/evidence/tables.ts";
import { unsourcedNumbers } from "../../pipeline/evidence/trace.ts";
import type { Slice } from "../../pipeline/model/tables.ts";
import { requireSources } from "../../pipeline/stages/charts.ts";
import { SourceError } from "../../pipeline/stages/sources.ts";
import { shippedInput, shippedTemplate, templateText } from "../briefing/shipped.ts";

/** A seeded sequence of numbers from 0 to 1. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
}

/** The same digits, decimals and commas with another value: some a step away, some by up to a third. */
function otherDigits(digits: string, random: () => number): string {
  const value = Number(digits.replaceAll(",", ""));
  const decimals = digits.split(".")[1]?.length ?? 0;
  const step = 10 ** -decimals;
  const far =
    random() < 0.5 ? Math.max(step, Math.round(((0.02 + 0.3 * random()) * value) / step) * step) : step * (1 + Math.floor(3 * random()));
  const other = value + (random() < 0.5 ? -far : far);
  const [whole = "", fraction] = (other < 0 ? value + step : other).toFixed(decimals).split(".");
  const grouped = digits.includes(",") ? whole.replace(/\B(?=(?:\d{3})+$)/g, ",") : whole;
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** A printed number with one of its runs of digits altered; null for numbers in words. */
function altered({ text }: PrintedNumber, random: () => number): string | null {
  const runs = [...text.matchAll(/\d+(?:,\d{3})*(?:\.\d+)?/g)];
  const run = runs[Math.floor(runs.length * random())];
  if (!run) return null;
  const other = text.slice(0, run.index) + otherDigits(run[0], random) + text.slice(run.index + run[0].length);
  return other === text ? null : other;
}

async function composed(authority: string, id: string): Promise<{ printed: Printed[]; index: EvidenceIndex }> {
  const input = await shippedInput(authority);
  const template = shippedTemplate(id);
  const laid = layPack(template, input);
  const printed = printedOn(laid.sheets.map(({ sheet }) => sheet.marks));
  const rows = indexTables({ ...input, statements: [], charts: input.charts.map(({ row }) => row), declared: standingWords });
  return {
    printed,
    index: withDeclared(rows, [templateWords(id, `templates/${id}.md`, templateText(id)), ...ownSources(laid, printed, input, template)]),
  };
}

describe("numbers altered at random in composed packs are found", () => {
  // Measured on every sixth number of twelve packs: 99.5% of all in digits, all percentages, shares and ranges.
  it.each([
    ["Central Bedfordshire", "panel-briefing"],
    ["South Gloucestershire", "health-report"],
  ])("of %s, %s", async (authority, id) => {
    const { printed, index } = await composed(authority, id);
    expect(unsourcedNumbers(printed, index)).toEqual([]);
    const random = seeded(2026);
    const shares = new Map<string, { found: number; all: number }>();
    for (const one of printed) {
      const plain = plainWords(one.text);
      for (const number of printedNumbers(plain)) {
        // Numbers of a scale are held to even steps, which are taken from what is printed.
        const other = random() < 0.5 || one.restsOn[0]?.startsWith("scale:") ? null : altered(number, random);
        if (other === null) continue;
        const text = plain.slice(0, number.start) + other + plain.slice(number.end);
        const found = unsourcedNumbers([{ ...one, text }], index).length > 0;
        for (const kind of ["all", number.kind, number.measure]) {
          const share = shares.get(kind) ?? { found: 0, all: 0 };
          shares.set(kind, { found: share.found + Number(found), all: share.all + 1 });
        }
      }
    }
    const shareOf = (kind: string): number => (shares.get(kind)?.found ?? 0) / (shares.get(kind)?.all ?? 1);
    expect(shares.get("all")?.all).toBeGreaterThan(300);
    expect(shareOf("all")).toBeGreaterThan(0.985);
    expect(shareOf("percent")).toBeGreaterThan(0.99);
    expect(shareOf("share")).toBeGreaterThan(0.99);
    // Some sixty, so that one more or less is nearly two hundredths.
    expect(shareOf("range")).toBeGreaterThan(0.95);
    expect(shareOf("time")).toBeGreaterThan(0.97);
  });
});

/** Whether a slide is refused. */
function isRefused(slice: Slice, chart: Pick<DrawnChart, "row" | "list" | "labels" | "standing" | "figures">): boolean {
  try {
    requireSources(slice, [chart]);
    return false;
  } catch (error) {
    if (error instanceof SourceError) return true;
    throw error;
  }
}

describe("numbers altered at random on slides are found", () => {
  // Measured on 59 slides of three authorities: 99% of labels, 96% of words told for the picture, every number of a CSV.
  it("in labels and in the words for the picture", async () => {
    const { charts, options: _, ...slice } = await shippedInput("Central Bedfordshire");
    const random = seeded(2026);
    const found = { label: 0, words: 0 };
    const all = { label: 0, words: 0 };
    for (const { row, list, labels, standing, figures } of (charts as DrawnChart[]).filter((_, at) => at % 6 === 0)) {
      const tell = (part: "label" | "words", change: Partial<DrawnChart>): void => {
        all[part] += 1;
        found[part] += Number(isRefused(slice, { row, list, labels, standing, figures, ...change }));
      };
      const plain = plainWords(row.alt);
      for (const number of printedNumbers(plain)) {
        const other = altered(number, random);
        if (other !== null) tell("words", { row: { ...row, alt: plain.slice(0, number.start) + other + plain.slice(number.end) } });
      }
      for (const item of list.items) {
        const [number] = item.kind === "text" && !/[a-z]{2}/i.test(item.text) ? printedNumbers(item.text) : [];
        const other = number ? altered(number, random) : null;
        if (item.kind !== "text" || !number || other === null) continue;
        const text = item.text.slice(0, number.start) + other + item.text.slice(number.end);
        tell("label", { list: { ...list, items: list.items.map((one) => (one === item ? { ...item, text } : one)) } });
      }
    }
    expect(all.label).toBeGreaterThan(150);
    expect(all.words).toBeGreaterThan(60);
    expect(found.label / all.label).toBeGreaterThan(0.96);
    expect(found.words / all.words).toBeGreaterThan(0.93);
  });
});
