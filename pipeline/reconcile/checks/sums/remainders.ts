import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { formatMoney, slackOf } from "../../numbers/money.ts";
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

/** "Of the £84,000 grant, £61,250 has been spent and £21,750 remains", "grants of £31,500 were made, leaving £19,500". */
const moneyLeft = pattern`
  \{M(?<after>\d+)\} (?:\w+ ){0,2}?(?:remain(?:s|ed|ing)?|(?:is|was) (?:left|unspent|over)|left(?: over)?|unspent)\b|
  \bleaving (?:[\p{L}-]+ ){0,4}?\{M(?<before>\d+)\}`;
function moneyThatIsLeft(reading: Reading, sentence: Sentence, passage: readonly Sentence[]): Finding[] {
  const groups = moneyLeft.exec(sentence.skeleton)?.groups;
  if (!groups) return [];
  const rest = figureAt(sentence, groups["after"] ?? groups["before"] ?? "");
  const amounts = (one: Sentence): TextFigure[] => one.figures.filter((figure) => figure.measure === "gbp" && figure !== rest);
  const before = passage[sentence.number - 1];
  const here = amounts(sentence);
  const told = here.length === 1 && before ? [...amounts(before), ...here] : here;
  const [a, b] = told;
  const isPlain = ({ qualifier, role, valueHigh }: TextFigure): boolean => qualifier === "exact" && role === "level" && valueHigh === null;
  if (!a || !b || told.length > 2 || ![a, b, rest].every(isPlain) || here.some((figure) => figure.start > rest.end)) return [];
  const left = Math.abs(a.value - b.value);
  const slack = [a, b, rest].reduce((sum, figure) => sum + slackOf(figure), 0);
  const known = passage.flatMap(({ figures }) => figures.map(({ value }) => value));
  if (Math.abs(left - rest.value) <= slack || Math.abs(left - rest.value) > farthest * left || known.includes(left)) return [];
  return oneFinding(reading, {
    kind: "total",
    severity: "error",
    stated: rest.text,
    expected: formatMoney(left),
    place: sentence.place,
    quote: here.length === 1 && before ? `${before.text} ${sentence.text}` : sentence.text,
    heading: `${rest.text} printed as left; ${a.text} and ${b.text} are ${formatMoney(left)} apart`,
    message: `${a.text} and ${b.text} are ${formatMoney(left)} apart, but ${rest.text} is printed as what is left.`,
  });
}

export const remainders = perSentence("total", "What is left against the whole and its part", (reading, sentence, passage) => [
  ...report(reading, sentence, passage),
  ...moneyThatIsLeft(reading, sentence, passage),
]);
