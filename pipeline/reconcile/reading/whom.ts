import { findSubjects } from "../../extract/grammar/subjects.ts";
import { joints } from "../vocabulary/comparison-words.ts";
import { whoIn } from "../vocabulary/others.ts";
import type { TextFigure } from "./figure.ts";

// Whom a figure is of, when not of the authority itself.

/** A name for whom subjects are of: the region by any of its names. */
function nameOf(subject: string): string[] {
  if (subject.startsWith("region:")) return ["the region"];
  return subject === "statistical_neighbours" ? ["neighbours"] : subject === "england" ? ["England"] : [];
}
/** Whom else than the authority itself words name. */
export const othersIn = (words: string): string[] => [
  ...new Set([...whoIn(words), ...findSubjects(words).flatMap(({ subject }) => nameOf(subject))]),
];

/** Whom a figure is of: named before it or right after it, not behind the words that set it against another. */
function othersOf(text: string, figure: TextFigure, from: number, to: number): string[] {
  const after = text.slice(figure.end, to);
  const ends = joints.map((joint) => after.search(joint)).filter((at) => at >= 0);
  return othersIn(`${text.slice(from, figure.end)}${after.slice(0, Math.min(after.length, ...ends))}`);
}

/** "12.3 weeks, longer than ours": of others, whoever they are. */
const thanOurs = /^[^.;{}]{0,60}\bthan (?:ours|our own|us|here|locally)\b/iu;
export function whomOf(text: string, figure: TextFigure, from: number, to: number): string[] {
  const named = othersOf(text, figure, from, to);
  return named.length === 0 && thanOurs.test(text.slice(figure.end)) && !ownBefore.test(text.slice(from, figure.start))
    ? ["others"]
    : named;
}
const ownBefore = /\b(?:our|ours|we|us|here|locally)\b/iu;
