import { serveTasks } from "../core/worker-pool.ts";

// Each task is loaded when first asked for, so that a worker that reads documents never loads the chart libraries.
serveTasks({
  "read-document": async () => (await import("./tasks/read-document.ts")).readDocumentTask,
  "extract-document": async () => (await import("./tasks/extract-document.ts")).extractDocumentTask,
  "check-document": async () => (await import("./tasks/check-document.ts")).checkDocumentTask,
  "ingest-figures": async () => (await import("./tasks/ingest-figures.ts")).ingestFiguresTask,
  "build-authority": async () => (await import("./tasks/build-authority.ts")).buildAuthorityTask,
  "open-builder": async () => (await import("./tasks/open-builder.ts")).openBuilderTask,
  "paint-pngs": async () => (await import("./tasks/paint-pngs.ts")).paintPngsTask,
});
