/**
 * Heights for labels that want to stand at `wanted` but keep `gap` between neighbours, in the order
 * of `wanted` (equal ones keep the given order), inside [from, to]. Labels whose `held` is true give
 * way last. Pure pool-adjacent averaging: labels that collide become one block centred on their wishes.
 */
export function spreadLabels(wanted: readonly number[], gap: number, from: number, to: number, held: readonly boolean[] = []): number[] {
  const order = wanted.map((_, i) => i).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0) || a - b);
  type Block = { members: number[]; top: number };
  const blocks: Block[] = [];
  const place = (members: number[]): Block => {
    const anchored = members.findIndex((i) => held[i]);
    const wishes = members.map((i, k) => (wanted[i] ?? 0) - k * gap);
    const top = anchored >= 0 ? (wishes[anchored] ?? 0) : wishes.reduce((sum, n) => sum + n, 0) / wishes.length;
    return { members, top: Math.max(from, Math.min(top, to - (members.length - 1) * gap)) };
  };
  for (const i of order) {
    let block = place([i]);
    for (let above = blocks.at(-1); above && above.top + above.members.length * gap > block.top + 1e-9; above = blocks.at(-1)) {
      blocks.pop();
      block = place([...above.members, ...block.members]);
    }
    blocks.push(block);
  }
  const out = wanted.map(() => 0);
  for (const block of blocks) block.members.forEach((i, k) => (out[i] = block.top + k * gap));
  return out;
}
