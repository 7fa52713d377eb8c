import type { ChartData, Measure } from "../../charts/data.ts";
import type { RestedLabel } from "../../charts/rested.ts";
import type { DrawList } from "../../charts/render/draw-list.ts";
import { withoutSpaces } from "../../core/hash.ts";
import type { ChartRow } from "../../model/chart.ts";
import { cellRef, type Comparison } from "../../model/comparison.ts";
import type { Indicator } from "../../model/indicator.ts";
import type { Slice } from "../../model/tables.ts";
import type { Sentence } from "../../words/sentence.ts";
import type { EvidenceRegister } from "../evidence.ts";
import type { Piece, Tag } from "../ink.ts";
import type { Span } from "../span.ts";
import type { Directive, Template } from "../template/template.ts";

export type PackOptions = {
  /** YYYY-MM-DD, or "" when it is not known. */
  readonly meetingDate: string;
  readonly agendaItem: string;
  /** Report date, YYYY-MM-DD: the only date a pack knows as today. */
  readonly date: string;
  /** Whether small counts are shown. */
  readonly internal: boolean;
};

type SetDrawing = {
  readonly width: number;
  readonly height: number;
  readonly list: DrawList;
  readonly note: string;
  readonly ticks?: readonly string[];
  readonly labels: readonly RestedLabel[];
};

/** A chart as pipeline/charts hands it over. */
export type PackChart = {
  readonly row: ChartRow;
  readonly pack: SetDrawing | null;
  /** The same at the height of a second chart on a page. */
  readonly supporting?: SetDrawing | null;
};

export type PackInput = Slice & {
  readonly charts: readonly PackChart[];
  readonly indicators: readonly Indicator[];
  readonly options: PackOptions;
};

/** What a round of composing knows of the round before. */
export type KnownBefore = {
  /** Page of an anchor as text; "0" until the first layout is known. */
  pageOf(anchor: string): string;
  /** Pages that cite a piece of evidence. */
  pagesCiting(number: string): readonly number[];
  /** Everything the pack printed in the round before; "" in the first. */
  readonly wordsBefore: string;
  /** Most that a page with room is given beyond what it asks for. */
  readonly mostRoom: number;
  /** What pages looked for and did not find, and doubts that they had no room for, in the round before: for the page on data quality. */
  readonly absences: readonly string[];
  readonly untold: readonly (readonly Span[])[];
  /** Anchor and title of each section, in order. */
  readonly sections: readonly { readonly anchor: string; readonly title: string }[];
};

/** What every composer of a pack can look up. */
export type Pack = KnownBefore & {
  readonly input: PackInput;
  readonly template: Template;
  readonly data: ChartData;
  readonly evidence: EvidenceRegister;
};

/** One template page under composition. */
export type Sheetwork = {
  readonly pack: Pack;
  readonly section: string;
  readonly path: readonly Tag[];
  /** A key that no other element of the pack has. */
  key(): string;
  /** Set by a ::focus that finds no measure with a figure: the page then says nothing of others either. */
  unfocused: boolean;
  /** Measures that "lead", "second" and so on stand for on this page. */
  readonly focus: Measure[];
  /**
   * How much to cut: 0 at first. A page that overflows and that a directive asked to keep to one sheet
   * is composed again with 1, 2 and so on: words first, then rows.
   */
  readonly trim: number;
  /** How much to add: 0 at first, more for a page that asked for it and leaves much of its sheet empty. */
  readonly room: number;
  /** Set by directives whose page is one sheet, whatever it takes. */
  oneSheet: boolean;
  /** Set by directives that have more to say than they say at first, where there is room. */
  grows: boolean;
  /** Set by directives whose page is not parted to fill the rest of the sheet before it. */
  whole: boolean;
  /** What this page looked for and did not find: said here if the page has anything else, otherwise with the data quality. */
  readonly absent: string[];
  /** Doubts on figures of this page that it has no room to tell. */
  readonly untold: (readonly Span[])[];
  /** Title, if a directive set one. */
  title: readonly Span[] | null;
  readonly pieces: Piece[];
  /** Notes that hang from the bottom of the page. */
  readonly notes: (readonly Span[])[];
  /** Blocks that hang above the notes, such as the three columns of a theme's foot. */
  readonly foot: Piece[];
};

/** What a setting may be: a whole number of one or more, any words, or one of these. */
type SettingKind = "number" | "text" | readonly string[];

export type Composer = {
  /** Settings that it takes. */
  readonly settings: Readonly<Record<string, SettingKind>>;
  /** What its words are: names from a list, measures, or anything. */
  readonly words: "none" | "measures" | "text" | "chart" | readonly string[];
  /** Whether list lines may stand below it. */
  readonly items: "none" | "text" | "groups";
  compose(sheet: Sheetwork, directive: Directive): void;
};

/** The id by which words say that they stand so in the pack's template. */
export const templateRef = (template: Pick<Template, "id">): string => withoutSpaces(`template:${template.id}`);
/** The id of a target that the template sets, by the measure as its author wrote it. */
export const templateTargetRef = (template: Pick<Template, "id">, measure: string): string =>
  withoutSpaces(`target:${template.id}:${measure}`);
/** The id of the page of an anchor, for page numbers in the text. */
export const pageRef = (anchor: string): string => `page:${anchor}`;
/** "page 9", leading to an anchor. */
export const pageLink = (pack: Pack, anchor: string): Span => ({
  text: `page ${pack.pageOf(anchor)}`,
  rests: [pageRef(anchor)],
  link: { to: anchor, description: `Page ${pack.pageOf(anchor)}` },
});
/** The id of what the command line or the authority's row gave: what fills a gap of the template. */
export const givenRef = (gap: string): string => `given:${gap}`;
/** The id of a row's own number in a table that counts its rows. */
export const rowRef = (number: number | string): string => `row:${number}`;
export const spanOf = (sentence: Sentence): Span => ({ text: sentence.text, rests: sentence.restsOn });
/** The id of a comparison, or of some of its columns for a cell that prints no more. */
export const restsOn = (row: Comparison | undefined, ...columns: readonly (keyof Comparison & string)[]): readonly string[] =>
  row ? [cellRef(row.comparison_id, columns)] : [];
