import { pattern, wordings } from "./patterns.ts";

// Those that a share or an average is of, by the words that part them from others of their kind: children in care from
// children in need, social workers from all staff, referrals from contacts.

type Sort = readonly [name: string, words: RegExp];

/** "The children in care team", "the leaving care service" are no children. */
const noTeam = "(?! (?:team|service|council|panel|nurse|grant|adviser|advisor|strategy|forum|board|plan)s?\\b)";

const ofChildren: readonly Sort[] = [
  [
    "children leaving care",
    wordings`(?:leaving|left|exit(?:ing|ed)|ceas(?:ed|ing) to be) (?:our |local authority )?(?:care|looked after)${noTeam}|care leavers?${noTeam}|leavers`,
  ],
  [
    "children coming into care",
    wordings`(?:entering|entered|com(?:ing|e|es)|came|taken|received|started|starting|new|newly|admitted) (?:in ?to |to be |in )?(?:our |local authority )?(?:care|looked after)${noTeam}|(?:new )?(?:entrants|entries|admissions)`,
  ],
  ["children with a protection plan", wordings`(?:child )?protection plans?|(?:on|subject to) (?:a )?(?:cp )?plans?`],
  ["pupils eligible for free school meals", wordings`(?:(?:eligible for|entitled to|claiming|receiving|taking|on) free school meals|fsm)`],
  ["children in need", wordings`children in need(?! of)${noTeam}|in[- ]need (?:cases|plans?|children)`],
  [
    "children in care",
    wordings`in (?:our |local authority |public |the council['’]s )?care${noTeam}|looked[- ]after|in foster (?:care|homes)|fostered`,
  ],
];

const ofStaff: readonly Sort[] = [
  ["social workers", wordings`social work(?:ers?)?`],
  ["managers", wordings`managers?|managerial`],
  ["residential staff", wordings`residential (?:care )?(?:workers?|staff)`],
  ["support workers", wordings`(?:family )?support workers?`],
  ["personal advisers", wordings`personal advis[eo]rs?`],
  [
    "all staff",
    pattern`\b(?:all|every|whole|entire|total|any)\b(?: [\p{L}’'-]+){0,4}? (?:staff|posts?|jobs?|workforce|employees|workers|positions)\b|\b(?:council|authority)(?:['’]s)? (?:staff|posts|jobs|workforce|employees)\b`,
  ],
];

const ofCarers: readonly Sort[] = [
  ["foster carers", wordings`foster(?:ing)? (?:carers?|households?|famil(?:y|ies)|parents?)`],
  ["adopters", wordings`(?:prospective )?adopters?|adoptive (?:parents|families)`],
  ["special guardians", wordings`special guardians?`],
];

const ofWork: readonly Sort[] = [
  ["contacts", wordings`contacts`],
  ["referrals", wordings`referrals`],
  ["assessments", wordings`assessments`],
  ["enquiries", wordings`enquiries`],
  ["conferences", wordings`conferences`],
];

const meetings =
  "(?:health |child protection |dental |statutory )*(?:assessments?|conferences?|appointments?|reviews?|visits?|meetings?|checks?|placements?)";
const inOrder: readonly Sort[] = [
  ["the first", pattern`\b(?:first|initial)(?= ${meetings}\b)`],
  ["later ones", pattern`\b(?:second|review|follow-up|later|subsequent|repeat)(?= ${meetings}\b)`],
];

/** A range of sorts: who or what figures are of, each apart from the others. `isStaff`: a part of the workforce is judged by no other part; `wide`: what takes in the others, null for none. */
export type Range = { name: string; isStaff: boolean; wide: string | null; sorts: readonly Sort[] };

export const ranges: readonly Range[] = [
  { name: "children", isStaff: false, wide: "children in care", sorts: ofChildren },
  { name: "staff", isStaff: true, wide: "all staff", sorts: ofStaff },
  { name: "carers", isStaff: false, wide: null, sorts: ofCarers },
  { name: "work", isStaff: false, wide: null, sorts: ofWork },
  { name: "order", isStaff: false, wide: null, sorts: inOrder },
];

/** The sorts of a range that a text names; those who came or left are not called in care beside it, nor some staff all of it. */
export function sortsIn({ sorts, wide }: Range, text: string): string[] {
  const named = sorts.filter(([, words]) => words.test(text)).map(([sort]) => sort);
  return named.length > 1 ? named.filter((sort) => sort !== wide) : named;
}
