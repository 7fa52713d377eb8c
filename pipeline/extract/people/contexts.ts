import { fullName, isOtherWord, nameEnd } from "./name-words.ts";

/** A stretch of a text, from a place in it to the place after its end. */
export type Span = { from: number; to: number };

const civil = "(?:Mr|Mrs|Ms|Miss|Mx)\\.?";
const titles = "(?:Cllr|Councillor|Alderman|Ald|Dr|Prof|Professor|Rev|Reverend|Dame|Sir)\\.?";
const pluralTitles = "(?:Cllrs|Councillors|Messrs)\\.?";

const rank =
  "(?:Interim|Acting|Deputy|Assistant|Associate|Corporate|Executive|Strategic|Senior|Principal|Lead|Service|Team|Practice|Operations?|General|Independent|Designated|Named|Virtual|School|Cabinet|Portfolio|Committee|Democratic|Services|Monitoring|Reviewing|Social|Area|Group|Vice|Quality|Assurance|Data|Responsible|Chief|Legal|Section|Advising)";
const post =
  "(?:Directors?|Heads?|Managers?|Officers?|Members?|Chair(?:man|woman|person)?|Inspectors?|Nurse|Doctor|Paediatrician|Social [Ww]orker|Headteacher|Head [Tt]eacher|Holder|Leader|Lead|Executive|Mayor|Solicitor|Analyst|Consultant|Advis[eo]r|Co-?ordinator|Commissioner|Secretary|Clerk|Governor|Superintendent|Authors?)";
/** "Director", "Deputy Head", "Lead Member", "Senior data analyst". */
export const role = `(?:${rank}[ -])*${post}\\b`;

/** Words after which a full name is one, whether or not a colon stands between. */
const introductions = [
  "[Rr]eporting [Ii]nspector",
  "[Ll]ead [Ii]nspectors?",
  "[Tt]eam [Ii]nspectors?",
  "[Rr]eport [Aa]uthors?",
  "[Aa]uthors?:",
  "[Cc]ontact(?: [Oo]fficer| [Pp]erson)?:?",
  "[Pp]lease (?:ask for|contact)",
  "(?:[Pp]repared|[Ww]ritten|[Cc]haired|[Ll]ed|[Pp]resented|[Ii]ntroduced|[Mm]oved|[Pp]roposed|[Ss]econded|[Ss]igned|[Tt]aken|[Ss]ubmitted|[Cc]ompiled|[Aa]pproved) by",
  "[Rr]eport (?:of|by|from)",
  "[Aa]pologies(?: for absence)?(?: were received)?(?: from)?:?",
  "Yours (?:sincerely|faithfully|truly),?",
  "[Ii]nspectors (?:were|are)",
  "[Ii]nspection team (?:was|were)",
  "(?:[Pp]resent|[Ii]n [Aa]ttendance|[Aa]ttendees|[Mm]inutes|[Ss]ponsor):",
  "(?:[Aa]nalyst|[Mm]anager|[Ii]nspector|[Oo]fficer|[Ll]ead|[Oo]wner|[Aa]uthor|[Cc]ontact|[Dd]irector|[Mm]ember|[Cc]hair(?:man|person|woman)?|[Cc]lerk|[Ss]ecretary|[Nn]urse|[Dd]octor)s?(?:\\(s\\))?:",
].join("|");
/** After "Mr" any word is a name, "Foster" and "West" too, but for those who are addressed by their office. */
const office = /^(?:Chair|Director|Justice|Mayor|President|Speaker)/;

const before: readonly { pattern: RegExp; least: number; list: boolean; allow?: (found: string, at: number) => boolean }[] = [
  { pattern: new RegExp(`\\b${pluralTitles}:?\\s+(?:${civil}\\s+)?`, "gu"), least: 1, list: true },
  { pattern: new RegExp(`\\b${titles}\\s+`, "gu"), least: 1, list: false },
  { pattern: new RegExp(`\\b${civil}\\s+`, "gu"), least: 1, list: false, allow: (found, at) => at === 0 && !office.test(found) },
  { pattern: new RegExp(`\\b(?:${introductions})[:–-]?\\s+`, "gu"), least: 2, list: true },
];

/** Names after what introduces a name; in lists, those after commas and "and" too. */
function introduced(text: string): Span[] {
  const spans: Span[] = [];
  for (const { pattern, least, list, allow } of before) {
    for (const match of text.matchAll(pattern)) {
      let from = match.index + match[0].length;
      for (let to = nameEnd(text, from, least, allow); to > from; to = nameEnd(text, from, least, allow)) {
        spans.push({ from, to });
        const joint = list
          ? /^(?: HMI| \([^()]{1,40}\))?(?:,| and| &|, and|;)\s+(?:(?:Cllr|Mr|Mrs|Ms|Miss|Mx|Dr)\.? )?/.exec(text.slice(to, to + 80))
          : null;
        if (!joint) break;
        from = to + joint[0].length;
      }
    }
  }
  return spans;
}

const marked = new RegExp(
  `(${fullName})(?=,? (?:(?:Acting |Senior )*HMI\\b|H(?:er|is) Majesty[’']s Inspector|\\(?(?:direct (?:line|dial)|[Tt]el(?:ephone)?\\b)))`,
  "gu",
);

/** Names before what only a person has: "HMI" after it, a direct line. */
function followed(text: string): Span[] {
  return [...text.matchAll(marked)].flatMap((match) => {
    const words = match[0];
    const start = afterOtherWords(words);
    return words.slice(start).includes(" ") ? [{ from: match.index + start, to: match.index + words.length }] : [];
  });
}

/** Where the words after the last role or title begin. */
export function afterOtherWords(words: string): number {
  let start = 0;
  for (const match of words.matchAll(/\S+/g)) if (isOtherWord(match[0])) start = match.index + match[0].length + 1;
  return start;
}

/** Names that what stands beside them gives away for certain: a title, an introduction, "HMI" or a direct line. */
export const namesInContext = (text: string): Span[] => [...introduced(text), ...followed(text)];
