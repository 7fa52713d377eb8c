import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { isTotal, isWithin, placeAt, quoteAt, turn, type Turned } from "../../reading/lines.ts";
import type { TextFigure } from "../../reading/figure.ts";
import { joinSentences, type Reading, type Sentence } from "../../reading/reading.ts";
import { roundTo } from "../../numbers/rounding.ts";
import { isOwnLevel } from "../../vocabulary/headings.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";
import { numberOf, upToTwelve } from "../../vocabulary/number-words.ts";

const together = wordings`
  across (?:both|all (two|three|four|five|six))|(both) (?:\w+ )?together|(?:all (two|three|four|five|
  six)) (?:\w+ )?(?:together|combined)|(?:the )?(two|three|four|five|six) (?:\w+ )?(?:together|combined)|
  taken together|overall|combined|as a whole`;
const sexes = /\b(?:boys|males)\b[\s\S]*\b(?:girls|females)\b|\b(?:girls|females)\b[\s\S]*\b(?:boys|males)\b/iu;

/** The parts are all of the whole: "both", "all three" with as many percentages, or boys and girls. */
function isComplete(text: string, match: RegExpExecArray, parts: number, weighted: boolean): boolean {
  const said = match.slice(1).find((word) => word !== undefined);
  const counted = /\bboth\b/iu.test(match[0]) ? 2 : said === undefined ? null : numberOf(said);
  return counted === null ? weighted || (parts === 2 && sexes.test(text)) : counted === parts;
}

type Weighted = { percent: TextFigure; weight: number | null };

/** "The North team has 60 children, with 90% of visits in time, the South 40 with 80%. Across both, 91.5%". */
function ofPercentages(reading: Reading, sentence: Sentence): Finding[] {
  const percents = sentence.figures.filter(
    (figure) => figure.measure === "percent" && figure.valueHigh === null && figure.form === "digits",
  );
  const match = together.exec(sentence.text);
  const counts = sentence.figures.filter((figure) => figure.measure === "number" && figure.denominator === null);
  if (
    !match ||
    percents.length < 3 ||
    percents.length > 7 ||
    percents.some((figure) => figure.qualifier !== "exact" || figure.role !== "level")
  )
    return [];
  // The whole stands next to the word that says so: after it, or last before it.
  const whole =
    percents.find((figure) => figure.start > match.index && figure.start - match.index < 90) ??
    percents.findLast((figure) => figure.end <= match.index && match.index - figure.end < 30);
  const rest = percents.filter((figure) => figure !== whole);
  if (!whole || (rest.some((figure) => figure.start > whole.start) && rest.some((figure) => figure.start < whole.start))) return [];
  const parts: Weighted[] = rest.map((percent, index) => {
    const near = counts.filter((count) => count.end <= percent.start && count.start >= (rest[index - 1]?.end ?? 0));
    return { percent, weight: near.length === 1 ? near[0]!.value : null };
  });
  const weighted = counts.length === parts.length && parts.every(({ weight }) => weight !== null);
  if (!isComplete(sentence.text, match, parts.length, weighted) || (!weighted && counts.length > 0)) return [];
  const values = rest.map((figure) => figure.value);
  const sum = parts.reduce((made, { weight }) => made + (weight ?? 0), 0);
  const exact = weighted ? parts.reduce((made, { percent, weight }) => made + percent.value * (weight ?? 0), 0) / sum : null;
  const slack = 10 ** -Math.min(...percents.map((figure) => figure.decimals));
  // Shares of one whole add up to what they are set beside; they are no rates.
  if (Math.abs(values.reduce((made, value) => made + value, 0) - whole.value) <= slack * values.length) return [];
  const outside = whole.value > Math.max(...values) + slack || whole.value < Math.min(...values) - slack;
  if (!outside && (exact === null || Math.abs(exact - whole.value) <= slack)) return [];
  const list = values.map((value) => `${value}%`).join(" and ");
  const expected = exact === null ? `${Math.min(...values)}% to ${Math.max(...values)}%` : `${roundTo(exact, 1)}%`;
  return oneFinding(reading, {
    kind: "arithmetic",
    severity: "error",
    stated: whole.text,
    expected,
    quote: sentence.text,
    place: sentence.place,
    heading: `${whole.text} for all of them; ${list} make ${expected}`,
    message: `${whole.text} is printed for the whole of which ${list} are the parts${exact === null ? ": it cannot lie outside them" : `: weighted by the numbers beside them they make ${expected}`}.`,
  });
}

const advised = wordings`
  recommend\w*|suggest\w*|target|expected|should|limit|guid\w*|band|aim|inside|within|handbook|most|usually|
  typical\w*|nearly all|aged?|ages`;

/** "Waits were between 4 and 19 days, and 22 days on average": an average outside its range. */
function ofRange(reading: Reading, sentence: Sentence): Finding[] {
  const [range, ...ranges] = sentence.figures.filter((figure) => figure.valueHigh !== null);
  const [average, ...others] = sentence.figures.filter((figure) => figure !== range && figure.measure === range?.measure);
  if (
    !range ||
    range.valueHigh === null ||
    !average ||
    ranges.length + others.length > 0 ||
    average.qualifier !== "exact" ||
    sentence.subjects.length > 0 ||
    advised.test(sentence.text)
  )
    return [];
  const near = sentence.text.slice(Math.max(0, average.start - 30), average.end + 15);
  if (
    !/\b(?:average|averag(?:ed|ing)|mean|median)\b/iu.test(near) ||
    !/\b(?:between|from|rang(?:ed|es|ing))\b/iu.test(sentence.text.slice(Math.max(0, range.start - 25), range.start + 8))
  )
    return [];
  if (average.value >= range.value && average.value <= range.valueHigh) return [];
  return oneFinding(reading, {
    kind: "arithmetic",
    severity: "error",
    stated: average.text,
    expected: range.text,
    quote: sentence.text,
    place: sentence.place,
    heading: `An average of ${average.text} lies outside ${range.text}`,
    message: `An average of ${average.text} is printed for values ${range.text}: it cannot lie outside them.`,
  });
}

/** "All three" under reading, writing and mathematics: those who have each of them, who are fewer than have any one. */
const ofEach = pattern`^(?:all|both|every|each)(?: of)?(?: the)? (?:${upToTwelve}|\d|parts|of (?:them|these)|together|subjects|elements|tests|checks|criteria)\b|^both$|\bcombined$|^(?:in )?all of (?:them|these)`;

/** A percentage printed for the total of a table that none of its rows reaches. */
function inTable(reading: Reading, turned: Turned): Finding[] {
  return turned.lines.flatMap((line) => {
    if (!isTotal(line.name)) return [];
    const others = turned.lines.filter(
      (other) => other !== line && !isTotal(other.name) && !isWithin(other.name) && isOwnLevel(other.name),
    );
    return line.cells.flatMap((cell, at): Finding[] => {
      const values = others.flatMap((other) =>
        other.cells[at]?.unit === "percent" && other.cells[at]?.value != null ? [other.cells[at].value] : [],
      );
      // 100 under shares is the whole itself, whatever else its rows count twice.
      if (
        cell.value === null ||
        cell.value === 100 ||
        cell.unit !== "percent" ||
        values.length < 2 ||
        values.length !== others.length ||
        /change|difference|variance|share|proportion of/iu.test(turned.names[at] ?? "")
      )
        return [];
      const [low, high] = [Math.min(...values), Math.max(...values)];
      if (ofEach.test(line.name) && cell.value < low) return [];
      const sum = values.reduce((made, value) => made + value, 0);
      // Shares of a whole add up to their total; rates lie on both sides of it.
      if ((cell.value >= low - 0.5 && cell.value <= high + 0.5) || Math.abs(sum - 100) < 16 || Math.abs(sum - cell.value) < 16) return [];
      return oneFinding(reading, {
        kind: "arithmetic",
        severity: "error",
        stated: cell.text,
        expected: `${low}% to ${high}%`,
        quote: quoteAt(turned, line, at),
        place: placeAt(turned, line, at),
        heading: `${line.name}: ${cell.text} lies outside its parts, ${low}% to ${high}%`,
        message: `"${line.name}" is printed as ${cell.text}, but its parts lie between ${low}% and ${high}%, so that the whole does too.`,
      });
    });
  });
}

export const averagesOfParts = perDocument("arithmetic", "A percentage or average of a whole against its parts", (reading) => [
  ...reading.passages.flatMap((passage) =>
    passage.flatMap((sentence) => {
      const next = passage[sentence.number + 1];
      const own = [...ofPercentages(reading, sentence), ...ofRange(reading, sentence)];
      return own.length > 0 || !next || !together.test(next.text) || together.test(sentence.text)
        ? own
        : ofPercentages(reading, joinSentences(reading, sentence, next));
    }),
  ),
  ...reading.grids.flatMap((grid) => [true, false].flatMap((byRow) => inTable(reading, turn(grid, byRow)))),
]);
