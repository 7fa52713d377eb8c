import type { EvidenceSnapshot } from "../evidence.ts";
import type { TemplatePage } from "../template/template.ts";
import { composePage, type ComposedPage } from "./page.ts";
import type { KnownBefore, Pack } from "./pack.ts";

type Read = { readonly again: (known: KnownBefore) => string; readonly value: string };
type Remembered = { readonly page: ComposedPage; readonly from: string; readonly to: EvidenceSnapshot; readonly reads: readonly Read[] };

/**
 * Composes the pages of a pack, round after round. A page is composed anew only where something differs that it
 * looked up: a page number, words of the round before, or the evidence that pages before it cite. The others,
 * which are most, stay as they are.
 */
export function openComposer(): (template: TemplatePage, index: number, pack: Pack) => ComposedPage {
  const remembered = new Map<number, Remembered>();
  return (template, index, pack) => {
    const from = pack.evidence.snapshot().key;
    const known = remembered.get(index);
    if (known && known.from === from && known.reads.every(({ again, value }) => again(pack) === value)) {
      pack.evidence.restore(known.to);
      return known.page;
    }
    const reads = new Map<string, Read>();
    const page = composePage(template, index, listening(pack, reads));
    remembered.set(index, { page, from, to: pack.evidence.snapshot(), reads: [...reads.values()] });
    return page;
  };
}

/** The pack, with a note taken of all that is looked up of the round before. */
function listening(pack: Pack, reads: Map<string, Read>): Pack {
  const note = (name: string, again: Read["again"]): void => {
    if (!reads.has(name)) reads.set(name, { again, value: again(pack) });
  };
  const noted = <Key extends "wordsBefore" | "mostRoom" | "absences" | "untold" | "sections">(key: Key): Pack[Key] => {
    note(key, (known) => JSON.stringify(known[key]));
    return pack[key];
  };
  return {
    input: pack.input,
    template: pack.template,
    data: pack.data,
    evidence: pack.evidence,
    pageOf: (anchor) => {
      note(`page of ${anchor}`, (known) => known.pageOf(anchor));
      return pack.pageOf(anchor);
    },
    pagesCiting: (number) => {
      note(`pages citing ${number}`, (known) => known.pagesCiting(number).join());
      return pack.pagesCiting(number);
    },
    get wordsBefore() {
      return noted("wordsBefore");
    },
    get mostRoom() {
      return noted("mostRoom");
    },
    get absences() {
      return noted("absences");
    },
    get untold() {
      return noted("untold");
    },
    get sections() {
      return noted("sections");
    },
  };
}
