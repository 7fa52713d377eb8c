import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { misprintedAverage, printAverage } from "../../finding-row.ts";
import { formatMoney, slackOf } from "../../numbers/money.ts";
import type { TextFigure } from "../../reading/figure.ts";
import { others, sharedOut, type Placed } from "../../reading/placed-figures.ts";
import { itemRuns } from "../../reading/runs.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { averageIn, rootsOf, type ToldAverage } from "../../reading/told-average.ts";
import { agreement, roundTo } from "../../numbers/rounding.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";
import { ofOthers } from "../../vocabulary/restrictions.ts";

/** "£4.2m over 17" is "£247,000" each, as far as these are told. */
const roundsTo = ({ sum, count, exact }: { sum: Placed; count: Placed; exact: number }, printed: TextFigure): boolean =>
  Math.abs(exact - printed.value) <= (sum.figure.measure === "gbp" ? slackOf(sum.figure) / count.figure.value : 0) + slackOf(printed);

const ofOther = wordings`${ofOthers}|other (?:areas|councils|authorities|teams|services|homes)|elsewhere|if`;
/** "The limit of £2,000 a week" is no sum. */
const isBound = ({ figure, sentence }: Placed): boolean =>
  /\b(?:limit|cap|ceiling|maximum|threshold|standard|target)\b[^.;{}]{0,20}$/iu.test(sentence.text.slice(0, figure.start)) ||
  /\b(?:more|less|higher|lower|above|below|over) than (?:the )?$/iu.test(sentence.text.slice(0, figure.start));

const perTime = /^ (?:an?|per|each|every) (day|night|week|month|quarter|year|hour)\b/iu;
/** "£172 a week" is the average of an amount a week, not of what was spent in all. */
function sharesItsTime(sum: Placed, { figure, sentence }: Placed): boolean {
  const [, unit] = perTime.exec(sentence.text.slice(figure.end)) ?? [];
  return (
    unit === undefined ||
    sum.sentence === sentence ||
    new RegExp(`\\b(?:${unit}ly|(?:an?|per|each|every|one) ${unit})\\b`, "iu").test(sum.sentence.text)
  );
}

/** "In the independent sector", "the year before": the numbers before are of somebody else. */
const elsewhere = pattern`
  ^(?:an?|another) (?!(?:average|mean|total)\b)|^(?:in|for|across|among) (?:the )?(?:[\w-]+ ){0,3}(?:sector|region|country|neighbours)\b|
  \b(?:year|quarter|month)s? (?:before|earlier|ago)\b|\b(?:last|previous|prior|preceding) (?:year|quarter|month)\b`;

/** "At the start of the year ten officers had 596", "a year before it was 212": those numbers are not of now. */
const asThen = pattern`\b(?:at the (?:start|beginning|outset)|(?:a|one|the) (?:year|quarter|month) (?:before|earlier|ago|previously))\b`;

/** A relation is only taken as meant when the printed average is in the neighbourhood of the quotient. */
const neighbourhood = 2;

/** "About 66 apiece" may be as far as this from the quotient. */
const roughly = 0.1;
const isAbout = ({ qualifier, value }: TextFigure, exact: number): boolean =>
  qualifier === "approx" && Math.abs(exact - value) <= roughly * exact;

/** "Their scores add to 1,171": the number is said to be a sum of others. */
const isSummed = /\b(?:add(?:s|ed)? (?:up )?to|totals?|totalled|sum|in all|in total|altogether|together|between them)\b/iu;
/** The same right beside the number. */
const sumBefore =
  /\b(?:(?:together|between them|in all|altogether),? they (?:had|have|held|made|gave|took|scored|used|lasted|ran (?:for|to)|spent|waited|came to|cost)|(?:add(?:s|ed)?|came|come|summed) (?:up )?to|total(?:led|ling)?|totals|(?:total|sum) (?:[\p{L}’'-]+ ){0,4}(?:was|is|of|being))(?: (?:just|about))? $/iu;
const sumAfter = /^(?: [\p{L}’'-]+){0,2} (?:in all|in total|altogether|together|between them)\b/iu;
const isSaidSum = ({ figure, sentence }: Placed): boolean =>
  sumBefore.test(sentence.text.slice(0, figure.start)) || sumAfter.test(sentence.text.slice(figure.end));

/** "Caseholders: 66" and "Mean caseload: 16.6 children per caseholder": an item of a list names what it is an average over. */
const isNamedIn = (item: Sentence, { sentence }: Placed): boolean => {
  const own = rootsOf(item.text);
  return rootsOf(sentence.text).some((word) => own.includes(word));
};

/** "This makes 18 for each of them": drawn from the numbers before it. */
const drawsBack =
  /^(?:this|that|these|it|so|on average|per|for each|the (?:average|mean)|with)\b|\b(?:therefore|thus|so|hence|between them)\b/iu;
/** "With 62 staff, this is": of what was told just before, and of all of it. */
const takesUp = /^(?:this|that|it|so|with|as|since|because)\b/iu;
/** "7.1 days for each of the 128 people": what it is an average over may stand right behind it. */
const overThese =
  /^[^{}.;:,]{0,30}\b(?:for|of|by|among|between|across)(?: (?:each|every|all)(?: one)? of)?(?: (?:the|our|all|these|those))*$/iu;
/** "Or 6,957 days for all 15", "(15 children, 6,957 days in all)": a sum with what it is over. */
const isRightBehind = (sum: Placed, count: Placed): boolean =>
  sum.sentence === count.sentence &&
  (sum.figure.end <= count.figure.start
    ? sumFirst.test(sum.sentence.text.slice(sum.figure.end, count.figure.start))
    : countFirst.test(sum.sentence.text.slice(count.figure.end, sum.figure.start)));
const sumFirst =
  /^(?: (?:in all|altogether|together|in total))?,? (?:for|over|across|among|amongst|between|shared by|spread over|divided (?:by|among|between))(?: (?:all|the|these|those|our|its|of|a total of))* $/iu;
const countFirst = /^ ?(?:\p{L}+ )?(?:\p{L}+)?(?:,| and| with| taking| took| waited| making| in| –| -|:) ?(?:\p{L}+ ){0,2}$/iu;
/** Of several numbers the authority's own of now are meant: "from 108 enquiries" is told of where they came from. */
const isNow = ({ figure }: { figure: TextFigure }): boolean => figure.role === "level" && figure.when !== "then";
/** Of several pairs those of now, and of these the ones whose sum the sentence of the average tells. */
function ownOf(pairs: readonly Pair[], sentence: Sentence): readonly Pair[] {
  if (pairs.length < 2) return pairs;
  const now = pairs.filter(({ sum, count }) => isNow(sum) && isNow(count));
  const told = now.filter(({ sum }) => sum.sentence === sentence);
  return told.length > 0 ? told : now.length > 0 ? now : pairs;
}
const isShared = /\b(?:between|among|amongst) (?:them|all|the)\b/iu;
const isTime = (measure: TextFigure["measure"]): boolean => ["days", "weeks", "months", "years"].includes(measure);

/** The sentences whose numbers an average may be of, the nearest first. */
function windowsOf({ figure, sentence, perHead }: ToldAverage, passage: readonly Sentence[], areItems: boolean): (readonly Sentence[])[] {
  // An average of others, of another time or wished for is not that of the numbers in the sentence before.
  const isOther =
    figure.role !== "level" ||
    figure.when === "then" ||
    [elsewhere, ofOther, asThen].some((words) => words.test(sentence.text)) ||
    asThen.test(passage[sentence.number - 1]?.text ?? "");
  const from = (back: number): readonly Sentence[] => passage.slice(Math.max(0, sentence.number - back), sentence.number + 1);
  if (areItems) return isOther ? [] : [from(2)];
  // What is told roughly may be of other numbers than those of the sentence before.
  if (isOther || (figure.qualifier === "approx" && !(perHead && drawsBack.test(sentence.text)))) return [[sentence]];
  const after = figure.measure === "gbp" ? passage.slice(sentence.number + 1, sentence.number + 2) : [];
  // "Six officers held 61, 58 … . That makes 390 children. The average caseload was therefore 72".
  return [[sentence], [...from(1), ...after], ...(drawsBack.test(sentence.text) ? [[...from(2), ...after]] : [])];
}

type Pair = { sum: Placed; count: Placed; exact: number };

/** Every sum and number of some sentences that the average can be meant to be of. */
function pairsOf(stated: ToldAverage, window: readonly Sentence[]): Pair[] {
  const { figure } = stated;
  const isMoney = figure.measure === "gbp";
  // Time is shared out of time: 103 children over 30 of them make no days, "the days came to 6,272" do.
  const isSumOfTime = ({ figure: sum, sentence }: Placed): boolean =>
    sum.measure === figure.measure ||
    (sum.measure === "number" && new RegExp(`\\b${figure.measure}\\b`, "iu").test(sentence.text.slice(0, sum.start)));
  // "Four long cases, one of which lasted 61 weeks": a time told in the sentence before is a sum when it is shared out by heads.
  const sharesTime = stated.perHead || isShared.test(stated.sentence.text) || (isTime(figure.measure) && window.length === 1);
  const times = isMoney ? [] : others(window, "D", figure);
  // "Together they lasted 1,848 weeks, so the average case took 33.8 weeks": the sum is said to be one.
  const ofTime = sharesTime
    ? times
    : times.filter(
        (sum) => isTime(figure.measure) && isSaidSum(sum) && (sum.sentence === stated.sentence || takesUp.test(stated.sentence.text)),
      );
  const sums = [...others(window, isMoney ? "M" : "C", figure), ...ofTime].filter(
    (sum) =>
      (!isTime(figure.measure) || isSumOfTime(sum)) &&
      !sum.figure.isLimit &&
      sum.figure.value > figure.value &&
      sharesItsTime(sum, stated) &&
      !isBound(sum),
  );
  const whole = ({ figure: count }: Placed): boolean => Number.isInteger(count.value) && count.value > 1;
  const counts = others(window, "C", figure).filter(whole);
  const parts = sharedOut(window, "numerator").filter(whole);
  return sums.flatMap((sum) =>
    [...counts, ...(sum.sentence === stated.sentence && isSaidSum(sum) ? parts : [])]
      .filter((count) => count.figure !== sum.figure && (isMoney || count.figure.value < sum.figure.value))
      .map((count) => ({ sum, count, exact: sum.figure.value / count.figure.value })),
  );
}

/** Whether just these two of several sentences are meant: what each has so many of is what the sum counts. */
function isMeant(stated: ToldAverage, { sum, exact }: Pair): boolean {
  const { figure, nouns, perHead } = stated;
  const told = rootsOf(sum.sentence.text);
  const isFar = exact / figure.value > 1.5 || figure.value / exact > 1.5;
  return (
    isTime(sum.figure.measure) ||
    nouns.some((noun) => told.includes(noun)) ||
    (perHead && nouns.length === 0 && !isFar) ||
    isSummed.test(sum.sentence.text.slice(0, sum.figure.end + 12))
  );
}
const familiar = /\b(?:cases|caseload|visits|sessions|hours|days|nights|contacts|children|placements|moves)\b/iu;

function report(reading: Reading, sentence: Sentence, passage: readonly Sentence[], areItems = false): Finding[] {
  const stated = averageIn(sentence);
  if (!stated || !["exact", "approx"].includes(stated.figure.qualifier) || (areItems && sentence.figures.length > 1)) return [];
  const { figure } = stated;
  const isMoney = figure.measure === "gbp";
  const windows = windowsOf(stated, passage, areItems);
  for (const window of windows) {
    const all = pairsOf(stated, window);
    // "The scores add up to 1,207, an average of 12.6 (the most is 40)": the sum is told.
    const said = all.filter(({ sum }) => sum.sentence === sentence && sum.figure.end <= figure.start && isSaidSum(sum));
    const pairs = (said.length > 0 ? said : all).filter(
      ({ sum, count }) => !areItems || [sum, count].some((one) => isNamedIn(sentence, one)),
    );
    // "275 with 14 advisers (12.5 FTE), 22.0 for each FTE": any number may be what it is an average over.
    const isOfTimes = window
      .flatMap(({ figures }) => figures.filter(({ measure }) => measure === "times"))
      .some(({ value }) =>
        others(window, "C", figure).some((count) => agreement(value / count.figure.value, figure.value, figure.decimals) !== "wrong"),
      );
    if (isOfTimes) return [];
    const explained = all.some(({ sum }) =>
      [...others(window, "C", figure), ...sharedOut(window, "numerator"), ...sharedOut(window, "denominator")].some(
        (count) =>
          count.figure.value > 1 &&
          (agreement(sum.figure.value / count.figure.value, figure.value, figure.decimals) !== "wrong" ||
            isAbout(figure, sum.figure.value / count.figure.value)),
      ),
    );
    if (
      explained ||
      pairs.some(
        (pair) =>
          agreement(pair.exact, figure.value, figure.decimals) !== "wrong" ||
          (isMoney && roundsTo(pair, figure)) ||
          isAbout(figure, pair.exact),
      )
    )
      return [];
    const near = ownOf(
      pairs.filter(({ exact }) => exact / figure.value < neighbourhood && figure.value / exact < neighbourhood),
      sentence,
    );
    // "Across the four services 98 workers held 1,683 children, an average of 16": of several the two right before it.
    const last = window
      .flatMap((one) => one.figures.filter((other) => other.measure === "number" && isNow({ figure: other })))
      .filter((one) => one.end <= figure.start);
    const plausible =
      near.length > 1 && window === windows[0]
        ? near.filter(({ sum, count }) => [sum, count].every((one) => last.slice(-2).includes(one.figure)) || isRightBehind(sum, count))
        : near;
    const [only] = plausible;
    if (!only || plausible.length > 1) continue;
    // A number of things has its sum and its number before it in one sentence, or right after a colon; what else stands after is something else.
    const behind = [only.sum, only.count].filter((one) => one.sentence === sentence && one.figure.start > figure.start);
    const isOver =
      behind.length === 1 && behind[0] === only.count && overThese.test(sentence.text.slice(figure.end, only.count.figure.start).trimEnd());
    const isBoth = behind.length === 2 && isRightBehind(only.sum, only.count);
    if (!isMoney && !isOver && !isBoth && behind.length > 0 && !/^[^,.;{}]{0,20}[:(]/u.test(sentence.text.slice(figure.end))) return [];
    const isOpen = window !== windows[0] || pairs.length > 1;
    const isOnly = ownOf(pairs, sentence).length === 1 || (near.length === 1 && said.length > 0 && behind.length === 0);
    if (!isMoney && isOpen && !familiar.test(sentence.text) && !(isOnly && isMeant(stated, only))) return [];
    const expected = isMoney ? formatMoney(Number(roundTo(only.exact, Math.max(2, figure.decimals)))) : printAverage(only.exact, figure);
    return misprintedAverage(reading, {
      stated: figure.text,
      expected,
      of: `${only.sum.figure.text} over ${only.count.figure.text}`,
      quote: [...new Set([only.sum.sentence, only.count.sentence, sentence])]
        .sort((a, b) => a.number - b.number)
        .map((one) => one.text)
        .join(" "),
      place: sentence.place,
    });
  }
  return [];
}

export const averages = perDocument("arithmetic", "An average against its sum and number", (reading) => [
  ...reading.passages.flatMap((passage) => passage.flatMap((sentence) => report(reading, sentence, passage))),
  ...itemRuns(reading).flatMap((run) => run.flatMap((sentence) => report(reading, sentence, run, true))),
]);
