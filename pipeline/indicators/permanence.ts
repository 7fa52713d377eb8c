import { defineIndicator, type Indicator } from "../model/indicator.ts";

export const permanence: readonly Indicator[] = [
  defineIndicator({
    id: "adoption.count",
    theme: "permanence",
    name: "Adoptions",
    measure: "Children adopted",
    unit: "count",
    polarity: "none",
    wording: {
      topic: "Adoptions",
      fact: "{value} children were adopted",
    },
    tables: [
      {
        any: [
          "^(?:total )?(?:number of |no\\.? of )?(?:children )?(?:adopted|adoptions|adoption orders?)(?: granted| made)?(?: (?:in|during) the (?:year|period))?$",
        ],
        units: ["count"],
      },
    ],
    phrases: [
      {
        any: [],
        frames: [
          "# (?:{child} )?(?:\\(#\\) )?(?:{are} |have been |had been )adopted",
          "# adoptions(?! (?:activity|support|panel|scorecard|service))",
          "# (?:of the )?(?:{child} )?[^#;.]{0,40}ceased to be looked[- ]after (?:were|was) adopted",
          "# adopted(?=[.,;)]|$| and #)",
          "# adoption orders",
        ],
        never: ["waiting", "awaiting", "to be adopted", "plan"],
        units: ["count"],
      },
    ],
  }),
  defineIndicator({
    id: "adoption.share_of_leavers",
    theme: "permanence",
    name: "Leaving care by adoption",
    measure: "Children who left care by adoption",
    unit: "percent",
    polarity: "none",
    wording: {
      topic: "Adoptions",
      did: "left care by adoption",
      base: "children who left care",
    },
    tables: [{ any: ["(?:left|leaving|ceased|ceasing)\\b.*adopt\\w*", "adopted"], units: ["percent"] }],
    phrases: [
      {
        any: [
          "(?:percentage|proportion|share) of (?:{cla}|{child}) (?:who (?:were|are|left care (?:to|through|for|by)) )?adopt\\w+",
          "(?:left|leaving|leave|ceased)[^#;.]{0,40}(?:through|by|to|for|due to) (?:be )?adopt\\w+",
          "adoption performance",
          "{cla} (?:who (?:are|were) )?adopted",
        ],
        never: ["disrupt", "adopters"],
      },
      {
        any: [],
        also: ["adopted|adoptions"],
        frames: [
          "adopt[^#;.]{0,60}(?:,| or| representing| equating to|,? which is) # of (?:all )?(?:the )?(?:those|{child}|{cla}|children) (?:who )?(?:left|leaving|ceas)[a-z]*",
          "(?:that|this) (?:is|was|represents|equates to|makes) # of (?:all )?(?:the )?(?:those|{child}|{cla}|children) (?:who )?(?:left|leaving|ceas)[a-z]*",
        ],
      },
    ],
  }),
  defineIndicator({
    id: "adoption.timeliness",
    theme: "permanence",
    name: "Adoption timeliness",
    measure: "Time to adoption",
    unit: "days",
    polarity: "low",
    wording: {
      topic: "Time to adoption",
      plural: false,
      fact: "adoption took {value}",
    },
    tables: [{ any: ["(?:average|mean|time|days)\\b.*adopt\\w*", "adopt\\w*\\b.*(?:average|days)"], units: ["days", "months"] }],
    phrases: [
      {
        any: [
          "(?:average )?(?:time|number of days|days|length of time)[^#;.]{0,40}between (?:a |the )?(?:child(?:ren)?|local authority|placement order|receiving)[^#;.\\d]{0,110}?(?:famil(?:y|ies)|adopters|adopted|adoption|match|placement|moving in)",
          "(?:average time|adoption scorecard)",
          "moving in with (?:its|their|an|the) adoptive famil(?:y|ies)",
          "placed with (?:their|its|an) adoptive famil(?:y|ies)",
          "match(?:ed|ing)? (?:to|with) an adoptive family",
          "placed within",
          "a family is found",
        ],
        also: ["adopt"],
        never: ["stage (?:one|two|1|2)", "adopters"],
        units: ["days", "months"],
      },
    ],
  }),
  defineIndicator({
    id: "sgo.count",
    theme: "permanence",
    name: "Special guardianship orders",
    measure: "Children who left care to special guardianship orders",
    unit: "count",
    polarity: "none",
    wording: {
      fact: "{value} children left care to special guardianship orders",
    },
    tables: [{ any: ["special guardianship(?: orders?)?", "\\bsgos?\\b"], units: ["count"] }],
    phrases: [
      {
        any: [],
        frames: [
          "# (?:{child} )?(?:{are} |have been |became |become |have become )?(?:the )?(?:@ )?(?:placed |supported |living |made |subjects? |left (?:care )?|leaving (?:care )?|ceased )*(?:to be looked[- ]after )?(?:of |to |through |under |on |with |by |via |due to )*(?:a )?(?:special guardianship|sgos?)",
          "# special guardianship (?:orders?|arrangements|placements)",
          "numbers? of (?:special guardianship orders?|sgos?)(?: \\(sgos?\\))? (?:[^#;.]{0,40} )?(?:is|was|were|to|at|from) #",
        ],
        never: ["applications?", "assessments?"],
        units: ["count"],
      },
    ],
  }),
  defineIndicator({
    id: "fostering.households",
    theme: "permanence",
    name: "Fostering households",
    measure: "Approved fostering households",
    unit: "count",
    polarity: "none",
    wording: {
      fact: "there were {value} approved fostering households",
    },
    tables: [
      { any: ["foster(?:ing)? households?", "(?:approved|in-house|mainstream) foster(?:ing)? (?:carers?|households?)"], units: ["count"] },
    ],
    phrases: [
      {
        any: [],
        frames: [
          "# (?:approved |in[- ]house |mainstream |local authority |registered |active )*(?<breakdown>(?:(?:foster(?:ing)?|foster care) (?:carer )?(?:households|families|carers)|connected (?:persons? )?carers|short[- ]breaks? carers|kinship carers|family and friends carers|fostering households))",
          "# (?<breakdown>approved foster care households)",
        ],
        never: ["recruit", "new", "available", "additional", "spoke", "met"],
        beside: [
          "^(?!.*(?:award|trained|training|presented|attended|available to))",
          "^(?!.*\\b(?:approved|recruited|terminated|deregistered|assessed) (?:only |just |a further )?\\d)",
        ],
        units: ["count"],
      },
    ],
  }),
  defineIndicator({
    id: "court.proceedings_duration",
    theme: "permanence",
    name: "Length of care proceedings",
    measure: "Average length of care proceedings",
    unit: "weeks",
    polarity: "low",
    wording: {
      topic: "Care proceedings",
      fact: "care proceedings took {value} on average",
    },
    tables: [
      {
        any: ["(?:care )?proceedings\\b.*(?:weeks|duration|length)", "(?:weeks|duration|length)\\b.*proceedings"],
        units: ["weeks", "days"],
      },
    ],
    phrases: [
      {
        any: [
          "(?:care |court )?proceedings",
          "(?:duration|length|completion) of (?:care |court )?(?:proceedings|cases)",
          "(?:local )?courts?(?: timescales?)?",
        ],
        also: ["proceedings|court"],
        never: ["pre-proceedings", "within six weeks", "days"],
        units: ["weeks", "days"],
      },
    ],
  }),
  defineIndicator({
    id: "finance.adoption_support_fund",
    theme: "permanence",
    name: "Adoption Support Fund",
    measure: "Adoption Support Fund applications and money",
    unit: "gbp",
    polarity: "none",
    tables: [{ any: ["adoption support fund", "\\basf\\b"], units: ["gbp", "count"] }],
    phrases: [
      {
        any: [
          "(?:pound )?fund (?:was|is)",
          "available funding",
          "further # increase",
          "increase was introduced",
          "fair (?:access|usage)['\"]? (?:limits?|cap|funding)",
          "cap of",
          "will be made available",
          "spend on the fund",
          "specialist assessments",
          "per child",
          "for therapy",
          "demand for (?:the fund|support)",
          "top[- ]up",
          "the fund",
        ],
        also: ["adoption support fund|\\basf\\b"],
        never: ["from the fund", "applications? (?:prior|amount)", "(?:our|the) local authority matched"],
        subject: "england",
        units: ["gbp"],
      },
      {
        any: [
          "received",
          "from the fund(?: since it began)?",
          "therapy support had been",
          "applications",
          "average funding request(?: being)?",
          "therapeutic (?:support|intervention)",
          "funding contribution",
          "total of",
          "high cost applications",
          "amounts of",
        ],
        also: ["adoption support fund|\\basf\\b"],
        units: ["gbp"],
      },
      {
        any: [],
        also: ["adoption support fund|\\basf\\b"],
        frames: [
          "# (?<breakdown>applications)[^#;.]{0,120}(?:submitted|agreed)",
          "(?:to access therapeutic )?support for # (?<breakdown>children)",
        ],
        units: ["count"],
      },
      {
        any: [],
        also: ["adoption support fund|\\basf\\b"],
        frames: ["enabl\\w+ # (?<breakdown>children)", "accessed by #,? (?<breakdown>families)"],
        subject: "england",
        units: ["count"],
      },
    ],
  }),
];
