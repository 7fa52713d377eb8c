import { numberOf, upToTwelve } from "./number-words.ts";

/** A length of time or way, or how often something is done, by which a figure is counted: "20 working days", "every 6 weeks". */
export type Length = { many: number; kind: string; unit: string };

const number = `(\\d+|${upToTwelve}|fifteen|eighteen|twenty(?:-[a-z]+)?|thirty|forty(?:-[a-z]+)?)`;
const unit = "(hour|day|week|month|term|year|mile|kilometre)s?";
const length = new RegExp(`\\b${number}[- ](?:(working|calendar|school)[- ])?${unit}\\b(?! (?:olds?|ago|before|earlier|later)\\b)`, "giu");
/** "Every month", "each term", "a year", by one word. */
const single = /\b(?:every|each|once an?|once every) (working |calendar |school )?(hour|day|week|month|term|year)\b/giu;
const adverbs: readonly (readonly [RegExp, string])[] = [
  [/\bweekly\b/giu, "week"],
  [/\bmonthly\b/giu, "month"],
  [/\btermly\b/giu, "term"],
  [/\b(?:annual(?:ly)?|yearly)\b/giu, "year"],
];
/** "Theirs allows ten": the unit stands beside the other. */
const bare = new RegExp(`\\b${number}(?=[.,;)]|$)`, "iu");

const once = (lengths: readonly Length[]): Length[] =>
  lengths.filter((one, at) => lengths.findIndex((other) => areOneLength(one, other)) === at);

/** The lengths that a text tells, each once, in the order in which they are looked for. */
export function lengthsIn(text: string): Length[] {
  const told = [...text.matchAll(length)].map(([, many = "", kind = "", name = ""]) => ({
    many: numberOf(many) ?? Number(many),
    kind: kind.toLowerCase(),
    unit: name.toLowerCase(),
  }));
  const singles = [...text.matchAll(single)].map(([, kind = "", name = ""]) => ({
    many: 1,
    kind: kind.trim().toLowerCase(),
    unit: name.toLowerCase(),
  }));
  const named = adverbs.flatMap(([words, name]) => [...text.matchAll(words)].map(() => ({ many: 1, kind: "", unit: name })));
  return once([...told, ...singles, ...named]);
}

/** The one length of a text, taking its unit from that beside it when it has none. */
export function lengthBeside(text: string, beside: Length | null): Length | null {
  const told = lengthsIn(text);
  if (told.length > 0 || beside === null) return told.length === 1 ? (told[0] ?? null) : null;
  const many = bare.exec(text)?.[1];
  return many === undefined ? null : { ...beside, many: numberOf(many) ?? Number(many) };
}

const days: Readonly<Record<string, number>> = { hour: 1 / 24, day: 1, week: 7, month: 30.4, year: 365 };
/** Twelve months are a year and 26 weeks half of one; 20 working days are not 28 days, which holidays lengthen. */
export function areOneLength(a: Length, b: Length): boolean {
  if (a.kind !== b.kind && a.kind !== "" && b.kind !== "") return false;
  const [one, other] = [a, b].map(({ many, unit }) => many * (days[unit] ?? NaN));
  if (a.unit === b.unit || Number.isNaN(one) || Number.isNaN(other)) return a.unit === b.unit && a.many === b.many;
  return Math.abs((one ?? 0) - (other ?? 0)) <= 0.03 * Math.max(one ?? 0, other ?? 0);
}

export const formatLength = ({ many, kind, unit: name }: Length): string =>
  `${many} ${kind === "" ? "" : `${kind} `}${name}${many === 1 ? "" : "s"}`;

/** "For more than two years", "within 20 miles", "every six weeks": what those have in common that a share counts. */
const held = new RegExp(
  `\\b(?:for|lasting|lasted|beyond|(?:more|less|fewer|longer) than|at least|up to|over|under|within|every) (?:at least |more than |over |up to |a |an |one )*(?:${number}[- ])?(?:(?:week|month|term|year)s?\\b(?! (?:to|ending|ended|in|of)\\b)|(?:mile|kilometre)s?\\b)|\\b(?:each|once an?|once every) (?:month|week|term|year)\\b|\\b(?:weekly|monthly|termly)\\b`,
  "giu",
);
export const heldLengthsIn = (text: string): string[] =>
  once([...text.matchAll(held)].flatMap(([words]) => lengthsIn(words.replace(/\b(?:an?|one) (?=year|month|week|term|mile)/iu, "1 ")))).map(
    formatLength,
  );
export function areOneHeld(a: string, b: string): boolean {
  const [one, other] = [lengthsIn(a)[0], lengthsIn(b)[0]];
  // A distance is no time.
  const [far, long] = [one, other].map((each) => each?.unit === "mile" || each?.unit === "kilometre");
  return one === undefined || other === undefined || far !== long || areOneLength(one, other);
}
