import type { OfficialSource } from "../model/indicator.ts";
import type { Publication } from "../model/source.ts";

/** The releases that feed indicators, by the shape of their files. One call declares one or two sources. */
const lookedAfter: Publication = {
  id: "dfe-cla",
  title: "Children looked after in England including adoptions",
  yearEnd: "03-31",
};

const socialWorkers: Publication = {
  id: "dfe-csww",
  title: "Children's social work workforce",
  yearEnd: "09-30",
};

/** Health outcomes: a percentage whose base is another row of the same characteristic. */
export function healthOutcome(characteristic: string, breakdown: string, total: string, part = ""): OfficialSource {
  return {
    publication: lookedAfter,
    breakdown: part,
    where: { characteristic, breakdown },
    value: "children_percent",
    numerator: "children_count",
    denominator: { column: "children_count", where: { characteristic, breakdown: total } },
  };
}

/** The average SDQ score stands in the count column; its percentage is "z". */
export function sdqAverage(part: string): OfficialSource {
  return {
    publication: lookedAfter,
    breakdown: part,
    where: { characteristic: "Ages 5 to 16 years with SDQ score", breakdown: "SDQ average score" },
    value: "children_count",
  };
}

/** Stability of placements: a percentage whose base is the "Total children" row of its group. */
export function placementStability(group: string, stability: string): OfficialSource {
  return {
    publication: lookedAfter,
    breakdown: "",
    where: { cla_group: group, placement_stability: stability },
    value: "children_percent",
    numerator: "children_count",
    denominator: { column: "children_count", where: { cla_group: group, placement_stability: "Total children" } },
  };
}

const ages = ["17 to 18", "19 to 21"] as const;

/** Care leavers' activity and accommodation: a percentage of the row that `total` names, for both ages. */
export function careLeaverShares(breakdown: string, total: string): OfficialSource[] {
  return ages.map((age) => ({
    publication: lookedAfter,
    breakdown: `age ${age}`,
    where: { care_leaver_age: `${age} years`, breakdown },
    value: "care_leaver_percent",
    numerator: "care_leaver_count",
    denominator: { column: "care_leaver_count", where: { care_leaver_age: `${age} years`, breakdown: total } },
  }));
}

/** Number of children in a group of the population. */
export function populationCount(population_type: string): OfficialSource {
  return { publication: lookedAfter, breakdown: "", where: { population_type }, value: "children_count" };
}

/** The same for each 10,000 people under 18. */
export function populationRate(population_type: string): OfficialSource {
  return {
    publication: lookedAfter,
    breakdown: "",
    where: { population_type },
    value: "rate_per_10000",
    numerator: "children_count",
    denominator: "population_estimate",
  };
}

/** A column of the social work workforce: one row for each place and year. */
export function workforceColumn(value: string, counts: Pick<OfficialSource, "numerator" | "denominator"> = {}): OfficialSource {
  return { publication: socialWorkers, breakdown: "children and family social workers", where: {}, value, ...counts };
}
