import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import type { TextFigure } from "../../reading/figure.ts";
import { figureAt, type Reading, type Sentence } from "../../reading/reading.ts";
import { pattern } from "../../vocabulary/patterns.ts";

const others = pattern`
  \b(?:the )?(?:other|remaining) \{C(\d+)\}|\{C(\d+)\}(?: \w+)? (?:remain|are left|were left|are outstanding|are still)\b|
  \bleaving (?:just |only )?\{C(\d+)\}`;
/** A remainder further from the difference than this, as a share of it, is that of another group. */
const farthest = 0.5;

const counts = (sentence: Sentence, until: number): TextFigure[] =>
  sentence.figures.filter(
    (figure) => figure.end <= until && figure.measure === "number" && figure.denominator === null && figure.form !== "fraction",
  );

/** Sentences before in which the group may be told whose rest a number is. */
const reach = 3;

/** Any two numbers just before that leave it. */
function isLeftElsewhere(passage: readonly Sentence[], sentence: Sentence, rest: TextFigure): boolean {
  const values = passage
    .filter((one) => one.number <= sentence.number && one.number >= sentence.number - reach)
    .flatMap((one) => one.figures.filter((figure) => figure !== rest && figure.form !== "fraction"))
    .flatMap((figure) => [figure.numerator ?? figure.value, figure.denominator ?? figure.value]);
  return values.some((whole) => values.some((part) => whole - part === rest.value));
}

/** "412 of the 450 had a plan. The other 48 are being written": what is left against the whole and its part. */
function report(reading: Reading, sentence: Sentence, passage: readonly Sentence[]): Finding[] {
  const before = passage[sentence.number - 1];
  const match = others.exec(sentence.skeleton);
  if (!match) return [];
  const rest = figureAt(sentence, match[1] ?? match[2] ?? match[3] ?? "");
  const here = sentence.figures.filter((figure) => figure.end <= rest.start && figure.denominator !== null && figure.form !== "fraction");
  const from = here.length > 0 ? sentence : before;
  const shares =
    from === sentence ? here : (before?.figures.filter((figure) => figure.denominator !== null && figure.form !== "fraction") ?? []);
  const [share] = shares;
  if (
    !from ||
    !share ||
    shares.length > 1 ||
    share.denominator === null ||
    share.numerator === null ||
    rest.qualifier !== "exact" ||
    rest.denominator !== null
  )
    return [];
  // The rest of another group of the paragraph, or of this one at another time.
  if (
    isLeftElsewhere(passage, sentence, rest) ||
    share.role !== "level" ||
    share.when === "then" ||
    from.figures.some(({ role }) => role === "change")
  )
    return [];
  // Whoever is counted between the two takes from the rest.
  const between = [
    ...(from === sentence ? [] : counts(from, Infinity).filter((figure) => figure.start > share.end)),
    ...counts(sentence, rest.start).filter((figure) => from !== sentence || figure.start > share.end),
  ];
  const left = share.denominator - share.numerator;
  if (
    between.length > 0 ||
    rest.value === left ||
    rest.value === share.numerator ||
    left === 0 ||
    Math.abs(rest.value - left) > farthest * left
  )
    return [];
  return oneFinding(reading, {
    kind: "total",
    severity: "error",
    stated: `${share.text}; ${rest.text}`,
    expected: String(left),
    place: sentence.place,
    quote: from === sentence ? sentence.text : `${from.text} ${sentence.text}`,
    heading: `${share.text} leaves ${left}, but ${rest.text} is printed`,
    message: `${share.text} leaves ${left}, but the text gives the rest as ${rest.text}.`,
  });
}

export const remainders = perSentence("total", "What is left against the whole and its part", (reading, sentence, passage) =>
  report(reading, sentence, passage),
);
