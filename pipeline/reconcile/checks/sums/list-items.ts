import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { saysNotAdditive } from "../../reading/disclosed.ts";
import { misprintedShare, oneFinding } from "../../finding-row.ts";
import type { TextFigure } from "../../reading/figure.ts";
import { figureAt, type Reading, type Sentence } from "../../reading/reading.ts";
import { fitsShare, printShare } from "../../numbers/shares.ts";
import { pattern } from "../../vocabulary/patterns.ts";

/** A list with bullets, each of one count and perhaps its percentage, and the sentences of the paragraph that opens it. */
type List = {
  lead: readonly Sentence[];
  after: readonly Sentence[];
  items: readonly { count: TextFigure; percent: TextFigure | null; sentence: Sentence }[];
};

/** How near the sum of a list has to come to the number over it to be its parts. */
const nearness = 0.15;
const loose = pattern`
  \b(?:including|includes?|such as|among|some of|of (?:this|these|that|them|whom|which)(?: number)?|in the last|key|
  highlights?|main|also)\b[^:]*:?$`;

function listsIn(reading: Reading): List[] {
  const byBlock = Map.groupBy(reading.sentences, (sentence) => sentence.block.index);
  const { blocks } = reading.source;
  return blocks.flatMap((block, at): List[] => {
    if (block.kind === "list_item" || block.table !== null || blocks[at + 1]?.kind !== "list_item") return [];
    const until = blocks.findIndex((other, index) => index > at && other.kind !== "list_item");
    const listed = blocks.slice(at + 1, until === -1 ? blocks.length : until).map((item) => byBlock.get(item.index) ?? []);
    const items = listed.flatMap(([sentence, ...more]) => {
      const counts = sentence?.figures.filter((figure) => figure.measure === "number" && figure.denominator === null) ?? [];
      const percents = sentence?.figures.filter((figure) => figure.measure === "percent") ?? [];
      const [count] = counts;
      return sentence && count && counts.length === 1 && percents.length < 2 && more.length === 0 && count.valueHigh === null
        ? [{ count, percent: percents[0] ?? null, sentence }]
        : [];
    });
    return items.length > 2 && items.length === listed.length
      ? [{ lead: byBlock.get(block.index) ?? [], after: (until === -1 ? [] : byBlock.get(blocks[until]!.index)) ?? [], items }]
      : [];
  });
}

/** Numbers that the paragraph over the list gives. */
const countsOf = (lead: readonly Sentence[]): TextFigure[] =>
  lead.flatMap((sentence) => [...sentence.skeleton.matchAll(/\{C(\d+)\}/g)].map((match) => figureAt(sentence, match[1]!)));

/** Percentages of a list on the base that all but one of them fit. */
function shares(reading: Reading, { lead, items }: List): Finding[] {
  const pairs = items.flatMap(({ count, percent, sentence }) =>
    percent && percent.qualifier === "exact" ? [{ count, percent, sentence }] : [],
  );
  if (pairs.length < 3) return [];
  const sum = items.reduce((made, { count }) => made + count.value, 0);
  // "Children: 256", and in the items behind it how many of them had what.
  const heads = items.filter(({ count, percent }) => percent === null && pairs.every((pair) => pair.count.value < count.value));
  const base = [...countsOf(lead).map((figure) => figure.value), ...heads.map(({ count }) => count.value), sum].find(
    (of) => pairs.filter(({ count, percent }) => fitsShare(count.value, of, percent)).length === pairs.length - 1,
  );
  const odd = base === undefined ? undefined : pairs.find(({ count, percent }) => !fitsShare(count.value, base, percent));
  if (base === undefined || !odd || odd.count.value > base) return [];
  const expected = printShare(odd.count.value, base, odd.percent);
  const other = countsOf(lead).find(
    (figure) => figure.value !== base && figure.value > odd.count.value && fitsShare(odd.count.value, figure.value, odd.percent),
  );
  return misprintedShare(reading, {
    stated: odd.percent.text,
    expected,
    quote: odd.sentence.text,
    place: odd.sentence.place,
    count: odd.count.value,
    of: base,
    message: `The other percentages of the list are shares of ${base}, of which ${odd.count.value} is ${expected}, but ${odd.percent.text} is printed.${other ? ` ${odd.percent.text} is ${odd.count.value} of ${other.value}.` : ""}`,
  });
}

/** "Contacts in the year: 1,204": a name and its number, and nothing else. */
const labelsNumber = /^[^{}.;]{2,50}?:? \{C\d+\}\W*$/u;

/** The counts of a list against the number that the words just over it give. */
function sums(reading: Reading, { lead, after, items }: List): Finding[] {
  const last = lead.at(-1);
  if (
    !last ||
    saysNotAdditive(reading, last.block) ||
    loose.test(last.text) ||
    !(
      /:\s*$/u.test(last.text) ||
      (labelsNumber.test(last.skeleton) && items.every(({ sentence }) => labelsNumber.test(sentence.skeleton)))
    ) ||
    items.some(({ count }) => count.qualifier !== "exact")
  )
    return [];
  const known = countsOf(lead);
  const total = countsOf([last]).at(-1) ?? (/\b(?:these|they|this|follows?|follow)\b/iu.test(last.text) ? known.at(-1) : undefined);
  const made = items.reduce((sum, { count }) => sum + count.value, 0);
  if (
    !total ||
    total.value < 10 ||
    total.qualifier !== "exact" ||
    known.some((figure) => figure.value === made) ||
    Math.abs(made - total.value) > nearness * total.value
  )
    return [];
  if (countsOf(after).some((figure) => made + figure.value === total.value)) return [];
  // Items without a noun each, or with the same one, are parts; others count several things.
  const nouns = new Set(items.map(({ count, sentence }) => /^ ([a-z]+)/iu.exec(sentence.text.slice(count.end))?.[1]?.toLowerCase() ?? ""));
  const leading =
    items.every(({ count }) => count.start < 3) ||
    items.every(({ count, sentence }) => count.end > sentence.text.replace(/\W+$/u, "").length - 25);
  if (
    !leading ||
    (nouns.size > 1 && items.every(({ count }) => count.start < 3) && !items.every(({ sentence }) => sentence.text.length < 60))
  )
    return [];
  const list = items.map(({ count }) => count.text).join(", ");
  return oneFinding(reading, {
    kind: "total",
    severity: "error",
    stated: `${total.text}: ${list}`,
    expected: String(made),
    quote: [last, ...items.map(({ sentence }) => sentence)].map((sentence) => sentence.text).join(" / "),
    place: last.place,
    heading: `${total.text} printed, but the list makes ${made}`,
    message: `The items of the list (${list}) make ${made}, not ${total.text}.`,
  });
}

export const listItems = perDocument("total", "Counts and percentages of a list against the number over it", (reading) =>
  listsIn(reading).flatMap((list) => [...shares(reading, list), ...sums(reading, list)]),
);
