import type { Measure } from "../../charts/data.ts";
import type { Comparison } from "../../model/comparison.ts";
import type { Indicator } from "../../model/indicator.ts";
import { parseMeasure } from "./measures.ts";
import type { Pack, Sheetwork } from "./pack.ts";

/** Words that stand for measures which a page chose with ::focus. */
export const focusWords = ["lead", "second", "third"] as const;

/** The measures that a directive names, the page's chosen ones among them; unknown ones were refused before. */
export function measuresOf(sheet: Sheetwork, words: readonly string[]): Measure[] {
  if (sheet.unfocused) return [];
  return words.flatMap((word): Measure[] => {
    const place = focusWords.findIndex((known) => known === word);
    if (place >= 0) return sheet.focus[place] ? [sheet.focus[place]] : [];
    const measure = parseMeasure(word, sheet.pack.input.indicators);
    return typeof measure === "string" ? [] : [measure];
  });
}

/** Lookup of declarations by id for the functions of words; an id that is not declared is a fault of the data's schema. */
export function indicatorLookup(pack: Pack): (id: string) => Indicator {
  const byId = new Map(pack.input.indicators.map((one) => [one.id, one]));
  return (id) => {
    const found = byId.get(id);
    if (!found) throw new Error(`A comparison names the indicator "${id}", which is not declared`);
    return found;
  };
}

/** The newest comparison of each measure that has one, in the order of the declarations. */
export function latestRows(pack: Pack): Comparison[] {
  return pack.data.measures.flatMap((measure) => pack.data.latest(measure) ?? []);
}
