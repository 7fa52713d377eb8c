import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { saysNotAlike } from "../../reading/disclosed.ts";
import { oneFinding } from "../../finding-row.ts";
import { limitsIn } from "../../vocabulary/limits.ts";
import type { TextFigure } from "../../reading/figure.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";

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

export const unlikeLimits = perSentence(
  "definition",
  "A change drawn from shares within unlike limits of time, told in two places",
  (reading, sentence, passage) => report(reading, passage, sentence),
);
