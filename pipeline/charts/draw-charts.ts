import { formatCsv } from "../core/csv.ts";
import { authoritySlug } from "../model/authority.ts";
import type { ChartRow } from "../model/chart.ts";
import { chartData, type ChartData, type ChartInput } from "./data.ts";
import { headlineOf } from "./frame.ts";
import type { ChartKind, DrawableKind, PackDrawing, Table, TableLine } from "./kind.ts";
import { chartKinds } from "./kinds.ts";
import { renderSvg } from "./render/svg.ts";
import type { DrawList } from "./render/draw-list.ts";
import type { RestedLabel } from "./rested.ts";

export type { ChartInput } from "./data.ts";

/** One chart in every form but the PNG, which is painted from the list. */
export type DrawnChart = {
  row: ChartRow;
  list: DrawList;
  /** Labels of the list that print the figures of certain rows. */
  labels: readonly RestedLabel[];
  /** Words with numbers that rest on no row, since they stand on every chart of the kind. */
  standing: readonly string[];
  /** Its figures, and the same as CSV. */
  figures: Table;
  csv: string;
  /** The long files are bytes: the collector need not carry those while they wait for the authority's other charts. */
  slideSvg: Uint8Array;
  /** Vega-Lite specification, or the data and options of a Plot chart, as JSON. */
  spec: Uint8Array;
  /** The drawing for a page, in points; null for kinds that are slides only. Drawn when first looked at. */
  readonly pack: PackDrawing | null;
  /** The same at the height of a second chart on a page; null for kinds of one size. Drawn likewise. */
  readonly supporting: PackDrawing | null;
};

/** Every chart that the rows of one authority allow, in the order of the kinds and of the indicators. */
export async function drawCharts(input: ChartInput, kinds: readonly DrawableKind[] = chartKinds): Promise<DrawnChart[]> {
  const charts: DrawnChart[] = [];
  for await (const chart of drawInTurn(input, kinds)) charts.push(chart);
  return charts;
}

/** The same one by one, for a caller that passes each on while the next is drawn. */
export async function* drawInTurn(
  input: ChartInput,
  kinds: readonly DrawableKind[] = chartKinds,
): AsyncGenerator<DrawnChart, void, undefined> {
  const data = chartData(input);
  for (const kind of kinds) for (const chart of kind.draw(data, (one, model) => () => draw(data, one, model))) yield chart();
}

async function draw<Model>(data: ChartData, kind: ChartKind<Model>, model: Model): Promise<DrawnChart> {
  const words = kind.words(model);
  const measure = kind.measure(model);
  const authority = data.authority.authority;
  const slug = authoritySlug(authority);
  const { list, spec, labels } = await kind.slide(model);
  // A pack shows few of an authority's charts, so that most page drawings are never asked for.
  const pack = once(() => kind.pack?.(model) ?? null);
  const supporting = once(() => kind.supporting?.(model) ?? null);
  const name = [kind.id, measure?.indicator.id ?? "", measure?.breakdown ?? "", kind.part?.(model) ?? ""]
    .filter((part) => part !== "")
    .map(authoritySlug)
    .join("-");
  const path = (ending: string): string => `${slug}/charts/${name}.${ending}`;
  const title = headlineOf(words.headlines);
  const figures = kind.table(model);
  return {
    row: {
      chart_id: `${slug}/${name}`,
      authority,
      indicator: measure?.indicator.id ?? "",
      breakdown: measure?.breakdown ?? "",
      kind: kind.id,
      title,
      subtitle: words.subtitle,
      notes: words.notes.join(" "),
      alt: words.alt,
      source: kind.source(model),
      svg: path("svg"),
      png: path("png"),
      csv: path("csv"),
      spec: path("json"),
      rests_on: words.restsOn.join(" "),
    },
    list,
    labels,
    standing: kind.standing ?? [],
    figures,
    csv: formatFigures(figures),
    slideSvg: Buffer.from(await renderSvg(list, { title: `${title}. ${words.subtitle}`, description: words.alt })),
    spec: Buffer.from(`${JSON.stringify(spec, null, 1)}\n`),
    get pack() {
      return pack();
    },
    get supporting() {
      return supporting();
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => (made ??= { value: make() }).value;
}

/** The last column names the rows that a line comes from, by which its chain can be asked for. */
const formatFigures = ({ columns, rows }: Table): string =>
  formatCsv(
    [...columns, "rests_on"],
    rows.map(({ cells, rests }): TableLine["cells"] => ({ ...cells, rests_on: rests.join(" ") })),
  );
