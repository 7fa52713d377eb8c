import { withoutSpaces } from "../core/hash.ts";
import { parseCellRef } from "../model/comparison.ts";
import { documentRef } from "../model/document.ts";
import type { Statement } from "../model/statement.ts";
import { joinList } from "../words/grammar.ts";
import { comparisonLink, everyoneLink, needsOf } from "./chain-comparisons.ts";
import { documentLink, link, observationLink, seriesLink, targetLink, type Link } from "./chain-rows.ts";
import { releaseText } from "./chain-words.ts";
import { nameOfOwn } from "./declared.ts";
import { columnNames } from "./figures/comparison-columns.ts";
import { chartsOf } from "./find-ids.ts";
import { originsOf } from "./origins.ts";
import { indexTables, type EvidenceIndex, type EvidenceTables } from "./tables.ts";
import { traceNumbers } from "./trace.ts";

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
