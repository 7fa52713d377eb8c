import { defineIndicator, type Indicator } from "../model/indicator.ts";
import { populationCount } from "./official-files.ts";

/** Who the children in care are: by arrival, departure and age, unaccompanied or missing. */
export const lookedAfterGroups: readonly Indicator[] = [
  defineIndicator({
    id: "cla.uasc",
    theme: "context",
    name: "Unaccompanied children",
    measure: "Unaccompanied asylum-seeking children looked after",
    unit: "count",
    polarity: "none",
    wording: {
      topic: "Unaccompanied children in care",
      subject: "The number of unaccompanied children",
      fact: "there were {value} unaccompanied children in care",
      plural: true,
    },
    tables: [
      {
        any: ["unaccompanied(?: asylum)?(?:[- ]seek(?:ing|ers?))?(?: child(?:ren)?)?", "\\buas(?:c|'s)?\\b", "asylum[- ]seek\\w+"],
        units: ["percent", "count"],
      },
    ],
    phrases: [
      {
        any: [],
        frames: [
          "# (?:\\(#\\) )?(?:{child} )?(?:{are} )?(?:an )?(?:unaccompanied|asylum)",
          "# uasc",
          "numbers? of (?:unaccompanied [a-z -]{0,40}|uascs?)(?: \\(uascs?\\))? (?:[^#;.]{0,60} )?(?:is|was|to|at|from|of|are|were) #",
          "(?:unaccompanied [a-z -]{0,40}|uascs?)(?: \\(uascs?\\))? (?:currently |now )?(?:make up|made up|account(?:s|ed)? for|represent(?:s|ed)?|comprised?) #",
        ],
        beside: ["^(?!.*{few})"],
        units: ["count", "percent"],
      },
    ],
  }),
  defineIndicator({
    id: "cla.started",
    theme: "context",
    name: "Started to be looked after",
    measure: "Children who started to be looked after in the year",
    unit: "count",
    polarity: "none",
    wording: {
      topic: "Children starting to be looked after",
      subject: "The number starting to be looked after",
      fact: "{value} children started to be looked after",
      plural: true,
    },
    official: [populationCount("Children starting to be looked after each year")],
    tables: [
      {
        any: [
          "(?:started|starting|became|becoming|entering|entered|coming into|came into|new|newly|admissions?|admitted)\\b.*(?:looked[- ]after|care\\b|lac\\b|cla\\b)",
        ],
        never: ["within", "assessment", "iha", "proceedings"],
        units: ["count"],
      },
      {
        any: [
          "^(?:number )?(?:started|starters|starting|new starters|admissions|new admissions)(?: (?:in|during) (?:the )?(?:month|quarter|period|year))?$",
        ],
        also: ["looked[- ]after|\\bcla\\b|\\blac\\b"],
        units: ["count"],
      },
    ],
    phrases: [
      {
        any: [],
        frames: [
          "# (?:new )?(?:{child} )?(?:who )?(?:(?:have|had) )?(?:started to be|starting to be|became|become|becoming|came into|come into|coming into|entered|entering|started being) (?:looked|(?:our |the |local authority )?care)(?! proceedings)",
          "(?:{child}|young people) (?:starting to be|becoming|coming into|entering) (?:looked[- ]after|care)(?:,? ~)?['’]?(?: in the \\w+| @)?(?: category)? (?:is|was|were|stood at|stands at|at) (?:at )?#",
          "of (?:the )?# new(?:ly)? {cla}",
          "# (?:of (?:the )?)?(?:{child} )(?:looked[- ]after by [^#;.]{0,30})?(?:are |were )?(?<breakdown>new entrants) (?:into|to) (?:the )?care",
        ],
        beside: ["^(?!.*{few})"],
        units: ["count", "percent"],
      },
      {
        any: [],
        also: ["(?:enter\\w*|com\\w+ into|start\\w* (?:to be|being)|becom\\w+) (?:looked[- ]after|care)"],
        frames: ["# (?:new )?{child} (?:had |have )?(?:entered|started|come in|came in)(?= (?:in |during |over |since )?@|[.,;])"],
        units: ["count"],
      },
    ],
  }),
  defineIndicator({
    id: "cla.ceased",
    theme: "context",
    name: "Ceased to be looked after",
    measure: "Children who ceased to be looked after in the year",
    unit: "count",
    polarity: "none",
    wording: {
      topic: "Children ceasing to be looked after",
      subject: "The number ceasing to be looked after",
      fact: "{value} children ceased to be looked after",
      plural: true,
    },
    official: [populationCount("Children ceasing to be looked after each year")],
    tables: [
      {
        any: ["(?:ceased|ceasing|left|leaving|exit\\w*|discharges?)\\b.*(?:looked[- ]after|care\\b|lac\\b|cla\\b)"],
        never: ["care leaver", "leaving care (?:team|service)", "adopt", "special guardian"],
        units: ["count"],
      },
      {
        any: ["^(?:number )?(?:ceased|ceasing|leavers|discharges)(?: (?:in|during) (?:the )?(?:month|quarter|period|year))?$"],
        also: ["looked[- ]after|\\bcla\\b|\\blac\\b"],
        units: ["count"],
      },
    ],
    phrases: [
      {
        any: [],
        frames: [
          "# (?:{child} )?(?:who )?(?:have |had )?(?:ceased (?:to be|being)|left|stopped being) (?:looked[- ]after|care)(?! and)",
          "of (?:the )?# (?:{child} )?who ceased",
          "(?:into care|looked[- ]after),? (?:and|while|whilst|but) # left(?=[.,;]|$)",
        ],
        units: ["count"],
      },
      {
        any: [],
        also: ["ceased to be looked[- ]after"],
        frames: [
          "of (?:whom|these),? # (?:have |had )?(?:subsequently |later |since )?(?<breakdown>returned) to (?:be looked[- ]after|care)",
        ],
        units: ["percent", "count"],
      },
    ],
  }),
  defineIndicator({
    id: "cla.age_band",
    theme: "context",
    name: "Children in care by age",
    measure: "Looked-after children by age",
    unit: "count",
    polarity: "none",
    tables: [{ bands: "age", any: ["looked[- ]after", "\\blac\\b", "\\bcla\\b", "in care"], units: ["count", "percent"] }],
    phrases: [
      {
        any: [],
        also: ["looked[- ]after|in care"],
        frames: [
          "# (?:(?:{cla}|{child}) )?(?:{are} )?(?<breakdown>~)",
          "# (?:[a-z]+ )?(?:(?:{cla}|{child}),? )?(?:(?:who )?{are} )?of (?<breakdown>(?:statutory |compulsory )?school age(?: ~)?)",
          "# (?<breakdown>~) (?:young people|children)",
          "# (?<breakdown>post-16) (?:young people|children)",
        ],
        never: ["years or older with", "subject", "protection", "excluded"],
        units: ["count"],
      },
    ],
  }),
  defineIndicator({
    id: "cla.missing",
    theme: "context",
    name: "Missing from care",
    measure: "Looked-after children who were missing",
    unit: "count",
    polarity: "low",
    wording: {
      topic: "Children missing from care",
      subject: "The number missing from care",
      fact: "{value} children in care were missing",
      plural: true,
    },
    tables: [{ any: ["missing"], also: ["looked[- ]after|\\blac\\b|\\bcla\\b|in care|from care"], units: ["count", "percent"] }],
    phrases: [
      {
        any: [],
        frames: [
          "{cla} with (?:a|at least one) missing (?:incident|episode)s? (?:is|was|stood at|were) #",
          "# (?:{cla}|{child}) (?:\\(#\\) )?(?:from care )?(?:who )?(?:{are} |have |had |went |go |gone |been )+(?:reported |recorded )?(?:as )?missing(?: from care)?",
          "# {cla} (?:missing|went missing)",
        ],
        also: ["{cla}|from care"],
        units: ["count", "percent"],
      },
    ],
  }),
];
