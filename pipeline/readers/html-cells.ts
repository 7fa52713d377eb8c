import { fold } from "./draft.ts";

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  ndash: "–",
  mdash: "—",
  rsquo: "’",
  lsquo: "‘",
  rdquo: "”",
  ldquo: "“",
  pound: "£",
  hellip: "…",
  bull: "•",
};

function decodeEntities(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,6})|#x([0-9a-f]{1,5})|([a-z]{2,6}));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name) return entities[name.toLowerCase()] ?? whole;
    const code = decimal ? Number(decimal) : Number.parseInt(hex ?? "", 16);
    return code > 31 && code < 0x110000 && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
  });
}

const breaks = /<\/?(?:p|div|br|li|ul|ol|h[1-6]|tr|td|th)(?:\s[^<>]{0,200})?\/?>/gi;
const tags = /<\/?(?:b|i|u|em|strong|span|sup|sub|a|font|small)(?:\s[^<>]{0,200})?\/?>/gi;

/** Text of a table cell without HTML tags and markdown emphasis, one item per paragraph that it holds. */
export function htmlParts(cell: string): string[] {
  const plain = cell.includes("<") ? cell.replace(breaks, "\n").replace(tags, "") : cell;
  const parts = decodeEntities(plain)
    .split("\n")
    .map((part) => fold(part.replace(/\*\*/g, "")))
    .filter((part) => part !== "");
  return parts.length > 0 ? parts : [""];
}
