import type { Finding } from "../../../model/finding.ts";
import { parsePeriodText } from "../../../extract/grammar/periods.ts";
import { perDocument } from "../../check.ts";
import { saysNotAlike } from "../../reading/disclosed.ts";
import { oneFinding } from "../../finding-row.ts";
import { placeOfRow, type Cell, type Grid, type GridRow } from "../../reading/grid.ts";
import { isNear, type Reading, type Sentence } from "../../reading/reading.ts";
import { isNamedIn, stemsOf } from "../../vocabulary/names.ts";
import { topicOf } from "../../vocabulary/topics.ts";
import { comparisons, polarityOf, type Claim } from "../../vocabulary/word-claims.ts";
import { isOwnLevel } from "../../vocabulary/headings.ts";
import { others } from "../../vocabulary/others.ts";
import { wordings } from "../../vocabulary/patterns.ts";
import { ofThem, someOf } from "../../vocabulary/restrictions.ts";

/** Whom a clause sets the authority against, and the columns that are theirs. */
const sides = [...others, { name: "the target", words: /\btargets?\b/iu }];
const likely: readonly Claim[] = [
  { pattern: /\bmore likely\b|\bmore often\b/iu, holds: (own, other) => own >= other },
  { pattern: /\bless likely\b|\bless often\b/iu, holds: (own, other) => own <= other },
];
const denied = wordings`
  not|no|never|nor|neither|although|except|apart from|gap|closer|than (?:last|the previous)|if|would|should|aim|
  will`;
const farther = wordings`
  ${someOf}|${ofThem}|under`;
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

/** The row that a clause names: all words of its label, or the only one of its topic. */
function rowFor(grid: Grid, clause: string): GridRow | null {
  const words = stemsOf(clause);
  const named = grid.rows.filter((row) => isNamedIn(row.label, words));
  const topic = topicOf(clause);
  const found = named.length > 0 ? named : topic === null ? [] : grid.rows.filter((row) => topicOf(row.label)?.name === topic.name);
  return found.length === 1 ? (found[0] ?? null) : null;
}

/** "Immunisation is better than in England" beside a row in which it is not. */
function report(reading: Reading, sentence: Sentence, clause: string): Finding[] {
  if (denied.test(clause) || farther.test(clause) || /\d/u.test(clause) || saysNotAlike(reading, sentence.block)) return [];
  const [side, ...more] = sides.filter(({ words }) => words.test(clause));
  const claim = [...likely, ...comparisons].find(({ pattern }) => pattern.test(clause));
  if (!claim || !side || more.length > 0) return [];
  return reading.grids
    .filter((grid) => isNear(grid, sentence, reach))
    .flatMap((grid): Finding[] => {
      const row = rowFor(grid, clause);
      const theirs = grid.columns.flatMap((name, at) =>
        at > 0 && side.words.test(name) && row?.cells[at]?.value != null ? [row.cells[at]] : [],
      );
      const [other] = theirs;
      if (!row || !other || other.value === null || theirs.length > 1) return [];
      const own = ownCell(grid, row, other.unit);
      if (own?.value == null || claim.holds(own.value, other.value, polarityOf(row.label)) !== false) return [];
      const word = claim.pattern.exec(clause)?.[0] ?? "";
      return oneFinding(reading, {
        kind: "conflict",
        severity: "warning",
        stated: `"${word}": ${own.text} beside ${other.text}`,
        quote: `${sentence.text} / ${row.raw}`,
        place: `${sentence.place}; ${placeOfRow(grid, row)}`,
        heading: `"${word}" in the text; ${own.text} against ${other.text} in the table`,
        message: `The text says "${word}", but in the table "${row.label}" is ${own.text} against ${other.text}.`,
      });
    })
    .slice(0, 1);
}

export const wordsAboutColumns = perDocument("conflict", "Words of comparison against two columns of a table", (reading) =>
  reading.grids.length === 0
    ? []
    : reading.sentences
        .filter(
          (sentence) => reading.grids.some((grid) => isNear(grid, sentence, reach)) && sides.some(({ words }) => words.test(sentence.text)),
        )
        .flatMap((sentence) =>
          sentence.text
            .split(/[,;] (?:and |but |while )?| while | whereas | but /u)
            .flatMap((clause) => report(reading, sentence, clause))
            .slice(0, 1),
        ),
);
