import type { Slice } from "../../model/tables.ts";
import { nameOf, periodName } from "../../words/terms.ts";
import { placeOf } from "../evidence.ts";
import { measuredRows, orNone, overTable, spaced, type FindIndicator } from "./cells.ts";
import { identified } from "./identified.ts";
import type { Worksheet } from "./render-xlsx.ts";

/** Figures and statements in words that documents print, without those that a person rejected. */
export function documentSheet(slice: Slice, findIndicator: FindIndicator): Worksheet {
  return {
    name: "Documents",
    title: `Figures and statements read from documents about ${slice.authority.authority}`,
    lines: overTable("Quotes are word for word, errors included; names of people are removed."),
    table: identified({
      name: "document_figures",
      columns: [
        { head: "Measure", width: 36 },
        { head: "Whose figure", width: 20 },
        { head: "Period", width: 22 },
        { head: "Value", width: 11, figure: "its value" },
        { head: "Unit", width: 12, isOwn: true },
        { head: "Stated", width: 11 },
        { head: "Words", width: 80 },
        { head: "Document", width: 36 },
        { head: "Place", width: 28 },
      ],
      rows: measuredRows(
        slice.observations.filter((one) => one.review !== "rejected"),
        findIndicator,
        (one, indicator) => ({
          rests: [one.observation_id],
          cells: [
            nameOf(indicator, one.breakdown),
            spaced(one.subject),
            one.period === "" ? "[x]" : periodName(one.period),
            orNone(one.value),
            spaced(one.unit),
            spaced(one.qualifier),
            one.quote,
            one.document,
            placeOf(one) || "[x]",
          ],
        }),
      ),
    }),
  };
}

/** What is wrong in documents and data. */
export function findingSheet(slice: Slice): Worksheet {
  return {
    name: "Findings",
    title: `Defects found in documents and data about ${slice.authority.authority}`,
    lines: overTable(),
    table: identified({
      name: "findings",
      columns: [
        { head: "Severity", width: 11 },
        { head: "Kind", width: 20 },
        { head: "What is wrong", width: 80 },
        { head: "Stated", width: 18 },
        { head: "Expected", width: 18 },
        { head: "Document", width: 36 },
        { head: "Place", width: 36 },
        { head: "Acknowledged", width: 60 },
      ],
      rows: slice.findings.map((one) => ({
        rests: [one.finding_id],
        cells: [
          one.severity,
          spaced(one.kind),
          one.message,
          one.stated || "[x]",
          one.expected || "[x]",
          one.document || "[z]",
          one.place || "[x]",
          one.acknowledged || "[z]",
        ],
      })),
    }),
  };
}
