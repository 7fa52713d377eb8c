/** A line of a text file, already told apart by what stands at its start. */
export type Line = {
  /** Without the marker; white space at its end removed, tabs kept. */
  text: string;
  /** The whole line, with the tabs at its end, for tables. */
  whole: string;
  kind: "blank" | "plain" | "bullet" | "numbered" | "heading" | "rule";
  /** Number printed at the start, without its full stop. */
  label: string;
  /** Depth of a markdown heading, or of a bullet from 1. */
  level: number;
  indent: number;
  line: number;
  page: number | null;
};

const bullet = /^(?:[-+*]|[•◦▪▫■□●○‣⁃∙·–—\uf0b7\uf0a7\uf0d8\uf02d]|[o¾Øü§](?= {2,}|\t))\s+/;
/** "92.", "4.1" before a capital, "4.1.", "(3)", "CPP/17/20." or a letter; a bare number needs its full stop. */
const numbered =
  /^(?:(\d{1,3}(?:\.\d{1,2}){1,3})(?:[.)]|(?=\s+[^a-z%]))|\(?(\d{1,3})[.)]|([A-Z]{2,5}\/\d{2,4}\/\d{1,4})\.?|\(?([a-z]|[ivx]{1,4})[.)])(?=\s)\s+/;
const mark = /^(#{1,6})\s+/;
const rule = /^(?:-{3,}|={3,}|\*{3,}|_{3,}|(?:-\s){3,}-?|(?:\*\s){3,}\*?)$/;

/** Removes the asterisks and underscores of markdown emphasis; words keep theirs. */
export function withoutEmphasis(text: string): string {
  if (!text.includes("*") && !text.includes("_")) return text;
  return text
    .replace(/\*{2,3}(?=\S)([^*]{1,400}?)\*{2,3}/g, "$1")
    .replace(/(^|[\s(‘'"“])\*(?=[^\s*])([^*]{1,400}?)\*(?=$|[\s).,;:’'"”])/g, "$1$2")
    .replace(/(^|[\s(])_{1,2}(?=[^\s_])([^_]{1,400}?)_{1,2}(?=$|[\s).,;:])/g, "$1$2")
    .replace(/^\*{2,3}\s*|\s*\*{2,3}$/g, "");
}

/** A numbered line is a title when it is an item of minutes, or all of it stands out. */
function isNumberedTitle(label: string, rest: string): boolean {
  if (rest.length > 140 || !/^\**[A-Z]/.test(rest)) return false;
  if (label.includes("/")) return true;
  const bold = /^\*\*[^*]+\*\*$/.test(rest) && !/[.;,]\**$/.test(rest);
  return bold || (/[A-Z]{3}/.test(rest) && rest === rest.toUpperCase());
}

function classify(whole: string, line: number, page: number | null): Line {
  const bare = whole.trimEnd();
  let text = bare.trimStart();
  const indent = bare.length - text.length;
  const base: Line = { text: bare, whole, kind: "plain", label: "", level: 0, indent, line, page };
  if (text === "") return { ...base, kind: "blank" };
  if (text.length < 200 && rule.test(text)) return { ...base, kind: "rule" };
  const hashes = mark.exec(text);
  if (hashes) {
    const title = withoutEmphasis(text.slice(hashes[0].length).replace(/\s+#+$/, ""));
    return { ...base, kind: "heading", text: title, level: hashes[1]?.length ?? 1 };
  }
  const dot = bullet.exec(text);
  if (dot) text = text.slice(dot[0].length);
  if (text.startsWith("|")) return { ...base, text };
  // "**92.** Words" and "**1. that a report …**" carry their number inside the emphasis.
  const start = numbered.exec(text) ?? numbered.exec(text.replace(/^\*{2}(\S{1,12})\*{2}/, "$1"));
  const label = start?.[1] ?? start?.[2] ?? start?.[3] ?? start?.[4] ?? "";
  if (start && label) {
    const rest = text.replace(/^\*{2}(\S{1,12})\*{2}/, "$1").slice(start[0].length);
    if (isNumberedTitle(label, rest)) return { ...base, kind: "heading", text: withoutEmphasis(rest), label, level: 0 };
    return { ...base, kind: "numbered", label, text: rest, level: dot ? 1 + Math.min(5, indent >> 1) : 0 };
  }
  if (dot) return { ...base, kind: "bullet", text, level: 1 + Math.min(5, (indent + 1) >> 1) };
  return base;
}

/** Lines of a text; form feeds, as text made from PDF has them, start pages. */
export function splitLines(text: string): Line[] {
  const paged = text.includes("\f");
  const lines: Line[] = [];
  let number = 0;
  let page = 1;
  for (const whole of text.split(/\r\n|[\n\r\u0085\u2028\u2029\v]/)) {
    number++;
    const parts = whole.split("\f");
    for (const [i, part] of parts.entries()) {
      if (i > 0) page++;
      if (i > 0 && i === parts.length - 1 && part === "") continue;
      lines.push(classify(part, number, paged ? page : null));
    }
  }
  return lines;
}
