import type { Comparison } from "../../model/comparison.ts";
import { formatChange, formatValue } from "../../words/format.ts";
import { movement } from "../../words/sentences.ts";
import { nameOf, periodName } from "../../words/terms.ts";
import { layHeading } from "../layout/headings.ts";
import { layChanges, type ChangeRow } from "../layout/changes.ts";
import { layParagraph } from "../layout/text.ts";
import { type as roles } from "../style.ts";
import { changeMark } from "./figures.ts";
import type { Sheetwork } from "./pack.ts";
import { restsOn } from "./pack.ts";
import { indicatorLookup } from "./resolve.ts";

const order: Readonly<Record<string, number>> = { improved: 0, worsened: 1 };

/** Arrows for the percentages that moved by more than chance since the year before, improvements first, the largest first. */
export function composeChanges(sheet: Sheetwork, rows: readonly Comparison[], most: number): void {
  const lookup = indicatorLookup(sheet.pack);
  const moved = rows
    .filter((row) => row.unit === "percent" && row.polarity !== "none" && movement(row) !== null && row.previous_value !== null)
    .sort((a, b) => (order[a.change_verdict] ?? 2) - (order[b.change_verdict] ?? 2) || Math.abs(b.change ?? 0) - Math.abs(a.change ?? 0));
  if (moved.length === 0 || most === 0) return;
  const since = [...new Set(moved.map((row) => row.previous_period))];
  const to = [...new Set(moved.map((row) => row.period))];
  const when =
    since.length === 1 && to.length === 1
      ? `, from ${periodName(since[0] ?? "")} (ring) to ${periodName(to[0] ?? "")} (arrow)`
      : ", from the year before (ring) to the latest (arrow)";
  const { path } = sheet;
  const rests = moved.map((row) => row.comparison_id);
  sheet.pieces.push(
    layHeading([{ text: since.length === 1 ? `What changed since ${periodName(since[0] ?? "")}` : "What changed in a year", rests }], {
      key: sheet.key(),
      path,
      before: 16,
      ruled: false,
    }),
  );
  sheet.pieces.push(
    layParagraph(
      [
        {
          text: `${moved.length > most ? "Those of the tested measures that moved most" : "Tested measures that moved by more than chance"}${when}`,
          rests,
        },
      ],
      roles.label,
      { key: sheet.key(), path, keepWithNext: true },
    ),
  );
  const changes = moved.slice(0, most).map((row): ChangeRow => {
    const indicator = lookup(row.indicator);
    return {
      mark: changeMark(row),
      name: nameOf(indicator, row.breakdown),
      from: { value: row.previous_value ?? 0, text: formatValue(row.previous_value, indicator), rests: restsOn(row, "previous_value") },
      to: { value: row.value ?? 0, text: formatValue(row.value, indicator), rests: restsOn(row, "value") },
      change: {
        text: `${formatChange(row.change, indicator)} ${Math.abs(row.change ?? 0) === 1 ? "point" : "points"}`,
        rests: restsOn(row, "change"),
      },
      rests: restsOn(row),
    };
  });
  sheet.pieces.push(...layChanges(changes, { key: sheet.key(), path }));
}
