import type { Span } from "../../extract/grammar/sentences.ts";
import type { TextFigure } from "./figure.ts";
import type { Sentence } from "./reading.ts";
import { pattern } from "../vocabulary/patterns.ts";

const verbs =
  "is|are|was|were|has|have|had|will|can|may|must|remains?|remained|stands?|stood|goes|went|needs?|needed|reflects?|reflected|means?|meant|shows?|showed|" +
  "gives?|gave|makes?|made|owes?|owed|costs?|brings?|leaves?|puts?|calls?|asks?|suggests?|compares?|says?|tells?|took|takes?|keeps?|helps?|" +
  "worr(?:y|ies|ied)|pleases?|concerns?|explains?|deserves?|reassures?|matters?|continues?|depends?|falls?|rises?|grew|grows?";

/** "The head is proud of attendance of 93.1%": what somebody thinks or hears of it. */
const thought =
  /^.*?\b(?:is|are|was|were|feels?|felt|remains?|remained|can be|will be) (?:\w+ly |very |rightly )?(?:proud|pleased|glad|happy|content|worried|concerned|disappointed|grateful|encouraged|alarmed|aware|confident|struck|heartened|reassured|satisfied) (?:of|with|about|by|at|that|to (?:note|see|report|hear|learn|say)(?: that)?) (?:the fact that )?/iu;
/** "The service considers that", "the figure to remember is that": who tells of it. */
const tells =
  /^.*\b(?:note|notic|consider|report|hear|learn|told|show|find|found|sa[iy]|believ|explain|add|stat|conclud|confirm|saw|see|remember|recall|is|was)[a-z]*(?: (?:us|them|you|members|the (?:panel|board|committee|meeting|group|forum)))? that /iu;
/** "In closing, the director drew attention to the share of": what stands before it is told of the telling alone. */
const pointsTo =
  /^.*\b(?:attention|point(?:s|ed|ing)?|stress\w*|highlight\w*|welcom\w*|not(?:e[ds]?|ing)|recall\w*|remind\w*|mention\w*|celebrat\w*|dwel[lt]\w*|return\w*|singl\w+ out|repeat\w*|emphasis\w*|prais\w*|refer(?:s|red)?|looked|turn\w*)\b(?: (?:again|once more|especially|also|members|readers|out))* (?:(?:to|of|with|on|by|at|in) )?(?=the (?:share|proportion|percentage|rate|figure|level|average) (?:of|for)\b)/iu;
/** "Recruitment is hard: 13.7% of posts were vacant": a sentence of its own leads into it. */
const leads = new RegExp(`^[^:\\d]*\\b(?:${verbs}|bears? out|bore out|confirm(?:s|ed)?|support(?:s|ed)?)\\b[^:]*: `, "iu");
/** "With 57.1% of care leavers in work, the council can be content", "…, with 69.8% of care leavers holding a plan". */
const beside = /(?:^|[,;] |, and )with (?:only |just |some )?$/iu;
/** "At £4,870 a week in 2022/23, the cost of a place is high": its name behind it. */
const valued = /^at (?:only |just |some )?$/iu;
const anyVerb = / (?:is|are|was|were|has|have|had|remain(?:s|ed)?|stands|stood|compares?|reflects?)\b/iu;
/** "A busy year: 5,130 calls were answered": a heading of the statement, and no part of whom it is of. */
const headed = /^(?:[^:\d,]*, )?(?:an?|good|bad|main|key|overall|headline|note|result|success|challenge|pressure|progress)\b[^:\d]*: /iu;
/** "Work goes on, although 39 arrangements were known", "It matters because 39 …". */
const joins = /(?:^|[,;] | )(?:although|though|even though|because|since|given that|now that|whereas|while|but)(?= )/giu;
/** "The timeliness of conferences, at 72.6% in 2018/19, needs work": its name stands before it, and what is said about it behind. */
const apposed = /, (?:(?:now|currently|only|just) )?(?:at |of |which (?:is|was|stands at|stood at) )?$/iu;
const verbNext = new RegExp(`^,? (?:(?:still|now|clearly|therefore|also|again) )?(?:${verbs})\\b`, "iu");
/** "A repeat rate of 20% for the year called for", "as the average caseload of 21 worries us": a level by its name, before what is said about it. */
const level = pattern`
  (?:^|[;:] |\b(?:because|as|since|that|although|though|while|whereas|if|how|why|whether|and) )((?:the|an?|this|that|our|its) (?:(?!(?:is|are|was|were|has|have|had|of|to|with|by|at|on)\b)[\p{L}’'-]+ ){0,5}?
  (?:rate|score|caseload|turnover|attendance|absence|wait|cost|price|grant|budget|overspend|underspend|spending|income|fee|allowance|stability) of (?:just |only )?)$`;
const judged =
  "(?:is|was|are|were|remains?|seems?) (?:\\w+ly |still |too |very |quite |well )?(?:high|low|above|below|close|good|poor|better|worse|more|less)";
const said = new RegExp(
  `(?:,| (?:${judged}|means|meant|call(?:s|ed)|worr(?:y|ies|ied)|concerns?|shows?|suggests?|reflects?|raise[sd]?|led|deserves?|needs?|must|puts?|leaves?))\\b`,
  "giu",
);
/** How a level is named that stands right behind its name: "the average caseload of"; "" for any other. */
export const nameOfLevel = ({ text }: Sentence, figure: TextFigure): string => level.exec(text.slice(0, figure.start))?.[1] ?? "";

/** "The grant for the programme, which 41 mothers joined in 2018, ends": of the programme. */
const relative =
  /(?:^|\b(?:for|of|to|in|by|with|on|from|at|about|and) )((?:the|our|its|a|an) (?:(?!(?:for|of|to|in|by|with|on|from|at|about|and)\b)[^,;.])*?), (?:(?:(?:on|in|to|for|with|by|of|at|through|from) )?(?:which|whom)|(?:who|which|that) (?:[\p{L}-]+ ){1,2}?) ?$/iu;

/**
 * The stretch of a sentence that states one of its figures, where it says first or last who speaks of it, what leads into it
 * or what follows from it; null where none of these parts it.
 */
export function statementOf({ text, figures, periods }: Sentence, figure: TextFigure): Span | null {
  const inside = [...figures, ...periods];
  const isFree = (at: number): boolean => !inside.some((one) => at >= one.start && at < one.end);
  const before = text.slice(0, figure.start);
  const commaBehind = [...text.slice(figure.end).matchAll(/[,;]/gu)].map(({ index }) => figure.end + index).find(isFree);
  const thinks = [thought, leads, tells, pointsTo, headed].map(
    (pattern) => pattern.exec(text.slice(0, figures[0]?.start))?.[0].length ?? 0,
  );
  const opens = Math.max(...thinks);
  if (beside.test(before)) return { start: figure.start, end: commaBehind ?? text.length };
  const verb = valued.test(before) && commaBehind !== undefined ? anyVerb.exec(text.slice(commaBehind)) : null;
  if (verb) return { start: figure.start, end: commaBehind! + verb.index };
  const named = relative.exec(before);
  if (named) return { start: named.index + named[0].indexOf(named[1]!), end: commaBehind ?? text.length };
  if (apposed.test(before) && commaBehind !== undefined && verbNext.test(text.slice(commaBehind)))
    return { start: opens, end: commaBehind };
  const name = level.exec(before);
  if (name) {
    const behind = [...text.slice(figure.end).matchAll(said)].map(({ index }) => figure.end + index).find(isFree);
    return { start: name.index + name[0].lastIndexOf(name[1]!), end: behind ?? text.length };
  }
  const joined = [...before.matchAll(joins)].filter(({ index }) => index > 0 && isFree(index)).at(-1);
  const start = Math.max(opens, joined ? joined.index + joined[0].length : 0);
  return start > 0 ? { start, end: text.length } : null;
}
