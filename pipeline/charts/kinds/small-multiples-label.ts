import { textWidth } from "../../core/fonts.ts";
import { overlaps, placeLabelNear, type Box, type Obstacles, type Point } from "../layout/labels.ts";
import type { Mark, Word } from "../render/layers.ts";
import { ink } from "../theme.ts";
import type { MultiplesModel } from "./small-multiples.ts";
import { nameOfYear } from "./trend-points.ts";

const size = 26;
const height = 24;
/** Words keep this far from the middle of the line besides the margin that their box has: half the line and a gap. */
const clearance = 3;
/** Words further from their point than this would seem to be another's. */
const furthest = 44;

/**
 * The year that stands out in the subject's own panel: by its point where that is free, else in the nearest place
 * over, under or beside the line that neither the line nor other words reach. Left out, with its dot, where there is none.
 */
export function labelSubject(
  { labelled, panels }: MultiplesModel,
  at: { left: number; right: number; bottom: number; title: number },
  to: { x: (when: number) => number; y: (value: number) => number },
  line: readonly Point[],
  words: Word[],
  dots: (Mark & { x: number; y: number; place: string })[],
): void {
  if (!labelled) return;
  const points = panels[0]?.points ?? [];
  const mean = points.reduce((sum, p) => sum + p.value, 0) / points.length;
  const end = to.y(points.at(-1)?.value ?? labelled.value);
  const text = `${labelled.shown} in ${nameOfYear(labelled.period)}`;
  const here = { x: to.x(labelled.when), y: to.y(labelled.value) };
  const obstacles: Obstacles = {
    // The last figure stands at the right of the panel; words may reach under or over it.
    frame: { x0: at.left - 10, x1: at.right + 66, y0: at.title + 8, y1: at.bottom + (panels.length > 3 ? 42 : 18) },
    boxes: [{ x0: at.right - 22, x1: at.right + 90, y0: end - 18, y1: end + 18 }],
    points: line,
  };
  const width = textWidth(text, size, "Bold") + 6;
  const side = labelled.value > mean ? "above" : "below";
  const tried = placeLabelNear(here, width, height, [14, 24, 36], { ...obstacles, boxes: [...obstacles.boxes] }, side);
  const place = tried && isClear(tried.box, obstacles) ? tried : nearestClear(here, width, obstacles, side);
  if (!place) return;
  words.push({
    x: place.x,
    y: place.y + 9,
    text,
    size,
    weight: 700,
    fill: ink.subject,
    anchor: "middle",
    halo: 6,
    rests: [labelled.rests],
  });
  dots.push({ ...here, place: panels[0]?.name ?? "", shape: "circle", radius: 9, fill: ink.subject, stroke: ink.white, strokeWidth: 2 });
}

/** Whether words in a box stay in the frame and touch neither other words nor the line. */
function isClear({ x0, x1, y0, y1 }: Box, { frame, boxes, points }: Obstacles): boolean {
  const wide = { x0: x0 - clearance, x1: x1 + clearance, y0: y0 - clearance, y1: y1 + clearance };
  return (
    x0 >= frame.x0 &&
    x1 <= frame.x1 &&
    y0 >= frame.y0 &&
    y1 <= frame.y1 &&
    boxes.every((other) => !overlaps({ x0, x1, y0, y1 }, other)) &&
    points.every((p) => p.x < wide.x0 || p.x > wide.x1 || p.y < wide.y0 || p.y > wide.y1)
  );
}

/** The middle of the clear place nearest to a point and clear of its dot, on the wished side where two are as near; null where none is near enough. */
function nearestClear(at: Point, width: number, obstacles: Obstacles, side: "above" | "below"): Point | null {
  const [across, up] = [width / 2, height / 2];
  const dot = 13;
  const places: (Point & { price: number })[] = [];
  for (let dy = -(up + furthest); dy <= up + furthest; dy += 4) {
    for (let dx = -(across + furthest); dx <= across + furthest; dx += 6) {
      const away = Math.hypot(Math.max(Math.abs(dx) - across, 0), Math.max(Math.abs(dy) - up, 0));
      if (away < dot || away > furthest) continue;
      // Words over the middle of their point are told to be its own more easily than words to one side.
      const price = away + Math.abs(dx) / 8 + (dy < 0 === (side === "above") ? 0 : 4);
      places.push({ x: at.x + dx, y: at.y + dy, price });
    }
  }
  return (
    places
      .sort((a, b) => a.price - b.price)
      .find(({ x, y }) => isClear({ x0: x - across, x1: x + across, y0: y - up, y1: y + up }, obstacles)) ?? null
  );
}
