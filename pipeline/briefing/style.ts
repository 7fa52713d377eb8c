import type { FontFace } from "../core/fonts.ts";

/** A4 and the frame of every page, in points; y runs down from the top edge. */
export const page = {
  width: 595.28,
  height: 841.89,
  left: 51,
  right: 544,
  content: 493,
  headerBaseline: 40,
  headerRule: 47,
  titleTop: 60,
  /** Where the first block starts on a page that carries on from the one before. */
  continuedTop: 62,
  bottom: 790,
  /** Least space between the content and the notes that hang from the bottom. */
  aboveNotes: 10,
  footerRule: 801,
  footerBaseline: 816,
} as const;

export const ink = {
  text: "#1A1A1A",
  grey: "#595959",
  blue: "#12436D",
  turquoise: "#28A197",
  orange: "#F46A25",
  pink: "#801650",
  rule: "#BFBFBF",
  row: "#D9D9D9",
  white: "#FFFFFF",
} as const;

export type TextStyle = {
  readonly size: number;
  readonly line: number;
  readonly weight: FontFace;
  readonly colour: string;
  /** Added to every advance, in points. */
  readonly tracking?: number;
};

export const type = {
  coverTitle: { size: 40, line: 42, weight: "Semibold", colour: ink.blue, tracking: -0.6 },
  coverSubtitle: { size: 16, line: 21, weight: "Regular", colour: ink.text },
  coverCouncil: { size: 14, line: 18, weight: "Semibold", colour: ink.text },
  pageTitle: { size: 22, line: 26, weight: "Semibold", colour: ink.blue, tracking: -0.1 },
  section: { size: 14, line: 18, weight: "Semibold", colour: ink.text },
  side: { size: 12, line: 16, weight: "Semibold", colour: ink.blue },
  footHead: { size: 11, line: 14, weight: "Semibold", colour: ink.blue },
  foot: { size: 11, line: 14, weight: "Regular", colour: ink.text },
  keyNumber: { size: 24, line: 24, weight: "Semibold", colour: ink.blue },
  body: { size: 12, line: 16, weight: "Regular", colour: ink.text },
  strong: { size: 12, line: 16, weight: "Semibold", colour: ink.text },
  label: { size: 12, line: 16, weight: "Regular", colour: ink.grey },
  chartTitle: { size: 12, line: 15, weight: "Semibold", colour: ink.text },
  chartSubtitle: { size: 12, line: 15, weight: "Regular", colour: ink.grey },
  cell: { size: 11, line: 13.5, weight: "Regular", colour: ink.text },
  cellStrong: { size: 11, line: 13.5, weight: "Semibold", colour: ink.text },
  cellOwn: { size: 11, line: 13.5, weight: "Semibold", colour: ink.blue },
  head: { size: 11, line: 13, weight: "Regular", colour: ink.grey },
  headSmall: { size: 10, line: 12, weight: "Regular", colour: ink.grey },
  note: { size: 10, line: 13, weight: "Regular", colour: ink.grey },
  header: { size: 10, line: 13, weight: "Semibold", colour: ink.blue },
  headerSlot: { size: 10, line: 13, weight: "Semibold", colour: ink.text },
} as const satisfies Record<string, TextStyle>;

/** Distance from the top of a line to its baseline. */
export function baselineIn(style: TextStyle): number {
  return (style.line - style.size) / 2 + style.size * 0.83;
}
