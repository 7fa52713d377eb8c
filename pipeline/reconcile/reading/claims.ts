import { denied, isSaidOfOthers, ofItself, restricts } from "../vocabulary/claim-limits.ts";
import { goals } from "../vocabulary/goals.ts";
import { standings, type StandingWords } from "../vocabulary/standings.ts";
import { upToTwelve } from "../vocabulary/number-words.ts";
import { pattern } from "../vocabulary/patterns.ts";
import type { Sentence } from "./reading.ts";

/** Words of a sentence that say how a figure stands to a goal or to that of others. */
export type Claim = StandingWords & {
  word: string;
  at: number;
  end: number;
  /** "England did better", "a lower rate than ours": it is claimed of the figure of others. */
  isOfOthers: boolean;
};

/** The last clause of what stands before a claim. */
export const clauseBefore = (before: string): string => before.split(/[;:,]|\b(?:and|but|so|while)\b/u).at(-1) ?? "";

/** "94 (7.0%) were missed without notice", "12% were met at the station": what the number counts, and no goal. */
const counted = /(?:\d|%|per cent|\)|\bof (?:them|these|those|which))\s*$/u;
/** "Not by averaging the three above it", "the rows below the total": a place in the table. */
const ofPlace = pattern`\b(?:the|those|these) (?:${upToTwelve}|\d+|figures|rows|lines|percentages|shares|columns)(?: (?:figures|rows|lines|percentages|shares|rates|teams|services))? $`;
/** How far before such words a goal that they are of may be named. */
const farthestGoal = 60;

export function claimsIn(sentence: Sentence): Claim[] {
  return standings
    .flatMap((each): Claim[] => {
      const match = each.words.exec(sentence.text);
      const before = sentence.text.slice(0, match?.index);
      if (!match || denied.test(before)) return [];
      if (!/^(?:the|ours?|we)\b/iu.test(match[0].trim()) && restricts.test(before)) return [];
      if (["above", "below"].includes(each.standing) && ofPlace.test(before)) return [];
      if (["missed", "met"].includes(each.standing) && counted.test(before) && !goals.test(before.slice(-farthestGoal))) return [];
      const end = match.index + match[0].length;
      const isOfOthers =
        each.leaning === "behind"
          ? ofItself.test(sentence.text.slice(end))
          : (each.by === "others" || ["better", "worse"].includes(each.standing)) && isSaidOfOthers(before);
      if (each.by === "others" && !isOfOthers) return [];
      return [{ ...each, word: match[0].trim(), at: match.index, end, isOfOthers }];
    })
    .filter((claim, index, all) => !all.some((one, earlier) => earlier < index && one.at <= claim.at && one.end >= claim.at));
}
