import type { Fields, TableSchema } from "./table-schema.ts";

/** A Frictionless Data resource for one table: https://specs.frictionlessdata.io/table-schema/ */
export function frictionlessResource<F extends Fields>(schema: TableSchema<F>, path: string, rowCount: number): Record<string, unknown> {
  return {
    name: schema.name.replaceAll("_", "-"),
    path,
    title: schema.description,
    profile: "tabular-data-resource",
    format: "csv",
    mediatype: "text/csv",
    encoding: "utf-8",
    rows: rowCount,
    dialect: { delimiter: ",", lineTerminator: "\n", quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      fields: Object.entries(schema.fields).map(([name, field]) => ({
        name,
        type: field.type,
        ...(field.type === "date" ? { format: "%Y-%m-%d" } : {}),
        description: field.description,
        // An enumeration lists the filled values; an empty cell is a missing value.
        ...(field.values ? { constraints: { enum: field.values.filter((value) => value !== "") } } : {}),
      })),
      missingValues: [""],
      primaryKey: [...schema.key],
    },
  };
}
