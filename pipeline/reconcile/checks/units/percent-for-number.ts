import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { findingRow, oneFinding } from "../../finding-row.ts";
import { clauseOf, isSingle, type TextFigure } from "../../reading/figure.ts";
import { figureAt, type Reading, type Sentence } from "../../reading/reading.ts";
import { agreement, roundTo } from "../../numbers/rounding.ts";
import { pattern } from "../../vocabulary/patterns.ts";

const isShare = (figure: TextFigure): boolean =>
  figure.measure === "percent" && figure.form === "digits" && figure.role !== "change" && isSingle(figure);

const finding = (reading: Reading, at: Sentence, wrong: TextFigure, expected: string, message: string, quote = at.text): Finding =>
  findingRow(reading, {
    kind: "unit",
    severity: "error",
    stated: wrong.text,
    expected,
    quote,
    place: at.place,
    heading: `${wrong.text} printed; ${expected} is meant`,
    message,
  });

const perPopulation = (figure: TextFigure): string => `${roundTo(figure.value, figure.decimals)} per 10,000`;

/** Two rates of one thing are this near each other. */
const neighbourhood = 2;
/** Words that set a figure beside another of the same kind. */
const beside =
  /\b(?:above|below|higher|lower|more|less|fewer|than|compar\w+|against|versus|while|whereas|beside|similar|in line|up from|down from|from|to)\b/iu;
const shareWords =
  /\b(?:share|proportion|per ?cent(?:age)?|vacanc\w*|turnover|re-?referral|repeat|completion|attendance|on time|within|of (?:these|them|whom|which))\b/iu;

/** "A rate of 59.2% of children, higher than the neighbours' 48.9 per 10,000". */
function forRate(reading: Reading, sentence: Sentence): Finding[] {
  const shares = sentence.figures.filter((figure) => figure.measure === "percent");
  const rates = sentence.figures.filter((figure) => figure.measure === "rate_per_10k" && figure.role !== "change");
  const [share] = shares;
  const [rate] = rates;
  if (
    !share ||
    !rate ||
    shares.length > 1 ||
    !isShare(share) ||
    shareWords.test(clauseOf(sentence, share)) ||
    !/\brates?\b/iu.test(sentence.text)
  )
    return [];
  const [from, to] = share.start < rate.start ? [share.end, rate.start] : [rate.end, share.start];
  const apart = Math.max(share.value, rate.value) / Math.min(share.value, rate.value);
  if (!beside.test(sentence.text.slice(from, to)) || apart > neighbourhood) return [];
  const expected = perPopulation(share);
  return [
    finding(
      reading,
      sentence,
      share,
      expected,
      `${share.text} is set beside ${rate.text}: a share of children cannot be set against a rate per 10,000. Probably ${expected} is meant.`,
    ),
  ];
}

const rateOfChildren = /\brate of \{P(\d+)\} of (?:all |the |our |local )*(?:children|under-18s|(?:child )?population)/iu;

/** "A rate of 85% of children. … 86 per 10,000": the rate of the sentence beside it has the unit. */
function besideRate(reading: Reading, passage: readonly Sentence[], sentence: Sentence): Finding[] {
  const match = rateOfChildren.exec(sentence.skeleton);
  if (!match) return [];
  const share = figureAt(sentence, match[1]!);
  const near = passage.filter((one) => one !== sentence && Math.abs(one.number - sentence.number) === 1);
  const rate = near
    .flatMap((one) => one.figures)
    .find(
      (figure) =>
        figure.measure === "rate_per_10k" && Math.max(figure.value, share.value) <= neighbourhood * Math.min(figure.value, share.value),
    );
  if (!rate || !isShare(share)) return [];
  const expected = perPopulation(share);
  return [
    finding(reading, sentence, share, expected, `${share.text} of children is printed beside ${rate.text}. Probably ${expected} is meant.`),
  ];
}

/** "64.2% per 10,000": two units at once. */
function ofBoth(reading: Reading, sentence: Sentence): Finding[] {
  return sentence.figures
    .filter(
      (figure) =>
        figure.measure === "percent" &&
        /^ (?:children )?per (?:10,?000|1,?000|100,?000|thousand)\b/iu.test(sentence.text.slice(figure.end)),
    )
    .map((figure) =>
      finding(reading, sentence, figure, perPopulation(figure), `${figure.text} per 10,000 is printed: a rate is no percentage.`),
    );
}

/** "316 children … in a population of 53,400 … 59.2%": the percentage is their rate per 10,000. */
function ofPopulation(reading: Reading, before: Sentence | undefined, sentence: Sentence): Finding[] {
  if (!/\bpopulation\b|\bchildren (?:and young people )?(?:aged )?under\b|\b(?:0|aged) (?:to|-) 1[78]\b/iu.test(sentence.text)) return [];
  const counts = [...(before?.figures ?? []), ...sentence.figures].filter(
    (figure) => figure.measure === "number" && isSingle(figure) && Number.isInteger(figure.value),
  );
  const populations = counts.filter((figure) => figure.value >= 5000);
  return sentence.figures.filter(isShare).flatMap((share) => {
    const pair = populations
      .flatMap((population) => counts.map((count) => ({ population, count })))
      .find(
        ({ population, count }) =>
          count.value < population.value / 20 &&
          agreement((10_000 * count.value) / population.value, share.value, share.decimals) !== "wrong",
      );
    if (!pair || agreement((100 * pair.count.value) / pair.population.value, share.value, share.decimals) !== "wrong") return [];
    const expected = perPopulation(share);
    return [
      finding(
        reading,
        sentence,
        share,
        expected,
        `${pair.count.text} in a population of ${pair.population.text} is ${expected}, but ${share.text} is printed.`,
        sentence.figures.includes(pair.count) ? sentence.text : `${before?.text ?? ""} ${sentence.text}`,
      ),
    ];
  });
}

const perThousand = /(\d[\d,.]*) per (?:1,?000|thousand)\b/iu;
/** "58.7 per 1,000, against 62.0 per 10,000". */
function ofOtherPopulation(reading: Reading, sentence: Sentence): Finding[] {
  const match = perThousand.exec(sentence.text);
  const rate = sentence.figures.find((figure) => figure.measure === "rate_per_10k");
  const value = Number(match?.[1]?.replaceAll(",", "") ?? NaN);
  if (!match || !rate || Math.max(value, rate.value) > neighbourhood * Math.min(value, rate.value) || !beside.test(sentence.text))
    return [];
  return oneFinding(reading, {
    kind: "unit",
    severity: "error",
    stated: match[0],
    expected: `${match[1]} per 10,000`,
    quote: sentence.text,
    place: sentence.place,
    heading: `${match[0]} set beside ${rate.text}`,
    message: `${match[0]} is set beside ${rate.text}. Probably ${match[1]} per 10,000 is meant.`,
  });
}

const counted = pattern`
  \b(?:(?:average|mean|median) (?:(?:\w+ )?caseloads?|(?:sdq |total difficulties |difficulties )?scores?|age|
  number of (?:\w+ ){1,5}?)|caseloads?|attainment (?:8|\{C\d+\})(?: scores?)?)
  (?: (?:was|is|were|are|of|at|to|stood|stands|now|being|for|each|per|social|workers?|worker|in|20\d\d)){1,6} \{P(\d+)\}`;
const unitAfter = /^ (?:working |school )?(?:days|weeks|months|years|cases|children) (?:per|each|for each|on average)\b/iu;

/** "Average caseloads were 17.2%": a number of cases, printed as a share. */
function forCount(reading: Reading, sentence: Sentence): Finding[] {
  const match = counted.exec(sentence.skeleton);
  const named = match ? [figureAt(sentence, match[1]!)] : [];
  const units = sentence.figures.filter((figure) => figure.measure === "percent" && unitAfter.test(sentence.text.slice(figure.end)));
  return [...named, ...units]
    .filter((figure) => isShare(figure) && !/^ (?:of|above|below|higher|lower|more|less|fewer)\b/iu.test(sentence.text.slice(figure.end)))
    .slice(0, 1)
    .map((figure) => {
      const expected = roundTo(figure.value, figure.decimals);
      return finding(
        reading,
        sentence,
        figure,
        expected,
        `${figure.text} is printed for what is a number, not a share. Probably ${expected} is meant.`,
      );
    });
}

export const percentForNumber = perSentence("unit", "A percentage printed for a rate or a number", (reading, sentence, passage) => {
  const found = [
    ...ofBoth(reading, sentence),
    ...ofPopulation(reading, passage[sentence.number - 1], sentence),
    ...forRate(reading, sentence),
    ...besideRate(reading, passage, sentence),
    ...ofOtherPopulation(reading, sentence),
    ...forCount(reading, sentence),
  ];
  return found.slice(0, 1);
});
