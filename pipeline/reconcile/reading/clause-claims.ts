import { isSaidOfOthers, ofItself } from "../vocabulary/claim-limits.ts";
import { goals } from "../vocabulary/goals.ts";
import { whoIn } from "../vocabulary/others.ts";
import { wordings } from "../vocabulary/patterns.ts";
import { likely, standings, type Standing } from "../vocabulary/standings.ts";
import type { Beside } from "./rows-beside.ts";
import { stands } from "./stands.ts";

/** A clause of a sentence that claims how something stands, to a goal or to others, whose figures stand elsewhere. */
export type ClauseClaim = {
  standing: Standing;
  word: string;
  who: string;
  /** "England does better", "a lower rate than ours": claimed of the figure of others. */
  isOfOthers: boolean;
};

const denied = wordings`
  not|no|never|nor|neither|although|except|apart from|gap|closer|than (?:last|the previous)|if|would|should|aim|will|only|most|some|nearly|almost|once|until|had been`;
/** What stands between commas or in brackets with a figure of its own: "Attendance, at 92.1%, is above …". */
const apposed = /,? \([^()]*\d[^()]*\)|, (?:at|with|now at|standing at|which (?:is|was)) \d[^,;]*,/giu;
/** "The table below shows": where it stands. */
const ofPlace = /\b(?:table|chart|figures?|rows?) (?:above|below)\b/giu;
const joints = /[,;] (?:and |but |while )?| while | whereas | but /u;

/** The clauses of a sentence, each with the figures that stand in it between commas or in brackets. */
export const clausesOf = (text: string): string[] =>
  text
    .replace(ofPlace, "table")
    .replace(apposed, (words) => ` ${[...words.matchAll(/[£\d][\d.,]*\d?%?/gu)].map(([one]) => one).join(" ")}`)
    .split(joints);

/** Whether a sentence names a goal or others at all. */
export const namesAny = (text: string): boolean => whoIn(text).length > 0 || goals.test(text) || /\bon target\b/iu.test(text);

/** The words of a clause that compare, and whom they name; null where it denies, or leaves open. */
export function claimIn(clause: string): ClauseClaim | null {
  const claim = [...standings, ...likely].find(({ standing, words }) => standing !== "praised" && words.test(clause));
  const word = claim?.words.exec(clause)?.[0] ?? "";
  const rest = clause.replace(word, " ");
  const named = whoIn(clause);
  const who = named.length === 1 ? named[0] : named.length === 0 && namesAny(clause) ? "goal" : undefined;
  if (!claim || who === undefined || denied.test(rest) || (named.length > 0 && ["met", "missed", "short"].includes(claim.standing)))
    return null;
  const [before, behind] = [clause.slice(0, clause.indexOf(word)), clause.slice(clause.indexOf(word) + word.length)];
  return { standing: claim.standing, word, who, isOfOthers: who !== "goal" && (isSaidOfOthers(before) || ofItself.test(behind)) };
}

/** Whether two levels stand as the words have it; null where nobody can say. */
export const isTrue = (standing: Standing, { own, other, good, isGoal }: Beside): boolean | null =>
  stands(standing, own.value, other.value, good, { isGoal, isShare: own.unit === "percent" });
