import { actionRef, type Action } from "../../model/action.ts";
import type { DocumentRow } from "../../model/document.ts";
import type { Finding } from "../../model/finding.ts";
import type { Indicator } from "../../model/indicator.ts";
import type { Observation } from "../../model/observation.ts";
import type { SeriesRow } from "../../model/series.ts";
import type { Source } from "../../model/source.ts";
import type { Target } from "../../model/target.ts";
import { measureOfUnit, origin, pair, present, type Origin, type Pair, type Role } from "./figure.ts";
import { timesOf } from "./times.ts";

/** Numbers of places in documents and files, which are no figures: "paragraph 3", "line 57". */
const placed: readonly Role[] = [{ near: /\b(?:paragraph|line|row|table) #/i, names: [] }];

/** What one row of each table can be the source of. What its document and its indicator print are origins of their own. */

const counts = (numerator: number | null, denominator: number | null): Pair[] => pair("its counts", numerator, denominator);

export function documentOrigin(id: string, row: DocumentRow): Origin {
  return origin(id, {
    figures: present([{ name: "its pages", value: row.pages, measure: "number" }]),
    times: timesOf(row.published, row.event_start, row.event_end),
    texts: [row.title, row.document],
  });
}

export function observationOrigin(row: Observation): Origin {
  const measure = measureOfUnit(row.unit);
  return origin(row.observation_id, {
    figures: present([
      { name: "its value", value: row.value, measure },
      { name: "the upper end of its range", value: row.value_high, measure },
      { name: "its count", value: row.numerator, measure: "number" },
      { name: "its base", value: row.denominator, measure: "number" },
      { name: "its page", value: row.page, measure: "number", near: /\bpage #/i },
    ]),
    shares: counts(row.numerator, row.denominator),
    roles: placed,
    ranges: pair("its range", row.value, row.value_high, measure),
    times: timesOf(row.period, row.period_start, row.period_end),
    texts: [row.quote, row.breakdown, row.subject, `paragraph ${row.paragraph}`, row.table, row.row, row.column],
  });
}

export const findingOrigin = (row: Finding): Origin =>
  origin(row.finding_id, {
    texts: [row.heading, row.message, row.stated, row.expected, row.quote, row.place, row.acknowledged, row.document],
  });

export function actionOrigin(row: Action): Origin {
  return origin(actionRef(row), {
    figures: present([
      { name: "the number of its recommendation", value: row.recommendation_no, measure: "number" },
      { name: "its page", value: row.page, measure: "number" },
    ]),
    times: timesOf(row.due),
    texts: [
      row.action_id,
      row.plan,
      row.recommendation,
      row.action,
      row.outcome,
      row.timescale,
      row.lead,
      row.progress,
      row.rag,
      row.place,
    ],
  });
}

export function seriesOrigin(row: SeriesRow): Origin {
  return origin(row.series_id, {
    figures: present([
      { name: "its value", value: row.value, measure: measureOfUnit(row.unit) },
      { name: "its count", value: row.numerator, measure: "number" },
      { name: "its base", value: row.denominator, measure: "number" },
    ]),
    roles: placed,
    shares: counts(row.numerator, row.denominator),
    times: timesOf(row.period, row.period_end),
    texts: [row.breakdown, row.authority, row.source_line, row.source_line.replace(/:(\d+)$/, ", line $1")],
  });
}

export function targetOrigin(row: Target): Origin {
  return origin(row.target_id, {
    figures: present([{ name: "the target", value: row.target, measure: measureOfUnit(row.unit) }]),
    times: timesOf(row.period, row.period_end),
    texts: [row.breakdown],
  });
}

export const sourceOrigin = (id: string, row: Source): Origin =>
  origin(id, { texts: [row.source, row.title, row.publisher, row.release, row.licence] });

/** What the declaration of an indicator prints: its names, its explanations and the parts of its sentences. */
export function indicatorOrigin(id: string, indicator: Indicator): Origin {
  const { name, measure, people, counted, whyItMatters, noNationalFigure, wording, breakdowns } = indicator;
  const parts = Object.values(wording).filter((part) => typeof part === "string");
  return origin(id, {
    texts: [name, measure, people, counted, whyItMatters, noNationalFigure, ...parts, ...breakdowns].filter((text) => text !== ""),
  });
}
