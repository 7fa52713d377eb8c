import { documentRef } from "../../model/document.ts";
import type { Finding } from "../../model/finding.ts";
import { formatPeriod } from "../../model/period.ts";
import { capitalise } from "../../words/grammar.ts";
import { placeOf } from "../evidence.ts";
import type { Row } from "../layout/table.ts";
import type { MarkName } from "../marks.ts";
import { type as roles } from "../style.ts";
import { curly } from "./findings.ts";
import { documentName } from "./evidence-list.ts";
import type { Composer } from "./pack.ts";
import { partName } from "./measures.ts";
import { observedValue } from "./quoted.ts";
import { indicatorLookup } from "./resolve.ts";
import { line, setParagraph, setTable } from "./set.ts";

const subjects: Readonly<Record<string, string>> = {
  local: "this authority",
  england: "England",
  statistical_neighbours: "statistical neighbours",
  target: "target",
  general_population: "all local children",
};
const subjectName = (subject: string): string => subjects[subject] ?? subject.replace(/^(?:region|other):/, "");

/** Every figure and statement that was read, document by document, each with its words. */
export const observationBook: Composer = {
  settings: {},
  words: "none",
  items: "none",
  compose(sheet) {
    const { pack } = sheet;
    const lookup = indicatorLookup(pack);
    const rows = pack.input.documents.flatMap((document): Row[] => {
      const own = pack.input.observations.filter((one) => one.document === document.document && one.review !== "rejected");
      return own.length === 0
        ? []
        : [
            {
              kind: "group",
              title: documentName(document, document.document),
              remark: `${own.length} read from ${document.title || document.document}`,
              rests: [documentRef(document.document), ...own.map((one) => one.observation_id)],
            },
            ...own.map((one): Row => {
              const indicator = lookup(one.indicator);
              const about = [
                subjectName(one.subject),
                one.period === "" ? "no period given" : formatPeriod(one.period),
                (one.confidence ?? 1) < 0.5 ? "to be confirmed" : "",
              ]
                .filter((part) => part !== "")
                .join("; ");
              return {
                kind: "row",
                cells: [
                  [line(partName(indicator, one.breakdown)), { spans: [{ text: about }], style: roles.note }],
                  [line(one.value === null ? "in words" : observedValue(one, 0), [one.observation_id], roles.cellOwn)],
                  [line(`“${one.quote}”`, [one.observation_id]), { spans: [{ text: placeOf(one) }], style: roles.note }],
                ],
              };
            }),
          ];
    });
    if (rows.length === 0) {
      if (pack.input.documents.length > 0)
        setParagraph(sheet, [{ text: `No figure about ${pack.input.authority.authority} was found in the documents that were read.` }], 6);
      return;
    }
    setTable(sheet, {
      columns: [
        { head: "Measure", width: 165, align: "left", names: true },
        { head: "Figure", width: 60, align: "right" },
        { head: "Words and place", width: 268, align: "left", gap: 12 },
      ],
      rows,
      padding: 3,
      before: 4,
    });
  },
};

/** Every finding in full: what was printed, what it should be, the words and their place. */
export const findingBook: Composer = {
  settings: {},
  words: "none",
  items: "none",
  compose(sheet) {
    const { pack } = sheet;
    const byName = new Map(pack.input.documents.map((row) => [row.document, row]));
    if (pack.input.findings.length === 0) {
      if (pack.input.documents.length > 0) setParagraph(sheet, [{ text: "No fault was found in the documents that were read." }], 6);
      return;
    }
    const rows = pack.input.findings.map((one: Finding): Row => ({
      kind: "row",
      cells: [
        [{ spans: [{ text: capitalise(one.severity) }], style: roles.cell, mark: one.severity satisfies MarkName }],
        [
          line(curly(one.heading || one.message), [one.finding_id], roles.cellStrong),
          ...(one.heading === "" ? [] : [line(curly(one.message), [one.finding_id])]),
          ...(one.acknowledged === "" ? [] : [{ spans: [{ text: `Acknowledged: ${one.acknowledged}` }], style: roles.note }]),
        ],
        [
          ...(one.quote === "" ? [] : [line(`“${one.quote}”`)]),
          {
            spans: [
              {
                text: [one.document === "" ? "" : documentName(byName.get(one.document), one.document), one.place]
                  .filter((part) => part !== "")
                  .join(", "),
              },
            ],
            style: roles.note,
          },
        ],
      ],
    }));
    setTable(sheet, {
      columns: [
        { head: "Severity", width: 78, align: "left" },
        { head: "What is wrong", width: 215, align: "left", names: true },
        { head: "Words and place", width: 200, align: "left" },
      ],
      rows,
      padding: 3,
      before: 4,
    });
  },
};
