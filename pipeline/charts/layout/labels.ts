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
function cost(box: Box, { frame, boxes, points }: Obstacles): number {
  if (box.x0 < frame.x0 || box.x1 > frame.x1 || box.y0 < frame.y0 || box.y1 > frame.y1) return Infinity;
  if (boxes.some((other) => overlaps(box, other))) return Infinity;
  return points.reduce((n, point) => n + Number(inside(point, box)), 0);
}

/**
 * The place round a point (above, below, left, right, then the corners) where words of a given size
 * cover least; it is added to the obstacles. Null when every place leaves the frame or meets other words.
 * The result is the middle of the words.
 */
export function placeLabel(
  at: Point,
  width: number,
  height: number,
  away: number,
  obstacles: Obstacles,
  prefer: "above" | "below",
): (Point & { box: Box }) | null {
  const up = { x: at.x, y: at.y - away - height / 2 };
  const down = { x: at.x, y: at.y + away + height / 2 };
  const side = away + width / 2;
  const places = [
    ...(prefer === "above" ? [up, down] : [down, up]),
    { x: at.x - side, y: at.y },
    { x: at.x + side, y: at.y },
    { x: at.x - width / 2, y: up.y },
    { x: at.x + width / 2, y: up.y },
    { x: at.x - width / 2, y: down.y },
    { x: at.x + width / 2, y: down.y },
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

/** As placeLabel, at the first of several distances, or at a further one where that covers less. */
export function placeLabelNear(
  at: Point,
  width: number,
  height: number,
  aways: readonly number[],
  obstacles: Obstacles,
  prefer: "above" | "below",
): (Point & { box: Box }) | null {
  const found = aways.flatMap((away) => {
    const place = placeLabel(at, width, height, away, { ...obstacles, boxes: [...obstacles.boxes] }, prefer);
    return place ? [{ place, price: cost(place.box, obstacles) + away / (aways[0] ?? 1) }] : [];
  });
  const best = found.sort((a, b) => a.price - b.price)[0]?.place ?? null;
  if (best) obstacles.boxes.push(best.box);
  return best;
}

/** Counts points in boxes in constant time, by sums over a grid of small cells; a cell that a box touches counts whole. */
function pointCounter(points: readonly Point[], size = 4): (box: Box) => number {
  const xs = points.map((p) => p.x);
  const ys = points.map((p) => p.y);
  const [x0, y0] = [Math.min(...xs, 0), Math.min(...ys, 0)];
  const columns = Math.ceil((Math.max(...xs, 0) - x0) / size) + 2;
  const rows = Math.ceil((Math.max(...ys, 0) - y0) / size) + 2;
  const sums = new Uint32Array((columns + 1) * (rows + 1));
  for (const { x, y } of points) {
    const at = (Math.floor((y - y0) / size) + 1) * (columns + 1) + Math.floor((x - x0) / size) + 1;
    sums[at] = (sums[at] ?? 0) + 1;
  }
  for (let r = 1; r <= rows; r += 1) {
    for (let c = 1; c <= columns; c += 1) {
      const at = r * (columns + 1) + c;
      sums[at] = (sums[at] ?? 0) + (sums[at - 1] ?? 0) + (sums[at - columns - 1] ?? 0) - (sums[at - columns - 2] ?? 0);
    }
  }
  const clamp = (n: number, most: number): number => Math.min(Math.max(n, 0), most);
  return (box) => {
    const [c0, c1] = [clamp(Math.floor((box.x0 - x0) / size), columns), clamp(Math.floor((box.x1 - x0) / size) + 1, columns)];
    const [r0, r1] = [clamp(Math.floor((box.y0 - y0) / size), rows), clamp(Math.floor((box.y1 - y0) / size) + 1, rows)];
    const at = (r: number, c: number): number => sums[r * (columns + 1) + c] ?? 0;
    return at(r1, c1) - at(r0, c1) - at(r1, c0) + at(r0, c0);
  };
}

/** Clearance around words, in heights of them, that counts as room: beyond the most, one place is as good as another. */
const mostRoom = 2;
const roomStep = 0.5;

/** The middle of the emptiest place for words inside an area, searched on a grid; null when none is free. */
export function placeInside(width: number, height: number, area: (box: Box) => boolean, obstacles: Obstacles, step = 12): Point | null {
  const { frame, boxes, points } = obstacles;
  const covered = pointCounter(points);
  const around = ({ x, y }: Point, margin: number): Box => {
    const [across, up] = [width / 2 + margin * height, height / 2 + margin * height];
    return { x0: x - across, x1: x + across, y0: y - up, y1: y + up };
  };
  const free = (box: Box): boolean => covered(box) === 0 && !boxes.some((other) => overlaps(box, other)) && area(box);
  const emptiest = (): Point | null => {
    let best: { at: Point; room: number } | null = null;
    for (let y = frame.y0 + height / 2; y <= frame.y1 - height / 2; y += step) {
      for (let x = frame.x0 + width / 2; x <= frame.x1 - width / 2; x += step) {
        const at = { x, y };
        if (!free(around(at, 0))) continue;
        let room = 0;
        while (room < mostRoom && free(around(at, room + roomStep))) room += roomStep;
        // The earliest of the emptiest places wins, so runs agree.
        if (room === mostRoom) return at;
        if (!best || room > best.room) best = { at, room };
      }
    }
    return best?.at ?? null;
  };
  const chosen = emptiest();
  if (chosen) boxes.push(around(chosen, 0));
  return chosen;
}
