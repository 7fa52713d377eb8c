import type { Random } from "./random.ts";
import { average, counts, onTotal, parts, percentTable, points, quarters, sexes, share, shareTable, totalTable } from "./arithmetic.ts";
import { conflict, definition, direction, half, timely, years } from "./comparisons.ts";
import { actions, amounts, bands, captions, dates, headers, range } from "./labels.ts";
import { money, type Passage } from "./writing.ts";

/** Sentences with figures that look like parts, shares or changes and are none: what a clean report is full of. */
export const neutral = (random: Random, year: number): string[] => {
  const n = random.int(40, 90);
  return random.shuffle([
    `The panel met on ${random.int(2, 27)} February ${year} and considered ${random.int(3, 9)} reports.`,
    `Some ${random.int(20, 40)} young people aged 16 to 18 took part in the survey, and ${n}% of them said that they felt safe.`,
    `A further ${random.int(5, 20)} children were supported through special guardianship, and ${random.int(60, 90)}% of carers attended training.`,
    `There are ${random.int(6, 11)} children's centres, two of which are in the north of the county, and ${random.int(12, 30)} schools take part in the scheme.`,
    `Waiting times fell from 18 weeks to 11 weeks after the clinic opened in ${year - 1}.`,
    `The next report will be presented in November ${year + 1}.`,
    `Under section 20 of the Children Act 1989, ${random.int(8, 30)} children were accommodated; ${n}% of them returned home.`,
    `The service has ${random.int(30, 60)} social workers and ${random.int(4, 9)} managers; ${random.int(5, 18)}% of posts are filled by agency staff.`,
    `Inspectors looked at ${random.int(20, 60)} cases and spoke to ${random.int(10, 30)} children.`,
    `By March ${year + 1} the target is for ${n}% of plans to be completed on time.`,
    `Almost two thirds of care leavers are in education, employment or training.`,
    `The budget for the year is ${money(random.int(20, 90) * 100000)} and the forecast overspend is ${money(random.int(2, 9) * 10000)}.`,
    `Around half of the ${random.int(100, 200)} children in foster care live within 20 miles of home.`,
    `Of the children placed out of area, ${random.int(10, 40)} are placed with relatives and ${random.int(3, 9)} are in residential schools.`,
  ]);
};

export const passages: readonly Passage[] = [
  share,
  parts,
  sexes,
  points,
  counts,
  average,
  totalTable,
  onTotal,
  percentTable,
  shareTable,
  headers,
  captions,
  bands,
  amounts,
  conflict,
  direction,
  years,
  half,
  range,
  dates,
  actions,
  quarters,
  definition,
  timely,
];
