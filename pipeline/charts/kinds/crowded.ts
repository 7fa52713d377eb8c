import { joinList } from "../../words/grammar.ts";
import { position, type Axis } from "../layout/axis.ts";
import type { Comparator } from "./neighbour-comparison.ts";

/** Lines closer than this are drawn as one. */
const touching = 5;

/** Comparators whose lines would touch: the later one keeps its mark but not its line, and a note says so. */
export function crowded(
  comparators: readonly Comparator[],
  axis: Axis,
  left: number,
  right: number,
): { hidden: Set<string>; notes: string[] } {
  const drawn: { comparator: Comparator; on: string[] }[] = [];
  for (const comparator of comparators) {
    const line = drawn.find(
      (one) => Math.abs(position(axis, one.comparator.value, left, right) - position(axis, comparator.value, left, right)) < touching,
    );
    if (line) line.on.push(comparator.name);
    else drawn.push({ comparator, on: [] });
  }
  const shared = drawn.filter(({ on }) => on.length > 0);
  return {
    hidden: new Set(comparators.filter((one) => !drawn.some(({ comparator }) => comparator === one)).map(({ place }) => place)),
    notes: shared.map(
      ({ comparator, on }) =>
        `${joinList(on)} ${on.length === 1 ? "lies" : "lie"} on the line of ${comparator.place === "mean" ? "the neighbour mean" : comparator.name}.`,
    ),
  };
}
