import { formatDate } from "../../model/period.ts";
import type { Source } from "../../model/source.ts";
import { symbols } from "../../model/series.ts";
import { symbolNote } from "../../words/notes.ts";
import { overTable } from "./cells.ts";
import type { WorkbookCell, Worksheet } from "./render-xlsx.ts";

type Front = { name: string; neighbourModel: string; date: string; internal: boolean };

/** Cover, contents and notes before the tables; `used` are the publications that the figures come from, whose ids stand in the columns "Source". */
export function frontSheets(
  tables: readonly Worksheet[],
  used: readonly Source[],
  { name, neighbourModel, date, internal }: Front,
): Worksheet[] {
  return [
    {
      name: "Cover",
      title: `${name}: children in care and care leavers, figures`,
      lines: [
        `Report date: ${formatDate(date)}.`,
        `This workbook contains ${tables.length + 1} tables, one a worksheet, with the notes.`,
        ...(internal ? ["Internal: contains small counts. Not for publication."] : []),
        `Official figures are those of the Department for Education, under the Open Government Licence v3.0. Comparisons use the ${neighbourModel || "newest"} statistical neighbour model.`,
        "The last column of each table holds the id of its row: npm run pipeline -- --explain, with that id, prints where the figures come from.",
        "#Contents!A1|Go to the contents",
      ],
      table: null,
    },
    {
      name: "Contents",
      title: "Contents",
      lines: ["#Cover!A1|Cover", "#Notes!A1|Notes and symbols", ...tables.map((sheet) => `#'${sheet.name}'!A1|${sheet.title}`)],
      table: null,
    },
    {
      name: "Notes",
      title: "Notes and symbols",
      lines: overTable(),
      table: {
        name: "notes",
        columns: [
          { head: "Note or symbol", width: 28 },
          { head: "Meaning", width: 100 },
        ],
        rows: [
          ...symbols
            .filter((symbol) => symbol !== "")
            .map((symbol): WorkbookCell[] => [`[${symbol}]`, symbolNote([symbol]).replace(/^\[\w+\] /, "")]),
          ["Neighbours’ mean", "Unweighted mean of the ten statistical neighbours that have a value; the authority is left out."],
          [
            "Verdicts",
            "Against neighbours: 95% Wilson or Byar interval against the mean. Change: two-proportion z test at 95%. Trend: linear trend in proportions over five years.",
          ],
          ["Rank", "Among the authority and its neighbours with a value; 1 is best; ties share the lowest number."],
          ["Change", "Percentage points for percentages; the measure’s own unit otherwise."],
          ...used.map(({ source, title, publisher, release, licence }): WorkbookCell[] => [
            source,
            `${title}. ${publisher}, ${release}. ${licence}.`,
          ]),
        ].map((cells) => ({ rests: [], cells })),
      },
    },
  ];
}
