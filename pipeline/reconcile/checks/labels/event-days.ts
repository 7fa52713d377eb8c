import { findPeriods } from "../../../extract/grammar/periods.ts";
import { parsePeriod } from "../../../model/period.ts";
import type { Reading } from "../../reading/reading.ts";
import { wordings } from "../../vocabulary/patterns.ts";

/** What people come together for, or what is looked into, and what actions come of. */
const event =
  "(?:workshop|summit|seminar|(?:away|planning|development|learning|training|team|staff) day|meeting|event|session|review|inspection|visit|audit|challenge|panel|board|committee|conference|exercise|dip sample)";
const after = "(?:following|after|arising (?:from|out of)|as a result of|in response to|further to|flowing from|prompted by)";
const held = "(?: (?:held|of|on|in|dated))*";
/** "Following the audit workshop of", "Actions from the peer review of". */
const leadsTo = new RegExp(
  `^${after} [^.;:]{0,60}\\b${event}${held} ?$|\\bactions?\\b[^.;:]{0,40}\\b(?:from|of|at|by|after|following|out of) [^.;:]{0,40}\\b${event}${held} ?$`,
  "iu",
);
/** "At its meeting on 8 September 2017 the board agreed that". */
const endsEvent = new RegExp(`\\b${event}${held} ?$`, "iu");
const agrees = wordings`agreed|asked|decided|resolved|set|called for|recommended|required|undertook|instructed|directed|committed`;
/** What the time after an event brings. */
export const comesOfEvents = wordings`
  will|shall|must|would|is to|are to|agreed|asked|decided|resolved|recommended|required|undertook|called for|committed|plans to|
  intends to|actions?|tasks?`;
/** An action is set on a day or in a month, not over a year. */
const longest = 31;
const lengthOf = (start: string, end: string): number => (Date.parse(end) - Date.parse(start)) / 86_400_000;

/** The first day of the one event of which a text says that actions come of it; "" when it names none or several. */
export function eventDay(reading: Reading, text: string): string {
  if (!comesOfEvents.test(text)) return "";
  const found = findPeriods(text, reading.dates).flatMap(({ relative, start, end, period }) => {
    const span = relative ? null : parsePeriod(period);
    const before = text.slice(0, start);
    const sets = endsEvent.test(before) && agrees.test(/^[^.;:]{0,70}/u.exec(text.slice(end))?.[0] ?? "");
    return span && lengthOf(span.start, span.end) <= longest && (leadsTo.test(before) || sets) ? [span.start] : [];
  });
  return found.length === 1 ? found[0]! : "";
}
