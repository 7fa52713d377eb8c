import type { Measure } from "../../charts/data.ts";
import { concerns, strengths } from "../../words/concerns.ts";
import type { Comparison } from "../../model/comparison.ts";
import type { Composer, Pack } from "./pack.ts";
import { measuresOf } from "./resolve.ts";

/** Measures with figures, the most notable first: concerns by tier, then strengths, then the rest as listed. */
function byNotice(pack: Pack, measures: readonly Measure[]): Measure[] {
  const pairs = measures.flatMap((measure): { measure: Measure; row: Comparison }[] => {
    const row = pack.data.latest(measure);
    return row && row.value !== null ? [{ measure, row }] : [];
  });
  const rows = pairs.map(({ row }) => row);
  const { thresholds } = pack.template.front;
  const worries = concerns(rows, thresholds).filter(({ tier }) => tier <= 5 || tier === 7);
  const order = [...worries, ...strengths(rows, thresholds)].map(({ row }) => row.comparison_id);
  const place = (row: Comparison): number => {
    const at = order.indexOf(row.comparison_id);
    return at < 0 ? order.length : at;
  };
  return [...pairs].sort((a, b) => place(a.row) - place(b.row)).map(({ measure }) => measure);
}

/**
 * Chooses what "lead", "second" and "third" stand for on this page. `::focus notable …` takes the most
 * notable of the measures listed; without "notable" they are taken in the order listed.
 */
export const focus: Composer = {
  settings: {},
  words: "measures",
  items: "none",
  compose(sheet, directive) {
    const notable = directive.words[0] === "notable";
    const listed = measuresOf(sheet, notable ? directive.words.slice(1) : directive.words);
    const present = listed.filter((measure) => sheet.pack.data.latest(measure));
    sheet.focus.splice(0, sheet.focus.length, ...(notable ? byNotice(sheet.pack, listed) : present));
    sheet.unfocused = sheet.focus.length === 0;
  },
};
