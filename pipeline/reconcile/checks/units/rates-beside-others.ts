import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { isSingle, type TextFigure } from "../../reading/figure.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { pattern } from "../../vocabulary/patterns.ts";

/** "Expressed as a rate per 10,000 children this is 41.0": the unit before the number, in its own clause. */
const rateBefore = pattern`
  \b(?:rates?|number|figure)?,? ?(?:\(?per|for every|to every|in every) (?:10,?000|ten thousand)\b[^.;:{}]{0,60}?
  (?:,? (?:this|that|it|which))?(?: (?:is|was|were|are|being|gives|makes|comes to|came to|of|at|stood at|stands at|equals|works out at|has been|had been|to|from|now|:|–|-)){1,3}
  (?: (?:now|about|around|just|only))? ?$|\b(?:rates?|number|figure)[^.;:{}]{0,40} (?:per|for every) (?:10,?000|ten thousand)\b[^.;{}\d]{0,40}[:(] ?$`;
/** Beside such a rate others without a unit are of one kind with it. */
const beside = /\b(?:it|this|that|rate|england|region|neighbours?|nationally|had been|was|from|against|than|average)\b[^.;{}]{0,60}$/iu;

/** "A rate of 59.2 per 10,000, from a population of 53,400": those whom a rate is of. */
const ofWhom = /\b(?:population|residents|inhabitants|children aged|pupils|aged)\b[^.;{}]{0,30}$/iu;
/** No rate of 10,000 is as high. */
const highest = 10_000;

const isPlain = (figure: TextFigure): boolean => isSingle(figure) && figure.role !== "change" && figure.form === "digits";
const isRate = ({ text }: Sentence, figure: TextFigure): boolean =>
  isPlain(figure) &&
  (figure.measure === "rate_per_10k" ||
    (figure.measure === "number" &&
      figure.value < highest &&
      rateBefore.test(text.slice(0, figure.start)) &&
      !ofWhom.test(text.slice(0, figure.start)) &&
      !/^ (?:children|young people|people|residents|aged|pupils|girls|boys)\b/iu.test(text.slice(figure.end))));
const isLikeRate = ({ text }: Sentence, figure: TextFigure): boolean =>
  isPlain(figure) && figure.measure === "number" && figure.decimals > 0 && beside.test(text.slice(0, figure.start));

/** Rates of one passage are this near each other, whatever they are of. */
const farthest = 25;
/** Rates of one thing, at two times or of the authority and of others, are nearer. */
const [highBeside, farthestOfOne] = [250, 8];
/** A share of one in ten is no rate that is told of 10,000. */
const high = 1000;

/** "4,100 per 10,000, where it had been 37.9": a rate that stands a hundredfold beside all the others. */
function report(reading: Reading, passage: readonly Sentence[]): Finding[] {
  const rates = passage.flatMap((sentence) =>
    sentence.figures.filter((one) => isRate(sentence, one)).map((figure) => ({ figure, sentence })),
  );
  if (rates.length === 0) return [];
  const all = [
    ...rates,
    ...passage
      .filter((sentence) => /\brates?\b|10,?000|ten thousand/iu.test(sentence.text))
      .flatMap((sentence) => sentence.figures.filter((one) => isLikeRate(sentence, one)).map((figure) => ({ figure, sentence }))),
  ];
  return rates.flatMap(({ figure, sentence }): Finding[] => {
    const others = all.filter((one) => one.figure !== figure && one.figure.value !== figure.value).map((one) => one.figure.value);
    const ofOne = sentence.figures.filter(
      (one) => one !== figure && ["earlier", "comparator"].includes(one.role) && all.some((rate) => rate.figure === one),
    );
    const isHigh =
      (figure.value >= high && others.every((other) => figure.value > farthest * other)) ||
      (figure.value >= highBeside && ofOne.length > 0 && ofOne.every((one) => figure.value > farthestOfOne * one.value));
    const isLow = figure.value < 5 && others.length > 1 && others.every((other) => other > farthest * figure.value);
    if (others.length === 0 || !(isHigh || isLow)) return [];
    const [nearest = 0] = others;
    return oneFinding(reading, {
      kind: "plausibility",
      severity: "error",
      stated: figure.text,
      quote: sentence.text,
      place: sentence.place,
      heading: `${figure.text} cannot be a rate per 10,000`,
      message: `${figure.text} is printed as a rate per 10,000 beside ${nearest}: it is ${isHigh ? "too high" : "too low"} to be one of the same kind.`,
    });
  });
}

export const ratesBesideOthers = perDocument(
  "plausibility",
  "A rate per 10,000 a hundredfold beside the others of its passage",
  (reading) => reading.passages.flatMap((passage) => report(reading, passage)),
);
