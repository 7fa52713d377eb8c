import { readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { PackInput } from "../../pipeline/briefing/compose/pack.ts";
import { checkTemplate } from "../../pipeline/briefing/compose/check-template.ts";
import { parseTemplate } from "../../pipeline/briefing/template/parse-template.ts";
import type { Template } from "../../pipeline/briefing/template/template.ts";
import { drawCharts } from "../../pipeline/charts/draw-charts.ts";
import { extractActions } from "../../pipeline/extract/actions/extract-actions.ts";
import { describeDocument } from "../../pipeline/extract/describe/describe-document.ts";
import { extractDocument } from "../../pipeline/extract/extract-document.ts";
import { indicators } from "../../pipeline/indicators/all.ts";
import type { Action } from "../../pipeline/model/action.ts";
import type { Authority } from "../../pipeline/model/authority.ts";
import type { DocumentRow } from "../../pipeline/model/document.ts";
import type { Observation } from "../../pipeline/model/observation.ts";
import type { Tables } from "../../pipeline/model/tables.ts";
import { readDocument } from "../../pipeline/readers/read-document.ts";
import {
  parseAuthorities,
  parseNeighbours,
  parseOfficialStatistics,
  parseSources,
} from "../../pipeline/readers/reference/parse-reference.ts";
import { buildSeries, compare, newestModel } from "../../pipeline/stages/compare.ts";
import { indexTables, sliceFor, type Index } from "../../pipeline/stages/slice.ts";

/** The figures and documents that ship with the project, as packs see them. */
const here = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const reference = (name: string): string => readFileSync(here(`data/reference/${name}`), "utf8");

export const shippedAuthorities = ["Bedford", "Central Bedfordshire", "South Gloucestershire"] as const;
export const templateIds = readdirSync(here("templates"))
  .filter((name) => name.endsWith(".md"))
  .map((name) => name.slice(0, -3))
  .sort();
export const templateText = (id: string): string => readFileSync(here(`templates/${id}.md`), "utf8");

export function shippedTemplate(id: string): Template {
  const template = parseTemplate(id, `templates/${id}.md`, templateText(id));
  checkTemplate(template, indicators);
  return template;
}

async function readSeeds(
  authorities: readonly Authority[],
): Promise<{ documents: DocumentRow[]; observations: Observation[]; actions: Action[] }> {
  const documents: DocumentRow[] = [];
  const observations: Observation[] = [];
  const actions: Action[] = [];
  for (const name of readdirSync(here("seeds"))
    .filter((one) => one.endsWith(".txt"))
    .sort()) {
    const source = await readDocument(name, new Uint8Array(readFileSync(here(`seeds/${name}`))));
    const row = describeDocument(source, null, authorities);
    documents.push(row);
    observations.push(...extractDocument(source, row));
    actions.push(...extractActions(source, row));
  }
  return { documents, observations, actions };
}

let index: Promise<Index> | null = null;
async function makeIndex(): Promise<Index> {
  const authorities = parseAuthorities("authorities.csv", reference("authorities.csv")).rows;
  const neighbours = parseNeighbours("statistical_neighbours.csv", reference("statistical_neighbours.csv")).rows;
  const sources = parseSources("sources.csv", reference("sources.csv")).rows;
  const official = parseOfficialStatistics("official_statistics.csv", reference("official_statistics.csv"), indicators).rows;
  const read = await readSeeds(authorities);
  const series = buildSeries({ official, observations: read.observations, local: [], authorities });
  const comparisons = compare({ series: official, neighbours, authorities, model: newestModel(neighbours), allEngland: false });
  const tables: Tables = { authorities, neighbours, sources, ...read, findings: [], targets: [], series, comparisons };
  return indexTables(tables);
}

const drawnCharts = new Map<string, ReturnType<typeof drawCharts>>();

/** What a pack of a shipped authority is made from; `change` alters it first. Charts are drawn from the same slice. */
export async function shippedInput(name: string, change: (input: PackInput) => Partial<PackInput> = () => ({})): Promise<PackInput> {
  index ??= makeIndex();
  const made = await index;
  const authority = made.tables.authorities.find((one) => one.authority === name);
  if (!authority) throw new Error(`${name} is not shipped`);
  const slice = sliceFor(authority, made);
  const options = { meetingDate: "2026-03-16", agendaItem: "5", date: "2026-03-01", internal: false };
  const bare: PackInput = { ...slice, charts: [], indicators, options };
  const changed = { ...bare, ...change(bare) };
  const same = changed.comparisons === bare.comparisons && !changed.options.internal;
  const drawn =
    (same && drawnCharts.get(name)) || drawCharts({ ...changed, internal: changed.options.internal, reportDate: changed.options.date });
  if (same) drawnCharts.set(name, drawn);
  return { ...changed, charts: await drawn };
}
