import type { Block } from "../../../model/document.ts";
import { findPeriods } from "../../../extract/grammar/periods.ts";
import type { Finding } from "../../../model/finding.ts";
import { parsePeriod } from "../../../model/period.ts";
import { perDocument } from "../../check.ts";
import { oneFinding } from "../../finding-row.ts";
import { placeOfRow } from "../../reading/grid.ts";
import { figureAt, type Reading, type Sentence } from "../../reading/reading.ts";
import { totalOf } from "../../reading/table-total.ts";
import { wordings } from "../../vocabulary/patterns.ts";

const groups: readonly (readonly [name: string, words: string])[] = [
  [
    "looked-after children",
    "(?:looked[- ]after children|children (?:who (?:are|were) )?looked[- ]after|children in (?:(?:our|its|the (?:council|authority|local authority|borough|county|city)['’]s) )?care)",
  ],
  [
    "children on protection plans",
    "(?:children (?:who (?:are|were) )?(?:the )?(?:subject (?:of|to) )?(?:a )?(?:on )?child protection plans?|children on (?:a )?(?:child protection )?plans?)",
  ],
  ["children in need", "(?:children in need)"],
  ["care leavers", "(?:care leavers)"],
  ["foster carers", "(?:fostering households|foster(?:ing)? carers|approved foster(?:ing)? (?:carers|households))"],
  [
    "special guardianship orders",
    "(?:special guardianship orders(?: (?:are |were )?in place)?|children (?:\\w+ ){0,4}(?:under|through|subject to|on|by) (?:a )?special guardianship(?: orders?| arrangements)?)",
  ],
  ["social workers", "(?:(?:qualified )?social workers)"],
];

type Mention = { value: number; definite: boolean; year: string; sentence: Sentence | null; place: string; block: Block; quote: string };

const ends =
  "(?=[,.;:)]| (?:at|as at|on|had|have|has|were|are|was|is|and|looked after by|in (?:our|the (?:council|authority|borough|county)))\\b|$)";
const narrower = wordings`
  who|whom|with|aged|for (?:at least|more|over|\d|twelve|six)|placed|eligible|started|ceased|entering|left|leaving|
  surveyed|spoken|met|seen|reviewed|sampled|of these|of those|team|new|granted|became|made|during|whose|
  at (?:any|some) (?:one )?(?:time|point|stage)|disab\w+`;

/** Numbers of a whole group of people: "there were 312 looked-after children", "the 321 looked-after children". */
function mentions(reading: Reading, name: string, words: string): Mention[] {
  const stated = new RegExp(
    `\\b(?:there (?:are|were)|(?:a )?total of|had|has|have|supports?|supported|cares? for|looks? after|responsible for|stood at) (?:currently |a total of )?\\{C(\\d+)\\} ${words}${ends}`,
    "giu",
  );
  const definite = new RegExp(
    `\\b(?:of (?:the|these|our|its|all)|(?:for |across |to |among |amongst |)(?:the|these|our|all(?: the)?)) \\{C(\\d+)\\} ${words}${ends}`,
    "giu",
  );
  const bare = name === "special guardianship orders" ? new RegExp(`\\{C(\\d+)\\} ${words}${ends}`, "giu") : /$^/gu;
  const being =
    name === "looked-after children"
      ? /\{C(\d+)\} children (?:were|are) (?:being )?(?:looked[- ]after|in care)\b(?! (?:for|in|at some|during|by (?:their|family|friends)))|\b(?:looked after|looking after|caring for|cared for|responsible for) \{C(\d+)\} children(?= (?:at|on) )/giu
      : /$^/gu;
  const shares = new RegExp(`\\{S(\\d+)\\} ${words}${ends}`, "giu");
  const levels = new RegExp(
    `\\b(?:number of )${words} (?:was|is|stood at|were|has (?:risen|fallen|increased|decreased) to|rose to|fell to|increased to|decreased to) \\{C(\\d+)\\}|${words} (?:number|numbered|total|totalled) \\{C(\\d+)\\}`,
    "giu",
  );
  // "The number of looked-after children rose over the year to 31 March, from 520 to 530".
  const moves = new RegExp(
    `\\bnumber of ${words} (?:rose|fell|grew|went (?:up|down)|increased|decreased|dropped|reduced)\\b[^.;]*? from \\{C\\d+\\}[^.;{}]{0,40}? to \\{C(\\d+)\\}`,
    "giu",
  );
  return reading.sentences
    .filter((sentence) => sentence.figures.length > 0)
    .flatMap((sentence) =>
      [
        [stated, false],
        [levels, false],
        [moves, true],
        [definite, true],
        [shares, true],
        [being, false],
        [bare, false],
      ].flatMap(([pattern, isDefinite]) =>
        [...sentence.skeleton.matchAll(pattern as RegExp)].flatMap((match): Mention[] => {
          const figure = figureAt(sentence, match[1] ?? match[2] ?? "");
          const rest = sentence.skeleton.slice(match.index + match[0].length, match.index + match[0].length + 30);
          const value = figure.denominator ?? figure.value;
          if (
            value < 10 ||
            figure.qualifier !== "exact" ||
            ["comparator", "target", "change"].includes(figure.role) ||
            // A rise without its time may be one of any two years.
            (pattern === moves && sentence.periods.length === 0) ||
            narrower.test(match[0]) ||
            narrower.test(rest.split(/[,.;]/)[0] ?? "")
          )
            return [];
          const years = sentence.periods
            .filter((period) => !period.relative)
            .map((period) => parsePeriod(period.period)?.end.slice(0, 7) ?? "");
          return [
            {
              value,
              definite: isDefinite as boolean,
              year: years.length === 1 ? years[0]! : years.length === 0 ? "" : "several",
              sentence,
              place: sentence.place,
              block: sentence.block,
              quote: sentence.text,
            },
          ];
        }),
      ),
    );
}

/** The printed total of a table whose caption counts the whole group on one day: "Children looked after by age at 31 March 2024". */
function inTables(reading: Reading, words: string): Mention[] {
  const counts = new RegExp(`^(?:(?:table|figure) \\w+\\W+)?(?:number of )?${words},?(?= by | at | on |,)`, "iu");
  return reading.grids.flatMap((grid): Mention[] => {
    const total = counts.test(grid.caption) ? totalOf(grid) : null;
    const [period, ...more] = findPeriods(grid.caption, reading.dates).filter(({ relative }) => !relative);
    if (!total?.row || !period || more.length > 0) return [];
    const place = placeOfRow(grid, total.row, grid.columns[total.column]);
    return [
      {
        value: total.value,
        definite: true,
        year: parsePeriod(period.period)?.end.slice(0, 7) ?? "",
        sentence: null,
        place,
        block: grid.block,
        quote: total.row.raw,
      },
    ];
  });
}

/** "There were 312 looked-after children" in one place, "the 321 looked-after children" in another. */
function report(reading: Reading, name: string, words: string): Finding[] {
  const all = [...mentions(reading, name, words), ...inTables(reading, words)].filter(({ year }) => year !== "several");
  const dated = all.filter(({ year }) => year !== "");
  const newest =
    dated
      .map(({ year }) => year)
      .sort()
      .at(-1) ?? "";
  const current = all.filter(({ year }) => year === newest || year === "");
  const [first] = current.filter(({ definite }) => !definite);
  const other = current.find(
    (mention) =>
      first &&
      mention.value !== first.value &&
      mention.sentence !== first.sentence &&
      !(mention.block === first.block && !mention.definite),
  );
  if (!first || !other || current.filter((mention) => mention.value === other.value).length > 3) return [];
  // A number that the document also gives for another time is no slip.
  if (all.some((mention) => mention.value === other.value && mention.year !== "" && mention.year !== newest)) return [];
  return oneFinding(reading, {
    kind: "conflict",
    severity: "error",
    stated: `${first.value}; ${other.value}`,
    place: `${first.place}; ${other.place}`,
    heading: `${first.value} ${name} in one place, ${other.value} in another`,
    message: `${first.place} has ${first.value} ${name}, ${other.place} ${other.value}. Only one of the two can be right.`,
    quote: `${first.quote} / ${other.quote}`,
  });
}

export const populations = perDocument("conflict", "Two numbers of one group of people in one document", (reading) =>
  groups.flatMap(([name, words]) => report(reading, name, words)),
);
