import { toColumns, type Columns } from "../../core/columns.ts";
import { indicators } from "../../indicators/all.ts";
import { fileFinding } from "../../model/file-findings.ts";
import type { Finding } from "../../model/finding.ts";
import { series } from "../../model/series.ts";
import { decodeText } from "../../readers/decode-text.ts";
import { ReadError } from "../../readers/read-error.ts";
import { ingestFigures, type FigureFiles, type Figures, type NamedText } from "../../stages/ingest-figures.ts";

type FigureKind = Exclude<keyof FigureFiles, "indicators">;
export type FiguresInput = { files: { kind: FigureKind; name: string; bytes: Uint8Array }[] };
/** The long tables by column, as they are stored. */
export type FiguresOutput = Omit<Figures, "official" | "local"> & { official: Columns; local: Columns };

/** Reads every file of figures. One that is no text is a finding; the others are used. */
export async function ingestFiguresTask({ files }: FiguresInput): Promise<FiguresOutput> {
  const texts: Record<FigureKind, NamedText[]> = { reference: [], official: [], local: [] };
  const unread: Finding[] = [];
  for (const { kind, name, bytes } of files) {
    try {
      texts[kind].push({ name, text: decodeText(name, bytes) });
    } catch (error) {
      if (!(error instanceof ReadError)) throw error;
      unread.push(fileFinding("error", name, "data_unread", error.message));
    }
  }
  const figures = ingestFigures({ ...texts, indicators });
  return {
    ...figures,
    findings: [...unread, ...figures.findings],
    official: toColumns(series, figures.official),
    local: toColumns(series, figures.local),
  };
}
