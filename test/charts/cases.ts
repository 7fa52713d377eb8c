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

/** A share of children as a score of 10 to 18, so that the same cases serve averages. */
const scoreOf = (figure: Figure): Figure =>
  typeof figure === "string" || figure === null
    ? figure
    : Math.round(10 * (18 - 8 * (typeof figure === "number" ? figure / 100 : figure[0] / figure[1]))) / 10;

function rowsOf(place: Place, code: string, level: SeriesRow["level"], indicator: string, breakdown: string): SeriesRow[] {
  const unit = indicators.find(({ id }) => id === indicator)?.unit ?? "percent";
  const first = 2026 - place.figures.length;
  return place.figures.flatMap((given, i): SeriesRow[] => {
    const figure = unit === "score" ? scoreOf(given) : given;
    if (figure === null) return [];
    const year = first + i;
    const counts = typeof figure === "object" ? figure : null;
    return [
      {
        series_id: `s-${code}-${indicator}-${year}`,
        authority_code: code,
        authority: place.name,
        level,
        indicator,
        breakdown,
        period: `${year - 1}/${String(year % 100).padStart(2, "0")}`,
        period_end: `${year}-03-31`,
        value: counts ? Math.round((100 * counts[0]) / counts[1]) : typeof figure === "number" ? figure : null,
        numerator: counts?.[0] ?? null,
        denominator: counts?.[1] ?? null,
        symbol: typeof figure === "string" ? figure : "",
        unit,
        qualifier: "exact",
        origin: "official",
        source: "dfe-cla-2025",
        source_line: "test:1",
      },
    ];
  });
}

export type Asked = { indicator: string; breakdown: string; others: readonly Place[] };
const immunisations: Asked = { indicator: "health.immunisations", breakdown: "", others: [] };

/** The input of one authority (the first place), its neighbours, its region and England, for one measure; with others, all of England is loaded. */
export function inputOf(
  places: readonly Place[],
  region: Place,
  england: Place,
  { indicator, breakdown, others }: Asked = immunisations,
): ChartInput {
  const allEngland = others.length > 0;
  const authorities = [...places, ...others].map((place, i): Authority => ({
    authority_code: codeOf(i),
    dfe_code: String(300 + i),
    authority: place.name,
    region_code: "E12000009",
    region: region.name,
    last_year: 2025,
  }));
  const [subject, ...group] = authorities.slice(0, places.length);
  if (!subject) throw new Error("A case needs at least one place");
  const neighbours = group.map((authority, i): Neighbour => ({
    model: "2025",
    authority_code: subject.authority_code,
    authority: subject.authority,
    rank: i + 1,
    neighbour_code: authority.authority_code,
    neighbour: authority.authority,
    closeness: "Close",
  }));
  const series = [
    ...[...places, ...others].flatMap((place, i) => rowsOf(place, codeOf(i), "local_authority", indicator, breakdown)),
    ...rowsOf(region, "E12000009", "region", indicator, breakdown),
    ...rowsOf(england, "E92000001", "country", indicator, breakdown),
  ];
  return {
    authority: subject,
    group,
    series,
    comparisons: compare({ series, neighbours, authorities, model: "2025", allEngland }),
    observations: [],
    actions: [],
    documents: [],
    indicators,
    allEngland,
    internal: false,
    reportDate: "2026-03-01",
    sources: [
      {
        source: "dfe-cla-2025",
        title: "Children looked after in England including adoptions (reporting year ending 31 March 2025)",
        publisher: "Department for Education",
        release: "2025",
        licence: "Open Government Licence v3.0",
      },
    ],
  };
}

const names = ["Bedford", "Bexley", "Devon", "East Sussex", "Essex", "Kent", "Milton Keynes", "Norfolk", "Southend-on-Sea", "West Sussex"];
const usual: readonly (readonly Figure[])[] = [
  [
    [80, 100],
    [82, 100],
    [85, 100],
    [83, 100],
    [88, 100],
  ],
  [
    [70, 90],
    [72, 90],
    [75, 90],
    [71, 90],
    [74, 90],
  ],
  [
    [300, 400],
    [310, 400],
    [320, 400],
    [340, 400],
    [352, 400],
  ],
  [
    [60, 81],
    [61, 80],
    [66, 82],
    [65, 81],
    [65, 81],
  ],
  [
    [500, 660],
    [520, 660],
    [540, 660],
    [590, 660],
    [602, 662],
  ],
  [
    [400, 660],
    [420, 660],
    [500, 660],
    [510, 660],
    [513, 658],
  ],
  [
    [90, 118],
    [95, 118],
    [100, 118],
    [101, 118],
    [107, 118],
  ],
  [
    [700, 1300],
    [720, 1320],
    [730, 1330],
    [750, 1340],
    [763, 1348],
  ],
  [
    [94, 118],
    [93, 118],
    [92, 118],
    [94, 118],
    [94, 118],
  ],
  [
    [283, 352],
    [280, 350],
    [281, 351],
    [290, 352],
    [303, 354],
  ],
];
const neighbours = names.map((name, i): Place => ({ name, figures: usual[i] ?? [] }));
const region: Place = { name: "South West", figures: [82, 83, 84, 84, 86] };
const england: Place = { name: "England", figures: [83, 83, 84, 82, 84] };
const subject: Place = {
  name: "Harrow",
  figures: [
    [190, 246],
    [199, 230],
    [217, 263],
    [194, 266],
    [215, 249],
  ],
};
const last = (figures: readonly Figure[], figure: Figure): readonly Figure[] => [...figures.slice(0, -1), figure];

const equal = (place: Place): Place => ({
  ...place,
  figures: [
    [85, 100],
    [85, 100],
    [85, 100],
    [85, 100],
    [85, 100],
  ],
});

/** A place to be drawn, and what is drawn around it. */
type Case = readonly [places: readonly Place[], region: Place, england: Place];

const cases: Readonly<Record<string, Case>> = {
  "the usual": [[subject, ...neighbours], region, england],
  "years without a figure": [[{ ...subject, figures: [[190, 246], null, null, [194, 266], [215, 249]] }, ...neighbours], region, england],
  "the subject withheld in the last year": [[{ ...subject, figures: last(subject.figures, "c") }, ...neighbours], region, england],
  "neighbours withheld": [
    [subject, ...neighbours.map((place, i) => (i < 4 ? { ...place, figures: last(place.figures, "c") } : place))],
    region,
    england,
  ],
  ties: [
    [subject, ...neighbours.map((place) => ({ ...place, figures: subject.figures }))],
    region,
    { ...england, figures: [80, 80, 80, 80, 86] },
  ],
  "all equal": [
    [subject, ...neighbours].map(equal),
    { ...region, figures: [85, 85, 85, 85, 85] },
    { ...england, figures: [85, 85, 85, 85, 85] },
  ],
  "one authority": [[subject], region, england],
  "the longest name": [
    [
      { ...subject, name: "Bournemouth, Christchurch and Poole" },
      ...neighbours.slice(1),
      { name: "Kingston upon Hull, City of", figures: usual[0] ?? [] },
    ],
    { ...region, name: "Yorkshire and The Humber" },
    england,
  ],
  "few children": [[{ ...subject, figures: [[11, 13], [11, 12], "c", [8, 9], [14, 15]] }, ...neighbours], region, england],
  "a true zero and all": [
    [
      {
        ...subject,
        figures: [
          [0, 40],
          [0, 41],
          [0, 42],
          [1, 40],
          [0, 44],
        ],
      },
      ...neighbours.map((place, i) =>
        i % 2 === 0
          ? {
              ...place,
              figures: [
                [50, 50],
                [50, 50],
                [50, 50],
                [50, 50],
                [50, 50],
              ] as const,
            }
          : place,
      ),
    ],
    region,
    england,
  ],
};

/** Authorities beyond the eleven, enough for all of England: large and small, in a wide spread, without chance. */
const rest: readonly Place[] = Array.from({ length: 140 }, (_, i) => {
  const cohort = 20 + ((i * 37) % 97) ** 2 / 10;
  const share = 0.62 + 0.37 * (((i * 61) % 140) / 140) ** 0.6;
  return { name: `Authority ${String(i + 1).padStart(3, "0")}`, figures: [[Math.round(cohort * share), Math.round(cohort)]] };
});

/** What every kind has to survive, by name: for a share with counts. */
export const edgeCases: Readonly<Record<string, () => ChartInput>> = Object.fromEntries(
  Object.entries(cases).map(([name, given]) => [name, () => inputOf(...given)]),
);

/** The same for an average score, which has no counts. */
export const scoreCases: Readonly<Record<string, () => ChartInput>> = Object.fromEntries(
  Object.entries(cases).map(([name, given]) => [
    name,
    () => inputOf(...given, { indicator: "health.sdq_average", breakdown: "age 5 to 16", others: [] }),
  ]),
);

/** The same among all of England. */
export const englandCases: Readonly<Record<string, () => ChartInput>> = Object.fromEntries(
  Object.entries(cases).map(([name, given]) => [
    name,
    () => inputOf(...given, { ...immunisations, others: name === "all equal" ? rest.map(equal) : rest }),
  ]),
);
