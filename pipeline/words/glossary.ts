/** Terms that packs use, in plain words, as data. Sorted as they are printed. */
export type Term = { readonly term: string; readonly meaning: string };

export const glossary: readonly Term[] = [
  { term: "95% interval", meaning: "The range within which chance alone could have moved a figure. Small groups have wide intervals." },
  { term: "Agency worker", meaning: "A social worker supplied by an agency and not employed by the council." },
  { term: "Care leaver", meaning: "A young person who was in care at 16 or after and is now followed by the council up to the age of 25." },
  { term: "CAMHS", meaning: "Child and adolescent mental health services, run by the NHS." },
  { term: "Caseload", meaning: "Open cases divided by the full-time equivalent social workers who hold cases." },
  { term: "Children in care", meaning: "Children looked after by the council under the Children Act 1989." },
  { term: "CIN", meaning: "Child in need: one whom the council helps under section 17 of the Children Act 1989." },
  { term: "CLA or LAC", meaning: "Children looked after, or looked-after children: other names for children in care." },
  { term: "Cohort", meaning: "The children or young people that a figure counts." },
  { term: "EET", meaning: "In education, employment or training." },
  { term: "EHCP", meaning: "Education, health and care plan, for a child with special educational needs." },
  { term: "IHA", meaning: "Initial health assessment: due within 20 working days of coming into care." },
  { term: "IRO", meaning: "Independent reviewing officer, who leads the reviews of a child’s care plan." },
  {
    term: "LAIT",
    meaning: "The Department for Education’s Local Authority Interactive Tool, whose rules for means and ranks this pack follows.",
  },
  { term: "Median", meaning: "The middle figure when all are put in order." },
  { term: "NEET", meaning: "Not in education, employment or training." },
  { term: "Neighbours’ mean", meaning: "The average of the ten statistical neighbours that have a figure, each counting the same." },
  { term: "PEP", meaning: "Personal education plan, which every child in care of school age should have." },
  { term: "Percentage point", meaning: "The difference between two percentages: from 80% to 84% is 4 percentage points." },
  { term: "Pathway plan", meaning: "The plan for a care leaver’s move to independence." },
  { term: "Placement", meaning: "Where a child in care lives: with foster carers, in a children’s home, with relatives or elsewhere." },
  { term: "RAG", meaning: "Red, amber or green: a rating of how an action is going." },
  { term: "RHA", meaning: "Review health assessment: every six months under the age of five, every year from five." },
  {
    term: "SDQ",
    meaning:
      "Strengths and Difficulties Questionnaire, filled in by carers. Scores run from 0 to 40; lower is better, and 17 or more is a cause for concern.",
  },
  { term: "SGO", meaning: "Special guardianship order: a court order that places a child with a guardian until the age of 18." },
  { term: "Statistical neighbours", meaning: "The ten authorities most like this one, in a model of the Department for Education." },
  { term: "Suitable accommodation", meaning: "Housing that the council judges safe, secure and affordable for a care leaver." },
  {
    term: "UASC",
    meaning: "Unaccompanied asylum-seeking children, who are looked after by the council where they arrive or are moved to.",
  },
  { term: "Wilson interval", meaning: "The method used for the 95% interval of a percentage." },
  { term: "[c]", meaning: "Confidential: withheld so that nobody can be identified." },
  { term: "[k] or [low]", meaning: "Rounds to zero, but is not zero." },
  { term: "[u]", meaning: "Unreliable, so not shown." },
  { term: "[x]", meaning: "Not available." },
  { term: "[z]", meaning: "Does not apply." },
];

/** The terms that a text uses, in the glossary's order, so that a pack explains what it says and no more. */
export function termsIn(text: string): Term[] {
  return glossary.filter(({ term }) => term.split(" or ").some((form) => usesTerm(text, form)));
}

function usesTerm(text: string, term: string): boolean {
  const escaped = term.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const bounded = /^\w/.test(term) ? `\\b${escaped}s?(?!\\w)` : escaped;
  return new RegExp(bounded, /^[A-Z]{2}/.test(term) ? "" : "i").test(text);
}

/** How the comparisons are made, one paragraph an idea. */
export const methodParagraphs: readonly Term[] = [
  {
    term: "Statistical neighbours",
    meaning:
      "Each authority is set beside the ten that the Department for Education’s model finds most like it. Their mean leaves the authority itself out and counts each neighbour the same. The median is given beside it, because the two can fall on different sides.",
  },
  {
    term: "Better, worse or similar",
    meaning:
      "A percentage is better or worse only when its whole 95% interval (Wilson) lies on one side of the figure beside it. Rates per 10,000 use Byar’s interval. Everything else is similar: the difference could be chance.",
  },
  {
    term: "Improved or worsened",
    meaning:
      "A change between two years counts only when a two-proportion z test at 95% says that it is more than chance. A five-year trend uses a test for linear trend in proportions.",
  },
  {
    term: "Not tested",
    meaning:
      "Averages and workforce rates come without the counts or the spread that a test needs. Their place among the eleven is given, and no verdict.",
  },
  {
    term: "Higher or lower",
    meaning:
      "The number of children in care is neither good nor bad in itself, so such measures are called higher or lower and have no rank.",
  },
  {
    term: "Children behind the gap",
    meaning: "How many more or fewer of its own children would bring the authority to the neighbours’ mean, in whole children.",
  },
  {
    term: "When one neighbour decides",
    meaning:
      "Each verdict is worked out again without each neighbour in turn, and with the median. Where that would change it, a note says so.",
  },
  {
    term: "Withheld figures",
    meaning:
      "Where the Department for Education prints a symbol, so does this pack, in square brackets: never a number, a zero or a blank.",
  },
  {
    term: "Rounding",
    meaning:
      "Figures are worked out in full and rounded only when printed, halves away from zero. Published figures are printed as published.",
  },
];
