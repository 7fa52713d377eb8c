import type { Reading } from "../../reading/reading.ts";
import { pattern, wordings } from "../../vocabulary/patterns.ts";
import { limited, tellsOfOlder, type Dated } from "./dated-actions.ts";
import { comesOfEvents } from "./event-days.ts";

/** Minutes bear the day of their meeting in the lines at their head. */
const minutes = wordings`minutes|(?:notes?|record|decisions) of (?:the |a )?meeting|meeting (?:held )?(?:of|on)`;
const head = 8;
/** What is decided at the meeting that the minutes are of: "RESOLVED that", "the Board asked the manager to". */
const decided = pattern`
  \bresolved\b|\bagreed(?= that\b|[:,] that\b)|\b(?:members|the (?:board|panel|committee|forum|group|chair|meeting|council|cabinet|executive)) (?:also |then |further )?
  (?:asked(?! (?:whether|why|how|if|what|when|who|which|about|for (?:assurance|news|an explanation))\b)|agreed|requested|decided|required|recommended|directed|instructed)\b`;
/** "We recommend that": as new as the paper that says so. */
const asksNow = /\bwe (?:also |therefore |further )?(?:recommend|ask|propose|request|require|call for)\b/iu;
/** What was said of earlier days: "the Chair recalled that it had been agreed". */
const looksBack = wordings`recalled|reminded|matters arising|noted that|reported that|told that|heard that|last meeting|previous|in (?:january|february|march|april|may|june|july|august|september|october|november|december)(?! \d)`;
/** "RESOLVED that the report on approvals completed by January 2019 be noted": the time is of what is dealt with, not of what is to be done. */
const isSubject = /^[^,;.]{0,60}\b(?:be|was|were|is|are|had|has|have) \p{L}+|^, (?:was|were|is|are|had|has|have)\b/iu;
/** What is to come of a decision: "be reviewed", "to report", "that officers write". */
const toBe = wordings`
  be (?:\w+ly )?\p{L}+|to (?!the\b|an?\b)\p{L}+|that [^,;:]* (?:write|report|bring|publish|review|prepare|provide|recruit|train|visit|consider|complete|
  finish|produce|present|submit|arrange|set up|return|send|make|hold|give|update|carry out|start|begin|open|meet|check|appoint|draw up|consult|clear)`;
const putOff = wordings`extend\w*|postpon\w*|defer\w*|moved?|put back|met|sent`;

/** What a meeting resolved, or a letter asks for, by a day before its own. */
export function resolvedActions(reading: Reading, whole: string): Dated[] {
  if (whole === "") return [];
  const isMinutes = reading.source.blocks.slice(0, head).some(({ text }) => minutes.test(text));
  return reading.sentences.flatMap(({ text, block, place }) => {
    const isOfToday = asksNow.test(text) || (isMinutes && decided.test(text));
    if (block.table !== null || !isOfToday || looksBack.test(text) || tellsOfOlder(text)) return [];
    const asked = asksNow.test(text) ? asksNow : comesOfEvents;
    return limited(reading, text, asked)
      .filter(({ printed }) => {
        const at = text.indexOf(printed);
        const before = text.slice(Math.max(0, text.search(decided)), at);
        return toBe.test(before) && !putOff.test(before) && !isSubject.test(text.slice(at + printed.length));
      })
      .map((due) => ({ due, start: whole, quote: text.slice(0, 400), place, setBy: isMinutes ? "meeting" : "paper" }));
  });
}
