import type { Thresholds } from "../../words/concerns.ts";

/** A template after parsing: what an analyst wrote, with the line of each part for messages. */
export type Directive = {
  readonly name: string;
  /** Words after the name that are not settings. */
  readonly words: readonly string[];
  readonly settings: Readonly<Record<string, string>>;
  /** List lines that belong to it. */
  readonly items: readonly { readonly text: string; readonly line: number }[];
  readonly line: number;
};

export type TemplatePart =
  | { readonly kind: "directive"; readonly directive: Directive }
  | { readonly kind: "heading"; readonly level: 2 | 3; readonly text: string; readonly line: number }
  | { readonly kind: "paragraph"; readonly text: string; readonly line: number }
  | { readonly kind: "list"; readonly list: "numbers" | "bullets"; readonly items: readonly string[]; readonly line: number }
  | { readonly kind: "note"; readonly text: string; readonly line: number };

export type TemplatePage = { readonly section: string; readonly line: number; readonly parts: readonly TemplatePart[] };

/** The block between the lines of three hyphens. */
export type FrontMatter = {
  readonly title: string;
  readonly subtitle: string;
  /** Why the report comes to the panel, for the facts of the cover; empty: not printed. */
  readonly purpose: string;
  readonly panel: string;
  readonly reportOf: string;
  /** The council's full name; empty: as documents print it, or the authority's name. */
  readonly council: string;
  /** Fewest and most pages that the pack may have. */
  readonly pages: readonly [number, number];
  /** Targets by indicator, or "indicator / breakdown", in its unit. */
  readonly targets: Readonly<Record<string, number>>;
  /** From when on a verdict is a message or a question. */
  readonly thresholds: Thresholds;
  /** Line of each key, for messages. */
  readonly lines: Readonly<Record<string, number>>;
};

export type Template = {
  readonly id: string;
  readonly file: string;
  readonly front: FrontMatter;
  readonly pages: readonly TemplatePage[];
};

/** A template that cannot be used. Every problem is told at once, each with file and line. */
export class TemplateError extends Error {
  override readonly name = "TemplateError";
}
