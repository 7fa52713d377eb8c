import { formatDate } from "../../model/period.ts";
import { piece, rule, type Mark, type Tag } from "../ink.ts";
import { halves, layFacts } from "../layout/columns.ts";
import { setItem, numberingOf } from "../layout/list.ts";
import { breakLines, setLines } from "../layout/lines.ts";
import { setText } from "../layout/text.ts";
import type { Span } from "../span.ts";
import { ink, page, type as roles } from "../style.ts";
import { councilName, fillGaps, longDate } from "./gaps.ts";
import { scoredRows } from "./key-rows.ts";
import { givenRef, pageRef, restsOn, templateRef, type Composer, type Pack } from "./pack.ts";
import { recommended } from "./questions.ts";
import { indicatorLookup } from "./resolve.ts";

/** "31 March 2025 (children); 30 September 2025 (social workers)", from the newest official figures of the measures that the pack scores. */
function figuresTo(pack: Pack): Span {
  const lookup = indicatorLookup(pack);
  const rows = scoredRows(pack);
  const newest = new Map<string, { day: string; rests: readonly string[] }>();
  for (const row of rows.filter(({ value }) => value !== null)) {
    const who = lookup(row.indicator).theme === "workforce" ? "social workers" : "children";
    if (row.period_end > (newest.get(who)?.day ?? "")) newest.set(who, { day: row.period_end, rests: restsOn(row) });
  }
  if (rows.length === 0) return { text: `No official figures for ${pack.input.authority.authority} were loaded` };
  if (newest.size === 0) return { text: "None of the measures has a published figure" };
  return {
    text: [...newest].map(([who, { day }]) => `${formatDate(day)} (${who})`).join("; "),
    rests: [...newest.values()].flatMap(({ rests }) => rests),
  };
}

/** Council, title, what the pack answers, and the facts of the meeting. */
export const cover: Composer = {
  settings: {},
  words: "none",
  items: "none",
  compose(sheet) {
    const { pack, path } = sheet;
    const { front } = pack.template;
    const { meetingDate, agendaItem } = pack.input.options;
    const bar: Mark = {
      path: [],
      inks: [
        {
          kind: "path",
          commands: [["M", page.left, 0], ["L", page.right, 0], ["L", page.right, 9], ["L", page.left, 9], ["Z"]],
          fill: ink.blue,
        },
      ],
    };
    const box = (y: number) => ({ x: page.left, y, width: page.content });
    const council = setText([{ text: councilName(pack) }], box(33), roles.coverCouncil, [...path, { key: sheet.key(), tag: "P" }]);
    const lines = breakLines(fillGaps(front.title, pack), 420, roles.coverTitle, true);
    const title = {
      marks: setLines(lines, { x: page.left, y: 67 }, roles.coverTitle, [...path, { key: sheet.key(), tag: "H1" }]),
      height: lines.length * roles.coverTitle.line,
    };
    const subtitle = setText(fillGaps(front.subtitle, pack), box(67 + title.height + 5), roles.coverSubtitle, [
      ...path,
      { key: sheet.key(), tag: "P" },
    ]);
    sheet.pieces.push(
      piece({
        height: 67 + title.height + 5 + subtitle.height,
        marks: [bar, ...council.marks, ...title.marks, ...subtitle.marks],
        anchor: "cover",
      }),
    );
    const meeting = [front.panel, longDate(meetingDate)].filter((part) => part !== "").join(", ");
    const facts = [
      { label: "Meeting", spans: [{ text: meeting, rests: [givenRef("meeting_date")] }] },
      ...(agendaItem === "" ? [] : [{ label: "Agenda item", spans: [{ text: agendaItem, rests: [givenRef("agenda_item")] }] }]),
      { label: "Report of", spans: [{ text: front.reportOf }] },
      ...(front.purpose === "" ? [] : [{ label: "Purpose", spans: fillGaps(front.purpose, pack) }]),
      { label: "Figures to", spans: [figuresTo(pack)] },
    ];
    sheet.pieces.push(layFacts(facts, { key: sheet.key(), before: sheet.trim >= 4 ? 10 : 14, path }));
  },
};

/** What the panel is asked to do, beside the contents. List lines are the recommendations. */
export const purpose: Composer = {
  settings: { heading: "text", own: ["yes", "no"] },
  words: "none",
  items: "text",
  compose(sheet, directive) {
    const { pack, path } = sheet;
    sheet.oneSheet = true;
    const [left, right] = halves;
    // Long contents are set smaller before anything else gives way.
    const style = sheet.trim >= 1 ? { ...roles.body, size: 11, line: 13.5 } : roles.body;
    const small = sheet.trim >= 4 ? { ...roles.body, size: 10, line: 12.5 } : style;
    const marks: Mark[] = [];
    const head = (column: { x: number; width: number }, text: string): void => {
      marks.push(rule(column.x, column.x + column.width, 0.5, 1, ink.text));
      marks.push(...setText([{ text }], { ...column, y: 4 }, roles.section, [...path, { key: sheet.key(), tag: "H2" }]).marks);
    };
    head(left, directive.settings["heading"] ?? "The panel is asked to");
    const key = sheet.key();
    const list: readonly Tag[] = [...path, { key, tag: "L", numbering: numberingOf("letters") }];
    let y = 25;
    const asked = [
      ...directive.items.map((item) => fillGaps(item.text, pack)),
      ...(directive.settings["own"] === "no" ? [] : recommended(pack)),
    ];
    asked.forEach((spans, at) => {
      const ended: Span[] = [...spans, { text: at === asked.length - 1 ? "." : ";" }];
      const set = setItem("letters", at, ended, { ...left, y }, style, list, `${key}/${at}`);
      marks.push(...set.marks);
      y += set.height;
    });
    const tallestLeft = y;
    head(right, "In this pack");
    const contents = sheet.key();
    const toc: readonly Tag[] = [...path, { key: contents, tag: "TOC" }];
    y = 25;
    pack.sections.slice(1).forEach(({ anchor, title }, at) => {
      const item: readonly Tag[] = [
        ...toc,
        { key: `${contents}/${at}`, tag: "TOCI" },
        { key: `${contents}/${at}/reference`, tag: "Reference" },
      ];
      const link = { to: anchor, description: `${title}, page ${pack.pageOf(anchor)}` };
      const name: Span = { text: title, rests: [templateRef(pack.template)], link };
      const number: Span = { text: pack.pageOf(anchor), rests: [pageRef(anchor)], link };
      marks.push(...setText([name], { ...right, y }, small, item).marks);
      marks.push(...setText([number], { ...right, y, align: "right" }, small, item).marks);
      y += small.line;
    });
    sheet.pieces.push(piece({ height: Math.max(tallestLeft, y), marks, before: sheet.trim >= 4 ? 9 : sheet.trim >= 2 ? 12 : 20 }));
  },
};
