import { compareCells } from "../core/sort.ts";
import { suggestions } from "../core/suggest.ts";
import { plainWords } from "./printed-numbers.ts";
import { indexTables, knownIds, type EvidenceTables } from "./tables.ts";

/** Ids for what a reader has in hand: printed words, the file of a chart, an id with a slip. */

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
export function chartsOf(file: string, { charts }: EvidenceTables): string[] {
  const isIt = (path: string): boolean => path !== "" && (path === file || file.endsWith(`/${path}`) || path.endsWith(`/${file}`));
  return charts.filter(({ svg, png, csv, spec }) => [svg, png, csv, spec].some(isIt)).map(({ chart_id }) => chart_id);
}

/** Known ids that an unknown one may have meant, best first. */
export function nearIds(id: string, tables: EvidenceTables): string[] {
  const drawn = chartsOf(id.trim(), tables);
  return drawn.length > 0 ? drawn.slice(0, mostNear) : suggestions(id.trim(), knownIds(indexTables(tables)), mostNear);
}
