import { Resvg } from "@resvg/resvg-js";
import type { DrawList } from "./draw-list.ts";
import { renderOutlinedSvg } from "./svg.ts";

/** The drawing as a PNG of its own size, or `scale` times that. Words are drawn from their outlines, so no font is loaded. */
export function renderPng(list: DrawList, scale = 1): Uint8Array {
  const resvg = new Resvg(renderOutlinedSvg(list), { font: { loadSystemFonts: false }, fitTo: { mode: "zoom", value: scale } });
  const image = resvg.render();
  return image.asPng();
}
