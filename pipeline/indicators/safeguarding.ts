import { defineIndicator, type Indicator } from "../model/indicator.ts";

export const safeguarding: readonly Indicator[] = [
  defineIndicator({
    id: "cp.count",
    theme: "safeguarding",
    name: "Child protection plans",
    measure: "Children subject to a child protection plan",
    unit: "count",
    polarity: "none",
    wording: {
      topic: "Child protection plans",
      fact: "there were {value} children on child protection plans",
      subject: "The number of child protection plans",
    },
    tables: [
      {
        any: ["(?:child protection|\\bcp) plans?", "\\bcpps?\\b", "(?:subject (?:to|of) )(?:a )?(?:child protection|cp)\\b"],
        never: ["second", "repeat", "previous", "two years", "2 years", "started", "ceased", "ended", "new", "visit", "review"],
        units: ["count"],
      },
    ],
    phrases: [
      {
        any: [],
        frames: [
          "# (?:{child} |of these )?(?:who )?(?:{are} |had been )?(?:the )?(?:subject (?:of|to)|on|with) (?:a |an )?(?:active )?(?:child protection|protection|cp) plans?(?! (?:for|who|whose|where|due|because|(?:were|are|had been|have been) (?:visited|seen|discussed|reviewed|living|at risk|known|considered|also)|living|at risk))",
          "# {child} (?:who )?(?:have|had|has) (?:a |an active )?(?:child protection|cp) plans?(?! (?:for|which|that|because|where|due|and(?! #)))",
          "(?:on|subject (?:of|to)) (?:a )?(?:child protection|cp) plans?,? with # {child}(?! (?:on|who|under|in)\\b)",
          "# (?:active |current |open )?(?:child protection|cp) plans?(?! (?:considered|reviewed|seen|looked|audited|sampled|show|were sampled|conferences))",
          "numbers? of (?:{child} )?(?:who (?:are|were) )?(?:subject (?:of|to)|on) (?:a )?(?:child protection|cp) plans? (?:[^#;.]{0,60} )?(?:is|was|to|at|from|stood at|stands at|of) #",
          "numbers? of {child} (?:who (?:are|were) )?(?:subject (?:of|to)|on|with) (?:a )?(?:child protection|cp) plans? [^;.]{0,80} from #(?= to #)",
          "{child} (?:subject (?:of|to)|on) (?:a )?(?:child protection|cp) plans? (?:have |has |had )?(?:increased|risen|rose|fallen|fell|reduced|decreased|grown|dropped) (?:\\w+ )?(?:from|to) #",
          "(?:child protection|cp) plans (?:have |has |had )?(?:increased|risen|rose|fallen|fell|reduced|decreased|grown|dropped) (?:\\w+ )?(?:from|to) #",
          "numbers? of (?:child protection|cp) plans? (?:[^#;.]{0,60} )?(?:is|was|to|at|from|stood at|of) #",
          "# (?:child protection|cp) plans? (?:\\(#[^)]{0,50}\\) )?(?:were |are )?(?:in place )?for (?<breakdown>unborn)",
          "# (?<breakdown>females?|males?|girls|boys)",
          "\\(# (?<breakdown>(?:were |are )?unborn)",
        ],
        also: ["child protection|protection plan"],
        beside: ["^(?!.*{few})"],
        never: ["second (?:or subsequent )?time", "subsequent", "conference", "visited", "seen by"],
        units: ["count"],
      },
      {
        any: [],
        also: ["child protection plan"],
        frames: [
          "# of these children (?:are|were) (?<breakdown>~)",
          "# (?:are|were) (?<breakdown>~|\\d+[^,.;]{0,20})",
          "(?:category|categories)[^#;.]{0,60} (?<breakdown>neglect|emotional abuse|physical abuse|sexual abuse|emotional harm),? (?:at|with|was|is|in|for) #",
          "(?<breakdown>neglect|emotional abuse|physical abuse|sexual abuse|multiple categories)(?: (?:at|with|in|was|is|accounts for|accounting for|for))? \\(?#",
          "# (?:of (?:plans|{child}) )?(?:showing |for |due to |under (?:the category of )?)(?<breakdown>neglect|emotional abuse|physical abuse|sexual abuse)",
        ],
        units: ["percent"],
      },
    ],
  }),
  defineIndicator({
    id: "cp.rate_per_10k",
    theme: "safeguarding",
    name: "Protection plans per 10,000",
    measure: "Children subject to a child protection plan per 10,000 under 18",
    unit: "rate_per_10k",
    polarity: "none",
    wording: {
      topic: "Child protection plans per 10,000",
      plural: true,
      fact: "{value} in every 10,000 children were on child protection plans",
      subject: "The rate of child protection plans",
    },
    range: [0, 1000],
    tables: [
      { any: ["(?:child protection|\\bcpp?s?\\b).*per 10,?000", "rate of .*(?:child protection|\\bcpp?s?\\b)"], units: ["rate_per_10k"] },
    ],
    phrases: [
      {
        any: ["child protection plans?", "child protection", "protection plans?", "subject (?:of|to) (?:a )?plans?"],
        also: ["10,?000"],
        never: ["section 47", "enquir", "conference"],
      },
    ],
  }),
  defineIndicator({
    id: "cp.repeat_plans",
    theme: "safeguarding",
    name: "Repeat protection plans",
    measure: "Children subject to a child protection plan for a second or later time",
    unit: "percent",
    polarity: "none",
    wording: {
      topic: "Repeat child protection plans",
      did: "were on a plan for a second or later time",
    },
    tables: [{ any: ["(?:second|2nd|repeat|previous)\\b.*(?:plan|time|occasion)"], also: ["child protection|\\bcpp?s?\\b"] }],
    phrases: [
      {
        any: [
          "(?:for (?:a|the) )?(?:second|2nd|third)(?:,| or| and)?(?: (?:or )?(?:subsequent|later|third|more))?(?: (?:time|occasion)| child protection plan| plan|or subsequent)",
          "repeat (?:child protection )?plans?",
          "subsequent (?:child protection )?plans?",
          "previously (?:been )?(?:the )?subject (?:of|to) (?:a )?(?:child protection )?plan",
          "re-?registrations?",
        ],
        also: ["child protection|plan"],
      },
    ],
  }),
  defineIndicator({
    id: "cin.count",
    theme: "safeguarding",
    name: "Children in need",
    measure: "Children in need",
    unit: "count",
    polarity: "none",
    wording: {
      topic: "Children in need",
      plural: true,
      fact: "there were {value} children in need",
      subject: "The number of children in need",
    },
    tables: [{ any: ["^(?:total )?(?:number of |no\\.? of )?(?:children in need|cin)(?: numbers?| plans?)?$"], units: ["count"] }],
    phrases: [
      {
        any: [],
        frames: [
          "# (?:{child} )?(?:had been |have been |were |are )?identified [^#;.]{0,40}(?:in need of|as being)[^#;.]{0,40}(?:specialist|children's) (?:\\w+ )?service",
          "# (?:\\w+ )?{child} in need(?! of (?:help|protection|early))",
          "# {child} (?:who )?(?:{are} )?(?:subject (?:of|to)|on|supported (?:through|by)|receiving) (?:a )?child(?:ren)? in need",
          "# (?:{child} )?(?:had|have|has) (?:an? )?(?:child(?:ren)? in need|cin) plans?",
          "# (?:open |current )?child(?:ren)? in need (?:plans|cases)",
        ],
        units: ["count"],
      },
    ],
  }),
  defineIndicator({
    id: "cin.rate_per_10k",
    theme: "safeguarding",
    name: "Children in need per 10,000",
    measure: "Children in need per 10,000 under 18",
    unit: "rate_per_10k",
    polarity: "none",
    wording: {
      topic: "Children in need per 10,000",
      plural: true,
      fact: "{value} in every 10,000 children were in need",
      subject: "The rate of children in need",
    },
    range: [0, 5000],
    tables: [{ any: ["(?:children in need|\\bcin\\b).*per 10,?000"], units: ["rate_per_10k"] }],
    phrases: [
      {
        any: ["children in need", "in need"],
        also: ["10,?000"],
        never: ["child protection"],
      },
    ],
  }),
  defineIndicator({
    id: "referrals.count",
    theme: "safeguarding",
    name: "Referrals",
    measure: "Referrals to children’s social care",
    unit: "count",
    polarity: "none",
    wording: {
      fact: "there were {value} referrals",
      subject: "The number of referrals",
    },
    tables: [
      {
        any: [
          "^(?:total )?(?:number of |no\\.? of )?(?:new )?referrals?(?: received| accepted)?(?: (?:to|by) (?:children's )?social care)?$",
        ],
        never: ["camhs"],
        units: ["count"],
      },
    ],
    phrases: [
      {
        any: [],
        frames: [
          "# referrals (?:were |had been |have been )?(?:to|received|made to|accepted)(?: by)? (?:children's|social|the local authority|the mash|the council)",
        ],
        units: ["count"],
      },
    ],
  }),
  defineIndicator({
    id: "private_fostering.count",
    theme: "safeguarding",
    name: "Privately fostered",
    measure: "Children known to be privately fostered",
    unit: "count",
    polarity: "none",
    wording: {
      topic: "Children privately fostered",
      subject: "The number privately fostered",
      fact: "{value} children were known to be privately fostered",
      plural: true,
    },
    tables: [{ any: ["private(?:ly)? foster\\w*"], units: ["count"] }],
    phrases: [
      {
        any: [],
        whole: true,
        frames: [
          "# (?:{child} )?(?:\\w+ ){0,3}(?:were |are |was |is )?(?:known |identified |reported |recorded )?(?:to be |as |as being |being )*(?:living in )?(?:a )?privat(?:e|ely)(?: arranged)? foster(?:ed|ing)",
          "# {child} (?:{are} )?(?:reported as |known to be )?living in (?:a )?privately[- ]arranged foster",
          "# privately fostered",
          "# private fostering (?:placements?|arrangements?)",
        ],
        units: ["count"],
      },
    ],
  }),
  defineIndicator({
    id: "population.children",
    theme: "context",
    name: "Children in the area",
    measure: "Children and young people who live in the area",
    unit: "count",
    polarity: "none",
    wording: {
      topic: "Children in the area",
      subject: "The number of children in the area",
      fact: "{value} children lived in the area",
      plural: true,
    },
    tables: [{ any: ["(?:child|under 18|0 ?(?:-|–|to) ?1[78]) population"], units: ["count"] }],
    phrases: [
      {
        any: [],
        frames: [
          "# (?:{child}|children and young people) (?:~ |@ )?(?:years )?(?:live|living|reside|resident|in the area|in total)",
          "population of # {child}",
          "population of # (?:{child} )?~?",
        ],
        never: ["poverty", "looked[- ]after", "protection"],
        units: ["count"],
      },
      {
        any: ["of the total population(?: (?:in|of) the (?:area|county|borough|city))?"],
        units: ["percent"],
      },
    ],
  }),
];
