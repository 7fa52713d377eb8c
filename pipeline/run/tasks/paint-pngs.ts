import { setImmediate } from "node:timers/promises";
import { renderPng } from "../../charts/render/png.ts";
import type { DrawList } from "../../charts/render/draw-list.ts";
import { freeRecent } from "../../core/free-memory.ts";

/** Paints drawings as PNG files, in their order. In a thread of its own, beside the one that draws. */
export async function paintPngsTask(lists: readonly DrawList[]): Promise<Uint8Array[]> {
  const pictures: Uint8Array[] = [];
  for (const list of lists) {
    pictures.push(renderPng(list));
    freeRecent();
    // The canvas gives the pixels of a picture back only when its thread is next at rest.
    await setImmediate();
  }
  return pictures;
}
