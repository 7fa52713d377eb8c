import { pattern } from "./patterns.ts";

// Words by which a figure is told to be of less than it seems: of some of the children, of others, of another time, or of
// what has not happened. Each is part of a pattern of whole words, joined by bars as the checks need them.

/** Some of the children or staff, by age, sex, need or place. */
export const someOf =
  "boys|girls|males?|females?|aged|under (?:\\d|five|the age)|over \\d+|disab\\w+|unaccompanied|siblings?|" +
  "teams?|locality|ward|north|south|east|west";

/** Some of those who were told of before. */
export const ofThem = "of (?:these|those|them|whom|which)";

/** Those alone who have been there so long. */
export const ofStay =
  "for (?:at least|more than|over|under|less than|a minimum of) (?:[\\w-]+ ){1,4}?(?:months?|years?)|" +
  "for (?:[\\w-]+ ){1,3}?(?:months?|years?) or (?:more|longer|over)|continuously|long[- ]term";

/** Only those who were looked at, or a figure that is not final. */
export const notAll = "sample\\w*|audit\\w*|survey\\w*|provisional|unvalidated|excluding|including";

/** Others than the authority itself. */
export const ofOthers = "england|national\\w*|neighbours?|region\\w*";

/** A time before that of the text. */
export const before = "previous|last (?:year|quarter|month)|(?:a|one|two|three|the) years? (?:earlier|before|ago)";

/** What has not happened, or may not. */
export const notYet = "if|would|will|should|expected|forecast|planned|targets?|budget";

/** Whom the measure of long-term stability is of, by its definition: no part of them. */
export const longTerm = pattern`
  \b(?:(?:children|those|young people) (?:in care |looked after )?(?:aged )?under (?:the age of )?(?:16|sixteen)|under[- ](?:16s|sixteens)|children|those|young people)
  (?: who (?:had|have|has) been| who were)?(?: looked after| in care)?(?: continuously)? for (?:at least |over |more than )?
  (?:two and a half|2\.5|2½|two-and-a-half) years(?: or (?:more|longer))?\b`;
/** "52 were good or better": the row of one grade is not all that is counted. */
export const gradesTogether = /\b(?:or|and) (?:better|worse|stronger|weaker)\b/iu;
