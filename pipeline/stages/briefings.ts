import { shortId } from "../core/hash.ts";
import { checkTemplate } from "../briefing/compose/check-template.ts";
import type { PackChart, PackOptions } from "../briefing/compose/pack.ts";
import { renderPack } from "../briefing/render-pack.ts";
import { parseTemplate } from "../briefing/template/parse-template.ts";
import { templateWords } from "../evidence/declared.ts";
import { withDeclared } from "../evidence/tables.ts";
import { hasNumbers, unsourcedNumbers } from "../evidence/trace.ts";
import { indicators as declared } from "../indicators/all.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Statement } from "../model/statement.ts";
import type { Slice } from "../model/tables.ts";
import { evidenceOf, SourceError } from "./sources.ts";

export type { PackOptions } from "../briefing/compose/pack.ts";
type TemplateText = { readonly id: string; readonly file: string; readonly text: string };
type MadePack = {
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly statements: Statement[];
  /** What the layout could not do, one sentence each; empty when all is well. */
  readonly problems: readonly string[];
};

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
  const index = withDeclared(evidenceOf(slice, charts, indicators), [
    templateWords(template.id, template.file, template.text),
    ...pack.own,
  ]);
  const unsourced = unsourcedNumbers(pack.printed, index);
  if (unsourced.length > 0) throw new SourceError(unsourced.map((one) => ({ ...one, where: `page ${one.page}` })));
  const seen = new Set<string>();
  const statements = pack.printed.flatMap(({ text, page, restsOn }): Statement[] => {
    const statement_id = shortId("p", pack.fileName, String(page), text, ...restsOn);
    if ((restsOn.length === 0 && !hasNumbers(text)) || seen.has(statement_id)) return [];
    seen.add(statement_id);
    return [{ statement_id, authority: slice.authority.authority, pack: pack.fileName, page, text, rests_on: restsOn.join(" ") }];
  });
  return { fileName: pack.fileName, bytes: pack.bytes, statements, problems: pack.problems };
}
