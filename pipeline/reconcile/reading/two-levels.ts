import { inTime, isOwn, isSingle, type TextFigure } from "./figure.ts";
import { pattern } from "../vocabulary/patterns.ts";
import { figureAt, type Sentence } from "./reading.ts";

/** A figure and the sentence that tells it. */
export type Told = { figure: TextFigure; sentence: Sentence };

/** A number that others are told by these words is none of the two levels. */
const aside =
  /\b(?:target|(?<=\b(?:against|than|below|above|under|over|within|to|on|with) (?:(?:the|its|our|a|this|last year['’]s) )?)budget|forecast|expected|projected|planned|of (?:whom|which|these|them)|including)\b/iu;

/** The measures whose gap an amount can be: points lie between percentages. */
export const levelMeasure = (change: TextFigure): TextFigure["measure"] => (change.measure === "points" ? "percent" : change.measure);

const lasting: ReadonlySet<TextFigure["measure"]> = new Set(["days", "weeks", "months", "years"]);
/** "31 weeks this year, having been 38 the year before": a number with no noun of its own is of what stands before it. */
export const isElliptic = ({ text, figures }: Sentence, figure: TextFigure, measure: TextFigure["measure"]): boolean =>
  lasting.has(measure) &&
  figure.measure === "number" &&
  figures.some((one) => one.measure === measure && one.end <= figure.start) &&
  /^(?: (?:in|at|on|between|during|a|the|this|last|previously|now|before)\b|[.,;)]|$)/iu.test(text.slice(figure.end));

function levelsIn(sentence: Sentence, change: TextFigure | null, measure: TextFigure["measure"], comparators: boolean): Told[] {
  return sentence.figures
    .filter(
      (figure) =>
        figure !== change &&
        (figure.measure === measure || isElliptic(sentence, figure, measure)) &&
        isSingle(figure) &&
        (isOwn(figure) || (comparators && figure.role === "comparator")),
    )
    .map((figure) => ({ figure, sentence }));
}

/** "An average of £3,964, which is £594 more than the £3,460 of last year": the levels right beside the change, whatever else is told. */
const leadsTo = /^[^.,;:{}\d]{0,25}(?:,|;|:| –| -) ?(?:(?:which|that|this) (?:is|was) |or )?(?:just |only )?$/iu;
const awayFrom = pattern`
  ^ (?:percentage )?(?:points? )?(?:more|fewer|less|higher|lower|above|below|up|down|longer|shorter|cheaper|dearer)
  (?:(?: than| on| from)|(?<=above|below))(?: (?:the|its|our|last year’s|last year's))? $`;
function beside(here: readonly Told[], sentence: Sentence, change: TextFigure): [Told, Told] | null {
  const a = here.findLast(({ figure }) => figure.end <= change.start);
  const b = here.find(({ figure }) => figure.start >= change.end);
  return a &&
    b &&
    a.figure.measure === b.figure.measure &&
    leadsTo.test(sentence.text.slice(a.figure.end, change.start)) &&
    awayFrom.test(sentence.text.slice(change.end, b.figure.start))
    ? [a, b]
    : null;
}

/** The two levels that a change lies between: both in its sentence, or as many as are missing right before it; null unless just two can be meant. */
export function twoLevels(
  earlier: readonly Sentence[],
  sentence: Sentence,
  change: TextFigure,
  measure: TextFigure["measure"],
  comparators: boolean,
): [Told, Told] | null {
  const here = levelsIn(sentence, change, measure, comparators);
  const pair = here.length > 2 ? beside(here, sentence, change) : null;
  if (here.length > 2 && !pair) return null;
  const found = [...(pair ?? here)];
  for (const before of earlier.slice(-2).reverse()) {
    if (found.length > 1) break;
    const more = levelsIn(before, null, measure, false);
    if (found.length + more.length > 2) return null;
    found.unshift(...more);
  }
  const [a, b] = found;
  return a &&
    b &&
    found.length === 2 &&
    found.some((one) => one.figure.role !== "comparator") &&
    a.figure.value !== b.figure.value &&
    [a, b].every(
      ({ figure, sentence: one }) =>
        figure.qualifier === "exact" && !aside.test(pair ? one.text.slice(a.figure.end, b.figure.end + 15) : one.text),
    )
    ? [a, b]
    : null;
}

/** "An increase of 41 from 31 March 2014, when there were 263": still the level that the change begins at. */
const whenThere = /,(?= when (?:there|it|the (?:figure|number|rate|share|total)|we) (?:were|was|had|stood)(?: been| at)? $)/u;

/** The first and the last of the two as the words have it: by "than", by "from … to", else by their times. */
export function inOrder(sentence: Sentence, change: TextFigure, a: Told, b: Told): { then: Told; now: Told } | null {
  const around = (told: Told): string => told.sentence.text.slice(Math.max(0, told.figure.start - 40), told.figure.start);
  for (const [one, other] of [
    [a, b],
    [b, a],
  ] as const) {
    // "Down by 10: 26 on 31 March 2011 and 16 on 31 March 2012": what stands before the other level leads to that.
    const isBetween = other.sentence === sentence && other.figure.start > change.end && other.figure.end < one.figure.start;
    const leading = sentence.text.slice(isBetween ? other.figure.end : change.end, one.figure.start).replace(whenThere, "");
    // "11 fewer than the 152", "two points above last year's 21%".
    if (
      one.sentence === sentence &&
      one.figure.start > change.end &&
      !/[;:.,(]|\bthan (?:that|this|these|those)\b/u.test(leading) &&
      /\b(?:than|above|below|on(?! \d{1,2} \p{Lu})|from|behind|ahead of|when)\b/iu.test(leading)
    )
      return { then: one, now: other };
    if (/\bfrom (?:\w+ ){0,2}$/iu.test(around(one)) && /\bto (?:\w+ ){0,2}$/iu.test(around(other))) return { then: one, now: other };
  }
  // "(538 against 512)": the newer first.
  const pair = new RegExp(
    `\\(\\{[CPMRD](\\d+)\\} (?:against|compared (?:with|to)|versus|up from|down from) \\{[CPMRD](\\d+)\\}\\)`,
    "u",
  ).exec(sentence.skeleton);
  const [now, then] = pair ? [figureAt(sentence, pair[1]!), figureAt(sentence, pair[2]!)] : [];
  if (now && then && [a.figure, b.figure].includes(now) && [a.figure, b.figure].includes(then))
    return { then: a.figure === then ? a : b, now: a.figure === now ? a : b };
  return inTime(a, b);
}

/** Two levels of one thing are printed alike and lie in one neighbourhood. */
const neighbourhood = 2;
export const alike = (a: TextFigure, b: TextFigure): boolean =>
  (a.measure === "percent" || a.decimals > 0 === b.decimals > 0) &&
  Math.max(a.value, b.value) <= neighbourhood * Math.min(a.value, b.value);

/** "92.4% in primary and 88.6% in secondary schools. Pupils with plans had 85.1%. In secondary schools it fell by 2.3 points, from 90.9%": another level told before lies so far away. */
export const liesElsewhere = (
  earlier: readonly Sentence[],
  sentence: Sentence,
  change: TextFigure,
  [a, b]: readonly [Told, Told],
): boolean =>
  [a, b].some(
    ({ figure, sentence: of }) =>
      of === sentence &&
      earlier
        .flatMap(({ figures }) => figures)
        .some(
          (one) =>
            one.measure === figure.measure &&
            one !== a.figure &&
            one !== b.figure &&
            Math.abs(Math.abs(one.value - figure.value) - change.value) < 1e-7,
        ),
  );
