import { actionRef } from "../../model/action.ts";
import { withoutMirrors } from "../../words/concerns.ts";
import { keyMessages } from "../../words/messages.ts";
import { keyPageTitle } from "../../words/key-page-title.ts";
import { themeLeftTitle, themeRightTitle } from "../../words/theme-titles.ts";
import * as titles from "../../words/titles.ts";
import { latestPlan } from "./action-plan.ts";
import { scoredRows } from "./key-rows.ts";
import { fillGaps } from "./gaps.ts";
import type { Composer, Sheetwork } from "./pack.ts";
import { restsOn } from "./pack.ts";
import { indicatorLookup } from "./resolve.ts";
import { openFindings } from "./findings.ts";
import { judgementsTitle } from "./judgements.ts";

/** Titles that state the page's finding; each is null when the page has nothing to state. */
const makers: Readonly<Record<string, (sheet: Sheetwork) => { text: string; rests: readonly string[] } | null>> = {
  "key-messages": ({ pack }) => {
    const rows = scoredRows(pack);
    const lookup = indicatorLookup(pack);
    return rows.length === 0
      ? null
      : {
          text: keyPageTitle(rows, keyMessages(rows, lookup, pack.template.front.thresholds), lookup),
          rests: withoutMirrors(rows, lookup).map((row) => row.comparison_id),
        };
  },
  scorecard: ({ pack }) => {
    const rows = scoredRows(pack);
    return rows.length === 0 ? null : { text: titles.scorecardTitle(rows), rests: rows.map((row) => row.comparison_id) };
  },
  "theme-left": ({ pack, focus: [lead] }) => {
    const row = lead ? pack.data.latest(lead) : undefined;
    if (!lead || !row) return null;
    return { text: themeLeftTitle(row, pack.data.history(lead).at(-2) ?? null, lead.indicator), rests: restsOn(row) };
  },
  "theme-right": ({ pack, focus: [lead, second] }) => {
    const row = lead ? pack.data.latest(lead) : undefined;
    const other = second ? pack.data.latest(second) : undefined;
    return row ? { text: themeRightTitle(row, other ?? null, indicatorLookup(pack)), rests: [...restsOn(row), ...restsOn(other)] } : null;
  },
  "action-plan": ({ pack }) => {
    const plan = latestPlan(pack);
    return plan ? { text: titles.actionPlanTitle(plan.actions, plan.asOf), rests: plan.actions.map(actionRef) } : null;
  },
  judgements: ({ pack }) => judgementsTitle(pack),
  "data-quality": ({ pack }) => ({
    text:
      pack.input.documents.length === 0 && openFindings(pack).length === 0
        ? titles.nothingToCheck(pack.input.authority.authority)
        : titles.dataQualityTitle([...openFindings(pack), ...pack.input.findings.filter(({ acknowledged }) => acknowledged !== "")]),
    rests: openFindings(pack).map((one) => one.finding_id),
  }),
  evidence: () => ({ text: titles.evidenceTitle, rests: [] }),
};

export const titleNames: readonly string[] = Object.keys(makers);

/** `::title scorecard` states the finding; `::title "Words"` stands as it is. */
export const title: Composer = {
  settings: {},
  words: "text",
  items: "none",
  compose(sheet, directive) {
    const [word = ""] = directive.words;
    const made = makers[word];
    if (!made) {
      sheet.title = fillGaps(directive.words.join(" "), sheet.pack);
      return;
    }
    const text = made(sheet);
    if (text) sheet.title = [{ text: text.text, rests: text.rests }];
  },
};
