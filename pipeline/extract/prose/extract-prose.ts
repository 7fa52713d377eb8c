import type { Block } from "../../model/document.ts";
import type { Indicator } from "../../model/indicator.ts";
import type { DocumentDates } from "../grammar/periods.ts";
import { splitClauses, splitSentences, type Span } from "../grammar/sentences.ts";
import { assignPeriods } from "./assign-periods.ts";
import { assignSubjects } from "./assign-subjects.ts";
import { chaptersOf, type Chapter } from "./chapters.ts";
import { carryOver, type Carried } from "./carry-over.ts";
import { statesCaseload } from "./caseload-statements.ts";
import { compilePhrases, type CompiledPhrases } from "./compile-phrases.ts";
import type { Fact } from "./fact.ts";
import { parsePeriod } from "../../model/period.ts";
import { findMentions, type Mention } from "./find-mentions.ts";
import { makeFacts } from "./make-facts.ts";
import { matchChains } from "./match-chains.ts";
import { matchFrames } from "./match-frames.ts";
import { matchNear } from "./match-near.ts";
import { noLevel } from "./no-level.ts";
import { plainText, readSentence, type ReadSentence } from "./read-sentence.ts";
import type { Reading } from "./reading.ts";

/** What the engine is told of the document. */
export type ProseContext = {
  dates: DocumentDates;
  /** Region of the authority, for "the regional average"; "" when unknown. */
  region: string;
  /** Period of a figure in the present tense with no date near: "at inspection" or "". */
  present: string;
  /** Name of the authority, to tell its children from another's; "" when unknown. */
  authority: string;
};

/** What a paragraph has said so far. `period` holds for figures of `family`, or of any when it is "". */
type Memory = { carried: Carried[]; period: string | null; family: string; around: string; unread: string };

const forget = (): Memory => ({ carried: [], period: null, family: "", around: "", unread: "" });

const caseloadStatement = "workforce.caseload_statement";

/**
 * Every figure that the paragraphs and list items of a document state for the declared indicators, each
 * with the block it stands in. Tables are not read here. Linear in the length of the text.
 */
export function extractProse(blocks: readonly Block[], declared: readonly Indicator[], context: ProseContext): { block: Block; fact: Fact }[] {
  const compiled = declared.flatMap(compilePhrases);
  const found: { block: Block; fact: Fact }[] = [];
  const chapters = chaptersOf(blocks, context.dates);
  let lead = forget();
  let memory = lead;
  for (const block of blocks) {
    if (block.kind === "table") continue;
    // A list carries on from the line that opens it ("Of this number:"); a paragraph starts afresh.
    memory = block.kind === "list_item" && lead.around.trimEnd().endsWith(":") ? { ...lead, carried: [...lead.carried] } : forget();
    const chapter = chapters.get(block.index);
    const here: Here = { block, title: chapter?.title ?? "", context: chapter ? within(chapter, context) : context };
    for (const span of splitSentences(block.text).flatMap((sentence) => cutLong(block.text, sentence))) {
      const text = block.text.slice(span.start, span.end);
      for (const fact of readFacts(text, here, memory, compiled, declared)) found.push({ block, fact });
      memory.around = `${memory.around.slice(-600)} ${plainText(text)}`;
    }
    if (block.kind !== "list_item" || block.text.trimEnd().endsWith(":")) lead = memory;
  }
  return found;
}

/**
 * No English sentence is this long: what is, is a list or a table that lost its form. Cut at white space,
 * so that reading takes time in proportion to the length of the text whatever it holds.
 */
const longest = 2000;
function cutLong(text: string, span: Span): Span[] {
  const parts: Span[] = [];
  let { start } = span;
  while (span.end - start > longest) {
    const space = text.lastIndexOf(" ", start + longest);
    const end = space > start ? space : start + longest;
    parts.push({ start, end });
    start = end;
  }
  return [...parts, { start, end: span.end }];
}

/** A report that says what time it covers knows nothing after it. */
function within(chapter: Chapter, context: ProseContext): ProseContext {
  const span = parsePeriod(chapter.period);
  return span ? { ...context, present: chapter.period, dates: { ...context.dates, event_start: span.start, event_end: span.end } } : context;
}

/** A sentence with more figures than this is a table that lost its form: to read it as prose is to guess. */
const mostFigures = 40;

type Here = { block: Block; title: string; context: ProseContext };

function readFacts(text: string, { block, title, context }: Here, memory: Memory, compiled: readonly CompiledPhrases[], declared: readonly Indicator[]): Fact[] {
  if (!worthReading.test(text)) {
    memory.unread = text;
    return [];
  }
  const sentence = readSentence(text, context.dates, context.region);
  const clauses = splitClauses(sentence.lower);
  const around = `${plainText(title)} ${block.headings.map(plainText).join(" ")} ${memory.around}`;
  if (sentence.figures.length > mostFigures) return [];
  const subjects = assignSubjects(sentence, context.authority);
  // Numbers in words are read by frames; names matter for figures only.
  const named = sentence.figures.some((f) => f.measure !== "number" || f.form === "digits" || f.valueHigh !== null);
  const mentions = named ? findMentions(sentence.lower, around, compiled) : [];
  const readings = sentence.figures.length > 0 ? understand(sentence, around, memory, { compiled, declared, clauses, mentions, subjects }) : [];
  const own = assignPeriods(sentence);
  for (const { figure, phrases } of readings) if (phrases?.subject && subjects[figure] === "local") subjects[figure] = phrases.subject;
  const periods = settlePeriods(sentence, readings, own, subjects, memory, context);
  remember(readings, mentions, sentence, subjects, own, memory);
  const facts = makeFacts(sentence, readings, subjects, periods, clauses);
  if (!facts.some((f) => f.indicator.startsWith("workforce.caseload")) && statesCaseload(sentence)) facts.push(statement(sentence, context));
  return facts;
}

// Everything else states no figure; most sentences of a report stop here.
const worthReading = /\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred|half|third|thirds|quarter|quarters|none|caseloads?|case-?loads?|workloads?)\b/i;

type Known = { compiled: readonly CompiledPhrases[]; declared: readonly Indicator[]; clauses: readonly Span[]; mentions: readonly Mention[]; subjects: readonly string[] };

function understand(sentence: ReadSentence, around: string, memory: Memory, { compiled, declared, clauses, mentions, subjects }: Known): Reading[] {
  const out = noLevel(sentence);
  const levels = (readings: readonly Reading[]): Reading[] => readings.filter((r) => !out.has(r.figure));
  const readings = levels(matchFrames(sentence, around, compiled));
  const taken = (): Set<number> => new Set([...readings.map((r) => r.figure), ...out]);
  readings.push(...levels(matchNear(sentence, mentions, clauses, taken(), subjects)));
  readings.push(...levels(matchChains(sentence, readings, mentions, declared, subjects)));
  // A sentence without figures is read for its names only now that one may lean on it.
  const before = memory.unread === "" ? memory.carried : topics(findMentions(plainText(memory.unread), around, compiled));
  const carried = levels(carryOver(sentence, taken(), mentions, before.length > 0 ? before : memory.carried, declared));
  memory.unread = "";
  if (carried.length > 0) {
    readings.push(...carried);
    readings.push(...levels(matchChains(sentence, readings, mentions, declared, subjects)));
  }
  return readings;
}

/** A figure without a time of its own has its host's, then the paragraph's last one, then the document's present. */
function settlePeriods(sentence: ReadSentence, readings: readonly Reading[], own: readonly (string | null)[], subjects: readonly string[], memory: Memory, context: ProseContext): string[] {
  const host = new Map(readings.map((r) => [r.figure, r.host]));
  const grounds = new Map(readings.map((r) => [r.figure, r.ground]));
  const family = new Map(readings.map((r) => [r.figure, familyOf(r)]));
  const settle = (figure: number, depth: number): string => {
    const period = own[figure];
    if (period !== null && period !== undefined) return period === "at inspection" ? context.present : period;
    const lean = host.get(figure) ?? -1;
    // A comparator is of the host's time; an earlier or later value of the same thing is not.
    const changed = grounds.get(figure) === "chain" && subjects[figure] === subjects[lean];
    if (lean >= 0 && depth < 8 && !changed) return settle(lean, depth + 1);
    if (isFormer(sentence, figure)) return "";
    const beside = subjects[figure] === "local" ? countBefore(readings, figure, subjects) : localBefore(readings, figure, subjects);
    if (beside !== undefined && depth < 8) return settle(beside, depth + 1);
    // What a report says of its own time is of its authority, not of England.
    if (subjects[figure] === "england" && context.present !== "at inspection") return "";
    const carries = memory.family === "" || memory.family === family.get(figure);
    return (carries ? memory.period : null) ?? context.present;
  };
  return sentence.figures.map((_f, index) => settle(index, 0));
}

/** The count that a rate per 10,000 in the same sentence goes with. */
function countBefore(readings: readonly Reading[], figure: number, subjects: readonly string[]): number | undefined {
  const mine = readings.find((r) => r.figure === figure);
  if (mine?.unit !== "rate_per_10k") return undefined;
  return readings.filter((r) => r.figure < figure && familyOf(r) === familyOf(mine) && r.unit === "count" && subjects[r.figure] === "local").at(-1)?.figure;
}

/** The authority's own figure that a comparator with a name of its own stands against. */
function localBefore(readings: readonly Reading[], figure: number, subjects: readonly string[]): number | undefined {
  const mine = readings.find((r) => r.figure === figure);
  return readings.filter((r) => r.figure < figure && r.indicator === mine?.indicator && subjects[r.figure] === "local").at(-1)?.figure;
}

/** "fell from 25% to 14%": the first is of a time that is not told. */
function isFormer(sentence: ReadSentence, figure: number): boolean {
  const [here, next] = [sentence.figures[figure]!, sentence.figures[figure + 1]];
  return next !== undefined && /\bfrom (?:an? (?:\w+ ){0,2}(?:of )?)?$/.test(sentence.lower.slice(0, here.markStart)) && /\bto (?:\w+ ){0,3}$/.test(sentence.lower.slice(here.end, next.markStart));
}

function remember(readings: readonly Reading[], mentions: readonly Mention[], sentence: ReadSentence, subjects: readonly string[], own: readonly (string | null)[], memory: Memory): void {
  const local = readings.filter((r) => subjects[r.figure] === "local");
  if (readings.length > 0) {
    memory.carried = (local.length > 0 ? local : readings).map(({ indicator, unit, phrases, breakdown }) => ({ indicator, unit, phrases, breakdown, stated: true }));
  } else if (mentions.length > 0) {
    // Named without a figure: "The council uses the questionnaire. Completion rates stand at 52%."
    memory.carried = topics(mentions);
  }
  // "This is an increase from 285 at 31 March 2016" looks back; what follows is again of the paragraph's time.
  const dated = readings.filter((r) => own[r.figure] && r.ground !== "carry" && !carriedHost(r, readings));
  const last = latest(dated, own);
  if (last) [memory.period, memory.family] = [own[last.figure] ?? null, familyOf(last)];
  else if (readings.length === 0) {
    // A sentence that sets the scene ("In the 12 months to November, performance fell") dates what follows.
    const named = sentence.figures.length === 0 && aboutData.test(sentence.lower) ? sentence.periods.findLast((p) => p.period !== "" && !p.relative) : undefined;
    if (named) [memory.period, memory.family] = [named.period, ""];
  }
}

const topics = (mentions: readonly Mention[]): Carried[] =>
  mentions.map(({ phrases }) => ({ indicator: phrases.indicator, unit: phrases.indicator.unit, phrases, breakdown: "", stated: false }));

/** The reading of the latest time: "rose from 65% in 2014 to 70% in 2015" leaves 2015 to what follows. */
function latest(dated: readonly Reading[], own: readonly (string | null)[]): Reading | undefined {
  const end = (reading: Reading): string => parsePeriod(own[reading.figure] ?? "")?.end ?? "9999";
  return dated.reduce<Reading | undefined>((best, reading) => (best === undefined || end(reading) >= end(best) ? reading : best), undefined);
}

const aboutData = /\b(?:performance|activity|data|figures?|rates?|outcomes?|indicators?|statistics|months|assessments?|checks?|timeliness)\b/;
const carriedHost = (reading: Reading, readings: readonly Reading[]): boolean => readings.some((r) => r.figure === reading.host && r.ground === "carry");

const familyOf = (reading: Reading): string => reading.indicator.id.split(".")[0] ?? "";

const statement = (sentence: ReadSentence, context: ProseContext): Fact => ({
  indicator: caseloadStatement, breakdown: "", subject: "local", value: null, value_high: null, unit: "text", qualifier: "exact",
  numerator: null, denominator: null, period: context.present, method: "prose", quote: sentence.text, confidence: 0.8,
});
