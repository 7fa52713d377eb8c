import { pattern, wordings } from "./patterns.ts";

// From when to when a length of time is counted: "from referral to first appointment", "between entering care and placement".

/** What a length of time may begin or end with. In order: the first whose words a text has takes it. */
const milestones: readonly (readonly [name: string, words: RegExp])[] = [
  [
    "the first appointment",
    wordings`(?:first|initial)(?: [\p{L}-]+)? (?:appointments?|meetings?|sessions?|visits?|consultations?)|being (?:first )?seen|first (?:being )?seen`,
  ],
  ["the first enquiry", wordings`enquir\w+|expressions? of interest|first (?:contact|call|approach)`],
  ["the placement order", wordings`placement orders?`],
  ["the adoption order", wordings`adoption orders?|legal(?:ly)? adopt\w*`],
  ["the final order", wordings`final (?:order|hearing)s?|conclusion|end of (?:the )?(?:proceedings|case)|cases? end\w*`],
  ["the stage one start", wordings`stage (?:one|1)`],
  ["the match", wordings`match(?:ed|ing)?`],
  ["the approval", wordings`approv\w+`],
  ["the application", wordings`appl(?:y|ies|ied|ication|ications|ying)|issu(?:e|ing) of proceedings`],
  ["the placement", wordings`plac(?:ed|ement|ements|ing)|mov(?:e|ed|ing) (?:in|to)`],
  [
    "entry to care",
    wordings`(?:enter(?:ing|ed|s)?|entry|com(?:e|es|ing)|came|start of|into) (?:in ?to |to )?(?:our |local authority )?care|becoming looked after|bec[ao]me looked after`,
  ],
  ["the diagnosis", wordings`diagnos\w+`],
  ["the treatment", wordings`treat(?:ment|ed|ments)?|therap(?:y|ies)|counselling|start of (?:the )?(?:help|support|work)`],
  ["the assessment", wordings`assess(?:ed|ment|ments|ing)?`],
  ["the decision", wordings`deci(?:sion|sions|ded|ding)`],
  ["the conference", wordings`conferences?`],
  ["the strategy discussion", wordings`strategy (?:discussions?|meetings?)`],
  ["the allocation", wordings`allocat\w+`],
  ["the referral", wordings`re-?ferr(?:al|als|ed)|referred|request(?:s|ed)?`],
];

const milestoneIn = (text: string): string => milestones.find(([, words]) => words.test(text))?.[0] ?? "";

const part = "((?:(?!(?:from|between|to|and|was|were|is|are|took|takes|reported|than|across|in)\\b)[\\p{L}’'-]+ ?){1,6}?)";
const spans = new RegExp(
  `\\b(?:from|between) (?:the |an? |being |children |a child |child )*${part} ?(?:to|and)(?: the| an?| being)* ${part}(?= ?(?:[,.;:()\\d]|$)|\\b(?:from|between|to|and|was|were|is|are|took|takes|reported|than|across|in)\\b)`,
  "giu",
);
/** "The wait for treatment": what it ends with alone. */
const waitFor = pattern`\bwait(?:s|ing)?(?: times?)?(?: \p{L}+){0,2}? (?:for|to|until) (?:an? |the |their )*((?:[\p{L}-]+ ){0,3}[\p{L}-]+)`;

/** What a length of time begins and ends with; "" for what the words leave open. */
export type Stretch = { from: string; to: string };

/** The one stretch between two milestones that a text tells; null for none or several. */
export function stretchOf(text: string): Stretch | null {
  const told = [...text.matchAll(spans)].map(([, from = "", to = ""]) => ({ from: milestoneIn(from), to: milestoneIn(to) }));
  if (told.length > 0) return told.length === 1 ? (told[0] ?? null) : null;
  const to = milestoneIn(waitFor.exec(text)?.[1] ?? "");
  return to === "" ? null : { from: "", to };
}

const differ = (a: string, b: string): boolean => a !== "" && b !== "" && a !== b;
/** They begin with or end with unlike things. */
export const areUnlike = (a: Stretch, b: Stretch): boolean => differ(a.from, b.from) || differ(a.to, b.to);

export const formatStretch = ({ from, to }: Stretch, other: Stretch): string =>
  differ(to, other.to) ? `to ${to}` : from === "" ? `to ${to}` : `from ${from}`;
