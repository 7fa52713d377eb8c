import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { figureAt, type Reading, type Sentence } from "../../reading/reading.ts";

/** How many paragraphs apart two mentions can be and still be of one thing. */
const reach = 4;

const posts = /\b(?:posts?|positions?|workers?|places?|roles?|vacancies)\b/iu;
/** "social workers", "social work positions" and "posts for social workers" are one thing, and so are one and many of it. */
const kindOf = (words: string): string =>
  words
    .toLowerCase()
    .replace(/\b(?:posts?|positions?|workers?|work|roles?|for|of|the|fully|established|permanent|qualified|full|time)\b/g, " ")
    .replace(/(?<=[a-z]{3})s\b/g, "")
    .replace(/\s+/g, " ")
    .trim();

type Mention = { value: number; kind: string; sentence: Sentence; words: string };

function definite(sentence: Sentence): Mention | null {
  const match = /^(?:of|out of) (?:the|these|those|its|our) \{C(\d+)\} ([\w’' -]{3,60}?)(?= in | within | at | on | across | of |,)/iu.exec(
    sentence.skeleton,
  );
  if (!match || /\b(?:who|which|that|with|aged|left|leaving|new)\b/iu.test(match[2] ?? "")) return null;
  const figure = figureAt(sentence, match[1]!);
  return { value: figure.value, kind: kindOf(match[2] ?? ""), sentence, words: `${figure.text} ${match[2]}` };
}

/** "All eight education officer posts are funded": the whole of them, whatever stands before. */
function allOf(sentence: Sentence): Mention | null {
  const match = /^all (?:of )?(?:the |our )?\{C(\d+)\} ((?:[\w’'-]+ ){1,3}(?:posts|positions))(?= (?:are|were|is|have|had|will)\b)/iu.exec(
    sentence.skeleton,
  );
  if (!match) return null;
  const figure = figureAt(sentence, match[1]!);
  return { value: figure.value, kind: kindOf(match[2] ?? ""), sentence, words: `${figure.text} ${match[2]}` };
}

/** Words between two numbers of posts that let the number change. */
const grown = /\b(?:additional|extra|further|more|added|increas\w+|gr[eo]w\w*|recruit\w*|new|restructur\w*|reduc\w+|deleted|cut)\b/iu;
/** Between the two no sentence speaks of a change, and neither is of a time of its own. */
const unmoved = (reading: Reading, first: Sentence, last: Sentence): boolean =>
  reading.sentences.slice(reading.sentences.indexOf(first), reading.sentences.indexOf(last) + 1).every((one) => !grown.test(one.text)) &&
  [first, last].every((one) => one.periods.length === 0);

function stated(sentence: Sentence): Mention[] {
  return [
    ...sentence.skeleton.matchAll(
      /\b(?:for|there are|there were|composed of|made up of|comprises?|consists of|has|have|had|establishment of|employs?|with) (?:\w+ ){0,2}?\{C(\d+)\} ([\w’' -]{3,40}?)(?=,|\.| and | in | – | with | of |$)/giu,
    ),
  ].map((match) => {
    const figure = figureAt(sentence, match[1]!);
    return { value: figure.value, kind: kindOf(match[2] ?? ""), sentence, words: `${figure.text} ${match[2]}` };
  });
}

/** "Posts for seven social workers", then "of the nine social work positions". */
function report(reading: Reading, sentence: Sentence): Finding[] {
  const whole = allOf(sentence);
  const later = definite(sentence) ?? whole;
  if (!later || later.kind === "" || !posts.test(later.words)) return [];
  const section = sentence.block.headings.join(" > ");
  const near = reading.sentences.filter(
    (other) =>
      other.block.index <= sentence.block.index &&
      sentence.block.index - other.block.index <= reach &&
      other.block.headings.join(" > ") === section &&
      other !== sentence,
  );
  const before = near.flatMap(stated).filter((mention) => mention.kind === later.kind);
  if (before.length === 0 || before.some((mention) => mention.value === later.value)) return [];
  const first = before.at(-1)!;
  if (later === whole && !unmoved(reading, first.sentence, sentence)) return [];
  // "Twelve posts, of which ten are filled. Of the ten in post": the second number stands in the first sentence too.
  if (before.some((mention) => mention.sentence.figures.some((figure) => figure.value === later.value))) return [];
  return oneFinding(reading, {
    kind: "conflict",
    severity: "warning",
    stated: `${first.value}; ${later.value}`,
    place: `${first.sentence.place}; ${sentence.place}`,
    heading: `"${first.words}", then "${later.words}"`,
    message: `One passage has "${first.words}", the next speaks of "${later.words}": the number is not the same.`,
    quote: `${first.sentence.text} / ${sentence.text}`,
  });
}

export const countsInPassages = perSentence("conflict", "Two numbers of one thing in one passage", report);
