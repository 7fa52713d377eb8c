import type { ChartInput } from "../../pipeline/charts/data.ts";
import { indicators } from "../../pipeline/indicators/all.ts";
import type { Authority } from "../../pipeline/model/authority.ts";
import type { Neighbour } from "../../pipeline/model/neighbour.ts";
import type { DataSymbol, SeriesRow } from "../../pipeline/model/series.ts";
import { compare } from "../../pipeline/stages/compare.ts";

/** A figure as counts, a bare value, or the symbol in its place; null where nothing was published. */
export type Figure = readonly [numerator: number, denominator: number] | number | DataSymbol | null;
/** Figures of a place for the years 2021 on, oldest first. */
export type Place = { name: string; figures: readonly Figure[] };

const codeOf = (i: number): string => `E0600${String(i).padStart(4, "0")}`;

function rowsOf(place: Place, code: string, level: SeriesRow["level"], indicator: string, breakdown: string): SeriesRow[] {
  const unit = indicators.find(({ id }) => id === indicator)?.unit ?? "percent";
  const first = 2026 - place.figures.length;
  return place.figures.flatMap((figure, i): SeriesRow[] => {
    if (figure === null) return [];
    const year = first + i;
    const counts = typeof figure === "object" ? figure : null;
    return [{
      series_id: `s-${code}-${indicator}-${year}`, authority_code: code, authority: place.name, level, indicator, breakdown,
      period: `${year - 1}/${String(year % 100).padStart(2, "0")}`, period_end: `${year}-03-31`,
      value: counts ? Math.round((100 * counts[0]) / counts[1]) : typeof figure === "number" ? figure : null,
      numerator: counts?.[0] ?? null, denominator: counts?.[1] ?? null,
      symbol: typeof figure === "string" ? figure : "", unit, qualifier: "exact", origin: "official", source: "dfe-cla-2025", source_line: "test:1",
    }];
  });
}

/** The input of one authority (the first place), its neighbours, its region and England, for one measure. */
export function inputOf(places: readonly Place[], region: Place, england: Place, indicator = "health.immunisations", breakdown = ""): ChartInput {
  const authorities = places.map((place, i): Authority => ({ authority_code: codeOf(i), dfe_code: String(300 + i), authority: place.name, region_code: "E12000009", region: region.name, last_year: 2025 }));
  const [subject, ...group] = authorities;
  if (!subject) throw new Error("A case needs at least one place");
  const neighbours = group.map((authority, i): Neighbour => ({
    model: "2025", authority_code: subject.authority_code, authority: subject.authority, rank: i + 1, neighbour_code: authority.authority_code, neighbour: authority.authority, closeness: "Close",
  }));
  const series = [
    ...places.flatMap((place, i) => rowsOf(place, codeOf(i), "local_authority", indicator, breakdown)),
    ...rowsOf(region, "E12000009", "region", indicator, breakdown), ...rowsOf(england, "E92000001", "country", indicator, breakdown),
  ];
  return {
    authority: subject, group, series, comparisons: compare({ series, neighbours, authorities, model: "2025", allEngland: false }),
    observations: [], actions: [], documents: [], indicators, allEngland: false, internal: false, reportDate: "2026-03-01",
    sources: [{ source: "dfe-cla-2025", title: "Children looked after in England including adoptions (reporting year ending 31 March 2025)", publisher: "Department for Education", release: "2025", licence: "Open Government Licence v3.0" }],
  };
}

const names = ["Bedford", "Bexley", "Devon", "East Sussex", "Essex", "Kent", "Milton Keynes", "Norfolk", "Southend-on-Sea", "West Sussex"];
const usual: readonly (readonly Figure[])[] = [
  [[80, 100], [82, 100], [85, 100], [83, 100], [88, 100]], [[70, 90], [72, 90], [75, 90], [71, 90], [74, 90]], [[300, 400], [310, 400], [320, 400], [340, 400], [352, 400]],
  [[60, 81], [61, 80], [66, 82], [65, 81], [65, 81]], [[500, 660], [520, 660], [540, 660], [590, 660], [602, 662]], [[400, 660], [420, 660], [500, 660], [510, 660], [513, 658]],
  [[90, 118], [95, 118], [100, 118], [101, 118], [107, 118]], [[700, 1300], [720, 1320], [730, 1330], [750, 1340], [763, 1348]], [[94, 118], [93, 118], [92, 118], [94, 118], [94, 118]], [[283, 352], [280, 350], [281, 351], [290, 352], [303, 354]],
];
const neighbours = names.map((name, i): Place => ({ name, figures: usual[i] ?? [] }));
const region: Place = { name: "South West", figures: [82, 83, 84, 84, 86] };
const england: Place = { name: "England", figures: [83, 83, 84, 82, 84] };
const subject: Place = { name: "Harrow", figures: [[190, 246], [199, 230], [217, 263], [194, 266], [215, 249]] };
const last = (figures: readonly Figure[], figure: Figure): readonly Figure[] => [...figures.slice(0, -1), figure];

/** What every kind has to survive, by name. */
export const edgeCases: Readonly<Record<string, () => ChartInput>> = {
  "the usual": () => inputOf([subject, ...neighbours], region, england),
  "years without a figure": () => inputOf([{ ...subject, figures: [[190, 246], null, null, [194, 266], [215, 249]] }, ...neighbours], region, england),
  "the subject withheld in the last year": () => inputOf([{ ...subject, figures: last(subject.figures, "c") }, ...neighbours], region, england),
  "neighbours withheld": () => inputOf([subject, ...neighbours.map((place, i) => (i < 4 ? { ...place, figures: last(place.figures, "c") } : place))], region, england),
  "ties": () => inputOf([subject, ...neighbours.map((place) => ({ ...place, figures: subject.figures }))], region, { ...england, figures: [80, 80, 80, 80, 86] }),
  "all equal": () => inputOf([subject, ...neighbours].map((place) => ({ ...place, figures: [85, 85, 85, 85, 85] })), { ...region, figures: [85, 85, 85, 85, 85] }, { ...england, figures: [85, 85, 85, 85, 85] }),
  "one authority": () => inputOf([subject], region, england),
  "the longest name": () => inputOf([{ ...subject, name: "Bournemouth, Christchurch and Poole" }, ...neighbours.slice(1), { name: "Kingston upon Hull, City of", figures: usual[0] ?? [] }], { ...region, name: "Yorkshire and The Humber" }, england),
  "few children": () => inputOf([{ ...subject, figures: [[11, 13], [11, 12], "c", [8, 9], [14, 15]] }, ...neighbours], region, england),
  "a true zero and all": () => inputOf([{ ...subject, figures: [[0, 40], [0, 41], [0, 42], [1, 40], [0, 44]] }, ...neighbours.map((place, i) => (i % 2 === 0 ? { ...place, figures: [[50, 50], [50, 50], [50, 50], [50, 50], [50, 50]] as const } : place))], region, england),
};
