import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { dueDate } from "../../../pipeline/extract/actions/due-date.ts";
import { extractActions } from "../../../pipeline/extract/actions/extract-actions.ts";
import type { Action } from "../../../pipeline/model/action.ts";
import { readDocument } from "../../../pipeline/readers/read-document.ts";
import { describeDocument } from "../../../pipeline/extract/describe/describe-document.ts";

async function actionsOf(name: string, bytes: Uint8Array): Promise<Action[]> {
  const source = await readDocument(name, bytes);
  return extractActions(source, describeDocument(source, null, []));
}
const actionsIn = (text: string): Promise<Action[]> => actionsOf("plan.txt", new TextEncoder().encode(text));
const seed = "003_f7664ca5977d6563.txt";
const seedActions = (): Promise<Action[]> =>
  actionsOf(seed, new Uint8Array(readFileSync(new URL(`../../../seeds/${seed}`, import.meta.url))));

describe("the action plan of the panel papers", () => {
  it("has 27 actions for nine recommendations", async () => {
    const actions = await seedActions();
    expect(actions).toHaveLength(27);
    expect(new Set(actions.map((action) => action.recommendation_no)).size).toBe(9);
    expect(new Set(actions.map((action) => action.recommendation)).size).toBe(9);
    expect(new Set(actions.map((action) => action.plan))).toEqual(
      new Set(["Post Ofsted Inspection Action Plan, November 2017 – September 2018"]),
    );
  });

  it("goes on with an action and with its outcome across pages", async () => {
    const actions = await seedActions();
    const named = (id: string): Action | undefined => actions.find((action) => action.action_id === id);
    expect(named("3.1")?.action).toMatch(/All children in residential care will be reviewed at SMT and CSMT every six months\.$/);
    expect(named("3.1")?.outcome).toMatch(/^All looked after children will be provided with permanence/);
    expect(named("8.1")?.outcome).toMatch(/homeless children with accurate and effective information\. Case file audits/);
    expect(named("8.1")?.due).toBe("2017-03-31");
    expect(named("6.2")).toMatchObject({ timescale: "", due: "", lead: "Team Leader and Virtual School Head" });
    expect(named("1.1")).toMatchObject({ rag: "Yellow", due: "2018-04-30" });
  });

  const gold = new URL("../../../../shared/gold/actions.jsonl", import.meta.url);
  it.skipIf(!existsSync(gold))("agrees with the labels in every column (needs the labels beside the project)", async () => {
    const actions = await seedActions();
    const labels: Record<string, string | number | null>[] = readFileSync(gold, "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line));
    expect(labels).toHaveLength(27);
    for (const label of labels) {
      const action = actions.find((a) => a.action_id === label.action_id);
      for (const column of ["recommendation_no", "recommendation", "timescale", "lead", "rag"] as const)
        expect(action?.[column]).toBe(label[column] ?? "");
      expect(action?.action.startsWith(String(label.action))).toBe(true);
      expect(action?.progress.slice(0, 150)).toBe(String(label.progress ?? "").slice(0, 150));
    }
  });
});

describe("other action plans", () => {
  const brief = (actions: readonly Action[]): (string | number | null)[][] =>
    actions.map((a) => [a.recommendation_no, a.recommendation, a.action_id, a.action, a.outcome, a.timescale, a.lead, a.progress, a.rag]);

  it("with columns in another order and other names", async () => {
    const text =
      "Improvement plan\n\nRAG\tBy when\tWho\tWhat we will do\tArea for improvement\tImpact\nGreen\t31/03/2023\tHead of Service\tTrain all staff.\t1. Improve supervision.\tStaff feel supported.\nRed\tQ2 2023/24\tPrincipal Social Worker\tAudit files.\t\t\nAmber\tOngoing\tHead of Service\tReport monthly.\t2. Improve data.\t";
    const actions = await actionsIn(text);
    expect(brief(actions)).toEqual([
      [1, "Improve supervision.", "1.1", "Train all staff.", "Staff feel supported.", "31/03/2023", "Head of Service", "", "Green"],
      [1, "Improve supervision.", "1.2", "Audit files.", "", "Q2 2023/24", "Principal Social Worker", "", "Red"],
      [2, "Improve data.", "2.1", "Report monthly.", "", "Ongoing", "Head of Service", "", "Amber"],
    ]);
    expect(actions.map((action) => action.due)).toEqual(["2023-03-31", "2023-09-30", ""]);
    expect(actions[0]?.plan).toBe("Improvement plan");
  });

  it("with the recommendation across the table, and no heading on the next page", async () => {
    const text =
      "| Ref | Action | Timescale | Lead |\n|---|---|---|---|\n| Recommendation 1: Improve the quality of plans | | | |\n| 1.1 | Write guidance. | May 2024 | Head of Practice |\n\n| 1.2 | Audit plans. | June 2024 | Head of Practice |\n| Recommendation 2: Improve oversight | | | |\n| 2.1 | Chair panels. | 1 July 2024 | Director |";
    expect(brief(await actionsIn(text)).map((row) => row.slice(0, 6))).toEqual([
      [1, "Improve the quality of plans", "1.1", "Write guidance.", "", "May 2024"],
      [1, "Improve the quality of plans", "1.2", "Audit plans.", "", "June 2024"],
      [2, "Improve oversight", "2.1", "Chair panels.", "", "1 July 2024"],
    ]);
  });

  it("with the recommendation as the heading over each table", async () => {
    const table = (id: string): string =>
      `| Action | Timescale | Lead | Progress |\n|---|---|---|---|\n| ${id} Do it. | Dec 24 | Director | Begun. |\n`;
    const text = `# Action plan\n\n## Recommendation 1: Improve plans\n\n${table("1.1")}\n## Recommendation 2: Improve data\n\n${table("2.1")}`;
    const actions = await actionsOf("plan.md", new TextEncoder().encode(text));
    expect(brief(actions).map((row) => row.slice(0, 4))).toEqual([
      [1, "Improve plans", "1.1", "Do it."],
      [2, "Improve data", "2.1", "Do it."],
    ]);
  });

  it("broken across pages whose headings stand between the tables", async () => {
    const page = (rows: string): string =>
      `## Improvement plan\n\n| No | Recommendation | Action | Timescale | Lead |\n|---|---|---|---|---|\n${rows}\n\n`;
    const text =
      page("| 1 | Improve plans | 1.1 Write guidance | May 2024 | Director |") +
      page("| | | 1.2 Audit plans | June 2024 | Head of Practice |\n| | | and report on them. | | |");
    const actions = await actionsOf("plan.md", new TextEncoder().encode(text));
    expect(brief(actions).map((row) => row.slice(0, 4))).toEqual([
      [1, "Improve plans", "1.1", "Write guidance"],
      [1, "Improve plans", "1.2", "Audit plans and report on them."],
    ]);
  });

  it("flattened to lines", async () => {
    const text =
      "Action plan\n\nRecommendation 1: Improve plans\n\nAction 1.1: Write guidance.\n\nTimescale: April 18\n\nLead: Head of Practice\n\nProgress: Begun.\n\nRAG: Amber\n\nAction 1.2: Audit plans.\n\nLead: Director";
    expect(brief(await actionsIn(text))).toEqual([
      [1, "Improve plans", "1.1", "Write guidance.", "", "April 18", "Head of Practice", "Begun.", "Amber"],
      [1, "Improve plans", "1.2", "Audit plans.", "", "", "Director", "", ""],
    ]);
  });

  it("tables that are no plan give none", async () => {
    expect(await actionsIn("Indicator\t2016/17\tTarget\tRAG\nChildren with action taken\t90%\t95%\tAmber")).toEqual([]);
  });
});

describe("the day by which an action is due", () => {
  it.each([
    ["April 18", "2018-04-30"],
    ["March 17", "2017-03-31"],
    ["Jan 18", "2018-01-31"],
    ["Dec 17", "2017-12-31"],
    ["February ’18", "2018-02-28"],
    ["29 February 2024", "2024-02-29"],
    ["31st March 2018", "2018-03-31"],
    ["by end of Sept 2019", "2019-09-30"],
    ["January – March 2018", "2018-03-31"],
    ["01.06.23", "2023-06-01"],
    ["Q4 2023/24", "2024-03-31"],
    ["2024-05-06", "2024-05-06"],
    ["Ongoing", ""],
    ["", ""],
    ["31 April 2018", ""],
    ["13/13/2018", ""],
  ])("%s", (timescale, due) => expect(dueDate(timescale)).toBe(due));
});
