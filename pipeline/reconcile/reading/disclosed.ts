import type { Block } from "../../model/document.ts";
import type { Reading, Sentence } from "./reading.ts";
import { pattern } from "../vocabulary/patterns.ts";

/** How far from a table a remark about its figures may stand, in blocks; that about a paragraph stands in it. */
const reach = 2;

// "Each child is counted once" says that the parts do add up.
const notAdditive = pattern`
  \b(?:(?:do|does|will|need|may) not (?:always |necessarily )?(?:add|sum|total|make)\b|
  not (?:meant|expected|intended) to\b|(?<!\b(?:each|every)(?: \w+){1,3} (?:is|was|has been) )count(?:s|ed)? (?:only |but )?once|
  count(?:s|ed)? (?:only |but )?(?:once in (?:the |a )?total|twice|in each|in (?:two|both|several))|
  more than one (?:answer|reason|category|quarter|type|group|need|row|column|subject|topic|issue|matter)|
  (?:could|can|may|might) (?:\w+ )?(?:raise|give|name|choose|tick|pick|list|have|mention|report|select|make|ask (?:for|about)|take|attend|be (?:about|of|in|under)|concern|cover|involve|touch on|relate to|belong to) (?:several|many|two or more|any number|as many)|
  (?:may|can) (?:appear|be counted|stand|fall|be) (?:in|under) (?:two|both|several|more than)|rounded to the nearest|
  overlap\w*|not (?:shown|listed)(?: here| separately|[.,;]|$)|suppress\w*)`;
/** "A child who was missing more than once is counted once": of one sex, whenever it was. */
const ofRepeats = /\bmore than once\b[^.;]{0,40}\bcount(?:s|ed)? (?:only |but )?once\b(?! in\b)/iu;
const notAdditiveBySex = new RegExp(notAdditive.source, notAdditive.flags);
/** "Percentages may not add to 100 because of rounding" says nothing of the counts beside them. */
const ofPercentages = /\b(?:percentages?|per cent|shares|proportions)\b|\b(?:add|sum|total|come)s?(?: up)? to (?:exactly |quite )?100\b/iu;
const overlapping = /\b(?:more than one|once|twice|both|several|overlap\w*|counts?|numbers)\b/iu;
/** "No plan is counted under more than one category": these do add up. */
const denied = pattern`
  \b(?:no|none|never|nobody|neither|not)\b(?! all)[^.;,]{0,40}\b(?:count\w*|appear\w*|stand\w*|shown|recorded|fall\w*|in|under)\b[^.;,]{0,20}
  \b(?:more than (?:one|once)|twice|both|several|two)\b`;
const isOfCounts = ({ text }: Sentence): boolean => (!ofPercentages.test(text) || overlapping.test(text)) && !denied.test(text);
const unrounded = /\b(?:(?:before|without|prior to) rounding|un-?rounded|not rounded|exact (?:figures|percentages|values))\b/iu;
const rounded = pattern`
  \b(?:percentages?|figures?|shares?|proportions?|rates?)\b[^.]{0,60}\b(?:is|are|(?:has|have) been|were|was) (?:all )?
  (?:rounded|given|shown|worked out|calculated)(?: and rounded)?[^.]{0,10} to (?:one|1|two|2|the nearest)\b`;
/** "No category is left out" says that the parts do add up. */
const leftOut = /(?<!\b(?:no|none|nothing|nobody|not|never|without)\b[^.;]{0,40})\bleft (?:out|aside)\b/iu;
/** "The latest regional figure is for an earlier year and is left out": a figure that nothing is set against, and nobody who is not counted. */
const figureLeftOut = pattern`
  \b(?:(?:latest|last|regional|national|local|England|only|published|available) (?:[\p{L}’'-]+ ){0,2}(?:figures?|averages?|rates?|values?|data|results?)|comparisons?)\b
  [^.;]{0,80}\bleft (?:out|aside)\b`;
/** "They are a wider group", "it counts to a later point". */
const ofAnother = [
  "(?:an?|another) (?:(?:much|rather|quite|far) )?(?:wider|broader|narrower|larger|smaller|longer|shorter|other|unlike) (?:group|population|cohort|base|measure|definition|stretch)\\b",
  "(?:another|(?:a )?different) (?:group|population|cohort|base|measure|definition|stretch|stage|point)s?\\b",
  "(?:groups?|populations?|bases?|cohorts?|measures?) (?:(?:is|are|was|were) (?:wider|broader|narrower|not the same|different|unlike)|differ)",
  "(?:counts?|runs?|goes|measured|counted) (?:only |on )?(?:from|to|until) an? (?:later|earlier|different|other) (?:point|date|start|end|stage)",
].join("|");
const notAlike = pattern`
  \b(?:no (?:direct |firm |like-for-like )?(?:comparison|conclusion)s?\b|not (?:be )?(?:directly )?
  (?:compar(?!es? (?:\w+ )?(?:well|favourably|badly|poorly))\w+|like with like|like for like)|(?:cannot|can not|should not|must not|
  may not) be (?:set (?:against|beside|side)|compared|read (?:against|beside|as))|
  (?:not|never)(?: (?:yet|therefore|been|being|be|directly))* (?:set|put|placed|shown|read|laid|held up|printed|quoted|drawn|lined up) (?:against|beside|alongside|next to|side by side|together|here)|
  (?:set|left) (?:it|them|this|that) (?:aside|out)|no (?:attempt|use) (?:is|has been|was) made (?:to compare|of (?:it|them|that))|(?:not|has not been|have not been|is not|are not) used here|
  (?:the )?years? (?:(?:is|are) not the same|differs?)|(?:a )?different years?\b|${ofAnother}|
  (?:read|treat(?:ed)?|us(?:e|ed)|interpret(?:ed)?|view(?:ed)?|tak(?:e|en)|compar(?:e|ed)|handled?|made|approach(?:ed)?)
  (?: \w+){0,3} with (?:care|caution)|two different (?:definitions|measures)|
  (?:the )?definitions? (?:differ|is not the same|are not the same))`;

/** Blocks of a document whose words make a remark, found once: every sentence asks for its own. */
const known = new WeakMap<Reading, Map<RegExp, ReadonlySet<number>>>();

function remarked(reading: Reading, words: RegExp, isMeant: (sentence: Sentence) => boolean = () => true): ReadonlySet<number> {
  const found = known.get(reading) ?? new Map<RegExp, ReadonlySet<number>>();
  const blocks =
    found.get(words) ??
    new Set(reading.sentences.filter((sentence) => words.test(sentence.text) && isMeant(sentence)).map((sentence) => sentence.block.index));
  known.set(reading, found.set(words, blocks));
  return blocks;
}

const isBeside = (blocks: ReadonlySet<number>, block: Block): boolean =>
  block.table === null ? blocks.has(block.index) : [...blocks].some((index) => Math.abs(index - block.index) <= reach);

/** The text says that these counts are not for adding: they overlap, or are rounded. */
export const saysNotAddable = (reading: Reading, block: Block): boolean => isBeside(remarked(reading, notAdditive, isOfCounts), block);
/** The same of boys and girls: nobody who comes twice is one of each. */
export const saysNotAddableBySex = (reading: Reading, block: Block): boolean =>
  isBeside(
    remarked(reading, notAdditiveBySex, (sentence) => isOfCounts(sentence) && !ofRepeats.test(sentence.text)),
    block,
  );
/** The text says that these counts do not add up, and so nobody need be told. */
export const saysNotAdditive = (reading: Reading, block: Block): boolean => saysNotAddable(reading, block) || saysLeftOut(reading, block);
/** The text says that these figures are not alike, and so nobody is misled. */
export const saysNotAlike = (reading: Reading, block: Block): boolean => isBeside(remarked(reading, notAlike), block);
/** The document says that its changes are worked out before rounding, so that the last digit of the levels need not give them. */
export const saysUnrounded = (reading: Reading): boolean => remarked(reading, unrounded).size > 0;
/** The document says that its percentages are rounded, so that one which is cut off is wrong. */
export const saysRounded = (reading: Reading): boolean => remarked(reading, rounded).size > 0;
/** The text says that some are not counted: in these figures, or before they were made. */
export const saysLeftOut = (reading: Reading, block: Block): boolean =>
  isBeside(
    remarked(reading, leftOut, ({ text }) => !figureLeftOut.test(text)),
    block,
  );
