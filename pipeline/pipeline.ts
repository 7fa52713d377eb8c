/**
 * The map of the system: the stages in their order, what each reads and what it leaves. pipeline/run
 * carries them out; each stage is a pure function from typed rows to typed rows, found where `code` says.
 * What `code` names, with all that it imports, decides what the stage leaves: a change there makes it stale.
 */
export const stages = [
  {
    name: "ingest",
    does: "reads documents, releases, neighbour models, reference and local figures",
    unit: "a file",
    code: ["run/tasks/read-document.ts", "run/tasks/ingest-figures.ts"],
    writes: ["documents"],
  },
  {
    name: "extract",
    does: "takes figures, statements and actions out of each document",
    unit: "a document",
    code: ["run/tasks/extract-document.ts"],
    writes: ["observations", "to_review", "actions"],
  },
  {
    name: "reconcile",
    does: "checks the documents' figures against themselves, each other and the official ones",
    unit: "a document, then all of them",
    code: ["run/gather.ts", "run/tasks/check-document.ts", "extract/personal-data.ts"],
    writes: ["findings"],
  },
  {
    name: "compare",
    does: "joins the figures over time and sets each authority against neighbours, region and England",
    unit: "all authorities",
    code: [
      "run/documents.ts",
      "run/gather.ts",
      "extract/personal-data.ts",
      "extract/review/acknowledge.ts",
      "extract/review/to-review.ts",
      "stages/compare.ts",
      "stages/disclose.ts",
      "stages/targets.ts",
      "stages/slice.ts",
      "run/select-authorities.ts",
      "run/report-date.ts",
      "stages/control-limits.ts",
      "run/tidy.ts",
      "model/chart.ts",
      "model/statement.ts",
    ],
    writes: ["series", "comparisons", "control_points", "targets"],
  },
  {
    name: "charts",
    does: "draws every chart as SVG and PNG, with its figures and its specification, and writes the figures as a workbook",
    unit: "an authority",
    code: ["stages/slice.ts", "stages/control-limits.ts", "charts/draw-charts.ts", "charts/render/png.ts", "stages/charts.ts"],
    writes: ["charts"],
  },
  {
    name: "briefings",
    does: "sets the packs from the templates as accessible PDF",
    unit: "an authority and template",
    code: ["stages/slice.ts", "stages/control-limits.ts", "charts/draw-charts.ts", "stages/briefings.ts"],
    writes: ["statements"],
  },
] as const;

export type StageName = (typeof stages)[number]["name"];
export const stageNames: readonly StageName[] = stages.map((stage) => stage.name);

/** Whether a run that stops after `only` gets as far as `stage`. */
export function reaches(only: StageName | null, stage: StageName): boolean {
  return only === null || stageNames.indexOf(stage) <= stageNames.indexOf(only);
}
