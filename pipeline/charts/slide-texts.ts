import type { DrawnChart } from "./draw-charts.ts";
import type { DrawText } from "./render/draw-list.ts";
import { restsAt } from "./rested.ts";
import { ink, slide } from "./theme.ts";

/** A text of a slide, or said in its place: words and labels of figures, the line of sources, or what stands along a scale. */
export type SlideText = {
  readonly text: string;
  readonly part: "figures" | "source" | "scale";
  /** The rows whose figures a label prints; null where it may be any of the chart's. */
  readonly rests: readonly string[] | null;
  /** The place that a figure is said to be of, by its label or by the name before it; "" without one. */
  readonly place: string;
};

const loneNumber = /^[−£]?[\d,]+(?:\.\d+)?%?$|^(?:[A-Z][a-z]{2,8} )?(?:19|20)\d{2}(?:\/\d{2})?$/;
/** Of a stretch of the scale without figures: "for 2013 to 2015". */
const emptyYears = /^for (?:19|20)\d{2}(?: to (?:19|20)\d{2})?$/;
const plain = (text: string): string => text.replace(/\s+/g, " ").trim();

/** Lines of one label stand closer than most rows of a table do; a line with a number is whole. */
const closest = 1.2;

/** The labels of a drawing, those that are broken into lines whole again: "North" over "Lincolnshire 20.9" is no figure of Lincolnshire. */
function labelsOf(lines: readonly DrawText[]): DrawText[] {
  const labels: DrawText[] = [];
  let line: DrawText | null = null;
  for (const item of lines) {
    const last = labels.at(-1);
    const goesOn =
      last &&
      line &&
      !/\d/.test(line.text) &&
      item.x === line.x &&
      item.fill === line.fill &&
      item.size === line.size &&
      item.anchor === line.anchor &&
      item.y > line.y &&
      item.y - line.y <= closest * item.size;
    if (goesOn) labels[labels.length - 1] = { ...last, text: `${last.text} ${item.text}` };
    else labels.push(item);
    line = item;
  }
  return labels;
}

/** A line of the notes and the source, which stand at the foot of every slide. */
const isFoot = ({ x, y, size, fill, anchor }: DrawText): boolean =>
  x === slide.left &&
  size === slide.notes.size &&
  fill === ink.quiet &&
  anchor === "start" &&
  Math.abs((slide.notes.y - y) % slide.notes.line) < 0.01;

/** "166 of 174" is a figure still, "2 at 0%" is words. */
const hasWords = (text: string): boolean => /[a-z]{2}/i.test(text.replace(/\bof\b/g, ""));

/** "England (dotted) 84%". */
const namedFigure = /^(\D+?)(?: \([a-z ]+\))? [−£]?\d[\d,.]*%?$/;

/** A figure with its place: that of its own words, or the name before it at its height, so that it reads "Bexley 90%". Others as they are. */
function withPlace(label: DrawText, names: readonly DrawText[], places: ReadonlySet<string>): { text: string; place: string } {
  const text = plain(label.text);
  const own = namedFigure.exec(text)?.[1] ?? "";
  if (places.has(own)) return { text, place: own };
  // Two counts are told apart by themselves.
  if (/[a-z]{2}/i.test(text) || !/\d/.test(text)) return { text, place: "" };
  const before = names.filter((one) => Math.abs(one.y - label.y) < 1 && one.x < label.x).sort((a, b) => b.x - a.x)[0];
  const place = before ? plain(before.text) : "";
  return { text: place === "" ? text : `${place} ${text}`, place };
}

/**
 * Everything that a chart says: title, subtitle, notes, source and description whole, then the labels of the
 * drawing. Words that the drawing breaks into lines are not told twice. `places` are the names that rows of a drawing
 * may start with.
 */
export function slideTexts({ row, list, labels }: Pick<DrawnChart, "row" | "list" | "labels">, places: ReadonlySet<string>): SlideText[] {
  const whole = [row.title, row.subtitle, row.notes, row.alt, row.source].map(plain);
  const words = whole.map((text, at): SlideText => ({
    text,
    part: at === whole.length - 1 ? "source" : "figures",
    rests: null,
    place: "",
  }));
  const lines = list.items.filter((item) => item.kind === "text");
  // Notes that only the drawing gives rise to, such as lines that lie on each other, are told with the others, line by line.
  const foot = whole.reduce(
    (left, text) => left.replace(text, ""),
    plain(
      lines
        .filter(isFoot)
        .map(({ text }) => text)
        .join(" "),
    ),
  );
  const drawn = labelsOf(lines.filter((line) => !isFoot(line)));
  const names = drawn.filter((item) => places.has(plain(item.text)));
  const printed = drawn.flatMap((item): SlideText[] => {
    const text = plain(item.text);
    const rests = restsAt(labels, item);
    if (item.fill === ink.quiet && (loneNumber.test(text) || emptyYears.test(text))) return [{ text, part: "scale", rests, place: "" }];
    if (rests === null && hasWords(text) && whole.some((one) => one.includes(text))) return [];
    return [{ ...withPlace(item, names, places), part: "figures", rests }];
  });
  return [...words, { text: plain(foot), part: "figures" as const, rests: null, place: "" }, ...printed].filter(({ text }) => text !== "");
}
