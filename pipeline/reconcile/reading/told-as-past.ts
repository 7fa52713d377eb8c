import { findPeriods } from "../../extract/grammar/periods.ts";
import { splitClauses } from "../../extract/grammar/sentences.ts";
import { parsePeriod } from "../../model/period.ts";
import { upToTwelve } from "../vocabulary/number-words.ts";
import { pattern, wordings } from "../vocabulary/patterns.ts";

// Participles that describe things rather than tell what happened are no sign of the past, nor is the passive of the present.
const past = wordings`
  was|were|had|did|been|took|left|wrote|began|held|made|rose|fell|stood|saw|went|became|met|ran|gave|found|came|spoke|drew|grew|chose|
  spent (?=(?:an?|one|two|three|four|five|several|the|\d+) (?:\w+ )?(?:days?|weeks?|hours?|mornings?|afternoons?|evenings?)\b)|
  (?!(?:looked|based|related|dated|aged|skilled|experienced|qualified|detailed|combined|targeted|integrated|dedicated|
  united|limited|need|continued|increased number|new)\b)(?<!\b(?:is|are|be|being|gets?) (?:not )?(?:\w+ly )?)(?<!\b(?:the|an?|our|its|their|new|newly) )\w{3,}ed`;
/** Verbs that tell of the past where a time opens the clause; elsewhere they may be participles: "money spent by then". */
const pastOpened = wordings`
  spent|told|brought|sent|built|kept|led|won|paid|heard|taught|sat|lost|sold|sought|understood|
  said|felt|fought|bought|caught|drove|rode|sang|swam|wore|rang|knew|got`;
/** "On 15 March 2022 a team of peers spent two days": its clause runs to the verb without a stop. */
const toldOpened = (after: string): RegExpExecArray | null => {
  const verb = pastOpened.exec(after);
  return verb && verb.index < 60 && !/[,;:(]/u.test(after.slice(1, verb.index)) && !ahead.test(after.slice(0, verb.index)) ? verb : null;
};
const levelAt = /\b(?:as )?at\b[^.]*\b(?:are|is|stands?|totals?)\b|\b(?:there (?:are|is)|stands? at|totals?)\b[^.]*\bat\b/iu;
const ahead = wordings`
  will|would|shall|should|may|might|could|can|due|(?<!(?:protection|pathway|care|education|health|permanence|placement|
  in need|transition) )plans?|planned|planning|propos\w*|expect\w*|schedul\w*|timed|targets?|by (?:the )?
  (?:end|start|beginning|close|middle|summer|autumn|spring|winter|christmas|easter|mid|early|late|quarter|q[1-4]|then|
  when|\d{1,2}(?:st|nd|rd|th)\b|\d{1,2}(?= (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))|(?:19|20)\d\d|
  january|february|march|april|may|june|july|august|september|october|november|december)|until|till|next|forthcoming|
  upcoming|inten[dt]\w*|aim\w*|to be \w+(?:ed|en|held|made)|(?:is|are) to|anticipat\w*|forecast\w*|project\w*|onwards|deadline|
  timescale|be (?:\w+ly )?(?:\w{3,}ed|held|made|run|given|sent|brought|taken|seen|written|drawn|built|put|set|told|shown|paid|kept)|strategy|expir\w*|remain in place|ambition|up to|future|agreed to|arranged|booked|before|ahead of|
  going forward|(?:listed|timetabled|diarised|down|pencilled in) for|in (?:[a-z]+ )?diar(?:y|ies)|(?:still|yet) to [a-z]+|end date|trajectory|commit\w*|on track|in time for|(?:starting|beginning|commencing) (?:in|on|from|at)`;

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
  (?:when|once|if|after|until|as soon as) (?:\w+ ){1,6}(?:is|are|has been|have been)|moves in|joins|retires|goes live|leaves (?:in|on)|meets (?:again|next|in|on)|turns \d+`;

/** A thing done on the day; "a date of 6 May was agreed" and "agreed for 6 May" leave it open. */
const tookPlace = pattern`
  \b(?:(?:held|took place|received|began|started|made|found)(?: on| in| at)?|(?:was|were|has been|
  have been) (?:formally |finally )?(?:agreed|approved|accepted|announced|adopted|signed(?: off)?|launched|issued|published|
  introduced) (?:by (?:\w+ ){1,5})?on)(?: the)?\s*$`;
/** "Cabinet agreed the strategy at its meeting on": what was decided there. */
const decidedAt = pattern`
  \b(?:agreed|approved|adopted|accepted|endorsed|considered|discussed|noted) (?:(?!(?:to|for|that)\b)[\p{L}’'-]+ ){1,8}?at (?:its|their|the|a|our) (?:\p{L}+ ){0,3}meeting (?:of|on)\s*$|
  \b(?:agreed|approved|adopted|accepted|endorsed|signed(?: off)?) (?:the|an?|our|its|their|this) (?:(?!to\b)[\p{L}’'-]+ ){0,5}?
  (?:strategy|policy|policies|plan|charter|framework|statement|budget|contract|protocol|pledge|proposals?|business case|agreement|report|terms of reference)
  (?: for (?:\p{L}+ ){1,4})? ?on\s*$`;

const settledAfter = pattern`
  ^\s*(?:has|have|had|was|were|is|are) (?:now |also )?(?:been )?(?:agreed|set|fixed|arranged|booked|scheduled|requested|
  asked for|confirmed|announced|approved|called)\b`;

/** "Members were told of two open days in": what people heard of may be to come. */
const heardOf = /\b(?:told|informed|advised|reminded|notified) (?:of|about) (?:(?! at )[^,;:])*$/iu;

/** The words before a date or, when it belongs to their subject, those after it settle something for that date. */
const plans = (before: string, after: string): boolean =>
  !tookPlace.test(before) &&
  !decidedAt.test(before) &&
  !metAt.test(before.trim()) &&
  (settled.test(before) || heardOf.test(before) || settledAfter.test(after));

const firstOf = (a: RegExpExecArray | null, b: RegExpExecArray | null): RegExpExecArray | null =>
  a && b ? (a.index < b.index ? a : b) : (a ?? b);

/** "At its meeting on 6 October 2022 the board received": where the time stands that opens a clause told as past, before any word of what is to come; null without one. */
function openedBy(part: string): number | null {
  if (!/^\W*(?:at|during|after|following|on|by)\b/iu.test(part)) return null;
  const [first] = findPeriods(part, { published: "", event_start: "", event_end: "" });
  const [before, after] = [part.slice(0, first?.start ?? 0), part.slice(first?.end ?? 0)];
  if (
    !first ||
    first.relative ||
    !/^at \d/u.test(first.period) ||
    !/^\W*(?:(?:at|during|after|following) (?:the|its|our|their|a|this|that) [^,;]{3,40}|on |by )?$/iu.test(before)
  )
    return null;
  // "By 19 June 2024 the team had read 31 records": only what had been done by then is past.
  const isBy = /^\W*by\b/iu.test(part);
  const verb = isBy ? /\bhad (?!to\b|hoped|planned|expected|intended)/iu.exec(after) : firstOf(past.exec(after), toldOpened(after));
  return verb && verb.index < 60 && !ahead.test(after.slice(0, verb.index)) && !/^(?:been|due|planned|proposed|expected)$/iu.test(verb[0])
    ? first.start
    : null;
}

/** "For the meeting of: 22 June 2022" is a fact of the heading that tells of nothing done; "Meeting held on: 14 June 2022" does. */
const label = /(?:^|[\d.;|] ?)(?<name>\p{L}[\p{L}’' -]{1,40}):\s*(?:\w+day,? )?$/iu;
function isOnlyFact(before: string, after: string): boolean {
  const name = label.exec(before)?.groups?.["name"];
  return name !== undefined && !past.test(name) && /^\s*(?:$|[.;|]|\p{Lu}[\p{L}’' -]{1,40}:)/u.test(after);
}

/** What was done, with the day right behind it: "was held in April 2023", "went live on 23 May", "attended by 70 employers on 14 January". */
const doneOn = pattern`
  \b(?:(?:was|were|has been|have been|had been) (?:\w+ly |also |first |then |since )?(?!\b(?:put|set|asked|invited|required|
  scheduled|booked|arranged|fixed|due|told|given|granted|awarded|offered|allocated|secured|funded|commissioned|extended|
  postponed|deferred|delayed|adjourned|promised|recommended|earmarked|proposed|planned|expected|intended|forecast|
  projected|requested|reminded|advised|informed|notified|called)\b)(?:\w{2,}ed|held|run|met|taken|begun|opened|seen|made|
  found|sent|built|brought in|signed off|set up|put in place|given to)|(?:attended|visited|opened|launched|led|run|chaired|inspected|
  delivered|hosted|held|signed|published|issued|adopted|agreed|approved|endorsed) (?:by|at)|took place|held|let|moved (?:in)?to|returned to|ended|went ahead|(?:has|have) taken place|went live|went to|came into (?:force|effect|use|operation)|
  (?:opened|closed|began|started|launched|joined|moved|left|visited|attended|returned|celebrated|inspected|took (?:up|over|part)|
  met|hosted|ran|published|completed|signed|introduced|appointed|received|made|paid|spent|came|spoke|carried out|undertook|conducted))
  (?:(?! ?\b(?:to|for|that|which|who|whose|until|when|if|so|from|where|(?:19|20)\d\d)\b)[^,;:]){0,60}? (?:in|on|during|at the (?:end|start|beginning) of)(?: the| early| late)?\s*$`;
/** "Staff were told of the findings at three open meetings in February 2022": what people came together for has been, whatever they were told. */
const metAt = pattern`
  \b(?:told|(?<=\b(?:was|were|been) )asked|shown|showed|given|gave|briefed|informed|consulted|heard|discussed|presented|reminded|advised|explained|introduced|tested|
  shared|spoke|talked|thanked|listened|trained|interviewed|welcomed|met)\b(?:(?! ?\b(?:that|which|who|whose|until|when|if|so|from|where|
  (?:19|20)\d\d)\b)[^,;:]){0,60}? at (?:the|its|our|their|an?|each of (?:the )?|both|all|several|\d+|${upToTwelve}) (?:[\p{L}’'-]+ ){0,4}?
  (?:meetings?|events?|sessions?|conferences?|workshops?|seminars?|drop-ins?|gatherings?|forums?|assembl(?:y|ies)|briefings?|evenings?|
  (?:away|open|training|development|team|staff) days?) (?:held )?(?:in|on|during)(?: the| early| late)?\s*$`;
/** What leaves open whether it has been done. */
const open = wordings`
  will|would|shall|should|may|might|could|can|must|due|planned|planning|proposed?|proposals?|expected|scheduled|intended|anticipated|
  forecast\w*|next|forthcoming|upcoming|if|once|when|unless|whether|provided|subject to|until|to be|is|are|be`;

/** A time that stands right behind what was done then, whatever the clause goes on with: nothing before it looks ahead. */
const isDoneOn = (lead: string): boolean =>
  (doneOn.test(lead) || decidedAt.test(lead) || metAt.test(lead)) && !open.test(lead) && !comes.test(lead);

/** "So a plan signed in October 2022 will be looked at by April 2023": an example of what is to come, and nothing that was done. */
const isExample = (before: string, after: string): boolean =>
  /^ (?:will|would|must|should|shall|can|may|has to|is to|is due|falls|needs)\b/iu.test(after) &&
  (anyOne.test(before) || (/^\W*\p{L}+ \p{L}/u.test(before) && !aKnownOne.test(before)));
const anyOne = pattern`\b(?:an?|any|each|every) (?:(?!(?:was|were|had|has|is|are)\b)[\p{L}’'-]+ ){1,5}(?:in|on|during|at|before|after|by)?\s*$`;
/** "Officers appointed in December 2020 will start in the new year": of none that are named or counted; "the audit published in" was. */
const aKnownOne = wordings`
  the|our|its|this|that|these|those|their|his|her|both|all|some|many|several|\d+|${upToTwelve}|was|were|had|has|have|is|are|been|we|they|it|he|she`;

/** "The census would be in March, with results published in November": what goes with a thing to come is to come as well. */
const goesWith = /,? with (?:[\p{L}’'-]+ ){1,4}?\p{L}+(?:ed|en)(?: (?:in|on|at|by|during))?\s*$/iu;
const isCarried = (before: string): boolean => {
  const at = before.search(goesWith);
  return at > 0 && ahead.test(before.slice(0, at));
};

/**
 * The latest moment that a sentence tells of as past, later than a date; null when there is none. Under a heading
 * of what is to come only a time right behind what was done then is told as past.
 */
export function eventAfter(text: string, date: string, underPlans = false): { day: string; words: string } | null {
  const later = splitClauses(text).flatMap((clause) => {
    const part = text.slice(clause.start, clause.end);
    const isTold = (words: string): boolean =>
      past.test(words) || (levelAt.test(words) && /\d/.test(words)) || /\b(?:covers?|update|describes?|summari[sz]es)\b/iu.test(words);
    if (!isTold(part) && !pastOpened.test(part)) return [];
    const unbracketed = part.replace(/\([^()]*\)/gu, (words) => " ".repeat(words.length));
    const opened = openedBy(part);
    const looksAhead = underPlans || (opened === null && (ahead.test(part) || comes.test(part)));
    return findPeriods(part, { published: "", event_start: "", event_end: "" }).flatMap((mention) => {
      const span = mention.relative ? null : parsePeriod(mention.period);
      const words = part.slice(mention.start, mention.end).trim();
      // "15 new households in 2024/25 (11 were approved in 2022/23)": what the brackets tell is not told of the rest.
      const inBrackets = unbracketed.slice(mention.start, mention.end).trim() === "";
      const isOpening = opensClause.test(part.slice(0, mention.start)) && toldOpened(part.slice(mention.end)) !== null;
      if (
        !span ||
        (!inBrackets &&
          opened !== mention.start &&
          !isOpening &&
          !isTold(unbracketed) &&
          !metAt.test(`${part.slice(0, mention.start)}${/^(?:in|on|during)\b/iu.exec(words)?.[0] ?? ""}`.trim())) ||
        /[\d,.£]$/u.test(part.slice(0, mention.start))
      )
        return [];
      const before = part.slice(0, mention.start);
      if (isOnlyFact(text.slice(0, clause.start + mention.start), text.slice(clause.start + mention.end))) return [];
      const lead = `${before}${/^(?:of|for|in|on|is|at) (?:the )?/iu.exec(words)?.[0] ?? ""}`;
      if (isExample(before, part.slice(mention.end)) || isCarried(`${text.slice(0, clause.start)}${before}`)) return [];
      if (looksAhead && !isDoneOn(`${before}${/^(?:in|on|during) (?:the )?/iu.exec(words)?.[0] ?? ""}`.trim())) return [];
      if (opened === mention.start) return span.end > date ? [{ day: span.end, words }] : [];
      if (
        (called.test(lead) && !tookPlace.test(lead) && !isDoneOn(lead.trim())) ||
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
