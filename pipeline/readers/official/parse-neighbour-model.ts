import { parseCsv, type CsvProblem, type CsvTable } from "../../core/csv.ts";
import type { AuthorityRegister } from "../../model/authority-register.ts";
import type { Finding } from "../../model/finding.ts";
import type { Neighbour } from "../../model/neighbour.ts";
import { problemFindings } from "../../model/file-findings.ts";

/** The five degrees of closeness, as the newest model writes them. */
const closenesses = ["Extremely close", "Very close", "Close", "Somewhat close", "Not close"] as const;

/**
 * How each model was published: the column of the DfE number, and the columns of a neighbour and its
 * closeness by rank. In the form of 2021 every closeness column has the same name and stands right of
 * its neighbour.
 */
const forms = [
  { model: "2021", authority: "LA num", neighbour: (rank: number) => `SN${rank}` },
  { model: "2025", authority: "old_la_code", neighbour: (rank: number) => `SN_${rank}` },
] as const;
type Form = (typeof forms)[number];

const ranks = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
const refused = "The whole file was refused.";

/**
 * Reads a statistical neighbour model as the DfE publishes it, recognised by its columns: ten rows for
 * each authority, names and codes from the register. A file with a defect gives no rows and a finding
 * for each. Never throws.
 */
export function parseNeighbourModel(
  name: string,
  text: string,
  register: AuthorityRegister,
): { rows: Neighbour[]; findings: Finding[]; recognised: boolean } {
  const table = parseCsv(text);
  const form = forms.find(({ authority, neighbour }) => table.header.includes(authority) && table.header.includes(neighbour(1)));
  if (!form) return { rows: [], findings: [], recognised: false };
  const { rows, problems } = table.problems.length > 0 ? { rows: [], problems: table.problems } : readModel(form, table, register);
  return problems.length > 0
    ? { rows: [], findings: problemFindings(name, problems, refused), recognised: true }
    : { rows, findings: [], recognised: true };
}

function readModel(form: Form, table: CsvTable, register: AuthorityRegister): { rows: Neighbour[]; problems: CsvProblem[] } {
  const problems: CsvProblem[] = [];
  const rows: Neighbour[] = [];
  const missing = ranks.map(form.neighbour).filter((column) => !table.header.includes(column));
  for (const column of missing) problems.push({ line: 1, column, message: "the column is missing" });
  if (missing.length > 0) return { rows, problems };
  const lines = new Map<string, number>();
  for (const { line, cells } of table.rows) {
    const fault = (column: string, message: string): void => {
      problems.push({ line, column, message });
    };
    const number = cells[table.header.indexOf(form.authority)] ?? "";
    // Blank lines and the caption "Old SNs:" stand between the authorities and those abolished.
    if (number === "" && ranks.every((rank) => cells[table.header.indexOf(form.neighbour(rank))] === "")) continue;
    const authority = register.byDfeCode(number);
    if (!authority) {
      fault(form.authority, `expected the DfE number of an authority, found "${number}"`);
      continue;
    }
    const first = lines.get(number);
    if (first !== undefined) {
      fault(form.authority, `${authority.authority} also stands on line ${first}`);
      continue;
    }
    lines.set(number, line);
    const chosen = new Set<string>([number]);
    for (const rank of ranks) {
      const column = form.neighbour(rank);
      const at = table.header.indexOf(column);
      const neighbourNumber = cells[at] ?? "";
      const neighbour = register.byDfeCode(neighbourNumber);
      const closeness = closenesses.find((known) => known.toLowerCase() === (cells[at + 1] ?? "").toLowerCase());
      if (!neighbour) fault(column, `expected the DfE number of a neighbour, found "${neighbourNumber}"`);
      else if (chosen.has(neighbourNumber)) fault(column, `${neighbour.authority} is named twice, or is the authority itself`);
      if (!closeness) fault(table.header[at + 1] ?? column, `expected one of ${closenesses.join(", ")}, found "${cells[at + 1] ?? ""}"`);
      chosen.add(neighbourNumber);
      if (!neighbour || !closeness) continue;
      rows.push({
        model: form.model,
        authority_code: authority.authority_code,
        authority: authority.authority,
        rank,
        neighbour_code: neighbour.authority_code,
        neighbour: neighbour.authority,
        closeness,
      });
    }
  }
  return { rows, problems };
}
