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
  const layout = layOut(model);
  const { axis, rail, right, limit } = layout;
  const inTime = model.bands.filter((band) => band.inTime === true);
  const afterIt = model.bands.filter((band) => band.inTime === false);
  const onTime = sumOf(inTime);
  const share = (n: number): string => formatInUnit((100 * n) / model.total, "percent", 1);
  const parts: Part[] = [
    ...layout.spans.map((span, i) => bandPart(span, i === 0, layout)),
    {
      words: [],
      lines: [
        { x: slide.left, x2: right, y: axis, y2: axis, stroke: ink.rule, strokeWidth: 2 },
        { x: limit, x2: limit, y: rail - 44, y2: axis + 10, stroke: ink.text, strokeWidth: 4 },
      ],
      dots: [],
    },
    headingOf(inTime, `on time, ${share(onTime)}`, { x: slide.left, x2: limit - 12, y: rail }, ink.subject),
    headingOf(
      afterIt,
      `later than ${statutoryDays} working days, ${share(sumOf(afterIt))}`,
      { x: limit + 12, x2: right, y: rail },
      ink.subject,
    ),
    {
      words: [
        {
          x: limit + 20,
          y: rail + 52,
          text: `Statutory limit: ${statutoryDays} working days`,
          size: 26,
          weight: 600,
          fill: ink.text,
        },
      ],
      lines: [],
      dots: [],
    },
    ...(model.none ? nonePart(model.none, `none, ${share(model.none.count)}`, layout) : []),
  ];
  const words = [...layout.frame.words, ...parts.flatMap((part) => part.words)];
  const lines = parts.flatMap((part) => part.lines);
  answerPrinted(model, { left: limit + 190, right, top: rail + 112, onTime }, words, lines);
  return plotSlide(model.words.alt, [...plotDots(parts.flatMap((part) => part.dots)), ...plotLines(lines)], words);
}

/** What a part of the slide adds to it. */
type Part = { words: Word[]; lines: Line[]; dots: (Mark & { x: number; y: number; band: string })[] };
type Layout = ReturnType<typeof layOut>;
type Span = { band: DayBand; left: number; width: number };

/** Days that a band takes on the axis; the last has no end. */
const daysOf = ({ from, to }: DayBand): number => (to === null ? 10 : to - (from ?? 0) + ((from ?? 0) === 0 ? 0 : 1));
const sumOf = (bands: readonly DayBand[]): number => bands.reduce((n, band) => n + band.count, 0);
/** Room for those without an assessment. */
const noneWidth = 288;

function layOut(model: BandsModel) {
  const { bands, none, perMark } = model;
  const frame = slideFrame({ ...model.words, source: model.source });
  const axis = frame.bottom - 88;
  const rail = frame.top + 114;
  const right = slide.right - (none ? noneWidth + 84 : 0);
  const unit = (right - slide.left) / bands.map(daysOf).reduce((sum, n) => sum + n, 0);
  const spans: Span[] = [];
  let left: number = slide.left;
  let limit: number = slide.left;
  for (const band of bands) {
    const width = daysOf(band) * unit;
    spans.push({ band, left, width });
    left += width;
    if (band.inTime) limit = left;
  }
  const ceiling = rail + 40;
  const fits = ({ band, width }: Span, scale: number): boolean => {
    const columns = Math.max(1, Math.floor((width - 36) / (cell * scale)));
    return Math.ceil(Math.ceil(band.count / perMark) / columns) * cell * scale <= axis - ceiling - 60;
  };
  // Every stack keeps one size of circle: the one at which the tallest fits under the rail.
  const scaleFor = (span: Span): number => {
    for (let scale = 1; scale > 0.2; scale -= 0.05) if (fits(span, scale)) return scale;
    return 0.2;
  };
  return { frame, axis, rail, right, limit, spans, perMark, scale: Math.min(1, ...spans.map(scaleFor)) };
}

/** The circles of a band from the axis upwards, crossed out where there was no assessment; `top` is where they end. */
function stackOf({ band, left, width }: Span, style: Omit<Mark, "shape" | "radius">, { axis, scale, perMark }: Layout) {
  const step = cell * scale;
  const n = Math.ceil(band.count / perMark);
  const columns = Math.max(1, Math.floor((width - 24) / step));
  // Late bands of one row stand in the middle of their days; the others fill their rows from the left.
  const used = band.inTime === false ? Math.min(columns, n) : columns;
  const start = left + (width - used * step) / 2;
  const spots = Array.from({ length: n }, (_, k) => ({
    x: start + ((k % columns) + 0.5) * step,
    y: axis - 20 - radius * scale - Math.floor(k / columns) * step,
  }));
  const shape = { shape: "circle", radius: (radius - (style.strokeWidth ? 2 : 0)) * scale, ...style };
  const reach = 5.5 * scale;
  return {
    top: axis - 20 - Math.ceil(n / columns) * step,
    dots: spots.map((at) => ({ ...at, band: band.label, ...shape })),
    crosses: spots.flatMap(({ x, y }) =>
      (band.inTime === null ? [-1, 1] : []).map((side) => ({
        x: x - reach,
        x2: x + reach,
        y: y - side * reach,
        y2: y + side * reach,
        stroke: ink.quiet,
        strokeWidth: 2.5,
      })),
    ),
  };
}

function bandPart(span: Span, isFirst: boolean, layout: Layout): Part {
  const { band, left, width } = span;
  const { axis } = layout;
  const own = band.inTime ? { fill: ink.subject } : { fill: ink.white, stroke: ink.subject, strokeWidth: 4 };
  const { top, dots, crosses } = stackOf(span, own, layout);
  const count: Word = {
    x: left + width / 2,
    y: top - (band.count === 0 ? 0 : 12),
    text: String(band.count),
    size: 28,
    weight: 700,
    fill: ink.subject,
    anchor: "middle",
    rests: [band.rests],
  };
  const days: Word = {
    x: left + width / 2,
    y: axis + 40,
    text: isFirst ? band.label : band.short,
    size: 24,
    weight: band.inTime ? 600 : 400,
    fill: ink.strong,
    anchor: "middle",
  };
  return {
    words: band.inTime ? [days] : [count, days],
    lines: [...crosses, { x: left, x2: left, y: axis, y2: axis + 10, stroke: ink.rule, strokeWidth: 2 }],
    dots,
  };
}

/** A bracket over some bands, with how many children they hold. */
function headingOf(bands: readonly DayBand[], text: string, { x, x2, y }: { x: number; x2: number; y: number }, fill: string): Part {
  const count = String(sumOf(bands));
  return {
    words: [
      { x, y: y - 18, text: count, size: 34, weight: 700, fill, rests: bands.map(({ rests }) => rests) },
      { x: x + textWidth(count, 34, "Bold") + 12, y: y - 18, text, size: 26, weight: 600, fill },
    ],
    lines: [{ x, x2, y, y2: y, stroke: fill, strokeWidth: 4 }],
    dots: [],
  };
}

/** Those without an assessment, apart from the axis of days. */
function nonePart(none: DayBand, text: string, layout: Layout): Part[] {
  const left = slide.right - noneWidth;
  const { axis, rail } = layout;
  const span = { band: none, left: left - 4, width: noneWidth + 8 };
  const { dots, crosses } = stackOf(span, { fill: ink.white, stroke: ink.quiet, strokeWidth: 3 }, layout);
  return [
    { words: [], lines: crosses, dots },
    headingOf([none], text, { x: left, x2: slide.right, y: rail }, ink.quiet),
    {
      words: [{ x: left, y: axis + 40, text: none.short, size: 24, fill: ink.strong }],
      lines: [{ x: left, x2: slide.right, y: axis, y2: axis, stroke: ink.rule, strokeWidth: 2 }],
      dots: [],
    },
  ];
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
