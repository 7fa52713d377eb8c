import { indicator } from "../../pipeline/indicators/all.ts";
import type { Comparison } from "../../pipeline/model/comparison.ts";
import { roundHalfAwayFromZero } from "../../pipeline/measures/rounding.ts";
import type { Said } from "./every-text.ts";

/** What is wrong with a text, whatever row it is about. Empty when nothing is. */
export function faultsOfForm({ kind, text }: Said): string[] {
  const faults: string[] = [];
  const says = (wrong: RegExp, fault: string): void => {
    if (wrong.test(text)) faults.push(`${fault}: ${text}`);
  };
  says(/undefined|NaN|null|Infinity|\[object|\{[a-z]+\}/, "a hole in the text");
  says(/ {2}|\s$|^\s| [.,;:)]|\(\s|\.\.|,,|;;|\(\)|“”/, "spacing or punctuation");
  says(/[-–]\d/, "a minus that is not one, or a hyphen before a figure");
  says(/\d(?:\.\d+)? (?:percent|per cent)\b/, "per cent in words");
  says(/\b(?:color|center|behavior|organiz|program\b|immuniz|analyz|favor|gotten|labeled)/i, "American spelling");
  says(/\b1 (?:children|care leavers|points|weeks|days|months|actions)\b/, "plural after one");
  says(/\b(?:[02-9]|\d\d+) (?:child|care leaver|point)\b(?! (?:protection|health))/, "singular after many");
  says(/\ba (?:8|11%|18%|eight|eleven)/, "a before a vowel");
  says(/'|"/, "straight quotation mark");
  says(/\b(\w+) \1\b(?! Bedfordshire)/i, "a word twice");
  says(/\b(?:the the|of the of|is are|are is)\b/, "doubled grammar");
  if (kind !== "subtitle" && kind !== "headline" && kind !== "title" && !/[.”]$/.test(text)) faults.push(`no full stop: ${text}`);
  if ((kind === "headline" || kind === "title") && /\.$/.test(text)) faults.push(`full stop in a ${kind}: ${text}`);
  if (kind !== "subtitle" && !/^[A-Z0-9£“\[]/.test(text)) faults.push(`small first letter: ${text}`);
  if (kind === "title" && text.length > 90) faults.push(`title of ${text.length} characters: ${text}`);
  if (kind === "alt" && !within(countSentences(text), 2, 4))
    faults.push(`${countSentences(text)} sentences in an alternative text: ${text}`);
  if (kind === "what happened" && text.split(/\s+/).length > 55) faults.push(`over 55 words: ${text}`);
  return faults;
}

const within = (n: number, low: number, high: number): boolean => n >= low && n <= high;

export function countSentences(text: string): number {
  return text
    .replace(/\bSt\. /g, "St ")
    .split(/[.!?]”?(?:\s+(?=[A-Z0-9“])|$)/)
    .filter((part) => part.trim() !== "").length;
}

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** What a verdict may be set against; the region goes first, since its own name may hold "England". */
function tokensOf(region: string): RegExp {
  const verdict = "(?<verdict>(?:better|worse|higher|lower) than|similar to)";
  const place = region === "" ? "" : `|(?<region>${escape(region)})`;
  const neighbours = "(?<neighbours>neighbours? mean|\\bneighbours\\b(?! (?:have|less|with|are those|is only|run)))";
  return new RegExp(`${verdict}${place}|${neighbours}|(?<england>\\bEngland(?:’s)?\\b)|(?<end>[.;](?!\\d))`, "gi");
}

/** Each comparator that a text sets a verdict against must have that verdict in the row. */
export function faultsOfVerdict(row: Comparison, text: string): string[] {
  const faults: string[] = [];
  const is: Readonly<Record<string, string>> = {
    region: row.region_verdict,
    neighbours: row.neighbour_verdict,
    england: row.england_verdict,
  };
  let verdict = "";
  for (const { groups = {} } of text.matchAll(tokensOf(row.region))) {
    if (groups["verdict"] !== undefined) verdict = groups["verdict"].toLowerCase().replace(/ (?:than|to)$/, "");
    else if (groups["end"] !== undefined) verdict = "";
    else if (verdict !== "") {
      const against = Object.keys(is).find((name) => groups[name] !== undefined) ?? "";
      if (is[against] !== verdict) faults.push(`${verdict} against ${against}, where the row says ${is[against]}: ${text}`);
    }
  }
  return faults;
}

/** Words of movement only where a test found one, and in its direction. `history` may speak of the year before. */
export function faultsOfMovement(row: Comparison, history: readonly Comparison[], text: string): string[] {
  const about = history.filter((one) => one === row || one.period === row.previous_period);
  const tested = (...verdicts: string[]): boolean =>
    about.some((one) => verdicts.includes(one.change_verdict) || (one === row && verdicts.includes(one.trend_verdict)));
  const good = row.polarity === "high" ? "improved" : "worsened";
  const bad = row.polarity === "high" ? "worsened" : "improved";
  const goodTrend = row.polarity === "high" ? "improving" : "worsening";
  const badTrend = row.polarity === "high" ? "worsening" : "improving";
  const allowed: [RegExp, boolean][] = [
    [/\bimproved\b/i, tested("improved")],
    [/\bworsened\b/i, tested("worsened")],
    [/\b(?:rose|rise)\b/i, tested("rose", "rising", good, goodTrend)],
    [/\b(?:fell|fall)\b/i, tested("fell", "falling", bad, badTrend)],
    [/\brecovered\b/i, row.change_verdict === "improved" && tested("worsened")],
    [/\btrend[^.]* is improving/i, row.trend_verdict === "improving"],
    [/\btrend[^.]* is getting worse/i, row.trend_verdict === "worsening"],
    [
      /more than chance would explain/i,
      row.change_verdict !== "no_clear_change" || !["no_clear_trend", "not_tested"].includes(row.trend_verdict),
    ],
    [/little changed|no clear change/i, row.change_verdict === "no_clear_change"],
  ];
  return allowed.flatMap(([word, may]) => (word.test(text) && !may ? [`movement that no test found (${word.source}): ${text}`] : []));
}

/** Every figure of a text must be one that its rows allow. */
export function faultsOfFigures(allowed: ReadonlySet<string>, text: string): string[] {
  const found = text.replace(/,(?=\d{3})/g, "").match(/\d+(?:\.\d+)?/g) ?? [];
  return found.filter((figure) => !allowed.has(figure)).map((figure) => `${figure} is not in the row: ${text}`);
}

/** The figures of rows, rounded as the rules say. */
export function figuresOf(row: Comparison, history: readonly Comparison[]): Set<string> {
  const allowed = new Set<string>();
  const add = (value: number | null, decimals: readonly number[]): void => {
    if (value === null) return;
    for (const d of decimals) allowed.add(Math.abs(roundHalfAwayFromZero(value, d)).toFixed(d));
  };
  const declared = indicator(row.indicator).decimals;
  for (const one of history) {
    for (const value of [
      one.value,
      one.previous_value,
      one.change,
      one.neighbour_min,
      one.neighbour_max,
      one.region_value,
      one.england_value,
    ])
      add(value, [declared, carried(value)]);
    for (const mean of [one.neighbour_mean, one.neighbour_median]) add(mean, [1]);
    for (const count of [one.numerator, one.denominator, one.previous_numerator, one.previous_denominator, one.children_to_neighbour_mean])
      add(count, [0, 1]);
    for (const rank of [one.rank, one.rank_of, one.rank_tied, one.england_rank, one.england_rank_of, one.neighbours_with_value])
      add(rank, [0]);
    if (one.rank !== null && one.rank_of !== null) add(one.rank_of - one.rank - (one.rank_tied ?? 0) + 1, [0]);
    if (one.denominator) add(100 / one.denominator, [0]);
    for (const year of `${one.period} ${one.period_end} ${one.previous_period} ${one.trend_start}`.match(/\d+/g) ?? [])
      allowed.add(String(Number(year))).add(year);
  }
  // Standing text: intervals, the drawing's own numbers, ages, the neighbour model.
  for (const fixed of [
    "95",
    "99.8",
    "50",
    "151",
    "80",
    "51",
    "2",
    "10000",
    row.neighbour_model,
    "14",
    "16",
    "17",
    "5",
    ...(`${row.breakdown} ${indicator(row.indicator).measure} ${indicator(row.indicator).wording.did ?? ""} ${indicator(row.indicator).name}`
      .replace(/,(?=\d{3})/g, "")
      .match(/\d+/g) ?? []),
  ])
    allowed.add(fixed);
  return allowed;
}

function carried(value: number | null): number {
  return value === null ? 0 : Math.min(String(value).split(".")[1]?.length ?? 0, 2);
}
