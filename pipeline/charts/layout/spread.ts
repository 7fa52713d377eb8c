type Block = { members: number[]; top: number };

/**
 * Middles for labels that want to stand at `wanted` without touching, inside [from, to], in the order
 * of their wishes (equal ones keep the given order). `heights` is one height for all or one each.
 * Labels that collide become a block centred on its wishes, or set so that a held member keeps its own.
 */
export function spreadLabels(
  wanted: readonly number[],
  heights: number | readonly number[],
  from: number,
  to: number,
  held: readonly boolean[] = [],
): number[] {
  const height = (i: number): number => (typeof heights === "number" ? heights : (heights[i] ?? 0));
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  const total = (members: readonly number[]): number => members.reduce((sum, i) => sum + height(i), 0);
  const place = (members: number[]): Block => {
    let above = 0;
    const tops = members.map((i) => {
      const top = (wanted[i] ?? 0) - height(i) / 2 - above;
      above += height(i);
      return top;
    });
    const kept = tops[members.findIndex((i) => held[i])];
    const top = kept ?? tops.reduce((sum, n) => sum + n, 0) / tops.length;
    return { members, top: Math.max(from, Math.min(top, to - above)) };
  };
  const blocks: Block[] = [];
  for (const i of order) {
    let block = place([i]);
    for (let above = blocks.at(-1); above && above.top + total(above.members) > block.top + 1e-9; above = blocks.at(-1)) {
      blocks.pop();
      block = place([...above.members, ...block.members]);
    }
    blocks.push(block);
  }
  const middles = wanted.map(() => 0);
  for (const { members, top } of blocks) {
    let y = top;
    for (const i of members) {
      middles[i] = y + height(i) / 2;
      y += height(i);
    }
  }
  return middles;
}
