import { describe, expect, it } from "vitest";
import { indicator, indicators } from "../../pipeline/indicators/all.ts";
import type { Action } from "../../pipeline/model/action.ts";
import type { Finding } from "../../pipeline/model/finding.ts";
import type { Observation } from "../../pipeline/model/observation.ts";
import { concerns, everyVerdict, strengths } from "../../pipeline/words/concerns.ts";
import { fractionOf } from "../../pipeline/words/fractions.ts";
import { glossary, methodParagraphs, termsIn } from "../../pipeline/words/glossary.ts";
import { keyMessages } from "../../pipeline/words/messages.ts";
import { alsoKnown, alsoSentence, othersSentence } from "../../pipeline/words/other-measures.ts";
import { smallNumbersTogether, thresholdNote } from "../../pipeline/words/notes.ts";
import { packComparisonTitle } from "../../pipeline/words/pack-titles.ts";
import { questions, type QuestionInput } from "../../pipeline/words/questions.ts";
import { recommendations } from "../../pipeline/words/recommendations.ts";
import { wordingOf } from "../../pipeline/words/terms.ts";
import { whatHappened, whatWeCannotSay, wordCount } from "../../pipeline/words/theme-notes.ts";
import { keyPageTitle } from "../../pipeline/words/key-page-title.ts";
import { themeLeftTitle, themeRightTitle } from "../../pipeline/words/theme-titles.ts";
import { dataQualityTitle, scorecardTitle } from "../../pipeline/words/titles.ts";
import { averageRow, row, withheldRow } from "./row.ts";

const dental = row({
  comparison_id: "c-dental",
  indicator: "health.dental_checks",
  value: 84,
  numerator: 209,
  previous_value: 94,
  previous_numerator: 250,
  change: -10,
  change_verdict: "worsened",
  neighbour_mean: 79,
  neighbour_verdict: "similar",
  england_value: 81,
  trend_verdict: "improving",
});
const eet = row({
  comparison_id: "c-eet",
  indicator: "care_leavers.eet",
  breakdown: "age 19 to 21",
  value: 74,
  numerator: 137,
  denominator: 185,
  change_verdict: "no_clear_change",
  previous_value: 74,
  previous_numerator: 120,
  previous_denominator: 163,
  change: 0,
  neighbour_mean: 53.3,
  neighbour_median: 53.3,
  england_value: 54,
  england_verdict: "better",
  rank: 1,
  rank_tied: 0,
});
const placements = row({
  comparison_id: "c-moves",
  indicator: "placements.three_or_more",
  polarity: "low",
  value: 10,
  numerator: 34,
  denominator: 337,
  previous_value: 7,
  previous_numerator: 27,
  previous_denominator: 366,
  change: 3,
  change_verdict: "no_clear_change",
  trend_verdict: "worsening",
  neighbour_mean: 11.6,
  neighbour_verdict: "similar",
  england_value: 10,
  rank: 3,
});
const vacancies = averageRow({
  comparison_id: "c-vacancies",
  indicator: "workforce.vacancy_rate",
  unit: "percent",
  value: 25,
  numerator: null,
  denominator: null,
  neighbour_mean: 13.7,
  england_value: 14.2,
  rank: 10,
  change: -0.1,
});
const latest = [row(), dental, eet, placements, vacancies];

describe("key messages", () => {
  const { goingWell, attention } = keyMessages(latest, indicator);
  it("are chosen by verdict and then by number of children", () => {
    expect(goingWell.map((one) => one.row.comparison_id)).toEqual(["c-eet", "c-1"]);
    expect(attention.map((one) => one.row.comparison_id)).toEqual(["c-dental", "c-moves", "c-vacancies"]);
    expect(attention.map((one) => one.mark)).toEqual(["worsened", "similar", "not_tested"]);
  });
  it("say number, count, heading and two sentences", () => {
    expect(attention[0]).toMatchObject({ number: "84%", count: "209 of 249", heading: "Fewer children had a dental check" });
    expect(attention[0]?.text.text).toBe(
      "Worsened from 250 of 266 (94%), by more than chance would explain. Similar to neighbours (mean 79.0%) and England (81%).",
    );
    expect(attention[2]).toMatchObject({ number: "25.0%", count: "10th of 11" });
    expect(attention[2]?.text.text).toBe(
      "Not tested: the source gives no counts. Second highest of eleven; the neighbours’ mean is 13.7% and England’s rate 14.2%.",
    );
    expect(goingWell[1]).toMatchObject({ heading: "More children had immunisations up to date", mark: "improved" });
  });
  it("speak of a larger share, never of more children, when the count went the other way", () => {
    const cohortShrank = {
      ...dental,
      change_verdict: "improved" as const,
      change: 12,
      value: 84,
      previous_value: 72,
      numerator: 99,
      denominator: 118,
      previous_numerator: 103,
      previous_denominator: 144,
    };
    expect(keyMessages([cohortShrank], indicator).goingWell[0]?.heading).toBe("A larger share of children had a dental check");
  });
  it("put a verdict that hangs on one neighbour after firm ones, with a caution", () => {
    const fragile = row({ comparison_id: "c-fragile", sensitivity: "Hampshire", change_verdict: "no_clear_change" });
    expect(strengths([fragile, eet]).map((one) => one.row.comparison_id)).toEqual(["c-eet", "c-fragile"]);
    expect(keyMessages([fragile], indicator).goingWell[0]?.caution?.text).toBe(
      "Immunisations: “better” would not hold if Hampshire were left out.",
    );
  });
  it("leave withheld figures and measures without a good direction out", () => {
    expect(concerns([withheldRow(), row({ polarity: "none", neighbour_verdict: "higher" })])).toEqual([]);
  });
  it("speak of one of two mirrored measures", () => {
    const neet = { ...eet, comparison_id: "c-neet", indicator: "care_leavers.neet", polarity: "low" as const, value: 26 };
    expect(keyMessages([eet, neet], indicator).goingWell).toHaveLength(1);
    expect(keyMessages([neet], indicator).goingWell).toHaveLength(1);
  });
  it("tell the rest in one sentence, without what is shown above", () => {
    expect(othersSentence(latest, indicator, attention)?.text).toBe("The two other tested measures show no clear change.");
    expect(othersSentence([eet], indicator, [])?.text).toBe("No clear change on the one measure tested.");
    expect(othersSentence([vacancies], indicator, [])).toBeNull();
  });
  it("say once how small the numbers of a page are", () => {
    const [nine, twenty] = [9, 20].map((denominator, at) => row({ comparison_id: `c-small-${at}`, denominator, numerator: denominator }));
    if (!nine || !twenty) throw new Error("two rows were made");
    expect(smallNumbersTogether([dental, nine, twenty], indicator)?.text).toBe(
      "Small numbers: two of the figures on this page are of few people, the fewest 9, so one child or young person makes a large difference.",
    );
    expect(smallNumbersTogether([dental, twenty], indicator)?.text).toBe(
      "Immunisations: with 20 children, one child moves the figure by 5 percentage points.",
    );
    expect(smallNumbersTogether([dental], indicator)).toBeNull();
  });
  it("leave out what a template's thresholds call too small, and say so", () => {
    const small = { ...everyVerdict, gap: 5, change: 11 };
    expect(keyMessages(latest, indicator, small).attention.map((one) => one.row.comparison_id)).toEqual(["c-moves", "c-vacancies"]);
    expect(keyMessages(latest, indicator, { ...everyVerdict, gap: 5 }).goingWell.map((one) => one.row.comparison_id)).toEqual([
      "c-eet",
      "c-1",
    ]);
    expect(keyMessages(latest, indicator, { ...small, gap: 6, change: 14 }).goingWell.map((one) => one.row.comparison_id)).toEqual([
      "c-eet",
    ]);
    expect(keyMessages([vacancies], indicator, { ...everyVerdict, lastPlaces: 1 }).attention).toEqual([]);
    expect(thresholdNote(small)).toBe(
      "Gaps of less than 5 and changes of less than 11 percentage points have no message or question here.",
    );
    expect(thresholdNote(everyVerdict)).toBeNull();
  });
  it("never hide a fourth behind the three, and say what has no verdict where there is room", () => {
    const worse = ["care_leavers.eet", "care_leavers.suitable_accommodation"].map((id) => ({
      ...eet,
      comparison_id: id,
      indicator: id,
      neighbour_verdict: "worse" as const,
    }));
    const rows = [...worse, dental, placements, vacancies];
    const { attention: shown } = keyMessages(rows, indicator);
    expect(shown).toHaveLength(3);
    expect(alsoSentence("worse", rows, shown.slice(0, 1), indicator)?.text).toBe(
      "Also worse than neighbours: suitable housing at age 19 to 21.",
    );
    expect(alsoSentence("worse", rows, shown, indicator)).toBeNull();
    expect(
      alsoKnown(rows, shown, indicator).map(({ row: { comparison_id }, mark, heading }) => ({ comparison_id, mark, heading })),
    ).toEqual([
      { comparison_id: "c-moves", mark: "similar", heading: "Three or more placements: joint third lowest of eleven" },
      { comparison_id: "c-vacancies", mark: "not_tested", heading: "Social worker posts vacant: second highest of eleven" },
    ]);
  });
});

describe("fractions", () => {
  it.each([
    [74, "nearly three in four children"],
    [75, "three in four children"],
    [75.3, "about three in four children"],
    [50, "half of children"],
    [91, "just over nine in ten children"],
    [96, "almost all children"],
    [100, "all children"],
    [0, "no children"],
    [86, null],
    [33, "about one in three children"],
  ])("%d%% in words", (percent, words) => {
    expect(fractionOf(percent, "children")).toBe(words);
  });
});

describe("page titles", () => {
  it("say the finding first", () => {
    expect(keyPageTitle(latest, keyMessages(latest, indicator), indicator)).toBe(
      "Better than neighbours on two of four tests; fewer children had a dental check",
    );
    const more = [...latest, { ...eet, comparison_id: "c-eet-17", breakdown: "age 17 to 18" }];
    expect(keyPageTitle(more, keyMessages(more, indicator), indicator)).toBe(
      "Care leavers compare well; fewer children had a dental check",
    );
    const behind = ["care_leavers.suitable_accommodation", "health.sdq_cause_for_concern"].map((id) => ({
      ...row({ comparison_id: id, indicator: id, breakdown: id.startsWith("care") ? "age 19 to 21" : "" }),
      neighbour_verdict: "worse" as const,
      change_verdict: "no_clear_change" as const,
    }));
    expect(keyPageTitle(behind, keyMessages(behind, indicator), indicator)).toBe(
      "Suitable housing at age 19 to 21 and SDQ scores of concern are worse than neighbours",
    );
    const others = ["health.review_assessment", "placements.same_two_years", "health.development_checks"].map((id) => ({
      ...behind[1]!,
      comparison_id: id,
      indicator: id,
      polarity: "high" as const,
    }));
    expect(keyPageTitle([...behind, ...others], keyMessages([...behind, ...others], indicator), indicator)).toBe(
      "Worse than neighbours on all five tests",
    );
    const six = [...behind, ...others, dental];
    expect(keyPageTitle(six, keyMessages(six, indicator), indicator)).toBe(
      "Worse than neighbours on five of six tests, suitable housing at age 19 to 21 among them",
    );
    expect(keyPageTitle([...behind.slice(1), dental], keyMessages([...behind.slice(1), dental], indicator), indicator)).toBe(
      "Worse than neighbours on one of two tests: SDQ scores of concern",
    );
    expect(scorecardTitle([eet, dental])).toBe("Better than neighbours on one of two tested measures and worse on none");
    expect(themeLeftTitle(dental, null, indicator("health.dental_checks"))).toBe(
      "Dental checks fell in 2024/25, by more than chance would explain",
    );
    expect(themeLeftTitle(placements, null, indicator("placements.three_or_more"))).toBe(
      "The rate of three or more placements: the five-year trend is getting worse",
    );
    expect(themeLeftTitle(withheldRow(), null, indicator("health.immunisations"))).toBe(
      "The figure for immunisations in 2024/25 is withheld",
    );
    expect(themeRightTitle(row(), dental, indicator)).toBe("Immunisations are better than neighbours; dental checks fell");
    expect(themeRightTitle(row(), { ...dental, change_verdict: "no_clear_change" }, indicator)).toBe(
      "Immunisations are better than neighbours; dental checks are similar",
    );
    expect(themeRightTitle(placements, { ...dental, change_verdict: "no_clear_change" }, indicator)).toBe(
      "The rate of three or more placements and dental checks are similar to neighbours",
    );
    expect(packComparisonTitle(row(), indicator("health.immunisations"))).toBe(
      "Joint fourth of eleven on immunisations, and similar to England",
    );
    expect(packComparisonTitle(vacancies, indicator("workforce.vacancy_rate"))).toBe("25.0%, against a neighbours’ mean of 13.7%");
    expect(themeRightTitle(vacancies, null, indicator)).toBe("The vacancy rate of social workers is the second highest of eleven");
  });
  it("give the worst finding its own words", () => {
    const finding: Finding = {
      finding_id: "f-1",
      kind: "arithmetic",
      severity: "error",
      document: "",
      authority: "",
      indicator: "",
      message: "",
      stated: "",
      expected: "",
      quote: "",
      place: "",
      heading: "First health assessments in time: 77.6%, not 89.7%",
      observations: "",
      acknowledged: "",
    };
    expect(dataQualityTitle([{ ...finding, severity: "note", heading: "A note" }, finding])).toBe(
      "First health assessments in time: 77.6%, not 89.7%",
    );
    const counted = { ...finding, stated: "89.7%", expected: "77.6%" };
    expect(dataQualityTitle([counted, finding])).toBe("A document prints 89.7% where its own counts give 77.6%; two errors in all");
    expect(dataQualityTitle([{ ...counted, kind: "total", stated: "304", expected: "302" }])).toBe(
      "A document prints 304 where its own parts make 302",
    );
    expect(dataQualityTitle([{ ...finding, heading: "" }])).toBe("One error to know before relying on these figures");
    expect(dataQualityTitle([{ ...finding, acknowledged: "known" }])).toBe("Every fault that was found is known and explained");
    expect(dataQualityTitle([])).toBe("No fault was found in the documents and figures");
  });
});

describe("theme prose", () => {
  it("keeps to its words and gives up the region before a sentence", () => {
    const text = whatHappened(eet, indicator("care_leavers.eet")).text;
    expect(wordCount(text)).toBeLessThanOrEqual(55);
    expect(text).toContain("better than neighbours (mean 53.3%)");
  });
  it("says what cannot be said", () => {
    const health = indicators.filter((one) => one.theme === "health");
    expect(whatWeCannotSay([row()], health, indicator)?.text).toBe(
      "No national figure is published for initial health assessments within 20 working days.",
    );
    expect(whatWeCannotSay([withheldRow()], [], indicator)?.text).toBe("Immunisations have no published figure, so they are not compared.");
    expect(whatWeCannotSay([vacancies], [], indicator)?.text).toBe(
      "Whether the vacancy rate of social workers differs by more than chance: the source gives no counts.",
    );
    expect(whatWeCannotSay([row()], [], indicator)).toBeNull();
  });
});

const action = (given: Partial<Action>): Action => ({
  document: "plan.txt",
  authority_code: "",
  plan: "",
  recommendation_no: 1,
  recommendation: "",
  action_id: "1.1",
  action: "",
  outcome: "",
  timescale: "",
  due: "2018-06-30",
  lead: "",
  progress: "",
  rag: "",
  page: null,
  place: "",
  ...given,
});
const input: QuestionInput = {
  latest,
  indicatorOf: indicator,
  shown: indicators,
  observations: [],
  findings: [],
  actions: [action({}), action({ action_id: "1.2", due: "" })],
  planDate: "2018-01-15",
  thresholds: everyVerdict,
};

describe("questions and recommendations", () => {
  it("follow from concerns, gaps and the plan, with counts", () => {
    expect(questions(input).map(({ question, why }) => [question, why.text])).toEqual([
      ["Why did dental checks fall, and when will they recover?", "40 of 249 children had no dental check; 16 of 266 the year before"],
      ["Why are children moving three times or more?", "34 of 337 children (10%), and the five-year trend is getting worse"],
      [
        "Which teams carry the vacancies, and what do they cost?",
        "25.0% at 30 September 2025, the second highest of eleven; neighbours’ mean 13.7%",
      ],
      ["How many first health assessments are in time today?", "No figure was found, and no national figure is published"],
      ["Where does each action of the plan stand now?", "The last plan found is of January 2018; 2 of 2 actions had no rating"],
    ]);
  });
  it("name the last figure that a document gave", () => {
    const observation = {
      observation_id: "o-1",
      indicator: "health.initial_assessment_timely",
      subject: "local",
      value: 77.6,
      period: "2016/17",
      period_end: "2017-03-31",
      review: "",
      confidence: 1,
    } as Observation;
    const gap = questions({ ...input, observations: [observation] }).find((one) => one.from === "gap");
    expect(gap?.why.text).toBe("The last figure found is for 2016/17, and no national figure is published");
    expect(gap?.why.restsOn).toEqual(["o-1"]);
  });
  it("does not derive counts of one to five", () => {
    const few = { ...dental, numerator: 246, previous_numerator: 264 };
    expect(questions({ ...input, latest: [few] })[0]?.why.text).toBe("246 of 249 children (84%); 264 of 266 (94%) the year before");
  });
  it("ask the panel about a second concern only on the ground of a test, and for a note where there is nothing to score", () => {
    const two = recommendations({
      ...input,
      latest: [dental, { ...row({ comparison_id: "c-2" }), neighbour_verdict: "worse", change_verdict: "no_clear_change" }],
      actions: [],
      planDate: "",
    });
    expect(two.map(({ text, measure }) => [text, measure?.indicator])).toEqual([
      ["note the scorecard", undefined],
      ["ask why immunisations are worse than neighbours", "health.immunisations"],
      ["ask why dental checks fell", "health.dental_checks"],
    ]);
    expect(recommendations({ ...input, latest: [], actions: [], planDate: "" }).map(({ text }) => text)).toEqual(["note this report"]);
  });
  it("ask the panel for what can be done", () => {
    expect(recommendations(input).map(({ text, about }) => [text, about])).toEqual([
      ["note the scorecard", "scorecard"],
      ["ask why dental checks fell", "health"],
      ["ask for an action plan with a rating and a date for every action", "action plan"],
    ]);
  });
});

describe("declared words", () => {
  it.each(indicators.map((one) => [one.id, one] as const))("of %s fit their places", (_, one) => {
    expect(one.name.length).toBeLessThanOrEqual(31);
    if (one.whyItMatters !== "") expect(wordCount(one.whyItMatters)).toBeLessThanOrEqual(25);
    if (one.counted !== "") expect(wordCount(one.counted)).toBeLessThanOrEqual(25);
    for (const breakdown of one.breakdowns) {
      const words = wordingOf(one, breakdown);
      expect(words.topic).toMatch(/^[A-Z]/);
      expect(words.topic).not.toContain("{");
      if (words.ask !== "") expect(wordCount(words.ask)).toBeLessThanOrEqual(12);
      if (words.gap !== "") expect(words.gap).toContain("{n}");
      if (one.unit !== "percent") expect(words.fact).toContain("{value}");
    }
  });
  it("explain each term once, and only those that a text uses", () => {
    expect(new Set(glossary.map(({ term }) => term)).size).toBe(glossary.length);
    expect(termsIn("The SDQ score is [c] for statistical neighbours.").map(({ term }) => term)).toEqual([
      "SDQ",
      "Statistical neighbours",
      "[c]",
    ]);
    expect(termsIn("Nothing here.")).toEqual([]);
    for (const { meaning } of [...glossary, ...methodParagraphs]) expect(meaning).toMatch(/^[A-Z].*\.$/);
  });
});
