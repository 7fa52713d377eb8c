import { fromColumns, toColumns, type Columns } from "../core/columns.ts";
import type { Handle } from "../core/steps.ts";
import { comparisons, type Comparison } from "../model/comparison.ts";
import { series, type SeriesRow } from "../model/series.ts";
import { reaches } from "../pipeline.ts";
import { buildSeries, compare, newestModel } from "../stages/compare.ts";
import { discloseSeries } from "../stages/disclose.ts";
import { hasAllEngland } from "../stages/slice.ts";
import { openBuilders } from "./authorities.ts";
import type { Context } from "./context.ts";
import type { Gatherer } from "./gather.ts";

/** Compare: the figures of all sources as one series, and each authority against the others. Tables stay by column. */
export function compareFigures(
  context: Context,
  gather: Gatherer,
  upstream: Readonly<Record<string, string>>,
): Promise<Handle<{ series: Columns; comparisons: Columns }>> {
  const { options, steps, code } = context;
  const wanted = reaches(options.only, "compare");
  const inputs = { ...upstream, wanted: String(wanted), internal: String(options.internal) };
  return steps.run({ id: "compare", code: code.compare, inputs }, async () => {
    const rows: { series: SeriesRow[]; comparisons: Comparison[] } = { series: [], comparisons: [] };
    if (wanted) {
      context.effects.progress("compare: setting each authority against the others");
      openBuilders(context);
      const { figures: from, observations } = await gather.get();
      const all = buildSeries({
        official: fromColumns(series, from.official),
        observations,
        local: fromColumns(series, from.local),
        authorities: from.authorities,
      });
      rows.series = discloseSeries(all, options.internal);
      rows.comparisons = compare({
        series: rows.series,
        neighbours: from.neighbours,
        authorities: from.authorities,
        model: newestModel(from.neighbours),
        allEngland: hasAllEngland(rows.series),
      });
    }
    return { value: { series: toColumns(series, rows.series), comparisons: toColumns(comparisons, rows.comparisons) }, files: [] };
  });
}
