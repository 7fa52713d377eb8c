/**
 * How long the comparison of all of England takes: `node test/bench/compare.bench.ts`. Figures are made
 * up from a fixed seed, so that no release is needed: 153 authorities, 20 measures, 10 years.
 */
import { indicators } from "../../pipeline/indicators/all.ts";
import type { Authority } from "../../pipeline/model/authority.ts";
import type { Neighbour } from "../../pipeline/model/neighbour.ts";
import { reportingYear } from "../../pipeline/model/period.ts";
import type { SeriesRow } from "../../pipeline/model/series.ts";
import { buildSeries, compare } from "../../pipeline/stages/compare.ts";

let state = 20250331;
const random = (): number => (state = (state * 1103515245 + 12345) % 2147483648) / 2147483648;

const authorities: Authority[] = Array.from({ length: 153 }, (_, i) => ({
  authority_code: `E${String(10_000_000 + i)}`,
  dfe_code: String(200 + i),
  authority: `Authority ${i}`,
  region_code: `E1200000${i % 9}`,
  region: `Region ${i % 9}`,
  last_year: 2025,
}));
const neighbours: Neighbour[] = authorities.flatMap((authority, i) =>
  Array.from({ length: 10 }, (_, k) => {
    const neighbour = authorities[(i + 7 * (k + 1)) % authorities.length] ?? authority;
    return {
      model: "2025",
      authority_code: authority.authority_code,
      authority: authority.authority,
      rank: k + 1,
      neighbour_code: neighbour.authority_code,
      neighbour: neighbour.authority,
      closeness: "Close",
    };
  }),
);
const measures = indicators.filter(({ unit }) => unit === "percent" || unit === "rate_per_10k").slice(0, 20);
const places = [
  ...authorities.map(({ authority_code, authority }) => ({ authority_code, authority, level: "local_authority" as const })),
  ...Array.from({ length: 9 }, (_, i) => ({ authority_code: `E1200000${i}`, authority: `Region ${i}`, level: "region" as const })),
  { authority_code: "E92000001", authority: "England", level: "country" as const },
];
const official: SeriesRow[] = measures.flatMap(({ id, unit }) =>
  Array.from({ length: 10 }, (_, k) => 2016 + k).flatMap((year) =>
    places.map((place): SeriesRow => {
      const denominator = 20 + Math.floor(random() * 800);
      const numerator = Math.floor(random() * denominator);
      return {
        series_id: "",
        ...place,
        indicator: id,
        breakdown: "",
        period: reportingYear(year),
        period_end: `${year}-03-31`,
        value: Math.round((100 * numerator) / denominator),
        numerator,
        denominator,
        symbol: "",
        unit,
        qualifier: "exact",
        origin: "official",
        source: "made-up-2025",
        source_line: "",
      };
    }),
  ),
);

const started = performance.now();
const before = process.cpuUsage();
const series = buildSeries({ official, observations: [], local: [], authorities });
const rows = compare({ series, neighbours, authorities, model: "2025", allEngland: true });
const seconds = (performance.now() - started) / 1000;
const { user, system } = process.cpuUsage(before);
process.stdout.write(
  `${official.length} figures of ${measures.length} measures and ${authorities.length} authorities: ${rows.length} comparisons in ${seconds.toFixed(2)} s, ${((user + system) / 1e6).toFixed(2)} s of processor time\n`,
);
