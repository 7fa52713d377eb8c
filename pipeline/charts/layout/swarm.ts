/**
 * Heights of dots of one radius over their places, so that none touches another: each, in the order
 * given, as near to the middle as it can be (0 first; of two equally near places the upper one).
 */
export function swarm(xs: readonly number[], radius: number): number[] {
  const apart = 2 * radius;
  const placed: { x: number; y: number }[] = [];
  return xs.map((x) => {
    const near = placed.filter((dot) => Math.abs(dot.x - x) < apart);
    const heights = [0, ...near.flatMap((dot) => {
      const step = Math.sqrt(apart * apart - (dot.x - x) ** 2) + 1e-6;
      return [dot.y - step, dot.y + step];
    })].sort((a, b) => Math.abs(a) - Math.abs(b) || a - b);
    const y = heights.find((height) => near.every((dot) => (dot.x - x) ** 2 + (dot.y - height) ** 2 >= apart * apart - 1e-6)) ?? 0;
    placed.push({ x, y });
    return y;
  });
}
