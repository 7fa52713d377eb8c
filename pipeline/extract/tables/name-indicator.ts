import { mayMatch, stemsOf, type Stems } from "../../core/pattern-stems.ts";
import type { Indicator, TableNames, Unit } from "../../model/indicator.ts";

/** An indicator that a heading names, and the words that name it. */
export type Named = { indicator: Indicator; units: readonly Unit[]; bands: TableNames["bands"]; words: string };

type Compiled = {
  indicator: Indicator;
  units: readonly Unit[];
  bands: TableNames["bands"];
  any: RegExp;
  stems: Stems;
  also: readonly RegExp[];
  never: RegExp | null;
};

const union = (sources: readonly string[]): RegExp => new RegExp(`(?<![\\p{L}\\d])(?:${sources.join("|")})(?![\\p{L}\\d])`, "gu");
const compiled = new WeakMap<readonly Indicator[], readonly Compiled[]>();

function compile(indicators: readonly Indicator[]): readonly Compiled[] {
  const known = compiled.get(indicators);
  if (known) return known;
  const made = indicators.flatMap((indicator) =>
    indicator.tables.map((names): Compiled => ({
      indicator,
      units: names.units ?? (indicator.unit === "percent" ? ["percent", "count"] : [indicator.unit]),
      bands: names.bands,
      any: union(names.any),
      stems: stemsOf(names.any.join("|")),
      also: (names.also ?? []).map((source) => new RegExp(source, "u")),
      never: names.never ? new RegExp(`(?<![\\p{L}\\d])(?:${names.never.join("|")})`, "gu") : null,
    })),
  );
  compiled.set(indicators, made);
  return made;
}

/** Lower case, straight quotes, single spaces: what the patterns of declarations are written for. */
export const plainHeading = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\((?:%|no\.?|nos\.?|number|count|percentage|fte)\)/g, " ")
    .replace(/[‘’]/g, "'")
    .replace(/[‐‑–—−]/g, "-")
    .replace(/\s+/g, " ")
    .trim();

/** A name found in a heading, whose context is still to be looked at. */
export type NameFound = { names: Compiled; words: string; length: number };

/** Every name that stands in a heading, of bands or of things themselves. */
export function findNames(heading: string, indicators: readonly Indicator[], bands: TableNames["bands"] = undefined): NameFound[] {
  const text = plainHeading(heading);
  const found: NameFound[] = [];
  for (const names of text === "" ? [] : compile(indicators)) {
    if (names.bands !== bands || !mayMatch(names.stems, text) || text.search(names.any) < 0) continue;
    const matches = [...text.matchAll(names.any)].map((match) => match[0]).filter((words) => words !== "");
    if (matches.length === 0 || (names.never && text.search(names.never) >= 0)) continue;
    found.push({ names, words: matches.join(" "), length: matches.reduce((most, words) => Math.max(most, words.length), 0) });
  }
  return found;
}

/**
 * The indicators that a heading may name, the longest name first; of equal names, the one whose context
 * had to be met is the more particular. `around` is what else holds for the row: caption, section, other
 * headings. A share and a count of the same thing both come back, since only the unit of a cell tells
 * them apart.
 */
export function inContext(found: readonly NameFound[], heading: string, around: string): Named[] {
  if (found.length === 0) return [];
  const context = found.some(({ names }) => names.also.length > 0) ? plainHeading(`${heading} ${around}`) : "";
  return found
    .filter(({ names }) => names.also.every((also) => also.test(context)))
    .sort((a, b) => b.length - a.length || b.names.also.length - a.names.also.length)
    .map(({ names, words }) => ({ indicator: names.indicator, units: names.units, bands: names.bands, words }));
}

/** Both steps at once. */
export const nameIndicators = (
  heading: string,
  around: string,
  indicators: readonly Indicator[],
  bands: TableNames["bands"] = undefined,
): Named[] => inContext(findNames(heading, indicators, bands), heading, around);

/** The first indicator that can be counted in the unit; null when none can. */
export const withUnit = (named: readonly Named[], unit: Unit): Named | null => named.find((one) => one.units.includes(unit)) ?? null;

/** A heading that is one of a row of bands: "0-20 days", "More than 71 days", "Under 1", "16+", "1 to 4 years". */
export function isBand(heading: string): boolean {
  const text = plainHeading(heading);
  return (
    /^(?:aged? |within |between )?(?:under |over |up to |less than |more than |fewer than |\d+ ?(?:-|to|and) ?)?\d+(?: ?\+| ?(?:plus|or over|or more|and over|and above|or under))?(?: ?(?:working )?(?:days?|weeks?|months?|years?(?: old)?|yrs?))?(?: (?:or|and) (?:over|more|above|under|older))?$/.test(
      text,
    ) &&
    /\d/.test(text) &&
    !/^(?:19|20)\d\d$/.test(text)
  );
}
