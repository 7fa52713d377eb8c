import { perSentence } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { placeOfRow } from "../../reading/grid.ts";
import { isTotal } from "../../reading/lines.ts";
import { figureAt, isNear, joinSentences, type Reading, type Sentence } from "../../reading/reading.ts";
import { topicOf } from "../../vocabulary/topics.ts";
import { isOwnLevel } from "../../vocabulary/headings.ts";
import { anyOf, pattern } from "../../vocabulary/patterns.ts";
import { numberOf, upToTwelve } from "../../vocabulary/number-words.ts";

const each = pattern`
  \b(?:in|for|during|across|by)? ?(?:all|each|every|both)(?: of)?(?: the)?
  (?: (?:two|three|four|five|six|twelve|\d+))? (?:months?|quarters?|years?|teams?|areas?|localit(?:y|ies)|measures?|
  districts?|homes?|groups?|services?)\b`;
const floor = /\b(?:above|over|exceed(?:ed|s|ing)?|more than|at least|higher than|at or above|or (?:more|above|better))\b/iu;
const ceiling = /\b(?:below|under|less than|lower than|at most|no more than|fewer than|within|or (?:less|below|fewer))\b/iu;
const met = /\b(?:met|achieved|reached|hit|meets|meeting)\b/iu;
const denied = /\b(?:not|never|except|apart from|but|although|only|failed|missed|aim|should|must|expected)\b/iu;

/** "The target of 85% was met in all three months: 87%, 82% and 88%". */
function report(reading: Reading, sentence: Sentence) {
  const said = each.exec(sentence.text);
  const percents = sentence.figures.filter(
    (figure) => figure.measure === "percent" && figure.form === "digits" && figure.valueHigh === null,
  );
  if (!said || percents.length < 3 || denied.test(sentence.text)) return [];
  // The bound is the one beside the claim; the list stands after both, or before both.
  const [first, last] = [percents[0]!, percents.at(-1)!];
  const after = first.start < said.index + 60 && percents[1]!.start > said.index;
  const before = last.start > said.index - 60 && percents.at(-2)!.end < said.index;
  if (after === before) return [];
  const [bound, listed] = after ? [first, percents.slice(1)] : [last, percents.slice(0, -1)];
  // "Both met it: one with 91%, the other with 95.5%. The standard is 90%": the bound is the goal, wherever it stands.
  if (bound.role !== "target" && listed.some(({ role }) => role === "target")) return [];
  const polarity = topicOf(sentence.text)?.polarity ?? "high";
  const claim = sentence.text.slice(
    Math.min(bound.start, said.index) - 60 < 0 ? 0 : Math.min(bound.start, said.index) - 60,
    Math.max(bound.end, said.index + said[0].length) + 40,
  );
  const up = floor.test(claim) ? true : ceiling.test(claim) ? false : met.test(claim) ? polarity !== "low" : null;
  if (up === null || (floor.test(claim) && ceiling.test(claim))) return [];
  const wrong = listed.find((figure) => (up ? figure.value < bound.value : figure.value > bound.value));
  if (!wrong || listed.every((figure) => (up ? figure.value < bound.value : figure.value > bound.value))) return [];
  return oneFinding(reading, {
    kind: "conflict" as const,
    severity: "error" as const,
    stated: `"${said[0].trim()}"; ${wrong.text}`,
    quote: sentence.text,
    place: sentence.place,
    heading: `"${said[0].trim()}" beside ${wrong.text} against ${bound.text}`,
    message: `The sentence says that ${bound.text} holds "${said[0].trim()}", but ${wrong.text} is ${up ? "below" : "above"} it.`,
  });
}

const numberNamed = anyOf("both", upToTwelve);

/** "All three teams were above 85%" beside a table in which one is not. */
function inTable(reading: Reading, sentence: Sentence) {
  const said = each.exec(sentence.text);
  const [bound, ...more] = sentence.figures.filter((figure) => figure.measure === "percent" && figure.valueHigh === null);
  if (!said || !bound || more.length > 0 || denied.test(sentence.text) || sentence.subjects.some(({ subject }) => subject !== "target"))
    return [];
  const up = floor.test(sentence.text) ? true : ceiling.test(sentence.text) ? false : null;
  if (up === null || (floor.test(sentence.text) && ceiling.test(sentence.text))) return [];
  const near = reading.grids.filter((grid) => isNear(grid, sentence, 2));
  const [grid] = near;
  const columns =
    grid?.columns.flatMap((name, at) =>
      at > 0 && isOwnLevel(name) && grid.rows.some((row) => row.cells[at]?.unit === "percent" && row.cells[at]?.value != null) ? [at] : [],
    ) ?? [];
  const [column] = columns;
  if (!grid || near.length > 1 || column === undefined || columns.length > 1) return [];
  const rows = grid.rows.filter((row) => !isTotal(row.label) && isOwnLevel(row.label) && row.cells[column]?.value != null);
  const number = numberNamed.exec(said[0])?.[0];
  const wrong = rows.find((row) => (up ? (row.cells[column]?.value ?? 0) < bound.value : (row.cells[column]?.value ?? 0) > bound.value));
  if (!wrong || rows.length < 2 || (number !== undefined && numberOf(number) !== rows.length)) return [];
  const cell = wrong.cells[column];
  return oneFinding(reading, {
    kind: "conflict" as const,
    severity: "error" as const,
    stated: `"${said[0].trim()}"; ${cell?.text ?? ""}`,
    quote: `${sentence.text} / ${wrong.raw}`,
    place: `${sentence.place}; ${placeOfRow(grid, wrong)}`,
    heading: `"${said[0].trim()}" beside ${cell?.text ?? ""} against ${bound.text}`,
    message: `The sentence says that ${bound.text} holds for "${said[0].trim()}", but "${wrong.label}" has ${cell?.text ?? ""}.`,
  });
}

const both = pattern`
  \b(neither|no|none of the|both|all|every|each) (?:of the )?(?:two |three |four )?targets? (?:was|were|is|has been|
  have been) (met|missed|achieved|reached)\b`;

/** "Both targets were met: reviews were 96% (target 95%) and visits 88% (target 92%)". */
function targetsInTurn(reading: Reading, sentence: Sentence) {
  const said = both.exec(sentence.text);
  const pairs = [...sentence.skeleton.matchAll(/\{P(\d+)\} ?\((?:against )?(?:a |the )?target(?: of|:)? \{P(\d+)\}\)/giu)].map(
    (match) => [figureAt(sentence, match[1]!), figureAt(sentence, match[2]!)] as const,
  );
  if (!said || pairs.length < 2 || topicOf(sentence.text)?.polarity === "low") return [];
  const met = /neither|no/iu.test(said[1]!) !== /met|achieved|reached/iu.test(said[2]!);
  const wrong = pairs.find(([own, target]) => own.value >= target.value !== met);
  if (!wrong) return [];
  return oneFinding(reading, {
    kind: "conflict" as const,
    severity: "error" as const,
    stated: `"${said[0]}"; ${wrong[0].text}`,
    quote: sentence.text,
    place: sentence.place,
    heading: `"${said[0]}" beside ${wrong[0].text} against ${wrong[1].text}`,
    message: `The sentence says "${said[0]}", but ${wrong[0].text} ${met ? "falls short of" : "meets"} its target of ${wrong[1].text}.`,
  });
}

export const everyOne = perSentence(
  "conflict",
  "What is said of every month, quarter or team against its figures",
  (reading, sentence, passage) => {
    const next = passage[sentence.number + 1];
    const own = [...report(reading, sentence), ...targetsInTurn(reading, sentence), ...inTable(reading, sentence)];
    return own.length > 0 || !next || !each.test(sentence.text) ? own : report(reading, joinSentences(reading, sentence, next));
  },
);
