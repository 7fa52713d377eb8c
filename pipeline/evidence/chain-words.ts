import type { Observation } from "../model/observation.ts";
import { formatPeriod } from "../model/period.ts";
import type { Source } from "../model/source.ts";
import { nameOf } from "../words/terms.ts";
import { indicatorRef, type EvidenceIndex } from "./tables.ts";

/** Words of the chain behind a figure: plain names first, ids in brackets. */

/** "Teeth checked by a dentist (health.dental_checks)"; the id alone where no declaration has it. */
export function about(index: EvidenceIndex, id: string, breakdown: string): string {
  const indicator = index.indicators.get(indicatorRef(id));
  if (!indicator) return breakdown === "" ? id : `${id}, ${breakdown}`;
  const name = nameOf(indicator, breakdown);
  return `${name}${breakdown === "" || name.toLowerCase().includes(breakdown.toLowerCase()) ? "" : `, ${breakdown}`} (${id})`;
}

export function valueText(value: number | null, unit: string, symbol = ""): string {
  if (value === null) return symbol === "" ? "no value" : `[${symbol}]`;
  switch (unit) {
    case "percent":
      return `${value}%`;
    case "gbp":
      return `£${value}`;
    case "rate_per_10k":
      return `${value} per 10,000`;
    case "grade":
      return `grade ${value}`;
    case "count":
    case "score":
    case "":
      return String(value);
    default:
      return `${value} ${unit}`;
  }
}

export const counts = (numerator: number | null, denominator: number | null): string =>
  numerator === null ? "" : denominator === null ? ` (${numerator})` : ` (${numerator} of ${denominator})`;

/** ", 2016/17"; "" without a period. */
export const during = (period: string): string => (period === "" ? "" : `, ${formatPeriod(period)}`);

const subjects: Readonly<Record<string, string>> = {
  england: "England",
  statistical_neighbours: "statistical neighbours",
  target: "a target",
  general_population: "all local children",
  "": "whose figure is not known",
};

/** Whose figure an observation is. */
export const whose = ({ subject, authority }: Pick<Observation, "subject" | "authority">): string =>
  subject === "local" ? authority || "the authority" : (subjects[subject] ?? subject.replace(/^other:/, "").replaceAll("_", " "));

export function placeText(row: Observation): string {
  return [
    row.page === null ? "" : `page ${row.page}`,
    row.table === "" ? "" : `table "${row.table}"`,
    row.row === "" ? "" : `row "${row.row}"`,
    row.column === "" ? "" : `column "${row.column}"`,
    row.table !== "" || row.paragraph === "" ? "" : /^\d/.test(row.paragraph) ? `paragraph ${row.paragraph}` : row.paragraph,
  ]
    .filter((part) => part !== "")
    .join(", ");
}

/** The file and line of a place such as "a.csv:12"; an empty file where the place is a line alone. */
export function fileAndLine(place: string): { file: string; line: string } {
  const [, file = "", line = place] = /^(.+):(\d+)$/.exec(place) ?? [];
  return { file, line };
}

/** "line 12 of " before what the line is of; "line 12 of a.csv: " where the file is named. */
export function lineText(place: string): string {
  const { file, line } = fileAndLine(place);
  if (line === "") return "";
  return `${/^\d+$/.test(line) ? "line " : ""}${line} of ${file === "" ? "" : `${file}: `}`;
}

export const releaseText = (source: Source): string => `${source.title}, ${source.publisher}, ${source.release}`;
export const verdictText = (word: string): string => word.replaceAll("_", " ");
