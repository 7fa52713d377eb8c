import { defineIndicator, type Indicator } from "../model/indicator.ts";
import { healthOutcome } from "./official-files.ts";

/** Initial and yearly health assessments. */
export const healthAssessments: readonly Indicator[] = [
  defineIndicator({
    id: "health.initial_assessment_timely",
    theme: "health",
    name: "First assessments in time",
    measure: "Initial health assessments within 20 working days of coming into care",
    unit: "percent",
    polarity: "high",
    wording: {
      topic: "First health assessments",
      state: "in time",
      did: "had their first health assessment within 20 working days",
      didNot: "had theirs late or not at all",
      gap: "First health assessments in time for {n}",
    },
    decimals: 1,
    noNationalFigure: "No national figure is published for initial health assessments within 20 working days.",
    whyItMatters: "A first health assessment finds what a child needs while there is still time to act on it.",
    counted: "Children who came into care in the year and had their initial health assessment within 20 working days.",
    tables: [
      {
        any: [
          "(?:iha|initial (?:health )?(?:assessment|medical))'?s?\\b.*(?:timescales?|timeframes?|in time|on time|timely|timeliness|within|20 (?:working )?days|28 days)",
        ],
      },
      {
        any: [
          "(?:%|per cent|percentage|number)? ?(?:completed )?(?:to|in|within|on) (?:statutory )?(?:timescales?|time|20 (?:working )?days)",
        ],
        also: ["\\bihas?\\b|initial health"],
      },
    ],
    phrases: [
      {
        any: [
          "initial (?:health )?(?:assessments?|medicals?)",
          "initial health (?:checks?|screenings?|medicals?)",
          "first health (?:assessments?|checks?|medicals?)",
          "ihas?",
        ],
        also: ["health|medical|ihas?|20 (?:working )?days|28 days|becoming looked[- ]after|coming into care|entering care"],
        never: [
          "child protection conference",
          "initial (?:contact|assessments? (?:team|and core)|child)",
          "core assessments?",
          "single assessments?",
          "initial and review health",
        ],
        complement: [
          "not (?:being )?(?:achieved|completed|met|done|carried out|held|undertaken|seen|receiv\\w+)",
          "not (?:\\w+ ){0,3}(?:within|in|on) (?:\\w+ ){0,2}time\\w*",
          "{late}",
          "did not (?:have|receive|take place)",
        ],
        frames: [
          "not (?:being )?(?:achieved|met|completed) for #",
          "initial health assessments? [^#;.]{0,60}(?:on time|within [^#;.]{0,30}|{ontime}) (?:for|in) #",
          "# initial health assessments?(?= \\(#\\)| (?:were|was|are|had been|met|took))",
          "# (?:of |out of |\\(|{child} |of the )?[^#@;.]{0,40}initial health assessments? [^#;.]{0,40}{ontime}",
        ],
        units: ["percent", "count"],
      },
      {
        any: [
          "assessments? (?:\\w+ ){0,4}within (?:20|twenty|28) (?:working )?days",
          "assessed within (?:20|twenty|28) (?:working )?days",
          "(?:were|was|are|is) within (?:20|twenty|28) (?:working )?days",
        ],
        also: ["health assess|initial health|\\bihas?\\b"],
        never: ["child protection", "core assess"],
        complement: ["not (?:\\w+ ){0,3}within", "{late}"],
      },
      {
        any: [],
        also: [
          "(?:initial health (?:assessments?|medicals?)|\\bihas?\\b)(?!.*(?:review health|\\brhas?\\b|review assessment|conference|child protection))",
        ],
        frames: [
          "of (?:these|those|them|which),? # (?:children |assessments )?(?:\\(#\\) )?(?:were |was |took place |had been |have been )(?:\\w+ ){0,3}{ontime}",
          "of (?:these|those|them|which),? # (?:children |assessments )?(?:\\(#\\) )?took place {ontime}",
        ],
        units: ["percent", "count"],
      },
    ],
  }),
  defineIndicator({
    id: "health.initial_assessment_completed",
    theme: "health",
    name: "First assessments completed",
    measure: "Initial health assessments completed",
    unit: "percent",
    polarity: "high",
    wording: {
      topic: "First health assessments",
      state: "completed",
      did: "had a first health assessment",
      didNot: "had none",
      gap: "First health assessments for {n}",
    },
    decimals: 1,
    noNationalFigure: "No national figure is published for initial health assessments completed.",
    tables: [
      {
        any: ["\\biha'?s?\\b", "initial health (?:assessment|check)s?", "initial medicals?"],
        never: ["timescale", "timeframe", "in time", "on time", "timel", "within", "days", "refus", "no initial", "not "],
      },
    ],
    phrases: [
      {
        any: [
          "(?:had|have had|received|having) (?:an |their )?initial health assessments?(?=[,;.]| but| though| although|,? of which)",
          "initial health assessments? (?:were |was |had been )?(?:completed|undertaken|carried out)(?=[,;.]| but| though| although|,? of which)",
        ],
        complement: ["not (?:\\w+ ){0,2}(?:had|received|completed)"],
      },
      {
        any: [],
        frames: [
          "# (?:initial health assessments?|ihas?) (?:were |was |have been |had been )?(?:completed|undertaken|carried out|done)(?! (?:\\w+ ){0,2}(?:within|in time|on time|late|to|outside))",
        ],
        units: ["count"],
      },
    ],
  }),
  defineIndicator({
    id: "health.initial_assessment_band",
    theme: "health",
    name: "First assessments by days",
    measure: "Initial health assessments by working days taken",
    unit: "count",
    polarity: "none",
    tables: [{ bands: "days", any: ["\\bihas?\\b", "initial health assessments?"] }],
  }),
  defineIndicator({
    id: "health.review_assessment",
    theme: "health",
    name: "Health assessments up to date",
    measure: "Looked-after children with an annual health assessment",
    unit: "percent",
    polarity: "high",
    official: [healthOutcome("Health assessments: Children looked after all ages", "Had their annual health assessment", "Total all ages")],
    wording: {
      topic: "Health assessments",
      state: "up to date",
      did: "had an up-to-date health assessment",
      didNot: "had no health assessment in the year",
      gap: "Health assessments for {n}",
      short: "had a health assessment in the year",
    },
    counted: "Children looked after for at least 12 months at 31 March.",
    whyItMatters: "A yearly assessment is how new or growing health needs come to light.",
    tables: [
      {
        any: ["\\brha'?s?\\b", "review health assessments?", "annual health (?:assessment|check)s?", "health (?:assessment|check)s?"],
        never: ["initial", "\\bihas?\\b", "mental", "refus", "not ", "without"],
      },
    ],
    phrases: [
      {
        any: [
          "(?:annual |review |statutory |yearly |lac |their |medical |routine )*health (?:assessments?|checks?|reviews?|medicals?)(?: rates?)?",
          "(?:annual|review) (?:health )?medicals?",
          "(?<!emotional )health needs assessed",
          "review assessments",
          "rhas?",
          "medical checks?",
          "initial and review health assessments(?: combined)?",
          "(?:annual |yearly |statutory )?reviews? of (?:their |children's )?health(?: needs)?",
        ],
        never: [
          "child health promotion",
          "good quality",
          "quality (?:of|assur)",
          "mental health",
          "emotional health (?:assessment|check)",
          "sexual health",
          "community health",
          "initial health assessments? (?:are|were|is)",
        ],
        complement: ["{late}", "not (?:up[- ]to[- ]date|completed|had|received|been)", "did not (?:have|receive)"],
      },
      {
        any: ["(?:annual|yearly) assessments?"],
        beside: ["health|dentist|dental|medical"],
        never: ["foster", "carers?", "adopter", "initial", "core assess", "mental"],
      },
    ],
  }),
];
