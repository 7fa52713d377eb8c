import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { isSingle, type TextFigure } from "../../reading/figure.ts";
import { figureAt, type Reading, type Sentence } from "../../reading/reading.ts";
import { roundTo } from "../../numbers/rounding.ts";
import { isElliptic } from "../../reading/two-levels.ts";
import { pattern } from "../../vocabulary/patterns.ts";

/** "35 days quicker than the average of statistical neighbours (440 days)": how far, and from what. */
const gap = pattern`
  \{(?<code>[CRXD])(?<gap>\d+)\}(?: (?:percentage )?points?| days| children| per 10,000)?[ ]
  (?:quicker|faster|sooner|slower|longer|shorter|higher|lower|more|fewer|less|greater|above|below|better|worse|ahead of|behind|short of)
  (?! (?:than )?(?:that|this|these|those)\b(?! (?:of|for|in)\b))
  (?<between>(?:(?!\b(?:and|but|while|whereas|which)\b)[^{}.;]){1,80}?)\{(?<to>[CPRD]\d+)\}`;
const elsewhere = /\b(?:target|budget|forecast|expected|planned|of (?:whom|which|these|them)|if|would|could)\b/iu;
/** "Eight short of our target of 20": the goal right behind the gap is what it is from. */
const fromTarget =
  /^ ?(?:than )?(?:(?:the|our|its|a|this|year['’]s|council['’]s|service['’]s|national|local|annual) )*(?:target|goal|ambition)(?: (?:of|for the year of)|,| \()? ?$/iu;
const ofOthers = /^ (?:(?:of|for|across|among) (?:our|the|its|similar|other|all)\b|nationally|regionally|elsewhere)/iu;
/** Sentences before in which the level may stand. */
const reach = 2;
/** Two levels of one measure are this near each other. */
const neighbourhood = 1.6;

const isLevel = (figure: TextFigure, measure: TextFigure["measure"]): boolean =>
  figure.measure === measure && isSingle(figure) && figure.role !== "change" && figure.role !== "target" && !figure.isLimit;

function report(reading: Reading, sentence: Sentence, passage: readonly Sentence[]): Finding[] {
  // "The three-year average": how long a time it is of, not a level.
  const skeleton = sentence.skeleton.replace(/\{D(\d+)\}/gu, (name, at: string) =>
    figureAt(sentence, at).measure === "years" ? "years" : name,
  );
  return [...skeleton.matchAll(new RegExp(gap, "giu"))]
    .flatMap(({ groups = {} }): Finding[] => {
      const printed = figureAt(sentence, groups["gap"] ?? "");
      const named = figureAt(sentence, groups["to"] ?? "");
      // "Twelve days longer than the 21 of our neighbours".
      const isOfOthers = named.measure === "number" && ofOthers.test(sentence.text.slice(named.end));
      const isShort = groups["code"] === "D" && (isOfOthers || isElliptic(sentence, named, printed.measure));
      const other = isShort ? { ...named, measure: printed.measure } : named;
      const isPoints = groups["code"] === "X" || /^ points?\b/iu.test(sentence.text.slice(printed.end));
      if (isPoints !== (other.measure === "percent") || (groups["code"] === "D" && printed.measure !== other.measure)) return [];
      if (
        printed.qualifier !== "exact" ||
        other.qualifier !== "exact" ||
        !isSingle(other) ||
        printed.valueHigh !== null ||
        (elsewhere.test(groups["between"] ?? "") && !fromTarget.test(groups["between"] ?? ""))
      )
        return [];
      const before = passage.filter((one) => one.number < sentence.number && one.number >= sentence.number - reach);
      const own = sentence.figures.filter((figure) => figure !== printed && figure !== named && isLevel(figure, other.measure));
      const all = [...before.flatMap((one) => one.figures.filter((figure) => isLevel(figure, other.measure))), ...own];
      const decimals = Math.max(printed.decimals, other.decimals, ...all.map((figure) => figure.decimals));
      // A unit of the last digit is what rounding may leave.
      const fits = (figure: TextFigure): boolean =>
        Math.abs(Math.abs(figure.value - other.value) - printed.value) < 1.5 * 10 ** -decimals - 1e-7;
      if (all.some(fits)) return [];
      // What the gap is of: the one level of the authority in its sentence, or in the last before that has any.
      const holder = [...before, { figures: own, text: sentence.text }].findLast((one) =>
        one.figures.some((figure) => isLevel(figure, other.measure)),
      );
      const [now, ...more] =
        holder?.figures.filter((figure) => isLevel(figure, other.measure) && figure.role === "level" && figure.when !== "then") ?? [];
      if (!now || more.length > 0 || now.value === other.value || now.qualifier !== "exact") return [];
      if (Math.max(now.value, other.value) > neighbourhood * Math.min(now.value, other.value)) return [];
      const expected = roundTo(Math.abs(now.value - other.value), decimals);
      return oneFinding(reading, {
        kind: "arithmetic",
        severity: "error",
        stated: printed.text,
        expected,
        place: sentence.place,
        quote: own.includes(now) ? sentence.text : [...before, sentence].map((one) => one.text).join(" "),
        heading: `A difference of ${printed.text} printed; ${now.text} and ${other.text} are ${expected} apart`,
        message: `${now.text} and ${other.text} are ${expected} apart, but a difference of ${printed.text} is printed.`,
      });
    })
    .slice(0, 1);
}

/** "The gap between girls (68%) and boys (59%) is 11 percentage points". */
const gapBetween = pattern`
  \b(?:gap|difference) between [^{}.;]{0,60}\{P(?<a>\d+)\}[^{}.;]{1,60}\{P(?<b>\d+)\}\)?,?
  (?: (?:is|was|are|stands at|stood at|comes to|came to|amounts to|now|therefore|thus|just|only|still|at))+ \{(?<code>[XC])(?<gap>\d+)\}(?<behind>[^{}]{0,20})`;
function reportBetween(reading: Reading, sentence: Sentence): Finding[] {
  const groups = gapBetween.exec(sentence.skeleton)?.groups;
  if (!groups || (groups["code"] === "C" && !/^ points?\b/iu.test(groups["behind"] ?? ""))) return [];
  const [a, b, printed] = ["a", "b", "gap"].map((name) => figureAt(sentence, groups[name] ?? ""));
  if (!a || !b || !printed || [a, b, printed].some((figure) => figure.qualifier !== "exact" || !isSingle(figure))) return [];
  const decimals = Math.max(a.decimals, b.decimals, printed.decimals);
  const exact = Math.abs(a.value - b.value);
  if (sentence.figures.length > 3 || Math.abs(exact - printed.value) < 1.5 * 10 ** -decimals - 1e-7) return [];
  return oneFinding(reading, {
    kind: "arithmetic",
    severity: "error",
    stated: printed.text,
    expected: roundTo(exact, decimals),
    place: sentence.place,
    quote: sentence.text,
    heading: `A gap of ${printed.text} printed; ${a.text} and ${b.text} are ${roundTo(exact, decimals)} points apart`,
    message: `${a.text} and ${b.text} are ${roundTo(exact, decimals)} percentage points apart, but a gap of ${printed.text} is printed.`,
  });
}

export const gapsToOthers = perSentence("arithmetic", "A difference told against the level it is from", (reading, sentence, passage) => [
  ...report(reading, sentence, passage),
  ...reportBetween(reading, sentence),
]);
