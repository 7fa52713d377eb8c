import { defineIndicator, type Indicator } from "../model/indicator.ts";

export const permanence: readonly Indicator[] = [
  defineIndicator({
    id: "adoption.count",
    theme: "permanence",
    name: "Adoptions",
    measure: "Children adopted",
    unit: "count",
    polarity: "none",
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
  }),
  defineIndicator({
    id: "sgo.count",
    theme: "permanence",
    name: "Special guardianship orders",
    measure: "Children who left care to special guardianship orders",
    unit: "count",
    polarity: "none",
  }),
  defineIndicator({
    id: "fostering.households",
    theme: "permanence",
    name: "Fostering households",
    measure: "Approved fostering households",
    unit: "count",
    polarity: "none",
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
  }),
  defineIndicator({
    id: "finance.adoption_support_fund",
    theme: "permanence",
    name: "Adoption Support Fund",
    measure: "Adoption Support Fund applications and money",
    unit: "gbp",
    polarity: "none",
  }),
];
