import type { Finding } from "../../../model/finding.ts";
import { parsePeriodText } from "../../../extract/grammar/periods.ts";
import { formatDate, formatPeriod, parsePeriod } from "../../../model/period.ts";
import { perDocument } from "../../check.ts";
import { findingRow, shorten } from "../../finding-row.ts";
import { isOwn } from "../../reading/figure.ts";
import { placeOfRow, type Grid } from "../../reading/grid.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { datedParts, documentDate } from "../../reading/report-dates.ts";
import { stepOf } from "../../reading/time-labels.ts";
import { isOwnLevel } from "../../vocabulary/headings.ts";
import { partYear } from "../../vocabulary/part-years.ts";
import { brokenSteps } from "./broken-steps.ts";

/** What is planned or reckoned for a time says nothing of whether it is over. */
const planned =
  /\b(?:budget\w*|plan(?:s|ned)?|saving\w*|forecast\w*|project\w*|target\w*|estimat\w*|expect\w*|predict\w*|will|would|allocat\w*|grants?|fund\w*|propos\w*|so far|(?<!up )to date|provisional|year to|trajector\w*|funded|commission\w*|places|rolling|due|set)\b/iu;
const parted =
  /\b(?:half[- ]year\w*|q[1-3]\b|quarter (?:[1-3]|one|two|three)|(?:first|second|third) quarter|(?:six|nine|three|eight|ten|eleven) months|interim|mid-?year|part[- ]year)\b/iu;

/** The first and last day of a period; null for none that has an end. */
const spanOf = (text: string): { start: string; end: string } | null => {
  const period = parsePeriodText(text.trim());
  return period === null ? null : parsePeriod(period);
};

const yearIn = (day: string): number => Number(day.slice(0, 4));

/** "2016/17, 2017/18, 2019/20" in a report of May 2019: the year that was over is passed by, and one that was not has figures. */
function skipped(reading: Reading, grid: Grid, date: string): Finding[] {
  const headed = grid.columns
    .slice(1)
    .map((name, at) => ({ name, column: at + 1, span: isOwnLevel(name) && name.length < 24 ? spanOf(name) : null }));
  const down = grid.rows.map((row) => ({
    name: row.label,
    column: 0,
    span: isOwnLevel(row.label) && row.label.length < 24 ? spanOf(row.label) : null,
  }));
  return [headed, down].flatMap((labels): Finding[] => {
    const times = labels.flatMap(({ name, span }) => (span ? [{ name, span }] : [])).sort((a, b) => (a.span.end < b.span.end ? -1 : 1));
    const [last, before, earlier] = times.toReversed();
    if (!last || !before || !earlier || times.length !== labels.filter(({ name }) => name !== "" && isOwnLevel(name)).length) return [];
    const alike = last.span.end.slice(4) === before.span.end.slice(4) && before.span.end.slice(4) === earlier.span.end.slice(4);
    const step = yearIn(before.span.end) - yearIn(earlier.span.end);
    if (!alike || step !== 1 || yearIn(last.span.end) - yearIn(before.span.end) !== 2 || last.span.end <= date) return [];
    return [
      findingRow(reading, {
        kind: "label",
        severity: "warning",
        stated: times.map(({ name }) => name).join(", "),
        quote: grid.block.table?.rows[0]?.raw ?? last.name,
        place: placeOfRow(grid, null, last.name),
        heading: shorten(`${last.name} after ${before.name}, in a report of ${formatDate(date)}`, 70),
        message: `The headings go from ${before.name} to ${last.name}, which was not over when the report was written on ${formatDate(date)}: the year between is probably meant.`,
      }),
    ];
  });
}

/** A table, or what stands beside it, speaks of plans or of a part of the year. */
function isPlanned(reading: Reading, grid: Grid): boolean {
  const near = reading.sentences.filter((one) => Math.abs(one.block.index - grid.block.index) <= 2);
  const labels = [grid.caption, ...grid.columns, ...grid.rows.map((row) => row.label)].join(" ");
  return planned.test(labels) || parted.test(grid.caption) || near.some(({ text }) => partYear.test(text) || parted.test(text));
}

type Told = { year: string; quote: string; place: string };

/** "Rose from 827 in 2018/19 to 903 in 2019/20": a year told of beside the one before it, and so as whole as that. */
function besideYearBefore(sentence: Sentence): Told[] {
  if (planned.test(sentence.text) || partYear.test(sentence.text) || sentence.figures.filter(isOwn).length < 2) return [];
  const years = sentence.times.filter((time) => /^\d{4}\/\d{2}$/u.test(time)).sort();
  const [before, year] = years;
  return years.length === 2 && before && year && Number(year.slice(0, 4)) - Number(before.slice(0, 4)) === 1
    ? [{ year, quote: sentence.text, place: sentence.place }]
    : [];
}

/** A table of a year, by its caption or heading, whose rows run through to the last quarter. */
function throughout(grid: Grid): Told[] {
  const years = [grid.caption, ...grid.columns.slice(1)].flatMap((text) => /\b(?:19|20)\d\d\/\d\d\b/u.exec(text)?.[0] ?? []);
  const quarters = [...grid.rows.map((row) => row.label), ...grid.columns].filter(
    (label) => ["quarter", "term"].includes(stepOf(label)?.kind ?? "") && !planned.test(label),
  );
  const isLast = (label: string): boolean => {
    const step = stepOf(label);
    return step !== null && step.at === step.size - 1;
  };
  const isWhole = quarters.length >= 3 && quarters.some(isLast);
  const [year] = years;
  return isWhole && year && new Set(years).size === 1 && !planned.test(grid.caption)
    ? [{ year, quote: grid.caption, place: placeOfRow(grid, null) }]
    : [];
}

/** "Annual report 2019/20", "this report covers 2019/20". */
const reportsOn =
  /\b(?:annual report|year[- ]end report|annual review|(?:this|the) (?:report|paper|review) (?:covers|is (?:of|for)|describes)|(?:relate|relates|refer|refers) to|(?:the )?year)\b[^.;]{0,70}\b((?:19|20)\d\d\/\d\d)\b/iu;

/** A report dated well before the end of a year that it tells of as over. */
function tellsOfWhole(reading: Reading, date: string): Finding[] {
  const told = [...reading.sentences.flatMap(besideYearBefore), ...reading.grids.flatMap(throughout)];
  const titled = reading.sentences.flatMap((sentence): Told[] => {
    const year = planned.test(sentence.text) ? undefined : reportsOn.exec(sentence.text)?.[1];
    return year ? [{ year, quote: sentence.text, place: sentence.place }] : [];
  });
  return [...Map.groupBy(told, ({ year }) => year)]
    .flatMap(([year, all]): Finding[] => {
      const span = parsePeriod(year);
      const [first] = all;
      if (!span || !first || monthsBetween(date, span.end) < 2 || monthsBetween(span.start, date) < -12) return [];
      if (all.length + titled.filter((one) => one.year === year).length < 2) return [];
      return [
        findingRow(reading, {
          kind: "label",
          severity: "warning",
          stated: formatDate(date),
          quote: first.quote,
          place: first.place,
          heading: `Dated ${formatDate(date)}, but tells of all of ${formatPeriod(year)}`,
          message: `The report is dated ${formatDate(date)}, but gives ${formatPeriod(year)} as a whole year, which was not over then: one of the two years is probably wrong.`,
        }),
      ];
    })
    .slice(0, 1);
}

const monthsBetween = (from: string, to: string): number =>
  12 * (yearIn(to) - yearIn(from)) + Number(to.slice(5, 7)) - Number(from.slice(5, 7));

/** Tables whose last column of years leaves one out: it was not over yet, or the title or the text is of the one left out. */
const leaps = (reading: Reading, date: string): Finding[] =>
  reading.grids.flatMap((grid) => {
    const notOver = date === "" || isPlanned(reading, grid) ? [] : skipped(reading, grid, date);
    return notOver.length > 0 ? notOver : brokenSteps(reading, grid);
  });

export const yearsNotOver = perDocument("label", "Figures of a year that was not over or is not meant", (reading) => {
  const parts = datedParts(reading);
  const date = parts.length > 1 ? "" : documentDate(reading, parts);
  const found = leaps(reading, date);
  const isParted = reading.sentences.some(
    (sentence) => partYear.test(sentence.text) || /\b(?:so far|(?<!up )to date)\b/iu.test(sentence.text),
  );
  return found.length > 0 || isParted || date === "" ? found : tellsOfWhole(reading, date);
});
