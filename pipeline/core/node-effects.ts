import type { Dirent } from "node:fs";
import { appendFile, mkdir, open, readFile, readdir, rename, rm, rmdir, stat, type FileHandle } from "node:fs/promises";
import { dirname, join } from "node:path";
import { FileError, type Effects } from "./effects.ts";
import { printable } from "./printable.ts";

const temporaryName = /^\.panelpack-\d+-\d+\.tmp$/;
let written = 0;

const codeOf = (error: unknown): string => (error instanceof Error && "code" in error ? String(error.code) : "");

function explain(error: unknown, doing: string, path: string): FileError {
  const advice: Record<string, string> = {
    ENOSPC: "the disk is full; free some space and run again, what was built before is untouched",
    EFBIG: "there is no room for a file of its size; free some space and run again, what was built before is untouched",
    EDQUOT: "the disk quota is used up; free some space and run again, what was built before is untouched",
    EACCES: "permission was refused; check who owns the folder",
    EPERM: "permission was refused; check who owns the folder",
    EROFS: "the disk is read-only",
    ENOENT: "there is no such file",
    EISDIR: "it is a folder, not a file",
    EEXIST: "a file stands where a folder is needed",
    ENOTDIR: "a file stands where a folder is needed",
    EMFILE: "too many files are open at once",
    ENAMETOOLONG: "the name is too long",
    ELOOP: "it is a link that leads back to itself",
    EIO: "the disk could not be read; check it, or copy the file again",
    ERR_FS_FILE_TOO_LARGE: "it is too large to be read at once; split it",
  };
  const code = codeOf(error);
  const nameless = code === "ENOENT" && path.includes("\ufffd");
  const reason = nameless
    ? "its name holds bytes that are no text; rename it"
    : (advice[code] ?? (error instanceof Error ? error.message : String(error)));
  return new FileError(`${doing} ${path} failed: ${reason}.`, reason);
}

async function readFileIfAny(path: string): Promise<Uint8Array | null> {
  try {
    return await readFile(path);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw explain(error, "Reading", path);
  }
}

/** A new file that is nobody else's: threads of one process count alike, and two painters write into one folder. */
async function openNew(folder: string): Promise<{ temporary: string; file: FileHandle }> {
  for (;;) {
    const temporary = join(folder, `.panelpack-${process.pid}-${written++}.tmp`);
    const file = await open(temporary, "wx").catch((error: unknown) => {
      if (codeOf(error) === "EEXIST") return null;
      throw error;
    });
    if (file) return { temporary, file };
  }
}

async function writeFile(path: string, bytes: Uint8Array | string): Promise<void> {
  const folder = dirname(path);
  let temporary = "";
  try {
    await mkdir(folder, { recursive: true });
    const opened = await openNew(folder);
    temporary = opened.temporary;
    const { file } = opened;
    try {
      await file.writeFile(bytes);
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    if (temporary !== "") await rm(temporary, { force: true }).catch(() => undefined);
    throw explain(error, "Writing", path);
  }
}

async function fileSize(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    throw explain(error, "Reading", path);
  }
}

async function appendLine(path: string, line: string): Promise<void> {
  try {
    await mkdir(dirname(path), { recursive: true });
    await appendFile(path, `${line}\n`);
  } catch (error) {
    throw explain(error, "Writing", path);
  }
}

async function removeFile(path: string, within: string): Promise<void> {
  try {
    await rm(path, { force: true });
  } catch (error) {
    throw explain(error, "Removing", path);
  }
  // rmdir refuses a folder that still holds something, which is where this stops.
  try {
    for (let folder = dirname(path); folder.length > within.length; folder = dirname(folder)) await rmdir(folder);
  } catch {
    return;
  }
}

async function listFiles(folder: string, refused?: (name: string, reason: string) => void): Promise<string[] | null> {
  const found: string[] = [];
  const walk = async (at: string, prefix: string): Promise<void> => {
    let entries: Dirent[];
    try {
      entries = await readdir(join(folder, at), { withFileTypes: true });
    } catch (error) {
      const fault = explain(error, "Listing", join(folder, at));
      if (!refused || at === "") throw fault;
      return refused(prefix, fault.reason);
    }
    for (const entry of entries) {
      const name = prefix + entry.name;
      if (entry.isDirectory()) await walk(join(at, entry.name), `${name}/`);
      else if (entry.isFile()) found.push(name);
      else if (entry.isSymbolicLink()) {
        // A link to a file counts as that file; a link to a folder is not followed, so none can loop.
        const target = await stat(join(folder, at, entry.name)).catch(() => null);
        if (target?.isFile()) found.push(name);
        else
          refused?.(
            name,
            target?.isDirectory()
              ? "it is a link to a folder, and such links are not followed; copy the folder itself"
              : "it is a link that leads to no file; copy the file itself",
          );
      } else refused?.(name, "it is neither a file nor a folder; take it out");
    }
  };
  const top = await stat(folder).catch(() => null);
  if (!top) return null;
  if (!top.isDirectory()) throw new FileError(`${folder} is a file; a folder was expected.`);
  await walk("", "");
  return found.sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return codeOf(error) === "EPERM";
  }
}

/**
 * Something that tells a process from a later one with the same number, as those in containers have after
 * every start: where the system shows it, the start of the machine and of the process. "" elsewhere.
 */
async function startOf(pid: number): Promise<string> {
  try {
    const boot = (await readFile("/proc/sys/kernel/random/boot_id", "utf8")).trim();
    const after = (await readFile(`/proc/${pid}/stat`, "utf8")).split(") ").at(-1)?.split(" ");
    return `${boot} ${after?.[19] ?? ""}`;
  } catch {
    return "";
  }
}

async function isHeld(content: string): Promise<boolean> {
  const [first = "", mark = ""] = content.split("\n");
  const holder = Number(first);
  if (!Number.isInteger(holder) || holder <= 0 || !isRunning(holder)) return false;
  const now = await startOf(holder);
  return mark === "" || now === "" ? holder !== process.pid : now === mark;
}

const textOf = async (path: string): Promise<string> => Buffer.from((await readFileIfAny(path)) ?? new Uint8Array()).toString("utf8");

/** The lock is a file that holds the process number and its start; one whose process has gone is taken over. */
async function lock(path: string): Promise<() => Promise<void>> {
  await mkdir(dirname(path), { recursive: true }).catch((error: unknown) => {
    throw explain(error, "Making", dirname(path));
  });
  for (let attempt = 0; attempt < 5; attempt++) {
    try {
      const file = await open(path, "wx");
      await file.writeFile(`${process.pid}\n${await startOf(process.pid)}\n`);
      await file.close();
      return () => rm(path, { force: true });
    } catch (error) {
      if (codeOf(error) !== "EEXIST") throw explain(error, "Locking", path);
    }
    let seen = await textOf(path);
    // Another run may be between making the file and writing its number.
    if (seen === "") await new Promise((resolve) => setTimeout(resolve, 100));
    if (seen === "") seen = await textOf(path);
    if (await isHeld(seen)) {
      throw new FileError(
        `Another run (process ${Number.parseInt(seen, 10)}) is writing here: wait for it to end, or remove ${path} if it is not a run of this program.`,
      );
    }
    // Moved aside before it is removed, so that a lock that another run has taken meanwhile can be put back.
    const aside = `${path}.${process.pid}`;
    await rename(path, aside).catch(() => undefined);
    if ((await textOf(aside)) === seen) await rm(aside, { force: true });
    else await rename(aside, path).catch(() => undefined);
  }
  throw new FileError(`Locking ${path} failed: another run took it at the same moment; run again.`);
}

/** Whether a file name is one that writeFile uses on the way, so that a killed run's can be cleared. */
export const isTemporaryName = (name: string): boolean => temporaryName.test(name);

/** The real effects. Progress moves on one line when `stream` is a terminal. */
export function nodeEffects(stream: { isTTY?: boolean; columns?: number; write(text: string): unknown }): Effects {
  let moving = false;
  return {
    readFile: async (path) => {
      const bytes = await readFileIfAny(path);
      if (bytes) return bytes;
      throw explain(Object.assign(new Error("no such file"), { code: "ENOENT" }), "Reading", path);
    },
    readFileIfAny,
    fileSize,
    writeFile,
    appendLine,
    removeFile,
    listFiles,
    lock,
    progress: (said) => {
      const message = printable(said);
      if (!stream.isTTY) {
        if (message !== "") stream.write(`${message}\n`);
        return;
      }
      if (moving || message !== "") stream.write(`\r\u001b[2K${message.slice(0, (stream.columns ?? 80) - 1)}`);
      moving = message !== "";
    },
  };
}
