import { parsePeriod } from "../../model/period.ts";
import type { Sentence, TextFigure } from "./reading.ts";

/** A figure in its sentence. */
export type Told = { figure: TextFigure; sentence: Sentence };

const before = /\b(?:last (?:year|quarter|month|term|time)|previous(?:ly)?|(?:a|one|the) (?:year|quarter|month|term) (?:ago|before|earlier)|(?:twelve|12|six|three) months (?:ago|before|earlier)|the (?:preceding|prior) (?:year|quarter|month|term)|at the (?:start|beginning)|at the outset|had been|used to be|formerly|originally)\b/iu;
const now = /\b(?:now|this (?:year|quarter|month|term)|current(?:ly)?|at present|today|at the end of the (?:year|quarter|period|month)|latest|most recent)\b/iu;
const stops = /[;,:]|\.(?= \p{Lu})|\b(?:and|but|while|whereas|compared with|against)\b/gu;

/** The clause around a figure, as far as the figures beside it. */
function clauseOf({ figure, sentence }: Told): { start: number; end: number } {
  const inside = [...sentence.figures, ...sentence.periods];
  const breaks = [...sentence.text.matchAll(stops)].map((match) => match.index).filter((at) => !inside.some((one) => at >= one.start && at < one.end));
  const from = Math.max(breaks.findLast((at) => at < figure.start) ?? 0, sentence.figures.findLast((one) => one.end <= figure.start)?.end ?? 0);
  const to = Math.min(breaks.find((at) => at >= figure.end) ?? sentence.text.length, sentence.figures.find((one) => one.start >= figure.end)?.start ?? sentence.text.length);
  return { start: from, end: to };
}

/** No other figure of its sentence is of its measure, so that what the sentence says of time is said of it. */
const isAlone = ({ figure, sentence }: Told): boolean => sentence.figures.filter((one) => one.measure === figure.measure && one.denominator === null).length === 1;

/** The last day of the one time that the clause of a figure names, or the whole sentence when that names just one; "" when it names none or several. */
function dayOf(told: Told): string {
  const { start, end } = clauseOf(told);
  const days = (from: number, to: number): string[] => [...new Set(told.sentence.periods.filter((one) => one.start >= from && one.end <= to + 1 && !one.relative).map((one) => parsePeriod(one.period)?.end ?? ""))].filter((day) => day !== "");
  const own = days(start, end);
  const all = days(0, told.sentence.text.length);
  return own.length === 1 ? own[0]! : own.length === 0 && all.length === 1 && isAlone(told) ? all[0]! : "";
}

/** Which of two figures is the earlier: by the times or the words of time in their clauses; null when they leave it open. */
export function inTime(a: Told, b: Told): { then: Told; now: Told } | null {
  const [x, y] = [dayOf(a), dayOf(b)];
  if (x !== "" && y !== "" && x !== y) return x < y ? { then: a, now: b } : { then: b, now: a };
  const said = (told: Told): "then" | "now" | "" => {
    const { start, end } = clauseOf(told);
    const opening = isAlone(told) ? /^\W*(?:[\w’-]+ ){0,5}/u.exec(told.sentence.text)?.[0] ?? "" : "";
    const text = `${opening} ${told.sentence.text.slice(start, end)}`;
    return before.test(text) ? "then" : now.test(text) ? "now" : "";
  };
  const [p, q] = [said(a), said(b)];
  if (p === q || (p === "then" && q === "then")) return null;
  return p === "then" || q === "now" ? { then: a, now: b } : { then: b, now: a };
}
