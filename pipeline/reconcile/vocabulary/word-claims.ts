import type { Polarity } from "../../model/comparison.ts";
import { topicOf } from "./topics.ts";
import { wordings } from "./patterns.ts";

/** "Is growing", "has been on the rise": only as what the sentence says, not as an adjective. */
const keeps = "(?:is|are|was|were|been|keeps?|kept) (?:still |now |again |slowly |steadily |quickly )?";

/** Words for the way two levels of different times go: up, down, to the good or to the bad. */
export const changes = {
  rising: wordings`
    doubled|trebled|tripled|lengthened|widened|increased|rose|risen|grown|grew|(?:gone|went|come|came|crept) up|climbed|rising|
    increasing|more(?<=^more)(?! than)|an increase|a rise|${keeps}(?:growing|mounting|climbing|going up|on the (?:rise|increase))`,
  falling: wordings`
    halved|shortened|narrowed|shrunk|shrank|decreased|fell|fallen|dropped|declined|reduced|(?:gone|went|come|came) down|falling|
    decreasing|fewer(?<=^fewer)|less(?<=^less)|a decrease|a fall|a reduction|a drop|a decline|
    ${keeps}(?:shrinking|easing|declining|dropping|going down|coming down|on the (?:wane|decline))`,
  improving: /\b(?:improved|improving|improvement|better than (?:last|the previous|a year|in (?:19|20)\d\d))\b/iu,
  worsening: /\b(?:worsened|deteriorated|worsening|deterioration|worse than (?:last|the previous|a year|in (?:19|20)\d\d))\b/iu,
} as const;
/** The same of lengths of time alone: a share on time that goes up has become quicker too. */
export const changesOfTime = {
  rising: wordings`(?:become|became|becoming|got|getting|grown|grew) (?:slower|longer)`,
  falling: wordings`(?:become|became|becoming|got|getting|grown|grew) (?:quicker|faster|shorter|speedier)`,
} as const;
export const unchanged = /\b(?:unchanged|the same as|no change|remains? (?:at )?the same|stayed the same)\b/iu;

/** Words that turn a measure round: a fall in late reviews is good. */
const adverse = wordings`
  not|late|overdue|outside|missed|delay\w*|waiting|outstanding|without|unauthorised|absen\w+|missing|offend\w*|repeat|
  backlog|days|weeks|months|cost|unsuitable|breakdowns?|disrupt\w*|moves?`;
const counted = /\b(?:within|inside|in|under) (?:\w+[ -]){0,3}(?:days|weeks|months)\b/giu;

/** What no topic names, and yet has a good side. */
const unwanted = wordings`absence|(?:re-?)?offend(?:ed|ing)|overspen(?:d|t)|complaints upheld`;
const wanted = wordings`grade \d|expected standard|gcses?|complaints?\b.*\b(?:answered|responded|resolved|replied)`;

/** What is called stability and this rare, in percent, is moving more than staying. */
const rare = 40;

/** The side on which a figure of this text is good; "none" when its words leave it open. Knowing a percentage of it can show that they do. */
export function polarityOf(text: string, percent: number | null = null): Polarity {
  const topic = topicOf(text);
  const polarity = topic?.polarity ?? (unwanted.test(text) ? "low" : wanted.test(text) ? "high" : "none");
  if (polarity !== "high") return polarity;
  const isOpen = adverse.test(text.replace(counted, "")) || (topic?.name === "placement stability" && percent !== null && percent < rare);
  return isOpen ? "none" : polarity;
}
