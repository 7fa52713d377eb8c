import type { Finding } from "../../../model/finding.ts";
import { perTable } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { saysNotAlike } from "../../reading/disclosed.ts";
import { placeOfRow, type Grid, type GridRow } from "../../reading/grid.ts";
import { isNear, type Reading } from "../../reading/reading.ts";
import { comparator, concludes } from "../../vocabulary/comparison-words.ts";
import { whoIn } from "../../vocabulary/others.ts";
import { traits, type Kind } from "../../vocabulary/traits.ts";

/** A figure of a table with the words that stand by it: the heading of its column, or what its own cell says in brackets. */
type Labelled = { words: string; text: string; kind: Kind };

/** A mean against a median has a rule of its own, and how long something was counted over is told of the whole table. */
const elsewhere: ReadonlySet<string> = new Set(["average", "stretch", "day", "counted", "unit"]);

/** What two labels tell in which the figures under them are unlike. */
function unlikeIn(own: Labelled, theirs: Labelled): { a: string; b: string; why: string } | null {
  for (const trait of traits) {
    if (elsewhere.has(trait.name) || !trait.isOf(own.kind)) continue;
    const [[a, ...more], [b, ...others]] = [own, theirs].map(({ words, text }) => trait.read(words, "", text)) as [string[], string[]];
    if (a === undefined || b === undefined || more.length + others.length > 0 || a === b || trait.isOne?.(a, b)) continue;
    return { a, b, why: trait.why };
  }
  return null;
}

const drawn = (reading: Reading, grid: Grid): boolean =>
  grid.columns.some((name) => /\b(?:difference|gap|variance|compar(?:ed|ison)|better|worse)\b/iu.test(name)) ||
  reading.sentences.some((sentence) => isNear(sentence, grid, 2) && comparator.test(sentence.text) && concludes.test(sentence.text));

function labelledIn(grid: Grid, row: GridRow, at: number): Labelled | null {
  const cell = row.cells[at];
  if (cell?.value == null) return null;
  const kind: Kind = { measure: cell.unit === "percent" ? "percent" : "number", decimals: cell.decimals };
  return { words: `${grid.columns[at] ?? ""} ${cell.text}`, text: cell.text, kind };
}

/** "Westmoor (within 45 working days)" beside "England (within 35 working days)", or "91% (aged 19)" beside "86% (aged 19 to 21)". */
function report(reading: Reading, grid: Grid): Finding[] {
  if (!drawn(reading, grid) || saysNotAlike(reading, grid.block)) return [];
  const columns = grid.columns.map((name, at) => ({ name, at })).slice(1);
  const [theirs] = columns.filter(({ name }) => whoIn(name).length > 0);
  const owns = columns.filter(({ name }) => whoIn(name).length === 0);
  if (!theirs) return [];
  return grid.rows
    .flatMap((row): Finding[] => {
      const other = labelledIn(grid, row, theirs.at);
      const mines = owns.flatMap(({ at }) => labelledIn(grid, row, at) ?? []);
      const [mine] = mines;
      // Of several columns of its own that which is like theirs is the one set against them.
      const unlikes = mines.map((one) => (other && one.kind.measure === other.kind.measure ? unlikeIn(one, other) : null));
      const unlike = unlikes.every((one) => one !== null) ? unlikes[0] : null;
      if (!mine || !other || !unlike) return [];
      return oneFinding(reading, {
        kind: "definition",
        severity: "warning",
        stated: `${mine.text} (${unlike.a}); ${other.text} (${unlike.b})`,
        quote: row.raw,
        place: placeOfRow(grid, row, theirs.name),
        heading: `${mine.text} (${unlike.a}) beside ${other.text} (${unlike.b})`.slice(0, 70),
        message: `"${row.label}" has ${mine.text} (${unlike.a}) beside ${other.text} (${unlike.b}), and a conclusion is drawn, but ${unlike.why}.`,
      });
    })
    .slice(0, 1);
}

export const unlikeHeadings = perTable(
  "definition",
  "Figures of unlike definitions side by side in a table from which a conclusion is drawn",
  report,
);
