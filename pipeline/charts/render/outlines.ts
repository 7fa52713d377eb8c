import { fontOf, placeCharacters, type FontFace } from "../../core/fonts.ts";
import type { Anchor, Weight } from "./draw-list.ts";
import type { PathData } from "./path-data.ts";

export const faceOf: Record<Weight, FontFace> = { 400: "Regular", 600: "Semibold", 700: "Bold" };

type Outline = readonly { letter: string; points: readonly number[] }[];
const letters: Readonly<Record<string, string>> = { moveTo: "M", lineTo: "L", quadraticCurveTo: "Q", bezierCurveTo: "C", closePath: "Z" };
const outlines = new Map<string, Outline>();

/** One character's outline in cubic curves, in thousandths of the type size. */
function outline(character: string, face: FontFace): Outline {
  const key = face + character;
  let known = outlines.get(key);
  if (!known) {
    const font = fontOf(face);
    const unit = 1000 / font.unitsPerEm;
    known = cubic(
      font
        .layout(character)
        .glyphs.flatMap((glyph) =>
          glyph.path.commands.map((c) => ({ letter: letters[c.command] ?? "", points: c.args.map((n) => n * unit) })),
        ),
    );
    outlines.set(key, known);
  }
  return known;
}

/** Quadratic curves as the cubic ones that draw lists hold. */
function cubic(commands: Outline): Outline {
  let [x, y] = [0, 0];
  return commands.map(({ letter, points }) => {
    const [a = 0, b = 0, c = 0, d = 0] = points;
    const raised =
      letter !== "Q"
        ? { letter, points }
        : {
            letter: "C",
            points: [x + (2 / 3) * (a - x), y + (2 / 3) * (b - y), c + (2 / 3) * (a - c), d + (2 / 3) * (b - d), c, d],
          };
    if (points.length > 1) [x, y] = [points.at(-2) ?? x, points.at(-1) ?? y];
    return raised;
  });
}

/**
 * Adds the outlines of a line of words to a path, for words that are stroked. TrueType curves are
 * quadratic; draw lists hold cubic ones.
 */
export function traceOutline(path: PathData, text: string, x: number, y: number, size: number, weight: Weight, anchor: Anchor): void {
  const face = faceOf[weight];
  const placed = placeCharacters(text, face);
  const scale = size / 1000;
  const start = x - (anchor === "middle" ? 0.5 : anchor === "end" ? 1 : 0) * placed.width * scale;
  for (const { character, x: offset } of placed.characters) {
    const left = start + offset * scale;
    for (const { letter, points } of outline(character, face))
      path.add(
        letter,
        points.map((n, i) => (i % 2 === 0 ? left + n * scale : y - n * scale)),
      );
  }
}
