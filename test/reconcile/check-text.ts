import { readFileSync } from "node:fs";
import { extractActions } from "../../pipeline/extract/actions/extract-actions.ts";
import { describeDocument } from "../../pipeline/extract/describe/describe-document.ts";
import { extractDocument } from "../../pipeline/extract/extract-document.ts";
import { indicators } from "../../pipeline/indicators/all.ts";
import type { Finding } from "../../pipeline/model/finding.ts";
import { readDocument } from "../../pipeline/readers/read-document.ts";
import { parseAuthorities, parseOfficialStatistics } from "../../pipeline/readers/reference/parse-reference.ts";
import { checkDocument, reconcile, type Acknowledgement } from "../../pipeline/stages/reconcile.ts";

const root = new URL("../../", import.meta.url);
const reference = (name: string): string => readFileSync(new URL(`data/reference/${name}`, root), "utf8");
const authorities = parseAuthorities("authorities.csv", reference("authorities.csv")).rows;
const official = parseOfficialStatistics("official_statistics.csv", reference("official_statistics.csv"), indicators).rows;

/** Documents through the stages that the checks rest on, against the reference figures. */
export async function checkFiles(
  files: readonly { name: string; bytes: Uint8Array }[],
  acknowledgements: readonly Acknowledgement[] = [],
): Promise<Finding[]> {
  const sources = await Promise.all(files.map(({ name, bytes }) => readDocument(name, bytes)));
  const documents = sources.map((source) => describeDocument(source, null, authorities));
  const read = sources.map((source, i) => {
    const row = documents[i]!;
    return { source, row, observations: extractDocument(source, row), actions: extractActions(source, row), indicators };
  });
  return reconcile({
    found: read.flatMap(checkDocument),
    documents,
    observations: read.flatMap(({ observations }) => observations),
    official,
    targets: [],
    indicators,
    acknowledgements,
  });
}

export const checkText = (text: string, name = "report.txt", acknowledgements: readonly Acknowledgement[] = []): Promise<Finding[]> =>
  checkFiles([{ name, bytes: new TextEncoder().encode(text) }], acknowledgements);
