import { defineIndicator, type Indicator } from "../model/indicator.ts";

export const judgements: readonly Indicator[] = [
  defineIndicator({
    id: "judgement",
    theme: "safeguarding",
    name: "Inspection judgement",
    measure: "Inspection judgement",
    unit: "grade",
    polarity: "low",
    range: [1, 4],
  }),
  defineIndicator({
    id: "other",
    theme: "other",
    name: "Other figure",
    measure: "Other figure",
    unit: "count",
    polarity: "none",
  }),
];
