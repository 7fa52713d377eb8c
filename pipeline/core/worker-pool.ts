import { LimitError, serveTasks, startProcess, startThread, type Answer, type MemoryLimits, type Slot } from "./slots.ts";

export { LimitError, serveTasks };

export type Pool = {
  /** Runs one task in a worker; rejects with what the task threw, or with LimitError. */
  run<I, O>(task: string, input: I): Promise<O>;
  /** Ends the workers and gives their memory back; a later task is refused. */
  close(): Promise<void>;
};

type Waiting = { task: string; input: unknown; resolve(value: unknown): void; reject(error: Error): void };
type Worker = { slot: Slot; answer(answer: Answer): void; fault(error: Error): void };

/**
 * Workers are started when first needed and replaced when one is stopped. Results do not depend on how
 * many there are: a task sees only its input. `apart` gives each worker a process of its own, for tasks
 * that read what strangers made; otherwise it is a thread.
 */
export function openPool(options: MemoryLimits & { script: URL; size: number; seconds: number; apart?: boolean }): Pool {
  const queue: Waiting[] = [];
  const idle: Worker[] = [];
  const all = new Set<Worker>();

  const start = (): Worker => {
    const worker: Worker = {
      slot: { send: () => undefined, stop: () => Promise.resolve() },
      answer: () => undefined,
      fault: () => undefined,
    };
    const listener = { answer: (answer: Answer) => worker.answer(answer), fault: (error: Error) => worker.fault(error) };
    worker.slot = (options.apart ? startProcess : startThread)(options.script, options, listener);
    all.add(worker);
    return worker;
  };

  const drop = async (worker: Worker): Promise<void> => {
    all.delete(worker);
    worker.fault = () => undefined;
    await worker.slot.stop();
  };

  /** A worker at rest that ends, as after a late fault of a library, is forgotten; it had no task to fail. */
  const rest = (worker: Worker): void => {
    worker.answer = () => undefined;
    worker.fault = () => {
      all.delete(worker);
      if (idle.includes(worker)) idle.splice(idle.indexOf(worker), 1);
    };
    idle.push(worker);
  };

  let closed = false;
  const next = (): void => {
    while (!closed && queue.length > 0 && (idle.length > 0 || all.size < options.size)) {
      const waiting = queue.shift();
      if (waiting) begin(idle.pop() ?? start(), waiting);
    }
  };

  const begin = (worker: Worker, waiting: Waiting): void => {
    const stop = (error: Error): void => {
      clearTimeout(timer);
      void drop(worker).then(next);
      waiting.reject(error);
    };
    const timer = setTimeout(
      () => stop(new LimitError(`it took longer than ${options.seconds} seconds and was stopped`)),
      options.seconds * 1000,
    );
    worker.fault = stop;
    worker.answer = (answer) => {
      clearTimeout(timer);
      rest(worker);
      if (answer.ok) waiting.resolve(answer.value);
      else waiting.reject(Object.assign(new Error(answer.message), { stack: answer.stack }));
      next();
    };
    worker.slot.send({ task: waiting.task, input: waiting.input });
  };

  return {
    run: <I, O>(task: string, input: I) =>
      new Promise<O>((resolve, reject) => {
        if (closed) return reject(new Error(`The pool is closed: "${task}" came too late`));
        queue.push({ task, input, resolve: resolve as (value: unknown) => void, reject });
        next();
      }),
    close: async () => {
      closed = true;
      await Promise.all([...all].map((worker) => worker.slot.stop()));
      all.clear();
      idle.length = 0;
    },
  };
}
