import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { saysNotAlike } from "../../reading/disclosed.ts";
import { oneFinding } from "../../finding-row.ts";
import { isOwn, isSingle, type TextFigure } from "../../reading/figure.ts";
import { figureAt, type Reading, type Sentence } from "../../reading/reading.ts";
import { pattern } from "../../vocabulary/patterns.ts";

const upper =
  "above|higher than|more than|greater than|over|ahead of|up (?:from|on)|in excess of|exceed(?:s|ed|ing)?|longer than|slower than";
const lower = "below|lower than|less than|fewer than|under|behind|down (?:from|on)|short of|shorter than|quicker than|faster than";
/** What is set beside: a level of another time or of others, named between the word and its number. */
const named =
  "(?:average|mean|median|rate|figures?|number|total|level|target|threshold|standard|benchmark|budget|capacity|baseline|(?:last|previous|preceding|prior) (?:year|quarter|month|term)|(?:year|quarter|month|term) (?:before|earlier)|england|national\\w*|neighbours?|region\\w*)";
const compared = new RegExp(
  `\\b(?:(?<up>${upper})|(?<down>${lower}))\\b(?: (?:both|the|our|its|an?|that|those|this))*(?=(?:(?! and | but | who | which | when )[^{}.;,()]){0,90}\\{)(?=[^{}.;,()]*\\b${named}(?:['’]s?)?\\b)[^{}.;,()]{3,90}?(?:,? |\\()\\{(?<code>[CPRMDX])(?<at>\\d+)\\}`,
  "giu",
);
/** "Less than the £1.64m of the year before": the name of what is set beside follows its number. */
const namedAfter =
  /\b(?:(?<up>higher than|more than|greater than|above|longer than|slower than)|(?<down>lower than|less than|fewer than|below|shorter than|quicker than|faster than)) (?:the|our|its|last (?:year|quarter)['’]s|the (?:previous|year before)['’]?s?) ?\{(?<code>[CPRMD])(?<at>\d+)\}(?= (?:[a-z]+ )?(?:of|in|for|recorded|seen|reported|a|last|at)?(?: the)? ?(?:last|previous|preceding|prior|year (?:before|earlier|ago)|quarter (?:before|earlier)|england|national\w*|neighbours?|region))/giu;
/** "Nine households, fewer than the seven who resigned": a comparison with a number that the text has counted. */
const thanThe =
  /, (?:well |far |slightly |just |many |much )?(?:(?<up>more|higher|greater)|(?<down>fewer|less|lower)) than (?:the|our) \{(?<code>[CPRMD])(?<at>\d+)\}/giu;
const denied = pattern`
  \b(?:not|no|never|nor|neither|if|should|would|aim(?:s|ed)? to|whether|from|rather than|expected to|forecast to|
  get|bring|brought|keep|kept|stay\w*|remain\w* (?=within))\s+(?:\w+\s){0,3}$`;
/** How far before the word the own figure may stand, in characters. */
const reach = 130;

const isLevel = (figure: TextFigure): boolean => isSingle(figure) && !figure.isLimit && isOwn(figure);

/** The figure that the words set against the other: the last level of the measure before the word, or the only one of the sentence before. */
function ownFigure(
  passage: readonly Sentence[],
  sentence: Sentence,
  before: number,
  other: TextFigure,
): { figure: TextFigure; sentence: Sentence } | null {
  const alike = (one: TextFigure): boolean =>
    one.measure === other.measure || (other.measure === "number" && one.measure === "rate_per_10k");
  const here = sentence.figures.filter((figure) => figure.end <= before && alike(figure));
  const last = here.at(-1);
  if (last)
    return isLevel(last) && before - last.end < reach && !/[;]/u.test(sentence.text.slice(last.end, before))
      ? { figure: last, sentence }
      : null;
  const earlier = passage[sentence.number - 1];
  if (
    !earlier ||
    !/^(?:this|that|it|these|they|the (?:rate|figure|number|result|proportion|percentage)|performance|both|which)\b/iu.test(sentence.text)
  )
    return null;
  const found = earlier.figures.filter(alike);
  const [only] = found;
  return only && found.length === 1 && isLevel(only) ? { figure: only, sentence: earlier } : null;
}

const agrees = (own: TextFigure, other: TextFigure, match: RegExpExecArray): boolean =>
  own.value === other.value || own.value > other.value === (match.groups?.["up"] !== undefined);

function report(reading: Reading, sentence: Sentence, passage: readonly Sentence[]): Finding[] {
  if (sentence.figures.length === 0 || saysNotAlike(reading, sentence.block) || /\brespectively\b/iu.test(sentence.text)) return [];
  return [...sentence.skeleton.matchAll(compared), ...sentence.skeleton.matchAll(namedAfter), ...sentence.skeleton.matchAll(thanThe)]
    .flatMap((match): Finding[] => {
      const first = figureAt(sentence, match.groups?.["at"] ?? "");
      const word = match.groups?.["up"] ?? match.groups?.["down"] ?? "";
      const before = sentence.skeleton.slice(0, match.index);
      const place = sentence.text.lastIndexOf(word, first.start);
      if (place < 0 || denied.test(before) || first.valueHigh !== null || first.role === "change") return [];
      // "Four points below the average of 78%": the number before tells how far, not how many.
      if (/\{[XD]\d+\} ?(?:\w+ )?$/u.test(before) || /\{[CPRM]\d+\} (?:points? |children |per \S+ )?$/u.test(before)) return [];
      const own = ownFigure(passage, sentence, place, first);
      if (!own || own.figure.qualifier !== "exact") return [];
      // "Above both the 22% of our neighbours and the 23% of England".
      const second = /\bboth\b/iu.test(match[0]) ? sentence.figures[sentence.figures.indexOf(first) + 1] : undefined;
      const other = second && second.measure === first.measure && agrees(own.figure, first, match) ? second : first;
      if (own.figure.value === other.value || agrees(own.figure, other, match)) return [];
      const above = own.figure.value > other.value;
      // Numbers of two things lie further apart than a figure and what it is measured by.
      if (Math.max(own.figure.value, other.value) > 3 * Math.min(own.figure.value, other.value)) return [];
      return oneFinding(reading, {
        kind: "conflict",
        severity: "warning",
        stated: `"${word}": ${own.figure.text} beside ${other.text}`,
        place: sentence.place,
        quote: own.sentence === sentence ? sentence.text : `${own.sentence.text} ${sentence.text}`,
        heading: `"${word}" beside ${own.figure.text} against ${other.text}`,
        message: `The text says "${word}", but ${own.figure.text} is ${above ? "above" : "below"} the ${other.text} it is set against.`,
      });
    })
    .slice(0, 1);
}

export const higherAndLower = perSentence("conflict", "Words of higher and lower against the figure behind them", report);
