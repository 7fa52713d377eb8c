import { indicator, indicators } from "../../pipeline/indicators/all.ts";
import type { Comparison } from "../../pipeline/model/comparison.ts";
import { gapWords, scorecardWords } from "../../pipeline/words/chart-words-several.ts";
import { everyVerdict } from "../../pipeline/words/concerns.ts";
import { keyMessages } from "../../pipeline/words/messages.ts";
import { alsoKnown, alsoSentence, othersSentence } from "../../pipeline/words/other-measures.ts";
import { keyPageTitle } from "../../pipeline/words/key-page-title.ts";
import { questions } from "../../pipeline/words/questions.ts";
import { recommendations } from "../../pipeline/words/recommendations.ts";
import { scorecardTitle } from "../../pipeline/words/titles.ts";
import { byMeasure } from "./comparisons.ts";
import { chartTexts, everyText } from "./every-text.ts";
import { faultsOfFigures, faultsOfForm, faultsOfMovement, faultsOfVerdict, figuresOf } from "./faults.ts";

/** What is wrong with anything said of one row. `history` holds the rows of its measure up to it. */
export function faultsOf(row: Comparison, history: readonly Comparison[]): string[] {
  const figures = figuresOf(row, history);
  return everyText(row, history).flatMap((said) => [
    ...faultsOfForm(said),
    ...faultsOfVerdict(row, said.text),
    ...(said.kind === "chart note" || said.kind === "note" ? [] : faultsOfMovement(row, history, said.text)),
    ...faultsOfFigures(figures, said.text),
  ]);
}

/** The newest comparison of each measure, in the order given. */
const latestOf = (rows: readonly Comparison[]): Comparison[] =>
  [...Map.groupBy(rows, (row) => `${row.indicator}|${row.breakdown}`).values()].flatMap((years) =>
    years.reduce((latest, row) => (row.period_end > latest.period_end ? row : latest)),
  );

/** What is said of an authority as a whole. */
export function faultsOfAuthority(rows: readonly Comparison[]): string[] {
  const latest = latestOf(rows);
  const authority = latest[0]?.authority ?? "";
  const input = {
    latest,
    indicatorOf: indicator,
    shown: indicators,
    observations: [],
    findings: [],
    actions: [],
    planDate: "",
    thresholds: everyVerdict,
  };
  const messages = keyMessages(latest, indicator);
  const shown = [...messages.goingWell, ...messages.attention];
  const both = [...shown, ...alsoKnown(latest, shown, indicator)];
  const also = [
    alsoSentence("better", latest, shown, indicator),
    alsoSentence("worse", latest, shown, indicator),
    othersSentence(latest, indicator, messages.attention),
  ];
  const charts = [
    scorecardWords(
      latest.filter((row) => row.polarity !== "none"),
      authority,
      indicator,
      [],
    ),
    gapWords(
      latest.filter((row) => row.children_to_neighbour_mean !== null),
      authority,
      indicator,
      1,
      [],
    ),
  ];
  return [
    ...both.flatMap((message) => [
      ...faultsOfForm({ kind: "sentence", text: message.text.text }),
      ...faultsOfForm({ kind: "headline", text: message.heading }),
      ...faultsOfVerdict(message.row, `${message.heading}. ${message.text.text}`),
      ...faultsOfMovement(message.row, [message.row], `${message.heading}. ${message.text.text}`),
      ...(message.heading.length > 73 ? [`heading of ${message.heading.length}: ${message.heading}`] : []),
    ]),
    ...questions(input).flatMap((question) => [
      ...faultsOfForm({ kind: "headline", text: question.question }),
      ...(question.question.split(" ").length > 12 ? [`question of over 12 words: ${question.question}`] : []),
      ...(question.why.text.length > 130 ? [`reason of ${question.why.text.length}: ${question.why.text}`] : []),
    ]),
    ...recommendations(input).flatMap(({ text }) => faultsOfForm({ kind: "subtitle", text })),
    ...[keyPageTitle(latest, messages, indicator), scorecardTitle(latest)].flatMap((text) => faultsOfForm({ kind: "title", text })),
    ...also.flatMap((said) => (said ? faultsOfForm({ kind: "sentence", text: said.text }) : [])),
    ...charts
      .flatMap(chartTexts)
      .filter(({ kind }) => kind !== "alt")
      .flatMap(faultsOfForm),
  ];
}

/** The same for every row of every measure, or for the latest of each. */
export function allFaults(rows: readonly Comparison[], which: "every" | "latest" = "every"): string[] {
  return byMeasure(rows).flatMap((group) =>
    group.flatMap((row, i) => (which === "latest" && i < group.length - 1 ? [] : faultsOf(row, group.slice(0, i + 1)))),
  );
}
