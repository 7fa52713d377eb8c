import { load, type CheerioAPI } from "cheerio";

type Level = { start: number; format: string; text: string; style: string; legal: boolean; restart: number | null };
type List = { levels: Map<number, Level>; styleLink: string };
/** A use of a list: lists of the same pattern count on, unless one starts anew. */
type Use = { pattern: string; starts: Map<number, number> };

const deepest = 9;
const mostBasedOn = 20;

const parse = (xml: string): CheerioAPI => load(xml, { xml: { decodeEntities: false } });
const valueOf = (within: ReturnType<CheerioAPI>, name: string): string | undefined => within.children(`w\\:${name}`).first().attr("w:val");

function letters(n: number): string {
  // Word doubles the letter after z: aa, bb.
  return n < 1 ? "" : String.fromCharCode(97 + ((n - 1) % 26)).repeat(Math.min(10, Math.floor((n - 1) / 26) + 1));
}

function roman(n: number): string {
  if (n < 1 || n > 3999) return String(n);
  const signs: [number, string][] = [
    [1000, "m"],
    [900, "cm"],
    [500, "d"],
    [400, "cd"],
    [100, "c"],
    [90, "xc"],
    [50, "l"],
    [40, "xl"],
    [10, "x"],
    [9, "ix"],
    [5, "v"],
    [4, "iv"],
    [1, "i"],
  ];
  let [left, text] = [n, ""];
  for (const [size, sign] of signs) for (; left >= size; left -= size) text += sign;
  return text;
}

function shown(n: number, format: string): string {
  if (format === "lowerLetter") return letters(n);
  if (format === "upperLetter") return letters(n).toUpperCase();
  if (format === "lowerRoman") return roman(n);
  if (format === "upperRoman") return roman(n).toUpperCase();
  if (format === "decimalZero") return String(n).padStart(2, "0");
  return format === "none" ? "" : String(n);
}

function readLists($: CheerioAPI): { patterns: Map<string, List>; uses: Map<string, Use> } {
  const patterns = new Map<string, List>();
  $("w\\:abstractNum").each((_, element) => {
    const levels = new Map<number, Level>();
    $(element)
      .children("w\\:lvl")
      .each((_at, level) => {
        const one = $(level);
        const restart = valueOf(one, "lvlRestart");
        levels.set(Number(one.attr("w:ilvl")), {
          start: Number(valueOf(one, "start") ?? "0"),
          format: valueOf(one, "numFmt") ?? "decimal",
          text: valueOf(one, "lvlText") ?? "",
          style: valueOf(one, "pStyle") ?? "",
          legal: one.children("w\\:isLgl").length > 0,
          restart: restart === undefined ? null : Number(restart),
        });
      });
    patterns.set($(element).attr("w:abstractNumId") ?? "", { levels, styleLink: valueOf($(element), "numStyleLink") ?? "" });
  });
  const uses = new Map<string, Use>();
  $("w\\:num").each((_, element) => {
    const starts = new Map<number, number>();
    $(element)
      .children("w\\:lvlOverride")
      .each((_at, override) => {
        const start = valueOf($(override), "startOverride");
        if (start !== undefined) starts.set(Number($(override).attr("w:ilvl")), Number(start));
      });
    uses.set($(element).attr("w:numId") ?? "", { pattern: valueOf($(element), "abstractNumId") ?? "", starts });
  });
  return { patterns, uses };
}

type Style = { basedOn: string; use: string | undefined; level: string | undefined };

function readStyles($: CheerioAPI): Map<string, Style> {
  const styles = new Map<string, Style>();
  $("w\\:style").each((_, element) => {
    const numbers = $(element).children("w\\:pPr").children("w\\:numPr");
    styles.set($(element).attr("w:styleId") ?? "", {
      basedOn: valueOf($(element), "basedOn") ?? "",
      use: valueOf(numbers, "numId"),
      level: valueOf(numbers, "ilvl"),
    });
  });
  return styles;
}

/** The number as a reader sees it; figures end in a full stop, so that none is taken for a figure of the sentence. */
function printed(text: string): string {
  const bare = /^\(?(\d+(?:\.\d+)*)[.):]?$/.exec(text.trim())?.[1];
  return bare === undefined ? text.trim() : `${bare}.`;
}

/**
 * Writes the numbers of automatic lists into the text of a Word document, where a reader of the page sees
 * them: the file holds only the rules by which Word counts. Takes and gives the XML of its parts; "" for a
 * part that it has not. Bullets stay as they are, and text boxes, whose place in the count is not known.
 */
export function writeNumbers(document: string, numbering: string, styleSheet: string): string {
  const { patterns, uses } = readLists(parse(numbering));
  const styles = readStyles(parse(styleSheet));
  const $ = parse(document);
  const counters = new Map<string, number[]>();
  const begun = new Set<string>();

  const listOf = (use: Use): { key: string; list: List } | null => {
    const list = patterns.get(use.pattern);
    // A list that is only a link to a style is counted as the list of that style.
    const linked = list?.styleLink ? uses.get(styles.get(list.styleLink)?.use ?? "") : undefined;
    const target = linked ? patterns.get(linked.pattern) : list;
    return target ? { key: linked?.pattern ?? use.pattern, list: target } : null;
  };

  $("w\\:p").each((_, element) => {
    const properties = $(element).children("w\\:pPr");
    const own = properties.children("w\\:numPr");
    const styleId = valueOf(properties, "pStyle") ?? "";
    let [useId, level] = [valueOf(own, "numId"), valueOf(own, "ilvl")];
    for (let [name, steps] = [styleId, 0]; useId === undefined && name !== "" && steps < mostBasedOn; steps++) {
      const style = styles.get(name);
      useId = style?.use;
      level ??= style?.level;
      name = style?.basedOn ?? "";
    }
    const use = uses.get(useId ?? "");
    const found = use ? listOf(use) : null;
    if (!use || !found || useId === "0" || $(element).closest("w\\:txbxContent").length > 0) return;
    const { levels } = found.list;
    const at = Math.min(deepest - 1, Number(level ?? [...levels].find(([, one]) => one.style !== "" && one.style === styleId)?.[0] ?? 0));
    const rule = levels.get(at);
    if (!rule) return;

    const counts = counters.get(found.key) ?? [];
    counters.set(found.key, counts);
    const firstUse = !begun.has(`${useId} ${at}`);
    begun.add(`${useId} ${at}`);
    const anew = firstUse ? use.starts.get(at) : undefined;
    counts[at] = anew ?? (counts[at] === undefined ? rule.start : counts[at] + 1);
    for (let below = at + 1; below < deepest; below++) if ((levels.get(below)?.restart ?? below) > at) delete counts[below];
    if (rule.format === "bullet") return;
    const text = rule.text.replace(/%([1-9])/g, (_sign, digit: string) => {
      const one = Number(digit) - 1;
      const other = levels.get(one);
      counts[one] ??= other?.start ?? 1;
      return shown(counts[one], rule.legal ? "decimal" : (other?.format ?? "decimal"));
    });
    if (printed(text) === "") return;
    const run = `<w:r><w:t xml:space="preserve">${printed(text)} </w:t></w:r>`;
    if (properties.length > 0) properties.after(run);
    else $(element).prepend(run);
  });
  return $.xml();
}
