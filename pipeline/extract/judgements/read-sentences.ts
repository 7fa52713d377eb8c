import type { Block } from "../../model/document.ts";
import { splitSentences } from "../grammar/sentences.ts";
import { gradeSource, gradeValue } from "./grades.ts";
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
    const spans = splitSentences(block.text);
    for (const [k, { start, end }] of spans.entries()) {
      const sentence = block.text.slice(start, end);
      const before = k > 0 ? block.text.slice(spans[k - 1]!.start, spans[k - 1]!.end) : nearest(blocks, at);
      const found = readSentence(sentence, before);
      if (found) judged.push(judgedIn(block, { ...found, quote: sentence, form: "sentence" }));
    }
  }
  return judged;
}

/** The last line above, for a heading or list item that leans on it. */
const nearest = (blocks: readonly Block[], at: number): string => {
  const above = blocks[at - 1];
  return above && !above.table ? above.text : "";
};

type Found = Pick<Judged, "area" | "grade" | "dated" | "subject">;

const grade = `['‘’"“”]?(${gradeSource}|require improvement(?: to be good)?)['‘’"“”]?`;
// What may follow a grade that ends its clause; "good or better", "good enough", "good at" and "good quality" do not.
const ends = String.raw`(?=\s*(?:$|[.:;,)]|because\b|and (?:made|has|have|there|we|that|leaders|the|it)\b|overall\b|in (?:all|every|this|the|its|our)\b|for (?:overall|all|the|children)\b|by ofsted\b|at (?:this|the|its|our)\b|during\b|with\b|since\b|following\b|when\b|on \d|\d))`;
const verdict = String.raw`(?:judged|assessed|found|graded|rated|considered|deemed|declared)`;

const services = String.raw`(?:(?:the )?(?:overall )?(?:quality|effectiveness|provision) of (?:[\w'’]+ ){0,12}?)?(?:(?:the )?(?:council|local authority|borough|county)(?:['’]s)? )?(?:services for children(?: and (?:their )?families)?|children['’]s (?:social care )?services|safeguarding services|services for looked[- ]after children)`;
const named = String.raw`(?:the )?(?:overall effectiveness|overall judgement|local safeguarding children(?:['’]s)? board(?: \(lscb\))?|lscb|adoption service|fostering service|adoption performance|experiences? and progress of care leavers|leadership,? management and governance|impact of leaders on social work practice(?: with children and (?:their )?families)?|(?:arrangements for the |arrangements for )?protection of children)`;

const rules: readonly { pattern: RegExp; needsInspection: boolean }[] = [
  // "The overall judgement is that children's services require improvement"
  { pattern: new RegExp(String.raw`^(?:the )?(?:overall )?judge?ment (?:is|was) that (${services}[^.;:]{0,60}?) (?:is|are|was|were)?\s*${grade}${ends}`, "iu"), needsInspection: false },
  // "The graded judgement for adoption performance is that it is good"
  { pattern: new RegExp(String.raw`\b(?:graded )?judge?ment (?:for|about|on|of) ([^.;:]{5,140}?) (?:is|was) that (?:it|they) (?:is|are|was|were)?\s*${grade}${ends}`, "iu"), needsInspection: false },
  // "Children's services in Barset are good"; "concluded that Children's Services in Barset are good and made nine recommendations"
  { pattern: new RegExp(String.raw`(?:^|\b(?:concluded|found|judged|confirmed|reported|stated) that )(${services}(?: (?:in|for|at|provided by|of) [^.;:,]{2,60}?)?|${named}(?: of [^.;:]{3,140}?)?) (?:(?:is|are|was|were|has been|have been)(?: now| currently| therefore)?(?: ${verdict}(?: by ofsted)? (?:to be|as)?)?\s*|(?=requires? improvement))${grade}${ends}`, "iu"), needsInspection: false },
  // "The adoption service was assessed to be good in the Ofsted inspection in August 2011"
  { pattern: new RegExp(String.raw`^(?:[^.;:]{0,80}?, )?((?:the |our )?(?:[\w'’-]+ ){1,7}?)(?:was|were|has been|have been|is|are) ${verdict}(?: by ofsted)? (?:to be |as |overall as )?${grade}${ends}`, "iu"), needsInspection: true },
  // "the inspection of the college, in November 2011, found safeguarding to be inadequate"
  { pattern: new RegExp(String.raw`\binspect(?:ion|ors|ed)\b[^.;:]{0,120}?\b(?:found|judged|assessed|graded|rated) ((?:the )?(?:[\w'’-]+ ){1,10}?)(?:to be |as )${grade}${ends}`, "iu"), needsInspection: true },
  // "securing a grading of Good during the June 2017 Ofsted Inspection"
  { pattern: new RegExp(String.raw`\b((?:an? )?(?:overall )?(?:grading|grade|rating|judgement|judgment)) of ${grade}${ends}`, "iu"), needsInspection: true },
];

const inspection = /\b(?:inspect(?:ed|ion|ions|ors)|ofsted)\b/iu;
/** Establishments and their numbers are not judgements of the authority's services. */
const establishments = /\b(?:children['’]s homes?|homes|schools?|academ(?:y|ies)|nurser(?:y|ies)|settings?|providers?|childminders?|pupils|cases?|plans?|visits|assessments|(?:fostering )?agenc(?:y|ies)|one|two|three|four|five|six|seven|eight|none|both|all|most|many|some|majority|%|per cent|if|unless|when|where)\b/iu;
const generic = /^(?:an? )?(?:overall )?(?:grading|grade|rating|judgement|judgment)$/iu;
const inspectedBody = /\binspection of (?:the )?(\p{Lu}[\p{L}'’]*(?: (?:of |and |the )?\p{Lu}[\p{L}'’]*)*)/u;

export function readSentence(sentence: string, before: string): Found | null {
  if (sentence.length > 700 || /\?\s*$/.test(sentence)) return null;
  for (const { pattern, needsInspection } of rules) {
    const match = pattern.exec(sentence);
    if (!match) continue;
    const value = gradeValue(match[2] ?? "");
    const area = tidyArea(match[1] ?? "");
    if (!value || (needsInspection && !inspection.test(`${sentence} ${before}`))) continue;
    if (needsInspection && !generic.test(area) && establishments.test(area)) continue;
    const body = inspectedBody.exec(sentence)?.[1] ?? "";
    return {
      area: generic.test(area) ? "overall" : area,
      grade: value,
      dated: /\b(?:was|were|had|found|securing|secured|concluded|judged|last|previous)\b/iu.test(sentence) ? `${sentence} ${before}` : "",
      subject: needsInspection && isOtherBody(body) ? `other:${body}` : "local",
    };
  }
  return null;
}

const isOtherBody = (name: string): boolean => /\b(?:College|School|Academy|Trust|Agency|Home|Hospital|University|Prison|Unit)\b/u.test(name);
