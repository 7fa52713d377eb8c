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

  nameQuarters(model, x, lane.top, words);

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
  nameRings({ top: lane.top, authority, count: everyone.length, radius: swarmed.radius, styles }, words, dots);

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

  return plotSlide(
    model.words.alt,
    [
      ...plotBoxes([{ x: x(q1), x2: x(q3), y: lane.top, y2: lane.bottom, fill: ink.tint }]),
      ...plotLines(lines),
      ...plotDots([...dots, ...rowMarks]),
    ],
    words,
  );
}
