import { remembered } from "../../core/remembered.ts";
import { parsePeriod } from "../../model/period.ts";

const reportingYear = /^\d{4}\/\d{2}/;

/** Every way in which a page may name a time of a row: its quarter or reporting year, its days, and their months and years. Empty texts are passed over. */
export const timesOf = (...said: readonly string[]): ReadonlySet<string> => timesIn(said.join(between));

const between = "|";

/** Rows have few times between them. */
const timesIn = remembered((said): ReadonlySet<string> => {
  const times = new Set<string>();
  const addDay = (day: string): void => {
    times.add(day);
    times.add(day.slice(0, 7));
    times.add(day.slice(0, 4));
  };
  for (const text of said.split(between)) {
    for (const part of text.split("..")) {
      const year = reportingYear.exec(part)?.[0];
      if (year !== undefined) times.add(year).add(part);
      const span = parsePeriod(part);
      if (span) [span.start, span.end].forEach(addDay);
    }
  }
  return times;
});
