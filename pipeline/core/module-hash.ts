import { dirname, resolve } from "node:path";
import { sha256 } from "./hash.ts";

const importOf = /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+)"(\.{1,2}\/[^"]+)"/g;
/** Types are gone when the code runs: what only they reach decides nothing. */
const typesAlone = /^\s*(?:import|export) type [^;]*;/gm;

/**
 * Hashes of modules that cover everything they import to run, from the sources: a change anywhere below a
 * stage changes the stage's hash, a change beside it does not. Packages are covered by the lockfile,
 * which the caller adds.
 */
export function moduleHasher(readText: (path: string) => Promise<string>): (entry: string) => Promise<string> {
  const texts = new Map<string, Promise<{ hash: string; imports: string[] }>>();
  const load = (path: string) => {
    const known = texts.get(path);
    if (known) return known;
    const loading = readText(path).then((text) => ({
      hash: sha256(text),
      imports: [...text.replace(typesAlone, "").matchAll(importOf)].map((found) => resolve(dirname(path), found[1] ?? "")),
    }));
    texts.set(path, loading);
    return loading;
  };
  return async (entry) => {
    const seen = new Map<string, string>();
    const walk = async (path: string): Promise<void> => {
      if (seen.has(path)) return;
      seen.set(path, "");
      const { hash, imports } = await load(path);
      seen.set(path, hash);
      for (const below of imports) await walk(below);
    };
    await walk(resolve(entry));
    const base = dirname(resolve(entry));
    // Paths relative to the entry, so that the folder a project lives in does not matter.
    const lines = [...seen].map(
      ([path, hash]) => `${path.startsWith(base) ? path.slice(base.length) : path.slice(dirname(base).length)} ${hash}`,
    );
    return sha256(lines.sort().join("\n"));
  };
}
