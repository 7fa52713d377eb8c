import type { FontFace } from "../core/fonts.ts";

/** Standard structure types that packs use. */
export type StandardTag =
  | "Sect"
  | "H1"
  | "H2"
  | "H3"
  | "P"
  | "L"
  | "LI"
  | "Lbl"
  | "LBody"
  | "TOC"
  | "TOCI"
  | "Reference"
  | "Table"
  | "THead"
  | "TBody"
  | "TR"
  | "TH"
  | "TD"
  | "Figure"
  | "Caption"
  | "Link"
  | "Span";

export type Box = { x: number; y: number; width: number; height: number };

/** One element of the structure tree. Marks whose paths share a key belong to the same element. */
export type Tag = {
  readonly key: string;
  readonly tag: StandardTag;
  /** Alternative text; figures must have it. */
  readonly alt?: string;
  /** Ids of the rows that the alternative text speaks of; those of its labels where it has none. */
  readonly rests?: readonly string[];
  readonly scope?: "Row" | "Column";
  readonly columnSpan?: number;
  /** For figures: the area they fill, relative to the piece. */
  readonly box?: Box;
  /** For lists with labels. */
  readonly numbering?: "Decimal" | "LowerAlpha" | "Disc";
  /** For links: the named destination and what a screen reader says of it. */
  readonly link?: { readonly to: string; readonly description: string };
};

export type PathCommand =
  | readonly ["M", number, number]
  | readonly ["L", number, number]
  | readonly ["C", number, number, number, number, number, number]
  | readonly ["Z"];

export type TextInk = {
  readonly kind: "text";
  readonly x: number;
  /** Baseline. */
  readonly y: number;
  readonly width: number;
  readonly text: string;
  readonly size: number;
  readonly weight: FontFace;
  readonly colour: string;
  readonly tracking: number;
  /** Ids of the table rows that the printed figures come from. */
  readonly rests: readonly string[];
};
export type PathInk = {
  readonly kind: "path";
  readonly commands: readonly PathCommand[];
  readonly fill?: string;
  readonly stroke?: string;
  readonly width?: number;
  readonly dash?: readonly number[];
  readonly round?: boolean;
};
/** Drawn by the function that is given the page; only charts from pipeline/charts use it. */
export type Ink = TextInk | PathInk;

/** Inks of one element, in reading order; an empty path is an artifact. */
export type Mark = { readonly path: readonly Tag[]; readonly inks: readonly Ink[] };

/** Something that a page break never splits; coordinates are relative to its top left corner on the page's left edge. */
export type Piece = {
  readonly height: number;
  /** Space above it, dropped at the top of a page. */
  readonly before: number;
  readonly marks: readonly Mark[];
  readonly keepWithNext: boolean;
  /** Drawn again above it, as an artifact, when it starts a page: the head of its table. */
  readonly head: { readonly height: number; readonly marks: readonly Mark[] } | null;
  /** Name under which pages, links and bookmarks find it. */
  readonly anchor: string;
};

export function piece(parts: Partial<Piece> & Pick<Piece, "height" | "marks">): Piece {
  return { before: 0, keepWithNext: false, head: null, anchor: "", ...parts };
}

function moveCommand(command: PathCommand, dx: number, dy: number): PathCommand {
  switch (command[0]) {
    case "Z":
      return command;
    case "C":
      return ["C", command[1] + dx, command[2] + dy, command[3] + dx, command[4] + dy, command[5] + dx, command[6] + dy];
    default:
      return [command[0], command[1] + dx, command[2] + dy];
  }
}

export function moveInk(ink: Ink, dx: number, dy: number): Ink {
  return ink.kind === "text"
    ? { ...ink, x: ink.x + dx, y: ink.y + dy }
    : { ...ink, commands: ink.commands.map((command) => moveCommand(command, dx, dy)) };
}

/** The same marks elsewhere, boxes of figures included. */
export function moveMarks(marks: readonly Mark[], dx: number, dy: number): Mark[] {
  return marks.map((mark) => ({
    path: mark.path.map((tag) => (tag.box ? { ...tag, box: { ...tag.box, x: tag.box.x + dx, y: tag.box.y + dy } } : tag)),
    inks: mark.inks.map((ink) => moveInk(ink, dx, dy)),
  }));
}

export function rule(x1: number, x2: number, y: number, width: number, colour: string): Mark {
  return {
    path: [],
    inks: [
      {
        kind: "path",
        commands: [
          ["M", x1, y],
          ["L", x2, y],
        ],
        stroke: colour,
        width,
      },
    ],
  };
}
