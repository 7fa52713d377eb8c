import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { figureAt, readSentence, type Reading, type Sentence } from "../../reading/reading.ts";
import { allowsForRest, countOfYear, partOrQuarter } from "../../vocabulary/part-years.ts";
import { wordings } from "../../vocabulary/patterns.ts";

const concluded = wordings`
  halved|doubled|fallen|falling|dropped|dropping|risen|rising|reduced|reduction|decreas\w+|increas\w+|fewer|declin\w+|
  improv\w+|(?:well|far|much) below|(?:falling|fallen) behind|down on|gone (?:up|down)|
  (?:has|have|had|was|were) (?:therefore |thus )?(?:been )?(?:missed|broken|failed|
  not (?:been )?(?:met|kept|reached|achieved))`;

/** "61 in the first six months … 118 in the whole of 2022/23, demand has almost halved": unlike stretches of time. */
function report(reading: Reading, sentence: Sentence, passage: readonly Sentence[]): Finding[] {
  const before = passage[sentence.number - 1];
  const texts =
    countOfYear.test(sentence.text) && concluded.test(sentence.text)
      ? partOrQuarter.test(sentence.text)
        ? [sentence.text]
        : before && partOrQuarter.test(before.text)
          ? [before.text, sentence.text]
          : []
      : [];
  if (texts.length === 0 || texts.some((text) => allowsForRest.test(text))) return [];
  const both = readSentence(texts.join(" "), sentence.block, sentence.number, reading.dates);
  const all = [...both.skeleton.matchAll(/\{C(\d+)\}/g)]
    .map((match) => figureAt(both, match[1]!))
    .filter((figure) => figure.denominator === null);
  // "13 short of the annual figure of 24" after 11: how far apart the two are is no third count.
  const counts = all.length === 3 && all[0] && all[1] && all[2] && all[0].value + all[1].value === all[2].value ? [all[0], all[2]] : all;
  const [a, b] = counts;
  if (counts.length !== 2 || !a || !b) return [];
  return oneFinding(reading, {
    kind: "period",
    severity: "warning",
    stated: `${a.text}; ${b.text}`,
    quote: both.text,
    place: sentence.place,
    heading: `${a.text} and ${b.text} are of a part of a year and of all of it`,
    message: `One of ${a.text} and ${b.text} covers part of a year, the other all of it: the change between them is one of time.`,
  });
}

export const partYears = perSentence("period", "A count of part of a year set against that of a whole one", report);
