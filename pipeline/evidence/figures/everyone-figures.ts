import { funnelPosition } from "../../measures/funnel-limits.ts";
import { cutPoints } from "../../measures/quartile-band.ts";
import type { Comparison } from "../../model/comparison.ts";
import { measureOfUnit, named, origin, pair, type Figure, type Origin } from "./figure.ts";

const cutNames = [
  "the lowest authority",
  "the end of the lowest quarter",
  "the middle authority",
  "the end of the third quarter",
  "the highest authority",
];

/** What pictures of all of England print: each authority's value with its name, where quarters end, and how many there are, at its ends and outside the limits of a funnel. */
export function everyoneOrigin(id: string, rows: readonly Comparison[]): Origin {
  const known = rows.filter((row): row is Comparison & { value: number } => row.value !== null);
  const measure = measureOfUnit(known[0]?.unit ?? "");
  const england = known[0]?.england_value ?? null;
  const cuts = cutPoints(known.map(({ value }) => value)) ?? [];
  const counts = known.flatMap(({ numerator, denominator }) => (numerator === null || !denominator ? [] : [{ numerator, denominator }]));
  const beyond =
    england === null || measure !== "percent"
      ? []
      : counts.map(({ numerator, denominator }) => Math.abs(funnelPosition(numerator, denominator, england / 100) ?? 0));
  const outside = [1, 2].map((least) => beyond.filter((one) => one >= least).length);
  const count = (name: string, value: number | undefined): Figure[] => (value === undefined ? [] : [{ name, value, measure: "number" }]);
  const at = (end: number | undefined): number => known.filter(({ value }) => value === end).length;
  return origin(id, {
    figures: [
      ...known.map((row): Figure => ({
        name: `the value of ${row.authority}`,
        value: row.value,
        measure,
        near: new RegExp(named(row.authority)),
        isNamed: true,
      })),
      ...cuts.map((value, i): Figure => ({ name: cutNames[i] ?? "", value, measure })),
      ...count("authorities with a value", known.length),
      ...count("authorities without a value", rows.length - known.length),
      ...count("authorities with counts", counts.length),
      ...count("authorities without counts", rows.length - counts.length),
      ...count("authorities at the lowest value", at(cuts[0])),
      ...count("authorities at the highest value", at(cuts[4])),
      ...count("authorities outside the 95% limits", outside[0]),
      ...count("authorities outside the 99.8% limits", outside[1]),
    ],
    shares: outside.flatMap((value) => pair("authorities outside the limits", value, counts.length)),
  });
}
