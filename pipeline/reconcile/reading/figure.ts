import type { PeriodMention } from "../../extract/grammar/periods.ts";
import type { Span } from "../../extract/grammar/sentences.ts";
import { parsePeriod } from "../../model/period.ts";
import { isLimit, readRole, type PrintedFigure, type Role, type Surroundings } from "./figure-role.ts";

/**
 * A figure with what the words of its sentence say of it: its role, its clause and its time. Read once, when the
 * document is, so that every check asks the same record instead of the words.
 */
export type TextFigure = PrintedFigure & {
  role: Role;
  /** "Within 20 working days": a part of what is measured, not a figure beside it. */
  isLimit: boolean;
  /** The stretch of its sentence that is told of it, as far as the figures beside it. */
  clause: Span;
  /** Last day of the one time that its clause names, or its whole sentence when that names just one; "" for none or several. */
  day: string;
  /** What words such as "a year ago" and "now" say of its time; "" for neither. */
  when: "then" | "now" | "";
};

const then = new RegExp(
  String.raw`\b(?:${[
    // "In the last quarter" is as often the newest.
    "(?<!\\bthe )last (?:year|quarter|month|term|time)",
    "previous(?:ly)?",
    "(?:a|one|the) (?:year|quarter|month|term) (?:ago|before|earlier)",
    // "Year before: 24.2%" heads a line.
    "(?<=^\\W*)(?:year|quarter|month|term) (?:ago|before|earlier)",
    "(?:twelve|12|six|three) months (?:ago|before|earlier)",
    "the (?:preceding|prior) (?:year|quarter|month|term)",
    "at the (?:start|beginning)",
    "at the outset",
    "had been(?= (?:(?:at|only|just|about|around|over|under) )*[\\d£])",
    "used to be",
    "formerly",
    "originally",
  ].join("|")})\b`,
  "iu",
);
const now = new RegExp(
  String.raw`\b(?:${[
    "now",
    "this (?:year|quarter|month|term)",
    "current(?:ly)?",
    "at present",
    "today",
    "at the end of the (?:year|quarter|period|month)",
    "latest",
    "most recent",
    "(?:a|one) (?:year|quarter|month|term) later",
    "(?:twelve|12|six|three) months later",
  ].join("|")})\b`,
  "iu",
);
/** Words in front of the first clause often tell the time of all that follows: "A year ago …". */
const opening = /^\W*(?:[\w’-]+:? ){0,5}/u;
/** "Twelve months before it was 48.1": a time, beside which the clause goes on. */
const toTime = /^ (?:ago|before|earlier|later|previously)\b/iu;

/** Where one clause ends and the next begins, unless a figure or time is written so: "aged 17 and 18" does not part. */
const stops =
  /[;,:()]|\.(?= \p{Lu})|\b(?:(?<!\bage(?:d|s)? (?:\d{1,2}, )*\d{1,2} )and|but|while|whereas|compared with|against|leaving|giving|resulting in|so)\b/gu;

function findClause({ text, figures, periods }: Surroundings, figure: PrintedFigure): Span {
  const inside = [...figures, ...periods];
  const breaks = [...text.matchAll(stops)]
    .map((match) => match.index)
    .filter((at) => !inside.some((one) => at >= one.start && at < one.end));
  const before = figures.findLast((one) => one.end <= figure.start && !toTime.test(text.slice(one.end)))?.end ?? 0;
  const after = figures.find((one) => one.start >= figure.end)?.start ?? text.length;
  return {
    start: Math.max(breaks.findLast((at) => at < figure.start) ?? 0, before),
    end: Math.min(breaks.find((at) => at >= figure.end) ?? text.length, after),
  };
}

const daysIn = (periods: readonly PeriodMention[], { start, end }: Span): string[] => {
  const named = periods.filter((one) => !one.relative && one.start >= start && one.end <= end + 1);
  return [...new Set(named.map((one) => parsePeriod(one.period)?.end ?? ""))].filter((day) => day !== "");
};

/** The record of each figure of a sentence. */
export function readFigures(sentence: Surroundings): TextFigure[] {
  const { text, figures, periods } = sentence;
  const all = daysIn(periods, { start: 0, end: text.length });
  return figures.map((figure): TextFigure => {
    const clause = findClause(sentence, figure);
    // With no other figure of its measure, what the sentence says of time is said of it.
    const isAlone = figures.filter((one) => one.measure === figure.measure && one.denominator === null).length === 1;
    const label = periods.filter((one) => one.end <= figure.start && /^ ?[:=] ?$/u.test(text.slice(one.end, figure.start)));
    // "2018/19: 64; 2019/20: 48": a time that labels the figure.
    const own = daysIn(periods, label.length > 0 ? { start: label[0]!.start, end: figure.end } : clause);
    const days = own.length > 0 || !isAlone ? own : all;
    const words = `${isAlone ? (opening.exec(text)?.[0] ?? "") : ""} ${text.slice(clause.start, clause.end)}`;
    const role = readRole(sentence, figure);
    return {
      ...figure,
      role,
      isLimit: isLimit(sentence, figure),
      clause,
      day: days.length === 1 ? days[0]! : "",
      when: role === "earlier" || then.test(words) ? "then" : now.test(words) ? "now" : "",
    };
  });
}

/** One number: no range, no share of counts, no fraction in words. */
export const isSingle = (figure: TextFigure): boolean =>
  figure.valueHigh === null && figure.denominator === null && figure.form !== "fraction";
/** A level of the authority itself, now or before. */
export const isOwn = (figure: TextFigure): boolean => figure.role === "level" || figure.role === "earlier";
/** The words told of a figure, as far as the figures beside it. */
export const clauseOf = ({ text }: { text: string }, { clause }: TextFigure): string => text.slice(clause.start, clause.end);
/** The digits as printed, without unit, commas or the stop of its sentence. */
export const digitsOf = (figure: TextFigure): string => figure.text.replace(/[^\d.]/g, "").replace(/\.$/, "");

/** Which of two figures is the earlier, by their times or the words for them; null when they leave it open. */
export function inTime<T extends { figure: TextFigure }>(a: T, b: T): { then: T; now: T } | null {
  const [x, y] = [a.figure.day, b.figure.day];
  if (x !== "" && y !== "" && x !== y) return x < y ? { then: a, now: b } : { then: b, now: a };
  const [p, q] = [a.figure.when, b.figure.when];
  if (p === q) return null;
  return p === "then" || q === "now" ? { then: a, now: b } : { then: b, now: a };
}
