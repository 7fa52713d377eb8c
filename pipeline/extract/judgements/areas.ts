import { patternOf } from "../../core/patterns.ts";

/**
 * The areas that Ofsted's frameworks for children's services judge, as their reports print them. The
 * names let the judgements box of a front page be read in whatever order a page gives its words.
 */
const areaIds = [
  "overall",
  "help_and_protection",
  "looked_after",
  "adoption",
  "care_leavers",
  "leadership",
  "in_care",
  "practice",
  "safeguarding_board",
] as const;
export type AreaId = (typeof areaIds)[number];

type Area = { readonly id: AreaId; readonly name: string };

// Longest first where one begins another, so that the whole name is taken.
const areas: readonly Area[] = [
  // Inspections of services since 2018, sub-judgement on care leavers since 2023.
  { id: "leadership", name: "the impact of leaders on social work practice with children and families" },
  { id: "leadership", name: "the impact of leaders on social work practice with children and their families" },
  { id: "leadership", name: "the impact of leaders on social work practice" },
  { id: "help_and_protection", name: "the experiences and progress of children who need help and protection" },
  { id: "help_and_protection", name: "the experiences and progress of children in need of help and protection" },
  { id: "looked_after", name: "the experiences and progress of children in care and care leavers" },
  { id: "looked_after", name: "the experiences and progress of children looked after and care leavers" },
  { id: "looked_after", name: "the experiences and progress of children looked after and achieving permanence" },
  { id: "in_care", name: "the experiences and progress of children in care" },
  { id: "in_care", name: "the experiences and progress of children looked after" },
  { id: "care_leavers", name: "the experiences and progress of care leavers" },
  // The single inspection framework, 2013 to 2017.
  { id: "help_and_protection", name: "children who need help and protection" },
  { id: "help_and_protection", name: "children in need of help and protection" },
  { id: "looked_after", name: "children looked after and achieving permanence" },
  { id: "looked_after", name: "children looked after and care leavers" },
  { id: "looked_after", name: "looked after children and achieving permanence" },
  { id: "adoption", name: "adoption performance" },
  { id: "care_leavers", name: "care leavers experiences and progress" },
  { id: "leadership", name: "leadership management and governance" },
  { id: "leadership", name: "leadership and management and governance" },
  { id: "safeguarding_board", name: "the effectiveness of the local safeguarding children board" },
  { id: "safeguarding_board", name: "the effectiveness of the local safeguarding children board lscb" },
  { id: "safeguarding_board", name: "the local safeguarding children board" },
  { id: "safeguarding_board", name: "the local safeguarding children board lscb" },
  { id: "safeguarding_board", name: "the lscb" },
  // Arrangements for the protection of children, 2012 and 2013.
  {
    id: "help_and_protection",
    name: "the effectiveness of the help and protection provided to children, young people, families and carers",
  },
  {
    id: "help_and_protection",
    name: "the effectiveness of the help and protection provided to children and young people, families and carers",
  },
  { id: "practice", name: "the quality of practice" },
  { id: "leadership", name: "leadership and governance" },
  { id: "overall", name: "the overall effectiveness" },
  { id: "overall", name: "the overall judgement" },
];

/** Words that grades are made of: where a page interleaves names and grades, these tell them apart. */
export const gradeWords: ReadonlySet<string> = new Set([
  "outstanding",
  "good",
  "adequate",
  "inadequate",
  "requires",
  "require",
  "improvement",
  "to",
  "be",
  "become",
]);

const wordsOf = (text: string): string[] =>
  (
    text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/['’]/g, "")
      .match(/\p{L}+/gu) ?? []
  ).filter((word) => !gradeWords.has(word));

/** "The experiences and progress" is also printed without its article, and as "experience". */
const variants = (name: string): string[] => {
  const both = [name, name.replace(/\bexperiences\b/, "experience")];
  return [...new Set([...both, ...both.map((one) => one.replace(/^the /, ""))])];
};

/** A name as its words; those that grades also have ("provided to children") are left out. */
export type AreaWords = { readonly id: AreaId; readonly name: string; readonly words: readonly string[] };

/** Longest first, so that "children in care and care leavers" is not taken for "children in care". */
export const areaWords: readonly AreaWords[] = areas
  .flatMap(({ id, name }) => variants(name).map((variant) => ({ id, name: variant, words: wordsOf(variant) })))
  .sort((a, b) => b.words.length - a.words.length);

const overallPattern = patternOf("")`
  ^(?:overall effectiveness|overall judgement|overall|
  (?:the )?(?:overall effectiveness of )?(?:the )?(?:local authority )?(?:services|children'?s (?:social care )?services))\b`;

/** Which area a breakdown of a judgement is about: "2.1 Adoption performance", "Children's services in Barset"; null for others. */
export function areaOf(breakdown: string): AreaId | null {
  const words = wordsOf(breakdown);
  const found = areaWords.find((area) => area.words.length === words.length && area.words.every((word, k) => word === words[k]));
  if (found) return found.id;
  return overallPattern.test(breakdown.toLowerCase().replace(/[’]/g, "'").trim()) ? "overall" : null;
}
