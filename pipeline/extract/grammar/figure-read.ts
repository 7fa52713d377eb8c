import type { Figure } from "./figure.ts";
import type { Token } from "./tokens.ts";

/** A figure and the index of the token after it. */
export type FigureRead = { figure: Figure; next: number };

/** The figure that the tokens from `at` up to `next` state; `fields` says what differs from an exact, single one without a whole. */
export function figureOf(
  tokens: readonly Token[],
  at: number,
  next: number,
  fields: Pick<Figure, "value" | "measure" | "form"> & Partial<Figure>,
): FigureRead {
  const { start } = tokens[at]!;
  return {
    next,
    figure: {
      start,
      end: tokens[next - 1]!.end,
      markStart: start,
      valueHigh: null,
      qualifier: "exact",
      numerator: null,
      denominator: null,
      ...fields,
    },
  };
}
