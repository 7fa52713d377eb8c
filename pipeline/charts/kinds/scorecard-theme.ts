import type { Theme } from "../../model/indicator.ts";

/** Health and wellbeing belong together; every other theme stands alone. */
export const themeGroup = (row: { theme: Theme } | undefined): string => (row?.theme === "wellbeing" ? "health" : (row?.theme ?? ""));
