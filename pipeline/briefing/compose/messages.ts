import { keyMessages, othersSentence, untestedSentence, type Message } from "../../words/messages.ts";
import { citation } from "../evidence.ts";
import type { MarkName } from "../marks.ts";
import { layHeading } from "../layout/headings.ts";
import { layMessages } from "../layout/messages.ts";
import { layParagraph } from "../layout/text.ts";
import { type as roles } from "../style.ts";
import { composeChanges } from "./changes.ts";
import { scoredRows } from "./key-rows.ts";
import type { Composer, Sheetwork } from "./pack.ts";
import { restsOn, spanOf } from "./pack.ts";
import { indicatorLookup } from "./resolve.ts";
import { neighbourModelNumber, sourceNumbers } from "./sources.ts";

const marks: Readonly<Record<Message["mark"], MarkName>> = { better: "good", improved: "good", worse: "bad", worsened: "bad", similar: "ring", not_tested: "dash" };

function composeMessages(sheet: Sheetwork, heading: string, messages: readonly Message[], none: string, before: number): void {
  const { path } = sheet;
  sheet.pieces.push(layHeading([{ text: heading }], { key: sheet.key(), path, before, ruled: true }));
  if (messages.length === 0) {
    sheet.pieces.push(layParagraph([{ text: none }], roles.body, { key: sheet.key(), path, before: 6 }));
    return;
  }
  const rows = messages.map((message) => ({
    mark: marks[message.mark],
    number: { text: message.number, rests: restsOn(message.row) },
    counts: { text: message.count, rests: restsOn(message.row) },
    heading: [{ text: message.heading, rests: restsOn(message.row) }],
    text: [spanOf(message.text)],
  }));
  sheet.pieces.push(...layMessages(rows, { key: sheet.key(), path }));
}

/** What is no more than chance may explain does not need attention; it is worth watching. */
const attentionHeading = (messages: readonly Message[]): string =>
  messages.length > 0 && messages.every(({ reason }) => reason === "behind") ? "Worth watching, though chance could explain it" : "Needs the panel’s attention";

/** Going well, needs attention, what changed since the year before, and a sentence for the rest. */
export const messages: Composer = {
  settings: ["well", "attention"],
  words: "none",
  items: "none",
  compose(sheet, directive) {
    const { pack, path } = sheet;
    const rows = scoredRows(pack);
    if (rows.length === 0) {
      sheet.pieces.push(layParagraph([{ text: `No official statistics for ${pack.input.authority.authority} were loaded, so nothing can be compared.` }], roles.body, { key: sheet.key(), path }));
      return;
    }
    const lookup = indicatorLookup(pack);
    sheet.oneSheet = true;
    sheet.whole = true;
    // Cut in this order: arrows beyond four, the third that goes well, more arrows, the third that needs attention.
    const { trim } = sheet;
    const all = keyMessages(rows, lookup);
    const key = { goingWell: all.goingWell.slice(0, trim >= 2 ? 2 : 3), attention: all.attention.slice(0, trim >= 4 ? 2 : 3) };
    const few = untestedSentence(rows, lookup);
    if (few) sheet.pieces.push(layParagraph([spanOf(few)], roles.body, { key: sheet.key(), path, before: 8 }));
    composeMessages(sheet, directive.settings["well"] ?? "Going well", key.goingWell, "No measure is better than neighbours, or improved, by more than chance would explain.", 14);
    composeMessages(sheet, directive.settings["attention"] ?? attentionHeading(key.attention), key.attention, "No measure is worse than neighbours, or worsened, by more than chance would explain.", 16);
    composeChanges(sheet, rows, trim >= 5 ? 0 : trim >= 3 ? 2 : trim >= 1 ? 4 : 6);
    const others = othersSentence(rows, lookup);
    if (others) sheet.pieces.push(layParagraph([spanOf(others)], roles.body, { key: sheet.key(), path, before: 8 }));
    const cautions = [...key.goingWell, ...key.attention].flatMap(({ caution }) => (caution ? [spanOf(caution), { text: " " }] : []));
    sheet.notes.push([
      ...cautions,
      { text: "Source: Department for Education" },
      ...citation([...sourceNumbers(pack, rows), neighbourModelNumber(pack)]),
      { text: trim >= 1 ? "." : `. ${pack.input.group.length === 10 ? `“The eleven”: ${pack.input.authority.authority} and its ten statistical neighbours.` : ""}`.trimEnd() },
    ]);
  },
};
