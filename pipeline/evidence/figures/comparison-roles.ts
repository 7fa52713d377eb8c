import { remembered } from "../../core/remembered.ts";
import type { Comparison, Polarity } from "../../model/comparison.ts";
import { belongsToName, escaped, named, type Role } from "./figure.ts";

const is = "(?:’s|'s)?(?: (?:rate|average|figure|mean|median))?(?:,? (?:is|was|of|at|with))? \\(?#";

/** Figures of the authority itself, which a year after the number or the words "from … to" speak of. */
const own = [
  "its value",
  "the value of the period before",
  "its count",
  "the count of the period before",
  "its base",
  "the base of the period before",
];
const groups = [
  "its statistical neighbours",
  "neighbours with a value",
  "neighbours without a value",
  "neighbours that are not close",
  "neighbours without any one of which the verdict would differ",
];

/** What the words round a number of any comparison say that it is. */
const shared: readonly Role[] = [
  belongsToName,
  { near: /^# small line charts/, names: ["the authority and its neighbours"] },
  { near: /\bneighbours (?:run )?from #/, names: ["the lowest neighbour"] },
  { near: /\bneighbours (?:run )?from [^;,]+ to #/, names: ["the highest neighbour"] },
  {
    near: /(?:highest|lowest|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|\d(?:st|nd|rd|th)) of #/i,
    names: ["how many are ranked", "how many are ranked in England"],
  },
  { near: new RegExp(`\\bmean${is}`, "i"), names: ["the neighbours’ mean"] },
  { near: new RegExp(`\\bmedian${is}`, "i"), names: ["the neighbours’ median"] },
  { near: new RegExp(`(?<!of )\\bEngland${is}`), names: ["England’s value"] },
  { near: /# intervals?\b/, names: ["level of the intervals"] },
  { near: /\b(?:its|the) # (?:statistical )?neighbours\b/, names: ["its statistical neighbours", "neighbours with a value"] },
  { near: /# (?:statistical |other |closest )?neighbours\b/, names: groups },
  { near: /model: (?:\d+ to )?\d+ of #/, names: ["its statistical neighbours"] },
  { near: /# (?:more|fewer)\b[^.;]*\bneighbours['’]? mean/, names: ["children to the neighbours’ mean"] },
  { near: /\b(?:fell|rose|improved|worsened|dropped|grew|changed) from [^.;]* to #/, names: ["its value", "its count", "its base"] },
  { near: /# the (?:year|period) before\b/, names: ["the value of the period before"] },
  { near: /(?<!per )# (?:in|at) (?:\d{1,2} [A-Z][a-z]+ )?(?:19|20)\d\d\b/, names: own },
];

/** After the name of a place stands its own figure. */
export const ownRole = remembered((place): Role => ({ near: new RegExp(`${named(place)}:? \\(?#`), names: ["its value"] }));
const regionRole = remembered((region): Role => ({ near: new RegExp(`${named(region)}${is}`), names: ["the region’s value"] }));

/** What the words round a number say that it is: after the name of a place, its own figure; before "intervals", their level. */
export const rolesOf = ({ authority, region, polarity }: Pick<Comparison, "authority" | "region" | "polarity">): Role[] => [
  ownRole(authority),
  ...(region === "" ? [] : [regionRole(region)]),
  ...shared,
  ...placeRoles[polarity],
];

/** Which end a rank is counted from: where high is good, "second highest" is rank 2 and "second lowest" the last but one. */
function rolesOfPlace(best: "highest" | "lowest", worst: "highest" | "lowest"): Role[] {
  const end = (word: string): RegExp => new RegExp(`# ${word}\\b`);
  return [
    { near: end(best), names: ["its rank"], measure: "place" },
    { near: end(worst), names: ["its rank from the other end"], measure: "place" },
    { near: /#/, names: ["its rank", "its rank in England"], measure: "place" },
  ];
}
const placeRoles: Readonly<Record<Polarity, readonly Role[]>> = {
  high: rolesOfPlace("highest", "lowest"),
  low: rolesOfPlace("lowest", "highest"),
  none: [],
};

/** Words without which a sentence prints no such figure. Own values and counts need none: they are what sentences are about. */
export const nearby = {
  mean: /neighbours?(?!\w|['’] range)|mean\b|against/i,
  median: /median/i,
  ends: /lowest|highest|range|between|\bfrom #|\bto #/i,
  england: /England|national/i,
  interval: /interval|between|(?<!neighbours['’] )range/i,
  before: /\bfrom\b|\bbefore\b|\bthen\b|previous|earlier/i,
  change: /chang|\b(?:by|up|down|fell|rose|fall|rise|more|fewer|higher|lower|points?)\b|[+−]#/i,
  atMean: /mean|reach|^#|\bor fewer|\bor more/i,
  children: /more|fewer|reach|gap|level|closer?|behind|mean\b/i,
  group: /neighbours/i,
  eleven: /the #|its? #|all #|(?:among|of) #|^# small/i,
  others: /\b(?:no|not|none|without|others?|rest|remaining|late|missing|still)\b/i,
  ranked: /\bof\b|rank|highest|lowest|place/i,
  tied: /joint|tied|share|other/i,
  oneChild: /one (?:child|young person|care leaver|person)|moves?|a point/i,
} as const;

export const nearRegion = remembered((region): RegExp => (region === "" ? /region/i : new RegExp(`${escaped(region)}|region`, "i")));
