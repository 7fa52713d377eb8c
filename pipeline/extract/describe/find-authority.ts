import { nameKey, type Authority } from "../../model/authority.ts";
import type { Block, SourceDocument } from "../../model/document.ts";

/** `council` forms count only where the name of a council goes on after them: "Newcastle City Council". */
type Form = { words: readonly string[]; name: string; council: boolean };
type Sighting = { name: string; council: boolean };

const suffix = /,\s*(?:city|county|(?:royal |london )?borough)\s+of$/i;
/** Short names that documents use where the register is longer: general forms, not a list of councils. */
function formsOf(name: string): string[] {
  const short = name.replace(suffix, "");
  const forms = [short, short.replace(/^County\s+/, ""), short.replace(/^Kingston upon (?=Hull)/, "")];
  return [...new Set(forms)];
}

/** "Newcastle" for "Newcastle upon Tyne", unless another name begins so too. */
function riverForms(names: readonly string[]): Form[] {
  const forms = names.flatMap((name) => {
    const short = /^(.+?)[ -](?:upon|on)[ -]/.exec(name)?.[1];
    return short ? [{ words: nameKey(short).split(" "), name, council: true }] : [];
  });
  return forms.filter((form) => forms.filter((other) => other.words.join(" ") === form.words.join(" ")).length === 1);
}

/** Names by their first word, longest first, so that a name never wins inside a longer one. */
function indexForms(authorities: readonly Authority[]): Map<string, Form[]> {
  const names = [...new Set(authorities.map((a) => a.authority))];
  const forms = names.flatMap((name) => formsOf(name).map((form) => ({ words: nameKey(form).split(" "), name, council: false })));
  const index = new Map<string, Form[]>();
  for (const form of [...forms, ...riverForms(names)]) {
    const first = form.words[0] ?? "";
    index.set(first, [...(index.get(first) ?? []), form]);
  }
  for (const forms of index.values()) forms.sort((a, b) => b.words.length - a.words.length);
  return index;
}

const councilWord = /^(?:council|borough|county|city|metropolitan|district|local|lscb|unitary)$/;
const postcode = /^(?:[a-z]{1,2}\d{1,2}[a-z]?)$/;

/** True where a sentence begins: a capital there does not tell a name from a word ("Reading", "Bury"). */
const opensSentence = (text: string, at: number): boolean => at === 0 || /[.!?:•][\s"'“‘(]*$/.test(text.slice(Math.max(0, at - 6), at));

/** Names of authorities in a text, in order; a name just before a postcode is part of an address. */
function sightings(text: string, index: ReadonlyMap<string, readonly Form[]>): Sighting[] {
  const raw = [...text.matchAll(/[A-Za-z0-9&]+/g)];
  const words = raw.map(([word]) => (word === "&" ? "and" : word.toLowerCase()));
  const found: Sighting[] = [];
  for (let i = 0; i < words.length; i++) {
    const forms = index.get(words[i] ?? "");
    const start = raw[i];
    if (!forms || !start || !/^[A-Z]/.test(start[0])) continue;
    const form = forms.find(
      ({ words: name, council }) =>
        name.every((word, k) => words[i + k] === word) && (!council || councilWord.test(words[i + name.length] ?? "")),
    );
    if (!form) continue;
    const next = words[i + form.words.length] ?? "";
    const before = words.slice(Math.max(0, i - 3), i).join(" ");
    const council = councilWord.test(next) || /(?:(?:borough|city|county|council) of|visit to|inspection of)$/.test(before);
    const alone = words.length === form.words.length;
    const word = form.words.length === 1 && !council && !alone && opensSentence(text, start.index);
    if (!postcode.test(next) && !word) found.push({ name: form.name, council });
    i += form.words.length - 1;
  }
  return found;
}

const frontBlocks = 40;
const mostCharacters = 1_000_000;

const longestFrontBlock = 20_000;

/** The first page, or the first blocks where the format has no pages. */
export function frontOf(source: SourceDocument): Block[] {
  const front = source.blocks.slice(0, frontBlocks);
  return source.pages === null ? front : front.filter((block) => block.page === null || block.page <= 1);
}

/** Short blocks that stand right before a postcode are the lines of an address. */
function isAddressLine(blocks: readonly Block[], index: number): boolean {
  const next = blocks[index + 1]?.text ?? "";
  return /^[A-Z]{1,2}\d{1,2}[A-Z]?\s+\d[A-Z]{2}$/.test(next);
}

/**
 * Name of the authority that a document is about: the one that its title and first page name,
 * and that the whole names most; "" when none is named.
 */
export function findAuthorityName(source: SourceDocument, authorities: readonly Authority[]): string {
  const index = indexForms(authorities);
  const scores = new Map<string, number>();
  const add = (text: string, plain: number, council: number): void => {
    for (const s of sightings(text, index)) scores.set(s.name, (scores.get(s.name) ?? 0) + (s.council ? council : plain));
  };
  add(source.title, 20, 30);
  const front = frontOf(source);
  const firstNamed = front
    .map((block) => sightings(block.text.slice(0, longestFrontBlock), index)[0]?.name)
    .find((name) => name !== undefined);
  if (firstNamed) scores.set(firstNamed, (scores.get(firstNamed) ?? 0) + 5);
  for (const [i, block] of front.entries()) {
    if (isAddressLine(front, i)) continue;
    const titled = block.kind === "heading" || /\b(?:inspection|visit|review) (?:of|to)\b/i.test(block.text.slice(0, 80));
    add(block.text.slice(0, longestFrontBlock), titled ? 12 : 2, titled ? 30 : 5);
  }
  let read = 0;
  for (const block of source.blocks) {
    add(block.text.slice(0, mostCharacters - read), 0.2, 1);
    read += block.text.length;
    if (read >= mostCharacters) break;
  }
  let best = "";
  let most = 0.9;
  for (const [name, score] of scores) if (score > most) [best, most] = [name, score];
  return best;
}

/**
 * The row of the register for a name. A name that an abolished and a present authority share is
 * settled by the date: the authority that still had figures then, otherwise the newest.
 */
export function authorityNamed(name: string, published: string, authorities: readonly Authority[]): Authority | null {
  const wanted = nameKey(name.replace(suffix, ""));
  const named = authorities.filter(
    (a) => formsOf(a.authority).some((form) => nameKey(form) === wanted) || nameKey(a.authority) === nameKey(name),
  );
  const year = Number(published.slice(0, 4));
  const byEnd = [...named].sort((a, b) => (a.last_year ?? 9999) - (b.last_year ?? 9999));
  return (year > 0 ? byEnd.find((a) => (a.last_year ?? 9999) >= year) : undefined) ?? byEnd.at(-1) ?? null;
}
