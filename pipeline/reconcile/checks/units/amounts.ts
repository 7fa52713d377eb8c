import type { Block } from "../../../model/document.ts";
import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { placeOf } from "../../reading/reading.ts";
import { pattern } from "../../vocabulary/patterns.ts";

/** What reads as one amount: digits with commas and points, or groups of three with stray spaces. */
const readings = [
  // £8, 200, .00
  "\\d{1,3}, \\d{3}[,.]\\d{2}(?!\\d)",
  "\\d{1,3}(?:, ?\\d{3})+,? \\.\\d+",
  "\\d{1,3}(?:, ?\\d{3})*, \\d{3},? ?\\.\\d+",
  // £10,246, 000: what is no number of its own, or goes on as an amount does
  "\\d{1,3}(?:,\\d{3})*, (?:000\\b|\\d{3}(?= (?:against|was|is|were|has|had|from|compared|which|overall|over|under|above|below|short|a (?:year|week|month))\\b))",
  "\\d{1,2}, \\d{3}(?=[.;)]|$| (?!and\\b|or\\b|to\\b))",
  // £12 500
  "\\d{1,3} \\d{3}(?!\\d)(?:,\\d{3})*",
  // £1,O50
  "\\d[\\d,]*[OolI][\\dO,]*\\d",
  // £60,552k.50: pence behind thousands that have their unit; the mark of a note stands at the end of its sentence.
  "\\d[\\d.,]*(?:k|m|bn)\\.\\d{2}(?=,? \\p{L})",
  "£?\\d[\\d.,]*",
];
const amount = new RegExp(`£ ?(?:${readings.join("|")})(?: ?(?:k|m|bn|million|billion|thousand)\\b)?`, "giu");
/** "1,2345": a number whose comma parts no thousands; a year may follow a day. */
const miscounted = /(?<![\d£,./-])[1-9]\d{0,2},(?!(?:19|20)\d\d\b)\d{4}(?![\d,/A-Za-z-])/gu;
/** "5,40,8", "1,234,56": a number whose commas part no groups of three. Short groups in running text may be a list. */
const misparted = /(?<![\d£,./-])[1-9]\d{0,2}(?:,\d{1,2},\d{3}|,\d{3},\d{1,2})(?![\d,/A-Za-z-]|\.\d)/gu;
const mispartedCell =
  /^[+−–-]?(?:(?!\d{1,3}(?:,\d{3})+$)[1-9]\d{0,2}(?:,\d{1,4})+|\d{1,3}(?:,,|,\.|\.,|, | ,)\d{3}|(?=.*[OoIl])(?=.*\d.*\d)\d[\d,OoIl]*|\d{1,3}[.;:]\d{3})$/u;
/** What may be a decimal or a list of two, where no number of its column has thousands. */
const stray = /[.;:]|, /u;
const isThousand = /^\s*[+−–-]?\d{1,3}(?:,\d{3})+\s*$/u;
const isNumber = /^\s*[+−–-]?(?:\d{1,3}(?:,\d{3})+|\d+)\s*$/u;
/** Thousands parted by commas or not at all, pence of two digits; any decimals before "million". */
const wellFormed = pattern`
  ^£ ?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d{2})?$|^£ ?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)? ?(?:k|m|bn|million|billion|
  thousand)$`;
/** "£3,500, 2021" and "£50-60" end before the comma or dash: what follows is a number of its own. */
const tail = /[.,\s]+$/u;
const percent = /\b\d+(?:\.\d+)?\.\.\d+ ?%|\b\d+,\d{1,2} ?%|%%|\b\d+\.\d+\.\d+ ?%/gu; // 89..7%, 89,7%

/** "£12.5" may end a line of "£12.5 to £14 million", whose unit stands with the last amount. */
const sharesUnit = /^ ?(?:to|and|or|-|–) ?£ ?[\d.]+ ?(?:k|m|bn|million|billion)\b|^[ -]?(?:k|m|bn|million|billion|thousand)\b/iu;

function malformed({ text, table }: Block): { start: number; text: string }[] {
  const amounts = [...text.matchAll(amount)].flatMap((match) => {
    const printed = match[0].replace(tail, "");
    const after = text.slice(match.index + printed.length);
    return wellFormed.test(printed) || (/^£ ?\d+\.\d+$/u.test(printed) && sharesUnit.test(after))
      ? []
      : [{ start: match.index, text: printed }];
  });
  const shares = [...text.matchAll(percent)].map((match) => ({ start: match.index, text: match[0].trim() }));
  const inCells = (table?.rows ?? []).flatMap(({ cells }, row) =>
    cells
      .map((cell) => cell.trim())
      .filter(
        (cell, at) =>
          at > 0 &&
          mispartedCell.test(cell) &&
          table!.rows.some((other, below) => below !== row && (stray.test(cell) ? isThousand : isNumber).test(other.cells[at] ?? "")),
      ),
  );
  const counts = [
    ...[...text.matchAll(miscounted), ...text.matchAll(misparted)].map((match) => ({ start: match.index, text: match[0] })),
    ...inCells.map((cell) => ({ start: Math.max(0, text.indexOf(cell)), text: cell.replace(/^[+−–-]/u, "") })),
  ];
  return [...amounts, ...counts, ...shares].sort((a, b) => a.start - b.start);
}

/** The amount that was probably meant; "" when it could be several. */
function likely(printed: string): string {
  const plain = printed.replace(/\s/g, "").replace("££", "£");
  const share = /^(\d+)(?:\.\.|,)(\d+)%$/u.exec(plain);
  if (share) return `${share[1]}.${share[2]}%`;
  const pence = /^(£\d[\d,]*)k[.,](\d{2})$/iu.exec(plain);
  if (pence) return `${pence[1]}.${pence[2]}`;
  const cents = /^(£\d[\d,]*?),(\d{2})$/u.exec(plain);
  if (cents && wellFormed.test(`${cents[1]}.${cents[2]}`)) return `${cents[1]}.${cents[2]}`;
  // The digits are right where only their commas are not.
  if (/^\d+(?:,\d+){2,}$/u.test(plain)) return plain.replaceAll(",", "").replace(/\B(?=(?:\d{3})+$)/gu, ",");
  const zeros = plain.replace(/[Oo]/gu, "0");
  if (zeros !== plain && wellFormed.test(zeros)) return zeros;
  const once = plain.replace(",.", ".").replace(/,,+/g, ",").replace(/\.\.+/g, ".");
  return wellFormed.test(once) ? once : "";
}

/** Amounts and percentages that are no numbers as printed; those of one paragraph are one finding. */
export const amounts = perDocument("unit", "Malformed amounts", (reading) =>
  reading.source.blocks.flatMap((block) => {
    const taken = malformed(block);
    const printed = [...new Set(taken.map(({ text }) => text))];
    const [first] = taken;
    if (!first) return [];
    const meant = printed.map(likely);
    const known = meant.every((text) => text !== "");
    return oneFinding(reading, {
      kind: "unit",
      severity: "warning",
      stated: printed.join("; "),
      expected: known ? meant.join("; ") : "",
      heading: `Misprinted: ${printed.join(" and ")}`,
      message: `${printed.map((text) => `"${text}"`).join(" and ")} ${printed.length === 1 ? "is not a number" : "are not numbers"} as printed${known ? `; probably ${meant.join(" and ")} is meant` : ""}.`,
      quote: block.text.slice(Math.max(0, first.start - 120), first.start + first.text.length + 80).trim(),
      place: placeOf(block),
    });
  }),
);
