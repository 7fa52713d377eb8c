/**
 * How sentences open that say more of what the sentence before spoke of. All patterns are for marked text:
 * "#" a figure, "@" a time, "~" an age, "$" another subject.
 */
const any = (...sources: readonly string[]): string => `(?:${sources.join("|")})`;

/** What may stand before the opening and changes nothing: "However, in 2015, …". */
const asides = any(
  "however",
  "although",
  "while",
  "whilst",
  "nevertheless",
  "but",
  "and",
  "overall",
  "nationally",
  "locally",
  "similarly",
  "in (?:contrast|comparison)",
  "by (?:contrast|comparison)",
  "in (?:each case|all cases|both cases)",
  "since then",
  "(?:expressed|shown|calculated) as a rate",
  "(?:in|for|across) the [a-z -]{3,40} (?:teams?|services?)",
  "@",
  "in @",
  "at @",
  "by @",
);

const people = any(
  "children",
  "young people",
  "looked[- ]after",
  "care leavers",
  "pupils",
  "social workers",
  "staff",
  "parents",
  "carers",
  "families",
);

const pronoun = any(
  // "This figure is", "both of these have", "it rose"
  "(?:this|these|those|it|that|they|which|(?:all|both)(?: (?:of )?(?:these|those|#))?)(?: latter)?(?: figures?| number| rate| proportion| percentage| total| level| performance| average)?(?: (?:far|well|also|now|still|only|comfortably))? " +
    any(
      "is",
      "was",
      "were",
      "are",
      "has",
      "had",
      "have",
      "compares?",
      "represents?",
      "equates?",
      "shows?",
      "showed",
      "remains?",
      "remained",
      "stands?",
      "stood",
      "increased",
      "decreased",
      "reduced",
      "rose",
      "fell",
      "dropped",
      "dipped",
      "slipped",
      "climbed",
      "peaked",
      "improved",
      "declined",
      "exceed(?:s|ed)?",
      "puts?",
      "means?",
      "contrasts?",
      "included?",
      "compared",
      "figure",
    ) +
    "\\b",
);

const bareNoun = any(
  // "The latest figure", "our three-year average"; but "the number of adopters" and "the proportion of parents" are of something else.
  "(?:the|our) (?:@ )?(?:(?:latest|current|local|most recent|overall|completion|take[- ]up|same|comparable|equivalent|actual|provisional|published|reported|final|rolling|annual|(?:two|three|four|five)[- ]year) ){0,3}" +
    any(
      "figures?",
      "numbers?(?! of (?!these|those|them|such|whom))",
      "rates?",
      `(?:proportion|percentage)(?! of (?:all |our |its |the )?${people}\\b)`,
      "total",
      "performance",
      "average",
    ) +
    "\\b",
  // "Performance for the under fives was", "for those aged 16 it was"
  "performance (?:for|of|among|amongst) (?:the |those |children |young people )*~ (?:is|was)\\b",
  "for (?:the |those )?~,? (?:it|this|the figure) (?:is|was)\\b",
  // "More recent local authority data show"
  "(?:the )?(?:more )?(?:(?:recent|latest|local|local authority|council|current|unvalidated|provisional|the authority's|the council's)(?: own)? )+(?:data|figures|information|performance) (?:[^\\s#]+ ){0,4}?(?:shows?|indicates?|suggests?|puts?|is|are|has|have)\\b",
  "figures (?:for|in|from) @ (?:show(?:s|ed)?|is|are|was|were|stood)\\b",
  "numbers (?:have|had|has|rose|fell|are|were|remain)",
  "performance (?:is|was|has|had|fell|rose|improved|declined)",
  "rates? (?:is|was|are|were|has|have|rose|fell)",
);

const comparison = any(
  "there (?:was|were|had been|has been) (?:an? )?(?:increase|decrease|reduction|rise|fall|drop|improvement)",
  "compared (?:with|to)",
  // "Our statistical neighbours' average"
  "(?:the |our |its )?(?:comparable |equivalent |corresponding |comparative )?\\$",
);

/** A sentence that goes on about the figure before: it opens with a pronoun, a bare "the figure" or a comparator. */
export const carriesOn = new RegExp(`^(?:${asides},? )*${any(pronoun, bareNoun, comparison)}`);

/** What is said of a topic that the sentence before only named: "Completion rates stand at 52%". */
export const staysOnTopic = new RegExp(
  "^(?:(?:however|although|while|whilst|but|nevertheless|overall|@|in @|at @),? )*" +
    any(
      "(?:the )?(?:current|latest|most recent|recent|local|local authority|unvalidated|council|available) (?:\\w+ )?(?:data|figures?|information|performance)\\b",
      "(?:the )?(?:completion|compliance|take[- ]?up|uptake|return|overall|current|timeliness)(?: rates?| performance)?\\b",
      "rates?\\b",
      "performance\\b",
      "(?:this|it) (?:is|was|has|figure|stands?|stood|represents)",
      "only #",
      "the (?:average|mean|figure|rate|proportion|percentage)\\b",
    ),
);
