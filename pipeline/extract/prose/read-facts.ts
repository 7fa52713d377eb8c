import { patternOf } from "../../core/patterns.ts";
import type { Indicator } from "../../model/indicator.ts";
import { splitClauses } from "../grammar/sentences.ts";
import { assignPeriods } from "./assign-periods.ts";
import { assignSubjects } from "./assign-subjects.ts";
import { statesCaseload } from "./caseload-statements.ts";
import type { CompiledPhrases } from "./compile-phrases.ts";
import type { Fact } from "./fact.ts";
import { findMentions } from "./find-mentions.ts";
import { makeFacts } from "./make-facts.ts";
import { matchWholes } from "./match-wholes.ts";
import { remember, type Memory } from "./memory.ts";
import type { ProseContext } from "./prose-context.ts";
import { readSentence, type ReadSentence } from "./read-sentence.ts";
import { settlePeriods } from "./settle-periods.ts";
import { understand } from "./understand.ts";

/** Where a sentence stands: the plain text of the headings above it, and what holds there. */
export type Setting = { above: string; context: ProseContext };

const caseloadStatement = "workforce.caseload_statement";

/** A sentence with more figures than this is a table that lost its form: to read it as prose is to guess. */
const mostFigures = 40;

// Everything else states no figure; most sentences of a report stop here.
const worthReading = patternOf("i")`
  \d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|twenty|thirty|forty|fifty|sixty|seventy|eighty|
  ninety|hundred|half|third|thirds|quarter|quarters|none|caseloads?|case-?loads?|workloads?)\b`;

/** The facts that one sentence states. `memory` is what the paragraph said before and is brought up to date. */
export function readFacts(
  text: string,
  { above, context }: Setting,
  memory: Memory,
  compiled: readonly CompiledPhrases[],
  declared: readonly Indicator[],
): Fact[] {
  if (!worthReading.test(text)) {
    memory.unread = text;
    return [];
  }
  const sentence = readSentence(text, context.dates, context.region);
  const clauses = splitClauses(sentence.lower);
  const around = `${above} ${memory.around}`;
  if (sentence.figures.length > mostFigures) return [];
  if (sentence.figures.length === 0) memory.unread = text;
  const subjects = assignSubjects(sentence, context.authority);
  // Numbers in words are read by frames; names matter for figures only.
  const named = sentence.figures.some(
    (f) => f.measure !== "number" || f.form === "digits" || f.form === "quantifier" || f.valueHigh !== null,
  );
  const mentions = named ? findMentions(sentence.lower, around, compiled) : [];
  const readings =
    sentence.figures.length > 0 ? understand(sentence, memory, { compiled, declared, clauses, mentions, subjects, around }) : [];
  const own = assignPeriods(sentence, readings);
  for (const { figure, phrases } of readings) if (phrases?.subject && subjects[figure] === "local") subjects[figure] = phrases.subject;
  const periods = settlePeriods(sentence, readings, own, subjects, memory, context.present);
  remember(readings, mentions, sentence, subjects, own, memory);
  if (!named && readings.length === 0) memory.unread = text;
  const facts = [
    ...makeFacts(sentence, readings, subjects, periods, clauses),
    ...matchWholes(sentence, around, compiled, subjects, periods, clauses),
  ];
  const inWords =
    declared.some((indicator) => indicator.id === caseloadStatement) && !facts.some((f) => f.indicator.startsWith("workforce.caseload"));
  if (inWords && statesCaseload(sentence)) facts.push(statement(sentence, context));
  return facts;
}

const statement = (sentence: ReadSentence, context: ProseContext): Fact => ({
  indicator: caseloadStatement,
  breakdown: "",
  subject: "local",
  value: null,
  value_high: null,
  unit: "text",
  qualifier: "exact",
  numerator: null,
  denominator: null,
  period: context.present,
  method: "prose",
  quote: sentence.text,
  confidence: 0.8,
});
