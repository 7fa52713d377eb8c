import { placeCharacters } from "../../core/fonts.ts";
import type { Anchor, DrawItem, DrawPath, Weight } from "./draw-list.ts";
import { faceOf, traceOutline } from "./outlines.ts";
import { PathData } from "./path-data.ts";

type Matrix = readonly [number, number, number, number, number, number];

/** The settings of a canvas that save() keeps. */
class Styles {
  fillStyle = "#000000";
  strokeStyle = "#000000";
  lineWidth = 1;
  lineCap: DrawPath["cap"] = "butt";
  lineJoin: DrawPath["join"] = "miter";
  miterLimit = 10;
  lineDashOffset = 0;
  globalAlpha = 1;
  font = "10px sans-serif";
  textAlign = "start";
  textBaseline = "alphabetic";
}

/** Name by name, since renderers save and restore around every mark. */
function copyStyles(from: Styles, to: Styles): Styles {
  to.fillStyle = from.fillStyle;
  to.strokeStyle = from.strokeStyle;
  to.lineWidth = from.lineWidth;
  to.lineCap = from.lineCap;
  to.lineJoin = from.lineJoin;
  to.miterLimit = from.miterLimit;
  to.lineDashOffset = from.lineDashOffset;
  to.globalAlpha = from.globalAlpha;
  to.font = from.font;
  to.textAlign = from.textAlign;
  to.textBaseline = from.textBaseline;
  return to;
}

const anchors: Readonly<Record<string, Anchor>> = { center: "middle", right: "end", end: "end" };

/**
 * The part of a canvas context that Vega's renderer draws with; it writes a draw list instead of
 * pixels. A path point takes the transform in force when it is added, as on a canvas. Clipping is
 * ignored: no chart may need it, and the layout check finds whatever leaves the frame. Words with a
 * stroke are white casings: they become outlines, so that they do not stand twice in a PDF's text.
 */
export class DrawRecorder extends Styles {
  readonly items: DrawItem[] = [];
  private matrix: Matrix = [1, 0, 0, 1, 0, 0];
  private dash: readonly number[] = [];
  private stack: { styles: Styles; matrix: Matrix; dash: readonly number[] }[] = [];
  private readonly path = new PathData();
  private last: readonly [number, number] = [0, 0];

  save(): void {
    this.stack.push({ styles: copyStyles(this, new Styles()), matrix: this.matrix, dash: this.dash });
  }
  restore(): void {
    const state = this.stack.pop();
    if (!state) return;
    copyStyles(state.styles, this);
    this.matrix = state.matrix;
    this.dash = state.dash;
  }
  translate(x: number, y: number): void {
    this.transform(1, 0, 0, 1, x, y);
  }
  scale(x: number, y: number): void {
    this.transform(x, 0, 0, y, 0, 0);
  }
  rotate(r: number): void {
    this.transform(Math.cos(r), Math.sin(r), -Math.sin(r), Math.cos(r), 0, 0);
  }
  setTransform(a: number, b: number, c: number, d: number, e: number, f: number): void {
    this.matrix = [a, b, c, d, e, f];
  }
  transform(a: number, b: number, c: number, d: number, e: number, f: number): void {
    const m = this.matrix;
    this.matrix = [
      m[0] * a + m[2] * b,
      m[1] * a + m[3] * b,
      m[0] * c + m[2] * d,
      m[1] * c + m[3] * d,
      m[0] * e + m[2] * f + m[4],
      m[1] * e + m[3] * f + m[5],
    ];
  }
  setLineDash(segments: readonly number[]): void {
    this.dash = [...segments];
  }

  beginPath(): void {
    this.path.clear();
  }
  closePath(): void {
    this.path.add("Z", []);
  }
  moveTo(x: number, y: number): void {
    this.add("M", x, y);
  }
  lineTo(x: number, y: number): void {
    this.add(this.path.isEmpty ? "M" : "L", x, y);
  }
  quadraticCurveTo(a: number, b: number, x: number, y: number): void {
    const [u, v] = this.last;
    this.add("C", u + (2 / 3) * (a - u), v + (2 / 3) * (b - v), x + (2 / 3) * (a - x), y + (2 / 3) * (b - y), x, y);
  }
  bezierCurveTo(a: number, b: number, c: number, d: number, x: number, y: number): void {
    this.add("C", a, b, c, d, x, y);
  }
  arc(x: number, y: number, r: number, from: number, to: number): void {
    const steps = Math.max(1, Math.ceil(Math.abs(to - from) / (Math.PI / 2) - 1e-9));
    const step = (to - from) / steps;
    const reach = (4 / 3) * Math.tan(step / 4) * r;
    const start = [x + r * Math.cos(from), y + r * Math.sin(from)] as const;
    if (this.path.isEmpty || Math.hypot(start[0] - this.last[0], start[1] - this.last[1]) > 1e-6) this.lineTo(...start);
    for (let a = from, i = 0; i < steps; i += 1, a += step) {
      const b = a + step;
      this.add(
        "C",
        x + r * Math.cos(a) - reach * Math.sin(a),
        y + r * Math.sin(a) + reach * Math.cos(a),
        x + r * Math.cos(b) + reach * Math.sin(b),
        y + r * Math.sin(b) - reach * Math.cos(b),
        x + r * Math.cos(b),
        y + r * Math.sin(b),
      );
    }
  }
  rect(x: number, y: number, w: number, h: number): void {
    this.add("M", x, y);
    this.add("L", x + w, y);
    this.add("L", x + w, y + h);
    this.add("L", x, y + h);
    this.closePath();
  }
  fill(): void {
    this.paint(this.fillStyle, "none");
  }
  stroke(): void {
    this.paint("none", this.strokeStyle);
  }
  fillRect(x: number, y: number, w: number, h: number): void {
    this.beginPath();
    this.rect(x, y, w, h);
    this.fill();
  }
  clearRect(): void {}
  clip(): void {}

  measureText(text: string): { width: number } {
    const { size, weight } = this.type();
    return { width: (placeCharacters(text, faceOf[weight]).width * size) / 1000 };
  }
  fillText(text: string, x: number, y: number): void {
    if (text.trim() === "") return;
    const [px, py] = this.at(x, y);
    this.items.push({ kind: "text", x: px, y: py, text, ...this.type(), fill: this.fillStyle });
  }
  strokeText(text: string, x: number, y: number): void {
    const [px, py] = this.at(x, y);
    const { size, weight, anchor } = this.type();
    this.path.clear();
    traceOutline(this.path, text, px, py, size, weight, anchor);
    this.paint("none", this.strokeStyle);
  }

  private at(x: number, y: number): [number, number] {
    const [a, b, c, d, e, f] = this.matrix;
    return [a * x + c * y + e, b * x + d * y + f];
  }
  private add(letter: string, ...points: number[]): void {
    this.last = [points.at(-2) ?? 0, points.at(-1) ?? 0];
    for (let i = 0; i < points.length; i += 2) [points[i], points[i + 1]] = this.at(points[i] ?? 0, points[i + 1] ?? 0);
    this.path.add(letter, points);
  }
  private unit(): number {
    return Math.sqrt(Math.abs(this.matrix[0] * this.matrix[3] - this.matrix[1] * this.matrix[2]));
  }
  private type(): { size: number; weight: Weight; anchor: Anchor } {
    const weight = /\b(600|700|bold)\b/.exec(this.font)?.[1];
    return {
      size: Number(/([\d.]+)px/.exec(this.font)?.[1] ?? 0) * this.unit(),
      weight: weight === undefined ? 400 : weight === "600" ? 600 : 700,
      anchor: anchors[this.textAlign] ?? "start",
    };
  }
  private paint(fill: string, stroke: string): void {
    if (this.path.isEmpty || (stroke === "none" && (fill === "none" || fill === "transparent"))) return;
    if (fill === "none" && (stroke === "transparent" || this.lineWidth === 0)) return;
    const pen =
      stroke === "none"
        ? { stroke, strokeWidth: 0, dash: [] }
        : { stroke, strokeWidth: this.lineWidth * this.unit(), dash: this.dash.map((n) => n * this.unit()) };
    const shape = { cap: this.lineCap, join: this.lineJoin };
    const d = this.path.toString();
    const before = this.items.at(-1);
    // Fill then stroke of one path is one item, so that outputs write its data once.
    if (stroke !== "none" && before?.kind === "path" && before.d === d && before.stroke === "none") Object.assign(before, pen, shape);
    else this.items.push({ kind: "path", d, fill, ...pen, ...shape });
  }
}
