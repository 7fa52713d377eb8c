import type { Worksheet } from "./render-xlsx.ts";

type Table = NonNullable<Worksheet["table"]>;

/** One cell as written, the figure of its row that it must be ("" for words), and the rows that it rests on. */
export type SourcedCell = {
  readonly where: string;
  readonly value: string | number;
  readonly figure: string;
  readonly restsOn: readonly string[];
};

const idHead = "Id";

/** The table with the id of each row in a last column, by which its chain can be asked for. */
export const identified = ({ name, columns, rows }: Table): Table => ({
  name,
  columns: [...columns, { head: idHead, width: 60 }],
  rows: rows.map(({ rests, cells }) => ({ rests, cells: [...cells, rests[0] ?? "[x]"] })),
});

/** The cells of a sheet that print something of their rows: all but ids and numbers of the workbook's own. */
export function sourcedCells({ name, table }: Worksheet): SourcedCell[] {
  return (table?.rows ?? []).flatMap(({ rests, cells }, at) =>
    cells.flatMap((value, column): SourcedCell[] => {
      const { head = "", figure = "", isOwn = false } = table?.columns[column] ?? {};
      return value === null || isOwn || head === idHead
        ? []
        : [{ where: `${name}, row ${at + 1}, ${head}`, value, figure, restsOn: rests }];
    }),
  );
}
