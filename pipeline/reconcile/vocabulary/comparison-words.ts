import { pattern, wordings } from "./patterns.ts";

/** Others beside whom the authority sets itself. */
export const comparator =
  /\b(?:stat(?:istical)?\.? ?neigh\w*|neighbours?|england|national|region(?:al)?|comparators?|similar authorities)\b/iu;

export const againstWords = wordings`
  comparable|equivalent|corresponding|nationally|neighbours|england|compared|against|compares|versus|vs|than|
  in comparison|average of|while|whereas|but|behind|ahead`;

/** Words that draw a conclusion from two figures; without them a report only prints both. */
export const claim = wordings`
  better|worse|stronger|weaker|ahead|behind|above|below|than|compar\w+|against|exceed\w*|outperform\w*|higher|
  lower|quicker|slower|faster|longer|shorter|points?|in line|similar|target|well`;

/** The next sentence sets something beside the figure of this one. */
export const carriesOn = pattern`
  ^(?:this|that|these|it|we|our|so|therefore|which|performance|(?:the |our )?(?:comparable|equivalent|
  corresponding|england|national|regional|(?:statistical )?neighbours?['’]?|target|annual|full-year)(?=\s)|
  nationally|in comparison|by comparison|for (?:our )?(?:statistical )?neighbours|statistical neighbours|
  england\b|the (?:average|mean|median|figure|rate|proportion|percentage|share) (?:for|of|in|across|among)\b)`;
