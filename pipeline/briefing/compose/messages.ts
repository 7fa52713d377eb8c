import { keyMessages, type Message } from "../../words/messages.ts";
import { smallNumbersTogether, thresholdNote } from "../../words/notes.ts";
import { alsoKnown, alsoSentence, othersSentence, untestedSentence } from "../../words/other-measures.ts";
import { isTested } from "../../words/phrases.ts";
import type { Sentence } from "../../words/sentence.ts";
import { citation } from "../evidence.ts";
import type { MarkName } from "../marks.ts";
import { layHeading } from "../layout/headings.ts";
import { layMessages } from "../layout/messages.ts";
import { composeChanges } from "./changes.ts";
import { scoredRows, unscored } from "./key-rows.ts";
import { composeMissing } from "./missing.ts";
import type { Composer, Sheetwork } from "./pack.ts";
import { givenRef, restsOn, spanOf } from "./pack.ts";
import { indicatorLookup } from "./resolve.ts";
import { neighbourModelNumber, sourceNumbers } from "./sources.ts";
import { setParagraph } from "./set.ts";

const marks: Readonly<Record<Message["mark"], MarkName | null>> = {
  better: "good",
  improved: "good",
  worse: "bad",
  worsened: "bad",
  similar: "ring",
  not_tested: "dash",
  none: null,
};

type Side = {
  readonly heading: string;
  readonly messages: readonly Message[];
  readonly also: Sentence | null;
  readonly none: string;
  readonly before: number;
};

function composeSide(sheet: Sheetwork, { heading, messages, also, none, before }: Side): void {
  const { path } = sheet;
  sheet.pieces.push(layHeading([{ text: heading }], { key: sheet.key(), path, before, ruled: true }));
  const rows = messages.map((message) => ({
    mark: marks[message.mark],
    number: { text: message.number, rests: restsOn(message.row, "value") },
    counts: { text: message.count, rests: restsOn(message.row, "numerator", "denominator", "rank", "rank_of") },
    heading: [{ text: message.heading, rests: restsOn(message.row) }],
    text: [spanOf(message.text)],
  }));
  if (rows.length > 0) sheet.pieces.push(...layMessages(rows, { key: sheet.key(), path }));
  const after = rows.length === 0 ? { text: none } : also && spanOf(also);
  if (after) setParagraph(sheet, [after], 6);
}

/** What is no more than chance may explain does not need attention; it is worth watching. */
const attentionHeading = (messages: readonly Message[]): string =>
  messages.length > 0 && messages.every(({ reason }) => reason === "behind")
    ? "Worth watching, though chance could explain it"
    : "Needs the panel’s attention";

/** Why one side has no message. */
const noneOf = (good: string, moved: string): string =>
  `No measure is ${good} than neighbours, or ${moved}, by more than chance would explain.`;

/** Why neither side has one. */
const noMessages = "No measure is better or worse than neighbours, and none improved or worsened, by more than chance would explain.";

/** Going well, needs attention, what changed since the year before, and a sentence for the rest. */
export const messages: Composer = {
  settings: { well: "text", attention: "text" },
  words: "none",
  items: "none",
  compose(sheet, directive) {
    const { pack } = sheet;
    const rows = scoredRows(pack);
    if (rows.length === 0) {
      setParagraph(
        sheet,
        [{ text: `No official statistics for ${pack.input.authority.authority} were loaded, so nothing can be compared.` }],
        0,
      );
      return;
    }
    const lookup = indicatorLookup(pack);
    sheet.oneSheet = true;
    sheet.whole = true;
    sheet.grows = true;
    // Cut in this order: arrows beyond four and what else is better, the third that goes well, more arrows, the third that needs attention.
    const { trim } = sheet;
    const all = keyMessages(rows, lookup, pack.template.front.thresholds);
    const key = { well: all.goingWell.slice(0, trim >= 2 ? 2 : 3), attention: all.attention.slice(0, trim >= 4 ? 2 : 3) };
    const shown = [...key.well, ...key.attention];
    const tested = rows.some((row) => row.polarity !== "none" && isTested(row.neighbour_verdict));
    const few = untestedSentence(rows, lookup);
    if (few) setParagraph(sheet, [spanOf(few)], 8);
    if (shown.length === 0 && tested) setParagraph(sheet, [{ text: noMessages }], 8);
    // A heading over nothing is filler, and what could not be tested has been said.
    const hasSide = (side: readonly Message[]): boolean => side.length > 0 || (tested && shown.length > 0);
    if (hasSide(key.well))
      composeSide(sheet, {
        heading: directive.settings["well"] ?? "Going well",
        messages: key.well,
        also: trim >= 1 ? null : alsoSentence("better", rows, shown, lookup),
        none: noneOf("better", "improved"),
        before: 14,
      });
    if (hasSide(key.attention))
      composeSide(sheet, {
        heading: directive.settings["attention"] ?? attentionHeading(key.attention),
        messages: key.attention,
        also: alsoSentence("worse", rows, shown, lookup),
        none: noneOf("worse", "worsened"),
        before: 16,
      });
    composeChanges(sheet, rows, trim >= 5 ? 0 : trim >= 3 ? 2 : trim >= 1 ? 4 : 6);
    const others = shown.length === 0 ? null : othersSentence(rows, lookup, all.attention);
    if (others) setParagraph(sheet, [spanOf(others)], 8);
    const known = sheet.room === 0 ? [] : alsoKnown(rows, shown, lookup).slice(0, sheet.room);
    if (known.length > 0) composeSide(sheet, { heading: "Also worth knowing", messages: known, also: null, none: "", before: 16 });
    const isSparse = rows.filter(({ value }) => value === null).length * 2 > rows.length;
    if (sheet.room > 0 && isSparse && unscored(pack).length === 0) composeMissing(sheet, rows);
    const cautions = [...shown, ...known].flatMap(({ caution }) => (caution ? [spanOf(caution), { text: " " }] : []));
    const small = smallNumbersTogether(
      [...shown, ...known].map(({ row }) => row),
      lookup,
    );
    if (small) cautions.push(spanOf(small), { text: " " });
    const left = thresholdNote(pack.template.front.thresholds);
    sheet.notes.push([
      ...cautions,
      ...(left ? [{ text: `${left} `, rests: [givenRef("thresholds")] }] : []),
      { text: "Source: Department for Education" },
      ...citation([...sourceNumbers(pack, rows), neighbourModelNumber(pack)]),
      {
        text:
          trim >= 1
            ? "."
            : `. ${pack.input.group.length === 10 ? `“The eleven”: ${pack.input.authority.authority} and its ten statistical neighbours.` : ""}`.trimEnd(),
        rests: rows.slice(0, 1).map((row) => row.comparison_id),
      },
    ]);
  },
};
