import type { Finding } from "../../../model/finding.ts";
import { perSentence } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { isSingle, type TextFigure } from "../../reading/figure.ts";
import { figureAt, type Reading, type Sentence } from "../../reading/reading.ts";
import { roundTo } from "../../numbers/rounding.ts";
import { pattern } from "../../vocabulary/patterns.ts";

/** "35 days quicker than the average of statistical neighbours (440 days)": how far, and from what. */
const gap = pattern`
  \{(?<code>[CRXD])(?<gap>\d+)\}(?: (?:percentage )?points?| days| children| per 10,000)?[ ]
  (?:quicker|faster|sooner|slower|longer|shorter|higher|lower|more|fewer|less|greater|above|below|better|worse|ahead of|behind)
  (?! (?:than )?(?:that|this|these|those)\b(?! (?:of|for|in)\b))
  (?<between>(?:(?!\b(?:and|but|while|whereas|which)\b)[^{}.;]){1,80}?)\{(?<to>[CPRD]\d+)\}`;
const elsewhere = /\b(?:target|budget|forecast|expected|planned|of (?:whom|which|these|them)|if|would|could)\b/iu;
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
      const other = figureAt(sentence, groups["to"] ?? "");
      const isPoints = groups["code"] === "X" || /^ points?\b/iu.test(sentence.text.slice(printed.end));
      if (isPoints !== (other.measure === "percent") || (groups["code"] === "D" && printed.measure !== other.measure)) return [];
      if (
        printed.qualifier !== "exact" ||
        other.qualifier !== "exact" ||
        !isSingle(other) ||
        printed.valueHigh !== null ||
        elsewhere.test(groups["between"] ?? "")
      )
        return [];
      const before = passage.filter((one) => one.number < sentence.number && one.number >= sentence.number - reach);
      const own = sentence.figures.filter((figure) => figure !== printed && figure !== other && isLevel(figure, other.measure));
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

export const gapsToOthers = perSentence("arithmetic", "A difference told against the level it is from", report);
