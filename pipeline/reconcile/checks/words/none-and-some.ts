import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import type { TextFigure } from "../../reading/figure.ts";
import { contentWords, root, wordSet } from "../../vocabulary/names.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";
import { notYet } from "../../vocabulary/restrictions.ts";

const none = pattern`
  \b(?:there (?:were|are|have been|has been|was) no|no|none of the|we had no|
  had no) ((?:(?!(?:was|were|is|are|has|have|had|will|in|at|during|this|on|of the|significant|change|longer|further|other|
  more|new|evidence|concerns?|data|information|record)\b)[a-z’'-]+ ?){2,6})(?=[,.;]|
  (?:was|were|is|are|has|have|had|in|at|during|this|on)\b|$)`;
const narrower = wordings`
  ${notYet}|not yet|other than|except|apart from|until|since|longer|previous|last year|further|aged|under|over|aim|must|
  historic\w*`;
const ordinary = wordSet(
  `the and for with who were was had have from that children young people child care looked after their our are not year
   during this there been has one two three four five six seven eight nine ten`,
);
const rootsOf = (text: string): string[] => [...new Set(contentWords(text, ordinary).map(root))];

/** The first number of people or things in a sentence that says that there were some. */
const someIn = (sentence: Sentence): TextFigure | null => {
  const [figure, ...more] = sentence.figures;
  return figure &&
    more.length === 0 &&
    figure.measure === "number" &&
    figure.denominator === null &&
    figure.value > 0 &&
    figure.start < 60 &&
    !/\b(?:no|not|none|without|never)\b/iu.test(sentence.text)
    ? figure
    : null;
};

/** "There were no permanent exclusions" in one place, "two children were permanently excluded" in another. */
function report(reading: Reading, sentence: Sentence): Finding[] {
  const match = none.exec(sentence.text);
  if (!match || narrower.test(sentence.text) || sentence.figures.length > 0) return [];
  // "No complaints were upheld" counts those upheld; "there were no complaints" counts all.
  const verb =
    /^\s*(?:was|were|has been|have been) (?!(?:reported|recorded|made|found|noted)\b)([a-z]{4,})/iu.exec(
      sentence.text.slice(match.index + match[0].length - 1).replace(/^\S*\s?/u, ""),
    )?.[1] ??
    /\b(?:was|were|has been|have been) (?!(?:reported|recorded|made|found|noted)\b)([a-z]{4,})/iu.exec(
      /^there\b/iu.test(match[0]) ? "" : sentence.text.slice(match.index),
    )?.[1] ??
    "";
  const wanted = [...rootsOf(match[1] ?? ""), ...rootsOf(verb)];
  // "No cases were seen where …" says what was not seen in them, not that there were none.
  if (rootsOf(match[1] ?? "").length < 2 || /\b(?:where|in which|that|who|whose|without)\b/iu.test(sentence.text)) return [];
  const other = reading.sentences.find((one) => {
    const some = someIn(one);
    if (one === sentence || !some || narrower.test(one.text) || one.times.join(" ") !== sentence.times.join(" ")) return false;
    const near = rootsOf(one.text.slice(some.start, some.start + 110));
    return wanted.every((word) => near.includes(word));
  });
  const figure = other ? someIn(other) : null;
  if (!other || !figure) return [];
  const words = match[0].replace(/^there (?:were|are|have been|has been|was) /iu, "").trim();
  return oneFinding(reading, {
    kind: "conflict",
    severity: "warning",
    stated: `"${words}"; ${figure.text}`,
    place: `${sentence.place}; ${other.place}`,
    quote: `${sentence.text} / ${other.text}`,
    heading: `"${words}" in one place, ${figure.text} in another`,
    message: `${sentence.place} says "${words}", ${other.place} counts ${figure.text}.`,
  });
}

export const noneAndSome = perSentence("conflict", "None in one place, some in another", report);
