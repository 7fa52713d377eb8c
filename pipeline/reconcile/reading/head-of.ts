import type { Block } from "../../model/document.ts";
import type { Reading } from "./reading.ts";

// Of which year a report is, by its head.

/** A text without what it says its figures were before: "up from 158 in the same six months of 2023". */
export const withoutEarlier = (text: string): string =>
  text.replace(
    /\b(?:(?:up|down)(?= (?:from|on|by|\d))|rise|fall|increase|decrease|compared|(?<!as )against|than|(?:rose|risen|fell|fallen) from)\b[^.;()\n]*/giu,
    " ",
  );

/** What the lines at the head of a document, above a block, say that all of it is of. */
export const headOf = (reading: Reading, { index }: Block): string =>
  reading.source.blocks
    .slice(0, 8)
    .filter((block) => block.index < index && block.table === null && block.text.length < 400)
    .map(({ text }) => withoutEarlier(text.replace(/\b(?:date|meeting|dated|published)\b[^\n]*/giu, " ")))
    .join("\n");
