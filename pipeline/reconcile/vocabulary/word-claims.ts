import type { Polarity } from "../../model/comparison.ts";
import { topicOf } from "./topics.ts";
import { wordings } from "./patterns.ts";

/** Words for the way two levels of different times go: up, down, to the good or to the bad. */
export const changes = {
  rising:
    /\b(?:doubled|trebled|tripled|lengthened|widened|increased|rose|risen|grown|grew|(?:gone|went|come|came|crept) up|climbed|rising|increasing|^more(?! than)|an increase|a rise)\b/iu,
  falling:
    /\b(?:halved|shortened|narrowed|shrunk|shrank|decreased|fell|fallen|dropped|declined|reduced|(?:gone|went|come|came) down|falling|decreasing|^fewer|^less|a decrease|a fall|a reduction|a drop|a decline)\b/iu,
  improving: /\b(?:improved|improving|improvement|better than (?:last|the previous))\b/iu,
  worsening: /\b(?:worsened|deteriorated|worsening|deterioration)\b/iu,
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

/** The side on which a figure of this text is good; "none" when its words leave it open. */
export function polarityOf(text: string): Polarity {
  const polarity = topicOf(text)?.polarity ?? (unwanted.test(text) ? "low" : wanted.test(text) ? "high" : "none");
  return polarity === "high" && adverse.test(text.replace(counted, "")) ? "none" : polarity;
}
