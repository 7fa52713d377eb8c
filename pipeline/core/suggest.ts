import { distance } from "fastest-levenshtein";

/** The known words nearest to what was typed, best first; none when nothing is near enough to be meant. */
export function suggestions(typed: string, known: Iterable<string>, most = 3): string[] {
  const wanted = typed.toLowerCase();
  return [...known]
    .map((word) => {
      const lower = word.toLowerCase();
      const contained = wanted.length >= 3 && lower.includes(wanted);
      return { word, far: contained ? 1 : distance(wanted, lower) };
    })
    .filter(({ word, far }) => far <= Math.max(2, Math.floor(Math.max(word.length, typed.length) * 0.35)))
    .sort((a, b) => a.far - b.far || (a.word < b.word ? -1 : 1))
    .slice(0, most)
    .map(({ word }) => word);
}

/** ` Did you mean "X" or "Y"?`, with its leading space, or "" when nothing is near. */
export function didYouMean(typed: string, known: Iterable<string>): string {
  const near = suggestions(typed, known);
  return near.length === 0 ? "" : ` Did you mean ${near.map((word) => `"${word}"`).join(" or ")}?`;
}
