import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { denied, directionOf } from "../../reading/claimed-way.ts";
import { isSingle, type TextFigure } from "../../reading/figure.ts";
import { isNear, type Reading, type Sentence } from "../../reading/reading.ts";
import { seriesOf, type Series } from "../../reading/series.ts";
import { isNamedIn, stemsOf } from "../../vocabulary/names.ts";
import { topicOf } from "../../vocabulary/topics.ts";
import { whoIn } from "../../vocabulary/others.ts";
import { wordings } from "../../vocabulary/patterns.ts";
import { ofThem, someOf } from "../../vocabulary/restrictions.ts";
import { polarityOf } from "../../vocabulary/word-claims.ts";

/** How far from its table a claim may stand, in blocks. */
const reach = 6;
const narrower = wordings`${someOf}|${ofThem}|quarters?|months?|half`;

const isNamed = ({ name, cells }: Series, text: string): boolean => {
  const [said, told] = [topicOf(text), topicOf(name)];
  return (
    isNamedIn(name, stemsOf(text)) || (said !== null && said.name === told?.name && said.name !== "completion on time" && cells.length > 1)
  );
};

/** "Better than in 2021/22, when it was 89.0%", "improved from the 93.4% of 2018", "was 14.2% in 2018 and has fallen since": of the level told, and not before it. */
function isSetAgainst(text: string, word: string, { start, end }: TextFigure): boolean {
  const at = text.indexOf(word);
  return at < start
    ? /\b(?:than|from)\b/iu.test(`${word}${text.slice(at + word.length, start)}`)
    : /\b(?:has|have)\b[^.;,]*$/iu.test(text.slice(end, at)) && /\bsince\b/iu.test(text.slice(at));
}

/** "Dental checks were better than in 2021/22, when the figure was 89.0%": the earlier level alone is told, and that of now stands in a row that holds both. */
function report(reading: Reading, sentence: Sentence): Finding[] {
  const { text } = sentence;
  const [then, ...more] = sentence.figures.filter(({ measure, isLimit }) => ["percent", "number"].includes(measure) && !isLimit);
  if (!then || more.length > 0 || !isSingle(then) || then.measure !== "percent") return [];
  if (denied.test(text) || narrower.test(text) || whoIn(text).length > 0 || ["change", "target", "comparator"].includes(then.role))
    return [];
  const found = seriesOf(reading).flatMap((series) => {
    const at = series.cells.findIndex(({ value, unit }) => value === then.value && unit === "percent");
    const isOfIt = isNear(series.grid, sentence, reach) && at >= 0 && at < series.cells.length - 1 && isNamed(series, text);
    return isOfIt ? [{ series, at }] : [];
  });
  const [one, ...others] = found;
  if (!one || others.length > 0) return [];
  const { series } = one;
  const [from, to] = [series.cells[one.at], series.cells.at(-1)];
  const said = directionOf(text, polarityOf(`${series.name} ${text}`, to?.value ?? null));
  if (!said || from?.value == null || to?.value == null || from.value === to.value) return [];
  if (!isSetAgainst(text, said.word, then)) return [];
  // Another column of the row may be the one that is meant.
  if (series.cells.slice(one.at + 1).some((cell) => Math.sign((cell.value ?? 0) - (from.value ?? 0)) === said.way)) return [];
  return oneFinding(reading, {
    kind: "conflict",
    severity: "error",
    stated: `"${said.word}"; ${from.text} to ${to.text}`,
    quote: `${text} / ${series.row.raw}`,
    place: `${sentence.place}; ${series.place}`,
    heading: `"${said.word}" beside ${from.text} and then ${to.text}`,
    message: `The text says "${said.word}", but "${series.name}" goes from ${from.text} (${series.heads[one.at] ?? ""}) to ${to.text} (${series.heads.at(-1) ?? ""}).`,
  });
}

export const wordsBesideEarlier = perSentence(
  "conflict",
  "Words for a change that tell the earlier level, against the row of both",
  report,
);
