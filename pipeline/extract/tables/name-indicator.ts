import type { Indicator, TableNames, Unit } from "../../model/indicator.ts";

/** An indicator that a heading names, and the words that name it. */
export type Named = { indicator: Indicator; units: readonly Unit[]; bands: TableNames["bands"]; words: string };

type Compiled = { indicator: Indicator; units: readonly Unit[]; bands: TableNames["bands"]; any: RegExp; also: readonly RegExp[]; never: RegExp | null };

const union = (sources: readonly string[]): RegExp => new RegExp(`(?<![\\p{L}\\d])(?:${sources.join("|")})(?![\\p{L}\\d])`, "gu");
const compiled = new WeakMap<readonly Indicator[], readonly Compiled[]>();

function compile(indicators: readonly Indicator[]): readonly Compiled[] {
  const known = compiled.get(indicators);
  if (known) return known;
  const made = indicators.flatMap((indicator) => indicator.tables.map((names): Compiled => ({
    indicator,
    units: names.units ?? (indicator.unit === "percent" ? ["percent", "count"] : [indicator.unit]),
    bands: names.bands,
    any: union(names.any),
    also: (names.also ?? []).map((source) => new RegExp(source, "u")),
    never: names.never ? union(names.never) : null,
  })));
  compiled.set(indicators, made);
  return made;
}

/** Lower case, straight quotes, single spaces: what the patterns of declarations are written for. */
export const plainHeading = (text: string): string =>
  text.toLowerCase().replace(/[‘’]/g, "'").replace(/[‐‑–—−]/g, "-").replace(/\s+/g, " ").trim();

/**
 * The indicators that a heading may name, the longest name first. `around` is what else holds for the
 * row: caption, section, other headings. A share and a count of the same thing both come back, since
 * only the unit of a cell tells them apart.
 */
export function nameIndicators(heading: string, around: string, indicators: readonly Indicator[], bands: TableNames["bands"] = undefined): Named[] {
  const text = plainHeading(heading);
  const context = `${text} ${plainHeading(around)}`;
  const found: { named: Named; length: number; context: number }[] = [];
  for (const names of compile(indicators)) {
    if (names.bands !== bands) continue;
    const matches = [...text.matchAll(names.any)].map((match) => match[0]).filter((words) => words !== "");
    if (matches.length === 0 || !names.also.every((also) => also.test(context))) continue;
    if (names.never && text.search(names.never) >= 0) continue;
    const words = matches.sort((a, b) => b.length - a.length)[0] ?? "";
    found.push({ named: { indicator: names.indicator, units: names.units, bands: names.bands, words: matches.join(" ") }, length: words.length, context: names.also.length });
  }
  // Of equal names, the one whose context had to be met is the more particular.
  return found.sort((a, b) => b.length - a.length || b.context - a.context).map((one) => one.named);
}

/** The first indicator that can be counted in the unit; null when none can. */
export const withUnit = (named: readonly Named[], unit: Unit): Named | null => named.find((one) => one.units.includes(unit)) ?? null;

/** A heading that is one of a row of bands: "0-20 days", "More than 71 days", "Under 1", "16+", "1 to 4 years". */
export function isBand(heading: string): boolean {
  const text = plainHeading(heading);
  return /^(?:aged? |within |between )?(?:under |over |up to |less than |more than |fewer than |\d+ ?(?:-|to|and) ?)?\d+(?: ?\+| ?(?:plus|or over|or more|and over|and above|or under))?(?: ?(?:working )?(?:days?|weeks?|months?|years?(?: old)?|yrs?))?(?: (?:or|and) (?:over|more|above|under|older))?$/.test(text) && /\d/.test(text) && !/^(?:19|20)\d\d$/.test(text);
}
