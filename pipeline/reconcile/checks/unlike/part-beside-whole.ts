import type { Finding } from "../../../model/finding.ts";
import { oneFinding } from "../../finding-row.ts";
import { saysNotAlike } from "../../reading/disclosed.ts";
import { placeOfRow, type Grid, type GridRow } from "../../reading/grid.ts";
import { isHeld } from "../../reading/part-years.ts";
import { isNear, type Reading } from "../../reading/reading.ts";
import { comparator, draws } from "../../vocabulary/comparison-words.ts";
import { allowsForRest } from "../../vocabulary/part-years.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";
import { monthsIn, stretchesIn } from "../../vocabulary/stretches.ts";

const isChange = wordings`changes?|differences?|direction|trend|movement|variance|%? ?(?:increase|decrease|rise|fall)|up or down`;
/** What is as high after part of a year as after all of it: shares, averages, and numbers on a day. */
const doesNotGrow = wordings`%|per ?cent|percentages?|rates?|averages?|mean|median|days|weeks|score|caseloads?|per \d+|at \d+|at (?:the )?(?:end|year)|in (?:place|post|care)|open|caseload|balance|stock|looked after|share|proportion|stood`;
/** What the words beside a table draw from all of it. */
const drawn = pattern`\b(?:fall|falls|fell|fallen|falling|down|dropp?(?:ed|ing)?|halved|reduc\w*|declin\w*|decreas\w*|fewer|less|lower|improv\w*|com(?:e|ing) down|went down|gone down|collaps\w*|shr[aiu]nk)\b`;

/** How much more than its share of a year part of it may bring. */
const slack = 1.6;

/** Months that a heading counts over; null where it tells none, or several lengths. */
function monthsOf(name: string): number | null {
  const [stretch, ...more] = stretchesIn(name);
  return stretch === undefined || more.length > 0 ? null : monthsIn(stretch);
}

const grows = (row: GridRow, at: number): boolean => {
  const cell = row.cells[at];
  return cell?.value != null && cell.unit !== "percent" && cell.decimals === 0 && !doesNotGrow.test(row.label);
};

/** Columns "April to September 2023", "2022/23" and "Change": what half a year brought, less what a whole one did. */
export function partBesideWhole(reading: Reading, grid: Grid): Finding[] {
  const columns = grid.columns
    .map((name, at) => ({ name, at, months: at === 0 || isHeld.test(name) || comparator.test(name) ? null : monthsOf(name) }))
    .filter(({ months }) => months !== null);
  const [part, ...parts] = columns.filter(({ months }) => (months ?? 12) < 12);
  const [whole, ...wholes] = columns.filter(({ months }) => months === 12);
  if (!part || !whole || parts.length + wholes.length > 0 || saysNotAlike(reading, grid.block)) return [];
  if ([part.name, whole.name].some((name) => doesNotGrow.test(name))) return [];
  const near = reading.sentences.filter((sentence) => isNear(sentence, grid, 2));
  if (near.some(({ text }) => allowsForRest.test(text))) return [];
  const column = grid.columns.find((name, at) => at > 0 && isChange.test(name));
  const verdict = near.find(
    ({ text, block, number, figures }) =>
      block.index > grid.block.index &&
      number === 0 &&
      drawn.test(text) &&
      draws.test(text) &&
      figures.every(({ form }) => form === "word"),
  );
  if (column === undefined && verdict === undefined) return [];
  const rows = grid.rows.filter((row) => grows(row, part.at) && grows(row, whole.at));
  // A number that is almost as high is one of a day, or has grown all the more.
  const most = Math.min((slack * (part.months ?? 12)) / 12, 0.9);
  const [row, ...more] = rows.filter(({ cells }) => (cells[part.at]?.value ?? 0) <= most * (cells[whole.at]?.value ?? 0));
  if (1 + more.length < rows.length / 2) return [];
  if (!row || rows.length < grid.rows.length / 2) return [];
  const [a, b] = [row.cells[part.at]?.text ?? "", row.cells[whole.at]?.text ?? ""];
  return oneFinding(reading, {
    kind: "period",
    severity: "warning",
    stated: `${a} (${part.name}); ${b} (${whole.name})`,
    quote: verdict === undefined ? row.raw : `${row.raw} / ${verdict.text}`,
    place: placeOfRow(grid, row, part.name),
    heading: `${a} in part of a year set against ${b} in all of one`,
    message: `${a} (${part.name}) is set against ${b} (${whole.name}) as if they were alike, but the longer of the two has had more time.`,
  });
}
