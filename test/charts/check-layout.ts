import { textWidth } from "../../pipeline/core/fonts.ts";
import type { DrawItem, DrawList, DrawPath, DrawText } from "../../pipeline/charts/render/draw-list.ts";
import { faceOf } from "../../pipeline/charts/render/outlines.ts";
import { contrastRatio } from "./contrast.ts";

type LayoutFault = { kind: "overlap" | "mark" | "frame" | "size" | "contrast"; message: string };
type Box = { x0: number; y0: number; x1: number; y1: number };

/** Height of the ink of a line above and below its baseline, as shares of the size (capitals and descenders of Source Sans 3). */
const [above, below] = [0.66, 0.2];
/** Most letters end above this part of the room below the baseline, which counts against words but not against marks. */
const descender = 0.1;
/** Boxes may share this many units: kerning and rounding, not letters. */
const slack = 1.5;

function boxOf({ x, y, text, size, weight, anchor }: DrawText): Box {
  const width = textWidth(text, size, faceOf[weight]);
  const x0 = x - (anchor === "middle" ? width / 2 : anchor === "end" ? width : 0);
  return { x0, x1: x0 + width, y0: y - above * size, y1: y + below * size };
}

const hex = /^#[0-9a-f]{6}$/i;

function boundsOf({ d }: DrawPath): Box {
  const n = (d.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
  const xs = n.filter((_, i) => i % 2 === 0);
  const ys = n.filter((_, i) => i % 2 === 1);
  return { x0: Math.min(...xs), x1: Math.max(...xs), y0: Math.min(...ys), y1: Math.max(...ys) };
}

/** Boxes and discs large enough to stand behind words; a later one covers an earlier one. */
function backgrounds(items: readonly DrawItem[]): { box: Box; fill: string; at: number }[] {
  return items.flatMap((item, at) => {
    if (item.kind !== "path" || !hex.test(item.fill) || (item.d.match(/[MLC]/g) ?? []).length > 5) return [];
    const box = boundsOf(item);
    return box.x1 - box.x0 > 20 && box.y1 - box.y0 > 12 ? [{ box, fill: item.fill, at }] : [];
  });
}

/** Circles, diamonds and the like, small against the words: data that words must not cover. */
function smallMarks(items: readonly DrawItem[], smallest: number): Box[] {
  return items.flatMap((item) => {
    if (item.kind !== "path" || item.fill === "none" || (item.fill.toUpperCase() === "#FFFFFF" && item.stroke === "none")) return [];
    const box = boundsOf(item);
    return box.x1 - box.x0 < 1.9 * smallest && box.y1 - box.y0 < 1.9 * smallest ? [box] : [];
  });
}

/**
 * What is wrong with the words of a drawing: words over words, words over a mark that does not hold them, words outside the frame, words smaller
 * than `smallest`, words under 4.5:1 against what they stand on. An empty list means that it holds.
 */
export function checkLayout(list: DrawList, smallest: number): LayoutFault[] {
  const faults: LayoutFault[] = [];
  const texts = list.items.flatMap((item, at) => (item.kind === "text" ? [{ item, at, box: boxOf(item) }] : []));
  const fills = backgrounds(list.items);
  const marks = smallMarks(list.items, smallest);
  texts.forEach(({ item, at, box }, i) => {
    if (box.x0 < -0.5 || box.y0 < -0.5 || box.x1 > list.width + 0.5 || box.y1 > list.height + 0.5) {
      faults.push({ kind: "frame", message: `"${item.text}" leaves the frame: ${describe(box)} in ${list.width} by ${list.height}` });
    }
    if (item.size < smallest - 0.01) faults.push({ kind: "size", message: `"${item.text}" is set at ${item.size}, under ${smallest}` });
    const behind =
      fills
        .filter(
          (fill) =>
            fill.at < at &&
            box.x0 >= fill.box.x0 - 2 &&
            box.x1 <= fill.box.x1 + 2 &&
            box.y0 >= fill.box.y0 - 4 &&
            box.y1 <= fill.box.y1 + 4,
        )
        .at(-1)?.fill ?? "#FFFFFF";
    if (hex.test(item.fill) && contrastRatio(item.fill, behind) < 4.5) {
      faults.push({
        kind: "contrast",
        message: `"${item.text}" in ${item.fill} on ${behind} has ${contrastRatio(item.fill, behind).toFixed(2)}:1, under 4.5:1`,
      });
    }
    for (const mark of marks) {
      const wide = Math.min(box.x1, mark.x1) - Math.max(box.x0, mark.x0);
      const high = Math.min(box.y1 - descender * item.size, mark.y1) - Math.max(box.y0, mark.y0);
      const holds = mark.x0 <= box.x0 + 0.5 && mark.x1 >= box.x1 - 0.5;
      if (!holds && wide > smallest / 6 && high > smallest / 6)
        faults.push({ kind: "mark", message: `"${item.text}" covers a mark by ${wide.toFixed(1)} by ${high.toFixed(1)}` });
    }
    for (const other of texts.slice(i + 1)) {
      const wide = Math.min(box.x1, other.box.x1) - Math.max(box.x0, other.box.x0);
      const high = Math.min(box.y1, other.box.y1) - Math.max(box.y0, other.box.y0);
      if (wide > slack && high > slack)
        faults.push({
          kind: "overlap",
          message: `"${item.text}" and "${other.item.text}" overlap by ${wide.toFixed(1)} by ${high.toFixed(1)}`,
        });
    }
  });
  return faults;
}

const describe = ({ x0, y0, x1, y1 }: Box): string => `${x0.toFixed(0)},${y0.toFixed(0)} to ${x1.toFixed(0)},${y1.toFixed(0)}`;
