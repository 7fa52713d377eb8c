import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { formatMoney, slackOf } from "../../numbers/money.ts";
import type { TextFigure } from "../../reading/figure.ts";
import { itemRuns } from "../../reading/runs.ts";
import { figureAt, type Reading, type Sentence } from "../../reading/reading.ts";
import { agreement, roundTo } from "../../numbers/rounding.ts";
import { contentWords, root } from "../../vocabulary/names.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";
import { ofOthers } from "../../vocabulary/restrictions.ts";

type Placed = { figure: TextFigure; sentence: Sentence };

const average = pattern`
  \b(?:a )?cost(?:ing)? (?:of )?\{(M)(\d+)\} (?:for each|each|per|a head)\b|(?:, or|, that is(?: to say)?|, i\.e\.|
  , which is|[,;:]| –| -|\(| giving| gives| makes| or|,? (?:which|this|that) (?:is|gives|makes|comes to|works out at)),? \{([CM])(\d+)\} (?:(?!(?:and|of|in|for|to|per|each)\b)[\w’-]+ ){0,2}?(?:each|apiece|a head|(?:for|to) (?:each|every)(?! other\b)|per (?!cent\b|10|week|
  month|day|year|annum|night|hour))\b|\b(?:averag(?:e|ed|ing)|mean)\b(?! age)(?: [\w-]+){0,6}?(?::(?!.*\b(?:averag|mean)))? (?:(?:of|was|is|
  being|at|to|stood at|amounted to) )*(?:just |about )?\{([CMD])(\d+)\}|\beach (?:[\w-]+ )?(?:received|got|paid|
  contributed|holds?|held|has|had|works? with|supports?|cares? for|costs?) (?:about |around )?\{([CM])(\d+)\}|
  \{([CMD])(\d+)\}(?: [\w-]+){0,4} (?:on average\b|(?:per|for (?:each|every)|each)\b)`;

/** "The ten officers … 55 for each full-time equivalent": heads are more than whole posts. */
const perWholePost = /\b(?:full|whole)[- ]time[- ]equivalents?\b|\b[fw]tes?\b/iu;
/** "21.0 FTE social workers held 399 children": the number itself is of whole posts. */
const wholePosts = /\{C\d+\} (?:(?:full|whole)[- ]time[- ]equivalents?|[fw]tes?)\b/iu;

function averageIn(sentence: Sentence): Placed | null {
  const match = average.exec(sentence.skeleton);
  const figure = match ? figureAt(sentence, match[2] ?? match[4] ?? match[6] ?? match[8] ?? match[10] ?? "") : null;
  if (perWholePost.test(sentence.text) && !wholePosts.test(sentence.skeleton)) return null;
  // "The average has come down by £115" tells a change of the average.
  if (
    !match ||
    !figure ||
    figure.role === "change" ||
    /\bby (?:about |around |just |only )?$/iu.test(sentence.text.slice(0, figure.start)) ||
    (match[2] === undefined && match[4] === undefined && match[8] === undefined && !/\b(?:averag(?:e|ed|ing)|mean)\b/iu.test(sentence.text))
  )
    return null;
  return { figure, sentence };
}

const others = (sentences: readonly Sentence[], code: string, not: TextFigure): Placed[] =>
  sentences.flatMap((sentence) =>
    [...sentence.skeleton.matchAll(new RegExp(`\\{${code}(\\d+)\\}`, "g"))]
      .map((match) => ({ figure: figureAt(sentence, match[1]!), sentence }))
      .filter(({ figure }) => figure !== not && figure.valueHigh === null && figure.qualifier === "exact"),
  );

/** "£4.2m over 17" is "£247,000" each, as far as these are told. */
const roundsTo = ({ sum, count, exact }: { sum: Placed; count: Placed; exact: number }, printed: TextFigure): boolean =>
  Math.abs(exact - printed.value) <= (sum.figure.measure === "gbp" ? slackOf(sum.figure) / count.figure.value : 0) + slackOf(printed);

const ofOther = wordings`${ofOthers}|other (?:areas|councils|authorities|teams|services|homes)|elsewhere`;
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

/** A relation is only taken as meant when the printed average is in the neighbourhood of the quotient. */
const neighbourhood = 2;

/** "Their scores add to 1,171": the number is said to be a sum of others. */
const isSummed = /\b(?:add(?:s|ed)? (?:up )?to|totals?|totalled|sum|in all|in total|altogether|together|between them)\b/iu;

const rootsOf = (text: string): string[] => contentWords(text).map(root);
/** "Caseholders: 66" and "Mean caseload: 16.6 children per caseholder": an item of a list names what it is an average over. */
const isNamedIn = (item: Sentence, { sentence }: Placed): boolean => {
  const own = rootsOf(item.text);
  return rootsOf(sentence.text).some((word) => own.includes(word));
};

function report(reading: Reading, sentence: Sentence, passage: readonly Sentence[], areItems = false): Finding[] {
  const stated = averageIn(sentence);
  if (!stated || stated.figure.qualifier !== "exact" || (areItems && sentence.figures.length > 1)) return [];
  const { figure } = stated;
  const isMoney = figure.measure === "gbp";
  const before = passage[sentence.number - 1];
  const after = passage[sentence.number + 1];
  const around = [before, sentence, ...(isMoney ? [after] : [])].filter((one) => one !== undefined);
  // "Six officers held 61, 58 … . That makes 390 children. The average caseload was therefore 72".
  const concluded = /\b(?:therefore|thus|so|hence)\b/iu.test(sentence.text)
    ? [[passage[sentence.number - 2], ...around].filter((one) => one !== undefined)]
    : [];
  // An average of others, of another time or wished for is not that of the numbers in the sentence before.
  const isOther = figure.role !== "level" || figure.when === "then" || elsewhere.test(sentence.text) || ofOther.test(sentence.text);
  const items = areItems ? [passage.slice(Math.max(0, sentence.number - 2), sentence.number + 1)] : null;
  const windows = items ?? (isOther ? [[sentence]] : [[sentence], around, ...concluded]);
  if (items && isOther) return [];
  for (const window of windows) {
    const isTime = ["days", "weeks", "months", "years"].includes(figure.measure);
    // Time is shared out of time: 103 children over 30 of them make no days, "the days came to 6,272" do.
    const isSumOfTime = (sum: Placed): boolean =>
      sum.figure.measure === figure.measure ||
      (sum.figure.measure === "number" && new RegExp(`\\b${figure.measure}\\b`, "iu").test(sum.sentence.text.slice(0, sum.figure.start)));
    const sums = [
      ...others(window, isMoney ? "M" : "C", figure),
      ...(isTime && window === windows[0] ? others(window, "D", figure) : []),
    ].filter((sum) => (!isTime || isSumOfTime(sum)) && sum.figure.value > figure.value && sharesItsTime(sum, stated) && !isBound(sum));
    const counts = others(window, "C", figure).filter(({ figure: count }) => Number.isInteger(count.value) && count.value > 1);
    const pairs = sums.flatMap((sum) =>
      counts
        .filter((count) => count.figure !== sum.figure && (isMoney || count.figure.value < sum.figure.value))
        .filter((count) => !areItems || [sum, count].some((one) => isNamedIn(sentence, one)))
        .map((count) => ({ sum, count, exact: sum.figure.value / count.figure.value })),
    );
    // "275 with 14 advisers (12.5 FTE), 22.0 for each FTE": any number may be what it is an average over.
    const explained = sums.some((sum) =>
      others(window, "C", figure).some(
        (count) => count.figure.value > 1 && agreement(sum.figure.value / count.figure.value, figure.value, figure.decimals) !== "wrong",
      ),
    );
    if (
      explained ||
      pairs.some((pair) => agreement(pair.exact, figure.value, figure.decimals) !== "wrong" || (isMoney && roundsTo(pair, figure)))
    )
      return [];
    const near = pairs.filter(({ exact }) => exact / figure.value < neighbourhood && figure.value / exact < neighbourhood);
    // "Across the four services 98 workers held 1,683 children, an average of 16": of several the two right before it.
    const last = window
      .flatMap((one) => one.figures.filter(({ measure }) => measure === "number"))
      .filter((one) => one.end <= figure.start);
    const plausible =
      near.length > 1 && window === windows[0]
        ? near.filter(({ sum, count }) => [sum, count].every((one) => last.slice(-2).includes(one.figure)))
        : near;
    const [only] = plausible;
    if (!only || plausible.length > 1) continue;
    // A number of things has its sum and its number before it in one sentence, or right after a colon; what else stands after is something else.
    if (
      !isMoney &&
      !/^[^,.;{}]{0,20}[:(]/u.test(sentence.text.slice(figure.end)) &&
      [only.sum, only.count].some((one) => one.sentence === sentence && one.figure.start > figure.start)
    )
      return [];
    if (
      !isMoney &&
      (window !== windows[0] || pairs.length > 1) &&
      !(pairs.length === 1 && isSummed.test(only.sum.sentence.text.slice(0, only.sum.figure.end + 12))) &&
      !/\b(?:cases|caseload|visits|sessions|hours|days|nights|contacts|children|placements|moves)\b/iu.test(sentence.text)
    )
      return [];
    const print = (value: number): string =>
      isMoney ? formatMoney(Number(roundTo(value, Math.max(2, figure.decimals)))) : roundTo(value, Math.max(1, figure.decimals));
    return oneFinding(reading, {
      kind: "arithmetic",
      severity: "error",
      stated: figure.text,
      expected: print(only.exact),
      heading: `Average ${figure.text} printed; the sum over the number is ${print(only.exact)}`,
      message: `${only.sum.figure.text} over ${only.count.figure.text} is ${print(only.exact)} on average, but ${figure.text} is printed.`,
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
