import type { Finding } from "../../../model/finding.ts";
import { parsePeriodText } from "../../../extract/grammar/periods.ts";
import { perTable } from "../../check.ts";
import type { Cell, Grid } from "../../reading/grid.ts";
import type { Reading } from "../../reading/reading.ts";
import { wrongWayRound } from "./wrong-way-round.ts";
import { wordings } from "../../vocabulary/patterns.ts";

/** What the cells of a column are, all of them: one kind that its heading can be held against. */
type Kind = "percentages" | "whole numbers" | "amounts" | "words" | "dates";

const isDate = (text: string): boolean => /\b(?:19|20)\d{2}\b/u.test(text) && parsePeriodText(text) !== null;
const isBlank = ({ text }: Cell): boolean => /^(?:[-–—]|n\/?a)?$/iu.test(text);
function kindOf(cell: Cell): Kind | null {
  if (isDate(cell.text)) return "dates";
  if (/^\d[\d,.]* ?(?:%|per ?cent)$/iu.test(cell.text)) return "percentages";
  if (/^£ ?\d[\d,.]*$/u.test(cell.text)) return "amounts";
  if (/^\d{1,3}(?:,?\d{3})*$/u.test(cell.text)) return "whole numbers";
  return /^\p{L}[^\d%£]*$/u.test(cell.text) ? "words" : null;
}

/** What may stand under a heading: the kinds that its words call for; null where they leave it open. */
const headings: readonly (readonly [RegExp, readonly Kind[]])[] = [
  [wordings`due(?: date)?|by when|deadline|timescale|completion date|target date`, ["dates"]],
  [wordings`lead(?: officer)?|owner|responsible(?: officer)?|who|action|task`, ["words"]],
  [wordings`level|grade|rating|band|judg(?:e)?ment|category|status|rag|outcome|direction`, ["words"]],
  [/%|\b(?:per ?cent|percentages?|shares?|proportions?|occupancy|take-up|rate)\b/iu, ["percentages"]],
  [/£|\b(?:costs?|spend(?:ing)?|budget|expenditure|amount)\b/iu, ["amounts"]],
  [
    wordings`
      number|count|children|pupils|young people|families|households|carers|staff|workers|posts|cases|incidents|episodes|complaints|referrals|
      visits|reviews|nights|beds|places|homes|schools|girls|boys|total|all`,
    ["whole numbers"],
  ],
];
const calledFor = (name: string): readonly Kind[] | null => {
  const found = headings.filter(([words]) => words.test(name));
  return found.length === 1 && name.split(" ").length < 4 ? found[0]![1] : null;
};

/** Two columns of which each is headed for what stands in the other: "Children: Normal, High" beside "Level: 81, 49". */
function report(reading: Reading, grid: Grid): Finding[] {
  const columns = grid.columns.flatMap((name, at) => {
    const cells = grid.rows.flatMap(({ cells }) => (cells[at] && !isBlank(cells[at]) ? [cells[at]] : []));
    const kinds = new Set(cells.map(kindOf));
    const [kind] = kinds;
    const wanted = calledFor(name);
    return at > 0 && kind && kinds.size === 1 && cells.length > 1 && wanted ? [{ name, kind, wanted }] : [];
  });
  const wrong = columns.filter(({ kind, wanted }) => !wanted.includes(kind));
  const [a, b] = wrong;
  // Numbers under a heading of shares may be shares without their sign; only beside a heading that has the shares are they not.
  if (!a || !b || wrong.length > 2 || !a.wanted.includes(b.kind) || !b.wanted.includes(a.kind)) return [];
  return wrongWayRound(
    reading,
    grid,
    a.name,
    b.name,
    `Under "${a.name}" stand ${a.kind} and under "${b.name}" ${b.kind}: the headings ${a.name} and ${b.name} are the wrong way round.`,
  );
}

export const exchangedHeadings = perTable("label", "Two headings of which each is over what the other calls for", report);
