import type { Finding } from "../../../model/finding.ts";
import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { isSingle, type TextFigure } from "../../reading/figure.ts";
import { figureAt, type Reading, type Sentence } from "../../reading/reading.ts";
import { saysUnrounded } from "../../reading/disclosed.ts";
import { alike, inOrder, levelMeasure, liesElsewhere, twoLevels } from "../../reading/two-levels.ts";
import { agreement, isRoundingGap, roundTo } from "../../numbers/rounding.ts";
import { fitsShare, judgeShare, printShare } from "../../numbers/shares.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";
import { changeNouns, changesAgain, falls, ofHolder, ofNumbers, rises } from "../../vocabulary/change.ts";
import { someOf } from "../../vocabulary/restrictions.ts";

/** "Make up 26%" tells of a part, not of a rise. */
const rising =
  `${rises}|(?:gone|went|going) up|(?<!\\bma(?:de|kes?|king) )up|higher|more|above|longer|slower|ahead|better|greater|larger|added|` +
  "extra|additional|plus|improv(?:e|ed|ement)";
const falling =
  `${falls}|(?:gone|went|come|came) down|down|lower|fewer|less|below|shorter|shortened|saving|quicker|faster|behind|worse|` +
  "smaller|net loss|minus";
const amount = "\\{(?<code>[CMRPXD])(?<at>\\d+)\\}";
/** "Grown by 13", "an increase of 23", "up 12": the word before the amount. */
const wordFirst = new RegExp(
  `\\b(?:(?<up>${rising})|(?<down>${falling}))(?:(?: (?:of|by|is|was|amounts? to|comes? to|came to)|:)(?: (?:just|only|some|a further|therefore|thus|then))?)? ${amount}`,
  "iu",
);
/** "Rose to 3,712 from 3,402, by 310": the word before both levels. */
const wordFar = new RegExp(
  `\\b(?:(?<up>${rises})|(?<down>${falls}))\\b[^{}.;]{0,40}(?:\\{[CMRPD]\\d+\\}[^{}.;]{0,40}){1,2},? by (?:just |only )?${amount}`,
  "iu",
);
/** "23 more", "seven days shorter", "11 fewer than the 152": the word after it. */
const wordLast = new RegExp(
  `${amount}(?: (?:percentage )?points?| children| cases| places| (?:were|was|have been|has been)(?= (?:added|lost|gained|saved|extra|additional)))? (?:(?<up>${rising})|(?<down>${falling}))\\b(?! (?:than )?\\{[^{}]+\\} (?:days|weeks|months|years|miles))`,
  "iu",
);
const needsLink = pattern`
  ^(?:up|down|increas|ris|rose|gr|gain|climb|gone|went|fall|fell|drop|reduc|declin|decreas|come|came|cut|shr|jump|
  add|higher|lower|more|fewer|less|above|below|longer|shorter|quicker|slower|faster|better|worse|ahead|behind|
  smaller|larger|greater|uplift|short|extra|additional|plus|minus|lost|loss|improv)`;
const same = (a: number, b: number, decimals: number): boolean => Math.abs(a - b) < 0.5 * 10 ** -decimals - 1e-7 || Math.abs(a - b) < 1e-7;

/** "A reduction from 402 at 31 March, when there were 18 more": told of the earlier level, so that the word looks back. */
const looksBack = pattern`
  \b(?:when|at which (?:time|point|date)|(?:(?:a|one|two|three) years?|the (?:year|month|quarter)|months?) (?:earlier|before|ago))\b,? (?:there|it|this|that|they|we|the
  (?:figure|number|rate|share|total)) (?:were|was|had(?: been)?|stood)(?: at)?(?: still| also)? $`;

/** Some alone of what the sentences before count. */
const ofSome = wordings`(?:greatest|largest|biggest|smallest|most of (?:it|this|these|the)|mainly|chiefly|mostly|especially|${someOf})`;
const another =
  /\b(?:while|whilst|whereas|although)\b|; (?!(?:this|that|it|which|an?|so|therefore|thus|change|difference|the (?:net |overall )?(?:increase|decrease|rise|fall|drop|reduction|decline|improvement|gain|growth|change|loss|difference)|$)\b|$)/iu;

/** "An additional 6 are being assessed": beside the change of the sentences before, unless it says that it is that one. */
const tellsMore = /^(?:extra|additional|plus|minus|improv\w*|net loss)$/iu;
const restates = pattern`
  ^(?:this|that|it|these|there|so|thus|overall|in all|which|(?:the|an?) (?:(?:net|overall|total) )?(?:${changeNouns}|difference|number|figure|rate|total)|net)\b`;
const wished = wordings`targets?|planned|plan was|budget|aim|forecast|expected|needs?|needed`;
const concludes = /\b(?:therefore|thus|hence|this|that|these)\b/iu;
/** The last sentences of the paragraph right before, which a paragraph that concludes from it may lean on. */
function justBefore(reading: Reading, at: number): readonly Sentence[] {
  const [own, before] = [reading.passages[at]?.[0]?.block, reading.passages[at - 1]];
  const block = before?.[0]?.block;
  return own && block && block.kind !== "heading" && own.index - block.index === 1 ? (before?.slice(-2) ?? []) : [];
}

/** "19.3% more than the 259 (a rise of 50)", "35 fewer, −10.0%": the one percentage of a sentence of numbers, told as a change beside the number. */
function shareBeside({ text, figures }: Sentence, change: TextFigure): TextFigure | null {
  const [share, ...more] = figures.filter((figure) => figure.measure === "percent");
  if (!share || more.length > 0 || ["percent", "points"].includes(change.measure) || !isSingle(share)) return null;
  const between = text.slice(change.end, share.start);
  const isBehind = share.start > change.end && (besideChange.test(between) || (share.role === "change" && /^[^.;]{0,90}$/u.test(between)));
  const isBefore = share.end < change.start && share.role === "change";
  return (isBehind || isBefore) && figures.every((figure) => figure.role !== "change" || figure === change || figure === share)
    ? share
    : null;
}
const besideChange = pattern`
  ^(?: (?:more|fewer|less|higher|lower|children|cases|places))*
  (?:(?:,? or| equal to|, (?:which|that) is|[,;]| [–-]|:)? (?:(?:a|an) (?:${changeNouns}) of )?[+−–-]?|[^{}();.]{0,70} ?\([+−–-]?)$`;

/** "An increase of 371 or 15.0%": the change is right, its share of the earlier level, or of the later, is not. */
function shareOfChange(
  reading: Reading,
  sentence: Sentence,
  levels: { change: TextFigure; then: TextFigure; now: TextFigure },
  draft: { quote: string; place: string },
): Finding[] {
  const { change, then, now } = levels;
  const share = shareBeside(sentence, change);
  const gap = Math.abs(now.value - then.value);
  // "12 fewer (10.0% of all visits)": a share of something else.
  if (!share || fitsShare(gap, then.value, share) || /^ of\b/u.test(sentence.text.slice(share.end))) return [];
  const isOfNow = judgeShare(gap, now.value, share) === "rounded";
  const expected = printShare(gap, then.value, share);
  return oneFinding(reading, {
    ...draft,
    kind: "arithmetic",
    severity: "error",
    stated: share.text,
    expected,
    heading: `${share.text} printed; a change of ${change.text} from ${then.text} is ${expected}`,
    message: `A change of ${change.text} from ${then.text} is ${expected}, but ${share.text} is printed${isOfNow ? `, which is of ${now.text}` : ""}.`,
  });
}

/** "The cost rose by 3.5%, from £5,700 to £5,900", "from 301 to 276 (down 8.3%)": two figures of the sentence, of another measure, that are this far apart. */
function isOfOwnPair({ figures }: Sentence, change: TextFigure): boolean {
  const levels = figures.filter((figure) => figure !== change && figure.measure !== "percent" && isSingle(figure) && figure.value > 0);
  return levels.some((a) =>
    levels.some(
      (b) =>
        a !== b &&
        a.measure === b.measure &&
        agreement((100 * Math.abs(a.value - b.value)) / a.value, change.value, change.decimals) === "rounded",
    ),
  );
}

function report(reading: Reading, earlier: readonly Sentence[], sentence: Sentence): Finding[] {
  // "Nine more, an increase of 14.3%": the number first, and then its share.
  const told = [wordFirst, wordLast, wordFar].map((words) => words.exec(sentence.skeleton)).filter((one) => one !== null);
  const match = told.find(({ groups }) => groups?.["code"] !== "P") ?? told[0];
  const groups = match?.groups;
  if (!match || !groups) return [];
  const printed = figureAt(sentence, groups["at"] ?? "");
  // "Cases finished in 26 weeks went up": within how long, and not by how much.
  if (printed.isLimit) return [];
  // "Five points" lie between two percentages, whatever the word before them leaves out.
  const change: TextFigure =
    /^ points?\b/iu.test(sentence.text.slice(printed.end)) && printed.measure === "number" ? { ...printed, measure: "points" } : printed;
  const word = groups["up"] ?? groups["down"] ?? "";
  // "The first rose by 8 and the second fell by 3": which levels each lies between stands open.
  const others = sentence.figures.filter((figure) => figure !== printed && figure.role === "change");
  const isAdjoined = new RegExp(`\\{${groups["code"]}${groups["at"]}\\} ?(?:\\(|or )`, "u").test(sentence.skeleton);
  if (others.length > 0 && !isAdjoined && shareBeside(sentence, printed) === null) return [];
  // "From 1,204 to 1,396, while assessments grew by 182": of something else than the figures before it.
  const last = sentence.figures.findLast((figure) => figure.end <= change.start);
  if (last && [another, ofHolder].some((words) => words.test(sentence.text.slice(last.end, change.start)))) return [];
  // "Rose by 13, while others rose from 404 to 406": the levels are of something else than the change before them.
  const first = sentence.figures.find((figure) => figure.start >= change.end && figure.measure === levelMeasure(change));
  const between = first ? sentence.text.slice(change.end, first.start) : "";
  if (another.test(between) || changesAgain.test(between)) return [];
  if (change.qualifier !== "exact" || change.valueHigh !== null || change.denominator !== null || !needsLink.test(word)) return [];
  // "A point below England, but three points better than a year ago": two differences of one level.
  if (change.measure === "points" && [...sentence.text.matchAll(/\bpoints?\b/giu)].length > 1) return [];
  const rises = groups["up"] !== undefined;
  const beside = /^ (?:percentage )?(?:points? )?(?:above|below|higher|lower|better|worse|more|fewer|less)/iu.test(
    sentence.text.slice(change.end),
  );
  if (change.measure === "percent" && isOfOwnPair(sentence, printed)) return [];
  const pair =
    twoLevels(earlier, sentence, change, levelMeasure(change), beside) ??
    (change.measure === "percent" || change.measure === "rate_per_10k" ? twoLevels(earlier, sentence, change, "number", false) : null);
  if (!pair) return [];
  const [a, b] = pair;
  const isBefore = [a, b].every((told) => told.sentence !== sentence);
  if (isBefore && (wished.test(sentence.text) || (tellsMore.test(word) && !restates.test(sentence.text)))) return [];
  // "Growth was greatest for those aged 11 and over, where there are 11 more": of some of them, told of before.
  if (isBefore && ofSome.test(sentence.text)) return [];
  const gap = Math.abs(a.figure.value - b.figure.value);
  const decimals = Math.max(a.figure.decimals, b.figure.decimals, change.decimals);
  const window = [...earlier, sentence].filter((one) => one === sentence || one === a.sentence || one === b.sentence);
  const draft = { quote: window.map((one) => one.text).join(" "), place: sentence.place };
  const order = inOrder(sentence, change, a, b);
  if (!order || !alike(a.figure, b.figure)) return [];
  const { then, now } = order;
  const relative = then.figure.value === 0 ? Infinity : (100 * gap) / then.figure.value;
  const fitsRelative = change.measure === "percent" && agreement(relative, change.value, change.decimals) !== "wrong";
  const ofLater = change.measure === "percent" && agreement((100 * gap) / now.figure.value, change.value, change.decimals) === "rounded";
  if (!same(gap, change.value, decimals) && !fitsRelative) {
    if (a.sentence !== b.sentence && liesElsewhere(earlier, sentence, change, pair)) return [];
    // An amount as large as the levels is one of its own, not the gap between them.
    if (change.value >= Math.min(a.figure.value, b.figure.value) && change.measure !== "percent") return [];
    const isRounding = a.figure.measure === "percent" && isRoundingGap(gap, change.value, decimals);
    if (isRounding && saysUnrounded(reading)) return [];
    const expected =
      change.measure !== "percent"
        ? roundTo(gap, decimals)
        : then.figure.measure === "percent"
          ? `${roundTo(gap, decimals)} percentage points`
          : `${roundTo(relative, Math.max(1, change.decimals))}%`;
    return oneFinding(reading, {
      ...draft,
      kind: "arithmetic",
      severity: isRounding ? "note" : "error",
      stated: change.text,
      expected,
      heading: `A difference of ${change.text} printed; ${then.figure.text} and ${now.figure.text} are ${expected} apart`,
      message: `${then.figure.text} and ${now.figure.text} are ${expected} apart${change.measure === "percent" ? ` (${roundTo(relative, 1)}%)` : ""}, but a difference of ${change.text} is printed${ofLater ? `, which is of ${now.figure.text} and not of ${then.figure.text}` : ""}.`,
    });
  }
  if (change.measure === "percent" && !fitsRelative) {
    if (ofNumbers.test(sentence.text.slice(0, change.start))) return [];
    return oneFinding(reading, {
      ...draft,
      kind: "unit",
      severity: "warning",
      stated: change.text,
      expected: `${roundTo(gap, decimals)} percentage points`,
      heading: `"${change.text}" is ${roundTo(gap, decimals)} percentage points`,
      message: `From ${then.figure.text} to ${now.figure.text} is a change of ${roundTo(gap, decimals)} percentage points, not ${change.text}. As a percentage it would be ${roundTo(relative, 1)}%.`,
    });
  }
  if (now.figure.value > then.figure.value === rises)
    return shareOfChange(reading, sentence, { change, then: then.figure, now: now.figure }, draft);
  if (looksBack.test(sentence.text.slice(0, change.start))) return [];
  // "Better" and "worse" lean on which side is good.
  if (/^(?:better|worse|ahead|behind|quicker|slower|faster|improv\w*)$/iu.test(word)) return [];
  return oneFinding(reading, {
    ...draft,
    kind: "conflict",
    severity: "error",
    stated: `${match[0].replace(/\{\w+\}/gu, change.text)}; ${then.figure.text} and ${now.figure.text}`,
    heading: `"${word}" beside ${then.figure.text} and then ${now.figure.text}`,
    message: `The text says "${word}", but ${now.figure.text} is ${rises ? "less" : "more"} than ${then.figure.text}.`,
  });
}

/** "22.1% in 2016/17", "Year before: 24.2%", "Movement: down 3.6 points": the two items of a list before one that is headed as a change. */
const headedChange = pattern`
  ^(?:(?:the|net|overall|annual|yearly) )*(?:${changeNouns}|movement|difference|variance)
  (?: (?:on|over|in|from|since|between) [a-z ]{2,25})?(?: ?:| [–-]| \()`;
function itemsBefore({ passages }: Reading, at: number): readonly Sentence[] {
  const lists = [passages[at - 2], passages[at - 1], passages[at]].map((passage) => passage?.[0]?.block);
  const isList = lists.every((block, place) => block?.kind === "list_item" && block.index === (lists[0]?.index ?? 0) + place);
  return isList ? [...(passages[at - 2] ?? []), ...(passages[at - 1] ?? [])] : [];
}

export const differences = perDocument("arithmetic", "A difference told beside the two figures it lies between", (reading) =>
  reading.passages.flatMap((passage, at) =>
    passage.flatMap((sentence) =>
      report(
        reading,
        [
          ...(headedChange.test(sentence.text) ? itemsBefore(reading, at) : concludes.test(sentence.text) ? justBefore(reading, at) : []),
          ...passage.slice(0, sentence.number),
        ],
        sentence,
      ),
    ),
  ),
);
