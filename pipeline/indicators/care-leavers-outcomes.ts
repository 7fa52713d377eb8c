import { defineIndicator, type Indicator } from "../model/indicator.ts";
import { careLeaverShares } from "./official-files.ts";

// "43 of the care leavers aged 19 to 21 (36%) who are now": how a count of care leavers opens, up to what they do.
const opening = "# (?:of (?:its|their|the|these|all) )?(?:{leavers}|young people)?,? ?(?:~,? )?(?:\\(#\\),? )?(?:who )?(?:{are} )?(?:@ )?";

/** What has become of care leavers: work, study and housing. */
export const careLeaversOutcomes: readonly Indicator[] = [
  defineIndicator({
    id: "care_leavers.eet",
    theme: "care_leavers",
    name: "Education or work",
    measure: "Care leavers in education, employment or training",
    unit: "percent",
    polarity: "high",
    official: careLeaverShares("Total in education, employment or training", "Total"),
    wording: {
      topic: "{people} in education or work",
      plural: true,
      did: "were in education, employment or training",
      didNot: "were not in education, employment or training",
      gap: "{n} in education or work",
      short: "were in education or work",
      subject: "Education or work",
    },
    people: "care leavers",
    breakdowns: ["", "age 17 to 18", "age 19 to 21"],
    counted: "Care leavers of this age in the year, as followed by the authority, including those it had no contact with.",
    whyItMatters: "Work, study or training at this age shapes income, housing and health for life.",
    tables: [
      {
        any: [
          "\\beet\\b",
          "(?:in )?(?:education|employment|training)(?:,|/| and| or)? ?(?:education|employment|training)(?:(?:,|/| and| or|, or)? ?(?:training|employment|education))?",
        ],
        also: ["care[- ]leaver|leaving care|care[- ]experienced|former relevant|1[79] ?(?:to|-|–)"],
        never: ["\\bneet\\b", "not in"],
      },
    ],
    phrases: [
      {
        any: [
          "(?:in |engaged in |into |are |were |remain in |in some form of )?(?:full[- ]time |suitable )?(?:education|employment|training)(?:,| or| and| /|/) ?(?:employment|training|education)(?:,? ?(?:and|or|/) ?(?:employment|training|education|further education))?",
          "\\beet\\b",
          "in (?:work|employment), (?:education|training) or (?:training|education)",
          "education other than higher education",
          "(?:further|higher) (?:and (?:higher|further) )?education,? (?:(?:and|or) )?(?:training|employment)(?:,? (?:and|or) (?:employment|training))?",
          "(?:further|full-time) education(?: or employment)?",
        ],
        also: ["{leavers}|young people (?:aged|who)|19|leaving care|18\\+|former relevant|this (?:age )?group|eet"],
        never: [
          "looked[- ]after children (?:aged|in year)",
          "year 11",
          "academic age 16",
          "staff",
          "workforce",
          "foster carers",
          "parents",
          "(?<!eet )\\(\\d[\\d.]*%\\) neet",
        ],
      },
      {
        any: [],
        also: ["{leavers}|leaving care|left care|former relevant"],
        frames: [
          `${opening}(?:engaged |participating )?in (?:some form of )?(?:full[- ]time |suitable )?(?:education|employment|training)(?:,| or| and| /|/) ?(?:employment|training|education)`,
          `${opening}(?:in )?eet`,
        ],
        never: ["looked[- ]after children (?:aged|in year)", "year 11", "staff", "foster carers", "parents", "not in"],
        units: ["count"],
      },
    ],
  }),
  defineIndicator({
    id: "care_leavers.neet",
    theme: "care_leavers",
    name: "Not in education or work",
    measure: "Care leavers not in education, employment or training",
    unit: "percent",
    polarity: "low",
    mirrors: "care_leavers.eet",
    official: careLeaverShares("Total not in education, employment or training", "Total"),
    wording: {
      topic: "{people} not in education or work",
      plural: true,
      did: "were not in education, employment or training",
      gap: "{n} outside education and work",
      short: "were not in education or work",
      subject: "The NEET rate",
    },
    people: "care leavers",
    breakdowns: ["", "age 17 to 18", "age 19 to 21"],
    tables: [
      { any: ["\\bneet\\b", "not in (?:education|employment)"], also: ["care[- ]leaver|leaving care|care[- ]experienced|former relevant"] },
    ],
    phrases: [
      {
        any: [
          "not (?:currently )?(?:engaged |being |participating )?in (?:any )?(?:form of )?(?:education|employment|training)(?:,| or| and| /|/) ?(?:employment|training|education)(?:,? ?(?:and|or|/) ?(?:employment|training|education))?(?: \\(neet\\))?",
          "neet",
        ],
        also: ["{leavers}|leaving care|former relevant|19|young people (?:aged|who)"],
        never: ["looked[- ]after children (?:aged|in year)", "all young people", "year 11"],
      },
      {
        any: [],
        also: ["{leavers}|leaving care|left care|former relevant"],
        frames: [
          `${opening}not (?:currently |engaged |participating )?in (?:any (?:form of )?)?(?:education|employment|training)(?:,| or| and| /|/) ?(?:employment|training|education)`,
          `${opening}neet`,
        ],
        never: ["looked[- ]after children (?:aged|in year)", "all young people", "year 11"],
        units: ["count"],
      },
    ],
  }),
  defineIndicator({
    id: "care_leavers.suitable_accommodation",
    theme: "care_leavers",
    name: "Suitable housing",
    measure: "Care leavers in suitable accommodation",
    unit: "percent",
    polarity: "high",
    official: careLeaverShares("Accommodation considered suitable", "Suitability total"),
    wording: {
      topic: "{people} in suitable housing",
      plural: true,
      did: "were in suitable accommodation",
      didNot: "were not known to be in suitable accommodation",
      gap: "{n} in suitable housing",
      short: "were in suitable housing",
      subject: "Suitable housing",
    },
    people: "care leavers",
    breakdowns: ["", "age 17 to 18", "age 19 to 21"],
    counted: "Care leavers of this age in the year, as followed by the authority, including those it had no contact with.",
    whyItMatters: "A safe and settled home comes before everything else that a care leaver tries to do.",
    tables: [
      {
        any: ["suitable accommodation", "accommodation suitab\\w+", "suitably accommodated"],
        never: ["unsuitable", "not in", "not suitable"],
      },
    ],
    phrases: [
      {
        any: [
          "suitable (?:\\w+ )?(?:accommodation|housing)",
          "(?:appropriate|settled|suitable and safe|safe and suitable|safe, suitable|safe|good quality|satisfactory) (?:and \\w+ )?accommodation",
          "(?:accommodation|housing) (?:is|was|that is|which is|deemed|considered|judged|assessed as|deemed to be|considered to be) (?:\\w+ ){0,2}(?:suitable|unsuitable)",
          "unsuitable (?:accommodation|housing)",
          "accommodation suitability",
          "(?:suitably|appropriately) (?:housed|accommodated)",
          "suitably",
        ],
        also: ["{leavers}|leaving care|19|young people|former relevant"],
        never: ["supported housing provider", "homeless(?:ness)? (?:young people|16)", "foster carers"],
        units: ["percent", "count"],
        frames: [
          "# (?:of )?(?:the |their )?{leavers} (?:[^#;.]|\\(#\\)){0,60}(?:un|not (?:in |living in )?)suitable",
          "# (?:\\(#\\) )?(?:out )?of (?:the |its |their |all )?(?:# )?{leavers} [^#;.]{0,50}suitable",
          "# (?:\\w+ ){0,4}(?:in|to be in|to be living in) unsuitable (?:accommodation|housing)",
        ],
        complement: ["unsuitable", "not (?:\\w+ ){0,3}(?:suitable|appropriate|settled)(?: accommodation| housing)?", "not suitably"],
      },
    ],
  }),
];
