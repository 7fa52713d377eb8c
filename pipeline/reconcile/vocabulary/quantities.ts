/** A quantity in words and the shares, in percent, that it can stand for. */
export type Quantity = { words: string; low: number; high: number };

/** "Most weeks", "nearly every day", "almost all of the time": how often something happens, and no share of those it happens to. */
const often =
  "(?! (?:of the )?(?:\\w+ )?(?:time|times|days?|nights?|mornings?|afternoons?|evenings?|weekends?|weekdays?|weeks?|months?|terms?|years?|holidays?|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|occasions?)\\b)";
/** "Most recent" and "most common" count nobody. */
const most = `most(?! (?:common|recent|likely|often|frequent|serious|urgent|popular|important|complex|usual)\\w*)${often}`;

/** Fractions are read as figures, so that "more than half" is not among these. */
export const quantities: readonly Quantity[] = [
  { words: "\\b(?:(?:the|a) (?:large |great |clear )?majority)\\b", low: 50, high: 100 },
  { words: `\\b${most}\\b`, low: 50, high: 100 },
  {
    words:
      "\\b(?:(?:an? )?(?:very |fairly )?(?:small |tiny |slim )?minority|(?:only )?an? (?:very |fairly )?(?:small|tiny) (?:number|proportion|share|fraction|part)|(?:just |only )?a handful|(?:only |just )(?:a )?(?:very )?few|very few|hardly any|scarcely any|almost none|next to none)\\b",
    low: 0,
    high: 50,
  },
  {
    words: `\\b(?:(?:nearly|almost) all\\b${often}|the (?:vast|overwhelming) majority|(?:nearly|almost|virtually|practically) (?:all|every|everyone|everybody)\\b${often}|all but (?:a (?:handful|few|small number)|a very few|one or two|a couple))\\b`,
    low: 75,
    high: 100,
  },
];

/** "Half of them, near enough": said behind it to be no more than about so. */
export const nearEnough =
  /\b(?:near enough|as near as|more or less|give or take|or thereabouts|or so|in round (?:terms|figures|numbers))\b/iu;

/** Words that may stand between a quantity and the figures for it: of the same clause. */
export const gap = "(?:(?!\\b(?:but|while|whereas|whilst|against|compared)\\b|, and\\b)[^{}().;:]){0,110}";
