import { wordings } from "./patterns.ts";

// Measures by one noun, as a sentence takes them up that were told in a clause before it: "14.3% of social workers left … A turnover of".

/** Nouns that any share, rate or average may be taken up by. */
const general = wordings`rate|share|figure|proportion|percentage|level|score|result|average|performance`;

const nouns: readonly (readonly [noun: RegExp, clause: RegExp])[] = [
  [wordings`turnover`, wordings`turnover|left|leavers?|leaving|resign\w*|departures?`],
  [wordings`vacanc(?:y|ies)(?: rate)?`, wordings`vacan\w+|empty|unfilled|not filled`],
  [wordings`timeliness|compliance|completion(?: rate)?`, wordings`on time|in time|timely|timescales?|within|late|complet\w+|deadlines?`],
  [wordings`attendance(?: rate)?`, wordings`attend\w*|sessions`],
  [wordings`absence(?: rate)?|sickness(?: rate| absence)?`, wordings`absen\w+|sick\w*|missed`],
  [wordings`re-?referral(?: rate)?|(?:rate of )?re-?referrals?|repeat rate`, wordings`re-?referr\w+|referr\w+`],
  [wordings`caseloads?`, wordings`caseloads?|cases|children each`],
  [wordings`coverage|take-?up|uptake`, wordings`coverage|take-?up|uptake|received|had (?:a|an|their|been)|took up|immunis\w+|vaccinat\w+`],
  [wordings`stability`, wordings`stab\w+|same (?:placement|home|carers?)|placements|moves`],
  [wordings`response(?: rate)?|return(?: rate)?`, wordings`repl\w+|respon\w+|return\w*|answer\w*`],
  [wordings`pass rate|satisfaction(?: rate| level)?`, wordings`pass\w*|satisf\w+`],
  [wordings`employment(?: rate)?`, wordings`employ\w+|work`],
];

/** Whether a noun takes up what a text tells: as a rate of any kind, by the word itself or as the name of what happened. */
export const takesUp = (noun: string, text: string): boolean =>
  nouns.some(([named, clause]) => named.test(noun) && clause.test(text)) ||
  (general.test(noun) && !nouns.some(([named]) => named.test(noun)));
