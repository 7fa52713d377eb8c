import type { Finding } from "../../../model/finding.ts";
import { parsePeriodText } from "../../../extract/grammar/periods.ts";
import { parsePeriod } from "../../../model/period.ts";
import { perDocument } from "../../check.ts";
import { againstWords, carriesOn, claim, comparator } from "../../vocabulary/comparison-words.ts";
import { saysNotAlike } from "../../reading/disclosed.ts";
import { findingRow } from "../../finding-row.ts";
import { placeOfRow, type Grid } from "../../reading/grid.ts";
import { isNear, joinSentences, type Reading, type Sentence } from "../../reading/reading.ts";
import { isGoal } from "../../vocabulary/headings.ts";
import { whoIn } from "../../vocabulary/others.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";

const reportingYear = /^\d{4}\/\d{2}$/;

/** A column of neighbours or England for an earlier year than the newest local column beside it. */
function inTable(reading: Reading, grid: Grid): Finding[] {
  const dated = grid.columns
    .slice(1)
    .map((name) => ({ name, period: parsePeriodText(name) }))
    .filter((column) => column.period !== null && reportingYear.test(column.period));
  const local = dated
    .filter(({ name }) => !comparator.test(name) && !isGoal(name))
    .map(({ period }) => period ?? "")
    .sort();
  const newest = local.at(-1);
  if (!newest || reading.sentences.some((sentence) => unpublished.test(sentence.text))) return [];
  return dated
    .filter(
      ({ name, period }) =>
        comparator.test(name) &&
        period !== newest &&
        !dated.some((other) => comparator.test(other.name) && other.period === newest && who(other.name) === who(name)),
    )
    .slice(0, 1)
    .map(({ name, period }) =>
      findingRow(reading, {
        kind: "period",
        severity: isConcluded(reading, grid) || claimedYear(reading, grid, newest, period ?? "") !== "" ? "warning" : "note",
        stated: `${newest}; ${name}`,
        expected: `${newest} for both`,
        heading: `${newest} stands beside ${who(name)} of ${period}`,
        message: `The newest local column is ${newest}, but "${name}" is of ${period}: the two are of different years.${claimedYear(reading, grid, newest, period ?? "")}`,
        quote: grid.block.table?.rows[0]?.raw ?? name,
        place: placeOfRow(grid, null, name),
      }),
    );
}

/** A report that says why the years differ leaves no reader to think them one. */
const unpublished = pattern`
  \b(?:national|england|neighbours?|regional|comparat(?:or|ive)|
  benchmark\w*)\b[^.]{0,80}\b(?:not (?:yet )?(?:been )?(?:published|available)|will be published|are published|
  is published|latest (?:available|published)|most recent)\b|\b(?:latest (?:available|published)|
  most recent(?:ly)?(?: available| published)?)\b[^.]{0,60}\b(?:national|england|neighbours?|regional|
  comparat(?:or|ive)|benchmark\w*)\b`;

const who = (name: string): string => whoIn(name)[0] ?? "neighbours";

const concluded = wordings`
  above|below|better|worse|ahead of|behind|higher|lower|stronger|weaker|exceed\w*|outperform\w*|compares? (?:well|
  favourably|poorly|badly)`;

/** The text beside a table draws a conclusion from the columns, as if they were of one year. */
const isConcluded = (reading: Reading, grid: Grid): boolean =>
  reading.sentences.some(
    (sentence) =>
      isNear(sentence, grid, 3) &&
      comparator.test(sentence.text) &&
      concluded.test(sentence.text) &&
      !sentence.periods.some((mention) => !mention.relative),
  );

/** What the prose beside a table calls the comparison, when it names a third year. */
function claimedYear(reading: Reading, grid: Grid, local: string, other: string): string {
  const near = reading.sentences.filter((sentence) => isNear(sentence, grid, 3) && /benchmark|compar|neighbour/iu.test(sentence.text));
  for (const sentence of near) {
    const year = sentence.periods
      .map((period) => period.period)
      .find((period) => reportingYear.test(period) && period !== local && period !== other);
    if (year) return ` The text calls it a comparison with ${year}.`;
  }
  return "";
}

/** The year in which a period ends; a stretch of months belongs to the reporting year that it lies in, so that half a year is none of the one before. */
function yearOf(period: string): string {
  const end = parsePeriod(period)?.end ?? "";
  const later = /^\d{4}-\d{2}\.\./.test(period) && end.slice(5, 7) > "03";
  return end === "" ? "" : String(Number(end.slice(0, 4)) + (later ? 1 : 0));
}

/** One sentence that sets a figure of one year beside another's of another. */
function inSentence(reading: Reading, sentence: Sentence, lag = 0, inherited = ""): Finding[] {
  // "71 per 10,000 … that of England, which was 80": the unit stands once.
  const rated = sentence.figures.some((figure) => figure.measure === "rate_per_10k");
  const levels = sentence.figures
    .filter((figure) => !figure.isLimit)
    .filter(
      (figure) =>
        figure.measure === "percent" ||
        figure.measure === "rate_per_10k" ||
        figure.measure === "weeks" ||
        figure.measure === "days" ||
        (figure.measure === "number" && (figure.decimals > 0 || (rated && figure.role === "comparator"))),
    )
    .map((figure) => (rated && figure.measure === "number" ? { ...figure, measure: "rate_per_10k" as const } : figure));
  const own = levels.find((figure) => figure.role === "level");
  const other = levels.find((figure) => figure.role === "comparator" && figure.measure === own?.measure);
  if (!own || !other || !againstWords.test(sentence.text)) return [];
  const found: Finding[] = [];
  const periods = sentence.periods.filter(
    (mention) =>
      !mention.relative &&
      !/^since\b/iu.test(sentence.text.slice(mention.start)) &&
      !/\bsince (?:\w+ )?$/iu.test(sentence.text.slice(0, mention.start)) &&
      parsePeriod(mention.period) !== null,
  );
  const [first, second] = periods;
  // A third figure may be the one that the second time belongs to.
  if (
    periods.length === 2 &&
    first &&
    second &&
    levels.filter((figure) => figure.measure === own.measure).length === 2 &&
    !levels.some((figure) => ["earlier", "change"].includes(figure.role))
  ) {
    const [mine, theirs] = own.start < other.start ? [first, second] : [second, first];
    const years = [mine, theirs].map((mention) => yearOf(mention?.period ?? ""));
    if (
      mine &&
      theirs &&
      mine !== theirs &&
      mine.period !== theirs.period &&
      Math.abs(Number(years[0]) - Number(years[1])) > lag &&
      (sameShape(mine.period, theirs.period) || Math.abs(Number(years[0]) - Number(years[1])) > 1)
    ) {
      found.push(
        findingRow(reading, {
          kind: "period",
          severity: "warning",
          stated: `${own.text} (${mine.period}); ${other.text} (${theirs.period})`,
          quote: sentence.text,
          place: sentence.place,
          heading: `${own.text} of ${mine.period} set against ${other.text} of ${theirs.period}`,
          message: `${own.text} is of ${mine.period} and the ${other.text} it is set against of ${theirs.period}: the two years differ, so the gap may be one of time.`,
        }),
      );
    }
  }
  const [sole] = periods;
  if (inherited !== "" && sole && periods.length === 1 && sole.start >= own.end && claim.test(sentence.text) && own.start < other.start) {
    const years = [inherited, sole.period].map((period) => Number(parsePeriod(period)?.end.slice(0, 4)));
    if (Math.abs((years[0] ?? 0) - (years[1] ?? 0)) > publicationLag) {
      found.push(
        findingRow(reading, {
          kind: "period",
          severity: "warning",
          stated: `${own.text} (${inherited}); ${other.text} (${sole.period})`,
          quote: sentence.text,
          place: sentence.place,
          heading: `${own.text} of ${inherited} set against ${other.text} of ${sole.period}`,
          message: `${own.text} follows figures of ${inherited}; the ${other.text} it is set against is of ${sole.period}. The two years differ, so the gap may be one of time.`,
        }),
      );
    }
  }
  return found;
}

/** National figures come out a year late, so that printing the latest beside one's own is no slip in itself. */
const publicationLag = 1;

const sameShape = (a: string, b: string): boolean => a.replace(/\d/g, "0").slice(0, 4) === b.replace(/\d/g, "0").slice(0, 4);

export const unlikePeriods = perDocument("period", "Unlike years set side by side", (reading) => [
  ...reading.grids.filter((grid) => !saysNotAlike(reading, grid.block)).flatMap((grid) => inTable(reading, grid)),
  ...reading.passages.flatMap((passage) =>
    passage.flatMap((sentence) => {
      if (saysNotAlike(reading, sentence.block)) return [];
      const inherited =
        passage
          .filter((other) => other.number < sentence.number)
          .flatMap((other) => other.periods)
          .findLast((mention) => !mention.relative && parsePeriod(mention.period) !== null)?.period ?? "";
      const found = inSentence(reading, sentence, 0, inherited);
      const next = passage[sentence.number + 1];
      // Nothing is set beside anything where the two hold fewer than two figures.
      if (found.length > 0 || !next || sentence.figures.length + next.figures.length < 2 || !carriesOn.test(next.text)) return found;
      const lag = claim.test(sentence.text) || claim.test(next.text) ? 0 : publicationLag;
      return inSentence(reading, joinSentences(reading, sentence, next), lag, inherited);
    }),
  ),
]);
