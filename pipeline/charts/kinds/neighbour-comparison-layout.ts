import { textWidth } from "../../core/fonts.ts";
import { slideFrame } from "../frame.ts";
import { position } from "../layout/axis.ts";
import { slide } from "../theme.ts";
import { crowded } from "./crowded.ts";
import type { ComparisonModel } from "./neighbour-comparison.ts";

/** Size of the words in the rows. */
export const size = slide.value;

export type Layout = ReturnType<typeof layOut>;

/** Columns from the widths of what stands in them, then rows from the room that the frame leaves. */
export function layOut(model: ComparisonModel) {
  const { members, comparators, axis } = model;
  const authority = model.row.authority;
  const verdictHead = textWidth(`${authority} is`, 24, "Semibold") <= 280 ? `${authority} is` : "Verdict";
  const countHead = model.hasCounts ? headOfCounts(model) : "";
  const nameWidth = Math.max(
    widest(
      members.filter((m) => !m.subject).map((m) => m.name),
      size,
      "Regular",
    ),
    widest([authority], size, "Bold"),
    widest(
      comparators.map((c) => c.name),
      size,
      "Semibold",
    ),
    textWidth(`${model.order}: `, 24) + textWidth(model.rank, 24, "Semibold"),
  );
  const lastWidth = Math.max(
    widest(
      members.map((m) => m.counts),
      size,
      "Bold",
    ),
    widest([countHead, verdictHead], 24, "Semibold"),
    widest(
      comparators.map((c) => c.verdict),
      size,
      "Semibold",
    ),
    196,
  );
  const valueRight = slide.right - lastWidth - 60;
  const valueWidth = Math.max(
    widest(
      members.map((m) => m.shown),
      size,
      "Bold",
    ),
    widest(
      comparators.map((c) => c.shown),
      size,
      "Semibold",
    ),
    textWidth(model.valueHead, 24, "Semibold"),
  );
  const left = slide.left + nameWidth + 52;
  const right = valueRight - valueWidth - 56;

  const closeness = crowded(comparators, axis, left, right);
  const frame = slideFrame({ ...model.words, notes: [...model.words.notes, ...closeness.notes], source: model.source });
  const head = frame.top + 62;
  const first = head + 53;
  const rows = members.length;
  const gap = comparators.length === 0 ? 0 : 2.06;
  const steps = rows - 1 + gap + Math.max(comparators.length - 1, 0);
  const pitch = Math.min(50, (frame.bottom - 44 - 62 - first) / Math.max(steps, 1));
  const rowY = (i: number): number => first + i * pitch;
  const comparatorY = (i: number): number => first + (rows - 1 + gap + i) * pitch;
  const foot = (comparators.length > 0 ? comparatorY(comparators.length - 1) : rowY(rows - 1)) + 30;
  const x = (value: number): number => position(axis, value, left, right);
  return {
    frame,
    hidden: closeness.hidden,
    verdictHead,
    countHead,
    left,
    right,
    valueRight,
    head,
    top: first - 26,
    foot,
    rowY,
    comparatorY,
    x,
  };
}

const widest = (texts: readonly string[], px: number, face: "Regular" | "Semibold" | "Bold"): number =>
  Math.max(0, ...texts.map((text) => textWidth(text, px, face)));

/** "Children up to date" where that is English and short enough, else "Children": nobody reads "Children returned" as forms. */
function headOfCounts({ measure, countHead }: ComparisonModel): string {
  const state = measure.indicator.wording.state ?? "";
  const long = `${countHead} ${state}`;
  return /^(?:up to|on|in) /.test(state) && textWidth(long, 24, "Semibold") <= 240 ? long : countHead;
}
