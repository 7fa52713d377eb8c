import { renderPng } from "../../charts/render/png.ts";
import type { DrawList } from "../../charts/render/draw-list.ts";
import { sha256 } from "../../core/hash.ts";
import { nodeEffects } from "../../core/node-effects.ts";

export type PaintInput = { list: DrawList; file: string };

const effects = nodeEffects({ write: () => true });

/**
 * Paints one drawing, writes it and gives its hash. In a thread of its own: each picture passes through
 * buffers of many megabytes, and the collections that they cause cost nothing where there is little else.
 */
export async function paintPngTask({ list, file }: PaintInput): Promise<string> {
  const png = renderPng(list);
  await effects.writeFile(file, png);
  return sha256(png);
}
