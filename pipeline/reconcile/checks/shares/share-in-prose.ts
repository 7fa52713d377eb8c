import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { likelyCause } from "../../numbers/explain-share.ts";
import { isOfOthers } from "../../reading/counts.ts";
import { misprintedShare } from "../../finding-row.ts";
import { pairsIn, sharesIn } from "../../reading/prose-shares.ts";
import type { LoosePair, StatedShare } from "../../reading/stated-share.ts";
import type { TextFigure } from "../../reading/figure.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { agreement, type Agreement } from "../../numbers/rounding.ts";
import { commonBases, fitsShare, printShare, type CountedShare } from "../../numbers/shares.ts";
import { wordings } from "../../vocabulary/patterns.ts";
import { before, ofOthers, someOf } from "../../vocabulary/restrictions.ts";
import { cutShare } from "./cut-share.ts";

/** How far a percentage may be out when the words qualify it ("almost", "over"), in points. */
const slack = 3;

function judge(count: number, of: number, percent: TextFigure): Agreement {
  const exact = (100 * count) / of;
  const plain = agreement(exact, percent.value, percent.decimals);
  if (plain === "rounded" || percent.qualifier === "exact") return plain;
  const gap = exact - percent.value;
  const allowed = {
    approx: Math.abs(gap) <= slack,
    almost: gap <= 0.5 && gap >= -slack - 1,
    over: gap >= -0.5 && gap <= slack + 1,
    under: gap <= 0.5 && gap >= -slack - 1,
    at_least: gap >= -0.5,
    at_most: gap <= 0.5,
    range: true,
    exact: false,
  }[percent.qualifier];
  return allowed ? "rounded" : plain;
}

const negative = /\b(?:not|no|without|late|outside|missed|failed|remaining|other|unsuitable|outstanding|overdue|never|neither|un\w+)\b/iu;

/** "Two of the 27 were moved down, which makes good or better 29 (52.7%)": a percentage in brackets is of the number that they follow. */
const isOfAnother = ({ count, of, percent, sentence }: StatedShare): boolean =>
  sentence.figures.some(
    (figure) =>
      figure.measure === "number" &&
      /^ \($/u.test(sentence.text.slice(figure.end, percent.start)) &&
      ![figure.value, figure.numerator, figure.denominator].some((value) => value === count || value === of),
  );

/** "5 of those 12 passed both, which is 17% of the year group": the percentage names what it is of, which is more than those. */
function namesWider({ sentences }: Reading, { count, of, percent, sentence }: StatedShare): boolean {
  const name = ofNamed.exec(sentence.text.slice(percent.end))?.[1];
  const said = sentence.text.slice(0, percent.start).toLowerCase();
  if (name === undefined || said.includes(name.toLowerCase())) return false;
  const isTold = sentences.some(
    ({ block, figures, number }) =>
      block.headings.join() === sentence.block.headings.join() &&
      (block !== sentence.block || number <= sentence.number) &&
      figures.some(({ measure, value, denominator }) => {
        const whole = denominator ?? value;
        return measure === "number" && whole > of && fitsShare(count, whole, percent);
      }),
  );
  return isTold || (!anyGroup.test(name) && new RegExp(`\\b(?:those|these|that) ${of}\\b`, "u").test(said));
}
const ofNamed =
  /^ of (?:the|our|its|their|all(?: (?:the|our))?|every) ((?:(?!(?:these|those|them|whom|which|same)\b)[\p{L}’'-]+ ?){1,2})/iu;
/** Names that those counted may have too. */
const anyGroup =
  /^(?:groups?|totals?|numbers?|cohorts?|samples?|children|young|people|pupils|students|care leavers|leavers|cases|families|carers|staff|plans)\b/iu;

function report(reading: Reading, share: StatedShare): Finding[] {
  const { count, of, percent, sentence, words } = share;
  const verdict = judge(count, of, percent);
  if (verdict === "rounded" || isOfAnother(share) || namesWider(reading, share)) return [];
  const percents = sentence.figures.filter((figure) => figure.measure === "percent" && figure !== percent);
  if (percents.some((other) => judge(count, of, other) === "rounded")) return [];
  if (negative.test(words) && judge(of - count, of, percent) === "rounded") return [];
  if (verdict === "wrong" && !share.certain) return [];
  const expected = printShare(count, of, percent);
  const shares = { count, of, printed: percent.value, decimals: percent.decimals };
  const counts = reading.sentences.flatMap((s) =>
    s.block === sentence.block ? s.figures.filter((f) => f.measure === "number").map((f) => f.denominator ?? f.value) : [],
  );
  const draft = { stated: percent.text, expected, quote: words, place: sentence.place, count, of };
  if (verdict !== "wrong") return cutShare(reading, draft);
  const cause = likelyCause(shares, reading.grids, counts);
  const message = `${count} of ${of} is ${expected}, but ${percent.text} is printed. ${cause}`.trim();
  return misprintedShare(reading, { ...draft, message });
}

const refersBack = /\b(?:of|among|amongst|from) (?:these|those|them|whom|which)\b|\bof this (?:group|cohort|number|total)\b/iu;

/** "In the north, 20% of them (12)": of others than those told of before. */
const elsewhere = wordings`${someOf}|${ofOthers}|${before}|replied|answered|responded|returned`;

/** "Of those placed 118 are boys (54.6%) and 98 …": a part beside the other parts, not what they are of. */
const hasShare = (sentence: Sentence, figure: TextFigure): boolean =>
  sentence.figures[sentence.figures.indexOf(figure) + 1]?.measure === "percent" &&
  /^[^.;(),\d]{0,40} ?\(\d+(?:\.\d+)? ?(?:%|per cent)\)/u.test(sentence.text.slice(figure.end));

/** "60 came on Saturday (38%), 25 of whom were new (42%), and 44 on Tuesday (28%)": on the base of a share told before those words. */
const isBesideFirst = ({ sentence, count, percent }: LoosePair, at: number): boolean =>
  pairsIn(sentence).some(
    (other) =>
      other.percent.end <= at &&
      other.count.start < at &&
      commonBases([own(other), own({ count, percent })], widest * other.count.value).length > 0,
  );
const own = ({ count, percent }: { count: TextFigure; percent: TextFigure }): CountedShare => ({ count: count.value, percent });
/** How many times a count its base may be. */
const widest = 200;

/** "There were 120 children. Of these, 96 (85%) …": on none of the counts before it is the percentage right. */
function reportBack(reading: Reading, passage: readonly Sentence[], pair: LoosePair): Finding[] {
  const { sentence, count, percent } = pair;
  const refer = refersBack.exec(sentence.text);
  // "72% of them (96 cases)": the words may stand right behind the percentage.
  const isFirst = percent.end <= count.start;
  if (!refer || refer.index > percent.start + (isFirst ? percent.text.length + 1 : 0) || percent.qualifier !== "exact") return [];
  // What stands between a base of the sentence and the clause of the percentage is told of the base.
  const isOpened = sentence.figures.some((figure) => figure.end <= percent.start);
  const lead = sentence.text.slice(0, percent.start).replace(isOpened ? /^.*(?:[,;:]|\band\b)/u : "", "");
  if (isFirst && elsewhere.test(lead)) return [];
  const earlier = passage
    .filter((s) => s.number < sentence.number)
    .flatMap((s) => s.figures)
    .concat(sentence.figures.filter((figure) => figure.end <= count.start && !(figure.start > refer.index && hasShare(sentence, figure))))
    .filter((figure) => figure.measure === "number" && figure.valueHigh === null)
    .flatMap((figure) => [figure.value, figure.denominator ?? figure.value])
    .filter((value) => value >= count.value && value > 1);
  const wholes = passage.slice(0, sentence.number + 1).flatMap((one) => one.figures.map((figure) => ({ figure, sentence: one })));
  // "Fourteen of those who were 16 (56%)" is of a group of its own.
  if (isOfOthers(sentence, count, wholes) || isBesideFirst(pair, refer.index)) return [];
  const bases = [...new Set(earlier)];
  // A digit cut off is told of if just one base can be meant.
  const right: readonly Agreement[] = bases.length === 1 ? ["rounded"] : ["rounded", "truncated", "slip"];
  if (bases.length === 0 || bases.some((of) => right.includes(judge(count.value, of, percent)))) return [];
  const near = bases.at(-1) ?? 0;
  return report(reading, { count: count.value, of: near, percent, sentence, certain: true, words: sentence.text });
}

/** Three or more pairs of one sentence share a base that all but one of them fit. */
function reportOdd(reading: Reading, loose: readonly LoosePair[]): Finding[] {
  const bySentence = Map.groupBy(loose, (pair) => pair.sentence);
  return [...bySentence.values()].flatMap((pairs) => {
    if (pairs.length < 3) return [];
    const sum = pairs.reduce((total, pair) => total + pair.count.value, 0);
    const counts = pairs[0]!.sentence.figures.filter((figure) => figure.measure === "number").map((figure) => figure.value);
    const base = [sum, ...counts].find(
      (of) =>
        pairs.filter((pair) => pair.count.value <= of && judge(pair.count.value, of, pair.percent) === "rounded").length ===
        pairs.length - 1,
    );
    const odd = base === undefined ? undefined : pairs.find((pair) => judge(pair.count.value, base, pair.percent) === "wrong");
    if (base === undefined || !odd) return reportCut(reading, pairs, [sum, ...counts]);
    if (odd.count.value > base) return [];
    return report(reading, {
      count: odd.count.value,
      of: base,
      percent: odd.percent,
      sentence: odd.sentence,
      certain: true,
      words: odd.sentence.text,
    });
  });
}

/** "316 children: 21.5% (68), 16.4% (52), 30.6% (97) and 31.3% (99)": shares of the number told whose last digits are cut off. */
function reportCut(reading: Reading, pairs: readonly LoosePair[], [sum = 0, ...told]: readonly number[]): Finding[] {
  if (!told.includes(sum) || pairs.some(({ percent }) => percent.qualifier !== "exact" || percent.decimals === 0)) return [];
  const judged = pairs.map((pair) => ({ ...pair, verdict: judge(pair.count.value, sum, pair.percent) }));
  const cut = judged.filter(({ verdict }) => verdict === "truncated");
  if (cut.length === 0 || judged.some(({ verdict }) => verdict === "wrong" || verdict === "slip")) return [];
  const { sentence } = cut[0]!;
  return cutShare(reading, {
    stated: cut.map(({ percent }) => percent.text).join(", "),
    expected: cut.map(({ count, percent }) => printShare(count.value, sum, percent)).join(", "),
    quote: sentence.text,
    place: sentence.place,
    count: cut.map(({ count }) => count.value).join(", "),
    of: sum,
  });
}

export const shareInProse = perDocument("arithmetic", "A percentage against the counts beside it", (reading) =>
  reading.passages.flatMap((passage) => {
    const { stated, loose } = sharesIn(passage);
    return [
      ...stated.flatMap((share) => report(reading, share)),
      ...loose.flatMap((pair) => reportBack(reading, passage, pair)),
      ...reportOdd(
        reading,
        loose.filter((pair) => !refersBack.test(pair.sentence.text)),
      ),
    ];
  }),
);
