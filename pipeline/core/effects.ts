/**
 * Everything the pipeline does to the world outside, by name. Passed in, never defaulted; main.ts
 * makes the real ones, tests make others. Paths are absolute.
 */
export type Effects = {
  /** The bytes of a file. Throws FileError, a sentence fit for the analyst. */
  readFile(path: string): Promise<Uint8Array>;
  /** The bytes, or null when there is no such file. Throws FileError on anything else. */
  readFileIfAny(path: string): Promise<Uint8Array | null>;
  /** Writes to a temporary name beside it, then renames: a reader sees the old file or the new, whole. */
  writeFile(path: string, bytes: Uint8Array | string): Promise<void>;
  /** Bytes in a file. Throws FileError. */
  fileSize(path: string): Promise<number>;
  /** Adds one line to the end of a file, which need not be there. Lines of several writers do not mix. */
  appendLine(path: string, line: string): Promise<void>;
  /** Removes a file and then the folders below `within` that this leaves empty; a file that is not there is no error. */
  removeFile(path: string, within: string): Promise<void>;
  /**
   * Regular files below a folder, relative with "/", sorted by code unit; null when there is no such folder.
   * A folder in it that cannot be listed, a link that leads to no file and whatever is neither file nor folder
   * is given to `refused` with the reason; without that, the first is thrown and the others are passed over.
   */
  listFiles(folder: string, refused?: (name: string, reason: string) => void): Promise<string[] | null>;
  /** Takes a lock that outlives no crash, and gives the way to release it. Throws FileError when another run holds it. */
  lock(path: string): Promise<() => Promise<void>>;
  /** One line of progress: moves on a terminal, is printed plainly elsewhere. */
  progress(message: string): void;
};

/** A file that could not be read or written. The message is one sentence that says what to do; `reason` is its part without the path. */
export class FileError extends Error {
  override name = "FileError";
  readonly reason: string;
  constructor(message: string, reason = message) {
    super(message);
    this.reason = reason;
  }
}
