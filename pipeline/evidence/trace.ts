import { remembered } from "../core/remembered.ts";
import type { Origin } from "./figures/figure.ts";
import { countsNamed, figureOf, inStanding, namesFor, speaksOf, standsIn } from "./match-number.ts";
import { originsOf } from "./origins.ts";
import { placesIn, quotedAround, type Place } from "./place.ts";
import { plainWords } from "./printed-numbers.ts";
import type { EvidenceIndex } from "./tables.ts";

/** A text as a pack prints it, or says it to those who listen, with the ids that it rests on. */
type PrintedText = { readonly text: string; readonly page: number; readonly restsOn: readonly string[] };
/** Where one printed number comes from; `figure` is null for a number without a source. */
type Traced = { readonly number: string; readonly id: string; readonly figure: string | null };
type Unsourced = { readonly page: number; readonly text: string; readonly number: string; readonly restsOn: readonly string[] };

const asPrinted = "words as they stand";
const nothing = { id: "", figure: null } as const;

/**
 * After the name of a place, or of England, only its own figures will do; before "in 2017/18", only those of that
 * year; without a year, none of an older year of the same measure.
 */
function meant(place: Place, all: readonly Origin[]): readonly Origin[] {
  const owner = ownerOf(place, all);
  const origins = owner === "" ? all : all.filter((from) => from.place === "" || from.place === owner);
  const named = origins.filter((from) => (namesFor(place, from) ?? []).length > 0);
  const among = named.length > 0 ? named : origins;
  const dated = place.time === "" ? [] : among.filter((from) => speaksOf(place.time, from));
  // Names of measures belong to no year: "the same placement for two years in 2024/25".
  if (dated.length > 0) return [...dated, ...among.filter(({ figures }) => figures.length === 0)];
  if (!datedKinds.has(place.number.kind) || (place.text.length < shortLabel && named.length === 0)) return among;
  const opened = place.opening === "" ? [] : among.filter((from) => speaksOf(place.opening, from));
  return opened.length > 0 ? [...opened, ...among.filter(({ point }) => point === null)] : among.filter((from) => isNewest(from, among));
}

const placesOf = new WeakMap<readonly Origin[], readonly string[]>();

/** The place that the words before a number name last, where figures of several could be told: "Kent 12% (221 of 1,896, 10% to 13%)". */
function ownerOf({ lead, isBare, number }: Place, origins: readonly Origin[]): string {
  if (isBare || !datedKinds.has(number.kind)) return "";
  const places =
    placesOf.get(origins) ??
    [...new Set(origins.map((from) => from.place))].filter((name) => name !== "").sort((a, b) => a.length - b.length);
  placesOf.set(origins, places);
  if (places.length < 2) return "";
  // Of two names that end together the longer is meant: "North Somerset", not "Somerset".
  return places.reduce(
    (last, name) =>
      lead.lastIndexOf(name) >= 0 && lead.lastIndexOf(name) + name.length >= (last === "" ? 0 : lead.lastIndexOf(last) + last.length)
        ? name
        : last,
    "",
  );
}

/** Numbers that are of one year: without one beside them, of the newest. */
const datedKinds: ReadonlySet<string> = new Set(["amount", "share", "range", "place"]);

/** Labels of a drawing stand at their year; sentences say it. */
const shortLabel = 24;

const isNewest = ({ point }: Origin, all: readonly Origin[]): boolean =>
  point === null || !all.some((other) => other.point !== null && other.point.measure === point.measure && other.point.end > point.end);

/** "8 to 10 of ten": the least and the most of one count over several rows, none of them left out. */
function acrossRows({ number }: Place, origins: readonly Origin[]): { id: string; figure: string | null } {
  if (number.kind !== "range" || number.measure !== "number" || number.value >= (number.of ?? 0)) return nothing;
  for (const from of origins) {
    for (const name of countsNamed(number.value, from)) {
      const all = origins.flatMap(({ figures }) => figures.filter((one) => one.name === name).map(({ value }) => value));
      if (Math.min(...all) === number.value && Math.max(...all) === number.of) return { id: from.id, figure: `${name}, over its rows` };
    }
  }
  return nothing;
}

function traceOne(place: Place, origins: readonly Origin[]): { id: string; figure: string | null } {
  const verbatim = (words: string): { id: string; figure: string } | null => {
    const from = origins.find((one) => standsIn(words, one));
    return from ? { id: from.id, figure: asPrinted } : null;
  };
  const standing = origins.find((one) => inStanding(place, one));
  if (standing) return { id: standing.id, figure: asPrinted };
  const quoted = quotedAround(place);
  if (quoted !== null && quoted.length > longName) return verbatim(quoted) ?? verbatim(place.sentence) ?? nothing;
  for (const from of meant(place, origins)) {
    const figure = figureOf(place, from);
    if (figure !== null) return { id: from.id, figure };
  }
  return verbatim(place.sentence) ?? acrossRows(place, origins);
}

/** Shorter words in quotation marks are names of things, longer ones are quoted: none of their numbers may differ. */
const longName = 24;

/** Every number of a text with the row that it comes from and the figure that it is there. */
export const traceNumbers = (text: string, origins: readonly Origin[]): Traced[] => tracePlain(plainWords(text), origins);

function tracePlain(plain: string, origins: readonly Origin[]): Traced[] {
  const places = placesIn(plain);
  if (places.length === 0) return [];
  const whole = origins.find((one) => standsIn(plain, one));
  if (whole) return places.map(({ number }) => ({ number: number.text, id: whole.id, figure: asPrinted }));
  return places.map((place) => ({ number: place.number.text, ...traceOne(place, origins) }));
}

/** Whether a text prints a number, in digits or words. */
export const hasNumbers = remembered((text): boolean => placesIn(plainWords(text)).length > 0);

/**
 * The numbers of printed texts that none of the rows which they rest on holds, nor any standing text: numbers
 * without a source. Empty when every number can be walked back.
 */
export function unsourcedNumbers(printed: readonly PrintedText[], index: EvidenceIndex): Unsourced[] {
  const origins = new Map<string, Origin[]>();
  return printed.flatMap(({ text, page, restsOn }) => {
    const plain = plainWords(text);
    if (placesIn(plain).length === 0) return [];
    const key = restsOn.join(" ");
    const from = origins.get(key) ?? originsOf(index, restsOn);
    origins.set(key, from);
    return tracePlain(plain, from)
      .filter(({ figure }) => figure === null)
      .map(({ number }) => ({ page, text: plain, number, restsOn }));
  });
}
