import { existsSync, readFileSync, readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import { checkLayout } from "./check-layout.ts";
import { chartData, type ChartInput } from "../../pipeline/charts/data.ts";
import { chartKinds } from "../../pipeline/charts/kinds.ts";
import { indicators } from "../../pipeline/indicators/all.ts";
import { createRegister } from "../../pipeline/model/authority-register.ts";
import type { Neighbour } from "../../pipeline/model/neighbour.ts";
import type { SeriesRow } from "../../pipeline/model/series.ts";
import type { Source } from "../../pipeline/model/source.ts";
import { parseNeighbourModel } from "../../pipeline/readers/official/parse-neighbour-model.ts";
import { parseRelease } from "../../pipeline/readers/official/parse-release.ts";
import { parseAuthorities } from "../../pipeline/readers/reference/parse-reference.ts";
import { compare } from "../../pipeline/stages/compare.ts";

const folder = fileURLToPath(new URL("../../../shared/official/", import.meta.url));

/** The input of any English authority, from the releases as published. */
function loadEngland(): { names: string[]; inputFor: (name: string) => ChartInput } {
  const authorities = parseAuthorities(
    "authorities.csv",
    readFileSync(new URL("../../data/reference/authorities.csv", import.meta.url), "utf8"),
  ).rows;
  const register = createRegister(authorities);
  const series: SeriesRow[] = [];
  const neighbours: Neighbour[] = [];
  const sources = new Map<string, Source>();
  for (const name of readdirSync(folder).sort()) {
    const text = readFileSync(folder + name, "utf8");
    const model = parseNeighbourModel(name, text, register);
    neighbours.push(...model.rows);
    if (model.recognised) continue;
    const release = parseRelease(name, text, register, indicators);
    series.push(...release.rows);
    for (const source of release.sources) sources.set(source.source, source);
  }
  const comparisons = compare({ series, neighbours, authorities, model: "2025", allEngland: true });
  const byCode = new Map(authorities.map((authority) => [authority.authority_code, authority]));
  return {
    names: authorities
      .filter(({ authority_code }) => neighbours.some((row) => row.model === "2025" && row.authority_code === authority_code))
      .map(({ authority }) => authority),
    inputFor: (name) => {
      const authority = authorities.find((one) => one.authority === name);
      if (!authority) throw new Error(`${name} is no authority`);
      const group = neighbours
        .filter((row) => row.model === "2025" && row.authority_code === authority.authority_code)
        .flatMap((row) => byCode.get(row.neighbour_code) ?? []);
      return {
        authority,
        group,
        comparisons,
        series,
        observations: [],
        actions: [],
        documents: [],
        sources: [...sources.values()],
        indicators,
        allEngland: true,
        internal: false,
        reportDate: "2026-03-01",
      };
    },
  };
}

// Every authority and every kind and measure is met, each authority with another sixteenth of the charts.
it.skipIf(!existsSync(folder))(
  "draws all 153 authorities without a word over another (needs the shared official releases, absent here)",
  { timeout: 600_000 },
  async () => {
    const { names, inputFor } = loadEngland();
    expect(names).toHaveLength(153);
    const faults: string[] = [];
    let turn = 0;
    for (const name of names) {
      const data = chartData(inputFor(name));
      for (const kind of chartKinds) {
        const drawn = kind.draw(data, async (one, model) => {
          turn += 1;
          if (turn % 16 !== 0) return;
          const { list } = await one.slide(model);
          const pack = one.pack?.(model);
          for (const { message } of checkLayout(list, 24)) faults.push(`${name}, ${kind.id}: ${message}`);
          for (const { message } of pack ? checkLayout(pack.list, 12) : []) faults.push(`${name}, ${kind.id} in the pack: ${message}`);
        });
        await Promise.all(drawn);
      }
    }
    expect(faults).toEqual([]);
  },
);
