import type { Finding } from "../../../model/finding.ts";
import { parsePeriod } from "../../../model/period.ts";
import { parsePeriodText } from "../../../extract/grammar/periods.ts";
import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import type { TextFigure } from "../../reading/figure.ts";
import { isNear, type Reading, type Sentence } from "../../reading/reading.ts";
import { agreement, roundTo } from "../../numbers/rounding.ts";
import { seriesOf, type Series } from "../../reading/series.ts";
import { isNamedIn, stemsOf } from "../../vocabulary/names.ts";
import { wordings } from "../../vocabulary/patterns.ts";
import { notYet, ofOthers, ofThem, someOf } from "../../vocabulary/restrictions.ts";

const elsewhere = wordings`${someOf}|new|${ofThem}|${ofOthers}|${notYet}|first|second|between (?:boys|girls|the)`;
/** How far from its table a claim may stand, in blocks. */
const reach = 4;

const isGap = (from: number, to: number, change: TextFigure): boolean =>
  Math.abs(Math.abs(to - from) - change.value) < 0.5 * 10 ** -change.decimals + 1e-7;
const isRelative = (from: number, to: number, change: TextFigure): boolean =>
  from !== 0 && agreement((100 * Math.abs(to - from)) / Math.abs(from), change.value, change.decimals) !== "wrong";
const fits = (from: number, to: number, change: TextFigure): boolean =>
  change.measure === "percent" ? isRelative(from, to, change) || isGap(from, to, change) : isGap(from, to, change);

/** The two cells that a sentence speaks of: those of the two times it names, or the last two of the row. */
function cellsFor(series: Series, sentence: Sentence): readonly [number, number] {
  const ends = sentence.periods.filter((period) => !period.relative).map((period) => parsePeriod(period.period)?.end ?? "");
  const named = series.heads.flatMap((head, at) => {
    const end = parsePeriod(parsePeriodText(head) ?? "")?.end ?? "";
    return end !== "" && ends.includes(end) ? [at] : [];
  });
  return named.length === 2 ? [named[0]!, named[1]!] : [series.cells.length - 2, series.cells.length - 1];
}

/** "The number in care rose by 37 between 2019 and 2021" beside a row that no two of whose cells lie 37 apart. */
function report(reading: Reading, sentence: Sentence): Finding[] {
  const [change, ...more] = sentence.figures;
  if (
    !change ||
    more.length > 0 ||
    elsewhere.test(sentence.text) ||
    change.qualifier !== "exact" ||
    change.valueHigh !== null ||
    change.denominator !== null ||
    change.form === "fraction" ||
    change.role !== "change"
  )
    return [];
  const near = seriesOf(reading).filter((series) => isNear(series.grid, sentence, reach) && series.cells.length > 1);
  const pairs = near.flatMap(({ cells }) =>
    cells.flatMap((a, at) => cells.slice(at + 1).map((b) => [a.value ?? 0, b.value ?? 0] as const)),
  );
  if (pairs.length === 0 || pairs.some(([from, to]) => fits(from, to, change))) return [];
  const words = stemsOf(sentence.text);
  const unit = change.measure === "points" ? "percent" : change.measure === "number" ? "count" : null;
  const named = near.filter(({ name, cells }) => isNamedIn(name, words) && (unit === null || cells[0]?.unit === unit));
  const [series, ...others] = named;
  if (!series || others.length > 0) return [];
  const [from, to] = cellsFor(series, sentence).map((at) => series.cells[at]);
  if (from?.value == null || to?.value == null || from.value === to.value) return [];
  const gap = Math.abs(to.value - from.value);
  const expected =
    change.measure === "percent"
      ? `${roundTo((100 * gap) / Math.abs(from.value), Math.max(1, change.decimals))}%`
      : roundTo(gap, Math.max(from.decimals, to.decimals));
  // Numbers far from any of the row are of something else.
  if (change.value > Math.max(from.value, to.value) && change.measure !== "percent") return [];
  return oneFinding(reading, {
    kind: "arithmetic",
    severity: "error",
    stated: change.text,
    expected,
    quote: `${sentence.text} / ${series.row.raw}`,
    place: `${sentence.place}; ${series.place}`,
    heading: `A change of ${change.text} in the text; ${from.text} to ${to.text} in the table is ${expected}`,
    message: `The text gives a change of ${change.text}, but in the table "${series.name}" goes from ${from.text} to ${to.text}, a change of ${expected}.`,
  });
}

export const changesOfRows = perDocument("arithmetic", "A change told in the text against the row it is of", (reading) =>
  reading.grids.length === 0 ? [] : reading.sentences.flatMap((sentence) => report(reading, sentence)),
);
