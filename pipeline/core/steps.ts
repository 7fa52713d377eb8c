import { join } from "node:path";
import type { Effects } from "./effects.ts";
import { sha256 } from "./hash.ts";

/**
 * Freshness. A step is named work with hashed inputs; it is done again only when its code, an input or
 * one of its files has changed. Inputs are hashes of upstream *outputs*, so a step that runs again to
 * the same answer stops the wave. Modification times are never read.
 */
export type StepFile = { root: "out" | "data"; path: string; sha256: string };
export type StepRecord = { code: string; inputs: Record<string, string>; output: string; files: StepFile[] };
/** `passing` marks an answer that holds for this run only, such as one cut short by a limit of time: the next run tries again. */
export type StepResult<T> = { value: T; files: StepFile[]; passing?: boolean };
export type Handle<T> = {
  id: string;
  /** Hash of the value and the files; "" while it is not known because nothing was run. */
  hash: string;
  /** File name of the stored value in the objects folder. */
  object: string;
  files: readonly StepFile[];
  reasons: readonly string[];
  value(): Promise<T>;
};
export type StepSpec = { id: string; code: string; inputs: Record<string, string> };

export type Steps = {
  /** Why the step is stale; fresh gives no reasons and a handle on the stored answer. */
  check<T>(spec: StepSpec): Promise<{ reasons: string[]; handle: Handle<T> | null }>;
  /** Stores the answer of a stale step. */
  commit<T>(spec: StepSpec, reasons: readonly string[], result: StepResult<T>): Promise<Handle<T>>;
  /** Checks, and where stale computes and commits. Throws what `compute` throws. */
  run<T>(spec: StepSpec, compute: () => Promise<StepResult<T>>): Promise<Handle<T>>;
  /** Lets go of answers kept in memory; whoever asks again gets them from the store. */
  release(): void;
  /** Every step met so far with its reasons; none means fresh. */
  report(): { id: string; reasons: readonly string[] }[];
  /** Steps known from the run before whose id starts so. */
  known(prefix: string): string[];
  /** Files that the last good run made. */
  filesBefore(): StepFile[];
  /** The files that the last good run of a step made, for a step that failed this time. */
  keep(id: string): StepFile[];
  /** Writes the state; `final` also forgets steps that this run did not meet and drops what they stored. */
  save(final: boolean): Promise<void>;
};

type State = { version: 1; steps: Record<string, StepRecord> };

function parseState(bytes: Uint8Array | null): State {
  if (!bytes) return { version: 1, steps: {} };
  try {
    const state: unknown = JSON.parse(Buffer.from(bytes).toString("utf8"));
    if (typeof state === "object" && state !== null && "version" in state && state.version === 1 && "steps" in state) return state as State;
  } catch {
    // A damaged state only means that everything is built again.
  }
  return { version: 1, steps: {} };
}

function staleReasons(before: StepRecord | undefined, spec: StepSpec): string[] {
  if (!before) return ["it was not built before"];
  const reasons: string[] = [];
  if (before.code !== spec.code) reasons.push("the code has changed");
  for (const [name, hash] of Object.entries(spec.inputs)) {
    const old = before.inputs[name];
    if (hash === "") reasons.push(`it waits for ${name}`);
    else if (old === undefined) reasons.push(`${name} is new`);
    else if (old !== hash) reasons.push(`${name} has changed`);
  }
  for (const name of Object.keys(before.inputs)) if (!(name in spec.inputs)) reasons.push(`${name} has gone`);
  return reasons;
}

/**
 * `folder` holds state.json and one object a value. With `force` every step is stale; with `dry`
 * nothing is computed and stale steps have the hash "".
 */
export async function openSteps(options: {
  effects: Effects;
  folder: string;
  roots: Readonly<Record<StepFile["root"], string>>;
  force: boolean;
  dry: boolean;
}): Promise<Steps> {
  const { effects, folder, roots, force, dry } = options;
  const stateFile = join(folder, "state.json");
  const state = parseState(await effects.readFileIfAny(stateFile));
  const met = new Map<string, readonly string[]>();
  /** Answers of this run that a later step is likely to ask for. */
  const held = new Map<string, unknown>();
  const objectPath = (hash: string) => join(folder, "objects", `${hash}.json`);

  const filesDiffer = async (record: StepRecord): Promise<string[]> => {
    for (const file of record.files) {
      const bytes = await effects.readFileIfAny(join(roots[file.root], file.path));
      if (!bytes) return [`${file.path} is missing`];
      if (sha256(bytes) !== file.sha256) return [`${file.path} was changed by hand`];
    }
    return [];
  };

  const load = async <T>(id: string, record: StepRecord): Promise<T> => {
    const bytes = await effects.readFile(objectPath(record.output));
    if (sha256(bytes) !== record.output) throw new Error(`The stored result of ${id} is damaged: run again with --force.`);
    return JSON.parse(Buffer.from(bytes).toString("utf8")) as T;
  };

  const before = structuredClone(state.steps);
  const handleOf = <T>(id: string, record: StepRecord, reasons: readonly string[]): Handle<T> => ({
    id,
    hash: outputHash(record),
    object: `${record.output}.json`,
    files: record.files,
    reasons,
    value: () => load<T>(id, record),
  });

  const check = async <T>(spec: StepSpec): Promise<{ reasons: string[]; handle: Handle<T> | null }> => {
    const record = before[spec.id];
    const reasons = force ? ["--force was given"] : staleReasons(record, spec);
    if (record && reasons.length === 0) reasons.push(...(await filesDiffer(record)));
    if (record && reasons.length === 0) {
      const stored = await effects.readFileIfAny(objectPath(record.output));
      if (!stored || sha256(stored) !== record.output) reasons.push(`its stored result is ${stored ? "damaged" : "missing"}`);
    }
    met.set(spec.id, reasons);
    return { reasons, handle: record && reasons.length === 0 ? handleOf<T>(spec.id, record, reasons) : null };
  };

  const commit = async <T>(spec: StepSpec, reasons: readonly string[], { value, files, passing }: StepResult<T>): Promise<Handle<T>> => {
    const json = JSON.stringify(value);
    const record: StepRecord = { code: spec.code, inputs: spec.inputs, output: sha256(json), files };
    await effects.writeFile(objectPath(record.output), json);
    if (passing) delete state.steps[spec.id];
    else state.steps[spec.id] = record;
    return handleOf<T>(spec.id, record, reasons);
  };

  return {
    check,
    commit,
    async run<T>(spec: StepSpec, compute: () => Promise<StepResult<T>>): Promise<Handle<T>> {
      const { reasons, handle } = await check<T>(spec);
      if (handle) return handle;
      if (dry)
        return {
          id: spec.id,
          hash: "",
          object: "",
          files: [],
          reasons,
          value: () => Promise.reject(new Error(`${spec.id} was not built`)),
        };
      const result = await compute();
      const committed = await commit(spec, reasons, result);
      held.set(spec.id, result.value);
      return { ...committed, value: () => (held.has(spec.id) ? Promise.resolve(held.get(spec.id) as T) : committed.value()) };
    },
    release: () => held.clear(),
    report: () => [...met].map(([id, reasons]) => ({ id, reasons })),
    known: (prefix) =>
      Object.keys(before)
        .filter((id) => id.startsWith(prefix))
        .sort(),
    filesBefore: () => Object.values(before).flatMap((record) => record.files),
    keep: (id) => before[id]?.files ?? [],
    async save(final) {
      if (dry) return;
      if (final) for (const id of Object.keys(state.steps)) if (!met.has(id)) delete state.steps[id];
      const steps = Object.fromEntries(Object.entries(state.steps).sort(([a], [b]) => (a < b ? -1 : 1)));
      await effects.writeFile(stateFile, `${JSON.stringify({ version: 1, steps })}\n`);
      if (!final) return;
      const wanted = new Set(Object.values(steps).map((record) => `${record.output}.json`));
      for (const name of (await effects.listFiles(join(folder, "objects"))) ?? []) {
        if (!wanted.has(name)) await effects.removeFile(join(folder, "objects", name), folder);
      }
    },
  };
}

function outputHash(record: StepRecord): string {
  return sha256(`${record.output}\n${record.files.map((file) => `${file.root} ${file.path} ${file.sha256}`).join("\n")}`);
}
