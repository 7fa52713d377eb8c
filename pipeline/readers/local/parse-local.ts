import { parseTable, type CsvProblem } from "../../core/csv.ts";
import { didYouMean } from "../../core/suggest.ts";
import { defineTable, number, text, type RowOf } from "../../core/table-schema.ts";
import type { AuthorityRegister } from "../../model/authority-register.ts";
import { nameKey, type Authority } from "../../model/authority.ts";
import type { Finding } from "../../model/finding.ts";
import type { Indicator } from "../../model/indicator.ts";
import { parsePeriod } from "../../model/period.ts";
import { idOf, pointKey } from "../../model/series-id.ts";
import type { SeriesRow } from "../../model/series.ts";
import { fileFinding, formatPlace, lineFindings } from "../../model/file-findings.ts";

/** Columns of data/local/*.csv. Indicator and period must be there; the others may be left out. */
const localFigures = defineTable({
  name: "local_figures",
  description: "An authority's own figures and targets, not yet published",
  key: ["indicator", "breakdown", "period"],
  fields: {
    authority: text("Name, ONS code or DfE number; empty when the file name says it"),
    indicator: text("Indicator id, or its short name"),
    breakdown: text("Part of the whole; empty for the whole"),
    period: text("Such as 2025/26, 2025/26 Q1, 2025-06 or at 2025-06-30"),
    value: number("Value in the unit of the indicator"),
    numerator: number("Count behind it"),
    denominator: number("Base of it"),
    target: number("What the authority set itself, in the same unit"),
    note: text("Anything a reader should know"),
  },
});
type LocalLine = RowOf<typeof localFigures>;

type LocalFile = {
  /** Values of origin local, which are provisional. */
  rows: SeriesRow[];
  /** Targets, as series rows whose value is the target. */
  targets: SeriesRow[];
  findings: Finding[];
};

const optional = ["authority", "breakdown", "value", "numerator", "denominator", "target", "note"] as const;

/**
 * Reads one file of an authority's own figures. A percentage with counts and no value is worked out.
 * Lines with a defect are left out, with a finding that names line and column. Never throws.
 */
export function parseLocal(name: string, content: string, register: AuthorityRegister, indicators: readonly Indicator[]): LocalFile {
  const { rows: parsed, lines, problems } = parseTable(localFigures, content, optional);
  const file: LocalFile = { rows: [], targets: [], findings: [] };
  const faults: CsvProblem[] = [...problems];
  const seen = new Map<string, number>();
  const inName = authorityInName(name, register);
  parsed.forEach((row, i) => {
    const line = lines[i] ?? 0;
    const fault = (column: string, message: string): void => {
      faults.push({ line, column, message });
    };
    const read = readLine(row, name, line, inName, register, indicators, fault);
    if (!read) return;
    const first = seen.get(pointKey(read.row));
    if (first !== undefined) return fault("", `the same figure stands on line ${first}`);
    seen.set(pointKey(read.row), line);
    if (read.row.value !== null) file.rows.push(read.row);
    if (row.target !== null)
      file.targets.push({ ...read.row, series_id: `${read.row.series_id}-target`, value: row.target, numerator: null, denominator: null });
    const disagreement = read.row.value === null ? null : countsDisagree(read.row);
    if (disagreement) file.findings.push(disagreement);
  });
  file.findings.push(...lineFindings(name, faults));
  return file;
}

function readLine(
  row: LocalLine,
  name: string,
  line: number,
  inName: Authority | undefined,
  register: AuthorityRegister,
  indicators: readonly Indicator[],
  fault: (column: string, message: string) => void,
): { row: SeriesRow } | null {
  const authority =
    row.authority === ""
      ? inName
      : (register.byName(row.authority) ?? register.byOnsCode(row.authority) ?? register.byDfeCode(row.authority));
  const indicator = indicators.find(({ id, name: short }) => id === row.indicator || nameKey(short) === nameKey(row.indicator));
  const span = parsePeriod(row.period);
  const value = row.value ?? shareOf(row, indicator);
  if (!authority && row.authority === "") fault("authority", "name the authority here or in the name of the file");
  else if (!authority)
    fault(
      "authority",
      `no authority is known as "${row.authority}".${didYouMean(
        row.authority,
        register.authorities.map((known) => known.authority),
      )}`,
    );
  if (!indicator)
    fault(
      "indicator",
      `no indicator is declared as "${row.indicator}".${didYouMean(
        row.indicator,
        indicators.map(({ id }) => id),
      )}`,
    );
  if (!span) fault("period", `expected a period such as 2025/26, 2025/26 Q1, 2025-06 or at 2025-06-30, found "${row.period}"`);
  if (!authority || !indicator || !span) return null;
  const inRange = (column: string, figure: number | null): boolean => {
    const [low, high] = indicator.range;
    if (figure === null || (figure >= low && figure <= high)) return true;
    fault(column, `expected ${low} to ${high} for ${indicator.id}, found ${figure}`);
    return false;
  };
  if (!inRange("value", row.value) || !inRange("target", row.target)) return null;
  if (row.denominator !== null && (row.denominator < 0 || (indicator.unit === "percent" && (row.numerator ?? 0) > row.denominator))) {
    fault("denominator", `expected a base of at least the count ${row.numerator ?? 0}, found ${row.denominator}`);
    return null;
  }
  if (value === null && row.target === null) {
    fault("value", "expected a value, counts or a target, found none");
    return null;
  }
  const about = { authority_code: authority.authority_code, indicator: indicator.id, breakdown: row.breakdown, period: row.period };
  return {
    row: {
      series_id: idOf("s", about.authority_code, about.indicator, about.breakdown, about.period, "local"),
      ...about,
      authority: authority.authority,
      level: "local_authority",
      period_end: span.end,
      value,
      numerator: row.numerator,
      denominator: row.denominator,
      symbol: "",
      unit: indicator.unit,
      qualifier: "exact",
      origin: "local",
      source: name,
      source_line: `${name}:${line}`,
    },
  };
}

function shareOf({ numerator, denominator }: LocalLine, indicator: Indicator | undefined): number | null {
  if (indicator?.unit !== "percent" || numerator === null || denominator === null || denominator <= 0) return null;
  return (numerator / denominator) * 100;
}

/** A warning when a percentage is not what its own counts give, by more than a last digit. */
function countsDisagree({ value, numerator, denominator, unit, ...row }: SeriesRow): Finding | null {
  if (unit !== "percent" || value === null || numerator === null || !denominator) return null;
  const decimals = (String(value).split(".")[1] ?? "").length;
  const counted = (numerator / denominator) * 100;
  if (Math.abs(counted - value) < 10 ** -decimals) return null;
  const place = formatPlace({ line: Number(row.source_line.split(":").at(-1)), column: "value" });
  const expected = counted.toFixed(Math.max(1, decimals));
  const message = `${row.source}, ${place}: ${value}% is given, but ${numerator} of ${denominator} is ${expected}%. The value was used as given; check the line.`;
  return {
    ...fileFinding("warning", row.source, "local_counts_differ", message, {
      authority: row.authority,
      indicator: row.indicator,
      stated: `${value}%`,
      expected: `${expected}%`,
      place,
    }),
    kind: "arithmetic",
  };
}

/** The authority whose name, as whole words, stands in the file name; the longest such name. */
function authorityInName(name: string, register: AuthorityRegister): Authority | undefined {
  const words = ` ${nameKey(name.replace(/\.csv$/i, ""))} `;
  const code = /\b(E\d{8})\b/i.exec(name)?.[1]?.toUpperCase();
  const found = register.authorities
    .filter((authority) => words.includes(` ${nameKey(authority.authority)} `))
    .sort((a, b) => b.authority.length - a.authority.length)[0];
  return (code && register.byOnsCode(code)) || (found && register.byName(found.authority));
}
