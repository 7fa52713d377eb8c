import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { misprintedShare, oneFinding } from "../../finding-row.ts";
import { formatLike, unitOf } from "../../numbers/money.ts";
import { clauseOf, type TextFigure } from "../../reading/figure.ts";
import { figureAt, joinSentences, type Reading, type Sentence } from "../../reading/reading.ts";
import { roundTo } from "../../numbers/rounding.ts";
import { pattern } from "../../vocabulary/patterns.ts";

const roles: readonly (readonly [role: "variance" | "budget" | "spend", words: RegExp])[] = [
  ["variance", /\b(?:over-?\s?spen[dt]|under-?\s?spen[dt]|variance|shortfall|surplus|deficit|pressure|underspending|overspending)\b/iu],
  ["budget", /\b(?:budget\w*|allocation|allocated)\b/iu],
  ["spend", /\b(?:spen[dt]|spending|outturn|forecast|projected|expenditure|actual|cost)\b/iu],
];

/** What an amount is in its clause; null when the clause names none or several of them. */
function roleIn(sentence: Sentence, figure: TextFigure): (typeof roles)[number][0] | null {
  if (/^ (?:under|over|below|above|within) (?:the |its |our )?budget\b/iu.test(sentence.text.slice(figure.end))) return "variance";
  return roles.find(([, words]) => words.test(clauseOf(sentence, figure)))?.[0] ?? null;
}

/** "The budget is £8.4m and the forecast £9.1m, an overspend of £0.5m". */
function overspend(reading: Reading, sentence: Sentence): Finding[] {
  const money = sentence.figures.filter((figure) => figure.measure === "gbp");
  if (money.length !== 3 || money.some((figure) => figure.valueHigh !== null || figure.qualifier !== "exact")) return [];
  const by = (role: string): TextFigure[] => money.filter((figure) => roleIn(sentence, figure) === role);
  const [[budget, ...b], [spend, ...s], [variance, ...v]] = [by("budget"), by("spend"), by("variance")];
  if (!budget || !spend || !variance || b.length + s.length + v.length > 0) return [];
  const gap = spend.value - budget.value;
  const slack = (unitOf(budget) + unitOf(spend) + unitOf(variance)) / 2;
  const expected = formatLike(Math.abs(gap), variance);
  const draft = { quote: sentence.text, place: sentence.place, stated: variance.text };
  if (Math.abs(Math.abs(gap) - variance.value) > slack && variance.value < Math.min(budget.value, spend.value)) {
    return oneFinding(reading, {
      ...draft,
      kind: "arithmetic",
      severity: "error",
      expected,
      heading: `${variance.text} printed, but ${budget.text} and ${spend.text} are ${expected} apart`,
      message: `Between a budget of ${budget.text} and ${spend.text} lie ${expected}, but ${variance.text} is printed.`,
    });
  }
  const said = /\b(over|under)-?\s?spen[dt]/iu.exec(sentence.text)?.[1]?.toLowerCase();
  if (!said || Math.abs(gap) <= slack || (said === "over") === gap > 0) return [];
  const word = said === "over" ? "overspend" : "underspend";
  return oneFinding(reading, {
    ...draft,
    kind: "conflict",
    severity: "error",
    expected: gap > 0 ? "overspend" : "underspend",
    heading: `"${word}" beside ${spend.text} against a budget of ${budget.text}`,
    message: `The sentence says "${word}", but ${spend.text} is ${gap > 0 ? "more" : "less"} than the budget of ${budget.text}.`,
  });
}

// "The budget was £4.86m … . The overspend, £70,000, is 1.4% of the budget"
const ofBudget = pattern`
  \bbudget (?:was|is|of|stood at|came to) \{M(\d+)\}[\s\S]*?\{M(\d+)\},? (?:is|was|or|which is|represents|equal to|
  \() ?\{P(\d+)\} of (?:the|our|its|this) budget`;
const link = ",? ?(?:\\(|or |is |was |which is |that is |represents |representing |equal to |equivalent to |equating to |just |about )+";
const shares: readonly {
  pattern: RegExp;
  order: readonly ["part" | "share" | "whole", "part" | "share" | "whole", "part" | "share" | "whole"];
}[] = [
  // "the overspend of £1.2m is 15% of the budget of £6m"
  {
    pattern: new RegExp(`\\{M(\\d+)\\}${link}\\{P(\\d+)\\} of (?:the |a |our |its |that )?[^{}.;]{0,40}?\\{M(\\d+)\\}`, "iu"),
    order: ["part", "share", "whole"],
  },
  // "£1.2m of the £6m budget (20%)"
  {
    pattern:
      /\{M(\d+)\} (?:out )?of (?:the |a |our |its |that )?(?:[\w-]+ ){0,3}?\{M(\d+)\}[^{}.;()]{0,40}?(?:\(|, or |, which is )\{P(\d+)\}/iu,
    order: ["part", "whole", "share"],
  },
  // "20% (£1.2m) of the £6m"
  { pattern: /\{P(\d+)\} ?\(\{M(\d+)\}\) of (?:the |a |our |its )?[^{}.;]{0,40}?\{M(\d+)\}/iu, order: ["share", "part", "whole"] },
];

/** A percentage of money against the two amounts. */
function share(reading: Reading, sentence: Sentence): Finding[] {
  return [...shares, { pattern: ofBudget, order: ["whole", "part", "share"] as const }]
    .flatMap(({ pattern, order }): Finding[] => {
      const match = pattern.exec(sentence.skeleton);
      if (!match) return [];
      const get = (name: string): TextFigure => figureAt(sentence, match[order.findIndex((one) => one === name) + 1]!);
      const [part, whole, percent] = [get("part"), get("whole"), get("share")];
      if ([part, whole, percent].some((one) => one.qualifier !== "exact" || one.valueHigh !== null) || part.value > whole.value) return [];
      const exact = (100 * part.value) / whole.value;
      const slack = (exact * (unitOf(part) / part.value + unitOf(whole) / whole.value)) / 2 + 0.5 * 10 ** -percent.decimals;
      if (Math.abs(exact - percent.value) <= slack + 1e-7) return [];
      const expected = `${roundTo(exact, Math.max(1, percent.decimals))}%`;
      return misprintedShare(reading, {
        stated: percent.text,
        expected,
        quote: sentence.text,
        place: sentence.place,
        count: part.text,
        of: whole.text,
        message: `${part.text} is ${expected} of ${whole.text}, but ${percent.text} is printed.`,
      });
    })
    .slice(0, 1);
}

export const moneyInProse = perSentence(
  "arithmetic",
  "Overspends and shares of money against the amounts beside them",
  (reading, sentence, passage) => {
    const next = passage[sentence.number + 1];
    const own = [...overspend(reading, sentence), ...share(reading, sentence)];
    const money = (one: Sentence): number => one.figures.filter((figure) => figure.measure === "gbp").length;
    if (own.length > 0 || !next || money(sentence) + money(next) === 0 || money(sentence) === 3 || money(next) === 3) return own;
    const both = joinSentences(reading, sentence, next);
    return [...overspend(reading, both), ...(ofBudget.test(both.skeleton) ? share(reading, both) : [])];
  },
);
