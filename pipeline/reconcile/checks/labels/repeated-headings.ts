import { perTable } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { placeOfRow } from "../../reading/grid.ts";

const grade = /^(?:outstanding|good|adequate|inadequate|requires improvement(?: to be good)?|satisfactory|[1-4])$/iu;

/** A record of judgements in which one heading stands over two groups of rows. */
export const repeatedHeadings = perTable("label", "A heading printed twice in a record of findings", (reading, grid) => {
  const all = reading.source.blocks.find((block) => block === grid.block)?.table?.rows ?? [];
  const rows = all.map((row) => ({
    label: (row.cells[0] ?? "").trim(),
    rest: row.cells
      .slice(1)
      .map((cell) => cell.trim())
      .filter((cell) => cell !== ""),
    row,
  }));
  if (rows.filter(({ rest }) => rest.length === 1 && grade.test(rest[0] ?? "")).length < 4) return [];
  const headings = rows.flatMap(({ label, rest }, at) => (rest.length === 0 && label !== "" ? [{ label, at }] : []));
  return headings.flatMap(({ label, at }, index) => {
    const first = headings.findIndex((heading) => heading.label.toLowerCase() === label.toLowerCase());
    if (first === index || first === -1) return [];
    const under = rows.slice(headings[first]!.at, headings[first + 1]?.at);
    const before = under.slice(1).map((row) => row.label);
    return oneFinding(reading, {
      kind: "label",
      severity: "warning",
      stated: label,
      quote: under.map(({ row }) => row.raw).join(" / "),
      heading: `"${label}" heads two groups of judgements`,
      message: `"${label}" is printed twice. Where it stands first, over "${before[0] ?? ""}" and ${Math.max(0, before.length - 1)} more, the rows probably belong to the heading before it.`,
      place: placeOfRow(grid, null, `row ${at + 1}`),
    });
  });
});
