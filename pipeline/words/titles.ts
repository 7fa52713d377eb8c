import type { Action } from "../model/action.ts";
import type { Comparison } from "../model/comparison.ts";
import type { Finding } from "../model/finding.ts";
import { planTitle } from "./action-words.ts";
import { tally, tallyPhrase } from "./chart-words-several.ts";
import { fittingTitle } from "./fitting-title.ts";
import { capitalise, countable, joinList, numberWord } from "./grammar.ts";

/** Page titles: the finding first, at most 90 characters, never beyond the verdict. */

/** "Better than neighbours on seven of ten tested measures and worse on none". */
export function scorecardTitle(latest: readonly Comparison[]): string {
  return tallyPhrase(tally(latest), "neighbours", "tested measures").replace(", ", " and ");
}

/** "Overall effectiveness was judged good and adequate in April 2012", as inspectors wrote or as papers quote them. */
export function overallTitle(grades: readonly string[], when: string, inspected: boolean): string {
  const judged = `overall effectiveness was judged ${joinList(grades)}`;
  return inspected ? `${capitalise(judged)} in ${when}` : `Papers of ${when} say that ${judged}`;
}

/** "Two of 27 actions were overdue and 26 had no RAG rating". */
export function actionPlanTitle(actions: readonly Action[], asOf: string): string {
  return planTitle(actions, asOf);
}

const severityOrder = ["error", "warning", "note"];

/** Nothing read is not the same as nothing wrong. */
export const nothingToCheck = (authority: string): string => `No document about ${authority} was read`;

/** The worst finding in plain words and how many there are like it; the list below gives its heading. */
export function dataQualityTitle(findings: readonly Finding[]): string {
  const open = findings.filter((finding) => finding.acknowledged === "");
  const worst = [...open].sort((a, b) => severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity))[0];
  if (!worst)
    return findings.length === 0 ? "No fault was found in the documents and figures" : "Every fault that was found is known and explained";
  const n = open.filter((finding) => finding.severity === worst.severity).length;
  // A warning may have an innocent answer, so no single one becomes the headline of a page.
  if (worst.severity !== "error" && open.every((finding) => finding.document === ""))
    return `${capitalise(numberWord(n))} published ${n === 1 ? "figure" : "figures"} to check; no certain error`;
  if (worst.severity !== "error")
    return `${capitalise(numberWord(n))} ${n === 1 ? "passage" : "passages"} in the documents to check; no certain error`;
  const noun = countable(n, { error: "errors", warning: "warnings", note: "points" }[worst.severity]);
  const inAll = n === 1 ? "" : `; ${numberWord(n)} ${noun} in all`;
  const printed = printedAgainst(worst);
  return fittingTitle([
    printed === null ? null : `${printed}${inAll}`,
    printed,
    worst.heading === "" ? null : `${worst.heading}${inAll}`,
    worst.heading === "" ? null : worst.heading,
    `${capitalise(numberWord(n))} ${noun} to know before relying on these figures`,
  ]);
}

/** "A document prints 89.7% where its own counts give 77.6%", for faults of arithmetic with a figure on either side. */
function printedAgainst({ kind, stated, expected }: Finding): string | null {
  const figure = /^£?[\d,.]+%?$/;
  if ((kind !== "arithmetic" && kind !== "total") || !figure.test(stated) || !figure.test(expected)) return null;
  return `A document prints ${stated} where its own ${kind === "total" ? "parts make" : "counts give"} ${expected}`;
}

export const evidenceTitle = "Where every figure comes from";
