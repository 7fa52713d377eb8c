import type { Polarity } from "../../model/comparison.ts";

/** What reports of children's services speak of, by its words, with the direction that is good. */
export type Topic = { name: string; polarity: Polarity; words: RegExp };

const topics: readonly Topic[] = [
  { name: "initial health assessments", polarity: "high", words: /\binitial (?:health )?assessments?\b|\biha/iu },
  { name: "health assessments", polarity: "high", words: /\b(?:review |annual )?health assessments?\b|\brhas?\b/iu },
  { name: "immunisations", polarity: "high", words: /\bimmunis|\bvaccinat/iu },
  { name: "dental checks", polarity: "high", words: /\bdental\b|\bteeth\b|\bdentist/iu },
  { name: "development checks", polarity: "high", words: /\bdevelopment(?:al)? (?:checks?|assessments?)\b/iu },
  { name: "the SDQ score", polarity: "low", words: /\b(?:sdq|strengths? and difficulties)\b[^.]*\bscore/iu },
  { name: "SDQ completion", polarity: "high", words: /\b(?:sdq|strengths? and difficulties)\b(?![^.]*\bscore)/iu },
  {
    name: "reviews",
    polarity: "high",
    words:
      /\b(?:statutory |child(?:ren)?(?:'s|’s|s['’])? |looked[- ]after |iro |lac )?reviews?(?: meetings?)?\b(?! health| of (?:the|this|our)| documents?)/iu,
  },
  { name: "education plans", polarity: "high", words: /\b(?:personal education plans?|peps?)\b/iu },
  { name: "care plans", polarity: "high", words: /\bcare plans?\b/iu },
  { name: "pathway plans", polarity: "high", words: /\bpathway plans?\b/iu },
  { name: "suitable accommodation", polarity: "high", words: /\bsuitable accommodation\b/iu },
  { name: "not in education, employment or training", polarity: "low", words: /\bneet\b|\bnot in education/iu },
  {
    name: "education, employment or training",
    polarity: "high",
    words:
      /\bin (?:education|employment|training|work|study|learning|college),? (?:and |or |, )?(?:in )?(?:education|employment|training|work|study|learning|apprenticeships?)\b|\beet\b/iu,
  },
  { name: "contact with care leavers", polarity: "high", words: /\bin touch\b|\bin contact with\b/iu },
  {
    name: "placement moves",
    polarity: "low",
    words:
      /\bthree or more\b|\bthree (?:moves|placements) or more\b|\bplacement moves\b|\bmore than (?:two|three) (?:placements|moves)\b/iu,
  },
  // The share with three or more placements and the share without are both called so.
  { name: "placement stability", polarity: "none", words: /\bshort[- ]term (?:placement )?stability\b/iu },
  { name: "placement stability", polarity: "high", words: /\bstability\b|\bsame placement\b/iu },
  { name: "attendance", polarity: "high", words: /\battendance\b/iu },
  { name: "exclusions", polarity: "low", words: /\bexclusions?\b|\bexcluded\b/iu },
  { name: "caseloads", polarity: "low", words: /\bcaseloads?\b|\bcases per\b/iu },
  { name: "vacancies", polarity: "low", words: /\bvacan(?:cy|cies|t)\b/iu },
  { name: "turnover", polarity: "low", words: /\bturnover\b/iu },
  { name: "agency staff", polarity: "low", words: /\bagency\b/iu },
  { name: "waiting", polarity: "low", words: /\bwaiting (?:times?|lists?)\b|\bwaits?\b/iu },
  { name: "missed appointments", polarity: "low", words: /\bdid not attend\b|\bdna\b|\bdnas\b/iu },
  { name: "repeat plans", polarity: "low", words: /\b(?:repeat|second or subsequent|re-referrals?)\b/iu },
  { name: "allocation", polarity: "high", words: /\ballocated (?:a )?(?:qualified )?social worker/iu },
  { name: "assessments", polarity: "high", words: /\bassessments?\b/iu },
  { name: "visits", polarity: "high", words: /\bvisits?\b/iu },
  { name: "adoption", polarity: "high", words: /\badopt/iu },
  {
    name: "completion on time",
    polarity: "high",
    words:
      /\b(?:on time|in time|within timescales?|timel(?:y|iness)|complet(?:ion|ed)|coverage|up[- ]to[- ]date|satisf(?:ied|action)|good or better|pass(?:ed)? rate|take-up|success rate)\b/iu,
  },
];

/** What is also called short-term stability: the share of children with three or more placements, where a text or table gives it. */
export const shortTerm = /\bshort[- ]term (?:placement )?stability\b/iu;

/** The topic of a text: the first in the list that its words name; null when none. */
export const topicOf = (text: string): Topic | null => topics.find((topic) => topic.words.test(text)) ?? null;

/** What is timely is as timely after half a year; how many have moved or left is not. */
export const growsInTime = (text: string): boolean => topicOf(text)?.polarity === "low" || topicOf(text)?.name === "adoption";
