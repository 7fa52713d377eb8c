import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { saysNotAlike } from "../../reading/disclosed.ts";
import { oneFinding } from "../../finding-row.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { pattern } from "../../vocabulary/patterns.ts";

type Ages = { low: number; high: number; printed: string };

const ages =
  /\b(?:aged?|ages|aged between|between the ages of)\s+(\d{1,2})\s*(?:or|to|and|[-–])\s*(\d{1,2})\b|\b(\d{1,2})\s*(?:to|[-–])\s*(\d{1,2})[- ]year[- ]olds?\b/giu;
const elsewhere = /\b(?:england|national(?:ly)?|region(?:al(?:ly)?)?|statistical neighbours?)\b/iu;
const concluded = pattern`
  \b(?:well |far |slightly |just |much )?(?:above|below|better than|worse than|higher than|lower than|ahead of|
  behind|in line with)\b`;

const agesIn = (text: string): Ages[] =>
  [...text.matchAll(ages)].map((match) => ({ low: Number(match[1] ?? match[3]), high: Number(match[2] ?? match[4]), printed: match[0] }));

/** "Of the 50 aged 17 or 18, 32 were learning. This means 64%, well above the 52% for England (aged 19 to 21)". */
function report(reading: Reading, sentence: Sentence, passage: readonly Sentence[]): Finding[] {
  const place = elsewhere.exec(sentence.text);
  const shares = sentence.figures.filter((figure) => figure.measure === "percent" && figure.form === "digits" && figure.valueHigh === null);
  const [own, theirs] = shares;
  const before = passage[sentence.number - 1];
  if (
    !place ||
    !own ||
    !theirs ||
    !before ||
    shares.length !== 2 ||
    !/^(?:this|that|which) (?:means|is|was|gives|equates|represents)\b/iu.test(sentence.text) ||
    saysNotAlike(reading, sentence.block)
  )
    return [];
  const between = sentence.text.slice(own.end, theirs.start);
  // Only ages printed after the figure from elsewhere are surely those of that figure.
  const [theirAges, ...more] = agesIn(sentence.text.slice(theirs.end));
  const [ourAges, ...others] = agesIn(before.text);
  if (
    !theirAges ||
    !ourAges ||
    more.length + others.length > 0 ||
    agesIn(sentence.text.slice(0, theirs.end)).length > 0 ||
    !concluded.test(between)
  )
    return [];
  if (ourAges.high >= theirAges.low && theirAges.high >= ourAges.low) return [];
  return oneFinding(reading, {
    kind: "definition",
    severity: "warning",
    stated: `${ourAges.printed}; ${theirAges.printed}`,
    quote: `${before.text} ${sentence.text}`,
    place: sentence.place,
    heading: `${own.text} (${ourAges.printed}) set against ${theirs.text} (${theirAges.printed})`,
    message: `${own.text} is of those ${ourAges.printed}, the ${theirs.text} it is set against of those ${theirAges.printed}: the two groups have no age in common and cannot be compared.`,
  });
}

export const unlikeAges = perSentence("definition", "Shares of unlike age groups set against each other", report);
