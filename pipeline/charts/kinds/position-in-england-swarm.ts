import { textWidth } from "../../core/fonts.ts";
import { formatValue } from "../../words/format.ts";
import { spreadLabels } from "../layout/spread.ts";
import { swarm } from "../layout/swarm.ts";
import { wrapEvenly } from "../layout/wrap.ts";
import type { Mark, Word } from "../render/layers.ts";
import { ink, slide } from "../theme.ts";
import type { PositionModel } from "./position-in-england.ts";

/** The upper tier, where every authority is a ring: how large the rings are, and the words round them. */

export type Dot = Mark & { x: number; y: number; place: string; value?: number };

const quarters = [
  ["Lowest", "quarter"],
  ["Second", "lowest"],
  ["Second", "highest"],
  ["Highest", "quarter"],
] as const;

/** Names the quarters over the swarm, pushed apart, the subject's own in its colour. */
export function nameQuarters(model: PositionModel, x: (value: number) => number, top: number, words: Word[]): void {
  const [, q1 = 0, q2 = 0, q3 = 0] = model.cuts;
  const widths = quarters.map((pair, i) =>
    Math.max(...pair.map((text) => textWidth(text, 24, i === model.quarter ? "Semibold" : "Regular"))),
  );
  const aims = [x(q1) - 12 - (widths[0] ?? 0) / 2, (x(q1) + x(q2)) / 2, (x(q2) + x(q3)) / 2, x(q3) + 12 + (widths[3] ?? 0) / 2];
  spreadLabels(
    aims,
    widths.map((w) => w + 22),
    slide.left,
    slide.right,
  ).forEach((at, i) =>
    quarters[i]?.forEach((text, k) => {
      const own = i === model.quarter;
      words.push({
        x: at,
        y: top - 40 + k * 28,
        text,
        size: 24,
        weight: own ? 600 : 400,
        fill: own ? ink.subject : ink.strong,
        anchor: "middle",
      });
    }),
  );
}

/** The largest rings whose swarm stays in its lane. */
export function fitSwarm(xs: readonly number[], half: number): { radius: number; heights: number[] } {
  for (let radius = 9; radius > 3; radius -= 0.5) {
    const heights = swarm(xs, radius, half - radius);
    if (heights) return { radius, heights };
  }
  // A stack taller than its lane is pressed together: rings overlap, none leaves it.
  const heights = swarm(xs, 3) ?? [];
  const squeeze = Math.min(1, (half - 3) / Math.max(...heights.map(Math.abs), 1));
  return { radius: 3, heights: heights.map((height) => height * squeeze) };
}

/** Names of the lowest and the highest authority under their rings, or how many share the end. */
export function nameEnds(
  model: PositionModel,
  at: { x: (value: number) => number; y: number; low: number; high: number; left: number; swarm: readonly Dot[] },
  words: Word[],
): void {
  for (const end of new Set([at.low, at.high])) {
    const here = model.everyone.filter((one) => one.value === end);
    const [one] = here;
    if (!one || (one.role === "subject" && here.length === 1)) continue;
    const shown = formatValue(end, model.measure.indicator);
    const text = here.length === 1 ? `${one.name} ${shown}` : `${here.length} at ${shown}`;
    const rests = here.length === 1 ? [one.rests] : [];
    const beside = at.x(end) + 18 + textWidth(text, 24) <= slide.right;
    if (end === at.high && beside) {
      words.push({ x: at.x(end) + 18, y: at.y + 8, text, size: 24, fill: ink.strong, rests });
      continue;
    }
    const texts = wrapEvenly(text, 24, "Regular", 200);
    const width = Math.max(...texts.map((line) => textWidth(line, 24)));
    const centre = Math.min(Math.max(at.x(end), at.left + width / 2), slide.right - width / 2);
    const near = at.swarm.filter((dot) => Math.abs(dot.x - centre) < width / 2 + dot.radius + 4);
    // The subject's line runs down from the swarm, so that words beside it go above.
    const above = near.some((dot) => dot.place === model.row.authority);
    const y = above
      ? Math.min(at.y - 20, ...near.map((dot) => dot.y - dot.radius)) - 12 - (texts.length - 1) * 28
      : Math.max(at.y + 20, ...near.map((dot) => dot.y + dot.radius)) + 26;
    texts.forEach((line, i) =>
      words.push({ x: centre, y: y + i * 28, text: line, size: 24, fill: ink.strong, anchor: "middle", halo: 6, rests }),
    );
  }
}

/** Tells the three kinds of ring apart, at the left of the swarm. */
export function nameRings(
  at: {
    top: number;
    authority: string;
    count: number;
    styles: Record<"subject" | "neighbour" | "other", Omit<Mark, "shape">>;
  },
  words: Word[],
  dots: Dot[],
): void {
  words.push({ x: slide.left, y: at.top + 26, text: `All ${at.count} authorities`, size: 24, weight: 600, fill: ink.strong });
  const rows = [
    ["other", "one authority"],
    ["neighbour", "one neighbour"],
    ["subject", at.authority],
  ] as const;
  rows.forEach(([role, text], i) => {
    const y = at.top + 64 + i * 36;
    dots.push({ x: slide.left + 9, y: y - 8, place: "key", shape: "circle", ...at.styles[role] });
    words.push({
      x: slide.left + 26,
      y,
      text,
      size: 24,
      weight: role === "subject" ? 600 : 400,
      fill: role === "subject" ? ink.subject : ink.strong,
    });
  });
}
