import { coordinate, type DrawItem, type DrawList, type DrawText } from "./draw-list.ts";
import { outlineOf } from "./outlines.ts";

const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
export const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

const attribute = (name: string, value: string | number, usual: string | number): string => (value === usual ? "" : ` ${name}="${value}"`);

/** One item as an SVG element; `words` turns a text item into one. */
function element(item: DrawItem, words: (item: DrawText) => string): string {
  if (item.kind === "text") return words(item);
  const { d, fill, stroke, strokeWidth, dash, cap, join } = item;
  const pen = stroke === "none" || strokeWidth === 0 ? "" :
    ` stroke="${stroke}"${attribute("stroke-width", coordinate(strokeWidth), "1")}${attribute("stroke-dasharray", dash.map(coordinate).join(" "), "")}${attribute("stroke-linecap", cap, "butt")}${attribute("stroke-linejoin", join, "miter")}`;
  return `<path d="${d}"${fill === "#000000" ? "" : ` fill="${fill}"`}${pen}/>`;
}

const shown = (item: DrawItem): boolean => item.kind === "text" || !(unseen(item.fill) && (unseen(item.stroke) || item.strokeWidth === 0));
const unseen = (paint: string): boolean => paint === "none" || paint === "transparent";

/** The drawing as SVG elements in the order of painting. */
export function svgElements(list: DrawList, words: (item: DrawText) => string): string {
  return list.items.filter(shown).map((item) => element(item, words)).join("\n");
}

/** A drawing whose words are outlines: it needs no font, and is meant for rasterising. */
export function renderOutlinedSvg(list: DrawList): string {
  const words = ({ text, x, y, size, weight, anchor, fill }: DrawText): string => `<path d="${outlineOf(text, x, y, size, weight, anchor)}" fill="${fill}"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${list.width}" height="${list.height}"><path d="M0,0H${list.width}V${list.height}H0Z" fill="#FFFFFF"/>${svgElements(list, words)}</svg>`;
}
