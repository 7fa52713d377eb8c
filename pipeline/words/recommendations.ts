import { actionRef } from "../model/action.ts";
import type { Comparison } from "../model/comparison.ts";
import type { Indicator } from "../model/indicator.ts";
import { planTally } from "./action-words.ts";
import { gravest, type Reason } from "./concerns.ts";
import { countable, lowerFirst, numberWord } from "./grammar.ts";
import * as phrases from "./phrases.ts";
import { errorsOf, type Question, type QuestionInput } from "./questions.ts";
import { subjectIsPlural, wordingOf } from "./terms.ts";

/** One thing that the panel is asked to do. `about` and `measure` name the page that it points to. */
export type Recommendation = Pick<Question, "about" | "measure"> & { readonly text: string; readonly restsOn: readonly string[] };

/** Concerns up to this tier are worse than neighbours or worsened by a test: a second one is asked about too. */
const firmTier = 3;

/** "The panel is asked to": note the scorecard, ask about the first concerns, ask for what the plan lacks. Set as a, b, c; five at most. */
export function recommendations(input: QuestionInput): Recommendation[] {
  const asked = [...noteScorecard(input), ...askOfConcerns(input), ...askOfPlan(input), ...askOfErrors(input)];
  return asked.length === 0 ? [{ text: "note this report", about: "", measure: null, restsOn: [] }] : asked;
}

function noteScorecard({ latest }: QuestionInput): Recommendation[] {
  return latest.length === 0
    ? []
    : [{ text: "note the scorecard", about: "scorecard", measure: null, restsOn: latest.map((row) => row.comparison_id) }];
}

function askOfConcerns({ latest, indicatorOf, thresholds }: QuestionInput): Recommendation[] {
  return gravest(latest, indicatorOf, thresholds)
    .filter(({ tier }, place) => place === 0 || tier <= firmTier)
    .slice(0, 2)
    .map(({ row, reason }) => ({
      text: askFor(row, indicatorOf(row.indicator), reason),
      about: indicatorOf(row.indicator).theme,
      measure: { indicator: row.indicator, breakdown: row.breakdown },
      restsOn: [row.comparison_id],
    }));
}

/** What the plan lacks, else what is overdue in it. */
function askOfPlan({ actions, planDate }: QuestionInput): Recommendation[] {
  if (planDate === "") return [];
  const { unrated, undated, overdue } = planTally(actions, planDate);
  const lacks = [unrated > 0 ? "a rating" : null, undated > 0 ? "a date" : null].filter((part) => part !== null).join(" and ");
  if (lacks === "" && overdue === 0) return [];
  const text =
    lacks === ""
      ? `ask what holds up the ${numberWord(overdue)} overdue ${countable(overdue, "actions")}`
      : `ask for an action plan with ${lacks} for every action`;
  return [{ text, about: "action plan", measure: null, restsOn: actions.map(actionRef) }];
}

function askOfErrors({ findings }: QuestionInput): Recommendation[] {
  const errors = errorsOf(findings);
  if (errors.length === 0) return [];
  const text = `ask for ${numberWord(errors.length)} ${countable(errors.length, "errors")} in the documents to be corrected`;
  return [{ text, about: "data quality", measure: null, restsOn: errors.map((finding) => finding.finding_id) }];
}

function askFor(row: Comparison, indicator: Indicator, reason: Reason): string {
  const subject = lowerFirst(wordingOf(indicator, row.breakdown).subject);
  const verb = subjectIsPlural(indicator, row.breakdown) ? "are" : "is";
  switch (reason) {
    case "worsened":
      return `ask why ${subject} ${row.polarity === "low" ? "rose" : "fell"}`;
    case "worse":
      return `ask why ${subject} ${verb} worse than neighbours`;
    case "worse_than_england":
      return `ask why ${subject} ${verb} worse than England`;
    case "trend":
      return `ask why the five-year trend in ${subject} is getting worse`;
    default: {
      const standing = phrases.positionPhrase(row, row.polarity);
      return standing === null ? `ask what explains ${subject}` : `ask why ${subject} ${verb} ${phrases.withThe(standing)}`;
    }
  }
}
