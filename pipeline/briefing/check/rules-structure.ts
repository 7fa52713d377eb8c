import type { PdfFile } from "./parse-pdf.ts";
import { textOf } from "./parse-pdf.ts";
import { attributes, walk, type Element } from "./structure.ts";

type Breach = (rule: string, message: string) => void;

const standard = new Set([
  "Document",
  "Sect",
  "H1",
  "H2",
  "H3",
  "P",
  "L",
  "LI",
  "Lbl",
  "LBody",
  "TOC",
  "TOCI",
  "Reference",
  "Table",
  "THead",
  "TBody",
  "TR",
  "TH",
  "TD",
  "Figure",
  "Caption",
  "Link",
  "Span",
]);
/** Where an element may stand, for those that may not stand anywhere. */
const parents: Readonly<Record<string, readonly string[]>> = {
  LI: ["L"],
  Lbl: ["LI"],
  LBody: ["LI"],
  TOCI: ["TOC"],
  THead: ["Table"],
  TBody: ["Table"],
  TR: ["Table", "THead", "TBody"],
  TH: ["TR"],
  TD: ["TR"],
};
const children: Readonly<Record<string, readonly string[]>> = {
  L: ["L", "LI", "Caption"],
  LI: ["Lbl", "LBody"],
  TOC: ["TOC", "TOCI", "Caption"],
  Table: ["TR", "THead", "TBody", "Caption"],
  THead: ["TR"],
  TBody: ["TR"],
  TR: ["TH", "TD"],
};

export function checkStructure(file: PdfFile, structure: readonly Element[], breach: Breach): void {
  let level = 0;
  for (const { element, parent } of walk(structure)) {
    const { tag } = element;
    if (!standard.has(tag)) breach("02-001", `${tag} is not a standard tag`);
    const allowed = parents[tag];
    if (allowed && !(parent && allowed.includes(parent.tag))) breach("09-004", `${tag} stands in ${parent?.tag ?? "nothing"}`);
    for (const child of element.children)
      if (children[tag] && !children[tag].includes(child.tag)) breach("09-004", `${tag} holds ${child.tag}`);
    const heading = /^H([1-6])$/.exec(tag);
    if (heading) {
      const own = Number(heading[1]);
      if (level === 0 && own !== 1) breach("14-002", `the first heading is ${tag}`);
      if (own > level + 1) breach("14-003", `${tag} follows a heading of level ${level}`);
      level = own;
    }
    if (tag === "Figure") {
      if ((textOf(element.dict["Alt"]) ?? "").trim() === "") breach("13-004", "a figure has no alternative text");
      const box = attributes(file, element, "Layout")?.["BBox"];
      if (!Array.isArray(box) || box.length !== 4) breach("house", "a figure has no bounding box");
    }
    if (tag === "Table") checkTable(file, element, breach);
    if (tag === "Link" && element.annotations.length === 0) breach("28-011", "a Link tag has no link");
    const empty = element.children.length === 0 && element.content.length === 0 && element.annotations.length === 0;
    if (empty && tag !== "TD" && tag !== "TH") breach("house", `a ${tag} is empty`);
  }
}

function checkTable(file: PdfFile, table: Element, breach: Breach): void {
  const rows = [...walk([table])].map(({ element }) => element).filter(({ tag }) => tag === "TR");
  const widthOf = (row: Element): number =>
    row.children.reduce((sum, cell) => sum + Number(attributes(file, cell, "Table")?.["ColSpan"] ?? 1), 0);
  const widths = new Set(rows.map(widthOf));
  if (widths.size > 1) breach("15-003", `a table has rows of ${[...widths].sort((a, b) => a - b).join(" and ")} columns`);
  for (const cell of rows.flatMap((row) => row.children)) {
    if (cell.tag === "TH" && attributes(file, cell, "Table")?.["Scope"] === undefined) breach("15-003", "a table heading has no scope");
  }
}
