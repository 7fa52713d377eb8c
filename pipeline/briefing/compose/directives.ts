import { cover, purpose } from "./cover.ts";
import { evidence } from "./evidence-list.ts";
import type { Composer } from "./pack.ts";
import { scorecard } from "./scorecard.ts";

/** What a template can ask for, by the name after its two colons. */
export const directives: Readonly<Record<string, Composer>> = {
  cover,
  purpose,
  scorecard,
  evidence,
};
