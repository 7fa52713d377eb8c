import type { Finding } from "../../../model/finding.ts";
import { parsePeriodText } from "../../../extract/grammar/periods.ts";
import { perSentence } from "../../check.ts";
import { saysNotAlike } from "../../reading/disclosed.ts";
import { oneFinding } from "../../finding-row.ts";
import { placeOfRow, type Cell, type Grid, type GridRow } from "../../reading/grid.ts";
import { isNear, type Reading, type Sentence } from "../../reading/reading.ts";
import { isNamedIn, stemsOf, wordSet } from "../../vocabulary/names.ts";
import { topicOf } from "../../vocabulary/topics.ts";
import { stands } from "../../reading/stands.ts";
import { likely, standings } from "../../vocabulary/standings.ts";
import { polarityOf } from "../../vocabulary/word-claims.ts";
import { isOwnLevel } from "../../vocabulary/headings.ts";
import { numberOf } from "../../vocabulary/number-words.ts";
import { others } from "../../vocabulary/others.ts";
import { wordings } from "../../vocabulary/patterns.ts";
import { ofThem, someOf } from "../../vocabulary/restrictions.ts";

/** Whom a clause sets the authority against, and the columns that are theirs. */
const sides = [...others, { name: "the target", words: /\btargets?\b/iu }];
/** "Both of our rates", "all three measures": every row of a table that has as many. */
const everyRow =
  /\b(?:(both)|all (two|three|four|five|six))(?: of)?(?: (?:our|the|these|its))? (?:rates|measures|figures|shares|percentages|indicators|rows|results)\b/iu;
/** "It is nevertheless better than that of neighbours": what it is stands in the sentence before. */
const pointsBack = /^(?:it|this|that|they|these|the (?:figure|rate|share|number|result|proportion|percentage))\b/iu;
const denied = wordings`
  not|no|never|nor|neither|although|except|apart from|gap|closer|than (?:last|the previous)|if|would|should|aim|will`;
const farther = wordings`${someOf}|${ofThem}|under`;
/** How far from its table a claim may stand, in blocks. */
const reach = 4;

/** The authority's own cell of a row: in the only column that is nobody else's, or the newest of those. */
function ownCell(grid: Grid, row: GridRow, unit: Cell["unit"]): Cell | null {
  const columns = grid.columns
    .map((name, at) => ({ name, at }))
    .filter(({ name, at }) => at > 0 && isOwnLevel(name) && row.cells[at]?.unit === unit && row.cells[at]?.value != null);
  if (columns.length === 1) return row.cells[columns[0]!.at] ?? null;
  const dated = columns.map(({ name, at }) => ({ at, period: parsePeriodText(name) })).filter(({ period }) => period !== null);
  if (columns.length === 0 || dated.length !== columns.length) return null;
  const last = dated.sort((a, b) => ((a.period ?? "") < (b.period ?? "") ? -1 : 1)).at(-1);
  return last ? (row.cells[last.at] ?? null) : null;
}

/** The row that a text names: all words of its label, or the only one of its topic. */
function rowFor(grid: Grid, text: string): GridRow | null {
  const words = stemsOf(text);
  const named = grid.rows.filter((row) => isNamedIn(row.label, words));
  const topic = topicOf(text);
  const found = named.length > 0 ? named : topic === null ? [] : grid.rows.filter((row) => topicOf(row.label)?.name === topic.name);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** What the table is named by is named in the text, or the text speaks of the table. */
function isOfIt(grid: Grid, rows: readonly GridRow[], { text, block }: Sentence, named: string): boolean {
  const told = stemsOf(`${named} ${block.headings.at(-1) ?? ""}`, ofAnyTable);
  const labels = rows.map(({ label }) => label).join(" ");
  const title = grid.caption === block.text ? "" : grid.caption;
  return /\btable\b/iu.test(text) || [...stemsOf(`${labels} ${title}`, ofAnyTable)].some((word) => told.has(word));
}

/** The rows that a clause tells of: every one, that which its words name, or the only one of the table right beside it. */
function rowsFor(grid: Grid, sentence: Sentence, clause: string, named: string): readonly GridRow[] {
  const every = everyRow.exec(clause);
  if (every) return grid.rows.length === (numberOf(every[2] ?? "two") ?? 2) ? grid.rows : [];
  const row = rowFor(grid, named);
  if (row) return [row];
  return grid.rows.length === 1 && isNear(grid, sentence, besideIt) && isOfIt(grid, grid.rows, sentence, named) ? grid.rows : [];
}
/** Words that tell no table on children from another. */
const ofAnyTable = wordSet(
  `the and for with from that this their our its who was were are had has been children child young people care looked after per rate rates
   number share percentage year council region national england neighbours compared table`,
);
/** The paragraph right before or behind a table, with its title between. */
const besideIt = 2;

/** "Immunisation is better than in England" beside a row in which it is not. */
function report(reading: Reading, sentence: Sentence, clause: string, named: string): Finding[] {
  if (denied.test(clause) || farther.test(named) || /\d/u.test(clause) || saysNotAlike(reading, sentence.block)) return [];
  const [side, ...more] = sides.filter(({ words }) => words.test(clause));
  const claim = [...likely, ...standings].find(({ words }) => words.test(clause));
  if (!claim || !side || more.length > 0) return [];
  return reading.grids
    .filter((grid) => isNear(grid, sentence, reach))
    .flatMap((grid): Finding[] => {
      return rowsFor(grid, sentence, clause, named).flatMap((row): Finding[] => {
        const theirs = grid.columns.flatMap((name, at) =>
          at > 0 && (side.words.test(name) || side.words.test(`the ${name}`)) && row.cells[at]?.value != null ? [row.cells[at]] : [],
        );
        const [other] = theirs;
        if (!other || other.value === null || theirs.length > 1) return [];
        const own = ownCell(grid, row, other.unit);
        if (own?.value == null || stands(claim.standing, own.value, other.value, polarityOf(row.label)) !== false) return [];
        const word = claim.words.exec(clause)?.[0] ?? "";
        return oneFinding(reading, {
          kind: "conflict",
          severity: "warning",
          stated: `"${word}": ${own.text} beside ${other.text}`,
          quote: `${sentence.text} / ${row.raw}`,
          place: `${sentence.place}; ${placeOfRow(grid, row)}`,
          heading: `"${word}" in the text; ${own.text} against ${other.text} in the table`,
          message: `The text says "${word}", but in the table "${row.label}" is ${own.text} against ${other.text}.`,
        });
      });
    })
    .slice(0, 1);
}

const clauses = /[,;] (?:and |but |while )?| while | whereas | but /u;

export const wordsAboutColumns = perSentence(
  "conflict",
  "Words of comparison against two columns of a table",
  (reading, sentence, passage) => {
    const near = reading.grids.some((grid) => isNear(grid, sentence, reach));
    if (!near || !sides.some(({ words }) => words.test(sentence.text))) return [];
    const before = pointsBack.test(sentence.text) ? (passage[sentence.number - 1]?.text ?? "") : "";
    return sentence.text
      .split(clauses)
      .flatMap((clause, at) => report(reading, sentence, clause, at === 0 ? `${before} ${clause}` : clause))
      .slice(0, 1);
  },
);
