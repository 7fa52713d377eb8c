import type { Action } from "../../model/action.ts";
import { changeVerdicts, verdicts } from "../../model/comparison.ts";
import { severities } from "../../model/finding.ts";
import { ratingWord } from "../../words/action-words.ts";
import { ordinalWord } from "../../words/grammar.ts";
import { escaped, type Role } from "./figure.ts";

/** The authority and its ten neighbours. */
export const mostRanked = 11;
/** Verdicts of a test, in words that count measures. */
export const tested: ReadonlySet<string> = new Set(["better", "worse", "similar", "higher", "lower"]);

/** A count opens its phrase: in "per 10,000 fell" the words after the number are not what it counts. */
const phrase = "(?<!\\bper )(?<!\\bfor )";
const counted = (near: string, ...names: string[]): Role => ({ measure: "number", near: new RegExp(near, "i"), names });

/** "3 better", "two errors", "tenth on two measures": the count of just that. */
export const kindRoles: readonly Role[] = [
  ...verdicts.filter((one) => tested.has(one)).map((one) => counted(`${phrase}# ${one}\\b`, `judged measures: neighbours ${one}`, `judged measures: England ${one}`)),
  ...changeVerdicts.filter((one) => !one.startsWith("not_")).map((one) => counted(`${phrase}# ${one.replaceAll("_", " ")}\\b`, `judged measures: change ${one}`)),
  ...Array.from({ length: mostRanked }, (_, at) => counted(`\\b${ordinalWord(at + 1)}(?: of \\w+)? on #`, `judged measures: rank ${at + 1}`)),
  ...severities.map((one) => counted(`${phrase}# ${one}s?\\b`, `findings: severity ${one}`)),
];

/** "Amber (4)". */
export const ratingRoles = (rows: readonly Action[]): Role[] =>
  [...new Set(rows.map(({ rag }) => ratingWord(rag)))].map((word) => counted(`\\b${escaped(word)} \\(#\\)`, `actions: rating ${word}`));
