import { monthNumber, monthSource, pad } from "../../extract/grammar/calendar.ts";
import type { Block } from "../../model/document.ts";
import { lastDayOfMonth } from "../../model/period.ts";
import { placeOf, type Reading } from "./reading.ts";
import { pattern, wordings } from "../vocabulary/patterns.ts";

/** A report inside a document: from one date of its own to the next. Papers of a meeting hold several. */
export type DatedPart = { date: string; text: string; place: string; from: number; to: number };

const day = `(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${monthSource})\\.?,? ((?:19|20)\\d{2})`;
const weekday = "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? (?:the )?)?";
/** What makes a day the first of a period: "1 April 2019 to 31 March 2020" is the period of the report, not its date. */
const goesOn = "\\s*(?:to|until|and|-|–|−)\\s*\\d";
export const datePattern = new RegExp(`\\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:the )?)?${day}`, "iu");
const alone = pattern`
  ^(?:(?:date|dated|(?:progress )?update(?: of| on)?|report date|date of (?:report|meeting|publication)|(?:(?:panel|board|committee|cabinet) )?meeting
  (?: date| of)?|published|publication date|panel date|for (?:the )?meeting (?:of|on))\W*)?
  ${weekday}${day}(?: at \S+ ?(?:[ap]\.?m\.?)?)?\W*$`;
const labelled = pattern`
  ^(?:report(?: is)? (?:dated|date)|date of (?:this )?(?:report|meeting|publication)|report date|meeting date|date|dated|
  published|publication date|(?:report|paper|meeting)\b[^.]{0,60}?(?:on|of|,|[-–]|dated))\W*
  ${weekday}${day}`;
/** "To the Corporate Parenting Board on 10 November 2021", "Written 8 June 2020": a clause of the heading with one day that ends no period. */
const headed = pattern`
  (?:^|[.;:(] ?)(?=[^.;]*\b(?:board|panel|committee|forum|group|scrutiny|cabinet|council|report|paper|note|written|
  presented|signed|prepared|statement|briefing|issued|completed|published|updated|made|dated|date|meeting)\b)
  (?![^.;]*\b(?:ended|ending|period|from|until|snapshot|as at|at|inspection|visit|data|figures|position|covering|up to|
  (?:year|months|quarter) to|to(?= \d)|held on|this|our|we|was|were|is|are|has|had|have|received|visited|since)\b
  [^.;]{0,40}?\d{1,2}(?:st|nd|rd|th)? \p{L})(?![^.;]*\b(?:agreed|approved|adopted|accepted|endorsed|considered|launched|noted|received|
  requested|asked|discussed|signed(?: off)?|set(?: up)?|wrote|drew up|began|started|opened|met)[ ]
  (?:the|a|an|that|its|their|to|on|in|for|\d+)\b(?! \d))[^.;]{3,110}?${day}(?= ?(?:$|[.;,)]))(?!${goesOn})`;
const updated = /\b(?:update|updated|revised|reviewed|refreshed|amended)\b/iu;
/** "Produced: 16 November 2020", "Held on 4 January 2018", wherever it stands among the facts at the head: "Council: Copley; Published: …". */
const stamped = pattern`
  (?:^|[.;|·•,(/–—] ?|[\p{L}\d] (?=[\p{L} ]{0,30}:))(?:(?:report|paper|meeting|panel|board|committee|minutes|note)s? )?
  (?:(?:date|day)(?: of (?:this |the )?(?:report|paper|meeting|publication|issue|panel|board|committee))?|dated|published|publication|produced|
  issued|prepared|completed|compiled|written|finalised|circulated|released|reported|adopted|submitted|presented|held|took place)
  (?: (?:to|by|at) (?:the )?[^.;:,\d]{3,60})?(?: on)?\W{1,4}${weekday}${day}(?!${goesOn})`;
/** "Ottersley Council. 5 June 2023", "Sandbeck Council – 4 October 2017 – period covered: …": a day of its own beside the council's name. */
const beside = pattern`
  ^[^.;|·–—]{2,70}\b(?:council|borough|county|city|trust|partnership|board|panel|committee|service|authority)\s?[.;|·,–—-]\s?
  ${weekday}${day}(?= ?(?:$|[.;,|·)–—]))(?!${goesOn})`;
/** "25 February 2016. Prepared for Thornbeck County Council." */
const dayFirst = pattern`
  ^${weekday}${day}\s?[.;|·,–—-]\s?(?!${goesOn})[^.;|·–—]{2,70}\b(?:council|borough|county|city|trust|partnership|board|panel|committee|service|authority)\W*$`;
/** "Approved by the Executive, 10 November 2021", "Considered at the panel of 3 October 2017": how the paper came to be, and nothing else. */
const settled = pattern`
  ^(?:(?:this |the )?(?:plan|report|paper|strategy|policy|statement|review|summary|version) )?(?:agreed|approved|adopted|endorsed|considered|ratified|
  accepted|noted|received|signed off|finalised|published|issued|prepared|presented|submitted|completed|drawn up|written|produced)
  (?: (?:by|at|for|to|in)(?: (?!${monthSource})[\p{L}’'&-]+){1,9})?(?: of| on|,)? ${weekday}${day}(?:\W*$|\.(?= \p{Lu}))`;
/** A line that says when a plan was made: a paper of its progress, or of a later year, bears that day for the plan and not for itself. */
const ofPlan =
  /^(?:the |our |this )?(?:[\p{L}’'-]+ ){0,3}(?:plan|strategy|policy)\b[^.;]*\b(?:agreed|approved|adopted|endorsed|signed off)\b/iu;
const lookBack = wordings`progress|updat\w+|review(?:ed)?|monitoring|annual report|refresh\w*|revis\w+|tracker`;
const isLookBack = ({ table, text }: Block): boolean =>
  table === null && text.length < 120 && !text.trim().endsWith(".") && lookBack.test(text);
/** Only the lines over the text bear such clauses. */
const head = 6;
const body = /\b(?:panel|committee|board|cabinet|council|notice of meeting|report|date|meeting|published)\b/iu;
/** Dates this far from the start of a document can still be its own. */
const top = 25;

const iso = (match: RegExpExecArray): string => `${match[3]}-${pad(monthNumber(match[2] ?? ""))}-${pad(Number(match[1]))}`;
const isRealDate = (date: string): boolean =>
  date.slice(8) !== "00" && date <= lastDayOfMonth(Number(date.slice(0, 4)), Number(date.slice(5, 7)));

/** "Meeting held on | 14 June 2022" in the table of facts over the text; "" without one. */
function inFields({ table }: Block): string {
  if (!table || table.rows.some(({ cells }) => cells.length !== 2)) return "";
  const days = table.rows.flatMap(({ cells }) => {
    const match = stamped.exec(`${(cells[0] ?? "").replace(/:\s*$/u, "")}: ${cells[1] ?? ""}`);
    return match && isRealDate(iso(match)) ? [iso(match)] : [];
  });
  return days[0] ?? "";
}

/** The dates that the parts of a document bear, in order; none when it bears none. */
export function datedParts(reading: Reading): DatedPart[] {
  const { blocks } = reading.source;
  const found: DatedPart[] = blocks.slice(0, head).flatMap((block) => {
    const date = inFields(block);
    return date === "" ? [] : [{ date, text: block.text, place: placeOf(block), from: block.index, to: blocks.length }];
  });
  blocks.forEach((block, index) => {
    if (block.table !== null || block.text.length > (index < head ? 320 : 160)) return;
    // "Ambleton Council, 10 September 2019 (data to 31 July 2019)": what stands in brackets is of something else.
    const plain = block.text.replace(/ ?\([^()]*\)/gu, "");
    const match =
      alone.exec(plain) ??
      labelled.exec(block.text) ??
      (index < head
        ? (headed.exec(plain) ?? settled.exec(plain) ?? stamped.exec(block.text) ?? beside.exec(plain) ?? dayFirst.exec(plain))
        : null);
    const isOfPlan = ofPlan.test(plain) && blocks.slice(0, head).some((other) => other !== block && isLookBack(other));
    if (!match || isOfPlan || isPeriod(match)) return;
    const near = blocks.slice(Math.max(0, index - 4), index).some((other) => other.text.length < 120 && body.test(other.text));
    const named =
      [headed, settled, stamped, beside, dayFirst].some((own) => own.test(plain)) ||
      !new RegExp(`^${datePattern.source}`, "iu").test(block.text.trim());
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

/** The day is the first or the last of a period. */
function isPeriod(match: RegExpExecArray): boolean {
  const end = match.index + match[0].length;
  const start = match.index + match[0].search(new RegExp(`${day}\\W*$`, "iu"));
  const before = new RegExp(`(?:\\b\\d{4}|\\b(?:${monthSource})|\\b\\d{1,2}(?:st|nd|rd|th)?) ?(?:to|until|and|-|–|−) ?$`, "iu");
  return new RegExp(`^${goesOn}`, "iu").test(match.input.slice(end)) || before.test(match.input.slice(0, start));
}

/** A date under a heading in capitals or a heading block opens a report of its own in the papers. */
const isUpper = (blocks: readonly Block[], index: number): boolean =>
  blocks
    .slice(Math.max(0, index - 4), index)
    .some((block) => block.text.length < 120 && /\p{Lu}{4}/u.test(block.text) && block.text === block.text.toUpperCase());

/** The date of the whole: as the document's row has it, or the latest of those at its head. */
export function documentDate(reading: Reading, parts: readonly DatedPart[]): string {
  const published = reading.row?.published ?? "";
  // "Plan agreed 11 May 2017", though "the report was published on 17 January": what an older report says of itself is not the plan's.
  const made = parts.find(({ text, date, from }) => from < head && date > published && settled.test(text))?.date;
  if (published !== "") return made ?? published;
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
