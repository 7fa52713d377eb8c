import { piece, rule, type Mark, type Piece } from "./ink.ts";
import { setText } from "./layout/text.ts";
import { baselineIn, ink, page, type as roles } from "./style.ts";

export type Furniture = {
  readonly section: string;
  readonly footer: string;
  readonly agendaItem: string;
  readonly page: number;
  readonly of: number;
  readonly internal: boolean;
  readonly cover: boolean;
};

/** Room for the left half of the footer. */
export const footerWidth = 350;
export const internalLabel = "Internal: contains small counts";

/** The header of a section that begins below another: the same name and rule, as far above its title as on a page of its own. */
export function sectionLabel(section: string): Piece {
  const top = page.headerBaseline - baselineIn(roles.header);
  const name = setText([{ text: section }], { x: page.left, y: 0, width: page.content }, roles.header, []);
  return piece({
    height: page.titleTop - top,
    marks: [...name.marks, rule(page.left, page.right, page.headerRule - top, 1, ink.text)],
    keepWithNext: true,
  });
}

/** Header and footer of one page: outside the tags, the same place on each. */
export function drawFurniture(one: Furniture): Mark[] {
  const top = page.headerBaseline - baselineIn(roles.header);
  const foot = page.footerBaseline - baselineIn(roles.note);
  const box = (y: number, align: "left" | "right" = "left") => ({ x: page.left, y, width: page.content, align });
  const marks: Mark[] = [];
  if (!one.cover) {
    marks.push(
      ...setText([{ text: one.section }], box(top), roles.header, []).marks,
      rule(page.left, page.right, page.headerRule, 1, ink.text),
    );
  }
  // The cover has no header rule, but small counts are marked on every page.
  if (one.internal) marks.push(...setText([{ text: internalLabel }], box(one.cover ? 12 : top, "right"), roles.headerSlot, []).marks);
  const number = `page ${one.page} of ${one.of}`;
  const right = one.agendaItem === "" ? `Page ${one.page} of ${one.of}` : `Agenda item ${one.agendaItem}, ${number}`;
  marks.push(
    rule(page.left, page.right, page.footerRule, 0.5, ink.rule),
    ...setText([{ text: one.footer }], { ...box(foot), width: footerWidth }, roles.note, []).marks,
    ...setText([{ text: right }], box(foot, "right"), roles.note, []).marks,
  );
  return marks;
}
