import type { Finding } from "../../../model/finding.ts";
import { perTable } from "../../check.ts";
import type { Grid } from "../../reading/grid.ts";
import { isTotal } from "../../reading/lines.ts";
import type { Reading } from "../../reading/reading.ts";
import { wrongWayRound } from "./wrong-way-round.ts";
import { wordings } from "../../vocabulary/patterns.ts";

const ofShares = /%|\b(?:per ?cent|percentages?|shares?|proportions?|rate)\b/iu;
const ofCounts = wordings`number|no|count|children|pupils|cases|young people|families|referrals|reviews|visits|staff|posts|leavers|carers|total|n|how many`;

/** How far a share may lie from that of its count, rounded to no or more decimals. */
const allowance = (decimals: number): number => (decimals === 0 ? 0.6 : 0.06);

const report = (reading: Reading, grid: Grid): Finding[] =>
  [...sharesForCounts(reading, grid), ...partsForWholes(reading, grid)].slice(0, 1);

/** "Per cent: 41, 52, 28" beside "Number: 33.9, 43.0, 23.1": under each heading stand the figures of the other. */
function sharesForCounts(reading: Reading, grid: Grid): Finding[] {
  const rows = grid.rows.filter((row) => !isTotal(row.label));
  if (rows.length < 2) return [];
  const named = grid.columns.map((name, at) => ({ name, at })).slice(1);
  const shares = named.filter(({ name }) => ofShares.test(name));
  const counts = named.filter(({ name }) => ofCounts.test(name) && !ofShares.test(name));
  return shares
    .flatMap((share) => counts.map((count) => ({ share, count })))
    .flatMap(({ share, count }): Finding[] => {
      const pairs = rows.flatMap(({ cells }) => {
        const [a, b] = [cells[share.at], cells[count.at]];
        return a?.value == null || b?.value == null ? [] : [{ a: a.value, b: b.value, decimals: b.decimals, text: a.text }];
      });
      const sum = pairs.reduce((all, { a }) => all + a, 0);
      const areCounts = pairs.every(({ a, text }) => Number.isInteger(a) && !/[.%]/u.test(text));
      if (pairs.length < rows.length || !areCounts || sum <= 0 || Math.abs(sum - 100) < 2) return [];
      if (!pairs.every(({ a, b, decimals }) => Math.abs(b - (100 * a) / sum) <= allowance(decimals))) return [];
      return wrongWayRound(
        reading,
        grid,
        share.name,
        count.name,
        `The figures under "${share.name}" are counts and those under "${count.name}" are their percentages: the headings ${count.name} and ${share.name} are the wrong way round.`,
      );
    });
}

/** Of those who could: headings of a whole. */
const ofWhole =
  /^(?:(?:number|total|all|no\.?|children|pupils|cases|those) )?(?:of )?(?:\w+ )?(?:due|eligible|entitled|expected|required|invited|offered|cohort|possible)$/iu;
/** Of those who did: headings of a part. */
const ofPart =
  /^(?:(?:number|no\.?|children|pupils|cases|those) )?(?:of )?(?:\w+ )?(?:taken up|take-up|took (?:it|them) up|completed|done|held|in time|on time|seen|attended|accepted|returned|received|met|achieved|used)$/iu;

/** "Taken up: 130, Eligible: 115, Take-up: 88.5%": more took part than could, and the percentage is of the one on the other. */
function partsForWholes(reading: Reading, grid: Grid): Finding[] {
  const named = grid.columns.map((name, at) => ({ name: name.trim(), at }));
  const [part, ...otherParts] = named.filter(({ name }) => ofPart.test(name) && !ofShares.test(name));
  const [whole, ...otherWholes] = named.filter(({ name }) => ofWhole.test(name) && !ofShares.test(name));
  const share = named.find(({ name, at }) => at > 0 && at !== part?.at && at !== whole?.at && ofShares.test(name));
  if (!part || !whole || !share || otherParts.length + otherWholes.length > 0 || grid.rows.length < 2) return [];
  const isSwapped = grid.rows.every(({ cells }) => {
    const [done, due, percent] = [cells[part.at], cells[whole.at], cells[share.at]];
    if (done?.value == null || due?.value == null || percent?.value == null || done.value <= due.value) return false;
    return Math.abs(percent.value - (100 * due.value) / done.value) <= allowance(percent.decimals);
  });
  if (!isSwapped) return [];
  return wrongWayRound(
    reading,
    grid,
    part.name,
    whole.name,
    `The percentages are those of the figures under "${whole.name}" on the larger ones under "${part.name}": the headings are the wrong way round.`,
  );
}

export const swappedHeadings = perTable("label", "Headings of numbers and of percentages the wrong way round", report);
