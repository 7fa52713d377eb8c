import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import type { TextFigure } from "../../reading/figure.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { agreePrinted } from "../../numbers/rounding.ts";
import { wordSet } from "../../vocabulary/names.ts";
import { wordings } from "../../vocabulary/patterns.ts";
import { longTerm, notAll, ofOthers, ofThem, someOf } from "../../vocabulary/restrictions.ts";

/** Measures that no indicator holds, each with one value for all children: the words that name it and those of a part or of another measure; `defined` is what its definition says, which narrows nothing. */
const measures: readonly { name: string; words: RegExp; defined: RegExp; part: RegExp }[] = [
  {
    name: "attendance",
    words: /\battendance\b/iu,
    defined: /(?!)/u,
    part: /\b(?:primary|secondary|special|year \d{1,2}\b|reception|key stage|boys|girls|term|autumn|spring|summer|persistent|group|panel|training|meeting|forum|school years?|pupil referral|out of (?:county|area)|each|target|team)\b/iu,
  },
  {
    name: "long-term stability",
    words: /\blong[- ]term (?:placement )?stability\b/iu,
    defined: new RegExp(`${longTerm.source}|\\([^()]*\\)`, "giu"),
    part: /\b(?:short[- ]term|foster\w*|kinship|residential|homes?|agenc(?:y|ies)|each|target|team|moves?|boys|girls)\b/iu,
  },
];
const narrower = wordings`
  ${someOf}|${ofThem}|${notAll}|${ofOthers}|under|who|other|all pupils|above|below|more than|less than|at least|rose|fell|
  improved|increase|decrease`;
/** Figures further apart than this, in points, are of different things. */
const farthest = 12;

type Told = { figure: TextFigure; sentence: Sentence; years: string };

function told(reading: Reading, words: RegExp, part: RegExp, defined = /(?!)/u): Told[] {
  return reading.sentences.flatMap((sentence): Told[] => {
    const text = sentence.text.replace(defined, "");
    const [figure, ...more] = sentence.figures.filter((one) => one.measure === "percent");
    if (!figure || more.length > 0 || !words.test(text) || part.test(text) || narrower.test(text)) return [];
    if (
      part.test(sentence.block.headings.at(-1) ?? "") ||
      figure.valueHigh !== null ||
      figure.qualifier !== "exact" ||
      figure.role !== "level"
    )
      return [];
    // "93.7% attendance", "attendance … was 95.1%": the words stand next to the figure, not with another statement.
    const near = sentence.text.slice(Math.max(0, figure.start - 70), figure.end + 30);
    return words.test(near) ? [{ figure, sentence, years: sentence.times.join(" ") }] : [];
  });
}

/** "93.7% attendance over the year" in one place, "overall attendance was 95.1%" in another. */
function report(reading: Reading, { name }: { name: string }, all: readonly Told[]): Finding[] {
  const [one] = all;
  const other = all.find(({ figure }) => one && figure.value !== one.figure.value);
  if (
    !one ||
    !other ||
    new Set(all.map(({ figure }) => figure.value)).size !== 2 ||
    (one.years !== "" && other.years !== "" && one.years !== other.years)
  )
    return [];
  const digits = (figure: TextFigure): string => figure.text.replace(/[^\d.]/g, "");
  if (
    one.sentence.block === other.sentence.block ||
    Math.abs(one.figure.value - other.figure.value) > farthest ||
    agreePrinted(digits(one.figure), digits(other.figure))
  )
    return [];
  return oneFinding(reading, {
    kind: "conflict",
    severity: "warning",
    stated: `${one.figure.text}; ${other.figure.text}`,
    place: `${one.sentence.place}; ${other.sentence.place}`,
    quote: `${one.sentence.text} / ${other.sentence.text}`,
    heading: `${one.figure.text} ${name} in one place, ${other.figure.text} in another`,
    message: `${one.sentence.place} gives ${one.figure.text} for ${name}, ${other.sentence.place} ${other.figure.text}.`,
  });
}

const ordinary = wordSet(
  `were was have has had been the and for with cases case year overall stood figure result over that this there our all
   per cent total came out are now just only still held took place made done carried rate proportion percentage share
   performance achieved reached remained year's`,
);
/** The words of a sentence that say what its percentage is of, in no order. */
const wordsOf = (sentence: Sentence): string =>
  [
    ...new Set(
      (sentence.text.toLowerCase().match(/[a-z]{3,}/g) ?? [])
        .filter((word) => !ordinary.has(word))
        .map((word) => word.replace(/(?:es|s)$/u, "")),
    ),
  ]
    .sort()
    .join(" ");
const general = /\b(?:headlines?|summary|key|overview|performance|introduction|highlights?|at a glance|results?)\b/iu;
/** The heading over a sentence says nothing that the sentence does not: no team, place or time of its own. */
const plainlyHeaded = (sentence: Sentence): boolean => {
  const heading = sentence.block.headings.at(-1) ?? "";
  return (
    heading === "" ||
    general.test(heading) ||
    wordsOf(sentence)
      .split(" ")
      .some((word) => heading.toLowerCase().includes(word))
  );
};
const earlier = /\b(?:(?:a|one|the) year (?:earlier|before|ago)|last|previous|since|now|then|by|target)\b/iu;

/** "88% of visits on time" among the headlines, "visits were on time in 84% of cases" below: nothing but the same words. */
function sameWords(reading: Reading): Finding[] {
  const all = told(reading, /[a-z]/iu, /(?!)/u).filter(
    ({ sentence }) =>
      plainlyHeaded(sentence) &&
      !earlier.test(sentence.text) &&
      sentence.figures.length === 1 &&
      sentence.subjects.length === 0 &&
      sentence.text.length < 120,
  );
  return [...Map.groupBy(all, ({ sentence }) => wordsOf(sentence))].flatMap(([words, group]): Finding[] => {
    const [one, other] = group;
    // A heading over each of the two may say that they are of different teams or times.
    if (
      words.split(" ").length < 2 ||
      group.length !== 2 ||
      !one ||
      !other ||
      one.figure.value === other.figure.value ||
      (one.years !== other.years && one.years !== "" && other.years !== "")
    )
      return [];
    return report(reading, { name: `"${one.sentence.text.slice(0, 60)}"` }, [one, other]);
  });
}

export const sharesToldTwice = perDocument("conflict", "Two percentages of one measure without an indicator", (reading) => [
  ...measures.flatMap((measure) => report(reading, measure, told(reading, measure.words, measure.part, measure.defined))),
  ...sameWords(reading),
]);
