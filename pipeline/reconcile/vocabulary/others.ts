import { pattern, wordings } from "./patterns.ts";

/** "National figure", "national picture for": what is said of the country, though another noun follows. */
const levelNouns = "averages?|figures?|rates?|means?|medians?|levels?|picture|of|for|in|on|at|and|or|was|is";
/** "National census", "national living wage": things of the country that make a figure beside them no figure of it. */
const thingsOfCountry =
  "census|returns?|collections?|surveys?|insurance|curriculum|transfer|minimum|health|citizen|tests?|exams?|examinations|teams?|day|award|" +
  "database|register|panel|helpline|referral mechanism|lottery|parks?|trust|probation|crime|framework|policy|guidance|legislation|living wage|" +
  "programme|campaign|conference|week|holiday|charit|strategy|requirements?|rules|definitions?|deadline|timetable|template";

/** Others beside whom the authority sets itself, by the words of a text or heading. */
export const others: readonly { name: string; words: RegExp }[] = [
  {
    name: "England",
    words: pattern`
      \b(?:england|(?:all|other) english \w+|national\w*(?! (?:(?!(?:${levelNouns})\b)[a-z]+ )?(?:${thingsOfCountry})\b)|the rest of the country|
      the country as a whole|the whole (?:of the )?country|the country['’]s (?:average|figure|rate|mean))\b`,
  },
  {
    name: "the region",
    words: pattern`
      \bregion(?:al(?:ly)?)?\b|
      \bthe (?:(?:north|south) (?:east|west)|(?:east|west) midlands)\b(?! (?:of|team|area|locality|hub))|\blondon and (?:the )?south east\b`,
  },
  {
    name: "neighbours",
    words: wordings`
      (?:statistical )?neighbours?|sn|(?:similar|peer|comparable) (?:areas|authorities|councils|services|boroughs|counties)|comparators?|
      (?:family|peer|benchmark(?:ing)?|comparator|comparison) (?:groups?|clubs?)(?! (?:conferenc|meeting|decision|work|session|support))|
      (?:famil(?:y|ies)|benchmarking (?:group|club|family)) of (?:\w+ )?(?:councils|authorities|services)|
      (?:areas|authorities|councils|services|boroughs|counties) (?:like (?:ours|us|this one)|similar to (?:ours|us)|of our (?:kind|type|size))`,
  },
  {
    name: "other councils",
    words: wordings`(?:all|the|most) (?:of the )?other (?:\w+ )?(?:councils|authorities|areas|boroughs|counties|agencies)`,
  },
  {
    name: "elsewhere",
    words: pattern`(?<=^\W*|\bthan )elsewhere\b|(?<=\b(?:accepted|achieved|reported|recorded|found|seen|managed|reached) )elsewhere\b|\belsewhere in (?:the|our) (?:partnership|region|country|county|consortium|area|sub-region|alliance)\b`,
  },
  { name: "the other contracts", words: wordings`(?:its|the|their) other (?:contracts|commissioners|sites|clinics|clients)` },
  {
    name: "a neighbouring council",
    words: wordings`
      (?:neighbouring|adjoining|adjacent|next-door|nearby) (?:[a-z]+ )?(?:council|authorit(?:y|ies)|county|counties|borough|city|district|area|trust|
      service|agenc(?:y|ies)|force)s?|(?:council|authority|county|borough|city|trust|area) next door`,
  },
  {
    name: "the wider area",
    words: wordings`(?:(?:for|of|across|in) the (?:(?:court|family|whole|wider) )?(?:circuit|consortium|sub-region|partnership area|court area)|the circuit(?: as a whole)?)`,
  },
];

/** Whom a text names, in the order of the list. */
export const whoIn = (text: string): string[] => others.filter(({ words }) => words.test(text)).map(({ name }) => name);

/** Where a text first names any of them; -1 for none. */
export const whereIn = (text: string): number =>
  others.map(({ words }) => text.search(words)).reduce((first, at) => (at >= 0 && (first < 0 || at < first) ? at : first), -1);
