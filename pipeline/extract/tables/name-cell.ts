import { patternOf } from "../../core/patterns.ts";
import type { Indicator } from "../../model/indicator.ts";
import type { PartRow, TablePart } from "./layout.ts";
import { inContext, isBand, nameIndicators, plainHeading, type NameFound, type Named } from "./name-indicator.ts";
import type { Column, HeadingMeaning } from "./read-heading.ts";

export type Naming = {
  named: Named[];
  /** Which heading named it: a caption speaks less surely for a row than its own heading. */ by:
    "row" | "band" | "column" | "caption" | "none";
  breakdown: string;
};

const groups = patternOf("i")`
  ^(?:total|all|overall|average|mean|boys?|girls?|males?|females?|aged? .*|\d+ ?(?:-|–|to) ?\d+.*|under \d+.*|over \d+.*|
  .* team|q[1-4]|quarter \d|white.*|asian.*|black.*|mixed.*|other ethnic.*)$`;

export function nameCell(
  row: PartRow,
  meaning: HeadingMeaning,
  head: Column,
  names: readonly NameFound[],
  {
    around,
    corner,
    caption,
    bands,
    across,
    indicators,
  }: {
    around: string;
    corner: string;
    caption: string;
    bands: "days" | "age" | undefined;
    across: boolean;
    indicators: readonly Indicator[];
  },
): Naming {
  const context = `${around} ${row.section} ${head.printed}`;
  const own = inContext(names, row.head, context);
  if (bands && meaning.unit !== "percent") {
    const banded = nameIndicators(`${row.section} ${corner} ${caption} ${head.printed}`, around, indicators, bands);
    if (banded.length > 0) return { named: banded, by: "band", breakdown: row.head };
  }
  const inSection = row.section ? nameIndicators(`${row.section} ${row.head}`, context, indicators) : [];
  if (own.length > 0 && !(across && meaning.period !== null)) {
    const part = groups.test(head.meaning.rest) && !wholes.test(head.meaning.rest) ? head.meaning.rest : "";
    return { named: own, by: "row", breakdown: [breakdownOf(row.head, own), part].filter((text) => text !== "").join(", ") };
  }
  if (inSection.length > 0 && groups.test(row.head)) return { named: inSection, by: "row", breakdown: row.head };
  // Periods, subjects or groups down the rows: a column or the caption names what is counted.
  const aside =
    across ||
    row.head === "" ||
    meaning.subject !== null ||
    groups.test(row.head) ||
    (meaning.period !== null && meaning.rest === "") ||
    isBand(row.head);
  if (!aside) return { named: [], by: "none", breakdown: row.head };
  const breakdown = meaning.subject !== null || meaning.period !== null || wholes.test(row.head) ? "" : row.head;
  const byColumn = nameIndicators(head.printed, `${around} ${row.section}`, indicators);
  if (byColumn.length > 0)
    return { named: byColumn, by: "column", breakdown: breakdown || breakdownOf(head.meaning.rest || head.printed, byColumn) };
  const byCaption = nameIndicators(`${caption} ${corner}`, context, indicators);
  return { named: byCaption, by: byCaption.length > 0 ? "caption" : "none", breakdown };
}

export const wholes = /^(?:total|all|overall)$/i;

export const population = patternOf("i")`
  ^(?:(?:number|no\.?|total|percentage|%|proportion|rate|average)(?: number)?(?: of)? )*(?:(?:all )?(?:lac|cla|
  looked[- ]after children|children looked[- ]after|children in care|children and young people|children|young people|
  care[- ]leavers)\b(?: (?:who (?:are|were|have|had)|that are))? ?)?`;
const fillers = new Set([
  "of",
  "the",
  "in",
  "by",
  "to",
  "for",
  "with",
  "within",
  "and",
  "a",
  "an",
  "at",
  "their",
  "who",
  "had",
  "have",
  "has",
  "were",
  "are",
  "is",
  "was",
  "placed",
  "number",
  "no",
  "total",
  "percentage",
  "per",
  "cent",
  "rate",
  "performance",
  "statutory",
  "completed",
  "completion",
  "up",
  "date",
  "children",
  "child",
  "young",
  "people",
  "lac",
  "cla",
  "looked",
  "after",
  "care",
  "leavers",
  "check",
  "checks",
  "score",
  "average",
  "year",
  "during",
  "new",
  "orders",
  "order",
  "or",
  "months",
  "month",
  "last",
  "past",
  "previous",
  "least",
]);

/**
 * The part of the whole that a row heading adds to its indicator: words in brackets that are no
 * abbreviation, or the whole heading when it names more than the indicator does ("children's homes,
 * hostels and other residential settings").
 */
function breakdownOf(heading: string, named: readonly Named[]): string {
  const text = heading.replace(/\s+/g, " ").trim();
  const bracket = /\(([^)]*)\)/.exec(text)?.[1]?.trim() ?? "";
  const abbreviation = /^[A-Z][A-Za-z]{0,6}(?:['’]s?)?$/.test(bracket) && /[A-Z]{2}/.test(bracket);
  const outside = plainHeading(text.replace(/\([^)]*\)/g, " "));
  const spoken = new Set(named.flatMap((one) => one.words.split(/[^a-z0-9']+/)));
  const left = outside
    .split(/[^a-z0-9']+/)
    .filter((word) => word.length > 1 && !fillers.has(word) && !spoken.has(word) && !/^\d+$/.test(word));
  const joins = /, |\band\b|\bor\b|\/|\bincluding\b/.test(named.reduce((text, one) => text.replaceAll(one.words, " "), outside));
  if (left.length >= 2 && joins) return text.replace(population, "").replace(/^[\s:–-]+/, "");
  const ages = /\b(?:aged? |under |over )\d+(?: ?(?:-|to|and) ?\d+)?|\b\d+ ?(?:-|to) ?\d+ year/.exec(outside)?.[0];
  if (ages) return ages.replace(/ year$/, " years");
  // A definition in brackets ("2+ years", "within 20 days") is part of the measure, not of the children.
  const definition =
    /^(?:%|number|no\.?|\d{4}.*)$|\+|\bor more\b|\bwithin\b|\btime|\bstatutory\b|\btarget\b|\bytd\b|\brolling\b|\bcumulative\b|\bsnapshot\b|\b(?:un)?validated\b|\bprovisional\b|\baverage\b|\bper\b|\blow(?:er)? is\b|\bhigh(?:er)? is\b/i.test(
      bracket,
    );
  return bracket !== "" && !abbreviation && !definition ? bracket : "";
}

const roles = patternOf("i")`
  ^(?:actual|outturn|performance|results?|local(?: authority)?|council|authority|difference|gap|change|variance|rank|quartile|
  status|numerator|denominator|percentage|number|this year|last year|previous year)$`;

/** In a table of places, a name that is neither the authority nor a comparator is another authority. */
export function placed(meaning: HeadingMeaning, head: string, places: boolean): HeadingMeaning {
  const isName =
    /^\p{Lu}[\p{L}'’.&-]+(?: (?:\p{Lu}[\p{L}'’.&-]*|and|of|on|upon|with|the|&))*$/u.test(head) && !groups.test(head) && !roles.test(head);
  return places && isName && meaning.subject === null && meaning.period === null
    ? { ...meaning, subject: `other:${head}`, rest: "" }
    : meaning;
}

/** What rows of bands are bands of: the header, the caption or the bands themselves say days or years. */
export function bandKind(part: TablePart, around: string): "days" | "age" {
  const text = plainHeading(`${around} ${part.rows.map((row) => row.head).join(" ")}`);
  return /\bdays?\b/.test(text) ? "days" : "age";
}

/** Ages that the indicator is published for, wherever the headings give them: "Care leavers aged 19-21". */
export function agesOf(indicator: Indicator, breakdown: string, row: PartRow, head: Column): string {
  const text = plainHeading([breakdown, row.head, row.section, head.printed].join(" | "));
  return (
    indicator.breakdowns.find((known) => {
      const [from, to] = known.match(/\d+/g) ?? [];
      return from !== undefined && to !== undefined && new RegExp(`(?<![\\d/.])${from} ?(?:to|-|and) ?${to}(?![\\d/%])`).test(text);
    }) ?? ""
  );
}
