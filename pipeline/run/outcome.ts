/** What a run prints at its end, and its exit code: 0 done, 1 bad data or a failure, 2 wrong usage. */
export type Outcome = { exitCode: 0 | 1 | 2; lines: string[] };

/** The machine that a run is on, as far as it matters. */
export type Machine = { project: string; workingFolder: string; processors: number; nodeVersion: string };
