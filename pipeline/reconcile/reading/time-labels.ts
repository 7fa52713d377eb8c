import { parsePeriodText } from "../../extract/grammar/periods.ts";
import { parsePeriod } from "../../model/period.ts";

/** A label that stands for a time: where it lies among those of its kind. `size` is the length of a round (4 quarters), 0 for dates. */
export type Step = { kind: string; at: number; size: number };

const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const terms = ["autumn", "spring", "summer"];
const quarter = /^q(?:uarter|tr)? ?([1-4])$|^quarter (one|two|three|four)$|^(first|second|third|fourth) quarter$/iu;
const numbers = ["one", "two", "three", "four"];
const ordinals = ["first", "second", "third", "fourth"];

/** "Q3", "Spring term", "May", "2019/20", "31 March 2019": null for every other label. */
export function stepOf(label: string): Step | null {
  const plain = label.trim().toLowerCase();
  const match = quarter.exec(plain);
  if (match) {
    const [, digit, word, ordinal] = match;
    const at = digit ? Number(digit) - 1 : word ? numbers.indexOf(word) : ordinals.indexOf(ordinal ?? "");
    return { kind: "quarter", at, size: 4 };
  }
  const term = /^(autumn|spring|summer)(?: term)?$/u.exec(plain)?.[1];
  if (term) return { kind: "term", at: terms.indexOf(term), size: 3 };
  const month = months.indexOf(plain.slice(0, 3));
  if (month >= 0 && /^[a-z]{3,9}$/u.test(plain)) return { kind: "month", at: month, size: 12 };
  const period = plain.length > 24 ? null : parsePeriodText(label.trim());
  const span = period === null ? null : parsePeriod(period);
  return span ? { kind: span.start === span.end ? "day" : `${period?.length}`, at: Date.parse(`${span.end}T00:00:00Z`), size: 0 } : null;
}

/** Whether times of one kind, each once, run forwards or backwards, wherever they begin in their round; null when they cannot be told. */
export function inOrder(steps: readonly Step[]): boolean | null {
  const [first] = steps;
  if (
    !first ||
    steps.length < 3 ||
    steps.some((step) => step.kind !== first.kind) ||
    new Set(steps.map((step) => step.at)).size !== steps.length
  )
    return null;
  const moves = steps.slice(1).map((step, index) => step.at - steps[index]!.at);
  if (first.size === 0) return moves.every((move) => move > 0) || moves.every((move) => move < 0);
  const forwards = moves.map((move) => (move + first.size) % first.size);
  const round = (all: readonly number[]): boolean => all.reduce((sum, move) => sum + move, 0) < first.size;
  return round(forwards) || round(forwards.map((move) => first.size - move));
}
