import { perDocument } from "../check.ts";
import { findingRow } from "../finding-row.ts";
import { figureAt } from "../reading.ts";

/** Scores on a scale with ends of its own: what the words around a number have to name, and the largest possible. */
const scales: readonly { name: string; words: RegExp; least: number; most: number }[] = [
  { name: "The total difficulties score of the SDQ", words: /\b(?:sdq|strengths? and difficulties|total difficulties)\b[^.{}]{0,60}\bscores?\b[^.{}]{0,50}?\b(?:was|is|were|of|at|to) \{C(\d+)\}/iu, least: 0, most: 40 },
  { name: "Attainment 8", words: /\battainment 8\b[^.{}]{0,50}?\b(?:was|is|of|at|to) \{C(\d+)\}/iu, least: 0, most: 90 },
];

export const scaleEnds = perDocument("plausibility", "Scores beyond the end of their scale", (reading) =>
  reading.sentences.flatMap((sentence) => scales.flatMap(({ name, words, least, most }) => {
    const match = words.exec(sentence.skeleton);
    const figure = match ? figureAt(sentence, match[1]!) : null;
    if (!figure || (figure.value >= least && figure.value <= most)) return [];
    return [findingRow(reading, {
      kind: "plausibility", severity: "error", stated: figure.text, expected: `${least} to ${most}`, quote: sentence.text, place: sentence.place,
      heading: `${figure.text} is beyond the scale, which ends at ${most}`,
      message: `${name} lies between ${least} and ${most}, but ${figure.text} is printed.`,
    })];
  })));
