import { renderPng } from "../../charts/render/png.ts";
import type { DrawList } from "../../charts/render/draw-list.ts";
import { freeRecent } from "../../core/free-memory.ts";

/** Paints drawings as PNG files, in their order. In a thread of its own, beside the one that draws. */
export async function paintPngsTask(lists: readonly DrawList[]): Promise<Uint8Array[]> {
  return lists.map((list) => {
    const png = renderPng(list);
    freeRecent();
    return png;
  });
}
