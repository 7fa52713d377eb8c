import { layHeading } from "../layout/headings.ts";
import { layList } from "../layout/list.ts";
import { layPageTitle, layParagraph } from "../layout/text.ts";
import { flow, roomFor } from "../layout/flow.ts";
import type { SharingContent } from "../layout/share.ts";
import { sectionLabel } from "../furniture.ts";
import { page as frame, type as roles } from "../style.ts";
import type { Span } from "../span.ts";
import type { Piece } from "../ink.ts";
import type { TemplatePage, TemplatePart } from "../template/template.ts";
import { directives } from "./directives.ts";
import { fillGaps, sectionAnchor } from "./gaps.ts";
import type { Pack, Sheetwork } from "./pack.ts";
import { setParagraph } from "./set.ts";

function composePart(sheet: Sheetwork, part: TemplatePart): void {
  const { pack, path } = sheet;
  switch (part.kind) {
    case "directive":
      directives[part.directive.name]?.compose(sheet, part.directive);
      return;
    case "heading":
      if (part.level === 2) sheet.pieces.push(layHeading(fillGaps(part.text, pack), { key: sheet.key(), path, before: 18, ruled: false }));
      else
        sheet.pieces.push(
          layParagraph(fillGaps(part.text, pack), roles.side, { key: sheet.key(), path, before: 12, tag: "H3", keepWithNext: true }),
        );
      return;
    case "paragraph":
      setParagraph(sheet, fillGaps(part.text, pack), 6);
      return;
    case "list":
      sheet.pieces.push(
        ...layList(
          part.list,
          part.items.map((item) => fillGaps(item, pack)),
          { key: sheet.key(), path, before: 6 },
        ),
      );
      return;
    case "note":
      sheet.notes.push(fillGaps(part.text, pack));
  }
}

export type ComposedPage = SharingContent & {
  /** It explains words that other pages use, so its own do not count as used. */
  readonly reference: boolean;
  /** Where it stands in its template. */
  readonly line: number;
  /** What a page left out looked for, and doubts that a page has no room for. */
  readonly absent: readonly string[];
  readonly untold: readonly (readonly Span[])[];
  readonly anchor: string;
  readonly title: string;
  readonly cover: boolean;
};

/** Most that a page is cut before it is let run on to a second sheet. */
const mostTrim = 6;
/** Share of a sheet at which a page needs no more. */
const wellFilled = 0.82;

type Composed = ComposedPage & { oneSheet: boolean; grows: boolean };

/** Whether a page leaves a good part of its one sheet empty. */
function leavesRoom(page: ComposedPage): boolean {
  const [sheet, ...more] = flow(page);
  return (
    sheet !== undefined &&
    more.length === 0 &&
    sheet.filledTo + roomFor(sheet.notes) - frame.titleTop < wellFilled * (frame.bottom - frame.titleTop)
  );
}

/** A template page to pieces. A page whose directives find nothing to say has no piece and is left out. */
export function composePage(template: TemplatePage, index: number, pack: Pack): ComposedPage {
  const start = pack.evidence.mark();
  const whole = composeTrimmed(template, index, pack, 0);
  if (whole.pieces.length === 0) pack.evidence.rollBack(start);
  if (whole.grows && leavesRoom(whole)) return composeWithRoom(template, index, pack, start, whole);
  if (!whole.oneSheet || flow(whole).length < 2) return whole;
  for (let trim = 1; trim <= mostTrim; trim++) {
    pack.evidence.rollBack(start);
    const page = composeTrimmed(template, index, pack, trim);
    if (flow(page).length < 2) return page;
  }
  pack.evidence.rollBack(start);
  return composeTrimmed(template, index, pack, 0);
}

/** A page that has room takes more of what it had to leave out, as long as it stays on its sheet. */
function composeWithRoom(
  template: TemplatePage,
  index: number,
  pack: Pack,
  start: ReturnType<Pack["evidence"]["mark"]>,
  first: ComposedPage,
): ComposedPage {
  let best = { page: first, room: 0 };
  for (let room = 1; room <= pack.mostRoom && leavesRoom(best.page); room++) {
    pack.evidence.rollBack(start);
    const page = composeTrimmed(template, index, pack, 0, room);
    if (flow(page).length > 1) break;
    best = { page, room };
  }
  pack.evidence.rollBack(start);
  return composeTrimmed(template, index, pack, 0, best.room);
}

/** Chart titles and side headings come up a level on pages without sections of their own, so that no level is skipped. */
function raiseHeadings(pieces: readonly Piece[]): Piece[] {
  const firstSection = pieces.findIndex((one) => one.marks.some((mark) => mark.path.some((tag) => tag.tag === "H2")));
  return pieces.map((one, at) =>
    firstSection >= 0 && at >= firstSection
      ? one
      : {
          ...one,
          marks: one.marks.map((mark) =>
            mark.path.some((tag) => tag.tag === "H3")
              ? { ...mark, path: mark.path.map((tag) => (tag.tag === "H3" ? { ...tag, tag: "H2" as const } : tag)) }
              : mark,
          ),
        },
  );
}

/** Directives that show nothing of their own. */
const settingDirectives = ["title", "focus", "spare"];

/** Composes the parts in turn. Standing text that only leads to directives goes with them when none has anything to show. */
function composeParts(sheet: Sheetwork, parts: readonly TemplatePart[]): void {
  const shows = parts.filter((part) => part.kind === "directive" && !settingDirectives.includes(part.directive.name));
  let shown = 0;
  for (const part of parts) {
    const before = sheet.pieces.length;
    composePart(sheet, part);
    if (shows.includes(part)) shown += sheet.pieces.length - before;
  }
  if (shows.length > 0 && shown === 0) sheet.pieces.length = 0;
}

function composeTrimmed(template: TemplatePage, index: number, pack: Pack, trim: number, room = 0): Composed {
  let keys = 0;
  const anchor = sectionAnchor(template.section);
  const sheet: Sheetwork = {
    pack,
    section: template.section,
    path: [{ key: `page-${index}`, tag: "Sect" }],
    key: () => `p${index}-${keys++}`,
    unfocused: false,
    focus: [],
    trim,
    room,
    oneSheet: false,
    grows: false,
    whole: false,
    absent: [],
    untold: [],
    title: null,
    pieces: [],
    notes: [],
    foot: [],
  };
  const isCover = template.parts.some((part) => part.kind === "directive" && part.directive.name === "cover");
  composeParts(sheet, template.parts);
  if (sheet.pieces.length > 0)
    sheet.pieces.unshift(
      ...sheet.absent.map((text) => layParagraph([{ text }], roles.body, { key: sheet.key(), path: sheet.path, before: 6 })),
    );
  const notes: Piece[] = [
    ...sheet.foot,
    ...sheet.notes.map((spans, at) =>
      layParagraph(spans, roles.note, {
        key: `p${index}-note-${at}`,
        path: sheet.path,
        before: at === 0 && sheet.foot.length > 0 ? 10 : 0,
      }),
    ),
  ];
  const title: readonly Span[] = sheet.title ?? fillGaps(template.section, pack);
  const text = title.map((span) => span.text).join("");
  const heading = layPageTitle(title, roles.pageTitle, `p${index}-title`, sheet.path, anchor);
  const [first, ...rest] = sheet.pieces;
  const pieces = isCover || !first ? sheet.pieces : [heading, { ...first, before: Math.max(8, first.before) }, ...rest];
  return {
    section: template.section,
    line: template.line,
    absent: sheet.pieces.length === 0 ? sheet.absent : [],
    untold: sheet.untold,
    anchor: isCover ? "cover" : anchor,
    title: isCover ? pack.template.front.title : text,
    cover: isCover,
    oneSheet: sheet.oneSheet,
    grows: sheet.grows,
    whole: sheet.whole,
    alone: isCover,
    label: sectionLabel(template.section),
    reference: template.parts.some((part) => part.kind === "directive" && part.directive.name === "glossary"),
    top: isCover ? 30 : frame.titleTop,
    pieces: first ? raiseHeadings([...pieces, ...notes]).slice(0, pieces.length) : [],
    notes: first ? raiseHeadings([...pieces, ...notes]).slice(pieces.length) : [],
  };
}
