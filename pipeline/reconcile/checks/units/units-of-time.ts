import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { findingRow, oneFinding } from "../../finding-row.ts";
import { isSingle, type TextFigure } from "../../reading/figure.ts";
import { placeOfRow } from "../../reading/grid.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";

/** Days in the units of time that reports mix up. */
const daysIn: Readonly<Record<string, number>> = { days: 1, weeks: 7, months: 30.4 };
const isTime = (figure: TextFigure): boolean => figure.measure in daysIn && isSingle(figure) && !figure.isLimit;
const inDays = (figure: TextFigure): number => figure.value * (daysIn[figure.measure] ?? 1);

/** Numbers smaller than this are near each other by chance: "16 months, against 14 weeks". */
const least = 20;
/** Two times of one thing lie this near each other. */
const neighbourhood = 1.5;
/** A wait longer than this, in days, is that of nobody on average: more than three years. */
const longest = 3 * 365;
const mean = /\b(?:averag(?:e|es|ed|ing)|mean|median)\b/iu;
/** What takes days to months, however long it is drawn out. */
const process =
  /\b(?:wait(?:s|ed|ing)?|adopt\w*|match\w*|proceedings|court|assess\w*|entering care|moving in|decisions?|time (?:between|from|taken)|timescales?)\b/iu;
/** Lengths that may be long, or are added up. */
const mayBeLong =
  /\b(?:total|in all|altogether|combined|longest|stay\w*|lasted|experience|service|aged?|old|sentences?|apprentice\w*|tenancy|career|lifetime|history|record)\b/iu;

/** Words that set one time against the other: they are of one thing. */
const against =
  /\b(?:than|against|compar\w+|from|threshold|standard|target|limit|national(?:ly)?|england|region\w*|neighbours?|versus|before|ago|last year|previous(?:ly)?|expected|above|below|within|beyond|outside)\b/iu;
/** The two are of different things, or one is the other in another unit. */
const apart = /\b(?:and|while|whereas|then|followed|every|each|after|or|equivalent|about|around|i\.e|that is|so)\b|[()]/iu;

const finding = (reading: Reading, at: Sentence, wrong: TextFigure, expected: string, message: string, quote = at.text): Finding =>
  findingRow(reading, {
    kind: "unit",
    severity: "error",
    stated: wrong.text,
    expected,
    quote,
    place: at.place,
    heading: `${wrong.text}: probably ${expected} is meant`,
    message,
  });

const setBefore = /\b(?:limit|target|standard|threshold|maximum|deadline|allowed|within)\b[^.;,]{0,25}$/iu;
const withUnit = (figure: TextFigure, unit: string): string => `${figure.text.replace(/[^\d.,].*$/u, "")} ${unit}`;

/** "Waited 3,160 days in total, a mean of 395 weeks each": eight of them waited 395 days each. */
function ofSum(reading: Reading, sentence: Sentence): Finding[] {
  const times = sentence.figures.filter(isTime);
  const counts = sentence.figures.filter(
    (figure) => figure.measure === "number" && Number.isInteger(figure.value) && figure.value > 1 && isSingle(figure),
  );
  return times
    .flatMap((sum) =>
      times.flatMap((each) => {
        if (sum.measure === each.measure || sum.value <= each.value || !mean.test(sentence.text)) return [];
        // "The limit is two months": what is set is no share of the sum; nor does a sum over a number prove a small one.
        if (each.value < least / 2 || setBefore.test(sentence.text.slice(0, each.start))) return [];
        const count = counts.find((one) => Math.abs(sum.value / one.value - each.value) <= 0.5 * 10 ** -each.decimals + 1e-7);
        if (!count) return [];
        const expected = withUnit(each, sum.measure);
        return [finding(reading, sentence, each, expected, `${sum.text} over ${count.text} is ${expected}, but ${each.text} is printed.`)];
      }),
    )
    .slice(0, 1);
}

/** "A mean of 496 weeks, shorter than the 518 days": near each other as numbers, far apart as times. */
function besideOther(reading: Reading, sentence: Sentence): Finding[] {
  const times = sentence.figures.filter(isTime);
  return times
    .slice(1)
    .flatMap((second, at) => {
      const first = times[at]!;
      const between = sentence.text.slice(first.end, second.start);
      const [low, high] = [first.value, second.value].sort((a, b) => a - b);
      const isToldAsChange = /\bto (?:\w+ ){0,2}$/iu.test(between) && /\bfrom (?:\w+ ){0,3}$/iu.test(sentence.text.slice(0, first.start));
      if (
        first.measure === second.measure ||
        low! < least ||
        high! > neighbourhood * low! ||
        !(isToldAsChange || against.test(between)) ||
        apart.test(between)
      )
        return [];
      // Weeks and months lie near enough for two things to take as many of the one as of the other.
      const areNear = first.measure !== "days" && second.measure !== "days";
      if (areNear && !isToldAsChange && !/\b(?:limit|threshold|standard|target|statutory)\b/iu.test(sentence.text)) return [];
      const [longer, shorter] = inDays(first) > inDays(second) ? [first, second] : [second, first];
      // Only of a time that nobody would wait is it plain that it is the misprinted one.
      if (inDays(longer) > longest) {
        const expected = withUnit(longer, shorter.measure);
        return [
          finding(
            reading,
            sentence,
            longer,
            expected,
            `${longer.text} is set beside ${shorter.text}: the numbers are near each other, the times are not. Probably ${expected} is meant.`,
          ),
        ];
      }
      return oneFinding(reading, {
        kind: "unit",
        severity: "error",
        stated: `${first.text}; ${second.text}`,
        expected: "",
        quote: sentence.text,
        place: sentence.place,
        heading: `${first.text} set beside ${second.text}`,
        message: `${first.text} is set beside ${second.text}: the numbers are near each other, the times are not. One of the two has the wrong unit.`,
      });
    })
    .slice(0, 1);
}

/** "Took 214 weeks on average": longer than any of them could take. */
function tooLong(reading: Reading, sentence: Sentence): Finding[] {
  if (!mean.test(sentence.text) || !process.test(sentence.text) || mayBeLong.test(sentence.text)) return [];
  return sentence.figures
    .filter(
      (figure) =>
        isTime(figure) && figure.measure !== "days" && figure.role !== "change" && figure.value >= 100 && inDays(figure) > longest,
    )
    .slice(0, 1)
    .map((figure) => {
      const expected = withUnit(figure, "days");
      return finding(
        reading,
        sentence,
        figure,
        expected,
        `${figure.text} is ${Math.floor(inDays(figure) / 365)} years. Probably ${expected} is meant.`,
      );
    });
}

/** "496 weeks … . The 496 days": one number with two units. */
function toldTwice(reading: Reading, passage: readonly Sentence[]): Finding[] {
  const told = passage.flatMap((sentence) =>
    sentence.figures
      .filter((figure) => isTime(figure) && (figure.value >= 100 || figure.decimals > 0))
      .map((figure) => ({ figure, sentence })),
  );
  return told
    .flatMap((one, at) =>
      told.slice(at + 1).flatMap((other) => {
        if (one.figure.value !== other.figure.value || one.figure.measure === other.figure.measure) return [];
        const [wrong, right] = inDays(one.figure) > inDays(other.figure) ? [one, other] : [other, one];
        const quote = [...new Set([one.sentence.text, other.sentence.text])].join(" ");
        return [
          finding(
            reading,
            wrong.sentence,
            wrong.figure,
            right.figure.text,
            `${one.figure.text} is printed, then ${other.figure.text}: one number with two units.`,
            quote,
          ),
        ];
      }),
    )
    .slice(0, 1);
}

/** A row such as "Average time to placement (weeks)" with 496 in it. */
function inTables(reading: Reading): Finding[] {
  return reading.grids.flatMap((grid) =>
    grid.rows.flatMap((row) =>
      row.cells.flatMap((cell, column): Finding[] => {
        const words = `${row.label} ${grid.columns[column] ?? ""} ${grid.caption}`;
        const unit = Object.keys(daysIn).find(
          (name) => name !== "days" && new RegExp(`\\b${name}\\b`, "iu").test(`${row.label} ${grid.columns[column] ?? ""} ${cell.text}`),
        );
        if (
          column === 0 ||
          unit === undefined ||
          cell.value === null ||
          cell.unit !== "count" ||
          !mean.test(words) ||
          !process.test(words) ||
          mayBeLong.test(words)
        )
          return [];
        if (cell.value * (daysIn[unit] ?? 1) <= longest) return [];
        return oneFinding(reading, {
          kind: "unit",
          severity: "error",
          stated: `${cell.text} ${unit}`,
          expected: `${cell.text} days`,
          quote: row.raw,
          place: placeOfRow(grid, row, grid.columns[column]),
          heading: `${cell.text} ${unit}: probably ${cell.text} days is meant`,
          message: `"${row.label}" is printed as ${cell.text} ${unit}, which is ${Math.floor((cell.value * (daysIn[unit] ?? 1)) / 365)} years. Probably ${cell.text} days is meant.`,
        });
      }),
    ),
  );
}

export const unitsOfTime = perDocument("unit", "Days, weeks and months printed for one another", (reading) => [
  ...reading.passages.flatMap((passage) => {
    const own = passage.flatMap((sentence) => {
      const found = [...ofSum(reading, sentence), ...besideOther(reading, sentence), ...tooLong(reading, sentence)];
      return found.slice(0, 1);
    });
    return own.length > 0 ? own : toldTwice(reading, passage);
  }),
  ...inTables(reading),
]);
