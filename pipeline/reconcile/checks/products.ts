import type { Finding } from "../../model/finding.ts";
import { perDocument } from "../check.ts";
import { findingRow } from "../finding-row.ts";
import { formatMoney } from "../money.ts";
import { figureAt, type Reading, type Sentence } from "../reading.ts";

// "57 laptops at £310 each, which comes to £17,670" · "12 bursaries of £500, £6,000 in total"
const product = /\{C(\d+)\} (?:[\w’'-]+ ){1,4}?(?:at|of|for) \{M(\d+)\}(?: each| apiece| a head| per \w+| for each(?: \w+)?)?,? (?:\()?(?:which (?:comes|amounts|adds up) to|which is|costing|a total of|in total,?|in all,?|totalling|making|=|or) ?\{M(\d+)\}|\{C(\d+)\} (?:[\w’'-]+ ){1,4}?(?:at|of) \{M(\d+)\}(?: each)?, \{M(\d+)\} (?:in total|in all|altogether)\b/giu;
/** A rounded price leaves its product this far out, as a share. */
const roundness = 0.005;
/** A product further off than this is of other things. */
const farthest = 1.5;

/** A number of things, the price of one and what they come to. */
function report(reading: Reading, sentence: Sentence): Finding[] {
  return [...sentence.skeleton.matchAll(product)].flatMap((match) => {
    const [many, price, all] = [match[1] ?? match[4], match[2] ?? match[5], match[3] ?? match[6]].map((name) => figureAt(sentence, name ?? ""));
    if (!many || !price || !all || [many, price, all].some((figure) => figure.qualifier !== "exact" || figure.valueHigh !== null)) return [];
    const made = many.value * price.value;
    if (Math.abs(made - all.value) <= roundness * made || made > farthest * all.value || all.value > farthest * made) return [];
    return [findingRow(reading, {
      kind: "arithmetic", severity: "error", stated: all.text, expected: formatMoney(made), quote: sentence.text, place: sentence.place,
      heading: `${all.text} printed, but ${many.text} at ${price.text} is ${formatMoney(made)}`,
      message: `${many.text} at ${price.text} is ${formatMoney(made)}, but ${all.text} is printed.`,
    })];
  });
}

export const products = perDocument("arithmetic", "A cost against its number and price", (reading) => reading.sentences.flatMap((sentence) => report(reading, sentence)));
