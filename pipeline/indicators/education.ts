import { defineIndicator, type Indicator } from "../model/indicator.ts";

export const education: readonly Indicator[] = [
  defineIndicator({
    id: "education.pep",
    theme: "education",
    name: "Personal education plans",
    measure: "Looked-after children with an up-to-date personal education plan",
    unit: "percent",
    polarity: "high",
    wording: {
      topic: "Personal education plans",
      state: "up to date",
      did: "had an up-to-date personal education plan",
      didNot: "had none",
      gap: "Personal education plans for {n}",
    },
    tables: [{ any: ["\\bpeps?\\b", "personal education plans?"] }],
    phrases: [
      {
        any: [
          "(?:up[- ]to[- ]date |current |completed |completion of |timely |initial )*(?:personal education(?:al)? plans?(?: \\(peps?\\))?|peps?)(?: (?:completion|up[- ]to[- ]date|in place|completed))?",
        ],
        never: [
          "post-?16",
          "quality (?:of|assur\\w*)",
          "seen by inspectors",
          "(?:are|were|is|was) (?:good|outstanding|poor|of (?:a )?(?:good|high|poor|sufficient))",
          "judged",
          "graded",
          "rated",
          "pupil premium",
          "audit",
        ],
        complement: [
          "not (?:being |been |have |having )?(?:completed|up[- ]to[- ]date|had|in place|done)(?: on time)?",
          "(?:do|did|does) not have",
          "without",
          "{late}",
          "lack(?:ed|ing)?",
          "out of date",
        ],
      },
    ],
  }),
  defineIndicator({
    id: "education.attendance",
    theme: "education",
    name: "School attendance",
    measure: "School attendance of looked-after children",
    unit: "percent",
    polarity: "high",
    wording: {
      topic: "School attendance",
      plural: false,
      fact: "school attendance was {value}",
    },
    tables: [
      {
        any: ["attendance"],
        also: ["school|looked[- ]after|\\blac\\b|\\bcla\\b|in care|pupil"],
        never: ["non-attendance", "dna", "meeting", "panel"],
      },
    ],
    phrases: [
      {
        any: ["(?:school |overall |average )*attendance(?: rates?| levels?| figures?)?(?: at school)?"],
        also: ["{cla}|looked[- ]after|in care|pupils|virtual school|corporate parent"],
        never: [
          "conference",
          "core group",
          "panel",
          "meeting",
          "training",
          "court",
          "reviews?",
          "100% attendance",
          "mash",
          "board",
          "attendance below",
          "absen",
        ],
        units: ["percent"],
      },
    ],
  }),
  defineIndicator({
    id: "education.attainment",
    theme: "education",
    name: "Attainment",
    measure: "Attainment of looked-after children",
    unit: "percent",
    polarity: "high",
    wording: {
      topic: "Attainment",
      plural: false,
      fact: "attainment was {value}",
    },
    tables: [
      {
        any: [
          "key stage \\d",
          "\\bks ?\\d\\b",
          "gcses?",
          "attainment",
          "(?:achiev|attain)\\w+ (?:a )?(?:grade|level|expected)",
          "progress 8",
          "expected standard",
        ],
      },
    ],
    phrases: [
      {
        any: [
          "(?:achiev\\w+|attain\\w+|gain\\w+|obtain\\w+|reach\\w*|secur\\w+)[^#;.]{0,30}(?:gcses?|level \\d\\+?|a\\* ?(?:-|to) ?c|qualifications?|expected (?:level|standard|progress)|good level of development|national benchmark|grades?)",
          "(?:gcses?|a\\* ?(?:-|to) ?c|good level of development|level \\d qualifications?)",
          "reading, writing and math\\w*",
          "expected (?:level|progress|standard)",
        ],
        also: ["{cla}|looked[- ]after|in care|pupils|young people|key stage|examination|early years"],
        never: ["care leavers"],
        units: ["percent", "count"],
      },
      {
        any: [],
        frames: ["(?:gain\\w*|achiev\\w*|attain\\w*|obtain\\w*) # gcses"],
        qualifiers: ["at_most", "at_least", "over"],
        units: ["count"],
      },
    ],
  }),
  defineIndicator({
    id: "education.exclusions",
    theme: "education",
    name: "Exclusions",
    measure: "Looked-after children excluded from school",
    unit: "count",
    polarity: "low",
    tables: [{ any: ["exclu(?:sions?|ded)"], units: ["count", "percent"] }],
    phrases: [
      {
        any: ["(?:fixed[- ]term |permanent |school |temporary )*exclusions?", "exclud\\w+"],
        also: ["{cla}|looked[- ]after|in care|pupils"],
        never: ["excluding"],
        units: ["percent"],
      },
      {
        any: [],
        also: ["{cla}|looked[- ]after|in care|virtual school|corporate parent"],
        // "14% had at least one exclusion" counts children, not exclusions.
        qualifiers: ["exact", "approx", "over", "under", "almost"],
        frames: [
          "# {cla} (?:{are} )?(?:(?<breakdown>permanently)? ?excluded|subject to (?<breakdown2>fixed[- ]term) exclusions?)",
          "# (?<breakdown>fixed[- ]term|permanent) exclusions?",
          "# (?:{cla}|{child}) (?:\\(#\\) )?(?:had|have had|received|have received) (?:#|an?|one or more) (?<breakdown>suspension|fixed[- ]term exclusion|permanent exclusion)s?",
        ],
        units: ["count"],
      },
    ],
  }),
];
