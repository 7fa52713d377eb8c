import { perDocument } from "../check.ts";
import { findingRow } from "../finding-row.ts";
import { placeOf } from "../reading.ts";

// Amounts whose commas and points cannot stand where they stand.
const malformed: readonly RegExp[] = [
  /£ ?\d{1,3}(?:,\s*\d{3})*,\s*\.\s*\d+/gu, // £8, 200, .00
  /£ ?\d{1,3}, \d{3}(?:, ?\.\d+|\.\d{2})?(?=[\s,.;)]|$)/gu, // £8, 200
  /£ ?\d+(?:,\d{3})*,\d{1,2}(?![\d])/gu, // £5000,00
  /£ ?\d{1,3}(?:,\d{3})*,\d{4,}/gu, // £1,2345
  /£ ?\d{4,},\d{3}(?:,\d{3})*/gu, // £1234,567
  /£ ?\d+(?:,\d{3})*\.\d{2}\.\d+/gu, // £4.500.00
  /£ ?\d{1,3}\.\d{3}\.\d{2,3}\b/gu,
  /£ ?\d+(?:,\d{3})*\.\d(?!\d|[ -]?(?:k|m|bn|million|billion|thousand)\b)/giu, // £12.5
  /£ ?\d+(?:,\d{3})*\.\d{3,}(?! ?(?:k|m|bn|million|billion)\b)/giu, // £12.345
  /£ ?[\d,]*(?:,,|,\.,|\.,)\d+/gu, // £5,,120
  /£ ?£ ?\d/gu,
  /\b\d+(?:\.\d+)?\.\.\d+ ?%|\b\d+,\d{1,2} ?%|%%|\b\d+\.\d+\.\d+ ?%/gu, // 89..7%, 89,7%
];

function likely(amount: string): string {
  const cents = /^(£ ?\d[\d,]*?),(\d{2})$/u.exec(amount);
  if (cents) return `${cents[1]}.${cents[2]}`;
  if (/^£ ?\d{1,3}(?:,\s*\d{3})*,\s*\.\s*\d{2}$/u.test(amount)) return amount.replace(/\s/g, "").replace(",.", ".");
  if (/^£ ?\d{1,3}, \d{3}/u.test(amount)) return amount.replace(/, /g, ",");
  const percent = /^(\d+)(?:\.\.|,)(\d+) ?%$/u.exec(amount);
  return percent ? `${percent[1]}.${percent[2]}%` : "";
}

/** Amounts and percentages that are no numbers as printed; those of one paragraph are one finding. */
export const amounts = perDocument("unit", "Malformed amounts", (reading) =>
  reading.source.blocks.flatMap((block) => {
    const taken: { start: number; end: number; text: string }[] = [];
    for (const pattern of malformed) {
      for (const match of block.text.matchAll(pattern)) {
        const [start, end] = [match.index, match.index + match[0].length];
        if (!taken.some((other) => start < other.end && end > other.start)) taken.push({ start, end, text: match[0].trim() });
      }
    }
    const printed = [...new Set(taken.sort((a, b) => a.start - b.start).map(({ text }) => text))];
    if (printed.length === 0) return [];
    const meant = printed.map(likely);
    const first = taken[0]!;
    return [findingRow(reading, {
      kind: "unit", severity: "warning", stated: printed.join("; "), expected: meant.every((text) => text !== "") ? meant.join("; ") : "",
      heading: `Misprinted: ${printed.join(" and ")}`,
      message: `${printed.map((text) => `"${text}"`).join(" and ")} ${printed.length === 1 ? "is not a number" : "are not numbers"} as printed${meant.every((text) => text !== "") ? `; probably ${meant.join(" and ")} is meant` : ""}.`,
      quote: block.text.slice(Math.max(0, first.start - 120), first.end + 80).trim(), place: placeOf(block),
    })];
  }));
