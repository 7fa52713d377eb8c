import type { Finding } from "../../../model/finding.ts";
import { formatDate } from "../../../model/period.ts";
import { splitSentences } from "../../../extract/grammar/sentences.ts";
import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { placeOfRow } from "../../reading/grid.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { datedParts, documentDate, type DatedPart } from "../../reading/report-dates.ts";
import { eventAfter } from "../../reading/told-as-past.ts";

/** Headings over what is asked for or planned. */
const toCome =
  /\b(?:recommendations?|next steps?|actions?(?: plan)?|forward (?:plan|look)|looking (?:ahead|forward)|priorities|plans?|future|what happens next|proposals?|timetable)\b/iu;

/** Under the title of the whole paper everything stands, what was done as well: "Early help plan". */
const isUnderPlans = ({ source }: Reading, { block }: Sentence): boolean => {
  const over = block.headings.at(-1) ?? "";
  return toCome.test(over) && source.blocks.find(({ kind }) => kind === "heading")?.text !== over;
};

function inPart(reading: Reading, part: DatedPart, whole: string): Finding[] {
  const events = reading.sentences
    .filter((sentence) => sentence.block.index > part.from && sentence.block.index < part.to)
    .flatMap((sentence) => {
      const event = eventAfter(sentence.text, part.date, isUnderPlans(reading, sentence));
      return event ? [{ ...event, sentence }] : [];
    });
  const last = [...events].sort((a, b) => (a.day < b.day ? 1 : -1))[0];
  const meant = whole !== part.date && whole.slice(5) === part.date.slice(5) ? whole : "";
  if (!last && meant === "") return [];
  const says = last ? `It tells of events up to ${formatDate(last.day)} as past` : "The papers are for another year";
  return oneFinding(reading, {
    kind: "label",
    severity: "warning",
    stated: formatDate(part.date),
    expected: meant === "" ? "" : formatDate(meant),
    heading: last
      ? `Dated ${formatDate(part.date)}, but tells of later events`
      : `Dated ${formatDate(part.date)} for a meeting of ${formatDate(meant)}`,
    message: `The report is dated ${formatDate(part.date)}. ${says}${meant === "" ? "." : `; the meeting is on ${formatDate(meant)}, so the year is probably wrong.`}`,
    quote: last ? `${part.text} / ${last.sentence.text}` : part.text,
    place: last ? `${part.place}; ${last.sentence.place}` : part.place,
  });
}

/** Cells of tables that tell as done what lies after the date of the papers. */
function inTables(reading: Reading, whole: string): Finding[] {
  if (whole === "") return [];
  return reading.source.blocks.flatMap((block) =>
    (block.table?.rows ?? []).flatMap((row) =>
      row.cells.flatMap((cell, column) => {
        if (cell.length < 30) return [];
        return splitSentences(cell).flatMap((span) => {
          const text = cell.slice(span.start, span.end);
          const event = eventAfter(text, whole);
          if (!event) return [];
          const grid = reading.grids.find((one) => one.block === block);
          const name = grid?.columns[column] ?? "";
          return oneFinding(reading, {
            kind: "label",
            severity: "warning",
            stated: event.words,
            quote: text,
            place: grid ? placeOfRow(grid, { label: "", cells: [], raw: row.raw, line: row.line, page: row.page }, name) : "",
            heading: `Told as done "${event.words}", after the papers' date`,
            message: `"${text}" tells as done what lies after the date of the papers, ${formatDate(whole)}.`,
          });
        });
      }),
    ),
  );
}

export const eventsAfter = perDocument("label", "Reports that describe events after their own date", (reading) => {
  const parts = datedParts(reading);
  const whole = documentDate(reading, parts);
  const own =
    parts.length > 0
      ? parts
      : whole === ""
        ? []
        : [{ date: whole, text: formatDate(whole), place: "", from: -1, to: reading.source.blocks.length }];
  return [...own.flatMap((part) => inPart(reading, part, whole)), ...inTables(reading, whole)];
});
