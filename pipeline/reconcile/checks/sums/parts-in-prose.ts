import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { saysNotAdditive } from "../../reading/disclosed.ts";
import { oneFinding, shorten } from "../../finding-row.ts";
import { formatMoney } from "../../numbers/money.ts";
import type { PartsList } from "../../reading/parts/parts-list.ts";
import { itemRuns } from "../../reading/runs.ts";
import { partsInItems } from "../../reading/parts/in-items.ts";
import { partsIn } from "../../reading/prose-parts.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";

/** Floating point leaves the pennies of millions a little off. */
const same = (a: number, b: number): boolean => Math.abs(a - b) < 0.005;
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const list = (values: readonly number[], show = print): string => {
  const shown = values.map(show);
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}`;
};
const print = (value: number): string => String(Math.round(value * 100) / 100);

/** "137 filled and 25 vacant, 17 with locum cover and 8 without": the first make the total, and the rest, several of them, make one of the first. */
const tellsPartsOfAPart = (total: number, values: readonly number[]): boolean =>
  values.some((_, at) => {
    const [first, rest] = [values.slice(0, at + 1), values.slice(at + 1)];
    return at > 0 && rest.length > 1 && same(sum(first), total) && first.some((part) => same(part, sum(rest)));
  });

/** "502 (53.1%) came, 61 (6.4%) wrote and 430 (40.5%) did neither": the first is a part too, since the percentages of all make 100. */
function isPartItself(total: number, values: readonly number[], words: string): boolean {
  const shares = [...words.matchAll(/(\d[\d,]*)[^\d(]{0,30}\((\d+(?:\.\d+)?)(?:%| per cent)\)/gu)].map(([, count = "", percent]) => ({
    count: Number(count.replaceAll(",", "")),
    percent: Number(percent),
  }));
  const all = [total, ...values].map((value) => shares.find(({ count }) => count === value)?.percent ?? NaN);
  return Math.abs(sum(all) - whole) < roundedOff;
}
const [whole, roundedOff] = [100, 0.3];

/** "- The other 2 had not yet been born": what the parts leave out is told next. */
function namesTheRest({ sentences }: Reading, sentence: Sentence, rest: number): boolean {
  const next = sentences[sentences.indexOf(sentence) + 1];
  return (
    next !== undefined &&
    Math.abs(next.block.index - sentence.block.index) < 2 &&
    /\b(?:others?|remaining|remainder|rest)\b/iu.test(next.text) &&
    next.figures.some(({ value, measure }) => measure === "number" && same(value, rest))
  );
}

/** "£0.57m in total, against a budget of £0.55m": what was to be spent is no sum of what was. */
const againstBudget =
  /\b(?:against|beside|compared (?:with|to)|within|over|above|under|below) (?:an?|the|its|our|their) (?:[a-z]+ )?(?:budget|allocation|grant|allowance) of\b/iu;

function report(reading: Reading, parts: PartsList): Finding[] {
  const { totals, values, aside, sentence, words } = parts;
  const made = sum(values);
  const show = parts.isMoney ? (value: number): string => formatMoney(Math.round(value * 100) / 100) : print;
  const total = totals[0];
  if (total === undefined || values.length < 2 || (parts.isMoney && againstBudget.test(sentence.text))) return [];
  if (saysNotAdditive(reading, sentence.block) && !totals.some((one) => same(one, made))) return [];
  const draft = { quote: words, place: sentence.place, stated: `${print(total)}: ${list(values)}` };
  if (totals.some((one) => same(one, made) || tellsPartsOfAPart(one, values) || isPartItself(one, values, words))) return [];
  if (aside.length > 0 && totals.includes(made + sum(aside))) {
    if (!parts.basis) return [];
    return oneFinding(reading, {
      ...draft,
      kind: "total",
      severity: "note",
      expected: String(made),
      heading: `${list(values)} make ${made}; ${sum(aside)} are told apart`,
      message: `${list(values)} make ${made}; with the ${list(aside)} in brackets they make ${total}. The percentages that follow do not say which of the two they are shares of.`,
    });
  }
  if (!parts.exhaustive && (made < total || made > 1.3 * total)) return [];
  if (Math.abs(made - total) <= parts.slack) return [];
  if (parts.roughly && Math.abs(made - total) <= 0.1 * total) return [];
  if (parts.after.some((count) => same(made + count, total)) || namesTheRest(reading, sentence, total - made)) return [];
  const last = values.at(-1) ?? 0;
  if (values.length > 2 && totals.includes(made - last)) {
    return oneFinding(reading, {
      ...draft,
      kind: "total",
      severity: "warning",
      expected: String(made - last),
      heading: `The ${last} listed among the parts of ${total} cannot be one`,
      message: `${list(values.slice(0, -1))} already make ${total}: the ${last} listed with them cannot be a part of the ${total}, and has to be another count.`,
    });
  }
  return oneFinding(reading, {
    ...draft,
    kind: "total",
    severity: "error",
    expected: print(made),
    heading: shorten(`${show(total)} printed, but the parts make ${show(made)}`, 70),
    message: `${list(values, show)} make ${show(made)}, not ${show(total)}${aside.length > 0 ? `, nor with the ${list(aside)} in brackets` : ""}. ${difference(total, made, show)}`,
  });
}

function difference(total: number, made: number, show: (value: number) => string): string {
  const gap = Math.abs(total - made);
  const verb = gap === 1 ? "is" : "are";
  return `${show(gap)} ${verb} ${total > made ? "missing from the parts, or the total is too high" : "counted twice, or the total is too low"}.`;
}

export const partsInProse = perDocument("total", "A total against its parts in a sentence", (reading) =>
  [...reading.passages.flatMap(partsIn), ...itemRuns(reading).flatMap(partsInItems)].flatMap((parts) => report(reading, parts)),
);
