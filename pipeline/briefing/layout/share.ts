import type { Piece } from "../ink.ts";
import { page } from "../style.ts";
import { flow, roomFor, settle, type PageContent, type Sheet } from "./flow.ts";

/** A section that may begin below the one before it. */
export type SharingContent = PageContent & {
  /** Never shares a sheet: the cover. */
  readonly alone: boolean;
  /** Stands on one sheet or not at all: a page of charts is not parted to fill the sheet before it. */
  readonly whole: boolean;
  /** Its name with a rule, set above its title where it does not begin a sheet. */
  readonly label: Piece;
};

export type SharedSheet<Content> = {
  readonly sheet: Sheet;
  /** The section that the sheet's header names: the first on it. */
  readonly page: Content;
  /** Sections that begin on it, with the height at which they do. */
  readonly starts: readonly { readonly page: Content; readonly y: number }[];
};

/** Space above the label of a section that begins below another. */
const above = 24;
/** Least of a parted section that is worth beginning a sheet's rest with, its label and title among it. */
const leastBegun = 170;

function join(upper: Sheet, lower: Sheet): Sheet {
  const first = settle(upper, "below");
  return {
    ...lower,
    marks: [...first.marks, ...lower.marks],
    anchors: [...first.anchors, ...lower.anchors],
    problems: [...first.problems, ...lower.problems],
  };
}

/** The sheets of a section that begins at a height on a sheet; null when it would not stand well there. */
function begunAt(content: SharingContent, y: number): Sheet[] | null {
  if (page.bottom - y < leastBegun && !content.whole) return null;
  const sheets = flow({ ...content, top: y, pieces: [content.label, ...content.pieces] });
  const [first] = sheets;
  if (!first || first.problems.length > 0) return null;
  if (sheets.length === 1) return sheets;
  return content.whole || first.filledTo - y < leastBegun ? null : sheets;
}

/** Rest of a sheet that is not left empty, whatever follows. */
const mostEmpty = 250;

/** Whether a last section that begins at a height on another's sheet would leave next to nothing on a sheet of its own, and save none by it. */
function straggles(content: SharingContent, y: number, begun: readonly Sheet[]): boolean {
  const end = begun.at(-1);
  return (
    page.bottom - y < mostEmpty &&
    begun.length > 1 &&
    end !== undefined &&
    end.filledTo - page.continuedTop < leastBegun &&
    flow(content).length < begun.length
  );
}

/**
 * Sections to sheets. Each begins a sheet of its own unless the one before leaves room for it, whole or for a
 * good part of it, so that a pack has no half-empty pages but at its end and before pages of charts.
 */
export function layOnSheets<Content extends SharingContent>(contents: readonly Content[]): SharedSheet<Content>[] {
  const laid: SharedSheet<Content>[] = [];
  contents.forEach((content, at) => {
    const last = laid.at(-1);
    const y = last ? last.sheet.filledTo + roomFor(last.sheet.notes) + above : 0;
    const tried = last && !last.page.alone && !content.alone ? begunAt(content, y) : null;
    const begun = tried && at === contents.length - 1 && straggles(content, y, tried) ? null : tried;
    const [first, ...rest] = begun ?? flow(content);
    if (!first) return;
    if (last && begun) laid[laid.length - 1] = { ...last, sheet: join(last.sheet, first), starts: [...last.starts, { page: content, y }] };
    else laid.push({ sheet: first, page: content, starts: [{ page: content, y: content.alone ? 0 : page.headerRule + 3 }] });
    laid.push(...rest.map((sheet) => ({ sheet, page: content, starts: [] })));
  });
  return laid.map((one) => ({ ...one, sheet: settle(one.sheet, "bottom") }));
}
