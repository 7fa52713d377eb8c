import { clauseBefore, type Claim } from "./claims.ts";
import type { Sentence } from "./reading.ts";
import type { Placed, Reference } from "./standing.ts";
import { ofElse, some, tellsOf } from "../vocabulary/claim-limits.ts";
import { wordings } from "../vocabulary/patterns.ts";
import { topicOf } from "../vocabulary/topics.ts";

// Whether the words of a claim are told of a figure near it, or of something else.

/** "Better than neighbours (11.4%) and better than our own 12.2% of last year": a second one that the claim is made of. */
export const isSetBeside = (figure: Placed["figure"], claim: Claim, { text }: Sentence): boolean =>
  figure.start >= claim.end &&
  /\b(?:than|as|against|compared (?:with|to)) (?:[\p{L}’']+ ){0,4}$/iu.test(text.slice(claim.end, figure.start));

/** The words between a number and the claim leave it the subject of nothing else: "seven workers hold more than the 15 cases". */
export const isTold = (figure: Placed["figure"], claim: Claim, { text }: Sentence): boolean => {
  const between = text.slice(figure.end, claim.at);
  return between.trim() === "" || tellsOf.test(between);
};

/** "Only the two longest were above the limit of 40 days": the claim counts some. */
export function saysOfSome(claim: Claim, sentence: Sentence, other: Reference): boolean {
  const clause = clauseBefore(sentence.text.slice(0, claim.at));
  const counts = sentence.figures.some(
    (figure) =>
      figure !== other.figure &&
      figure.measure === "number" &&
      figure.start >= claim.at - clause.length &&
      figure.end <= claim.at &&
      !/^ points?\b/iu.test(sentence.text.slice(figure.end)),
  );
  return counts || some.test(clause);
}

/** "Assessments above the limit were match funded": which ones are meant, in a clause behind that of the figure. */
export const isAttribute = (before: string): boolean =>
  /^\W*(?:(?:and|but|so|where|while|any|some|all|the|those|these|other|only) )*(?:[a-z-]+ ){0,3}[a-z-]*[a-rt-z]s $/iu.test(
    clauseBefore(before),
  ) && !/\b(?:is|are|was|were|has|have|had|stands?|remains?|stood|rises?|costs|lies|takes|lasts)\b/iu.test(clauseBefore(before));
export const isPastClause = (claim: Claim, own: Placed, sentence: Sentence): boolean =>
  own.sentence === sentence && own.figure.end <= claim.at - clauseBefore(sentence.text.slice(0, claim.at)).length;

const results = wordings`timeliness|promptness|performance|completion|coverage|take-?up|compliance|results?|(?:rate|figure|outcome|this|these|it|which)(?=\s*$)`;

/** Praise is of the figure when it stands in the same clause, names its topic or points back. */
export function isPraised(claim: Claim, sentence: Sentence, own: Placed): boolean {
  const clause = clauseBefore(sentence.text.slice(0, claim.at));
  if (ofElse.test(clause) || ofElse.test(sentence.text.slice(claim.end, claim.end + 25))) return false;
  const topic = topicOf(own.sentence.text);
  return (
    (own.sentence === sentence && (own.figure.end > claim.at - clause.length || clause.trim() === "")) ||
    (topic !== null && isOf(sentence.text, own.sentence.text) && topicOf(sentence.text) !== null && !/\bof\b/iu.test(clause)) ||
    results.test(clause) ||
    /performance$/iu.test(claim.word)
  );
}

/** Neither names another topic than the other. */
export const isOf = (claim: string, own: string): boolean => {
  const [said, told] = [topicOf(claim), topicOf(own)];
  return said === null || told === null || said.name === told.name || [said.name, told.name].some((name) => ofAnything.has(name));
};
/** Anything may be done on time, or waited for. */
const ofAnything: ReadonlySet<string> = new Set(["completion on time", "waiting"]);
