import { defineIndicator, type Indicator } from "../model/indicator.ts";
import { healthOutcome } from "./official-files.ts";

/** Immunisations, dental and development checks. */
export const healthChecks: readonly Indicator[] = [
  defineIndicator({
    id: "health.immunisations",
    theme: "health",
    name: "Immunisations up to date",
    measure: "Looked-after children with immunisations up to date",
    unit: "percent",
    polarity: "high",
    official: [healthOutcome("Health assessments: Children looked after all ages", "Had their immunisations up to date", "Total all ages")],
    wording: {
      topic: "Immunisations",
      state: "up to date",
      did: "had immunisations up to date",
      didNot: "had an immunisation missing",
      gap: "Immunising {n}",
    },
    counted: "Children looked after for at least 12 months at 31 March.",
    whyItMatters: "Children often come into care with vaccinations missed. Catching up protects them and those around them.",
    tables: [{ any: ["immuni[sz]ations?", "vaccinations?", "immuni[sz]ed", "imms"], never: ["refus", "not "] }],
    phrases: [
      {
        any: ["immuni[sz]ations?(?: rates?)?", "immuni[sz]ed", "vaccinations?", "vaccinated", "inoculations?"],
        complement: ["not (?:up[- ]to[- ]date|immuni[sz]ed|received|had|been)", "{late}", "without"],
      },
    ],
  }),
  defineIndicator({
    id: "health.dental_checks",
    theme: "health",
    name: "Teeth checked by a dentist",
    measure: "Looked-after children with teeth checked by a dentist in the year",
    unit: "percent",
    polarity: "high",
    official: [
      healthOutcome("Health assessments: Children looked after all ages", "Had their teeth checked by a dentist", "Total all ages"),
    ],
    wording: {
      topic: "Dental checks",
      state: "had one",
      did: "had their teeth checked by a dentist",
      didNot: "had no dental check",
      gap: "Dental checks for {n}",
      short: "had a dental check",
    },
    counted: "Children looked after for at least 12 months at 31 March.",
    whyItMatters: "Dental decay is common among children who come into care, and is painful and preventable.",
    tables: [{ any: ["dental(?: checks?| health| assessments?)?", "dentists?", "teeth"], never: ["refus", "not "] }],
    phrases: [
      {
        any: [
          "dental (?:checks?|check-?ups?|assessments?|examinations?|care|health checks?|treatment|appointments?|health assessments?|health|reviews?|needs|services|visits?)",
          "dentist(?:s|'s)?",
          "teeth checked",
          "dental",
          "oral health (?:checks?|assessments?)",
        ],
        complement: ["not (?:up[- ]to[- ]date|had|received|been|seen)", "without", "{late}", "did not (?:have|receive)"],
      },
      {
        any: [],
        frames: [
          "# (?:{child}|{cla}) (?:\\(#\\) )?(?:had|have) (?<breakdown>not) (?:yet )?(?:had|received|seen|been (?:to|seen by)) (?:a |the |their )?dent(?:ist|al)",
        ],
        units: ["count"],
      },
    ],
  }),
  defineIndicator({
    id: "health.development_checks",
    theme: "health",
    name: "Development checks up to date",
    measure: "Looked-after children under 5 with development checks up to date",
    unit: "percent",
    polarity: "high",
    official: [
      healthOutcome(
        "Development assessments: Children looked after ages 0 to 4 years",
        "Development assessments up to date",
        "Total ages 0 to 4 years",
        "age 0 to 4",
      ),
    ],
    wording: {
      topic: "Development checks",
      state: "up to date",
      did: "had development checks up to date",
      didNot: "had a development check missing",
      gap: "Development checks for {n}",
    },
    counted: "Children aged 0 to 4 looked after for at least 12 months at 31 March.",
    breakdowns: ["", "age 0 to 4"],
    whyItMatters: "Early delay in speech or movement responds best to early help.",
    tables: [{ any: ["development(?:al)? (?:health )?(?:checks?|assessments?|reviews?)", "health development"] }],
    phrases: [
      {
        any: ["development(?:al)? (?:checks?|assessments?|reviews?)", "health surveillance checks?", "health promotion checks?"],
        complement: ["not (?:up[- ]to[- ]date|had|received)"],
      },
    ],
  }),
];
