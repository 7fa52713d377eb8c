import type { Mention } from "./find-mentions.ts";
import type { ReadSentence } from "./read-sentence.ts";
import { unitOf, type Reading } from "./reading.ts";

const joined =
  /^(?:,|,? and|,? as well as|\/| or) ?(?:(?:their|an|a|the|up-to-date|up to date|regular|with|for|in|and|had|have|of|annual)\b ?)*$/;
const listed = /^\)?(?:,| and|, and) $/;

/**
 * Names in a row that share what is said of them: "dental checks and immunisations are 84% and 87%" gives
 * a figure to each in turn, "99% have up-to-date immunisations and dental checks" the same one to all.
 */
export function matchGroups(sentence: ReadSentence, mentions: readonly Mention[], taken: ReadonlySet<number>): Reading[] {
  const readings: Reading[] = [];
  for (const group of groupsOf(sentence, mentions)) {
    const [first, last] = [group[0]!, group[group.length - 1]!];
    const figures = rowAfter(sentence, last.end) ?? rowBefore(sentence, first.start);
    if (
      !figures ||
      served(sentence, first, figures) ||
      figures.some((k) => taken.has(k)) ||
      (figures.length !== 1 && figures.length !== group.length)
    )
      continue;
    group.forEach((mention, k) => {
      const figure = figures.length === 1 ? figures[0]! : figures[k]!;
      const unit = unitOf(sentence.figures[figure]!, mention.phrases.units);
      if (unit === "percent")
        readings.push({
          figure,
          unit,
          phrases: mention.phrases,
          indicator: mention.phrases.indicator,
          breakdown: "",
          ground: "near",
          host: -1,
          confidence: 0.75,
        });
    });
  }
  return readings;
}

/** "26% of posts were vacant and turnover was 16%": the first name has its figure before it and shares no other. */
function served(sentence: ReadSentence, first: Mention, figures: readonly number[]): boolean {
  const before = sentence.figures.findLast((f) => f.end <= first.start && f.measure === "percent");
  return (
    before !== undefined &&
    figures.every((k) => sentence.figures[k]!.start > first.end) &&
    !/[,;(]/.test(sentence.lower.slice(before.end, first.start))
  );
}

function groupsOf(sentence: ReadSentence, mentions: readonly Mention[]): Mention[][] {
  const groups: Mention[][] = [];
  for (const mention of mentions) {
    const group = groups[groups.length - 1];
    const previous = group?.[group.length - 1];
    if (
      group &&
      previous &&
      mention.start >= previous.end &&
      !group.some((m) => m.phrases.indicator === mention.phrases.indicator) &&
      joined.test(sentence.lower.slice(previous.end, mention.start))
    )
      group.push(mention);
    else groups.push([mention]);
  }
  return groups.filter((group) => group.length > 1);
}

/** The figures that follow a row of names behind a verb: "… are 84% and 87%". */
function rowAfter(sentence: ReadSentence, end: number): number[] | null {
  const { figures, lower } = sentence;
  const first = figures.findIndex((f) => f.start >= end);
  if (first < 0 || figures[first]!.measure !== "percent") return null;
  if (
    !/^ (?:(?:rates?|levels?|performance|good|strong|better|poor|weak|excellent|improving|up[- ]to[- ]date|complete|completed|done|for|both|all|are|were|is|was|at|stands?|stood|remain\w*|low|high|currently|completion|take-up|for \w+)\b ?)+(?:\(|,? ?(?:at )?)$/.test(
      lower.slice(end, figures[first]!.markStart),
    )
  )
    return null;
  const row = [first];
  while (
    row[row.length - 1]! + 1 < figures.length &&
    listed.test(lower.slice(figures[row[row.length - 1]!]!.end, figures[row[row.length - 1]! + 1]!.markStart))
  )
    row.push(row[row.length - 1]! + 1);
  return row;
}

/** The one figure of whose people a row of names is said: "99% have up-to-date immunisations and dental checks". */
function rowBefore(sentence: ReadSentence, start: number): number[] | null {
  const { figures, lower } = sentence;
  const last = figures.findLastIndex((f) => f.end <= start);
  if (last < 0 || figures[last]!.measure !== "percent") return null;
  const gap = lower.slice(figures[last]!.end, start);
  return /^\)?(?: of (?:[\w-]+ ){1,4}?| [\w-]+)? ?(?:have|had|with|received|were up[- ]to[- ]date with|are up[- ]to[- ]date with|having)(?: (?:had|received|their|an?|up-to-date|both|regular|annual))* $/.test(
    gap,
  )
    ? [last]
    : null;
}
