import { suggestions } from "../core/suggest.ts";
import { withoutSpaces } from "../core/hash.ts";
import { parseCellRef, type Comparison } from "../model/comparison.ts";
import { documentRef } from "../model/document.ts";
import type { Observation } from "../model/observation.ts";
import { formatDate, formatPeriod } from "../model/period.ts";
import type { SeriesRow } from "../model/series.ts";
import { sourceRef, type Source } from "../model/source.ts";
import type { Statement } from "../model/statement.ts";
import type { Target } from "../model/target.ts";
import { nameOfOwn } from "./declared.ts";
import { originsOf } from "./origins.ts";
import { indexTables, knownIds, type EvidenceIndex, type EvidenceTables } from "./tables.ts";
import { traceNumbers } from "./trace.ts";

/** One line of the chain and the lines that it rests on. */
type Link = { text: string; from: Link[] };

const link = (text: string, from: readonly Link[] = []): Link => ({ text, from: [...from] });

const valueText = (value: number | null, unit: string, symbol = ""): string => {
  if (value === null) return symbol === "" ? "no value" : `[${symbol}]`;
  if (unit === "percent") return `${value}%`;
  if (unit === "gbp") return `£${value}`;
  if (unit === "rate_per_10k") return `${value} per 10,000`;
  return unit === "count" || unit === "score" || unit === "" ? String(value) : `${value} ${unit}`;
};
const counts = (numerator: number | null, denominator: number | null): string =>
  numerator === null ? "" : denominator === null ? ` (${numerator})` : ` (${numerator} of ${denominator})`;
const about = (indicator: string, breakdown: string): string => (breakdown === "" ? indicator : `${indicator}, ${breakdown}`);

function documentLink(index: EvidenceIndex, name: string): Link {
  const row = index.documents.get(documentRef(name));
  if (!row) return link(`document ${name}`);
  const published = row.published === "" ? "" : `, ${formatDate(row.published)}`;
  return link(`document ${name}: ${row.title}${published}`, [link(`SHA-256 ${row.sha256}`)]);
}

function placeText(row: Observation): string {
  return [
    row.page === null ? "" : `page ${row.page}`,
    row.table === "" ? "" : `table "${row.table}"`,
    row.row === "" ? "" : `row "${row.row}"`,
    row.column === "" ? "" : `column "${row.column}"`,
    row.table !== "" || row.paragraph === "" ? "" : /^\d/.test(row.paragraph) ? `paragraph ${row.paragraph}` : row.paragraph,
  ].filter((part) => part !== "").join(", ");
}

function observationLink(index: EvidenceIndex, row: Observation): Link {
  const value = row.value_high === null ? valueText(row.value, row.unit) : `${row.value} to ${valueText(row.value_high, row.unit)}`;
  const qualified = row.qualifier === "exact" || row.qualifier === "range" ? "" : ` (${row.qualifier.replace("_", " ")})`;
  const review = row.review === "" ? "" : `, ${row.review} by a person`;
  const how = row.method === "derived" ? "worked out from a stated figure" : `read from ${row.method === "table" ? "a table" : "prose"}`;
  return link(
    `observation ${row.observation_id}: ${about(row.indicator, row.breakdown)}, ${row.subject || "subject unknown"}${row.period === "" ? "" : `, ${formatPeriod(row.period)}`}: ${row.unit === "text" ? "a statement in words" : value}${qualified}${counts(row.numerator, row.denominator)}, ${how}${review}`,
    [link(`${placeText(row) || "place not known"}: “${row.quote}”`, [documentLink(index, row.document)])],
  );
}

/** "line 12 of " before what the line is of; "line 12 of a.csv: " where the file is named. */
function lineText(line: string): string {
  const [, file, number] = /^(.+):(\d+)$/.exec(line) ?? [];
  if (file !== undefined) return `line ${number} of ${file}: `;
  return line === "" ? "" : `${/^\d+$/.test(line) ? "line " : ""}${line} of `;
}

const releaseText = (source: Source): string => `${source.title}, ${source.publisher}, ${source.release}`;

function seriesLink(index: EvidenceIndex, row: SeriesRow, name = row.authority): Link {
  const text = `${name}, ${formatPeriod(row.period)}: ${valueText(row.value, row.unit, row.symbol)}${counts(row.numerator, row.denominator)}`;
  if (row.origin === "document") {
    const observation = index.observations.get(row.source_line);
    return link(`${text}, from a document (${row.series_id})`, observation ? [observationLink(index, observation)] : [documentLink(index, row.source)]);
  }
  const source = index.sources.get(sourceRef(row.source));
  const release = source ? releaseText(source) : row.source;
  const line = lineText(row.source_line);
  return link(`${text} (${row.series_id})`, [link(row.origin === "local" ? `${line}the authority's own file ${row.source}, provisional` : `${line}${release} (${row.source})`)]);
}

function targetLink(index: EvidenceIndex, row: Target): Link {
  const text = `target ${row.target_id}: ${row.authority}, ${about(row.indicator, row.breakdown)}${row.period === "" ? "" : `, ${formatPeriod(row.period)}`}: ${valueText(row.target, row.unit)}`;
  const stated = row.origin === "document" ? index.observations.get(row.source_line) : undefined;
  if (stated) return link(text, [observationLink(index, stated)]);
  return link(text, [row.origin === "document" ? documentLink(index, row.source) : link(`${lineText(row.source_line)}the authority's own file ${row.source}`)]);
}

/** Which of a comparison's sources are told: all, or those that some of its columns need. */
type Needs = (part: "own" | "before" | "neighbours" | "region" | "england") => boolean;

/** The sources that columns come from: a cell of England's value leads to England's line alone. */
function needsOf(columns: readonly string[]): Needs {
  const patterns = { own: /^(?!region|england_value|neighbour_m|previous)/, before: /^(?:previous|change)/, neighbours: /^(?:neighbour|rank|children_to_n)/, region: /^region/, england: /^(?:england_value|children_to_e)/ };
  return (part) => columns.some((column) => patterns[part].test(column));
}

function comparisonLink(index: EvidenceIndex, row: Comparison, needs: Needs): Link {
  const own = index.official(row.authority_code, row.indicator, row.breakdown, row.period_end);
  const before = row.previous_period === "" ? undefined : index.tables.series.find((one) => one.origin === "official" && one.authority_code === row.authority_code && one.indicator === row.indicator && one.breakdown === row.breakdown && one.period === row.previous_period);
  const neighbours = index.tables.neighbours.filter((one) => one.model === row.neighbour_model && one.authority_code === row.authority_code).sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const from: Link[] = [];
  if (own && needs("own")) from.push(link("its own value", [seriesLink(index, own)]));
  if (before && needs("before")) from.push(link("the period before", [seriesLink(index, before)]));
  if (needs("neighbours") && neighbours.length > 0) {
    const mean = row.neighbour_mean === null ? "no mean" : `mean ${valueText(Math.round(row.neighbour_mean * 100) / 100, row.unit)}, median ${valueText(row.neighbour_median, row.unit)}`;
    from.push(link(`statistical neighbours, ${row.neighbour_model} model: ${mean}, ${row.neighbours_with_value ?? 0} of ${neighbours.length} with a value`, neighbours.map((one) => {
      const value = index.official(one.neighbour_code, row.indicator, row.breakdown, row.period_end);
      return value ? seriesLink(index, value, one.neighbour) : link(`${one.neighbour}: no value for ${formatPeriod(row.period)}`);
    })));
  }
  for (const [name, level, of] of [[`region: ${row.region}`, "region", row.region], ["England", "country", ""]] as const) {
    if (!needs(level === "region" ? "region" : "england")) continue;
    const value = index.tables.series.find((one) => one.origin === "official" && one.level === level && one.indicator === row.indicator && one.breakdown === row.breakdown && one.period_end === row.period_end && (of === "" || one.authority === of));
    if (value) from.push(link(name, [seriesLink(index, value)]));
  }
  const verdict = (word: string): string => word.replaceAll("_", " ");
  return link(
    `comparison ${row.comparison_id}: ${row.authority}, ${about(row.indicator, row.breakdown)}, ${formatPeriod(row.period)}: ${valueText(row.value, row.unit, row.symbol)}${counts(row.numerator, row.denominator)}; neighbours ${verdict(row.neighbour_verdict)}, England ${verdict(row.england_verdict)}, change ${verdict(row.change_verdict)}`,
    from,
  );
}

/** "; 86% is its value, 215 of 249 its counts": which figure of its rows each number of a sentence is. */
function numbersText(index: EvidenceIndex, { text, rests_on }: Statement): string {
  const traced = traceNumbers(text, originsOf(index, rests_on.split(" "))).filter(({ figure }) => figure !== null);
  const said = [...new Map(traced.map(({ number, figure }) => [number, `${number}: ${figure}`])).values()];
  return said.length === 0 ? "" : `; ${said.join(", ")}`;
}

/** The chain of one id; `seen` ends circles and `chartOf` is the authority of a chart above. Null for an id that no table holds. */
function linkOf(index: EvidenceIndex, id: string, seen: ReadonlySet<string>, chartOf = ""): Link | null {
  const next = new Set([...seen, id]);
  const follow = (ids: string, authority = chartOf): Link[] => ids.split(" ").filter((one) => one !== "").map((one) => (seen.has(one) ? link(one) : linkOf(index, one, next, authority) ?? link(`${one}: no row has this id`)));
  const statement = index.statements.get(id);
  if (statement) return link(`sentence ${id}: “${statement.text}” (${statement.pack}, page ${statement.page ?? "?"})${numbersText(index, statement)}`, follow(statement.rests_on));
  const chart = index.charts.get(id);
  if (chart) return link(`chart ${id}: ${chart.title} (${chart.svg}, figures in ${chart.csv})`, follow(chart.rests_on, chart.authority));
  const comparison = index.comparisons.get(id);
  if (comparison) return comparisonLink(index, comparison, chartOf === "" || comparison.authority === chartOf ? () => true : needsOf(["value"]));
  const cell = parseCellRef(id);
  const cellOf = cell && index.comparisons.get(cell.id);
  if (cell && cellOf) return link(`${cell.columns.join(" and ")} of`, [comparisonLink(index, cellOf, needsOf(cell.columns))]);
  const target = index.targets.get(id);
  if (target) return targetLink(index, target);
  const series = index.series.get(id);
  if (series) return seriesLink(index, series);
  const observation = index.observations.get(id);
  if (observation) return observationLink(index, observation);
  const finding = index.findings.get(id);
  if (finding) {
    const words = finding.quote === "" ? [] : [link(`${finding.place === "" ? "place not known" : finding.place}: “${finding.quote}”`, finding.document === "" ? [] : [documentLink(index, finding.document)])];
    const known = finding.acknowledged === "" ? "" : ` Acknowledged: ${finding.acknowledged}`;
    return link(`finding ${id}, ${finding.severity}: ${finding.message}${known}`, [...words, ...follow(finding.observations)]);
  }
  const action = index.actions.get(id);
  if (action) return link(`action ${action.action_id}: ${action.action}, due ${action.timescale || "not stated"}`, [link(`${action.place || "place not known"}`, [documentLink(index, action.document)])]);
  const document = index.documents.get(id);
  if (document) return documentLink(index, document.document);
  const source = index.sources.get(id);
  if (source) return link(`${releaseText(source)} (${source.source})`);
  const indicator = index.indicators.get(id);
  if (indicator) return link(`indicator ${indicator.id}: ${indicator.measure}, as declared in pipeline/indicators`);
  const own = index.declared.get(id)?.name ?? nameOfOwn(id);
  if (own === null) return null;
  const drawn = id.startsWith("scale:") ? id.slice("scale:".length) : "";
  return link(`${id}: ${own}`, index.charts.has(drawn) ? follow(drawn) : []);
}

function lines(chain: Link, depth: number): string[] {
  const text = depth === 0 ? chain.text : `${"  ".repeat(depth)}← ${chain.text}`;
  return [text, ...chain.from.flatMap((one) => lines(one, depth + 1))];
}

/**
 * The chain behind a sentence, chart, comparison, series value, target, observation, finding or action, as indented
 * text: each line rests on those below it that stand further in. Null for an unknown id.
 */
export function explain(id: string, tables: EvidenceTables): string | null {
  const index = indexTables(tables);
  // An action may be asked for by its document's name as it is.
  const chain = linkOf(index, id.trim(), new Set()) ?? linkOf(index, withoutSpaces(id.trim()), new Set());
  return chain ? `${lines(chain, 0).join("\n")}\n` : null;
}

/** Known ids that an unknown one may have meant, best first. */
export const nearIds = (id: string, tables: EvidenceTables): string[] => suggestions(id.trim(), knownIds(indexTables(tables)));
