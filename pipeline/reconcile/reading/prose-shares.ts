import { isAge, isOfOthers } from "./counts.ts";
import type { TextFigure } from "./figure.ts";
import { figureAt, type Sentence } from "./reading.ts";
import { ofWholeAfter, openedAndClosed, partedAndClosed, saidAfter, saysShare } from "./closed-shares.ts";
import { orderedPairs } from "./ordered-shares.ts";
import { within, type LoosePair, type StatedShare } from "./stated-share.ts";
import { shareWordings } from "./share-wordings.ts";
import { fitsShare } from "../numbers/shares.ts";
import { everyPattern } from "../vocabulary/patterns.ts";

/** "All but four of the 31 (87.1%)" counts the other 27. */
const countedBy = (sentence: Sentence, figure: TextFigure, count: number, of: number): number =>
  figure.form === "quantifier" ||
  /\b(?:all|every ?one|everybody|each) (?:but|except|bar|apart from|other than) (?:the )?$/iu.test(sentence.text.slice(0, figure.start))
    ? of - count
    : count;

/** "Of the 120 children, 96 (80%) …": every bracketed pair of the sentence is on that base. */
function openedByBase(sentence: Sentence): StatedShare[] {
  const opening =
    /^(?:[^{}]{0,40}?\b)?(?:of|out of|among|amongst)(?: (?:the|these|those|our|all|all the|a total of|a cohort of|a total cohort of))* (?:\w+ ){0,2}?\{C(\d+)\}/iu.exec(
      sentence.skeleton,
    );
  if (
    !opening ||
    (/\b(?:a total|number|group|rate|average|cost|increase|decrease|rise|fall) of (?:\w+ )?\{C\d+\}$/iu.test(opening[0]) &&
      !/a total of/iu.test(opening[0]))
  )
    return [];
  // "A total of 188 (76.4%) were … and 58 (23.6%) …": the first is a share itself.
  if (/^[^{}.;(),]{0,40} ?\(\{P\d+\}\)/u.test(sentence.skeleton.slice(opening[0].length))) return [];
  const of = figureAt(sentence, opening[1]!);
  const rest = sentence.skeleton.slice(opening[0].length);
  return pairs(sentence, rest)
    .filter(
      ({ count, percent }) =>
        count.value <= of.value &&
        !ofAnother(sentence, percent, of.value) &&
        !ofNearer(sentence, count, percent, of) &&
        !isOfOthers(sentence, count, [{ figure: of, sentence }]) &&
        !/\bof (?:these|those|them|whom|which)\b/iu.test(
          sentence.text.slice(Math.min(count.end, percent.end), Math.max(count.start, percent.start)),
        ),
    )
    .map(({ count, percent }) => within(sentence, { count: count.value, of: of.value }, percent, true));
}

/**
 * "Of the 164, 97 were placed near, of which 92 (94.8%) …, and 67 far, of which 59 (88.1%) …": a number between them,
 * with no share of its own, of which the percentage is one.
 */
function ofNearer(sentence: Sentence, count: TextFigure, percent: TextFigure, of: TextFigure): boolean {
  const isBase = (one: TextFigure): boolean =>
    one !== of &&
    one !== count &&
    one.start > of.start &&
    one.measure === "number" &&
    one.value < of.value &&
    fitsShare(count.value, one.value, percent);
  return sentence.figures.some((one, at) => {
    const next = sentence.figures[at + 1];
    const hasOwn = next?.measure === "percent" && /^[^.;,()]{0,40} ?\($/u.test(sentence.text.slice(one.end, next.start));
    return isBase(one) && !hasOwn;
  });
}

/** "61, or 46.2% of all 132", "12.0% of the full list of 284": the base that a percentage names; it is of no other. */
function namedBase(sentence: Sentence, percent: TextFigure): number | null {
  const own = sentence.figures.find((figure) => figure.start >= percent.end);
  return own?.measure === "number" &&
    own.form === "digits" &&
    own.decimals === 0 &&
    own.denominator === null &&
    ofBase.test(sentence.text.slice(percent.end, own.markStart))
    ? own.value
    : null;
}
const ofAnother = (sentence: Sentence, percent: TextFigure, of: number): boolean => (namedBase(sentence, percent) ?? of) !== of;
const ofBase =
  /^ (?:of|out of|among|across) (?:(?!(?:these|those|them|whom|who|which|that|and|but|or|in|at|on|by|to|from|with|within|for|over|under|aged?|than|was|were|is|are|had|has|have)\b)[\p{L}’'-]+ ){0,5}$/iu;

/** "33 of the 70, or 11% of everybody on the list": the number told before that a percentage of all is of; null without one that it is right of. */
function wholeBefore(passage: readonly Sentence[], { count, of, percent, sentence }: StatedShare): number | null {
  if (!ofWhole.test(sentence.text.slice(percent.end)) || fitsShare(count, of, percent)) return null;
  const told = passage
    .slice(0, passage.indexOf(sentence) + 1)
    .flatMap((one) => one.figures.filter((figure) => figure.measure === "number" && (one !== sentence || figure.end <= percent.start)))
    .flatMap(({ value, denominator }) => [denominator ?? value]);
  return told.findLast((whole) => whole > of && fitsShare(count, whole, percent)) ?? null;
}
const ofWhole = /^ (?:of|out of|among|across) (?:all|every|everyone|everybody|the (?:whole|entire|full|total|overall))\b/iu;

/** "80% (96)", "80% of them (96 children)", "80% of these, or 96 children,", "80% of this group – 96 –". */
const shareFirst = everyPattern`
  \{P(\d+)\}(?: of (?:them|those|whom|which|these|(?:these|this|that|the)(?: [a-z]+){1,2}))?
  (?: ?\((?:that is,? |i\.e\. |n ?= ?)?|(?:, (?:or|that is,?|i\.e\.,?)| [–-]) )\{C(\d+)\}(?: [^{}.;(),–]{0,40})?(?:\)|,| [–-](?= ))`;

/** "96 (80%)", "96 children (80%)", "80% (96)" in a skeleton. */
function pairs(sentence: Sentence, skeleton: string): LoosePair[] {
  const out: LoosePair[] = [];
  // A length of time or a range of ages may stand between: "76 were seen within 20 working days (67.3%)".
  for (const m of skeleton.matchAll(/\{C(\d+)\}(?: (?:[^{}.;(),]|\{[DZ]\d+\}){0,80}?)? ?\(\{P(\d+)\}(?=[),;])/giu))
    out.push({ count: figureAt(sentence, m[1]!), percent: figureAt(sentence, m[2]!), sentence });
  // "Near: 77, 51.0%; far: 32, 21.2%"
  for (const m of skeleton.matchAll(/: \{C(\d+)\}, \{P(\d+)\}(?=[;.)]|$)/gu))
    out.push({ count: figureAt(sentence, m[1]!), percent: figureAt(sentence, m[2]!), sentence });
  for (const m of skeleton.matchAll(shareFirst))
    out.push({ count: figureAt(sentence, m[2]!), percent: figureAt(sentence, m[1]!), sentence });
  // "51% were boys (234)", with nothing but a verb and a name between
  for (const m of skeleton.matchAll(/\{P(\d+)\} (?:is|are|was|were|had|have) [a-z -]{3,30} \(\{C(\d+)\}\)/giu))
    out.push({ count: figureAt(sentence, m[2]!), percent: figureAt(sentence, m[1]!), sentence });
  for (const m of skeleton.matchAll(
    /\{C(\d+)\}(?: [^{}.;(),]{0,45}?)?,? (?:or|representing|which is|which represents|which equates to|equating to|equivalent to|accounting for) \{P(\d+)\}/giu,
  ))
    out.push({ count: figureAt(sentence, m[1]!), percent: figureAt(sentence, m[2]!), sentence });
  // "All but two of those plans (96.2%)" counts what is left out.
  return out.filter(({ count }) => count.form !== "quantifier" && !isAge(sentence, count));
}

/** The counts of a sentence with the percentages right beside them, or listed after them in their order. */
export const pairsIn = (sentence: Sentence): LoosePair[] => {
  const beside = pairs(sentence, sentence.skeleton);
  return beside.length > 0 ? beside : orderedPairs(sentence);
};

/** "90 out of 116 … 89.7%": the one percentage of the sentence that can be the share, or of the next one when it says so. */
function beside(sentence: Sentence, next: Sentence | undefined): StatedShare[] {
  const shares = sentence.figures.filter((figure) => figure.denominator !== null && figure.form !== "fraction");
  const levels = sentence.figures.filter((figure) => figure.measure === "percent" && figure.form === "digits" && figure.role === "level");
  const out: StatedShare[] = [];
  for (const [index, share] of shares.entries()) {
    const of = share.denominator ?? 1;
    const pair = { count: countedBy(sentence, share, share.numerator ?? 0, of), of };
    const bound = shares[index + 1]?.start ?? Infinity;
    const after = levels.filter((level) => level.start > share.end && level.start < bound);
    const floor = shares[index - 1]?.end ?? -1;
    const before = levels.filter((level) => level.end < share.start && level.start > floor);
    const bracketed = before.find((level) =>
      /^(?: [^.;()]{0,60})? ?\((?:that is,? |i\.e\.,? |equating to |equivalent to |or |some )?$/iu.test(
        sentence.text.slice(level.end, share.start),
      ),
    );
    const nearest = bracketed ?? after[0];
    if (nearest && isOfNearer(sentence, share, nearest)) continue;
    if (nearest) {
      const between = nearest.start > share.end ? sentence.text.slice(share.end, nearest.start) : "";
      const rest = sentence.text.slice(nearest.end);
      const linked =
        /(?:\(|, or |, i\.e\.,? |, which is |, that is |\bequat\w+ to |\brepresent\w* |\bequivalent to |\bequals |\b(?:reported|recorded|shown|given|quoted|stated) as |\bput at |\bmaking |\bgiving |\bso [^.;{}]{0,40}?(?:is|was|stood at|stands at|at|of) |\ba (?:[\w-]+ ){0,2}(?:rate|proportion|percentage|share|performance|figure|score) of |, an? (?:[\w-]+ ){1,2}of |[–—-] |: )(?:just |only |nearly |almost |about |around |a rate of )?$/iu.test(
          between,
        );
      // "… , 89.7%." closes the statement; "and 35% have made …" opens another.
      const closes = /, $/.test(between) && /^(?:[.;,)]|$| (?:this|which|overall|in total|performance))/iu.test(rest);
      const certain = bracketed !== undefined || linked || closes;
      out.push(within(sentence, pair, nearest, certain && sharesOneTime(sentence, share, nearest)));
    } else if (before.length === 1 && shares.length === 1) {
      out.push(
        within(
          sentence,
          pair,
          before[0]!,
          /(?:, or |, i\.e\.?,? |, which is |, that is |: |, with |[–-] | (?:means?|meant|corresponds to|represents|equals|stands for|reflects|comes from|(?:rests|is based) on)(?: that)? )(?:just |only )?$/iu.test(
            sentence.text.slice(before[0]!.end, share.start),
          ) && sharesOneTime(sentence, share, before[0]!),
        ),
      );
    } else if (next && shares.length === 1 && saysShare.test(next.text)) {
      const level = next.figures.find((figure) => figure.measure === "percent" && figure.role === "level");
      const first = next.figures[0];
      if (level && first === level) out.push({ ...within(next, pair, level, true), words: `${sentence.text} ${next.text}` });
    }
  }
  return out;
}

/** "374 of the 512 …: 312 of them, or 83.4%", "20 of the 38 …; among the other 18, 7 (38.9%)": the share of a count in between. */
function isOfNearer(sentence: Sentence, share: TextFigure, percent: TextFigure): boolean {
  const between = sentence.figures.filter(
    (figure) => figure.measure === "number" && figure.denominator === null && figure.start >= share.end && figure.end <= percent.start,
  );
  const wholes = [share.numerator ?? 0, share.denominator ?? 0, ...between.map(({ value }) => value)];
  const nearest = between.at(-1);
  return (
    (nearest !== undefined && isAge(sentence, nearest)) || between.some(({ value }) => wholes.some((of) => fitsShare(value, of, percent)))
  );
}

/** False when another time is named between the two, so that the percentage may be of another year. */
function sharesOneTime(sentence: Sentence, a: TextFigure, b: TextFigure): boolean {
  const [from, to] = a.start < b.start ? [a.end, b.start] : [b.end, a.start];
  return !sentence.periods.some((period) => period.start >= from && period.end <= to && period.relative);
}

/** Every percentage that a passage ties to counts, each once. */
export function sharesIn(passage: readonly Sentence[]): Shares {
  const known = read.get(passage) ?? readShares(passage);
  read.set(passage, known);
  return known;
}

type Shares = { stated: StatedShare[]; loose: LoosePair[] };
/** Passages read already: more than one check asks for their shares. */
const read = new WeakMap<readonly Sentence[], Shares>();

function readShares(passage: readonly Sentence[]): Shares {
  const stated: StatedShare[] = [];
  const loose: LoosePair[] = [];
  for (const [index, sentence] of passage.entries()) {
    const found: StatedShare[] = [...openedByBase(sentence)];
    for (const match of shareWordings.flatMap((wording) => [...sentence.skeleton.matchAll(wording)])) {
      const [count, of, percent] = ["count", "of", "percent"].map((name) => figureAt(sentence, match.groups?.[name] ?? ""));
      // "Fell by 8, or 1.5%, after a rise of 16": how far it went is no part of a whole.
      if (count && of && percent && count.value <= of.value && [count, of, percent].every(({ role }) => role !== "change"))
        found.push(within(sentence, { count: countedBy(sentence, count, count.value, of.value), of: of.value }, percent, true));
    }
    found.push(
      ...ofWholeAfter(passage[index - 1], sentence),
      ...beside(sentence, passage[index + 1]),
      ...saidAfter(sentence, passage[index + 1]),
      ...openedAndClosed(sentence),
      ...partedAndClosed(sentence),
    );
    const taken = new Set<TextFigure>();
    for (const share of found) {
      const of = namedBase(share.sentence, share.percent) ?? wholeBefore(passage, share) ?? share.of;
      if (!taken.has(share.percent) && share.count <= of) stated.push({ ...share, of });
      taken.add(share.percent);
    }
    loose.push(...pairsIn(sentence).filter((pair) => !taken.has(pair.percent)));
  }
  return { stated, loose };
}
