import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { oneFinding, shorten } from "../../finding-row.ts";
import { placeOf, type Reading } from "../../reading/reading.ts";
import { datePattern } from "../../reading/report-dates.ts";

const kinds = "table|tab\\.|figure|fig\\.|chart|graph|exhibit|appendix";
/** "2", "2.1", "A3", "4b", "2-1", "2(a)": read as far as it goes, so that "2.1" is never a second "2". */
const digits = "[A-Za-z]?\\d{1,3}(?:[.-]\\d{1,2}(?!\\d))*(?: ?\\([a-z]\\)|[A-Za-z])?(?![\\w(]|[.-]\\d)";
const caption = new RegExp(`^\\W*(${kinds})\\s+(${digits}|[a-z]|one|two|three|four|five|six)\\s*(?:[:.,–—-]|(?=\\())\\s*(\\S.*)$`, "iu");
/** "Children by age (Table 1)". */
const behind = new RegExp(`^(?<title>[^.;]{5,120}) \\((?<kind>${kinds}) (?<number>${digits})\\)$`, "iu");
// Both cases are spelled out: with an inline (?i:…) the engine missed titles, depending on what it had read before.
/** "Figure 3 Attendance by year": no sign between them, but a title in place of a sentence. */
const unparted = new RegExp(`^\\W*([Tt]able|TABLE|[Ff]igure|FIGURE|[Cc]hart|CHART|[Gg]raph|GRAPH) (${digits}) (\\p{Lu}[^.;]{3,80})$`, "u");

const opensReport = new RegExp(`^(?:report of\\b|agenda item|item no|(?:appendix|annex) [a-z\\d]+\\b|${datePattern.source}$)`, "iu");

/** Headings of one level only, as plain text has them, part no reports; where more than one number comes twice, another report numbers its tables afresh. */
function repeated(reading: Reading): Finding[] {
  const isFlat = !reading.source.blocks.some(({ kind, level }) => kind === "heading" && level > 1);
  const found = repeatedIn(reading, !isFlat);
  return isFlat && found.length > 1 ? [] : found;
}

/** Two tables or charts with the same number and different names, in one report: `isParted` where a heading of the first level begins another. */
function repeatedIn(reading: Reading, isParted: boolean): Finding[] {
  const seen = new Map<string, { title: string; place: string; text: string }>();
  return reading.source.blocks.flatMap((block) => {
    const text = block.table === null ? block.text : block.table.caption;
    if (text.length > 200) return [];
    // Papers of several reports number their tables afresh in each.
    if (opensReport.test(text) || (isParted && block.kind === "heading" && block.level === 1 && block.index > 0)) seen.clear();
    const match = caption.exec(text) ?? unparted.exec(text) ?? behind.exec(text);
    if (!match) return [];
    const { kind = match[1] ?? "", number = match[2] ?? "", title = match[3] ?? "" } = match.groups ?? {};
    // "Table 2 (continued)" names no other table.
    if (titleKey(title) === "") return [];
    const name = `${kind.toLowerCase()} ${number.toLowerCase().replaceAll(" ", "")}`;
    const before = seen.get(name);
    const place = placeOf(block);
    seen.set(name, { title, place, text });
    if (!before || titleKey(before.title) === titleKey(title)) return [];
    const shown = `${kind[0]!.toUpperCase()}${kind.slice(1).toLowerCase()} ${number}`;
    return oneFinding(reading, {
      kind: "label",
      severity: "warning",
      stated: shown,
      place,
      quote: `${before.text} / ${text}`,
      heading: shorten(`Two are numbered ${shown}`, 70),
      message: `${shown} is "${before.title}" (${before.place}) and "${title}" (${place}): one of them needs another number.`,
    });
  });
}

export const captions = perDocument("label", "Numbers of tables and charts that are used twice", repeated);

const titleKey = (title: string): string =>
  title
    .toLowerCase()
    .replace(/(?:\s*\.{2,}\s*|\s{2,}|\t)\d{1,3}$/u, "")
    .replace(/\b(?:continued|cont\.?|cont'd)\b/g, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim();
