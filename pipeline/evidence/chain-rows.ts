import { documentRef } from "../model/document.ts";
import type { Observation } from "../model/observation.ts";
import { formatDate } from "../model/period.ts";
import type { SeriesRow } from "../model/series.ts";
import { sourceRef } from "../model/source.ts";
import type { Target } from "../model/target.ts";
import { about, counts, during, fileAndLine, lineText, placeText, releaseText, valueText, whose } from "./chain-words.ts";
import type { EvidenceIndex } from "./tables.ts";

/** One line of the chain and the lines that it rests on. */
export type Link = { text: string; from: Link[] };

export const link = (text: string, from: readonly Link[] = []): Link => ({ text, from: [...from] });

/** A document and the hash of its file. */
export function documentLink(index: EvidenceIndex, name: string): Link {
  const row = index.documents.get(documentRef(name));
  if (!row) return link(`document ${name}`);
  const published = row.published === "" ? "" : `, ${formatDate(row.published)}`;
  return link(`document ${name}: ${row.title}${published}`, [link(`SHA-256 ${row.sha256}`)]);
}

/** A figure as its document prints it, with its words and where they stand. */
export function observationLink(index: EvidenceIndex, row: Observation): Link {
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

/** A figure of one place and period, down to the line of its release, its document or the authority's own file. */
export function seriesLink(index: EvidenceIndex, row: SeriesRow, name = row.authority): Link {
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

/** A target, down to the document or file that sets it. */
export function targetLink(index: EvidenceIndex, row: Target): Link {
  const text = `target ${row.target_id}: ${row.authority}, ${about(index, row.indicator, row.breakdown)}${during(row.period)}: ${valueText(row.target, row.unit)}`;
  const stated = row.origin === "document" ? index.observations.get(row.source_line) : undefined;
  if (stated) return link(text, [observationLink(index, stated)]);
  return link(text, [
    row.origin === "document"
      ? documentLink(index, row.source)
      : link(`${lineText(row.source_line)}the authority's own file ${row.source}`, hashOf(index, row.source)),
  ]);
}
