import { defineIndicator, type Indicator } from "../model/indicator.ts";

export const camhs: readonly Indicator[] = [
  defineIndicator({
    id: "camhs.referrals",
    theme: "wellbeing",
    name: "CAMHS referrals",
    measure: "Referrals to child and adolescent mental health services",
    unit: "count",
    polarity: "none",
    tables: [{ any: ["referrals?"], also: ["camhs|mental health service"], never: ["wait", "time"], units: ["count"] }],
    phrases: [
      {
        any: [],
        also: ["camhs|child and adolescent mental health"],
        frames: [
          "(?:received|accepted|made|had) # (?:new )?referrals",
          "# (?:new )?referrals (?:were |have been |had been )?(?:received|made|accepted)",
          "referrals [^#;.]{0,60}of (?:which|these|whom),? # (?:were|was) (?<breakdown>accepted)",
        ],
        units: ["count"],
      },
    ],
  }),
  defineIndicator({
    id: "camhs.did_not_attend",
    theme: "wellbeing",
    name: "CAMHS appointments missed",
    measure: "Appointments with CAMHS that were not attended",
    unit: "percent",
    polarity: "low",
    wording: {
      topic: "Missed CAMHS appointments",
      did: "were missed",
      base: "CAMHS appointments",
    },
    tables: [{ any: ["\\bdna'?s?\\b", "did not attend", "not attended", "non[- ]attendance"], also: ["camhs|mental health"] }],
    phrases: [
      {
        any: ["(?:did not attend|non[- ]attendance|missed appointments?|dna)(?: rates?)?"],
        also: ["camhs|mental health"],
        never: ["conference"],
      },
    ],
  }),
  defineIndicator({
    id: "camhs.contacts",
    theme: "wellbeing",
    name: "CAMHS contacts",
    measure: "Contacts with CAMHS",
    unit: "count",
    polarity: "none",
    tables: [{ any: ["(?:patient )?contacts?", "appointments? attended"], also: ["camhs|mental health"], units: ["count"] }],
  }),
  defineIndicator({
    id: "camhs.waiting",
    theme: "wellbeing",
    name: "CAMHS waiting time",
    measure: "Waiting time for CAMHS",
    unit: "weeks",
    polarity: "low",
    wording: {
      topic: "Waiting time for CAMHS",
      plural: false,
      fact: "the wait for CAMHS was {value}",
    },
    tables: [{ any: ["wait\\w*"], also: ["camhs|mental health"], units: ["weeks", "days", "months"] }],
    phrases: [
      {
        any: [
          "wait(?:s|ing|ed)?(?: (?:times?|lists?|periods?))?",
          "seen (?:for an initial appointment )?within",
          "referral to (?:treatment|assessment|appointment)",
          "initial appointment",
        ],
        also: ["camhs|mental health|treatment|emotional"],
        never: ["adopt", "waiting to be"],
        units: ["weeks", "days", "months"],
      },
    ],
  }),
];
