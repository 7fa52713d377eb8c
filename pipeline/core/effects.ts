/**
 * Everything the pipeline does to the world outside, by name. Passed in, never defaulted; main.ts
 * makes the real ones, tests make others. Paths are absolute.
 */
export type Effects = {
  readFile(path: string): Promise<Uint8Array>;
  /** Writes to a temporary name beside it, then renames: a reader sees the old file or the new, whole. */
  writeFile(path: string, bytes: Uint8Array | string): Promise<void>;
  removeFile(path: string): Promise<void>;
  /** Regular files below a folder, as paths relative to it with "/", sorted by code unit; [] when the folder does not exist. */
  listFiles(folder: string): Promise<string[]>;
  /** One plain line, or a moving progress line on a terminal. */
  report(message: string): void;
};
