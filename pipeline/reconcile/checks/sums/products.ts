import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { formatMoney } from "../../numbers/money.ts";
import { figureAt, type Reading, type Sentence } from "../../reading/reading.ts";
import { everyPattern } from "../../vocabulary/patterns.ts";

// "57 laptops at £310 each, which comes to £17,670" · "12 bursaries of £500, £6,000 in total"
const product = everyPattern`
  \{C(\d+)\} (?:[\w’'-]+ ){1,4}?(?:at|of|for) \{M(\d+)\}(?: each| apiece| a (?:head|day|week|month|year|session)| per \w+| for each(?: \w+)?)?,? (?:\()?
  (?:which (?:comes|amounts|adds up) to|which is|costing|a total of|in total,?|in all,?|totalling|making|=|
  or|(?:will |would )?(?:costs?|come to|comes to|came to|makes?|made|amounts? to|amounted to|totals?|totalled)) ?\{M(\d+)\}|\{C(\d+)\} (?:[\w’'-]+ ){1,4}?(?:at|of) \{M(\d+)\}(?: each)?, \{M(\d+)\} (?:in total|in all|
  altogether)\b`;
// "Twenty families each received four sessions, 80 sessions in all" · "12 carers with three visits each, 36 in all"
const ofThings = everyPattern`
  \{C(\d+)\} [^{}.;,]{1,40}(?: each [^{}.;,]{1,30}| (?:with|at|of|had|got|for) )\{C(\d+)\} [^{}.;,]{1,30}(?:,|:| –| -|,? (?:or|so|giving|
  making)),? (?:or |so |giving |making |that is )?\{C(\d+)\}(?: [\w’'-]+){0,2} (?:in all|in total|altogether)\b`;
// "a grant of £2,000 was paid to 44 young people, £88,000 in all"
const paid = everyPattern`
  \{M(\d+)\} (?:each )?[^{}.;]{0,60}?\b(?:to|
  for) (?:each of )?\{C(\d+)\} [^{}.;]{0,40}?, (?:that is |or |making )?\{M(\d+)\} (?:in total|in all|altogether)\b`;
// "£4,850 a week, or £252,200 a year"
const overTime = everyPattern`
  \{M(\d+)\} (?:a|per|each|every) (day|week|month)\b[^{}.;]{0,50}?(?:\(|
  \bor |which is |equivalent to |equal to |equates to |amounts to |comes to )(?:around |about |some )?\{M(\d+)\} (?:a|per|
  each|every) (week|month|year|annum)\b`;
const days: Readonly<Record<string, number>> = { day: 1, week: 7, month: 365.25 / 12, year: 365.25, annum: 365.25 };
/** 52 weeks or 365 days, four weeks or a month: a year of weeks may be counted in two ways. */
const calendar = 0.09;

/** A rounded price leaves its product this far out, as a share. */
const roundness = 0.005;
/** A product further off than this is of other things. */
const farthest = 1.5;

/** A number of things, the price of one and what they come to. */
function report(reading: Reading, sentence: Sentence): Finding[] {
  const named = [...sentence.skeleton.matchAll(product)].map((match) => [match[1] ?? match[4], match[2] ?? match[5], match[3] ?? match[6]]);
  const turned = [...sentence.skeleton.matchAll(paid)].map((match) => [match[2], match[1], match[3]]);
  const counted = [...sentence.skeleton.matchAll(ofThings)]
    .filter((match) => /\beach\b/iu.test(match[0]))
    .map((match) => [match[1], match[2], match[3]]);
  return [...named, ...turned, ...counted].flatMap((names) => {
    const [many, price, all] = names.map((name) => figureAt(sentence, name ?? ""));
    if (!many || !price || !all || [many, price, all].some((figure) => figure.qualifier !== "exact" || figure.valueHigh !== null))
      return [];
    const made = many.value * price.value;
    if (Math.abs(made - all.value) <= roundness * made || made > farthest * all.value || all.value > farthest * made) return [];
    const expected = all.measure === "gbp" ? formatMoney(made) : String(made);
    return oneFinding(reading, {
      kind: "arithmetic",
      severity: "error",
      stated: all.text,
      expected,
      quote: sentence.text,
      place: sentence.place,
      heading: `${all.text} printed, but ${many.text} at ${price.text} is ${expected}`,
      message: `${many.text} at ${price.text} is ${expected}, but ${all.text} is printed.`,
    });
  });
}

/** One cost by the week and by the year. */
function inTime(reading: Reading, sentence: Sentence): Finding[] {
  return [...sentence.skeleton.matchAll(overTime)].flatMap((match) => {
    const [short, long] = [figureAt(sentence, match[1]!), figureAt(sentence, match[3]!)];
    const [from, to] = [days[match[2]!.toLowerCase()] ?? 1, days[match[4]!.toLowerCase()] ?? 1];
    const made = (short.value * to) / from;
    if (to <= from || [short, long].some((figure) => figure.valueHigh !== null) || Math.abs(made - long.value) <= calendar * made)
      return [];
    const expected = formatMoney(Math.round(match[2]!.toLowerCase() === "week" && to > 360 ? 52 * short.value : made));
    return oneFinding(reading, {
      kind: "arithmetic",
      severity: "error",
      stated: long.text,
      expected,
      quote: sentence.text,
      place: sentence.place,
      heading: `${long.text} a ${match[4]} printed, but ${short.text} a ${match[2]} is about ${expected}`,
      message: `${short.text} a ${match[2]} is about ${expected} a ${match[4]}, but ${long.text} is printed.`,
    });
  });
}

export const products = perSentence("arithmetic", "A cost against its number and price", (reading, sentence) => [
  ...report(reading, sentence),
  ...inTime(reading, sentence),
]);
