import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { saysNotAlike } from "../../reading/disclosed.ts";
import { oneFinding } from "../../finding-row.ts";
import { limitsIn } from "../../vocabulary/limits.ts";
import type { TextFigure } from "../../reading/figure.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { topicOf } from "../../vocabulary/topics.ts";
import { wordings } from "../../vocabulary/patterns.ts";

const concluded = /\b(?:more often|less often|better|worse|rise|fall|risen|fallen|improve\w*|increase\w*|decrease\w*|higher|lower)\b/iu;

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
  const theirs = limitsIn(sentence.text);
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
    quote: `${sentence.text} ${next.text}`,
    place: sentence.place,
    heading: `${own.text} within ${mine} set against ${other.text} within ${theirs[0]}`,
    message: `${own.text} counts those within ${mine}, the ${other.text} it is set against those within ${theirs[0]}: no change can be drawn from the two.`,
  });
}

const compared = wordings`
  compar\w+|against|than|ahead|behind|above|below|better|worse|higher|lower|up|down|risen|rose|fell|fallen|
  improve\w*|rise|fall|increase\w*|decrease\w*`;

const limited = /\b(?:days?|weeks?)\b/iu;

/**
 * "92.5% within 20 working days. In Kelderdale 81% were within 15, so ours is well ahead": two shares in one sentence
 * or two that follow each other, each with its own limit, set against each other.
 */
function beside(reading: Reading, sentence: Sentence, next: Sentence | undefined): Finding[] {
  if (!limited.test(sentence.text) || (next && !limited.test(next.text)) || saysNotAlike(reading, sentence.block)) return [];
  const [own, other, ...more] = next ? [...levels(sentence), ...levels(next)] : levels(sentence);
  if (!own || !other || more.length > 0 || (next && (levels(sentence).length !== 1 || !compared.test(next.text)))) return [];
  const [mine, theirs] = next ? [limitsIn(sentence.text), limitsIn(next.text)] : limitsIn(sentence.text).map((limit) => [limit]);
  if (
    !mine ||
    !theirs ||
    mine.length !== 1 ||
    theirs.length !== 1 ||
    mine[0] === theirs[0] ||
    limitsIn(`${sentence.text} ${next?.text ?? ""}`).length !== 2 ||
    (!next && !compared.test(sentence.text))
  )
    return [];
  // Two limits of two things, each with its own share, are no comparison.
  const topics = [sentence.text, next?.text ?? sentence.text].map((text) => topicOf(text)?.name ?? null);
  if (topics[0] !== topics[1] && topics[1] !== null && topics[1] !== "completion on time") return [];
  const unlike = [sentence.text, next?.text ?? ""].some((text) => /\b(?:respectively|target of|statutory limit)\b/iu.test(text));
  if (unlike) return [];
  return oneFinding(reading, {
    kind: "definition",
    severity: "warning",
    stated: `${mine[0]}; ${theirs[0]}`,
    quote: next ? `${sentence.text} ${next.text}` : sentence.text,
    place: sentence.place,
    heading: `${own.text} within ${mine[0]} set against ${other.text} within ${theirs[0]}`,
    message: `${own.text} counts those within ${mine[0]}, the ${other.text} beside it those within ${theirs[0]}: they do not measure the same.`,
  });
}

export const unlikeLimits = perSentence(
  "definition",
  "Shares within unlike limits of time set against each other",
  (reading, sentence, passage) => {
    const found = [...report(reading, passage, sentence), ...beside(reading, sentence, undefined)];
    return found.length > 0 ? found : beside(reading, sentence, passage[sentence.number + 1]);
  },
);
