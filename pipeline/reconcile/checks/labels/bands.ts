import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { findingRow, type FindingDraft } from "../../finding-row.ts";
import { bandsIn, inDigits, parseBand, type Band } from "../../reading/band.ts";
import { placeOfRow, type Grid } from "../../reading/grid.ts";
import { everyPattern, pattern } from "../../vocabulary/patterns.ts";
import { placeOf, type Reading, type Sentence } from "../../reading/reading.ts";

type Fault<T extends Band> = { before: T; after: T; gap: number };

/** Further apart than this, two bands are not meant to meet. */
const farthest = 20;

/** Where neighbouring bands leave numbers out or hold one twice. */
function faults<T extends Band>(bands: readonly T[]): Fault<T>[] {
  const steps = bands.slice(1).flatMap((after, i) => {
    const before = bands[i]!;
    const alike = before.unit === after.unit || before.unit === "" || after.unit === "";
    return before.high === null || after.low === null || !alike ? [] : [{ before, after, gap: after.low - before.high - 1 }];
  });
  // Lengths of time and distance may share their ends: "1 to 2 years, 2 to 5 years, more than 5 years".
  if (steps.every(({ before, after }) => before.last === after.first)) return [];
  // One step that meets shows that whole numbers are told apart; a row of single numbers is a list of things.
  const good = steps.filter((step) => step.gap === 0).length;
  if (good === 0 || steps.length < 2 || !bands.some((band) => band.low !== band.high)) return [];
  // "Aged 18 to 24: 37 aged 18, 129 aged 19 to 21": a band that holds the next is of all of them.
  const holds = ({ before, after }: Fault<T>): boolean => after.high !== null && after.high <= before.high!;
  return steps.filter(
    (step) => step.gap !== 0 && Math.abs(step.gap) < farthest && step.after.low! >= (step.before.low ?? 0) && !holds(step),
  );
}

/** Numbers left out or held twice, as a sentence prints them. */
function namesOf({ before, after, gap }: Fault<Band>): string {
  const [low, high] = gap > 0 ? [before.high! + 1, after.low! - 1] : [after.low!, before.high!];
  return low === high ? `${low}` : `${low} to ${high}`;
}

const draftOf = (fault: Fault<Band>, quote: string, place: string): FindingDraft => ({
  kind: "label",
  severity: "warning",
  stated: `${fault.before.text}; ${fault.after.text}`,
  quote,
  place,
  heading: fault.gap > 0 ? `The bands leave out ${namesOf(fault)}` : `${namesOf(fault)} stands in two bands`,
  message: `"${fault.before.text}" is followed by "${fault.after.text}", so that ${namesOf(fault)} belongs to ${fault.gap > 0 ? "neither band" : "both bands"}.`,
});

/** Unbroken runs of three bands at least among labels, each with its place. */
function runsOf<T>(items: readonly { text: string; at: T }[]): (Band & { at: T })[][] {
  const runs: (Band & { at: T })[][] = [[]];
  for (const { text, at } of items) {
    const band = parseBand(text);
    if (band) runs.at(-1)!.push({ ...band, at });
    else runs.push([]);
  }
  return runs.filter((run) => run.length > 2);
}

function inTable(reading: Reading, grid: Grid): Finding[] {
  const rows = grid.rows.map((row) => ({ text: row.label, at: row }));
  const byRow = runsOf(rows)
    .flatMap(faults)
    .map((fault) =>
      findingRow(reading, draftOf(fault, `${fault.before.at.raw} / ${fault.after.at.raw}`, placeOfRow(grid, fault.after.at))),
    );
  const columns = runsOf(grid.columns.map((text) => ({ text, at: text }))).flatMap(faults);
  return [
    ...byRow,
    ...columns.map((fault) => findingRow(reading, draftOf(fault, `${fault.before.text} / ${fault.after.text}`, placeOfRow(grid, null)))),
  ];
}

/** A number of children or cases, and no length, year or percentage. */
const counted = everyPattern`
  (?<![\d.,£/–-])\b(?!(?:19|20)\d\d\b)\d[\d,]*\b(?![.,]\d|%|[/–-]\d| ?per ?cent| (?:working |school |calendar )?(?:days?|weeks?|months?|years?|hours?|minutes?|points?|miles?)\b)`;
/** "12 waited 0 to 10 days, 15 waited 10 to 20 days and 9 waited 21 to 30 days": every band of a sentence has a count of its own. */
function inProse(reading: Reading, sentence: Sentence): Finding[] {
  const text = inDigits(sentence.text);
  const inOrder = bandsIn(text);
  const run = [...inOrder].sort((a, b) => (a.low ?? -1) - (b.low ?? -1));
  // Bands that neither begin at birth nor are open at an end are of some; "aged one": not every other wording of a band is read.
  if (
    run.length < 3 ||
    !(run.some(({ low, high }) => low === null || high === null) || (run[0]?.low ?? 0) <= 1) ||
    (text.match(/\baged\b/giu) ?? []).length > run.length ||
    new Set(run.map((band) => band.unit).filter((unit) => unit !== "")).size > 1
  )
    return [];
  const counts = [...text.matchAll(counted)]
    .map((match) => ({ start: match.index, end: match.index + match[0].length }))
    .filter(({ start, end }) => !run.some((band) => start < band.end && end > band.start));
  const isCounted = (before: number, after: number): boolean => counts.some(({ start, end }) => start >= before && end <= after);
  const each = (ends: readonly number[]): boolean => ends.slice(1).every((end, at) => isCounted(ends[at]!, end));
  // The count stands before each of them, or after each.
  const isEach = each([0, ...inOrder.map((band) => band.start)]) || each([...inOrder.map((band) => band.end), text.length]);
  return isEach ? faults(run).map((fault) => findingRow(reading, draftOf(fault, sentence.text, sentence.place))) : [];
}

/** "Three were 16 or under and 15 were 16 or 17": a number that two bands both say they hold. */
const heldTwice = pattern`
  \b(\d{1,2})(?: [a-z]+)? or (?:under|younger|below|less|fewer)\b(?<between>[^.;]{1,50}?)\b\1(?: [a-z]+)? (?:(?:or|and|to) \d{1,2}\b|
  (?:or|and) (?:over|older|above|more)\b)`;
function twice(reading: Reading, sentence: Sentence): Finding[] {
  const match = heldTwice.exec(sentence.text);
  if (!match || !/\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/iu.test(match.groups?.["between"] ?? ""))
    return [];
  return [
    findingRow(reading, {
      kind: "label",
      severity: "warning",
      stated: match[0],
      quote: sentence.text,
      place: sentence.place,
      heading: `${match[1]} stands in two bands`,
      message: `"${match[0]}": ${match[1]} belongs to both bands.`,
    }),
  ];
}

/** "Under 5: 20 children", "20 children aged five to nine": the band that an item begins with, or the only one that it tells. */
function bandOf(item: string): string {
  const [label = ""] = /^[^:,;(]*?(?=[:,;(]| [-–] |$)/u.exec(item) ?? [];
  const [only, ...more] = parseBand(label) ? [] : bandsIn(inDigits(item));
  return only && more.length === 0 ? only.text : label;
}

/** "Under 5: 20 children", "5 to 9: 31 children": the bands that the items of one list begin with. */
function inLists(reading: Reading): Finding[] {
  const items = reading.source.blocks.map((block) => ({ text: block.kind === "list_item" ? bandOf(block.text) : "", at: block }));
  return runsOf(items)
    .flatMap(faults)
    .map((fault) => findingRow(reading, draftOf(fault, `${fault.before.at.text} / ${fault.after.at.text}`, placeOf(fault.after.at))));
}

export const bands = perDocument("label", "Bands that leave a number out or hold it twice", (reading) => [
  ...reading.sentences.flatMap((sentence) => [...inProse(reading, sentence), ...twice(reading, sentence)]),
  ...inLists(reading),
  ...reading.grids.flatMap((grid) => inTable(reading, grid)),
]);
