import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import type { TextFigure } from "../../reading/figure.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { contentWords, root, wordSet } from "../../vocabulary/names.ts";
import { fitsShare } from "../../numbers/shares.ts";
import { limitsIn } from "../../vocabulary/limits.ts";
import { numberOf, upToTwelve } from "../../vocabulary/number-words.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";

/** Where a sentence says something of all: at its start, or behind a few words of time or place. */
export const everyOne =
  /^(?:[^.;:]{2,80}, |(?:in|during|over|at|on|by) [^.,;:]{2,40} )?(?:all(?! but\b| (?:too|in all|told|other)\b| of (?:this|that|which)\b)|every(?! (?:year|month|quarter|week|day|effort)\b)|each(?! (?:year|month|quarter|week|day|time)\b)|everyone|everybody|without exception,?) /iu;
/** What is said to hold: that something was, is or was had, and not that it was offered or is to be. */
export const holds = wordings`is|are|was|were|has|have|had|received|got|saw|attended|completed|holds?|held|met`;
/** What was done for all, though they need not have taken it up: a share of another thing, unless it is told of the same. */
const givenTo = wordings`offered|invited|sent|given|asked|told`;
export const isOpen = wordings`
  not|no|never|to be|except|apart|nearly|almost|should|will|would|must|may|can|could|if|unless|aims?|aimed|expected|required|planned|due|target|
  entitled|eligible|encouraged|able|available|reminded|considered|given the|until|by the end|
  either|or|respectively|new|now`;
/** Words of a share that say no more than that it is counted. */
const neutral = wordSet(
  `the and for with that this these those there are was were had has have been them their they who whom its our all file record records
   recorded shows show count counted total number done made took place completed complete held children child young people pupils
   leavers care carers cases staff workers families plans one did does case case figure came stood given which per cent percent out
   system data place concerned made went latest newest current puts put stands`,
);
const rootsOf = (text: string): string[] => contentWords(text, neutral).map(root);
/** A share of another group, or one that is only a part by its own words. */
const isOther = wordings`
  all|overall|altogether|target|goal|aim|previous|last|earlier|before|england|national\w*|region\w*|neighbours?|compared|against|in time|on time|
  within|than|only those|expected|predicted|up from|down from|of the rest|remaining|others?`;

/** The one share of a text that leaves some out. */
function shareIn({ figures }: Sentence, from: number): TextFigure | null {
  const shares = figures.filter(
    (figure) =>
      figure.start >= from &&
      figure.form !== "fraction" &&
      (figure.denominator !== null ? (figure.numerator ?? 0) < figure.denominator : figure.measure === "percent" && figure.value < 99.5),
  );
  const [share] = shares;
  const isPlain = shares.every(({ role, valueHigh, qualifier }) => role === "level" && valueHigh === null && qualifier === "exact");
  return share && isPlain && shares.length < 3 ? share : null;
}

/** What is told of a share says nothing that the claim does not: "121 of 137 had a visit on file" of "was visited". */
function isOfSame(claim: string, all: string): boolean {
  // "Within ten working days" of both says nothing of another group.
  const told = limitsIn(claim).join() === limitsIn(all).join() ? all.replace(within, " ") : all;
  const said = new Set(rootsOf(claim));
  const given = givenTo.exec(claim)?.[0];
  const isSame = given === undefined || rootsOf(told).some((word) => word === root(given.toLowerCase()));
  return isSame && !isOther.test(told) && rootsOf(told).every((word) => said.has(word));
}

/** The limit or the day within which a thing was done. */
const within = /\b(?:with)?in \w+(?:-\w+)? (?:working |calendar |school )?(?:days?|weeks?|hours)\b/giu;
/** "Data for 2024/25 show that", "records for March 2020 show that": who says so. */
const source =
  /^(?:the |our |these |this )?(?:[a-z]+ ){0,2}(?:data|records?|figures?|returns?|counts?|reports?|system|audits?)(?: (?:for|of|at|to|in) [^.,;]{2,30}?)? (?:shows?|showed|says?|suggests?|gives?|records?) (?:that )?/iu;

/** "All three were present together at 32 (48%)": how often all of a few came together, and not how many of all did. */
const allOfFew = pattern`^(?:all|every one of the|each of the) (?:of )?(?:the )?(${upToTwelve}|[2-9]) `;
const together = wordings`together|jointly|at once|at the same time|simultaneously|side by side`;
const tellsOfJoint = ({ text, figures }: Sentence, claim: string): boolean =>
  allOfFew.test(text) &&
  (together.test(claim) ||
    figures.some(({ start, end, measure }) => start > "all three".length && end <= claim.length && measure === "number"));

/** "All three services were open on 210 days (82%)": no such share of three. */
function isOfNone(claim: string, share: TextFigure): boolean {
  const few = numberOf(allOfFew.exec(claim)?.[1] ?? "");
  return (
    few !== null &&
    share.denominator === null &&
    !Array.from({ length: few }, (_, part) => part).some((part) => fitsShare(part, few, share))
  );
}

/** "All 18 put off were agreed later, so the tally is 84 agreed and 8 refused (91% and 9%)": a share of more than all of them. */
function isOfMore({ figures }: Sentence, claim: string, told: Sentence): boolean {
  const all = numberOf(allOfNumber.exec(claim)?.[1]?.replaceAll(",", "") ?? "");
  return (
    all !== null &&
    [...figures, ...told.figures].some(({ measure, value, denominator }) => measure === "number" && (denominator ?? value) > all)
  );
}
const allOfNumber = pattern`^(?:all|every one of|each of) (?:of )?(?:the |these |those |our )?(${upToTwelve}|\d[\d,]*) `;

const joint = /(?:: | [–-] | \(|, with )|; |, (?=in \d|\d)/u;

/** "Every child was visited: 121 of 137 had a visit on file", "All had a plan. The count was 87 of 95". */
function report(reading: Reading, sentence: Sentence, next: Sentence | undefined): Finding[] {
  const { text } = sentence;
  if (!everyOne.test(text)) return [];
  const parted = joint.exec(text);
  const claim = text.slice(0, parted?.index ?? text.length);
  const isClaim = holds.test(claim) && !isOpen.test(claim) && !tellsOfJoint(sentence, claim);
  if (!isClaim || sentence.figures.some((figure) => figure.end <= claim.length && figure.measure === "percent")) return [];
  const own = parted ? shareIn(sentence, claim.length) : null;
  const apart = own === null && !parted && next ? shareIn(next, 0) : null;
  const share = own ?? apart;
  const told = own ? text.slice(claim.length) : (next?.text ?? "").replace(source, "");
  if (!share || isOfNone(claim, share) || isOfMore(sentence, claim, own || !next ? sentence : next) || !isOfSame(claim, told)) return [];
  return oneFinding(reading, {
    kind: "conflict",
    severity: "warning",
    stated: `"${claim}"; ${share.text}`,
    quote: own ? text : `${text} ${next?.text ?? ""}`,
    place: sentence.place,
    heading: `"${claim.split(" ").slice(0, 4).join(" ")} …" beside ${share.text}`,
    message: `The text says "${claim}", but ${share.text} are not all.`,
  });
}

export const allAndSome = perSentence("conflict", "What is said of all beside a share that leaves some out", (reading, sentence, passage) =>
  report(reading, sentence, passage[sentence.number + 1]),
);
