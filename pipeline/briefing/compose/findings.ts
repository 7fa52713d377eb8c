import { documentRef } from "../../model/document.ts";
import type { Finding } from "../../model/finding.ts";
import { capitalise, numberWord } from "../../words/grammar.ts";
import { citation } from "../evidence.ts";
import type { MarkName } from "../marks.ts";
import { oneLine } from "../layout/lines.ts";
import { layRemarks, remarkWidth } from "../layout/messages.ts";
import { layParagraph } from "../layout/text.ts";
import { wordingOf } from "../../words/terms.ts";
import type { Directive } from "../template/template.ts";
import { type as roles } from "../style.ts";
import { documentName } from "./evidence-list.ts";
import type { Composer, Pack, PackInput } from "./pack.ts";
import { indicatorLookup } from "./resolve.ts";
import { setParagraph } from "./set.ts";

const order: Readonly<Record<Finding["severity"], number>> = { error: 0, warning: 1, note: 2 };

/** Kept for each pack's rows: every page with a figure from a document asks again. */
const opened = new WeakMap<PackInput, readonly Finding[]>();

/** Findings that nobody has acknowledged: the worst first, and within a severity those about a measure first. */
export function openFindings({ input }: Pack): readonly Finding[] {
  let open = opened.get(input);
  if (!open) {
    open = input.findings
      .filter((one) => one.acknowledged === "")
      .map((one) => ({ one, about: aboutOf(input, one) === "" ? 1 : 0 }))
      .sort((a, b) => order[a.one.severity] - order[b.one.severity] || a.about - b.about)
      .map(({ one }) => one);
    opened.set(input, open);
  }
  return open;
}

/** Those that the pack's page on data quality prints. */
export function shownFindings(pack: Pack): Finding[] {
  return pack.template.pages.flatMap((page) =>
    page.parts.flatMap((part) =>
      part.kind === "directive" && part.directive.name === "findings"
        ? wantedFindings(pack, part.directive).slice(0, mostOf(part.directive))
        : [],
    ),
  );
}

const mostOf = (directive: Directive): number => Number(directive.settings["most"] ?? "4");
const wantedFindings = (pack: Pack, directive: Directive): Finding[] =>
  differentFirst(
    pack,
    openFindings(pack).filter((one) => directive.settings["severity"] === undefined || one.severity === directive.settings["severity"]),
  );

/** Within a severity, the first finding about each measure of a document before the second about any: three faults of one figure do not hide a fourth. */
function differentFirst(pack: Pack, findings: readonly Finding[]): Finding[] {
  const seen = new Set<string>();
  const again = findings.map((one) => {
    const about = aboutOf(pack.input, one);
    const key = [one.severity, one.document, about || one.finding_id].join("|");
    return { one, again: seen.has(key) ? 1 : seen.add(key) && 0 };
  });
  return again.sort((a, b) => order[a.one.severity] - order[b.one.severity] || Number(a.again) - Number(b.again)).map(({ one }) => one);
}

const squeezed = (text: string): string => text.replace(/\s+/g, " ").trim();

/**
 * The indicator that a finding is about: its own, that of its observations, or that of the one figure read from
 * its words which has the value it speaks of. "" where the words hold no such figure or figures of several measures.
 */
function aboutOf(input: PackInput, finding: Finding): string {
  const ids = finding.observations.split(" ");
  const words = squeezed(finding.quote);
  const figure = Number(finding.stated.replace(/[%,]/g, "") || Number.NaN);
  const same = input.observations.filter(
    (one) =>
      ids.includes(one.observation_id) ||
      (words !== "" &&
        one.document === finding.document &&
        one.value === figure &&
        one.quote !== "" &&
        (words.includes(squeezed(one.quote)) || squeezed(one.quote).includes(words))),
  );
  const indicators = new Set([...(finding.indicator === "" ? [] : [finding.indicator]), ...same.map((one) => one.indicator)]);
  const [only] = indicators;
  return only !== undefined && indicators.size === 1 ? only : "";
}

/** "First health assessments in time: 89.7% printed, but 90 of 116 is 77.6%", so that the line says what the figures are of. */
function headingOf(pack: Pack, finding: Finding): string {
  const words = curly(finding.heading || finding.message);
  const id = aboutOf(pack.input, finding);
  if (id === "" || finding.heading === "") return words;
  const indicator = indicatorLookup(pack)(id);
  const { subject } = wordingOf(indicator, "");
  const said = [indicator.name, subject].some((name) => words.toLowerCase().includes(name.toLowerCase())) || words.includes(":");
  return said ? words : oneLine([`${subject}: ${words}`, words], remarkWidth, roles.strong);
}

/** E number of a finding's words; "" for one that is not about a document. */
function findingNumber(pack: Pack, finding: Finding): string {
  const first = finding.observations.split(" ")[0] ?? "";
  const observation = pack.input.observations.find((one) => one.observation_id === first);
  if (observation) return pack.evidence.observation(observation);
  if (finding.document === "" || finding.quote === "") return "";
  return pack.evidence.quotation({ document: finding.document, quote: finding.quote, place: finding.place, rests: [finding.finding_id] });
}

/** Straight quotation marks as a page sets them. */
export const curly = (text: string): string => text.replace(/"([^"]*)"/g, "“$1”").replace(/(\w)'(\w)/g, "$1’$2");

/** Findings that somebody has explained are told apart from those that stand: a page that left them out would say that nothing was wrong. */
const knownText = (known: number, standing: number): string =>
  `${known}${standing === 0 ? "" : " more"} ${known === 1 ? "is" : "are"} known and explained: the evidence book lists ${known === 1 ? "it with its reason" : "them with their reasons"}.`;

export const findings: Composer = {
  settings: { most: "number", severity: ["error", "warning", "note"] },
  words: "none",
  items: "none",
  compose(sheet, directive) {
    const { pack, path } = sheet;
    const most = mostOf(directive);
    const all = wantedFindings(pack, directive);
    const known = pack.input.findings.filter(
      (one) => one.acknowledged !== "" && (directive.settings["severity"] === undefined || one.severity === directive.settings["severity"]),
    );
    const { documents, authority } = pack.input;
    const say = (text: string, before: number): void =>
      void sheet.pieces.push(
        layParagraph([{ text, rests: documents.map((row) => documentRef(row.document)) }], roles.body, { key: sheet.key(), path, before }),
      );
    // The title says it too where nothing else is wrong.
    if (documents.length === 0)
      say(
        all.length === 0
          ? "So no printed figure was checked, and none is quoted."
          : `No document about ${authority.authority} was read, so no printed figure was checked, and none is quoted.`,
        6,
      );
    else if (all.length === 0 && known.length === 0)
      say(
        `${capitalise(numberWord(documents.length))} ${documents.length === 1 ? "document" : "documents"} about ${authority.authority} ${documents.length === 1 ? "was" : "were"} read. No fault was found.`,
        6,
      );
    for (const text of pack.absences) say(text, 6);
    const byName = new Map(documents.map((row) => [row.document, row]));
    const remarks = all.slice(0, most).map((one) => ({
      mark: one.severity as MarkName,
      label: capitalise(one.severity),
      heading: [{ text: headingOf(pack, one), rests: [one.finding_id] }],
      text: [
        ...(one.heading === "" ? [] : [{ text: `${capitalise(curly(one.message))} `, rests: [one.finding_id] }]),
        ...(one.document === ""
          ? []
          : [{ text: documentName(byName.get(one.document), one.document), colour: roles.note.colour, size: 10, rests: [one.finding_id] }]),
        ...citation([findingNumber(pack, one)], { weight: "Regular", colour: roles.note.colour, size: 10 }),
      ],
    }));
    if (remarks.length > 0) sheet.pieces.push(...layRemarks(remarks, { key: sheet.key(), path, before: 12 }));
    const left = all.length - Math.min(most, all.length);
    if (left > 0)
      setParagraph(
        sheet,
        [
          {
            text: `${left} more ${left === 1 ? "is" : "are"} listed in the evidence book.`,
            rests: all.slice(most).map((one) => one.finding_id),
          },
        ],
        5,
        roles.note,
      );
    if (known.length > 0)
      setParagraph(
        sheet,
        [{ text: knownText(known.length, all.length), rests: known.map((one) => one.finding_id) }],
        5,
        all.length === 0 ? roles.body : roles.note,
      );
    for (const spans of pack.untold) sheet.pieces.push(layParagraph(spans, roles.note, { key: sheet.key(), path, before: 5 }));
  },
};
