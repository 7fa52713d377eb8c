import { documentRef } from "../../model/document.ts";
import type { Observation } from "../../model/observation.ts";
import { formatDate } from "../../model/period.ts";
import { formatInUnit } from "../../words/format.ts";
import { capitalise } from "../../words/grammar.ts";
import { periodName } from "../../words/terms.ts";
import { overallTitle } from "../../words/titles.ts";
import { standing, standingRef } from "../../words/standing.ts";
import type { Row } from "../layout/table.ts";
import { type as roles } from "../style.ts";
import { curly } from "./findings.ts";
import { documentName } from "./evidence-list.ts";
import type { Composer, Pack } from "./pack.ts";
import { evidenceLine, line, setTable } from "./set.ts";

const isJudgement = (one: Observation): boolean =>
  one.indicator === "judgement" && one.value !== null && one.subject === "local" && one.review !== "rejected";

/** The grade as its framework called it: the third was "adequate" before it was "requires improvement". */
function gradeOf(one: Observation): string {
  if (one.value === 3 && /adequate/i.test(one.quote)) return "Adequate";
  return capitalise(formatInUnit(one.value ?? 0, "grade", 0));
}

const isOverall = (one: Observation): boolean => one.breakdown === "" || /overall/i.test(one.breakdown);

/** "Overall effectiveness was judged adequate in August 2012": the newest overall judgement in words; null where none was found. */
export function judgementsTitle(pack: Pack): { text: string; rests: readonly string[] } | null {
  for (const { document, judgements: all } of judgementsByDocument(pack)) {
    const overall = all.filter(isOverall);
    const grades = [...new Set(overall.map((one) => gradeOf(one).toLowerCase()))];
    const day = document.event_end || document.published;
    if (grades.length === 0 || day === "") continue;
    const text = overallTitle(grades, periodName(day.slice(0, 7)), isInspection(document));
    return { text, rests: [...overall.map((one) => one.observation_id), documentRef(document.document)] };
  }
  return null;
}

/** Judgements of the authority's inspections, the newest inspection first. */
function judgementsByDocument(pack: Pack): { document: Pack["input"]["documents"][number]; judgements: Observation[] }[] {
  const dayOf = (row: Pack["input"]["documents"][number]): string => row.event_end || row.published;
  return [...pack.input.documents]
    .sort((a, b) => (dayOf(a) < dayOf(b) ? 1 : -1))
    .map((document) => {
      const seen = new Set<string>();
      const judgements = pack.input.observations.filter((one) => {
        const key = `${one.breakdown}|${one.value}`;
        return isJudgement(one) && one.document === document.document && !seen.has(key) && seen.add(key);
      });
      // The overall judgement leads; inspections of one day print the parts in many orders.
      return { document, judgements: judgements.sort((a, b) => Number(isOverall(b)) - Number(isOverall(a))) };
    })
    .filter(({ judgements }) => judgements.length > 0);
}

type DocumentRow = Pack["input"]["documents"][number];
const isInspection = (document: DocumentRow): boolean => document.kind === "inspection report" || document.kind === "focused visit";

function remarkOf(document: DocumentRow, judged: number, shown: number): string {
  const when = isInspection(document) && document.event_end !== "" ? `fieldwork until ${formatDate(document.event_end)}` : "";
  const more =
    judged > shown ? `${judged - shown} more ${judged - shown === 1 ? "judgement is" : "judgements are"} in the evidence book` : "";
  return [when, more].filter((part) => part !== "").join("; ");
}

/** What inspectors judged, inspection by inspection. */
export const judgements: Composer = {
  settings: { most: "number" },
  words: "none",
  items: "none",
  compose(sheet, directive) {
    const { pack } = sheet;
    const found = judgementsByDocument(pack);
    if (found.length === 0) {
      if (pack.input.documents.length > 0) sheet.absent.push("No inspection judgement was found in the documents that were read.");
      return;
    }
    sheet.oneSheet = true;
    sheet.grows = true;
    const most = Math.max(4, Number(directive.settings["most"] ?? "14") + sheet.room - sheet.trim * 2);
    const rows = found.flatMap(({ document, judgements: own }): Row[] => [
      {
        kind: "group",
        title: isInspection(document)
          ? documentName(document, document.document)
          : `As quoted in ${documentName(document, document.document)}`,
        remark: remarkOf(document, own.length, most),
        rests: [documentRef(document.document), ...(own.length > most ? own.slice(most) : own).map((one) => one.observation_id)],
      },
      ...own.slice(0, most).map((one): Row => ({
        kind: "row",
        cells: [
          [line(one.breakdown === "" ? "Overall" : curly(capitalise(one.breakdown)))],
          [line(gradeOf(one), [one.observation_id], roles.cellOwn)],
          [evidenceLine(pack, one)],
        ],
      })),
    ]);
    setTable(sheet, {
      columns: [
        { head: "Area judged", width: 290, align: "left", names: true },
        { head: "Judgement", width: 143, align: "left" },
        { head: "Evidence", width: 60, align: "right" },
      ],
      rows,
      padding: 3,
      before: 8,
    });
    sheet.notes.push([{ text: standing.grades, rests: [standingRef("grades")] }]);
  },
};
