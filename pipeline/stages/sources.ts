import type { ChartRow } from "../model/chart.ts";
import { standingWords } from "../evidence/declared.ts";
import { indexTables, type EvidenceIndex } from "../evidence/tables.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Slice } from "../model/tables.ts";

/** A number without a source, and where it stands: the page of a pack, a chart, a cell of a workbook. */
export type Placed = { readonly where: string; readonly text: string; readonly number: string; readonly restsOn: readonly string[] };

/** A pack, chart or workbook prints a number that none of the rows which it claims to rest on holds. It is not made. */
export class SourceError extends Error {
  override readonly name = "SourceError";
  readonly numbers: readonly Placed[];

  constructor(numbers: readonly Placed[]) {
    const said = numbers
      .slice(0, 5)
      .map(
        ({ where, text, number, restsOn }) =>
          `${where} prints ${number} in “${text}”, which ${restsOn.length === 0 ? "rests on nothing" : `none of its sources holds (${restsOn.slice(0, 3).join(", ")}${restsOn.length > 3 ? " and others" : ""})`}`,
      );
    const more = numbers.length > 5 ? `; and ${numbers.length - 5} more` : "";
    super(
      `${numbers.length === 1 ? "A printed number has" : `${numbers.length} printed numbers have`} no source: ${said.join("; ")}${more}. This is a fault of the program or of its tables: please report it`,
    );
    this.numbers = numbers;
  }
}

const indexes = new WeakMap<Slice, { of: readonly { readonly row: ChartRow }[]; index: EvidenceIndex }>();

/** The rows of a slice by id; made once for everything that is made of an authority. */
export function evidenceOf(slice: Slice, charts: readonly { readonly row: ChartRow }[], indicators: readonly Indicator[]): EvidenceIndex {
  const known = indexes.get(slice);
  if (known?.of === charts) return known.index;
  const index = indexTables({ ...slice, statements: [], charts: charts.map(({ row }) => row), indicators, declared: standingWords });
  indexes.set(slice, { of: charts, index });
  return index;
}
