import type { Finding } from "../../model/finding.ts";
import { capitalise, numberWord } from "../../words/grammar.ts";
import { citation } from "../evidence.ts";
import type { MarkName } from "../marks.ts";
import { layRemarks } from "../layout/messages.ts";
import { layParagraph } from "../layout/text.ts";
import { type as roles } from "../style.ts";
import type { Composer, Pack } from "./pack.ts";

const order: Readonly<Record<Finding["severity"], number>> = { error: 0, warning: 1, note: 2 };

/** Findings that nobody has acknowledged, the worst first, in the order of the table within a severity. */
export function openFindings(pack: Pack): Finding[] {
  return pack.input.findings.filter((one) => one.acknowledged === "").sort((a, b) => order[a.severity] - order[b.severity]);
}

/** E number of a finding's words; "" for one that is not about a document. */
export function findingNumber(pack: Pack, finding: Finding): string {
  const first = finding.observations.split(" ")[0] ?? "";
  const observation = pack.input.observations.find((one) => one.observation_id === first);
  if (observation) return pack.evidence.observation(observation);
  if (finding.document === "" || finding.quote === "") return "";
  return pack.evidence.quotation({ document: finding.document, quote: finding.quote, place: finding.place, rests: [finding.finding_id] });
}

/** Straight quotation marks as a page sets them. */
export const curly = (text: string): string => text.replace(/"([^"]*)"/g, "“$1”").replace(/(\w)'(\w)/g, "$1’$2");

export const findings: Composer = {
  settings: ["most", "severity"],
  words: "none",
  items: "none",
  compose(sheet, directive) {
    const { pack, path } = sheet;
    const most = Number(directive.settings["most"] ?? "4");
    const wanted = directive.settings["severity"];
    const all = openFindings(pack).filter((one) => wanted === undefined || one.severity === wanted);
    const say = (text: string, before: number): void => void sheet.pieces.push(layParagraph([{ text }], roles.body, { key: sheet.key(), path, before }));
    const { documents, authority } = pack.input;
    if (documents.length === 0) say(`No document about ${authority.authority} was among those read, so there was nothing to check and nothing to quote.`, 6);
    else if (all.length === 0) say(`${capitalise(numberWord(documents.length))} ${documents.length === 1 ? "document" : "documents"} about ${authority.authority} ${documents.length === 1 ? "was" : "were"} read. No fault was found.`, 6);
    for (const text of documents.length === 0 ? [] : pack.absences) say(text, 6);
    if (all.length === 0) return;
    const remarks = all.slice(0, most).map((one) => ({
      mark: one.severity as MarkName,
      label: capitalise(one.severity),
      heading: [{ text: curly(one.heading || one.message), rests: [one.finding_id] }, ...citation([findingNumber(pack, one)], { weight: "Regular", colour: roles.note.colour, size: 10 })],
      text: one.heading === "" ? [] : [{ text: curly(one.message), rests: [one.finding_id] }],
    }));
    sheet.pieces.push(...layRemarks(remarks, { key: sheet.key(), path, before: 12 }));
    const left = all.length - Math.min(most, all.length);
    if (left > 0) sheet.pieces.push(layParagraph([{ text: `${left} more ${left === 1 ? "is" : "are"} listed in findings.csv and in the evidence book.` }], roles.note, { key: sheet.key(), path, before: 5 }));
  },
};

