import type { Finding } from "../../model/finding.ts";
import { perDocument } from "../check.ts";
import { findingRow } from "../finding-row.ts";
import { roleOf } from "../figure-role.ts";
import { levelsIn } from "./changes.ts";
import { figureAt, type Reading, type Sentence, type TextFigure } from "../reading.ts";
import { topicOf } from "../topics.ts";

const rising = /\b(?:increased|rose|risen|grown|grew|gone up|went up|climbed|rising|increasing|^more(?! than)|an increase|a rise)\b/iu;
const falling = /\b(?:decreased|fell|fallen|dropped|declined|reduced|gone down|went down|falling|decreasing|^fewer|^less|a decrease|a fall|a reduction|a drop|a decline)\b/iu;
const improving = /\b(?:improved|improving|improvement|better than (?:last|the previous))\b/iu;
const worsening = /\b(?:worsened|deteriorated|worsening|deterioration)\b/iu;
/** Words that turn a measure round: a fall in late reviews is good. */
const adverse = /\b(?:not|late|overdue|outside|missed|delay\w*|waiting|outstanding|without|unauthorised|absen\w+|missing|offend\w*|repeat|backlog|days|weeks|months|cost|unsuitable|breakdowns?|disrupt\w*|moves?)\b/iu;
const negated = /\b(?:not|no longer|rather than|despite|target|expected|although|although|aim|will|should|if)\b/iu;

/** "Increased from 80% to 72%", "improved from 90 to 84". */
function direction(reading: Reading, sentence: Sentence): Finding[] {
  const levels = levelsIn(sentence);
  if (!levels || levels.from === levels.to || negated.test(sentence.text)) return [];
  const up = levels.to > levels.from;
  const first = sentence.skeleton.indexOf("{");
  const near = sentence.skeleton.slice(first < 130 ? 0 : first - 120, sentence.skeleton.lastIndexOf("}") + 60);
  const says = [rising, falling, improving, worsening].map((words) => words.test(near));
  if (says.filter(Boolean).length !== 1) return [];
  const good = adverse.test(sentence.text) && topicOf(sentence.text)?.polarity === "high" ? "none" : topicOf(sentence.text)?.polarity ?? "none";
  const better = good === "none" ? null : (good === "high") === up;
  const wrong = (says[0] && !up) || (says[1] && up) || (better !== null && ((says[2] && !better) || (says[3] && better)));
  if (!wrong) return [];
  const word = [rising, falling, improving, worsening].map((words) => words.exec(near)?.[0]).find((found) => found) ?? "";
  return [findingRow(reading, {
    kind: "conflict", severity: "error", stated: `${word} from ${levels.from} to ${levels.to}`, quote: sentence.text, place: sentence.place,
    heading: `"${word}" beside a ${up ? "rise" : "fall"} from ${levels.from} to ${levels.to}`,
    message: `The sentence says "${word}", but its figures go ${up ? "up" : "down"}, from ${levels.from} to ${levels.to}${says[2] || says[3] ? `, which is ${better ? "better" : "worse"} here` : ""}.`,
  })];
}

type Claim = { pattern: RegExp; holds: (own: number, other: number, good: "high" | "low" | "none") => boolean | null };
const side = (own: number, other: number, good: "high" | "low" | "none"): boolean | null => (good === "none" ? null : good === "high" ? own >= other : own <= other);
const claims: readonly Claim[] = [
  { pattern: /\b(?:(?<!\bor )better|stronger|more (?:positive|favourable)|favourabl[ey]|outperform\w*|ahead of|compares? (?:very )?(?:well|favourably))\b/iu, holds: side },
  { pattern: /\b(?:worse|weaker|poorer|less favourabl[ey]|unfavourabl[ey]|behind|compares? (?:poorly|badly|unfavourably))\b/iu, holds: (own, other, good) => { const s = side(own, other, good); return s === null ? null : !s || own === other; } },
  { pattern: /\b(?:above|higher than|exceed(?:s|ed|ing)?|more than|greater than)\b/iu, holds: (own, other) => own >= other },
  { pattern: /\b(?:below|lower than|less than|fewer than|short of)\b/iu, holds: (own, other) => own <= other },
  { pattern: /\b(?:in line with|similar to|the same as|comparable (?:to|with)|on a par with)\b/iu, holds: (own, other) => Math.abs(own - other) <= Math.max(5, 0.25 * other) },
  { pattern: /\b(?:met|meets|meeting|achiev(?:ed|es|ing)|hit|surpass(?:ed|es)?|reached)\b[^.]*\btargets?\b/iu, holds: side },
  { pattern: /\btargets? (?:was|were|has been|is|have been) (?:also )?(?:met|achieved|exceeded|reached|surpassed)\b/iu, holds: side },
  { pattern: /\btargets? (?:was|were|has been|is) (?:missed|not (?:met|achieved|reached))\b/iu, holds: (own, other, good) => { const s = side(own, other, good); return s === null ? null : !s; } },
  { pattern: /\b(?:missed|misses|did not meet|has not met|not met|failed to (?:meet|reach|achieve))\b[^.]*\btargets?\b/iu, holds: (own, other, good) => { const s = side(own, other, good); return s === null ? null : !s; } },
];
/** Praise that a figure well short of its target does not bear out. */
const praise: Claim = { pattern: /\b(?:strong|excellent|very good|impressive|on target|at target|timely|achieving well)\b/iu, holds: (own, other, good) => (good === "high" ? own >= other - 5 : good === "low" ? own <= other + 5 : null) };
const denied = /\b(?:not|no|never|nor|neither|without|far from|n't)\s+(?:\w+\s){0,2}$/iu;

/** The authority's own figure and the one beside it, when a sentence holds just these two of one measure. */
function twoSides(sentence: Sentence): { own: TextFigure; other: TextFigure } | null {
  const codes = [...sentence.skeleton.matchAll(/\{([PCRMD])(\d+)\}/g)];
  const measured = codes.filter((code) => ["P", "R"].includes(code[1]!) || codes.length === 2).map((code) => figureAt(sentence, code[2]!));
  if (measured.length !== 2 || measured[0]!.measure !== measured[1]!.measure || measured[0]!.valueHigh !== null || measured[1]!.valueHigh !== null) return null;
  const roles = measured.map((figure) => roleOf(sentence, figure));
  const [a, b] = measured as [TextFigure, TextFigure];
  // "better than neighbours (82% against 86%)": the first of the pair is the authority's own.
  const pair = /\b(?:neighbours?|england|nationally|national average|region\w*)\b[^{}()]{0,20}\(\{[PR]\d+\},? (?:against|compared (?:with|to)|versus|vs\.?|to) \{[PR]\d+\}\)/iu.test(sentence.skeleton);
  if (pair) return { own: a, other: b };
  const isOther = (role: string | undefined): boolean => role === "comparator" || role === "target";
  if (roles[0] === "level" && isOther(roles[1])) return { own: a, other: b };
  if (isOther(roles[0]) && roles[1] === "level") return { own: b, other: a };
  return null;
}

/** "Better at 83% … against an England average of 84.3%", "above the target of 95%" beside 83.1%. */
function comparison(reading: Reading, sentence: Sentence): Finding[] {
  const sides = twoSides(sentence);
  if (!sides || /\brespectively\b/iu.test(sentence.text)) return [];
  const topic = topicOf(sentence.text)?.polarity ?? "none";
  const good = topic === "high" && adverse.test(sentence.text) ? "none" : topic;
  const { own, other } = sides;
  const target = sentence.subjects.some((subject) => subject.subject === "target");
  return [...claims, ...(target ? [praise] : [])].flatMap((claim): Finding[] => {
    const match = claim.pattern.exec(sentence.text);
    if (!match || denied.test(sentence.text.slice(0, match.index))) return [];
    const word = match[0].split(" ").slice(0, 3).join(" ");
    // "more than 90%" qualifies the figure itself; a change since last year is no comparison with others.
    if (/^(?:more|less|fewer|higher|lower|greater) than$|^(?:above|below)$/iu.test(match[0]) && /^\s*(?:\d|last|in the|the previous|a year)/iu.test(sentence.text.slice(match.index + match[0].length))) return [];
    if (/\b(?:last|previous) (?:year|quarter)\b|\bthan (?:in )?(?:20|the year)/iu.test(sentence.text.slice(match.index))) return [];
    const holds = claim.holds(own.value, other.value, good);
    if (holds !== false) return [];
    return [findingRow(reading, {
      kind: "conflict", severity: "warning", stated: `"${match[0]}": ${own.text} beside ${other.text}`, quote: sentence.text, place: sentence.place,
      heading: `"${word}" beside ${own.text} against ${other.text}`,
      message: `The sentence says "${match[0]}", but ${own.text} is ${own.value > other.value ? "above" : own.value < other.value ? "below" : "equal to"} the ${other.text} it is set against.`,
    })];
  }).slice(0, 1);
}

export const wordsAgainstFigures = perDocument("conflict", "Words against the figures of their sentence", (reading) =>
  reading.sentences.flatMap((sentence) => {
    const found = direction(reading, sentence);
    return found.length > 0 ? found : comparison(reading, sentence);
  }));
