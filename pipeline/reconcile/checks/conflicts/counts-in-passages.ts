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

const team = /\b(?:the|our|its) ([\p{Ll}’' -]{4,60}?) (?:team|service|unit|hub)\b/giu;
const teamsIn = ({ text }: Sentence): readonly string[] =>
  [...text.matchAll(team)].map((match) =>
    // "The nine posts in the permanence team": the name stands behind the last "the".
    match[1]!
      .toLowerCase()
      .split(/ (?:the|our|its) /u)
      .at(-1)!,
  );
const isOfTwoTeams = (a: Sentence, b: Sentence): boolean => {
  const [one, other] = [teamsIn(a), teamsIn(b)];
  return one.length > 0 && other.length > 0 && !one.some((name) => other.includes(name));
};
/** The posts of one team by its name, however far apart they are told of, with no time of its own for the first. */
function isOfOneTeam(first: Sentence, later: Sentence): boolean {
  const [one, ...more] = teamsIn(later);
  return (
    one !== undefined &&
    more.length === 0 &&
    first.times.length === 0 &&
    teamsIn(first).join() === one &&
    /\b(?:has|have|there are)\b/iu.test(first.text)
  );
}

/** "Posts for seven social workers", then "of the nine social work positions". */
function report(reading: Reading, sentence: Sentence): Finding[] {
  const whole = allOf(sentence);
  const later = definite(sentence) ?? whole;
  if (!later || later.kind === "" || !posts.test(later.words)) return [];
  const section = sentence.block.headings.join(" > ");
  const near = reading.sentences.filter(
    (other) =>
      other !== sentence &&
      other.block.index <= sentence.block.index &&
      !isOfTwoTeams(other, sentence) &&
      ((sentence.block.index - other.block.index <= reach && other.block.headings.join(" > ") === section) || isOfOneTeam(other, sentence)),
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

const given =
  /\{C(\d+)\} (?:[\p{Ll}’'-]+ ){0,3}?(recommendations|actions|findings|proposals|priorities|requirements|targets|commitments|pledges|objectives|complaints|appeals|requests|applications|referrals|posts|places|allegations)\b/giu;
const allOfThem = /\ball \{C(\d+)\}(?: of (?:them|these|which|those))? (?:(?:have|has|had|were|was|are|will|remain|of)\b)/iu;

/** "It made four recommendations, and all six have been accepted": the numbers of the sentence, or of the one before, and of them all. */
function ofAll(reading: Reading, sentence: Sentence): Finding[] {
  const all = allOfThem.exec(sentence.skeleton);
  if (!all) return [];
  const before = sentence.skeleton.slice(0, all.index);
  const last = reading.passages.find((passage) => passage.includes(sentence))?.[sentence.number - 1];
  const [from, text] = before.includes("{") || !last ? [sentence, before] : [last, last.skeleton];
  const [one, ...more] = [...text.matchAll(given)];
  if (!one || more.length > 0 || [...text.matchAll(/\{[CSZ]\d+\}/gu)].length > 1) return [];
  const [first, whole] = [figureAt(from, one[1]!), figureAt(sentence, all[1]!)];
  if (
    first.value === whole.value ||
    first.qualifier !== "exact" ||
    grown.test(before) ||
    /\b(?:last|previous|earlier|together|also|including|those|with)\b/iu.test(before.slice(from === sentence ? one.index : 0))
  )
    return [];
  return oneFinding(reading, {
    kind: "conflict",
    severity: "warning",
    stated: `${first.text}; ${whole.text}`,
    place: sentence.place,
    heading: `"${first.text} ${one[2]}", then "all ${whole.text}"`,
    message: `The text has ${first.text} ${one[2]} and then speaks of all ${whole.text} of them.`,
    quote: from === sentence ? sentence.text : `${from.text} ${sentence.text}`,
  });
}

export const countsInPassages = perSentence("conflict", "Two numbers of one thing in one passage", (reading, sentence) => [
  ...report(reading, sentence),
  ...ofAll(reading, sentence),
]);
