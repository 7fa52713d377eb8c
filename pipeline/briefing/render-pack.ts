import { chartData, type ChartData } from "../charts/data.ts";
import { authoritySlug } from "../model/authority.ts";
import { formatDate } from "../model/period.ts";
import { longDate } from "./compose/gaps.ts";
import type { ComposedPage } from "./compose/page.ts";
import { sectionAnchor } from "./compose/gaps.ts";
import type { Pack, PackInput } from "./compose/pack.ts";
import { openComposer } from "./compose/remember.ts";
import { EvidenceRegister } from "./evidence.ts";
import { drawFurniture, footerWidth } from "./furniture.ts";
import { oneLine } from "./layout/lines.ts";
import { ownSources, type OwnSource } from "./own-sources.ts";
import type { Span } from "./span.ts";
import { printedOn, type Printed } from "./printed.ts";
import { page, type as roles } from "./style.ts";
import { layOnSheets, type SharedSheet } from "./layout/share.ts";
import { renderPdf, type Bookmark, type LaidPage } from "./pdf/render-pdf.ts";
import type { Template, TemplatePage } from "./template/template.ts";

type RenderedPack = {
  /** Authority, pack and date. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly printed: readonly Printed[];
  /** What the pack itself gives numbers to: its pages, its evidence, its scales, and what fills its gaps. */
  readonly own: readonly OwnSource[];
  /** Everything that the layout could not do; empty when all is well. */
  readonly problems: readonly string[];
  readonly pages: number;
};

/** A pack laid out: its pages as composed, the sheets they take, and where everything stands. */
type Laid = {
  pages: ComposedPage[];
  sheets: SharedSheet<ComposedPage>[];
  anchorPages: Map<string, number>;
  citing: Map<string, number[]>;
  words: string;
  absences: string[];
  untold: (readonly Span[])[];
};

/** How a pack is brought to its length: what pages with room may add, and how many of its spare pages it takes. */
type Fit = { readonly mostRoom: number; readonly spares: number };
const mostRoom = 4;

const isSpare = (page: TemplatePage): boolean => page.parts.some((part) => part.kind === "directive" && part.directive.name === "spare");

/** What all rounds of one pack share. */
type Work = {
  readonly template: Template;
  readonly input: PackInput;
  readonly data: ChartData;
  readonly compose: ReturnType<typeof openComposer>;
};

/** One round of composing and laying out, with what the round before knew of pages. */
function layOut({ template, input, data, compose }: Work, fit: Fit, before: Laid | null): Laid {
  const evidence = new EvidenceRegister(input.sources, hasDirective(template, "evidence"));
  const pack: Pack = {
    input,
    template,
    evidence,
    data,
    pageOf: (anchor) => String(before?.anchorPages.get(anchor) ?? 0),
    pagesCiting: (number) => before?.citing.get(`evidence-${number}`) ?? [],
    wordsBefore: before?.words ?? "",
    mostRoom: fit.mostRoom,
    absences: before?.absences ?? [],
    untold: before?.untold ?? [],
    sections: before
      ? before.pages
          .filter((page, at, all) => all.findIndex((other) => other.anchor === page.anchor) === at)
          .map(({ anchor, section }) => ({ anchor, title: section }))
      : template.pages.map((page) => ({ anchor: sectionAnchor(page.section), title: page.section })),
  };
  const spares = template.pages.filter(isSpare).slice(fit.spares);
  const composed = template.pages.flatMap((page, at) => (spares.includes(page) ? [] : [compose(page, at, pack)]));
  const pages = composed.filter((page) => page.pieces.length > 0);
  const sheets = firstAnchors(layOnSheets(pages));
  const anchorPages = new Map<string, number>();
  const citing = new Map<string, number[]>();
  sheets.forEach(({ sheet }, at) => {
    for (const { name } of sheet.anchors) anchorPages.set(name, at + 1);
    for (const mark of sheet.marks) {
      const to = mark.path.at(-1)?.link?.to;
      if (to !== undefined && !(citing.get(to) ?? []).includes(at + 1)) citing.set(to, [...(citing.get(to) ?? []), at + 1]);
    }
  });
  const words = pages
    .filter((page) => !page.reference)
    .flatMap((page) =>
      [...page.pieces, ...page.notes].flatMap((one) =>
        one.marks.flatMap((mark) => mark.inks.flatMap((ink) => (ink.kind === "text" ? [ink.text] : []))),
      ),
    )
    .join(" ");
  const absences = [...new Set(composed.flatMap(({ absent }) => absent))];
  return { pages, sheets, anchorPages, citing, words, absences, untold: pages.flatMap(({ untold }) => untold) };
}

/** The sheets with each anchor where it stands first: a link leads to the page that its words name. */
function firstAnchors<Content>(sheets: readonly SharedSheet<Content>[]): SharedSheet<Content>[] {
  const known = new Set<string>();
  return sheets.map((one) => ({
    ...one,
    sheet: { ...one.sheet, anchors: one.sheet.anchors.filter(({ name }) => !known.has(name) && known.add(name)) },
  }));
}

const hasDirective = (template: Template, name: string): boolean =>
  template.pages.some((page) => page.parts.some((part) => part.kind === "directive" && part.directive.name === name));

const fingerprint = (laid: Laid | null): string =>
  laid ? JSON.stringify([[...laid.anchorPages], [...laid.citing], laid.pages.map((page) => page.section), laid.absences, laid.untold]) : "";

function bookmarksOf({ sheets }: Laid): Bookmark[] {
  const bookmarks: { title: string; page: number; y: number; children: Bookmark[] }[] = [];
  sheets.forEach(({ starts }, at) => {
    for (const { page, y } of starts) {
      const place = { page: at + 1, y };
      const last = bookmarks.at(-1);
      const name = page.cover ? page.title : page.section;
      if (!last || last.title !== name)
        bookmarks.push({
          title: name,
          ...place,
          children: page.cover || page.title === name ? [] : [{ title: page.title, ...place, children: [] }],
        });
      else last.children.push({ title: page.title, ...place, children: [] });
    }
  });
  return bookmarks;
}

/** Lays a pack out until the page numbers inside the text and the pages of the evidence no longer change. */
function layRounds(work: Work, fit: Fit): Laid {
  let laid = layOut(work, fit, null);
  let mark = "";
  for (let round = 0; round < 5 && fingerprint(laid) !== mark; round++) {
    mark = fingerprint(laid);
    laid = layOut(work, fit, laid);
  }
  return laid;
}

/** Lays a pack out between its fewest and most pages: one too long adds less where there is room, one too short takes its spare pages, as far as they are filled. */
export function layPack(template: Template, input: PackInput): Laid {
  const [fewest, most] = template.front.pages;
  const data = chartData({ ...input, internal: input.options.internal, reportDate: input.options.date });
  const work: Work = { template, input, data, compose: openComposer() };
  let fit: Fit = { mostRoom, spares: 0 };
  let laid = layRounds(work, fit);
  while (laid.sheets.length > most && fit.mostRoom > 0) {
    fit = { ...fit, mostRoom: fit.mostRoom - 1 };
    laid = layRounds(work, fit);
  }
  const spares = template.pages.filter(isSpare).length;
  while (laid.sheets.length < fewest && fit.spares < spares) {
    fit = { ...fit, spares: fit.spares + 1 };
    const longer = layRounds(work, fit);
    if (halfEmpty(longer) > halfEmpty(laid)) break;
    laid = longer;
  }
  return laid;
}

/** Sheets between the cover and the last that are filled to little more than half. */
const halfEmpty = ({ sheets }: Laid): number => sheets.slice(1, -1).filter(({ sheet }) => sheet.filledTo < page.bottom * 0.55).length;

/**
 * What is wrong with a pack's length; null when nothing is. A pack may have less than its fewest pages where sections
 * found little to say, so that some are left out or share a sheet.
 */
export function wrongLength(
  {
    front: {
      pages: [fewest, most],
    },
    pages,
  }: Template,
  { sheets, pages: composed }: Laid,
): string | null {
  const isFull = pages.every(({ line }) => composed.some((one) => one.line === line)) && sheets.every(({ starts }) => starts.length <= 1);
  return (sheets.length < fewest && isFull) || sheets.length > most
    ? `The pack has ${sheets.length} pages; its template allows ${fewest} to ${most}`
    : null;
}

/** Authority, panel and day; shorter where a long name leaves no room. */
function footerOf(authority: string, panel: string, day: string): string {
  const join = (...parts: string[]): string => parts.filter((part) => part !== "").join(", ");
  return oneLine(
    [
      join(`${authority} ${panel}`, longDate(day)),
      join(`${authority} ${panel}`, formatDate(day)),
      join(authority, formatDate(day)),
      join(panel, formatDate(day)),
    ],
    footerWidth,
    roles.note,
  );
}

/** A template and one authority's rows to a tagged PDF, with every printed figure and the rows that it rests on. */
export async function renderPack(template: Template, input: PackInput): Promise<RenderedPack> {
  const laid = layPack(template, input);
  const { options, authority } = input;
  const footer = footerOf(authority.authority, template.front.panel, options.meetingDate);
  const pages: LaidPage[] = laid.sheets.map(({ sheet, page }, at) => ({
    marks: sheet.marks,
    anchors: sheet.anchors,
    furniture: drawFurniture({
      section: page.section,
      footer,
      agendaItem: options.agendaItem,
      page: at + 1,
      of: laid.sheets.length,
      internal: options.internal,
      cover: page.cover,
    }),
  }));
  const bytes = await renderPdf(pages, bookmarksOf(laid), {
    title: `${authority.authority}: ${template.front.title}`,
    author: template.front.reportOf,
    subject: template.front.subtitle || template.front.title,
    keywords: [authority.authority, template.front.panel, "children in care"].join(", "),
    creator: "panelpack",
    date: options.date,
  });
  const printed = printedOn(laid.sheets.map(({ sheet }) => sheet.marks));
  const problems = laid.sheets.flatMap(({ sheet }) => sheet.problems);
  const length = wrongLength(template, laid);
  if (length !== null) problems.push(length);
  return {
    fileName: `${authoritySlug(authority.authority)}-${template.id}-${options.meetingDate || options.date}.pdf`,
    bytes,
    printed,
    own: ownSources(laid, printed, input, template),
    problems,
    pages: pages.length,
  };
}
