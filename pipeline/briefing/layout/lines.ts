import { textWidth } from "../../core/fonts.ts";
import { remembered } from "../../core/remembered.ts";
import type { Mark, Tag, TextInk } from "../ink.ts";
import type { Span } from "../span.ts";
import { baselineIn, type TextStyle } from "../style.ts";

/** What stands between two places where a line may break: text of one or more spans without a space. */
type Fragment = { readonly text: string; readonly span: Span };
type Word = readonly Fragment[];
export type Line = { readonly words: readonly Word[]; readonly width: number };

function styleOf(span: Span, style: TextStyle): TextStyle {
  return {
    ...style,
    ...(span.weight && { weight: span.weight }),
    ...(span.colour && { colour: span.colour }),
    ...(span.size && { size: span.size }),
  };
}

const widths = new Map<string, number>();

/** Advance of text in a style, tracking included. Words are kept: packs set the same ones again and again. */
export function widthOf(text: string, style: TextStyle): number {
  const key = `${style.weight}${text}`;
  let thousandths = widths.get(key);
  if (thousandths === undefined) {
    thousandths = textWidth(text, 1000, style.weight);
    widths.set(key, thousandths);
  }
  return (thousandths * style.size) / 1000 + (style.tracking ?? 0) * text.length;
}

/** Words and the spaces between them. A pack is laid out several times, so that texts come again. */
const partsOf = remembered((text): readonly string[] => tie(text).split(/( +)/));

function wordsOf(spans: readonly Span[]): Word[] {
  const words: Fragment[][] = [];
  let open = false;
  for (const span of spans) {
    for (const part of partsOf(span.text)) {
      if (part === "") continue;
      if (part.startsWith(" ")) {
        open = false;
      } else if (open) {
        words.at(-1)?.push({ text: part, span });
      } else {
        words.push([{ text: part, span }]);
        open = true;
      }
    }
  }
  return words;
}

const months = "January|February|March|April|May|June|July|August|September|October|November|December";
/** One list for all, by which the lines of one text are known to belong together. */
const ofNothing: readonly string[] = [];

const dayAndMonth = new RegExp(`(\\d{1,2}) (?=${months})`, "g");

const smallNumbers = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve";
const countOf = new RegExp(`\\b(${smallNumbers}) of (?=(?:${smallNumbers})\\b)`, "gi");

/** No line ends between a day and its month, "page" and its number, the two ends of a range of ages, or the two numbers of "three of ten". */
export function tie(text: string): string {
  return text
    .replace(/\b(\d{1,2}) to (?=\d{1,2}\b(?!\/))/g, "$1\u00a0to\u00a0")
    .replace(dayAndMonth, "$1\u00a0")
    .replace(/\b([Pp]ages?|[Tt]able|[Aa]ction|item) (?=\d)/g, "$1\u00a0")
    .replace(/(\d) (?=of \d)/g, "$1\u00a0")
    .replace(/\bof (?=\d+[,.;)]?(?: |$))/g, "of\u00a0")
    .replace(/\b(age|aged|under|over) (?=\d)/g, "$1\u00a0")
    .replace(countOf, "$1\u00a0of\u00a0")
    .replace(/(\d) (?=(?:points?|days?|weeks?|months?|miles?)\b)/g, "$1\u00a0");
}

/** The first candidate that fits one line; the last when none does. */
export function oneLine(candidates: readonly string[], width: number, style: TextStyle): string {
  return candidates.find((text) => widthOf(text, style) <= width) ?? candidates.at(-1) ?? "";
}

const wordWidth = (word: Word, style: TextStyle): number =>
  word.reduce((sum, part) => sum + widthOf(part.text, styleOf(part.span, style)), 0);

/** Width of the space after a word, in the look of its last fragment. */
const spaceAfter = (word: Word, style: TextStyle): number => {
  const last = word.at(-1);
  return widthOf(" ", last ? styleOf(last.span, style) : style);
};

function breakGreedily(words: readonly Word[], width: number, style: TextStyle): Line[] {
  const lines: Line[] = [];
  let line: Word[] = [];
  let used = 0;
  for (const word of words) {
    const own = wordWidth(word, style);
    const before = line.at(-1);
    const gap = before ? spaceAfter(before, style) : 0;
    if (before && used + gap + own > width + 0.01) {
      lines.push({ words: line, width: used });
      line = [word];
      used = own;
    } else {
      line.push(word);
      used += gap + own;
    }
  }
  if (line.length > 0) lines.push({ words: line, width: used });
  return lines;
}

/** A last line shorter than this part of the measure looks like a slip. */
const shortestEnd = 0.16;

/** Least of a line that may stand before a sentence that has a line of its own. */
const fullEnough = 0.55;

/** Two lines of which the second is the last sentence; null where it does not fit one, or would leave the first too short. */
function breakAtSentence(words: readonly Word[], width: number, style: TextStyle): Line[] | null {
  const start = words.findLastIndex((word, at) => at < words.length - 1 && /[.?!]$/.test(word.at(-1)?.text ?? "")) + 1;
  if (start === 0) return null;
  const lines = [breakGreedily(words.slice(0, start), width, style), breakGreedily(words.slice(start), width, style)].flat();
  return lines.length === 2 && (lines[0]?.width ?? 0) >= width * fullEnough ? lines : null;
}

/**
 * Lines of at most `width`. Of two lines the second is the last sentence where that fits. A last line of a single word, or of two short ones, is avoided by making the measure narrower
 * for as long as the number of lines stays the same. `balance` does it until the lines are as even
 * as they can be, for titles. A word wider than the line stands alone and overflows: the caller's
 * check of overflow reports it.
 */
export function breakLines(spans: readonly Span[], width: number, style: TextStyle, balance = false): Line[] {
  const words = wordsOf(spans);
  const lines = breakGreedily(words, width, style);
  if (lines.length < 2) return lines;
  const parted = lines.length === 2 && !balance ? breakAtSentence(words, width, style) : null;
  if (parted) return parted;
  const endsWell = (tried: readonly Line[]): boolean =>
    (tried.at(-1)?.words.length ?? 0) > 1 && (tried.at(-1)?.width ?? 0) >= width * shortestEnd;
  if (!balance && endsWell(lines)) return lines;
  let best = lines;
  for (let narrower = width - 2; narrower > width * 0.5; narrower -= 2) {
    const tried = breakGreedily(words, narrower, style);
    if (tried.length > lines.length) break;
    best = tried;
    if (!balance && endsWell(tried)) break;
  }
  return best;
}

/**
 * Lines of a page title: broken after a comma or semicolon where both halves fit, otherwise evenly.
 */
export function breakTitle(spans: readonly Span[], width: number, style: TextStyle): Line[] {
  const words = wordsOf(spans);
  if (breakGreedily(words, width, style).length !== 2) return breakLines(spans, width, style, true);
  const breaks = words
    .map((word, at) => ({ at: at + 1, ends: /[,;:]$/.test(word.at(-1)?.text ?? "") }))
    .filter(({ at, ends }) => ends && at < words.length)
    .map(({ at }) => [breakGreedily(words.slice(0, at), width, style), breakGreedily(words.slice(at), width, style)].flat())
    .filter((lines) => lines.length === 2 && (lines[1]?.words.length ?? 0) > 1 && lines.every((line) => line.width > width * 0.35))
    .sort((a, b) => spread(a) - spread(b));
  return breaks[0] ?? breakLines(spans, width, style, true);
}

const spread = (lines: readonly Line[]): number => Math.abs((lines[0]?.width ?? 0) - (lines[1]?.width ?? 0));

export type Place = { readonly x: number; readonly y: number; readonly width?: number; readonly align?: "left" | "right" | "centre" };

/**
 * The marks of lines set below one another from `place.y`. Links become marks of their own below
 * `path`. Every line but the last ends in a space, so that a reader of the tags hears two words and not one.
 */
export function setLines(lines: readonly Line[], place: Place, style: TextStyle, path: readonly Tag[]): Mark[] {
  const marks: { path: readonly Tag[]; inks: TextInk[] }[] = [];
  const put = (target: Span["link"], ink: TextInk): void => {
    const tag: Tag | null = target
      ? { key: `${path.at(-1)?.key ?? ""}/link-${target.to}-${ink.x.toFixed(2)}-${ink.y.toFixed(2)}`, tag: "Link", link: target }
      : null;
    const last = marks.at(-1);
    if (!tag && last && last.path === path) last.inks.push(ink);
    else marks.push({ path: tag ? [...path, tag] : path, inks: [ink] });
  };
  lines.forEach((line, index) => {
    const free = (place.width ?? 0) - line.width;
    let x = place.x + (place.align === "right" ? free : place.align === "centre" ? free / 2 : 0);
    const y = place.y + index * style.line + baselineIn(style);
    const runs: { text: string; span: Span }[] = [];
    line.words.forEach((word, at) => {
      const lastWord = at === line.words.length - 1;
      word.forEach((part, position) => {
        const ends = position === word.length - 1 && (!lastWord || index < lines.length - 1);
        const text = part.text + (ends ? " " : "");
        const run = runs.at(-1);
        if (run && run.span === part.span) run.text += text;
        else runs.push({ text, span: part.span });
      });
    });
    for (const run of runs) {
      const look = styleOf(run.span, style);
      const width = widthOf(run.text, look);
      put(run.span.link, {
        kind: "text",
        x,
        y,
        width,
        text: run.text,
        size: look.size,
        weight: look.weight,
        colour: look.colour,
        tracking: look.tracking ?? 0,
        rests: run.span.rests ?? ofNothing,
      });
      x += width;
    }
  });
  return marks;
}
