import { fork } from "node:child_process";
import { enableCompileCache } from "node:module";
import { setFlagsFromString } from "node:v8";
import { parentPort, Worker } from "node:worker_threads";

/** A task that was stopped because it took too long or too much memory. */
export class LimitError extends Error {
  override name = "LimitError";
}

export type Request = { task: string; input: unknown };
export type Answer = { ok: true; value: unknown } | { ok: false; message: string; stack: string };
export type Listener = { answer(answer: Answer): void; fault(error: Error): void };
/** Where one task at a time runs. After a fault it is of no more use. */
export type Slot = { send(request: Request): void; stop(): Promise<void> };
/** Megabytes that values of a task may take, and its bytes, which the first do not count: a packed file can unpack to any size. */
export type MemoryLimits = { megabytes: number; buffers: number };

const overBytes = (buffers: number): LimitError => new LimitError(`it needed more than ${buffers} MB of memory for bytes and was stopped`);
const overValues = (megabytes: number): LimitError => new LimitError(`it needed more than ${megabytes} MB of memory and was stopped`);

/** A thread: quick to start and to talk to. A task that fills its memory in one go can end the whole process. */
export function startThread(script: URL, limits: MemoryLimits, listener: Listener): Slot {
  // A new heap is taken to be full at a few megabytes, so that one large buffer after another would cost a full collection each.
  setFlagsFromString("--initial-old-space-size=128");
  const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: limits.megabytes }, execArgv: [] });
  let watch: NodeJS.Timeout | undefined;
  const fault = (error: Error): void => {
    clearInterval(watch);
    listener.fault(error);
  };
  worker.on("message", (answer: Answer) => {
    clearInterval(watch);
    listener.answer(answer);
  });
  worker.on("error", (error: Error) =>
    fault("code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY" ? overValues(limits.megabytes) : error),
  );
  worker.on("exit", () => fault(new Error("its worker ended before it did")));
  const look = (): void =>
    void worker.getHeapStatistics().then(
      ({ external_memory }) => {
        if (external_memory > limits.buffers * 1_048_576) fault(overBytes(limits.buffers));
      },
      () => undefined,
    );
  return {
    send: (request) => {
      watch = setInterval(look, 200);
      worker.postMessage(request);
    },
    stop: async () => {
      clearInterval(watch);
      await worker.terminate();
    },
  };
}

/**
 * A process, for what strangers made: whatever a task does to its memory ends that process and no other,
 * and what the engine prints as it ends is not shown.
 */
export function startProcess(script: URL, limits: MemoryLimits, listener: Listener): Slot {
  const all = limits.megabytes + limits.buffers;
  const child = fork(script, [String(all)], {
    execArgv: [`--max-old-space-size=${limits.megabytes}`],
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  child.on("message", (answer) => listener.answer(answer as Answer));
  child.on("error", (error) => listener.fault(error));
  // A task cannot end its process but by its memory: by the engine, by the watchdog beside it, or by the machine.
  child.on("exit", () =>
    listener.fault(new LimitError(`it needed more than ${limits.megabytes} MB of memory, or ${all} MB with its bytes, and was stopped`)),
  );
  return {
    send: (request) => void child.send(request),
    stop: async () => {
      child.kill("SIGKILL");
      await ended;
    },
  };
}

type Tasks = Readonly<Record<string, () => Promise<(input: never) => Promise<unknown>>>>;

async function answerTo(tasks: Tasks, { task, input }: Request): Promise<Answer> {
  try {
    const load = tasks[task];
    if (!load) throw new Error(`No task is called "${task}"`);
    // The pool's caller and the task agree on the type of the input by the task's name.
    return { ok: true, value: await (await load())(input as never) };
  } catch (error) {
    const { message, stack } = error instanceof Error ? error : new Error(String(error));
    return { ok: false, message, stack: stack ?? message };
  }
}

/** The other side of a slot: answers each request with what its task gives or throws. */
export function serveTasks(tasks: Tasks): void {
  // The cache that main.ts turned on is not shared: without this, half of a worker's start goes into compiling.
  enableCompileCache();
  // The reader of PDF can leave behind a promise that fails when nobody waits for it any more; the next task is not to blame.
  process.on("unhandledRejection", () => undefined);
  if (parentPort) {
    const port = parentPort;
    port.on("message", async (request: Request) => port.postMessage(await answerTo(tasks, request)));
    return;
  }
  new Worker(new URL("./watchdog.ts", import.meta.url), { argv: [process.argv[2] ?? ""] }).unref();
  process.on("message", async (request: Request) => process.send?.(await answerTo(tasks, request)));
  process.on("disconnect", () => process.exit());
}
