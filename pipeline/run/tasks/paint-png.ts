import { join } from "node:path";
import { renderPng } from "../../charts/render/png.ts";
import type { DrawList } from "../../charts/render/draw-list.ts";
import { sha256 } from "../../core/hash.ts";
import { nodeEffects } from "../../core/node-effects.ts";
import type { StepFile } from "../../core/steps.ts";
import { journalLine } from "../journal.ts";

export type PaintInput = { list: DrawList; out: string; path: string; journal: string };

const effects = nodeEffects({ write: () => true });

/**
 * Paints one drawing, writes it and says what it wrote. In a thread of its own: each picture passes through
 * buffers of many megabytes, and the collections that they cause cost nothing where there is little else.
 */
export async function paintPngTask({ list, out, path, journal }: PaintInput): Promise<StepFile> {
  const png = renderPng(list);
  const file: StepFile = { root: "out", path, sha256: sha256(png) };
  await effects.appendLine(journal, journalLine(file));
  await effects.writeFile(join(out, path), png);
  return file;
}
