import { documentRef } from "../../model/document.ts";
import { isUsable, type Observation } from "../../model/observation.ts";
import { formatPeriod } from "../../model/period.ts";
import { formatCounts } from "../../words/format.ts";
import { lowerFirst } from "../../words/grammar.ts";
import { wordingOf } from "../../words/terms.ts";
import { citation } from "../evidence.ts";
import { type Cell, type Row } from "../layout/table.ts";
import { shortened } from "../layout/shorten.ts";
import type { MarkName } from "../marks.ts";
import { type as roles } from "../style.ts";
import { doubtOn, doubtPlace } from "./doubts.ts";
import { documentName } from "./evidence-list.ts";
import type { Composer, Pack } from "./pack.ts";
import { partName } from "./measures.ts";
import { observedValue } from "./quoted.ts";
import { indicatorLookup, measuresOf } from "./resolve.ts";
import { evidenceLine, line, setHeading, setParagraph, setTable } from "./set.ts";

function ownObservations(pack: Pack, indicators: ReadonlySet<string>): Observation[] {
  const days = new Map(pack.input.documents.map((row) => [row.document, row.published || row.event_end]));
  return pack.input.observations
    .filter((one) => indicators.has(one.indicator) && one.subject === "local" && isUsable(one))
    .sort(
      (a, b) =>
        compare(b.period_end || days.get(b.document) || "", a.period_end || days.get(a.document) || "") ||
        compare(a.indicator, b.indicator) ||
        bandStart(a) - bandStart(b) ||
        compare(a.observation_id, b.observation_id),
    );
}
/** Where a band such as "21-30 days" starts; bands in words come last. */
const bandStart = (one: Observation): number => Number(/\d+/.exec(one.breakdown)?.[0] ?? 1000);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Statements in words, such as those on caseloads: the document's own, the newest first. */
export const quotes: Composer = {
  settings: { heading: "text", most: "number" },
  words: "measures",
  items: "none",
  compose(sheet, directive) {
    const { pack } = sheet;
    const wanted = new Set(measuresOf(sheet, directive.words).map(({ indicator }) => indicator.id));
    const found = ownObservations(pack, wanted)
      .filter((one) => one.quote !== "")
      .slice(0, Math.max(1, Number(directive.settings["most"] ?? "3") - Math.max(0, sheet.trim - 2)));
    if (found.length === 0) return;
    const byName = new Map(pack.input.documents.map((row) => [row.document, row]));
    setHeading(sheet, directive.settings["heading"] ?? "What the documents say", 14);
    for (const one of found) {
      const words = shortened(`“${one.quote}”`, 480, roles.body, 3);
      setParagraph(
        sheet,
        [
          { text: `${documentName(byName.get(one.document), one.document)}: `, weight: "Semibold", rests: [documentRef(one.document)] },
          { text: words.endsWith("”") ? words : `${words}”`, rests: [one.observation_id] },
          ...citation([pack.evidence.observation(one)]),
        ],
        4,
      );
    }
  },
};

/** A count and a percentage that the same words give of one thing are one row: the percentage with its counts. */
function withCountsOfOne(observations: readonly Observation[]): Observation[] {
  const key = (one: Observation): string => [one.indicator, one.breakdown, one.period, one.document, one.quote].join("|");
  const counts = new Map(
    observations
      .filter((one) => one.unit === "count" && one.denominator !== null && one.value === one.numerator)
      .map((one) => [key(one), one]),
  );
  const shares = new Set(observations.filter((one) => one.unit === "percent").map(key));
  return observations
    .filter((one) => !(counts.get(key(one)) === one && shares.has(key(one))))
    .map((one) => {
      const count = one.unit === "percent" && one.denominator === null ? counts.get(key(one)) : undefined;
      return count ? { ...one, numerator: count.numerator, denominator: count.denominator } : one;
    });
}

/** A mark and where the doubt is explained, below a figure that a finding is against. */
function doubtCell(pack: Pack, one: Observation): Cell {
  const finding = doubtOn(pack, one);
  return finding
    ? [{ spans: [{ text: "In doubt: see " }, doubtPlace(pack, finding)], style: roles.note, mark: finding.severity satisfies MarkName }]
    : [];
}

/** Figures that only documents give, newest first: measure, period, value, counts and evidence. */
export const quotedTable: Composer = {
  settings: { heading: "text", most: "number" },
  words: "measures",
  items: "none",
  compose(sheet, directive) {
    const { pack } = sheet;
    const lookup = indicatorLookup(pack);
    const wanted = new Set(measuresOf(sheet, directive.words).map(({ indicator }) => indicator.id));
    const seen = new Set<string>();
    const found = withCountsOfOne(ownObservations(pack, wanted).filter((one) => one.value !== null && one.unit !== "text"))
      .filter((one) => {
        const key = [one.indicator, one.breakdown, one.period, one.value, one.document].join("|");
        return !seen.has(key) && seen.add(key);
      })
      .slice(0, Math.max(2, Number(directive.settings["most"] ?? "12") - sheet.trim * 2));
    if (found.length === 0) {
      const [first] = wanted;
      if (first !== undefined && pack.input.documents.length > 0)
        sheet.absent.push(`No figure for ${lowerFirst(wordingOf(lookup(first), "").topic)} was found in the documents that were read.`);
      return;
    }
    setHeading(sheet, directive.settings["heading"] ?? "Figures quoted in documents", 16);
    const rows = found.map((one): Row => ({
      kind: "row",
      cells: [
        [line(partName(lookup(one.indicator), one.breakdown)), ...doubtCell(pack, one)],
        [line(formatPeriod(one.period))],
        [line(observedValue(one, 0), [one.observation_id], roles.cellOwn)],
        [line(formatCounts(one.numerator, one.denominator) ?? "–", [one.observation_id])],
        [evidenceLine(pack, one)],
      ],
    }));
    setTable(sheet, {
      columns: [
        { head: "Measure", width: 205, align: "left", names: true },
        { head: "Period", width: 118, align: "left" },
        { head: "Figure", width: 55, align: "right" },
        { head: "Counts", width: 65, align: "right" },
        { head: "Evidence", width: 50, align: "right" },
      ],
      rows,
      padding: 3,
      before: 2,
    });
  },
};
