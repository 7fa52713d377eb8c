import type { Finding } from "../../../model/finding.ts";
import { perTable } from "../../check.ts";
import { likelyCause } from "../../numbers/explain-share.ts";
import { findingRow } from "../../finding-row.ts";
import { saysRounded } from "../../reading/disclosed.ts";
import { isTime } from "../../reading/grid.ts";
import { isTotal, numberAt, placeAt, quoteAt, turn, type Line, type Turned } from "../../reading/lines.ts";
import { isReckoned } from "../../vocabulary/headings.ts";
import type { Reading } from "../../reading/reading.ts";
import { quotients, type Point } from "./quotients.ts";
import { contentWords, wordSet } from "../../vocabulary/names.ts";
import { wordings } from "../../vocabulary/patterns.ts";
import { roundTo } from "../../numbers/rounding.ts";
import { judgeShare, printShare } from "../../numbers/shares.ts";

const fitsWell = (points: readonly Point[]): number => points.filter((point) => point.verdict !== "wrong").length;

/** "Establishment | 222 | 100.0": whatever it is called, the whole is what the other counts add up to. */
function wholeAt(percents: Line, counts: Line): number {
  const sum = counts.cells.reduce((made, _, at) => made + (numberAt(counts, at, "count") ?? 0), 0);
  return percents.cells.findIndex((cell, at) => cell.unit === "percent" && cell.value === 100 && numberAt(counts, at, "count") === sum / 2);
}

/** Percentages beside counts, each a share of the total of its run: "Number", "%". */
function sharesOfTotal(turned: Turned): Point[][] {
  const sets: Point[][] = [];
  turned.lines.forEach((line, index) => {
    for (const counts of [turned.lines[index - 1], turned.lines[index + 1]]) {
      if (!counts || isReckoned(line.name)) continue;
      const rows = line.cells.flatMap((cell, at) => {
        const count = numberAt(counts, at, "count");
        return cell.value !== null && cell.unit === "percent" && count !== null ? [{ cell, at, count }] : [];
      });
      if (rows.length < 2) continue;
      const named = turned.names.findIndex((name, at) => isTotal(name) && numberAt(counts, at, "count") !== null);
      const totalAt = named >= 0 ? named : wholeAt(line, counts);
      const bases = totalAt >= 0 ? [numberAt(counts, totalAt, "count") ?? 0] : [rows.reduce((sum, row) => sum + row.count, 0)];
      for (const of of bases) {
        // Quarters and years are no parts of a group of people, whatever stands as their total.
        if (rows.some((row) => isTime(turned.names[row.at] ?? "")) || rows.some((row) => row.count > of)) continue;
        const points = rows
          .filter((row) => row.at !== totalAt && row.count <= of)
          .map(({ cell, at, count }): Point => ({ line, at, cell, count, of, verdict: judgeShare(count, of, cell) }));
        if (of > 0 && points.length > 1) sets.push(points);
      }
    }
  });
  // "96 (80.0%)" in one cell, over the total of its line.
  for (const line of turned.lines) {
    const totalAt = turned.names.findIndex((name, at) => isTotal(name) && numberAt(line, at, "count") !== null);
    const of = totalAt >= 0 ? (numberAt(line, totalAt, "count") ?? 0) : 0;
    const points = line.cells.flatMap((cell, at): Point[] =>
      cell.percent && cell.value !== null && cell.value <= of && at !== totalAt
        ? [
            {
              line,
              at,
              cell: { ...cell, value: cell.percent.value, decimals: cell.percent.decimals },
              count: cell.value,
              of,
              verdict: judgeShare(cell.value, of, cell.percent),
            },
          ]
        : [],
    );
    if (points.length > 1) sets.push(points);
  }
  return sets;
}

/** Whether a set is what its percentages are: nearly all of them fit, or its headings say so. */
function isMeant(turned: Turned, points: readonly Point[]): boolean {
  const fits = fitsWell(points);
  if (points.length >= 4) return fits >= points.length - Math.max(1, Math.floor(points.length / 4));
  if (points.length >= 2) return fits >= points.length - 1;
  const counts = turned.lines.filter((line) => numberAt(line, points[0]!.at, "count") !== null);
  const percents = turned.lines.filter((line) => line.cells[points[0]!.at]?.unit === "percent");
  const smaller = Math.abs((100 * points[0]!.count) / points[0]!.of - (points[0]!.cell.value ?? 0)) < 25;
  return (
    fits === 1 ||
    (counts.length === 2 &&
      percents.length === 1 &&
      smaller &&
      /%|per ?cent|in time|on time|timel|rate/iu.test(points[0]!.line.name) &&
      isOfCounts(points[0]!, counts))
  );
}

/** Words of a heading that name no thing: how many, what share, by when. */
const plain = wordSet(
  `all any and the for with that who were was are has have had been from this year number numbers total count counts figure
   figures result value percentage percent per cent share rate proportion performance time timely timeliness within days weeks
   months working hours complete completed completion done made held given due place children child young people`,
);
/** As much of a word as "taken" and "take-up", "passed" and "pass" have in common. */
const common = (word: string): string => word.slice(0, 4);
const thingsOf = (line: Line | undefined): string[] => contentWords(line?.name ?? "", plain).map(common);
const onTime = wordings`(?:in|on) time|timely|timeliness|within|promptly|prompt`;

/** "Visits in time" beside "Notifications" and "Arrangements" is a share of neither: what it is of is counted there too. */
function isOfCounts(point: Point, counts: readonly Line[]): boolean {
  const [part, base] = [...counts].sort((a, b) => (numberAt(a, point.at, "count") ?? 0) - (numberAt(b, point.at, "count") ?? 0));
  const [named, counted, whole] = [point.line, part, base].map(thingsOf) as [string[], string[], string[]];
  const isTold = named.every((word) => counted.includes(word) || whole.includes(word));
  const isSome = [counted, whole].some((words) => words.length === 0) || counted.some((word) => [...whole, ...named].includes(word));
  return isTold && isSome && (!onTime.test(point.line.name) || onTime.test(part?.name ?? ""));
}

function report(reading: Reading, turned: Turned, points: readonly Point[]): Finding[] {
  const findings: Finding[] = [];
  const wrong = points.filter((point) => point.verdict === "wrong");
  const otherBase = commonBase(wrong);
  if (otherBase !== null && wrong.length > 1) {
    const first = wrong[0]!;
    const printed = wrong.map((point) => point.cell.text).join(" and ");
    findings.push(
      findingRow(reading, {
        kind: "arithmetic",
        severity: "warning",
        stated: printed,
        expected: wrong.map((point) => `${roundTo((100 * point.count) / point.of, 1)}%`).join(" and "),
        heading: `${printed} are shares of ${otherBase}, not of ${first.of}`,
        message: `${printed} are ${wrong.map((point) => point.count).join(" and ")} as shares of ${otherBase}; the other percentages beside them are shares of ${first.of}.`,
        quote: wrong
          .map((point) => quoteAt(turned, point.line, point.at))
          .filter((quote, i, all) => all.indexOf(quote) === i)
          .join(" / "),
        place: placeAt(turned, first.line, first.at),
      }),
    );
  } else {
    for (const point of wrong) {
      const expected = printShare(point.count, point.of, point.cell);
      const printed = point.cell.text;
      const cause = likelyCause(
        { count: point.count, of: point.of, printed: point.cell.value ?? 0, decimals: point.cell.decimals },
        [],
        [],
      );
      findings.push(
        findingRow(reading, {
          kind: "arithmetic",
          severity: "error",
          stated: printed,
          expected,
          heading: `${printed} printed, but ${point.count} of ${point.of} is ${expected}`,
          message: `${point.count} of ${point.of} is ${expected}, but ${printed} is printed. ${cause}`.trim(),
          quote: quoteAt(turned, point.line, point.at),
          place: placeAt(turned, point.line, point.at),
        }),
      );
    }
  }
  const cut = points.filter((point) => point.verdict === "truncated" || point.verdict === "slip");
  const first = cut[0];
  if (first) {
    const pairs = cut.map((point) => `${point.cell.text} (${roundTo((100 * point.count) / point.of, point.cell.decimals)})`);
    findings.push(
      findingRow(reading, {
        kind: "arithmetic",
        severity: saysRounded(reading) ? "warning" : "note",
        stated: cut.map((point) => point.cell.text).join(", "),
        expected: cut.map((point) => roundTo((100 * point.count) / point.of, point.cell.decimals)).join(", "),
        heading:
          cut.length === 1 ? `${pairs[0]}: the last digit is not rounded` : `${cut.length} percentages are cut off rather than rounded`,
        message: `Printed, with the rounded figure in brackets: ${pairs.join(", ")}. The last digit is ${cut.every((p) => p.verdict === "truncated") ? "cut off rather than rounded" : "not rounded"}.`,
        quote: cut
          .map((point) => quoteAt(turned, point.line, point.at))
          .filter((quote, i, all) => all.indexOf(quote) === i)
          .join(" / "),
        place: placeAt(turned, first.line, first.at),
      }),
    );
  }
  return findings;
}

/** The base that the wrong percentages share when they add up to a whole of their own; otherwise null. */
function commonBase(wrong: readonly Point[]): number | null {
  const sum = wrong.reduce((total, point) => total + point.count, 0);
  return wrong.length > 1 && wrong.every((point) => judgeShare(point.count, sum, point.cell) !== "wrong") ? sum : null;
}

const spot = (turned: Turned, point: Point): string =>
  turned.byRow ? `${turned.grid.rows.indexOf(point.line.row!)}:${point.at + 1}` : `${point.at}:${point.line.column}`;

export const shareInTables = perTable("arithmetic", "Percentages of tables against their counts", (reading, grid) => {
  const meant = [true, false].flatMap((byRow) => {
    const turned = turn(grid, byRow);
    return [...quotients(turned), ...sharesOfTotal(turned)]
      .filter((points) => isMeant(turned, points))
      .map((points) => ({ turned, points }));
  });
  // A percentage that fits one set of counts is right, whatever else it is set against.
  const done = new Set(
    meant.flatMap(({ turned, points }) => points.filter((point) => point.verdict === "rounded").map((point) => spot(turned, point))),
  );
  const best = meant.sort(
    (a, b) => fitsWell(b.points) / b.points.length - fitsWell(a.points) / a.points.length || b.points.length - a.points.length,
  );
  return best.flatMap(({ turned, points }) => {
    const open = points.filter((point) => !done.has(spot(turned, point)));
    for (const point of open) done.add(spot(turned, point));
    return report(reading, turned, open);
  });
});
