import { actsIn, actNamed, type Act } from "../vocabulary/acts.ts";
import { statesIn } from "../vocabulary/states.ts";

/** The name of what a number counts, as the words beside the number give it. */
export type ToldName = {
  /** The name itself up to its last noun; "" where the number only points back. */
  core: string;
  /** What stands before the noun in its own words, with "number of (children looked after)" whole. */
  own: string;
  /** What stands behind the name and belongs to it, by where it begins and ends in the sentence. */
  behind: { start: number; end: number };
  /** Those told of before: "the 46 children", "all 46", "the arrangements cover 43". */
  definite: boolean;
  /** The name stands before the number: "the number of children … was 46". */
  isSubject: boolean;
  /** The act that the name is the noun of: "the 12 inspections", "the panel met 12 times". */
  act: Act | null;
};

const nouns =
  "children|pupils|people|leavers|carers|households|families|adopters|workers|advisers|advisors|officers|posts|positions|staff|visitors|" +
  "homes|schools|teams|referrals|complaints|contacts|episodes|reviews|assessments|conferences|plans|visits|files|cases|replies|responses|" +
  "apprenticeships|placements|applications|enquiries|allegations|incidents|adoptions|orders|interviews|panels|meetings|nurses|managers|" +
  "mentors|volunteers|foster carers|siblings|babies|beds|places|reports|concerns|admissions|exclusions|suspensions|audits|questionnaires|" +
  "forms|children’s homes|practitioners|members|recommendations|actions|findings|proposals|priorities|requirements|commitments|pledges|objectives|" +
  "proceedings|approvals|departures|inspections|appointments|notifications|resignations|recruits|starters|joiners|apprentices|mothers|fathers|calls";
const ends = "of|in|on|at|to|for|from|by|with|and|or|who|that|which|were|was|are|is|had|has|have|a|an|the";
/** Any other plural, where what stands behind it shows that it is no verb. */
const plural =
  "(?!(?:days|weeks|months|years|hours|minutes|points|times|miles|terms|quarters|others|cents|pence|pounds)\\b)\\p{Ll}{3,}(?<![siu])s(?= (?:was|were|is|are|has|had|have|can|will|may|must|for|from|in|at|on|by|between|about|of|to|during|against|who|whom|that|which|taken|known|held|seen|given|told|under|with|after|before|\\p{Ll}{3,}ed)\\b|[,.;:)]|$)";
/** The words of a name: up to its last noun, with nothing that ends it in between. */
const named = `(?:(?!(?:${ends})\\b)[\\p{L}’'-]+ ){0,4}?(?:(?:${nouns})\\b|${plural})(?!['’])(?! (?:plans?|orders?|posts?|positions?|homes?|leavers|carers|workers|households|episodes|places)\\b)`;
const name = new RegExp(`^ (?:of (?:the|our|these|those) )?(${named})`, "iu");
/** "The panel met 24 times": as many meetings. */
const times = /^ times\b/iu;
const definiteBefore =
  /(?:\b(?:the|our|this|that) (?:(?:new|current|overall|latest) )?total of |\b(?:the|these|those|our|its|their|all|every one of the|each of the|both) |\ball (?:of )?(?:the |our |these |its )?)$/iu;
/** "The arrangements cover 43 young people": those of whom the sentence before told them. */
const covered =
  /^(?:the|these|this) (?!(?:[\p{L}-]+ )?(?:budget|establishment|structure|funding|grant|contract)\b)((?:[\p{L}-]+ ){1,2}?)(?:covers?|comprises?|involves?|benefits?|applies to|apply to|serves?|provides? for) $/iu;
const verbs = "were|was|had|have|are|is|has|can|will|may|waited|made|took|lived|came|said|include[sd]?|need|needed|hold|stayed|stay|live";
/** What belongs to a name behind it, up to the verb: "(children) who went missing in 2023/24", "(children) for whom orders were made". */
const belonging = new RegExp(
  `^ (?:(?:for|to|about|against|with|from|by|in|of) (?:whom|which) (?:\\w+ ){1,4}?(?:${verbs}) |(?:who|whom|that|which) (?:\\w+ ){0,2}|(?:of|about|against|to|between|within|over|after|before|without|outside|in|on|at|with|from|under|aged|for|through|by|subject|missing|taken|known|held|seen|due|placed|left|made|(?!need|includ)\\p{L}{3,}(?:ed|ing))\\b)[^,.;:()]*?(?=,|\\.|;|:|\\(| and (?:\\d|\\p{L}+ed\\b)|(?<! and) (?:${verbs})\\b|$)`,
  "iu",
);
const opening = /^(?:on|at|in|by|during) (?:the same|that|this) [^,;:]*?,? ?(?:the|these|those|our|its|all|all (?:of )?the) $/iu;
const participle = /^ \p{L}{3,}ed\b/iu;
const verbBehind = new RegExp(`\\b(?:${verbs}|comprise|consist|form|number)\\b|\\b\\p{L}{3,}ed\\b`, "iu");
const twoVerbs =
  /^ (?:(?:who|that|which) )?(?:(?:had|have|has|were|was|been|being) )*\p{L}{2,}(?:ed|en)(?: (?!and|or|but|not|to|been|being|newly|was|were|is|are|had|have|has)\p{L}+){0,3}?(?= (?!need)\p{L}{3,}ed\b(?! by))(?<! (?:and|or|but|not|to|been|being|newly|was|were|is|are|had|have|has|as|by|for|of|with|in|than|a|the|an|\p{L}+ly))/iu;
/** "(The 23 children) concerned": those told of before, whatever stands behind it. */
const pointsBack = /^ (?:concerned|involved|affected|in question)\b(?! (?:by|in|with|about|for|at|were|was)\b)/iu;
/** "The 193 requests for support that were answered": the verb is that of those who are named. */
const openEnd = / (?:who|that|which)$/iu;
/** What belongs to a name; "on the same date the 202 approved households offered places of every kind" has its verb right behind the name. */
function belongingTo(before: string, after: string): string {
  const back = pointsBack.exec(after)?.[0];
  if (back !== undefined) return back;
  const all = belonging.exec(after)?.[0] ?? "";
  // "The 71 carers who attended rated it highly": the second verb is that of the sentence.
  const found = twoVerbs.exec(all)?.[0] ?? (openEnd.test(all) ? (/^[^,.;:()]*/u.exec(after)?.[0] ?? all) : all);
  const verb = participle.exec(found)?.[0];
  return verb !== undefined && statesIn(found).names.size === 0 && opening.test(before) && !verbBehind.test(after.slice(verb.length))
    ? ""
    : found;
}

/** "It made four recommendations, and all six have been accepted": no name of its own. */
const allOfThem = /^(?: of (?:them|these|which|those))? (?:have|has|had|were|was|are|will|remain|of)\b/iu;
/** "The number of children looked after rose over the year to 31 March, from 520 to 530", "our children in care number 344". */
const numbered = new RegExp(
  `\\bnumber of (${named}[^,;:]*?) (?:was|is|were|stood|stands|had|has|rose|fell|grew|went|increased|decreased|dropped|reached|came)\\b|^(?:(?:our|the) )?(${named}[^,;:]*?) number(?:ed|s)? $`,
  "iu",
);
/** "Children adopted in 2020/21: 24", and no more. */
const labelled = new RegExp(`^(?:(?:total )?number of )?(${named}[^,;:.]*?)(?::| [–—-]| =)? $`, "iu");

/** The name beside a number that stands from `start` to `end` of a text; null where it counts nothing by its name. */
export function nameBeside(text: string, { start, end }: { start: number; end: number }, isShare: boolean): ToldName | null {
  const [before, after] = [text.slice(0, start), text.slice(end)];
  if (times.test(after)) {
    const done = actsIn(before.split(/[,;:.]/u).at(-1) ?? "").find(({ words }) => new RegExp(`${words.source} $`, "iu").test(before));
    const at = end + times.exec(after)![0].length;
    return done ? { core: "", own: done.name, behind: { start: at, end: at }, definite: false, isSubject: false, act: done } : null;
  }
  const match = name.exec(after);
  const subject = match ? null : (numbered.exec(before) ?? (/^\W*$/u.test(after) ? labelled.exec(before) : null));
  const own = match?.[1] ?? subject?.[1] ?? subject?.[2] ?? "";
  const isBack = own === "" && allOfThem.test(after) && /\ball $/iu.test(before);
  if (own === "" && !isBack) return null;
  const from = end + (match?.[0].length ?? 0);
  const backTo = match ? (covered.exec(before)?.[1] ?? "") : "";
  const isOf = match !== null && / of (?:the|our|these|those) /iu.test(match[0]);
  const definite = isShare
    ? /\bof (?:the|our|its|these|those|all)\b/iu.test(text.slice(start, end))
    : isOf
      ? /\ball $/iu.test(before)
      : isBack || backTo !== "" || definiteBefore.test(before);
  // A part of those named before is no number of them all.
  if (!isShare && isOf && !definite) return null;
  const core = match ? own : (new RegExp(`^${named}`, "iu").exec(own)?.[0] ?? own);
  return {
    core,
    own: `${backTo}${own}`,
    behind: { start: from, end: from + (match ? belongingTo(before, text.slice(from)).length : 0) },
    definite,
    isSubject: subject !== null,
    act: actNamed(core),
  };
}
