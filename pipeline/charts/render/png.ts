import { createCanvas, GlobalFonts, Path2D, type Canvas, type SKRSContext2D } from "@napi-rs/canvas";
import { fontFile } from "../../core/fonts.ts";
import { openPngEncoder } from "../../core/png.ts";
import type { DrawItem, DrawList, DrawText, Weight } from "./draw-list.ts";
import { faceOf } from "./outlines.ts";

/** Names of our own, so that no font of the machine can stand in for one. */
const familyOf: Readonly<Record<Weight, string>> = { 400: "panelpack 400", 600: "panelpack 600", 700: "panelpack 700" };
const encode = openPngEncoder();
let canvas: Canvas | null = null;

/** One canvas serves every chart of a process: a new one for each would be 8 MB that only a garbage collection frees. */
function canvasOf(width: number, height: number): Canvas {
  if (!canvas) {
    for (const [weight, family] of Object.entries(familyOf))
      GlobalFonts.registerFromPath(fontFile(faceOf[Number(weight) as Weight]), family);
    canvas = createCanvas(width, height);
  }
  // Setting a size gives up 8 MB and takes them again, so it is done only where it differs.
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  return canvas;
}

/** The drawing as a PNG of its own size, or `scale` times that. */
export function renderPng(list: DrawList, scale = 1): Uint8Array {
  const [width, height] = [Math.round(list.width * scale), Math.round(list.height * scale)];
  const surface = canvasOf(width, height);
  const context = surface.getContext("2d");
  context.reset();
  context.fillStyle = "#FFFFFF";
  context.fillRect(0, 0, width, height);
  context.scale(scale, scale);
  context.fontKerning = "normal";
  // Spaced letters are not joined into ligatures, which the SVG and the PDF do not have either.
  context.letterSpacing = "0.001px";
  for (const item of list.items) paint(context, item);
  return encode(width, height, surface.data(), flatColours(list));
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
