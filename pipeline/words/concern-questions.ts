import type { Comparison } from "../model/comparison.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Reason } from "./concerns.ts";
import { formatCounts, formatMean, formatValue } from "./format.ts";
import { countable, lowerFirst } from "./grammar.ts";
import * as phrases from "./phrases.ts";
import type { Question } from "./questions.ts";
import { sentence } from "./sentence.ts";
import { gapPeople } from "./sentences.ts";
import { baseOf, inPeriod, subjectIsPlural, wordingOf } from "./terms.ts";

/** In words. */
const longestQuestion = 12;

/** What to ask about a concern, and the figures that make it one. */
export function concernQuestion(row: Comparison, indicator: Indicator, reason: Reason): Question {
  return {
    question: concernWords(row, indicator, reason),
    why: sentence(concernWhy(row, indicator, reason), [row.comparison_id]),
    from: "concern",
    about: indicator.theme,
    measure: { indicator: row.indicator, breakdown: row.breakdown },
  };
}

/** Words for each reason; what the declaration would ask goes before them. */
function concernWords(row: Comparison, indicator: Indicator, reason: Reason): string {
  const { subject, ask } = wordingOf(indicator, row.breakdown);
  if (ask !== "" && reason !== "worsened") return ask;
  const topic = lowerFirst(subject);
  const plural = subjectIsPlural(indicator, row.breakdown);
  const candidates = askedOf(reason, topic, plural, row.polarity === "low");
  return candidates.find((text) => text.split(" ").length <= longestQuestion) ?? candidates[candidates.length - 1] ?? "";
}

/** Fullest first. */
function askedOf(reason: Reason, topic: string, plural: boolean, low: boolean): string[] {
  switch (reason) {
    case "worsened":
      return low
        ? [`Why did ${topic} rise, and what is being done?`, `Why did ${topic} rise?`]
        : [`Why did ${topic} fall, and when will ${plural ? "they" : "it"} recover?`, `Why did ${topic} fall?`];
    case "trend":
      return [`What lies behind the five-year trend in ${topic}?`, `Why ${plural ? "are" : "is"} ${topic} getting worse?`];
    case "worse":
      return [`What would bring ${topic} level with neighbours?`, `Why ${plural ? "are" : "is"} ${topic} behind neighbours?`];
    case "worse_than_england":
      return [`What would bring ${topic} level with England?`, `Why ${plural ? "are" : "is"} ${topic} behind England?`];
    default:
      return [`What explains ${topic}?`];
  }
}

function concernWhy(row: Comparison, indicator: Indicator, reason: Reason): string {
  const now = phrases.valueWithCounts(row.value, row.numerator, row.denominator, indicator) ?? "";
  const before = phrases.valueWithCounts(row.previous_value, row.previous_numerator, row.previous_denominator, indicator);
  const counts = phrases.countsOfPeople(row.numerator, row.denominator, indicator, row.breakdown);
  const who = counts === null ? now : `${counts} (${formatValue(row.value, indicator)})`;
  switch (reason) {
    case "worsened":
      return missedWhy(row, indicator) ?? `${who}${before === null ? "" : `; ${before} the year before`}`;
    case "trend":
      return `${who}, and the five-year trend is getting worse`;
    case "worse": {
      const n = row.children_to_neighbour_mean ?? 0;
      const gap = n > 0 ? `; ${gapPeople(n, row, indicator)} would reach it` : "";
      return `${now}, against a neighbours’ mean of ${formatMean(row.neighbour_mean, indicator)}${gap}`;
    }
    case "worse_than_england":
      return `${now}, against ${formatValue(row.england_value, indicator)} in England`;
    default: {
      const standing = phrases.positionPhrase(row, row.polarity);
      return `${now} ${inPeriod(row.period)}${standing === null ? "" : `, ${phrases.withThe(standing)}`}; neighbours’ mean ${formatMean(row.neighbour_mean, indicator)}`;
    }
  }
}

/** "40 of 249 children had no dental check; 16 of 266 the year before". Null where the rest are few, unknown or not to be named. */
function missedWhy(row: Comparison, indicator: Indicator): string | null {
  const { didNot } = wordingOf(indicator, row.breakdown);
  const { numerator, denominator, previous_numerator, previous_denominator } = row;
  if (
    didNot === "" ||
    row.polarity !== "high" ||
    numerator === null ||
    denominator === null ||
    previous_numerator === null ||
    previous_denominator === null
  )
    return null;
  const [missed, missedBefore] = [denominator - numerator, previous_denominator - previous_numerator];
  // One to five are not derived from published figures, in line with the rule for public packs.
  if ([missed, missedBefore].some((n) => n > 0 && n <= 5)) return null;
  return `${formatCounts(missed, denominator)} ${countable(denominator, baseOf(indicator, row.breakdown))} ${didNot}; ${formatCounts(missedBefore, previous_denominator)} the year before`;
}
