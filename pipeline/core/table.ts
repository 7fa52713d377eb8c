import { op, table as columnTable, type ColumnTable } from "arquero";

/**
 * A thin typed layer over arquero: columns are known to the compiler, and no expression is a string or a
 * closure. Tables never change; every verb gives a new one.
 */
export type Table<R extends object> = {
  readonly columns: ColumnTable;
  /** Never set: carries the type of a row. */
  readonly row?: R;
};

type Column<R> = keyof R & string;

/** A table of the columns named, one row for each row given. */
export function tableOf<R extends object, K extends Column<R>>(rows: readonly R[], columns: readonly K[]): Table<Pick<R, K>> {
  return { columns: columnTable(columns.map((column): [string, unknown[]] => [column, rows.map((row) => row[column])])) };
}

/**
 * Rows of both tables whose cells in the columns of `on` are the same, with the columns named of each.
 * A row meets every row that matches it, so the count of rows may grow; rows that meet none are left out.
 * Left order first, then right order.
 */
export function join<L extends object, R extends object, A extends Column<L>, B extends Column<R>>(
  left: Table<L>,
  right: Table<R>,
  on: readonly [Column<L>, Column<R>],
  take: readonly [left: readonly A[], right: readonly B[]],
): Table<Pick<L, A> & Pick<R, B>> {
  const [mine, theirs] = on;
  return { columns: left.columns.join(right.columns, [[mine], [theirs]], [[...take[0]], [...take[1]]]) };
}

/** One row for each different set of cells in `by`, with the cells of `lists` gathered in the order of the table. */
export function collect<R extends object, K extends Column<R>, V extends Column<R>>(
  table: Table<R>,
  by: readonly K[],
  lists: readonly V[],
): (Pick<R, K> & { [C in V]: R[C][] })[] {
  const gathered = Object.fromEntries(lists.map((column) => [column, op.array_agg(column)]));
  // The layer's own types say which columns there are; arquero's say only "object".
  return table.columns
    .groupby([...by])
    .rollup(gathered)
    .objects() as (Pick<R, K> & { [C in V]: R[C][] })[];
}
