import { defineIndicator, type Indicator } from "../model/indicator.ts";
import { healthOutcome, sdqAverage } from "./official-files.ts";

/** The Strengths and Difficulties Questionnaire. */
export const healthWellbeing: readonly Indicator[] = [
  defineIndicator({
    id: "health.sdq_completion",
    theme: "wellbeing",
    name: "Wellbeing form (SDQ) returned",
    measure: "Looked-after children with a Strengths and Difficulties Questionnaire score",
    unit: "percent",
    polarity: "high",
    official: [healthOutcome("Ages 5 to 16 years with SDQ score", "SDQ score was received", "Total ages 5 to 16 years", "age 5 to 16")],
    wording: {
      topic: "Wellbeing forms (SDQ)",
      state: "returned",
      did: "had a wellbeing form (SDQ) returned",
      didNot: "had no wellbeing form (SDQ) returned",
      gap: "Wellbeing forms (SDQ) for {n}",
      short: "had a wellbeing form (SDQ) returned",
      plural: true,
    },
    breakdowns: ["", "age 5 to 16"],
    counted: "Children aged 5 to 16 looked after for at least 12 months at 31 March.",
    whyItMatters: "Without a score, distress that could be helped may go unseen.",
    tables: [
      {
        any: [
          "(?:\\bsdq'?s?|strengths? (?:and|&) difficult\\w+)\\b.*(?:complet\\w+|return\\w*|submit\\w*|received|rate|with an? .*score|%)",
          "(?:complet\\w+|return\\w*|submit\\w*|received|with an?)\\b.*(?:\\bsdqs?|strengths? (?:and|&) difficult\\w+)",
        ],
      },
    ],
    phrases: [
      {
        any: [
          "(?:strengths? and difficult(?:y|ies)|difficult(?:y|ies) and strengths?)(?:'s)?(?: (?:questionnaires?|scales?|scores?))*(?: \\(sdqs?\\))?(?: completed| returned| submitted)?",
          "sdqs?(?: (?:questionnaires?|scores?|completion|returns?))*",
        ],
        never: ["average (?:sdq )?score", "scores? of \\d", "cause for concern", "of concern"],
        complement: ["not (?:been )?(?:completed|returned|had|received|submitted)", "without"],
      },
    ],
  }),
  defineIndicator({
    id: "health.sdq_average",
    theme: "wellbeing",
    name: "SDQ average score",
    measure: "Average Strengths and Difficulties Questionnaire score of looked-after children",
    unit: "score",
    polarity: "low",
    official: [sdqAverage("age 5 to 16")],
    wording: {
      topic: "The average SDQ score",
      plural: false,
      fact: "the average SDQ score was {value}",
      ask: "What help do children with high SDQ scores get?",
    },
    range: [0, 40],
    breakdowns: ["", "age 5 to 16"],
    counted: "Children aged 5 to 16 looked after for at least 12 months at 31 March with a score. Out of 40; lower is better.",
    whyItMatters: "The score is the only yearly national measure of how children in care are feeling.",
    tables: [
      {
        any: [
          "(?:\\bsdq'?s?|strengths? (?:and|&) difficult\\w+)\\b.*(?:average|mean|score)",
          "(?:average|mean)\\b.*(?:\\bsdq|strengths? (?:and|&) difficult\\w+)",
        ],
        never: ["complet", "return", "submit", "with an? ", "concern", "borderline", "normal"],
      },
      { any: ["average (?:total )?score"], also: ["\\bsdq|strengths? (?:and|&) difficult"] },
    ],
    phrases: [
      {
        any: [
          "(?:average|mean) (?:sdq |strengths? and difficulties (?:questionnaire )?)?(?:score|difficulties score)",
          "sdq scores?",
          "scores?,? averag(?:e|ed|ing)",
          "average of",
          "sdq (?:average|mean)(?: score)?",
          "average (?:strengths and difficulties|sdq)[^.;]{0,40}score",
        ],
        also: ["sdq|strengths? and difficult"],
      },
    ],
  }),
  defineIndicator({
    id: "health.sdq_cause_for_concern",
    theme: "wellbeing",
    name: "SDQ score a cause for concern",
    measure: "Looked-after children whose SDQ score is a cause for concern",
    unit: "percent",
    polarity: "low",
    official: [
      healthOutcome("Ages 5 to 16 years with SDQ score", "SDQ score is a cause for concern", "SDQ score was received", "age 5 to 16"),
    ],
    wording: {
      topic: "SDQ scores of concern",
      plural: true,
      did: "had an SDQ score that is a cause for concern",
      gap: "{n} with an SDQ score of concern",
      short: "had an SDQ score of concern",
      ask: "What help do children with high SDQ scores get?",
    },
    breakdowns: ["", "age 5 to 16"],
    counted: "Children aged 5 to 16 looked after for at least 12 months at 31 March with a score of 17 or more.",
    whyItMatters: "A score of 17 or more suggests that a child needs help now.",
    tables: [
      { any: ["(?:cause (?:for|of) )?concern", "17 (?:or more|and (?:over|above))"], also: ["\\bsdq|strengths? (?:and|&) difficult"] },
    ],
    phrases: [
      {
        any: ["(?:sdq )?scores? (?:that (?:is|are|was|were) )?(?:of|a|in the) (?:cause for )?concern", "cause for concern"],
        also: ["sdq|strengths? and difficult"],
      },
    ],
  }),
];
