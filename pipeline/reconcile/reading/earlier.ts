import { parsePeriod } from "../../model/period.ts";
import type { TextFigure } from "./figure.ts";
import type { Sentence } from "./reading.ts";

/** "Two points up on 88%", "down on 91.4%". */
const upOn = /\b(?:up|down|improvement|increase|rise|fall|drop|advance) (?:on|from) (?:the |its |last year['’]s )?$/iu;

/** "The 71.7% of the earlier period", "the 90.5% achieved the year before". */
const ofBefore =
  /^(?: (?!(?:and|but|or|to|than|so)\b)[a-z]+ed)? (?:(?:of|in|for|at|over|during) )?(?:the |a )?(?:(?:earlier|previous|prior|preceding) (?:period|year|quarter|month|half[- ]year|term)|last year|(?:year|quarter|month) (?:before|earlier|ago))\b/iu;

/** "The quarters before it were 88% (June) and 91% (September)", "In the three previous years": all that the sentence tells is of them. */
const ofTimesBefore =
  /^(?:(?:in|for|over|at) )?(?:the |each of the )?(?:\w+ )?(?:(?:quarters|years|months|terms|periods) (?:before|earlier|prior|preceding|leading up)\b|(?:previous|earlier|preceding|prior) (?:\w+ )?(?:quarters|years|months|terms|periods)\b)/iu;

/** Whether a figure is of a time before that which its sentence speaks of, by the words beside it, those of the figure in front of its bracket, or the dates. */
export function isOfEarlier(sentence: Sentence, figure: TextFigure): boolean {
  if (ofTimesBefore.test(sentence.text)) return true;
  if (figure.role === "earlier" || figure.when === "then" || upOn.test(sentence.text.slice(0, figure.start))) return true;
  if (ofBefore.test(sentence.text.slice(figure.end))) return true;
  const before = sentence.figures[sentence.figures.indexOf(figure) - 1];
  // "582 (70.5 per 10,000)", "23 of 146, or 15.8%": one thing told twice.
  if (
    before &&
    /^(?: (?:children|people|cases|posts|plans))? ?(?:\(|, or |, that is )$/u.test(sentence.text.slice(before.end, figure.start))
  )
    return isOfEarlier(sentence, before);
  const days = sentence.periods.filter((one) => !one.relative).map(({ period }) => parsePeriod(period)?.end ?? "");
  return figure.day !== "" && days.some((day) => day > figure.day);
}
