/** A seeded source of choices: the same seed gives the same reports on every machine. */
export type Random = {
  int(low: number, high: number): number;
  pick<T>(from: readonly T[]): T;
  shuffle<T>(from: readonly T[]): T[];
};

export function seeded(seed: number): Random {
  let state = (seed * 2654435761 + 1013904223) >>> 0;
  const next = (): number => {
    state ^= state << 13;
    state >>>= 0;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 2 ** 32;
  };
  for (let i = 0; i < 8; i++) next();
  const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
  const pick = <T>(from: readonly T[]): T => from[int(0, from.length - 1)]!;
  const shuffle = <T>(from: readonly T[]): T[] => {
    const out = [...from];
    for (let i = out.length - 1; i > 0; i--) {
      const j = int(0, i);
      [out[i], out[j]] = [out[j]!, out[i]!];
    }
    return out;
  };
  return { int, pick, shuffle };
}
