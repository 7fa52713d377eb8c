import { openPainter } from "./painter.ts";

/** Loads what a builder and its painters need, some two seconds of work, while there is nothing to build yet. */
export async function openBuilderTask(painters: number): Promise<void> {
  const [, { openPlot }] = await Promise.all([
    import("./build-authority.ts"),
    import("../../charts/render/plot.ts"),
    openPainter(painters).warm(),
  ]);
  await openPlot();
}
