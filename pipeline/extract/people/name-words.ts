/** The shapes that names of people take in print, and the words with a capital that are none. */

// Every part after the first begins with a sign or a capital, so that each word is read in one way only and in linear time.
export const word = "\\p{Lu}(?:[’'-]?\\p{Lu})?\\p{Ll}+(?:[’'-]?\\p{Lu}\\p{Ll}+|[’'-]\\p{Ll}{2,})*";
export const initial = "\\p{Lu}(?:\\.\\p{Lu})*\\.?(?=[ \\n\\u00a0])";
const shouted = "\\p{Lu}{3,}(?:[’'-]\\p{Lu}{2,})?";
const particle = "(?:de|da|van|der|von|la|le|al|bin)";
const space = "[ \\n\\u00a0]";
export const fullName = `(?<![\\p{L}\\p{N}])(?:(?:${word}|${initial})${space}){1,2}(?:${particle}${space}){0,2}(?:${word})`;

/** Words with a capital that stand beside names without being one: roles, bodies and what they do. */
const otherWords = new Set(
  (
    "academy action acting additional adoption adult adults advisory agency all an analyst and annual any appendix apologies area assessment assistant associate at authority average award awards background board borough budget by cabinet cafcass camhs care carer carers case catholic central chair chairman champion chief child children church children's children’s " +
    "city class clerk clinical college commissioner commissioning committee community consultant contact contents coordinator corporate council councillor councillors county court current dame data date dear deputy designated development director directorate district doctor each early east education " +
    "elected emotional end england executive family final finance for forest forum foster fostering foundation from full further governor grade group hamlets head headteacher health her his hmi home hospital high hospitals house housing human if impact important improvement in inadequate inclusion infirmary independent initial " +
    "inspector inspectors inspection interim into it its join joint judgement justice key keynes lac lane lead leader leaders leadership learning leaving legal level local looked majesty manager managers mayor medical meeting member members mental minutes mid monthly multi-agency my named national new next nhs no north not nurse nursing of office officer officers " +
    "ofsted on once one open operations order orders other our outcome outcomes overall overview page paediatrician palace panel parenting partner partners partnership people performance permanence permanency personal placement placements plan planning please police policy port portfolio post practice practitioner premium present president primary principal priority " +
    "professional programme progress project public pupil pupils quality quarter quarterly questions recommendation recommendations regional report reports required resource resources responsible review reviewing reviews road role roman safeguarding school schools scrutiny secondary secretary section senior service services sexual since six social some source south special " +
    "specialist staff stage standards statistical status strategic strategy street summary supervising support supported table target team the their there these they this those time total town training traveller travellers treasurer trust two under united university update vacancy valley virtual we well west what when where while who with work worker workers working workforce year years yot young your yours youth " +
    "cllr cllrs dr miss mr mrs ms mx sir prof professor rev reverend monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december spring summer autumn winter wellbeing"
  ).split(" "),
);
/** Those of them that are surnames as well. */
const surnames = new Set([
  "foster",
  "west",
  "north",
  "east",
  "young",
  "page",
  "church",
  "day",
  "may",
  "march",
  "winter",
  "summer",
  "post",
  "head",
]);
const placeWord = /^(?:\p{L}+shire|greater|upper|lower|great|little|saint|st|isle|royal)$/iu;

const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[’']s$/, "")
    .replace(/[.,]$/, "");
export const isOtherWord = (text: string): boolean => otherWords.has(bare(text)) || otherWords.has(text.toLowerCase());
export const isSurnameToo = (text: string): boolean => surnames.has(bare(text));
/** A surname may be a compass point, so these count only where no title stands before. */
export const isPlaceWord = (text: string): boolean => placeWord.test(bare(text));

const bodies =
  "(?:Academy|Avenue|Awards?|Borough|Building|Centre|Charity|City|Close|College|Council|County|Court|Crescent|Drive|Foundation|Gardens|Hall|Home|Hospice|Hospital|House|Infirmary|Inquiry|Institute|Lane|Library|Lodge|Model|NHS|Nursery|Park|Place|Primary|Programme|Project|Report|Review|Road|School|Scale|Scheme|Square|Street|Terrace|Training|Trust|Unit|University|Ward|Way)";
/** What follows makes it a place or a body, not a person. */
export const bodyAfter = new RegExp(`^(?:[’']s)?,? (?:\\p{Lu}[\\p{L}’'-]* ){0,2}${bodies}\\b`, "u");
/** So does its own last word after two others: "Elizabeth Fry Unit", though "Ann Hall" is a person. */
const bodyWithin = new RegExp(`^\\S+ \\S+ .*\\b${bodies}$`, "u");
/** Bodies that are called by a person's name alone. */
const namesakes = /^(?:Marie (?:Curie|Stopes)|Anna Freud|Alexandra Palace)$/;

/**
 * Where a name that begins at `from` ends; `from` itself when none does, or it has fewer words than
 * `least`. With least 1, something beside it has said already that it is a name. `allow` lets a word
 * pass, by itself and its position, that is otherwise none of a name.
 */
export function nameEnd(text: string, from: number, least: number, allow: (found: string, at: number) => boolean = () => false): number {
  const next = new RegExp(`(?:${particle} ){0,2}(?:${word}|${initial}|${shouted}(?![\\p{L}]))`, "uy");
  let [end, at, words] = [from, from, 0];
  while (words < 4) {
    next.lastIndex = at;
    const found = next.exec(text)?.[0];
    if (!found || ((isOtherWord(found) || (least > 1 && isPlaceWord(found))) && !allow(found, words))) break;
    words++;
    end = at + found.length;
    at = end + (/^[ \n\u00a0]*/.exec(text.slice(end, end + 8))?.[0].length ?? 0);
  }
  const name = text.slice(from, end);
  const last = name.split(/[ \n\u00a0]/).at(-1) ?? "";
  const body = bodyAfter.test(text.slice(end, end + 120)) || (least > 1 && (bodyWithin.test(name) || namesakes.test(name)));
  return words < least || last.length < 2 || body ? from : end;
}
