import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { placeOfRow } from "../../reading/grid.ts";
import { isSingle, type TextFigure } from "../../reading/figure.ts";
import { bare } from "../../reading/tellings.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { numberOf } from "../../vocabulary/number-words.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";

const end = String.raw`(\d+|zero|nought|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|forty)`;
/** "(Very poor)" or ", for never,": what an end of the scale stands for. */
const meaning = String.raw`(?: ?\([^()]*\)|,? (?:for|meaning|being|is|=) [\w ]{1,30}?,?|, [a-z ]{3,20},)?`;
const scored = wordings`scor\w+|measured|rat(?:e|ed|es|ing|ings)|marks?|marked|grad(?:e|ed|es|ing)|put|gave|given|averag\w+|mean|median|answers?`;
/** Ways to state the ends of a scale: both, or the upper alone. */
const scales: readonly { words: RegExp; ends: "both" | "upper"; isOfScores?: true }[] = [
  {
    words: pattern`\b(?:scor(?:ed|es?|ing)|scale)(?: (?:is|are|can be|lies?|runs?|goes|ranges?))? (?:between|from) ${end} (?:and|to) ${end}\b`,
    ends: "both",
    isOfScores: true,
  },
  { words: pattern`\bscale(?: \w+){0,3} (?:of|from|between) ${end}${meaning},? ?(?:to|and|-|–) ?${end}\b`, ends: "both" },
  { words: pattern`\b(?:from|between) ${end}${meaning},? (?:to|and) ${end}(?! (?:children|young|famil|year|per|%))\b`, ends: "both" },
  { words: pattern`\(${end} ?(?:=|is|being|for|meaning) [^()]{2,40}?\b${end} ?(?:=|is|being|for|meaning) [^()]+\)`, ends: "both" },
  { words: pattern`\b${end}[- ]point scale\b`, ends: "upper" },
  {
    words: pattern`\b(?:scores?|star|scale|ladder|thermometer|tool|measure|questionnaire) (?:has|of|with|is out of) ${end} (?:points|steps)\b`,
    ends: "upper",
  },
  { words: pattern`\b(?:scored|marked|rated|graded|measured)(?: [\p{L}’'-]+){0,5} out of ${end}\b`, ends: "upper" },
  {
    words: pattern`\bwhere ${end} (?:is|being|means|stands for) (?:the )?(?:highest|best|top|most|very|fully|completely|excellent)\b`,
    ends: "upper",
  },
  {
    words: pattern`(?<=\d|\b(?:scores?|marks?|average|mean)\b[^.;]{0,40}) out of ${end}(?=[.,;)]|$| (?:for|on|by|from|in)\b)`,
    ends: "upper",
  },
];
/** A scale of people's opinions is short; longer ones are ages, ranges of children or percentages, unless they are said to be of scores. */
const longest = 20;
const ofScores = wordings`scores?|scored|scale|measured|questionnaires?`;
const longestOfScores = 100;
/** Scores with a scale of their own, told in the same words. */
const otherScores = wordings`sdq|strengths? and difficulties|difficulties|attainment|progress 8|progress scores?|gcses?|aged?|ages|days|weeks|months|years|per ?cent`;

type Scale = { least: number; most: number; from: number; to: number };

/** The scale that a sentence states, where nothing else in it has an end. */
function scaleIn({ text }: Sentence): Scale | null {
  for (const { words, ends, isOfScores } of scales) {
    const match = words.exec(text);
    const [first, second] = [match?.[1], match?.[2]].map((word) =>
      word === undefined ? null : /^(?:zero|nought)$/iu.test(word) ? 0 : numberOf(word),
    );
    const most = ends === "both" ? second : first;
    const least = ends === "both" ? first : 0;
    if (!match || most == null || least == null) continue;
    if ((least > 1 && !isOfScores) || most <= least || most > (ofScores.test(text) ? longestOfScores : longest)) continue;
    return { least, most, from: match.index, to: match.index + match[0].length };
  }
  return null;
}

/** "An average score of 7": a whole number is a score only where the words right before it say so. */
const scoreBefore = pattern`\b(?:scores?|scored|ratings?|rated(?: [\w ]{1,40})?|average|averaged|mean|median|mark)(?: (?:of|at|was|is|came to|stood at))? $`;
const isScore = (sentence: Sentence, figure: TextFigure): boolean =>
  figure.measure === "number" &&
  figure.form === "digits" &&
  isSingle(figure) &&
  figure.role !== "change" &&
  (figure.decimals > 0 ||
    (scoreBefore.test(sentence.text.slice(0, figure.start)) &&
      /^(?:[.,;)]|$| (?:out|on|before|after|at|in|when|and|this|for)\b)/u.test(sentence.text.slice(figure.end)))) &&
  /^(?:[.,;)]|$| (?!(?:children|young|famil|parent|carer|staff|hours|points?)))/iu.test(sentence.text.slice(figure.end));

/** "Average mark (1 to 5)", "Mean rating out of 10": a heading that states the scale of the scores under it. */
const inHeading = pattern`\((?:from |scale |on a scale of |scale of )?${end} ?(?:to|-|–) ?${end}\)`;
function scaleOfHeading(text: string): Omit<Scale, "from" | "to"> | null {
  if (!scored.test(text) || otherScores.test(text)) return null;
  const [, least, most] = inHeading.exec(text) ?? [];
  if (least === undefined || most === undefined) return null;
  const ends = [least, most].map((word) => numberOf(word) ?? Number(word));
  const [low = 0, high = 0] = ends;
  return low <= 1 && high > low && high <= longest ? { least: low, most: high } : null;
}
const inTables = (reading: Reading): Finding[] =>
  reading.grids.flatMap((grid) =>
    grid.columns.flatMap((name, column) => {
      const scale = column > 0 ? scaleOfHeading(name) : null;
      const row = scale && grid.rows.find(({ cells }) => (cells[column]?.value ?? 0) > scale.most && cells[column]?.unit === "count");
      const cell = row?.cells[column];
      if (!scale || !row || !cell) return [];
      return oneFinding(reading, {
        kind: "plausibility",
        severity: "error",
        stated: cell.text,
        expected: `${scale.least} to ${scale.most}`,
        quote: row.raw,
        place: placeOfRow(grid, row, name),
        heading: `${cell.text} is beyond the scale, which ends at ${scale.most}`,
        message: `The scale of "${name}" runs from ${scale.least} to ${scale.most}, but ${cell.text} is printed for "${row.label}".`,
      });
    }),
  );

/** "7.7 on average, on a scale of 1 to 5": beyond the scale that the sentence, or the one before it, states. */
export const statedScales = perDocument("plausibility", "Scores beyond the scale that is stated beside them", (reading) => [
  ...inTables(reading),
  ...reading.passages.flatMap((passage) =>
    passage.flatMap((sentence, at) => {
      const own = scaleIn(sentence);
      const before = passage[at - 1];
      const told = own ?? (before && scored.test(before.text) && !otherScores.test(before.text) ? scaleIn(before) : null);
      if (!told || !scored.test(sentence.text) || otherScores.test(bare(sentence, 0, sentence.text.length))) return [];
      const wrong = sentence.figures.find(
        (figure) =>
          isScore(sentence, figure) &&
          !(own && figure.start >= told.from && figure.end <= told.to) &&
          (figure.value > told.most || figure.value < told.least),
      );
      if (!wrong) return [];
      return oneFinding(reading, {
        kind: "plausibility",
        severity: "error",
        stated: wrong.text,
        expected: `${told.least} to ${told.most}`,
        quote: own ? sentence.text : `${before?.text ?? ""} ${sentence.text}`,
        place: sentence.place,
        heading: `${wrong.text} is beyond the scale, which ends at ${told.most}`,
        message: `The scale is said to run from ${told.least} to ${told.most}, but ${wrong.text} is printed.`,
      });
    }),
  ),
]);
