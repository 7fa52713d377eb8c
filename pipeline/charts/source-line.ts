import type { Source } from "../model/source.ts";

/** Titles carry their period in brackets; the release says the same. */
const bare = (title: string): string => title.replace(/ \([^)]*\)$/, "");
const inBrackets = (title: string): string => /\(([^)]*)\)$/.exec(title)?.[1] ?? "";

function named(source: Source): string {
  if (/neighbour model/i.test(source.title)) return `statistical neighbour model, ${inBrackets(source.title) || source.release}`;
  return `${source.publisher}, ${bare(source.title).replace(/'/g, "’")}, ${source.release} release`;
}

/**
 * "Source: Department for Education, Children looked after in England including adoptions, 2025 release;
 * statistical neighbour model, May 2025." Ids are separated by ";" in each entry; unknown ids are left
 * out. A publisher is named once. `documents` are titles of papers that figures were read from.
 */
export function sourceLine(ids: readonly string[], sources: readonly Source[], documents: readonly string[] = [], model = ""): string {
  const wanted = new Set(ids.flatMap((entry) => entry.split(";").map((id) => id.trim())));
  const used = sources.filter((source) => wanted.has(source.source) || (model !== "" && source.source === `dfe-sn-${model}`));
  let publisher = "";
  const parts = [
    ...documents,
    ...used.map((source) => {
      const words = named(source);
      const again = words.startsWith(`${publisher}, `) ? words.slice(publisher.length + 2) : words;
      publisher = source.publisher;
      return again;
    }),
  ];
  return parts.length === 0 ? "" : `${parts.length > 1 && documents.length > 0 ? "Sources" : "Source"}: ${parts.join("; ")}.`;
}
