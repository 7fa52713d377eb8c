import type { Span } from "../../extract/grammar/sentences.ts";

// Numbers that count nothing: ages, grades, names of sections, levels and stages, clock times, days without a year, references.
const patterns: readonly RegExp[] = [
  /\b(?:were|was|are|is|be|being|those|children|child|people|pupils|anyone|all) (?:under|over|below) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|\d{1,2})\b(?!\.\d| ?(?:%|per ?cent|children|young people|cases|days|weeks|months|miles|percentage|of ))/giu,
  /\b(?:aged?|ages)(?: of| between| from| up to| under| over| about)* (?:\w+[-–]?){1,2}(?: ?(?:to|and|or|-|–|−) ?(?:\d{1,2}(?!\d)|[a-z]+)(?! (?:children|young people|boys|girls)\b))?(?: and (?:over|under|above|older))?(?=[\s,.;:)]|$)/giu,
  /\b(?:under|over|below|above|less than|younger than|older than|post|pre|up to)[- ](?:the age of )?(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty-one|twenty-five)(?:s\b|(?: ?-? ?years?(?: of age|[- ]olds?| old)?)|(?=[,.;:)]| (?:and|or)\b|$))/giu,
  /\bpost[- ]\d{2}\b|\b(?:turn(?:ed|ing|s)?|reach(?:ed|ing|es)?|over|under)(?: the age of)? (?:16|17|18|19|21|25)\b(?=[\s,.;)]|$)/giu,
  /\b\d{1,2}(?: ?(?:to|and|or|-|–|−) ?\d{1,2})?(?:\+| plus)?[- ]?(?:year|yr)s?(?:[- ]olds?| old| of age| or (?:older|over|above|under|younger)| and (?:over|older|above|under))/giu,
  /\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|sixteen|seventeen|eighteen) (?:and|to|or) (?:\w+)[- ]year[- ]olds?\b/giu,
  /\b(?:section|sections|s|s\.|regulation|article|chapter|part|paragraph|para|page|pages|table|figure|chart|appendix|annex|level|levels|tier|stage|stages|key stage|key stages|ks|grade|grades|phase|band|priority|recommendation|strategic aim|aim|objective|item|agenda item|group|no|version|schedule|volume|step|section b|wave|ward|room|standard)\.? ?\d+(?:\.\d+)?[a-z]?(?: ?(?:to|and|,|&|-|–) ?\d+(?:\.\d+)?)*\b(?!\.?\d* ?(?:%|per ?cent)| (?:children|young people|cases))/giu,
  /\b(?:q|quarter) ?[1-4](?: ?(?:to|and|,|&|-|–) ?(?:q(?:uarter)? ?)?[1-4])*\b(?!\.?\d* ?(?:%|per ?cent)| (?:children|young people|cases))/giu,
  /(?<!\b(?:the|this|that|last|previous|same|each|every|a|per|following|whole) )\byears? (?:[1-9]|1[0-3])\b(?: ?(?:to|and|-|–) ?(?:[1-9]|1[0-3])\b)?(?!\.?\d* ?(?:%|per ?cent)| (?:children|young people|cases|of))/giu,
  /\b(?:year|stage|key stage|phase|tier|level|step|band|grade|item|recommendation|priority|part|group) (?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b/giu,
  /\b\d{1,2}[.:]\d{2} ?(?:a\.?m\.?|p\.?m\.?|hours)\b|\b\d{1,2} ?(?:a\.?m\.?|p\.?m\.?)(?=[\s,.)]|$)/giu,
  /\b\d{1,2} (?:and|or) (?:over|older|above|under|below|younger)\b(?! (?:children|young people|cases))/giu,
  /\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|sixteen|eighteen) or (?:more|above|higher|over|older|younger|fewer|less|lower|below|under)\b(?! (?:children|young people|cases))/giu,
  /\b\d{1,2}(?:st|nd|rd|th)? (?:and \d{1,2}(?:st|nd|rd|th)? )?(?:of )?(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b(?! (?:19|20)\d{2})/gu,
  /\b(?:child|person|people|children|they|he|she|carer) (?:was|is|were|are|turn(?:s|ed)?|reach(?:es|ed)?) (?:1\d|2[0-5])\b(?!\.\d| ?%)(?=[,.;:)]|$| (?:and|or|but|when|on)\b)/giu,
  /\b(?:are|were|is|was|those|people|children) (?:1\d|[2-9]) (?:or|to) (?:1\d|2[0-5])\b(?! ?%| (?:children|young people|cases))/giu,
  /\b(?:within|after|under|less than|more than|over|up to|at least|every) (?:\d{1,3}|two|three|four|six|eight|twelve|twenty|thirty|forty-eight|seventy-two) (?:working )?(?:hours?|minutes?|miles?)\b/giu,
  /\bhttps?:\/\/\S+|\bwww\.\S+|\b[\w.]+@[\w.]+\b/giu,
  /\b\d{1,2}\/7\b|\b(?:24|twenty-four)[- ]hours?\b/giu,
  /\b[A-Z]{2,}\/\d+(?:\/\d+)*(?:\.\d+)?\b/gu,
];

/** Stretches of a text in which numbers are no figures. Dates are not among them: findPeriods has those. */
export function findMasks(text: string): Span[] {
  const spans: Span[] = [];
  for (const pattern of patterns) {
    for (const match of text.matchAll(pattern)) spans.push({ start: match.index, end: match.index + match[0].length });
  }
  return spans;
}
