import { textWidth } from "../../core/fonts.ts";
import { formatValue } from "../../words/format.ts";
import { slideFrame } from "../frame.ts";
import type { Drawing } from "../kind.ts";
import { position } from "../layout/axis.ts";
import { spreadLabels } from "../layout/spread.ts";
import { swarm } from "../layout/swarm.ts";
import { wrapEvenly } from "../layout/wrap.ts";
import type { Mark, Pen, Word } from "../render/layers.ts";
import { drawPlot, type PlotSpec } from "../render/plot.ts";
import { plotBoxes, plotDots, plotLines, plotWords } from "../render/plot-marks.ts";
import { restedLabels } from "../rested.ts";
import { ink, lineOf, markInk, shapeOf, slide, wordInk } from "../theme.ts";
import { crowded } from "./crowded.ts";
import type { PositionModel } from "./position-in-england.ts";

const quarters = [
  ["Lowest", "quarter"],
  ["Second", "lowest"],
  ["Second", "highest"],
  ["Highest", "quarter"],
] as const;
const size = 26;

type Line = { x: number; y: number; x2: number; y2: number } & Pen;
type Dot = Mark & { x: number; y: number; place: string; value?: number };

/** Two tiers on one axis: a swarm of every authority, and the eleven in named rows with the comparators below. */
export async function positionSlide(model: PositionModel): Promise<Drawing> {
  const { axis, members, comparators, everyone } = model;
  const authority = model.row.authority;
  const keyWidth = Math.max(textWidth(`All ${everyone.length} authorities`, 24, "Semibold"), 26 + textWidth(authority, 24, "Semibold"));
  const names = Math.max(
    keyWidth,
    ...members.map((m) => textWidth(m.name, size, m.subject ? "Bold" : "Regular")),
    ...comparators.map((c) => textWidth(c.name, size, "Semibold")),
  );
  const left = slide.left + names + 60;
  const right =
    slide.right -
    Math.max(...members.map((m) => textWidth(m.shown, size, "Bold")), ...comparators.map((c) => textWidth(c.shown, size, "Semibold"))) -
    90;
  const x = (value: number): number => position(axis, value, left, right);
  const closeness = crowded(comparators, axis, left, right);
  const frame = slideFrame({ ...model.words, notes: [...model.words.notes, ...closeness.notes], source: model.source });

  const top = frame.top + 84;
  const foot = frame.bottom - 78;
  const lane = { top, bottom: top + Math.max(170, (foot - top) * 0.31) };
  const first = lane.bottom + 40;
  const pitch = Math.min(36, (foot - 30 - first) / (members.length - 1 + comparators.length + 0.4));
  const rowY = (i: number): number => first + i * pitch;
  const comparatorY = (i: number): number => first + (members.length + 0.4 + i) * pitch;
  const middle = (lane.top + lane.bottom) / 2;

  const words: Word[] = [...frame.words];
  const lines: Line[] = model.ticks.map((tick) => ({
    x: x(tick.value),
    x2: x(tick.value),
    y: first - 24,
    y2: foot,
    stroke: ink.grid,
    strokeWidth: 1.5,
  }));
  for (const tick of model.ticks)
    words.push({ x: x(tick.value), y: foot + 32, text: tick.shown, size: 24, fill: ink.quiet, anchor: "middle" });
  const [low = 0, q1 = 0, q2 = 0, q3 = 0, high = 0] = model.cuts;
  lines.push({ x: x(q2), x2: x(q2), y: lane.top, y2: lane.bottom, stroke: ink.rule, strokeWidth: 2 });

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
        y: lane.top - 40 + k * 28,
        text,
        size: 24,
        weight: own ? 600 : 400,
        fill: own ? ink.subject : ink.strong,
        anchor: "middle",
      });
    }),
  );

  const swarmed = fitSwarm(
    everyone.map((one) => x(one.value)),
    (lane.bottom - lane.top) / 2,
  );
  const styles = {
    subject: { radius: Math.max(swarmed.radius + 2.5, 10), fill: ink.subject, stroke: ink.white, strokeWidth: 1.5 },
    neighbour: { radius: swarmed.radius - 0.3, fill: ink.neighbour, stroke: ink.white, strokeWidth: 0.8 },
    other: { radius: swarmed.radius - 1.2, fill: ink.white, stroke: ink.other, strokeWidth: 2.2 },
  };
  const dots: Dot[] = everyone.map((one, i) => ({
    x: x(one.value),
    y: middle + (swarmed.heights[i] ?? 0),
    place: one.name,
    value: one.value,
    shape: "circle",
    ...styles[one.role],
  }));
  dots.reverse();
  nameEnds(model, { x, y: middle, low, high, left: slide.left + keyWidth + 40, swarm: dots }, words);
  key({ top: lane.top, authority, count: everyone.length, radius: swarmed.radius, styles }, words, dots);

  const base = size * 0.34;
  const rowMarks: Dot[] = [];
  members.forEach((m, i) => {
    const style = { size, weight: m.subject ? (700 as const) : (400 as const), fill: m.subject ? ink.subject : ink.text };
    words.push(
      { x: slide.left, y: rowY(i) + base, text: m.name, ...style },
      { x: slide.right, y: rowY(i) + base, text: m.shown, anchor: "end", rests: m.rests.shown, ...style },
    );
    if (m.value === null) return;
    if (m.subject) lines.push({ x: x(m.value), x2: x(m.value), y: middle, y2: rowY(i), stroke: ink.subject, strokeWidth: 3 });
    rowMarks.push({
      x: x(m.value),
      y: rowY(i),
      place: m.name,
      value: m.value,
      shape: "circle",
      radius: m.subject ? 13 : 9,
      fill: m.subject ? ink.subject : ink.neighbour,
      stroke: ink.white,
      strokeWidth: 1.5,
    });
  });
  comparators.forEach((c, i) => {
    const style = { size, weight: 600 as const, fill: wordInk[c.place] };
    words.push(
      { x: slide.left, y: comparatorY(i) + base, text: c.name, ...style },
      { x: slide.right, y: comparatorY(i) + base, text: c.shown, anchor: "end", rests: [c.rests], ...style },
    );
    const { width, dash } = lineOf[c.place];
    if (!closeness.hidden.has(c.place))
      lines.push({
        x: x(c.value),
        x2: x(c.value),
        y: first - 24,
        y2: comparatorY(i),
        stroke: markInk[c.place],
        strokeWidth: width,
        strokeDash: dash,
        strokeCap: c.place === "england" ? "round" : "butt",
      });
    rowMarks.push({
      x: x(c.value),
      y: comparatorY(i),
      place: c.name,
      value: c.value,
      shape: shapeOf[c.place],
      radius: c.place === "region" ? 9 : 11.5,
      fill: markInk[c.place],
      stroke: ink.white,
      strokeWidth: 1.5,
    });
  });

  const spec: PlotSpec = {
    library: "@observablehq/plot",
    description: model.words.alt,
    width: slide.width,
    height: slide.height,
    x: { domain: [0, slide.width], range: [0, slide.width] },
    marks: [
      ...plotBoxes([{ x: x(q1), x2: x(q3), y: lane.top, y2: lane.bottom, fill: ink.tint }]),
      ...plotLines(lines),
      ...plotDots([...dots, ...rowMarks]),
      ...plotWords(words),
    ],
  };
  return { list: await drawPlot(spec), spec, labels: restedLabels(words) };
}

/** The largest rings whose swarm stays in its lane. */
function fitSwarm(xs: readonly number[], half: number): { radius: number; heights: number[] } {
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
function nameEnds(
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

function key(
  at: {
    top: number;
    authority: string;
    count: number;
    radius: number;
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
