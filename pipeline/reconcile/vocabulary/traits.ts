import type { Measure } from "../../extract/grammar/figure.ts";
import { agesIn, areOneAge } from "./ages.ts";
import { areOfOneKind, coursesIn, leastIn, phasesIn } from "./extents.ts";
import { areOneHeld, heldLengthsIn } from "./lengths.ts";
import { areOneLimit, limitsIn } from "./limits.ts";
import { areOneGroup, groupsIn } from "./share-groups.ts";
import { areOneNarrowed, narrowedIn } from "./narrowed.ts";
import { numberOf } from "./number-words.ts";
import { pattern, wordings } from "./patterns.ts";
import { areOneStretch, daysIn, sharedStretchesIn, stretchesIn } from "./stretches.ts";

/** What a figure is, as far as it decides which traits it can bear. */
export type Kind = { measure: Measure; decimals: number };

/**
 * Something that words tell of a figure, beside whom and when it is of. Two figures that are set against each other
 * must be alike in each, wherever both are told.
 */
export type Trait = {
  name: string;
  /** Each value that the words tell, once, as a message prints it; `after` are those that follow the figure as printed. */
  read: (words: string, after: string, figure: string) => string[];
  isOf: (kind: Kind) => boolean;
  /** Whether two values that are not printed alike are one all the same. */
  isOne?: (a: string, b: string) => boolean;
  /** Why the two cannot be set against each other. */
  why: string;
};

type Named = readonly (readonly [string, RegExp])[];
const namesIn = (kinds: Named, words: string): string[] => kinds.flatMap(([name, named]) => (named.test(words) ? [name] : []));
const once = (values: readonly string[]): string[] => [...new Set(values)];

const isShare = ({ measure }: Kind): boolean => measure === "percent";
const isCount = ({ measure, decimals }: Kind): boolean => measure === "number" && decimals === 0;
/** Of a share, "the average" says no more than "that of all". */
const isAveraged = ({ measure, decimals }: Kind): boolean =>
  ["weeks", "days", "months", "years", "gbp"].includes(measure) || (measure === "number" && decimals > 0);
const isAnyLevel = (kind: Kind): boolean => isShare(kind) || isAveraged(kind);
const isRate = ({ measure, decimals }: Kind): boolean => measure === "rate_per_10k" || (measure === "number" && decimals > 0);

/** "Half of our cases ended within 29 weeks" is a median by another name. */
const median = pattern`\bmedian\b|\bhalf of (?:(?:our|the|all|its|these) )?(?!\d)[^.;]{0,40}\b(?:within|in (?:under|less than|(?=\d+ (?:days|weeks|months)))|inside)\b`;
const mean = wordings`means?(?! that)`;
/** "An average of 402 days (median)" is a median. */
const averagesIn = (words: string): string[] => {
  const isMedian = median.test(words);
  return [...(mean.test(words) || (!isMedian && /\baverages?\b/iu.test(words)) ? ["a mean"] : []), ...(isMedian ? ["a median"] : [])];
};

/** "6 working days", "seven calendar days". */
const kindsOfDays: Named = [
  ["working days", /\bworking[- ]days?\b/iu],
  ["calendar days", /\bcalendar[- ]days?\b/iu],
];

/** How many a rate is of: "71 per 10,000 children", "7.4 per 1,000". */
const perMany = /^[\d.,]+ (?:(?!(?:and|or|but|in|of|at|by)\b)[a-z-]+ ){0,4}?(?:per|(?:for|in|to) every) (10{0,2},000|10{2,5})\b/iu;
const manyIn = (_words: string, after: string, figure: string): string[] => {
  const [, many] = perMany.exec(`${figure}${after}`) ?? [];
  return many === undefined ? [] : [`per ${many.replace(",", "").replace(/\B(?=000$)/u, ",")}`];
};
const fullTime = "fte|full[- ]time[- ]equivalents?|wte|whole[- ]time[- ]equivalents?";
/** What a share of the workforce counts: posts by their hours, or people. */
const workforce: Named = [
  ["full-time equivalents", wordings`${fullTime}`],
  ["headcount", wordings`headcount|head count|(?:number of )?(?:people|persons) employed|individual (?:workers|employees)`],
];
/** What a count takes in, or leaves out. */
const scope: Named = [
  [
    "counted in",
    pattern`\b(?:including|inclusive of|also (?:counts?|counted|includes?|included|took in|takes in)|(?:is|are|was|were|being) counted (?:too|as well)|(?:is|are|was|were|being) (?:also )?(?:included|counted in)|with [a-z ]{3,30} (?:included|counted))\b`,
  ],
  [
    "left out",
    pattern`\b(?:excluding|exclusive of|(?:counting|counts?|counted|taking|based on|for) only|(?:is|are|was|were|being) (?:excluded|left out|disregarded|discounted|not (?:included|counted))|leaving out|
    not (?:including|counting)|with [a-z ]{3,30} (?:excluded|left out))\b`,
  ],
];
const money: Named = [
  ["net", /\bnet\b/iu],
  ["gross", /\bgross\b/iu],
];
/** "In the last six months", "repeats within a year": how far back a share looks. */
const lookBack =
  /\b(?:(?:in|within|during|over) the (?:last|past|previous|preceding)|within) (?:(?:an?|one) |(\w+) )?(months?|years?|(?<!\bwithin \w+ )weeks?)\b/giu;
const months: Readonly<Record<string, number>> = { week: 0.25, month: 1, year: 12 };
const windowsIn = (words: string): string[] =>
  once(
    [...words.matchAll(lookBack)].flatMap(([, many = "one", unit = ""]) => {
      const number = numberOf(many) ?? Number(many);
      const length = number * (months[unit.toLowerCase().replace(/s$/u, "")] ?? NaN);
      return Number.isNaN(length) ? [] : [`over ${length} months`];
    }),
  );
/** "Missed 15 per cent or more of sessions": from how much on somebody is counted. */
const threshold =
  /\b(?:(?:(\d+(?:\.\d+)?) ?(?:%|per ?cent) or more|(?:at least|more than|over) (\d+(?:\.\d+)?) ?(?:%|per ?cent)) of (?:their |possible |all |the |school )*(?:sessions|lessons|school|time|days|half-days)|miss(?:ed|ing) (?:at least |more than |over )?(\d+(?:\.\d+)?) ?(?:%|per ?cent)(?: or more)?)\b/giu;
const thresholdsIn = (words: string): string[] =>
  once([...words.matchAll(threshold)].map(([, from, over, missed]) => `${from ?? over ?? missed ?? ""}% or more`));
/** Whom a rate or an average is of. */
const units: Named = [
  ["per child", wordings`children|child|aged (?:under|0)|young people|pupils?`],
  ["per household", wordings`households?|famil(?:y|ies)|homes?`],
  ["per full-time equivalent", wordings`${fullTime}`],
  ["per social worker", wordings`social workers?`],
  ["per head", wordings`head|headcount|employee|person employed|members? of staff|staff member`],
  ["per worker", wordings`workers?`],
];
/** "Per worker" may be either of the two by a shorter name. */
const areOneUnit = (a: string, b: string): boolean =>
  [a, b].includes("per worker") && [a, b].some((one) => /(?:head|social worker)$/u.test(one));
const perWhom = /^[\d.,]+ (?:\p{L}+ ){0,2}(?:per|for every|in every|for each|to each) ((?:[\d,]+ )?(?:[\p{L}-]+ ?){0,3})/iu;
const unitsIn = (_words: string, after: string, figure: string): string[] =>
  namesIn(units, perWhom.exec(`${figure}${after}`)?.[1] ?? "").slice(0, 1);

const grade = /\bgrades? ([1-9])(?:\+| ?(?:or|and) (?:above|over|higher|better)| to 9)|\bgrades? 9 ?(?:to|[-–]) ?([1-8])\b/giu;
const passes: Named = [
  ["4", /\bstandard pass/iu],
  ["5", /\bstrong pass/iu],
];
const gradesIn = (words: string): string[] =>
  once([...[...words.matchAll(grade)].map(([, low, from]) => low ?? from ?? ""), ...namesIn(passes, words)]).map(
    (low) => `grade ${low} or above`,
  );

const subjects: Named = [
  ["reading", /\breading\b/iu],
  ["writing", /\bwriting\b/iu],
  ["mathematics", /\bmath(?:s|ematics)\b/iu],
  ["English", /\bEnglish\b/u],
];
/** The subjects of one standard are one value: "reading, writing and mathematics" is not "reading". */
const subjectsIn = (words: string): string[] => [namesIn(subjects, words).join(", ")].filter((all) => all !== "");

/** "Stage two", "stages one and two": all that one text names are one value. */
const stage = /\b((?:key )?stage)s? (\d|one|two|three|four)(?:(?: and |, | to | or |-)(\d|one|two|three|four))?\b/giu;
const stagesIn = (words: string): string[] =>
  once(
    [...words.matchAll(stage)].map(([, kind = "", first = "", second]) =>
      `${kind}${second === undefined ? "" : "s"} ${first}${second === undefined ? "" : ` and ${second}`}`.toLowerCase(),
    ),
  );

const people = "(?:care )?leavers|young people|children|pupils|those|(?:eligible )?cohort";
/** "Of those in touch", not "the service was in touch with 174", which is the measure itself. */
const inTouch = pattern`
  \b(?:of|for|among|amongst|only)\b(?:(?!\bwhether\b|\b(?:leavers|people|children|\d+) (?:was|were|is|are|remain\w*|kept|stayed)\b)
  [^.,;%]){0,60}\bin (?:touch|contact)\b(?! with (?:all |\d)| or not\b)`;
/** More than those in touch, or of whom something is known. */
const everyone = pattern`
  \b(?:of|for|among|amongst|across) (?:all|every one of) (?:(?:the|our|its|English|former|looked[- ]after|\d+) ){0,2}(?:${people})\b(?! (?:\w+ ){0,3}(?:in (?:touch|
  contact)|entitled|eligible))|\bwhether (?:\w+ )?(?:entitled|eligible) or not\b|\b(?:whole|full|entire) cohort\b|\bin touch or not\b`;
/** Those who answered a question, or all to whom it was put. */
const replied = pattern`
  \brespondents?\b|\b(?:of|among|amongst) (?:(?:the|those|our|\d+) ){0,2}(?:(?:${people}|carers|staff|parents|families) )?who (?:had )?(?:replied|answered|responded|took part)\b`;
const asked = pattern`
  \b(?:everyone|everybody|every (?:child|parent|carer|family|young person|worker)|all(?: (?:of )?(?:the|those))?(?: (?:${people}|carers|staff|parents|families))?)(?: (?:who|that) (?:was|were|had been))?
  (?: who)? (?:invited|asked|surveyed|approached|sent (?:the|a|its|this) (?:form|survey|questionnaire))\b`;
/** Only those with a right to something, or anybody. */
const entitled = pattern`\b(?:of|for|among|amongst) (?:(?:the|those|our|all|\d+) ){0,2}(?:(?:${people}) )?(?:who (?:are|were) )?(?:entitled|eligible)\b(?! or not| for free)`;
/** Nobody is left out, though no more is known of some. */
const withUnknown = pattern`
  \b(?:count|include|cover|take)(?:s|d|ing)? (?:in )?(?:also )?(?:those|any|the) [^.,;]{0,40}\b(?:not known|unknown|(?:not |un)recorded)\b|
  \b(?:not known|unknown|(?:not |un)recorded)\b[^.,;]{0,30}\b(?:are|is|were|being) (?:also )?(?:counted|included)(?: in| too| as well)?\b`;
const bases: Named = [
  ["those in touch", inTouch],
  [
    "those of whom it is known",
    wordings`
      whose (?:\w+ )?(?:activity|status|destination|accommodation|outcome|record|file|return|form|date|detail|result)s? (?:is|are|was|were|has been|have been|had been)
[ ](?:known|checked|recorded|received|returned|confirmed|seen|held|entered|complete)|
      where (?:it|this|that|the \w+) (?:is|was|are|were|has been|had been) (?:known|recorded|filled in|given|stated|completed)`,
  ],
  ["those who replied", replied],
  ["all who were asked", asked],
  ["those entitled", entitled],
  ["all of them", everyone],
  // "Which also counts those whose activity is not known".
  ["all of them", withUnknown],
];

const counted: Named = [
  ["children", wordings`(?:individual )?(?:children|young people|pupils|individuals|care leavers|boys|girls)`],
  ["families", wordings`families|households|sibling groups`],
  ["events", wordings`episodes|incidents|occasions|exclusions|suspensions|occurrences|referrals|contacts|enquiries`],
];
/** The noun that follows a count, or that "the number of" names before it. */
function countedIn(words: string, after: string): string[] {
  const [following = ""] = /^(?: [\p{L}’'-]+){1,3}/u.exec(after) ?? [];
  const [, numbered = ""] = /\bnumber of ((?:[\p{L}’'-]+ ?){1,4})/iu.exec(words) ?? [];
  return (
    [following, numbered]
      .map((noun) => namesIn(counted, noun))
      .find((named) => named.length > 0)
      ?.slice(0, 1) ?? []
  );
}

const standard = "they are not the same standard";
const time = "the longer of the two has had more time";

export const traits: readonly Trait[] = [
  { name: "limit", isOf: (kind) => isShare(kind) || isCount(kind), read: limitsIn, isOne: areOneLimit, why: "the limits differ" },
  { name: "average", isOf: isAveraged, read: averagesIn, why: "long cases raise a mean and not a median" },
  {
    name: "days",
    isOf: ({ measure }) => measure === "days",
    read: (_words, _after, figure) => namesIn(kindsOfDays, figure),
    why: "a week has five of the one and seven of the other",
  },
  { name: "rate", isOf: isRate, read: manyIn, why: "the one is of more people than the other" },
  { name: "unit", isOf: isRate, read: unitsIn, isOne: areOneUnit, why: "they do not count the same thing" },
  { name: "stages", isOf: isAnyLevel, read: stagesIn, why: "they are not of the same stages" },
  { name: "age", isOf: (kind) => isShare(kind) || isRate(kind), read: agesIn, isOne: areOneAge, why: "they are not the same group" },
  { name: "grade", isOf: isShare, read: gradesIn, why: standard },
  { name: "subjects", isOf: isShare, read: subjectsIn, why: standard },
  { name: "workforce", isOf: isShare, read: (words) => namesIn(workforce, words), why: "a part-time post is less than one person" },
  { name: "scope", isOf: isAnyLevel, read: (words) => namesIn(scope, words), why: "the one leaves out what the other counts" },
  { name: "net", isOf: ({ measure }) => measure === "gbp", read: (words) => namesIn(money, words), why: "the one has income taken off" },
  { name: "window", isOf: isShare, read: windowsIn, why: "the longer of the two looks farther back" },
  { name: "length", isOf: isShare, read: heldLengthsIn, isOne: areOneHeld, why: "they are not counted alike" },
  { name: "threshold", isOf: isShare, read: thresholdsIn, why: "the thresholds differ" },
  { name: "phase", isOf: isShare, read: phasesIn, why: "they are not of the same schools" },
  { name: "least", isOf: isShare, read: leastIn, isOne: areOfOneKind, why: "more children have the smaller number than the larger" },
  { name: "group", isOf: isShare, read: groupsIn, isOne: areOneGroup, why: "they are not shares of the same group" },
  { name: "base", isOf: isShare, read: (words) => once(namesIn(bases, words)), why: "they are not shares of the same group" },
  {
    name: "narrowed",
    isOf: isShare,
    read: (words, _after, figure) => narrowedIn(words, figure !== ""),
    isOne: areOneNarrowed,
    why: "they are not shares of the same group",
  },
  { name: "course", isOf: isShare, read: coursesIn, why: "not all that began have ended" },
  { name: "stretch", isOf: (kind) => isCount(kind) || kind.measure === "gbp", read: stretchesIn, isOne: areOneStretch, why: time },
  { name: "stretch", isOf: isShare, read: sharedStretchesIn, isOne: areOneStretch, why: time },
  { name: "counted", isOf: ({ measure }) => measure === "number", read: countedIn, why: "they do not count the same thing" },
  { name: "day", isOf: (kind) => isCount(kind) || isShare(kind), read: daysIn, why: "there are more in a year than on any day of it" },
];
