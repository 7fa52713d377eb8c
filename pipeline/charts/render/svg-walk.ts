import type { Anchor, DrawItem, DrawPath, Weight } from "./draw-list.ts";
import { DrawRecorder } from "./recorder.ts";

/** What is read of an SVG element; jsdom's elements satisfy it. */
export type SvgElement = {
  readonly tagName: string;
  readonly textContent: string | null;
  readonly children: Iterable<SvgElement>;
  getAttributeNames(): string[];
  getAttribute(name: string): string | null;
};

/** What an element takes from those around it where it says nothing itself. */
type Style = Record<
  | "fill"
  | "stroke"
  | "stroke-width"
  | "stroke-dasharray"
  | "stroke-linecap"
  | "stroke-linejoin"
  | "font-size"
  | "font-weight"
  | "text-anchor",
  string
>;
const usual: Style = {
  fill: "#000000",
  stroke: "none",
  "stroke-width": "1",
  "stroke-dasharray": "",
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
  "font-size": "10",
  "font-weight": "400",
  "text-anchor": "start",
};
const isInherited = (name: string): name is keyof Style => name in usual;
const aligns: Record<Anchor, string> = { start: "left", middle: "center", end: "right" };

const numbers = (text: string): number[] => (text.match(/-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?/g) ?? []).map(Number);

/** Draws path data as Plot writes it: absolute M, L, H, V, C, Z, half circles as A, and the relative h and v of squares. */
function tracePath(d: string, pen: DrawRecorder): void {
  let [x, y] = [0, 0];
  for (const [, letter = "", body = ""] of d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    const n = numbers(body);
    const step = { C: 6, A: 7, H: 1, V: 1, h: 1, v: 1, Z: 0 }[letter] ?? 2;
    if (letter === "Z") pen.closePath();
    for (let i = 0; step > 0 && i + step <= n.length; i += step) {
      const at = (k: number): number => n[i + k] ?? 0;
      const [fromX, fromY] = [x, y];
      x = letter === "H" ? at(0) : letter === "h" ? x + at(0) : letter === "V" || letter === "v" ? x : at(step - 2);
      y = letter === "V" ? at(0) : letter === "v" ? y + at(0) : letter === "H" || letter === "h" ? y : at(step - 1);
      if (letter === "M" && i === 0) pen.moveTo(x, y);
      else if (letter === "C") pen.bezierCurveTo(at(0), at(1), at(2), at(3), x, y);
      else if (letter === "A") {
        const centre = { x: (fromX + x) / 2, y: (fromY + y) / 2 };
        if (Math.abs(Math.hypot(x - fromX, y - fromY) - 2 * at(0)) > 0.01)
          throw new Error(`An arc that is no half circle cannot be drawn: ${d}`);
        const from = Math.atan2(fromY - centre.y, fromX - centre.x);
        pen.arc(centre.x, centre.y, at(0), from, from + (at(4) === 1 ? Math.PI : -Math.PI));
      } else pen.lineTo(x, y);
    }
  }
}

function drawShape(element: SvgElement, pen: DrawRecorder): void {
  const n = (name: string): number => Number(element.getAttribute(name) ?? 0);
  pen.beginPath();
  if (element.tagName === "path") tracePath(element.getAttribute("d") ?? "", pen);
  else if (element.tagName === "line") {
    pen.moveTo(n("x1"), n("y1"));
    pen.lineTo(n("x2"), n("y2"));
  } else if (element.tagName === "rect") pen.rect(n("x"), n("y"), n("width"), n("height"));
  else if (element.tagName === "circle") {
    pen.arc(n("cx"), n("cy"), n("r"), 0, 2 * Math.PI);
    pen.closePath();
  }
}

/**
 * Walks an SVG tree and records what it paints. Knows groups that are moved or turned, paths, lines, boxes,
 * circles and single-line text, which is all that the charts' Plot marks make.
 */
export function walkSvg(root: SvgElement): DrawItem[] {
  const pen = new DrawRecorder();
  const visit = (element: SvgElement, parent: Style): void => {
    const style: Style = { ...parent };
    let transform = "";
    // Asked for by name only where it is there: a look into the tree costs more than all that is done with it.
    for (const name of element.getAttributeNames()) {
      if (name === "transform") transform = element.getAttribute(name) ?? "";
      else if (isInherited(name)) style[name] = element.getAttribute(name) ?? parent[name];
    }
    const [dx = 0, dy = 0] = transform === "" ? [] : numbers(/translate\(([^)]*)\)/.exec(transform)?.[1] ?? "");
    const [turn = 0] = transform === "" ? [] : numbers(/rotate\(([^)]*)\)/.exec(transform)?.[1] ?? "");
    pen.save();
    pen.translate(dx, dy);
    if (turn !== 0) pen.rotate((turn * Math.PI) / 180);
    pen.fillStyle = style.fill;
    pen.strokeStyle = style.stroke;
    pen.lineWidth = style.stroke === "none" ? 0 : Number(style["stroke-width"]);
    pen.lineCap = style["stroke-linecap"] as DrawPath["cap"];
    pen.lineJoin = style["stroke-linejoin"] as DrawPath["join"];
    pen.setLineDash(numbers(style["stroke-dasharray"]));
    if (element.tagName === "text") {
      pen.font = `${style["font-weight"] as `${Weight}`} ${style["font-size"]}px sans`;
      pen.textAlign = aligns[style["text-anchor"] as Anchor];
      const [x, y] = ["x", "y"].map((name) => Number(element.getAttribute(name) ?? 0));
      if (style.stroke !== "none") pen.strokeText(element.textContent ?? "", x ?? 0, y ?? 0);
      pen.fillText(element.textContent ?? "", x ?? 0, y ?? 0);
    } else if (element.tagName === "g" || element.tagName === "svg") for (const child of element.children) visit(child, style);
    else if (element.tagName !== "style") {
      drawShape(element, pen);
      pen.fill();
      if (style.stroke !== "none") pen.stroke();
    }
    pen.restore();
  };
  visit(root, usual);
  return pen.items;
}
