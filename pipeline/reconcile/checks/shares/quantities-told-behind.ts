import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { findingRow } from "../../finding-row.ts";
import { bearsOut } from "../../numbers/fraction-span.ts";
import { isSingle, type TextFigure } from "../../reading/figure.ts";
import { figureAt, type Reading, type Sentence } from "../../reading/reading.ts";
import { itemRuns } from "../../reading/runs.ts";
import { contentWords, root, wordSet } from "../../vocabulary/names.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";
import { quantities } from "../../vocabulary/quantities.ts";

// A sentence of its own that puts the share before it in words: "92.7% were held in time. Put simply, a minority."

/** Words that take up what was told just before, and tell no more than it. */
const takesUp = pattern`
  ^\W*(?:(?:or|so|and),? )?(?:
  (?:to )?put (?:it |that |this )?(?:simply|plainly|differently|bluntly|(?:in )?another way|more (?:simply|plainly))|simply put|
  in (?:other words|short|brief|sum|words|effect|essence|(?:plain|simple|everyday|round) (?:terms|words|english|language|numbers))|that is to say|
  (?:this|that|it|which) (?:is|was|means|meant|makes|made|amounts to|amounted to|represents|represented|equates to|comes to|came to|works out at)|
  (?:this|that) is to say|i\.e\.|so|meaning|making)
  (?: that)?[,:]? (?:(?:this|that|it) (?:is|was) )?(?:(?:only|just|still|therefore|thus|clearly|plainly|in fact) )*`;
/** What may follow a quantity and leave it one of the group told before: nothing, "of them", or words of the sentence before. */
const ofThem = /^(?: of (?:them|these|those|all|the (?:total|whole)|everyone))?[^\p{L}\d]*$/u;
const neutral = wordSet("the and for with were was are had have has been who that those them they these total all whole");
/** The words before leave open which group is meant: the rest, or the change and not the level. */
const isOpen = wordings`rest|others?|remaind\w*|remaining|neither|increase|decrease|rise|fall|drop|gap|difference|target|if|would`;

const rootsOf = (text: string): string[] => contentWords(text, neutral).map(root);

/** The one percentage that a sentence tells of now; null for none or several. */
function shareOf({ figures, text }: Sentence): TextFigure | null {
  const shares = figures.filter(
    ({ measure, role, when }) => measure === "percent" && role !== "earlier" && role !== "change" && when !== "then",
  );
  const [share] = shares;
  const isPlain = shares.every(
    (one) => isSingle(one) && one.role === "level" && ["exact", "approx"].includes(one.qualifier) && one.value <= 100,
  );
  return share && isPlain && shares.every(({ value }) => value === share.value) && !isOpen.test(text) ? share : null;
}

type Quantity = { text: string; rest: string; fits: (share: number) => boolean };

/** The quantity that a sentence is made of behind its opening; null when it is none. */
function quantityIn(sentence: Sentence): Quantity | null {
  const opening = takesUp.exec(sentence.skeleton)?.[0];
  if (opening === undefined || sentence.figures.some(({ form }) => form !== "fraction")) return null;
  const told = sentence.skeleton.slice(opening.length);
  const fraction =
    /^\{Z(\d+)\}/u.exec(told) ?? /^(?:(?:more|fewer|less) than|over|under|nearly|almost|about|around|exactly) \{Z(\d+)\}/u.exec(told);
  if (fraction) {
    const said = figureAt(sentence, fraction[1] ?? "");
    // "More than half" is true of nine tenths, however little it says.
    const fits = (share: number): boolean =>
      said.qualifier === "over" ? share > said.value : said.qualifier === "under" ? share < said.value : bearsOut(said, share, near);
    return { text: sentence.text.slice(said.markStart, said.end), rest: told.slice(fraction[0].length), fits };
  }
  const named = quantities
    .map((one) => ({ ...one, match: new RegExp(`^(?:an? |the )?${one.words}`, "iu").exec(told) }))
    .flatMap(({ match, low, high }) => (match ? [{ text: match[0], low, high }] : []))
    .sort((a, b) => b.text.length - a.text.length)[0];
  return named
    ? { text: named.text, rest: told.slice(named.text.length), fits: (share) => share >= named.low && share <= named.high }
    : null;
}
/** How round an unqualified fraction may be, in points. */
const near = 5;

function report(reading: Reading, before: Sentence, sentence: Sentence): Finding[] {
  const quantity = quantityIn(sentence);
  const share = quantity && shareOf(before);
  if (!share || quantity.fits(share.value)) return [];
  const told = new Set(rootsOf(before.text));
  if (!ofThem.test(quantity.rest) && !rootsOf(quantity.rest.split(/[,;:]/u)[0] ?? "").every((word) => told.has(word))) return [];
  return [
    findingRow(reading, {
      kind: "arithmetic",
      severity: "error",
      stated: quantity.text,
      expected: share.text,
      quote: `${before.text} ${sentence.text}`,
      place: sentence.place,
      heading: `"${quantity.text}" said of ${share.text}`,
      message: `The text puts ${share.text} in words as "${quantity.text}", which it is not.`,
    }),
  ];
}

export const quantitiesToldBehind = perDocument("arithmetic", "A share put in words by the sentence behind it", (reading) =>
  [reading.passages, itemRuns(reading)].flatMap((runs, list) =>
    runs.flatMap((run) =>
      run.flatMap((sentence, at) => {
        const before = run[at - 1];
        return before && (list === 0 || before.block !== sentence.block) ? report(reading, before, sentence) : [];
      }),
    ),
  ),
);
