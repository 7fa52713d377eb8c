/** Small rules of English that every sentence needs. */

const small = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
const ordinals = ["", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"];

/** Words up to ten, figures above: "seven", "27", "1,348". Zero is "no", which goes before a noun. */
export function numberWord(n: number): string {
  return Number.isInteger(n) && n >= 0 && n <= 10 ? (small[n] ?? String(n)) : withCommas(String(n));
}

/** The group of an authority and its ten neighbours is written "eleven"; other sizes follow numberWord. */
export function groupWord(n: number): string {
  return n === 11 ? "eleven" : numberWord(n);
}

/** "first" to "eleventh", then "12th", "21st", "112th". */
export function ordinalWord(n: number): string {
  return ordinals[n] || ordinalFigure(n);
}

export function ordinalFigure(n: number): string {
  const tens = n % 100;
  const ending = tens >= 11 && tens <= 13 ? "th" : n % 10 === 1 ? "st" : n % 10 === 2 ? "nd" : n % 10 === 3 ? "rd" : "th";
  return `${withCommas(String(n))}${ending}`;
}

/** Thousands commas in the digits before the point. */
export function withCommas(digits: string): string {
  const [whole = "", fraction] = digits.split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** "a", "a and b", "a, b and c"; "a; b, c and d; and e" where an item holds a comma itself. */
export function joinList(items: readonly string[], word: "and" | "or" = "and"): string {
  if (items.length < 2) return items.join("");
  if (items.some((item) => item.includes(", "))) return `${items.slice(0, -1).join("; ")}; ${word} ${items[items.length - 1]}`;
  return `${items.slice(0, -1).join(", ")} ${word} ${items[items.length - 1]}`;
}

export function capitalise(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** Lower-case start for use inside a sentence, except for abbreviations such as SDQ. */
export function lowerFirst(text: string): string {
  return /^[A-Z](?![A-Z])/.test(text) ? text.slice(0, 1).toLowerCase() + text.slice(1) : text;
}

const irregular: Readonly<Record<string, string>> = { children: "child", people: "person", "young people": "young person" };

/** The noun for a number: "1 child", "2 children". Takes the plural, since indicators declare that. */
export function countable(n: number, plural: string): string {
  return n === 1 ? singular(plural) : plural;
}

/** "care leavers aged 19 to 21" to "care leaver aged 19 to 21". */
export function singular(plural: string): string {
  const [, head = plural, tail = ""] = /^(.*?)( aged .*)?$/.exec(plural) ?? [];
  const known = irregular[head];
  if (known) return known + tail;
  if (/\bchildren\b/.test(head)) return head.replace(/\bchildren\b/, "child") + tail;
  return head.replace(/ies$/, "y").replace(/([^s])s$/, "$1") + tail;
}

/** A predicate written for many, for one: "were in work" to "was in work". */
export function forOne(predicate: string): string {
  return predicate.replace(/^were\b/, "was");
}

/** Ends a sentence once: no doubled full stop after "St." or a closing mark. */
export function endSentence(text: string): string {
  return /[.?!…”]$/.test(text) ? text : `${text}.`;
}
