import type { Finding } from "../../../model/finding.ts";
import { perTable } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { parseBand } from "../../reading/band.ts";
import { placeOfRow, type Grid } from "../../reading/grid.ts";
import { isTotal } from "../../reading/lines.ts";
import type { Reading } from "../../reading/reading.ts";
import { otherPart } from "./carried-headings.ts";
import { thingsIn } from "../../vocabulary/counted-things.ts";
import { wordings } from "../../vocabulary/patterns.ts";
import { topicOf } from "../../vocabulary/topics.ts";

const draftOf = (grid: Grid, quote: string) => ({ kind: "label", severity: "warning", quote, place: placeOfRow(grid, null) }) as const;

const childProtection = /\b(?:child protection|(?:on|under|with|subject to) (?:a )?protection plans?|cpp?)\b/iu;
const pairs: readonly (readonly [RegExp, RegExp, string, string])[] = [
  [
    /\b(?:initial (?:health )?assessments?|ihas?)\b/iu,
    /\b(?:review (?:health )?assessments?|rhas?(?:['’]s)?)\b/iu,
    "initial health assessments",
    "review health assessments",
  ],
  [/\b(?:children in need|cin)\b/iu, childProtection, "children in need", "child protection"],
  [
    /\b(?:looked[- ]after|in care|lac|cla)\b/iu,
    /\b(?:(?:child )?protection plans?|cpp?|children in need|cin)\b/iu,
    "looked-after children",
    "child protection",
  ],
  [/\bcare leavers?\b/iu, /\b(?:child protection|protection plans?|foster(?:ing)?|adoptions?)\b/iu, "care leavers", "another group"],
  [/\bimmunisations?\b/iu, /\b(?:dental|dentists?|teeth)\b/iu, "immunisations", "dental checks"],
  [/\bagency\b/iu, /\bvacanc(?:y|ies)\b/iu, "agency staff", "vacancies"],
  [/\bfoster(?:ing)? (?:carers?|households?|placements?)\b/iu, /\badopt(?:ers|ions?)\b/iu, "fostering", "adoption"],
];

/** What a heading says of its measure: "rate" of "Vacancy rate" and "Agency rate", which stand beside each other as two measures of their table. */
const tail = (heading: string, measure: RegExp): string => heading.replace(measure, "").replace(/\W+/gu, " ").trim().toLowerCase();

/** The title of the paper and of the section of a table. */
const titleOf = ({ source }: Reading, { block }: Grid): string => `${source.blocks[0]?.text ?? ""}. ${block.headings.at(-1) ?? ""}`;
/** Health checks of one sort are no others, and only this one heading of the whole paper names them. */
const isAlone = ({ source }: Reading, { block }: Grid, measure: RegExp): boolean =>
  exclusive.test(measure.source) &&
  source.blocks.filter((one) => (one === block ? one.table?.rows.slice(1).some(({ raw }) => measure.test(raw)) : measure.test(one.text)))
    .length === 0;
const exclusive = /assessment|dental|immunis/u;

/** A column headed for a measure that neither the caption nor any row of the table is about. */
function otherMeasure(reading: Reading, grid: Grid): Finding[] {
  const body = `${grid.caption} ${grid.rows.map((row) => row.label).join(" ")}`;
  return grid.columns
    .slice(1)
    .flatMap((column) => {
      for (const [one, other, oneName, otherName] of pairs) {
        for (const [about, foreign, name, headed] of [
          [one, other, oneName, otherName],
          [other, one, otherName, oneName],
        ] as const) {
          const isAbout = about.test(grid.caption) || (isAlone(reading, grid, foreign) && about.test(titleOf(reading, grid)));
          if (!isAbout || foreign.test(body) || !foreign.test(column) || about.test(column)) continue;
          if (grid.columns.some((beside) => about.test(beside) && tail(beside, about) === tail(column, foreign))) continue;
          const words = foreign.exec(column)?.[0] ?? headed;
          return oneFinding(reading, {
            ...draftOf(grid, column),
            stated: column,
            heading: `A table of ${name} has a column headed "${words}"`,
            message: `The table "${grid.caption}" has a column headed "${column}", though nothing in it is about ${headed}. The heading was probably carried over from another table.`,
          });
        }
      }
      return [];
    })
    .slice(0, 1);
}

/** Topics so wide that a column of any table may be headed for them. */
const wide = /^(?:completion on time|assessments|visits|reviews|waiting|adoption|allocation)$/u;

/** "Attendance by phase" over the columns "Exclusions, Pupils": a percentage that the caption promises under no heading of its own. */
function anotherTopic(reading: Reading, grid: Grid): Finding[] {
  const about = topicOf(grid.caption);
  const labels = [...grid.columns, ...grid.rows.map((row) => row.label)];
  if (!about || wide.test(about.name) || grid.columns.length < 3 || labels.some((label) => about.words.test(label))) return [];
  return grid.columns
    .slice(1)
    .flatMap((column, at) => {
      const headed = topicOf(column);
      const shares =
        grid.rows.length > 1 && grid.rows.every((row) => row.cells[at + 1]?.unit === "percent" && row.cells[at + 1]?.value != null);
      if (!headed || wide.test(headed.name) || headed.words.test(grid.caption) || !shares) return [];
      return oneFinding(reading, {
        ...draftOf(grid, grid.block.table?.rows[0]?.raw ?? column),
        stated: column,
        heading: `A table of ${about.name} has a column headed "${column}"`,
        message: `The table "${grid.caption}" has a column headed "${column}" and none for ${about.name}: the heading was probably carried over from another table.`,
      });
    })
    .slice(0, 1);
}

const due = /\b(?:due|required|needed|expected|eligible)$/iu;
const done = /\b(?:completed|done|held|made|on time|in time|in date|up[- ]to[- ]date|finished)$/iu;

/** "Completed on time" names nothing that was done. */
const untold = /^completion on time$/u;

/** "PEPs due, Dental checks completed": of those due, what was done is headed for a topic that nothing about the table names. */
function otherDone(reading: Reading, grid: Grid): Finding[] {
  const { titles } = wordsAbout(reading, grid);
  return grid.columns.flatMap((column, at) => {
    const base = grid.columns[at - 1] ?? "";
    const [about, headed] = [topicOf(base.replace(due, "")), topicOf(column.replace(done, ""))];
    const arePart = grid.rows.every(({ cells }) => {
      const [whole, part] = [cells[at - 1]?.value, cells[at]?.value];
      return whole != null && part != null && part <= whole;
    });
    if (
      at < 2 ||
      !due.test(base) ||
      !done.test(column) ||
      !about ||
      !headed ||
      about.name === headed.name ||
      !arePart ||
      untold.test(headed.name)
    )
      return [];
    if (!about.words.test(titles) || headed.words.test([titles, base, ...grid.rows.map(({ label }) => label)].join(". "))) return [];
    return oneFinding(reading, {
      ...draftOf(grid, grid.block.table?.rows[0]?.raw ?? column),
      stated: column,
      heading: `Beside "${base}" a column is headed "${column}"`.slice(0, 70),
      message: `The table "${grid.caption}" gives how many ${about.name} were due, but the column beside it is headed "${column}": the heading was probably carried over from another table.`,
    });
  });
}

/** The words about a table: its title, its headings, its rows and the sentences beside it in its section. */
function wordsAbout(reading: Reading, grid: Grid): { titles: string; all: string } {
  const { headings, index } = grid.block;
  const section = headings.at(-1) ?? "";
  const beside = reading.sentences.filter(
    ({ block }) => Math.abs(block.index - index) <= 3 && (block.headings.at(-1) ?? "") === section && block.kind !== "heading",
  );
  const lead = beside.filter(({ block }) => block.index < index).map(({ text }) => text);
  const titles = [grid.caption, section, ...lead].join(". ");
  const labels = [...grid.rows.map((row) => row.label), grid.columns[0] ?? ""];
  return { titles, all: [titles, ...beside.map(({ text }) => text), ...labels].join(". ") };
}

/** What people take part in: whatever is counted there, it need not be those who do. */
const takenPart = wordings`
  courses?|(?<!employment(?:,| or| and) )training|trained|learning|modules?|workshops?|seminars?|sessions?|class(?:es)?|events?|activit(?:y|ies)|clubs?|support groups?|trips?|
  camps?|mentoring|programmes?|qualifications?|drop-ins?|forums?|celebrations?|festivals?|open days?`;
/** Room for one each: carers and homes offer places as courses do. */
const room = /\b(?:places?|beds?|seats?)\b/iu;

/** "Time taken, Schools, %" over waits for an appointment: the one column of counts is headed for a thing that nothing about the table names. */
function otherThing(reading: Reading, grid: Grid): Finding[] {
  const rows = grid.rows.filter((row) => !isTotal(row.label));
  const counts = grid.columns.flatMap((name, at) =>
    at > 0 && rows.every((row) => row.cells[at]?.unit === "count" && row.cells[at]?.value != null) ? [{ name, at }] : [],
  );
  const [column, another] = counts;
  const isWholly = rows.every((row) => row.cells.slice(1).every((cell) => cell.unit !== "gbp"));
  if (rows.length < 3 || !column || another || !isWholly || column.name.split(" ").length > 5) return [];
  const [headed] = thingsIn(column.name).filter(({ headsAlone }) => headsAlone);
  const { titles, all } = wordsAbout(reading, grid);
  const about = thingsIn(titles);
  // "Courses for carers" over "Places taken", "Carers by area" over "Approved places".
  if (takenPart.test(`${grid.caption} ${grid.columns[0] ?? ""}`) || room.test(column.name)) return [];
  const areBands = rows.filter((row) => parseBand(row.label) !== null).length > 1;
  const [counted] = areBands ? about : about.filter(({ isPeople }) => !isPeople);
  if (!headed || !counted || thingsIn(column.name).length > 1 || headed.words.test(all)) return [];
  return oneFinding(reading, {
    ...draftOf(grid, grid.block.table?.rows[0]?.raw ?? column.name),
    stated: column.name,
    heading: `A table of ${counted.name} has a column headed "${column.name}"`.slice(0, 70),
    message: `The table "${grid.caption}" counts ${counted.name}, but its column of numbers is headed "${column.name}", which nothing about it names: the heading was probably carried over from another table.`,
  });
}

export const columnMeasures = perTable("label", "Columns headed for another measure or another thing than their table", (reading, grid) => {
  const other = otherMeasure(reading, grid);
  const topic = other.length > 0 ? [] : anotherTopic(reading, grid);
  if (other.length + topic.length > 0) return [...other, ...topic];
  const beside = otherDone(reading, grid);
  if (beside.length > 0) return beside;
  const part = otherPart(reading, grid, wordsAbout(reading, grid).titles);
  return part.length > 0 ? part : otherThing(reading, grid);
});
