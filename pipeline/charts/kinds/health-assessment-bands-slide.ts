import { textWidth } from "../../core/fonts.ts";
import { formatInUnit } from "../../words/format.ts";
import { plotSlide, type Line } from "../slide-drawing.ts";
import { slideFrame } from "../frame.ts";
import type { Drawing } from "../kind.ts";
import { wrapText } from "../layout/wrap.ts";
import type { Mark, Word } from "../render/layers.ts";
import { plotDots, plotLines } from "../render/plot-marks.ts";
import { ink, slide } from "../theme.ts";
import type { BandsModel, DayBand } from "./health-assessment-bands.ts";
import { statutoryDays } from "./statutory-days.ts";

const cell = 38.5;
const radius = 15.5;

/** Each child a circle in its band on a true axis of working days; the limit a line; those without an assessment apart. */
export function bandsSlide(model: BandsModel): Promise<Drawing> {
  const { bands, none, total, perMark } = model;
  const frame = slideFrame({ ...model.words, source: model.source });
  const axis = frame.bottom - 88;
  const rail = frame.top + 114;
  const noneWidth = none ? 288 : 0;
  const right = slide.right - (none ? noneWidth + 84 : 0);
  const widths = bands.map((band) => (band.to === null ? 10 : band.to - (band.from ?? 0) + ((band.from ?? 0) === 0 ? 0 : 1)));
  const days = widths.reduce((sum, n) => sum + n, 0);
  const unit = (right - slide.left) / days;
  const words: Word[] = [...frame.words];
  const lines: Line[] = [];
  const dots: (Mark & { x: number; y: number; band: string })[] = [];
  const marks = (count: number): number => Math.ceil(count / perMark);
  const ceiling = rail + 40;
  // Every stack keeps one size of circle: the one at which the tallest fits under the rail.
  const scale = Math.min(
    1,
    ...bands.map((band, i) => {
      const width = (widths[i] ?? 0) * unit - 36;
      for (let s = 1; s > 0.2; s -= 0.05)
        if (Math.ceil(marks(band.count) / Math.max(1, Math.floor(width / (cell * s)))) * cell * s <= axis - ceiling - 60) return s;
      return 0.2;
    }),
  );
  const step = cell * scale;

  const stack = (band: DayBand, left: number, width: number, style: Omit<Mark, "shape" | "radius">): number => {
    const n = marks(band.count);
    const columns = Math.max(1, Math.floor((width - 24) / step));
    const used = Math.min(columns, n);
    const start =
      band.inTime === true || band.inTime === null
        ? left + (width - columns * step) / 2
        : n > columns
          ? left + (width - columns * step) / 2
          : left + (width - used * step) / 2;
    for (let k = 0; k < n; k += 1) {
      const at = { x: start + ((k % columns) + 0.5) * step, y: axis - 20 - radius * scale - Math.floor(k / columns) * step };
      dots.push({ ...at, band: band.label, shape: "circle", radius: (radius - (style.strokeWidth ? 2 : 0)) * scale, ...style });
      if (band.inTime === null)
        for (const side of [-1, 1])
          lines.push({
            x: at.x - 5.5 * scale,
            x2: at.x + 5.5 * scale,
            y: at.y - side * 5.5 * scale,
            y2: at.y + side * 5.5 * scale,
            stroke: ink.quiet,
            strokeWidth: 2.5,
          });
    }
    return axis - 20 - Math.ceil(n / columns) * step;
  };

  let left: number = slide.left;
  let limit: number = slide.left;
  bands.forEach((band, i) => {
    const width = (widths[i] ?? 0) * unit;
    const top = stack(band, left, width, band.inTime ? { fill: ink.subject } : { fill: ink.white, stroke: ink.subject, strokeWidth: 4 });
    if (!band.inTime)
      words.push({
        x: left + width / 2,
        y: top - (band.count === 0 ? 0 : 12),
        text: String(band.count),
        size: 28,
        weight: 700,
        fill: ink.subject,
        anchor: "middle",
        rests: [band.rests],
      });
    words.push({
      x: left + width / 2,
      y: axis + 40,
      text: i === 0 ? band.label : band.short,
      size: 24,
      weight: band.inTime ? 600 : 400,
      fill: ink.strong,
      anchor: "middle",
    });
    lines.push({ x: left, x2: left, y: axis, y2: axis + 10, stroke: ink.rule, strokeWidth: 2 });
    left += width;
    if (band.inTime) limit = left;
  });
  lines.push({ x: slide.left, x2: right, y: axis, y2: axis, stroke: ink.rule, strokeWidth: 2 });
  lines.push({ x: limit, x2: limit, y: rail - 44, y2: axis + 10, stroke: ink.text, strokeWidth: 4 });

  const sum = (of: readonly DayBand[]): number => of.reduce((n, band) => n + band.count, 0);
  const share = (n: number): string => formatInUnit((100 * n) / total, "percent", 1);
  const heading = (x: number, x2: number, text: string, fill: string, of: readonly DayBand[]): void => {
    const count = sum(of);
    lines.push({ x, x2, y: rail, y2: rail, stroke: fill, strokeWidth: 4 });
    words.push({ x, y: rail - 18, text: String(count), size: 34, weight: 700, fill, rests: of.map(({ rests }) => rests) });
    words.push({ x: x + textWidth(String(count), 34, "Bold") + 12, y: rail - 18, text, size: 26, weight: 600, fill });
  };
  const [inTime, afterIt] = [bands.filter((band) => band.inTime === true), bands.filter((band) => band.inTime === false)];
  const [onTime, late] = [sum(inTime), sum(afterIt)];
  heading(slide.left, limit - 12, `on time, ${share(onTime)}`, ink.subject, inTime);
  heading(limit + 12, right, `later than ${statutoryDays} working days, ${share(late)}`, ink.subject, afterIt);
  words.push({
    x: limit + 20,
    y: rail + 52,
    text: `Statutory limit: ${statutoryDays} working days`,
    size: 26,
    weight: 600,
    fill: ink.text,
  });
  if (none) {
    const at = slide.right - noneWidth;
    stack(none, at - 4, noneWidth + 8, { fill: ink.white, stroke: ink.quiet, strokeWidth: 3 });
    heading(at, slide.right, `none, ${share(none.count)}`, ink.quiet, [none]);
    lines.push({ x: at, x2: slide.right, y: axis, y2: axis, stroke: ink.rule, strokeWidth: 2 });
    words.push({ x: at, y: axis + 40, text: none.short, size: 24, fill: ink.strong });
  }
  answerPrinted(model, { left: limit + 190, right, top: rail + 112, onTime }, words, lines);
  return plotSlide(model.words.alt, [...plotDots(dots), ...plotLines(lines)], words);
}

/** A printed percentage that the paper's own counts do not give is answered inside the picture. */
function answerPrinted(
  { contradicted, bands, total }: BandsModel,
  at: { left: number; right: number; top: number; onTime: number },
  words: Word[],
  lines: Line[],
): void {
  if (!contradicted) return;
  const { printed, numerator } = contradicted;
  const next = bands.find((band) => band.inTime === false);
  const adds =
    next && numerator === at.onTime + next.count
      ? `: it adds the ${next.count} children assessed at ${next.short} days, after the limit`
      : "";
  const text = `That is ${numerator} of ${total}${adds}. Within ${statutoryDays} days it is ${at.onTime} of ${total}.`;
  const texts = [
    `The paper prints ${formatInUnit(printed, "percent", 1)} on time.`,
    ...wrapText(text, 27, "Regular", Math.min(500, at.right - at.left - 30)),
  ];
  texts.forEach((line, i) =>
    words.push({
      x: at.left + 20,
      y: at.top + 24 + i * 36,
      text: line,
      size: 27,
      weight: i === 0 ? 600 : 400,
      fill: i === 0 ? ink.text : ink.strong,
    }),
  );
  lines.push({ x: at.left, x2: at.left, y: at.top - 4, y2: at.top + 36 * texts.length, stroke: ink.rule, strokeWidth: 3 });
}
