import type { Action } from "../../model/action.ts";
import { changeVerdicts, verdicts } from "../../model/comparison.ts";
import { severities } from "../../model/finding.ts";
import { ratingWord } from "../../words/action-words.ts";
import { ordinalWord } from "../../words/grammar.ts";
import { belongsToName, escaped, type Role } from "./figure.ts";

/** The authority and its ten neighbours. */
export const mostRanked = 11;
/** Verdicts of a test, in words that count measures. */
export const tested: ReadonlySet<string> = new Set(["better", "worse", "similar", "higher", "lower"]);

/** A count opens its phrase: in "per 10,000 fell" the words after the number are not what it counts. */
const phrase = "(?<!\\bper )(?<!\\bfor )";
const counted = (near: string, ...names: string[]): Role => ({ measure: "number", near: new RegExp(near, "i"), names });

const judged = (...kinds: string[]): string[] => kinds.map((kind) => `judged measures: ${kind}`);
const verdictKinds = [
  ...verdicts.flatMap((one) => [`neighbours ${one}`, `England ${one}`]),
  ...changeVerdicts.map((one) => `change ${one}`),
];
const untestedKinds = ["not tested, with a value", "not tested", "change not tested", "without a value", "tested against neighbours"];

/** "3 better", "two errors", "tenth on two measures": the count of just that. */
export const kindRoles: readonly Role[] = [
  belongsToName,
  counted(
    "# other tested measures? shows? no clear change|^No clear change on (?:any|either) of the # measures",
    ...judged("change no_clear_change"),
  ),
  counted(
    "# not tested\\b",
    ...judged(...untestedKinds.filter((kind) => kind.includes("not tested")), "neighbours not_tested", "neighbours not_compared"),
  ),
  ...verdicts
    .filter((one) => tested.has(one))
    .map((one) => counted(`${phrase}# ${one}\\b`, `judged measures: neighbours ${one}`, `judged measures: England ${one}`)),
  ...changeVerdicts
    .filter((one) => !one.startsWith("not_"))
    .map((one) => counted(`${phrase}# ${one.replaceAll("_", " ")}\\b`, `judged measures: change ${one}`)),
  ...Array.from({ length: mostRanked }, (_, at) =>
    counted(`\\b${ordinalWord(at + 1)}(?: of \\w+)? on #`, `judged measures: rank ${at + 1}`),
  ),
  counted(
    `${phrase}# (?:(?:other|more|tested|judged) )*measures?\\b`,
    "measures",
    "judged measures",
    ...judged(...untestedKinds, ...verdictKinds, ...Array.from({ length: mostRanked }, (_, at) => `rank ${at + 1}`)),
  ),
  ...severities.map((one) => counted(`${phrase}# ${one}s?\\b`, `findings: severity ${one}`)),
];

/** The ratings of a plan, and those that plans have but this one may lack. */
export const ratingsOf = (rows: readonly Action[]): string[] => [
  ...new Set([...rows.map(({ rag }) => ratingWord(rag)), "red", "amber", "green", ratingWord("")]),
];

/** "Amber (4)". */
export const ratingRoles = (rows: readonly Action[]): Role[] =>
  ratingsOf(rows).map((word) => counted(`\\b${escaped(word)} \\(#\\)`, `actions: rating ${word}`));
