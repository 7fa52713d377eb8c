import { escapeXml } from "../../core/escape-xml.ts";
import { fontFamily } from "../../core/fonts.ts";
import { shortId } from "../../core/hash.ts";
import { coordinate, type DrawItem, type DrawList, type DrawText, type Weight } from "./draw-list.ts";
import { faceOf } from "./outlines.ts";
import { webFont } from "./web-font.ts";

const attribute = (name: string, value: string | number, usual: string | number): string => (value === usual ? "" : ` ${name}="${value}"`);

/** One item as an SVG element; `words` turns a text item into one. */
function element(item: DrawItem, words: (item: DrawText) => string): string {
  if (item.kind === "text") return words(item);
  const { d, fill, stroke, strokeWidth, dash, cap, join } = item;
  const pen =
    stroke === "none" || strokeWidth === 0
      ? ""
      : ` stroke="${stroke}"${attribute("stroke-width", coordinate(strokeWidth), "1")}${attribute("stroke-dasharray", dash.map(coordinate).join(" "), "")}${attribute("stroke-linecap", cap, "butt")}${attribute("stroke-linejoin", join, "miter")}`;
  return `<path d="${d}"${fill === "#000000" ? "" : ` fill="${fill}"`}${pen}/>`;
}

const shown = (item: DrawItem): boolean => item.kind === "text" || !(unseen(item.fill) && (unseen(item.stroke) || item.strokeWidth === 0));
const unseen = (paint: string): boolean => paint === "none" || paint === "transparent";

/** The drawing as SVG elements in the order of painting. */
function svgElements(list: DrawList, words: (item: DrawText) => string): string {
  return list.items
    .filter(shown)
    .map((item) => element(item, words))
    .join("\n");
}

const weights: readonly Weight[] = [400, 600, 700];

/**
 * The drawing as a file that stands alone: real words in fonts that it carries (only the characters of
 * charts), a title and a description, one image to assistive software, and its own colours where a
 * reader forces others, since it brings its white background with it.
 */
export async function renderSvg(list: DrawList, { title, description }: { title: string; description: string }): Promise<string> {
  const texts = list.items.filter((item) => item.kind === "text");
  const id = shortId("svg", title, description, ...texts.map(({ text }) => text));
  // Charts may share one page, so that each needs names of its own for its fonts and its title.
  const family = `${fontFamily} ${id}`;
  const faces: string[] = [];
  for (const weight of weights) {
    const words = texts.filter((item) => item.weight === weight).map(({ text }) => text);
    if (words.length === 0) continue;
    faces.push(
      `@font-face{font-family:"${family}";font-weight:${weight};src:url(data:font/woff;base64,${await webFont(words, faceOf[weight])}) format("woff")}`,
    );
  }
  const word = ({ x, y, text, size, weight, anchor, fill }: DrawText): string =>
    `<text x="${coordinate(x)}" y="${coordinate(y)}" font-size="${coordinate(size)}"${attribute("font-weight", weight, 400)}${attribute("text-anchor", anchor, "start")} fill="${fill}">${escapeXml(text)}</text>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${list.width} ${list.height}" width="${list.width}" height="${list.height}" role="img" aria-labelledby="${id}-title ${id}-desc">
<title id="${id}-title">${escapeXml(title)}</title>
<desc id="${id}-desc">${escapeXml(description)}</desc>
<style>${faces.join("")}#${id} text{font-family:"${family}","${fontFamily}",sans-serif;font-kerning:normal;font-variant-ligatures:none}#${id},#${id} text{forced-color-adjust:none}</style>
<g id="${id}" text-rendering="geometricPrecision">
<path d="M0,0H${list.width}V${list.height}H0Z" fill="#FFFFFF"/>
${svgElements(list, word)}
</g>
</svg>
`;
}
