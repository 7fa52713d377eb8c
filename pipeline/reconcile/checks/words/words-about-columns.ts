import type { Finding } from "../../../model/finding.ts";
import { parsePeriodText } from "../../../extract/grammar/periods.ts";
import { perSentence } from "../../check.ts";
import { saysNotAlike } from "../../reading/disclosed.ts";
import { oneFinding } from "../../finding-row.ts";
import type { Grid } from "../../reading/grid.ts";
import { isNear, type Reading, type Sentence } from "../../reading/reading.ts";
import { rowsBeside, type Beside, type RowBeside } from "../../reading/rows-beside.ts";
import { claimIn, clausesOf, isTrue, namesAny } from "../../reading/clause-claims.ts";
import { isNamedIn, stemsOf, wordSet } from "../../vocabulary/names.ts";
import { topicOf } from "../../vocabulary/topics.ts";
import { wordings } from "../../vocabulary/patterns.ts";
import { ofThem, someOf } from "../../vocabulary/restrictions.ts";
import { quantifiedIn, toldBefore, type Quantified } from "./quantified-rows.ts";

/** "It is nevertheless better than that of neighbours": what it is stands in the sentence before. */
const pointsBack = /^(?:it|this|that|they|these|the (?:figure|rate|share|number|result|proportion|percentage))\b/iu;
const farther = wordings`${someOf}|${ofThem}|under`;
/** How far from its table a claim may stand, in blocks. */
const reach = 4;

/** Words that tell no table on children from another. */
const ofAnyTable = wordSet(
  `the and for with from that this their our its who was were are had has have been children child young people care looked after per rate rates
   number share percentage year council region national england neighbours compared table measure target targets figure result`,
);
/** The paragraph right before or behind a table, with its title between. */
const besideIt = 2;

/** What the table is named by is named in the text, or the text speaks of the table. */
function isOfIt(grid: Grid, { text, block }: Sentence, named: string): boolean {
  const told = stemsOf(`${named} ${block.headings.at(-1) ?? ""}`, ofAnyTable);
  const labels = grid.rows.map(({ label }) => label).join(" ");
  const title = grid.caption === block.text ? "" : grid.caption;
  return /\btable\b/iu.test(text) || [...stemsOf(`${labels} ${title}`, ofAnyTable)].some((word) => told.has(word));
}

/** The words of a row's label that no other row has: half of them name it, where no other row is named. */
function namedBySome(rows: readonly RowBeside[], words: ReadonlySet<string>): RowBeside[] {
  const stems = rows.map(({ row }) => stemsOf(row.label, ofAnyTable));
  const own = stems.map((one, at) => [...one].filter((word) => !stems.some((other, place) => place !== at && other.has(word))));
  return rows.filter((_, at) => {
    const told = own[at]?.filter((word) => words.has(word)) ?? [];
    return told.length > 0 && 2 * told.length >= (own[at]?.length ?? 0);
  });
}

/** The rows that a clause tells of: that which its words, its time or its figure name, or the only one of the table right beside it. */
function rowFor(rows: readonly RowBeside[], sentence: Sentence, clause: string, named: string): RowBeside | null {
  const words = stemsOf(named);
  const values = sentence.figures.filter(({ text, role }) => clause.includes(text) && role !== "change").map(({ value }) => value);
  const byTime = rows.filter(({ row }) => sentence.times.includes(parsePeriodText(row.label) ?? "-"));
  const printed = rows.filter(({ own }) => values.includes(own.value));
  const topic = topicOf(named);
  const ways: readonly (() => RowBeside[])[] = [
    () => (byTime.length === 1 && sentence.times.length === 1 ? byTime : []),
    () => rows.filter(({ row }) => isNamedIn(row.label, words)),
    () => (topic === null ? [] : rows.filter(({ row }) => topicOf(row.label)?.name === topic.name)),
    () => printed.filter(({ row }) => [...stemsOf(row.label)].some((word) => words.has(word))),
    () => namedBySome(rows, words),
    () =>
      rows.length === 1 &&
      rows[0]?.grid.rows.length === 1 &&
      isNear(rows[0].grid, sentence, besideIt) &&
      isOfIt(rows[0].grid, sentence, named)
        ? [...rows]
        : [],
  ];
  const found = ways.map((way) => way()).find((one) => one.length > 0) ?? [];
  const [only, ...more] = found;
  // A figure of its own that is not that of the row is of something else.
  return only && more.length === 0 && values.every((value) => [only.own.value, only.other.value].includes(value)) ? only : null;
}

/** The clause names a time that the table is not of. */
function isOfAnotherTime(grid: Grid, { times }: Sentence): boolean {
  const theirs = [grid.caption, ...grid.columns, ...grid.rows.map(({ label }) => label)]
    .map((text) => parsePeriodText(text))
    .filter((time) => time !== null);
  return times.length > 0 && theirs.length > 0 && !times.some((time) => theirs.includes(time));
}

const finding = (reading: Reading, sentence: Sentence, word: string, { name, raw, place, own, other }: Beside): Finding[] =>
  oneFinding(reading, {
    kind: "conflict",
    severity: "warning",
    stated: `"${word}": ${own.text} beside ${other.text}`,
    quote: `${sentence.text} / ${raw}`,
    place: `${sentence.place}; ${place}`,
    heading: `"${word}" in the text; ${own.text} against ${other.text} ${name === "" ? "before it" : "in the table"}`,
    message:
      name === ""
        ? `The text says "${word}", but ${own.text} stands before it against ${other.text}.`
        : `The text says "${word}", but in the table "${name}" is ${own.text} against ${other.text}.`,
  });

/** "Immunisation is better than in England" beside a row in which it is not. */
function report(reading: Reading, sentence: Sentence, clause: string, named: string): Finding[] {
  if (saysNotAlike(reading, sentence.block)) return [];
  const claim = claimIn(clause);
  if (!claim || farther.test(named)) return [];
  return reading.grids
    .filter((grid) => isNear(grid, sentence, reach) && !isOfAnotherTime(grid, sentence))
    .flatMap((grid): Finding[] => {
      const row = rowFor(rowsBeside(grid, claim.who, sentence), sentence, clause, named);
      const said = row && claim.isOfOthers ? { ...row, own: row.other, other: row.own } : row;
      return said && isTrue(claim.standing, said) === false ? finding(reading, sentence, claim.word, said) : [];
    })
    .slice(0, 1);
}

/** The rows of the one table near, or the sentences right before, that a claim on several measures can be about. */
function rowsOf(reading: Reading, sentence: Sentence, { who, of }: Quantified): readonly Beside[] {
  const tables = reading.grids
    .filter((grid) => isNear(grid, sentence, reach) && !isOfAnotherTime(grid, sentence))
    .map((grid) => rowsBeside(grid, who, sentence))
    .filter((rows) => rows.length > 1 && rows.length === rows[0]?.grid.rows.length && (of === null || rows.length === of));
  if (tables.length > 0) return tables.length === 1 ? (tables[0] ?? []) : [];
  const told = of !== null ? toldBefore(reading, sentence, who) : [];
  return told.length === of ? told : [];
}

/** "All three measures met their targets", "two of the three targets were met": of the rows of a table, or of as many of them. */
function ofSeveral(reading: Reading, sentence: Sentence): Finding[] {
  const said = quantifiedIn(sentence.text);
  const rows = said ? rowsOf(reading, sentence, said) : [];
  if (!said || rows.length === 0) return [];
  const held = rows.map((row) => ({
    row,
    holds: row.own.value === row.other.value ? !["missed", "short"].includes(said.standing) : isTrue(said.standing, row),
  }));
  if (said.many === "all" || said.many === "none") {
    const wrong = held.find(({ holds }) => holds === (said.many === "none"));
    return wrong ? finding(reading, sentence, said.word, wrong.row) : [];
  }
  const count = held.filter(({ holds }) => holds === true).length;
  const isOpen = held.some(({ holds, row }) => holds === null || row.own.value === row.other.value);
  if (isOpen || count === said.many) return [];
  return oneFinding(reading, {
    kind: "conflict",
    severity: "warning",
    stated: `"${said.word}"; ${count} of ${rows.length}`,
    quote: `${sentence.text} / ${rows.map(({ raw }) => raw).join(" / ")}`,
    place: `${sentence.place}; ${rows[0]?.place ?? ""}`,
    heading: `"${said.word}" in the text; it is true of ${count} of ${rows.length}`,
    message: `The text says "${said.word}", but of the ${rows.length} measures beside it this is true of ${count}.`,
  });
}

export const wordsAboutColumns = perSentence(
  "conflict",
  "Words of comparison against two columns of a table",
  (reading, sentence, passage) => {
    const several = ofSeveral(reading, sentence);
    if (several.length > 0 || quantifiedIn(sentence.text) || !reading.grids.some((grid) => isNear(grid, sentence, reach))) return several;
    if (!namesAny(sentence.text)) return [];
    const before = pointsBack.test(sentence.text) ? (passage[sentence.number - 1]?.text ?? "") : "";
    return clausesOf(sentence.text)
      .flatMap((clause, at) => report(reading, sentence, clause, at === 0 ? `${before} ${clause}` : clause))
      .slice(0, 1);
  },
);
