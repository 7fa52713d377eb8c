import { actionRef, type Action } from "../model/action.ts";
import type { Comparison } from "../model/comparison.ts";
import type { Finding } from "../model/finding.ts";
import type { Indicator } from "../model/indicator.ts";
import { isUsable, type Observation } from "../model/observation.ts";
import { planTally } from "./action-words.ts";
import type { IndicatorOf } from "./chart-words-several.ts";
import { concernQuestion } from "./concern-questions.ts";
import { gravest, type Thresholds } from "./concerns.ts";
import { capitalise, countable, lowerFirst, numberWord } from "./grammar.ts";
import { sentence, type Sentence } from "./sentence.ts";
import { periodName, wordingOf } from "./terms.ts";

/** A question that the panel may ask, and why. The page it points to is the pack's to add. */
export type Question = {
  /** At most 12 words. */
  readonly question: string;
  /** About two lines, with counts. */
  readonly why: Sentence;
  readonly from: "concern" | "gap" | "finding" | "plan";
  /** Theme, or the page that holds the matter: "action plan", "data quality". */
  readonly about: string;
  /** The measure that it is about; null for a plan or findings. */
  readonly measure: MeasureName | null;
};

type MeasureName = { readonly indicator: string; readonly breakdown: string };

export type QuestionInput = {
  /** One row a measure. */
  readonly latest: readonly Comparison[];
  readonly indicatorOf: IndicatorOf;
  /** Indicators that the pack speaks of; those without a national figure become a question. */
  readonly shown: readonly Indicator[];
  readonly observations: readonly Observation[];
  readonly findings: readonly Finding[];
  readonly actions: readonly Action[];
  /** Day of the meeting that printed the plan, ISO; "" when there is none. */
  readonly planDate: string;
  readonly thresholds: Thresholds;
};

/** Concerns first, in their order, then figures that nobody has, then the plan and the worst findings. */
export function questions(input: QuestionInput, most = 6): Question[] {
  const concernsToo = gravest(input.latest, input.indicatorOf, input.thresholds)
    .map(({ row, reason }) => concernQuestion(row, input.indicatorOf(row.indicator), reason))
    .filter((one, place, all) => all.findIndex(({ question }) => question === one.question) === place);
  const rest = [...gapQuestions(input), ...planQuestions(input), ...findingQuestions(input)];
  const kept = concernsToo.slice(0, Math.max(most - rest.length, Math.ceil(most / 2)));
  return [...kept, ...rest].slice(0, most);
}

/** Measures that no national figure covers: the last that a document gave, or that none was found. */
function gapQuestions({ shown, observations }: QuestionInput): Question[] {
  const gap = shown.find((indicator) => indicator.noNationalFigure !== "");
  if (!gap) return [];
  const known = observations.filter(
    (one) => one.indicator === gap.id && one.subject === "local" && one.value !== null && one.period_end !== "" && isUsable(one),
  );
  const last = known.reduce<Observation | null>((found, one) => (found === null || one.period_end > found.period_end ? one : found), null);
  const { topic, state } = wordingOf(gap, "");
  const question = `How many ${lowerFirst(topic)} are ${state === "" ? "done" : state} today?`;
  const why =
    last === null
      ? "No figure was found, and no national figure is published"
      : `The last figure found is for ${periodName(last.period)}, and no national figure is published`;
  return [
    {
      question,
      why: sentence(why, [last === null ? `indicator:${gap.id}` : last.observation_id]),
      from: "gap",
      about: gap.theme,
      measure: { indicator: gap.id, breakdown: "" },
    },
  ];
}

function planQuestions({ actions, planDate }: QuestionInput): Question[] {
  if (actions.length === 0 || planDate === "") return [];
  const { total, overdue, unrated } = planTally(actions, planDate);
  if (overdue === 0 && unrated === 0) return [];
  const parts = [
    overdue > 0 ? `${overdue} of ${total} ${countable(total, "actions")} ${overdue === 1 ? "was" : "were"} overdue` : null,
    unrated > 0 ? `${unrated}${overdue > 0 ? "" : ` of ${total} ${countable(total, "actions")}`} had no rating` : null,
  ].filter((part) => part !== null);
  const why = `The last plan found is of ${periodName(planDate.slice(0, 7))}; ${parts.join(" and ")}`;
  return [
    {
      question: "Where does each action of the plan stand now?",
      why: sentence(why, actions.map(actionRef)),
      from: "plan",
      about: "action plan",
      measure: null,
    },
  ];
}

/** Errors that a reader of the documents would meet; faults of files are the analyst's. */
export function errorsOf(findings: readonly Finding[]): Finding[] {
  return findings.filter(
    (finding) => finding.severity === "error" && finding.acknowledged === "" && finding.kind !== "data" && finding.kind !== "document",
  );
}

function findingQuestions({ findings }: QuestionInput): Question[] {
  const errors = errorsOf(findings);
  const first = errors[0];
  if (!first) return [];
  const n = errors.length;
  const count = `${numberWord(n)} ${n === 1 ? "error was" : "errors were"} found in the documents`;
  return [
    {
      question: "Who checks figures before they reach the panel?",
      why: sentence(
        first.heading === "" ? capitalise(count) : `${first.heading}; ${count}`,
        errors.map((finding) => finding.finding_id),
      ),
      from: "finding",
      about: "data quality",
      measure: null,
    },
  ];
}
