import { describe, expect, it } from "vitest";
import type { DrawList } from "../../pipeline/charts/render/draw-list.ts";
import { renderPng } from "../../pipeline/charts/render/png.ts";
import { openPainter } from "../../pipeline/run/tasks/painter.ts";

const bar = (width: number): DrawList => ({
  width: 64,
  height: 16,
  items: [
    {
      kind: "path",
      d: `M0,0L${width},0L${width},16L0,16Z`,
      fill: "#12436D",
      stroke: "none",
      strokeWidth: 0,
      dash: [],
      cap: "butt",
      join: "miter",
    },
  ],
});

describe("openPainter", () => {
  it("gives the pictures in the order of the drawings, the last few included", async () => {
    const lists = Array.from({ length: 31 }, (_, n) => bar(n + 1));
    const painter = openPainter(2);
    for (const list of lists) await painter.add(list);
    const pictures = await painter.all();
    expect(pictures.map((picture) => Buffer.from(picture).toString("hex"))).toEqual(
      lists.map((list) => Buffer.from(renderPng(list)).toString("hex")),
    );
    expect(new Set(pictures.map(String)).size).toBe(31);
  });

  it("gives nothing where there is nothing to paint", async () => {
    expect(await openPainter(2).all()).toEqual([]);
  });

  it("fails as a whole where one picture fails, and then serves the next authority", async () => {
    const broken = openPainter(2);
    await broken.add({ ...bar(1), items: null as unknown as DrawList["items"] });
    for (const list of [bar(2), bar(3)]) await broken.add(list);
    await expect(broken.all()).rejects.toThrow(/null/);
    const next = openPainter(2);
    await next.add(bar(4));
    expect(await next.all()).toHaveLength(1);
  });
});
