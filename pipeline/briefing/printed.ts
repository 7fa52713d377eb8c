import { parseCellRef } from "../model/comparison.ts";
import type { Mark, Tag, TextInk } from "./ink.ts";

/** A text as a page prints it, or says it in place of a picture, with the ids that its numbers come from. */
export type Printed = { readonly text: string; readonly page: number; readonly restsOn: readonly string[] };

type Run = { readonly texts: string[]; readonly mark: Mark; readonly rests: readonly string[] };

const hasWords = (text: string): boolean => /[\p{L}\d]/u.test(text);
const isText = (ink: Mark["inks"][number]): ink is TextInk => ink.kind === "text";
/** A page or section is too much to be the origin of one text. */
const isWide = (tag: Tag): boolean => tag.tag === "Sect";

/** Lines of one sentence are one text; each label of a picture stands for itself. */
function runsOf(mark: Mark): Run[] {
  const runs: Run[] = [];
  const apart = mark.path.at(-1)?.tag === "Figure";
  for (const ink of mark.inks.filter(isText)) {
    const last = runs.at(-1);
    if (last && !apart && last.rests === ink.rests) last.texts.push(ink.text);
    else runs.push({ texts: [ink.text], mark, rests: ink.rests });
  }
  return runs;
}

/** The rows of cells, whole: a name or a verdict may speak of any of their columns. */
const wholeRows = (ids: ReadonlySet<string>): string[] => [...new Set([...ids].map((id) => parseCellRef(id)?.id ?? id))];

/** What stands in each element, by its key: the ids of all texts and pictures inside it. */
function insides(marks: readonly Mark[]): ReadonlyMap<string, ReadonlySet<string>> {
  const inside = new Map<string, Set<string>>();
  for (const mark of marks) {
    const ids = [...mark.inks.filter(isText).flatMap((ink) => ink.rests), ...mark.path.flatMap((tag) => tag.rests ?? [])];
    if (ids.length === 0) continue;
    for (const tag of mark.path.filter((one) => !isWide(one))) {
      const known = inside.get(tag.key) ?? new Set<string>();
      for (const id of ids) known.add(id);
      inside.set(tag.key, known);
    }
  }
  return inside;
}

/**
 * Everything that the pages of a pack print inside their tags, and the words for their pictures. A text without
 * rows of its own rests on those of the smallest element round it that has some: a verdict on its cell's, the name of
 * a row on its row's. Words in the head of a table take the whole table's only where they hold a number.
 */
export function printedOn(pages: readonly (readonly Mark[])[]): Printed[] {
  const tagged = pages.map((marks) => marks.filter((mark) => mark.path.length > 0));
  // An element may go on over pages, so that its insides are those of the whole pack.
  const inside = insides(tagged.flat());
  const around = (text: string, path: readonly Tag[]): readonly string[] => {
    const nearest = [...path].reverse().find((tag) => !isWide(tag) && inside.has(tag.key));
    const isHead = path.some((tag) => tag.tag === "THead") && nearest?.tag === "Table";
    return nearest && (!isHead || /\d/.test(text)) ? wholeRows(inside.get(nearest.key) ?? new Set()) : [];
  };
  return tagged.flatMap((marks, at) => {
    const told = new Set<string>();
    return marks.flatMap((mark): Printed[] => {
      const printed = runsOf(mark).map(({ texts, rests }) => ({ text: texts.join("").trim(), page: at + 1, restsOn: rests }));
      const picture = mark.path.at(-1);
      if (picture?.alt && !told.has(picture.key)) {
        told.add(picture.key);
        printed.push({ text: picture.alt, page: at + 1, restsOn: picture.rests ?? [] });
      }
      return printed
        .filter(({ text }) => hasWords(text))
        .map((one) => (one.restsOn.length > 0 ? one : { ...one, restsOn: around(one.text, mark.path) }));
    });
  });
}
