import type { Figure } from "../../extract/grammar/figure.ts";
import type { PeriodMention } from "../../extract/grammar/periods.ts";
import type { SubjectMention } from "../../extract/grammar/subjects.ts";
import { pattern, wordings } from "../vocabulary/patterns.ts";
import { verdictBefore, wishedAfter } from "../vocabulary/goals.ts";
import { changeNouns, falls, rises, wentUp, wentVerbs } from "../vocabulary/change.ts";

/** What a figure does in its sentence: only levels of the authority itself can be recomputed from its counts. */
export type Role = "level" | "change" | "target" | "comparator" | "earlier";

/** A figure as printed, and what else its sentence holds. */
export type PrintedFigure = Figure & { text: string; decimals: number };
export type Surroundings = {
  text: string;
  figures: readonly PrintedFigure[];
  periods: readonly PeriodMention[];
  subjects: readonly SubjectMention[];
};

/** "Increased by about", "a fall of": right before the amount of a change. */
const change = pattern`
  \b(?:${rises}|${falls}|improv(?:ement|ed|es|ing)|changes?d?|difference|gap|variance|${wentUp}|down|deteriorat(?:ion|ed)|saving|
  movement|shortfall|mov(?:ed|es|ing)|shift(?:ed|s)?|swung|swing|differ(?:ed|s)?|widened|narrowed|worsen(?:ed|ing)?)(?: \w+){0,2} (?:of|by)
  (?: (?:just|only|almost|nearly|over|around|about|some|approximately|more than|less than|under))*\s*$`;
/** "So the gain is 9.1%", "the drop between the two amounts to 12": a change by its name. */
const isChange = pattern`
  \b(?:${changeNouns}|difference)(?: (?:between the two|(?:on|over|in|from|since) (?:the |last )?(?:year|quarter|year before|period)|here))?[ ]
  (?:is|was|being|amount(?:s|ed) to|comes? to|came to|equals|equates to|works out at|stands at)(?: (?:just|only|exactly|some|about))? $`;
/** "Rose to 3,712 from 3,402, by 310": the amount behind both of its levels. */
const wentFar = pattern`\b(?:${rises}|${falls})\b[^.;]{0,70}(?:\d[%)]?,?|,) by (?:just |only |some )?$`;
/** "Then climbed 5.0% to 26.0%": the amount right behind a verb that says which way. */
const wentBy = pattern`\b(?:(?:went|gone|goes|came|come|moved) (?:up|down)|${wentVerbs})(?: (?:a further|another|just|only))? $`;
/** "Lost 2.1% of attendance": days and staff that are lost are counted, percentages are a change. */
const lostShare = /\b(?:lost|shed)(?: (?:a further|another|just|only))? $/iu;
const changeAfter = pattern`^\s*(?:percentage[- ])?(?:points?\b)?,?\s*(?:${changeNouns})\b`;
const differsAfter = /^\s*(?:percentage[- ])?(?:points?\s)?(?:higher|lower|more|fewer|less|above|below|better|worse)\b/iu;
/** "30 more than one category" are those of more than one. */
const setApart =
  /^\s*(?:per [^\s,;]+ )?(?:higher|lower|above|below|ahead|behind|(?:fewer|more|less|better|worse) than(?! (?:one|two|three)\b))\b/iu;
const differsInTime = /^\s*(?:quicker|slower|faster|sooner|shorter|longer|better|worse|more|less|earlier|later)\b/iu;
/** "Above the threshold of 121 days, by 31 days": how far, whatever else stands between. */
const beyondBy = pattern`
  \b(?:above|below|within|over|under|short of|exceed\w*|behind|ahead of|miss\w*|
  beat\w*)\b[^.;]{0,60},? by (?:just |only |some )?$`;
const upDown = pattern`\b(?:${wentUp}|down)\s+$`;
// "On a 20-day standard 73.5%": right behind a figure the word belongs to that. "Reached the expected standard": what
// children reach is no target.
const targetBefore =
  /\b(?:targets?|goal|ambition|benchmark|expectation|(?<!^ |\b(?:reach|meet|met|achiev|attain|pass)\w* (?:the |an? )?(?:expected|required|higher|national) )standard|threshold|aim(?:s|ed|ing)? for|aim (?:is|was)|set (?:itself|ourselves|themselves))\b[^.;{}]{0,40}$/iu;
/** "Of the expected standard in 62 of them": how many reached it. */
const isSomeOf = (before: string, after: string): boolean => /\bin $/iu.test(before) && /^ of (?:them|these|those)\b/iu.test(after);
/** "Benchmark: 50.5% nationally": that of others is none to be reached. */
const benchmark = /\bbenchmark\b[^.;{}]{0,40}$/iu;
const ofOthers = wordings`national(?:ly)?|england|region(?:al(?:ly)?)?|neighbours?`;
// "91% against a target of 95%": the words between belong to the second figure.
const targetAfter = pattern`
  ^\s*(?!(?:against|below|above|and|or|but|compared|versus|short|over|under|to|with|beside|where|while|when|
  on|miss\w*|meets?|met|beats?|exceed\w*|reach\w*|hits?|falls?|fell|is|was|are|were|achiev\w*)\b)(?:\w+\s){0,2}(?:target|goal)\b`;
const otherBefore = pattern`
  \b(?:(?:region|country|nation|england)['’]s(?: (?:average|figure|rate))?|neighbours?|england|nationally|
  national (?:figure|average|rate|median|mean)|regional (?:figure|average|rate))\b[^,.;{}]{0,40},?\s*$`;
const earlierBefore = /\b(?:from|compared (?:with|to)|against|previously|than|was|had been)\s+(?:\w+\s){0,3}$/iu;
const earlierAfter = pattern`
  ^\s*(?:\)|,)?\s*(?:(?:in|at|for|during|on) )?(?:the )?(?:same (?:period|point|
  time) )?(?:in )?(?:the )?(?:previous|(?<!\bthe )last|prior|preceding) (?:year|quarter|month|period)`;

/** Reads the words on either side of a figure; a comparator is whoever is named nearest to it in its clause. */
export function readRole(sentence: Surroundings, figure: PrintedFigure): Role {
  const before = sentence.text.slice(0, figure.start);
  const after = sentence.text.slice(figure.end);
  if (wentBy.test(before) && ["percent", "number"].includes(figure.measure)) return "change";
  if (lostShare.test(before) && figure.measure === "percent") return "change";
  if (isChange.test(before) || wentFar.test(before)) return "change";
  if (figure.measure === "points" || change.test(before) || changeAfter.test(after)) return "change";
  if (figure.measure === "percent" && differsAfter.test(after)) return "change";
  // "12 below the neighbours' average and 15 above England", "14 fewer than the 391": how far apart, not how many.
  if (figure.denominator === null && setApart.test(after)) return "change";
  if (["days", "weeks", "months", "years"].includes(figure.measure) && differsInTime.test(after)) return "change";
  if (beyondBy.test(before)) return "change";
  if (upDown.test(before) && /^\s*(?:on|from|compared)/i.test(after)) return "change";
  const index = sentence.figures.indexOf(figure);
  const previous = sentence.figures[index - 1]?.end ?? 0;
  const following = sentence.figures.slice(index + 1).find((other) => !isLimit(sentence, other));
  const next = following?.start ?? sentence.text.length;
  const gapBefore = sentence.text.slice(previous, figure.start);
  const gapAfter = sentence.text.slice(figure.end, next);
  // "the 95% target: 91.7%": the word belongs to the figure before it.
  const taken = index > 0 && (targetAfter.test(gapBefore) || wishedAfter.test(gapBefore));
  if (benchmark.test(gapBefore) && ofOthers.test(`${gapBefore} ${gapAfter}`)) return "comparator";
  if (
    (!taken && targetBefore.test(gapBefore) && !verdictBefore.test(gapBefore) && !isSomeOf(gapBefore, after)) ||
    targetAfter.test(gapAfter)
  )
    return "target";
  if (comparatorNear(sentence, figure, previous, next) || otherBefore.test(gapBefore)) return "comparator";
  if (
    /\b(?:from|than)\s+(?:\w+\s){0,2}$/iu.test(gapBefore) &&
    !/\b(?:resulting|feedback|hear|heard|heard back|replies|reply|responses?|answers?|received|returns|views|came|come|benefit(?:s|ed|ing)?|profit(?:s|ed)?|gain(?:s|ed)?|drawn|funded|financed|paid|met|raised|absent|missing|excluded|suspended|away|apart|removed) from\b/iu.test(
      gapBefore,
    )
  )
    return "earlier";
  if (earlierAfter.test(gapAfter) || (earlierBefore.test(gapBefore) && /\b(?:compared|previously|against|had been)\b/iu.test(gapBefore)))
    return "earlier";
  return "level";
}

/** "Within 20 working days" is part of what is measured, not a figure beside it. */
export const isLimit = (sentence: Surroundings, figure: PrintedFigure): boolean =>
  ["days", "weeks", "months"].includes(figure.measure) &&
  // "On average they finished in 45 weeks": how long it took.
  !/\bon average\b[^.;:]{0,40}$/iu.test(sentence.text.slice(0, figure.start)) &&
  (/\b(?:within|inside|in|under)\s*$/iu.test(sentence.text.slice(0, figure.start)) ||
    (/\bfor\s*$/iu.test(sentence.text.slice(0, figure.start)) && /\b(?:working|calendar)\b/iu.test(figure.text)));

function comparatorNear(sentence: Surroundings, figure: PrintedFigure, previous: number, next: number): boolean {
  return sentence.subjects.some((subject) => {
    if (subject.subject === "general_population" || subject.subject === "target") return false;
    if (subject.end <= figure.start && subject.start >= previous) {
      // "England average of 84.3%", "nationally (85%)": no full clause stands between.
      return !/[;.]|\bwhile\b|\bwhereas\b|\bbut\b|, with\b/iu.test(sentence.text.slice(subject.end, figure.start));
    }
    if (subject.start >= figure.end && subject.start < next) {
      const between = sentence.text.slice(figure.end, subject.start);
      return /^\s*(?:\)|%)?\s*(?:within \w+ (?:working |calendar )?(?:days|weeks) )?(?:(?:for|in|of|across|among|amongst|recorded|reported|achieved) ?(?:the|all|our|its)? ?|,? ?)$/iu.test(
        between,
      );
    }
    return false;
  });
}
