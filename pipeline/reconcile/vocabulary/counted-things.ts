/**
 * What tables of children's services count. `headsAlone`: a heading of it tells that nothing else is counted, as
 * "Schools" does and "Cases", "Children" or "Referrals" do not. `isPeople`: children, who can be counted in any table.
 */
export type Thing = { name: string; words: RegExp; headsAlone: boolean; isPeople: boolean };

const thing = (name: string, words: RegExp, headsAlone = true): Thing => ({ name, words, headsAlone, isPeople: false });

const things: readonly Thing[] = [
  thing("health assessments", /\bhealth (?:assessments?|reviews?|checks?)\b|\b[ir]has?\b/iu),
  thing("dental checks", /\bdent(?:al|ists?)\b|\bteeth\b/iu),
  thing("immunisations", /\bimmunis|\bvaccin|\bjabs?\b/iu),
  thing("schools", /\b(?:schools?|academ(?:y|ies)|nurser(?:y|ies)|colleges?|settings?)\b/iu),
  thing("carers", /\b(?:carers?|foster\w*|households?|adopt\w+|guardian\w*|approvals?)\b/iu),
  thing(
    "staff",
    /\b(?:staff|social workers?|workers?|posts?|personal advis[eo]rs?|officers?|vacanc\w+|caseloads?|supervis\w+|workforce|teams?|employees?)\b/iu,
  ),
  thing("care leavers", /\b(?:care leavers?|left care|leaving care|formerly in care)\b/iu),
  thing("placements", /\b(?:placements?|placed|homes?|beds?|places|living|lived|accommodat\w+)\b/iu),
  thing("visits", /\bvisit\w*\b/iu),
  thing("conferences", /\bconferences?\b/iu),
  thing("complaints", /\b(?:complain\w+|compliments?|representations?|concerns?)\b/iu),
  thing("appointments", /\b(?:appointments?|seen|waits?|waiting)\b/iu, false),
  thing("reviews", /\breviews?\b/iu, false),
  thing("plans and assessments", /\b(?:plans?|assessments?)\b/iu, false),
  thing("missing episodes", /\b(?:missing|episodes?|interviews?)\b/iu, false),
  thing("referrals", /\b(?:contacts?|referrals?|enquir\w+|allegations?|requests?|notifications?)\b/iu, false),
  {
    ...thing("children", /\b(?:child(?:ren)?|pupils?|young people|babies|infants?|girls|boys|looked[- ]after)\b/iu, false),
    isPeople: true,
  },
];

/** The things that a text names, in the order of the list. */
export const thingsIn = (text: string): readonly Thing[] => things.filter(({ words }) => words.test(text));
