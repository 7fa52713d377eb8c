import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { digitsOf, type TextFigure } from "../../reading/figure.ts";
import { figureAt, type Reading, type Sentence } from "../../reading/reading.ts";
import { agreePrinted } from "../../numbers/rounding.ts";
import { stem, stemsOf, wordSet } from "../../vocabulary/names.ts";
import { wordings } from "../../vocabulary/patterns.ts";
import { notAll, notYet, ofOthers, ofThem, someOf } from "../../vocabulary/restrictions.ts";

/** A measure with the value that a sentence gives for it: "the average caseload is 18.7", "an average caseload of 16.3". */
type Mention = { name: string; key: string; figure: TextFigure; sentence: Sentence; days: readonly string[] };

const told =
  /(?<name>[a-z][a-z’' -]{5,70}?) (?:(?:was|is|were|are|stood at|stands at|came to|of|at|being|totalled|reached) )+(?:just |only |now )?\{(?<code>[CPRMD])(?<at>\d+)\}/giu;
const narrower = wordings`
  ${someOf}|new|newly|${ofThem}|${notAll}|${ofOthers}|${notYet}|under|over|first|second|third|fourth|quarter|agency|
  previous|last|earlier|before|ago|without|except|only|some|those|who|each|per|between|median|highest|lowest|longest|
  shortest|range|increase|decrease|rise|fall|change|difference|maximum|minimum|cost|up to|other|remaining|rest|further|
  another`;
const measure = wordings`
  average|mean|rate|percentage|proportion|share|number|total|caseload|score|turnover|vacancy|attendance|population|
  occupancy|ratio|income|spend|spending|expenditure|outturn|balance|grant`;
/** Further apart than this, two values are of two things. */
const farthest = 1.6;

const generic = wordSet(
  `the our and all for was overall there had social workers council local authority at with march december september june`,
  stem,
);

function mentionsOf(sentence: Sentence): Mention[] {
  // Only what is told of one time can be set against another mention.
  if (sentence.figures.length === 0 || !measure.test(sentence.text) || sentence.times.length !== 1) return [];
  return [...sentence.skeleton.matchAll(told)].flatMap((match): Mention[] => {
    const figure = figureAt(sentence, match.groups?.["at"] ?? "");
    const name =
      (match.groups?.["name"] ?? "")
        .split(/[,;:]| (?:and|but|while|that|had|has|have|with|held) /iu)
        .at(-1)
        ?.trim() ?? "";
    const words = [...stemsOf(name)].filter((word) => !generic.has(word)).sort();
    if (
      !measure.test(name) ||
      words.length === 0 ||
      narrower.test(name) ||
      figure.qualifier !== "exact" ||
      figure.valueHigh !== null ||
      figure.denominator !== null ||
      figure.role !== "level"
    )
      return [];
    return [{ name, key: `${figure.measure} ${words.join(" ")}`, figure, sentence, days: sentence.times }];
  });
}

/** The clause that holds the figure says nothing of a part or of another time. */
const isPlain = ({ sentence, figure }: Mention): boolean => {
  const after = sentence.text.slice(figure.end).split(/[,;.]/u)[0] ?? "";
  return !narrower.test(after.replace(/\b(?:for|per) each (?:social )?worker\b/iu, "")) && sentence.subjects.length === 0;
};

/** "At 31 December an average caseload of 16.3" and "the average caseload is 18.7 at 31 December": one name and one time, two values. */
function report(reading: Reading): Finding[] {
  const groups = Map.groupBy(reading.sentences.flatMap(mentionsOf).filter(isPlain), ({ key }) => key);
  return [...groups.values()].flatMap((mentions): Finding[] => {
    const values = new Set(mentions.map(({ figure }) => figure.value));
    const [one] = mentions;
    const other = mentions.find((mention) => mention.figure.value !== one?.figure.value);
    if (
      !one ||
      !other ||
      values.size !== 2 ||
      one.sentence === other.sentence ||
      one.days.length !== 1 ||
      other.days.length !== 1 ||
      one.days[0] !== other.days[0]
    )
      return [];
    const [low, high] = [one.figure.value, other.figure.value].sort((a, b) => a - b) as [number, number];
    const digits = ({ figure }: Mention): string => digitsOf(figure);
    if (high > farthest * low || agreePrinted(digits(one), digits(other))) return [];
    if (
      one.sentence.figures.some((figure) => figure.value === other.figure.value) ||
      other.sentence.figures.some((figure) => figure.value === one.figure.value)
    )
      return [];
    return oneFinding(reading, {
      kind: "conflict",
      severity: "warning",
      stated: `${one.figure.text}; ${other.figure.text}`,
      place: `${one.sentence.place}; ${other.sentence.place}`,
      quote: `${one.sentence.text} / ${other.sentence.text}`,
      heading: `${one.figure.text} in one place, ${other.figure.text} in another`,
      message: `${one.sentence.place} gives "${one.name}" as ${one.figure.text}, ${other.sentence.place} as ${other.figure.text}, for the same time.`,
    });
  });
}

export const oneNameTwoValues = perDocument("conflict", "One measure at one time with two values in the text", report);
