import { actionRef, type Action } from "../model/action.ts";
import type { Comparison } from "../model/comparison.ts";
import type { Finding } from "../model/finding.ts";
import type { Indicator } from "../model/indicator.ts";
import { isUsable, type Observation } from "../model/observation.ts";
import { planTally } from "./action-words.ts";
import type { IndicatorOf } from "./chart-words-several.ts";
import { concerns, oneOfEach, spareTier, withoutMirrors, type Ranked, type Reason, type Thresholds } from "./concerns.ts";
import { formatCounts, formatMean, formatValue } from "./format.ts";
import { capitalise, countable, lowerFirst, numberWord } from "./grammar.ts";
import * as phrases from "./phrases.ts";
import { sentence, type Sentence } from "./sentence.ts";
import { gapPeople } from "./sentences.ts";
import { baseOf, inPeriod, periodName, subjectIsPlural, wordingOf } from "./terms.ts";

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

export type MeasureName = { readonly indicator: string; readonly breakdown: string };

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

const longestQuestion = 12;

/** Concerns first, in their order, then figures that nobody has, then the plan and the worst findings. */
export function questions(input: QuestionInput, most = 6): Question[] {
  const concernsToo = gravest(input)
    .map(({ row, reason }) => concernQuestion(row, input.indicatorOf(row.indicator), reason))
    .filter((one, place, all) => all.findIndex(({ question }) => question === one.question) === place);
  const rest = [...gapQuestions(input), ...planQuestions(input), ...findingQuestions(input)];
  const kept = concernsToo.slice(0, Math.max(most - rest.length, Math.ceil(most / 2)));
  return [...kept, ...rest].slice(0, most);
}

function gravest({ latest, indicatorOf, thresholds }: QuestionInput): Ranked[] {
  return oneOfEach(concerns(withoutMirrors(latest, indicatorOf), thresholds)).filter(({ tier }) => tier < spareTier);
}

function concernQuestion(row: Comparison, indicator: Indicator, reason: Reason): Question {
  return {
    question: concernWords(row, indicator, reason),
    why: sentence(concernWhy(row, indicator, reason), [row.comparison_id]),
    from: "concern",
    about: indicator.theme,
    measure: { indicator: row.indicator, breakdown: row.breakdown },
  };
}

/** Words for each reason; what the declaration would ask goes before them. */
function concernWords(row: Comparison, indicator: Indicator, reason: Reason): string {
  const { subject, ask } = wordingOf(indicator, row.breakdown);
  if (ask !== "" && reason !== "worsened") return ask;
  const topic = lowerFirst(subject);
  const plural = subjectIsPlural(indicator, row.breakdown);
  const candidates = askedOf(reason, topic, plural, row.polarity === "low");
  return candidates.find((text) => text.split(" ").length <= longestQuestion) ?? candidates[candidates.length - 1] ?? "";
}

/** Fullest first. */
function askedOf(reason: Reason, topic: string, plural: boolean, low: boolean): string[] {
  switch (reason) {
    case "worsened":
      return low
        ? [`Why did ${topic} rise, and what is being done?`, `Why did ${topic} rise?`]
        : [`Why did ${topic} fall, and when will ${plural ? "they" : "it"} recover?`, `Why did ${topic} fall?`];
    case "trend":
      return [`What lies behind the five-year trend in ${topic}?`, `Why ${plural ? "are" : "is"} ${topic} getting worse?`];
    case "worse":
      return [`What would bring ${topic} level with neighbours?`, `Why ${plural ? "are" : "is"} ${topic} behind neighbours?`];
    case "worse_than_england":
      return [`What would bring ${topic} level with England?`, `Why ${plural ? "are" : "is"} ${topic} behind England?`];
    default:
      return [`What explains ${topic}?`];
  }
}

function concernWhy(row: Comparison, indicator: Indicator, reason: Reason): string {
  const now = phrases.valueWithCounts(row.value, row.numerator, row.denominator, indicator) ?? "";
  const before = phrases.valueWithCounts(row.previous_value, row.previous_numerator, row.previous_denominator, indicator);
  const counts = phrases.countsOfPeople(row.numerator, row.denominator, indicator, row.breakdown);
  const who = counts === null ? now : `${counts} (${formatValue(row.value, indicator)})`;
  switch (reason) {
    case "worsened":
      return missedWhy(row, indicator) ?? `${who}${before === null ? "" : `; ${before} the year before`}`;
    case "trend":
      return `${who}, and the five-year trend is getting worse`;
    case "worse": {
      const n = row.children_to_neighbour_mean ?? 0;
      const gap = n > 0 ? `; ${gapPeople(n, row, indicator)} would reach it` : "";
      return `${now}, against a neighbours’ mean of ${formatMean(row.neighbour_mean, indicator)}${gap}`;
    }
    case "worse_than_england":
      return `${now}, against ${formatValue(row.england_value, indicator)} in England`;
    default: {
      const standing = phrases.positionPhrase(row, row.polarity);
      return `${now} ${inPeriod(row.period)}${standing === null ? "" : `, ${phrases.withThe(standing)}`}; neighbours’ mean ${formatMean(row.neighbour_mean, indicator)}`;
    }
  }
}

/** "40 of 249 children had no dental check; 16 of 266 the year before". Null where the rest are few, unknown or not to be named. */
function missedWhy(row: Comparison, indicator: Indicator): string | null {
  const { didNot } = wordingOf(indicator, row.breakdown);
  const { numerator, denominator, previous_numerator, previous_denominator } = row;
  if (
    didNot === "" ||
    row.polarity !== "high" ||
    numerator === null ||
    denominator === null ||
    previous_numerator === null ||
    previous_denominator === null
  )
    return null;
  const [missed, missedBefore] = [denominator - numerator, previous_denominator - previous_numerator];
  // One to five are not derived from published figures, in line with the rule for public packs.
  if ([missed, missedBefore].some((n) => n > 0 && n <= 5)) return null;
  return `${formatCounts(missed, denominator)} ${countable(denominator, baseOf(indicator, row.breakdown))} ${didNot}; ${formatCounts(missedBefore, previous_denominator)} the year before`;
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
function errorsOf(findings: readonly Finding[]): Finding[] {
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

/** One thing that the panel is asked to do. `about` and `measure` name the page that it points to. */
export type Recommendation = Pick<Question, "about" | "measure"> & { readonly text: string; readonly restsOn: readonly string[] };

/** Concerns up to this tier are worse than neighbours or worsened by a test: a second one is asked about too. */
const firmTier = 3;

/** "The panel is asked to": note the scorecard, ask about the first concerns, ask for what the plan lacks. Set as a, b, c. */
export function recommendations(input: QuestionInput): Recommendation[] {
  const asked: Recommendation[] =
    input.latest.length === 0
      ? []
      : [{ text: "note the scorecard", about: "scorecard", measure: null, restsOn: input.latest.map((row) => row.comparison_id) }];
  for (const { row, reason } of gravest(input)
    .filter(({ tier }, place) => place === 0 || tier <= firmTier)
    .slice(0, 2)) {
    const indicator = input.indicatorOf(row.indicator);
    asked.push({
      text: askFor(row, indicator, reason),
      about: indicator.theme,
      measure: { indicator: row.indicator, breakdown: row.breakdown },
      restsOn: [row.comparison_id],
    });
  }
  const plan = input.planDate === "" ? null : planTally(input.actions, input.planDate);
  if (plan && (plan.unrated > 0 || plan.undated > 0)) {
    const lacks = [plan.unrated > 0 ? "a rating" : null, plan.undated > 0 ? "a date" : null].filter((part) => part !== null).join(" and ");
    asked.push({
      text: `ask for an action plan with ${lacks} for every action`,
      about: "action plan",
      measure: null,
      restsOn: input.actions.map(actionRef),
    });
  } else if (plan && plan.overdue > 0) {
    asked.push({
      text: `ask what holds up the ${numberWord(plan.overdue)} overdue ${countable(plan.overdue, "actions")}`,
      about: "action plan",
      measure: null,
      restsOn: input.actions.map(actionRef),
    });
  }
  const errors = errorsOf(input.findings);
  if (errors.length > 0 && asked.length < 5) {
    asked.push({
      text: `ask for ${numberWord(errors.length)} ${countable(errors.length, "errors")} in the documents to be corrected`,
      about: "data quality",
      measure: null,
      restsOn: errors.map((finding) => finding.finding_id),
    });
  }
  return asked.length === 0 ? [{ text: "note this report", about: "", measure: null, restsOn: [] }] : asked;
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
