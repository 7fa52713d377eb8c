import { textWidth } from "../../core/fonts.ts";
import { plotSlide, type Line } from "../slide-drawing.ts";
import { slideFrame } from "../frame.ts";
import type { Drawing } from "../kind.ts";
import { position } from "../layout/axis.ts";
import type { Word } from "../render/layers.ts";
import { plotBoxes, plotDots, plotLines } from "../render/plot-marks.ts";
import { ink, lineOf, markInk, shapeOf, slide, wordInk } from "../theme.ts";
import { crowded } from "./crowded.ts";
import { fitSwarm, nameEnds, nameQuarters, nameRings, type Dot } from "./position-in-england-swarm.ts";
import type { PositionModel } from "./position-in-england.ts";

const size = 26;

/** Two tiers on one axis: a swarm of every authority, and the eleven in named rows with the comparators below. */
export function positionSlide(model: PositionModel): Promise<Drawing> {
  const layout = layOut(model);
  const { x, lane } = layout;
  const tiers = [axisTier(model, layout), swarmTier(model, layout), memberTier(model, layout), comparatorTier(model, layout)];
  const [, q1 = 0, , q3 = 0] = model.cuts;
  return plotSlide(
    model.words.alt,
    [
      ...plotBoxes([{ x: x(q1), x2: x(q3), y: lane.top, y2: lane.bottom, fill: ink.tint }]),
      ...plotLines(tiers.flatMap(({ lines }) => lines)),
      ...plotDots(tiers.flatMap(({ dots }) => dots)),
    ],
    [...layout.frame.words, ...tiers.flatMap(({ words }) => words)],
  );
}

/** What a part of the slide adds to it. */
type Tier = { words: Word[]; lines: Line[]; dots: Dot[] };
type Layout = ReturnType<typeof layOut>;

/** Columns from the widths of what stands in them, then the lane of the swarm and the rows below it. */
function layOut(model: PositionModel) {
  const { axis, members, comparators, everyone, row } = model;
  const keyWidth = Math.max(textWidth(`All ${everyone.length} authorities`, 24, "Semibold"), 26 + textWidth(row.authority, 24, "Semibold"));
  const names = Math.max(
    keyWidth,
    ...members.map((m) => textWidth(m.name, size, m.subject ? "Bold" : "Regular")),
    ...comparators.map((c) => textWidth(c.name, size, "Semibold")),
  );
  const figures = Math.max(
    ...members.map((m) => textWidth(m.shown, size, "Bold")),
    ...comparators.map((c) => textWidth(c.shown, size, "Semibold")),
  );
  const left = slide.left + names + 60;
  const right = slide.right - figures - 90;
  const closeness = crowded(comparators, axis, left, right);
  const frame = slideFrame({ ...model.words, notes: [...model.words.notes, ...closeness.notes], source: model.source });

  const top = frame.top + 84;
  const foot = frame.bottom - 78;
  const lane = { top, bottom: top + Math.max(170, (foot - top) * 0.31) };
  const first = lane.bottom + 40;
  const pitch = Math.min(36, (foot - 30 - first) / (members.length - 1 + comparators.length + 0.4));
  return {
    frame,
    hidden: closeness.hidden,
    keyWidth,
    lane: { ...lane, middle: (lane.top + lane.bottom) / 2 },
    rowsTop: first - 24,
    foot,
    x: (value: number): number => position(axis, value, left, right),
    rowY: (i: number): number => first + i * pitch,
    comparatorY: (i: number): number => first + (members.length + 0.4 + i) * pitch,
  };
}

function axisTier({ ticks, cuts }: PositionModel, { x, rowsTop, foot, lane }: Layout): Tier {
  const [, , median = 0] = cuts;
  return {
    words: ticks.map((tick) => ({ x: x(tick.value), y: foot + 32, text: tick.shown, size: 24, fill: ink.quiet, anchor: "middle" })),
    lines: [
      ...ticks.map(({ value }) => ({ x: x(value), x2: x(value), y: rowsTop, y2: foot, stroke: ink.grid, strokeWidth: 1.5 })),
      { x: x(median), x2: x(median), y: lane.top, y2: lane.bottom, stroke: ink.rule, strokeWidth: 2 },
    ],
    dots: [],
  };
}

function swarmTier(model: PositionModel, { x, lane, keyWidth }: Layout): Tier {
  const { everyone, cuts } = model;
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
    y: lane.middle + (swarmed.heights[i] ?? 0),
    place: one.name,
    value: one.value,
    shape: "circle",
    ...styles[one.role],
  }));
  // The authority, which comes first, is drawn over the rest.
  dots.reverse();
  const words: Word[] = [];
  nameQuarters(model, x, lane.top, words);
  const [low = 0, , , , high = 0] = cuts;
  nameEnds(model, { x, y: lane.middle, low, high, left: slide.left + keyWidth + 40, swarm: dots }, words);
  nameRings({ top: lane.top, authority: model.row.authority, count: everyone.length, styles }, words, dots);
  return { words, lines: [], dots };
}

const named = (y: number, name: string, shown: string, rests: readonly string[], style: Omit<Word, "x" | "y" | "text">): Word[] => [
  { x: slide.left, y: y + size * 0.34, text: name, ...style },
  { x: slide.right, y: y + size * 0.34, text: shown, anchor: "end", rests, ...style },
];

function memberTier({ members }: PositionModel, { x, rowY, lane }: Layout): Tier {
  const drawn = members.flatMap((m, i) => (m.value === null ? [] : [{ ...m, x: x(m.value), value: m.value, y: rowY(i) }]));
  return {
    words: members.flatMap((m, i) =>
      named(rowY(i), m.name, m.shown, m.rests.shown, { size, weight: m.subject ? 700 : 400, fill: m.subject ? ink.subject : ink.text }),
    ),
    lines: drawn
      .filter(({ subject }) => subject)
      .map((m) => ({ x: m.x, x2: m.x, y: lane.middle, y2: m.y, stroke: ink.subject, strokeWidth: 3 })),
    dots: drawn.map((m) => ({
      x: m.x,
      y: m.y,
      place: m.name,
      value: m.value,
      shape: "circle",
      radius: m.subject ? 13 : 9,
      fill: m.subject ? ink.subject : ink.neighbour,
      stroke: ink.white,
      strokeWidth: 1.5,
    })),
  };
}

function comparatorTier({ comparators }: PositionModel, { x, comparatorY, rowsTop, hidden }: Layout): Tier {
  const drawn = comparators.map((c, i) => ({ ...c, x: x(c.value), y: comparatorY(i) }));
  return {
    words: drawn.flatMap((c) => named(c.y, c.name, c.shown, [c.rests], { size, weight: 600, fill: wordInk[c.place] })),
    lines: drawn
      .filter((c) => !hidden.has(c.place))
      .map((c) => ({
        x: c.x,
        x2: c.x,
        y: rowsTop,
        y2: c.y,
        stroke: markInk[c.place],
        strokeWidth: lineOf[c.place].width,
        strokeDash: lineOf[c.place].dash,
        strokeCap: c.place === "england" ? "round" : "butt",
      })),
    dots: drawn.map((c) => ({
      x: c.x,
      y: c.y,
      place: c.name,
      value: c.value,
      shape: shapeOf[c.place],
      radius: c.place === "region" ? 9 : 11.5,
      fill: markInk[c.place],
      stroke: ink.white,
      strokeWidth: 1.5,
    })),
  };
}
