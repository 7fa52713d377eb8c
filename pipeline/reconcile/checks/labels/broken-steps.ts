import type { Finding } from "../../../model/finding.ts";
import { monthNames } from "../../../model/period.ts";
import { oneFinding } from "../../finding-row.ts";
import { placeOfRow, type Grid } from "../../reading/grid.ts";
import type { Reading } from "../../reading/reading.ts";
import { isOwnLevel } from "../../vocabulary/headings.ts";
import { wordings } from "../../vocabulary/patterns.ts";

/** A heading that stands for a year or a month: `at` counts in steps of one. */
type TimeHeading = { printed: string; column: number; kind: "year" | "reporting year" | "month"; at: number };

function timeOf(printed: string, column: number): TimeHeading[] {
  const year = /^((?:19|20)\d{2})(?:[/–-](\d{2}))?(?: ?\(?%\)?)?$/u.exec(printed.trim());
  if (year?.[2] !== undefined && Number(year[2]) !== (Number(year[1]) + 1) % 100) return [];
  if (year) return [{ printed, column, kind: year[2] === undefined ? "year" : "reporting year", at: Number(year[1]) }];
  const month = monthNames.findIndex((name) => name.toLowerCase() === printed.trim().toLowerCase());
  return month < 0 ? [] : [{ printed, column, kind: "month", at: month }];
}

const nameOf = (kind: TimeHeading["kind"], at: number): string =>
  kind === "month" ? (monthNames[at % 12] ?? "") : kind === "year" ? `${at}` : `${at}/${String((at + 1) % 100).padStart(2, "0")}`;

/** Any way of writing a year or month: "2021/22", "2021-22"; "December". */
const wordsOf = (name: string): RegExp => new RegExp(`(?<![\\d/])${name.replace("/", "[/–-]")}(?![\\d/])`, "iu");

/** The last heading of a row of times that leaves out some before it, with what should stand there. */
function leap(grid: Grid): { last: TimeHeading; meant: string; printed: string } | null {
  const times = grid.columns.flatMap((name, column) => (column > 0 && isOwnLevel(name) ? timeOf(name, column) : []));
  const [first, ...rest] = times;
  const last = rest.at(-1);
  if (!first || !last || times.length < 3 || times.some(({ kind }) => kind !== first.kind)) return null;
  const steps = rest.map((time, i) => (first.kind === "month" ? (time.at - times[i]!.at + 12) % 12 : time.at - times[i]!.at));
  const jump = steps.at(-1) ?? 0;
  if (steps.slice(0, -1).some((step) => step !== 1) || jump < 2 || jump > 9) return null;
  return {
    last,
    meant: nameOf(first.kind, last.at - jump + 1 + (first.kind === "month" ? 12 : 0)),
    printed: times.map(({ printed }) => printed).join(", "),
  };
}

/** The year is left out on purpose. */
const leftOut = wordings`
  omitted|left out|unavailable|suspended|cancelled|(?:no|without) (?:figures?|data|returns?|survey|collection|inspections?|comparable)|
  (?:not|never) (?:\w+ )?(?:available|collected|published|held|shown|included|comparable|reported|run|given)`;

/** "2020, 2021, 2024" under "Three-year trend to 2022": the title, or a sentence that quotes the last column, names the time that is left out. */
export function brokenSteps(reading: Reading, grid: Grid): Finding[] {
  const found = leap(grid);
  if (!found) return [];
  const { last, meant, printed } = found;
  const [isMeant, isLast] = [wordsOf(meant), wordsOf(last.printed.trim())];
  const cells = grid.rows.flatMap((row) => (row.cells[last.column]?.value == null ? [] : [row.cells[last.column]!.value]));
  const near = reading.sentences.filter(({ block }) => Math.abs(block.index - grid.block.index) <= 3);
  const quoted = near.some(
    ({ text, figures }) => isMeant.test(text) && !isLast.test(text) && figures.some((figure) => cells.includes(figure.value)),
  );
  const titled = isMeant.test(grid.caption) && !isLast.test(grid.caption);
  const isExplained = near.some(({ text }) => isMeant.test(text) && leftOut.test(text));
  if (!(titled || quoted) || isExplained) return [];
  return oneFinding(reading, {
    kind: "label",
    severity: "warning",
    stated: printed,
    expected: meant,
    quote: grid.block.table?.rows[0]?.raw ?? printed,
    place: placeOfRow(grid, null, last.printed),
    heading: `The columns read ${printed}: ${meant} is left out`.slice(0, 70),
    message: `The columns read ${printed}, but ${titled ? `the title "${grid.caption}"` : "the text beside the table"} is of ${meant}: the last column is probably headed wrongly.`,
  });
}
