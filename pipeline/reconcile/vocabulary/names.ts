/** Words parted by blanks and line breaks, each as a check compares it. */
export const wordSet = (words: string, as: (word: string) => string = (word) => word): ReadonlySet<string> =>
  new Set(words.trim().split(/\s+/u).map(as));

/** Words that every label of a report on children may hold, so that they tell no row from another. */
const common = wordSet("you your our with from that this their have were been looked after children within rate number total");

/** Words of a label that can tell its row from others, each once; a check may hold other words for common. */
export const contentWords = (label: string, without: ReadonlySet<string> = common): string[] =>
  [...new Set(label.toLowerCase().match(/[a-z]{3,}/g) ?? [])].filter((word) => !without.has(word));

/** "Vacancies" and "vacancy", "assessed" and "assessing" are one word. */
export const stem = (word: string): string => word.replace(/(?:ies|es|s|ed|ing|y)$/u, "").slice(0, 7);
/** "Exclusions" and "excluded" are one thing: shorter than a stem, for nouns set against verbs. */
export const root = (word: string): string => word.slice(0, 5);

/** The words that name a thing, whatever their endings, each once. */
export const stemsOf = (text: string, without?: ReadonlySet<string>): Set<string> => new Set(contentWords(text, without).map(stem));

/** A text names a row or a column when it holds all words of its label. */
export function isNamedIn(label: string, text: ReadonlySet<string>, without?: ReadonlySet<string>): boolean {
  const words = stemsOf(label, without);
  return words.size > 0 && [...words].every((word) => text.has(word));
}

export const isWithin = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => [...a].every((one) => b.has(one));
/** Two texts say the same: their words are the same ones. */
export const areSame = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => a.size === b.size && isWithin(a, b);
