import type { FontFace } from "../core/fonts.ts";

/** A run of text with one look and one origin. Absent look: that of the block it stands in. */
export type Span = {
  readonly text: string;
  readonly weight?: FontFace;
  readonly colour?: string;
  readonly size?: number;
  /** Named destination it leads to, and what a screen reader says of the link. */
  readonly link?: { readonly to: string; readonly description: string };
  /** Ids of the table rows that its figures come from. */
  readonly rests?: readonly string[];
};
