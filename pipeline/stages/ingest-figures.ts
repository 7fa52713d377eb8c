import type { Authority } from "../model/authority.ts";
import { createRegister } from "../model/authority-register.ts";
import type { Finding } from "../model/finding.ts";
import type { Indicator } from "../model/indicator.ts";
import type { Neighbour } from "../model/neighbour.ts";
import type { SeriesRow } from "../model/series.ts";
import type { Source } from "../model/source.ts";
import { fileFinding } from "../model/file-findings.ts";
import { parseLocal } from "../readers/local/parse-local.ts";
import { parseNeighbourModel } from "../readers/official/parse-neighbour-model.ts";
import { parseRelease } from "../readers/official/parse-release.ts";
import { parseAuthorities, parseNeighbours, parseOfficialStatistics, parseSources } from "../readers/reference/parse-reference.ts";
import { mergeLocal, mergeNeighbours, mergeOfficial } from "./ingest/merge-figures.ts";

export type NamedText = { name: string; text: string };
export type FigureFiles = {
  /** authorities.csv, official_statistics.csv, sources.csv and statistical_neighbours.csv. */
  reference: readonly NamedText[];
  /** Releases and neighbour models as published, under any name. */
  official: readonly NamedText[];
  /** Authorities' own figures. */
  local: readonly NamedText[];
  indicators: readonly Indicator[];
};

export type Figures = {
  authorities: Authority[];
  neighbours: Neighbour[];
  sources: Source[];
  /** One row for each place, indicator, breakdown and period. */
  official: SeriesRow[];
  local: SeriesRow[];
  targets: SeriesRow[];
  findings: Finding[];
};

/**
 * All figures from files, in one form: the shipped tables are read as any release is, and a release that
 * says otherwise wins, with a note. Files that cannot be used are findings; the others are used.
 */
export function ingestFigures({ reference, official, local, indicators }: FigureFiles): Figures {
  const findings: Finding[] = [];
  const say = <T>(parsed: { rows: T[]; findings: Finding[] }): T[] => {
    findings.push(...parsed.findings);
    return parsed.rows;
  };
  const shipped = <T>(name: string, parse: (name: string, text: string) => { rows: T[]; findings: Finding[] }): T[] => {
    const file = reference.find((candidate) => candidate.name === name);
    if (file) return say(parse(file.name, file.text));
    findings.push(
      fileFinding("error", name, "reference_missing", `${name} is missing from the reference folder: restore it from the project.`),
    );
    return [];
  };
  const authorities = shipped("authorities.csv", parseAuthorities);
  const register = createRegister(authorities);
  const shippedNeighbours = shipped("statistical_neighbours.csv", parseNeighbours);
  const sources = shipped("sources.csv", parseSources);
  const shippedFigures = shipped("official_statistics.csv", (name, text) => parseOfficialStatistics(name, text, indicators));

  const releases: { name: string; rows: SeriesRow[] }[] = [];
  const models: { name: string; rows: Neighbour[] }[] = [];
  const unlisted = new Map<string, Authority>();
  for (const { name, text } of official) {
    const model = parseNeighbourModel(name, text, register);
    if (model.recognised) {
      models.push({ name, rows: say(model) });
      continue;
    }
    const release = parseRelease(name, text, register, indicators);
    if (!release.recognised) {
      const message =
        `${name} has neither the columns of a release of the DfE nor those of a neighbour model.` +
        " Nothing was read from it; download it as CSV from Explore education statistics.";
      findings.push(fileFinding("error", name, "data_unknown", message));
      continue;
    }
    releases.push({ name, rows: say(release) });
    for (const authority of release.unlisted) unlisted.set(authority.authority_code, authority);
    for (const source of release.sources) if (!sources.some((known) => known.source === source.source)) sources.push(source);
  }

  const own = local.map(({ name, text }) => parseLocal(name, text, register, indicators));
  for (const file of own) findings.push(...file.findings);
  return {
    authorities: [...authorities, ...unlisted.values()],
    neighbours: say(mergeNeighbours(shippedNeighbours, models)),
    sources,
    official: say(mergeOfficial(shippedFigures, releases)),
    local: say(mergeLocal(own.map((file) => file.rows))),
    targets: say(mergeLocal(own.map((file) => file.targets))),
    findings,
  };
}
