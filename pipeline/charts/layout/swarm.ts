/**
 * Heights of dots of one radius over their places, so that none touches another: each, in the order
 * given, as near to the middle as it can be (0 first; of two equally near places the upper one). Null as
 * soon as one would stand further from the middle than `most`.
 */
export function swarm(xs: readonly number[], radius: number, most = Infinity): number[] | null {
  const apart = 2 * radius;
  const enough = apart * apart - 1e-6;
  const heights: number[] = [];
  for (const [at, x] of xs.entries()) {
    const near: { y: number; across: number }[] = [];
    const tries = [0];
    for (let i = 0; i < at; i++) {
      const across = ((xs[i] as number) - x) ** 2;
      if (across >= apart * apart) continue;
      const y = heights[i] as number;
      const step = Math.sqrt(apart * apart - across) + 1e-6;
      near.push({ y, across });
      tries.push(y - step, y + step);
    }
    tries.sort((a, b) => Math.abs(a) - Math.abs(b) || a - b);
    const y = tries.find((height) => near.every((dot) => dot.across + (dot.y - height) ** 2 >= enough)) ?? 0;
    if (Math.abs(y) > most) return null;
    heights.push(y);
  }
  return heights;
}
