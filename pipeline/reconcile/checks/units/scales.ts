import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { isSingle, type TextFigure } from "../../reading/figure.ts";
import { placeOfRow } from "../../reading/grid.ts";
import { figureAt, isNear, type Reading, type Sentence } from "../../reading/reading.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";

/** Scores on a scale with ends of its own: what the words around a number have to name, and the largest possible. */
const scales: readonly { name: string; words: RegExp; least: number; most: number }[] = [
  {
    name: "The total difficulties score of the SDQ",
    words:
      /\b(?:sdq|strengths? and difficulties|total difficulties)\b[^.{}]{0,60}\bscores?\b[^.{}]{0,50}?\b(?:was|is|were|of|at|to) \{C(\d+)\}/iu,
    least: 0,
    most: 40,
  },
  {
    name: "Attainment 8",
    words:
      /\battainment (?:8\b|\{C\d+\})(?:(?!\b(?:cohort|numbers?|groups?|total|sample)\b)[^.{}]){0,120}?\b(?:was|is|of|at|to) \{C(\d+)\}/iu,
    least: 0,
    most: 90,
  },
];

const sdq = /\b(?:sdq|strengths? and difficulties|total difficulties)\b/iu;
/** An average score that leaves out what it is a score of: the last questionnaire named before it. */
const bare = {
  name: "The total difficulties score of the SDQ",
  words: /\b(?:average|mean) scores? (?:was|is|of|stood at|rose to|fell to) \{C(\d+)\}/iu,
  least: 0,
  most: 40,
};
/** Other things that are scored, so that an unnamed score may be theirs. */
const otherScores = wordings`
  attainment|progress 8|gcses?|key stage|eyfs|satisfaction|audits?|inspection|risk|cognitive|boxall|warwick|
  outcomes? star|well-?being scale|resilience|attendance|per ?cent|out of`;
/** How many sentences before it a score's name may stand. */
const reach = 6;

/** The scales that a sentence can speak of: those that it names and, where only the SDQ is scored near it, the SDQ. */
function scalesFor(reading: Reading, sentence: Sentence, at: number): typeof scales {
  if (sdq.test(sentence.text) || !bare.words.test(sentence.skeleton)) return scales;
  const near = reading.sentences.slice(Math.max(0, at - reach), at + 1).map(({ text }) => text);
  return near.some((text) => sdq.test(text)) && !near.some((text) => otherScores.test(text)) ? [...scales, bare] : scales;
}

const scored = /\bscor(?:es?|ed|ing)\b/iu;
const averaged = /\b(?:averag\w+|mean|median)\b/iu;
/** What follows a score, and not a number of something: "43.5, compared with 13.2", "43.5 in 2020/21". */
const noNoun =
  /^(?:[^\p{L}\d]*$|[.,;:)]| (?:in|at|for|on|between|during|across|when|while|after|before|as|this|last|compared|against|from|to|and|by|over|than)\b)/iu;
/**
 * "The average score has moved from 13.8 to 42.8", "on the questionnaire the average was 43.5": a number with
 * decimals in a sentence of scores, or of the average of the SDQ, is one where only the SDQ is scored.
 */
function beyondScale(reading: Reading, sentence: Sentence, at: number): readonly TextFigure[] {
  const isScored = scored.test(sentence.text) || (averaged.test(sentence.text) && sdq.test(sentence.text));
  if (!isScored || otherScores.test(sentence.text)) return [];
  const near = reading.sentences.slice(Math.max(0, at - reach), at + 1);
  const named = near.findLastIndex(({ text }) => sdq.test(text));
  if (named < 0 || near.slice(named).some(({ text }) => otherScores.test(text))) return [];
  return sentence.figures.filter(
    (figure) =>
      figure.measure === "number" &&
      isSingle(figure) &&
      figure.decimals > 0 &&
      figure.role !== "change" &&
      figure.value > bare.most &&
      noNoun.test(sentence.text.slice(figure.end)),
  );
}

const scoreRow = pattern`
  \b(?:highest|lowest|average|mean|median|maximum|minimum|top|best|worst) (?:[a-z]+ )?scores?\b|\b
  (?:sdq|total difficulties|difficulties) (?:average |mean )?scores?\b`;

/** "Highest score: 46" in a table about the SDQ. */
function inTables(reading: Reading): Finding[] {
  return reading.grids.flatMap((grid) => {
    const about = [
      grid.caption,
      ...grid.block.headings,
      ...reading.sentences.filter((sentence) => isNear(sentence, grid, 2)).map(({ text }) => text),
    ];
    // A heading beside another scale, or over counts, is not one of these scores.
    const isScore = (name: string): boolean =>
      scoreRow.test(name) &&
      !/completion|return|children|number|%/iu.test(name) &&
      (sdq.test(name) || (about.some((text) => sdq.test(text)) && !otherScores.test(`${name} ${grid.caption}`)));
    return grid.rows.flatMap((row) =>
      row.cells.flatMap((cell, column): Finding[] =>
        (isScore(row.label) || (isScore(grid.columns[column] ?? "") && !otherScores.test(row.label))) &&
        cell.value !== null &&
        cell.unit === "count" &&
        (cell.value < bare.least || cell.value > bare.most)
          ? oneFinding(reading, {
              kind: "plausibility",
              severity: "error",
              stated: cell.text,
              expected: `${bare.least} to ${bare.most}`,
              quote: row.raw,
              place: placeOfRow(grid, row, grid.columns[column]),
              heading: `${cell.text} is beyond the scale, which ends at ${bare.most}`,
              message: `${bare.name} lies between ${bare.least} and ${bare.most}, but "${row.label}" is printed as ${cell.text}.`,
            })
          : [],
      ),
    );
  });
}

export const scaleEnds = perDocument("plausibility", "Scores beyond the end of their scale", (reading) => [
  ...inTables(reading),
  ...reading.sentences.flatMap((sentence, at) =>
    [
      ...scalesFor(reading, sentence, at).flatMap((scale) => {
        const match = scale.words.exec(sentence.skeleton);
        return match ? [{ ...scale, figure: figureAt(sentence, match[1]!) }] : [];
      }),
      ...beyondScale(reading, sentence, at).map((figure) => ({ ...bare, figure })),
    ]
      .filter(({ figure, least, most }) => figure.value < least || figure.value > most)
      .slice(0, 1)
      .flatMap(({ name, least, most, figure }) => {
        return oneFinding(reading, {
          kind: "plausibility",
          severity: "error",
          stated: figure.text,
          expected: `${least} to ${most}`,
          quote: sentence.text,
          place: sentence.place,
          heading: `${figure.text} is beyond the scale, which ends at ${most}`,
          message: `${name} lies between ${least} and ${most}, but ${figure.text} is printed.`,
        });
      }),
  ),
]);
