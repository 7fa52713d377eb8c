import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { findingRow, oneFinding } from "../../finding-row.ts";
import { placeOfRow, type Cell, type GridRow } from "../../reading/grid.ts";
import { judgeShare } from "../../numbers/shares.ts";
import type { TextFigure } from "../../reading/figure.ts";
import type { Sentence } from "../../reading/reading.ts";
import { falls, rises } from "../../vocabulary/change.ts";
import { pattern } from "../../vocabulary/patterns.ts";

/** What is paid, owed or set aside may be more than all of what was meant. */
const money =
  "\\b(?:budget\\w*|outturn|spen[dt]\\w*|expenditure|income|savings?|costs?|sums?|amounts?|allowances?|grants?|contributions|charges|fees)\\b";
const mayExceed = pattern`
  against (?:an? |the |its |our )?(?:\w+ )?(?:target|budget|plan|goal)|planned|increas|rise|risen|rose|grow|growth|higher|more|up by|change|of (?:the |their |its |our |what was )?
  (?:budget|target|goal|capacity|establishment|posts|plan(?:ned)?\b|forecast|profile|agreed|expected|previous|level|volume|number)|capacity|occup|
  over-?spen|variance|inflation|compared|additional|utilis|fund|${money}`;

/** "107.9% of care leavers were in work": no more than all of them. */
const ofPeople = pattern`
  ^ of (?:(?:the|all|our|these|those|its) )?(?:[\w-]+ ){0,2}?(?:children|young people|care leavers|carers|families|pupils|parents|
  adopters|plans|reviews|visits|assessments|cases|files|health checks|referrals)\b`;
/** "Attendance rose to 109%": a level of what only people can be, however it came about. */
const isLevelOfPeople = (sentence: Sentence, figure: TextFigure): boolean =>
  /\b(?:to|at|was|is|stood at|stands at)\s+$/iu.test(sentence.text.slice(0, figure.start)) &&
  /\b(?:attendance|took part|participat\w+|take-up|coverage|completion|reviews?|assessments?|visits?|checks?|immunis\w*)\b/iu.test(
    sentence.text,
  );
const ofMoney = pattern`
  budget|capacity|occupancy|establishment|plan(?:ned)?\b|target|forecast|profile|spen[dt]|inflation|fund|
  of (?:the |their |its |our |what )|previous|last year`;
const ofAnother = pattern`
  \b(?:budget|capacity|occupancy|establishment|target|forecast|profile|spen[dt]\w*|inflation|fund\w*|previous|last year|increase|growth)\b`;
const ofPlanned = /\b(?:planned|expected|needed|required|scheduled|commissioned|change)\b/iu;
/** "Of visits due were made within the required interval": what is said of the whole, and not of what was done. */
const verb = /\b(?:was|were|is|are|had|have|has|took|met|received|attended|got|went|came)\b.*$/u;
/** Whether the words let a figure be more than all of what it is of. */
function isExcused(sentence: Sentence, figure: TextFigure): boolean {
  const text = sentence.text.replace(orMore, "");
  const after = sentence.text.slice(figure.end);
  if (ofPeople.test(after)) return ofAnother.test(text) || ofPlanned.test(after.replace(verb, ""));
  return (isLevelOfPeople(sentence, figure) ? ofMoney : mayExceed).test(text);
}
/** "-4% of children", "attendance was -91%", "stood at minus 91%": a share of nobody. Behind a number the dash is that of a range. */
const negative =
  /(?<=^|\s)(?:[-−–]|(?:minus|negative) )\d+(?:\.\d+)? ?(?:%|per ?cent)(?= of\b)|(?<=\b(?:was|were|is|are|at|to|of|be|been)\s)(?:[-−–]|(?:minus|negative) )\d+(?:\.\d+)? ?(?:%|per ?cent)(?! ?(?:age )?points?)/gu;
/** "Waited an average of -61 days": no length of time is below nothing. */
const negativeTime =
  /(?<=\b(?:average|mean|median|total) (?:wait |time |length )?(?:of|was|is) |\b(?:waited|took|lasted|takes|lasts|stayed|(?:wait|time|length|duration)(?: \w+){0,4} (?:was|is|of)) (?:an average of )?)[-−–]\d+(?:\.\d+)? (?:working |calendar )?(?:days|weeks|months|years)\b/giu;
/** Changes and differences may be negative, and what is left of money. */
const mayBeNegative = pattern`
  \b(?:chang\w*|varia\w+|differen\w+|gaps?|net|margins?|swing|movement|surplus|deficit|balance|progress|real terms|points?|compared|relative|against|
  ${rises}|${falls}|higher|lower|above|below|better|worse|up|down)\b|${money}|\binflation|under-?spen|over-?spen`;
/** "In care for a year or more" compares nothing. */
const orMore = /\b(?:or|and) more\b|\bmore than (?:a|one|two|\d+) (?:years?|months?|weeks?|days?)\b/giu;
/** A year taken for a figure says that the words were misread, not that the document is wrong. */
const isYear = (value: number): boolean => Number.isInteger(value) && value >= 1990 && value <= 2040;
/** "300 | 330 | 110.0": the row prints the two that the percentage sets against each other, as delivered against a target. */
const isRatio = (row: GridRow, value: number, printed: Cell): boolean =>
  row.cells.some((a) =>
    row.cells.some(
      (b) =>
        a !== printed &&
        b !== printed &&
        a.unit !== "percent" &&
        b.unit !== "percent" &&
        a.value !== null &&
        b.value !== null &&
        b.value > 0 &&
        a.value > b.value &&
        judgeShare(a.value, b.value, { value, decimals: printed.percent?.decimals ?? printed.decimals }) === "rounded",
    ),
  );
/** "14–16 (borderline)": a row of the scale itself, whose cells count children and are no scores. */
const inBand = (label: string): boolean => /^\W*\d+ ?(?:[-–−]|to) ?\d+\b|^\d+ (?:or|and) (?:more|above|over)/u.test(label);
/** A sum of rounded shares may come to 101%. */
const rounded = /\brounding\b|\brounded\b|\b(?:sum|adds?|total) (?:up )?to\b/iu;

/** "Gender -54% are boys": the dash parts a label from its figure. */
const afterLabel = /^\p{Lu}[\p{L} ]{1,30} $/u;

/** Shares of people above 100%, and observations outside what their indicator allows. */
export const ranges = perDocument("unit", "Values outside what is possible", (reading, input) => {
  const inProse = reading.sentences.flatMap((sentence) =>
    sentence.figures
      .filter(
        (figure) =>
          figure.measure === "percent" &&
          (figure.form === "digits" || figure.form === "word") &&
          Math.max(figure.value, figure.valueHigh ?? 0) > 100,
      )
      .filter((figure) => figure.role !== "change" && !isExcused(sentence, figure) && !rounded.test(sentence.text))
      .map((figure) =>
        findingRow(reading, {
          kind: "unit",
          severity: "error",
          stated: figure.text,
          expected: "at most 100%",
          quote: sentence.text,
          place: sentence.place,
          heading: `${figure.text}: a share cannot be above 100%`,
          message: `${figure.text} is printed as a share, which cannot be above 100%.`,
        }),
      ),
  );
  const below = reading.sentences.flatMap((sentence) =>
    [...sentence.text.matchAll(negative)]
      .filter(
        ({ index }) =>
          !/\d\s*$/u.test(sentence.text.slice(0, index)) &&
          !afterLabel.test(sentence.text.slice(0, index)) &&
          !mayBeNegative.test(sentence.text),
      )
      .map((match) =>
        findingRow(reading, {
          kind: "unit",
          severity: "error",
          stated: match[0],
          expected: "at least 0%",
          quote: sentence.text,
          place: sentence.place,
          heading: `${match[0]}: a share cannot be below 0%`,
          message: `${match[0]} is printed as a share, which cannot be below 0%.`,
        }),
      ),
  );
  const times = reading.sentences.flatMap((sentence) =>
    [...sentence.text.matchAll(negativeTime)]
      .filter(() => !mayBeNegative.test(sentence.text))
      .map((match) =>
        findingRow(reading, {
          kind: "unit",
          severity: "error",
          stated: match[0],
          expected: "at least 0",
          quote: sentence.text,
          place: sentence.place,
          heading: `${match[0]}: no length of time is below nothing`,
          message: `${match[0]} is printed as a length of time, which cannot be below nothing.`,
        }),
      ),
  );
  const inTables = reading.grids.flatMap((grid) =>
    grid.rows.flatMap((row) =>
      row.cells.flatMap((cell, column): Finding[] => {
        const name = grid.columns[column] ?? "";
        const value = cell.percent?.value ?? (cell.unit === "percent" ? cell.value : null);
        if (
          value === null ||
          (value <= 100 && value >= 0) ||
          mayExceed.test(`${name} ${row.label} ${grid.caption}`) ||
          isRatio(row, value, cell)
        )
          return [];
        return oneFinding(reading, {
          kind: "unit",
          severity: "error",
          stated: cell.text,
          expected: "0% to 100%",
          quote: row.raw,
          place: placeOfRow(grid, row, name),
          heading: `${cell.text}: a share is between 0% and 100%`,
          message: `"${row.label}" is printed as ${cell.text}; a share is between 0% and 100%.`,
        });
      }),
    ),
  );
  const ratios = reading.grids.flatMap((grid) =>
    grid.rows.filter((row) => row.cells.some((cell) => cell.value !== null && isRatio(row, cell.value, cell))).map((row) => row.raw),
  );
  const known = new Set([...[...inProse, ...inTables].map((finding) => finding.quote), ...ratios]);
  const limits = new Map(input.indicators.map((indicator) => [indicator.id, indicator]));
  const observed = input.observations
    .filter((row) => row.document === reading.source.document && row.value !== null && !known.has(row.quote))
    .flatMap((row) => {
      const indicator = limits.get(row.indicator);
      if (
        !indicator ||
        row.value === null ||
        isYear(row.value) ||
        inBand(row.row) ||
        row.unit !== indicator.unit ||
        (row.value >= indicator.range[0] && row.value <= indicator.range[1])
      )
        return [];
      return oneFinding(reading, {
        kind: "plausibility",
        severity: "warning",
        stated: String(row.value),
        expected: `${indicator.range[0]} to ${indicator.range[1]}`,
        quote: row.quote,
        place: row.paragraph || row.table || (row.page === null ? "" : `page ${row.page}`),
        indicator: row.indicator,
        observations: [row.observation_id],
        heading: `${indicator.name}: ${row.value} is outside ${indicator.range[0]} to ${indicator.range[1]}`,
        message: `${indicator.name} is given as ${row.value}, outside the possible range of ${indicator.range[0]} to ${indicator.range[1]}.`,
      });
    });
  return [...inProse, ...below, ...times, ...inTables, ...observed];
});
