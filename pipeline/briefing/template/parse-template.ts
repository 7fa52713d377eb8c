import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { everyVerdict } from "../../words/concerns.ts";
import { didYouMean } from "../../core/suggest.ts";
import { parseDirective } from "./parse-directive.ts";
import { TemplateError, type Directive, type FrontMatter, type Template, type TemplatePage, type TemplatePart } from "./template.ts";

const frontSchema = z.strictObject({
  title: z.string().min(1),
  subtitle: z.string().default(""),
  purpose: z.string().default(""),
  panel: z.string().default("Corporate Parenting Panel"),
  report_of: z.string().default("Director of Children’s Services"),
  council: z.string().default(""),
  pages: z.tuple([z.int().min(1), z.int().min(1)]).default([1, 40]),
  targets: z.record(z.string(), z.number()).default({}),
  thresholds: z
    .strictObject({
      gap: z.number().min(0).max(100).default(everyVerdict.gap),
      change: z.number().min(0).max(100).default(everyVerdict.change),
      last_places: z.int().min(0).max(5).default(everyVerdict.lastPlaces),
    })
    .prefault({}),
});
const frontKeys = Object.keys(frontSchema.shape);
const thresholdKeys = ["gap", "change", "last_places"];

type Problems = { add(line: number, message: string): void };

function parseFront(lines: readonly string[], problems: Problems): { front: FrontMatter; next: number } {
  const empty: FrontMatter = {
    title: "",
    subtitle: "",
    purpose: "",
    panel: "",
    reportOf: "",
    council: "",
    pages: [1, 40],
    targets: {},
    thresholds: everyVerdict,
    lines: {},
  };
  const end = lines[0]?.trim() === "---" ? lines.indexOf("---", 1) : -1;
  if (end < 0) {
    problems.add(1, 'a template starts with a block between two lines of "---" that gives at least its title');
    return { front: empty, next: 0 };
  }
  const counter = new LineCounter();
  const document = parseDocument(lines.slice(1, end).join("\n"), { lineCounter: counter });
  for (const error of document.errors) problems.add(counter.linePos(error.pos[0]).line + 1, error.message.split("\n")[0] ?? "not YAML");
  if (document.errors.length > 0) return { front: empty, next: end + 1 };
  const parsed = frontSchema.safeParse(document.toJS() ?? {});
  if (parsed.success) {
    const {
      report_of: reportOf,
      thresholds: { gap, change, last_places: lastPlaces },
      ...rest
    } = parsed.data;
    const keyed = lines.slice(0, end).flatMap((text, at): [string, number][] => {
      const [, key] = /^ *"?([^":]+)"?:/.exec(text) ?? [];
      return key === undefined ? [] : [[key, at + 1]];
    });
    return { front: { ...rest, reportOf, thresholds: { gap, change, lastPlaces }, lines: Object.fromEntries(keyed) }, next: end + 1 };
  }
  for (const issue of parsed.error.issues) {
    const keys = issue.code === "unrecognized_keys" ? issue.keys : [issue.path.map(String).join(".")];
    for (const key of keys) {
      const at =
        key
          .split(".")
          .reverse()
          .map((part) => lines.findIndex((text, index) => index > 0 && index < end && text.trim().startsWith(`${part}:`)))
          .find((found) => found >= 0) ?? -1;
      const what =
        issue.code === "unrecognized_keys"
          ? `there is no setting "${key}".${didYouMean(key, issue.path.length > 0 ? thresholdKeys : frontKeys)}`
          : `"${key}": ${issue.message}`;
      problems.add(at < 0 ? 1 : at + 1, what);
    }
  }
  return { front: empty, next: end + 1 };
}

const listLine = /^(?:[-*]|\d+\.) +(.*)$/;

/** Lines after the front matter to pages. "# Section" starts a page; "::name" is a directive with the list lines below it. */
function parsePages(lines: readonly string[], from: number, problems: Problems): TemplatePage[] {
  const pages: { section: string; line: number; parts: TemplatePart[] }[] = [];
  const put = (part: TemplatePart, line: number): void => {
    const page = pages.at(-1);
    if (page) page.parts.push(part);
    else problems.add(line, 'this stands before the first page; a page starts with a line such as "# Scorecard"');
  };
  let paragraph: { text: string[]; line: number } | null = null;
  const endParagraph = (): void => {
    if (paragraph) put({ kind: "paragraph", text: paragraph.text.join(" "), line: paragraph.line }, paragraph.line);
    paragraph = null;
  };
  for (let at = from; at < lines.length; at++) {
    const text = (lines[at] ?? "").trim();
    const line = at + 1;
    const heading = /^(#{1,6}) +(.*)$/.exec(text);
    if (text === "" || heading || text.startsWith("::") || text.startsWith(">") || listLine.test(text)) endParagraph();
    if (text === "" || /^<!--.*-->$/.test(text)) continue;
    if (heading) {
      const level = heading[1]?.length ?? 1;
      const words = heading[2] ?? "";
      if (level === 1) pages.push({ section: words, line, parts: [] });
      else if (level === 2 || level === 3) put({ kind: "heading", level, text: words, line }, line);
      else problems.add(line, "headings go to three levels: #, ## and ###");
    } else if (text.startsWith("::")) {
      const items: { text: string; line: number }[] = [];
      while (listLine.test((lines[at + 1] ?? "").trim())) {
        at += 1;
        items.push({ text: listLine.exec((lines[at] ?? "").trim())?.[1] ?? "", line: at + 1 });
      }
      const directive: Directive = { ...parseDirective(text.slice(2), line, problems), items };
      put({ kind: "directive", directive }, line);
    } else if (text.startsWith(">")) {
      put({ kind: "note", text: text.replace(/^> ?/, ""), line }, line);
    } else if (listLine.test(text)) {
      const items = [listLine.exec(text)?.[1] ?? ""];
      while (listLine.test((lines[at + 1] ?? "").trim())) items.push(listLine.exec((lines[(at += 1)] ?? "").trim())?.[1] ?? "");
      put({ kind: "list", list: /^\d/.test(text) ? "numbers" : "bullets", items, line }, line);
    } else if (paragraph) {
      (paragraph as { text: string[] }).text.push(text);
    } else {
      paragraph = { text: [text], line };
    }
  }
  endParagraph();
  if (pages.length === 0) problems.add(from + 1, 'there is no page; a page starts with a line such as "# Scorecard"');
  return pages;
}

/**
 * Text of a template to its parts. Throws a TemplateError that lists every problem with file and line.
 * Names of directives, indicators and gaps are checked by `checkTemplate`, which knows them.
 */
export function parseTemplate(id: string, file: string, text: string): Template {
  const lines = text
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .split("\n");
  const found: { line: number; message: string }[] = [];
  const problems: Problems = { add: (line, message) => void found.push({ line, message }) };
  const { front, next } = parseFront(lines, problems);
  const pages = parsePages(lines, next, problems);
  reportProblems(file, found);
  return { id, file, front, pages };
}

export function reportProblems(file: string, found: readonly { line: number; message: string }[]): void {
  if (found.length === 0) return;
  throw new TemplateError(
    [...found]
      .sort((a, b) => a.line - b.line)
      .map(({ line, message }) => `${file}:${line}: ${message}`)
      .join("\n"),
  );
}
