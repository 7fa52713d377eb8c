import type { Finding } from "../../../model/finding.ts";
import { monthNumber, pad } from "../../../extract/grammar/calendar.ts";
import { formatDate, parsePeriod } from "../../../model/period.ts";
import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { formatMoney } from "../../numbers/money.ts";
import { datePattern, datedParts, documentDate } from "../../reading/report-dates.ts";
import { contentWords } from "../../vocabulary/names.ts";
import { figureAt, type Reading, type Sentence } from "../../reading/reading.ts";
import { pattern } from "../../vocabulary/patterns.ts";

type Spent = { value: number; printed: string; start: string; end: string; sentence: Sentence };

const paid = /\b(?:provided|received|spent|awarded|granted|accessed|drawn down|paid|claimed|approved|agreed)\b/iu;
const perPerson = pattern`
  \bper (?:child|family|application|place|week|annum|head)\b|\baverage\b|\bcap\b|\blimit\b|\bup to\b|\bmaximum\b|
  \bexample\b`;
const thisYear = /\b(?:current|this) financial year\b|\bfinancial year to date\b|\bsince april\b/iu;

/** The day on which a passage was written: of the meeting that its minutes name, else of the papers. */
function writtenOn(reading: Reading, index: number, whole: string): string {
  const minutes = reading.source.blocks
    .slice(0, index)
    .reverse()
    .find((block) => /\bmeeting\b[^.]*\bheld\b/iu.test(block.text) && !/\bminutes\b/iu.test(block.text) && datePattern.test(block.text));
  const match = minutes ? datePattern.exec(minutes.text) : null;
  return match ? `${match[3]}-${pad(monthNumber(match[2] ?? ""))}-${pad(Number(match[1]))}` : whole;
}

function amounts(reading: Reading, whole: string): Spent[] {
  return reading.sentences
    .filter((sentence) => paid.test(sentence.text) && !perPerson.test(sentence.text))
    .flatMap((sentence) => {
      const money = [...sentence.skeleton.matchAll(/\{M(\d+)\}/g)].map((match) => figureAt(sentence, match[1]!));
      const [figure] = money;
      if (!figure || money.length > 1) return [];
      const date = writtenOn(reading, sentence.block.index, whole);
      const spans = sentence.periods
        .filter((period) => !period.relative && period.period.includes(".."))
        .map((period) => parsePeriod(period.period));
      const span =
        spans[0] ??
        (thisYear.test(sentence.text) && date !== ""
          ? { start: `${Number(date.slice(0, 4)) - (date.slice(5, 7) < "04" ? 1 : 0)}-04-01`, end: date }
          : null);
      return span ? [{ value: figure.value, printed: figure.text, start: span.start, end: span.end, sentence }] : [];
    });
}

/** Money of part of a period that is more than the money of all of it, for one purpose. */
export const partAboveWhole = perDocument("conflict", "A part of a period with more than the whole of it", (reading) => {
  const spent = amounts(reading, documentDate(reading, datedParts(reading)));
  return spent.flatMap((part) =>
    spent.flatMap((all): Finding[] => {
      if (
        part === all ||
        part.start < all.start ||
        part.end > all.end ||
        (part.start === all.start && part.end === all.end) ||
        part.value <= all.value
      )
        return [];
      const words = contentWords(all.sentence.text).map((word) => word.slice(0, 6));
      const shared = contentWords(part.sentence.text).filter((word) => word.length > 5 && words.includes(word.slice(0, 6)));
      if (shared.length < 2) return [];
      return oneFinding(reading, {
        kind: "conflict",
        severity: "warning",
        stated: `${part.printed}; ${all.printed}`,
        place: `${part.sentence.place}; ${all.sentence.place}`,
        heading: `${part.printed} for part of a period, ${all.printed} for all of it`,
        message: `${formatMoney(part.value)} is given for ${formatDate(part.start)} to ${formatDate(part.end)}, but only ${formatMoney(all.value)} for ${formatDate(all.start)} to ${formatDate(all.end)}, which holds it.`,
        quote: `${part.sentence.text} / ${all.sentence.text}`,
      });
    }),
  );
});
