import { stemsOf, type Stems } from "../../core/pattern-stems.ts";
import type { Indicator, Phrases, Unit } from "../../model/indicator.ts";
import type { Qualifier } from "../../model/observation.ts";
import { expandWords } from "./vocabulary.ts";

/** A whole statement as a pattern, tried at a figure where one of its stems is in the sentence. */
export type Frame = {
  pattern: RegExp;
  stems: Stems;
  /** It counts a whole by its name: "of the # children who ceased". */ ofWhole: boolean;
};

/** A declaration of phrases made ready for matching. */
export type CompiledPhrases = {
  indicator: Indicator;
  units: readonly Unit[];
  any: RegExp | null;
  /** Words of which a sentence must hold one for `any` to be worth trying; none when it always is. */
  stems: Stems;
  also: readonly RegExp[];
  beside: readonly RegExp[];
  subject: string;
  whole: boolean;
  qualifiers: readonly Qualifier[] | null;
  never: RegExp | null;
  complement: RegExp | null;
  frames: readonly Frame[];
};

// Words that may stand between a verb and its figure and change nothing.
const beforeFigure =
  "(?:(?:only|just|still|a total of|some|a further|an additional|a low of|a high of|as (?:few|many|low|high) as|a mere|the|these|those|all) ){0,2}";
const notInWord = "(?<![a-z\\d])";
const union = (sources: readonly string[] | undefined): RegExp | null =>
  sources && sources.length > 0 ? new RegExp(`${notInWord}(?:${sources.map(expandWords).join("|")})(?![a-z\\d])`, "g") : null;

/** Like union, but a word may go on: "conference" also bars "conferences". */
const opening = (sources: readonly string[] | undefined): RegExp | null =>
  sources && sources.length > 0 ? new RegExp(`${notInWord}(?:${sources.map(expandWords).join("|")})`) : null;

/** The first "#" outside groups and classes: "[^#…]" keeps a stretch free of figures, "(?:#)?" is another one. */
function figurePlace(source: string): number {
  let depth = 0;
  for (let at = 0; at < source.length; at++) {
    const sign = source[at];
    if (sign === "\\") at++;
    else if (sign === "(" || sign === "[") depth++;
    else if (sign === ")" || sign === "]") depth--;
    else if (sign === "#" && depth === 0) return at;
  }
  return -1;
}

/**
 * A frame is tried at each figure and nowhere else: what stands before the figure is looked back at, so
 * that a sentence costs as many trials as it has figures.
 */
function compileFrame(source: string): Frame {
  const at = figurePlace(source);
  if (at < 0) throw new Error(`The frame "${source}" has no "#" to say where the figure stands: add one`);
  const lead = expandWords(source.slice(0, at));
  const before = lead === "" ? "(?<![a-z])" : `(?<=(?<lead>(?<![a-z])${lead}${beforeFigure}))`;
  return {
    pattern: new RegExp(`${before}#${expandWords(source.slice(at + 1))}(?![a-z])`, "y"),
    stems: stemsOf(expandWords(source)),
    ofWhole: source.startsWith("of (?:the )?#"),
  };
}

const compiled = new WeakMap<Indicator, readonly CompiledPhrases[]>();

/** The phrases of a declaration as regular expressions over plain text; compiled once per declaration. */
export function compilePhrases(indicator: Indicator): readonly CompiledPhrases[] {
  const known = compiled.get(indicator);
  if (known) return known;
  const made = indicator.phrases.map((phrases: Phrases): CompiledPhrases => ({
    indicator,
    units: phrases.units ?? [indicator.unit],
    any: union(phrases.any),
    stems: stemsOf(phrases.any.map(expandWords).join("|")),
    also: (phrases.also ?? []).map((source) => new RegExp(expandWords(source))),
    beside: (phrases.beside ?? []).map((source) => new RegExp(expandWords(source))),
    subject: phrases.subject ?? "",
    whole: phrases.whole ?? false,
    qualifiers: phrases.qualifiers ?? null,
    never: opening(phrases.never),
    complement: union(phrases.complement),
    frames: (phrases.frames ?? []).map(compileFrame),
  }));
  compiled.set(indicator, made);
  return made;
}
