import { setImmediate } from "node:timers/promises";
import { openPool, type Pool } from "../../core/worker-pool.ts";
import type { DrawList } from "../../charts/render/draw-list.ts";

let pool: Pool | null = null;

/** So many that a thread need not come back for more while its builder sets a page, few enough to share out evenly. */
const atOnce = 12;

/** Paints drawings while more are drawn. `all` gives the PNG files in the order in which the drawings came. */
export type Painter = {
  add(list: DrawList): Promise<void>;
  all(): Promise<Uint8Array[]>;
  /** Starts the threads before there is a drawing. */
  warm(): Promise<void>;
};

/** The threads stay for the next authority. */
export function openPainter(threads: number): Painter {
  const painted: Promise<Uint8Array[]>[] = [];
  let batch: DrawList[] = [];
  const paint = (lists: DrawList[]): Promise<Uint8Array[]> => {
    pool ??= openPool({ script: new URL("../worker.ts", import.meta.url), size: threads, seconds: 120, megabytes: 256, buffers: 512 });
    return pool.run<DrawList[], Uint8Array[]>("paint-pngs", lists);
  };
  const send = (): void => {
    painted.push(unheard(paint(batch)));
    batch = [];
  };
  return {
    add: async (list) => {
      batch.push(list);
      if (batch.length < atOnce) return;
      send();
      // Drawing never waits for anything, so that a thread that is done would not be heard.
      await setImmediate();
    },
    all: () => {
      if (batch.length > 0) send();
      return unheard(Promise.all(painted).then((batches) => batches.flat()));
    },
    warm: async () => {
      await Promise.all(Array.from({ length: threads }, () => paint([])));
    },
  };
}

/** A picture that fails is met where all are awaited; until then it must not count as unhandled. */
function unheard<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => undefined);
  return promise;
}
