import { isWithin, stem, wordSet } from "./names.ts";
import { pattern } from "./patterns.ts";

/** Those that shares are of, and the noun that they are one with. */
const nouns: readonly (readonly [string, RegExp])[] = [
  ["children", /\b(?:children|pupils|young people|infants|babies|girls|boys|teenagers|toddlers|adolescents|under-(?:fives|tens))\b/iu],
  ["parents", /\b(?:parents|families|households)\b/iu],
  ["leavers", /\bleavers\b/iu],
  ["staff", /\b(?:posts?|staff|workers|employees|workforce|positions)\b/iu],
  ["carers", /\b(?:carers|fostering households|foster homes|adopters)\b/iu],
  ["plans", /\bplans\b/iu],
  ["cases", /\b(?:cases|referrals|assessments|conferences|contacts)\b/iu],
  ["placements", /\bplacements\b/iu],
  ["appointments", /\bappointments\b/iu],
  ["visits", /\bvisits\b/iu],
  ["meetings", /\b(?:meetings|reviews)\b/iu],
];
const named =
  "(?:children|pupils|young people|infants|babies|girls|boys|parents|families|households|orders|homes|leavers|posts?|staff|workers|employees|workforce|positions|carers|fostering households|foster homes|adopters|plans|cases|referrals|assessments|conferences|contacts|placements|appointments|visits|meetings|reviews)(?!['’])";
const few = "(?:(?!(?:of|for|to|the|and|or|were|was|are|is|had|have|in|at|by|who|that|with)\\b)[a-z’'-]+ ){0,4}?";
const inCare = "(?: (?:in (?:our |local authority |public )?care|looked after|leaving care|in care))?";
/** What makes the group smaller than all that its noun names. */
const narrowed =
  "(?:for (?:at least |more than |over )?(?:a|one|two|three|six|nine|twelve|\\d+) (?:months?|years?)(?: or (?:more|longer))?|continuously|aged|under|over|of (?:school|secondary|primary|statutory) |" +
  "in (?:secondary|primary|special|residential|foster|years?|key|reception|their|long-term|mainstream)|with|whose|who(?! (?:are|were|is|was) (?:looked after|in care)| left\\b| (?:had |have )?(?:replied|answered|responded|took part))|where|from|on (?:a|the|an)(?! (?:same|last|first|\\d+(?:st|nd|rd|th)|day|date)\\b)|placed|living|subject)";
/** "Of children in care for at least twelve months", "the leavers whose plan was permanence". */
const some = pattern`\b(?:of|for|among|amongst|(?:were|was|are|is)(?= \d)) (?:(?:the|our|its|their|those|\d[\d,]*) )*(${few}${named}${inCare}) ${narrowed}\b(?: [a-z]+)?`;
/** "Of social work posts", "of front-line staff": a part of the workforce by the word before it. */
const someStaff =
  /\b(?:of|among|amongst|for) (?:(?:the|our|its|their) )*((?:front-?line |qualified |senior |permanent |case-?holding )*(?:(?:social work(?:er)?s?|qualified|front-?line|managerial?|teaching) (?:posts|staff|workers|positions)|social workers|team managers))\b/iu;
/** "Of fostered children", "of qualified staff": a part by the word before it. */
const someByWord = pattern`
  \b(?:of|for|among|amongst|by) (?:(?:the|our|its|their|only|those) )*((?:fostered|disabled|unaccompanied|school-age(?:d)?|eligible|adopted|primary|
  secondary|qualified|mainstream|kinship|permanent|full-time|part-time|newly[- ](?:approved|qualified)|younger|older|teenage|new|open|long-term|
  short-term|in-house|residential) (?:(?:looked[- ]after|foster|care) )*(?:children|pupils|young people|leavers|staff|workers|employees|carers|households|
  placements|plans|cases|adopters|families|two-year-olds|three-year-olds)|(?:girls|boys|babies|infants|toddlers|teenagers|adolescents|under-(?:fives|tens|ones)))\b`;
/** "Qualified staff: 4.8%". */
const someHeading =
  /^\W*(?:sickness among )?((?:qualified|permanent|front-?line|agency) (?:staff|workers|employees)|(?:mainstream|kinship) (?:foster )?carers):/iu;
/** "Of first appointments": those that come at one place in the order alone. */
const someInOrder =
  /\bof (?:(?:the|our|its|their) )*((?:first|initial|second|follow-up|final|last) (?:\w+ )?(?:placements|assessments|conferences|plans|appointments|visits|meetings|reviews))\b/iu;
/** "Of all children in care", "of looked-after pupils of all ages", "for the whole workforce". */
const every = pattern`
  \b(?:all|every one of|the (?:whole|entire|total))(?: (?:the|our|its|their|of))* (${few}${named}${inCare})\b(?! ${narrowed}\b| (?:started|begun|opened|made|set up|decided|closed|completed|ended|accepted)\b)|
  \b(${few}${named}${inCare}) (?:of (?:all ages|every age|any age|all kinds|any kind)|however long|whatever (?:their|its)|overall|as a whole|in total)\b( in care| looked after)?|
  \b(?:the (?:whole|entire|full|total)) (workforce)\b|\b(all (?:who|that) (?:left|came into|entered) care)\b`;
/** Everybody of an age, in care or not, beside whom those in care are set on purpose. */
const everybody =
  /^(?:(?:school|other|local|the|resident|boys and girls|young) )*(?:children|pupils|young people|infants|babies|schools)$/iu;

/** What is of schools is of those of school age, whether or not the words say so. */
export const schoolAge = /\bof school age\b|\bschool[- ]aged?\b/iu;
export const isOfSchool =
  /\beducation|\bschool(?!s?[- ]aged?\b)|\bpupils?\b|\bexclu|\bsuspen|\battend|\babsen|\bspecial needs\b|\b(?:ehc|sen)\b/iu;

/** The noun that a phrase ends with: "children's services staff" are staff, "children in foster homes" children. */
const headOf = (phrase: string): string | undefined =>
  nouns
    .map(([name, words]) => ({ name, at: [...phrase.matchAll(new RegExp(words.source, "giu"))].at(-1)?.index ?? -1 }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => b.at - a.at)[0]?.name;

/** "All looked-after children", or only some: a group with a limit of its own. */
export function groupsIn(words: string): string[] {
  const part =
    some.exec(words)?.[0] ??
    someStaff.exec(words)?.[1] ??
    someByWord.exec(words)?.[1] ??
    someHeading.exec(words)?.[1] ??
    someInOrder.exec(words)?.[1];
  const found = every.exec(words);
  const whole = found === null ? undefined : found.slice(1).join("").trim();
  if (whole !== undefined && everybody.test(whole)) return [];
  if (part !== undefined && (whole !== undefined || (schoolAge.test(part) && isOfSchool.test(words)))) return [];
  if (whole !== undefined) return [`all ${whole.replace(/^all /iu, "")}`];
  return part === undefined
    ? []
    : [
        `only ${part.replace(/^(?:of|for|among|amongst|were|was|are|is) (?:\d[\d,]* )?/iu, "").replace(/ (?:at|in|on|by|during|had|have|has|was|were|are|is)$/iu, "")}`,
      ];
}

/** Only a group that is all of its kind is unlike a part of that kind; two parts may be one by other words. */
export function areOneGroup(a: string, b: string): boolean {
  const [all, only] = [a, b].some((one) => one.startsWith("all ")) ? [a, b].sort() : ["", ""];
  const [whole, part] = [all, only].map((group) => wordSet((group ?? "").toLowerCase().replace(/^(?:all|only) /u, ""), stem));
  // "Of social worker posts" beside "all social worker posts".
  if (whole && part && isWithin(part, whole)) return true;
  return !(all?.startsWith("all ") && only?.startsWith("only ") && headOf(all) !== undefined && headOf(all) === headOf(only));
}
