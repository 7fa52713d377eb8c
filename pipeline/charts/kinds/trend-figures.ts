import { textWidth } from "../../core/fonts.ts";
import { placeInside, placeLabel, type Obstacles } from "../layout/labels.ts";
import type { Word } from "../render/layers.ts";
import { ink } from "../theme.ts";
import type { TrendModel } from "./trend-model.ts";
import type { Plot } from "./trend-plot.ts";
import { isPeak, type TrendLine, type TrendPoint } from "./trend-points.ts";

/** The figures at the points of a slide's trend, the subject's and those of documents; each keeps off lines and other words. */
export function addFigures(model: TrendModel, { at }: Plot, words: Word[], obstacles: Obstacles): void {
  const { subject, quoted } = model;
  /** A figure, and below it a line that says more; without that line where both have no room. */
  const say = (
    point: TrendPoint,
    above: boolean,
    away = 17,
    more = "",
    size: 28 | 24 = 28,
    rests: readonly string[] = [point.rests],
  ): void => {
    const lines = [
      { text: point.shown, size, weight: 700 as const },
      ...(more === "" ? [] : [{ text: more, size: 24, weight: 400 as const }]),
    ];
    const height = lines.length === 1 ? 23 : 50;
    const place = placeLabel(
      at(point),
      Math.max(...lines.map((line) => textWidth(line.text, line.size, "Bold"))) + 8,
      height,
      away,
      obstacles,
      above ? "above" : "below",
    );
    // Words at a side of their point are flush with that side, those over or under it are centred.
    const { x0 = 0, x1 = 0 } = place?.box ?? {};
    const side =
      x0 > at(point).x - 1
        ? { x: x0 + 4, anchor: "start" as const }
        : x1 < at(point).x + 1
          ? { x: x1 - 4, anchor: "end" as const }
          : { x: place?.x ?? 0, anchor: "middle" as const };
    if (place)
      lines.forEach((line, i) =>
        words.push({ y: place.y + 9 + (i - (lines.length - 1) / 2) * 29, fill: ink.subject, halo: 7, rests, ...side, ...line }),
      );
    else if (more !== "") say(point, above, away);
  };
  for (const point of model.labelled) say(point, isPeak(subject.points, point));
  for (const { points, name } of quoted) {
    // A year that a document and the statistics put differently carries both figures, once.
    const differs = points.findLast((point) => officialAt(subject, point) !== null);
    const official = differs && officialAt(subject, differs);
    if (differs && official)
      say({ ...differs, shown: `${name} ${differs.shown}` }, isPeak(points, differs), 19, `official figure ${official.shown}`, 24, [
        differs.rests,
        official.rests,
      ]);
    for (const point of new Set([points[0], ...points.filter(({ note }) => note !== ""), points.at(-1)])) {
      if (point && point !== differs) say(point, isPeak(points, point), 19, point.note);
    }
  }
}

/** The official figure of the same year as a printed one, where it is another; null otherwise. */
function officialAt(subject: TrendLine, point: TrendPoint): TrendPoint | null {
  const same = subject.points.find(({ when }) => Math.abs(when - point.when) < 0.05);
  return same && same.value !== point.value ? same : null;
}

/** The symbol of a year without a figure, over its place on the axis. */
export function nameWithheld({ withheld }: TrendModel, { x, left, right, top }: Plot, words: Word[], obstacles: Obstacles): void {
  for (const gone of withheld) {
    const text = `[${gone.symbol}] ${gone.symbol === "c" ? "withheld" : "no figure"}`;
    const width = textWidth(text, 24, "Semibold") + 16;
    const column = {
      ...obstacles.frame,
      y0: top + 6,
      x0: Math.max(left, Math.min(x(gone.when) - width / 2 - 2, right - width - 4)),
      x1: Math.min(right + 14, Math.max(x(gone.when) + width / 2 + 2, left + width + 4)),
    };
    const place = placeInside(width, 30, () => true, { ...obstacles, frame: column }, 8);
    if (place) words.push({ x: place.x, y: place.y + 8, text, size: 24, fill: ink.subject, anchor: "middle", weight: 600, halo: 7 });
  }
}

/** That no figure was found for some years, where there is room between those before and after. */
export function nameEmptyYears({ empty }: TrendModel, { x, top }: Plot, words: Word[], obstacles: Obstacles): void {
  for (const gap of empty) {
    const parts = gap.text.split(/ (?=for )/);
    const width = Math.max(...parts.map((t) => textWidth(t, 24))) + 16;
    const free = { ...obstacles.frame, x0: x(gap.from) + 14, x1: x(gap.to) - 14, y0: top };
    const place = placeInside(width, 68, () => true, { ...obstacles, frame: free });
    if (place)
      parts.forEach((text, i) =>
        words.push({ x: place.x, y: place.y - 8 + i * 32, text, size: 24, fill: ink.quiet, anchor: "middle", halo: 7 }),
      );
  }
}
