import { documentRef, type DocumentRow } from "../../model/document.ts";
import { formatDate } from "../../model/period.ts";
import { sourceRef } from "../../model/source.ts";
import { evidenceAnchor, evidenceRef } from "../evidence.ts";
import { layTable, type Column, type Row } from "../layout/table.ts";
import { shortened } from "../layout/shorten.ts";
import { layHeading } from "../layout/headings.ts";
import { type as roles } from "../style.ts";
import type { Composer, Pack, Sheetwork } from "./pack.ts";
import { line } from "./set.ts";

const columns = (words: string, place: string): Column[] => [
  { head: "No.", width: 28, align: "left", names: true },
  { head: words, width: 245, align: "left" },
  { head: place, width: 177, align: "left" },
  { head: "Page", width: 43, align: "right" },
];

/** "Ofsted inspection, 10 April 2012": what a reader calls a document. */
export function documentName(document: DocumentRow | undefined, file: string): string {
  if (!document) return file;
  const kind = documentKinds[document.kind] ?? (document.title || file);
  const publisher = /ofsted/i.test(document.publisher) ? "Ofsted " : "";
  const name = publisher === "" ? kind : `${publisher}${kind.slice(0, 1).toLowerCase()}${kind.slice(1)}`;
  const day = document.published || document.event_end;
  return day === "" ? name : `${name}, ${formatDate(day)}`;
}

const documentKinds: Readonly<Record<string, string>> = {
  "inspection report": "Inspection",
  "focused visit": "Focused visit",
  "panel papers": "Panel papers",
  "council report": "Council report",
};

/** "2 to 5", "3, 5, 7". */
export function formatPages(pages: readonly number[]): string {
  const sorted = [...new Set(pages)].sort((a, b) => a - b);
  const parts: string[] = [];
  for (let at = 0; at < sorted.length;) {
    let end = at;
    while (sorted[end + 1] === (sorted[end] ?? 0) + 1) end++;
    parts.push(end - at >= 2 ? `${sorted[at]} to ${sorted[end]}` : sorted.slice(at, end + 1).join(", "));
    at = end + 1;
  }
  return parts.join(", ");
}

const quoted = (text: string): string => (text === "" ? "" : `“${text.replace(/^[“"]|[”"]$/g, "")}”`);

function anchorRows(sheet: Sheetwork, rows: readonly { number: string; row: Row }[], columnsOf: Column[]): void {
  const pieces = layTable(
    { key: sheet.key(), columns: columnsOf, rows: rows.map(({ row }) => row), padding: rows.length > 14 ? 1.75 : 3, before: 2 },
    sheet.path,
  );
  const [head, ...body] = pieces;
  if (head) sheet.pieces.push(head);
  body.forEach((one, at) => sheet.pieces.push({ ...one, anchor: evidenceAnchor(rows[at]?.number ?? "") }));
}

/** Every quotation and publication that the pages before it cite, with the pages that use it. */
export const evidence: Composer = {
  settings: {},
  words: "none",
  items: "none",
  compose(sheet) {
    const { pack } = sheet;
    const byName = new Map(pack.input.documents.map((row) => [row.document, row]));
    const documents = pack.evidence.documents();
    // Long lists are set as small as notes, so that they do not outgrow the pack.
    const long = documents.length > 14;
    const cell = long ? { ...roles.cell, size: 10, line: 12 } : roles.cell;
    const note = long ? { ...roles.note, line: 12 } : roles.note;
    const heading = (text: string, before: number): void => {
      sheet.pieces.push(layHeading([{ text }], { key: sheet.key(), path: sheet.path, before, ruled: false }));
    };
    if (documents.length > 0) {
      heading("Documents", 14);
      const rows = documents.map((one) => ({
        number: one.number,
        row: {
          kind: "row" as const,
          cells: [
            [line(one.number, [evidenceRef(one.number), ...one.rests], roles.cellOwn)],
            [line(quoted(shortened(one.quote, 226, cell, 5)), one.rests, cell)],
            [
              line(documentName(byName.get(one.document), one.document), [documentRef(one.document)], cell),
              ...(one.place === "" ? [] : [line(shortened(one.place, 166, note, 2), one.rests, note)]),
            ],
            [line(pagesText(pack, one.number), [evidenceRef(one.number)], cell)],
          ],
        },
      }));
      anchorRows(sheet, rows, columns("Words of the document", "Document and place"));
    }
    const sources = pack.evidence.sources();
    if (sources.length > 0) {
      heading("Official statistics and lists", documents.length > 0 ? 18 : 14);
      const rows = sources.map(({ number, source }) => ({
        number,
        row: {
          kind: "row" as const,
          cells: [
            [line(number, [evidenceRef(number), sourceRef(source.source)], roles.cellOwn)],
            [line(source.title, [sourceRef(source.source)])],
            [
              line(`${source.publisher}, ${source.release}`, [sourceRef(source.source)]),
              line(source.licence, [sourceRef(source.source)], roles.note),
            ],
            [line(pagesText(pack, number), [evidenceRef(number)])],
          ],
        },
      }));
      anchorRows(sheet, rows, columns("Publication", "Publisher and release"));
    }
  },
};

const pagesText = (pack: Pack, number: string): string => formatPages(pack.pagesCiting(number));
