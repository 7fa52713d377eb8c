import type { Finding } from "../../model/finding.ts";
import type { Observation } from "../../model/observation.ts";
import { joinList } from "../../words/grammar.ts";
import type { Span } from "../span.ts";
import { openFindings, shownFindings } from "./findings.ts";
import { sectionAnchor } from "./gaps.ts";
import { pageRef, type Pack } from "./pack.ts";

const doubting: readonly Finding["kind"][] = ["arithmetic", "total", "conflict", "official_difference", "plausibility"];

/** The gravest open finding against a figure that a document prints, wherever in the document it stands; null when there is none. */
export function doubtOn(pack: Pack, figure: Observation): Finding | null {
  const isSame = (one: Observation): boolean => one.document === figure.document && one.indicator === figure.indicator && one.value === figure.value && one.unit === figure.unit;
  const same = new Set(pack.input.observations.filter(isSame).map((one) => one.observation_id));
  return openFindings(pack).find((one) => one.severity !== "note" && doubting.includes(one.kind) && one.observations.split(" ").some((id) => same.has(id))) ?? null;
}

/** "page 9", leading there, where the pack shows the finding; otherwise the book that holds them all. */
export function doubtPlace(pack: Pack, finding: Finding): Span {
  const page = pack.template.pages.find((one) => one.parts.some((part) => part.kind === "directive" && part.directive.name === "findings"));
  const anchor = page && shownFindings(pack).includes(finding) ? sectionAnchor(page.section) : "";
  if (anchor === "" || pack.pageOf(anchor) === "0") return { text: "the evidence book" };
  return { text: `page ${pack.pageOf(anchor)}`, link: { to: anchor, description: `Page ${pack.pageOf(anchor)}` }, rests: [pageRef(anchor)] };
}

/** "; 14.5 and 13.2 are in doubt (see page 13)" for a run of quoted figures; [] when none is. */
export function doubtSpans(pack: Pack, figures: readonly Observation[], format: (one: Observation) => string): Span[] {
  const doubted = figures.flatMap((one) => {
    const finding = doubtOn(pack, one);
    return finding ? [{ one, finding }] : [];
  });
  const [first] = doubted;
  if (!first) return [];
  const rests = doubted.flatMap(({ one, finding }) => [one.observation_id, finding.finding_id]);
  const named = joinList([...new Set(doubted.map(({ one }) => format(one)))]);
  return [{ text: `; ${named} ${doubted.length === 1 ? "is" : "are"} in doubt (see `, rests }, doubtPlace(pack, first.finding), { text: ")" }];
}
