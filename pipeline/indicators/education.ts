import { defineIndicator, type Indicator } from "../model/indicator.ts";

export const education: readonly Indicator[] = [
  defineIndicator({
    id: "education.pep",
    theme: "education",
    name: "Personal education plans",
    measure: "Looked-after children with an up-to-date personal education plan",
    unit: "percent",
    polarity: "high",
  }),
  defineIndicator({
    id: "education.attendance",
    theme: "education",
    name: "School attendance",
    measure: "School attendance of looked-after children",
    unit: "percent",
    polarity: "high",
  }),
  defineIndicator({
    id: "education.attainment",
    theme: "education",
    name: "Attainment",
    measure: "Attainment of looked-after children",
    unit: "percent",
    polarity: "high",
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
