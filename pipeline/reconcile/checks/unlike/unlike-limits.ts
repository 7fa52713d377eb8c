import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { saysNotAlike } from "../../reading/disclosed.ts";
import { oneFinding } from "../../finding-row.ts";
import { areOneLimit, limitsIn } from "../../vocabulary/limits.ts";
import type { TextFigure } from "../../reading/figure.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { whoIn } from "../../vocabulary/others.ts";

const concluded =
  /\b(?:more often|less often|better|worse|rise|fall|risen|fallen|improve\w*|increase\w*|decrease\w*|higher|lower|ahead of|behind)\b/iu;
/** "Neighbours count those seen within 20 working days. Their average was 79.0%": of the sentence before. */
const carriedOn = /^(?:their|its|theirs|on (?:this|that|their)|(?:by|with) (?:this|that)|this|that)\b/iu;

const levels = (sentence: Sentence): TextFigure[] =>
  sentence.figures.filter(
    (figure) =>
      figure.measure === "percent" &&
      figure.form === "digits" &&
      figure.valueHigh === null &&
      figure.role !== "change" &&
      figure.role !== "target",
  );

/** The one limit that a share is counted within: in its own sentence or, when that has none, in the one before it. */
function limitOf(passage: readonly Sentence[], sentence: Sentence): string | null {
  const own = limitsIn(sentence.text);
  const limits = own.length > 0 ? own : limitsIn(passage[sentence.number - 1]?.text ?? "");
  return limits.length === 1 ? (limits[0] ?? null) : null;
}

/**
 * "Within 20 working days … 76.4%" in one passage; "68.9% within 28 calendar days. At 76.4% … a rise" in
 * another: the change is drawn from two shares that were counted within unlike limits.
 */
function report(reading: Reading, passage: readonly Sentence[], sentence: Sentence): Finding[] {
  const next = passage[sentence.number + 1];
  const [other, ...more] = levels(sentence);
  const told = limitsIn(sentence.text);
  const theirs = told.length === 0 && carriedOn.test(sentence.text) ? limitsIn(passage[sentence.number - 1]?.text ?? "") : told;
  if (
    !next ||
    !other ||
    more.length > 0 ||
    theirs.length !== 1 ||
    !concluded.test(next.text) ||
    limitsIn(next.text).length > 0 ||
    saysNotAlike(reading, sentence.block)
  )
    return [];
  const [own, ...rest] = levels(next);
  if (!own || rest.length > 0 || own.decimals === 0 || own.value === other.value) return [];
  const stated = reading.passages.flatMap((one) =>
    one
      .filter((s) => s !== sentence && s !== next && s.figures.some((figure) => figure.text === own.text && figure.role !== "change"))
      .map((s) => limitOf(one, s)),
  );
  const [mine] = stated;
  if (stated.length !== 1 || !mine || mine === theirs[0]) return [];
  return oneFinding(reading, {
    kind: "definition",
    severity: "warning",
    stated: `${mine}; ${theirs[0]}`,
    quote: `${theirs === told ? "" : `${passage[sentence.number - 1]?.text ?? ""} `}${sentence.text} ${next.text}`,
    place: sentence.place,
    heading: `${own.text} within ${mine} set against ${other.text} within ${theirs[0]}`,
    message: `${own.text} counts those within ${mine}, the ${other.text} it is set against those within ${theirs[0]}: no change can be drawn from the two.`,
  });
}

/** "Neighbours report 88.0% within 35 working days; ours is lower": judged, with the authority's own told before. */
const oursIs =
  /\b(?:ours|our own|our (?:figure|rate|share|result|performance|timeliness)|we|(?:the )?(?:local|council['’]s) (?:figure|rate|share|result)) (?:is|are|was|were|does|do|did|stands?) (?:\p{L}+ )?(?:lower|higher|better|worse|below|above|ahead|behind|weaker|stronger)\b/iu;
/** How many sentences before such words the figure that they are of may stand. */
const farthestOwn = 4;

function besideTheirs(reading: Reading, sentence: Sentence): Finding[] {
  const [other, ...more] = levels(sentence);
  const [theirs, ...rest] = limitsIn(sentence.text);
  if (!other || more.length > 0 || !theirs || rest.length > 0 || whoIn(sentence.text).length === 0 || !oursIs.test(sentence.text))
    return [];
  if (saysNotAlike(reading, sentence.block)) return [];
  const at = reading.sentences.indexOf(sentence);
  const isOwn = (figure: TextFigure): boolean => figure.role === "level" && figure.when !== "then";
  const own = reading.sentences
    .slice(Math.max(0, at - farthestOwn), at)
    .filter((one) => whoIn(one.text).length === 0)
    .flatMap((one) => levels(one).filter(isOwn));
  const stated = reading.sentences
    .filter((one) => one !== sentence && levels(one).some((figure) => own.some(({ text }) => text === figure.text)))
    .map((one) => ({ one, limits: limitsIn(one.text) }))
    .filter(({ limits }) => limits.length > 0);
  // Where some figure before is counted within the same limit, that is the one to take.
  const [told] = stated;
  const [mine] = told?.limits ?? [];
  const figure = told && levels(told.one).find(({ text }) => own.some((each) => each.text === text));
  if (!told || !mine || !figure || stated.some(({ limits }) => limits.some((limit) => areOneLimit(limit, theirs)))) return [];
  if (new Set(stated.flatMap(({ limits }) => limits)).size > 1) return [];
  return oneFinding(reading, {
    kind: "definition",
    severity: "warning",
    stated: `${mine}; ${theirs}`,
    quote: `${told.one.text} / ${sentence.text}`,
    place: sentence.place,
    heading: `${figure.text} within ${mine} set against ${other.text} within ${theirs}`,
    message: `${figure.text} counts those within ${mine}, the ${other.text} it is set against those within ${theirs}: neither can be said to be better.`,
  });
}

export const unlikeLimits = perSentence(
  "definition",
  "Shares within unlike limits of time set against each other, told in two places",
  (reading, sentence, passage) => [...report(reading, passage, sentence), ...besideTheirs(reading, sentence)],
);
