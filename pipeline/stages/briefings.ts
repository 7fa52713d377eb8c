import { shortId } from "../core/hash.ts";
import { checkTemplate } from "../briefing/compose/check-template.ts";
import type { PackChart, PackOptions } from "../briefing/compose/pack.ts";
import { renderPack } from "../briefing/render-pack.ts";
import { parseTemplate } from "../briefing/template/parse-template.ts";
import { renderTablesWorkbook } from "../briefing/workbook/tables-workbook.ts";
import { standingWords, templateWords } from "../evidence/declared.ts";
import { indexTables, withDeclared, type EvidenceIndex } from "../evidence/tables.ts";
import { hasNumbers, unsourcedNumbers, type Unsourced } from "../evidence/trace.ts";
import { indicators as declared } from "../indicators/all.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Statement } from "../model/statement.ts";
import type { Slice } from "../model/tables.ts";

export type { PackOptions } from "../briefing/compose/pack.ts";
export type TemplateText = { readonly id: string; readonly file: string; readonly text: string };
export type MadePack = {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly statements: Statement[];
  /** What the layout could not do, one sentence each; empty when all is well. */
  readonly problems: readonly string[];
};

/** A pack prints a number that none of the rows it claims to rest on holds. Such a pack is not made. */
export class SourceError extends Error {
  override readonly name = "SourceError";
  readonly numbers: readonly Unsourced[];

  constructor(numbers: readonly Unsourced[]) {
    const said = numbers.slice(0, 5).map(({ page, text, number, restsOn }) => `page ${page} prints ${number} in “${text}”, which ${restsOn.length === 0 ? "rests on nothing" : `none of its sources holds (${restsOn.slice(0, 3).join(", ")}${restsOn.length > 3 ? " and others" : ""})`}`);
    const more = numbers.length > 5 ? `; and ${numbers.length - 5} more` : "";
    super(`${numbers.length === 1 ? "A printed number has" : `${numbers.length} printed numbers have`} no source: ${said.join("; ")}${more}. This is a fault of the program or of its tables: please report it`);
    this.numbers = numbers;
  }
}

const indexes = new WeakMap<Slice, EvidenceIndex>();

/** The rows of a slice by id; made once for all packs of an authority. */
function indexOf(slice: Slice, charts: readonly PackChart[], indicators: readonly Indicator[]): EvidenceIndex {
  const known = indexes.get(slice);
  if (known) return known;
  const index = indexTables({ ...slice, statements: [], charts: charts.map(({ row }) => row), indicators, declared: standingWords });
  indexes.set(slice, index);
  return index;
}

/**
 * One authority's pack from one template. `charts` are those drawn from the same slice. Throws a
 * TemplateError, with file and line, for a template that asks for what does not exist, and a SourceError where a
 * printed number cannot be walked back to a row or to standing words.
 */
export async function renderPacks(
  template: TemplateText,
  slice: Slice,
  charts: readonly PackChart[],
  options: PackOptions,
  indicators: readonly Indicator[] = declared,
): Promise<MadePack> {
  const parsed = parseTemplate(template.id, template.file, template.text);
  checkTemplate(parsed, indicators);
  const pack = await renderPack(parsed, { ...slice, charts, indicators, options });
  const index = withDeclared(indexOf(slice, charts, indicators), [templateWords(template.id, template.file, template.text), ...pack.own]);
  const unsourced = unsourcedNumbers(pack.printed, index);
  if (unsourced.length > 0) throw new SourceError(unsourced);
  const seen = new Set<string>();
  const statements = pack.printed.flatMap(({ text, page, restsOn }): Statement[] => {
    const statement_id = shortId("p", pack.fileName, String(page), text, ...restsOn);
    if ((restsOn.length === 0 && !hasNumbers(text)) || seen.has(statement_id)) return [];
    seen.add(statement_id);
    return [{ statement_id, authority: slice.authority.authority, pack: pack.fileName, page, text, rests_on: restsOn.join(" ") }];
  });
  return { fileName: pack.fileName, bytes: pack.bytes, statements, problems: pack.problems };
}

/** One authority's figures as a workbook for reuse, beside its packs. */
export async function renderTables(slice: Slice, options: PackOptions, indicators: readonly Indicator[] = declared): Promise<{ fileName: string; bytes: Uint8Array }> {
  return renderTablesWorkbook(slice, indicators, options);
}
