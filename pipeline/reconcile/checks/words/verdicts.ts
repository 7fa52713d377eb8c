import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { saysNotAlike } from "../../reading/disclosed.ts";
import { oneFinding } from "../../finding-row.ts";
import { isOwn, isSingle, type TextFigure } from "../../reading/figure.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { polarityOf } from "../../vocabulary/word-claims.ts";
import { wordings } from "../../vocabulary/patterns.ts";

const goal = "(?:targets?|thresholds?|standards?|benchmarks?|goals?|ambitions?|ceilings?|expectations?)";
const said: readonly { words: RegExp; claim: "met" | "missed" | "above" | "below" }[] = [
  {
    words: new RegExp(
      `\\b(?:not (?:been )?(?:met|achieved|reached|hit)|(?:was|were|is|has been|have been|been) missed|outside|missed|did not (?:meet|reach|achieve)|failed to (?:meet|reach|achieve)|short of)\\b`,
      "iu",
    ),
    claim: "missed",
  },
  { words: new RegExp(`\\b(?:exceed(?:ed|s|ing)?|surpass(?:ed|es)?|beat(?:en)?|above)\\b`, "iu"), claim: "above" },
  { words: new RegExp(`\\b(?:below|under)\\b`, "iu"), claim: "below" },
  { words: new RegExp(`\\b(?:met|achieved|reached|hit|within|meets?|meeting|comfortably inside)\\b`, "iu"), claim: "met" },
];
const verdict = new RegExp(`\\b${goal}\\b`, "iu");
const hedged = wordings`
  not yet|will|would|should|aim|if|next year|expect\w*|on track|working towards|to (?:meet|reach|achieve)|
  new target|nearly|almost|just short`;
/** How many sentences before its verdict the figure and its target may stand. */
const reach = 2;

const isGoal = (sentence: Sentence, figure: TextFigure): boolean =>
  figure.role === "target" ||
  new RegExp(`\\b${goal}\\b[^.;{}]{0,40}$`, "iu").test(sentence.text.slice(0, figure.start).slice(-60)) ||
  new RegExp(`^[^.;{}]{0,12}\\b${goal}\\b`, "iu").test(sentence.text.slice(figure.end, figure.end + 30));

/** Whether "met" means at least or at most: durations and counts of what is unwanted are better low. */
function highIsGood(text: string, measure: TextFigure["measure"]): boolean | null {
  if (["days", "weeks", "months"].includes(measure)) return false;
  const good = polarityOf(text);
  return good === "none" ? null : good === "high";
}

/** "The average was 478 days. The threshold is 426. We are therefore within it": a verdict against the two figures before it. */
function report(reading: Reading, sentence: Sentence, passage: readonly Sentence[]): Finding[] {
  if (!verdict.test(sentence.text) || hedged.test(sentence.text) || saysNotAlike(reading, sentence.block)) return [];
  const claim = said.find(({ words }) => words.test(sentence.text))?.claim;
  if (!claim) return [];
  const window = passage.slice(Math.max(0, sentence.number - reach), sentence.number + 1);
  const placed = window.flatMap((one) =>
    one.figures
      .filter(
        (figure) => isSingle(figure) && !figure.isLimit && ["percent", "days", "weeks", "months", "rate_per_10k"].includes(figure.measure),
      )
      .map((figure) => ({ figure, one })),
  );
  const goals = placed.filter(({ figure, one }) => isGoal(one, figure));
  const owns = placed.filter(({ figure, one }) => !isGoal(one, figure) && isOwn(figure));
  const [target, own] = [goals[0], owns[0]];
  if (
    !target ||
    !own ||
    goals.length !== 1 ||
    owns.length !== 1 ||
    placed.length !== 2 ||
    target.figure.measure !== own.figure.measure ||
    own.figure.value === target.figure.value
  )
    return [];
  if (own.one === sentence && target.one === sentence) return [];
  const text = window.map((one) => one.text).join(" ");
  const above = own.figure.value > target.figure.value;
  const high = highIsGood(text, own.figure.measure);
  const holds = claim === "above" ? above : claim === "below" ? !above : high === null ? null : (above === high) === (claim === "met");
  if (holds !== false) return [];
  const word = said.find(({ words }) => words.test(sentence.text))?.words.exec(sentence.text)?.[0] ?? "";
  return oneFinding(reading, {
    kind: "conflict",
    severity: "error",
    stated: `"${word}"; ${own.figure.text}; ${target.figure.text}`,
    quote: text,
    place: sentence.place,
    heading: `"${word}" beside ${own.figure.text} against ${target.figure.text}`,
    message: `The text says "${word}", but ${own.figure.text} is ${above ? "above" : "below"} the ${target.figure.text} it is measured by.`,
  });
}

export const verdicts = perSentence("conflict", "A verdict against the figure and target of the sentences before it", report);
