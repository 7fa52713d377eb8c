import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

type Collect = (options?: { type: "minor" }) => void;
let collect: Collect | null = null;

/** The engine's own collector, which it shows only when asked to. */
function collector(): Collect {
  if (!collect) {
    setFlagsFromString("--expose-gc");
    collect = runInNewContext("gc") as Collect;
  }
  return collect;
}

/**
 * Gives unused memory back now. Worth its tenth of a second where a process is done with large tables and
 * others start that need the room; V8 would wait for a need of its own.
 */
export const freeMemory = (): void => collector()();

/**
 * The same, where the process holds more than so many megabytes. A heap that has room grows to three times of
 * what is in use before V8 looks, and a long run would grow with the number of its tasks.
 */
export function freeMemoryAbove(megabytes: number): void {
  if (process.memoryUsage.rss() > megabytes * 1_048_576) freeMemory();
}

/**
 * Frees what was just made and let go, in less than a millisecond. For a task that passes through buffers of
 * many megabytes: V8 sees few objects and waits, until it must go through all memory to find them, and the
 * pages of each new buffer are taken from the system anew.
 */
export const freeRecent = (): void => collector()({ type: "minor" });
