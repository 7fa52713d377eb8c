import { patternOf, sourceOf } from "../../core/patterns.ts";
import { mayMatch, stemsOf } from "../../core/pattern-stems.ts";

/** Who a figure is about, as words of the text say. `subject` is as in the observations table. */
export type SubjectMention = { start: number; end: number; subject: string };

const regions = [
  "North East",
  "North West",
  "Yorkshire and (?:the )?Humber(?:side)?",
  "East Midlands",
  "West Midlands",
  "East of England",
  "Eastern",
  "South East",
  "South West",
  "London",
  "Inner London",
  "Outer London",
] as const;

const patterns: readonly (readonly [RegExp, string])[] = [
  // The name must carry a figure: "the England average", "nationally", "in England"; not "Care Leavers' Charter for England".
  [
    patternOf("giu")`
    \b(?:the )?(?:england|english|national(?:ly reported)?|all[- ]england|
    uk)(?:['’]s)?(?: (?:all[- ]ages?|overall|performance|published|rate of|comparative))*[- ](?:average|averages|figures?|
    rates?|levels?|median|comparators?|comparison|data|performance|picture|benchmark|percentage|proportion|mean|position|
    outturn|trend|norm|profile|total)\b`,
    "england",
  ],
  [
    /\b(?:the )?(?:england|national)(?= (?:and|or) (?:the )?(?:\w+ )?(?:statistical|regional|similar|comparator|neighbour|south|north|east|west))/giu,
    "england",
  ],
  [/\b(?:nhs constitution|national (?:standard|requirement|expectation)s?)\b/giu, "england"],
  [/\b(?:in|across|for|of) england(?: (?:as a whole|overall))?\b/giu, "england"],
  [/\bnationally\b/giu, "england"],
  [
    patternOf("giu")`
    \b(?:the )?(?:england|national)(?= (?:is|was|being|at|of|and)\b)|(?<=\d%?\) |[;,(] )\bengland\b|
    \bengland\b(?=,? (?:\(|\d)|: ?\d)|\bnational(?= \(\d)`,
    "england",
  ],
  [
    patternOf("giu")`
    \b(?:statistical|comparator|statistically similar|similar|comparable|neighbouring|neighbour|
    like)[- ](?:statistical )?(?:neighbours?|neighbouring|authorit(?:y|ies)|local authorit(?:y|ies)|councils?|areas?|
    comparators?|group|unitary authorities)(?:['’]s?)?(?: (?:group|average|averages|rate|rates|figure|figures|mean))*\b|
    \bcomparators?(?: (?:authorities|councils|group|average|areas))+\b|\bcomparators\b|
    \bsimilar (?:\w+ )?(?:authorities|councils|areas)\b`,
    "statistical_neighbours",
  ],
  [
    patternOf("giu")`
    \b(?:the )?(?:general population|general child population|non[- ]looked[- ]after children|
    children (?:who are )?not looked after|(?:their )?peers|other children|other pupils|all (?:\w+ )?pupils|
    all children locally|all local children|all children in (?:the )?(?:county|borough|city|area|local authority))\b`,
    "general_population",
  ],
  [
    /\b(?:the )?(?:government|national|scorecard|dfe|a10|a1|statutory) (?:performance )?threshold\b|\bthe threshold\b|\ban? threshold(?= of \d)/giu,
    "target",
  ],
  [
    patternOf("giu")`
    (?<=case-?load )(?:promise|guarantee|pledge)\b|\b(?:iro |practice )?handbook\b(?= (?:suggest|recommend|state|say|advise|
    propose|require)s?)|\brecommends?(?= (?:(?:an?|that|average|maximum|iro) )*case-?loads?\b)`,
    "target",
  ],
  [
    patternOf("giu")`
    \b(?:the )?(?:(?!(?:days?|weeks?|months?|years?)\b)[a-z'’]+[- ])?(?:target|targets|target figure|ambition|
    goal)(?: (?:set|figure|rate))?\b|\b(?:the |our |its )?aim(?= (?:is|was) (?:to (?:be(?: at)?|reach|achieve|get to) |
    for )?(?:\d|over|at least|above|below|under))|\b(?:the )?(?:nationally )?recommended(?: (?:level|maximum|range|number|limit|
    guideline|caseload)s?)?(?: of)?(?= (?:between )?(?:\d|no more|up to))`,
    "target",
  ],
];
const regionPattern = new RegExp(
  sourceOf`
  \b(?:the )?(${regions.join("|")})(?: region(?:al)?)?(?: (?:averages?|rates?|figures?))\b|
  \b(?:the )?region(?:al(?:ly)?)?(?: (?:averages?|rates?|figures?|comparators?|mean))\b|
  \b(?:the )?regional(?= (?:and|or) (?:the )?(?:national|england))|\bregionally\b|
  (?<=[(,;:] ?|\band )(${regions.join("|")})(?=:? \d[\d.]*%?[,;)])|
  (?<=\b(?:with|than|to|above|below|against|across|for) )(?:the )?(North|South|Midlands)(?= \(\d)|
  \b(?:other |all )?(${regions.join("|")}) (?:local )?(?:authorities|councils|peers)\b|
  \b(?:both |that of |that for )?(?:the|our) region\b(?=['’]s (?:average|rate|figure)| \(\d| at \d|
  ,? (?:and|or) (?:the )?(?:england|national))|\b(?:the )?regional(?= \(\d)|
  \b(?:in|for|across) (?:the |both )?(${regions.join("|")})(?: region)?\b(?! (?:borough|road|street|council|authority))|
  \b(?:in|for|across) the region\b(?! of)`,
  "giu",
);

// A health body's own figures are for its patients, not for the authority's children.
const healthBody =
  /\b(?:across|in|for|by) (?:the )?((?:[A-Z][a-z]+ ){1,4}(?:CCG|CAMHS|Clinical Commissioning Group|NHS (?:Foundation )?Trust))\b/gu;

const stemmed = patterns.map(([pattern, subject]) => [pattern, subject, stemsOf(pattern.source)] as const);
const regionStems = stemsOf(regionPattern.source);

/**
 * Every mention of somebody other than the authority, in order of place. `region` names the authority's
 * own region, for "the regional average" ("region:own" when it is not known). Mentions of the authority itself are not listed: local is
 * what a figure is about unless something says otherwise.
 */
export function findSubjects(text: string, region = ""): SubjectMention[] {
  const found: SubjectMention[] = [];
  const lower = text.toLowerCase();
  for (const [pattern, subject, stems] of stemmed) {
    if (!mayMatch(stems, lower)) continue;
    for (const match of text.matchAll(pattern)) found.push({ start: match.index, end: match.index + match[0].length, subject });
  }
  for (const match of text.matchAll(healthBody))
    found.push({ start: match.index, end: match.index + match[0].length, subject: `other:${match[1]}` });
  if (mayMatch(regionStems, lower))
    for (const match of text.matchAll(regionPattern)) {
      const named = match.slice(1).find((name) => name);
      found.push({ start: match.index, end: match.index + match[0].length, subject: `region:${named ? titled(named) : region || "own"}` });
    }
  found.sort((a, b) => a.start - b.start || b.end - a.end);
  let covered = -1;
  return found.filter((mention) => {
    const inside = mention.end <= covered;
    covered = Math.max(covered, mention.end);
    return !inside;
  });
}

const titled = (name: string): string =>
  name.replace(/\b\p{Ll}/gu, (letter) => letter.toUpperCase()).replace(/\b(And|Of|The)\b/g, (word) => word.toLowerCase());

/** The subject that a short text names as a whole, as a table heading does ("England", "Stat. neighbours"); null when none. */
export function parseSubject(text: string, region = ""): string | null {
  const plain = text
    .trim()
    .replace(/[()[\]:*]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (/^(?:england|national|nat\.?|eng\.?)(?: \d{4}\S*)?$/iu.test(plain)) return "england";
  if (/^(?:stat(?:istical)?\.? ?neigh(?:bours?)?\.?|sn|neighbours?|comparators?)(?: \d{4}\S*)?$/iu.test(plain))
    return "statistical_neighbours";
  if (/^(?:region|regional)$/iu.test(plain)) return `region:${region || "own"}`;
  return findSubjects(plain, region)[0]?.subject ?? null;
}
