import type { Finding } from "../../model/finding.ts";
import { parsePeriodText } from "../../extract/grammar/periods.ts";
import { parsePeriod } from "../../model/period.ts";
import { perDocument } from "../check.ts";
import { saysNotAlike } from "../disclosed.ts";
import { isLimit, roleOf } from "../figure-role.ts";
import { findingRow } from "../finding-row.ts";
import { placeOfRow, type Grid } from "../grid.ts";
import { limitsIn } from "../limits.ts";
import { joinSentences, type Reading, type Sentence, type TextFigure } from "../reading.ts";

const comparator = /\b(?:stat(?:istical)?\.? ?neigh\w*|neighbours?|england|national|region(?:al)?|comparators?|similar authorities)\b/iu;
const reportingYear = /^\d{4}\/\d{2}$/;

/** A column of neighbours or England for an earlier year than the newest local column beside it. */
function inTable(reading: Reading, grid: Grid): Finding[] {
  const dated = grid.columns.slice(1).map((name) => ({ name, period: parsePeriodText(name) })).filter((column) => column.period !== null && reportingYear.test(column.period));
  const local = dated.filter(({ name }) => !comparator.test(name) && !/target|forecast|plan/iu.test(name)).map(({ period }) => period ?? "").sort();
  const newest = local.at(-1);
  if (!newest || reading.sentences.some((sentence) => unpublished.test(sentence.text))) return [];
  return dated.filter(({ name, period }) => comparator.test(name) && period !== newest && !dated.some((other) => comparator.test(other.name) && other.period === newest && who(other.name) === who(name))).slice(0, 1).map(({ name, period }) =>
    findingRow(reading, {
      kind: "period", severity: isConcluded(reading, grid) || claimedYear(reading, grid, newest, period ?? "") !== "" ? "warning" : "note", stated: `${newest}; ${name}`, expected: `${newest} for both`,
      heading: `${newest} stands beside ${who(name)} of ${period}`,
      message: `The newest local column is ${newest}, but "${name}" is of ${period}: the two are of different years.${claimedYear(reading, grid, newest, period ?? "")}`,
      quote: grid.block.table?.rows[0]?.raw ?? name, place: placeOfRow(grid, null, name),
    }));
}

/** A report that says why the years differ leaves no reader to think them one. */
const unpublished = /\b(?:national|england|neighbours?|regional|comparat(?:or|ive)|benchmark\w*)\b[^.]{0,80}\b(?:not (?:yet )?(?:been )?(?:published|available)|will be published|are published|is published|latest (?:available|published)|most recent)\b|\b(?:latest (?:available|published)|most recent(?:ly)?(?: available| published)?)\b[^.]{0,60}\b(?:national|england|neighbours?|regional|comparat(?:or|ive)|benchmark\w*)\b/iu;

const who = (name: string): string => (/england|national/iu.test(name) ? "England" : /region/iu.test(name) ? "the region" : "neighbours");

const concluded = /\b(?:above|below|better|worse|ahead of|behind|higher|lower|stronger|weaker|exceed\w*|outperform\w*|compares? (?:well|favourably|poorly|badly))\b/iu;

/** The text beside a table draws a conclusion from the columns, as if they were of one year. */
const isConcluded = (reading: Reading, grid: Grid): boolean =>
  reading.sentences.some((sentence) => Math.abs(sentence.block.index - grid.block.index) <= 3 && comparator.test(sentence.text) && concluded.test(sentence.text) && !sentence.periods.some((mention) => !mention.relative));

/** What the prose beside a table calls the comparison, when it names a third year. */
function claimedYear(reading: Reading, grid: Grid, local: string, other: string): string {
  const near = reading.sentences.filter((sentence) => Math.abs(sentence.block.index - grid.block.index) <= 3 && /benchmark|compar|neighbour/iu.test(sentence.text));
  for (const sentence of near) {
    const year = sentence.periods.map((period) => period.period).find((period) => reportingYear.test(period) && period !== local && period !== other);
    if (year) return ` The text calls it a comparison with ${year}.`;
  }
  return "";
}

const againstWords = /\b(?:comparable|equivalent|corresponding|nationally|neighbours|england|compared|against|compares|versus|vs|than|in comparison|average of|while|whereas|but)\b/iu;

/** The year in which a period ends; a stretch of months belongs to the reporting year that it lies in, so that half a year is none of the one before. */
function yearOf(period: string): string {
  const end = parsePeriod(period)?.end ?? "";
  const later = /^\d{4}-\d{2}\.\./.test(period) && end.slice(5, 7) > "03";
  return end === "" ? "" : String(Number(end.slice(0, 4)) + (later ? 1 : 0));
}

/** One sentence that sets a figure of one year beside another's of another, or one definition beside another. */
function inSentence(reading: Reading, sentence: Sentence, lag = 0, inherited = ""): Finding[] {
  const levels = sentence.figures.filter((figure) => !isLimit(sentence, figure)).filter((figure) => figure.measure === "percent" || figure.measure === "rate_per_10k" || figure.measure === "weeks" || figure.measure === "days" || (figure.measure === "number" && figure.decimals > 0));
  const own = levels.find((figure) => roleOf(sentence, figure) === "level");
  const other = levels.find((figure) => roleOf(sentence, figure) === "comparator" && figure.measure === own?.measure);
  if (!own || !other || !againstWords.test(sentence.text)) return [];
  const found: Finding[] = [];
  const periods = sentence.periods.filter((mention) => !mention.relative && !/^since\b/iu.test(sentence.text.slice(mention.start)) && !/\bsince (?:\w+ )?$/iu.test(sentence.text.slice(0, mention.start)) && parsePeriod(mention.period) !== null);
  const [first, second] = periods;
  // A third figure may be the one that the second time belongs to.
  if (periods.length === 2 && first && second && levels.filter((figure) => figure.measure === own.measure).length === 2 && !levels.some((figure) => ["earlier", "change"].includes(roleOf(sentence, figure)))) {
    const [mine, theirs] = own.start < other.start ? [first, second] : [second, first];
    const years = [mine, theirs].map((mention) => yearOf(mention?.period ?? ""));
    if (mine && theirs && mine !== theirs && mine.period !== theirs.period && Math.abs(Number(years[0]) - Number(years[1])) > lag && (sameShape(mine.period, theirs.period) || Math.abs(Number(years[0]) - Number(years[1])) > 1)) {
      found.push(findingRow(reading, {
        kind: "period", severity: "warning", stated: `${own.text} (${mine.period}); ${other.text} (${theirs.period})`, quote: sentence.text, place: sentence.place,
        heading: `${own.text} of ${mine.period} set against ${other.text} of ${theirs.period}`,
        message: `${own.text} is of ${mine.period} and the ${other.text} it is set against of ${theirs.period}: the two years differ, so the gap may be one of time.`,
      }));
    }
  }
  const [sole] = periods;
  if (inherited !== "" && sole && periods.length === 1 && sole.start >= own.end && claim.test(sentence.text) && own.start < other.start) {
    const years = [inherited, sole.period].map((period) => Number(parsePeriod(period)?.end.slice(0, 4)));
    if (Math.abs((years[0] ?? 0) - (years[1] ?? 0)) > publicationLag) {
      found.push(findingRow(reading, {
        kind: "period", severity: "warning", stated: `${own.text} (${inherited}); ${other.text} (${sole.period})`, quote: sentence.text, place: sentence.place,
        heading: `${own.text} of ${inherited} set against ${other.text} of ${sole.period}`,
        message: `${own.text} follows figures of ${inherited}; the ${other.text} it is set against is of ${sole.period}. The two years differ, so the gap may be one of time.`,
      }));
    }
  }
  const limits = limitsIn(sentence.text);
  if (limits.length === 2) {
    found.push(findingRow(reading, {
      kind: "definition", severity: "warning", stated: limits.join("; "), quote: sentence.text, place: sentence.place,
      heading: `${limits[0]} set against ${limits[1]}`,
      message: `${own.text} counts those within ${limits[0]}, the ${other.text} beside it those within ${limits[1]}: they do not measure the same.`,
    }));
  }
  return found;
}

/** "A median of 36 weeks … the national average of 46 weeks": two figures of one measure, averaged in two ways. */
function meanAgainstMedian(reading: Reading, sentence: Sentence): Finding[] {
  if (!/\bmedian\b/iu.test(sentence.text) || !/\b(?:mean|average)\b/iu.test(sentence.text) || /\bmean and (?:the )?median\b|\bmedian and (?:the )?mean\b/iu.test(sentence.text)) return [];
  if (!comparator.test(sentence.text) || !againstWords.test(sentence.text)) return [];
  const levels = sentence.figures.filter((figure) => (["percent", "rate_per_10k", "weeks", "days", "months"].includes(figure.measure) || (figure.measure === "number" && figure.decimals > 0))
    && !isLimit(sentence, figure) && !isLegal(sentence, figure) && roleOf(sentence, figure) !== "change");
  const [own, other] = levels;
  if (levels.length !== 2 || !own || !other || own.measure !== other.measure) return [];
  return [findingRow(reading, {
    kind: "definition", severity: "warning", stated: `${own.text}; ${other.text}`, quote: sentence.text, place: sentence.place,
    heading: "A mean is set against a median",
    message: `One of ${own.text} and ${other.text} is an average, the other a median: long cases raise the one and not the other.`,
  })];
}

/** "The legal limit is 26 weeks" is no figure of anybody. */
const isLegal = (sentence: Sentence, figure: TextFigure): boolean => /\b(?:limit|statutory|guideline|standard|target)\b[^.;]{0,40}$/iu.test(sentence.text.slice(0, figure.start));

const sameShape = (a: string, b: string): boolean => a.replace(/\d/g, "0").slice(0, 4) === b.replace(/\d/g, "0").slice(0, 4);

const partYear = /\b(?:year[- ]to[- ]date|half[- ]year(?:ly)?|half of the year|(?:three|six|nine|3|6|9) months|first (?:quarter|half|six months|three months|nine months)|(?:end of )?(?:quarter (?:1|2|3|one|two|three)|q[123])|mid-?year|so far this year|to date|(?:april|1 april(?: 20\d\d)?) (?:to|and) (?:june|september|december|30|31)|(?:by|at) the end of (?:june|september|december)|(?:by|at) (?:30 (?:june|september)|31 december))\b/iu;
const fullYear = /\b(?:annual|full[- ]year|year[- ]end|yearly|whole[- ]year|12[- ]month|twelve[- ]month) (?:target|goal|plan)\b|\btarget\b[^.]*\b(?:by the end of the year|for the (?:full |whole )?year|for the year as a whole|at year[- ]end|by year[- ]end|by 31 March|by the end of March)|\btarget\b[^.;]{0,40}\bfor (?:the (?:full |whole )?year|all of 20\d\d(?:\/\d\d)?)\b|\b(?:the )?year['’]s target\b/iu;
/** "24 adopters, 80% of the year's target of 30" tells how far the year has come. */
const progress = /\{P\d+\} of (?:the|our|its) (?:[\w’']+ ){0,3}target\b|\bof (?:the|our) year['’]s target of \{/iu;
const fallsShort = /\b(?:below|behind|short of|missed|missing|not met|failed|under-?perform\w*|off target|worse|poor)\b/iu;
const judged = new RegExp(`${fallsShort.source}|\\b(?:above|exceed\\w*|met|meets|achieved|better|ahead|rated|red|amber|green|on target)\\b`, "iu");
const profiled = /\bprofiled?\b|\bpro rata\b|\bhalf of the\b|\bon (?:track|course)\b|\b(?:to go|remaining|remains? to)\b|\bhalf-?year target\b/iu;

/** The lines over the text say that all of the report is of part of a year. */
const ofPart = (reading: Reading): boolean => reading.source.blocks.slice(0, 6).some((block) => block.table === null && block.text.length < 160 && /\b(?:six|nine|three|6|9|3)[- ]months?\b|\bhalf[- ]year(?:ly)?\b|\bmid-?year\b|\bquarter(?:ly)? (?:report )?[123]\b|\b1 april(?: 20\d\d)? (?:to|[-–]) (?:30 (?:june|september)|31 december)/iu.test(block.text));

/** A target that a table or another sentence says is for the whole year. */
const isForYear = (reading: Reading, target: TextFigure): boolean =>
  reading.grids.some((grid) => grid.rows.some((row) => row.cells.some((cell, at) => new RegExp(`^${target.text.replace(/[^\d.]/g, "")}\\b`).test(cell.text) && /\b(?:full|whole)[- ]year|\bannual|\b12[- ]month/iu.test(`${cell.text} ${grid.columns[at] ?? ""}`))))
  || reading.sentences.some((sentence) => fullYear.test(sentence.text) && sentence.figures.some((figure) => figure.value === target.value && roleOf(sentence, figure) === "target"));

/** A figure for part of a year against a target for all of it. */
function partAgainstWhole(reading: Reading, sentence: Sentence): Finding[] {
  if (profiled.test(sentence.text)) return [];
  if (progress.test(sentence.skeleton) && !fallsShort.test(sentence.text)) return [];
  const target = sentence.figures.find((figure) => roleOf(sentence, figure) === "target");
  const told = partYear.test(sentence.text) && fullYear.test(sentence.text);
  if (!told && !(target && fallsShort.test(sentence.text) && (partYear.test(sentence.text) || ofPart(reading)) && isForYear(reading, target))) return [];
  const own = sentence.figures.find((figure) => roleOf(sentence, figure) === "level" && figure.measure === target?.measure);
  if (!target || !own) return [];
  return [findingRow(reading, {
    // Set beside each other the two may only tell how far the year has come; a verdict takes them for one.
    kind: "period", severity: judged.test(sentence.text) ? "warning" : "note", stated: `${own.text}; target ${target.text}`, quote: sentence.text, place: sentence.place,
    heading: `${own.text} for part of a year against a target of ${target.text} for all of it`,
    message: `${own.text} covers part of the year, the target of ${target.text} all of it: the two cannot be set against each other.`,
  })];
}

export const unlikePeriods = perDocument("period", "Unlike years, definitions and parts of years set side by side", (reading) => [
  ...reading.grids.filter((grid) => !saysNotAlike(reading, grid.block)).flatMap((grid) => inTable(reading, grid)),
  ...reading.passages.flatMap((passage) => passage.flatMap((sentence) => {
    if (saysNotAlike(reading, sentence.block)) return [];
    const inherited = passage.filter((other) => other.number < sentence.number).flatMap((other) => other.periods).findLast((mention) => !mention.relative && parsePeriod(mention.period) !== null)?.period ?? "";
    const found = [...inSentence(reading, sentence, 0, inherited), ...meanAgainstMedian(reading, sentence), ...partAgainstWhole(reading, sentence)];
    const next = passage[sentence.number + 1];
    // Nothing is set beside anything where the two hold fewer than two figures.
    if (found.length > 0 || !next || sentence.figures.length + next.figures.length < 2) return found;
    const short = fallsShort.test(sentence.text) || fallsShort.test(next.text) ? partAgainstWhole(reading, joinSentences(reading, sentence, next)) : [];
    if (short.length > 0) return short;
    if (!carriesOn.test(next.text)) return found;
    const lag = claim.test(sentence.text) || claim.test(next.text) ? 0 : publicationLag;
    const both = joinSentences(reading, sentence, next);
    return [...inSentence(reading, both, lag, inherited), ...meanAgainstMedian(reading, both), ...partAgainstWhole(reading, both)];
  })),
]);

/** Words that draw a conclusion from two figures; without them a report only prints both. */
const claim = /\b(?:better|worse|stronger|weaker|ahead|behind|above|below|than|compar\w+|against|exceed\w*|outperform\w*|higher|lower|quicker|slower|faster|longer|shorter|points?|in line|similar|target|well)\b/iu;

/** National figures come out a year late, so that printing the latest beside one's own is no slip in itself. */
const publicationLag = 1;

/** The next sentence sets something beside the figure of this one. */
const carriesOn = /^(?:this|that|these|it|we|our|so|therefore|which|performance|(?:the |our )?(?:comparable|equivalent|corresponding|england|national|regional|(?:statistical )?neighbours?['’]?|target|annual|full-year)(?=\s)|nationally|in comparison|by comparison|for (?:our )?(?:statistical )?neighbours|statistical neighbours|england\b|the (?:average|mean|median|figure|rate|proportion|percentage|share) (?:for|of|in|across|among)\b)/iu;
