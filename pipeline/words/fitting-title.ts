/** In characters. */
const longestTitle = 90;

/** The first that fits a page's title, at most 90 characters; candidates run from the fullest to the plainest. */
export function fittingTitle(candidates: readonly (string | null)[]): string {
  const present = candidates.filter((text) => text !== null);
  return present.find((text) => text.length <= longestTitle) ?? present[present.length - 1] ?? "";
}
