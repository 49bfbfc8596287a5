/**
 * Few items of a list that suffice together: the shortest beginning of it that does, found by halving, less what can
 * be left out of it, the last first. All items together suffice. More items never suffice less, but for noise.
 *
 * @example await fewestSteps([1, 2, 4, 8], async (set) => set.reduce((sum, one) => sum + one, 0) >= 6) // [2, 4]
 */
export async function fewestSteps<T>(
  items: readonly T[],
  suffices: (set: readonly T[]) => Promise<boolean>,
): Promise<T[]> {
  let [low, high] = [0, items.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (await suffices(items.slice(0, middle))) high = middle;
    else low = middle;
  }
  let kept = items.slice(0, high);
  // The last of the shortest beginning is needed: without it the beginning would be shorter.
  for (const item of kept.slice(0, -1).reverse()) {
    const without = kept.filter((other) => other !== item);
    if (await suffices(without)) kept = without;
  }
  return kept;
}
