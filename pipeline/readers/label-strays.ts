import type { Draft } from "./draft.ts";

const longestGap = 4;

/**
 * Finds paragraph numbers that landed inside their paragraph ("… appropriately safeguarded 37. and
 * the quality …"): where 36 and 38 stand around blocks without numbers and one of these holds "37.",
 * that one gets the label. Its text stays as it is, so that quotes stand in the file.
 */
export function labelStrays(drafts: readonly Draft[]): Draft[] {
  const labelled = [...drafts];
  let before = -1;
  for (const [index, d] of drafts.entries()) {
    if (!/^\d{1,3}$/.test(d.label)) continue;
    const previous = drafts[before];
    if (previous && Number(d.label) === Number(previous.label) + 2 && index - before <= longestGap) {
      const missing = ` ${Number(d.label) - 1}. `;
      for (let i = before + 1; i < index; i++) {
        const between = drafts[i];
        if (between && !between.rows && between.kind !== "heading" && between.text.includes(missing)) {
          labelled[i] = { ...between, kind: "paragraph", level: 0, label: missing.trim().slice(0, -1) };
          break;
        }
      }
    }
    before = index;
  }
  return labelled;
}
