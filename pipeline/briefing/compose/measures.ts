import type { Measure } from "../../charts/data.ts";
import type { Indicator } from "../../model/indicator.ts";
import { didYouMean } from "../../core/suggest.ts";
import { nameOf } from "../../words/terms.ts";

/** The measure that a text names, as `parseMeasure` reads it; null when it names none. */
export function findMeasure(text: string, indicators: readonly Indicator[]): Measure | null {
  const [id = "", part = ""] = text.split("/").map((piece) => piece.trim());
  const indicator = indicators.find((one) => one.id === id);
  if (!indicator) return null;
  if (part !== "") return indicator.breakdowns.includes(part) ? { indicator, breakdown: part } : null;
  const parts = indicator.breakdowns.filter((breakdown) => breakdown !== "");
  const [only] = parts;
  return { indicator, breakdown: parts.length === 1 && only !== undefined ? only : "" };
}

/**
 * A measure as analysts write it: "health.immunisations" or "care_leavers.eet/age 19 to 21". Without a
 * part, the whole is meant, or the one part that is declared. Gives a sentence when it is not known.
 */
export function parseMeasure(text: string, indicators: readonly Indicator[]): Measure | string {
  const measure = findMeasure(text, indicators);
  if (measure) return measure;
  const [id = "", part = ""] = text.split("/").map((piece) => piece.trim());
  const indicator = indicators.find((one) => one.id === id);
  if (!indicator)
    return `there is no indicator "${id}".${didYouMean(
      id,
      indicators.map((one) => one.id),
    )}`;
  const parts = indicator.breakdowns.filter((breakdown) => breakdown !== "");
  const known = parts.length === 0 ? "it has no parts" : `its parts are ${parts.map((one) => `"${one}"`).join(", ")}`;
  return `"${id}" has no part "${part}"; ${known}.${didYouMean(part, parts)}`;
}

export const measureKey = (measure: Measure): string => `${measure.indicator.id}|${measure.breakdown}`;

/** The measure with its part, which a declaration may not know: documents cut bands as they like. */
export function partName(indicator: Indicator, breakdown: string): string {
  const name = nameOf(indicator, breakdown);
  return breakdown === "" || name.includes(breakdown) ? name : `${name}, ${breakdown}`;
}
