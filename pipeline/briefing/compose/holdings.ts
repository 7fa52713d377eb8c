import { actionRef } from "../../model/action.ts";
import { documentRef, type DocumentRow } from "../../model/document.ts";
import { formatCount } from "../../words/format.ts";
import { capitalise, countable, numberWord } from "../../words/grammar.ts";
import type { Row } from "../layout/table.ts";
import type { Span } from "../span.ts";
import { type as roles } from "../style.ts";
import { documentName } from "./evidence-list.ts";
import { officialFigures } from "./official-book.ts";
import type { Composer, Pack } from "./pack.ts";
import { line, setParagraph, setTable } from "./set.ts";

const several = (n: number, plural: string): string =>
  `${n < 10 ? numberWord(n) : formatCount(n)} ${n === 1 && plural === statements ? "figure or statement" : countable(n, plural)}`;
const statements = "figures and statements";

/** What a book of evidence holds, in two sentences, and what it cannot hold; it rests on all that it counts. */
function holdingsSpans(pack: Pack): Span[] {
  const { documents, findings, actions, authority } = pack.input;
  const names = new Set(documents.map(({ document }) => document));
  const read = pack.input.observations.filter((one) => one.review !== "rejected" && names.has(one.document));
  const official = officialFigures(pack).flatMap(({ rows }) => rows);
  const figures: Span = {
    text:
      official.length === 0
        ? "No official figures were loaded."
        : `It lists ${several(official.length, "official figures")}, each with the line of the release that it was read from.`,
    rests: official.map((row) => row.series_id),
  };
  if (documents.length === 0)
    return [
      { text: `No document about ${authority.authority} was among those read, so this book holds no quotes and no findings. ` },
      figures,
    ];
  const plural = documents.length > 1;
  return [
    {
      text: `${capitalise(several(documents.length, "documents"))} about ${authority.authority} ${plural ? "were" : "was"} read. `,
      rests: documents.map(({ document }) => documentRef(document)),
    },
    { text: `${plural ? "They gave" : "It gave"} ${several(read.length, statements)}`, rests: read.map((one) => one.observation_id) },
    { text: `${actions.length > 0 ? "," : " and"} ${several(findings.length, "findings")}`, rests: findings.map((one) => one.finding_id) },
    ...(actions.length > 0 ? [{ text: ` and ${several(actions.length, "actions")}`, rests: actions.map(actionRef) }] : []),
    { text: ". " },
    { ...figures, text: figures.text.replace(/^It lists/, "This book also lists") },
  ];
}

function documentRow(document: DocumentRow, pack: Pack): Row {
  const rests = [documentRef(document.document)];
  const read = pack.input.observations.filter((one) => one.document === document.document && one.review !== "rejected");
  return {
    kind: "row",
    cells: [
      [line(documentName(document, document.document), rests), line(document.title || document.document, rests, roles.note)],
      [line(document.document, rests)],
      [line(document.pages === null ? "–" : String(document.pages), rests)],
      [
        line(
          formatCount(read.length),
          read.map((one) => one.observation_id),
        ),
      ],
    ],
  };
}

/** What was read and how much of it the book holds. */
export const holdings: Composer = {
  settings: {},
  words: "none",
  items: "none",
  compose(sheet) {
    const { pack } = sheet;
    setParagraph(sheet, holdingsSpans(pack), 6);
    if (pack.input.documents.length === 0) return;
    setTable(sheet, {
      columns: [
        { head: "Document", width: 245, align: "left", names: true },
        { head: "File", width: 158, align: "left" },
        { head: "Pages", width: 40, align: "right" },
        { head: "Figures", width: 50, align: "right" },
      ],
      rows: pack.input.documents.map((document) => documentRow(document, pack)),
      padding: 3,
      before: 8,
    });
  },
};
