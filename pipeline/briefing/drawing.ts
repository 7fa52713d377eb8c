import { textWidth } from "../core/fonts.ts";
import { restsAt, type RestedLabel } from "../charts/rested.ts";
import type { DrawList, DrawPath, DrawText } from "../charts/render/draw-list.ts";
import { faceOf } from "../charts/render/outlines.ts";
import { packInk } from "../charts/theme.ts";
import { moveInk, type Ink, type PathCommand } from "./ink.ts";

/** A chart that can be set anywhere on a page. */
export type Drawing = { readonly width: number; readonly height: number; inksAt(x: number, y: number): Ink[] };

/** The id of the scale that a chart or a table of changes is drawn on. */
export const scaleRef = (of: string): string => `scale:${of}`;

const segment = /([MLCZ])([^MLCZ]*)/g;

function parsePath(d: string): PathCommand[] {
  const commands: PathCommand[] = [];
  for (const [, letter, body = ""] of d.matchAll(segment)) {
    if (letter === "Z") {
      commands.push(["Z"]);
      continue;
    }
    const numbers = (body.match(/-?\d*\.?\d+(?:e-?\d+)?/g) ?? []).map(Number);
    const step = letter === "C" ? 6 : 2;
    for (let at = 0; at + step <= numbers.length; at += step) {
      const n = (offset: number): number => numbers[at + offset] ?? 0;
      if (letter === "C") commands.push(["C", n(0), n(1), n(2), n(3), n(4), n(5)]);
      else commands.push([letter === "M" && at === 0 ? "M" : "L", n(0), n(1)]);
    }
  }
  return commands;
}

const parsed = new WeakMap<DrawPath, PathCommand[]>();

/** Path data at its own origin, read once: a page is composed several times before it is painted. */
function commandsOf(item: DrawPath): PathCommand[] {
  const known = parsed.get(item);
  if (known) return known;
  const commands = parsePath(item.d);
  parsed.set(item, commands);
  return commands;
}

/**
 * A chart's draw list as inks, with its top left corner at (x, y). A label that prints the figures of certain rows
 * rests on them; others rest on the chart, whose row names what it draws; the numbers of its scale, set in the colour
 * of furniture, on the scale.
 */
export function drawingOf(
  list: DrawList,
  chartId: string,
  { ticks = [], labels }: { ticks?: readonly string[]; labels: readonly RestedLabel[] },
): Drawing {
  const [chart, scale] = [[chartId], [scaleRef(chartId)]];
  const restsOf = (item: DrawText): readonly string[] => {
    if (item.fill === packInk.quiet && ticks.includes(item.text)) return scale;
    return restsAt(labels, item) ?? chart;
  };
  return {
    width: list.width,
    height: list.height,
    inksAt: (dx, dy) =>
      list.items.map((item): Ink => {
        if (item.kind === "path") {
          const path: Ink = {
            kind: "path",
            commands: commandsOf(item),
            ...(item.fill !== "none" && item.fill !== "" && { fill: item.fill }),
            ...(item.stroke !== "none" &&
              item.stroke !== "" && { stroke: item.stroke, width: item.strokeWidth, dash: item.dash, round: item.cap === "round" }),
          };
          return moveInk(path, dx, dy);
        }
        const weight = faceOf[item.weight];
        const width = textWidth(item.text, item.size, weight);
        const x = item.x + dx - (item.anchor === "middle" ? width / 2 : item.anchor === "end" ? width : 0);
        return {
          kind: "text",
          x,
          y: item.y + dy,
          width,
          text: item.text,
          size: item.size,
          weight,
          colour: item.fill,
          tracking: 0,
          rests: restsOf(item),
        };
      }),
  };
}
