import { textWidth } from "../core/fonts.ts";
import { ink, slide } from "./theme.ts";
import { wrapEvenly, wrapFully, wrapText } from "./layout/wrap.ts";
import type { Word } from "./render/layers.ts";

type FrameWords = { headlines: readonly string[]; subtitle: string; notes: readonly string[]; source: string; authority: string };
/** The words around a slide, and the heights between which the plot may stand. */
export type Frame = { headline: string; words: Word[]; top: number; bottom: number };

const width = slide.right - slide.left;

/**
 * The headline that is drawn: the fullest that fits one line, before the last resort; else the fullest
 * that fits two.
 */
export function headlineOf(headlines: readonly string[]): string {
  const { size } = slide.headline;
  const lines = (text: string): number => wrapText(text, size, "Semibold", width).length;
  const rich = headlines.length > 1 ? headlines.slice(0, -1) : headlines;
  return (
    rich.find((text) => textWidth(text, size, "Semibold") <= width) ?? headlines.find((text) => lines(text) <= 2) ?? headlines.at(-1) ?? ""
  );
}

/**
 * Headline and subtitle from the top, notes and source upwards from the foot, so that the plot gives
 * way to long notes and never the reverse. `top` is the baseline of the last line of the subtitle,
 * `bottom` that of the first line of the notes.
 */
export function slideFrame({ headlines, subtitle, notes, source, authority }: FrameWords): Frame {
  const headline = headlineOf(headlines);
  const heads = wrapEvenly(headline, slide.headline.size, "Semibold", width, authority);
  const below = wrapEvenly(subtitle, slide.subtitle.size, "Regular", width, authority);
  const feet = [
    ...wrapFully(notes.join(" "), slide.notes.size, "Regular", width),
    ...wrapFully(source, slide.notes.size, "Regular", width),
  ];
  const second = slide.headline.y + (heads.length - 1) * slide.headline.line + slide.subtitle.below;
  const bottom = slide.notes.y - (feet.length - 1) * slide.notes.line;
  const words: Word[] = [
    ...heads.map((text, i) => ({
      x: slide.left,
      y: slide.headline.y + i * slide.headline.line,
      text,
      size: slide.headline.size,
      weight: 600 as const,
      fill: ink.text,
    })),
    ...below.map((text, i) => ({ x: slide.left, y: second + i * slide.subtitle.line, text, size: slide.subtitle.size, fill: ink.strong })),
    ...feet.map((text, i) => ({ x: slide.left, y: bottom + i * slide.notes.line, text, size: slide.notes.size, fill: ink.quiet })),
  ];
  return { headline, words, top: second + (below.length - 1) * slide.subtitle.line, bottom };
}
