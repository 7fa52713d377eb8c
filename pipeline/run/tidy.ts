import { formatTable } from "../core/csv.ts";
import { frictionlessResource } from "../core/frictionless.ts";
import type { StepFile } from "../core/steps.ts";
import type { Fields, RowOf, TableSchema } from "../core/table-schema.ts";
import type { Source } from "../model/source.ts";

/** Writes tables as CSV below tidy/ and describes them; collects what it wrote. */
export function tidyWriter(write: (path: string, content: string | Uint8Array) => Promise<StepFile>): {
  table<F extends Fields>(schema: TableSchema<F>, rows: readonly RowOf<TableSchema<F>>[]): Promise<void>;
  /** The same for a table too long to hold as rows: its lines in parts, in the order of its key. */
  lines<F extends Fields>(schema: TableSchema<F>, parts: readonly Uint8Array[], count: number): Promise<void>;
  describe(sources: readonly Source[]): Promise<StepFile[]>;
} {
  const resources: Record<string, unknown>[] = [];
  const files: StepFile[] = [];
  return {
    async table(schema, rows) {
      const path = `${schema.name}.csv`;
      files.push(await write(`tidy/${path}`, formatTable(schema, rows)));
      resources.push(frictionlessResource(schema, path, rows.length));
    },
    async lines(schema, parts, count) {
      const path = `${schema.name}.csv`;
      files.push(await write(`tidy/${path}`, Buffer.concat([Buffer.from(formatTable(schema, [])), ...parts])));
      resources.push(frictionlessResource(schema, path, count));
    },
    async describe(sources) {
      const descriptor = {
        profile: "tabular-data-package",
        name: "panelpack-tidy",
        title: "Figures about children's services, from documents and official statistics",
        licenses: [
          {
            name: "OGL-UK-3.0",
            title: "Open Government Licence v3.0",
            path: "https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/",
          },
        ],
        sources: sources.map(({ title, publisher, release }) => ({ title: `${title}, ${publisher}, ${release}` })),
        resources,
      };
      files.push(await write("tidy/datapackage.json", `${JSON.stringify(descriptor, null, 2)}\n`));
      return files;
    },
  };
}
