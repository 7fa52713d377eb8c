import type { SourceTableRow } from "../model/document.ts";
import { fold, partsIfSeveral, type Draft } from "./draft.ts";

/** How many columns and rows a cell takes, as the page says ("" or undefined for one). */
type CellSpan = { colspan?: string | undefined; rowspan?: string | undefined };

const mostColumns = 200;
const mostRows = 2000;
const spanOf = (printed: string | undefined): number => Math.max(1, Number.parseInt(printed ?? "1", 10) || 1);

/** A cell that goes on in the rows below, by its column. */
type Below = { text: string; rows: number };

// A figure over several rows would be stated once for each of them; the words beside it hold for all, and so does a year.
const figureAlone = /^(?!(?:19|20)\d\d$)[£(]?\d[\d,.]*\s*%?\)?$/;

/**
 * Puts the cells of a table's rows into their columns. A cell over several columns fills the first of them;
 * one over several rows says in each of them what it says in the first. `raw` is what is printed in the row itself.
 */
export class RowBuilder {
  #below = new Map<number, Below>();

  row(spans: readonly CellSpan[], contents: readonly (readonly Draft[])[]): SourceTableRow {
    const texts: string[] = [];
    const parts: string[][] = [];
    const printed: string[] = [];
    const put = (text: string, paragraphs: string[]): void => {
      texts.push(text);
      parts.push(paragraphs.length > 0 ? paragraphs : [""]);
    };
    const goOn = (): void => {
      for (let over = this.#below.get(texts.length); over && over.rows > 0; over = this.#below.get(texts.length)) {
        over.rows--;
        put(over.text, [over.text]);
      }
    };
    for (const [i, span] of spans.entries()) {
      goOn();
      const paragraphs = (contents[i] ?? []).map((d) =>
        d.label === "" ? d.text : `${d.label}${d.label.includes(".") ? "" : "."} ${d.text}`,
      );
      const text = paragraphs.join(" ");
      const rows = Math.min(spanOf(span.rowspan), mostRows) - 1;
      const columns = Math.min(spanOf(span.colspan), Math.max(1, mostColumns - texts.length));
      if (text !== "") printed.push(text);
      for (let k = 0; k < columns; k++) {
        if (rows > 0) this.#below.set(texts.length, { text: k > 0 || figureAlone.test(text) ? "" : text, rows });
        put(k === 0 ? text : "", k === 0 ? paragraphs : []);
      }
    }
    goOn();
    return { cells: texts, raw: fold(printed.join(" ")), line: null, page: null, ...partsIfSeveral(parts) };
  }
}
