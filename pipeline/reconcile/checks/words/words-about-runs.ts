import type { Finding } from "../../../model/finding.ts";
import { parsePeriod } from "../../../model/period.ts";
import { oneFinding } from "../../finding-row.ts";
import { denied, directionOf, every } from "../../reading/claimed-way.ts";
import { isOwn } from "../../reading/figure.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { polarityOf } from "../../vocabulary/word-claims.ts";

const performance = /\b(?:performance|timeliness|compliance|completion)\b/iu;

/** No measure grows or falls by more than this within the figures of one sentence. */
const unlike = 10;

/** The last days of the times that a sentence names, in the order of the text. */
const datesOf = (sentence: Sentence): string[] =>
  sentence.periods
    .filter((period) => !period.relative)
    .map((period) => parsePeriod(period.period)?.end ?? "")
    .filter((end) => end !== "");

/** "It rose each month: April 81%, May 84%, June 82%", or the figures first and the claim in the next sentence; "fell: 31 in 2018/19, 24 in 2019/20, 12 in 2020/21". */
export function wordsAboutRun(reading: Reading, sentence: Sentence, before: Sentence | undefined): Finding[] {
  const steady = every.test(sentence.text);
  if (denied.test(sentence.text) || (!steady && datesOf(sentence).length < 3)) return [];
  const of = sentence.figures.length === 0 && before && steady ? before : sentence;
  const side = polarityOf(`${sentence.text} ${of.text}`);
  // Performance told in percentages is better the higher they are, whatever it is of.
  const isPerformance = side === "none" && performance.test(sentence.text) && of.figures.every(({ measure }) => measure === "percent");
  const said = directionOf(sentence.text, isPerformance ? "high" : side);
  const groups = Map.groupBy(
    of.figures.filter((figure) => figure.valueHigh === null && figure.denominator === null && isOwn(figure)),
    (figure) => figure.measure,
  );
  const [run, ...more] = [...groups.values()].filter((figures) => figures.length > 2);
  if (!said || !run || more.length > 0) return [];
  // "Fell from 175 to 154, on a population of 28,000 in both years": numbers this unlike are no run of one thing.
  const sizes = run.map(({ value }) => value);
  if (Math.max(...sizes) > unlike * Math.max(1, Math.min(...sizes))) return [];
  const steps = run.slice(1).map((figure, at) => Math.sign(figure.value - run[at]!.value));
  const at = steps.findIndex((step) => step === -said.way);
  // Times in order say which figure is the newest; a claim for the whole run is wrong where each step goes the other way.
  const dates = datesOf(of);
  const ordered = dates.length === run.length && dates.every((date, index) => index === 0 || date > dates[index - 1]!);
  if (!steady && !(ordered && steps.every((step) => step === -said.way))) return [];
  // All the other way may be a list that begins with the newest, unless its times say otherwise.
  if (
    at < 0 ||
    (!ordered &&
      steps.every((step) => step === -said.way) &&
      !/\b(?:autumn|spring|summer|january|february|march|april|may|june|july|august|september|october|november|december|q[1-4]|quarter|first|then)\b/iu.test(
        of.text,
      ))
  )
    return [];
  const [from, to] = [run[at]!, run[at + 1]!];
  return oneFinding(reading, {
    kind: "conflict",
    severity: "error",
    stated: `"${said.word}"; ${from.text} to ${to.text}`,
    quote: of === sentence ? sentence.text : `${of.text} ${sentence.text}`,
    place: sentence.place,
    heading: `"${`${said.word} ${every.exec(sentence.text)?.[0].trim() ?? ""}`.trim()}" beside ${from.text} and then ${to.text}`,
    message: `The text says "${said.word}"${steady ? " of each" : ""}, but ${from.text} is followed by ${to.text}.`,
  });
}
