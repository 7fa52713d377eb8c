import type { Finding } from "../../../model/finding.ts";
import { findPeriods } from "../../../extract/grammar/periods.ts";
import { formatDate, parsePeriod } from "../../../model/period.ts";
import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import type { Reading, Sentence } from "../../reading/reading.ts";
import { datedParts, documentDate } from "../../reading/report-dates.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";
import { planDay } from "./plan-days.ts";

// "The board will remember that in March 2017 …" tells of the past, and what "will have been" done may be.
const ahead = pattern`
  \b(?:will(?! (?:have|remember|recall|know|note|notice|see|be aware|recogni[sz]e|find|understand)\b)|shall|
  is (?:due|planned|scheduled|expected|to)|are (?:due|planned|scheduled|expected|to))\b
  (?:(?!\b(?:where|which|whose|when|who|that|those|how|began|was|were|started|opened|had|since|after|than|compar\w+)\b)
  [^.;]){0,120}?\b(?:by|before|in|on|no(?:t)? later than|until|by the deadline of)\s+(?:the end of\s+|end\s+)?$`;
/** The time stands alone: "in the 2016/17 return" names a return, and "in March 2017 the authority looked after" opens a clause of its own. */
const standsAlone = /^\s*(?:[.,;:)]|$|(?:and|by|to|for|with|at|when|so|if|as|subject|following|once|through|using|under)\b)/iu;
const reported = wordings`
  said|promised|agreed that|was told|stated|planned|decided|had|would|asked|requested|minutes?|previous(?:ly)?|
  last (?:year|meeting)|at its meeting|told|noted|committed`;
/** What a paper tells its readers is of the past: "to update members on the work of the service in 2016/17", "this report will describe". */
const tells = wordings`
  (?:to|will|shall) (?:also |now |briefly |then |here )?(?:updates?|inform|report(?: on| to)?|describe|set out|advise|
  summari[sz]e|show|explain|outline|brief|compare|tell)|to (?:present|consider|note|be told)`;

/** "The strategy will be in place by March 2022" in a report of June 2023. */
function report(reading: Reading, sentence: Sentence, date: string): Finding[] {
  // What a plan of a day of its own announces is measured against that day.
  if (reported.test(sentence.text) || tells.test(sentence.text) || planDay(reading, sentence.text) !== "") return [];
  return findPeriods(sentence.text, reading.dates)
    .flatMap((mention): Finding[] => {
      const span = mention.relative ? null : parsePeriod(mention.period);
      const words = sentence.text.slice(mention.start, mention.end).replace(/^(?:by|before|in|on|from) /iu, "");
      const before =
        sentence.text.slice(0, mention.start) + (/^(by|before|in|on|from) /iu.exec(sentence.text.slice(mention.start))?.[0] ?? "");
      if (!span || span.end.slice(0, 7) >= date.slice(0, 7) || !ahead.test(before) || !standsAlone.test(sentence.text.slice(mention.end)))
        return [];
      return oneFinding(reading, {
        kind: "label",
        severity: "warning",
        stated: words.trim(),
        quote: sentence.text,
        place: sentence.place,
        heading: `Announced for ${words.trim()}, before the report's date`,
        message: `The sentence announces something for ${words.trim()}, but the report is of ${formatDate(date)}.`,
      });
    })
    .slice(0, 1);
}

export const deadlinesPast = perDocument("label", "Things announced for a time that is past", (reading) => {
  const parts = datedParts(reading);
  const whole = documentDate(reading, parts);
  return parts.length > 1 || whole === "" ? [] : reading.sentences.flatMap((sentence) => report(reading, sentence, whole));
});
