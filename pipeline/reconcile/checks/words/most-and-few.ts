import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { isSingle } from "../../reading/figure.ts";
import { placeOfRow, type Grid, type GridRow } from "../../reading/grid.ts";
import { isTotal } from "../../reading/lines.ts";
import { isNear, type Reading, type Sentence } from "../../reading/reading.ts";
import { isOwnLevel } from "../../vocabulary/headings.ts";
import { contentWords, root, stem, wordSet } from "../../vocabulary/names.ts";
import { numberOf, upToTwelve } from "../../vocabulary/number-words.ts";
import { wordings } from "../../vocabulary/patterns.ts";
import { quantities } from "../../vocabulary/quantities.ts";
import { before, notAll, notYet, ofThem, someOf } from "../../vocabulary/restrictions.ts";

// "Most children have read their plan" with no figure beside it, where a row or another sentence tells the share of just that.

/** How often something is so, in words that stand anywhere in a sentence. */
const usually = { words: "\\b(?:usually|generally|normally|typically|mostly|mainly)\\b", low: 50, high: 100 };
const atHead: readonly { words: string; low: number; high: number }[] = [
  { words: "^few\\b", low: 0, high: 50 },
  { words: "^the (?:great|vast|overwhelming|large) majority\\b", low: 60, high: 100 },
];
const all = [...atHead, ...quantities, usually];

/** What is told of some alone, of another time, or of what may be. */
const isOpen = wordings`
  ${someOf}|${ofThem}|${notYet}|${before}|other|others|new|rest|remaining|must|may|can|could|ensure|more|less|longer|older|younger|not|no|never|so far|
  but|although|though|if|only in|except|who|whose`;
/** Words of whoever counts, of the time, and of how sure it is. */
const neutral = wordSet(
  `the and for with from this these those their them they our its was were are has have had been being see saw seen each every year years month months quarter
   end start records record show shows survey told said say number per cent percent share proportion statutory limit standard target required all any some
   january february march april may june july august september october november december within out only just feel felt feels that what how when`,
);
const stopped = new RegExp(all.map(({ words }) => words).join("|"), "giu");
/** "Within 20 working days": how long may be told in several ways, so that its number is compared and not its words. */
const length = new RegExp(`\\b(\\d+|${upToTwelve}) (?:(?:working|calendar|school) )?(hours?|days?|weeks?|months?|years?)\\b`, "giu");
const lengthsIn = (text: string): string =>
  [...text.matchAll(length)].map(([, many = "", unit = ""]) => `${numberOf(many) ?? many} ${unit.replace(/s$/u, "")}`).join();
const rootsOf = (text: string): Set<string> =>
  new Set(contentWords(text.replace(stopped, " ").replace(length, " "), neutral).map((word) => root(stem(word.replace(/e$/u, "")))));
const isWithin = (some: ReadonlySet<string>, whole: ReadonlySet<string>): boolean => [...some].every((word) => whole.has(word));

type Claim = { word: string; low: number; high: number; roots: ReadonlySet<string>; limits: string };

const lengths: ReadonlySet<string> = new Set(["days", "weeks", "months", "years"]);
function claimIn(sentence: Sentence): Claim | null {
  const { text, figures } = sentence;
  if (figures.some(({ measure }) => !lengths.has(measure)) || sentence.subjects.length > 0) return null;
  const said = all.find(({ words }) => new RegExp(words, "iu").test(text));
  const word = said && new RegExp(said.words, "iu").exec(text)?.[0];
  if (!said || word === undefined || isOpen.test(text.replace(word, " "))) return null;
  return { word, low: said.low, high: said.high, roots: rootsOf(text), limits: lengthsIn(text) };
}

/** The one share that a sentence tells of now. */
function shareOf({ figures, text }: Sentence): { value: number; text: string } | null {
  const [share, ...more] = figures.filter(({ measure }) => measure === "percent");
  const isPlain =
    share && more.length === 0 && isSingle(share) && share.role === "level" && share.when !== "then" && share.qualifier === "exact";
  return isPlain && !isOpen.test(text) && !new RegExp(notAll, "iu").test(text.replace(/\bsurvey\b/giu, "")) ? share : null;
}

/** The share of a row: its one percentage, or that of the first of two counts of which the second is told to be the rest. */
function shareOfRow(grid: Grid, row: GridRow): { value: number; text: string } | null {
  const cells = row.cells.flatMap((cell, at) => {
    const name = grid.columns[at] ?? "";
    return at > 0 && cell.value !== null && isOwnLevel(name) && !isTotal(name) ? [{ cell, name, value: cell.value }] : [];
  });
  const shares = cells.filter(({ cell }) => cell.unit === "percent");
  const [share] = shares;
  if (share) return shares.length === 1 ? { value: share.value, text: share.cell.text } : null;
  const [yes, no, ...more] = cells;
  if (!yes || !no || more.length > 0 || !negated.test(no.name) || negated.test(yes.name) || yes.value + no.value < fewest) return null;
  return { value: (100 * yes.value) / (yes.value + no.value), text: `${yes.cell.text} of ${yes.value + no.value}` };
}
const negated = wordings`no|not|never|disagree\w*|rarely|without|did not`;
const fewest = 10;
/** How far from its claim a share may be told, in blocks. */
const reach = 3;
/** Fewer words of its own leave open what a claim is of. */
const fewestWords = 2;
/** Who is asked, which a table need not say. */
const people = rootsOf("children young people carers parents pupils leavers adults members staff");

function report(reading: Reading, sentence: Sentence): Finding[] {
  const claim = claimIn(sentence);
  if (!claim || claim.roots.size < fewestWords) return [];
  const isWrong = (value: number): boolean => value < claim.low || value > claim.high;
  const told = reading.sentences
    .filter((one) => one !== sentence && isNear(one, sentence, reach) && lengthsIn(one.text) === claim.limits)
    .flatMap((one) => {
      const share = shareOf(one);
      const roots = rootsOf(one.text);
      const isSame = isWithin(roots, claim.roots) && isWithin(claim.roots, roots);
      const isOfTime = one.times.length === 0 || sentence.times.length === 0 || one.times.join() === sentence.times.join();
      return share && isSame && isOfTime ? [{ share, raw: one.text, place: one.place }] : [];
    });
  const rows = reading.grids
    .filter((grid) => isNear(grid, sentence, reach))
    .flatMap((grid) =>
      grid.rows.flatMap((row) => {
        const roots = rootsOf(row.label);
        const known = new Set([...roots, ...people, ...rootsOf(`${grid.caption} ${grid.columns.join(" ")}`)]);
        const isSame = roots.size >= fewestWords && isWithin(roots, claim.roots) && isWithin(claim.roots, known);
        const share = isSame && lengthsIn(row.label) === claim.limits ? shareOfRow(grid, row) : null;
        return share ? [{ share, raw: row.raw, place: placeOfRow(grid, row) }] : [];
      }),
    );
  const found = [...told, ...rows];
  const [one] = found;
  if (!one || !found.every(({ share }) => isWrong(share.value))) return [];
  return oneFinding(reading, {
    kind: "conflict",
    severity: "warning",
    stated: `"${claim.word}"; ${one.share.text}`,
    quote: `${sentence.text} / ${one.raw}`,
    place: `${sentence.place}; ${one.place}`,
    heading: `"${claim.word}" in the text, ${one.share.text} beside it`,
    message: `The text says "${sentence.text}", but the share of them is told as ${one.share.text}.`,
  });
}

export const mostAndFew = perSentence("conflict", "Most, few or usually against the share told elsewhere", report);
