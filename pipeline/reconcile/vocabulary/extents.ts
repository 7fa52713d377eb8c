import { numberOf, upToTwelve } from "./number-words.ts";
import { wordings } from "./patterns.ts";

// How much of what could be counted a share takes in: which schools, and from how many times on.

const allPhases = wordings`
  primary(?: schools?)? (?:and|or|as well as) secondary|secondary(?: schools?)? (?:and|or|as well as) primary|(?:primary|secondary)
  (?:schools? |pupils )?(?:included|as well|too)|all phases|every phase|both phases|all school ages|pupils (?:[a-z]+ ){0,3}of (?:all|every|any) ages?`;
const phases: readonly (readonly [string, RegExp])[] = [
  ["secondary", wordings`secondary`],
  ["primary", wordings`primary(?! (?:need|reason|cause|category|care))`],
  ["school-age", wordings`school[- ]aged?(?= (?:children|pupils|ones))|(?:children|pupils|those) of school age`],
  [
    "nursery",
    wordings`(?:children|pupils|those) (?:in|at|of) (?:a |their )?(?:nursery|nurseries|pre-?school)(?: age)?|(?:nursery|pre-?school)(?:[- ]aged?)?(?= (?:children|pupils|ones))`,
  ],
];
/** Of pupils of which schools a share is. */
export const phasesIn = (words: string): string[] =>
  allPhases.test(words) ? ["primary and secondary"] : phases.flatMap(([name, named]) => (named.test(words) ? [name] : []));

const happenings =
  "(?:placement |school |home )?(?:placements?|moves?|episodes?|homes|changes|addresses|schools|occasions|times|suspensions|exclusions|breakdowns|social workers)";
const many = `(${upToTwelve}|\\d{1,2})`;
const orMore = new RegExp(
  `\\b(?:${many} or more ${happenings}|${many} ${happenings} or more|at least ${many} ${happenings}|(more than) ${many} ${happenings})\\b`,
  "giu",
);
const nounOf = (words: string): string => /(\p{L}+?)s?(?: or more)?$/iu.exec(words)?.[1]?.toLowerCase() ?? "";

/** "Went missing more than once". */
const oftenAtLeast: readonly (readonly [number, RegExp])[] = [
  [1, /\b(?:at least once|once or more|ever)\b/iu],
  [2, /\b(?:more than once|at least twice|twice or more|repeatedly)\b/iu],
  [3, /\bmore than twice\b/iu],
];
const oftenIn = (words: string): string[] =>
  oftenAtLeast.flatMap(([least, named]) => (named.test(words) ? [`${least} or more times`] : []));

/** "Three or more placements", "more than two moves": from how many on those are counted to whom something happened. */
export const leastIn = (words: string): string[] => [
  ...new Set(
    [...words.matchAll(orMore)].map(([all, first, second, third, beyond, fourth]) => {
      const number = first ?? second ?? third ?? fourth ?? "";
      const least = (numberOf(number) ?? Number(number)) + (beyond === undefined ? 0 : 1);
      return `${least} or more ${nounOf(all)}s`;
    }),
  ),
  ...oftenIn(words),
];
/** "Two or more moves" may be "three or more placements". */
export const areOfOneKind = (a: string, b: string): boolean => a.split(" ").at(-1) !== b.split(" ").at(-1);

const spells = "(?:plans?|cases|courses|programmes|packages|interventions|placements|periods of (?:help|support)|episodes)";
/** Not all that begins has ended: of those that began, or of those that ended. */
const courses: readonly (readonly [string, RegExp])[] = [
  [
    "those begun",
    wordings`
      (?:of|for|among) (?:all|every|each|the)? ?(?:[a-z]+ ){0,3}?${spells}(?: (?:that|which) (?:were|was|are|had been|have been))? (?:started|opened|begun|began|commenced|set up|entered into)|
      all (?:[a-z]+ ){0,2}?${spells} (?:started|opened|begun)|(?:of|for|among) all (?:families|children|young people|parents|those) (?:who )?(?:started|began|referred|accepted|taken on)|(?:of|among) (?:all )?starters|
      (?:of|for|among) all (?:(?:those|the|families|children|parents|young people) )*(?:who|that) (?:had )?(?:started|begun|began|joined|enrolled)`,
  ],
  [
    "those ended",
    wordings`
      ${spells}(?: (?:that|which))? (?:ended|closed|finished|concluded|came to an end)|(?:courses|programmes|packages|interventions) completed|(?:of|for|among) (?:(?:those|the|all|families|children|parents|young people) )*(?:who|that) (?:had )?(?:finished|completed) (?:it|the|a|their)|(?:closed|ended|finished|concluded) (?:the )?\d[\d,]* (?:[a-z]+ ){0,3}?${spells}|
      (?:closed|ended|finished|completed) ${spells}`,
  ],
];
export const coursesIn = (words: string): string[] => courses.flatMap(([name, named]) => (named.test(words) ? [name] : []));
