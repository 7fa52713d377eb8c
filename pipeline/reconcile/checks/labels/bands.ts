import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { findingRow, type FindingDraft } from "../../finding-row.ts";
import { placeOfRow, type Grid } from "../../reading/grid.ts";
import { placeOf, type Reading, type Sentence } from "../../reading/reading.ts";

/** A band of whole numbers, both ends included; null is open. */
type Band = { low: number | null; high: number | null; text: string; at: number };

const dash = "(?:-|–|−|—|to|and)";
const unit = "(?:days?|weeks?|months?|years?|yrs?|miles|working days|children|cases|%)?";
const range = new RegExp(`^(?:aged? |between |from )?(\\d+) ?${unit} ?${dash} ?(\\d+) ?${unit}(?: old| of age)?$`, "iu");
const over = new RegExp(`^(?:aged? )?(?:more than|over|greater than|above|>) ?(\\d+) ?${unit}(?: old)?$`, "iu");
const from = new RegExp(
  `^(?:aged? )?(?:(\\d+) ?${unit} ?(?:\\+|plus|and (?:over|above|older|more)|or (?:more|over|older|above))|(?:at least|≥) ?(\\d+) ?${unit})(?: old)?$`,
  "iu",
);
const under = new RegExp(`^(?:aged? )?(?:under|below|less than|fewer than|younger than|<) ?(\\d+) ?${unit}(?: old)?$`, "iu");
const upTo = new RegExp(`^(?:(?:up to|within|≤) ?(\\d+) ?${unit}|(\\d+) ?${unit} (?:or (?:less|fewer|under)|and under))$`, "iu");

function parseBand(text: string, at: number): Band | null {
  const plain = text.replace(/\s+/g, " ").trim();
  let m = range.exec(plain);
  if (m) return Number(m[1]) <= Number(m[2]) && Number(m[2]) < 1900 ? { low: Number(m[1]), high: Number(m[2]), text: plain, at } : null;
  if ((m = over.exec(plain))) return { low: Number(m[1]) + 1, high: null, text: plain, at };
  if ((m = from.exec(plain))) return { low: Number(m[1] ?? m[2]), high: null, text: plain, at };
  if ((m = under.exec(plain))) return { low: null, high: Number(m[1]) - 1, text: plain, at };
  if ((m = upTo.exec(plain))) return { low: null, high: Number(m[1] ?? m[2]), text: plain, at };
  return null;
}

const unitOf = (text: string): string => /\b(day|week|month|year|mile)/iu.exec(text)?.[1]?.toLowerCase() ?? "";

type Fault = { before: Band; after: Band; gap: number };

/** Where neighbouring bands leave numbers out or hold one twice. Bands that all share their ends are a scale of their own. */
function faults(bands: readonly Band[]): Fault[] {
  const steps = bands.slice(1).flatMap((after, i) => {
    const before = bands[i]!;
    return before.high === null || after.low === null || unitOf(before.text) !== unitOf(after.text)
      ? []
      : [{ before, after, gap: after.low - before.high - 1 }];
  });
  // Lengths of time and distance may share their ends: "1 to 2 years, 2 to 5 years, more than 5 years".
  const scale = steps.every(({ before, after, gap }) => (before.low !== null && after.high !== null ? gap === -1 : gap === 0));
  if (scale) return [];
  const good = steps.filter((step) => step.gap === 0).length;
  if (good === 0 || steps.length < 2) return [];
  return steps.filter((step) => step.gap !== 0 && step.gap < 20 && step.gap > -20 && step.after.low! >= (step.before.low ?? 0));
}

function report(reading: Reading, grid: Grid, bands: readonly Band[]): Finding[] {
  return faults(bands).map(({ before, after, gap }) => {
    const [low, high] = gap > 0 ? [before.high! + 1, after.low! - 1] : [after.low!, before.high!];
    const named = low === high ? `${low}` : `${low} to ${high}`;
    const row = grid.rows[after.at] ?? null;
    const quote = `${grid.rows[before.at]?.label === before.text ? grid.rows[before.at]!.raw : before.text} / ${row?.label === after.text ? row.raw : after.text}`;
    return findingRow(reading, bandDraft({ before, after, gap }, named, quote, placeOfRow(grid, row?.label === after.text ? row : null)));
  });
}

const bandDraft = ({ before, after, gap }: Fault, named: string, quote: string, place: string): FindingDraft => ({
  kind: "label",
  severity: "warning",
  stated: `${before.text}; ${after.text}`,
  quote,
  place,
  heading: gap > 0 ? `The bands leave out ${named}` : `${named} stands in two bands`,
  message: `"${before.text}" is followed by "${after.text}", so that ${named} belongs to ${gap > 0 ? "neither band" : "both bands"}.`,
});

const spans =
  /\b(?:between |from |aged )?\d+ ?(?:to|-|–|−|and) ?\d+ (?:working )?(?:days|weeks|months|years|miles)\b|\b(?:more than|over|under|less than|up to) \d+ (?:working )?(?:days|weeks|months|years|miles)\b|\b(?:under \d+|\d+ (?:to|-|–) \d+|\d+ (?:and|or) (?:over|older|above))(?= \()/giu;

/** "12 waited 0 to 10 days, 15 waited 10 to 20 days and 9 waited 21 to 30 days". */
function inProse(reading: Reading, sentence: Sentence): Finding[] {
  const run = [...sentence.text.matchAll(spans)].flatMap(
    (match, at) =>
      parseBand(
        match[0]
          .replace(/^(?:between|from|aged) /iu, "")
          .replace(/ and (?=\d)/iu, " to ")
          .replace(/working /iu, ""),
        at,
      ) ?? [],
  );
  const steps = run.slice(1).filter((band, at) => band.low !== null && run[at]!.low !== null && band.low <= run[at]!.low!);
  if (run.length < 3 || steps.length > 0 || new Set(run.map((band) => unitOf(band.text))).size > 1) return [];
  return faults(run).map(({ before, after, gap }) => {
    const [low, high] = gap > 0 ? [before.high! + 1, after.low! - 1] : [after.low!, before.high!];
    return findingRow(
      reading,
      bandDraft({ before, after, gap }, low === high ? `${low}` : `${low} to ${high}`, sentence.text, sentence.place),
    );
  });
}

/** "Under 5: 20 children", "5 to 9: 31 children": the bands that the items of one list begin with. */
function inLists(reading: Reading): Finding[] {
  const { blocks } = reading.source;
  const runs: { band: Band; index: number }[][] = [[]];
  for (const block of blocks) {
    const band = block.kind === "list_item" ? parseBand(/^[^:,;(]*?(?=[:,;(]| [-–] |$)/u.exec(block.text)?.[0] ?? "", block.index) : null;
    if (band) runs.at(-1)!.push({ band, index: block.index });
    else if (runs.at(-1)!.length > 0) runs.push([]);
  }
  return runs.flatMap((run) =>
    run.length < 3
      ? []
      : faults(run.map(({ band }) => band)).map(({ before, after, gap }) => {
          const [low, high] = gap > 0 ? [before.high! + 1, after.low! - 1] : [after.low!, before.high!];
          const [one, other] = [blocks[before.at], blocks[after.at]];
          return findingRow(
            reading,
            bandDraft(
              { before, after, gap },
              low === high ? `${low}` : `${low} to ${high}`,
              `${one?.text ?? ""} / ${other?.text ?? ""}`,
              other ? placeOf(other) : "",
            ),
          );
        }),
  );
}

export const bands = perDocument("label", "Bands that leave a number out or hold it twice", (reading) => [
  ...reading.sentences.flatMap((sentence) => inProse(reading, sentence)),
  ...inLists(reading),
  ...reading.grids.flatMap((grid) =>
    [grid.rows.map((row) => row.label), grid.columns].flatMap((labels) => {
      const runs: Band[][] = [[]];
      for (const [at, label] of labels.entries()) {
        const band = parseBand(label, at);
        if (band) runs.at(-1)!.push(band);
        else if (runs.at(-1)!.length > 0) runs.push([]);
      }
      return runs.flatMap((run) => (run.length > 2 ? report(reading, grid, run) : []));
    }),
  ),
]);
