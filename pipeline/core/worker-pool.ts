import { enableCompileCache } from "node:module";
import { parentPort, Worker } from "node:worker_threads";

/** A task that was stopped because it took too long or too much memory. */
export class LimitError extends Error {
  override name = "LimitError";
}

export type Pool = {
  /** Runs one task in a worker; rejects with what the task threw, or with LimitError. */
  run<I, O>(task: string, input: I): Promise<O>;
  /** Ends the workers and gives their memory back; a later task starts new ones. */
  close(): Promise<void>;
};

type Waiting = { task: string; input: unknown; resolve(value: unknown): void; reject(error: Error): void };
type Answer = { ok: true; value: unknown } | { ok: false; message: string; stack: string };

/**
 * Workers are started when first needed and replaced when one is stopped. Results do not depend on how
 * many there are: a task sees only its input. `megabytes` bounds what a task's values take and `buffers`,
 * in megabytes too, what its bytes take, which the first does not count: a packed file can unpack to any size.
 */
export function openPool(options: { script: URL; size: number; seconds: number; megabytes: number; buffers: number }): Pool {
  const queue: Waiting[] = [];
  const idle: Worker[] = [];
  const all = new Set<Worker>();

  const start = (): Worker => {
    const worker = new Worker(options.script, { resourceLimits: { maxOldGenerationSizeMb: options.megabytes }, execArgv: [] });
    worker.setMaxListeners(0);
    all.add(worker);
    return worker;
  };

  const drop = async (worker: Worker): Promise<void> => {
    all.delete(worker);
    await worker.terminate();
  };

  /** A worker at rest that ends, as after a late fault of a library, is forgotten; it had no task to fail. */
  const rest = (worker: Worker): void => {
    const forget = (): void => {
      all.delete(worker);
      if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
    };
    worker.on("error", forget);
    worker.on("exit", forget);
    idle.push(worker);
  };

  const next = (): void => {
    while (queue.length > 0 && (idle.length > 0 || all.size < options.size)) {
      const waiting = queue.shift();
      if (waiting) begin(idle.pop() ?? start(), waiting);
    }
  };

  const begin = (worker: Worker, waiting: Waiting): void => {
    const end = (): void => {
      over = true;
      clearTimeout(timer);
      clearInterval(watch);
      worker.removeAllListeners("message");
      worker.removeAllListeners("error");
      worker.removeAllListeners("exit");
    };
    let over = false;
    const stop = (error: Error): void => {
      if (over) return;
      end();
      // "error" with no listener would end the process.
      worker.on("error", () => undefined);
      void drop(worker).then(next);
      waiting.reject(error);
    };
    const timer = setTimeout(
      () => stop(new LimitError(`it took longer than ${options.seconds} seconds and was stopped`)),
      options.seconds * 1000,
    );
    const watch = setInterval(() => {
      void worker.getHeapStatistics().then(
        ({ external_memory }) => {
          if (external_memory > options.buffers * 1_048_576) stop(new LimitError(`it needed more than ${options.buffers} MB of memory for bytes and was stopped`));
        },
        () => undefined,
      );
    }, 200);
    worker.removeAllListeners("error");
    worker.removeAllListeners("exit");
    worker.once("message", (answer: Answer) => {
      end();
      rest(worker);
      if (answer.ok) waiting.resolve(answer.value);
      else waiting.reject(Object.assign(new Error(answer.message), { stack: answer.stack }));
      next();
    });
    worker.once("error", (error: Error) => {
      const outOfMemory = "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";
      stop(outOfMemory ? new LimitError(`it needed more than ${options.megabytes} MB of memory and was stopped`) : error);
    });
    worker.once("exit", () => stop(new Error("its worker ended before it did")));
    worker.postMessage({ task: waiting.task, input: waiting.input });
  };

  return {
    run: <I, O>(task: string, input: I) =>
      new Promise<O>((resolve, reject) => {
        queue.push({ task, input, resolve: resolve as (value: unknown) => void, reject });
        next();
      }),
    close: async () => {
      const ended = [...all];
      all.clear();
      idle.length = 0;
      await Promise.all(ended.map((worker) => worker.terminate()));
    },
  };
}

/** The worker's side: answers each message with what its task gives or throws. */
export function serveTasks(tasks: Readonly<Record<string, () => Promise<(input: never) => Promise<unknown>>>>): void {
  // The cache that main.ts turned on is not shared: without this, half of a worker's start goes into compiling.
  enableCompileCache();
  // The reader of PDF can leave behind a promise that fails when nobody waits for it any more; the next task is not to blame.
  process.on("unhandledRejection", () => undefined);
  parentPort?.on("message", async ({ task, input }: { task: string; input: unknown }) => {
    let answer: Answer;
    try {
      const load = tasks[task];
      if (!load) throw new Error(`No task is called "${task}"`);
      // The pool's caller and the task agree on the type of the input by the task's name.
      answer = { ok: true, value: await (await load())(input as never) };
    } catch (error) {
      const { message, stack } = error instanceof Error ? error : new Error(String(error));
      answer = { ok: false, message, stack: stack ?? message };
    }
    parentPort?.postMessage(answer);
  });
}
