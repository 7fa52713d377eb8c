import type { Measure } from "../../charts/data.ts";
import type { Finding } from "../../model/finding.ts";
import type { Observation } from "../../model/observation.ts";
import { joinList } from "../../words/grammar.ts";
import { nameOf } from "../../words/terms.ts";
import type { Span } from "../span.ts";
import type { TemplatePage } from "../template/template.ts";
import { openFindings, shownFindings } from "./findings.ts";
import { measureAnchor, sectionAnchor } from "./gaps.ts";
import { pageLink, type Pack } from "./pack.ts";

const doubting: readonly Finding["kind"][] = ["arithmetic", "total", "conflict", "official_difference", "plausibility"];

/** The gravest open finding against a figure that a document prints, wherever in the document it stands; null when there is none. */
export function doubtOn(pack: Pack, figure: Observation): Finding | null {
  const isSame = (one: Observation): boolean =>
    one.document === figure.document && one.indicator === figure.indicator && one.value === figure.value && one.unit === figure.unit;
  const same = new Set(pack.input.observations.filter(isSame).map((one) => one.observation_id));
  return (
    openFindings(pack).find(
      (one) => one.severity !== "note" && doubting.includes(one.kind) && one.observations.split(" ").some((id) => same.has(id)),
    ) ?? null
  );
}

/** The page that lists findings; undefined in a pack without one. */
export const findingsPage = ({ template }: Pack): TemplatePage | undefined =>
  template.pages.find((one) => one.parts.some((part) => part.kind === "directive" && part.directive.name === "findings"));

/** "page 9", leading there, where the pack shows the finding; otherwise the book that holds them all. */
export function doubtPlace(pack: Pack, finding: Finding): Span {
  const page = findingsPage(pack);
  const anchor = page && shownFindings(pack).includes(finding) ? sectionAnchor(page.section) : "";
  if (anchor === "" || pack.pageOf(anchor) === "0") return { text: "the evidence book" };
  return pageLink(pack, anchor);
}

/** What is to be said of quoted figures in doubt, beside them and where there is no room for that. */
export type Doubts = {
  /** "; 14.5 and 13.2 are in doubt (see page 13)". */
  readonly beside: readonly Span[];
  /** "In doubt: SDQ average score 14.5 and 13.2, quoted on page 6 (see the evidence book)." */
  readonly elsewhere: readonly Span[];
};

/** Doubts on the figures of a measure that a page quotes; null when there is none. */
export function doubtsOn(
  pack: Pack,
  measure: Measure,
  figures: readonly Observation[],
  format: (one: Observation) => string,
): Doubts | null {
  const doubted = figures.flatMap((one) => {
    const finding = doubtOn(pack, one);
    return finding ? [{ one, finding }] : [];
  });
  const [first] = doubted;
  if (!first) return null;
  const rests = doubted.flatMap(({ one, finding }) => [one.observation_id, finding.finding_id]);
  const named = joinList([...new Set(doubted.map(({ one }) => format(one)))]);
  const anchor = measureAnchor(measure.indicator.id, measure.breakdown);
  const see: readonly Span[] = [{ text: "(see " }, doubtPlace(pack, first.finding), { text: ")" }];
  return {
    beside: [{ text: `; ${named} ${doubted.length === 1 ? "is" : "are"} in doubt `, rests }, ...see],
    elsewhere: [
      { text: `In doubt: ${nameOf(measure.indicator, measure.breakdown)} ${named}, quoted on `, rests },
      pageLink(pack, anchor),
      { text: " " },
      ...see,
      { text: "." },
    ],
  };
}
