import { sourceOf } from "../../core/patterns.ts";
import { findFigures, parseFigure } from "../grammar/numbers.ts";
import { monthSource } from "../grammar/calendar.ts";
import type { Figure } from "../grammar/figure.ts";

/** What a cell of the body says: figures, a sign that there is no value, or words. */
type CellReading = { kind: "figures"; figures: Figure[] } | { kind: "none" } | { kind: "words" };

const noValue =
  /^(?:[-‐‑‒–—−.…:*]+|n\/?a|n\/?k|not (?:available|applicable|known|recorded|collected|published)|tb[ca]|nil return|suppressed|x|c|z|u|:|\[[a-z]\])$/iu;
// Marks that footnotes and provisional figures carry.
const marks = /(?:\s*(?:\*+|†|‡|\((?:p|r|provisional|estimated?)\)|\[\d{1,2}\]))+$/iu;
// What may be left of a cell once its figures are taken out: brackets, slashes, "n =".
const leftovers = /^(?:[\s()[\],;/=|+]|n(?==)|of|out of|children|young people|cases|days|weeks|%)*$/iu;

export function readCell(cell: string): CellReading {
  const text = cell
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(marks, "");
  if (text === "" || noValue.test(text)) return { kind: "none" };
  // A signed number is a change, not a level.
  if (text.length > 60 || /^[+−–-]\s?[\d£]/.test(text)) return { kind: "words" };
  const whole = parseFigure(text);
  if (whole) return { kind: "figures", figures: [whole] };
  const ratio = /^(\d[\d,]*) ?\/ ?(\d[\d,]*)$/.exec(text);
  if (ratio && !/^(?:19|20)\d\d ?\/ ?\d\d(?:\d\d)?$/.test(text)) return readRatio(ratio);
  const figures = findFigures(text);
  let rest = "";
  let at = 0;
  for (const figure of figures) {
    rest += `${text.slice(at, figure.start)} `;
    at = figure.end;
  }
  rest += text.slice(at);
  return figures.length > 0 && figures.length <= 3 && leftovers.test(rest) ? { kind: "figures", figures } : { kind: "words" };
}

/** "22/39": so many out of so many. */
function readRatio(match: RegExpExecArray): CellReading {
  const [numerator, denominator] = [match[1], match[2]].map((digits) => Number((digits ?? "").replaceAll(",", "")));
  if (numerator === undefined || !denominator || numerator > denominator) return { kind: "words" };
  const figure: Figure = {
    start: 0,
    end: match[0].length,
    markStart: 0,
    value: numerator,
    valueHigh: null,
    measure: "number",
    qualifier: "exact",
    numerator,
    denominator,
    form: "digits",
  };
  return { kind: "figures", figures: [figure] };
}

const year = String.raw`(?:19|20)\d\d(?:\s*[/–-]\s*(?:\d\d|(?:19|20)\d\d))?`;
const periodCell = new RegExp(
  sourceOf`
  ^(?:(?:as )?at |year ending |end of |to )?(?:${year}|\d{2}/\d{2}|\d{1,2}[/.]\d{1,2}[/.](?:\d\d){1,2}|
  (?:\d{1,2}(?:st|nd|rd|th)? )?${monthSource}[ '’.-]*(?:\d\d|(?:19|20)\d\d)|(?:q|qtr |quarter )[1-4](?: ${year})?|
  ${year} (?:q|quarter )[1-4])$`,
  "iu",
);

/** True for a cell that could head a column although it holds digits: "2015", "2014/15", "31/03/2023", "Apr-23". */
export const isPeriodCell = (cell: string): boolean => periodCell.test(cell.trim());
