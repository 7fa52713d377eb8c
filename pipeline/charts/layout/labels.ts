export type Box = { x0: number; y0: number; x1: number; y1: number };
export type Point = { x: number; y: number };

export const overlaps = (a: Box, b: Box): boolean => a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
const inside = (p: Point, b: Box): boolean => p.x > b.x0 && p.x < b.x1 && p.y > b.y0 && p.y < b.y1;

/** Points along a line, close enough together that no label can hide between them. */
export function sampleLine(line: readonly Point[], every = 6): Point[] {
  const points: Point[] = [];
  line.forEach((from, i) => {
    const to = line[i + 1];
    points.push(from);
    if (!to) return;
    const n = Math.floor(Math.hypot(to.x - from.x, to.y - from.y) / every);
    for (let k = 1; k < n; k += 1) points.push({ x: from.x + ((to.x - from.x) * k) / n, y: from.y + ((to.y - from.y) * k) / n });
  });
  return points;
}

export type Obstacles = { frame: Box; boxes: Box[]; points: readonly Point[] };

/** How many sampled points a box would cover; Infinity when it leaves the frame or meets another box. */
export function cost(box: Box, { frame, boxes, points }: Obstacles): number {
  if (box.x0 < frame.x0 || box.x1 > frame.x1 || box.y0 < frame.y0 || box.y1 > frame.y1) return Infinity;
  if (boxes.some((other) => overlaps(box, other))) return Infinity;
  return points.reduce((n, point) => n + Number(inside(point, box)), 0);
}

/**
 * The place round a point (above, below, left, right, then the corners) where words of a given size
 * cover least; it is added to the obstacles. Null when every place leaves the frame or meets other words.
 * The result is the middle of the words.
 */
export function placeLabel(at: Point, width: number, height: number, away: number, obstacles: Obstacles, prefer: "above" | "below"): (Point & { box: Box }) | null {
  const up = { x: at.x, y: at.y - away - height / 2 };
  const down = { x: at.x, y: at.y + away + height / 2 };
  const side = away + width / 2;
  const places = [
    ...(prefer === "above" ? [up, down] : [down, up]),
    { x: at.x - side, y: at.y }, { x: at.x + side, y: at.y },
    { x: at.x - width / 2, y: up.y }, { x: at.x + width / 2, y: up.y }, { x: at.x - width / 2, y: down.y }, { x: at.x + width / 2, y: down.y },
  ];
  let best: { place: Point & { box: Box }; cost: number } | null = null;
  places.forEach((p, i) => {
    const box = { x0: p.x - width / 2, x1: p.x + width / 2, y0: p.y - height / 2, y1: p.y + height / 2 };
    const price = cost(box, obstacles) + i * 0.4;
    if (price < (best?.cost ?? Infinity)) best = { place: { ...p, box }, cost: price };
  });
  const chosen = best as { place: Point & { box: Box }; cost: number } | null;
  if (chosen) obstacles.boxes.push(chosen.place.box);
  return chosen?.place ?? null;
}

/** The middle of the emptiest place for words inside an area, searched on a grid; null when none is free. */
export function placeInside(width: number, height: number, area: (box: Box) => boolean, obstacles: Obstacles, step = 12): Point | null {
  const { frame } = obstacles;
  let best: { at: Point; room: number } | null = null;
  for (let y = frame.y0 + height / 2; y <= frame.y1 - height / 2; y += step) {
    for (let x = frame.x0 + width / 2; x <= frame.x1 - width / 2; x += step) {
      const box = { x0: x - width / 2, x1: x + width / 2, y0: y - height / 2, y1: y + height / 2 };
      if (!area(box) || cost(box, obstacles) > 0) continue;
      // Clearance up to twice the height counts; beyond that the earliest place wins, so runs agree.
      let room = 0;
      for (const margin of [0.5, 1, 1.5, 2]) {
        const wide = { x0: box.x0 - margin * height, x1: box.x1 + margin * height, y0: box.y0 - margin * height, y1: box.y1 + margin * height };
        if (!area(wide) || cost(wide, { ...obstacles, frame: { x0: -Infinity, y0: -Infinity, x1: Infinity, y1: Infinity } }) > 0) break;
        room = margin;
      }
      if (!best || room > best.room) best = { at: { x, y }, room };
    }
  }
  const chosen = best as { at: Point; room: number } | null;
  if (chosen) obstacles.boxes.push({ x0: chosen.at.x - width / 2, x1: chosen.at.x + width / 2, y0: chosen.at.y - height / 2, y1: chosen.at.y + height / 2 });
  return chosen?.at ?? null;
}
