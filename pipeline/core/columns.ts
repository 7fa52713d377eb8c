import type { Fields, RowOf, TableSchema } from "./table-schema.ts";

/** A table as one array a column: far smaller and quicker as JSON than rows that repeat every name. */
export type Columns = { count: number; columns: Record<string, unknown[]> };

export function toColumns<F extends Fields>(schema: TableSchema<F>, rows: readonly RowOf<TableSchema<F>>[]): Columns {
  const columns: Record<string, unknown[]> = {};
  for (const name of Object.keys(schema.fields)) columns[name] = rows.map((row) => row[name as keyof typeof row]);
  return { count: rows.length, columns };
}

/** Rows at some positions, in the order given. */
export function pickRows<F extends Fields>(
  schema: TableSchema<F>,
  { columns }: Columns,
  positions: readonly number[],
): RowOf<TableSchema<F>>[] {
  const cells = Object.keys(schema.fields).map((name) => [name, columns[name] ?? []] as const);
  return positions.map((at) => {
    const row: Record<string, unknown> = {};
    for (const [name, values] of cells) row[name] = values[at];
    // toColumns wrote every field of the schema, in its type.
    return row as RowOf<TableSchema<F>>;
  });
}

export function fromColumns<F extends Fields>(schema: TableSchema<F>, stored: Columns): RowOf<TableSchema<F>>[] {
  return pickRows(
    schema,
    stored,
    Array.from({ length: stored.count }, (_, at) => at),
  );
}
