import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { bandsIn, parseBand, type Band } from "../../reading/band.ts";
import { isSingle } from "../../reading/figure.ts";
import { placeOfRow, type Grid } from "../../reading/grid.ts";
import { isTotal } from "../../reading/lines.ts";
import { isNear, type Reading, type Sentence } from "../../reading/reading.ts";
import { contentWords, root, wordSet } from "../../vocabulary/names.ts";
import { numberOf, upToTwelve } from "../../vocabulary/number-words.ts";
import { isOwnLevel } from "../../vocabulary/headings.ts";
import { everyPattern, pattern, wordings } from "../../vocabulary/patterns.ts";
import { before, notYet, ofThem, someOf } from "../../vocabulary/restrictions.ts";

const amount = `(?<number>\\d{1,3}|${upToTwelve}) (?:working |school |calendar )?(?<unit>[a-z]+)`;
/** "No child waited longer than 12 weeks", "nobody held more than 20 cases". */
const noneOver = pattern`
  \b(?:no(?! (?:more|less|fewer|longer|later)\b)|none|nobody|no[- ]one|not one)\b[^.,;:]{0,90}?\b(?:longer than|more than|later than|over|beyond|above|exceed(?:ed|s|ing)?)
  (?: )(?:the )?${amount}\b`;
/** "All families were seen within 20 days". */
const allWithin = pattern`
  \b(?<!\bnot )(?:all(?! but\b)|every|each|everyone|everybody)\b[^.,;:]{0,90}?\b(?:within|inside|in (?:under|less than|no more than)|in at most)
  (?: )(?:the )?${amount}\b`;
/** What is wished for, or said of some alone. */
const isOpen = wordings`
  ${someOf}|${ofThem}|${notYet}|must|may|can|could|is to|are to|aims?|standards?|promises?|pledges?|limits?|ensur\w+|want\w*|expects?|almost|nearly|not all|
  who|whose|placed|urgent\w*|priority|new|newly|those`;
type Claim = { words: string; limit: number; unit: string };

const unitOf = (word: string): string => word.toLowerCase().replace(/s$/u, "");
function claimIn({ text }: Sentence): Claim | null {
  const match = noneOver.exec(text) ?? allWithin.exec(text);
  const { number = "", unit = "" } = match?.groups ?? {};
  return match && !isOpen.test(match[0]) ? { words: match[0], limit: numberOf(number) ?? Number(number), unit: unitOf(unit) } : null;
}

/** How far from its table a claim may stand, in blocks; one that names a time has to stand beside it. */
const reach = 3;
const bandOf = (label: string): Band | null => {
  const [band, ...more] = bandsIn(label);
  return band && more.length === 0 ? band : parseBand(label);
};
/** Words over bands that say that they are bands, and of what unit. */
const plain = wordSet(
  `the and for from with table figure wait waits waited waiting time taken length distance stay band bands range number group groups day days
   week weeks month months year years working mile miles case cases children child people young long held open how`,
);
const rootsOf = (text: string): string[] => contentWords(text, plain).map(root);

/** The table tells of what the sentence tells of, as far as its title and first heading name anything, and parts it at the limit. */
function isOfClaim(grid: Grid, sentence: Sentence, claim: Claim): boolean {
  const title = grid.caption === sentence.block.text ? "" : grid.caption;
  const named = rootsOf(`${title} ${grid.columns[0] ?? ""}`);
  const told = rootsOf(`${sentence.block.text} ${sentence.block.headings.at(-1) ?? ""}`);
  const isParted = grid.rows.some(({ label }) => {
    const band = bandOf(label);
    return band?.high === claim.limit || band?.low === claim.limit + 1;
  });
  return isParted && (named.length === 0 || named.some((word) => told.includes(word)));
}

/** How many blocks the title of a table takes between it and the text before it. */
const titleOf = ({ source }: Reading, { block, caption }: Grid): number =>
  caption !== "" && source.blocks.some(({ index, text }) => index === block.index - 1 && text === caption) ? 1 : 0;
const earlier = wordings`${before}|earlier|before`;

/** "Seen after more than 12 weeks | 6" beside a claim that nobody waited longer. */
function inTable(reading: Reading, sentence: Sentence, claim: Claim): Finding[] {
  const isDated = sentence.periods.length > 0;
  return reading.grids
    .filter((grid) => isNear(grid, sentence, isDated ? 1 + titleOf(reading, grid) : reach) && isOfClaim(grid, sentence, claim))
    .flatMap((grid): Finding[] => {
      // A time of its own may be another than that of the claim.
      const heads = [grid.caption === sentence.block.text ? "" : grid.caption, ...grid.columns];
      if (isDated && heads.some((head) => /\b(?:19|20)\d{2}\b/u.test(head) || earlier.test(head))) return [];
      const columns = grid.columns.flatMap((name, at) =>
        at > 0 && isOwnLevel(name) && grid.rows.some((row) => row.cells[at]?.value != null && row.cells[at]?.unit === "count") ? [at] : [],
      );
      const [column] = columns;
      if (column === undefined || columns.length > 1) return [];
      const row = grid.rows.find(({ label, cells }) => {
        const isUnit = new RegExp(`\\b${claim.unit}s?\\b`, "iu").test(`${label} ${grid.columns[0] ?? ""}`);
        return !isTotal(label) && isUnit && (bandOf(label)?.low ?? 0) > claim.limit && (cells[column]?.value ?? 0) > 0;
      });
      const cell = row?.cells[column];
      return row && cell ? report(reading, sentence, claim, `"${row.label}" has ${cell.text}`, row.raw, placeOfRow(grid, row)) : [];
    })
    .slice(0, 1);
}

const number = `(\\d{1,3}|${upToTwelve})`;
/** "After more than 12 weeks", "13 to 18 weeks", "six months or longer": each with the first number that it holds and its unit. */
const beyonds: readonly (readonly [RegExp, number])[] = [
  [everyPattern`\b(?:more than|over|longer than|beyond) ${number} (?:working |school )?([a-z]+)`, 1],
  [everyPattern`\b${number} (?:to|-|–) (?:\d{1,3}|${upToTwelve}) (?:working |school )?([a-z]+)`, 0],
  [everyPattern`\b${number} (?:working |school )?([a-z]+) or (?:more|longer|over)`, 0],
];

/** "… 60 were seen within six weeks and six after more than 12 weeks", in the same sentence or the next. */
function inProse(reading: Reading, sentence: Sentence, next: Sentence | undefined, claim: Claim): Finding[] {
  for (const one of [sentence, ...(next ? [next] : [])]) {
    const from = one === sentence ? one.text.indexOf(claim.words) + claim.words.length : 0;
    if (isOpen.test(one.text.slice(from))) return [];
    for (const [words, more] of beyonds)
      for (const match of one.text.slice(from).matchAll(words)) {
        const start = from + match.index;
        const low = (numberOf(match[1] ?? "") ?? Number(match[1])) + more;
        const count = one.figures.findLast(
          (figure) => figure.measure === "number" && isSingle(figure) && figure.value > 0 && figure.start >= from && figure.end <= start,
        );
        const between = count ? one.text.slice(count.end, start) : "";
        if (unitOf(match[2] ?? "") === claim.unit && low > claim.limit && count && !isApart.test(between))
          return report(reading, sentence, claim, `${count.text} are told under "${match[0]}"`, one === sentence ? "" : one.text, "");
      }
  }
  return [];
}
const isApart = /[.,;:]|\b(?:average|mean|not|no|none|than|and|of)\b/iu;

function report(reading: Reading, sentence: Sentence, claim: Claim, found: string, quote: string, place: string): Finding[] {
  return oneFinding(reading, {
    kind: "conflict",
    severity: "error",
    stated: `"${claim.words}"; ${found}`,
    quote: [sentence.text, quote].filter((text) => text !== "").join(" / "),
    place: [sentence.place, place].filter((text) => text !== "").join("; "),
    heading: `"${claim.words}", but ${found}`,
    message: `The text says "${claim.words}", but ${found}.`,
  });
}

export const noneBeyond = perSentence(
  "conflict",
  "A limit that nobody is said to have passed against the numbers beyond it",
  (reading, sentence, passage) => {
    const claim = claimIn(sentence);
    if (!claim) return [];
    const own = inProse(reading, sentence, passage[sentence.number + 1], claim);
    return own.length > 0 ? own : inTable(reading, sentence, claim);
  },
);
