import { patternOf, sourceOf } from "../../core/patterns.ts";
import type { Block } from "../../model/document.ts";
import { splitSentences } from "../grammar/sentences.ts";
import { findGrades, gradeSource, gradeValue, mayGrade } from "./grades.ts";
import { judgedIn, tidyArea, type Judged } from "./judged.ts";

/**
 * Reads grades that a sentence gives to services as a whole or to a named area. Grade words have plain
 * senses too ("good progress", "placement stability is good"), so a sentence counts only when it is
 * about something that inspections judge, and the grade ends its clause.
 */
export function readSentences(blocks: readonly Block[]): Judged[] {
  const judged: Judged[] = [];
  for (const [at, block] of blocks.entries()) {
    if (block.table) continue;
    const text = block.text + brokenOff(blocks, at);
    if (!mayGrade(text)) continue;
    const spans = splitSentences(text);
    for (const [k, { start, end }] of spans.entries()) {
      const sentence = text.slice(start, end);
      const before = k > 0 ? text.slice(spans[k - 1]!.start, spans[k - 1]!.end) : nearest(blocks, at);
      for (const found of readSentence(sentence, before)) judged.push(judgedIn(block, { ...found, quote: sentence, form: "sentence" }));
    }
  }
  return judged;
}

/** A heading over two lines may be cut in the middle of its grade: "… children's services require" and "improvement". */
function brokenOff(blocks: readonly Block[], at: number): string {
  const [text, next] = [blocks[at]!.text, blocks[at + 1]];
  if (!next || next.table || text.length > 200 || next.text.length > 60) return "";
  const cut =
    /\b(?:requires?|are|is|to be|be)$/iu.test(text) &&
    /^(?:improvement|to be|be|good|outstanding|inadequate|adequate|requires?)\b/iu.test(next.text);
  return cut ? ` ${next.text}` : "";
}

/** The last line above, for a heading or list item that leans on it. */
const nearest = (blocks: readonly Block[], at: number): string => {
  const above = blocks[at - 1];
  return above && !above.table ? above.text : "";
};

type Found = Pick<Judged, "area" | "grade" | "dated" | "subject">;

const grade = `['‘’"“”]?(${gradeSource}|require improvement(?:,? to be(?:come)? good)?)['‘’"“”]?`;
// What may follow a grade that ends its clause; "good or better", "good enough", "good at" and "good quality" do not.
// The line below, which says what the grade means, may be run on without a stop.
const ends = sourceOf`
  (?=\s*(?:$|[.:;,)]|because\b|and (?:made|has|have|there|we|that|leaders|the|it)\b|overall\b|
  in (?:all|every|this|the|its|our|(?:19|20)\d\d|january|february|march|april|may|june|july|august|september|october|november|
  december)\b|by ofsted\b|at (?:this|the|its|our)\b|during\b|since\b|following\b|when\b|on \d|requires\b|\d|\(|
  (?:the (?:local )?authority (?:is|leads|has|does)|there (?:are|is) (?:no )?(?:widespread|serious)|it is ofsted['’]s)\b))`;
const verdict = String.raw`(?:judged|assessed|found|graded|rated|considered|deemed|declared)`;

const services = sourceOf`
  (?:(?:the )?(?:overall )?(?:quality|effectiveness|provision) of (?:[\w'’]+ ){0,12}?)?(?:(?:the )?(?:council|local authority|
  borough|county)(?:['’]s)? )?(?:services for children(?:,? young people)?(?: and (?:their )?families)?|
  children['’]s (?:social care )?services|children['’]s social care|safeguarding services|services for looked[- ]after children)`;
const board = String.raw`(?:effectiveness of the )?(?:[\p{L}'’]+ ){0,5}safeguarding children(?:['’]s)? board(?: \(lscb\))?|lscb`;
const named = sourceOf`
  (?:the )?(?:overall effectiveness|overall judgement|${board}|adoption service|fostering service|adoption performance|
  experiences? and progress of care leavers|leadership,? management and governance|
  impact of leaders on social work practice(?: with children and (?:their )?families)?|
  (?:arrangements for the |arrangements for )?protection of children)`;
const arrangements = sourceOf`
  (?:the )?(?:effectiveness of the help and protection provided to children(?:,? (?:and )?young people)?(?:,? families and carers)?|
  quality of practice|leadership and governance)`;
// Names of places hold commas and stops ("Bournemouth, Christchurch and Poole", "St. Helens") but no verbs.
const place = sourceOf`
  (?: (?:in|for|at|of|provided by|delivered by) (?:(?!\b(?:have|has|had|is|are|was|were|do|does|that|which|who|where|when|to|
  needs?|requires?)\b)[^;:]){2,100}?)?`;

type Rule = { pattern: RegExp; needsInspection: boolean };
const rules: readonly Rule[] = [
  // "The overall judgement is that children's services require improvement"
  {
    pattern: new RegExp(
      sourceOf`
    ^(?:the )?(?:overall )?judge?ment (?:is|was) that ((?:the )?${services}[^.;:]{0,60}?) (?:(?:is|are|was|were)\s*|
    (?=requires? improvement))${grade}${ends}`,
      "iu",
    ),
    needsInspection: false,
  },
  // "The overall judgement is requires improvement"
  {
    pattern: new RegExp(
      String.raw`^((?:the )?overall judge?ment) (?:is|was)(?: that (?:it|they) (?:is|are|was|were))?\s*${grade}${ends}`,
      "iu",
    ),
    needsInspection: false,
  },
  // "The graded judgement for adoption performance is that it is good"
  {
    pattern: new RegExp(
      sourceOf`
    \b(?:graded )?judge?ment (?:for|about|on|of) ([^.;:]{5,140}?) (?:is|was) that (?:it|they) (?:(?:is|are|was|were)\s*|
    (?=requires? improvement))${grade}${ends}`,
      "iu",
    ),
    needsInspection: false,
  },
  // "Children's services in Barset are good"; "concluded that Children's Services in Barset are good and made nine recommendations"
  {
    pattern: new RegExp(
      sourceOf`
    (?:^|\b(?:concluded|found|judged|confirmed|reported|stated) that )((?:the )?${services}${place}|
    ${named}(?: of [^.;:]{3,140}?)?) (?:(?:is|are|was|were|has been|
    have been)(?: now| currently| therefore)?(?: ${verdict}(?: by ofsted)? (?:to be|as)?)?\s*|
    (?=requires? improvement))${grade}${ends}`,
      "iu",
    ),
    needsInspection: false,
  },
  // "The quality of practice is judged to be adequate"
  {
    pattern: new RegExp(
      String.raw`^(${arrangements})(?: in [^.;:,]{2,60}?)? (?:is|are|was|were) judged (?:to be |as )?${grade}${ends}`,
      "iu",
    ),
    needsInspection: false,
  },
  // "the local authority was inspected in 2016 and judged to be inadequate"
  {
    pattern: new RegExp(
      sourceOf`
    \b((?:the )?(?:local authority|council|authority|services?))(?:['’]s services)? (?:was|
    were) (?:last )?inspected [^.;:,]{0,40}?\band (?:was |were )?${verdict} (?:to be |as )?${grade}${ends}`,
      "iu",
    ),
    needsInspection: false,
  },
  // "The adoption service was assessed to be good in the Ofsted inspection in August 2011"
  {
    pattern: new RegExp(
      sourceOf`
    ^(?:[^.;:]{0,80}?, )?((?:the |our )?(?:[\w'’-]+ ){1,7}?)(?:was|were|has been|have been|is|
    are) ${verdict}(?: by ofsted)? (?:to be |as |overall as )?${grade}${ends}`,
      "iu",
    ),
    needsInspection: true,
  },
  // "the inspection of the college, in November 2011, found safeguarding to be inadequate"
  {
    pattern: new RegExp(
      sourceOf`
    \b(?:inspect(?:ion|ors|ed)|ofsted)\b[^.;:]{0,120}?\b(?:found|judged|assessed|graded|rated) (?!to be |
    as )((?:the )?(?:[\w'’-]+ ){1,10}?)(?:to be |as )?${grade}${ends}`,
      "iu",
    ),
    needsInspection: true,
  },
  // "securing a grading of Good during the June 2017 Ofsted Inspection"
  {
    pattern: new RegExp(String.raw`\b((?:an? )?(?:overall )?(?:grading|grade|rating|judgement|judgment)) of ${grade}${ends}`, "iu"),
    needsInspection: true,
  },
];

const inspection = /\b(?:inspect(?:ed|ion|ions|ors)|ofsted)\b/iu;
/** Establishments, their numbers and pieces of work are not judgements of the authority's services; a pronoun says too little. */
const notServices = patternOf("iu")`
  ^(?:this|it|they|these|that|those|which|one|two|both|all|most|many|some|none)\b|
  \b(?:children['’]s homes?|homes|schools?|academ(?:y|ies)|nurser(?:y|ies)|settings?|providers?|childminders?|pupils|cases?|
  plans?|visits|assessments|(?:fostering )?agenc(?:y|ies)|three|four|five|six|seven|eight|majority|if|unless|when|where)\b`;
const generic = /^(?:an? )?(?:overall )?(?:grading|grade|rating|judgement|judgment)$/iu;
/** "The local authority was judged to be good" says too little; the sentence before names what was inspected. */
const vague = /^(?:the |these )?(?:local authority|authority|council|services?|arrangements)$/iu;
const inspected = patternOf("iu")`
  \binspection (?:of|into) (?:[^.;]{0,60}?(?:['’]s?|council|authority) )?((?:arrangements for (?:the )?protection of children|
  (?:safeguarding|services for) [^.;,]{0,40}?looked[- ]after(?: children)?(?:['’]s)?(?: services)?|services for [^.;,]{3,60}?|
  children['’]s (?:social care )?services|arrangements for safeguarding[^.;,]{0,40}?)(?= (?:was|were|took|in|on|published|under|
  by|during|carried)\b|[.,;]))`;
const inspectedBody = /\binspection of (?:the )?(\p{Lu}[\p{L}'’]*(?: (?:of |and |the )?\p{Lu}[\p{L}'’]*)*)/u;
const isOtherBody = (name: string): boolean =>
  /\b(?:College|School|Academy|Trust|Agency|Home|Hospital|University|Prison|Unit)\b/u.test(name);

/** The grades of one sentence; `before` is the sentence or line ahead of it, which may hold the inspection's date. */
function readSentence(sentence: string, before: string): Found[] {
  if (sentence.length > 700 || sentence.endsWith("?") || !mayGrade(sentence)) return [];
  for (const { pattern, needsInspection } of rules) {
    const match = pattern.exec(sentence);
    if (!match) continue;
    const value = gradeValue(match[2] ?? "");
    const area = tidyArea(match[1] ?? "");
    if (!value || (needsInspection && !inspection.test(`${sentence} ${before}`))) continue;
    if (needsInspection && !generic.test(area) && notServices.test(area)) continue;
    const body = inspectedBody.exec(sentence)?.[1] ?? "";
    const found: Found = {
      area: generic.test(area) ? "overall" : (vague.test(area) && inspected.exec(before)?.[1]) || area,
      grade: value,
      dated: isPast(match[0], sentence) ? `${sentence} ${before}` : "",
      subject: needsInspection && isOtherBody(body) ? `other:${body}` : "local",
    };
    return [found, ...later(sentence, match.index + match[0].length, found)];
  }
  return [];
}

/** Present tense speaks of the inspection at hand, unless somebody reports it ("concluded that services are good"). */
function isPast(match: string, sentence: string): boolean {
  if (/\b(?:now|this inspection)\b/iu.test(sentence)) return false;
  if (/\b(?:was|were|had|been|concluded|found that|judged that|confirmed that|inspected)\b/iu.test(match)) return true;
  return (
    !/\b(?:is|are|requires?)\b/iu.test(match) && /\b(?:found|judged|rated|graded|secur(?:ed|ing)|previous(?:ly)?|last)\b/iu.test(sentence)
  );
}

/** "... was judged inadequate in 2018 and requires improvement in 2021": each further grade with its own date. */
function later(sentence: string, from: number, first: Found): Found[] {
  if (!first.dated) return [];
  const more = findGrades(sentence).filter(
    (one) => one.start >= from && /\b(?:and|then|to|,)\s*(?:as |to be )?['‘"“]?$/iu.test(sentence.slice(0, one.start)),
  );
  const dated = more.filter((one) =>
    /^['’"”]?\s*(?:in|at|during|following|on)\b[^.;]{0,60}\b(?:19|20)\d\d\b/iu.test(sentence.slice(one.end)),
  );
  return dated.map((one) => ({ ...first, grade: one.value, dated: sentence.slice(one.start) }));
}
