import { lastDayOfMonth } from "../../model/period.ts";
import { monthNumber, monthSource, ordinalSource, pad, quarterNumber, quarterSource, shiftMonth } from "./calendar.ts";
import { units } from "./number-words.ts";
import {
  at,
  dayBefore,
  dayOf,
  daySpan,
  monthOf,
  monthSpan,
  monthsTo,
  reporting,
  sinceMonth,
  span,
  twelveMonthsTo,
  withQuarter,
  yearBefore,
  years,
  yearsTo,
} from "./period-spans.ts";
import type { DocumentDates } from "./periods.ts";

/** The wordings that name a time. `yearless` marks those that need no year of four digits; `read` gives null where the words name none. */
type PeriodRule = { pattern: RegExp; yearless?: true; read: (parts: readonly string[], dates: DocumentDates) => string | null };

/** A dash as documents write it. */
export const dashSource = "[-‐‑‒–—−]";
const month = `(${monthSource})\\.?`;
const day = "(\\d{1,2})(?:st|nd|rd|th)?";
const year = "((?:19|20)\\d{2})";
const count = (word: string): number => units.get(word.toLowerCase()) ?? Number(word);

/** In order of trust: a longer form is tried before the shorter ones that it contains. */
export const periodRules: readonly PeriodRule[] = [
  {
    // 1 April 2016 to 31 March 2017
    pattern: new RegExp(`\\b${day} ${month} ${year} ?(?:to|until|and|${dashSource}) ?${day} ${month} ${year}`, "giu"),
    read: ([d, m, y, d2, m2, y2]) => daySpan(dayOf(d!, m!, y!), dayOf(d2!, m2!, y2!)),
  },
  {
    // April 1st 2016 - March 31st 2017
    pattern: new RegExp(`\\b${month} ${day},? ${year} ?(?:to|until|and|${dashSource}) ?${month} ${day},? ${year}`, "giu"),
    read: ([m, d, y, m2, d2, y2]) => daySpan(dayOf(d!, m!, y!), dayOf(d2!, m2!, y2!)),
  },
  {
    // between 12 June and 6 July 2017, 24 February – 18 March 2015
    pattern: new RegExp(
      `\\b(?:between ${day} ${month} and|(?:from )?${day} ${month} ?(?:to|until|${dashSource})) ?${day} ${month} ${year}`,
      "giu",
    ),
    read: ([d, m, d1, m1, d2, m2, y2]) => {
      const from = dayOf(d ?? d1!, m ?? m1!, yearBefore(m ?? m1!, m2!, y2!));
      return daySpan(from, dayOf(d2!, m2!, y2!));
    },
  },
  {
    // 15 to 26 November 2021, between 23 and 24 October 2019
    pattern: new RegExp(`\\b(?:between ${day} and|(?:from )?${day} ?(?:to|until|${dashSource})) ?${day} ${month} ${year}`, "giu"),
    read: ([d, d1, d2, m, y]) => daySpan(dayOf(d ?? d1!, m!, y!), dayOf(d2!, m!, y!)),
  },
  {
    // year ending 31 March 2015
    pattern: new RegExp(
      `\\b(?:year|12 months|twelve months) (?:ending|ended|end|to|up to)(?: the)?(?: end of)? (?:${day} )?${month} ${year}`,
      "giu",
    ),
    read: ([, m, y]) => twelveMonthsTo(monthOf(m!, y!)),
  },
  {
    // the three years ending March 2023
    pattern: new RegExp(
      `\\b(two|three|four|five) (?:financial |reporting )?years? (?:ending|ended|to|up to)(?: the)?(?: end of)? (?:${day} )?${month} ${year}`,
      "giu",
    ),
    read: ([n, , m, y]) => yearsTo(monthOf(m!, y!), count(n!)),
  },
  {
    // in the six months to November 2011
    pattern: new RegExp(`\\b(\\w+) months (?:ending|ended|to|up to|until)(?: the)?(?: end of)? (?:${day} )?${month} ${year}`, "giu"),
    read: ([n, , m, y]) => (count(n!) ? monthsTo(monthOf(m!, y!), count(n!)) : null),
  },
  {
    // the 12 months preceding December 2011
    pattern: new RegExp(`\\b(\\w+) months (?:preceding|before|prior to) (?:${day} )?${month} ${year}`, "giu"),
    read: ([n, , m, y]) => (count(n!) ? monthsTo(shiftMonth(monthOf(m!, y!), -1), count(n!)) : null),
  },
  {
    // January to March 2017, April 2016 to March 2017
    pattern: new RegExp(`\\b${month}(?: ${year})? ?(?:to|until|and|${dashSource}) ?(?:the end of )?${month} ${year}\\b`, "giu"),
    read: ([m, y, m2, y2]) => monthSpan(monthOf(m!, y ?? yearBefore(m!, m2!, y2!)), monthOf(m2!, y2!)),
  },
  {
    // quarter 1 of 2016/17, Q1 2016-17
    pattern: new RegExp(
      `\\b(?:q|quarter )(${quarterSource})(?: of| in|,)? (?:the )?${year} ?(?:/|${dashSource}|to) ?(\\d{4}|\\d{2})\\b`,
      "giu",
    ),
    read: ([q, y, y2]) => withQuarter(reporting(y!, y2!), quarterNumber(q!)),
  },
  {
    // 2016/17 Q1
    pattern: new RegExp(`\\b${year} ?(?:/|${dashSource}) ?(\\d{4}|\\d{2}),? (?:q|quarter )([1-4])\\b`, "giu"),
    read: ([y, y2, q]) => withQuarter(reporting(y!, y2!), Number(q)),
  },
  {
    // the first quarter of 2016/17
    pattern: new RegExp(`\\b(${ordinalSource}) quarter of ${year} ?(?:/|${dashSource}) ?(\\d{4}|\\d{2})\\b`, "giu"),
    read: ([q, y, y2]) => withQuarter(reporting(y!, y2!), quarterNumber(q!)),
  },
  {
    // the first half of 2016/17
    pattern: new RegExp(`\\b(first|second) (?:half|six months) of ${year} ?(?:/|${dashSource}) ?(\\d{4}|\\d{2})\\b`, "giu"),
    read: ([half, y, y2]) =>
      reporting(y!, y2!) ? (half!.toLowerCase() === "first" ? `${y}-04..${y}-09` : `${y}-10..${Number(y) + 1}-03`) : null,
  },
  {
    // 2016/17 to 2018/19
    pattern: new RegExp(`\\b${year} ?/ ?(\\d{2}) (?:to|and) ${year} ?/ ?(\\d{2})\\b`, "giu"),
    read: ([y, y2, z, z2]) => span(reporting(y!, y2!), reporting(z!, z2!)),
  },
  {
    pattern: new RegExp(`\\b${year} ?(?:/|${dashSource}) ?((?:19|20)\\d{2}|\\d{2})\\b(?! ?(?:${monthSource}))`, "giu"),
    read: ([y, y2]) => years(y!, y2!),
  },
  { pattern: new RegExp(`\\b${year} to ((?:19|20)\\d{2})\\b`, "giu"), read: ([y, y2]) => years(y!, y2!) },
  // "since 31 March 2012, when there were 282": the day itself.
  { pattern: new RegExp(`\\bsince (?:the )?${day} ${month},? ${year}(?=,? when)`, "giu"), read: ([d, m, y]) => at(dayOf(d!, m!, y!)) },
  {
    pattern: new RegExp(`\\bsince (?:the start of |the beginning of )?(?:${day} )?${month} ${year}`, "giu"),
    read: ([, m, y], dates) => sinceMonth(monthOf(m!, y!), dates),
  },
  {
    // since its launch in May 2015
    pattern: new RegExp(
      `\\bsince (?:its|the|their) (?:launch|introduction|start|inception|beginning)(?: of (?:\\w+ ){0,4}?\\w+)? in ${month} ${year}`,
      "giu",
    ),
    read: ([m, y], dates) => sinceMonth(monthOf(m!, y!), dates),
  },
  {
    // at 31 March 2017, 31st March 2017, on 31/03/2017
    pattern: new RegExp(`\\b(?:(?:as )?(?:at|of|on|by) )?(?:the )?${day}(?: of)? ${month},? ${year}`, "giu"),
    read: ([d, m, y]) => at(dayOf(d!, m!, y!)),
  },
  { pattern: new RegExp(`\\b(?:(?:as )?(?:at|of|on|by) )?${month} ${day},? ${year}`, "giu"), read: ([m, d, y]) => at(dayOf(d!, m!, y!)) },
  {
    // "at the 30 September": the last one that the document can know of
    pattern: new RegExp(`\\b(?:as )?(?:at|of|on|by)(?: of)? (?:the )?${day}(?: of)? ${month}(?!,? (?:19|20)\\d{2})`, "giu"),
    yearless: true,
    read: ([d, m], dates) => at(dayBefore(Number(d), monthNumber(m!), dates)),
  },
  {
    yearless: true,
    pattern: /\b(?:(?:as )?(?:at|of|on|by) )?(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d{2}|\d{2})\b/giu,
    read: ([d, m, y]) =>
      Number(m) >= 1 && Number(m) <= 12 && Number(d) <= 31
        ? `at ${y!.length === 2 ? `20${y}` : y}-${pad(Number(m))}-${pad(Number(d))}`
        : null,
  },
  // "The end of March 2017" is its last day; "at March 2017" leaves the day open.
  {
    pattern: new RegExp(`\\b(?:(?:as )?(?:at|by) )?(?:the )?end of ${month},? ${year}`, "giu"),
    read: ([m, y]) => at(lastDayOfMonth(Number(y), monthNumber(m!))),
  },
  { pattern: new RegExp(`\\b(?:as )?(?:at|by) ${month},? ${year}`, "giu"), read: ([m, y]) => `at ${monthOf(m!, y!)}` },
  { pattern: new RegExp(`\\b${month},? ${year}`, "giu"), read: ([m, y]) => monthOf(m!, y!) },
  // "the February performance report 2015"
  {
    pattern: new RegExp(`\\b${month} (?:[a-z'’-]+ ){1,6}?(?:report|return|dashboard|scorecard|dataset|bulletin) ${year}`, "giu"),
    read: ([m, y]) => monthOf(m!, y!),
  },
  {
    pattern: new RegExp(
      `\\b(?:(?:in|during|for|since|by|of|the|calendar|year|until|from|at|end) ){0,3}${year}\\b(?!\\.\\d|,\\d{3}| children| looked| young)`,
      "giu",
    ),
    read: ([y]) => y!,
  },
];
