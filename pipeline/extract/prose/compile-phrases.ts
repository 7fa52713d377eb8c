import type { Indicator, Phrases, Unit } from "../../model/indicator.ts";
import type { Qualifier } from "../../model/observation.ts";
import { expandWords } from "./vocabulary.ts";

/** A declaration of phrases made ready for matching. */
export type CompiledPhrases = {
  indicator: Indicator;
  units: readonly Unit[];
  any: RegExp | null;
  also: readonly RegExp[];
  beside: readonly RegExp[];
  subject: string;
  qualifiers: readonly Qualifier[] | null;
  never: RegExp | null;
  complement: RegExp | null;
  frames: readonly RegExp[];
};

// Words that may stand between a verb and its figure and change nothing.
const beforeFigure = "(?:(?:only|just|still|a total of|some|a further|an additional|a low of|a high of|as (?:few|many|low|high) as|a mere|the|these|those|all) ){0,2}";
const union = (sources: readonly string[] | undefined): RegExp | null =>
  sources && sources.length > 0 ? new RegExp(`(?<![\\p{L}\\d])(?:${sources.map(expandWords).join("|")})(?![\\p{L}\\d])`, "gu") : null;

/** Like union, but a word may go on: "conference" also bars "conferences". */
const opening = (sources: readonly string[] | undefined): RegExp | null =>
  sources && sources.length > 0 ? new RegExp(`(?<![\\p{L}\\d])(?:${sources.map(expandWords).join("|")})`, "gu") : null;

function compileFrame(source: string): RegExp {
  // "[^#…]" keeps a stretch free of other figures; the first "#" outside such a class is the figure.
  const at = source.search(/(?<!\[\^)#/);
  if (at < 0) throw new Error(`The frame "${source}" has no "#" to say where the figure stands: add one`);
  // The breakdown of a frame ends where its group ends; the figure's place is read from the match.
  return new RegExp(`(?<![\\p{L}])${expandWords(source.slice(0, at))}${beforeFigure}(?<figure>#)${expandWords(source.slice(at + 1))}(?![\\p{L}])`, "dgu");
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
    also: (phrases.also ?? []).map((source) => new RegExp(expandWords(source), "u")),
    beside: (phrases.beside ?? []).map((source) => new RegExp(expandWords(source), "u")),
    subject: phrases.subject ?? "",
    qualifiers: phrases.qualifiers ?? null,
    never: opening(phrases.never),
    complement: union(phrases.complement),
    frames: (phrases.frames ?? []).map(compileFrame),
  }));
  compiled.set(indicator, made);
  return made;
}
