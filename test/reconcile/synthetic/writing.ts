import type { Random } from "./random.ts";

/** One passage of a report. `wrong`: with its one defect; otherwise it is right in every figure. */
export type Passage = { kind: string; write(random: Random, wrong: boolean, year: number, topics: () => string): string[] };

/** Things that can be done for people, each used once a report so that a clean report does not contradict itself. */
export const things: readonly string[] = [
  "health assessments",
  "dental checks",
  "immunisations",
  "personal education plans",
  "pathway plans",
  "statutory visits",
  "child protection reviews",
  "return home interviews",
  "eye tests",
  "development checks",
  "passports",
  "life story books",
  "savings accounts",
  "exit interviews",
  "care plans",
  "placement agreements",
  "delegated authority forms",
  "supervision sessions",
  "annual reviews of carers",
  "advocacy offers",
];

export const round = (value: number, decimals: number): string =>
  (Math.round(value * 10 ** decimals + 1e-9) / 10 ** decimals).toFixed(decimals);
export const fy = (end: number): string => `${end - 1}/${String(end % 100).padStart(2, "0")}`;
export const money = (value: number): string =>
  `£${String(Math.floor(value)).replace(/\B(?=(?:\d{3})+$)/g, ",")}${Number.isInteger(value) ? "" : `.${round(value, 2).split(".")[1]}`}`;
const words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
export const spell = (n: number): string => words[n] ?? String(n);
export const off = (random: Random, value: number): number => value + random.pick([-11.2, -7.4, -4.3, 3.6, 6.1, 9.3]);
export const table = (random: Random, rows: readonly (readonly (string | number)[])[]): string[] =>
  random.pick([0, 1]) === 0
    ? rows.map((row) => row.join("\t"))
    : rows.flatMap((row, i) => (i === 0 ? [`| ${row.join(" | ")} |`, `|${row.map(() => "---").join("|")}|`] : [`| ${row.join(" | ")} |`]));
