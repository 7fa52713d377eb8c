import type { Polarity } from "../../model/comparison.ts";
import { topicOf } from "./topics.ts";
import { wordings } from "./patterns.ts";

/** A word for how two figures stand to each other, and whether they do; null where nobody can say. */
export type Claim = { pattern: RegExp; holds: (own: number, other: number, good: Polarity) => boolean | null };

const side = (own: number, other: number, good: Polarity): boolean | null =>
  good === "none" ? null : good === "high" ? own >= other : own <= other;
const opposite = (holds: boolean | null): boolean | null => (holds === null ? null : !holds);

/** Words that set a figure against another: of others, or a target. */
export const comparisons: readonly Claim[] = [
  {
    pattern:
      /\b(?:(?<!\bor )better|stronger|more (?:positive|favourable)|favourabl[ey]|outperform\w*|ahead of|compares? (?:very )?(?:well|favourably))\b/iu,
    holds: side,
  },
  {
    pattern: /\b(?:worse|weaker|poorer|less favourabl[ey]|unfavourabl[ey]|behind|compares? (?:poorly|badly|unfavourably))\b/iu,
    holds: (own, other, good) => (own === other ? null : opposite(side(own, other, good))),
  },
  { pattern: /\b(?:above|higher than|exceed(?:s|ed|ing)?|more than|greater than)\b/iu, holds: (own, other) => own >= other },
  { pattern: /\b(?:below|lower than|less than|fewer than|short of)\b/iu, holds: (own, other) => own <= other },
  {
    pattern: /\b(?:in line with|similar to|the same as|comparable (?:to|with)|on a par with)\b/iu,
    holds: (own, other) => Math.abs(own - other) <= Math.max(5, 0.25 * other),
  },
  { pattern: /\b(?:met|meets|meeting|achiev(?:ed|es|ing)|hit|surpass(?:ed|es)?|reached)\b[^.]*\btargets?\b/iu, holds: side },
  { pattern: /\btargets? (?:was|were|has been|is|have been) (?:also )?(?:met|achieved|exceeded|reached|surpassed)\b/iu, holds: side },
  {
    pattern: /\btargets? (?:was|were|has been|is) (?:missed|not (?:met|achieved|reached))\b/iu,
    holds: (own, other, good) => opposite(side(own, other, good)),
  },
  {
    pattern: /\b(?:missed|misses|did not meet|has not met|not met|failed to (?:meet|reach|achieve))\b[^.]*\btargets?\b/iu,
    holds: (own, other, good) => opposite(side(own, other, good)),
  },
];
/** Praise that a figure well short of its target does not bear out. */
export const praise: Claim = {
  pattern: /\b(?:strong|excellent|very good|impressive|on target|at target|timely|achieving well)\b/iu,
  holds: (own, other, good) => (good === "high" ? own >= other - 5 : good === "low" ? own <= other + 5 : null),
};

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
  not|late|overdue|outside|missed|delay\w*|waiting|outstanding|without|unauthorised|absen\w+|missing|offend\w*|
  repeat|backlog|days|weeks|months|cost|unsuitable|breakdowns?|disrupt\w*|moves?`;
const counted = /\b(?:within|inside|in|under) (?:\w+[ -]){0,2}(?:days|weeks|months)\b/giu;

/** The side on which a figure of this text is good; "none" when its words leave it open. */
export function polarityOf(text: string): Polarity {
  const polarity = topicOf(text)?.polarity ?? "none";
  return polarity === "high" && adverse.test(text.replace(counted, "")) ? "none" : polarity;
}
