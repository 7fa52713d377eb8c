import { formatDate } from "../../model/period.ts";
import { regionName } from "../../words/terms.ts";
import type { Span } from "../span.ts";
import { givenRef, pageRef, templateRef, type Pack } from "./pack.ts";

/** What fills the gaps: the same from the first round of layout to the last. */
type Given = Pick<Pack, "input" | "template">;

/** What a template may leave open. Each is filled from the pack, never computed. */
export const gaps: Readonly<Record<string, (pack: Given) => string>> = {
  authority: ({ input }) => input.authority.authority,
  council: (pack) => councilName(pack),
  region: ({ input }) => regionName(input.authority.region),
  panel: ({ template }) => template.front.panel,
  meeting_date: ({ input }) => longDate(input.options.meetingDate),
  agenda_item: ({ input }) => input.options.agendaItem,
  report_date: ({ input }) => formatDate(input.options.date),
  neighbour_model: ({ input }) => input.neighbourModel,
  neighbours: ({ input }) => input.group.map((one) => one.authority).join(", "),
};

const weekdays = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** "Monday 16 March 2026"; "" for an empty date. */
export function longDate(iso: string): string {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(iso)) return "";
  const [year = 0, month = 1, day = 1] = iso.split("-").map(Number);
  return `${weekdays[new Date(Date.UTC(year, month - 1, day)).getUTCDay()]} ${formatDate(iso)}`;
}

/** The council as its own papers name it, when a document of the authority was published by one; else the authority. */
export function councilName({ input, template }: Given): string {
  const name = input.authority.authority;
  if (template.front.council !== "") return template.front.council.replaceAll("{{authority}}", name);
  const publisher = input.documents.map((row) => row.publisher.trim()).find((text) => text.startsWith(name) && /\bCouncil$/.test(text));
  return publisher ?? name;
}

export const gapPattern = /\{\{\s*([a-z_]+)(?::([a-z0-9-]+))?\s*\}\}/g;

/** Text of a template with its gaps filled. "{{page:scorecard}}" becomes a page number that links there. */
export function fillGaps(text: string, pack: Pack): Span[] {
  const spans: Span[] = [];
  const own = [templateRef(pack.template)];
  let at = 0;
  for (const match of text.matchAll(gapPattern)) {
    const [whole, name = "", target = ""] = match;
    // Some regions bring their article with them.
    const value = name === "page" ? "" : (gaps[name]?.(pack) ?? whole);
    const before = text.slice(at, match.index);
    if (before !== "") spans.push({ text: value.startsWith("the ") ? before.replace(/\b[Tt]he $/, "") : before, rests: own });
    if (name === "page")
      spans.push({ text: pack.pageOf(target), rests: [pageRef(target)], link: { to: target, description: `Page ${pack.pageOf(target)}` } });
    else spans.push({ text: value, rests: [givenRef(name)] });
    at = match.index + whole.length;
  }
  if (at < text.length) spans.push({ text: text.slice(at), rests: own });
  return emphasise(spans);
}

/** "**words**" in semibold. */
function emphasise(spans: readonly Span[]): Span[] {
  return spans.flatMap((span) =>
    span.text
      .split("**")
      .map((text, at): Span => (at % 2 === 1 ? { ...span, text, weight: "Semibold" } : { ...span, text }))
      .filter((one) => one.text !== ""),
  );
}

/** Anchor of the first chart of a measure. */
export const measureAnchor = (indicator: string, breakdown: string): string => `measure-${sectionAnchor(`${indicator} ${breakdown}`)}`;

/** Anchor of a section: its title in lower case with hyphens. */
export function sectionAnchor(title: string): string {
  return title
    .toLowerCase()
    .replace(/[’']/g, "")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
