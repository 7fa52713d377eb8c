import { pattern } from "./patterns.ts";

// Whether a share is of all of a kind, or only of those that came so far: "of closed cases", "of all enquiries".

const lead = "(?:of|for|among|amongst|in)";
const determiners = "(?:(?:the|our|its|their|those|these|only|just|all|\\d[\\d,]*) ){0,4}";
const things =
  "(?:cases|enquiries|referrals|contacts|complaints|assessments|allegations|investigations|applications|applicants|plans|reviews|requests|reports|calls|incidents|matters|episodes|" +
  "placements|proceedings|appeals|checks|visits|interviews|families|parents|carers|children|young people|people|pupils|leavers|households|staff|posts|records|files|forms|entries|" +
  "exams|returns|those|ones|[\\p{L}-]+-olds)";

/** What parts some of a kind from all of it, by what has become of them. */
const ended = "closed|completed|concluded|finished|resolved|settled|decided|ended|determined|finalised";
const open = "open|live|active|current|ongoing|unfinished|outstanding";
const parted: readonly (readonly [name: string, adjectives: string])[] = [
  ["ended", ended],
  ["open", open],
  ["accepted", "accepted|allocated|progressed|investigated|validated|valid|formal|registered|qualifying"],
  ["entitled", "eligible|entitled"],
  ["known", "known|recorded|contactable|traceable|reachable"],
  ["looked at", "audited|sampled|inspected|sampled"],
];
/** "Reviews that fell due", "children who were in care" are all of them. */
const neutral =
  "(?:(?:are|is|was|were|had|has|have|been|being|fell|falls?|came|could|should|did) )*(?:due|required|held|made|received|recorded|left|leave|leaving|in (?:our |the |local authority )?care|looked after|living|lived|live|reported|on)\\b";
const closing = "(?:(?:are|is|was|were|had|has|have|been|being|could be|came|come|came to|reached|reach) )*";
const ending = `(?:${ended}|an end|a conclusion|an outcome|a decision|the end)`;

const sorts: readonly (readonly [name: string, words: RegExp])[] = parted.map(([name, adjectives]) => [
  name,
  new RegExp(
    `\\b${lead} ${determiners}(?:${adjectives}) (?:\\p{L}[\\p{L}’'-]* ){0,2}${things}\\b|\\b${things} (?:that|which|who) ${closing}(?:${name === "ended" ? ending : adjectives})\\b`,
    "iu",
  ),
]);
const clause = new RegExp(
  `\\b${lead} ${determiners}(?:\\p{L}[\\p{L}’'-]* ){0,2}${things} (?:(?:that|which|who)(?! ${neutral})|whose|with|where|(?:made|sent|raised|begun|brought|seen|helped|taught|supported|assessed|visited) by|involving) |\\b${lead} (?:the |only |\\d+ )?those (?!aged|looked|involved|concerned|named|required|listed)(?:[a-z]+ed|seen|taught|known)\\b`,
  "iu",
);

const all = new RegExp(
  `\\b(?:of|for|among|amongst|across) (?:all|every one of|every|each)(?: of)?(?: (?:the|our|its|those|these))? (?:\\p{L}[\\p{L}’'-]* ){0,2}${things}\\b(?! (?:${ended}|looked at|seen|taught|(?!received|referred|reported|recorded|started|opened)[a-z]+ed)\\b)`,
  "iu",
);
const allOfThem = pattern`\b(?:of|on|for|among|across) all of (?:them|these|those)\b`;

const everyOne = "all of them";

/** What a text tells: those that ended, those accepted, some of them, or all. `isNearest`: the words are those of the clause of the figure. */
export function narrowedIn(words: string, isNearest: boolean): string[] {
  const named = sorts.flatMap(([name, told]) => (told.test(words) ? [`those ${name}`] : []));
  if (named.length > 0) return named;
  const isAll = all.test(words) || allOfThem.test(words);
  if (clause.test(words)) return ["some of them"];
  return isAll && (isNearest || /^(?:out )?of all\b/iu.test(words)) ? [everyOne] : [];
}
/** Only all of a kind, and what has ended beside what has not, are surely not one. */
export const areOneNarrowed = (a: string, b: string): boolean =>
  a !== everyOne && b !== everyOne && ![a, b].every((one) => one === "those ended" || one === "those open");
