import type { Composer } from "./pack.ts";

/** Marks its page as one that a pack takes only when it would otherwise have fewer pages than its template allows. */
export const spare: Composer = { settings: {}, words: "none", items: "none", compose: () => undefined };
