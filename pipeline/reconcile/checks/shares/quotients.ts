import type { Cell } from "../../reading/grid.ts";
import { isTotal, numberAt, type Line, type Turned } from "../../reading/lines.ts";
import type { Agreement } from "../../numbers/rounding.ts";
import { judgeShare } from "../../numbers/shares.ts";
import { isOwnLevel, isReckoned } from "../../vocabulary/headings.ts";

/** A percentage of a table with the counts that another place of the table gives for it. */
export type Point = { line: Line; at: number; cell: Cell; count: number; of: number; verdict: Agreement };

const isOwnPercent = ({ name, cells }: Line): boolean =>
  isOwnLevel(name) && cells.some((cell) => cell.unit === "percent" && cell.value !== null);

const ofAll = /(?:%|per ?cent(?:age)?|share|proportion) of (?:the )?(?:all|total|whole|grand total|overall total)(?: \([^)]*\))?$/iu;
const isWrong = ({ verdict }: Point): boolean => verdict === "wrong";
/** Every percentage of a line, and more than one, is the one line over the other. */
function fitsAll(line: Line, above: Line, below: Line): boolean {
  const cells =
    line === above || line === below
      ? []
      : line.cells.flatMap((cell, at) => (cell.unit === "percent" && cell.value !== null ? [{ cell, at }] : []));
  return (
    cells.length > 1 &&
    cells.every(({ cell, at }) => {
      const [count, of] = [numberAt(above, at, "count"), numberAt(below, at, "count")];
      return count !== null && of !== null && of > 0 && judgeShare(count, of, cell) === "rounded";
    })
  );
}

/** "Upheld 8, partly upheld 5, not upheld 7, closed 20: upheld in full or part 65%": two lines side by side over a third, meant where all of it fits, or all but one of four. */
function ofTwoTogether(turned: Turned, line: Line, below: Line): Point[][] {
  return turned.lines.slice(1).flatMap((second, before) => {
    const first = turned.lines[before];
    if (!first || [first, second, below].includes(line) || [first, second].includes(below)) return [];
    const points = line.cells.flatMap((cell, at): Point[] => {
      const [a, b, of] = [first, second, below].map((one) => numberAt(one, at, "count"));
      if (cell.unit !== "percent" || cell.value === null || a == null || b == null || of == null || of === 0) return [];
      return [{ line, at, cell, count: a + b, of, verdict: judgeShare(a + b, of, cell) }];
    });
    const wrong = points.filter(({ verdict }) => verdict !== "rounded").length;
    return points.length > 2 && wrong <= (points.length > 3 ? 1 : 0) ? [points] : [];
  });
}

/** Percentages that are one line over another: "Completed", "Due", "%". */
export function quotients(turned: Turned): Point[][] {
  const sets: Point[][] = [];
  for (const line of turned.lines) {
    // "Quenby %, England %": the percentages of others are no shares of the counts beside them.
    if (isReckoned(line.name) || (!isOwnLevel(line.name) && turned.lines.some(isOwnPercent))) continue;
    const percents = line.cells.flatMap((cell, at) =>
      cell.value !== null && cell.unit === "percent" && !isReckoned(turned.names[at] ?? "") ? [{ cell, at }] : [],
    );
    if (percents.length === 0) continue;
    sets.push(...turned.lines.flatMap((below) => ofTwoTogether(turned, line, below)));
    for (const above of turned.lines) {
      for (const below of turned.lines) {
        if (above === below || above === line || below === line) continue;
        // "% of all" is of the total, whatever two other lines make by chance.
        if (ofAll.test(line.name) && !isTotal(below.name)) continue;
        const points = percents.flatMap(({ cell, at }): Point[] => {
          const [count, of] = [numberAt(above, at, "count"), numberAt(below, at, "count")];
          // "Target 300, delivered 330, 110.0": the one over the other, whichever is the larger.
          return count === null || of === null || of === 0 || count > of || cell.value === null || judgeShare(of, count, cell) === "rounded"
            ? []
            : [{ line, at, cell, count, of, verdict: judgeShare(count, of, cell) }];
        });
        // "2022/23 %" fits these counts, so that "2021/22 %" is of others.
        const isOfAnother =
          points.length > 1 && points.some(isWrong) && turned.lines.some((other) => other !== line && fitsAll(other, above, below));
        if (points.length > 0 && !isOfAnother) sets.push(points);
        // "Vacancies divided by vacancies and workers in post": a part over itself and the rest, taken for meant where all of it fits.
        const both = percents.flatMap(({ cell, at }): Point[] => {
          const [count, rest] = [numberAt(above, at, "count"), numberAt(below, at, "count")];
          return count === null || rest === null || count + rest === 0 || cell.value === null
            ? []
            : [{ line, at, cell, count, of: count + rest, verdict: judgeShare(count, count + rest, cell) }];
        });
        if (both.length > 1 && both.every((point) => point.verdict === "rounded")) sets.push(both);
      }
    }
  }
  return sets;
}
