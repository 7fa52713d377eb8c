import { withoutSpaces } from "../core/hash.ts";
import { defineTable, text, type RowOf } from "../core/table-schema.ts";

/** A publication that figures come from. */
export const sources = defineTable({
  name: "sources",
  description: "Publications that official figures come from, with their licences",
  key: ["source"],
  fields: {
    source: text("Short id, as used in the source columns"),
    title: text("Title of the publication"),
    publisher: text("Publisher"),
    release: text("Year or date of the release"),
    licence: text("Licence"),
  },
});
export type Source = RowOf<typeof sources>;

/** The id by which other tables name a publication in lists of ids. */
export const sourceRef = (source: string): string => withoutSpaces(`source:${source}`);

/** A yearly publication of the Department for Education, whatever the year of the release. */
export type Publication = {
  readonly id: string;
  readonly title: string;
  /** Month and day on which its reporting year ends. */
  readonly yearEnd: "03-31" | "09-30";
};

/** The release of a publication whose newest figures are of the year given: dfe-cla and 2025 give dfe-cla-2025. */
export function releaseOf(publication: Publication, year: number): Source {
  const end = publication.yearEnd === "03-31" ? "31 March" : "30 September";
  return {
    source: `${publication.id}-${year}`,
    title: `${publication.title} (reporting year ending ${end} ${year})`,
    publisher: "Department for Education",
    // Workforce figures of September come out early in the year after.
    release: String(publication.yearEnd === "09-30" ? year + 1 : year),
    licence: "Open Government Licence v3.0",
  };
}
