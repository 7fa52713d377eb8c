import type { Block } from "../../../model/document.ts";
import { monthSource } from "../../../extract/grammar/calendar.ts";
import { findPeriods } from "../../../extract/grammar/periods.ts";
import { parsePeriod } from "../../../model/period.ts";
import { placeOf, type Reading } from "../../reading/reading.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";
import { comesOfEvents, eventDay } from "./event-days.ts";
import { dayMade, dueDay, planDay, type Due } from "./plan-days.ts";

/** An action with its last day and the day of what set it: a plan, unless it is said to be a meeting. */
export type Dated = { due: Due; start: string; quote: string; place: string; setBy?: "plan" | "meeting" | "paper" };

const done = /\b(?:complete[d]?|done|closed|achieved|delivered|implemented|finished)\b/iu;
const toDo =
  /\b(?:(?:to|will|must|should|shall) be (?:fully )?|for |due )?(?:completed?|done|delivered|implemented|achieved|finished|closed)(?: by\b| date)|\b(?:to|will|must|should|shall) be (?:fully )?\p{L}+ed\b|\bto be done\b|\bto complete\b/giu;
/** "Complete an audit of 40 plans" asks for it; "Complete" alone or "complete in May" tells of it. */
const asksFor = /^\W*(?:\d+\W+)?complete (?=(?!and\b|in\b|on\b|by\b|at\b|since\b|as\b)\p{L})/iu;

/** An action is told of as done: "completed", but not "to be completed by". */
export const isDone = (text: string): boolean => done.test(text.replace(toDo, "").replace(asksFor, "")) && !/\bwill\b/iu.test(text);

/** Before a day, that it is the last one. */
const limit =
  String.raw`(?:\b(?:by|before|due(?: (?:by|on|in|for|date))?|no(?:t)? later than|deadline(?: of| is)?|on or before|until|timescale|(?:target|due|completion|end) date|(?:target|date|deadline|milestone)\b[^.;,]{0,50} is|
  when|for completion(?: by| in| on)?|complet(?:e|ed|ion)(?: by| date)?|done by|in place by|ready (?:by|for)))[:,]?(?: the| an?)?(?: end of| close of| deadline of)?(?: the)? ?$`.replace(
    /\s*\n\s*/gu,
    "",
  );
const isLimit = new RegExp(limit, "iu");
/** "Tracker set up by September 2023", "all referrals received before March": a time by which something had been done. */
const doneBy =
  /(?<!\b(?:be|fully|for) )\b(?!(?:complet|finish|need)ed\b)(?:\p{L}{2,}ed|set up|held|made|built|written|found|came into care|left care|in place) (?:by|before|until)(?: the)?$/iu;
/** "The 40 plans due by February 2018": when things fell due, not the action with them. */
const fellDue =
  /\b(?!(?:action|task|step|item|report)s\b)\p{L}+s (?:(?:that|which) (?:are|were|had been) )?due (?:by|in|on|before)(?: the)?$/iu;
const isPast = (before: string): boolean => doneBy.test(before) || fellDue.test(before);
/** What stands before a day that is not the last one of the action. */
const isOther =
  /\b(?:since|from|inspection|report|review|visit|meeting|letter|audit|started|began|starting|opened|held|agreed|of|at|to|published|dated)(?: (?:on|in|of|the|at|from))* ?$/iu;

/** The day by which the action of an item is due: after "by" and the like, or at its end; null for none. */
function dueIn(reading: Reading, text: string): Due | null {
  const mention = findPeriods(text, reading.dates)
    .filter(({ relative }) => !relative)
    .at(-1);
  if (!mention) return null;
  const words = text.slice(mention.start, mention.end);
  const own = /^(?:by|in|on|of|for|until|before) (?:the )?/iu.exec(words)?.[0] ?? "";
  const before = `${text.slice(0, mention.start)}${own}`.trimEnd();
  const isLast = /^[\s.;)\]]*$/u.test(text.slice(mention.end)) && /[,;:(–—-]$|\bby$/u.test(before) && !isOther.test(before);
  if ((!isLimit.test(before) && !isLast) || isPast(before)) return null;
  const span = parsePeriod(mention.period);
  return span
    ? {
        day: span.end,
        printed: words
          .slice(own.length)
          .replace(/^(?:the )?end of /iu, "")
          .trim(),
      }
    : null;
}

/** Headings over what is still to be done. */
const ahead =
  /\b(?:next steps|what happens next|forward plan|what (?:we|the \p{L}+) will do|looking ahead|actions? to be taken|planned actions?|recommendations?)\b/iu;
/** "Recruit two advisers", not "Recruited": what is told of as done already. */
const told = /^(?:\p{L}{2,}ed|we (?:have|had)|has|have|was|were)\b/iu;

/** Items of a list, or short paragraphs with numbers. */
const isItem = (block: Block): boolean =>
  block.table === null && (block.kind === "list_item" || (block.kind === "paragraph" && block.label !== "" && block.text.length < 200));
const goesOn = (before: Block | undefined, block: Block): boolean => before?.kind === block.kind && isItem(before) && isItem(block);

/** The items of each list under the day of a plan, or under a heading of what is to come in a report with a day of its own. */
export function actionsOfLists(reading: Reading, whole: string): Dated[][] {
  const { blocks } = reading.source;
  const starts = blocks.flatMap((block, at) => (isItem(block) && !goesOn(blocks[at - 1], block) ? [at] : []));
  return starts.map((first) => {
    const end = blocks.findIndex((block, at) => at > first && !goesOn(blocks[first], block));
    const start = dayOver(reading, blocks.slice(Math.max(0, first - 3), first + 1)) || dayMade(reading);
    const later = ahead.test(blocks[first]?.headings.at(-1) ?? "") ? whole : "";
    const items = blocks.slice(first, end === -1 ? blocks.length : end).flatMap((block) => {
      const due = told.test(block.text) ? null : dueIn(reading, block.text);
      return due ? [{ due, start: start || later, quote: block.text.slice(0, 400), place: placeOf(block) }] : [];
    });
    return start !== "" || items.length > 2 ? items.filter((item) => item.start !== "") : [];
  });
}

/** The day of the plan that the lines over a list name; the nearest counts, and a heading ends the search. */
function dayOver(reading: Reading, over: readonly Block[]): string {
  for (const block of over.toReversed()) {
    const listed = block.table === null && block.text.trim().endsWith(":") ? listedUnder.exec(block.text) : null;
    const day =
      block.table === null && !/\b(?:update|progress|revised)\b/iu.test(block.text)
        ? planDay(reading, block.text) ||
          (block.kind === "heading" || block.text.trim().endsWith(":") ? eventDay(reading, block.text) : "") ||
          (listed ? (dueDay(listed[1] ?? "")?.day.slice(0, 7) ?? "") : "")
        : "";
    if (day !== "" || block.kind === "heading") return day;
  }
  return "";
}
/** "Actions agreed in March 2019:". */
const listedUnder = pattern`\bactions?\b[^.]{0,40}\b(?:agreed|approved|adopted|set|made) (?:in|on)? ?(?:the )?((?:\d{1,2} )?(?:${monthSource}) \d{4})`;

/** What a plan says of the time after it. */
const promise = wordings`
  will|shall|must|should|is to|are to|commits?|committed|commitment|requires?|undertakes?|undertaken|promises?|asks|expects?|gives|allows|aims?|
  deadline|due|to be|pledg\w+|tasks|until|timescale|target date|actions?`;
/** What is told of the time before a plan: an older one, or what was late. */
const older = wordings`
  earlier|previous|original|former|old|replac\w+|supersed\w+|(?:was|were|been) due|overdue|missed|slipped|delay\w*|had|was to|were to|
  (?:should|ought to) have|first plan|last plan|carried (?:over|forward)`;
/** "Every overdue assessment", "all missed visits": what is to be done, not how an older plan went. */
const arrears = /\b(?:every|all|any|each|no|the|these|those|their|its|of|and|\d+) (?:\w+ )?(?:overdue|missed|delayed)(?= [a-z]+)/giu;
export const tellsOfOlder = (text: string): boolean => older.test(text.replace(arrears, ""));

/** "In a plan adopted on 21 October 2016, the service says that it will recruit two therapists not later than 22 March 2016", in one sentence or those after it. */
export function actionsOfProse(reading: Reading): Dated[] {
  const { blocks } = reading.source;
  const inPassages = reading.passages.flatMap((passage, at) => {
    const index = passage.findIndex((sentence) => planDay(reading, sentence.text) !== "");
    const first = passage[index];
    if (!first) return [];
    const start = planDay(reading, first.text);
    const rest = [...passage.slice(index), ...(index === passage.length - 1 ? (reading.passages[at + 1] ?? []).slice(0, 2) : [])];
    return rest
      .filter(({ text, block }) => block.kind !== "list_item" && promise.test(text) && !tellsOfOlder(text))
      .flatMap((sentence) =>
        limited(reading, sentence.text, promise).map((due) => ({ due, start, quote: sentence.text.slice(0, 400), place: sentence.place })),
      );
  });
  return [...inPassages, ...ofEvents(reading), ...underTitle(reading, blocks)];
}

/** "At its meeting on 8 September 2017 the board agreed that a dashboard would be in place by April 2017." */
const ofEvents = (reading: Reading): Dated[] =>
  reading.sentences.flatMap(({ text, block, place }) => {
    const start = block.kind === "list_item" || tellsOfOlder(text) || planDay(reading, text) !== "" ? "" : eventDay(reading, text);
    return start === "" ? [] : limited(reading, text, comesOfEvents).map((due) => ({ due, start, quote: text.slice(0, 400), place }));
  });

/** Between a promise and a day, words of what was so before: "who filled 20 posts by March 2023". */
const turnsBack = wordings`who|which|whose|where|when|was|were|since|came|filled|left`;

/** "… by December 2023, to review the template by": what else is to be done, beside what was promised before. */
const goesOnWith = pattern`
  ^[,;]?(?: and)? (?:(?:to|must|will|shall|should|is to|are to|it will|they will) )?
  (?!(?:the|an?|its|our|their|this|that|these|those|which|who|as|up|down|from|when|where|while|with|without|after|before|since|until|in|on|at|for|of|by|to|or|but|if|so|not|only|most|all|\w+ing|\w+ed|compared|\d+)\b)
  [a-z]+ [^.;()]{2,120}$`;

/** The first time of a sentence that is a limit set for the time after a promise, and each that is called due in brackets of its own or ends a further thing to be done. */
export function limited(reading: Reading, text: string, promised: RegExp): Due[] {
  const word = promised.exec(text);
  const limits = findPeriods(text, reading.dates).filter(({ relative, start }) => {
    const own = /^(?:by|of|until|before) (?:the )?/iu.exec(text.slice(start))?.[0] ?? "";
    const before = `${text.slice(0, start)}${own}`.trimEnd();
    const between = text.slice(word?.index ?? 0, start);
    return !relative && word !== null && word.index < start && isLimit.test(before) && !isPast(before) && !turnsBack.test(between);
  });
  return limits
    .filter(
      ({ start, end }, at) =>
        at === 0 ||
        (/\([^()]{0,20}$/u.test(text.slice(0, start)) && /^\s*\)/u.test(text.slice(end))) ||
        goesOnWith.test(text.slice(limits[at - 1]?.end ?? 0, start)),
    )
    .flatMap((mention) => {
      const span = parsePeriod(mention.period);
      const words = text.slice(mention.start, mention.end);
      const printed = words.replace(/^(?:by|until|before|of) (?:the )?(?:end of )?/iu, "").trim();
      return span ? [{ day: span.end, printed }] : [];
    });
}

/** "Action 3. … Due: 30 June 2018." in a document that is a plan agreed in September 2018, when most of its actions are due later. */
function underTitle(reading: Reading, blocks: readonly Block[]): Dated[] {
  const start = dayMade(reading);
  if (start === "") return [];
  const actions = blocks
    .filter((block) => block.table === null && block.kind !== "list_item")
    .flatMap((block) => {
      const words = dueWords.exec(block.text)?.[1];
      const due = words === undefined ? null : dueDay(words.trim());
      return due ? [{ due, start, quote: block.text.slice(0, 400), place: placeOf(block) }] : [];
    });
  const late = actions.filter(({ due }) => due.day < start.slice(0, 7));
  return 3 * late.length > actions.length ? [] : late;
}
const dueWords = pattern`
  \b(?:(?:due(?: date)?|timescale|deadline|by when|complete by|target date): ?|(?:to be )?completed by |due (?:by|on) )
  ([^.;|]{4,40})(?=[.;|]|$)`;
