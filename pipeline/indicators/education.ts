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
  }),
  defineIndicator({
    id: "education.exclusions",
    theme: "education",
    name: "Exclusions",
    measure: "Looked-after children excluded from school",
    unit: "count",
    polarity: "low",
  }),
];
