import { anyOf } from "./patterns.ts";

// What should be reached, by whatever name, and the words in which it is set or judged.

/** What a figure may be measured by, whoever set it. */
export const goalNoun =
  "(?:targets?|thresholds?|standards?|benchmarks?|goals?|ambitions?|ceilings?|limits?|caps?|maximum|minimum|expectations?|requirements?|promises?|pledges?|commitments?|guarantees?|milestones?|aims?|intentions?|handbook)";

export const goals = anyOf(goalNoun);

/** "The four months expected", "the 28 days allowed": what makes the time before it a limit. */
export const set = "(?:expected|allowed|permitted|required|recommended|laid down|set (?:by|for|in|down))";

/** "We promised that nine in ten …", "the council asks for 100%": what should be, in the words of a clause. */
export const wishes =
  "(?:(?:had|has|have) )?(?:promise[sd]?|pledge[sd]?|undert(?:akes?|ook)|asks?|asked|wants?|wanted|requires?|required|aims?|aimed|set out|hoped|committed (?:itself|ourselves))";

/** "The 80% we had set ourselves", "the 70% that the panel asked for". */
export const wishedAfter = new RegExp(
  `^ (?:that |which )?(?:we|it|they|(?:the|our) [a-z]+) (?:${wishes}|(?:had|has|have) (?:set|planned|agreed|been set))\\b`,
  "iu",
);

/** "Remain below target at 92%", "target missed: 84%": what follows is what was reached, and not the goal. */
export const verdictBefore =
  /\b(?:(?:below|above|on|under|over|off|met|missed|beat|hit|exceeded)(?: (?:its|the|our|their))? (?:target|goal|standard)s?|(?:target|goal|standard)s? (?:met|missed|exceeded|not met))(?:,? (?:at|with)|:| [–-]) $/iu;
