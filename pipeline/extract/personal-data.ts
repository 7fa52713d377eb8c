import type { Action } from "../model/action.ts";

/**
 * Names of people, e-mail addresses and telephone numbers do not belong in a public pack, even where a
 * quoted sentence holds them. Names are known by what stands beside them (a title, "Report author:", a
 * signature, "HMI"), never by themselves, so that places, schools and roles stay.
 */
const nameRemoved = "[name removed]";

const titles = "(?:Cllr|Councillor|Mr|Mrs|Ms|Miss|Mx|Dr|Dame|Sir)\\.?";
const pluralTitles = "(?:Cllrs|Councillors|Messrs)\\.?";
/** Words after which a full name is one, whether or not a colon stands between. */
const introductions = "(?:[Rr]eporting [Ii]nspector|[Ll]ead [Ii]nspector|[Rr]eport [Aa]uthors?|[Cc]ontact(?: [Oo]fficer| [Pp]erson)?:|[Ll]ead [Oo]fficer:|[Pp]repared by|[Ww]ritten by|[Aa]uthors?:|Yours (?:sincerely|faithfully|truly),?|[Ii]nspectors (?:were|are)|[Ii]nspection team (?:was|were))";
// Every part after the first begins with a sign or a capital, so that each word is read in one way only and in linear time.
const word = "\\p{Lu}(?:[’'-]?\\p{Lu})?\\p{Ll}+(?:[’'-]?\\p{Lu}\\p{Ll}+|[’'-]\\p{Ll}+)*";
const initial = "\\p{Lu}(?:\\.\\p{Lu})*\\.?(?=[ \\n])";
const particle = "(?:de|da|van|der|von|la|le|al|bin)";

/** Words with a capital that stand beside names without being one: roles, bodies and what they do. */
const notNames = new Set(
  ("academy action adult adults agency and area assessment assistant associate authority board borough cabinet care carer carers case chair chairman champion chief child children " +
    "city clinical college commissioning committee community consultant coordinator corporate council councillor councillors county dame deputy designated development director district doctor early education " +
    "elected emotional england executive family finance foster fostering foundation from further group head health her his hmi hospital hospitals house housing human improvement inclusion independent " +
    "inspector inspectors inspection interim join joint justice lead leader leaders leadership leaving legal local looked majesty manager managers mayor medical member members mental named national new nhs nurse nursing officer officers " +
    "ofsted operations overview panel parenting partner partners partnership performance permanence personal placement placements planning police policy portfolio practice practitioner president primary principal " +
    "professional programme project public quality questions regional report resources responsible reviewing road role safeguarding school schools scrutiny secondary senior service services social " +
    "specialist staff standards strategic strategy street supervising support team the their training trust university virtual cllr dr miss mr mrs ms mx sir wellbeing with worker workers workforce yot young youth yours").split(" "),
);
/** What follows makes it a place or a body, not a person. */
const bodyAfter = /^(?:[’']s)?,? (?:\p{Lu}[\p{L}’'-]* ){0,2}(?:Academy|Avenue|Borough|Centre|Charity|City|College|Council|County|Foundation|Hall|Hospital|House|Infirmary|Lane|NHS|Primary|Road|School|Street|Trust|University)\b/u;

/** Where a name that begins at `from` ends; `from` itself when none does, or fewer words than `least`. */
function nameEnd(text: string, from: number, least: number): number {
  const next = new RegExp(`(?:${particle} ){0,2}(?:${word}|${initial})`, "uy");
  let [end, at, words] = [from, from, 0];
  while (words < 4) {
    next.lastIndex = at;
    const found = next.exec(text)?.[0];
    if (!found || notNames.has(found.toLowerCase().replace(/[’']s$/, ""))) break;
    words++;
    end = at + found.length;
    const space = /^[ \n\u00a0]*/.exec(text.slice(end))?.[0].length ?? 0;
    at = end + space;
  }
  const lastWord = text.slice(from, end).split(" ").at(-1) ?? "";
  return words < least || lastWord.length < 2 || bodyAfter.test(text.slice(end)) || notNames.has(lastWord.toLowerCase()) ? from : end;
}

/** Removes the name after each place that `before` matches; in lists, the names after commas and "and" too. */
function afterEach(text: string, before: RegExp, least: number, list: boolean): string {
  let [out, done] = ["", 0];
  for (const match of text.matchAll(before)) {
    let at = match.index + match[0].length;
    if (at < done) continue;
    for (let end = nameEnd(text, at, least); end > at; ) {
      out += text.slice(done, at) + nameRemoved;
      done = end;
      const joint = list ? /^(?:,| and| &|, and)\s+(?:(?:Cllr|Mr|Mrs|Ms|Dr)\.? )?/.exec(text.slice(end)) : null;
      if (!joint) break;
      at = end + joint[0].length;
      end = nameEnd(text, at, least);
    }
  }
  return out + text.slice(done);
}

const fullName = `(?:(?:${word}|${initial}) ){1,2}${word}`;

/** Names before what only a person has: "HMI" after it, a direct line. */
function beforeMarks(text: string): string {
  return text.replace(new RegExp(`(${fullName})(?=,? (?:HMI\\b|H(?:er|is) Majesty[’']s Inspector|\\(?(?:direct (?:line|dial)|[Tt]el(?:ephone)?:)))`, "gu"), (words) => {
    const name = lastName(words);
    return name.includes(" ") ? words.slice(0, -name.length) + nameRemoved : words;
  });
}

/** The words after the last role or title: "Senior Inspector Ann Grey" gives "Ann Grey". */
function lastName(words: string): string {
  const all = words.split(" ");
  return all.slice(all.findLastIndex((one) => notNames.has(one.toLowerCase().replace(/\.$/, ""))) + 1).join(" ");
}

const email = /[\p{L}\p{N}._%+'-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** British numbers as printed, with a leading 0 or +44, not the figures of a row. */
const telephone = /(?<![\d.,£/])(?:\+44 ?(?:\(0\) ?)?\d{2,4}|\(?0\d{2,4}\)?)(?:[ -]?\d{3,4}){2}(?:,? ext(?:ension)?\.? ?\d+)?(?!\d|[.,]\d|%)/g;
const afterTelephone = /(?<=\b(?:[Tt]el(?:ephone)?|[Mm]obile|[Dd]irect (?:line|dial))(?: no\.?| number)?:? )\+?\d[\d ()-]{4,}\d/g;
const telephoneRemoved = "[telephone removed]";

/** Text without people's names, e-mail addresses and telephone numbers; everything else as it was. */
export function removePersonalData(text: string): string {
  let clean = text;
  if (clean.includes("@")) {
    const names: string[] = [];
    clean = clean.replace(email, (address, at: number, all: string) => {
      const name = lastName(new RegExp(`(${fullName})[ ,(–-]*(?:[Ee]-?mail:? ?)?$`, "u").exec(all.slice(0, at))?.[1] ?? "");
      const surname = name.split(" ").at(-1)?.toLowerCase() ?? "";
      if (surname !== "" && address.toLowerCase().includes(surname)) names.push(name);
      return "[e-mail removed]";
    });
    for (const name of names) clean = clean.replaceAll(name, nameRemoved);
  }
  if (/\d{3}/.test(clean)) clean = clean.replace(telephone, telephoneRemoved).replace(afterTelephone, telephoneRemoved);
  clean = afterEach(clean, new RegExp(`\\b${pluralTitles}:?\\s+`, "gu"), 1, true);
  clean = afterEach(clean, new RegExp(`\\b${titles}\\s+`, "gu"), 1, false);
  clean = afterEach(clean, new RegExp(`\\b${introductions}[:–-]?\\s+`, "gu"), 2, true);
  return beforeMarks(clean);
}

/** Lead of an action: a full name beside a role or alone is removed; the role stays. */
export function removeLeadNames(lead: string): string {
  return removePersonalData(lead)
    .split(/([,;/()&\n]| – | - | and )/)
    .map((piece) => {
      const bare = piece.trim();
      const end = nameEnd(bare, 0, 2);
      const roles = bare.split(/\s+/).some((one) => notNames.has(one.toLowerCase().replace(/[^a-z]/g, "")));
      return end > 0 && end === bare.length && !roles ? piece.replace(bare, nameRemoved) : piece;
    })
    .join("");
}

/** The row with every text field given cleaned. */
export function withoutPersonalData<T extends object>(row: T, ...fields: readonly (keyof T)[]): T {
  let clean = row;
  for (const field of fields) {
    const text = row[field];
    if (typeof text !== "string") continue;
    const next = removePersonalData(text);
    if (next !== text) clean = { ...clean, [field]: next };
  }
  return clean;
}

export function cleanAction(action: Action): Action {
  const clean = withoutPersonalData(action, "plan", "recommendation", "action", "outcome", "timescale", "progress", "place");
  return { ...clean, lead: removeLeadNames(action.lead) };
}
