import { createCanvas, GlobalFonts, Path2D, type Canvas, type SKRSContext2D } from "@napi-rs/canvas";
import { fontFile } from "../../core/fonts.ts";
import { openPngEncoder } from "../../core/png.ts";
import type { DrawItem, DrawList, DrawText, Weight } from "./draw-list.ts";
import { faceOf } from "./outlines.ts";

/** Names of our own, so that no font of the machine can stand in for one. */
const familyOf: Readonly<Record<Weight, string>> = { 400: "panelpack 400", 600: "panelpack 600", 700: "panelpack 700" };
const encode = openPngEncoder();
let canvas: Canvas | null = null;

/** One canvas serves every chart of a process: a new one for each would be megabytes that only a garbage collection frees. */
function canvasOf(width: number, height: number): Canvas {
  if (!canvas) {
    for (const [weight, family] of Object.entries(familyOf))
      GlobalFonts.registerFromPath(fontFile(faceOf[Number(weight) as Weight]), family);
    canvas = createCanvas(width, height);
  }
  // Setting a size gives up those megabytes and takes them again, so it is done only where it differs.
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  return canvas;
}

/** Rows that are painted at a time: few enough for the processor's own memory, where painting and reading are several times faster. */
const stripRows = 270;

/** The drawing as a PNG of its own size, or `scale` times that. */
export function renderPng(list: DrawList, scale = 1): Uint8Array {
  const [width, height] = [Math.round(list.width * scale), Math.round(list.height * scale)];
  return encode(width, height, paintStrips(list, width, height, scale), flatColours(list));
}

function* paintStrips(list: DrawList, width: number, height: number, scale: number): Generator<Uint8Array> {
  const surface = canvasOf(width, stripRows);
  const context = surface.getContext("2d");
  const extents = list.items.map(extentOf);
  for (let top = 0; top < height; top += stripRows) {
    const bottom = Math.min(top + stripRows, height);
    // To save and restore costs a tenth of a reset, which clears pixels that are painted over anyway.
    context.save();
    try {
      context.fillStyle = "#FFFFFF";
      context.fillRect(0, 0, width, stripRows);
      context.translate(0, -top);
      context.scale(scale, scale);
      context.fontKerning = "normal";
      // Spaced letters are not joined into ligatures, which the SVG and the PDF do not have either.
      context.letterSpacing = "0.001px";
      for (const [at, item] of list.items.entries()) {
        const [from, to] = extents[at] ?? everywhere;
        if (to * scale > top && from * scale < bottom) paint(context, item);
      }
    } finally {
      context.restore();
    }
    yield surface.data().subarray(0, (bottom - top) * width * 4);
  }
}

const everywhere = [-Infinity, Infinity] as const;

/** How far up and down an item may reach, with room to spare for its pen and for corners drawn out to a point. */
function extentOf(item: DrawItem): readonly [number, number] {
  if (item.kind === "text") return [item.y - 1.5 * item.size, item.y + item.size];
  let [from, to] = [Infinity, -Infinity];
  // Only absolute M, L and C with "x,y" pairs, so that every second number is a height; a curve stays within its points.
  for (const [at, number] of item.d
    .split(/[MLCZ,]+/)
    .filter((part) => part !== "")
    .entries()) {
    if (at % 2 === 0) continue;
    const y = Number(number);
    if (y < from) from = y;
    if (y > to) to = y;
  }
  const pen = 5 * item.strokeWidth + 1;
  return [from - pen, to + pen];
}

function paint(context: SKRSContext2D, item: DrawItem): void {
  if (item.kind === "text") return paintText(context, item);
  const { d, fill, stroke, strokeWidth, dash, cap, join } = item;
  const path = new Path2D(d);
  if (seen(fill)) {
    context.fillStyle = fill;
    context.fill(path);
  }
  if (!seen(stroke) || strokeWidth === 0) return;
  context.strokeStyle = stroke;
  context.lineWidth = strokeWidth;
  context.lineCap = cap;
  context.lineJoin = join;
  context.setLineDash([...dash]);
  context.stroke(path);
}

function paintText(context: SKRSContext2D, { text, x, y, size, weight, anchor, fill }: DrawText): void {
  context.font = `${size}px "${familyOf[weight]}"`;
  context.textAlign = anchor === "middle" ? "center" : anchor;
  context.fillStyle = fill;
  context.fillText(text, x, y);
}

const seen = (paint: string): boolean => paint !== "none" && paint !== "transparent";

function flatColours({ items }: DrawList): number[] {
  const paints = new Set(items.flatMap((item) => (item.kind === "text" ? [item.fill] : [item.fill, item.stroke])));
  return [0xffffff, ...[...paints].filter((paint) => /^#[0-9a-f]{6}$/i.test(paint)).map((paint) => Number.parseInt(paint.slice(1), 16))];
}
