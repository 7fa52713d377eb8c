import { monthNumber, monthSource, pad } from "../../extract/grammar/calendar.ts";
import { findPeriods } from "../../extract/grammar/periods.ts";
import { splitClauses } from "../../extract/grammar/sentences.ts";
import type { Block } from "../../model/document.ts";
import { lastDayOfMonth, parsePeriod } from "../../model/period.ts";
import { placeOf, type Reading } from "./reading.ts";
import { pattern, wordings } from "../vocabulary/patterns.ts";

/** A report inside a document: from one date of its own to the next. Papers of a meeting hold several. */
export type DatedPart = { date: string; text: string; place: string; from: number; to: number };

const day = `(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${monthSource})\\.?,? ((?:19|20)\\d{2})`;
export const datePattern = new RegExp(`\\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:the )?)?${day}`, "iu");
const alone = pattern`
  ^(?:(?:date|dated|report date|date of (?:report|meeting|publication)|(?:(?:panel|board|committee|cabinet) )?meeting
  (?: date| of)?|published|publication date|panel date|for (?:the )?meeting (?:of|on))\W*)?
  (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?)?${day}(?: at \S+ ?(?:[ap]\.?m\.?)?)?\W*$`;
const labelled = pattern`
  ^(?:report(?: is)? (?:dated|date)|date of (?:this )?(?:report|meeting|publication)|report date|meeting date|date|dated|
  published|publication date|(?:report|paper|meeting)\b[^.]{0,60}?(?:on|of|,|[-–]|dated))\W*
  (?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?)?${day}`;
/** "To the Corporate Parenting Board on 10 November 2021", "Written 8 June 2020": a clause of the heading with one day that ends no period. */
const headed = pattern`
  (?:^|[.;:(] ?)(?=[^.;]*\b(?:board|panel|committee|forum|group|scrutiny|cabinet|council|report|paper|note|written|
  presented|signed|prepared|statement|briefing|issued|completed|published|updated|made|dated|date|meeting)\b)
  (?![^.;]*\b(?:ended|ending|period|from|until|snapshot|as at|at|inspection|visit|data|figures|position|covering|up to|
  (?:year|months|quarter) to|to(?= \d)|held on|this|our|we|was|were|is|are|has|had|have|received|visited|since)\b
  [^.;]{0,40}?\d{1,2}(?:st|nd|rd|th)? \p{L})[^.;]{3,110}?${day}(?= ?(?:$|[.;,)]))(?!\s*(?:to|until|and|-|–|−)\s*\d)`;
const updated = /\b(?:update|updated|revised|reviewed|refreshed|amended)\b/iu;
/** Only the lines over the text bear such clauses. */
const head = 6;
const body = /\b(?:panel|committee|board|cabinet|council|notice of meeting|report|date|meeting|published)\b/iu;
/** Dates this far from the start of a document can still be its own. */
const top = 25;

const iso = (match: RegExpExecArray): string => `${match[3]}-${pad(monthNumber(match[2] ?? ""))}-${pad(Number(match[1]))}`;
const isRealDate = (date: string): boolean =>
  date.slice(8) !== "00" && date <= lastDayOfMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)));

/** The dates that the parts of a document bear, in order; none when it bears none. */
export function datedParts(reading: Reading): DatedPart[] {
  const { blocks } = reading.source;
  const found: DatedPart[] = [];
  blocks.forEach((block, index) => {
    if (block.table !== null || block.text.length > 160) return;
    const match = alone.exec(block.text) ?? labelled.exec(block.text) ?? (index < head ? headed.exec(block.text) : null);
    if (!match) return;
    // "1 April 2019 to 31 March 2020" is the period of the report, not its date.
    if (new RegExp(`${datePattern.source}\\s*(?:to|until|and|-|–|−)\\s*\\d`, "iu").test(block.text)) return;
    const near = blocks.slice(Math.max(0, index - 4), index).some((other) => other.text.length < 120 && body.test(other.text));
    const named = headed.test(block.text) || !new RegExp(`^${datePattern.source}`, "iu").test(block.text.trim());
    if (!(index < top || (near && isUpper(blocks, index))) || !(named || near || index < 6)) return;
    // "Agreed on 21 July. First update: 20 October": the paper is as new as the last day that its head gives.
    const days = [...block.text.matchAll(new RegExp(day, "giu"))]
      .map((one) => iso(one))
      .filter((date) => isRealDate(date) && updated.test(block.text));
    const date = [iso(match), ...days].sort().at(-1) ?? "";
    if (isRealDate(iso(match))) found.push({ date, text: block.text, place: placeOf(block), from: index, to: blocks.length });
  });
  // A date before that of the papers is that of something else, unless only its year is another.
  const parts = found.filter(
    (part, index) =>
      index === 0 ||
      part.from > top ||
      part.date > found[0]!.date ||
      (part.date !== found[0]!.date && part.date.slice(5) === found[0]!.date.slice(5)),
  );
  parts.forEach((part, index) => (part.to = parts[index + 1]?.from ?? blocks.length));
  return parts;
}

/** A date under a heading in capitals or a heading block opens a report of its own in the papers. */
const isUpper = (blocks: readonly Block[], index: number): boolean =>
  blocks
    .slice(Math.max(0, index - 4), index)
    .some((block) => block.text.length < 120 && /\p{Lu}{4}/u.test(block.text) && block.text === block.text.toUpperCase());

/** The date of the whole: as the document's row has it, or the latest of those at its head. */
export function documentDate(reading: Reading, parts: readonly DatedPart[]): string {
  if (reading.row?.published) return reading.row.published;
  return (
    parts
      .filter((part) => part.from < top)
      .map((part) => part.date)
      .sort()
      .at(-1) ??
    parts[0]?.date ??
    ""
  );
}

// Participles that describe things rather than tell what happened are no sign of the past.
const past = wordings`
  was|were|had|did|been|took|left|wrote|began|held|made|rose|fell|stood|saw|went|became|met|ran|gave|found|
  (?!(?:looked|based|related|dated|aged|skilled|experienced|qualified|detailed|combined|targeted|integrated|dedicated|
  united|limited|need|continued|increased number|new)\b)\w{3,}ed`;
const levelAt = /\b(?:as )?at\b[^.]*\b(?:are|is|stands?|totals?)\b|\b(?:there (?:are|is)|stands? at|totals?)\b[^.]*\bat\b/iu;
const ahead = wordings`
  will|would|shall|should|may|might|could|can|due|(?<!(?:protection|pathway|care|education|health|permanence|placement|
  in need|transition) )plans?|planned|planning|propos\w*|expect\w*|schedul\w*|targets?|by (?:the )?
  (?:end|start|beginning|close|middle|summer|autumn|spring|winter|christmas|easter|mid|early|late|quarter|q[1-4]|then|
  when|\d{1,2}(?:st|nd|rd|th)\b|\d{1,2}(?= (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))|(?:19|20)\d\d|
  january|february|march|april|may|june|july|august|september|october|november|december)|until|till|next|forthcoming|
  upcoming|inten[dt]\w*|aim\w*|to be \w+(?:ed|en|held|made)|anticipat\w*|forecast\w*|project\w*|onwards|deadline|
  timescale|strategy|expir\w*|remain in place|ambition|up to|future|agreed to|arranged|booked|before|ahead of|
  going forward|end date|trajectory|commit\w*|on track|in time for|(?:starting|beginning|commencing) (?:in|on|from|at)`;

/** What is settled, asked for or put off lies ahead when its date follows, or is called a date: "a new date of October 2016 has been agreed". */
const settled = wordings`
  agreed|set|fixed|ask(?:ed)?|invit\w+|request\w*|arranged|booked|scheduled|postponed|deferred|moved (?:back )?to(?! new)|
  extended|put (?:back|off)|delayed|adjourned|decided|recommended|called for|secured|allocated|granted|awarded|approved|
  offered|confirmed|announced|promised|accepted|earmarked`;
const called = pattern`
  \b(?:dates?|deadlines?|meetings?|targets?|timescales?|sessions?|events?|conferences?|visits?|starts?|launch|updates?|
  reports?|milestones?) (?:of|for|in|on|is|at) (?:the )?(?:end of )?$`;
/** The time opens its clause, so that what follows took place then: "In November 2018 the board agreed". */
const opensClause = pattern`
  ^\W*(?:(?:and|but|then|also|since|later),? )?(?:in|on|at|during|by|over)?\s*(?:early |late |mid-?|
  the (?:end|start|summer|autumn|spring|winter) of |the )?$`;
/** "The 2019/20 budget": the time names a thing and says nothing of when. */
const namesThing = pattern`
  ^(?:['’]s)?[ -](?:budget|grant|programme|allocation|intake|cohort|contract|round|return|timetable|work|priorit|calendar|
  session|meeting|panel|academic|financial|school)`;
/** Verbs in the present that tell of what is to come. */
const comes = wordings`
  ends|runs|expires|lasts|closes|starts|begins|falls|takes (?:place|effect)|opens|returns|applies|awaits?|looks? forward|
  moves in|joins|retires|goes live|leaves (?:in|on)|meets (?:again|next|in|on)|turns \d+`;

/** A thing done on the day; "a date of 6 May was agreed" and "agreed for 6 May" leave it open. */
const tookPlace = pattern`
  \b(?:(?:held|took place|received|began|started|made|found)(?: on| in| at)?|(?:was|were|has been|
  have been) (?:formally |finally )?(?:agreed|approved|accepted|announced|adopted|signed(?: off)?|launched|issued|published|
  introduced) (?:by (?:\w+ ){1,5})?on)(?: the)?\s*$`;

const settledAfter = pattern`
  ^\s*(?:has|have|had|was|were|is|are) (?:now |also )?(?:been )?(?:agreed|set|fixed|arranged|booked|scheduled|requested|
  asked for|confirmed|announced|approved|called)\b`;

/** The words before a date or, when it belongs to their subject, those after it settle something for that date. */
const plans = (before: string, after: string): boolean => !tookPlace.test(before) && (settled.test(before) || settledAfter.test(after));

/** "At its meeting on 6 October 2022 the board received": where the time stands that opens a clause told as past, before any word of what is to come; null without one. */
function openedBy(part: string): number | null {
  if (!/^\W*(?:at|during|after|following|on)\b/iu.test(part)) return null;
  const [first] = findPeriods(part, { published: "", event_start: "", event_end: "" });
  const [before, after] = [part.slice(0, first?.start ?? 0), part.slice(first?.end ?? 0)];
  if (
    !first ||
    first.relative ||
    !/^at \d/u.test(first.period) ||
    !/^\W*(?:(?:at|during|after|following) (?:the|its|our|their|a|this|that) [^,;]{3,40}|on )?$/iu.test(before)
  )
    return null;
  const verb = past.exec(after);
  return verb && verb.index < 60 && !ahead.test(after.slice(0, verb.index)) && !/^(?:been|due|planned|proposed|expected)$/iu.test(verb[0])
    ? first.start
    : null;
}

/** The latest moment that a sentence tells of as past, later than a date; null when there is none. */
export function eventAfter(text: string, date: string): { day: string; words: string } | null {
  const later = splitClauses(text).flatMap((clause) => {
    const part = text.slice(clause.start, clause.end);
    const told =
      past.test(part) || (levelAt.test(part) && /\d/.test(part)) || /\b(?:covers?|update|describes?|summari[sz]es)\b/iu.test(part);
    if (!told) return [];
    const opened = openedBy(part);
    if (opened === null && (ahead.test(part) || comes.test(part))) return [];
    return findPeriods(part, { published: "", event_start: "", event_end: "" }).flatMap((mention) => {
      const span = mention.relative ? null : parsePeriod(mention.period);
      const words = part.slice(mention.start, mention.end).trim();
      if (!span) return [];
      const before = part.slice(0, mention.start);
      const lead = `${before}${/^(?:of|for|in|on|is|at) (?:the )?/iu.exec(words)?.[0] ?? ""}`;
      if (opened === mention.start) return past.test(part) && span.end > date ? [{ day: span.end, words }] : [];
      if (
        (called.test(lead) && !tookPlace.test(lead)) ||
        namesThing.test(part.slice(mention.end)) ||
        (!opensClause.test(before) && plans(lead, part.slice(mention.end)))
      )
        return [];
      const single = !/\b(?:to|until|and)\b|[-–−]/iu.test(words);
      // "from 2013" is open to the future unless something has been done; "to March 2021" and "for 2020/21" look ahead.
      if (
        single &&
        /\b(?:to|until|for|till) (?:the )?$|^(?:for|to|until)\b/iu.test(
          `${before}${/^(?:for|to|until)\b/iu.test(words) ? words : ""}`.slice(-12),
        )
      )
        return [];
      if (single && (/\bfrom (?:the )?$/iu.test(before) || /^from\b/iu.test(words)) && !/\b(?:been|was|were)\b.{0,40}$/iu.test(before))
        return [];
      const whole = /^\d{4}(?:\/\d{2})?(?: Q\d)?$|^\d{4}-\d{2}$|^\d{4}(?:\/\d{2})?\.\.\d{4}(?:\/\d{2})?$/.test(mention.period);
      const closed = /\b(?:year|months|quarter|weeks) (?:to|ending|ended)\b/iu.test(words);
      const day = whole && !closed ? span.start : span.end;
      return day > date ? [{ day, words }] : [];
    });
  });
  return later.sort((a, b) => (a.day < b.day ? 1 : -1))[0] ?? null;
}
