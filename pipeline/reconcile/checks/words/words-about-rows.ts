import type { Finding } from "../../../model/finding.ts";
import type { Polarity } from "../../../model/comparison.ts";
import { perSentence } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { denied, directionOf, every } from "../../reading/claimed-way.ts";
import { isNear, type Reading, type Sentence } from "../../reading/reading.ts";
import { seriesOf, type Series } from "../../reading/series.ts";
import { isNamedIn, stemsOf } from "../../vocabulary/names.ts";
import { shortTerm, topicOf } from "../../vocabulary/topics.ts";
import { polarityOf } from "../../vocabulary/word-claims.ts";
import { wordings } from "../../vocabulary/patterns.ts";
import { ofOthers, someOf } from "../../vocabulary/restrictions.ts";
import { wordsAboutRun } from "./words-about-runs.ts";

/** Words that say of what stretch a plain claim speaks, other than that of the table. */
const elsewhere = wordings`
  ${someOf}|${ofOthers}|since|under|for (?:those|children) (?:who|with|aged|in)|recent\w*|slightly|some|compared|last month|
  in (?:january|february|march|april|may|june|july|august|september|october|november|december)`;
/** "Since 2017": of the whole row, where the row begins there. */
const sinceYear = /\bsince (?:20\d\d)(?:[/–-]\d\d)?\b/iu;
/** How far from its table a claim may stand, in blocks. */
const reach = 6;

/** The figures that stand with the claim, in its sentence or the one before, occur in this series. */
function printsOf(series: Series, passage: readonly Sentence[], sentence: Sentence): boolean {
  const told = [passage[sentence.number - 1], sentence]
    .flatMap((one) => one?.figures ?? [])
    .filter((figure) => figure.decimals > 0 || figure.value >= 20)
    .map((figure) => figure.value);
  return told.some((value) => series.cells.some((cell) => cell.value === value));
}

/** "Both the vacancy rate and turnover have fallen": every series that is named by all the words of its name. */
function allNamed(reading: Reading, sentence: Sentence): Series[] {
  if (!/\bboth\b|\ball (?:two|three|four)\b/iu.test(sentence.text)) return [];
  const words = stemsOf(sentence.text);
  return seriesOf(reading).filter((one) => isNear(one.grid, sentence, reach) && isNamedIn(one.name, words));
}

const wholeTable = /\b(?:(both)|all (two|three|four|five|six)) (?:of the )?(?:measures|stages|rates|indicators|averages|rows|lines)\b/iu;
const counted: Readonly<Record<string, number>> = { both: 2, two: 2, three: 3, four: 4, five: 5, six: 6 };

/** "Both measures": every row of the one table near that has as many. */
function allRows(reading: Reading, sentence: Sentence): Series[] {
  const said = wholeTable.exec(sentence.text);
  if (!said) return [];
  const tables = [
    ...Map.groupBy(
      seriesOf(reading).filter((one) => isNear(one.grid, sentence, 2)),
      ({ grid }) => grid,
    ),
  ];
  const [[grid, series] = [undefined, []], ...more] = tables;
  const many = counted[(said[1] ?? said[2] ?? "").toLowerCase()];
  return grid && more.length === 0 && grid.rows.length === many && series.length === many ? series : [];
}

/** The side on which a row is good: by its name, as a length of time, or by the title of its table. */
function goodOf({ name, grid, cells }: Series): Polarity {
  if (cells[0]?.unit !== "percent" && /\b(?:days|weeks|months|waits?)\b/iu.test(`${grid.caption} ${name}`)) return "low";
  const told = polarityOf(name);
  return told === "none" ? polarityOf(grid.caption) : told;
}

/** "In number they have gone up every year": of counts, beside no row of shares. */
const inNumbers = /\bin (?:absolute |real )?(?:numbers?|number terms)\b|^(?:the )?(?:total )?numbers? (?!and\b)/iu;

/** The one series that the words name: all content words of its name, or the one topic they share; percentages where they speak of performance. */
function seriesFor(reading: Reading, passage: readonly Sentence[], sentence: Sentence, about: string): Series | null {
  const isOfNumbers = inNumbers.test(sentence.text);
  const near = seriesOf(reading).filter(
    (one) => isNear(one.grid, sentence, reach) && one.cells.length > 1 && !(isOfNumbers && one.cells[0]?.unit === "percent"),
  );
  const printed = near.filter((one) => printsOf(one, passage, sentence));
  // "It has come down" speaks of what stood before, which no row is known to print.
  if (printed.length === 0 && /^(?:it|this|that|they|these)\b/iu.test(sentence.text)) return null;
  const namedBy = (text: string): Series[] => near.filter((one) => isNamedIn(one.name, stemsOf(text)));
  const own = namedBy(sentence.text);
  const named = own.length > 0 ? own : namedBy(about);
  // "The share who know …" says whom it speaks of, so that a row of the sentence before is not meant.
  if (printed.length === 0 && own.length === 0 && /\b(?:share|proportion|percentage|number) (?:who|that)\b/iu.test(sentence.text))
    return null;
  const topic = topicOf(about);
  const found =
    printed.length > 0
      ? printed
      : named.length > 0
        ? named
        : topic === null
          ? []
          : near.filter((one) => topicOf(one.name)?.name === topic.name);
  const shares = found.filter((one) => one.cells[0]?.unit === "percent");
  const [only, ...more] =
    found.length > 1 &&
    /(?<=^the )share\b|\b(?:performance|rate|percentage|proportion|coverage|timeliness|completion|stability)\b/iu.test(sentence.text)
      ? shares
      : found;
  return only && more.length === 0 ? only : null;
}

/** A steady claim that another row of the table bears out is one about that row, unless the words name the first better. */
function isOfAnother(reading: Reading, { text }: Sentence, series: Series, way: 1 | -1): boolean {
  const [told, named] = [stemsOf(text), stemsOf(series.name.replace(/\b(?:all|total)\b/giu, ""))];
  const isNamed = named.size > 0 && [...named].every((word) => told.has(word));
  return seriesOf(reading).some((other) => {
    if (other === series || other.grid !== series.grid || other.cells.length < 3) return false;
    const row = values(other);
    if (!row.slice(1).every((value, at) => Math.sign(value - row[at]!) === way)) return false;
    return !isNamed || [...named].every((word) => stemsOf(other.name).has(word));
  });
}

const values = (series: Series): number[] => series.cells.map((cell) => cell.value ?? 0);

/** "Performance has improved in every quarter" beside a row that falls between two of them; "has risen" beside one that falls. */
function inTable(reading: Reading, passage: readonly Sentence[], sentence: Sentence): Finding[] {
  const steady = every.test(sentence.text);
  const rows = denied.test(sentence.text) ? [] : allRows(reading, sentence);
  if (rows.length > 0) {
    return rows
      .flatMap((series) => {
        const told = directionOf(sentence.text, goodOf(series));
        return told ? judge(reading, sentence, series, told, steady) : [];
      })
      .slice(0, 1);
  }
  if (denied.test(sentence.text) || elsewhere.test(sentence.text.replace(steady ? /\bsince\b/giu : sinceYear, ""))) return [];
  const lead = passage
    .slice(0, sentence.number)
    .map((one) => one.text)
    .slice(0, 1)
    .join(" ");
  // What is called short-term stability is told by the row of those with three or more placements, where a table has one.
  const about = shortTerm.test(sentence.text)
    ? `${sentence.text} three or more placements`
    : topicOf(sentence.text)
      ? sentence.text
      : `${lead} ${sentence.text} ${sentence.block.headings.at(-1) ?? ""}`;
  const said = directionOf(sentence.text, polarityOf(about));
  if (!said || (!steady && sentence.figures.some((figure) => figure.role !== "target"))) return [];
  const one = seriesFor(reading, passage, sentence, about);
  if (one && steady && !printsOf(one, passage, sentence) && isOfAnother(reading, sentence, one, said.way)) return [];
  return (one ? [one] : allNamed(reading, sentence)).flatMap((series) => judge(reading, sentence, series, said, steady)).slice(0, 1);
}

function judge(reading: Reading, sentence: Sentence, series: Series, said: { way: 1 | -1; word: string }, steady: boolean): Finding[] {
  const begins = sinceYear.exec(sentence.text)?.[0].slice("since ".length);
  if (begins !== undefined && !(series.heads[0] ?? "").includes(begins)) return [];
  const row = values(series);
  const steps = row.slice(1).map((value, at) => Math.sign(value - row[at]!));
  const against = steps.findIndex((step) => step === -said.way);
  const last = steps.at(-1) ?? 0;
  const overall = Math.sign((row.at(-1) ?? 0) - (row[0] ?? 0));
  const wrong = steady ? row.length > 2 && against >= 0 : last === -said.way && overall === -said.way;
  if (!wrong) return [];
  const at = steady ? against : row.length - 2;
  const [from, to] = [series.cells[at], series.cells[at + 1]];
  if (!from || !to) return [];
  return oneFinding(reading, {
    kind: "conflict",
    severity: "error",
    stated: `"${said.word}"; ${from.text} to ${to.text}`,
    quote: `${sentence.text} / ${series.row.raw}`,
    place: `${sentence.place}; ${series.place}`,
    heading: `"${said.word}${steady ? ` ${every.exec(sentence.text)?.[0].trim() ?? ""}` : ""}" beside ${from.text} and then ${to.text}`,
    message: `The text says "${said.word}", but "${series.name}" goes from ${from.text} (${series.heads[at]}) to ${to.text} (${series.heads[at + 1]}).`,
  });
}

export const wordsAboutRows = perSentence(
  "conflict",
  "Words for a change against a row of figures over time",
  (reading, sentence, passage) => {
    const own = wordsAboutRun(reading, sentence, passage[sentence.number - 1]);
    return own.length > 0 ? own : inTable(reading, passage, sentence);
  },
);
