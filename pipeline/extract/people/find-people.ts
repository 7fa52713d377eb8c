import { isGivenName } from "./given-names.ts";
import { afterOtherWords, namesInContext, role } from "./contexts.ts";
import { bodyAfter, fullName, initial, isOtherWord, isPlaceWord, isSurnameToo, nameEnd, word } from "./name-words.ts";

const besideRole = [
  // "Jane Smith, Director of Children's Services", "Jane Smith (Head of Service)"
  new RegExp(`(${fullName})(?:, ?| [–-] ?| \\(|: )(?:the |our )?(?=${role})`, "gu"),
  // "Head of Service (Jane Smith)"
  new RegExp(`${role}[^.;:()]{0,60}\\((${fullName})\\)`, "gu"),
];
const given = new RegExp(`(?<![\\p{L}\\p{N}’'-])${word}(?=[ \\n\\u00a0])`, "gu");
const beforeBodies = /(?:St|Saint|Queen|King|Prince|Princess|Lake|Mount|Royal|HMP)\.? $/;
const address = /(?<![\p{L}\p{N}._'-])([\p{L}']{1,40})[._-]([\p{L}'-]{2,40})\d{0,4}@/gu;
const capitals = new RegExp(`(?<![\\p{L}])(${word}|${initial}) (${word})`, "gu");

/**
 * Names of people in the texts of one document: those that their surroundings give away, those beside a
 * role, those in an e-mail address, and those that begin with a common given name. Each stands as printed,
 * longest first.
 */
export function findPeople(texts: readonly string[]): string[] {
  const people = new Set<string>();
  const smallWords = new Set(texts.flatMap((text) => text.match(/(?<![\p{L}])\p{Ll}[\p{L}’'-]+/gu) ?? []));
  const add = (name: string, sure: boolean): void => {
    const words = name.split(/\s+/);
    const [first = "", last = ""] = [words[0], words.at(-1)];
    if (
      words.length < 2 ||
      last.length < 3 ||
      words.slice(0, -1).some((one) => isOtherWord(one)) ||
      (isOtherWord(last) && !isSurnameToo(last))
    )
      return;
    if (!sure && !isGivenName(first) && !/^\p{Lu}\.?$/u.test(first) && (smallWords.has(first.toLowerCase()) || isPlaceWord(first))) return;
    people.add(words.join(" "));
  };

  for (const text of texts) {
    for (const { from, to } of namesInContext(text)) add(text.slice(from, to), true);
    for (const pattern of besideRole)
      for (const match of text.matchAll(pattern)) add((match[1] ?? "").slice(afterOtherWords(match[1] ?? "")), false);
    for (const name of namesAlone(text)) add(name, false);
  }
  addFromAddresses(texts, (name) => add(name, true));
  return [...people].sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

const goesOn = (text: string, from: number, found: string): boolean => {
  const after = text.slice(from).trimStart().slice(found.length);
  return /^[ \u00a0](?:\p{Lu}|and\b|&)/u.test(after) || bodyAfter.test(text.slice(from, from + 120));
};

/** Names that nothing stands beside, known by their given name alone. */
function namesAlone(text: string): string[] {
  const names: string[] = [];
  let done = 0;
  for (const match of text.matchAll(given)) {
    if (
      match.index < done ||
      !isGivenName(match[0]) ||
      isOtherWord(match[0]) ||
      beforeBodies.test(text.slice(Math.max(0, match.index - 10), match.index))
    )
      continue;
    // "Colin Foster" ends on a word that is no name elsewhere, and nothing with a capital goes on from it.
    const end = nameEnd(
      text,
      match.index,
      2,
      (found, at) => at === 1 && isSurnameToo(found) && !goesOn(text, match.index + match[0].length, found),
    );
    const words = text.slice(match.index, end).split(/[ \n\u00a0]/);
    const surname = words.findIndex((one, at) => at > 0 && !isGivenName(one) && !/^\p{Lu}\.?$/u.test(one));
    const name = words.slice(0, surname < 0 ? words.length : surname + 1);
    if (name.length < 2) continue;
    done = match.index + name.join(" ").length;
    names.push(name.join(" "));
  }
  return names;
}

/** "jane.smith@" and "j.smith@" name Jane Smith wherever the texts do. */
function addFromAddresses(texts: readonly string[], add: (name: string) => void): void {
  const owners = new Set(
    texts.flatMap((text) =>
      [...(text.includes("@") ? text.matchAll(address) : [])].map((match) => `${match[1] ?? ""} ${match[2] ?? ""}`.toLowerCase()),
    ),
  );
  if (owners.size === 0) return;
  for (const text of texts) {
    for (const match of text.matchAll(capitals)) {
      const [first = "", last = ""] = [match[1]?.toLowerCase(), match[2]?.toLowerCase()];
      if (owners.has(`${first} ${last}`) || owners.has(`${first.charAt(0)} ${last}`)) add(match[0]);
    }
  }
}
