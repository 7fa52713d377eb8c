import type { Measure } from "../../charts/data.ts";
import { questions as askQuestions, type Question, type QuestionInput } from "../../words/questions.ts";
import { recommendations } from "../../words/recommendations.ts";
import type { Row } from "../layout/table.ts";
import type { Span } from "../span.ts";
import type { TemplatePage } from "../template/template.ts";
import { type as roles } from "../style.ts";
import { latestPlan } from "./action-plan.ts";
import { openFindings } from "./findings.ts";
import { measureAnchor, sectionAnchor } from "./gaps.ts";
import { scoredRows } from "./key-rows.ts";
import { findMeasure } from "./measures.ts";
import { pageLink, rowRef, type Composer, type Pack } from "./pack.ts";
import { indicatorLookup } from "./resolve.ts";
import { line, setHeading, setTable } from "./set.ts";

/** Measures that a template page names, in its directives' words and lists. */
function namedOn(page: TemplatePage, pack: Pack): Measure[] {
  const words = page.parts.flatMap((part) =>
    part.kind === "directive"
      ? [...part.directive.words, ...part.directive.items.flatMap((item) => (item.text.split(/:(?= )/)[1] ?? "").split(","))]
      : [],
  );
  return words.flatMap((word) => {
    const measure = findMeasure(word, pack.input.indicators);
    return measure ? [measure] : [];
  });
}

function questionInput(pack: Pack): QuestionInput {
  const plan = latestPlan(pack);
  const shown = new Map(pack.template.pages.flatMap((page) => namedOn(page, pack)).map(({ indicator }) => [indicator.id, indicator]));
  return {
    latest: scoredRows(pack),
    indicatorOf: indicatorLookup(pack),
    shown: [...shown.values()],
    observations: pack.input.observations,
    findings: openFindings(pack),
    actions: plan?.actions ?? [],
    planDate: plan?.asOf ?? "",
    thresholds: pack.template.front.thresholds,
  };
}

const has = (page: TemplatePage, name: string): boolean =>
  page.parts.some((part) => part.kind === "directive" && part.directive.name === name);
const pagesFor: Readonly<Record<string, string>> = { scorecard: "scorecard", "action plan": "action-plan", "data quality": "findings" };

/** What chooses or sums up measures shows none of its own. */
const showsNone = ["focus", "foot", "scorecard"];
const names = (page: TemplatePage, id: string): boolean =>
  page.parts.some((part) => part.kind === "directive" && !showsNone.includes(part.directive.name) && part.directive.words.includes(id));

/**
 * Where a matter stands, the best place first: the chart of its measure, the page that names it, the scorecard if that
 * has it, the page of its theme. A plan or findings stand on their own page.
 */
function anchorsFor({ about, measure }: Pick<Question, "about" | "measure">, pack: Pack): string[] {
  const { pages } = pack.template;
  const wanted = pagesFor[about];
  if (wanted) return pages.filter((one) => has(one, wanted)).map(({ section }) => sectionAnchor(section));
  const { indicator = "", breakdown = "" } = measure ?? {};
  const isScored = scoredRows(pack).some((row) => row.indicator === indicator && row.breakdown === breakdown);
  return [
    measureAnchor(indicator, breakdown),
    ...[
      ...pages.filter((one) => names(one, indicator)),
      ...pages.filter((one) => isScored && has(one, "scorecard")),
      ...pages.filter((one) => has(one, "focus") && namedOn(one, pack).some((named) => named.indicator.theme === about)),
    ].map(({ section }) => sectionAnchor(section)),
  ];
}

/** " (page 5)", leading there; [] when the pack has no such page. */
function pageReference(about: Pick<Question, "about" | "measure">, pack: Pack): Span[] {
  const anchor = anchorsFor(about, pack).find((one) => pack.pageOf(one) !== "0");
  if (anchor === undefined) return [];
  return [{ text: " (" }, pageLink(pack, anchor), { text: ")" }];
}

/** What the panel is asked to do, from the concerns, the plan and the findings. */
export function recommended(pack: Pack): Span[][] {
  return recommendations(questionInput(pack)).map((one) => [{ text: one.text, rests: one.restsOn }, ...pageReference(one, pack)]);
}

/** Questions that follow from the concerns, the gaps, the plan and the findings, each with its reason. */
export const questions: Composer = {
  settings: { most: "number", heading: "text" },
  words: "none",
  items: "none",
  compose(sheet, directive) {
    const { pack } = sheet;
    sheet.oneSheet = true;
    const asked = askQuestions(questionInput(pack), Math.max(3, Number(directive.settings["most"] ?? "6") - Math.max(0, sheet.trim - 2)));
    if (asked.length === 0) return;
    setHeading(sheet, directive.settings["heading"] ?? "Questions the panel may ask", 20);
    const rows = asked.map((one, at): Row => ({
      kind: "row",
      cells: [
        [{ spans: [{ text: String(at + 1), rests: [rowRef(at + 1)] }], style: { ...roles.side } }],
        [line(one.question, one.why.restsOn, roles.strong)],
        [{ spans: [{ text: one.why.text, rests: one.why.restsOn }, ...pageReference(one, pack)], style: roles.body }],
      ],
    }));
    setTable(sheet, {
      columns: [
        { head: "No.", width: 24, align: "left", names: true },
        { head: "Question", width: 212, align: "left" },
        { head: "Why ask", width: 257, align: "left" },
      ],
      rows,
      padding: 3.5,
      before: 2,
    });
  },
};
