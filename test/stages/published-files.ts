import { existsSync, readdirSync, readFileSync } from "node:fs";
import { indicators } from "../../pipeline/indicators/all.ts";
import { ingestFigures, type Figures, type NamedText } from "../../pipeline/stages/ingest-figures.ts";

/** Releases as published are not kept with the project; tests that need them are skipped without them. */
export const officialFolder = new URL("../../../shared/official/", import.meta.url);
export const referenceFolder = new URL("../../data/reference/", import.meta.url);
export const hasOfficial = existsSync(officialFolder);

export const textsOf = (folder: URL): NamedText[] =>
  readdirSync(folder)
    .sort()
    .filter((name) => name.endsWith(".csv"))
    .map((name) => ({ name, text: readFileSync(new URL(name, folder), "utf8") }));

/** All of England: the shipped tables and every release. */
export const ingestEngland = (): Figures =>
  ingestFigures({ reference: textsOf(referenceFolder), official: textsOf(officialFolder), local: [], indicators });

/** The three authorities, their neighbours, regions and England: what ships with the project. */
export const ingestShipped = (): Figures => ingestFigures({ reference: textsOf(referenceFolder), official: [], local: [], indicators });
