import type { Action } from "../model/action.ts";
import { isOtherWord, nameEnd } from "./people/name-words.ts";
import { namesInContext, type Span } from "./people/contexts.ts";

/**
 * Names of people, e-mail addresses and telephone numbers do not belong in a public pack, even where a
 * quoted sentence holds them. Roles stay. `people` are the names that the document was found to hold.
 */
type Remover = (text: string) => string;

const nameRemoved = "[name removed]";
const email = /(?<![\p{L}\p{N}._%+'’-])[\p{L}\p{N}._%+'’-]{1,64} ?@ ?[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
/** What could be a British number: a leading 0, +44 or 0044, and groups between spaces, dots, hyphens and brackets. */
const numberLike =
  /(?<![\d.,£/\p{L}-])(?:\+ ?44|0044|\(0\d{2,5}\)|0)\d*(?: ?\(0\) ?\d*)?(?:[ .\u00a0\u2010-\u2013-]{1,2}\d+)*(?!\d|[.,]\d|%)/gu;
const afterTelephone =
  /(?<=\b(?:[Tt]el(?:ephone)?|[Mm]ob(?:ile)?|[Pp]hone|[Ff]ax|[Dd]irect (?:line|dial)|[Dd]ial)(?: no\.?| number)?[:.]? )\+?\d[\d ()-]{2,}\d/g;
const afterNumber = /(?<=\[telephone removed\])(?:,? \(?| \()?(?:[Ee]xt(?:ension|n)?|x)[.:]? ?\d{2,6}\)?/g;
/** An extension alone; a year after "extension" is none. */
const extension = /\b(?:[Ee]xt[.:]? ?|[Ee]xtn[.:]? ?|[Ee]xtension (?:no\.? ?|number )?)(?!(?:19|20)\d\d\b)\d{3,6}\b(?![/–-]\d)/g;
const telephoneRemoved = "[telephone removed]";

/** Ten or eleven digits from the leading 0, in groups, and no row of figures. */
function isTelephone(text: string): boolean {
  const abroad = /^(?:\+|00)/.test(text);
  const national = abroad
    ? `0${text
        .replace(/^(?:\+ ?44|0044)/, "")
        .replace("(0)", "")
        .replace(/\D/g, "")}`
    : text.replace(/\D/g, "");
  const groups = text.split(/[^\d()]+/).map((group) => group.replace(/\D/g, "").length);
  return (
    /^0[1-35789]\d{8,9}$/.test(national) && (abroad || (groups[0] ?? 0) > 2) && groups.slice(1).every((length) => length > 1 || abroad)
  );
}

function withoutSpans(text: string, spans: readonly Span[]): string {
  let [out, done] = ["", 0];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from || b.to - a.to)) {
    if (from < done) continue;
    out += text.slice(done, from) + nameRemoved;
    done = to;
  }
  return out + text.slice(done);
}

const wordEnd = /(?<=[\p{L}\p{N}.])(?![\p{L}\p{N}.’'-])|(?<=[\p{L}])(?=[’'][\p{Ll}]?(?![\p{L}])|\.)/gu;
const firstWord = /(?<![\p{L}\p{N}])\p{Lu}[\p{L}’'-]*/gu;

/** Where any of the names stands: as printed, in capitals, or with its words the other way round. */
function namedFinder(people: readonly string[]): (text: string) => Span[] {
  const forms = people.flatMap((name) => {
    const words = name.split(" ");
    return [name, name.toUpperCase(), `${words.at(-1) ?? ""}, ${words.slice(0, -1).join(" ")}`];
  });
  const known = new Set(forms);
  return (text) =>
    [...text.matchAll(firstWord)].flatMap(({ index: from }) => {
      // A name has at most six words, so a text takes no longer however many the names are.
      const ends = [...text.slice(from, from + 120).matchAll(wordEnd)].slice(0, 6).map((match) => match.index);
      const end = ends.findLast((one) => known.has(text.slice(from, from + one)));
      return end === undefined ? [] : [{ from, to: from + end }];
    });
}

/** Makes the rule that takes names, e-mail addresses and telephone numbers out of a text and leaves everything else. */
export function personalDataRemover(people: readonly string[]): Remover {
  const named = namedFinder(people);
  return (text) => {
    let clean = text;
    if (clean.includes("@")) clean = clean.replace(email, "[e-mail removed]");
    if (/\d{3}/.test(clean)) {
      clean = clean.replace(numberLike, (found) => (isTelephone(found) ? telephoneRemoved : found));
      clean = clean.replace(afterTelephone, telephoneRemoved).replace(afterNumber, "").replace(extension, telephoneRemoved);
    }
    clean = withoutSpans(clean, namesInContext(clean));
    return withoutSpans(clean, named(clean));
  };
}

/** Lead of an action: a full name beside a role or alone is removed; the role stays. */
export function removeLeadNames(lead: string, remove: Remover): string {
  return remove(lead)
    .split(/([,;/()&\n]| – | - | and )/)
    .map((piece) => {
      const bare = piece.trim();
      const end = nameEnd(bare, 0, 2);
      const roles = bare.split(/\s+/).some((one) => isOtherWord(one.replace(/[^\p{L}]/gu, "")));
      return end > 0 && end === bare.length && !roles ? piece.replace(bare, nameRemoved) : piece;
    })
    .join("");
}

/** The row with every text field given cleaned. */
export function withoutPersonalData<T extends object>(row: T, remove: Remover, ...fields: readonly (keyof T)[]): T {
  let clean = row;
  for (const field of fields) {
    const text = row[field];
    if (typeof text !== "string") continue;
    const next = remove(text);
    if (next !== text) clean = { ...clean, [field]: next };
  }
  return clean;
}

export function cleanAction(action: Action, remove: Remover): Action {
  const clean = withoutPersonalData(action, remove, "plan", "recommendation", "action", "outcome", "timescale", "progress", "place");
  return { ...clean, lead: removeLeadNames(action.lead, remove) };
}
