/**
 * Places of labels along a line: as near to where they want to be as they can without standing closer than `gap`,
 * inside [`low`, `high`] as far as they all fit there; in the order of the wishes.
 *
 * @example spreadLabels([50, 52], { gap: 14, low: 0, high: 100 }); // [44, 58]
 */
export function spreadLabels(
  wishes: readonly number[],
  { gap, low, high }: { readonly gap: number; readonly low: number; readonly high: number },
): number[] {
  const order = wishes.map((_, index) => index).sort((a, b) => wishes[a]! - wishes[b]! || a - b);
  // Labels that touch make a block that stands centred on the mean wish of its members.
  const blocks: { members: number[]; start: number }[] = [];
  for (const index of order) {
    blocks.push(placed([index]));
    while (blocks.length > 1) {
      const [before, last] = blocks.slice(-2) as [Block, Block];
      if (last.start - before.start >= before.members.length * gap) break;
      blocks.splice(-2, 2, placed([...before.members, ...last.members]));
    }
  }
  const places: number[] = Array.from({ length: wishes.length });
  for (const { members, start } of blocks) members.forEach((index, i) => (places[index] = start + i * gap));
  return places;

  function placed(members: number[]): Block {
    const centre = members.reduce((sum, index) => sum + wishes[index]!, 0) / members.length;
    const length = (members.length - 1) * gap;
    return { members, start: Math.max(low, Math.min(centre - length / 2, high - length)) };
  }
}

interface Block {
  readonly members: number[];
  readonly start: number;
}
