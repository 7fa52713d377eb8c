import type { Authority } from "../model/authority.ts";

/** What is to be built: for whom, from which slice of the figures, as of which date. */
export type Plan = { selection: Authority[]; errors: string[]; slices: Record<string, string>; date: string };
