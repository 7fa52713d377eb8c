import { parsePeriodText } from "../../../extract/grammar/periods.ts";
import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { comparator } from "../../vocabulary/comparison-words.ts";
import { oneFinding } from "../../finding-row.ts";
import type { Grid } from "../../reading/grid.ts";
import type { TextFigure } from "../../reading/figure.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { isGoal } from "../../vocabulary/headings.ts";
import { whoIn } from "../../vocabulary/others.ts";
import { pattern } from "../../vocabulary/patterns.ts";

const reportingYear = /^\d{4}\/\d{2}$/;

/** Words that put a figure into the year told before it. */
const sameYear = pattern`
  \b(?:(?:in|for|over|during|across|of) )?(?:the|that|this) (?:very )?same (?:year|period|twelve months|12 months)\b|\b
  (?:in|for|over|during) that (?:year|period)\b`;
/** "The figures are for unlike years", "a year earlier": the text itself tells of the difference. */
const told = pattern`
  \bnot (?:of |for |in |from )?(?:the |that )?(?:same|directly|yet|compar\w+)|\b
  (?:a|one|two|three) years? (?:before|earlier|later|older|behind|ago)\b|\bdiffer\w*|\bunlike\b|\bcaution\b`;

/** A figure of others with the year that a heading or a note gives it. */
type Sourced = { who: string; year: string; place: string };

/** Years under which a table prints a value of others, by its column or its row. */
function inGrid(grid: Grid, printed: string): Sourced[] {
  const number = printed.replace(/[^\d.]/g, "");
  return grid.rows.flatMap((row) =>
    row.cells.flatMap((cell, at): Sourced[] => {
      if (at === 0 || cell.value === null || (cell.text.match(/\d[\d.]*/)?.[0] ?? "") !== number) return [];
      const heading = [grid.columns[at] ?? "", row.label].find((name) => comparator.test(name));
      const year = heading === undefined ? null : parsePeriodText(heading);
      return heading === undefined || year === null || !reportingYear.test(year)
        ? []
        : whoIn(heading).map((who) => ({ who, year, place: `the table heads it "${heading}"` }));
    }),
  );
}

const dates = pattern`
  \b(?:figures?|data|averages?|rates?|percentages?|comparisons?|benchmarks?)\b[^.;{}]{0,40}\b(?:are|is|were|come|comes|
  date|dates)\b[^.;{}]{0,20}\b(?:for|of|from|to)\b`;

/** "The England figures are for 2021/22": a note that gives all figures of others their year. */
const inNotes = (reading: Reading): Sourced[] =>
  reading.sentences.flatMap((sentence) => {
    const [period, ...more] = sentence.periods.filter((mention) => !mention.relative);
    if (!period || more.length > 0 || sentence.figures.length > 0 || !reportingYear.test(period.period) || !dates.test(sentence.text))
      return [];
    return whoIn(sentence.text).map((who) => ({
      who,
      year: period.period,
      place: `a note says that the figures of ${who} are for ${period.period}`,
    }));
  });

/** The year that the words give a figure of others: printed behind it, or "the same" as one told before. */
function claimedYear(passage: readonly Sentence[], sentence: Sentence, figure: TextFigure): string | null {
  const next = sentence.figures.find((other) => other.start > figure.start)?.start ?? sentence.text.length;
  const printed = sentence.periods.find(
    (mention) =>
      !mention.relative &&
      reportingYear.test(mention.period) &&
      mention.start >= figure.end &&
      mention.end <= next &&
      // "We were ahead of England (88.4%) in 2023/24" tells when we were.
      /^[^.;,)]{0,40}$/u.test(sentence.text.slice(figure.end, mention.start)),
  );
  if (printed) return printed.period;
  const same = sameYear.exec(sentence.text);
  if (!same) return null;
  const nearest = [...sentence.figures].sort((a, b) => distance(a, same.index) - distance(b, same.index))[0];
  if (nearest !== figure) return null;
  const before = [
    ...passage.slice(0, sentence.number).flatMap((other) => other.periods),
    ...sentence.periods.filter((mention) => mention.start < same.index),
  ];
  const year = before.findLast((mention) => !mention.relative && reportingYear.test(mention.period))?.period;
  return year ?? null;
}
const distance = (figure: TextFigure, at: number): number => Math.min(Math.abs(figure.start - at), Math.abs(figure.end - at));

/** The year of the newest local heading of a table, for a claim of "the same year" that names none. */
const localYear = (grid: Grid): string | undefined =>
  [...grid.columns.slice(1), ...grid.rows.map((row) => row.label)]
    .filter((name) => !comparator.test(name) && !isGoal(name))
    .map((name) => parsePeriodText(name) ?? "")
    .filter((year) => reportingYear.test(year))
    .sort()
    .at(-1);

function report(reading: Reading, sentence: Sentence, passage: readonly Sentence[]): Finding[] {
  if (!comparator.test(sentence.text) || told.test(sentence.text)) return [];
  const named = whoIn(sentence.text);
  for (const figure of sentence.figures) {
    if (
      figure.valueHigh !== null ||
      figure.form !== "digits" ||
      !(figure.measure === "percent" || figure.measure === "rate_per_10k" || figure.decimals > 0)
    )
      continue;
    const tables = reading.grids
      .map((grid) => ({ grid, sources: inGrid(grid, figure.text).filter(({ who }) => named.includes(who)) }))
      .filter(({ sources }) => sources.length > 0);
    // A note is of all figures of others, so the one it is held against has to be the last that is named.
    const noted =
      tables.length === 0 &&
      comparator.test(sentence.text.slice(sentence.figures[sentence.figures.indexOf(figure) - 1]?.end ?? 0)) &&
      sentence.figures.at(-1) === figure
        ? inNotes(reading).filter(({ who }) => named.includes(who))
        : [];
    const sources = [...tables.flatMap((table) => table.sources), ...noted];
    const [source] = sources;
    if (
      !source ||
      ownToo(
        tables.map(({ grid }) => grid),
        figure,
      )
    )
      continue;
    const claimed =
      claimedYear(passage, sentence, figure) ??
      (sameYear.test(sentence.text) && sentence.figures.at(-1) === figure && tables[0] ? (localYear(tables[0].grid) ?? null) : null);
    if (claimed === null || sources.some(({ year }) => year === claimed)) continue;
    return oneFinding(reading, {
      kind: "period",
      severity: "warning",
      stated: `${figure.text} (${claimed})`,
      expected: source.year,
      quote: sentence.text,
      place: sentence.place,
      heading: `${figure.text} said to be of ${claimed}, but printed for ${source.year}`,
      message: `The sentence puts ${figure.text} of ${source.who} into ${claimed}, but ${source.place}: the two years are not the same.`,
    });
  }
  return [];
}

/** The same value stands under a local heading too, so that the words may be of that. */
const ownToo = (grids: readonly Grid[], figure: TextFigure): boolean =>
  grids.some((grid) =>
    grid.rows.some((row) =>
      row.cells.some(
        (cell, at) => at > 0 && cell.value === figure.value && !comparator.test(grid.columns[at] ?? "") && !comparator.test(row.label),
      ),
    ),
  );

export const claimedYears = perSentence("period", "A figure of others put into another year than its heading gives it", report);
