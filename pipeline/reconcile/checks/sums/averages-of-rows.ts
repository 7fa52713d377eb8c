import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { misprintedShare } from "../../finding-row.ts";
import type { Grid } from "../../reading/grid.ts";
import { isTotal } from "../../reading/lines.ts";
import { isNear, type Reading, type Sentence } from "../../reading/reading.ts";
import { agreement } from "../../numbers/rounding.ts";
import { judgeShare, printShare } from "../../numbers/shares.ts";
import { wordings } from "../../vocabulary/patterns.ts";

const overall = wordings`
  overall|weighted|combined|taken together|as a whole|across (?:both|all|the (?:two|three|four|five|six))|
  for (?:both|all) (?:two|three|four|five|six)?`;
const unweighted = /\b(?:simple|unweighted|not weighted|mean of|average of|median)\b/iu;
/** How far from its table a sentence may stand, in blocks. */
const reach = 2;

type Rates = { parts: number; base: number; rates: readonly number[] };

/** The counts behind a column of rates: two columns of which each row's rate is the quotient; null when none fit or a total stands below. */
function ratesOf(grid: Grid): Rates | null {
  if (grid.rows.length < 2 || grid.rows.some((row) => isTotal(row.label))) return null;
  const column = (at: number, unit: "count" | "percent"): number[] =>
    grid.rows.flatMap((row) => (row.cells[at]?.unit === unit && row.cells[at]?.value != null ? [row.cells[at].value] : []));
  const columns = grid.columns.map((_, at) => at).slice(1);
  const full = (values: readonly number[]): boolean => values.length === grid.rows.length;
  for (const at of columns) {
    const rates = column(at, "percent");
    if (!full(rates) || new Set(rates).size < 2) continue;
    for (const one of columns)
      for (const two of columns) {
        const [parts, bases] = [column(one, "count"), column(two, "count")];
        if (one === two || !full(parts) || !full(bases)) continue;
        const fits = rates.every(
          (_, row) =>
            bases[row]! > 0 && parts[row]! <= bases[row]! && judgeShare(parts[row]!, bases[row]!, grid.rows[row]!.cells[at]!) === "rounded",
        );
        if (fits) return { parts: sum(parts), base: sum(bases), rates };
      }
  }
  return null;
}

const sum = (values: readonly number[]): number => values.reduce((made, value) => made + value, 0);

/** "Across the two clinics, weighted by appointments, 12.0%" beside 24 of 400 and 18 of 100. */
function report(reading: Reading, sentence: Sentence): Finding[] {
  const [whole, ...more] = sentence.figures.filter((figure) => figure.measure === "percent");
  if (
    !whole ||
    more.length > 0 ||
    whole.form !== "digits" ||
    whole.qualifier !== "exact" ||
    whole.role !== "level" ||
    !overall.test(sentence.text) ||
    unweighted.test(sentence.text)
  )
    return [];
  const near = reading.grids.filter((grid) => isNear(grid, sentence, reach));
  const found = near.length === 1 ? ratesOf(near[0]!) : null;
  if (!found) return [];
  const exact = (100 * found.parts) / found.base;
  const mean = sum(found.rates) / found.rates.length;
  // Only the plain mean of the rates is surely meant for them; another number may be of something else.
  if (agreement(exact, whole.value, whole.decimals) !== "wrong" || agreement(mean, whole.value, whole.decimals) !== "rounded") return [];
  const expected = printShare(found.parts, found.base, whole);
  return misprintedShare(reading, {
    stated: whole.text,
    expected,
    quote: sentence.text,
    place: sentence.place,
    count: found.parts,
    of: found.base,
    message: `The table has ${found.parts} of ${found.base} in all, ${expected}, but ${whole.text} is printed: that is the plain mean of the rates ${found.rates.map((rate) => `${rate}%`).join(" and ")}.`,
  });
}

export const averagesOfRows = perSentence("arithmetic", "A rate for the whole against the counts of its table", report);
