import { defineIndicator, type Indicator } from "../model/indicator.ts";

export const placements: readonly Indicator[] = [
  defineIndicator({
    id: "placements.same_two_years",
    theme: "placements",
    name: "Same placement for two years",
    measure: "Children looked after for over two and a half years in the same placement for two",
    unit: "percent",
    polarity: "high",
    counted: "Children under 16 looked after for at least two and a half years at 31 March who lived with the same carer for at least two.",
    whyItMatters: "A child who stays in one home can make friends, keep a school and trust adults.",
  }),
  defineIndicator({
    id: "placements.three_or_more",
    theme: "placements",
    name: "Three or more placements",
    measure: "Looked-after children with three or more placements in the year",
    unit: "percent",
    polarity: "low",
    counted: "Children looked after at 31 March with three or more placements in the year.",
    whyItMatters: "Every move is a loss for a child who has already lost much.",
  }),
  defineIndicator({
    id: "reviews.timely",
    theme: "placements",
    name: "Reviews on time",
    measure: "Looked-after children whose reviews were all on time",
    unit: "percent",
    polarity: "high",
  }),
  defineIndicator({
    id: "reviews.participation",
    theme: "placements",
    name: "Took part in their review",
    measure: "Looked-after children who took part in their review",
    unit: "percent",
    polarity: "high",
  }),
];
