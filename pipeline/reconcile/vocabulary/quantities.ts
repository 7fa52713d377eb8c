/** A quantity in words and the shares, in percent, that it can stand for. */
export type Quantity = { words: string; low: number; high: number };

/** "Most recent" and "most common" count nobody. */
const most = "most(?! (?:common|recent|likely|often|frequent|serious|urgent|popular|important|complex|usual)\\w*)";

/** Fractions are read as figures, so that "more than half" is not among these. */
export const quantities: readonly Quantity[] = [
  { words: `\\b(?:(?:the|a) (?:large |vast |great |clear )?majority|${most})\\b`, low: 50, high: 100 },
  {
    words: "\\b(?:(?:a )?(?:small |tiny )?minority|(?:only )?a (?:small|tiny) (?:number|proportion|share)|(?:just |only )?a handful)\\b",
    low: 0,
    high: 50,
  },
  { words: "\\b(?:nearly all|almost all|the vast majority)\\b", low: 75, high: 100 },
];

/** Words that may stand between a quantity and the figures for it: of the same clause. */
export const gap = "(?:(?!\\b(?:but|while|whereas|whilst|against|compared)\\b|, and\\b)[^{}().;:]){0,70}";
