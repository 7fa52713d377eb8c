import { layHeading } from "../layout/headings.ts";
import { layTable, type CellPart, type Column, type Row } from "../layout/table.ts";
import { layParagraph } from "../layout/text.ts";
import type { Span } from "../span.ts";
import { type as roles, type TextStyle } from "../style.ts";
import type { Observation } from "../../model/observation.ts";
import { citation } from "../evidence.ts";
import type { Pack, Sheetwork } from "./pack.ts";

/** What most composers put on their page: a heading, a paragraph, a table. */

type Rests = readonly string[];

export function setHeading(sheet: Sheetwork, text: string, before: number, rests?: Rests): void {
  sheet.pieces.push(layHeading([{ text, ...(rests && { rests }) }], { key: sheet.key(), path: sheet.path, before, ruled: false }));
}

export function setParagraph(sheet: Sheetwork, spans: readonly Span[], before: number, style: TextStyle = roles.body): void {
  sheet.pieces.push(layParagraph(spans, style, { key: sheet.key(), path: sheet.path, before }));
}

export function setTable(
  sheet: Sheetwork,
  table: { columns: readonly Column[]; rows: readonly Row[]; padding: number; before: number },
): void {
  sheet.pieces.push(...layTable({ key: sheet.key(), ...table }, sheet.path));
}

/** The evidence number of an observation in a column of its own, without brackets. */
export const evidenceLine = (pack: Pack, observation: Observation): CellPart => ({
  spans: citation([pack.evidence.observation(observation)]).slice(1, -1),
  style: roles.cell,
});

/** A line or paragraph of a cell, with the rows that it rests on. */
export const line = (text: string, rests?: Rests, style: TextStyle = roles.cell): CellPart => ({
  spans: [{ text, ...(rests && { rests }) }],
  style,
});
