import { monthNumber, monthSource } from "../../../extract/grammar/calendar.ts";
import { findPeriods, parsePeriodText } from "../../../extract/grammar/periods.ts";
import { lastDayOfMonth, parsePeriod } from "../../../model/period.ts";
import type { Grid } from "../../reading/grid.ts";
import type { Reading } from "../../reading/reading.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";

/** The last day by which something is due, with the words that say so. */
export type Due = { day: string; printed: string };

/** "March 17", "Mar-2018", "30/06/2019", "by the end of June 2019": its last day; null when it names no time. */
export function dueDay(text: string): Due | null {
  const short = new RegExp(`\\b(${monthSource})\\.?[ '’-]+(\\d{2})\\b(?!\\d|st|nd|rd|th)`, "iu").exec(text);
  if (short) return { day: lastDayOfMonth(2000 + Number(short[2]), monthNumber(short[1] ?? "")), printed: short[0] };
  const period = parsePeriodText(text);
  const span = period === null ? null : parsePeriod(period);
  return span ? { day: span.end, printed: text } : null;
}

/** Words of a title whose date is that of a look back at the plan. */
const planLater = wordings`
  updat\w+|revis\w+|refresh\w*|progress|position (?:at|as at|on)|status|monitoring|carried (?:over|forward)|previous`;

/** A plan of a service; those of a child are made and gone over all the time. */
const plan = String.raw`(?<!\b(?:protection|care|pathway|education|health|personal|support|placement|permanence|safety|transition|in need) )(?:plan|programme of (?:work|action)|action list|strategy(?! (?:meeting|discussion|group|board)))\b`;
const made =
  String.raw`\b(?:agreed|approved|adopted|signed(?: off)?|dated|drawn up|drew up|produced|developed|prepared|made|written|wrote|launched|
  published|issued|finalised|endorsed|accepted|settled|put (?:in place|together)|introduced|created|set out|submitted|begins|began|starts|started)\b`.replace(
    /\s*\n\s*/gu,
    "",
  );
/** "The recovery plan was drawn up on", "Managers signed off an action plan on", "the plan of", "improvement plan (". */
const beforeDay = new RegExp(
  `\\b${plan}[^.;]{0,80}${made}[^.;]{0,50}$|${made}[^.;]{0,40}\\b${plan}[^.;]{0,40}$|\\b${plan}(?: is| was)?(?: of| from|,| \\(|:| [–-])? ?$`,
  "iu",
);
/** "On 3 December 2021 the board adopted a recovery plan", "the September 2023 plan". */
const afterDay = new RegExp(`^,? [^.;]{0,60}${made}[^.;]{0,40}\\b${plan}|^ (?:\\p{L}+ ){0,2}${plan}`, "iu");
const notMade =
  /\b(?:will|would|shall|should|may|to) be\b|\bthat (?:the |this |its |an? )?(?:\p{L}+ ){0,4}be\b|\b(?:will|earlier|previous|last year['’]s|former|old|replac\w+|supersed\w+|since)\b/iu;

/** The first day of the one time of which a text says that a plan was made then; "" when it says none. */
export function planDay(reading: Reading, text: string): string {
  const times = findPeriods(text, reading.dates).filter(({ relative }) => !relative);
  const found = times.flatMap((mention) => {
    const lead = /^(?:of|in|on|from) (?:the )?/iu.exec(text.slice(mention.start))?.[0] ?? "";
    const before = `${text.slice(0, mention.start)}${lead}`.trimEnd();
    const span = parsePeriod(mention.period);
    const isIts = beforeDay.test(before.replace(/ (?:of|in|on|from|at)(?: the)?$/iu, " ")) || afterDay.test(text.slice(mention.end));
    return span && isIts && !notMade.test(before) ? [span.start] : [];
  });
  return found.length === 1 && !planLater.test(text.slice(0, times[0]?.start ?? 0).replace(/\bcarried (?:over|forward) from\b/iu, ""))
    ? found[0]!
    : "";
}

const spansOf = (reading: Reading, text: string): string[] =>
  findPeriods(text, reading.dates).flatMap((mention) => {
    const span = mention.relative ? null : parsePeriod(mention.period);
    return span ? [span.start] : [];
  });

/** When the plan of a table was made or begins: from its title above the table, or from a sentence that says so. */
export function planStart(reading: Reading, grid: Grid): string {
  const before = reading.source.blocks.filter((block) => block.index < grid.block.index && block.table === null);
  const titled = [...before, grid.block].reverse().slice(0, 120);
  for (const [index, block] of titled.entries()) {
    const text = block === grid.block ? grid.caption : block.text;
    if (text.length > 120 || (planLater.test(text) && !/\b(?:agreed|approved|adopted|signed off)\b/iu.test(text))) continue;
    const own =
      /\bplan\b/iu.test(text) ||
      (/\bplan\b/iu.test(titled[index + 1]?.text.slice(0, 120) ?? "") &&
        !planLater.test(titled[index + 1]?.text.slice(0, 120) ?? "") &&
        spansOf(reading, text).length > 0 &&
        (text.length < 60 || /^(?:agreed|approved|adopted|signed off)\b/iu.test(text)));
    const [start] = own ? spansOf(reading, text) : [];
    if (start) return start;
  }
  const told = reading.sentences.filter((sentence) => planDay(reading, sentence.text) !== "");
  const nearest = told.filter((sentence) => sentence.block.index < grid.block.index).at(-1) ?? told[0];
  return nearest ? planDay(reading, nearest.text) : "";
}

const planMade = /\bplan (?:was |is )?(?:agreed|approved|adopted|signed off)\b|\bperiod of (?:the )?plan\b|\bplan period\b/iu;
/** "Agreed by the Board on 7 November 2016", "Version agreed on 14 February 2019" under the title of a plan. */
const madeBy = pattern`
  \b(?:agreed|approved|adopted|endorsed|signed off) (?:by|at) [^.;]{3,60}\bon (?:\w+day,? )?\d|
  ^(?:\p{L}+ ){0,4}(?:agreed|approved|adopted|endorsed|signed off)(?: (?:by|at) [^.;]{3,60}?)?(?: on|,)? (?:\w+day,? )?\d{1,2} (?:${monthSource}) \d{4}\W*$`;
/** "A home after care: plan of October 2017": a title that is of a plan and of one month or day. */
const isTitle = pattern`(?<!\b(?:on|of|about|to|for|against|under|with) (?:the |our |its )?(?:\p{L}+ ){0,3})\b${plan}(?! (?:\w+ ){0,3}(?:report|review|audit|letter|minutes|meeting|board|group))`;
/** The day or the month of a plan in the title of its paper; "" for any other title, and for a plan of years. */
function dayInTitle(reading: Reading): string {
  const text = reading.source.blocks[0]?.text ?? "";
  const times = findPeriods(text, reading.dates);
  const [time] = times;
  return time && times.length === 1 && !time.relative && /^(?:at )?\d{4}-\d{2}(?:-\d{2})?$/u.test(time.period) && isTitle.test(text)
    ? (parsePeriod(time.period)?.start ?? "")
    : "";
}
/** The lines over the text say when a plan was made. */
const head = 8;

/** The day on which the lines over the text say that the plan was made; "" when they say none or that it has been gone over since. */
export function dayMade(reading: Reading): string {
  const top = reading.source.blocks
    .slice(0, head)
    .flatMap((block) => (block.table === null ? [block.text] : block.table.rows.map(({ cells }) => cells.join(" "))))
    .filter((text) => text.length < 160);
  if (top.some((text) => planLater.test(text))) return "";
  const titled = top.some((text) => /\bplan\b/iu.test(text));
  const [start = ""] = top
    .filter((text) => planMade.test(text) || (titled && madeBy.test(text)))
    .flatMap((text) => spansOf(reading, text))
    .sort();
  return start || dayInTitle(reading);
}
