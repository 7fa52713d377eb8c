import type { Block } from "../model/document.ts";
import type { Reading } from "./reading.ts";

/** How far from a table a remark about its figures may stand, in blocks; that about a paragraph stands in it. */
const reach = 2;

const notAdditive = /\b(?:(?:do|does|will|need|may) not (?:always |necessarily )?(?:add|sum|total|make)\b|not (?:meant|expected|intended) to\b|count(?:s|ed)? (?:only |but )?(?:once|twice|in each|in (?:two|both|several))|more than one (?:answer|reason|category|quarter|type|group|need|row|column)|(?:may|can) (?:appear|be counted|stand|fall|be) (?:in|under) (?:two|both|several|more than)|rounded to the nearest|overlap\w*|not (?:shown|listed) (?:here|separately)|suppress\w*|left (?:out|aside))/iu;
const notAlike = /\b(?:no (?:direct |firm |like-for-like )?(?:comparison|conclusion)s?\b|not (?:be )?(?:directly )?(?:compar\w+|like with like|like for like)|cannot be compared|should not be (?:set|compared|read)|(?:the )?years? (?:(?:is|are) not the same|differs?)|(?:a )?different (?:year|definition|measure|base)s?\b|with (?:care|caution)|two (?:different )?(?:definitions|measures)|(?:the )?definitions? (?:differ|is not the same|are not the same))/iu;

const near = (reading: Reading, block: Block, words: RegExp): boolean =>
  reading.sentences.some((sentence) => Math.abs(sentence.block.index - block.index) <= (block.table === null ? 0 : reach) && words.test(sentence.text));

/** The text says that these counts do not add up, and so nobody need be told. */
export const saysNotAdditive = (reading: Reading, block: Block): boolean => near(reading, block, notAdditive);
/** The text says that these figures are not alike, and so nobody is misled. */
export const saysNotAlike = (reading: Reading, block: Block): boolean => near(reading, block, notAlike);
