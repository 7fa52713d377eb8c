import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { digitsOf, type TextFigure } from "../../reading/figure.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { agreePrinted } from "../../numbers/rounding.ts";
import { contentWords, stem, wordSet } from "../../vocabulary/names.ts";
import { wordings } from "../../vocabulary/patterns.ts";
import { notYet, ofOthers } from "../../vocabulary/restrictions.ts";

/** A clause with one figure, the words it is told in and the one time that its sentence names. */
type Statement = { words: string; figure: TextFigure; sentence: Sentence; time: string };

const generic = wordSet(
  `number total council authority service borough county city year end march april june july september december january
   october there who was were all our the and had has for most them any now financial stood some those`,
);
const narrower = wordings`
  ${ofOthers}|${notYet}|last|previous|earlier|before|ago|another|further|more|others?|additional|first|second|only|these|
  those|whom|which|than|up|down|from|least|most|average|each|per|every`;
/** Fewer words of its own leave a clause too bare to be known again. */
const fewest = 3;
/** Further apart than this, two numbers are of two things. */
const farthest = 1.6;

const names = /^\W*(?:all |each )?(?:of )?(?:the|our) $/iu;

/** The words of a clause; of "The 29 children who left care in 2012/13 each have a plan" those up to the time, which name again what was told before. */
function restated(sentence: Sentence, start: number, end: number, figure: TextFigure): string {
  const isNamed = names.test(sentence.text.slice(start, figure.start)) && /^ (?:[\w-]+ ){1,4}who /u.test(sentence.text.slice(figure.end));
  const time = isNamed ? sentence.periods.find((period) => period.start > figure.end && period.end < end) : undefined;
  return sentence.text.slice(start, time?.end ?? end);
}

function statementsOf(sentence: Sentence): Statement[] {
  const times = sentence.times;
  if (times.length !== 1 || sentence.subjects.length > 0) return [];
  const inside = [...sentence.figures, ...sentence.periods];
  const breaks = [...sentence.text.matchAll(/[,;:.(](?= )| (?:and|but|while|whereas|compared with|against) |\(/gu)]
    .filter((match) => !inside.some((one) => match.index >= one.start && match.index < one.end))
    .map((match) => match.index);
  const edges = [0, ...breaks, sentence.text.length];
  return edges.slice(1).flatMap((end, at): Statement[] => {
    const start = edges[at] ?? 0;
    const [figure, ...more] = sentence.figures.filter((one) => one.start >= start && one.end <= end);
    if (
      !figure ||
      more.length > 0 ||
      !["number", "percent", "gbp"].includes(figure.measure) ||
      figure.value < 8 ||
      figure.denominator !== null ||
      figure.valueHigh !== null ||
      figure.form === "fraction" ||
      figure.qualifier !== "exact" ||
      figure.role !== "level"
    )
      return [];
    const clause = restated(sentence, start, end, figure);
    const words = [
      ...new Set(
        contentWords(clause.replace(figure.text, " "))
          .filter((word) => !generic.has(word))
          .map(stem),
      ),
    ].sort();
    return narrower.test(clause) || words.length < fewest
      ? []
      : [{ words: `${figure.measure} ${words.join(" ")}`, figure, sentence, time: times[0] ?? "" }];
  });
}

/** "Agency workers filled 23 posts on 31 March", "On 31 March agency workers filled 32 posts": one statement with two numbers. */
function report(reading: Reading): Finding[] {
  const groups = Map.groupBy(reading.sentences.flatMap(statementsOf), ({ words, time }) => `${words} ${time}`);
  return [...groups.values()].flatMap((statements): Finding[] => {
    const [one] = statements;
    const other = statements.find(({ figure, sentence }) => figure.value !== one?.figure.value && sentence !== one?.sentence);
    if (!one || !other || new Set(statements.map(({ figure }) => figure.value)).size !== 2) return [];
    const [low, high] = [one.figure.value, other.figure.value].sort((a, b) => a - b) as [number, number];
    const digits = ({ figure }: Statement): string => digitsOf(figure);
    const rounded =
      digits(one) !== "" && digits(other) !== "" && one.figure.measure !== "number" && agreePrinted(digits(one), digits(other));
    if (high > farthest * low || rounded) return [];
    return oneFinding(reading, {
      kind: "conflict",
      severity: "warning",
      stated: `${one.figure.text}; ${other.figure.text}`,
      place: `${one.sentence.place}; ${other.sentence.place}`,
      quote: `${one.sentence.text} / ${other.sentence.text}`,
      heading: `${one.figure.text} in one place, ${other.figure.text} in another`,
      message: `${one.sentence.place} and ${other.sentence.place} say the same with two numbers, ${one.figure.text} and ${other.figure.text}.`,
    });
  });
}

export const saidTwice = perDocument("conflict", "One statement made twice with two numbers", report);
