import { compareCells } from "../core/sort.ts";
import { suggestions } from "../core/suggest.ts";
import { withoutSpaces } from "../core/hash.ts";
import { parseCellRef, type Comparison } from "../model/comparison.ts";
import { documentRef } from "../model/document.ts";
import type { Observation } from "../model/observation.ts";
import { formatDate, formatPeriod } from "../model/period.ts";
import type { SeriesRow } from "../model/series.ts";
import { sourceRef } from "../model/source.ts";
import type { Statement } from "../model/statement.ts";
import type { Target } from "../model/target.ts";
import { joinList } from "../words/grammar.ts";
import { about, counts, during, fileAndLine, lineText, placeText, releaseText, valueText, verdictText, whose } from "./chain-words.ts";
import { nameOfOwn } from "./declared.ts";
import { columnNames } from "./figures/comparison-columns.ts";
import { originsOf } from "./origins.ts";
import { plainWords } from "./printed-numbers.ts";
import { indexTables, knownIds, type EvidenceIndex, type EvidenceTables } from "./tables.ts";
import { traceNumbers } from "./trace.ts";

/** One line of the chain and the lines that it rests on. */
type Link = { text: string; from: Link[] };

const link = (text: string, from: readonly Link[] = []): Link => ({ text, from: [...from] });

function documentLink(index: EvidenceIndex, name: string): Link {
  const row = index.documents.get(documentRef(name));
  if (!row) return link(`document ${name}`);
  const published = row.published === "" ? "" : `, ${formatDate(row.published)}`;
  return link(`document ${name}: ${row.title}${published}`, [link(`SHA-256 ${row.sha256}`)]);
}

function observationLink(index: EvidenceIndex, row: Observation): Link {
  const value = row.value_high === null ? valueText(row.value, row.unit) : `${row.value} to ${valueText(row.value_high, row.unit)}`;
  const qualified = row.qualifier === "exact" || row.qualifier === "range" ? "" : ` (${row.qualifier.replace("_", " ")})`;
  const review = row.review === "" ? "" : `, ${row.review} by a person`;
  const how = row.method === "derived" ? "worked out from a stated figure" : `read from ${row.method === "table" ? "a table" : "prose"}`;
  return link(
    `observation ${row.observation_id}: ${about(index, row.indicator, row.breakdown)}, ${whose(row)}${during(row.period)}: ${row.unit === "text" ? "a statement in words" : value}${qualified}${counts(row.numerator, row.denominator)}, ${how}${review}`,
    [link(`${placeText(row) || "place not known"}: “${row.quote}”`, [documentLink(index, row.document)])],
  );
}

/** The hash of the file that a line stands in, where the run says it. */
function hashOf(index: EvidenceIndex, name: string): Link[] {
  const file = index.tables.files?.find((one) => one.name === name);
  return file ? [link(`SHA-256 ${file.sha256}`)] : [];
}

function seriesLink(index: EvidenceIndex, row: SeriesRow, name = row.authority): Link {
  const text = `${name}${during(row.period)}: ${valueText(row.value, row.unit, row.symbol)}${counts(row.numerator, row.denominator)}`;
  if (row.origin === "document") {
    const observation = index.observations.get(row.source_line);
    return link(
      `${text}, from a document (${row.series_id})`,
      observation ? [observationLink(index, observation)] : [documentLink(index, row.source)],
    );
  }
  const source = index.sources.get(sourceRef(row.source));
  const release = source ? releaseText(source) : row.source;
  const line = lineText(row.source_line);
  const hash = hashOf(index, fileAndLine(row.source_line).file || row.source);
  return link(`${text} (${row.series_id})`, [
    link(row.origin === "local" ? `${line}the authority's own file ${row.source}, provisional` : `${line}${release} (${row.source})`, hash),
  ]);
}

function targetLink(index: EvidenceIndex, row: Target): Link {
  const text = `target ${row.target_id}: ${row.authority}, ${about(index, row.indicator, row.breakdown)}${during(row.period)}: ${valueText(row.target, row.unit)}`;
  const stated = row.origin === "document" ? index.observations.get(row.source_line) : undefined;
  if (stated) return link(text, [observationLink(index, stated)]);
  return link(text, [
    row.origin === "document"
      ? documentLink(index, row.source)
      : link(`${lineText(row.source_line)}the authority's own file ${row.source}`, hashOf(index, row.source)),
  ]);
}

/** Which of a comparison's sources are told: all, or those that some of its columns need. */
type Needs = (part: "own" | "before" | "neighbours" | "region" | "england") => boolean;

/** The sources that columns come from: a cell of England's value leads to England's line alone. */
function needsOf(columns: readonly string[]): Needs {
  const patterns = {
    own: /^(?!region|england_value|neighbour_m|previous)/,
    before: /^(?:previous|change)/,
    neighbours: /^(?:neighbour|rank|children_to_n)/,
    region: /^region/,
    england: /^(?:england_value|children_to_e)/,
  };
  return (part) => columns.some((column) => patterns[part].test(column));
}

function comparisonLink(index: EvidenceIndex, row: Comparison, needs: Needs): Link {
  const own = index.official(row.authority_code, row.indicator, row.breakdown, row.period_end);
  const before =
    row.previous_period === ""
      ? undefined
      : index.tables.series.find(
          (one) =>
            one.origin === "official" &&
            one.authority_code === row.authority_code &&
            one.indicator === row.indicator &&
            one.breakdown === row.breakdown &&
            one.period === row.previous_period,
        );
  const neighbours = index.tables.neighbours
    .filter((one) => one.model === row.neighbour_model && one.authority_code === row.authority_code)
    .sort((a, b) => (a.rank ?? 0) - (b.rank ?? 0));
  const from: Link[] = [];
  if (own && needs("own")) from.push(link("its own value", [seriesLink(index, own)]));
  if (before && needs("before")) from.push(link("the period before", [seriesLink(index, before)]));
  if (needs("neighbours") && neighbours.length > 0) {
    const mean =
      row.neighbour_mean === null
        ? "no mean"
        : `mean ${valueText(Math.round(row.neighbour_mean * 100) / 100, row.unit)}, median ${valueText(row.neighbour_median, row.unit)}`;
    from.push(
      link(
        `statistical neighbours, ${row.neighbour_model} model: ${mean}, ${row.neighbours_with_value ?? 0} of ${neighbours.length} with a value`,
        neighbours.map((one) => {
          const value = index.official(one.neighbour_code, row.indicator, row.breakdown, row.period_end);
          return value ? seriesLink(index, value, one.neighbour) : link(`${one.neighbour}: no value for ${formatPeriod(row.period)}`);
        }),
      ),
    );
  }
  for (const [name, level, of] of [
    [`region: ${row.region}`, "region", row.region],
    ["England", "country", ""],
  ] as const) {
    if (!needs(level === "region" ? "region" : "england")) continue;
    const value = index.tables.series.find(
      (one) =>
        one.origin === "official" &&
        one.level === level &&
        one.indicator === row.indicator &&
        one.breakdown === row.breakdown &&
        one.period_end === row.period_end &&
        (of === "" || one.authority === of),
    );
    if (value) from.push(link(name, [seriesLink(index, value)]));
  }
  return link(
    `comparison ${row.comparison_id}: ${row.authority}, ${about(index, row.indicator, row.breakdown)}${during(row.period)}: ${valueText(row.value, row.unit, row.symbol)}${counts(row.numerator, row.denominator)}; neighbours ${verdictText(row.neighbour_verdict)}, England ${verdictText(row.england_verdict)}, change ${verdictText(row.change_verdict)}`,
    from,
  );
}

/** "; 86% is its value, 215 of 249 its counts": which figure of its rows each number of a sentence is. */
function numbersText(index: EvidenceIndex, { text, rests_on }: Statement): string {
  const traced = traceNumbers(text, originsOf(index, rests_on.split(" "))).filter(({ figure }) => figure !== null);
  const said = [...new Map(traced.map(({ number, figure }) => [number, `${number}: ${figure}`])).values()];
  return said.length === 0 ? "" : `; ${said.join(", ")}`;
}

/** An entry of the list of evidence: what the row of the list that has its number rests on. In one pack, or in each that has such an entry. */
function entriesOf(index: EvidenceIndex, ref: string, pack: string): Statement[] {
  return index.tables.statements.filter(
    (one) => one.rests_on.startsWith(`${ref} `) && (pack === "" || one.pack === pack) && evidenceOf(one.text) === ref,
  );
}

/** "evidence:E4" for the number that a pack prints; "" for other words. */
const evidenceOf = (text: string): string => (/^[ES]\d+$/.test(text) ? `evidence:${text}` : "");

/** Every authority's figure at one point, as pictures of all England draw it: their rows are too many to tell. */
function everyoneLink(index: EvidenceIndex, rows: readonly Comparison[]): Link | null {
  const [first] = rows;
  if (!first) return null;
  const known = rows.filter(({ value }) => value !== null).length;
  return link(
    `all places, ${about(index, first.indicator, first.breakdown)}${during(first.period)}: ${known} of ${rows.length} with a value, in comparisons.csv`,
  );
}

/** The chain of one id; `seen` ends circles and `chartOf` is the authority of a chart above. Null for an id that no table holds. */
function linkOf(index: EvidenceIndex, id: string, seen: ReadonlySet<string>, chartOf = "", pack = ""): Link | null {
  const next = new Set([...seen, id]);
  const follow = (ids: string, authority = chartOf, within = pack): Link[] =>
    ids
      .split(" ")
      .filter((one) => one !== "" && !seen.has(one))
      .map((one) => linkOf(index, one, next, authority, within) ?? link(`${one}: no row has this id`));
  const statement = index.statements.get(id);
  if (statement)
    return link(
      `sentence ${id}: “${statement.text}” (${statement.pack}, page ${statement.page ?? "?"})${numbersText(index, statement)}`,
      follow(statement.rests_on, chartOf, statement.pack),
    );
  const chart = index.charts.get(id);
  if (chart) return link(`chart ${id}: ${chart.title} (${chart.svg}, figures in ${chart.csv})`, follow(chart.rests_on, chart.authority));
  const comparison = index.comparisons.get(id);
  if (comparison)
    return comparisonLink(index, comparison, chartOf === "" || comparison.authority === chartOf ? () => true : needsOf(["value"]));
  const cell = parseCellRef(id);
  const cellOf = cell && index.comparisons.get(cell.id);
  if (cell && cellOf && cell.columns.every((column) => column in cellOf))
    return link(`${joinList(cell.columns.map((column) => columnNames.get(column) ?? column))}, in`, [
      comparisonLink(index, cellOf, needsOf(cell.columns)),
    ]);
  const target = index.targets.get(id);
  if (target) return targetLink(index, target);
  const series = index.series.get(id);
  if (series) return seriesLink(index, series);
  const observation = index.observations.get(id);
  if (observation) return observationLink(index, observation);
  const finding = index.findings.get(id);
  if (finding) {
    const place = `${finding.place || "place not known"}${finding.quote === "" ? "" : `: “${finding.quote}”`}`;
    const words =
      finding.document === "" && finding.quote === ""
        ? []
        : [link(place, finding.document === "" ? [] : [documentLink(index, finding.document)])];
    const known = finding.acknowledged === "" ? "" : ` Acknowledged: ${finding.acknowledged}`;
    return link(`finding ${id}, ${finding.severity}: ${finding.message}${known}`, [...words, ...follow(finding.observations)]);
  }
  const action = index.actions.get(id);
  if (action)
    return link(`action ${action.action_id}: “${action.action}” due ${action.timescale || "not stated"}`, [
      link(action.place || "place not known", [documentLink(index, action.document)]),
    ]);
  const document = index.documents.get(id);
  if (document) return documentLink(index, document.document);
  const source = index.sources.get(id);
  if (source) return link(`${releaseText(source)} (${source.source})`);
  const indicator = index.indicators.get(id);
  if (indicator) return link(`indicator ${indicator.id}: ${indicator.measure}, as declared in pipeline/indicators`);
  const entries = id.startsWith("evidence:") ? entriesOf(index, id, pack) : [];
  const rested = (entry: Statement): string => entry.rests_on.slice(id.length + 1);
  if (entries.length > 0)
    return link(
      `${id}: ${nameOfOwn(id) ?? ""}`,
      entries.flatMap((one) =>
        pack === "" ? [link(`${one.pack}, page ${one.page ?? "?"}`, follow(rested(one), chartOf, one.pack))] : follow(rested(one)),
      ),
    );
  const everyone = everyoneLink(index, index.everyone(id));
  if (everyone) return everyone;
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
  const asked = id.trim();
  const drawn = chartsOf(asked, tables);
  // An action may be asked for by its document's name as it is, a document by its name, a chart by its file, evidence by its number.
  const meant = [asked, withoutSpaces(asked), documentRef(asked), evidenceOf(asked), drawn.length === 1 ? (drawn[0] ?? "") : ""].filter(
    (one) => one !== "",
  );
  for (const one of meant) {
    const chain = linkOf(index, one, new Set());
    if (chain) return `${lines(chain, 0).join("\n")}\n`;
  }
  return null;
}

const mostSaid = 8;
const mostNear = 3;

/** Texts of packs that hold the words, each with its id and place, the shortest first: a reader knows what is printed, not what it is called. */
export function saying(words: string, { statements }: EvidenceTables): string[] {
  const wanted = plainWords(words).toLowerCase();
  if (wanted === "") return [];
  return statements
    .filter(({ text }) => plainWords(text).toLowerCase().includes(wanted))
    .sort((a, b) => a.text.length - b.text.length || compareCells(a.pack, b.pack) || (a.page ?? 0) - (b.page ?? 0))
    .slice(0, mostSaid)
    .map(({ statement_id, pack, page, text }) => `${statement_id}: “${plainWords(text)}” (${pack}, page ${page ?? "?"})`);
}

/** Ids of the charts that have such a file: several where only its name is given and many authorities have one. */
function chartsOf(file: string, { charts }: EvidenceTables): string[] {
  const isIt = (path: string): boolean => path !== "" && (path === file || file.endsWith(`/${path}`) || path.endsWith(`/${file}`));
  return charts.filter(({ svg, png, csv, spec }) => [svg, png, csv, spec].some(isIt)).map(({ chart_id }) => chart_id);
}

/** Known ids that an unknown one may have meant, best first. */
export function nearIds(id: string, tables: EvidenceTables): string[] {
  const drawn = chartsOf(id.trim(), tables);
  return drawn.length > 0 ? drawn.slice(0, mostNear) : suggestions(id.trim(), knownIds(indexTables(tables)), mostNear);
}
