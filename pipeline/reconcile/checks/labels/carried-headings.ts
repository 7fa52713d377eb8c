import type { Finding } from "../../../model/finding.ts";
import { oneFinding } from "../../finding-row.ts";
import { placeOfRow, type Grid } from "../../reading/grid.ts";
import type { Reading } from "../../reading/reading.ts";
import { thingsIn } from "../../vocabulary/counted-things.ts";
import { contentWords, stem, wordSet } from "../../vocabulary/names.ts";
import { topicOf } from "../../vocabulary/topics.ts";

/** What a heading says was done with what it counts, or how much of it there is: no name of anything. */
const doing = wordSet(
  `number total count done completed complete held made finished given taken carried out reviewed returned answered kept seen taken given filed sent accepted recorded offered due needed
   required eligible expected received started ended time date late rate share percentage proportion cent per all each year quarter table figure
   children child young people pupils care leavers age area team district locality sex stage term with and for the who had who were that level`,
  stem,
);
const namesIn = (text: string): string[] =>
  contentWords(text)
    .map(stem)
    .filter((word) => !doing.has(word));

/** What a caption names before it says by what it is parted: "Questionnaires returned" of "Table 2: Questionnaires returned, by age of child". */
const subjectOf = (caption: string): string =>
  caption
    .replace(/^(?:table|figure|chart|exhibit) ?[\w.]*[:.–—-]? */iu, "")
    .split(/,|:|\(| by | in | at | for | of | on | per | over | who | among /iu)[0] ?? "";

/** "Reading tests taken", "Return interviews completed": things, by what was done with them. */
const isDone =
  /^(?:\p{L}+ ){0,2}\p{L}+s (?:completed|done|held|returned|taken|given|made|carried out|answered|reviewed|filed|sent|accepted|kept)\b/iu;
/** Those who could, of whom the part did. */
const isWhole =
  /\b(?:children|child|young people|pupils|care leavers|leavers|carers|households|families|parents|staff|workers|eligible|due|offered|expected|required|planned|booked|arranged|scheduled)\b/iu;
/** Of what was due or offered the part is what was done of it. */
const isOffered = /\b(?:due|offered|expected|required|planned|booked|arranged|scheduled)$/iu;

/** "PEP" of "personal education plans". */
const isInitialsOf = (word: string, name: string): boolean =>
  (name.match(/\p{L}+/gu) ?? [])
    .map((one) => one[0]!.toLowerCase())
    .join("")
    .includes(word);

/** "Outcomes", "demand" and "results" may be of anything. */
const isOfThings = (subject: string): boolean =>
  topicOf(subject) !== null ||
  thingsIn(subject).length > 0 ||
  /\b\p{L}+s \p{L}+(?:ed|en|done|held|made)\b|\b(?:tests|questionnaires|sessions|forms|surveys)\b/iu.test(subject);

/** How far a share may lie from that of its counts. */
const allowance = 0.6;
function isShareOf(grid: Grid, part: number, whole: number): boolean {
  const shares = grid.columns
    .map((_, at) => at)
    .filter((at) => at !== part && at !== whole && grid.rows.every(({ cells }) => cells[at]?.unit === "percent"));
  return (
    grid.rows.length > 1 &&
    shares.some((at) =>
      grid.rows.every(({ cells }) => {
        const [a, b, share] = [cells[part]?.value, cells[whole]?.value, cells[at]?.value];
        return a != null && b != null && share != null && b > 0 && a <= b && Math.abs(share - (100 * a) / b) < allowance;
      }),
    )
  );
}

/** "Questionnaires returned, by age" over "Children eligible, Dental checks done, Rate": of the things that the caption names, the part is headed for others, which nothing in the paper names. */
export function otherPart(reading: Reading, grid: Grid, titles: string): Finding[] {
  // What heads the whole paper is no caption.
  if (reading.source.blocks.find(({ kind }) => kind === "heading")?.text === grid.caption) return [];
  const subject = subjectOf(grid.caption);
  const about = namesIn(subject);
  const labels = [...grid.columns, ...grid.rows.map(({ label }) => label)];
  const named = new Set(labels.flatMap(namesIn));
  const offered = grid.columns.filter((name, at) => at > 0 && isOffered.test(name));
  const isNamed = about.some((word) => named.has(word)) && !offered.some((name) => namesIn(name).some((word) => about.includes(word)));
  if (about.length === 0 || !isOfThings(subject) || !/s\b/u.test(subject) || isNamed) return [];
  return grid.columns
    .flatMap((column, at): Finding[] => {
      const headed = namesIn(column);
      const isKnown = isDone.test(column) || topicOf(column) !== null || thingsIn(column).some(({ isPeople }) => !isPeople);
      const isPart =
        at > 1 && grid.columns.some((name, whole) => whole > 0 && whole < at && isWhole.test(name) && isShareOf(grid, at, whole));
      if (!isPart || headed.length === 0 || !isKnown || grid.rows.every(({ cells }) => cells[at]?.unit === "percent")) return [];
      const elsewhere = reading.source.blocks.filter((block) => block !== grid.block).map(({ text }) => text);
      const told = new Set([titles, ...elsewhere].flatMap(namesIn));
      const isShort = headed.some((word) => isInitialsOf(word, subject));
      if (isShort || headed.some((word) => told.has(word))) return [];
      return oneFinding(reading, {
        kind: "label",
        severity: "warning",
        quote: grid.block.table?.rows[0]?.raw ?? column,
        place: placeOfRow(grid, null, column),
        stated: column,
        heading: `A table of ${subject.trim().toLowerCase()} has a column headed "${column}"`.slice(0, 70),
        message: `The table "${grid.caption}" has a column headed "${column}", which nothing in the paper is about: the heading was probably carried over from another table.`,
      });
    })
    .slice(0, 1);
}
