import { formatPages } from "./compose/evidence-list.ts";
import { gaps } from "./compose/gaps.ts";
import { givenRef, pageRef, rowRef, type PackInput } from "./compose/pack.ts";
import { templateTargets } from "./compose/targets.ts";
import { thresholdNote } from "../words/notes.ts";
import { evidenceRef } from "./evidence.ts";
import type { Printed } from "./printed.ts";
import type { Template } from "./template/template.ts";

/** What a pack itself gives a number to: not a figure, but the place of something in the pack, or what it was given. */
export type OwnSource = { readonly id: string; readonly name: string; readonly texts: readonly string[] };

type Places = { readonly anchorPages: ReadonlyMap<string, number>; readonly citing: ReadonlyMap<string, readonly number[]> };

const scalePrefix = "scale:";
const loneNumber = /^[−£]?[\d,]+(?:\.\d+)?%?$/;
/** "2018/19", "Sep 2025", "2018": a year along a scale of time. */
const year = /^(?:[A-Z][a-z]{2,8} )?((?:19|20)\d{2})(?:\/\d{2})?$/;
const valueOf = (text: string): number => Number(year.exec(text)?.[1] ?? text.replace(/[£,%]/g, "").replace("−", "-"));

/** "2018/19", not "2018/91". */
const isYear = (text: string): boolean => !/\/\d{2}$/.test(text) || Number(text.slice(-2)) === (valueOf(text) + 1) % 100;

/** Whether numbers stand at even distances, as those along a scale do, each as often as the others: panels have one scale between them. */
function areEven(texts: readonly string[]): boolean {
  if (!texts.every(isYear)) return false;
  if (
    !texts.every((text) => year.test(text)) &&
    new Set([...Map.groupBy(texts, (text) => text).values()].map((same) => same.length)).size > 1
  )
    return false;
  const values = [...new Set(texts.map(valueOf))].sort((a, b) => a - b);
  const [first = 0, second = 0] = values;
  return values.every((value, at) => Math.abs(first + at * (second - first) - value) < 1e-6);
}

/** A scale of time holds every year between its ends. */
function years(texts: readonly string[]): string[] {
  const [first, last] = [Math.min(...texts.map(valueOf)), Math.max(...texts.map(valueOf))];
  return Array.from({ length: last - first + 1 }, (_, at) => String(first + at));
}

/** Numbers along each scale of a page. Such as are not evenly spaced are no scale, and have no source. */
export function scales(printed: readonly Printed[]): OwnSource[] {
  const labels = new Map<string, { page: number; id: string; texts: string[] }>();
  for (const {
    text,
    page,
    restsOn: [id = ""],
  } of printed) {
    if (!id.startsWith(scalePrefix) || !(loneNumber.test(text) || year.test(text))) continue;
    const key = `${page} ${id} ${year.test(text)} ${text.endsWith("%")}`;
    labels.set(key, { page, id, texts: [...(labels.get(key)?.texts ?? []), text] });
  }
  const even = new Map<string, string[]>();
  for (const { id, texts } of labels.values())
    if (areEven(texts)) even.set(id, [...(even.get(id) ?? []), ...texts, ...(texts.every((text) => year.test(text)) ? years(texts) : [])]);
  return [...even].map(([id, texts]) => ({ id, name: "the scale of the drawing", texts }));
}

/** The sources of everything numbered in a laid-out pack that no table holds. */
export function ownSources(
  { anchorPages, citing }: Places,
  printed: readonly Printed[],
  input: PackInput,
  template: Template,
): OwnSource[] {
  const ids = [...new Set(printed.flatMap(({ restsOn }) => restsOn))];
  const after = (prefix: string): string[] => ids.filter((id) => id.startsWith(prefix)).map((id) => id.slice(prefix.length));
  return [
    ...[...anchorPages].map(([anchor, page]) => ({ id: pageRef(anchor), name: `the page of “${anchor}”`, texts: [String(page)] })),
    ...after(evidenceRef("")).map((number) => ({
      id: evidenceRef(number),
      name: `entry ${number} of the list of evidence`,
      texts: [number, formatPages(citing.get(`evidence-${number}`) ?? [])],
    })),
    ...Object.entries(gaps).map(([gap, fill]) => ({
      id: givenRef(gap),
      name: `what the run was given: ${gap.replaceAll("_", " ")}`,
      texts: [fill({ input, template })],
    })),
    {
      id: givenRef("thresholds"),
      name: `the thresholds of the template ${template.file}`,
      texts: [thresholdNote(template.front.thresholds) ?? ""],
    },
    ...templateTargets(template, input.indicators).map(({ id, text }) => ({
      id,
      name: `a target that the template ${template.file} sets`,
      texts: [text],
    })),
    ...after(rowRef("")).map((number) => ({ id: rowRef(number), name: `row ${number} of its table`, texts: [number] })),
    ...scales(printed),
  ];
}
