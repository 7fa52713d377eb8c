/**
 * One declaration per table gives its row type, its CSV header and its Frictionless schema,
 * so that the three cannot drift apart.
 *
 * Null policy: a text cell that is not known is "", a number that is not known is null.
 * Both are written as an empty CSV cell.
 */
export type FieldType = "string" | "number" | "integer" | "date";

export type Field<T> = {
  readonly type: FieldType;
  readonly description: string;
  readonly values?: readonly string[];
  /** Never set: carries the TypeScript type of a cell. */
  readonly cell?: T;
};

export type Fields = Readonly<Record<string, Field<unknown>>>;

export type TableSchema<F extends Fields = Fields> = {
  readonly name: string;
  readonly description: string;
  readonly fields: F;
  /** Columns that identify a row and by which rows are sorted. */
  readonly key: readonly (keyof F & string)[];
};

export type RowOf<S> = S extends TableSchema<infer F> ? { -readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never } : never;

export const text = (description: string): Field<string> => ({ type: "string", description });
export const date = (description: string): Field<string> => ({ type: "date", description });
export const number = (description: string): Field<number | null> => ({ type: "number", description });
export const integer = (description: string): Field<number | null> => ({ type: "integer", description });
export const oneOf = <const V extends readonly string[]>(values: V, description: string): Field<V[number]> => ({
  type: "string",
  description,
  values,
});

export function defineTable<const F extends Fields>(schema: TableSchema<F>): TableSchema<F> {
  return schema;
}
