import { moveMarks, type Mark, type Piece } from "../ink.ts";
import { page } from "../style.ts";

/** A template page before it is cut into sheets. */
export type PageContent = {
  readonly section: string;
  /** Where the first piece starts. */
  readonly top: number;
  readonly pieces: readonly Piece[];
  /** Hang from the bottom of the last sheet, in order. */
  readonly notes: readonly Piece[];
};

export type Sheet = {
  readonly section: string;
  readonly marks: readonly Mark[];
  readonly anchors: readonly { readonly name: string; readonly y: number }[];
  /** What does not fit whatever is tried; empty when all is well. */
  readonly problems: readonly string[];
  /** Where the content ends, to judge empty half pages. */
  readonly filledTo: number;
  /** Of the last sheet, not placed yet: `settle` does. */
  readonly notes: readonly Piece[];
};

const stacked = (pieces: readonly Piece[]): number => pieces.reduce((sum, one, at) => sum + (at === 0 ? 0 : one.before) + one.height, 0);

/** Indices at which a sheet may start: never between a piece and one that it is to stay with. */
function mayStart(pieces: readonly Piece[], at: number): boolean {
  return at > 0 && at < pieces.length && !(pieces[at - 1]?.keepWithNext ?? false);
}

/** Height of notes with the space that they keep above them; 0 without any. */
export const roomFor = (notes: readonly Piece[]): number => (notes.length > 0 ? stacked(notes) + page.aboveNotes : 0);

/** A sheet with its notes in place: hung from the bottom, or right below the content where another section follows. */
export function settle(sheet: Sheet, where: "bottom" | "below"): Sheet {
  if (sheet.notes.length === 0) return sheet;
  let y = where === "bottom" ? page.bottom - stacked(sheet.notes) : sheet.filledTo + page.aboveNotes;
  const marks: Mark[] = [...sheet.marks];
  sheet.notes.forEach((one, at) => {
    if (at > 0) y += one.before;
    marks.push(...moveMarks(one.marks, 0, y));
    y += one.height;
  });
  return { ...sheet, marks, notes: [] };
}

/**
 * Cuts a page's pieces into sheets, as full as they go. Notes take their room on the last sheet. A
 * group of pieces that must stay together and is taller than a sheet is a problem, reported and not hidden.
 */
export function flow(content: PageContent): Sheet[] {
  const room = roomFor(content.notes);
  const sheets: { from: number; to: number; top: number; problems: string[] }[] = [];
  let from = 0;
  const { pieces } = content;
  const fits = (start: number, end: number, top: number, last: boolean): boolean => {
    const head = start > 0 ? (pieces[start]?.head?.height ?? 0) : 0;
    return top + head + stacked(pieces.slice(start, end)) <= page.bottom - (last ? room : 0) + 0.01;
  };
  while (from < pieces.length) {
    const top = from === 0 ? content.top : page.continuedTop;
    if (fits(from, pieces.length, top, true)) {
      sheets.push({ from, to: pieces.length, top, problems: [] });
      break;
    }
    let to = from;
    for (let end = from + 1; end < pieces.length; end++) {
      if (mayStart(pieces, end) && fits(from, end, top, false)) to = end;
    }
    const problems: string[] = [];
    if (to === from) {
      to = from + 1;
      while (to < pieces.length && !mayStart(pieces, to)) to++;
      problems.push(`"${content.section}": a block that must not split is taller than the page`);
    }
    sheets.push({ from, to, top, problems });
    from = to;
  }
  if (pieces.length === 0) sheets.push({ from: 0, to: 0, top: content.top, problems: [] });
  return sheets.map(({ from: start, to, top, problems }, index) => {
    const marks: Mark[] = [];
    const anchors: { name: string; y: number }[] = [];
    let y = top;
    const head = start > 0 ? pieces[start]?.head : null;
    if (head) {
      // Repeated for the eye; the tags already have the head, once.
      marks.push(...moveMarks(head.marks, 0, y).map((mark) => ({ path: [], inks: mark.inks })));
      y += head.height;
    }
    pieces.slice(start, to).forEach((one, at) => {
      if (at > 0) y += one.before;
      marks.push(...moveMarks(one.marks, 0, y));
      if (one.anchor) anchors.push({ name: one.anchor, y: Math.max(0, y - 12) });
      y += one.height;
    });
    return { section: content.section, marks, anchors, problems, filledTo: y, notes: index === sheets.length - 1 ? content.notes : [] };
  });
}
