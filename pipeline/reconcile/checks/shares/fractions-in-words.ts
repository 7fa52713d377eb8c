import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { bearsOut } from "../../numbers/fraction-span.ts";
import type { TextFigure } from "../../reading/figure.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { roundTo } from "../../numbers/rounding.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";
import { before, ofOthers, ofThem } from "../../vocabulary/restrictions.ts";
import { contentWords, wordSet } from "../../vocabulary/names.ts";
import { nearEnough } from "../../vocabulary/quantities.ts";
import { numberOf, upToTen } from "../../vocabulary/number-words.ts";

/** How far an unqualified fraction may be from the share it stands for, in points. */
const near = 4;
const another = wordings`
  ${before}|${ofOthers}|${ofThem}|previous|compared|against|target|increase\w*|decrease\w*|rise|rose|fall|fell|risen|
  fallen|up|down|more than in|while|whereas|another|further`;
/** "One child in three", "two in every five": written with words between. */
const spelled = pattern`\b(${upToTen}) (?:\w+ ){0,2}?(?:in|out of) (?:every )?(${upToTen}|twenty)\b`;

const ofSomething = pattern`
  ^(?! (?:of )?(?:the|a|this|our|that) (?:\w+ )?(?:year|quarter|month|term|day|hour|period|time|way)\b)(?:$|,|\.|
  ;|:| ?\(| (?:of|our|the|all|these|those|them|are|is|were|was|have|has|had|did|do|live|lived|said|took|[a-z]+s|
  children|people|young people)\b)`;

/** "In the same half of 2021", "the first quarter of the programme": one stretch or piece of several, no share. */
const which =
  /\b(?:same|first|second|third|fourth|last|latter|former|other|each|every|either|next|previous|this|that|final|top|bottom) $/iu;
const ofDate = /^ of (?:19|20)\d\d\b/u;

type Said = { value: number; text: string; qualifier: TextFigure["qualifier"]; start: number; end: number };

/** The one fraction of a sentence; null when there is none, or more. */
function fractionIn(sentence: Sentence): Said | null {
  const figures = sentence.figures.filter((figure) => figure.form === "fraction");
  const match = figures.length === 0 ? spelled.exec(sentence.text) : null;
  if (match) {
    const [part, whole] = [numberOf(match[1]!) ?? 0, numberOf(match[2]!) ?? 0];
    const before = sentence.text.slice(0, match.index);
    const qualifier = /\b(?:more than|over)\s+$/iu.test(before)
      ? "over"
      : /\b(?:fewer|less) than\s+$|\bunder\s+$/iu.test(before)
        ? "under"
        : /\b(?:nearly|almost)\s+$/iu.test(before)
          ? "almost"
          : /\b(?:about|around|roughly|some)\s+$/iu.test(before)
            ? "approx"
            : "exact";
    return part < whole
      ? { value: (100 * part) / whole, text: match[0], qualifier, start: match.index, end: match.index + match[0].length }
      : null;
  }
  const [one, ...more] = figures;
  return one && more.length === 0 ? one : null;
}

/** What a few do may be a large share of what is done by all. */
const bringsAbout = wordings`
  account(?:s|ed|ing)? for|(?:was|were|is|are|been|being) (?:responsible for|behind|the (?:source|cause|subject|author)s? of)|
  ma(?:ke|kes|de|king) (?:up )?|generat\w+|produc\w+|caus\w+|rais(?:e|es|ed|ing)|br(?:ing|ings|ought)|t(?:ake|akes|ook|aking)|
  us(?:e|es|ed|ing)|provid\w+|h(?:old|olds|eld)|receiv\w+|ha(?:s|ve|d|ving)|g[ae]v?e|giving|carr(?:y|ies|ied|ying)|contribut\w+|
  represent\w*|cover(?:s|ed|ing)?|deliver\w*|explain\w*|spen(?:t|d|ds)|cost(?:s|ing)?|submit\w*|sen[dt]s?|lodg\w+|
  look(?:s|ed|ing)? after|car(?:e|es|ed|ing) for|miss(?:ed|es|ing)?`;
const aWhole = wordSet("all group total number cohort list sample whole those them these entire full our");
/** What a fraction is of, by its name, is not what the number that it would be a part of counts. */
function isOfElse(sentence: Sentence, said: Said, behind: string): boolean {
  const named = /^ of (?:(?:the|all|our|these|those|this|that|its|their) )*((?:[\p{L}’'-]+ ?){1,3})/iu.exec(
    sentence.text.slice(said.end),
  )?.[1];
  const [name] = contentWords(named?.split(/ (?:in|of|at|for|during|and|that|which|who|over|by)\b/u)[0] ?? "", aWhole).slice(-1);
  const whole = behind.split(/[,;.:()]/u)[0] ?? "";
  const counted = contentWords(whole, aWhole);
  return name !== undefined && !counted.includes(name) && !(people.test(name) && people.test(whole));
}
const people = wordings`child|children|young|people|pupils?|boys|girls|teenagers|babies|infants|leavers`;

/** The share in figures beside a fraction: a percentage or two counts, when the sentence holds nothing else. */
function shareBeside(sentence: Sentence, said: Said): { value: number; text: string } | null {
  const rest = sentence.figures
    .filter((figure) => figure.end <= said.start || figure.start >= said.end)
    .filter((figure) => ["percent", "number"].includes(figure.measure));
  const [a, b, ...more] = rest;
  if (!a || more.length > 0 || rest.some((figure) => figure.role !== "level" || figure.valueHigh !== null || figure.qualifier !== "exact"))
    return null;
  if (!b) {
    if (a.denominator !== null && a.form !== "fraction" && Number.isInteger(a.denominator))
      return bringsAbout.test(sentence.text.slice(Math.min(a.end, said.start), said.start)) &&
        isOfElse(sentence, said, sentence.text.slice(a.start, said.start))
        ? null
        : { value: (100 * (a.numerator ?? 0)) / a.denominator, text: a.text };
    const gap = a.start >= said.end ? sentence.text.slice(said.end, a.start) : sentence.text.slice(a.end, said.start);
    // "More than half said so, and 46.2% that …" tells of two things.
    return a.measure === "percent" && gap.length < 60 && !/, and\b|;/iu.test(gap) ? { value: a.value, text: a.text } : null;
  }
  const [low, high] = a.value < b.value ? [a, b] : [b, a];
  // "Six of the 78 children account for a third of the episodes": the fraction is of another thing than the counts.
  const told = high.start < said.start ? sentence.text.slice(a.end, said.start) : sentence.text.slice(high.end);
  if (bringsAbout.test(sentence.text.slice(Math.min(a.end, said.start), said.start)) && isOfElse(sentence, said, told)) return null;
  return a.measure === "number" &&
    b.measure === "number" &&
    Number.isInteger(a.value) &&
    Number.isInteger(b.value) &&
    a.denominator === null &&
    b.denominator === null &&
    low.value > 0 &&
    high.value > low.value
    ? { value: (100 * low.value) / high.value, text: `${low.text} of ${high.text}` }
    : null;
}

/** "Seven in ten (61%)", "62 carers, which is a third of our 124": a fraction in words against the share in figures. */
function report(reading: Reading, sentence: Sentence): Finding[] {
  const fraction = nearEnough.test(sentence.text) ? null : fractionIn(sentence);
  // "Fewer than half of them (64.0%)": the share is of those just told of, which "of them" alone leaves open.
  const ownBase = fraction && /^ (?:of (?:these|those|them))(?= \()/iu.exec(sentence.text.slice(fraction.end))?.[0];
  const said = another.test(ownBase ? sentence.text.replace(ownBase, "") : sentence.text) ? null : fraction;
  const share = said ? shareBeside(sentence, said) : null;
  // "A third placement", "half a day", "rose by a third": nothing is said of a share.
  if (
    !said ||
    !share ||
    !ofSomething.test(sentence.text.slice(said.end)) ||
    ofDate.test(sentence.text.slice(said.end)) ||
    which.test(sentence.text.slice(0, said.start)) ||
    /\bby (?:an? )?(?:\w+ )?$/iu.test(sentence.text.slice(0, said.start))
  )
    return [];
  // A share far from the fraction is of something else.
  if (bearsOut(said, share.value, near) || Math.abs(share.value - said.value) > 30) return [];
  return oneFinding(reading, {
    kind: "arithmetic",
    severity: "error",
    stated: said.text,
    expected: `${roundTo(share.value, 1)}%`,
    quote: sentence.text,
    place: sentence.place,
    heading: `"${said.text}" beside ${share.text}${share.text.includes("%") ? "" : `, which is ${roundTo(share.value, 1)}%`}`,
    message: `The sentence says "${said.text}" (${roundTo(said.value, 1)}%), but ${share.text} is printed${share.text.includes("%") ? "" : `, which is ${roundTo(share.value, 1)}%`}.`,
  });
}

export const fractionsInWords = perSentence("arithmetic", "Fractions in words against the share beside them", report);
