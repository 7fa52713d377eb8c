import { readAlignedTable } from "./aligned-tables.ts";
import { draft, fold, isCaption, tableDraft, type Draft } from "./draft.ts";
import { withoutEmphasis, type Line } from "./text-lines.ts";
import { endsSentence, isBlankPageNote, isField, isGrade, looksLikeHeading, startsLower, wantsMore } from "./text-signs.ts";
import { readTextTable } from "./text-tables.ts";

/** Length that lines were wrapped at, from lines that another follows at once; Infinity when they were not. */
function wrapWidth(lines: readonly Line[]): number {
  const lengths: number[] = [];
  for (const [i, line] of lines.entries()) {
    const next = lines[i + 1];
    if (line.kind !== "blank" && next?.kind === "plain" && !line.whole.includes("\t")) lengths.push(line.whole.length);
  }
  lengths.sort((a, b) => a - b);
  const long = lengths[Math.floor(lengths.length * 0.8)] ?? 0;
  return lengths.length >= 3 && long >= 40 && long <= 160 ? long : Number.POSITIVE_INFINITY;
}

/** Whether a line reaches so far that the first word of the next did not fit, so that it was wrapped there. */
function isFull(lastLine: string, line: Line, width: number): boolean {
  const firstWord = line.whole.trimStart().split(" ", 1)[0]?.length ?? 0;
  return lastLine.length + firstWord + 1 > width - 6;
}

/** Whether a plain line goes on with the line directly above it. */
function goesOn(text: string, lastLine: string, line: Line, width: number): boolean {
  if (startsLower(line.text.trimStart()) || wantsMore(text)) return true;
  if (isField(line.text.trim()) || isGrade(line.text.trim()) || isCaption(line.text.trim())) return false;
  return isFull(lastLine, line, width) && (!endsSentence(text) || lastLine.length > width * 0.75) && !text.endsWith(":");
}

/** Depth of a heading below all those that the file marks. */
const deepest = 6;

/**
 * Level of the heading that a line is: 1 or 2 when it is underlined, the deepest when all of it is
 * bold in a file that marks its headings, 0 when it only looks like one; null when it is none.
 */
function headingLevel(lines: readonly Line[], index: number, marked: boolean): number | null {
  const line = lines[index];
  if (!line || line.kind !== "plain" || !looksLikeHeading(fold(withoutEmphasis(line.text)))) return null;
  const above = lines[index - 1];
  const below = lines[index + 1];
  if (above && above.kind !== "blank" && above.kind !== "rule") return null;
  if (below?.kind === "rule") return below.text.trimStart().startsWith("=") ? 1 : 2;
  if (below && below.kind !== "blank") return null;
  const bold = /^\s*\*\*[^*]+\*\*\s*$/.test(line.text);
  return marked ? (bold ? deepest : null) : 0;
}

/** Draft of a line that its marker tells: a heading, a numbered paragraph or a list item; null otherwise. */
function markedDraft(line: Line, text: string): Draft | null {
  if (line.kind === "heading") return draft({ kind: "heading", level: line.level, label: line.label, text });
  if (line.kind === "bullet") return draft({ kind: "list_item", level: line.level, text });
  if (line.kind !== "numbered") return null;
  const nested = line.level > 1;
  const lettered = /^[a-z]+$/.test(line.label);
  return draft({
    kind: nested || lettered ? "list_item" : "paragraph",
    level: nested ? line.level : lettered ? 1 : 0,
    label: line.label,
    text,
  });
}

/** What is being put together while the lines go by. */
class Gathering {
  readonly drafts: Draft[] = [];
  #pieces: string[] = [];
  #lastLine = "";
  #apart = true;
  readonly #width: number;

  constructor(width: number) {
    this.#width = width;
  }

  /** Ends the block; the next one stands apart from it. */
  close(): void {
    const last = this.drafts.at(-1);
    if (last && this.#pieces.length > 0) last.text = fold(withoutEmphasis(this.#pieces.join(" ")));
    this.#pieces = [];
    this.#apart = true;
  }

  open(found: Draft, line: Line): void {
    const apart = this.#apart;
    this.close();
    this.drafts.push({ ...found, line: line.line, page: line.page, apart });
    this.#keep(line.text, line);
  }

  add(table: Draft): void {
    const apart = this.#apart;
    this.close();
    this.drafts.push({ ...table, apart });
  }

  /** Adds a line to the block when it goes on with it; a number that the wrap put first starts nothing. */
  goesOn(line: Line): boolean {
    if (this.#apart || this.#pieces.length === 0) return false;
    const above = fold(this.#pieces.at(-1) ?? "");
    const wrapped =
      this.#lastLine.length < this.#width * 1.25 &&
      Number.isFinite(this.#width) &&
      isFull(this.#lastLine, line, this.#width) &&
      !endsSentence(above) &&
      !/[:;]$/.test(above);
    if (line.kind === "numbered" && line.indent === 0 && wrapped && /^\d/.test(line.label)) return this.#keep(line.whole, line);
    return line.kind === "plain" && goesOn(above, this.#lastLine, line, this.#width) && this.#keep(line.text, line);
  }

  #keep(text: string, line: Line): true {
    this.#pieces.push(text);
    this.#lastLine = line.whole;
    this.#apart = false;
    return true;
  }
}

/** Blocks as the lines show them, before sentences are joined across pages. `marked`: the file marks its headings. */
export function draftLines(lines: readonly Line[], marked: boolean): Draft[] {
  const gathering = new Gathering(wrapWidth(lines));
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (!line || line.kind === "blank" || line.kind === "rule") {
      gathering.close();
      continue;
    }
    const table = line.kind === "heading" ? null : (readTextTable(lines, i) ?? readAlignedTable(lines, i));
    if (table) {
      gathering.add(tableDraft(table.rows));
      i = table.end - 1;
      continue;
    }
    const text = fold(withoutEmphasis(line.text));
    if (text === "" || isBlankPageNote(text)) continue;
    const level = isCaption(text) ? null : headingLevel(lines, i, marked);
    if (level !== null) gathering.open(draft({ kind: "heading", level, text }), line);
    else if (!gathering.goesOn(line)) gathering.open(markedDraft(line, text) ?? draft({ kind: "paragraph", text }), line);
    if (line.kind === "heading") gathering.close();
  }
  gathering.close();
  return gathering.drafts.filter((d) => d.text !== "");
}
